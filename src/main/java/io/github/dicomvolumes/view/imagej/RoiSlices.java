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

import java.awt.geom.Area;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import ij.ImagePlus;
import ij.gui.Arrow;
import ij.gui.ImageRoi;
import ij.gui.Roi;
import ij.gui.ShapeRoi;
import ij.gui.TextRoi;

/** On which slices selections lie, and what several of a structure on a slice are together. */
public final class RoiSlices {

	/** An area, in pixels, that is rounding. */
	private static final double NOTHING = 1e-6;

	private RoiSlices() {}

	/** The slice of a selection, 0-based; -1 if it is on none, or on all. */
	public static int slice(final Roi roi, final ImagePlus image) {
		if (image.getNSlices() == 1) return 0;
		if (roi.hasHyperStackPosition()) return inside(roi.getZPosition() - 1, image);
		return ofIndex(roi.getPosition(), image);
	}

	/** The slice of an index of the stack, both as ImageJ counts; -1 if it has none. */
	public static int ofIndex(final int index, final ImagePlus image) {
		if (image.getNSlices() == 1) return 0;
		if (index < 1 || index > image.getStackSize()) return -1;
		return inside(image.convertIndexToPosition(index)[1] - 1, image);
	}

	private static int inside(final int slice, final ImagePlus image) {
		return slice < image.getNSlices() ? slice : -1;
	}

	/** Whether it is text, an arrow or a picture, and outlines nothing. */
	public static boolean isAnnotation(final Roi roi) {
		return roi instanceof TextRoi || roi instanceof ImageRoi || roi instanceof Arrow;
	}

	/** The areas among selections, by slice, 0-based; what is on no slice is left out. */
	public static Map<Integer, List<Roi>> areas(final List<Roi> rois, final ImagePlus image) {
		final Map<Integer, List<Roi>> areas = new TreeMap<>();
		for (final Roi roi : rois)
			if (roi.isArea() && !isAnnotation(roi) && slice(roi, image) >= 0)
				areas.computeIfAbsent(slice(roi, image), s -> new ArrayList<>()).add(roi);
		areas.replaceAll((slice, same) -> together(same));
		return areas;
	}

	/**
	 * The areas of a structure on a slice: one that unites them if some overlap in part. One within another stays, as
	 * in structure sets, where it is a hole.
	 */
	private static List<Roi> together(final List<Roi> rois) {
		for (int i = 0; i < rois.size(); i++)
			for (int k = 0; k < i; k++)
				if (overlapInPart(rois.get(i), rois.get(k))) return List.of(united(rois));
		return rois;
	}

	private static boolean overlapInPart(final Roi one, final Roi other) {
		if (!one.getFloatBounds().intersects(other.getFloatBounds())) return false;
		final Area common = area(one);
		common.intersect(area(other));
		if (isNothing(common)) return false;
		return !isNothing(without(one, common)) && !isNothing(without(other, common));
	}

	private static Area without(final Roi roi, final Area common) {
		final Area rest = area(roi);
		rest.subtract(common);
		return rest;
	}

	private static boolean isNothing(final Area area) {
		final var bounds = area.getBounds2D();
		return bounds.getWidth() * bounds.getHeight() < NOTHING;
	}

	private static Roi united(final List<Roi> rois) {
		final Area union = new Area();
		rois.forEach(roi -> union.add(area(roi)));
		return new ShapeRoi(union);
	}

	private static Area area(final Roi roi) {
		return new Area(RoiOutlines.shape(roi));
	}
}
