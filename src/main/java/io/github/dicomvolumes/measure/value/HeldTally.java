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
import java.util.Collections;
import java.util.List;

import io.github.dicomvolumes.measure.shape.Runs;

/**
 * Counts how often each segment has each of the numbers that arrays of 8 or 16 bits can hold, from which all statistics
 * follow exactly. Takes at most 0.5 MB for each segment and thread, of small segments some bytes for each voxel.
 */
public final class HeldTally implements ValueTally {

	private final Histogram[] segments = new Histogram[1 << 16];
	/** Whether greater numbers are smaller values. */
	private final boolean isDescending;

	public HeldTally(final boolean isDescending) {
		this.isDescending = isDescending;
	}

	@Override
	public void add(final Object plane, final int columns, final Runs runs, final long first, final int block) {
		for (int run = 0; run < runs.size(); run++) {
			final int row = runs.y(run) * columns;
			final Histogram histogram = histogram(runs.segment(run));
			if (plane instanceof byte[] bytes) histogram.add(bytes, row + runs.from(run), row + runs.to(run), first);
			else histogram.add((short[]) plane, row + runs.from(run), row + runs.to(run), first);
		}
	}

	@Override
	public void add(final Object plane, final short[] numbers, final byte[] parts, final long first, final int block) {
		for (int i = 0; i < numbers.length; i++) {
			if (numbers[i] == 0) continue;
			final int value = plane instanceof byte[] bytes ? bytes[i] & 0xFF : ((short[]) plane)[i] & 0xFFFF;
			histogram(numbers[i] & 0xFFFF).add(value, parts[i], first + i);
		}
	}

	private Histogram histogram(final int segment) {
		if (segments[segment] == null) segments[segment] = new Histogram(isDescending);
		return segments[segment];
	}

	/**
	 * The values of all segments that have voxels, by their numbers; null for others.
	 *
	 * @param tallies that together have seen every slice once; the first is changed
	 * @param slope and
	 * @param intercept from the numbers in arrays, taken without sign, to values
	 * @param whole parts that a voxel counts
	 */
	public static SegmentValues[] values(final List<HeldTally> tallies, final double slope, final double intercept,
		final int bins, final List<Threshold> thresholds, final int whole)
	{
		final HeldTally all = tallies.get(0);
		for (final HeldTally tally : tallies.subList(1, tallies.size()))
			for (int segment = 0; segment < all.segments.length; segment++)
				if (tally.segments[segment] != null) all.histogram(segment).addAll(tally.segments[segment]);
		final SegmentValues[] values = new SegmentValues[all.segments.length];
		for (int segment = 0; segment < values.length; segment++)
			if (all.segments[segment] != null)
				values[segment] = all.segments[segment].values(slope, intercept, bins, thresholds, whole);
		return values;
	}

	/** Of one segment. */
	private static final class Histogram {

		private final NumberCounts counts = new NumberCounts();
		private final boolean isDescending;
		private final Greatest greatest = new Greatest();
		/** The greatest number, or if descending the least, as far as {@link #greatest} knows. */
		private int most;

		Histogram(final boolean isDescending) {
			this.isDescending = isDescending;
			most = isDescending ? Integer.MAX_VALUE : -1;
		}

		void add(final byte[] bytes, final int from, final int to, final long first) {
			counts.add(bytes, from, to);
			for (int i = from; i < to; i++) {
				final int value = bytes[i] & 0xFF;
				if (isDescending ? value < most : value > most) note(value, first + i);
			}
		}

		void add(final short[] shorts, final int from, final int to, final long first) {
			counts.add(shorts, from, to);
			for (int i = from; i < to; i++) {
				final int value = shorts[i] & 0xFFFF;
				if (isDescending ? value < most : value > most) note(value, first + i);
			}
		}

		void add(final int value, final int parts, final long at) {
			counts.add(value, parts);
			if (isDescending ? value < most : value > most) note(value, at);
		}

		/** Blocks of slices come in any order, but of equal values the first counts. */
		private void note(final int value, final long at) {
			most = value;
			greatest.add(isDescending ? -value : value, at);
		}

		void addAll(final Histogram other) {
			greatest.add(other.greatest);
			counts.addAll(other.counts);
		}

		SegmentValues values(final double slope, final double intercept, final int bins,
			final List<Threshold> thresholds, final int whole)
		{
			final List<Counted> counted = counted(slope, intercept);
			final long count = counted.stream().mapToLong(Counted::count).sum();
			double sum = 0;
			for (final Counted each : counted)
				sum += each.value * each.count;
			final Moments moments = new Moments(sum, count);
			final double least = counted.get(0).value, greatestValue = counted.get(counted.size() - 1).value;
			final Bins binned = new Bins(least, greatestValue, bins);
			for (final Counted each : counted) {
				moments.add(each.value, each.count);
				binned.add(each.value, each.count);
			}
			final double[] ranked = Arrays.copyOf(Percentiles.PARTS, Percentiles.PARTS.length + 2);
			for (int i = 0; i < Percentiles.PARTS.length; i++)
				ranked[i] = percentile(counted, count, Percentiles.PARTS[i]);
			ranked[Percentiles.PARTS.length] = least;
			ranked[Percentiles.PARTS.length + 1] = greatestValue;
			return new SegmentValues(moments.statistics(count, 0, ranked, binned.entropy(), bins, whole),
				greatest.place(), thresholds.stream().map(t -> above(counted, t.value(greatestValue), whole)).toList());
		}

		/** Values in ascending order. */
		private List<Counted> counted(final double slope, final double intercept) {
			final List<Counted> counted = new ArrayList<>();
			counts.forEach((held, count) -> counted.add(new Counted(slope * held + intercept, count)));
			if (slope < 0) Collections.reverse(counted);
			return counted;
		}

		private static double percentile(final List<Counted> counted, final long count, final double part) {
			final long[] ranks = Percentiles.ranks(count, part);
			return Percentiles.between(count, part, atRank(counted, ranks[0]), atRank(counted, ranks[1]));
		}

		private static double atRank(final List<Counted> counted, final long rank) {
			long before = 0;
			for (final Counted each : counted) {
				before += each.count;
				if (before > rank) return each.value;
			}
			throw new AssertionError(rank);
		}

		private static SegmentValues.Above above(final List<Counted> counted, final double threshold,
			final double whole)
		{
			double count = 0, sum = 0;
			for (final Counted each : counted)
				if (each.value >= threshold) {
					count += each.count;
					sum += each.value * each.count;
				}
			return new SegmentValues.Above(threshold, count / whole, sum / whole);
		}
	}

	private record Counted(double value, long count) {}
}
