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
import java.util.List;

/**
 * What the gaps between the slices of a stack say: whether they form a regular grid, which one, and what is missing in
 * it.
 * <p>
 * The gaps are compared with their median m. Up to 1 % of m (or the rounding of the positions' text) apart the stack is
 * uniform, up to 10 % nearly uniform. Otherwise the mean of the smallest gaps (those within 25 % of the smallest) is
 * tried as the spacing: if all gaps are multiples of it, to within 10 % of it, slices are missing. It is refined gap by
 * gap, the smaller ones first, so that its rounding does not spoil the large ones. All else is irregular, also a grid
 * of more than 2^30 places. Tolerances are relative, micro-CT with 0.005 mm works like any other.
 * </p>
 * <p>
 * Immutable. An analysis costs a sort of the gaps.
 * </p>
 */
public final class SliceSpacing {

	/** What the slices of a stack are like. */
	public enum Verdict {
		/** One slice: there is no gap to measure. */
		SINGLE,
		/** All gaps are equal within the tolerance; nothing to report. */
		UNIFORM,
		/** One volume, but gaps deviate noticeably, or many small deviations add up: to be reported. */
		NEARLY_UNIFORM,
		/** A regular grid in which slices are missing. */
		MISSING,
		/** No regular grid. */
		IRREGULAR
	}

	/** What the grid is made from. */
	enum Basis {
		/** The gaps alone. */
		GAPS,
		/** A spacing that the file declares, finer than the gaps show. */
		DECLARED,
		/** Gaps that are uneven only because their text has few decimals. */
		ROUNDED
	}

	/** Deviation of a gap, as a part of the spacing, that needs no mention. */
	private static final double UNIFORM = 0.01;

	/** More slices than a body has: a grid that needs more is no grid. */
	public static final int MAX_SLICES = 1 << 13;

	private final Verdict verdict;
	private final double spacing;
	private final double maxDeviation;
	private final int worstGap;
	private final double maxDrift;
	private final int[] gridIndex;
	private final Basis basis;

	private SliceSpacing(Verdict verdict, double spacing, double expectedGap, double[] distances, int[] gridIndex) {
		this(verdict, spacing, expectedGap, distances, gridIndex, Basis.GAPS);
	}

	SliceSpacing(Verdict verdict, double spacing, double expectedGap, double[] distances, int[] gridIndex,
		Basis basis)
	{
		this.basis = basis;
		this.verdict = verdict;
		this.spacing = spacing;
		this.gridIndex = gridIndex;
		int worst = -1;
		double deviation = 0;
		double drift = 0;
		for (int i = 0; i < distances.length - 1; i++) {
			double gap = distances[i + 1] - distances[i];
			double off = Math.abs(gap - (gridIndex[i + 1] - gridIndex[i]) * expectedGap);
			if (worst < 0 || off > deviation) {
				worst = i;
				deviation = off;
			}
			drift = Math.max(drift, Math.abs(distances[i + 1] - distances[0] - gridIndex[i + 1] * spacing));
		}
		this.worstGap = worst;
		this.maxDeviation = deviation;
		this.maxDrift = drift;
	}

	/**
	 * Analyses the slices of one stack.
	 *
	 * @param distances of the slices along the normal, mm, strictly ascending, at least one; repeated positions count
	 *        once
	 * @param largestCoordinate largest absolute component of their positions, mm, as
	 *        {@link Tolerances#largestCoordinate} has it: the rounding of the text they were read from depends on it
	 * @throws IllegalArgumentException if there is no distance, or they are not finite and strictly ascending
	 */
	public static SliceSpacing of(double[] distances, double largestCoordinate) {
		check(distances);
		int n = distances.length;
		int[] everyPlace = Gaps.slices(0, n);
		if (n == 1) return new SliceSpacing(Verdict.SINGLE, Double.NaN, Double.NaN, distances, everyPlace);

		double[] gaps = Gaps.between(distances);
		double median = Gaps.median(gaps);
		double mean = (distances[n - 1] - distances[0]) / (n - 1);
		var regular = new SliceSpacing(Verdict.UNIFORM, mean, median, distances, everyPlace);
		double nearly = Gaps.NEARLY_UNIFORM * median;
		double rounding = Math.min(nearly, Tolerances.textRounding(largestCoordinate));
		if (regular.maxDeviation <= Math.max(UNIFORM * median, rounding) && regular.maxDrift <= nearly) return regular;
		if (regular.maxDeviation <= nearly)
			return new SliceSpacing(Verdict.NEARLY_UNIFORM, mean, median, distances, everyPlace);

		double base = Gaps.commonDivisor(gaps);
		if (Double.isNaN(base)) return new SliceSpacing(Verdict.IRREGULAR, median, median, distances, everyPlace);
		return new SliceSpacing(Verdict.MISSING, base, base, distances, Gaps.places(gaps, base));
	}

	/**
	 * Analyses slices of which any may have been left out: on a grid of the declared spacing, if that is finer than the
	 * one their gaps show, and if the gaps are multiples of it.
	 *
	 * @param distances see {@link #of(double[], double)}
	 * @param largestCoordinate see {@link #of(double[], double)}
	 * @param declared mm; anything that is not above 0 declares nothing
	 */
	public static SliceSpacing of(final double[] distances, final double largestCoordinate, final double declared) {
		final SliceSpacing found = of(distances, largestCoordinate);
		if (!(declared > 0 && found.spacing > Gaps.SMALLEST_CLUSTER * declared)) return found;
		final double length = distances[distances.length - 1] - distances[0];
		double steps = 0;
		for (final double gap : Gaps.between(distances)) {
			final double multiple = Math.rint(gap / declared);
			if (multiple < 1 || Math.abs(gap - multiple * declared) > Gaps.NEARLY_UNIFORM * declared) return found;
			steps += multiple;
		}
		if (steps >= Gaps.MAX_PLACES) return found;
		final double base = length / steps;
		return new SliceSpacing(Verdict.MISSING, base, base, distances, Gaps.places(Gaps.between(distances), base),
			Basis.DECLARED);
	}

	/**
	 * Cuts a stack into the parts that each make one volume: single, uniform, nearly uniform, or with so few slices
	 * missing that they can be filled. A stack that is one of these already stays whole.
	 * <p>
	 * First it is cut at every gap in which, at the median gap, more slices are missing than half of those present:
	 * there two stacks share a series, or a lone slice. What then is no volume is cut into its {@link #runs}.
	 * </p>
	 *
	 * @param distances see {@link #of}
	 * @param largestCoordinate see {@link #of}
	 * @return the indices of the slices of each part, ascending; every slice is in exactly one part
	 * @throws IllegalArgumentException see {@link #of}
	 */
	public static List<int[]> split(double[] distances, double largestCoordinate) {
		if (of(distances, largestCoordinate).isVolume()) return List.of(Gaps.slices(0, distances.length));
		List<int[]> parts = new ArrayList<>();
		for (int[] part : cutAtWideGaps(distances)) {
			double[] partDistances = Arrays.copyOfRange(distances, part[0], part[0] + part.length);
			if (of(partDistances, largestCoordinate).isVolume()) parts.add(part);
			else for (int[] run : runs(partDistances))
				parts.add(Gaps.slices(part[0] + run[0], run.length));
		}
		return parts;
	}

	/**
	 * Cuts an irregular stack into its longest uniform runs.
	 * <p>
	 * The gaps of a run differ by 10 % of the smallest one at most. The slice between two runs belongs to both; it goes
	 * to the run of three or more slices if only one of them has as many, else to the one with the smaller gap (the
	 * finer stack has the better claim, and the answer is the same when counted from the other end), and if these are
	 * equal to the first. The other run keeps what remains if that is two slices or more. Slices in no run are single:
	 * 0 3 6 10 14 21 gives 0 3 6, 10 14, 21.
	 * </p>
	 *
	 * @param distances of the slices along the normal, mm, strictly ascending, at least one
	 * @return the indices of the slices of each run, ascending; every slice is in exactly one run
	 * @throws IllegalArgumentException see {@link #of}
	 */
	public static List<int[]> runs(double[] distances) {
		check(distances);
		return UniformRuns.of(distances);
	}

	/** What the slices are like. */
	public Verdict verdict() {
		return verdict;
	}

	/**
	 * The distance in mm between neighbouring places of the grid, measured over the whole stack. The median gap if the
	 * stack is irregular, NaN if it is a single slice.
	 */
	public double spacing() {
		return spacing;
	}

	/**
	 * The largest difference in mm between a gap and what it should be: the median gap, or where slices are missing the
	 * multiple of the spacing.
	 */
	public double maxDeviation() {
		return maxDeviation;
	}

	/** The 0-based gap with that difference, that between the slices at it and after it; -1 for a single slice. */
	public int worstGap() {
		return worstGap;
	}

	/** The largest distance in mm of a slice from its place in the grid that starts at the first slice. */
	public double maxDrift() {
		return maxDrift;
	}

	/**
	 * The place of every slice in the grid, 0-based, ascending from 0; a new array. Without missing slices it is 0 1 2
	 * ..., also if the stack is irregular.
	 */
	public int[] gridIndex() {
		return gridIndex.clone();
	}

	/**
	 * Whether the grid is finer than the gaps show, as the declared spacing of {@link #of(double[], double, double)}
	 * has it.
	 */
	public boolean isDeclared() {
		return basis == Basis.DECLARED;
	}

	/** Whether the gaps are uneven only as their text has few decimals, see {@link RoundedSpacing}. */
	public boolean isRounded() {
		return basis == Basis.ROUNDED;
	}

	/** How many places of the grid lie between the first and the last slice, both included. */
	public long gridSize() {
		return gridIndex[gridIndex.length - 1] + 1L;
	}

	/** How many places of the grid have no slice. */
	public long missingCount() {
		return gridSize() - gridIndex.length;
	}

	/** Whether few enough slices are missing to fill them in: up to half as many as there are. */
	public boolean isFillable() {
		return 2 * missingCount() <= gridIndex.length;
	}

	/**
	 * The 0-based places of the grid that have no slice, ascending; a new array. Empty if more are missing than there
	 * are slices, as one wild position would make a list without bound: {@link #missingCount()} is always right.
	 */
	public int[] missing() {
		if (missingCount() > gridIndex.length) return new int[0];
		int[] missing = new int[(int) missingCount()];
		int found = 0;
		for (int i = 1; i < gridIndex.length; i++)
			for (int place = gridIndex[i - 1] + 1; place < gridIndex[i]; place++)
				missing[found++] = place;
		return missing;
	}

	/**
	 * The parts without missing slices: cut at every gap where one is missing. An irregular stack, which has no grid,
	 * is one part.
	 *
	 * @return the indices of the slices (not their places in the grid) of each part, ascending
	 */
	public List<int[]> blocks() {
		List<int[]> blocks = new ArrayList<>();
		int start = 0;
		for (int i = 1; i <= gridIndex.length; i++)
			if (i == gridIndex.length || gridIndex[i] - gridIndex[i - 1] > 1) {
				blocks.add(Gaps.slices(start, i - start));
				start = i;
			}
		return blocks;
	}

	private boolean isVolume() {
		return verdict != Verdict.IRREGULAR && isFillable();
	}

	private static List<int[]> cutAtWideGaps(double[] distances) {
		double[] gaps = Gaps.between(distances);
		double widest = (distances.length / 2 + 1 + Gaps.NEARLY_UNIFORM) * Gaps.median(gaps);
		List<int[]> parts = new ArrayList<>();
		int start = 0;
		for (int i = 1; i <= distances.length; i++)
			if (i == distances.length || gaps[i - 1] > widest) {
				parts.add(Gaps.slices(start, i - start));
				start = i;
			}
		return parts;
	}

	private static void check(double[] distances) {
		if (distances.length == 0) throw new IllegalArgumentException("No slices, no spacing");
		for (int i = 0; i < distances.length; i++) {
			if (!Double.isFinite(distances[i]))
				throw new IllegalArgumentException("Distance " + distances[i] + " of slice " + i + " must be finite");
			if (i > 0 && distances[i] <= distances[i - 1]) throw new IllegalArgumentException(
				"Distances must ascend, but " + distances[i] + " follows " + distances[i - 1] + " at slice " + i);
		}
	}
}
