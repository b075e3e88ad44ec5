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

package io.github.dicomvolumes.series;

import java.util.ArrayList;
import java.util.List;

import io.github.dicomvolumes.data.Attributes;
import io.github.dicomvolumes.data.Tag;

/**
 * A segment of a segmentation (PS3.3 C.8.20.4).
 *
 * @param number the value of its pixels in a label image, above 0
 * @param label its name
 * @param rgb its colour as 0xRRGGBB; -1 if the file names none
 */
public record Segment(int number, String label, int rgb) {

	/** The segments that a data set describes, those without a number left out; none if it is no segmentation. */
	public static List<Segment> of(final Attributes attributes) {
		final List<Segment> segments = new ArrayList<>();
		for (final Attributes item : attributes.items(Tag.SEGMENT_SEQUENCE)) {
			final int number = item.orElse(Tag.SEGMENT_NUMBER, 0);
			if (number > 0 && number <= 0xFFFF)
				segments.add(new Segment(number, item.orElse(Tag.SEGMENT_LABEL, ""), rgb(item)));
		}
		return segments;
	}

	/** The colour that an item of the sequence names as 0xRRGGBB; -1 if it names none. */
	public static int rgb(final Attributes item) {
		return rgb(item.doubles(Tag.RECOMMENDED_DISPLAY_CIELAB_VALUE));
	}

	/** From CIELab as 16-bit numbers (PS3.3 C.10.7.1.1), white point D50, to sRGB, white point D65. */
	private static int rgb(final double[] coded) {
		if (coded.length != 3) return -1;
		final double l = coded[0] * 100 / 0xFFFF, a = coded[1] * 255 / 0xFFFF - 128, b = coded[2] * 255 / 0xFFFF - 128;
		final double y = (l + 16) / 116;
		final double x50 = 0.96422 * cube(y + a / 500), y50 = cube(y), z50 = 0.82521 * cube(y - b / 200);
		final double red = 3.1338561 * x50 - 1.6168667 * y50 - 0.4906146 * z50;
		final double green = -0.9787684 * x50 + 1.9161415 * y50 + 0.0334540 * z50;
		final double blue = 0.0719453 * x50 - 0.2289914 * y50 + 1.4052427 * z50;
		return gamma(red) << 16 | gamma(green) << 8 | gamma(blue);
	}

	private static double cube(final double t) {
		return t > 6 / 29.0 ? t * t * t : 3 * 36 / 841.0 * (t - 4 / 29.0);
	}

	private static int gamma(final double linear) {
		final double value = linear <= 0.0031308 ? 12.92 * linear : 1.055 * Math.pow(linear, 1 / 2.4) - 0.055;
		return (int) Math.round(255 * Math.max(0, Math.min(1, value)));
	}
}
