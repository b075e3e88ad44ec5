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
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

import io.github.dicomvolumes.geometry.SliceSpacing.Verdict;

import org.junit.jupiter.api.Test;

class SliceSpacingTest {

	private static SliceSpacing analyse(double... distances) {
		return SliceSpacing.of(distances, Math.abs(distances[distances.length - 1]));
	}

	private static String split(double... distances) {
		return text(SliceSpacing.split(distances, Math.abs(distances[distances.length - 1])));
	}

	private static String runs(double... distances) {
		return text(SliceSpacing.runs(distances));
	}

	/** {@code "0 1 2, 3 4"} for two parts. */
	private static String text(List<int[]> parts) {
		return String.join(", ",
			parts.stream()
				.map(part -> String.join(" ", Arrays.stream(part).mapToObj(String::valueOf).toList()))
				.toList());
	}

	private static double[] regular(int n, double first, double spacing) {
		return IntStream.range(0, n).mapToDouble(k -> first + k * spacing).toArray();
	}

	// -- Uniform (R26) --

	@Test
	void singleSliceHasNoSpacing() {
		SliceSpacing single = analyse(30);
		assertEquals(Verdict.SINGLE, single.verdict());
		assertTrue(Double.isNaN(single.spacing()));
		assertEquals(-1, single.worstGap());
		assertEquals(1, single.gridSize());
		assertEquals("0", split(30));
		assertEquals("0", runs(30));
	}

	@Test
	void twoSlicesAreUniform() {
		assertEquals(Verdict.UNIFORM, analyse(30, 33).verdict());
		assertEquals(3, analyse(30, 33).spacing());
	}

	/** R25: the mean of the gaps, (last - first) / (n - 1). */
	@Test
	void jitterOfOnePercentIsSilent() {
		SliceSpacing s = analyse(30, 33, 36.01, 38.99, 42.02);
		assertEquals(Verdict.UNIFORM, s.verdict());
		assertEquals(3.005, s.spacing(), 1e-12);
		assertEquals(0.025, s.maxDeviation(), 1e-12);
		assertEquals(0.025, s.maxDrift(), 1e-12);
		assertArrayEquals(new int[] { 0, 1, 2, 3, 4 }, s.gridIndex());
		assertEquals(0, s.missingCount());
	}

	/** NIH GE: gaps of 4.99996 to 5.00004. */
	@Test
	void roundedTextIsSilent() {
		assertEquals(Verdict.UNIFORM, analyse(0, 4.99996, 10, 15.00004, 20).verdict());
		Random random = new Random(26);
		double[] distances = regular(1000, -400, 1.0 / 3);
		for (int k = 0; k < distances.length; k++)
			distances[k] = Math.rint((distances[k] + 1e-5 * random.nextDouble()) * 1e5) / 1e5;
		assertEquals(Verdict.UNIFORM, SliceSpacing.of(distances, 400).verdict());
	}

	/** The tolerance of text lets 6 significant digits pass that a relative one would not, but never more than 10 %. */
	@Test
	void roundingOfLargeCoordinatesIsSilentUpToATenthOfTheSpacing() {
		double[] sixDigits = { 300.000, 300.010, 300.020, 300.0305, 300.040 };
		assertEquals(Verdict.UNIFORM, SliceSpacing.of(sixDigits, 300).verdict());
		assertEquals(Verdict.NEARLY_UNIFORM, SliceSpacing.of(sixDigits, 0).verdict());
		double[] doubled = { 0, 0.005, 0.010, 0.020, 0.025 };
		assertEquals(Verdict.MISSING, SliceSpacing.of(doubled, 1e6).verdict());
	}

	@Test
	void microCtIsUniform() {
		SliceSpacing s = analyse(0, 0.005, 0.01, 0.015, 0.02);
		assertEquals(Verdict.UNIFORM, s.verdict());
		assertEquals(0.005, s.spacing(), 1e-15);
	}

	@Test
	void fivePercentIsNearlyUniformAndSaysWhere() {
		SliceSpacing s = analyse(0, 3, 6, 9.15, 12.15, 15.15);
		assertEquals(Verdict.NEARLY_UNIFORM, s.verdict());
		assertEquals(0.15, s.maxDeviation(), 1e-12);
		assertEquals(2, s.worstGap());
		assertEquals(3.03, s.spacing(), 1e-12);
		assertEquals("0 1 2 3 4 5", split(0, 3, 6, 9.15, 12.15, 15.15));
	}

	/** Gaps within 1 % whose deviations add up to several slices are worth a warning. */
	@Test
	void driftIsNotSilent() {
		double[] distances = new double[1001];
		for (int k = 1; k < distances.length; k++)
			distances[k] = distances[k - 1] + (k <= 500 ? 3.00 : 3.04);
		SliceSpacing s = SliceSpacing.of(distances, 3000);
		assertEquals(Verdict.NEARLY_UNIFORM, s.verdict());
		assertEquals(0.02, s.maxDeviation(), 1e-9);
		assertEquals(10, s.maxDrift(), 1e-6);
	}

	// -- Missing (R27) --

	@Test
	void missingSlice() {
		SliceSpacing s = analyse(30, 33, 36, 42, 45);
		assertEquals(Verdict.MISSING, s.verdict());
		assertEquals(3, s.spacing());
		assertArrayEquals(new int[] { 0, 1, 2, 4, 5 }, s.gridIndex());
		assertArrayEquals(new int[] { 3 }, s.missing());
		assertEquals(1, s.missingCount());
		assertEquals(6, s.gridSize());
		assertTrue(s.isFillable());
		assertEquals("0 1 2, 3 4", text(s.blocks()));
		assertEquals("0 1 2 3 4", split(30, 33, 36, 42, 45));
	}

	@Test
	void microCtMissingSlice() {
		SliceSpacing s = analyse(0, 0.005, 0.01, 0.02, 0.025);
		assertEquals(Verdict.MISSING, s.verdict());
		assertEquals(0.005, s.spacing(), 1e-15);
		assertArrayEquals(new int[] { 3 }, s.missing());
	}

	@Test
	void oneSliceMissingAmongThree() {
		SliceSpacing s = analyse(0, 3, 9);
		assertArrayEquals(new int[] { 2 }, s.missing());
		assertTrue(s.isFillable());
	}

	/** The spacing is refined by the small gaps before large ones are divided by it. */
	@Test
	void missingSlicesDespiteRoundedPositions() {
		SliceSpacing s = analyse(0, 0.33, 0.67, 1.00, 11.33, 11.67, 12.00);
		assertEquals(Verdict.MISSING, s.verdict());
		assertEquals(1.0 / 3, s.spacing(), 1e-12);
		assertEquals(30, s.missingCount());
		assertEquals(0, s.missing().length, "more than there are slices");
		assertEquals("0 1 2 3, 4 5 6", split(0, 0.33, 0.67, 1.00, 11.33, 11.67, 12.00));
	}

	/** pydicom 77654033/CT2: 202.5 mm are 162 gaps of 1.25 mm. */
	@Test
	void tooManyMissingAreSplit() {
		double[] ct2 = { -99.48, 103.02, 104.27, 105.52 };
		SliceSpacing s = SliceSpacing.of(ct2, 160);
		assertEquals(Verdict.MISSING, s.verdict());
		assertEquals(161, s.missingCount());
		assertEquals(1.25, s.spacing(), 1e-9);
		assertFalse(s.isFillable());
		assertEquals("0, 1 2 3", text(s.blocks()));
		assertEquals("0, 1 2 3", split(ct2));
	}

	@Test
	void halfAsManyMissingAsPresentAreFilled() {
		assertTrue(analyse(0, 1, 4, 5).isFillable(), "2 missing, 4 present");
		assertFalse(analyse(0, 1, 5, 6).isFillable(), "3 missing, 4 present");
	}

	@Test
	void theFarStackIsCutOffAndTheMissingSliceStillFilled() {
		double[] distances = { 0, 1, 2, 3, 103, 104, 105, 107, 108 };
		assertEquals("0 1 2 3, 4 5 6 7 8", split(distances));
		assertEquals("0 1 2 3, 4 5 6, 7 8", text(SliceSpacing.of(distances, 108).blocks()));
	}

	@Test
	void wildGapsAllocateNothing() {
		SliceSpacing far = analyse(0, 1, 2, 1e9);
		assertEquals(Verdict.MISSING, far.verdict());
		assertEquals(1_000_000_001L, far.gridSize());
		assertEquals(999_999_997L, far.missingCount());
		assertEquals(0, far.missing().length);
		assertEquals("0 1 2, 3", split(0, 1, 2, 1e9));
		assertEquals(Verdict.IRREGULAR, analyse(0, 1, 2, 1e12).verdict(), "more than 2^30 places");
		assertEquals("0 1 2, 3", split(0, 1, 2, 1e12));
	}

	/** A slice that is there twice, a little displaced, must not tear the stack into single slices. */
	@Test
	void nearDuplicateLeavesTheStack() {
		assertEquals("0 1, 2 3 4 5", split(0, 3, 3.02, 6, 9, 12));
	}

	// -- Irregular (R28) --

	@Test
	void irregularSplitsIntoRuns() {
		double[] irregular = { 0, 3, 6, 10, 14, 21 };
		SliceSpacing s = analyse(irregular);
		assertEquals(Verdict.IRREGULAR, s.verdict());
		assertEquals(4, s.spacing(), "the median gap");
		assertEquals(3, s.maxDeviation());
		assertEquals(4, s.worstGap());
		assertArrayEquals(new int[] { 0, 1, 2, 3, 4, 5 }, s.gridIndex());
		assertEquals("0 1 2, 3 4, 5", runs(irregular));
		assertEquals("0 1 2, 3 4, 5", split(irregular));
	}

	@Test
	void twoStacksInOneSeries() {
		assertEquals("0 1 2 3, 4 5 6 7", split(30, 33, 36, 39, 500, 503, 506, 509));
		assertEquals("0 1 2 3, 4 5 6 7", runs(30, 33, 36, 39, 500, 503, 506, 509));
		assertEquals("0 1 2 3, 4 5 6 7", split(30, 33, 36, 39, 501, 504, 507, 510));
	}

	@Test
	void sliceBetweenTwoRunsJoinsTheFinerOne() {
		assertEquals("0 1 2 3, 4 5 6", runs(0, 4, 8, 12, 19, 26, 33));
		assertEquals("0 1 2, 3 4 5 6", runs(0, 7, 14, 21, 25, 29, 33));
	}

	@Test
	void sliceBetweenARunAndAPairJoinsTheRun() {
		assertEquals("0 1 2, 3", runs(0, 7, 14, 18));
		assertEquals("0, 1 2 3", runs(0, 4, 11, 18));
	}

	@Test
	void jitterDoesNotBreakARun() {
		assertEquals("0 1 2 3, 4 5 6", runs(0, 3, 6.1, 9.2, 16, 22.9, 29.8));
	}

	/** Laws: every slice is in one run, runs are consecutive, and each is a volume by itself. */
	@Test
	void splittingLeavesOnlyVolumes() {
		Random random = new Random(28);
		for (int n = 0; n < 3000; n++) {
			double[] gaps = { 1 + random.nextInt(4), 1 + random.nextInt(9), random.nextInt(10) == 0 ? 1e7 : 2.5 };
			double[] distances = new double[1 + random.nextInt(30)];
			for (int k = 1; k < distances.length; k++)
				distances[k] = distances[k - 1] +
					gaps[random.nextInt(4) == 0 ? random.nextInt(3) : 0] * (1 + random.nextDouble() * 0.08);
			for (List<int[]> parts : List.of(SliceSpacing.runs(distances), SliceSpacing.split(distances, 0))) {
				int next = 0;
				for (int[] part : parts) {
					for (int slice : part)
						assertEquals(next++, slice);
					SliceSpacing again = SliceSpacing.of(Arrays.copyOfRange(distances, part[0], next), 0);
					assertTrue(again.verdict() != Verdict.IRREGULAR && again.isFillable());
				}
				assertEquals(distances.length, next);
			}
		}
	}

	/** Law: slices taken out of a regular stack are found again. */
	@Test
	void findsWhatWasTakenOut() {
		Random random = new Random(27);
		for (int n = 0; n < 1000; n++) {
			double spacing = Math.pow(10, random.nextDouble() * 4 - 2.5);
			int size = 10 + random.nextInt(200);
			int gone = 4 + random.nextInt(size - 8);
			double[] distances = IntStream.range(0, size)
				.filter(k -> k != gone)
				.mapToDouble(k -> -100 + k * spacing)
				.toArray();
			SliceSpacing s = SliceSpacing.of(distances, 0);
			assertEquals(Verdict.MISSING, s.verdict());
			assertArrayEquals(new int[] { gone }, s.missing());
			assertEquals(spacing, s.spacing(), 1e-9);
		}
	}

	// -- Contract --

	@Test
	void refusesWhatDoesNotAscend() {
		assertThrows(IllegalArgumentException.class, () -> SliceSpacing.of(new double[0], 0));
		assertThrows(IllegalArgumentException.class, () -> analyse(0, 3, 3));
		assertThrows(IllegalArgumentException.class, () -> analyse(0, Double.NaN));
		assertThrows(IllegalArgumentException.class, () -> analyse(0, Double.POSITIVE_INFINITY));
		assertThrows(IllegalArgumentException.class, () -> SliceSpacing.runs(new double[] { 2, 1 }));
	}

	@Test
	void handsOutCopies() {
		SliceSpacing s = analyse(0, 3, 6);
		s.gridIndex()[0] = 7;
		assertArrayEquals(new int[] { 0, 1, 2 }, s.gridIndex());
	}

	// -- A spacing that is said --

	/** Planes 0, 2 and 6 of a grid, told by the file; what does not fit, or is no finer, changes nothing. */
	@Test
	void gridThatIsSaidCountsIfTheGapsAreMultiples() {
		double[] distances = { 0, 6, 18 };
		SliceSpacing said = SliceSpacing.of(distances, 18, 3);
		assertEquals(3, said.spacing());
		assertArrayEquals(new int[] { 0, 2, 6 }, said.gridIndex());
		assertEquals(Verdict.MISSING, said.verdict());
		assertTrue(said.isDeclared());
		for (double other : new double[] { 0, -3, Double.NaN, 6, 4, 5.9, 30, 1e-12 }) {
			SliceSpacing found = SliceSpacing.of(distances, 18, other);
			assertEquals(6, found.spacing(), "said " + other);
			assertFalse(found.isDeclared(), "said " + other);
		}
		assertEquals(Verdict.SINGLE, SliceSpacing.of(new double[] { 5 }, 5, 3).verdict());
	}

	/** Two planes that are nearer than the grid would get the same place in it, and one of them would be lost. */
	@Test
	void gridThatIsSaidLosesNoPlane() {
		final SliceSpacing found = SliceSpacing.of(new double[] { 0, 0.07, 2.07, 4.10 }, 4.1, 1);
		assertFalse(found.isDeclared());
		assertEquals(4, Arrays.stream(found.gridIndex()).distinct().count());
	}
}
