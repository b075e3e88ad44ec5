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

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** The rule of {@code SliceSpacing.runs}: stretches of equal gaps, and who gets the slices between two of them. */
final class UniformRuns {

	/** Slices from first to last, both included, one or more equal gaps apart; the last one starts the next stretch. */
	private record Stretch(int first, int last, double smallestGap) {

		boolean isPair() {
			return last - first == 1;
		}
	}

	/** Three slices and more before pairs, then small gaps before large ones, then in order. */
	private static final Comparator<Stretch> BEST_CLAIM = Comparator.comparing(Stretch::isPair)
		.thenComparingDouble(Stretch::smallestGap)
		.thenComparingInt(Stretch::first);

	private UniformRuns() {}

	static List<int[]> of(double[] distances) {
		if (distances.length == 1) return List.of(new int[] { 0 });
		List<Stretch> stretches = stretches(Gaps.between(distances));
		stretches.sort(BEST_CLAIM);
		boolean[] taken = new boolean[distances.length];
		List<int[]> runs = new ArrayList<>();
		for (Stretch stretch : stretches) {
			int first = taken[stretch.first] ? stretch.first + 1 : stretch.first;
			int last = taken[stretch.last] ? stretch.last - 1 : stretch.last;
			if (first >= last) continue;
			Arrays.fill(taken, first, last + 1, true);
			runs.add(Gaps.slices(first, last - first + 1));
		}
		IntStream.range(0, taken.length).filter(slice -> !taken[slice]).forEach(slice -> runs.add(new int[] { slice }));
		runs.sort(Comparator.comparingInt(run -> run[0]));
		return runs;
	}

	private static List<Stretch> stretches(double[] gaps) {
		List<Stretch> stretches = new ArrayList<>();
		int first = 0;
		double smallest = gaps[0];
		double largest = gaps[0];
		for (int i = 1; i < gaps.length; i++) {
			double newSmallest = Math.min(smallest, gaps[i]);
			double newLargest = Math.max(largest, gaps[i]);
			if (newLargest - newSmallest <= Gaps.NEARLY_UNIFORM * newSmallest) {
				smallest = newSmallest;
				largest = newLargest;
				continue;
			}
			stretches.add(new Stretch(first, i, smallest));
			first = i;
			smallest = gaps[i];
			largest = gaps[i];
		}
		stretches.add(new Stretch(first, gaps.length, smallest));
		return stretches;
	}
}
