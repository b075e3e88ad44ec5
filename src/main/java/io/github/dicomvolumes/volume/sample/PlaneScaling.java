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
import java.util.function.IntFunction;

import io.github.dicomvolumes.work.Strips;
import io.github.dicomvolumes.work.Strips.Strip;

/**
 * Makes planes that have a pixel for each voxel as large as they are shown. In the language of ImgLib2 the plane is
 * extended by its border and interpolated; here the two directions are done one after the other, as moving through a
 * volume must not wait.
 */
public final class PlaneScaling {

	/** Rows that a thread does at a time. */
	static final int STRIP = 8;

	private final PlaneAxis right;
	private final PlaneAxis down;

	/** @param right the axes of the plane, in which voxels are counted as they are shown */
	public PlaneScaling(final PlaneAxis right, final PlaneAxis down) {
		this.right = right;
		this.down = down;
	}

	/**
	 * Scales a plane.
	 *
	 * @param voxels array of the image's type, a pixel for each voxel, as of {@link PlaneCopier}
	 * @param isSmooth whether pixels between voxels are interpolated linearly rather than those of the nearest voxel
	 * @return a new array of the same type
	 */
	public Object scaled(final PlaneImage image, final Object voxels, final boolean isSmooth) {
		final Object pixels = image.newPixels(right.size() * down.size());
		if (isSmooth) linear(voxels, pixels);
		else nearest(voxels, pixels);
		return pixels;
	}

	private void nearest(final Object voxels, final Object pixels) {
		final int[] rows = shown(down);
		pick(row -> voxels, shown(right), rows, right.voxels(), pixels).run(0, rows.length);
	}

	private static int[] shown(final PlaneAxis axis) {
		final int[] shown = new int[axis.size()];
		Arrays.setAll(shown, axis::shownAt);
		return shown;
	}

	/**
	 * Picks voxels, row by row of the pixels.
	 *
	 * @param sources the array that has the voxels of a row
	 * @param columns where the voxels of a row lie in its array, without the part of the row
	 * @param rows of each row of pixels the row of voxels; equal ones stand together
	 * @param rowStep from a row to the next in an array
	 * @return to be run for the rows; by several threads where voxels are far from each other and all wait for the
	 *         memory
	 */
	static Strip pick(final IntFunction<Object> sources, final int[] columns, final int[] rows, final int rowStep,
		final Object pixels)
	{
		final int width = columns.length, step = step(columns);
		return (first, end) -> {
			for (int y = first; y < end; y++) {
				if (y > 0 && rows[y] == rows[y - 1]) continue; // was copied with the one before
				final Object source = sources.apply(rows[y]);
				final int from = rows[y] * rowStep;
				if (step != 0) Samples.copy(source, from + columns[0], step, pixels, y * width, 1, width);
				else Samples.pick(source, from, columns, pixels, y * width);
				for (int same = y + 1; same < rows.length && rows[same] == rows[y]; same++)
					Samples.copy(pixels, y * width, pixels, same * width, width);
			}
		};
	}

	/** From each place to the next, if that is always the same; else 0. */
	private static int step(final int[] places) {
		final int step = places.length == 1 ? 1 : places[1] - places[0];
		for (int n = 2; n < places.length; n++)
			if (places[n] - places[n - 1] != step) return 0;
		return step;
	}

	/** Where pixels lie between voxels along one axis: the voxel before and after, and the part of the latter. */
	private record Between(int[] before, int[] after, float[] part) {

		static Between of(final PlaneAxis axis) {
			final int size = axis.size();
			final Between all = new Between(new int[size], new int[size], new float[size]);
			for (int n = 0; n < size; n++) {
				final double voxel = Math.max(0, Math.min(axis.voxels() - 1.0, axis.toVoxel(n)));
				final int before = (int) voxel;
				all.before[n] = axis.shown(before);
				all.after[n] = axis.shown(Math.min(before + 1, axis.voxels() - 1));
				all.part[n] = (float) (voxel - before);
			}
			return all;
		}
	}

	/** Between two rows of voxels first, then along the row. */
	private void linear(final Object plane, final Object pixels) {
		final Between across = Between.of(right), along = Between.of(down);
		final int columns = right.voxels(), width = right.size(), height = down.size();
		for (int lane = 0; lane < Samples.lanes(plane); lane++) {
			final int theLane = lane;
			Strips.forEach(height, STRIP, () -> {
				final float[] above = new float[columns], below = new float[columns], row = new float[width];
				return (from, to) -> {
					for (int y = from; y < to; y++) {
						Samples.read(plane, theLane, along.before[y] * columns, 1, above);
						if (along.part[y] != 0) Samples.read(plane, theLane, along.after[y] * columns, 1, below);
						for (int x = 0; x < columns; x++)
							above[x] = mix(above[x], below[x], along.part[y]);
						for (int x = 0; x < width; x++)
							row[x] = mix(above[across.before[x]], above[across.after[x]], across.part[x]);
						Samples.write(row, pixels, theLane, y * width, 1, width);
					}
				};
			});
		}
	}

	/** Exactly the first where nothing is mixed, also beside what is no number. */
	private static float mix(final float a, final float b, final float part) {
		return part == 0 ? a : a + part * (b - a);
	}
}
