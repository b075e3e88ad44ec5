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

package io.github.dicomvolumes.view.imagej;

import java.awt.Color;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.github.dicomvolumes.data.ShownText;
import io.github.dicomvolumes.volume.structures.Contour;
import io.github.dicomvolumes.volume.structures.PlacedContour;
import io.github.dicomvolumes.volume.structures.PlacedStructures;
import io.github.dicomvolumes.volume.structures.PlacedStructures.Placed;
import io.github.dicomvolumes.volume.structures.Structure;

import ij.ImagePlus;
import ij.gui.Overlay;
import ij.gui.PointRoi;
import ij.gui.PolygonRoi;
import ij.gui.Roi;
import ij.gui.ShapeRoi;

/**
 * Contours of structures as ImageJ's selections: a group with its name and colour for each structure, each selection on
 * its slice and named "PTV 12" after structure and slice, "PTV 12 (2)" for the next on the same slice.
 */
public final class StructureRois {

	/** Property of a selection: an id of the structure set that it is from. */
	private static final String SET = "DICOM Structure Set";

	/** Property of a selection: the structure's name. */
	static final String STRUCTURE = "DICOM Structure";

	/** The highest group that ImageJ has. */
	private static final int MAX_GROUP = 255;

	private StructureRois() {}

	/**
	 * The selections of placed structures, structure by structure.
	 *
	 * @param set an id of the structure set
	 * @param firstGroup of the first structure, from 1; structures beyond group 255 have none
	 * @param image that they are for
	 */
	public static List<Roi> of(final PlacedStructures structures, final String set, final int firstGroup,
		final ImagePlus image)
	{
		final List<Roi> rois = new ArrayList<>();
		int group = firstGroup;
		for (final Placed placed : structures.placed()) {
			for (final Roi roi : rois(placed, image)) {
				roi.setProperty(SET, set);
				dress(roi, placed.structure(), group);
				rois.add(roi);
			}
			if (group <= MAX_GROUP) Roi.setGroupName(group, placed.structure().name().replace(',', ' '));
			group++;
		}
		return rois;
	}

	/** Puts selections into the image's overlay in place of earlier ones of the same structure set. */
	public static void overlay(final List<Roi> rois, final String set, final ImagePlus image) {
		final Overlay old = image.getOverlay(), overlay = new Overlay();
		for (int i = 0; old != null && i < old.size(); i++)
			if (!set.equals(old.get(i).getProperty(SET))) overlay.add(old.get(i));
		rois.forEach(overlay::add);
		image.setOverlay(overlay);
	}

	private static void dress(final Roi roi, final Structure structure, final int group) {
		if (group <= MAX_GROUP) RoiGroupNumber.put(roi, group);
		structure.colour().ifPresent(rgb -> roi.setStrokeColor(new Color(rgb)));
		roi.setProperty(STRUCTURE, structure.name());
	}

	private static List<Roi> rois(final Placed placed, final ImagePlus image) {
		final List<Roi> rois = new ArrayList<>();
		final Map<Integer, Integer> onSlice = new HashMap<>();
		final Map<Integer, ShapeRoi> odd = new HashMap<>();
		for (final PlacedContour contour : placed.contours()) {
			final Roi roi = roi(contour);
			final int slice = contour.slice() + 1;
			final ShapeRoi other = odd.get(slice);
			if (contour.kind() == Contour.Kind.CLOSEDPLANAR_XOR && other != null) {
				other.xor(new ShapeRoi(roi));
				continue;
			}
			final Roi added = contour.kind() == Contour.Kind.CLOSEDPLANAR_XOR ? new ShapeRoi(roi) : roi;
			if (added instanceof ShapeRoi shape) odd.put(slice, shape);
			final int n = onSlice.merge(slice, 1, Integer::sum);
			added.setName(ShownText.line(placed.structure().name()) + " " + slice + (n == 1 ? "" : " (" + n + ")"));
			setSlice(added, slice, image);
			rois.add(added);
		}
		return rois;
	}

	/** A slice of all channels and times. */
	private static void setSlice(final Roi roi, final int slice, final ImagePlus image) {
		if (image.getNChannels() * image.getNFrames() > 1) roi.setPosition(0, slice, 0);
		else roi.setPosition(slice);
	}

	/**
	 * Pixel 0 of an area is from 0 to 1 in ImageJ, its centre at 0.5; but whole coordinates of points and lines are the
	 * centres of pixels.
	 */
	private static Roi roi(final PlacedContour contour) {
		final double corner = contour.kind().leastPoints() == 3 ? 0.5 : 0;
		final float[] x = shifted(contour.columns(), corner), y = shifted(contour.rows(), corner);
		return switch (contour.kind()) {
			case POINT -> new PointRoi(x, y);
			case OPEN_PLANAR, OPEN_NONPLANAR -> new PolygonRoi(x, y, Roi.POLYLINE);
			case CLOSED_PLANAR, CLOSEDPLANAR_XOR -> new PolygonRoi(x, y, Roi.POLYGON);
		};
	}

	private static float[] shifted(final double[] centres, final double by) {
		final float[] shifted = new float[centres.length];
		for (int i = 0; i < shifted.length; i++)
			shifted[i] = (float) (centres[i] + by);
		return shifted;
	}
}
