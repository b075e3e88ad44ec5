/*-
 * #%L
 * DICOM Volumes: DICOM folders as calibrated volumes in ImageJ and Fiji.
 * %%
 * Copyright (C) 2026 DICOM Volumes developers
 * %%
 * Redistribution and use in source and binary forms, with or without
 * modification, are permitted provided that the following conditions are met:
 * 
 * 1. Redistributions of source code must retain the above copyright notice,
 *    this list of conditions and the following disclaimer.
 * 2. Redistributions in binary form must reproduce the above copyright notice,
 *    this list of conditions and the following disclaimer in the documentation
 *    and/or other materials provided with the distribution.
 * 
 * THIS SOFTWARE IS PROVIDED BY THE COPYRIGHT HOLDERS AND CONTRIBUTORS "AS IS"
 * AND ANY EXPRESS OR IMPLIED WARRANTIES, INCLUDING, BUT NOT LIMITED TO, THE
 * IMPLIED WARRANTIES OF MERCHANTABILITY AND FITNESS FOR A PARTICULAR PURPOSE
 * ARE DISCLAIMED. IN NO EVENT SHALL THE COPYRIGHT HOLDERS OR CONTRIBUTORS BE
 * LIABLE FOR ANY DIRECT, INDIRECT, INCIDENTAL, SPECIAL, EXEMPLARY, OR
 * CONSEQUENTIAL DAMAGES (INCLUDING, BUT NOT LIMITED TO, PROCUREMENT OF
 * SUBSTITUTE GOODS OR SERVICES; LOSS OF USE, DATA, OR PROFITS; OR BUSINESS
 * INTERRUPTION) HOWEVER CAUSED AND ON ANY THEORY OF LIABILITY, WHETHER IN
 * CONTRACT, STRICT LIABILITY, OR TORT (INCLUDING NEGLIGENCE OR OTHERWISE)
 * ARISING IN ANY WAY OUT OF THE USE OF THIS SOFTWARE, EVEN IF ADVISED OF THE
 * POSSIBILITY OF SUCH DAMAGE.
 * #L%
 */

package io.github.dicomvolumes.command;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import io.github.dicomvolumes.data.InputException;
import io.github.dicomvolumes.export.structures.DrawnStructure;
import io.github.dicomvolumes.view.imagej.RoiGroup;
import io.github.dicomvolumes.view.imagej.RoiInput;
import io.github.dicomvolumes.view.imagej.RoiOutlines;
import io.github.dicomvolumes.view.imagej.RoiPoints;
import io.github.dicomvolumes.view.imagej.RoiSlices;
import io.github.dicomvolumes.volume.structures.Contour;
import io.github.dicomvolumes.volume.structures.PlacedContour;

import ij.ImagePlus;
import ij.gui.PointRoi;
import ij.gui.Roi;

/** Selections as the contours of structures: areas closed, with their holes, lines open, and points. */
final class RoiContours {

	/** Selections that a message names. */
	private static final int NAMED = 3;

	private final ImagePlus image;

	private RoiContours(final ImagePlus image) {
		this.image = image;
	}

	/**
	 * The selections that outline something.
	 *
	 * @throws InputException if there are none, or some are on no slice
	 */
	static List<Roi> drawn(final RoiInput input, final ImagePlus image) {
		final List<Roi> rois = input.rois(image).stream().filter(roi -> !RoiSlices.isAnnotation(roi)).toList();
		if (rois.isEmpty())
			throw new InputException("There are no ROIs: neither in the ROI Manager nor in the overlay " + "of \"" +
				image.getTitle() + "\"" + (input == RoiInput.ANY ? ", and nothing is selected." : "."));
		final List<Roi> lost = rois.stream().filter(roi -> !isOnSlices(roi, image)).toList();
		if (!lost.isEmpty()) throw new InputException(lost.size() + " of " + rois.size() + " ROIs " +
			(lost.size() == 1 ? "is" : "are") + " on no slice of \"" + image.getTitle() + "\" (" + names(lost) +
			"); give each the slice that it was drawn on (Edit > Selection > Properties..., or Roi.setPosition).");
		return rois;
	}

	private static boolean isOnSlices(final Roi roi, final ImagePlus image) {
		if (roi instanceof PointRoi points && RoiSlices.slice(roi, image) < 0) {
			for (int i = 0; i < points.size(); i++)
				if (RoiSlices.ofIndex(points.getPointPosition(i), image) < 0) return false;
			return points.size() > 0;
		}
		return RoiSlices.slice(roi, image) >= 0;
	}

	private static String names(final List<Roi> rois) {
		return rois.stream()
			.limit(NAMED)
			.map(roi -> roi.getName() == null ? "without a name" : roi.getName())
			.collect(Collectors.joining(", ")) + (rois.size() > NAMED ? " ..." : "");
	}

	/** The structures of selections. */
	static List<DrawnStructure> of(final List<Roi> rois, final ImagePlus image) {
		final RoiContours contours = new RoiContours(image);
		return RoiGroup.of(rois, image)
			.stream()
			.map(group -> new DrawnStructure(group.name(), group.colour(), contours.of(group)))
			.toList();
	}

	private List<PlacedContour> of(final RoiGroup group) {
		final List<PlacedContour> contours = new ArrayList<>();
		RoiSlices.areas(group.rois(), image)
			.forEach((slice, areas) -> areas.forEach(area -> addArea(area, slice, contours)));
		for (final Roi roi : group.rois())
			if (!roi.isArea()) addLine(roi, contours);
		return contours;
	}

	/** Pieces beside each other are contours of their own; with holes they belong together. */
	private static void addArea(final Roi roi, final int slice, final List<PlacedContour> contours) {
		final List<RoiPoints> rings = RoiOutlines.rings(roi);
		final boolean hasHoles = rings.stream()
			.anyMatch(ring -> rings.stream().anyMatch(other -> other != ring && other.containsSome(ring)));
		final Contour.Kind kind = hasHoles ? Contour.Kind.CLOSEDPLANAR_XOR : Contour.Kind.CLOSED_PLANAR;
		for (final RoiPoints ring : rings)
			if (ring.x().length >= kind.leastPoints()) contours.add(new PlacedContour(kind, slice, ring.x(), ring.y()));
	}

	private void addLine(final Roi roi, final List<PlacedContour> contours) {
		final RoiPoints points = RoiOutlines.line(roi);
		final int slice = RoiSlices.slice(roi, image);
		if (!(roi instanceof PointRoi many)) {
			contours.add(new PlacedContour(Contour.Kind.OPEN_PLANAR, slice, points.x(), points.y()));
			return;
		}
		for (int i = 0; i < points.x().length; i++) {
			final int own = many.getPointPosition(i) > 0 ? RoiSlices.ofIndex(many.getPointPosition(i), image) : slice;
			contours.add(new PlacedContour(Contour.Kind.POINT, own, new double[] { points.x()[i] },
				new double[] { points.y()[i] }));
		}
	}
}
