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

import io.github.dicomvolumes.pixels.PlaneType;

/** Runs of pixels as numbers, whatever array holds them: of colour, red, green and blue one after the other. */
final class Samples {

	private Samples() {}

	/**
	 * Copies a run of pixels between arrays of the same type.
	 *
	 * @param step from a pixel of the source to the next
	 * @param toStep the same of the target
	 */
	static void copy(final Object source, final int from, final int step, final Object target, final int to,
		final int toStep, final int length)
	{
		if (step == 1 && toStep == 1) copy(source, from, target, to, length);
		else switch (PlaneType.ofArray(source)) {
			case UINT8 -> copy((byte[]) source, from, step, (byte[]) target, to, toStep, length);
			case UINT16, INT16 -> copy((short[]) source, from, step, (short[]) target, to, toStep, length);
			case FLOAT32 -> copy((float[]) source, from, step, (float[]) target, to, toStep, length);
			case RGB -> copy((int[]) source, from, step, (int[]) target, to, toStep, length);
		}
	}

	/** Copies neighbours. */
	static void copy(final Object source, final int from, final Object target, final int to, final int length) {
		switch (PlaneType.ofArray(source)) { // faster when it knows the type
			case UINT8 -> System.arraycopy((byte[]) source, from, (byte[]) target, to, length);
			case UINT16, INT16 -> System.arraycopy((short[]) source, from, (short[]) target, to, length);
			case FLOAT32 -> System.arraycopy((float[]) source, from, (float[]) target, to, length);
			case RGB -> System.arraycopy((int[]) source, from, (int[]) target, to, length);
		}
	}

	private static void copy(final byte[] source, final int from, final int step, final byte[] target, final int to,
		final int toStep, final int length)
	{
		for (int i = 0; i < length; i++)
			target[to + i * toStep] = source[from + i * step];
	}

	private static void copy(final short[] source, final int from, final int step, final short[] target, final int to,
		final int toStep, final int length)
	{
		for (int i = 0; i < length; i++)
			target[to + i * toStep] = source[from + i * step];
	}

	private static void copy(final float[] source, final int from, final int step, final float[] target, final int to,
		final int toStep, final int length)
	{
		for (int i = 0; i < length; i++)
			target[to + i * toStep] = source[from + i * step];
	}

	private static void copy(final int[] source, final int from, final int step, final int[] target, final int to,
		final int toStep, final int length)
	{
		for (int i = 0; i < length; i++)
			target[to + i * toStep] = source[from + i * step];
	}

	/** Copies single pixels between arrays of the same type, those at {@code from} plus each of some numbers. */
	static void pick(final Object source, final int from, final int[] offsets, final Object target, final int to) {
		switch (PlaneType.ofArray(source)) {
			case UINT8 -> pick((byte[]) source, from, offsets, (byte[]) target, to);
			case UINT16, INT16 -> pick((short[]) source, from, offsets, (short[]) target, to);
			case FLOAT32 -> pick((float[]) source, from, offsets, (float[]) target, to);
			case RGB -> pick((int[]) source, from, offsets, (int[]) target, to);
		}
	}

	private static void pick(final byte[] source, final int from, final int[] offsets, final byte[] target,
		final int to)
	{
		for (int i = 0; i < offsets.length; i++)
			target[to + i] = source[from + offsets[i]];
	}

	private static void pick(final short[] source, final int from, final int[] offsets, final short[] target,
		final int to)
	{
		for (int i = 0; i < offsets.length; i++)
			target[to + i] = source[from + offsets[i]];
	}

	private static void pick(final float[] source, final int from, final int[] offsets, final float[] target,
		final int to)
	{
		for (int i = 0; i < offsets.length; i++)
			target[to + i] = source[from + offsets[i]];
	}

	private static void pick(final int[] source, final int from, final int[] offsets, final int[] target,
		final int to)
	{
		for (int i = 0; i < offsets.length; i++)
			target[to + i] = source[from + offsets[i]];
	}

	/** How many numbers a pixel has. */
	static int lanes(final Object pixels) {
		return PlaneType.ofArray(pixels) == PlaneType.RGB ? 3 : 1;
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
		switch (PlaneType.ofArray(pixels)) {
			case UINT8 -> {
				final byte[] bytes = (byte[]) pixels;
				for (int i = 0; i < to.length; i++)
					to[i] = bytes[from + i * step] & 0xFF;
			}
			case UINT16, INT16 -> {
				final short[] shorts = (short[]) pixels;
				for (int i = 0; i < to.length; i++)
					to[i] = shorts[from + i * step] & 0xFFFF;
			}
			case FLOAT32 -> {
				final float[] floats = (float[]) pixels;
				for (int i = 0; i < to.length; i++)
					to[i] = floats[from + i * step];
			}
			case RGB -> {
				final int[] colours = (int[]) pixels;
				final int shift = shift(lane);
				for (int i = 0; i < to.length; i++)
					to[i] = colours[from + i * step] >> shift & 0xFF;
			}
		}
	}

	/**
	 * Writes a run of pixels, whole numbers rounded; all lanes of a colour have to be written, to pixels that were 0.
	 *
	 * @param step from a pixel to the next
	 */
	static void write(final float[] values, final Object pixels, final int lane, final int from, final int step,
		final int length)
	{
		switch (PlaneType.ofArray(pixels)) {
			case UINT8 -> {
				final byte[] bytes = (byte[]) pixels;
				for (int i = 0; i < length; i++)
					bytes[from + i * step] = (byte) (int) (values[i] + 0.5f);
			}
			case UINT16, INT16 -> {
				final short[] shorts = (short[]) pixels;
				for (int i = 0; i < length; i++)
					shorts[from + i * step] = (short) (int) (values[i] + 0.5f);
			}
			case FLOAT32 -> {
				final float[] floats = (float[]) pixels;
				for (int i = 0; i < length; i++)
					floats[from + i * step] = values[i];
			}
			case RGB -> {
				final int[] colours = (int[]) pixels;
				final int shift = shift(lane);
				for (int i = 0; i < length; i++)
					colours[from + i * step] |= 0xFF << 24 | (int) (values[i] + 0.5f) << shift;
			}
		}
	}

	private static int shift(final int lane) {
		return 16 - 8 * lane;
	}
}
