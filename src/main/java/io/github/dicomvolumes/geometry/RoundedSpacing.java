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
import java.util.stream.IntStream;

/**
 * Slices whose positions were written with few decimals: 0.625 mm apart, the text says 0.6, 0.7, 0.6, 0.6. They are
 * even if each is within its rounding of a place of an even grid.
 * <p>
 * Of the spacings for which that holds the declared one is taken, else the one for which the largest difference is
 * smallest. Where the gaps are multiples of the smallest too, as 1, 1, 1, 2 are, the stack may be even as well as lack
 * a slice: it lacks slices if the declared spacing is the smallest gap, or if none is declared and only one gap is
 * wide. Slices may be missing in an uneven stack too, if the rounding is at most a tenth of the spacing.
 * </p>
 */
public final class RoundedSpacing {

	/** As of sums of decimal numbers. */
	private static final double EXACT = 1e-6;

	/** Of fitting an even grid by chance: as of three slices whose rounding is a tenth of their gap. */
	private static final double CHANCE = 0.2;

	/** How near the declared spacing is to the one that it confirms. */
	private static final double SAME = 0.01;

	/** Steps of a search that halves its interval at least every second time. */
	private static final int STEPS = 80;

	private final double[] distances;
	private final double rounding;
	private final double declared;

	private RoundedSpacing(final double[] distances, final double rounding, final double declared) {
		this.distances = distances;
		this.rounding = rounding;
		this.declared = declared;
	}

	/**
	 * The gaps of slices again, in view of the rounding of their text.
	 *
	 * @param distances of the slices along the normal, mm, strictly ascending, at least one
	 * @param found what they are like if their text is exact
	 * @param rounding mm that a distance may be off because of the text; 0 if it is exact
	 * @param declared spacing, mm; anything that is not above 0 declares nothing
	 * @return {@code found} unless the rounding explains what is uneven
	 */
	public static SliceSpacing of(final double[] distances, final SliceSpacing found, final double rounding,
		final double declared)
	{
		final boolean isEven = found.verdict() == SliceSpacing.Verdict.SINGLE ||
			found.verdict() == SliceSpacing.Verdict.UNIFORM;
		if (isEven || !(rounding > 0)) return found;
		final var rounded = new RoundedSpacing(distances, rounding, declared);
		if (!rounded.areEnough()) return found;
		if (found.verdict() == SliceSpacing.Verdict.MISSING && rounded.confirms(found)) return found;
		final SliceSpacing even = rounded.on(IntStream.range(0, distances.length).toArray());
		if (even != null) return even;
		final SliceSpacing sparse = found.verdict() == SliceSpacing.Verdict.IRREGULAR ? rounded.onSparseGrid() : null;
		return sparse == null ? found : sparse;
	}

	/**
	 * Few slices prove nothing if the rounding is large beside their gaps: it may move each between the outermost ones
	 * to a place of an even grid, wherever they are. How likely that is by chance is the part of a gap that is within
	 * the rounding, for each of them. A declared spacing that fits is another witness.
	 */
	private boolean areEnough() {
		final int n = distances.length;
		if (n < 3) return false;
		final double gap = (distances[n - 1] - distances[0]) / (n - 1);
		final boolean isDeclared = declared > 0 && n > 3 &&
			spread(IntStream.range(0, n).toArray(), declared) <= bound();
		return isDeclared || Math.pow(2 * rounding / gap, n - 2) <= CHANCE * (1 + EXACT);
	}

	/** By how much distances from an even grid may differ. */
	private double bound() {
		return 2 * rounding * (1 + EXACT) + EXACT;
	}

	/** Whether slices are rather missing than rounded. */
	private boolean confirms(final SliceSpacing missing) {
		if (declared > 0) return Math.abs(declared - missing.spacing()) <= SAME * missing.spacing();
		final int[] places = missing.gridIndex();
		return IntStream.range(1, places.length).filter(i -> places[i] - places[i - 1] > 1).count() == 1;
	}

	/** The grid of the declared spacing, else of the smallest gaps, in which slices are missing; null if none fits. */
	private SliceSpacing onSparseGrid() {
		final double[] gaps = Gaps.between(distances);
		final double smallest = Arrays.stream(gaps).min().orElseThrow();
		final double base = declared > 0 ? declared
			: Arrays.stream(gaps).filter(gap -> gap <= smallest + 2 * rounding).average().orElseThrow();
		final double longest = Arrays.stream(gaps).max().orElseThrow() / base;
		if (rounding > Gaps.NEARLY_UNIFORM * base || longest * gaps.length >= Gaps.MAX_PLACES) return null;
		final int[] places = Gaps.places(gaps, base);
		return IntStream.range(1, places.length).allMatch(i -> places[i] > places[i - 1]) ? on(places) : null;
	}

	/** A grid that has the slices at some places, if they fit one; else null. */
	private SliceSpacing on(final int[] places) {
		final double bound = bound();
		double spacing = declared;
		if (!(declared > 0) || spread(places, declared) > bound) spacing = tightest(places);
		if (spread(places, spacing) > bound) return null;
		final boolean isFull = places[places.length - 1] == places.length - 1;
		return new SliceSpacing(isFull ? SliceSpacing.Verdict.UNIFORM : SliceSpacing.Verdict.MISSING, spacing, spacing,
			distances, places, SliceSpacing.Basis.ROUNDED);
	}

	/** The spacing for which the slices differ least from the grid, by a search by thirds: the spread is convex. */
	private double tightest(final int[] places) {
		final int last = places[places.length - 1];
		final double length = distances[distances.length - 1] - distances[0];
		double low = Math.max(0, length - 2 * rounding) / last, high = (length + 2 * rounding) / last;
		for (int step = 0; step < STEPS; step++) {
			final double a = low + (high - low) / 3, b = high - (high - low) / 3;
			if (spread(places, a) <= spread(places, b)) high = b;
			else low = a;
		}
		return (low + high) / 2;
	}

	/** From the slice farthest below its place to the one farthest above, mm, wherever the grid starts. */
	private double spread(final int[] places, final double spacing) {
		double low = Double.POSITIVE_INFINITY, high = Double.NEGATIVE_INFINITY;
		for (int i = 0; i < places.length; i++) {
			final double off = distances[i] - places[i] * spacing;
			low = Math.min(low, off);
			high = Math.max(high, off);
		}
		return high - low;
	}
}
