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

package io.github.dicomvolumes.volume.structures;

import java.util.Arrays;

/**
 * From where to where along their normal the planes of contours count: halfway to the next plane, where that is as far
 * as planes regularly are; else half the regular spacing, and the gap between stays open.
 *
 * @param regular the spacing that most planes have, mm
 * @param low where each plane begins, mm, inclusive
 * @param high where it ends, exclusive
 * @param open the gaps that stay open, mm, ascending
 */
record ContourSpacing(double regular, double[] low, double[] high, double[] open) {

	/** How much larger than the smallest gap one may be and be the same: 1.1 / 0.9, rounded up. */
	private static final double SAME_GAP = 1.25;

	/** Differences of neighbouring gaps, as a part of them, up to which they are equal. */
	private static final double EQUAL = 0.1;

	/** So many equal gaps in a row are regular there, though elsewhere planes lie closer. */
	private static final int RUN = 3;

	/**
	 * @param planes distance of each plane along the normal, mm, ascending, at least one
	 * @param voxel what a single plane counts, mm
	 */
	static ContourSpacing of(final double[] planes, final double voxel) {
		final int n = planes.length;
		final double[] gaps = new double[n - 1];
		for (int i = 0; i < gaps.length; i++)
			gaps[i] = planes[i + 1] - planes[i];
		final double[] same = mostCommon(gaps);
		final double regular = n > 1 ? same[same.length / 2] : voxel;
		final boolean[] isRun = runs(gaps);
		final double[] low = new double[n], high = new double[n], open = new double[n];
		int opened = 0;
		low[0] = planes[0] - local(gaps, isRun, 0, regular) / 2;
		for (int i = 0; i < gaps.length; i++) {
			if (isRun[i] || gaps[i] <= SAME_GAP * same[0]) {
				high[i] = low[i + 1] = (planes[i] + planes[i + 1]) / 2;
				continue;
			}
			open[opened++] = gaps[i];
			high[i] = planes[i] + Math.min(gaps[i], local(gaps, isRun, i - 1, regular)) / 2;
			low[i + 1] = planes[i + 1] - Math.min(gaps[i], local(gaps, isRun, i + 1, regular)) / 2;
		}
		high[n - 1] = planes[n - 1] + local(gaps, isRun, n - 2, regular) / 2;
		Arrays.sort(open, 0, opened);
		return new ContourSpacing(regular, low, high, Arrays.copyOf(open, opened));
	}

	/** The gaps, ascending, that are the same as most; the smaller ones of equally many. */
	private static double[] mostCommon(final double[] gaps) {
		final double[] sorted = gaps.clone();
		Arrays.sort(sorted);
		int from = 0, to = 0;
		for (int first = 0, end = 0; first < sorted.length; first++) {
			while (end < sorted.length && sorted[end] <= SAME_GAP * sorted[first])
				end++;
			if (end - first <= to - from) continue;
			from = first;
			to = end;
		}
		return Arrays.copyOfRange(sorted, from, to);
	}

	/** For each gap whether it is one of several equal ones in a row. */
	private static boolean[] runs(final double[] gaps) {
		final boolean[] isRun = new boolean[gaps.length];
		for (int first = 0, end; first < gaps.length; first = end) {
			end = first + 1;
			while (end < gaps.length && Math.abs(gaps[end] - gaps[end - 1]) <= EQUAL * gaps[end - 1])
				end++;
			if (end - first >= RUN) Arrays.fill(isRun, first, end, true);
		}
		return isRun;
	}

	/** The spacing around a gap: its own in a run. */
	private static double local(final double[] gaps, final boolean[] isRun, final int gap, final double regular) {
		return gap >= 0 && gap < gaps.length && isRun[gap] ? gaps[gap] : regular;
	}
}
