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

/** Runs of pixels as numbers, whatever array holds them: of colour, red, green and blue one after the other. */
final class Samples {

	private Samples() {}

	/** Copies a run of pixels between arrays of the same type; {@code step} leads from a source pixel to the next. */
	static void copy(final Object source, final int from, final int step, final Object target, final int to,
		final int length)
	{
		if (source instanceof byte[] bytes) copy(bytes, from, step, (byte[]) target, to, length);
		else if (source instanceof short[] shorts) copy(shorts, from, step, (short[]) target, to, length);
		else if (source instanceof float[] floats) copy(floats, from, step, (float[]) target, to, length);
		else copy((int[]) source, from, step, (int[]) target, to, length);
	}

	private static void copy(final byte[] source, final int from, final int step, final byte[] target, final int to,
		final int length)
	{
		if (step == 1) System.arraycopy(source, from, target, to, length); // faster when it knows the type
		else for (int i = 0; i < length; i++)
			target[to + i] = source[from + i * step];
	}

	private static void copy(final short[] source, final int from, final int step, final short[] target, final int to,
		final int length)
	{
		if (step == 1) System.arraycopy(source, from, target, to, length);
		else for (int i = 0; i < length; i++)
			target[to + i] = source[from + i * step];
	}

	private static void copy(final float[] source, final int from, final int step, final float[] target, final int to,
		final int length)
	{
		if (step == 1) System.arraycopy(source, from, target, to, length);
		else for (int i = 0; i < length; i++)
			target[to + i] = source[from + i * step];
	}

	private static void copy(final int[] source, final int from, final int step, final int[] target, final int to,
		final int length)
	{
		if (step == 1) System.arraycopy(source, from, target, to, length);
		else for (int i = 0; i < length; i++)
			target[to + i] = source[from + i * step];
	}

	/** Copies single pixels between arrays of the same type, those at {@code from} plus each of some numbers. */
	static void pick(final Object source, final int from, final int[] offsets, final Object target, final int to) {
		if (source instanceof byte[] bytes) for (int i = 0; i < offsets.length; i++)
			((byte[]) target)[to + i] = bytes[from + offsets[i]];
		else if (source instanceof short[] shorts) for (int i = 0; i < offsets.length; i++)
			((short[]) target)[to + i] = shorts[from + offsets[i]];
		else if (source instanceof float[] floats) for (int i = 0; i < offsets.length; i++)
			((float[]) target)[to + i] = floats[from + offsets[i]];
		else for (int i = 0; i < offsets.length; i++)
			((int[]) target)[to + i] = ((int[]) source)[from + offsets[i]];
	}

	/** How many numbers a pixel has. */
	static int lanes(final Object pixels) {
		return pixels instanceof int[] ? 3 : 1;
	}

	/**
	 * Reads a run of pixels.
	 *
	 * @param lane which number of the pixels
	 * @param from the first pixel
	 * @param step from a pixel to the next
	 * @param to takes as many numbers as it is long
	 */
	static void read(final Object pixels, final int lane, final int from, final int step, final float[] to) {
		if (pixels instanceof byte[] bytes) for (int i = 0; i < to.length; i++)
			to[i] = bytes[from + i * step] & 0xFF;
		else if (pixels instanceof short[] shorts) for (int i = 0; i < to.length; i++)
			to[i] = shorts[from + i * step] & 0xFFFF;
		else if (pixels instanceof float[] floats) for (int i = 0; i < to.length; i++)
			to[i] = floats[from + i * step];
		else {
			final int[] colours = (int[]) pixels;
			final int shift = shift(lane);
			for (int i = 0; i < to.length; i++)
				to[i] = colours[from + i * step] >> shift & 0xFF;
		}
	}

	/**
	 * Writes a run of pixels, whole numbers rounded; all lanes of a colour have to be written, to pixels that were 0.
	 */
	static void write(final float[] values, final Object pixels, final int lane, final int from, final int length) {
		if (pixels instanceof byte[] bytes) for (int i = 0; i < length; i++)
			bytes[from + i] = (byte) (int) (values[i] + 0.5f);
		else if (pixels instanceof short[] shorts) for (int i = 0; i < length; i++)
			shorts[from + i] = (short) (int) (values[i] + 0.5f);
		else if (pixels instanceof float[] floats) System.arraycopy(values, 0, floats, from, length);
		else {
			final int[] colours = (int[]) pixels;
			final int shift = shift(lane);
			for (int i = 0; i < length; i++)
				colours[from + i] |= 0xFF << 24 | (int) (values[i] + 0.5f) << shift;
		}
	}

	private static int shift(final int lane) {
		return 16 - 8 * lane;
	}
}
