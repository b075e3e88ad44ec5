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

package io.github.dicomvolumes.geometry;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

import io.github.dicomvolumes.geometry.SliceSpacing.Verdict;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** R26 and R68(d): positions whose text has few decimals. */
class RoundedSpacingTest {

	static LongStream seeds() {
		return LongStream.range(0, 200);
	}

	/** Whatever the spacing and the decimals, an even stack stays one, and its spacing is right within the rounding. */
	@ParameterizedTest
	@MethodSource("seeds")
	void evenSlicesStayEven(final long seed) {
		final Random random = new Random(seed);
		final double unit = Math.pow(10, -random.nextInt(3));
		final double spacing = unit * (1.05 + 9 * random.nextDouble());
		final int n = 4 + random.nextInt(60);
		final double start = 100 * random.nextDouble();
		final double[] distances = rounded(unit, start, spacing, IntStream.range(0, n).toArray());
		final SliceSpacing found = of(distances, unit, spacing);
		assertEquals(Verdict.UNIFORM, found.verdict());
		assertEquals(spacing, found.spacing(), 2.0 * unit / (n - 1));
		assertArrayEquals(IntStream.range(0, n).toArray(), found.gridIndex());
	}

	/** The same where no spacing is declared, if it is not so near the unit that a slice might be missing. */
	@ParameterizedTest
	@MethodSource("seeds")
	void evenSlicesStayEvenWithoutDeclaredSpacing(final long seed) {
		final Random random = new Random(seed);
		final double spacing = 1.2 + 0.6 * random.nextDouble();
		final double[] distances = rounded(1, 10 * random.nextDouble(), spacing, IntStream.range(0, 24).toArray());
		final SliceSpacing found = of(distances, 1, 0);
		assertEquals(Verdict.UNIFORM, found.verdict());
		assertEquals(spacing, found.spacing(), 1.0 / 23);
	}

	/** A slice that is missing is not explained by rounding. */
	@ParameterizedTest
	@MethodSource("seeds")
	void missingSliceStaysMissing(final long seed) {
		final Random random = new Random(seed);
		final int n = 6 + random.nextInt(30), gone = 1 + random.nextInt(n - 2);
		final double spacing = 1 + random.nextInt(4);
		final int[] places = IntStream.range(0, n).filter(k -> k != gone).toArray();
		final SliceSpacing found = of(rounded(1, 7, spacing, places), 1, random.nextBoolean() ? spacing : 0);
		assertEquals(Verdict.MISSING, found.verdict());
		assertArrayEquals(new int[] { gone }, found.missing());
		assertEquals(spacing, found.spacing(), 1e-9);
	}

	/** Also where the text is rounded, if that is little beside the spacing. */
	@ParameterizedTest
	@MethodSource("seeds")
	void missingSliceOfARoundedStackIsFound(final long seed) {
		final Random random = new Random(seed);
		final int n = 6 + random.nextInt(30), gone = 1 + random.nextInt(n - 2);
		final int[] places = IntStream.range(0, n).filter(k -> k != gone).toArray();
		final SliceSpacing found = of(rounded(0.1, 30.3, 0.625, places), 0.1, 0.625);
		assertEquals(Verdict.MISSING, found.verdict());
		assertArrayEquals(new int[] { gone }, found.missing());
		assertEquals(0.625, found.spacing(), 0.2 / (n - 1));
	}

	@Test
	void exactTextLeavesUnevenSlicesUneven() {
		final double[] distances = { 0, 3, 6, 10, 14, 21 };
		assertEquals(Verdict.IRREGULAR, of(distances, 0, 3).verdict());
		assertFalse(of(distances, 1, 3).isRounded(), "one millimetre does not explain 7 mm");
		assertTrue(of(new double[] { 0, 3, 6, 10, 13 }, 1, 3.25).isRounded());
	}

	private static SliceSpacing of(final double[] distances, final double unit, final double declared) {
		return RoundedSpacing.of(distances, SliceSpacing.of(distances, 100), unit / 2, declared);
	}

	private static double[] rounded(final double unit, final double start, final double spacing, final int[] places) {
		return IntStream.of(places).mapToDouble(k -> unit * Math.rint((start + k * spacing) / unit)).toArray();
	}
}
