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

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import io.github.dicomvolumes.data.Attributes;
import io.github.dicomvolumes.data.NumberText;
import io.github.dicomvolumes.data.Tag;

/**
 * The pixel size of the tissue regions of an ultrasound image, which is one or they agree (PS3.3 C.8.5.5).
 *
 * @param x width of a pixel, mm; 0 if unknown
 * @param y height of a pixel, mm; 0 if unknown
 * @param problem why it is unknown; empty if it is known
 */
record UltrasoundRegions(double x, double y, String problem) {

	private static final int CENTIMETRES = 3;
	private static final double SAME = 1e-4;

	/** Empty if the image has no region of tissue. */
	static Optional<UltrasoundRegions> of(final Attributes image) {
		final List<Attributes> regions = new ArrayList<>();
		for (final Attributes region : image.items(Tag.SEQUENCE_OF_ULTRASOUND_REGIONS))
			if (isTissue(region)) regions.add(region);
		if (regions.isEmpty()) return Optional.empty();
		for (final Attributes region : regions) {
			if (!isDistance(x(region)) || !isDistance(y(region)))
				return unknown("the ultrasound region has no scale: " + describe(region));
			if (!isInside(region, image)) return unknown("the ultrasound region lies outside the image");
		}
		final Attributes first = regions.get(0);
		if (regions.stream().allMatch(other -> isSameScale(first, other)))
			return Optional.of(new UltrasoundRegions(x(first), y(first), ""));
		return unknown("the ultrasound regions have different scales, none is used: " +
			regions.stream().map(UltrasoundRegions::describe).collect(Collectors.joining("; ")));
	}

	boolean isKnown() {
		return problem.isEmpty();
	}

	/** From atoms to planets: what lies outside is a broken number. */
	static boolean isDistance(final double value) {
		return value > 1e-9 && value < 1e9;
	}

	private static Optional<UltrasoundRegions> unknown(final String why) {
		return Optional.of(new UltrasoundRegions(0, 0, why));
	}

	private static double x(final Attributes region) {
		return 10 * Math.abs(region.number(Tag.PHYSICAL_DELTA_X).orElse(0));
	}

	private static double y(final Attributes region) {
		return 10 * Math.abs(region.number(Tag.PHYSICAL_DELTA_Y).orElse(0));
	}

	private static boolean isSameScale(final Attributes a, final Attributes b) {
		return Math.abs(x(a) - x(b)) <= SAME * x(a) && Math.abs(y(a) - y(b)) <= SAME * y(a);
	}

	private static boolean isTissue(final Attributes region) {
		final int type = region.orElse(Tag.REGION_DATA_TYPE, 0);
		return region.orElse(Tag.REGION_SPATIAL_FORMAT, 0) == 1 && (type == 1 || type == 2) &&
			region.orElse(Tag.PHYSICAL_UNITS_X_DIRECTION, 0) == CENTIMETRES &&
			region.orElse(Tag.PHYSICAL_UNITS_Y_DIRECTION, 0) == CENTIMETRES;
	}

	private static boolean isInside(final Attributes region, final Attributes image) {
		return region.orElse(Tag.REGION_LOCATION_MIN_X0, 0) >= 0 && region.orElse(Tag.REGION_LOCATION_MIN_Y0, 0) >= 0 &&
			region.orElse(Tag.REGION_LOCATION_MAX_X1, 0) < image.orElse(Tag.COLUMNS, 0) &&
			region.orElse(Tag.REGION_LOCATION_MAX_Y1, 0) < image.orElse(Tag.ROWS, 0);
	}

	/** "0.1 x 0.2 mm in columns 0 to 99, rows 10 to 59". */
	private static String describe(final Attributes region) {
		return NumberText.of(x(region)) + " x " + NumberText.of(y(region)) + " mm in columns " +
			region.orElse(Tag.REGION_LOCATION_MIN_X0, 0) + " to " + region.orElse(Tag.REGION_LOCATION_MAX_X1, 0) +
			", rows " + region.orElse(Tag.REGION_LOCATION_MIN_Y0, 0) + " to " +
			region.orElse(Tag.REGION_LOCATION_MAX_Y1, 0);
	}
}
