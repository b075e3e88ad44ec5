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

package io.github.dicomvolumes.volume.sample;

import java.util.Arrays;

import io.github.dicomvolumes.data.InputException;
import io.github.dicomvolumes.geometry.Orientation;
import io.github.dicomvolumes.geometry.Vector3;
import io.github.dicomvolumes.geometry.VolumeGeometry;

/** Grids onto which a volume is resampled. */
public final class TargetGrids {

	/** Axial slices: columns towards the left, rows towards the back, slices towards the head. */
	public static final Orientation AXIAL = Orientation.of(1, 0, 0, 0, 1, 0);

	private static final double MOST_PIXELS = Integer.MAX_VALUE - 8;

	private TargetGrids() {}

	/** The smallest distance between neighbouring columns, rows or slices of a grid. */
	public static double smallestVoxel(final VolumeGeometry grid) {
		return Arrays.stream(grid.spacing()).min().orElseThrow();
	}

	/**
	 * The same field of view in voxels of another size: the outer edges of the first voxel are where they were, those
	 * of the last within half a voxel, as there are whole voxels only. Slices that lean go on leaning.
	 *
	 * @param spacing one number, or those of columns, rows and slices along the normal, in the unit of the grid
	 * @throws InputException if there are neither one nor three positive numbers, or far too many voxels
	 */
	public static VolumeGeometry spaced(final VolumeGeometry grid, final double... spacing) {
		final double[] to = three(spacing), from = grid.spacing();
		final long[] size = grid.size();
		final double[] ratio = new double[3], first = new double[3];
		for (int d = 0; d < 3; d++) {
			ratio[d] = to[d] / from[d];
			first[d] = (ratio[d] - 1) / 2;
			size[d] = Math.max(1, Math.round(size[d] / ratio[d]));
		}
		checkCount(size, to);
		final Vector3 origin = grid.indexToPatient().apply(first[0], first[1], first[2]);
		return new VolumeGeometry(origin, grid.orientation(), to[0], to[1], grid.step().times(ratio[2]), size[0],
			size[1], size[2], grid.unit(), grid.patientBased(), grid.spacingSource());
	}

	/**
	 * The grid of given directions, just large enough for all voxels of another; where that is not a whole number of
	 * voxels, it reaches beyond both ends by the same.
	 *
	 * @param directions of rows and columns; slices follow along the normal
	 * @param spacing one number, or those of columns, rows and slices, in the unit of the grid
	 * @throws InputException if there are neither one nor three positive numbers, or far too many voxels
	 */
	public static VolumeGeometry covering(final VolumeGeometry grid, final Orientation directions,
		final double... spacing)
	{
		final double[] mm = three(spacing);
		final Orientation exact = directions.orthonormal();
		final Vector3[] axes = { exact.row(), exact.column(), exact.normal() };
		final long[] size = new long[3];
		Vector3 origin = new Vector3(0, 0, 0);
		for (int d = 0; d < 3; d++) {
			final Extent extent = Extent.of(grid, axes[d]);
			size[d] = extent.pixels(mm[d]);
			origin = origin.plus(axes[d].times(extent.first(size[d], mm[d])));
		}
		checkCount(size, mm);
		return new VolumeGeometry(origin, exact, mm[0], mm[1], axes[2].times(mm[2]), size[0], size[1], size[2],
			grid.unit(), grid.patientBased(), grid.spacingSource());
	}

	private static double[] three(final double... spacing) {
		if (spacing.length != 1 && spacing.length != 3 || Arrays.stream(spacing).anyMatch(mm -> !isSize(mm)))
			throw new InputException(
				"The spacing is " + Arrays.toString(spacing) + "; it must be one positive number, or three");
		return spacing.length == 3 ? spacing.clone() : new double[] { spacing[0], spacing[0], spacing[0] };
	}

	private static boolean isSize(final double mm) {
		return mm > 0 && !Double.isInfinite(mm);
	}

	private static void checkCount(final long[] size, final double... spacing) {
		if ((double) size[0] * size[1] > MOST_PIXELS || size[2] > MOST_PIXELS)
			throw new InputException("The spacing " + Arrays.toString(spacing) + " makes " + size[0] + " x " + size[1] +
				" x " + size[2] + " voxels; a slice can have 2147483639 at most");
	}
}
