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

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;

import io.github.dicomvolumes.work.Parallel;
import io.github.dicomvolumes.work.Progress;
import io.github.dicomvolumes.work.Strips;
import io.github.dicomvolumes.work.Strips.Strip;

/**
 * Copies planes out of one channel and time of an image, voxel for voxel: arrays of the image's type, row by row as the
 * plane is looked at, equal to those of {@link Planes}. The image is read as it is now.
 * <p>
 * Planes across z are copied out of that view, all others by hand, which is faster. Adjacent ones are copied together:
 * across x each voxel of a plane is in another line of the processor's cache, which the next planes share, and of a
 * virtual image each slice is read once for all of them.
 * </p>
 */
public final class PlaneCopier {

	/** What is told about a long pass. */
	public static final String PHASE = "Reslicing";

	private final PlaneImage image;
	private final PlaneAxes axes;
	private final int channel;
	private final int time;
	private final int width;
	private final int height;

	/** @param axes of the planes */
	public PlaneCopier(final PlaneImage image, final PlaneAxes axes, final int channel, final int time) {
		this.image = image;
		this.axes = axes;
		this.channel = channel;
		this.time = time;
		width = image.size(axes.right());
		height = image.size(axes.down());
	}

	/** The plane at an index of the axis through it. */
	public Object plane(final int index) {
		if (axes.through() < 2 && image.isVirtual()) return adjacent(index, 1, Progress.NONE)[0];
		final Object pixels = image.newPixels(width * height);
		if (axes.through() < 2) copyByHand(index, pixels);
		else Copying.copy(Planes.slice(image.at(channel, time), axes, index), pixels);
		return pixels;
	}

	/**
	 * Takes half as long as ImgLib2's copy of the view; across x, where all wait for the memory, by several threads.
	 */
	private void copyByHand(final int index, final Object pixels) {
		final int columns = image.size(0), axis = 1 - axes.through(), run = image.size(axis), to = step(axis);
		final int at = axis == 0 ? index * columns : index, from = axis == 0 ? 1 : columns;
		final Strip copying = (first, end) -> {
			for (int z = first; z < end; z++)
				Samples.copy(image.array(z, channel, time), at, from, pixels, start(z), to, run);
		};
		if (axis == 0) copying.run(0, image.size(2));
		else Strips.forEach(image.size(2), PlaneScaling.STRIP, copying);
	}

	/**
	 * The plane at an index, of another size: pixels of the nearest voxels, as {@link PlaneScaling} has them.
	 *
	 * @param right the axes of this plane
	 */
	public Object nearest(final int index, final PlaneAxis right, final PlaneAxis down) {
		final boolean areRowsOfSlices = axes.down() == 2 && !image.isVirtual();
		if (!areRowsOfSlices) return new PlaneScaling(right, down).scaled(image, plane(index), false);
		final int step = axes.right() == 0 ? 1 : image.size(0),
			start = axes.right() == 0 ? index * image.size(0) : index;
		final int[] columns = new int[right.size()], rows = new int[down.size()];
		Arrays.setAll(columns, x -> start + right.voxelAt(x) * step);
		Arrays.setAll(rows, down::voxelAt);
		final Object plane = image.newPixels(columns.length * rows.length);
		Strips.forEach(rows.length, PlaneScaling.STRIP,
			PlaneScaling.pick(z -> image.array(z, channel, time), columns, rows, 0, plane));
		return plane;
	}

	/**
	 * Some adjacent planes, in one pass over the slices of the image.
	 *
	 * @throws java.util.concurrent.CancellationException if the progress says so
	 */
	public Object[] adjacent(final int first, final int count, final Progress progress) {
		final Object[] planes = new Object[count];
		if (axes.through() == 2) forEach(count, progress, n -> planes[n] = plane(first + n));
		else {
			for (int n = 0; n < count; n++)
				planes[n] = image.newPixels(width * height);
			final int axis = 1 - axes.through(), run = image.size(axis), step = step(axis);
			final boolean areRows = axis == 0;
			forEachSlice(first, count, progress, (z, from, at, line) -> {
				for (int n = 0; n < count; n++)
					Samples.copy(from, at + n * (areRows ? line : 1), areRows ? 1 : line, planes[n], start(z), step,
						run);
			});
		}
		return planes;
	}

	/**
	 * Adjacent planes as one, of the numbers that voxels hold, whole numbers rounded.
	 *
	 * @param last index of the last plane, inclusive
	 */
	public Object slab(final int first, final int last, final SlabMode mode) {
		final int count = last - first + 1;
		if (axes.through() == 2) return slab(adjacent(first, count, Progress.NONE), mode);
		final Object plane = image.newPixels(width * height);
		final int axis = 1 - axes.through(), run = image.size(axis), step = step(axis);
		final boolean areRows = axis == 0;
		forEachSlice(first, count, Progress.NONE, (z, from, at, line) -> {
			for (int lane = 0; lane < Samples.lanes(plane); lane++) {
				final float[][] runs = new float[count][run];
				for (int n = 0; n < count; n++)
					Samples.read(from, lane, at + n * (areRows ? line : 1), areRows ? 1 : line, runs[n]);
				Samples.write(Projection.of(runs, mode), plane, lane, start(z), step, run);
			}
		});
		return plane;
	}

	/** Planes that were copied before as one. */
	Object slab(final Object[] planes, final SlabMode mode) {
		final Object plane = image.newPixels(width * height);
		Strips.forEach(height, PlaneScaling.STRIP, (from, to) -> {
			for (int row = from; row < to; row++)
				for (int lane = 0; lane < Samples.lanes(plane); lane++) {
					final float[][] runs = new float[planes.length][width];
					for (int n = 0; n < runs.length; n++)
						Samples.read(planes[n], lane, row * width, 1, runs[n]);
					Samples.write(Projection.of(runs, mode), plane, lane, row * width, 1, width);
				}
		});
		return plane;
	}

	/** From a pixel of a plane to that of the next voxel along an axis of the image. */
	private int step(final int axis) {
		return axis == axes.right() ? axes.rightReversed() ? -1 : 1 : axes.downReversed() ? -width : width;
	}

	/** Where the voxels of a slice of the image begin in a plane across x or y. */
	private int start(final int z) {
		return (axes.rightReversed() ? width - 1 : 0) + (axes.downReversed() ? (height - 1) * width : 0) + z * step(2);
	}

	/** What is done with the part of a slice from which planes are made. */
	@FunctionalInterface
	private interface Part {

		/**
		 * @param at the first voxel of the first plane
		 * @param line voxels from one row of the slice to the next
		 */
		void done(int z, Object from, int at, int line);
	}

	/** Visits what adjacent planes across x or y have of each slice of the image. */
	private void forEachSlice(final int first, final int count, final Progress progress, final Part part) {
		final int columns = image.size(0), at = axes.through() == 0 ? first : first * columns;
		if (image.rows().isPresent()) forEachRows(image.rows().get(), first, count, progress, part);
		else forEach(image.size(2), progress, z -> part.done(z, image.array(z, channel, time), at, columns));
	}

	/** The same of rows that are read from files. */
	private void forEachRows(final PlaneImage.Rows rows, final int first, final int count, final Progress progress,
		final Part part)
	{
		final boolean isAcrossX = axes.through() == 0;
		final int columns = image.size(0), firstRow = isAcrossX ? 0 : first, some = isAcrossX ? image.size(1) : count;
		final ThreadLocal<Object> buffer = ThreadLocal.withInitial(() -> image.newPixels(columns * some));
		forEach(image.size(2), progress, z -> {
			rows.read(z, channel, time, firstRow, some, buffer.get());
			part.done(z, buffer.get(), isAcrossX ? first : 0, columns);
		});
	}

	private void forEach(final int count, final Progress progress, final Parallel.Task task) {
		try {
			if (image.isConcurrent() && count > 1) Parallel.forEach(count, PHASE, progress, task);
			else for (int n = 0; n < count; n++) {
				progress.checkCanceled(PHASE);
				task.run(n);
				progress.update(PHASE, n + 1, count);
			}
		}
		catch (final IOException exc) {
			throw new UncheckedIOException(exc);
		}
	}
}
