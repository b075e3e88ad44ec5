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

package io.github.dicomvolumes.view.plane;

import java.io.IOException;
import java.io.UncheckedIOException;

import io.github.dicomvolumes.geometry.AnatomicalPlane;
import io.github.dicomvolumes.work.Progress;
import io.github.dicomvolumes.series.StackShape;
import io.github.dicomvolumes.volume.sample.PlaneCopier;
import io.github.dicomvolumes.volume.sample.PlaneImage;

import ij.ImagePlus;
import ij.ImageStack;

/**
 * A whole image cut another way: all slices of a plane, for every channel and time, as a new stack that can be measured
 * and saved like any other, and in memory also changed. It keeps its place in the patient.
 */
public final class Reslice {

	/**
	 * Planes of an image in memory that are copied in one pass; with more the writing takes as long as the reading.
	 */
	private static final int IN_MEMORY = 16;

	/** The part of the heap that the planes of a pass may take, besides the result. */
	private static final int PART = 8;

	/** What needs less memory. */
	private static final String INSTEAD = "load=Virtual or pixels=Raw";

	private Reslice() {}

	/**
	 * Cuts an image. Not shown; the first slice is that of voxel 0.
	 *
	 * @param isSmooth whether square pixels between voxels are interpolated rather than those of the nearest voxel
	 * @throws io.github.dicomvolumes.data.DicomException if Java's memory is too small for all slices
	 * @throws java.util.concurrent.CancellationException if the progress says so
	 */
	public static ImagePlus of(final OrthoImage image, final AnatomicalPlane which, final Pixels pixels,
		final boolean isSmooth, final Progress progress) throws IOException
	{
		final Plane plane = image.plane(which, pixels);
		final int channels = image.channels(), slices = plane.slices(), times = image.times();
		final StackShape shape = new StackShape(slices, channels, times);
		final StackSize need = new StackSize(plane.width(), plane.height(), shape.planes(), image.bytesPerPixel());
		need.requireMemory(INSTEAD);
		final Object[] arrays = new Object[shape.planes()];
		final PlaneImage planes = image.planeImage();
		final PlaneRenderer renderer = new PlaneRenderer(image);
		final int size = Math.min(slices, block(image, plane));
		final Steps steps = new Steps(progress, channels * times * ((slices + size - 1) / size));
		try {
			for (int time = 0; time < times; time++)
				for (int channel = 0; channel < channels; channel++)
					for (int first = 0; first < slices; first += size) {
						final int count = Math.min(size, slices - first);
						final Object[] voxels = new PlaneCopier(planes, plane.axes(), channel, time).adjacent(first,
							count, steps);
						for (int n = 0; n < count; n++) {
							final int at = shape.stackIndex(first + n, channel, time) - 1;
							arrays[at] = renderer.scaled(voxels[n], plane, isSmooth);
							voxels[n] = null;
						}
						steps.next();
					}
		}
		catch (final UncheckedIOException exc) {
			throw exc.getCause();
		}
		catch (final OutOfMemoryError exc) {
			throw need.tooLarge(INSTEAD, exc);
		}
		final ImageStack stack = new ImageStack(plane.width(), plane.height());
		for (int n = 0; n < arrays.length; n++)
			stack.addSlice(PlaneStack.label(plane, shape.ofStackIndex(n + 1).slice()), arrays[n]);
		return placed(image, plane, stack);
	}

	/**
	 * The same without pixels: each slice is rendered when it is looked at, from the image as it is then, and changes
	 * to it are lost.
	 */
	public static ImagePlus virtual(final OrthoImage image, final AnatomicalPlane which, final Pixels pixels,
		final boolean isSmooth)
	{
		final Plane plane = image.plane(which, pixels);
		final StackShape shape = new StackShape(plane.slices(), image.channels(), image.times());
		final PlaneRenderer renderer = image.isVirtual() ? new PlaneRenderer(image, image.blocks())
			: new PlaneRenderer(image);
		return placed(image, plane, new PlaneStack(image, renderer, plane, shape.planes(), n -> {
			final StackShape.Place place = shape.ofStackIndex(n + 1);
			return new PlaneRequest(plane, place.slice(), place.channel(), place.time(), Slab.NONE, isSmooth);
		}));
	}

	private static ImagePlus placed(final OrthoImage image, final Plane plane, final ImageStack stack) {
		final ImagePlus resliced = PlaneImages.hyperstack(image, PlaneImages.image(image, plane, stack, 0),
			plane.slices());
		PlaneImages.space(image, plane, 0).ifPresent(space -> space.attachTo(resliced));
		return resliced;
	}

	/** How many planes are copied in one pass. Of a virtual image a pass reads all files, so the fewer the better. */
	private static int block(final OrthoImage image, final Plane plane) {
		final long bytes = (long) plane.right().voxels() * plane.down().voxels() * image.bytesPerPixel();
		final long fit = Math.max(1, Runtime.getRuntime().maxMemory() / PART / bytes);
		return (int) Math.min(image.isVirtual() && plane.through().axis() != 2 ? Integer.MAX_VALUE : IN_MEMORY, fit);
	}
}
