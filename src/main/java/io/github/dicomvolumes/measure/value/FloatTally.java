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

import java.util.List;

import io.github.dicomvolumes.measure.shape.Runs;

/**
 * The first look at values of 32 bits: sum, extremes, and how many values have the same upper 16 bits. The
 * {@link FloatSelection second look} needs to know these.
 */
public final class FloatTally implements ValueTally {

	private final First[] segments = new First[1 << 16];
	private final int blocks;

	/** @param blocks of slices that there are */
	public FloatTally(final int blocks) {
		this.blocks = blocks;
	}

	@Override
	public void add(final Object plane, final int columns, final Runs runs, final long first, final int block) {
		final float[] floats = (float[]) plane;
		for (int run = 0; run < runs.size(); run++) {
			final int row = runs.y(run) * columns;
			final First own = own(runs.segment(run));
			for (int i = row + runs.from(run); i < row + runs.to(run); i++)
				own.add(floats[i], 1, first + i, block);
		}
	}

	@Override
	public void add(final Object plane, final short[] numbers, final byte[] parts, final long first, final int block) {
		final float[] floats = (float[]) plane;
		for (int i = 0; i < numbers.length; i++)
			if (numbers[i] != 0) own(numbers[i] & 0xFFFF).add(floats[i], parts[i], first + i, block);
	}

	private First own(final int segment) {
		if (segments[segment] == null) segments[segment] = new First(blocks);
		return segments[segment];
	}

	/** What was seen of all segments by several threads, by the segments' numbers; null for those without voxels. */
	static First[] together(final List<FloatTally> tallies) {
		final FloatTally all = tallies.get(0);
		for (final FloatTally tally : tallies.subList(1, tallies.size()))
			for (int segment = 0; segment < all.segments.length; segment++)
				if (tally.segments[segment] != null) all.own(segment).addAll(tally.segments[segment]);
		return all.segments;
	}

	/** Of one segment. */
	static final class First {

		/** Of the upper halves of values. */
		private final NumberCounts uppers = new NumberCounts();
		private final double[] sums;
		private final Greatest greatest = new Greatest();
		private float least = Float.POSITIVE_INFINITY, most = Float.NEGATIVE_INFINITY;
		private long count, noNumbers;

		First(final int blocks) {
			sums = new double[blocks];
		}

		void add(final float value, final int parts, final long at, final int block) {
			if (!Float.isFinite(value)) {
				noNumbers += parts;
				return;
			}
			uppers.add(FloatKey.upper(FloatKey.of(value)), parts);
			sums[block] += (double) value * parts;
			count += parts;
			if (value < least) least = value;
			if (value > most) {
				most = value;
				greatest.add(value, at);
			}
		}

		void addAll(final First other) {
			uppers.addAll(other.uppers);
			for (int block = 0; block < sums.length; block++)
				sums[block] += other.sums[block];
			greatest.add(other.greatest);
			least = Math.min(least, other.least);
			most = Math.max(most, other.most);
			count += other.count;
			noNumbers += other.noNumbers;
		}

		long count() {
			return count;
		}

		long noNumbers() {
			return noNumbers;
		}

		long greatestAt() {
			return greatest.place();
		}

		float least() {
			return least;
		}

		float most() {
			return most;
		}

		double sum() {
			double sum = 0;
			for (final double each : sums)
				sum += each;
			return sum;
		}

		/** The upper half of the value at a rank, 0-based, and how many values are below all that have it. */
		long[] upperAtRank(final long rank) {
			return uppers.atRank(rank);
		}
	}
}
