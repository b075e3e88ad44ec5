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

package io.github.dicomvolumes;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Makes the native, little endian pixel data of synthetic slices (PS3.5 8.1).
 *
 * @param frames per slice
 * @param bitsStored -1 if the values are whole words
 * @param planarConfiguration 0 or 1 for values that are colours, -1 for grey ones
 */
record SyntheticPixels(SyntheticSeries.Values values, int columns, int rows, int frames, int bitsAllocated,
	int bitsStored, int highBit, int planarConfiguration)
{

	byte[] toBytes(final int slice) {
		final int samples = planarConfiguration < 0 ? 1 : 3;
		final long bits = (long) rows * columns * samples * frames * bitsAllocated;
		final var out = ByteBuffer.allocate(Math.toIntExact((bits + 7) / 8)).order(ByteOrder.LITTLE_ENDIAN);
		for (int frame = 0; frame < frames; frame++) {
			final int k = slice * frames + frame;
			if (samples == 3) putColours(out, k);
			else if (bitsAllocated == 1) putBits(out, k, frame * rows * columns);
			else putWords(out, k);
		}
		return out.array();
	}

	private void putWords(final ByteBuffer out, final int k) {
		final long mask = bitsStored < 0 || bitsStored == 64 ? -1 : (1L << bitsStored) - 1;
		final int shift = bitsStored < 0 ? 0 : highBit + 1 - bitsStored;
		for (int r = 0; r < rows; r++)
			for (int c = 0; c < columns; c++) {
				final long word = (values.at(k, r, c) & mask) << shift;
				switch (bitsAllocated) {
					case 8 -> out.put((byte) word);
					case 16 -> out.putShort((short) word);
					case 32 -> out.putInt((int) word);
					case 64 -> out.putLong(word);
					default -> throw new IllegalStateException(
						"Bits Allocated is " + bitsAllocated + "; it must be 1, 8, 16, 32 or 64 here.");
				}
			}
	}

	/** Packs bits, the lowest of a byte first and frames without a break (PS3.5 8.1.1). */
	private void putBits(final ByteBuffer out, final int k, final int firstBit) {
		for (int r = 0, i = firstBit; r < rows; r++)
			for (int c = 0; c < columns; c++, i++)
				if ((values.at(k, r, c) & 1) != 0) out.put(i >> 3, (byte) (out.get(i >> 3) | 1 << (i & 7)));
	}

	private void putColours(final ByteBuffer out, final int k) {
		final int start = out.position(), area = rows * columns;
		for (int r = 0, i = 0; r < rows; r++)
			for (int c = 0; c < columns; c++, i++) {
				final long colour = values.at(k, r, c);
				for (int s = 0; s < 3; s++)
					out.put(start + (planarConfiguration == 0 ? 3 * i + s : s * area + i),
						(byte) (colour >> 16 - 8 * s));
			}
		out.position(start + 3 * area);
	}
}
