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

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.github.dicomvolumes.data.Attributes;
import io.github.dicomvolumes.data.Tag;

class SegmentTest {

	/**
	 * Lab of the corners of sRGB, D50: white 100 0 0, red 54.3 80.8 69.9, green 87.8 -79.3 81.0, blue 29.6 68.3 -112.0.
	 */
	@ParameterizedTest
	@CsvSource({ "0, 32896, 32896, 000000", "65535, 32896, 32896, FFFFFF", "35586, 53662, 50860, FF0000",
		"57540, 12517, 53713, 00FF00", "19391, 50449, 4112, 0000FF" })
	void labColoursBecomeRgb(final int l, final int a, final int b, final String rgb) {
		final int colour = segments(l, a, b).get(0).rgb();
		final int expected = Integer.parseInt(rgb, 16);
		for (int shift = 0; shift <= 16; shift += 8)
			assertEquals(expected >> shift & 0xFF, colour >> shift & 0xFF, 3, () -> Integer.toHexString(colour));
	}

	@Test
	void colourMayBeAbsent() {
		assertEquals(List.of(new Segment(4, "Liver", -1)), segments());
	}

	@Test
	void segmentsWithoutNumberAreLeftOut() {
		assertEquals(List.of(),
			Segment.of(Attributes.builder().put(Tag.SEGMENT_SEQUENCE, List.of(Attributes.EMPTY)).build()));
	}

	private static List<Segment> segments(final double... lab) {
		final var item = Attributes.builder().put(Tag.SEGMENT_NUMBER, 4).put(Tag.SEGMENT_LABEL, "Liver");
		if (lab.length > 0) item.put(Tag.RECOMMENDED_DISPLAY_CIELAB_VALUE, lab);
		return Segment.of(Attributes.builder().put(Tag.SEGMENT_SEQUENCE, List.of(item.build())).build());
	}
}
