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

import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * Makes the pixels of a plane. In the language of ImgLib2 the result is the image with its axes permuted and inverted
 * ({@code Views.permute}, {@code Views.invertAxis}), cut ({@code Views.hyperSlice}) and, where pixels are smaller than
 * voxels, extended by its border and interpolated (nearest neighbour or linear); here it is done on the arrays, as moving
 * through a volume must not wait.
 * <p>
 * Pixels have the type and coding of the image's, so that its calibration holds; the display never changes them. A slab
 * is made before it is interpolated. Numbers of a colour table are never interpolated. Thread-safe as the image is.
 * </p>
 */
public final class PlaneRenderer {

	private final OrthoImage image;

	/** Renders planes of an image. */
	public PlaneRenderer(final OrthoImage image) {
		this.image = image;
	}

	/** A new array of the image's type, row by row, {@code width * height} of the plane. */
	public Object render(final PlaneRequest request) {
		final Plane plane = request.plane();
		final boolean isLinear = request.isSmooth() && !plane.isRaw() && !image.isIndexed();
		final int reach = request.slab().reach(plane.through());
		if (!isLinear && reach == 0 && plane.right().axis() != 2) return direct(request);
		final Sections sections = new Sections(image, request.channel(), request.time());
		final Object section = section(request, sections, reach);
		// the axis that comes first in the image runs along the rows of the section
		final int width = sections.width(plane.through().axis());
		final boolean isTransposed = plane.right().axis() > plane.down().axis();
		final int rightStep = isTransposed ? width : 1, downStep = isTransposed ? 1 : width;
		if (isLinear) return linear(section, plane, rightStep, downStep);
		return nearest(row -> section, voxels(plane.right(), rightStep, 0), voxels(plane.down(), 1, 0), downStep, false);
	}

	private Object section(final PlaneRequest request, final Sections sections, final int reach) {
		final PlaneAxis through = request.plane().through();
		final int slice = request.slice();
		if (reach == 0) return sections.at(through.axis(), slice);
		return sections.slab(through.axis(), Math.max(0, slice - reach), Math.min(through.voxels() - 1, slice + reach), ofHeld(
			request.slab().mode()));
	}

	/** Maximum and minimum are of real values. */
	private Slab.Mode ofHeld(final Slab.Mode mode) {
		if (!image.isDescending() || mode == Slab.Mode.MEAN) return mode;
		return mode == Slab.Mode.MAX ? Slab.Mode.MIN : Slab.Mode.MAX;
	}

	// -- Nearest neighbour --

	/**
	 * One slice whose rows come each from one acquired slice, without a copy between. Across x every voxel is in another
	 * line of the cache: there several threads wait for the memory together.
	 */
	private Object direct(final PlaneRequest request) {
		final Plane plane = request.plane();
		final int[] steps = { 1, image.size(0), 0 };
		final int through = plane.through().axis(), slice = request.slice(), down = plane.down().axis();
		final int[] right = voxels(plane.right(), steps[plane.right().axis()], slice * steps[through]);
		return nearest(row -> image.pixels(through == 2 ? slice : row, request.channel(), request.time()), right, voxels(plane
			.down(), 1, 0), steps[down], through == 0 && !image.isVirtual());
	}

	/** Where the voxels of an axis are in an array. */
	private static int[] voxels(final PlaneAxis axis, final int step, final int start) {
		return IntStream.range(0, axis.size()).map(n -> start + axis.voxelAt(n) * step).toArray();
	}

	/**
	 * Picks voxels.
	 *
	 * @param sources the array that has the voxels of a row
	 * @param right where the voxels lie within the array, without the part of the row
	 * @param rows of each row of pixels the row of voxels; equal ones stand together
	 * @param rowStep distance of rows within an array
	 */
	private static Object nearest(final IntFunction<Object> sources, final int[] right, final int[] rows, final int rowStep,
		final boolean isParallel)
	{
		final int width = right.length;
		final boolean isRun = IntStream.range(1, width).allMatch(x -> right[x] == right[0] + x);
		final Object pixels = Samples.newPixels(sources.apply(rows[0]), width * rows.length);
		final IntStream ys = IntStream.range(0, rows.length).filter(y -> y == 0 || rows[y] != rows[y - 1]);
		(isParallel ? ys.parallel() : ys).forEach(y -> {
			final Object source = sources.apply(rows[y]);
			if (isRun) System.arraycopy(source, right[0] + rows[y] * rowStep, pixels, y * width, width);
			else pick(source, right, rows[y] * rowStep, pixels, y * width);
			for (int same = y + 1; same < rows.length && rows[same] == rows[y]; same++)
				System.arraycopy(pixels, y * width, pixels, same * width, width);
		});
		return pixels;
	}

	private static void pick(final Object source, final int[] right, final int from, final Object pixels, final int to) {
		if (source instanceof byte[] bytes) for (int x = 0; x < right.length; x++)
			((byte[]) pixels)[to + x] = bytes[from + right[x]];
		else if (source instanceof short[] shorts) for (int x = 0; x < right.length; x++)
			((short[]) pixels)[to + x] = shorts[from + right[x]];
		else if (source instanceof float[] floats) for (int x = 0; x < right.length; x++)
			((float[]) pixels)[to + x] = floats[from + right[x]];
		else for (int x = 0; x < right.length; x++)
			((int[]) pixels)[to + x] = ((int[]) source)[from + right[x]];
	}

	// -- Linear --

	/** Where pixels lie between voxels along one axis: offsets of the voxel before and after, and the part of the latter. */
	private record Between(int[] before, int[] after, float[] part) {

		static Between of(final PlaneAxis axis, final int step) {
			final int size = axis.size();
			final Between all = new Between(new int[size], new int[size], new float[size]);
			for (int n = 0; n < size; n++) {
				final double voxel = Math.max(0, Math.min(axis.voxels() - 1.0, axis.toVoxel(n)));
				final int before = (int) voxel;
				all.before[n] = before * step;
				all.after[n] = Math.min(before + 1, axis.voxels() - 1) * step;
				all.part[n] = (float) (voxel - before);
			}
			return all;
		}
	}

	private static Object linear(final Object section, final Plane plane, final int rightStep, final int downStep) {
		final Between right = Between.of(plane.right(), rightStep), down = Between.of(plane.down(), downStep);
		final int width = plane.width(), height = plane.height();
		final Object pixels = Samples.newPixels(section, width * height);
		final float[] source = new float[plane.right().voxels() * plane.down().voxels()];
		for (int lane = 0; lane < Samples.lanes(section); lane++) {
			final int theLane = lane;
			Samples.read(section, lane, 0, source, source.length);
			IntStream.range(0, height).parallel().forEach(y -> Samples.write(row(source, right, down.before[y], down.after[y],
				down.part[y]), pixels, theLane, y * width, width));
		}
		return pixels;
	}

	private static float[] row(final float[] source, final Between right, final int above, final int below,
		final float part)
	{
		final float[] row = new float[right.part.length];
		for (int x = 0; x < row.length; x++) {
			final int before = right.before[x], after = right.after[x];
			final float upper = mix(source[above + before], source[above + after], right.part[x]);
			row[x] = mix(upper, mix(source[below + before], source[below + after], right.part[x]), part);
		}
		return row;
	}

	/** Exactly the first where nothing is mixed, also beside what is no number. */
	private static float mix(final float a, final float b, final float part) {
		return part == 0 ? a : a + part * (b - a);
	}
}
