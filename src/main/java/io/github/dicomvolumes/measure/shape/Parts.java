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

package io.github.dicomvolumes.measure.shape;

import java.util.Arrays;

/**
 * The connected parts of segments in some neighbouring slices: voxels that touch, if only at a corner (26 neighbours),
 * belong to one part. Of the voxels only runs of two slices are kept, the last one and the first.
 */
final class Parts {

	/** Runs of a slice and the part of each. */
	private record Slice(int size, int[] y, int[] from, int[] to, int[] segment, int[] part) {

		static final Slice EMPTY = new Slice(0, new int[0], new int[0], new int[0], new int[0], new int[0]);
	}

	/** Of each part another one that it was joined with, or itself; and its segment. */
	private int[] parents = new int[64], segments = new int[64];
	private int size;
	private Slice first, last = Slice.EMPTY;

	/** Adds the slice after the last one. */
	void add(final Runs runs) {
		final int n = runs.size();
		final Slice slice = new Slice(n, new int[n], new int[n], new int[n], new int[n], new int[n]);
		for (int run = 0; run < n; run++) {
			slice.y[run] = runs.y(run);
			slice.from[run] = runs.from(run);
			slice.to[run] = runs.to(run);
			slice.segment[run] = runs.segment(run);
			slice.part[run] = newPart(runs.segment(run));
		}
		join(slice, -1, slice);
		for (int dy = -1; dy <= 1; dy++)
			join(last, dy, slice);
		if (first == null) first = slice;
		last = slice;
	}

	/**
	 * Joins the parts whose runs touch, each of a slice with those of another one, or of the same, in the row that is
	 * dy farther.
	 */
	private void join(final Slice others, final int dy, final Slice slice) {
		int other = 0;
		for (int run = 0; run < slice.size; run++) {
			final int y = slice.y[run] + dy, from = slice.from[run], to = slice.to[run];
			while (other < others.size && (others.y[other] < y || others.y[other] == y && others.to[other] < from))
				other++;
			for (int o = other; o < others.size && others.y[o] == y && others.from[o] <= to; o++)
				if (others.segment[o] == slice.segment[run]) join(others.part[o], slice.part[run]);
		}
	}

	/** Adds the parts of the slices behind these. */
	void addAll(final Parts next) {
		final int shift = size;
		if (size + next.size > parents.length) {
			parents = Arrays.copyOf(parents, 2 * (size + next.size));
			segments = Arrays.copyOf(segments, 2 * (size + next.size));
		}
		for (int part = 0; part < next.size; part++) {
			parents[shift + part] = next.parents[part] + shift;
			segments[shift + part] = next.segments[part];
		}
		size += next.size;
		final Slice theirFirst = shifted(next.first, shift), theirLast = shifted(next.last, shift);
		for (int dy = -1; dy <= 1; dy++)
			join(last, dy, theirFirst);
		if (first == null) first = theirFirst;
		last = theirLast;
	}

	private static Slice shifted(final Slice slice, final int shift) {
		if (slice == null) return Slice.EMPTY;
		return new Slice(slice.size, slice.y, slice.from, slice.to, slice.segment,
			Arrays.stream(slice.part).map(part -> part + shift).toArray());
	}

	/**
	 * Forgets all parts but those that reach the first or the last slice, where they may go on: when no slices are
	 * added any more but those of others.
	 *
	 * @param closed of each segment, to which the number of those that are forgotten is added
	 */
	void compact(final int[] closed) {
		final Slice[] ends = first == last ? new Slice[] { last } : new Slice[] { first, last };
		final boolean[] isOpen = new boolean[size];
		for (final Slice slice : ends)
			for (int run = 0; slice != null && run < slice.size; run++)
				isOpen[root(slice.part[run])] = true;
		final int[] numbers = new int[size], segmentsLeft = new int[size];
		int count = 0;
		for (int part = 0; part < size; part++) {
			if (root(part) != part) continue;
			if (isOpen[part]) {
				segmentsLeft[count] = segments[part];
				numbers[part] = count++;
			}
			else closed[segments[part]]++;
		}
		for (final Slice slice : ends)
			for (int run = 0; slice != null && run < slice.size; run++)
				slice.part[run] = numbers[root(slice.part[run])];
		parents = new int[Math.max(1, count)];
		Arrays.setAll(parents, part -> part);
		segments = Arrays.copyOf(segmentsLeft, Math.max(1, count));
		size = count;
	}

	/** The number of parts of each segment. */
	int[] counts() {
		final int[] counts = new int[1 << 16];
		for (int part = 0; part < size; part++)
			if (parents[part] == part) counts[segments[part]]++;
		return counts;
	}

	private int newPart(final int segment) {
		if (size == parents.length) {
			parents = Arrays.copyOf(parents, 2 * size);
			segments = Arrays.copyOf(segments, 2 * size);
		}
		parents[size] = size;
		segments[size] = segment;
		return size++;
	}

	private int root(final int part) {
		int root = part;
		while (parents[root] != root) {
			parents[root] = parents[parents[root]];
			root = parents[root];
		}
		return root;
	}

	private void join(final int part, final int other) {
		final int a = root(part), b = root(other);
		if (a != b) parents[Math.max(a, b)] = Math.min(a, b);
	}
}
