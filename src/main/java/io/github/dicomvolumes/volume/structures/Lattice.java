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

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.atomic.AtomicLong;

import io.github.dicomvolumes.geometry.Affine;
import io.github.dicomvolumes.geometry.Vector3;
import io.github.dicomvolumes.geometry.VolumeGeometry;
import io.github.dicomvolumes.work.Parallel;
import io.github.dicomvolumes.work.Progress;

import net.imglib2.FinalInterval;
import net.imglib2.Interval;

/** The points of a grid as if it went on in all directions. */
final class Lattice {

	/** So many points beyond the grid are asked at most; where there are more, one stands for its neighbours. */
	private static final double POINTS = 1 << 25;

	/** Parts of a step that are rounding. */
	private static final double ROUNDING = 1e-3;

	private Lattice() {}

	/** The least part that holds all points inside a shape; empty if the shape holds none. */
	static Interval box(final StructureShape shape, final VolumeGeometry grid) {
		final double[] least = { 0, 0, 0 }, most = { -1, -1, -1 };
		final Affine toIndex = grid.patientToIndex();
		boolean isFirst = true;
		for (final Vector3 corner : shape.corners()) {
			final double[] index = toIndex.apply(corner).toArray();
			for (int d = 0; d < 3; d++) {
				least[d] = isFirst ? index[d] : Math.min(least[d], index[d]);
				most[d] = isFirst ? index[d] : Math.max(most[d], index[d]);
			}
			isFirst = false;
		}
		final long[] min = new long[3], max = new long[3];
		for (int d = 0; d < 3; d++) {
			min[d] = (long) Math.ceil(least[d] - ROUNDING);
			max[d] = (long) Math.floor(most[d] + ROUNDING);
		}
		return new FinalInterval(min, max);
	}

	/** How many points of a box are inside a shape but not on the grid; of a large box an estimate. */
	static long outside(final StructureShape shape, final VolumeGeometry grid, final Interval box,
		final Progress progress)
	{
		final double points = (double) box.dimension(0) * box.dimension(1) * box.dimension(2);
		final long stride = (long) Math.ceil(Math.cbrt(points / POINTS));
		final Affine toPatient = grid.indexToPatient();
		final int columns = count(box, 0, stride), rows = count(box, 1, stride);
		// the columns before the first one of the grid, and before the first one behind it
		final int before = clamp(ceilDiv(-box.min(0), stride), columns);
		final int behind = clamp(ceilDiv(grid.columns() - box.min(0), stride), columns);
		final AtomicLong count = new AtomicLong();
		final Parallel.Task task = slice -> {
			final long z = box.min(2) + slice * stride;
			final ShapeRows asked = shape.rows(toPatient.apply(box.min(0), box.min(1), z), toPatient.i().times(stride),
				toPatient.j().times(stride), columns);
			final ShapeRows.Runs counter = (from, to) -> count.addAndGet(to - from);
			for (int row = 0; row < rows && !Thread.currentThread().isInterrupted(); row++) {
				final long y = box.min(1) + row * stride;
				final boolean isOfGrid = z >= 0 && z < grid.slices() && y >= 0 && y < grid.rows();
				asked.row(row, 0, isOfGrid ? before : columns, counter);
				if (isOfGrid) asked.row(row, behind, columns, counter);
			}
		};
		try {
			Parallel.forEach(count(box, 2, stride), "Looking beyond the volume", progress, task);
		}
		catch (final IOException exc) {
			throw new UncheckedIOException("Nothing is read", exc);
		}
		return count.get() * stride * stride * stride;
	}

	private static int count(final Interval box, final int d, final long stride) {
		return (int) ceilDiv(Math.max(0, box.dimension(d)), stride);
	}

	private static long ceilDiv(final long dividend, final long divisor) {
		return -Math.floorDiv(-dividend, divisor);
	}

	private static int clamp(final long index, final int count) {
		return (int) Math.max(0, Math.min(count, index));
	}
}
