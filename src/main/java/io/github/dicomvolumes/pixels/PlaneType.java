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

import java.util.Arrays;
import java.util.function.IntConsumer;

/** The primitive array that holds one plane of a volume, row by row, as ImageJ has it. */
public enum PlaneType {

	/** {@code byte[]}, values 0 to 255. */
	UINT8(1, byte[].class),
	/** {@code short[]}, values 0 to 65535. */
	UINT16(2, short[].class),
	/**
	 * {@code short[]}, values -32768 to 32767, held as value + 32768 without sign: ImageJ's convention for signed
	 * 16-bit images, so that an ImagePlus shares the array.
	 */
	INT16(2, short[].class),
	/** {@code float[]}, real values. */
	FLOAT32(4, float[].class),
	/** {@code int[]}, 0xFFrrggbb. */
	RGB(4, int[].class);

	private static final int INT16_OFFSET = 1 << 15;

	private final int bytesPerPixel;
	private final Class<?> array;

	PlaneType(final int bytesPerPixel, final Class<?> array) {
		this.bytesPerPixel = bytesPerPixel;
		this.array = array;
	}

	/**
	 * The type whose values are the numbers of an array as it holds them, taken without sign: UINT16, never INT16, for
	 * {@code short[]}.
	 *
	 * @throws IllegalArgumentException if it is no array of pixels
	 */
	public static PlaneType ofArray(final Object plane) {
		final Class<?> array = plane.getClass();
		if (array == UINT16.array) return UINT16;
		if (array == UINT8.array) return UINT8;
		if (array == FLOAT32.array) return FLOAT32;
		if (array == RGB.array) return RGB;
		throw new IllegalArgumentException("No array of pixels: " + array.getSimpleName());
	}

	public int bytesPerPixel() {
		return bytesPerPixel;
	}

	/** What the array's number, taken without sign, exceeds the value by: 32768 for INT16, else 0. */
	public int offset() {
		return this == INT16 ? INT16_OFFSET : 0;
	}

	/** An array of this type, its numbers 0. */
	public Object newPlane(final int pixels) {
		return switch (this) {
			case UINT8 -> new byte[pixels];
			case UINT16, INT16 -> new short[pixels];
			case FLOAT32 -> new float[pixels];
			case RGB -> new int[pixels];
		};
	}

	/**
	 * The value of one pixel, for RGB the unsigned number 0xFFrrggbb. For looking up some pixels, not for loops over
	 * all.
	 */
	public double value(final Object plane, final int pixel) {
		return switch (this) {
			case UINT8 -> ((byte[]) plane)[pixel] & 0xFF;
			case UINT16, INT16 -> (((short[]) plane)[pixel] & 0xFFFF) - offset();
			case FLOAT32 -> ((float[]) plane)[pixel];
			case RGB -> ((int[]) plane)[pixel] & 0xFFFFFFFFL;
		};
	}

	/** A copy of an array of this type. */
	public Object copy(final Object plane) {
		return switch (this) {
			case UINT8 -> ((byte[]) plane).clone();
			case UINT16, INT16 -> ((short[]) plane).clone();
			case FLOAT32 -> ((float[]) plane).clone();
			case RGB -> ((int[]) plane).clone();
		};
	}

	/** Sets single pixels of a plane, of which it takes the 0-based numbers, to a value that the type can hold. */
	IntConsumer setter(final Object plane, final double value) {
		return switch (this) {
			case UINT8 -> {
				final byte[] bytes = (byte[]) plane;
				final byte held = (byte) value;
				yield pixel -> bytes[pixel] = held;
			}
			case UINT16, INT16 -> {
				final short[] shorts = (short[]) plane;
				final short held = (short) ((int) value + offset());
				yield pixel -> shorts[pixel] = held;
			}
			case FLOAT32 -> {
				final float[] floats = (float[]) plane;
				yield pixel -> floats[pixel] = (float) value;
			}
			case RGB -> {
				final int[] colours = (int[]) plane;
				yield pixel -> colours[pixel] = (int) (long) value;
			}
		};
	}

	/**
	 * Sets pixels to a value that the type can hold.
	 *
	 * @param from first pixel, 0-based
	 * @param to the pixel after the last
	 */
	public void fill(final Object plane, final int from, final int to, final double value) {
		switch (this) {
			case UINT8 -> Arrays.fill((byte[]) plane, from, to, (byte) value);
			case UINT16, INT16 -> Arrays.fill((short[]) plane, from, to, (short) ((int) value + offset()));
			case FLOAT32 -> Arrays.fill((float[]) plane, from, to, (float) value);
			case RGB -> Arrays.fill((int[]) plane, from, to, (int) (long) value);
		}
	}
}
