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

import java.awt.image.ColorModel;
import java.io.UncheckedIOException;
import java.util.function.IntFunction;
import java.util.function.Supplier;

import io.github.dicomvolumes.view.imagej.Log;
import io.github.dicomvolumes.view.imagej.Processors;
import io.github.dicomvolumes.view.imagej.RunningMacro;

import ij.IJ;
import ij.VirtualStack;
import ij.process.ImageProcessor;

/**
 * All slices of a plane as a stack of ImageJ's, each rendered when it is asked for, and again when it is asked for
 * again: nothing is kept, so that it always shows the image and the model as they are. Changes to its pixels are lost.
 */
public class PlaneStack extends VirtualStack {

	private final OrthoImage image;
	private final PlaneRenderer renderer;
	private final Section plane;
	private final IntFunction<PlaneRequest> requests;

	/**
	 * @param renderer for this image
	 * @param plane that all requests are for
	 * @param size how many slices the stack has
	 * @param requests what to show at a slice of the stack, 0-based; usually
	 *        {@code slice -> model.request(plane, slice)}
	 */
	public PlaneStack(final OrthoImage image, final PlaneRenderer renderer, final Section plane, final int size,
		final IntFunction<PlaneRequest> requests)
	{
		super(plane.width(), plane.height(), size);
		this.image = image;
		this.renderer = renderer;
		this.plane = plane;
		this.requests = requests;
	}

	/** A slice, rendered now, with the image's table of colours but no display range of its own. */
	@Override
	public ImageProcessor getProcessor(final int n) {
		final PlaneRequest request = requests.apply(n - 1);
		return processor(render(request), plane, PlaneImages.lut(image, request.channel()));
	}

	@Override
	public Object getPixels(final int n) {
		return render(requests.apply(n - 1));
	}

	/**
	 * A new array of the pixels; may be called by any thread. If slices of the image cannot be read any more the plane
	 * is blank, and the log says why; a macro stops.
	 */
	protected Object render(final PlaneRequest request) {
		return orBlank(image, plane.width() * plane.height(), () -> renderer.render(request));
	}

	/** The same for pixels that are made otherwise. */
	public static Object orBlank(final OrthoImage image, final int length, final Supplier<Object> rendering) {
		try {
			return rendering.get();
		}
		catch (final UncheckedIOException exc) {
			Log.add(image.problem(exc));
			if (IJ.isMacro()) RunningMacro.stop(image.problem(exc));
			return image.newPixels(length);
		}
	}

	/** Pixels that are all 0. */
	protected final Object blank() {
		return image.newPixels(plane.width() * plane.height());
	}

	@Override
	public int getBitDepth() {
		return image.image().getBitDepth();
	}

	/** The plane and the number of its slice, 0-based as voxels are: "Coronal 256". */
	@Override
	public String getSliceLabel(final int n) {
		return label(requests.apply(n - 1));
	}

	/** Whether it is shown by one of the windows of orthogonal views, and is gone with them. */
	public boolean isOfViews() {
		return false;
	}

	/** How the plane lies in the image. */
	public final Section plane() {
		return plane;
	}

	static String label(final PlaneRequest request) {
		return label(request.plane(), request.slice());
	}

	static String label(final Section plane, final int slice) {
		return plane.label() + " " + slice;
	}

	/** Wraps pixels of a plane. */
	public static ImageProcessor processor(final Object pixels, final Section plane, final ColorModel colors) {
		return Processors.of(pixels, plane.width(), plane.height(), colors);
	}
}
