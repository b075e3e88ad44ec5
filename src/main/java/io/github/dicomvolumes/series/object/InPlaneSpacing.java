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

package io.github.dicomvolumes.series.object;

import java.util.Set;

import io.github.dicomvolumes.data.Attributes;
import io.github.dicomvolumes.data.NumberText;
import io.github.dicomvolumes.data.Tag;

/**
 * The distances between the rows and the columns of a frame, and where they come from (PS3.3 10.7.1).
 *
 * @param row distance between rows, the height of a pixel; first value of Pixel Spacing
 * @param column distance between columns, the width of a pixel; second value
 * @param millimetres whether they are mm; otherwise only their ratio means something
 * @param note what people should know of the source, empty for plain Pixel Spacing
 */
public record InPlaneSpacing(double row, double column, boolean millimetres, String note) {

	/** Images that are projections: their Pixel Spacing may be that of the detector. */
	private static final Set<String> PROJECTIONS = Set.of("CR", "DX", "MG", "IO", "PX", "XA", "RF");
	private static final double SAME = 1e-4;

	static InPlaneSpacing of(final Attributes attributes) {
		final InPlaneSpacing pixels = of(attributes, Tag.PIXEL_SPACING, "");
		if (PROJECTIONS.contains(attributes.orElse(Tag.MODALITY, ""))) {
			final InPlaneSpacing projected = ofProjection(attributes, pixels);
			if (projected != null) return projected;
		}
		if (pixels != null) return comparedWithRegions(pixels, attributes);
		InPlaneSpacing other = of(attributes, Tag.IMAGER_PIXEL_SPACING,
			"pixel size at the detector (Imager Pixel Spacing)");
		if (other == null) other = of(attributes, Tag.NOMINAL_SCANNED_PIXEL_SPACING,
			"pixel size of the scanned film (Nominal Scanned Pixel Spacing)");
		if (other == null) other = of(attributes, Tag.IMAGE_PLANE_PIXEL_SPACING,
			"pixel size in the image plane (Image Plane Pixel Spacing)");
		if (other == null) other = ofUltrasound(attributes);
		return other == null ? unknown(attributes) : other;
	}

	/** Distance between rows for tolerances: NaN where it is not in mm. */
	public double rowMillimetres() {
		return millimetres ? row : Double.NaN;
	}

	/** Distance between columns for tolerances: NaN where it is not in mm. */
	public double columnMillimetres() {
		return millimetres ? column : Double.NaN;
	}

	/** A number that differs by less than 1 between spacings that are the same. */
	public double measure() {
		return (Math.log(row) + 0.6 * Math.log(column)) / (2 * SAME);
	}

	/** Whether both are within 0.01 % of another's and in the same unit. */
	public boolean isSameAs(final InPlaneSpacing other) {
		return millimetres == other.millimetres && Math.abs(row - other.row) <= SAME * row &&
			Math.abs(column - other.column) <= SAME * column;
	}

	/** The two values of an attribute; one value counts for both; null if they are no distances. */
	private static InPlaneSpacing of(final Attributes attributes, final int tag, final String note) {
		final double[] values = attributes.doubles(tag);
		if (values.length < 1 || values.length > 2) return null;
		final double row = values[0], column = values[values.length - 1];
		if (!isDistance(row) || !isDistance(column)) return null;
		return new InPlaneSpacing(row, column, true,
			values.length == 2 ? note : Tag.describe(tag) + " has one value, taken for both directions");
	}

	private static InPlaneSpacing ofProjection(final Attributes attributes, final InPlaneSpacing pixels) {
		final String calibration = attributes.orElse(Tag.PIXEL_SPACING_CALIBRATION_TYPE, "");
		if (pixels != null && calibration.equals("FIDUCIAL"))
			return pixels.withNote("pixel size calibrated by a fiducial");
		if (pixels != null && calibration.equals("GEOMETRY"))
			return pixels.withNote("pixel size corrected for magnification");
		final InPlaneSpacing detector = of(attributes, Tag.IMAGER_PIXEL_SPACING, "");
		if (detector == null) return pixels;
		final double magnification = magnification(attributes);
		if (magnification > 1 && isDistance(detector.row / magnification) &&
			isDistance(detector.column / magnification))
			return new InPlaneSpacing(detector.row / magnification, detector.column / magnification, true,
				"pixel size at the detector (Imager Pixel Spacing) divided by the magnification " + magnification);
		if (pixels != null && pixels.row < detector.row)
			return pixels.withNote("Pixel Spacing taken, smaller than Imager Pixel Spacing");
		return detector.withNote("pixel size at the detector (Imager Pixel Spacing)");
	}

	private static double magnification(final Attributes attributes) {
		final double estimated = attributes.number(Tag.ESTIMATED_RADIOGRAPHIC_MAGNIFICATION_FACTOR).orElse(0);
		if (estimated > 1) return estimated;
		final double detector = attributes.number(Tag.DISTANCE_SOURCE_TO_DETECTOR).orElse(0);
		final double patient = attributes.number(Tag.DISTANCE_SOURCE_TO_PATIENT).orElse(0);
		return patient > 0 ? detector / patient : 0;
	}

	/** The scale of an ultrasound image's tissue regions; null if it has none. */
	private static InPlaneSpacing ofUltrasound(final Attributes attributes) {
		final UltrasoundRegions regions = UltrasoundRegions.of(attributes).orElse(null);
		if (regions == null) return null;
		return regions.isKnown()
			? new InPlaneSpacing(regions.y(), regions.x(), true, "pixel size of the ultrasound region")
			: unknown(attributes).withNote("pixel size unknown: " + regions.problem());
	}

	/** Pixel Spacing, with a note if an ultrasound region says something else. */
	private static InPlaneSpacing comparedWithRegions(final InPlaneSpacing pixels, final Attributes attributes) {
		final InPlaneSpacing region = ofUltrasound(attributes);
		return region == null || !region.millimetres || region.isSameAs(pixels) ? pixels
			: pixels.withNote("Pixel Spacing is taken, " + pixels.sizes() + " mm; the ultrasound region says " +
				region.sizes() + " mm");
	}

	/** Width x height of a pixel. */
	private String sizes() {
		return NumberText.of(column) + " x " + NumberText.of(row);
	}

	/** Pixels without a size; Pixel Aspect Ratio gives height to width. */
	private static InPlaneSpacing unknown(final Attributes attributes) {
		final double[] ratio = attributes.doubles(Tag.PIXEL_ASPECT_RATIO);
		final boolean known = ratio.length == 2 && isDistance(ratio[0]) && isDistance(ratio[1]) &&
			isDistance(ratio[0] / ratio[1]);
		final String found = attributes.orElse(Tag.PIXEL_SPACING, "");
		return new InPlaneSpacing(known ? ratio[0] / ratio[1] : 1, 1, false,
			found.isEmpty() ? "pixel size unknown: no " + Tag.describe(Tag.PIXEL_SPACING)
				: "pixel size unknown: " + Tag.describe(Tag.PIXEL_SPACING) + " is " + found +
					"; it must be two numbers above 0");
	}

	private InPlaneSpacing withNote(final String newNote) {
		return new InPlaneSpacing(row, column, millimetres, newNote);
	}

	private static boolean isDistance(final double value) {
		return UltrasoundRegions.isDistance(value);
	}
}
