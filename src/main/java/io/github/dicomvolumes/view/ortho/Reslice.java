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

import ij.CompositeImage;
import ij.ImagePlus;
import ij.ImageStack;

import io.github.dicomvolumes.geometry.AnatomicalPlane;
import io.github.dicomvolumes.io.Parallel;
import io.github.dicomvolumes.io.Progress;

/**
 * A whole image cut another way: all slices of a plane, for every channel and time, as a new stack in memory that can be
 * changed, measured and saved like any other. It keeps its place in the patient.
 */
public final class Reslice {

	private Reslice() {}

	/**
	 * Cuts an image. Not shown; the first slice is that of voxel 0.
	 *
	 * @param isSmooth whether square pixels between voxels are interpolated rather than those of the nearest voxel
	 * @throws java.util.concurrent.CancellationException if the progress says so
	 */
	public static ImagePlus of(final OrthoImage image, final AnatomicalPlane which, final Pixels pixels,
		final boolean isSmooth, final Progress progress) throws IOException
	{
		final Plane plane = image.plane(which, pixels);
		final int channels = image.channels(), slices = plane.slices(), times = image.times();
		final PlaneRenderer renderer = new PlaneRenderer(image);
		final PlaneRequest[] requests = new PlaneRequest[channels * slices * times];
		for (int n = 0; n < requests.length; n++)
			requests[n] = new PlaneRequest(plane, n / channels % slices, n % channels, n / channels / slices, Slab.NONE,
				isSmooth);
		final Object[] arrays = new Object[requests.length];
		final Object lock = new Object();
		Parallel.forEach(arrays.length, "Reslicing", progress, n -> {
			if (!image.isVirtual()) arrays[n] = renderer.render(requests[n]);
			else synchronized (lock) { // one reader at a time
				arrays[n] = renderer.render(requests[n]);
			}
		});
		final ImageStack stack = new ImageStack(plane.width(), plane.height());
		for (int n = 0; n < arrays.length; n++)
			stack.addSlice(PlaneStack.label(requests[n]), arrays[n]);
		return hyperstack(image, PlaneImages.image(image, plane, stack, 0), plane);
	}

	private static ImagePlus hyperstack(final OrthoImage image, final ImagePlus stack, final Plane plane) {
		stack.setDimensions(image.channels(), plane.slices(), image.times());
		stack.setOpenAsHyperStack(image.channels() * image.times() > 1);
		PlaneImages.space(image, plane, 0).ifPresent(space -> space.attachTo(stack));
		if (!(image.image() instanceof CompositeImage composite)) {
			PlaneImages.display(stack, image, image.displayRange(0));
			return stack;
		}
		final CompositeImage result = new CompositeImage(stack, composite.getMode());
		result.setLuts(composite.getLuts());
		return result;
	}
}
