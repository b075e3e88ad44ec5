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

package io.github.dicomvolumes.pixels;

import java.util.Objects;
import java.util.function.IntConsumer;

/**
 * Pixels of one bit (PS3.5 8.1.1, PS3.3 C.8.20.2.3.1), eight in a byte, the first in its lowest bit. Rows and frames
 * follow without a gap, so that a frame may begin within a byte:
 *
 * <pre>
 * byte    0                1
 * bit     7 6 5 4 3 2 1 0  7 6 5 4 3 2 1 0
 * pixel   7 6 5 4 3 2 1 0      .. 1 0 9 8     frames of 10 pixels: the second begins in bit 2 of byte 1
 * </pre>
 */
public final class BitPlane {

	private BitPlane() {}

	/**
	 * Sets the pixels of a plane whose bits are set; others are not touched.
	 *
	 * @param bytes pixel data
	 * @param firstBit where the pixels begin in these bytes, 0-based
	 * @param pixels how many there are, from the start of the plane
	 * @param plane {@code byte[]}, {@code short[]} or {@code float[]}
	 * @param label what the plane gets
	 * @throws IndexOutOfBoundsException if the bytes or the plane do not hold so many
	 */
	public static void set(final byte[] bytes, final int firstBit, final int pixels, final Object plane,
		final int label)
	{
		Objects.checkFromIndexSize((long) firstBit, (long) pixels, 8L * bytes.length);
		final IntConsumer labels = PlaneType.ofArray(plane).setter(plane, label);
		for (int i = 0; i < pixels; i++) {
			final int bit = firstBit + i;
			final int rest = bytes[bit >> 3] >> (bit & 7);
			if ((rest & 1) != 0) labels.accept(i);
			else if ((bit & 7) == 0 && rest == 0) i += 7; // eight at once: most of a segmentation is empty
		}
	}

	/**
	 * Sets the pixels of a plane that are not 0 in another of the same type.
	 *
	 * @param pixels how many there are, from the start of both planes
	 */
	public static void set(final Object bits, final int pixels, final Object plane, final int label) {
		final PlaneType type = PlaneType.ofArray(plane);
		final IntConsumer labels = type.setter(plane, label);
		for (int i = 0; i < pixels; i++)
			if (type.value(bits, i) != 0) labels.accept(i);
	}
}
