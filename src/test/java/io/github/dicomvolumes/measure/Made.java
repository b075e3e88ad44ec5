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

package io.github.dicomvolumes.measure;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Predicate;

import io.github.dicomvolumes.geometry.Affine;
import io.github.dicomvolumes.geometry.Orientation;
import io.github.dicomvolumes.geometry.Vector3;
import io.github.dicomvolumes.geometry.VolumeGeometry;
import io.github.dicomvolumes.measure.segment.MeasuredImage;
import io.github.dicomvolumes.pixels.PlaneType;
import io.github.dicomvolumes.pixels.Rescale;
import io.github.dicomvolumes.series.StackShape;

/** Images made for tests, without files. */
public final class Made {

	private Made() {}

	/** A value for each voxel. */
	@FunctionalInterface
	public interface Voxels {

		double at(int x, int y, int z);
	}

	/** An image of values on the identity, in the patient. */
	public static MeasuredImage image(final PlaneType type, final VolumeGeometry grid, final Rescale line,
		final Voxels voxels)
	{
		final int columns = (int) grid.columns(), rows = (int) grid.rows(), slices = (int) grid.slices();
		final Object[] planes = new Object[slices];
		for (int z = 0; z < slices; z++) {
			planes[z] = type.newPlane(columns * rows);
			for (int i = 0; i < columns * rows; i++) {
				final double value = voxels.at(i % columns, i / columns, z);
				if (value != 0 || type == PlaneType.INT16) type.fill(planes[z], i, i + 1, value);
			}
		}
		return new MeasuredImage("made", columns, rows, new StackShape(slices, 1, 1), type, line,
			(z, channel, time) -> planes[z], grid.indexToPatient(), true, true, "", List.of(), Optional.empty());
	}

	/** Labels of 8 bits: 1 where a place is inside, mm LPS. */
	public static MeasuredImage mask(final VolumeGeometry grid, final Predicate<Vector3> inside) {
		final Affine toPatient = grid.indexToPatient();
		return image(PlaneType.UINT8, grid, Rescale.IDENTITY,
			(x, y, z) -> inside.test(toPatient.apply(x, y, z)) ? 1 : 0);
	}

	/** An oblique grid of anisotropic voxels around a place, large enough for a ball. */
	public static VolumeGeometry grid(final Random random, final Vector3 middle, final double reach,
		final double spacing)
	{
		final Orientation directions = orientation(random);
		final double[] mm = { spacing * (0.7 + 0.6 * random.nextDouble()), spacing * (0.7 + 0.6 * random.nextDouble()),
			spacing * (0.7 + 0.6 * random.nextDouble()) };
		final long[] size = new long[3];
		for (int d = 0; d < 3; d++)
			size[d] = 2 * (long) Math.ceil(reach / mm[d] + 1) + 1;
		final Vector3 jitter = new Vector3(random.nextDouble(), random.nextDouble(), random.nextDouble())
			.times(spacing);
		final Vector3 origin = middle.plus(jitter)
			.minus(directions.row().times(mm[0] * (size[0] / 2)))
			.minus(directions.column().times(mm[1] * (size[1] / 2)))
			.minus(directions.normal().times(mm[2] * (size[2] / 2)));
		return VolumeGeometry.of(origin, directions, mm[0], mm[1], directions.normal().times(mm[2]), size[0], size[1],
			size[2]);
	}

	public static Orientation orientation(final Random random) {
		final Vector3 row = vector(random).unit();
		return new Orientation(row, row.cross(vector(random)).unit());
	}

	public static Vector3 vector(final Random random) {
		return new Vector3(random.nextGaussian(), random.nextGaussian(), random.nextGaussian());
	}

	/** Axial cubes from (0, 0, 0) mm on. */
	public static VolumeGeometry cubes(final double mm, final int columns, final int rows, final int slices) {
		return VolumeGeometry.of(new Vector3(0, 0, 0), Orientation.of(1, 0, 0, 0, 1, 0), mm, mm, new Vector3(0, 0, mm),
			columns, rows, slices);
	}
}
