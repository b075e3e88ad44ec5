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
		final Object[] slices = axis == 2 ? IntStream.rangeClosed(first, last).mapToObj(this::pixels).toArray() : null;
		lines(height).forEach(line -> {
			final Object slice = axis == 2 ? null : pixels(line);
			for (int lane = 0; lane < Samples.lanes(section); lane++) {
				final float[][] runs = new float[last - first + 1][width];
				for (int n = 0; n < runs.length; n++)
					switch (axis) {
						case 0 -> Samples.read(slice, lane, first + n, columns, runs[n]);
						case 1 -> Samples.read(slice, lane, (first + n) * columns, 1, runs[n]);
						default -> Samples.read(slices[n], lane, line * columns, 1, runs[n]);
					}
				Samples.write(Projection.of(runs, mode), section, lane, line * width, width);
			}
		});
		return section;
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
