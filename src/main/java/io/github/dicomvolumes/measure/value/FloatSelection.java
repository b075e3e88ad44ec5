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

package io.github.dicomvolumes.measure.value;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import io.github.dicomvolumes.measure.shape.Runs;

/**
 * The second look at values of 32 bits: moments about the mean, bins, thresholds, and the lower 16 bits of those values
 * among which a percentile is. So percentiles are exact, and take at most 10 times 0.5 MB for each segment and thread,
 * of small segments some bytes for each voxel.
 */
public final class FloatSelection implements ValueTally {

	private final Plan plan;
	private final Second[] segments = new Second[1 << 16];

	/** What the first look found, and what is asked for; the same for all threads. */
	public static final class Plan {

		private final FloatTally.First[] first;
		/** Of each segment the upper halves among which a percentile is, in ascending order. */
		private final int[][] uppers;
		private final int bins, blocks, whole;
		private final List<Threshold> thresholds;

		/**
		 * @param tallies of the first look, that together have seen every slice once
		 * @param whole parts that a voxel counts
		 * @param blocks of slices that there are
		 */
		public Plan(final List<FloatTally> tallies, final int bins, final List<Threshold> thresholds, final int whole,
			final int blocks)
		{
			first = FloatTally.together(tallies);
			uppers = Arrays.stream(first).map(each -> each == null ? null : uppers(each)).toArray(int[][]::new);
			this.bins = bins;
			this.blocks = blocks;
			this.thresholds = List.copyOf(thresholds);
			this.whole = whole;
		}

		private static int[] uppers(final FloatTally.First first) {
			return Arrays.stream(first.count() > 0 ? Percentiles.PARTS : new double[0])
				.flatMap(part -> Arrays.stream(Percentiles.ranks(first.count(), part))
					.mapToDouble(rank -> first.upperAtRank(rank)[0]))
				.mapToInt(upper -> (int) upper)
				.sorted()
				.distinct()
				.toArray();
		}
	}

	public FloatSelection(final Plan plan) {
		this.plan = plan;
	}

	@Override
	public void add(final Object plane, final int columns, final Runs runs, final long first, final int block) {
		final float[] floats = (float[]) plane;
		for (int run = 0; run < runs.size(); run++) {
			final int row = runs.y(run) * columns;
			final Second own = own(runs.segment(run));
			for (int i = row + runs.from(run); i < row + runs.to(run); i++)
				own.add(floats[i], 1, block);
		}
	}

	@Override
	public void add(final Object plane, final short[] numbers, final byte[] parts, final long first, final int block) {
		final float[] floats = (float[]) plane;
		for (int i = 0; i < numbers.length; i++)
			if (numbers[i] != 0) own(numbers[i] & 0xFFFF).add(floats[i], parts[i], block);
	}

	private Second own(final int segment) {
		if (segments[segment] == null) segments[segment] = new Second(plan, segment);
		return segments[segment];
	}

	/**
	 * The values of all segments that have voxels, by their numbers; null for others.
	 *
	 * @param selections that together have seen every slice once; the first is changed
	 */
	public static SegmentValues[] values(final List<FloatSelection> selections) {
		final FloatSelection all = selections.get(0);
		for (final FloatSelection other : selections.subList(1, selections.size()))
			for (int segment = 0; segment < all.segments.length; segment++)
				if (other.segments[segment] != null) all.own(segment).addAll(other.segments[segment]);
		final SegmentValues[] values = new SegmentValues[all.segments.length];
		for (int segment = 0; segment < values.length; segment++)
			if (all.segments[segment] != null) values[segment] = all.segments[segment].values();
		return values;
	}

	/** Of one segment. */
	private static final class Second {

		private final Plan plan;
		private final FloatTally.First first;
		private final Moments[] moments;
		private final Bins bins;
		private final double[] thresholds;
		private final double[][] counts, sums;
		/** Those of the plan, and for each how often each lower half occurs. */
		private final int[] uppers;
		private final NumberCounts[] lowers;

		Second(final Plan plan, final int segment) {
			this.plan = plan;
			first = plan.first[segment];
			uppers = plan.uppers[segment];
			moments = new Moments[plan.blocks];
			bins = new Bins(first.least(), first.most(), plan.bins);
			thresholds = plan.thresholds.stream().mapToDouble(t -> t.value(first.most())).toArray();
			counts = new double[plan.blocks][];
			sums = new double[plan.blocks][];
			lowers = new NumberCounts[uppers.length];
			Arrays.setAll(lowers, n -> new NumberCounts());
		}

		void add(final float value, final int parts, final int block) {
			if (!Float.isFinite(value)) return;
			if (moments[block] == null) {
				moments[block] = new Moments(first.sum(), first.count());
				counts[block] = new double[thresholds.length];
				sums[block] = new double[thresholds.length];
			}
			moments[block].add(value, parts);
			bins.add(value, parts);
			for (int t = 0; t < thresholds.length; t++)
				if (value >= thresholds[t]) {
					counts[block][t] += parts;
					sums[block][t] += (double) value * parts;
				}
			final int key = FloatKey.of(value), upper = FloatKey.upper(key);
			for (int n = 0; n < uppers.length; n++)
				if (upper == uppers[n]) lowers[n].add(FloatKey.lower(key), parts);
		}

		void addAll(final Second other) {
			bins.addAll(other.bins);
			for (int block = 0; block < moments.length; block++) {
				if (other.moments[block] == null) continue; // a block is one thread's
				moments[block] = other.moments[block];
				counts[block] = other.counts[block];
				sums[block] = other.sums[block];
			}
			for (int n = 0; n < lowers.length; n++)
				lowers[n].addAll(other.lowers[n]);
		}

		SegmentValues values() {
			final double noNumbers = first.noNumbers();
			if (first.count() == 0)
				return new SegmentValues(Intensity.none(noNumbers / plan.whole, plan.bins), -1, List.of());
			final Moments all = new Moments(first.sum(), first.count());
			final double[] count = new double[thresholds.length], sum = new double[thresholds.length];
			for (int block = 0; block < moments.length; block++) {
				if (moments[block] == null) continue;
				all.addAll(moments[block]);
				for (int t = 0; t < thresholds.length; t++) {
					count[t] += counts[block][t];
					sum[t] += sums[block][t];
				}
			}
			final int parts = Percentiles.PARTS.length;
			final double[] ranked = Arrays.copyOf(Percentiles.PARTS, parts + 2);
			for (int i = 0; i < parts; i++)
				ranked[i] = percentile(Percentiles.PARTS[i]);
			ranked[parts] = first.least();
			ranked[parts + 1] = first.most();
			final List<SegmentValues.Above> above = new ArrayList<>();
			for (int t = 0; t < thresholds.length; t++)
				above.add(new SegmentValues.Above(thresholds[t], count[t] / plan.whole, sum[t] / plan.whole));
			return new SegmentValues(
				all.statistics(first.count(), noNumbers, ranked, bins.entropy(), plan.bins, plan.whole),
				first.greatestAt(), above);
		}

		private double percentile(final double part) {
			final long[] ranks = Percentiles.ranks(first.count(), part);
			return Percentiles.between(first.count(), part, atRank(ranks[0]), atRank(ranks[1]));
		}

		private double atRank(final long rank) {
			final long[] upper = first.upperAtRank(rank);
			final int n = Arrays.binarySearch(uppers, (int) upper[0]);
			final long lower = lowers[n].atRank(rank - upper[1])[0];
			return FloatKey.value(FloatKey.of(uppers[n], (int) lower));
		}
	}
}
