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
 * The voxels of one slice across an axis, as an array of the image's own type: row by row, the remaining two axes in their
 * order, so (x, y) across z, (x, z) across y, (y, z) across x.
 * <p>
 * Across x each voxel is in another line of the cache; there the slices are read by several threads.
 * </p>
 */
final class Sections {

	private final OrthoImage image;
	private final int channel;
	private final int time;
	private final int columns;
	private final int rows;

	Sections(final OrthoImage image, final int channel, final int time) {
		this.image = image;
		this.channel = channel;
		this.time = time;
		columns = image.size(0);
		rows = image.size(1);
	}

	/** Voxels in a row of a section across an axis. */
	int width(final int axis) {
		return axis == 0 ? rows : columns;
	}

	/** The section at an index. Do not change it: across z it is the image's own array. */
	Object at(final int axis, final int index) {
		if (axis == 2) return pixels(index);
		final int width = width(axis);
		final Object section = Samples.newPixels(pixels(0), width * image.size(2));
		if (axis == 1) for (int z = 0; z < image.size(2); z++)
			System.arraycopy(pixels(z), index * columns, section, z * width, width);
		else lines(image.size(2)).forEach(z -> copyColumn(pixels(z), index, section, z * width));
		return section;
	}

	/**
	 * Several sections as one.
	 *
	 * @param last index of the last section, inclusive
	 */
	Object slab(final int axis, final int first, final int last, final Slab.Mode mode) {
		final int width = width(axis), height = axis == 2 ? rows : image.size(2);
		final Object section = Samples.newPixels(pixels(0), width * height);
		lines(height).forEach(line -> {
			for (int lane = 0; lane < Samples.lanes(section); lane++) {
				final float[] values = axis == 0 ? alongRows(line, lane, first, last, mode) : acrossRows(axis, line, lane, first,
					last, mode);
				Samples.write(values, section, lane, line * width, width);
			}
		});
		return section;
	}

	/** One value for each row of a slice, of the voxels between two columns. */
	private float[] alongRows(final int z, final int lane, final int first, final int last, final Slab.Mode mode) {
		final Object pixels = pixels(z);
		final float[] run = new float[last - first + 1], values = new float[rows];
		for (int y = 0; y < rows; y++) {
			Samples.read(pixels, lane, y * columns + first, run, run.length);
			double sum = run[0];
			for (int i = 1; i < run.length; i++)
				sum = combined(sum, run[i], mode);
			values[y] = (float) (mode == Slab.Mode.MEAN ? sum / run.length : sum);
		}
		return values;
	}

	/** A row of values, of the rows between two slices or, across y, of those of one slice. */
	private float[] acrossRows(final int axis, final int line, final int lane, final int first, final int last,
		final Slab.Mode mode)
	{
		final float[] run = new float[columns], values = new float[columns];
		final double[] sums = new double[columns];
		for (int n = first; n <= last; n++) {
			final int z = axis == 2 ? n : line, y = axis == 2 ? line : n;
			Samples.read(pixels(z), lane, y * columns, run, columns);
			for (int x = 0; x < columns; x++)
				sums[x] = n == first ? run[x] : combined(sums[x], run[x], mode);
		}
		for (int x = 0; x < columns; x++)
			values[x] = (float) (mode == Slab.Mode.MEAN ? sums[x] / (last - first + 1) : sums[x]);
		return values;
	}

	/** Of maximum and minimum a value that is no number leaves the other. */
	private static double combined(final double sum, final double value, final Slab.Mode mode) {
		return switch (mode) {
			case MAX -> value > sum || Double.isNaN(sum) ? value : sum;
			case MIN -> value < sum || Double.isNaN(sum) ? value : sum;
			default -> sum + value;
		};
	}

	private void copyColumn(final Object plane, final int x, final Object to, final int at) {
		if (plane instanceof byte[] from) for (int y = 0; y < rows; y++)
			((byte[]) to)[at + y] = from[y * columns + x];
		else if (plane instanceof short[] from) for (int y = 0; y < rows; y++)
			((short[]) to)[at + y] = from[y * columns + x];
		else if (plane instanceof float[] from) for (int y = 0; y < rows; y++)
			((float[]) to)[at + y] = from[y * columns + x];
		else for (int y = 0; y < rows; y++)
			((int[]) to)[at + y] = ((int[]) plane)[y * columns + x];
	}

	private Object pixels(final int z) {
		return image.pixels(z, channel, time);
	}

	/** A virtual stack may be read by one thread only. */
	private IntStream lines(final int count) {
		final IntStream lines = IntStream.range(0, count);
		return image.isVirtual() ? lines : lines.parallel();
	}
}
