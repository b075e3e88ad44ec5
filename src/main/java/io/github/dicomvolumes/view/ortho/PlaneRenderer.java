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
		final Sections sections = new Sections(image, request.channel(), request.time());
		final int axis = plane.through().axis();
		final Object section = section(request, sections);
		// the axis that comes first in the image runs along the rows of the section
		final boolean isTransposed = plane.right().axis() > plane.down().axis();
		final int rightStep = isTransposed ? sections.width(axis) : 1, downStep = isTransposed ? 1 : sections.width(axis);
		if (request.isSmooth() && !plane.isRaw() && !image.isIndexed()) return linear(section, plane, rightStep, downStep);
		return nearest(section, offsets(plane.right(), rightStep), offsets(plane.down(), downStep));
	}

	private Object section(final PlaneRequest request, final Sections sections) {
		final PlaneAxis through = request.plane().through();
		final int reach = request.slab().reach(through), slice = request.slice();
		if (reach == 0) return sections.at(through.axis(), slice);
		return sections.slab(through.axis(), Math.max(0, slice - reach), Math.min(through.voxels() - 1, slice + reach), ofHeld(
			request.slab().mode()));
	}

	/** Maximum and minimum are of real values. */
	private Slab.Mode ofHeld(final Slab.Mode mode) {
		if (!image.isDescending() || mode == Slab.Mode.MEAN) return mode;
		return mode == Slab.Mode.MAX ? Slab.Mode.MIN : Slab.Mode.MAX;
	}

	private static int[] offsets(final PlaneAxis axis, final int step) {
		return IntStream.range(0, axis.size()).map(n -> axis.voxelAt(n) * step).toArray();
	}

	// -- Nearest neighbour --

	private static Object nearest(final Object section, final int[] right, final int[] down) {
		final int width = right.length;
		final Object pixels = Samples.newPixels(section, width * down.length);
		for (int y = 0; y < down.length; y++)
			if (y > 0 && down[y] == down[y - 1]) System.arraycopy(pixels, (y - 1) * width, pixels, y * width, width);
			else pick(section, right, down[y], pixels, y * width);
		return pixels;
	}

	private static void pick(final Object section, final int[] right, final int from, final Object pixels, final int to) {
		if (section instanceof byte[] source) for (int x = 0; x < right.length; x++)
			((byte[]) pixels)[to + x] = source[from + right[x]];
		else if (section instanceof short[] source) for (int x = 0; x < right.length; x++)
			((short[]) pixels)[to + x] = source[from + right[x]];
		else if (section instanceof float[] source) for (int x = 0; x < right.length; x++)
			((float[]) pixels)[to + x] = source[from + right[x]];
		else for (int x = 0; x < right.length; x++)
			((int[]) pixels)[to + x] = ((int[]) section)[from + right[x]];
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
