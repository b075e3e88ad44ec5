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

package io.github.dicomvolumes.view.imagej;

import ij.ImageStack;
import ij.process.ByteProcessor;
import ij.process.ColorProcessor;
import ij.process.FloatProcessor;
import ij.process.ImageProcessor;
import ij.process.ShortProcessor;

import java.awt.image.ColorModel;

import io.github.dicomvolumes.pixels.PlaneType;

/** ImageJ's images of arrays of pixels, and the arrays of its stacks. */
public final class Processors {

	private Processors() {}

	/**
	 * Wraps an array, which is not copied.
	 *
	 * @param pixels row by row, of one of the types of {@link PlaneType}
	 * @param colors of grey values, null for ImageJ's; unused where pixels are colours
	 */
	public static ImageProcessor of(final Object pixels, final int width, final int height, final ColorModel colors) {
		return switch (PlaneType.ofArray(pixels)) {
			case UINT8 -> new ByteProcessor(width, height, (byte[]) pixels, colors);
			case UINT16, INT16 -> new ShortProcessor(width, height, (short[]) pixels, colors);
			case FLOAT32 -> new FloatProcessor(width, height, (float[]) pixels, colors);
			case RGB -> new ColorProcessor(width, height, (int[]) pixels);
		};
	}

	/**
	 * The array of a slice, maybe not a copy. Only one thread at a time asks a virtual stack, which reads a file.
	 *
	 * @param n of the stack, from 1
	 */
	public static Object pixels(final ImageStack stack, final int n) {
		if (!stack.isVirtual()) return stack.getPixels(n);
		synchronized (stack) {
			return stack.getPixels(n);
		}
	}
}
