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

package io.github.dicomvolumes.pixels;

import static io.github.dicomvolumes.pixels.Slices.decode;
import static io.github.dicomvolumes.pixels.Slices.slice;
import static io.github.dicomvolumes.pixels.Slices.words;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.dicomvolumes.data.DicomException;
import io.github.dicomvolumes.data.Tag;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;

import org.junit.jupiter.api.Test;

class DisplayRangeTest {

	@Test
	void firstPreset() {
		final Window soft = new Window(40, 400, "SOFT", Window.Function.LINEAR_EXACT);
		final Window bone = new Window(450, 1600, "BONE", Window.Function.LINEAR_EXACT);
		assertEquals(Optional.of(new DisplayRange(-160, 240)), DisplayRange.of(List.of(soft, bone)));
		assertEquals(Optional.empty(), DisplayRange.of(List.of()));
	}

	@Test
	void signedPadding() throws DicomException {
		for (final boolean real : new boolean[] { false, true }) {
			final FrameCoding coding = slice().bits(16, 16, 15, true)
				.rescale(1, -1024)
				.with(Tag.PIXEL_PADDING_VALUE, 63536)
				.coding();
			final PlanePlan plan = PlanePlan.of(List.of(coding), real);
			final Object plane = decode(plan, coding,
				words(coding.format(), (row, column) -> row == 0 ? -2000 : -100 + 10 * row + column));
			assertEquals(Optional.of(new DisplayRange(-1114, -999)), range(plan, coding, plane, 5));
		}
	}

	@Test
	void falseSlopeStillAscends() throws DicomException {
		final FrameCoding coding = slice().rescale(-2, 0).coding();
		final PlanePlan plan = PlanePlan.of(List.of(coding), false);
		final Object plane = decode(plan, coding, words(coding.format(), (row, column) -> 10 * row + column));
		assertEquals(Optional.of(new DisplayRange(-250, 0)), range(plan, coding, plane, 1));
	}

	@Test
	void onlyPaddingHasNoRange() throws DicomException {
		final FrameCoding coding = slice().with(Tag.PIXEL_PADDING_VALUE, 7).coding();
		final PlanePlan plan = PlanePlan.of(List.of(coding), false);
		assertEquals(Optional.empty(),
			range(plan, coding, decode(plan, coding, words(coding.format(), (row, column) -> 7)), 1));
	}

	@Test
	void numbersThatAreNoneDoNotCount() throws DicomException {
		final FrameCoding coding = slice().coding();
		final PlanePlan plan = PlanePlan.of(List.of(coding), true);
		final float[] plane = new float[192];
		plane[0] = Float.NaN;
		plane[1] = Float.POSITIVE_INFINITY;
		plane[2] = 3;
		assertEquals(Optional.of(new DisplayRange(0, 3)), range(plan, coding, plane, 1));
	}

	@Test
	void outliersOfLargeVolumesDoNotCount() throws DicomException {
		final FrameCoding coding = slice().with(Tag.COLUMNS, 1000).with(Tag.ROWS, 1000).coding();
		final PlanePlan plan = PlanePlan.of(List.of(coding), false);
		final Random random = new Random(1);
		final short[] plane = new short[1_000_000];
		for (int i = 0; i < plane.length; i++)
			plane[i] = (short) (i % 10_000 == 0 ? 60_000 : i % 10_000 == 1 ? 3 : 1000 + random.nextInt(1000));
		final DisplayRange range = range(plan, coding, plane, 20).orElseThrow();
		assertEquals(1000, range.low(), 5);
		assertEquals(1999, range.high(), 5);
	}

	@Test
	void refusesWrongOrder() {
		assertThrows(IllegalArgumentException.class, () -> new DisplayRange(1, 0));
		assertThrows(IllegalArgumentException.class, () -> new DisplayRange(Double.NaN, 0));
	}

	private static Optional<DisplayRange> range(final PlanePlan plan, final FrameCoding coding, final Object plane,
		final int planes)
	{
		return ValueSample.of(plan, Collections.nCopies(planes, plane), Collections.nCopies(planes, coding)).range();
	}
}
