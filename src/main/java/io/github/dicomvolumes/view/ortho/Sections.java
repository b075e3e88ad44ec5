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

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;

import io.github.dicomvolumes.io.Parallel;
import io.github.dicomvolumes.io.Progress;

/**
 * The voxels of slices across an axis, each as an array of the image's own type: row by row, the remaining two axes in
 * their order, so (x, y) across z, (x, z) across y, (y, z) across x. They are read now, from the image as it is.
 * <p>
 * Across x each voxel of a section is in another line of the cache, which the next sections share; so adjacent ones are
 * copied together, and by several threads if the image allows it.
 * </p>
 */
final class Sections {

	/** Rows whose lines of the cache are copied from before the next ones are; few enough to be kept by it. */
	private static final int ROWS_AT_ONCE = 32;

	/** What is told about a long pass. */
	static final String PHASE = "Reslicing";

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
	static int width(final OrthoImage image, final int axis) {
		return image.size(axis == 0 ? 1 : 0);
	}

	/** Rows of a section across an axis. */
	static int height(final OrthoImage image, final int axis) {
		return image.size(axis == 2 ? 1 : 2);
	}

	/** The section at an index. Do not change it: across z it is the image's own array. */
	Object at(final int axis, final int index) {
		return adjacent(axis, index, 1, Progress.NONE)[0];
	}

	/**
	 * Some adjacent sections, in one pass over the slices of the image, each of which is read once. Do not change them.
	 *
	 * @throws CancellationException if the progress says so
	 */
	Object[] adjacent(final int axis, final int first, final int count, final Progress progress) {
		final Object[] sections = new Object[count];
		if (axis == 2) {
			forEach(count, progress, n -> sections[n] = image.pixels(first + n, channel, time));
			return sections;
		}
		final int width = width(image, axis), slices = image.size(2);
		for (int n = 0; n < count; n++)
			sections[n] = image.newPixels(width * slices);
		forEachSlice(axis, first, count, progress, (z, from) -> {
			if (axis == 1) copyRows(from, sections, z * width);
			else copyColumns(from, sections, z * width);
		});
		return sections;
	}

	/**
	 * Several sections as one, in one pass over the slices.
	 *
	 * @param last index of the last section, inclusive
	 */
	Object slab(final int axis, final int first, final int last, final Slab.Mode mode) {
		final int width = width(image, axis), count = last - first + 1;
		if (axis == 2) return slab(adjacent(axis, first, count, Progress.NONE), axis, mode);
		final Object section = image.newPixels(width * image.size(2));
		final int next = axis == 1 ? columns : 1, step = axis == 1 ? 1 : columns;
		forEachSlice(axis, first, count, Progress.NONE, (z, from) -> {
			for (int lane = 0; lane < Samples.lanes(section); lane++) {
				final float[][] runs = new float[count][width];
				for (int n = 0; n < count; n++)
					Samples.read(from.pixels(), lane, from.at() + n * next, step, runs[n]);
				Samples.write(Projection.of(runs, mode), section, lane, z * width, width);
			}
		});
		return section;
	}

	/** Sections across an axis as one. */
	Object slab(final Object[] sections, final int axis, final Slab.Mode mode) {
		final int width = width(image, axis), height = height(image, axis);
		final Object section = image.newPixels(width * height);
		IntStream.range(0, height).parallel().forEach(line -> {
			for (int lane = 0; lane < Samples.lanes(section); lane++) {
				final float[][] runs = new float[sections.length][width];
				for (int n = 0; n < runs.length; n++)
					Samples.read(sections[n], lane, line * width, 1, runs[n]);
				Samples.write(Projection.of(runs, mode), section, lane, line * width, width);
			}
		});
		return section;
	}

	private void copyRows(final OrthoImage.Rows from, final Object[] sections, final int at) {
		for (int n = 0; n < sections.length; n++)
			Samples.copy(from.pixels(), from.at() + n * columns, 1, sections[n], at, columns);
	}

	private void copyColumns(final OrthoImage.Rows from, final Object[] sections, final int at) {
		for (int y = 0; y < rows; y += ROWS_AT_ONCE)
			for (int n = 0; n < sections.length; n++)
				Samples.copy(from.pixels(), from.at() + y * columns + n, columns, sections[n], at + y,
					Math.min(ROWS_AT_ONCE, rows - y));
	}

	/** What is done with the part of a slice from which sections are copied. */
	@FunctionalInterface
	private interface Copying {

		/** @param from starts with the first voxel of the first section */
		void copy(int z, OrthoImage.Rows from);
	}

	/** Visits what adjacent sections across x or y have of each slice. */
	private void forEachSlice(final int axis, final int first, final int count, final Progress progress,
		final Copying copying)
	{
		final int firstRow = axis == 1 ? first : 0, rowCount = axis == 1 ? count : rows, before = axis == 1 ? 0 : first;
		final ThreadLocal<Object> buffer = ThreadLocal.withInitial(() -> image.newPixels(rowCount * columns));
		forEach(image.size(2), progress, z -> {
			final OrthoImage.Rows part = image.rows(z, channel, time, firstRow, rowCount, buffer::get);
			copying.copy(z, new OrthoImage.Rows(part.pixels(), part.at() + before));
		});
	}

	private void forEach(final int count, final Progress progress, final Parallel.Task task) {
		try {
			if (image.isConcurrent() && count > 1) Parallel.forEach(count, PHASE, progress, task);
			else for (int n = 0; n < count; n++) {
				progress.checkCanceled(PHASE);
				progress.update(PHASE, n, count);
				task.run(n);
			}
		}
		catch (final IOException exc) {
			throw new UncheckedIOException(exc);
		}
	}
}
