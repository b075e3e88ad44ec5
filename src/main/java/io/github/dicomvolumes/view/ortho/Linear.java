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

package io.github.dicomvolumes.view.ortho;

import java.util.stream.IntStream;

/**
 * Pixels of a plane that are interpolated linearly between the voxels of a section, which is extended by its border.
 */
final class Linear {

	private Linear() {}

	/** Where pixels lie between voxels along one axis: the voxel before and after, and the part of the latter. */
	private record Between(int[] before, int[] after, float[] part) {

		static Between of(final PlaneAxis axis) {
			final int size = axis.size();
			final Between all = new Between(new int[size], new int[size], new float[size]);
			for (int n = 0; n < size; n++) {
				final double voxel = Math.max(0, Math.min(axis.voxels() - 1.0, axis.toVoxel(n)));
				all.before[n] = (int) voxel;
				all.after[n] = Math.min(all.before[n] + 1, axis.voxels() - 1);
				all.part[n] = (float) (voxel - all.before[n]);
			}
			return all;
		}
	}

	/** Between two rows of voxels first, then along the row. */
	static Object pixels(final OrthoImage image, final Object section, final Plane plane, final int rightStep,
		final int downStep)
	{
		final Between right = Between.of(plane.right()), down = Between.of(plane.down());
		final int columns = plane.right().voxels(), width = plane.width(), height = plane.height();
		final Object pixels = image.newPixels(width * height);
		final float[] voxels = new float[columns * plane.down().voxels()];
		for (int lane = 0; lane < Samples.lanes(section); lane++) {
			final int theLane = lane;
			Samples.read(section, lane, 0, 1, voxels);
			IntStream.range(0, height).parallel().forEach(y -> {
				final float[] line = new float[columns];
				final int above = down.before[y] * downStep, below = down.after[y] * downStep;
				for (int x = 0; x < columns; x++)
					line[x] = mix(voxels[above + x * rightStep], voxels[below + x * rightStep], down.part[y]);
				final float[] row = new float[width];
				for (int x = 0; x < width; x++)
					row[x] = mix(line[right.before[x]], line[right.after[x]], right.part[x]);
				Samples.write(row, pixels, theLane, y * width, width);
			});
		}
		return pixels;
	}

	/** Exactly the first where nothing is mixed, also beside what is no number. */
	private static float mix(final float a, final float b, final float part) {
		return part == 0 ? a : a + part * (b - a);
	}
}
