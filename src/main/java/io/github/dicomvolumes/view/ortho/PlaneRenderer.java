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

import java.util.Optional;
import java.util.function.IntConsumer;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * Makes the pixels of a plane. In the language of ImgLib2 the result is the image with its axes permuted and inverted
 * ({@code Views.permute}, {@code Views.invertAxis}), cut ({@code Views.hyperSlice}) and, where pixels are smaller than
 * voxels, extended by its border and interpolated (nearest neighbour or linear); here it is done on the arrays, as
 * moving through a volume must not wait.
 * <p>
 * Pixels have the type and coding of the image's, so that its calibration holds; the display never changes them. A slab
 * is made before it is interpolated. Thread-safe as the image is.
 * </p>
 */
public final class PlaneRenderer {

	private final OrthoImage image;
	/** Null if sections are read from the image each time. */
	private final SectionBlocks blocks;

	/** Renders planes of an image as it is at that moment. */
	public PlaneRenderer(final OrthoImage image) {
		this(image, null);
	}

	/** Renders planes of an image as the blocks have it. */
	public PlaneRenderer(final OrthoImage image, final SectionBlocks blocks) {
		this.image = image;
		this.blocks = blocks;
	}

	/** A new array of the image's type, row by row, {@code width * height} of the plane. */
	public Object render(final PlaneRequest request) {
		final Plane plane = request.plane();
		final int reach = request.slab().reach(plane.through());
		final boolean isLinear = request.isSmooth() && !plane.isRaw();
		final Optional<Object> copied = blocks == null || reach > 0 ? Optional.empty()
			: blocks.at(plane.through().axis(), request.slice(), request.channel(), request.time());
		if (copied.isPresent()) return render(copied.get(), plane, isLinear);
		if (!isLinear && reach == 0 && plane.right().axis() != 2 && !image.isVirtual()) return direct(request);
		return render(section(request, reach), plane, isLinear);
	}

	/** The pixels of a plane from the section that it shows. */
	Object render(final Object section, final Plane plane, final boolean isSmooth) {
		// the axis that comes first in the image runs along the rows of the section
		final int width = Sections.width(image, plane.through().axis());
		final boolean isTransposed = plane.right().axis() > plane.down().axis();
		final int rightStep = isTransposed ? width : 1, downStep = isTransposed ? 1 : width;
		if (isSmooth && !plane.isRaw()) return Linear.pixels(image, section, plane, rightStep, downStep);
		return nearest(row -> section, voxels(plane.right(), rightStep, 0), voxels(plane.down(), 1, 0), downStep);
	}

	private Object section(final PlaneRequest request, final int reach) {
		final PlaneAxis through = request.plane().through();
		final int slice = request.slice(), channel = request.channel(), time = request.time(), axis = through.axis();
		final Sections sections = new Sections(image, channel, time);
		if (reach == 0) return sections.at(axis, slice);
		final int first = Math.max(0, slice - reach), last = Math.min(through.voxels() - 1, slice + reach);
		final Slab.Mode mode = ofHeld(request.slab().mode());
		if (blocks == null || !blocks.hold(axis, last - first + 1)) return sections.slab(axis, first, last, mode);
		final Object[] kept = new Object[last - first + 1];
		for (int n = 0; n < kept.length; n++)
			kept[n] = blocks.at(axis, first + n, channel, time).orElseThrow();
		return sections.slab(kept, axis, mode);
	}

	/** Maximum and minimum are of real values. */
	private Slab.Mode ofHeld(final Slab.Mode mode) {
		if (!image.isDescending() || mode == Slab.Mode.MEAN) return mode;
		return mode == Slab.Mode.MAX ? Slab.Mode.MIN : Slab.Mode.MAX;
	}

	// -- Nearest neighbour --

	/** One slice of an image in memory whose rows come each from one acquired slice, without a copy between. */
	private Object direct(final PlaneRequest request) {
		final Plane plane = request.plane();
		final int[] steps = { 1, image.size(0), 0 };
		final int through = plane.through().axis(), slice = request.slice(), down = plane.down().axis();
		final int[] right = voxels(plane.right(), steps[plane.right().axis()], slice * steps[through]);
		final int[] rows = voxels(plane.down(), 1, 0);
		final int channel = request.channel(), time = request.time();
		return nearest(z -> image.pixels(through == 2 ? slice : z, channel, time), right, rows, steps[down]);
	}

	/** Where the voxels of an axis are in an array. */
	private static int[] voxels(final PlaneAxis axis, final int step, final int start) {
		final int[] voxels = new int[axis.size()];
		for (int n = 0; n < voxels.length; n++)
			voxels[n] = start + axis.voxelAt(n) * step;
		return voxels;
	}

	/**
	 * Picks voxels; by several threads if they are far from each other, as then all wait for the memory.
	 *
	 * @param sources the array that has the voxels of a row
	 * @param right where the voxels lie within the array, without the part of the row
	 * @param rows of each row of pixels the row of voxels; equal ones stand together
	 * @param rowStep distance of rows within an array
	 */
	private Object nearest(final IntFunction<Object> sources, final int[] right, final int[] rows, final int rowStep) {
		final int width = right.length, step = step(right);
		final Object pixels = image.newPixels(width * rows.length);
		final IntConsumer copying = y -> {
			if (y > 0 && rows[y] == rows[y - 1]) return; // was copied with the one before
			final Object source = sources.apply(rows[y]);
			final int from = rows[y] * rowStep, to = y * width;
			if (step != 0) Samples.copy(source, from + right[0], step, pixels, to, width);
			else Samples.pick(source, from, right, pixels, to);
			for (int same = y + 1; same < rows.length && rows[same] == rows[y]; same++)
				Samples.copy(pixels, to, 1, pixels, same * width, width);
		};
		if (step != 1) IntStream.range(0, rows.length).parallel().forEach(copying);
		else for (int y = 0; y < rows.length; y++)
			copying.accept(y);
		return pixels;
	}

	/** From each to the next, if that is always the same; else 0. */
	private static int step(final int[] places) {
		final int step = places.length == 1 ? 1 : places[1] - places[0];
		for (int n = 2; n < places.length; n++)
			if (places[n] - places[n - 1] != step) return 0;
		return step;
	}
}
