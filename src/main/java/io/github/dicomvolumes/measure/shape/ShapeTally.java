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

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import io.github.dicomvolumes.geometry.Affine;
import io.github.dicomvolumes.geometry.Vector3;

/**
 * Counts what the shapes of segments are made of, slice by slice. Each thread has one of its own, for blocks of
 * neighbouring slices; in the end all are {@linkplain #shapes put together}. Only whole numbers are kept, so that the
 * result does not depend on which thread did what.
 */
public final class ShapeTally {

	private final int columns, rows, slices;
	private final CubeCounts cubes = new CubeCounts();
	private final Extremes extremes = new Extremes();
	/** Of each segment: voxels, sums of x, y and z, and whether it reaches the border of the grid. */
	private final long[][] sums = new long[1 << 16][];
	private final List<Block> blocks = new ArrayList<>();
	/** Of each segment, how many parts end within a block. */
	private final int[] closed = new int[1 << 16];
	private Block block;
	private short[] below, above;

	/** The parts of some neighbouring slices. */
	private record Block(int firstSlice, Parts parts) {}

	public ShapeTally(final int columns, final int rows, final int slices) {
		this.columns = columns;
		this.rows = rows;
		this.slices = slices;
		below = new short[(columns + 2) * (rows + 2)];
		above = new short[below.length];
	}

	/**
	 * Begins a block of slices.
	 *
	 * @param before numbers of the slice before the first, row by row; null if there is none
	 */
	public void begin(final int firstSlice, final short[] before) {
		block = new Block(firstSlice, new Parts());
		blocks.add(block);
		put(before, below);
	}

	/**
	 * Adds the next slice.
	 *
	 * @param numbers of the segment that each voxel belongs to, row by row; null if all are 0
	 * @param runs of the same
	 */
	public void add(final int slice, final short[] numbers, final Runs runs) {
		put(numbers, above);
		cubes.add(below, above, columns + 2, slice - 1);
		swap();
		block.parts.add(runs);
		extremes.add(runs, slice);
		for (int run = 0; run < runs.size(); run++)
			addSums(runs, run, slice);
		if (slice == slices - 1) {
			put(null, above);
			cubes.add(below, above, columns + 2, slice);
			swap();
		}
	}

	/** Ends a block of slices. */
	public void end() {
		block.parts.compact(closed);
	}

	private void swap() {
		final short[] old = below;
		below = above;
		above = old;
	}

	private void put(final short[] numbers, final short[] padded) {
		if (numbers == null) Arrays.fill(padded, (short) 0);
		else for (int y = 0; y < rows; y++)
			System.arraycopy(numbers, y * columns, padded, (y + 1) * (columns + 2) + 1, columns);
	}

	private void addSums(final Runs runs, final int run, final int slice) {
		final int segment = runs.segment(run), from = runs.from(run), to = runs.to(run), y = runs.y(run);
		long[] own = sums[segment];
		if (own == null) own = sums[segment] = new long[5];
		final long n = to - from;
		own[0] += n;
		own[1] += n * (from + to - 1) / 2;
		own[2] += n * y;
		own[3] += n * slice;
		if (from == 0 || to == columns || y == 0 || y == rows - 1 || slice == 0 || slice == slices - 1) own[4] = 1;
	}

	/**
	 * The shapes of all segments that have voxels.
	 *
	 * @param tallies that together have seen every slice once; the first is changed
	 * @param indexToSpace from voxels to mm, or any other unit of length
	 * @return the shapes by the number of the segment, null for those without voxels
	 */
	public static SegmentShape[] shapes(final List<ShapeTally> tallies, final Affine indexToSpace) {
		final ShapeTally all = tallies.get(0);
		for (final ShapeTally tally : tallies.subList(1, tallies.size()))
			all.addAll(tally);
		all.blocks.sort((a, b) -> Integer.compare(a.firstSlice, b.firstSlice));
		final Parts parts = new Parts();
		all.blocks.forEach(each -> parts.addAll(each.parts));
		final int[] counts = parts.counts();
		final SegmentShape[] shapes = new SegmentShape[1 << 16];
		for (int segment = 1; segment < shapes.length; segment++)
			if (all.sums[segment] != null)
				shapes[segment] = all.shape(segment, counts[segment] + all.closed[segment], indexToSpace);
		return shapes;
	}

	private SegmentShape shape(final int segment, final int parts, final Affine indexToSpace) {
		final long[] own = sums[segment];
		final double n = own[0], voxel = Math.abs(indexToSpace.determinant());
		final Vector3 centroid = new Vector3(own[1] / n, own[2] / n, own[3] / n);
		return new SegmentShape(own[0], own[0] * voxel, cubes.voxels(segment) * voxel,
			cubes.area(segment, indexToSpace), extremes.diameter(segment, indexToSpace), parts, centroid,
			indexToSpace.apply(centroid), own[4] > 0);
	}

	private void addAll(final ShapeTally other) {
		cubes.addAll(other.cubes);
		extremes.addAll(other.extremes);
		blocks.addAll(other.blocks);
		for (int segment = 0; segment < sums.length; segment++) {
			closed[segment] += other.closed[segment];
			if (other.sums[segment] == null) continue;
			if (sums[segment] == null) sums[segment] = new long[5];
			for (int i = 0; i < 5; i++)
				sums[segment][i] += other.sums[segment][i];
		}
	}
}
