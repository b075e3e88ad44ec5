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

import java.util.Arrays;

/** The gaps between slices in ascending order, and what they have in common. */
final class Gaps {

	/** Deviation of a gap from (a multiple of) the spacing, as a part of the spacing, that still makes one volume. */
	static final double NEARLY_UNIFORM = 0.1;

	/** How much larger than the smallest gap one may be and be the same: 1.1 / 0.9, rounded up. */
	static final double SMALLEST_CLUSTER = 1.25;

	/** Places of a grid; an int can count them, with room for rounding. */
	static final int MAX_PLACES = 1 << 30;

	private Gaps() {}

	/** From each of some ascending distances to the next. */
	static double[] between(double[] distances) {
		double[] gaps = new double[distances.length - 1];
		for (int i = 0; i < gaps.length; i++)
			gaps[i] = distances[i + 1] - distances[i];
		return gaps;
	}

	/** The indices of some slices that follow each other. */
	static int[] slices(int start, int length) {
		int[] slices = new int[length];
		for (int i = 0; i < length; i++)
			slices[i] = start + i;
		return slices;
	}

	/** The middle one of some numbers, or the mean of the two in the middle. */
	static double median(double[] values) {
		double[] sorted = values.clone();
		Arrays.sort(sorted);
		int middle = sorted.length / 2;
		return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
	}

	/**
	 * The number of which all gaps are multiples, or NaN. It is also NaN if they are the multiple 1 throughout, for
	 * then no slice is missing, and if the grid would have more than 2^30 places.
	 */
	static double commonDivisor(double[] gaps) {
		double[] sorted = gaps.clone();
		Arrays.sort(sorted);
		double base = Arrays.stream(sorted)
			.takeWhile(gap -> gap <= SMALLEST_CLUSTER * sorted[0])
			.average()
			.orElseThrow();
		double length = 0;
		double steps = 0;
		for (double gap : sorted) {
			double multiple = Math.rint(gap / base);
			if (Math.abs(gap - multiple * base) > NEARLY_UNIFORM * base) return Double.NaN;
			length += gap;
			steps += multiple;
			base = length / steps;
		}
		return steps > gaps.length && steps < MAX_PLACES ? base : Double.NaN;
	}

	/** The places of slices in a grid, from 0. */
	static int[] places(double[] gaps, double spacing) {
		int[] places = new int[gaps.length + 1];
		for (int i = 0; i < gaps.length; i++)
			places[i + 1] = places[i] + (int) Math.rint(gaps[i] / spacing);
		return places;
	}
}
