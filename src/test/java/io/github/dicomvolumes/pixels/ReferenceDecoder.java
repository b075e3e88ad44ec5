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

import java.math.BigInteger;

/** Reads one pixel of a native frame bit by bit, as PS3.5 8.1 and 7.3 describe it: slow and obvious. */
final class ReferenceDecoder {

	private ReferenceDecoder() {}

	/** What the plane has to hold for a pixel, as {@link PlaneType#value} gives it. */
	static double held(final PlanePlan plan, final FrameCoding coding, final byte[] frame, final int pixel) {
		final PixelFormat format = coding.format();
		if (plan.type() == PlaneType.RGB) {
			long colour = 0xFF;
			for (int component = 0; component < 3; component++)
				colour = colour << 8 |
					word(format, frame, format.planar() ? component * format.pixels() + pixel : 3 * pixel + component)
						.intValue();
			return colour;
		}
		final double stored = stored(format, word(format, frame, pixel));
		return plan.type() == PlaneType.FLOAT32
			? (float) (coding.rescale().slope() * stored + coding.rescale().intercept())
			: stored;
	}

	/** The bytes of a sample as an unsigned number. */
	private static BigInteger word(final PixelFormat format, final byte[] frame, final int sample) {
		final int size = format.bitsAllocated() / 8;
		BigInteger word = BigInteger.ZERO;
		for (int significance = size - 1; significance >= 0; significance--) {
			final int at = sample * size + (format.bigEndian() ? size - 1 - significance : significance);
			// Bytes in big endian words of 16 bits: 1 0 3 2 5 4
			final int swapped = format.bigEndian() && size == 1 ? at ^ 1 : at;
			word = word.shiftLeft(8).or(BigInteger.valueOf(frame[swapped] & 0xFF));
		}
		return word;
	}

	private static double stored(final PixelFormat format, final BigInteger word) {
		return switch (format.kind()) {
			case FLOAT -> Float.intBitsToFloat(word.intValue());
			case DOUBLE -> Double.longBitsToDouble(word.longValue());
			case INTEGER -> {
				long stored = 0;
				for (int bit = 0; bit < format.bitsStored(); bit++)
					if (word.testBit(format.highBit() + 1 - format.bitsStored() + bit)) stored += 1L << bit;
				yield format.signed() && word.testBit(format.highBit()) ? stored - (1L << format.bitsStored()) : stored;
			}
		};
	}
}
