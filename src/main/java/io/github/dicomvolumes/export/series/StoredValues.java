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

package io.github.dicomvolumes.export.series;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.OptionalInt;

import io.github.dicomvolumes.pixels.PlaneType;
import io.github.dicomvolumes.pixels.Rescale;

/**
 * How the values of planes are stored in files: samples of 8 or 16 bits, and the line from them to real values.
 *
 * @param held the type of the planes
 * @param bits of a sample
 * @param isSigned whether samples are signed
 * @param line from stored to real values; of colours it means nothing
 * @param greatestError of a real value that is read again; 0 if it is the same
 * @param notFinite the stored value of what is no finite number; empty if there is nothing of the kind
 */
record StoredValues(PlaneType held, int bits, boolean isSigned, Rescale line, double greatestError,
	OptionalInt notFinite)
{

	/** Values of whole numbers or colours, stored as they are; those of secondary captures without sign. */
	static StoredValues exact(final PlaneType type, final Rescale ofType, final ImageClass kind) {
		final boolean isShifted = type == PlaneType.INT16 && !kind.isOfModality();
		final PlaneType held = isShifted ? PlaneType.UINT16 : type; // as the array has them
		final Rescale line = isShifted
			? new Rescale(ofType.slope(), ofType.intercept() - type.offset() * ofType.slope(), ofType.unit())
			: ofType;
		final int bits = kind.bits;
		return new StoredValues(held,
			Math.max(bits, held == PlaneType.RGB ? Byte.SIZE : Byte.SIZE * held.bytesPerPixel()),
			held == PlaneType.INT16, line, 0, OptionalInt.empty());
	}

	/** Samples of a pixel. */
	int samples() {
		return held == PlaneType.RGB ? 3 : 1;
	}

	int bytesPerPixel() {
		return samples() * bits / Byte.SIZE;
	}

	/** The samples of a plane, little endian, the samples of a pixel one after another. */
	void store(final Object plane, final byte[] samples) {
		final ByteBuffer out = ByteBuffer.wrap(samples).order(ByteOrder.LITTLE_ENDIAN);
		switch (held) {
			case UINT8 -> storeBytes((byte[]) plane, out);
			case UINT16 -> out.asShortBuffer().put((short[]) plane);
			case INT16 -> {
				for (final short value : (short[]) plane)
					out.putShort((short) (value - PlaneType.INT16.offset()));
			}
			case FLOAT32 -> {
				for (final float value : (float[]) plane)
					out.putShort((short) stored(value));
			}
			case RGB -> {
				for (final int colour : (int[]) plane)
					out.put((byte) (colour >> 16)).put((byte) (colour >> 8)).put((byte) colour);
			}
		}
	}

	private void storeBytes(final byte[] plane, final ByteBuffer out) {
		if (bits == Byte.SIZE) out.put(plane);
		else for (final byte value : plane)
			out.putShort((short) (value & 0xFF));
	}

	private int stored(final float real) {
		return Float.isFinite(real) ? (int) Math.rint(line.stored(real)) : notFinite.orElseThrow();
	}
}
