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
import java.util.function.IntFunction;

import io.github.dicomvolumes.geometry.Affine;
import io.github.dicomvolumes.geometry.Vector3;

/**
 * Means of spheres of 1 ml around voxels of segments: over the voxels whose centres are within 6.2 mm, whether they
 * belong to the segment or not, as far as the image reaches. Each thread has one of its own, for blocks of neighbouring
 * slices.
 */
public final class Peaks {

	/** Of a sphere of 1 ml, mm. */
	private static final double RADIUS = Math.cbrt(3000 / (4 * Math.PI));
	private static final double ROUNDING = 1e-9;

	private final int columns, rows, slices;
	private final List<Row> sphere = new ArrayList<>();
	private final int reach;
	/** The slices that the sphere reaches, in turn. */
	private final Sums[] window;
	private final double[] greatest;
	private final double[] global = new double[1 << 16], local = new double[1 << 16];

	/** Voxels of the sphere in one row, as seen from its middle. */
	private record Row(int y, int z, int from, int to) {}

	/** Sums and counts of all values before each voxel of a row. */
	private static final class Sums {

		private int slice = -1;
		private final double[] sums;
		/** Null if all values of the slice count. */
		private int[] counts;

		Sums(final int length) {
			sums = new double[length];
		}

		long count(final int from, final int to) {
			return counts == null ? to - from : counts[to] - counts[from];
		}
	}

	/**
	 * @param indexToSpace to mm
	 * @param greatest value of each segment, by its number
	 */
	public Peaks(final int columns, final int rows, final int slices, final Affine indexToSpace,
		final double[] greatest)
	{
		this.columns = columns;
		this.rows = rows;
		this.slices = slices;
		this.greatest = greatest;
		final Affine back = indexToSpace.inverse();
		final int[] most = new int[3];
		for (int axis = 0; axis < 3; axis++) {
			final double[] row = row(back, axis);
			most[axis] = (int) (RADIUS * Math.sqrt(row[0] * row[0] + row[1] * row[1] + row[2] * row[2]) + ROUNDING);
		}
		final Vector3 zero = indexToSpace.apply(0, 0, 0);
		for (int z = -most[2]; z <= most[2]; z++)
			for (int y = -most[1]; y <= most[1]; y++) {
				int from = Integer.MAX_VALUE, to = Integer.MIN_VALUE;
				for (int x = -most[0]; x <= most[0]; x++)
					if (indexToSpace.apply(x, y, z).minus(zero).norm() <= RADIUS + ROUNDING) {
						from = Math.min(from, x);
						to = x + 1;
					}
				if (from < to) sphere.add(new Row(y, z, from, to));
			}
		reach = most[2];
		window = new Sums[2 * reach + 1];
		Arrays.fill(global, Double.NaN);
		Arrays.fill(local, Double.NaN);
	}

	private static double[] row(final Affine affine, final int row) {
		return new double[] { affine.i().toArray()[row], affine.j().toArray()[row], affine.k().toArray()[row] };
	}

	/**
	 * Adds the voxels of a slice.
	 *
	 * @param numbers of segments, row by row, without sign
	 * @param planes gives the values of a slice, row by row, NaN for those that do not count; asked for each of the
	 *        slices that spheres reach
	 */
	public void add(final short[] numbers, final int slice, final IntFunction<double[]> planes) {
		for (int z = Math.max(0, slice - reach); z <= Math.min(slices - 1, slice + reach); z++)
			sums(z, planes);
		final double[] own = planes.apply(slice);
		for (int y = 0; y < rows; y++)
			for (int x = 0; x < columns; x++) {
				final int i = y * columns + x, segment = numbers[i] & 0xFFFF;
				if (segment == 0) continue;
				final double mean = mean(x, y, slice);
				if (Double.isNaN(mean)) continue; // nothing around it counts
				if (!(mean <= global[segment])) global[segment] = mean;
				if (own[i] == greatest[segment] && !(mean <= local[segment])) local[segment] = mean;
			}
	}

	private double mean(final int x, final int y, final int slice) {
		double sum = 0;
		long count = 0;
		for (final Row row : sphere) {
			final int z = slice + row.z, atY = y + row.y;
			if (z < 0 || z >= slices || atY < 0 || atY >= rows) continue;
			final Sums sums = window[z % window.length];
			final int start = atY * (columns + 1);
			final int from = start + Math.max(0, x + row.from), to = start + Math.min(columns, x + row.to);
			if (from >= to) continue; // of a sheared grid rows may lie beyond the border
			sum += sums.sums[to] - sums.sums[from];
			count += sums.count(from, to);
		}
		return sum / count;
	}

	private void sums(final int slice, final IntFunction<double[]> planes) {
		final int place = slice % window.length;
		if (window[place] == null) window[place] = new Sums((columns + 1) * rows);
		final Sums sums = window[place];
		if (sums.slice == slice) return;
		sums.slice = slice;
		final double[] plane = planes.apply(slice);
		sums.counts = Arrays.stream(plane).allMatch(Double::isFinite) ? null : new int[sums.sums.length];
		for (int y = 0; y < rows; y++) {
			int at = y * (columns + 1);
			sums.sums[at] = 0;
			if (sums.counts != null) sums.counts[at] = 0;
			for (int x = 0; x < columns; x++, at++) {
				final double value = plane[y * columns + x];
				final boolean counts = Double.isFinite(value);
				sums.sums[at + 1] = sums.sums[at] + (counts ? value : 0);
				if (sums.counts != null) sums.counts[at + 1] = sums.counts[at] + (counts ? 1 : 0);
			}
		}
	}

	/** Adds those of other slices. */
	public void addAll(final Peaks others) {
		for (int segment = 0; segment < global.length; segment++) {
			if (!(others.global[segment] <= global[segment])) global[segment] = greater(others.global, global, segment);
			if (!(others.local[segment] <= local[segment])) local[segment] = greater(others.local, local, segment);
		}
	}

	private static double greater(final double[] a, final double[] b, final int segment) {
		if (Double.isNaN(a[segment])) return b[segment];
		return Double.isNaN(b[segment]) ? a[segment] : Math.max(a[segment], b[segment]);
	}

	/** The greatest mean around any voxel of a segment (IBSI 0F91); NaN if it has none. */
	public double global(final int segment) {
		return global[segment];
	}

	/** The mean around its voxel of the greatest value, or the greatest of several (IBSI VJGA). */
	public double local(final int segment) {
		return local[segment];
	}
}
