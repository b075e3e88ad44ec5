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

import java.util.function.Supplier;

import net.imglib2.img.basictypeaccess.array.ByteArray;
import net.imglib2.img.basictypeaccess.array.FloatArray;
import net.imglib2.img.basictypeaccess.array.IntArray;
import net.imglib2.img.basictypeaccess.array.ShortArray;

/**
 * Arrays of planes that are asked for when the first pixel is: ImgLib2 goes to the first plane of an image for many
 * reasons, also only to know its type.
 */
final class LazyArrays {

	private LazyArrays() {}

	static ByteArray bytes(final Supplier<Object> plane) {
		return new ByteArray((byte[]) null) {

			@Override
			public byte[] getCurrentStorageArray() {
				if (data == null) data = (byte[]) plane.get();
				return data;
			}

			@Override
			public byte getValue(final int index) {
				return getCurrentStorageArray()[index];
			}

			@Override
			public void setValue(final int index, final byte value) {
				getCurrentStorageArray()[index] = value;
			}

			@Override
			public int getArrayLength() {
				return getCurrentStorageArray().length;
			}
		};
	}

	static ShortArray shorts(final Supplier<Object> plane) {
		return new ShortArray((short[]) null) {

			@Override
			public short[] getCurrentStorageArray() {
				if (data == null) data = (short[]) plane.get();
				return data;
			}

			@Override
			public short getValue(final int index) {
				return getCurrentStorageArray()[index];
			}

			@Override
			public void setValue(final int index, final short value) {
				getCurrentStorageArray()[index] = value;
			}

			@Override
			public int getArrayLength() {
				return getCurrentStorageArray().length;
			}
		};
	}

	static FloatArray floats(final Supplier<Object> plane) {
		return new FloatArray((float[]) null) {

			@Override
			public float[] getCurrentStorageArray() {
				if (data == null) data = (float[]) plane.get();
				return data;
			}

			@Override
			public float getValue(final int index) {
				return getCurrentStorageArray()[index];
			}

			@Override
			public void setValue(final int index, final float value) {
				getCurrentStorageArray()[index] = value;
			}

			@Override
			public int getArrayLength() {
				return getCurrentStorageArray().length;
			}
		};
	}

	static IntArray ints(final Supplier<Object> plane) {
		return new IntArray((int[]) null) {

			@Override
			public int[] getCurrentStorageArray() {
				if (data == null) data = (int[]) plane.get();
				return data;
			}

			@Override
			public int getValue(final int index) {
				return getCurrentStorageArray()[index];
			}

			@Override
			public void setValue(final int index, final int value) {
				getCurrentStorageArray()[index] = value;
			}

			@Override
			public int getArrayLength() {
				return getCurrentStorageArray().length;
			}
		};
	}
}
