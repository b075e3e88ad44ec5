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

import java.util.OptionalDouble;

/** The least value of a whole grey plane. */
final class PlaneMinimum {

	private PlaneMinimum() {}

	static OptionalDouble of(final PlaneType type, final Object plane, final Excluded excluded) {
		final int offset = type.offset();
		return switch (type) {
			case UINT8 -> found(least((byte[]) plane, (int) excluded.low(), (int) excluded.high()));
			case UINT16, INT16 ->
				found(least((short[]) plane, (int) excluded.low() + offset, (int) excluded.high() + offset) - offset);
			case FLOAT32 -> found(least((float[]) plane, (float) excluded.low(), (float) excluded.high()));
			case RGB -> throw new IllegalArgumentException("Colours have no minimum");
		};
	}

	private static OptionalDouble found(final double least) {
		return least == Double.POSITIVE_INFINITY ? OptionalDouble.empty() : OptionalDouble.of(least);
	}

	private static double least(final byte[] plane, final int low, final int high) {
		int least = Integer.MAX_VALUE;
		for (final byte b : plane) {
			final int v = b & 0xFF;
			if (v < least && (v < low || v > high)) least = v;
		}
		return least == Integer.MAX_VALUE ? Double.POSITIVE_INFINITY : least;
	}

	private static double least(final short[] plane, final int low, final int high) {
		int least = Integer.MAX_VALUE;
		for (final short s : plane) {
			final int v = s & 0xFFFF;
			if (v < least && (v < low || v > high)) least = v;
		}
		return least == Integer.MAX_VALUE ? Double.POSITIVE_INFINITY : least;
	}

	/** NaN is never less. */
	private static double least(final float[] plane, final float low, final float high) {
		float least = Float.POSITIVE_INFINITY;
		for (final float v : plane)
			if (v < least && (v < low || v > high)) least = v;
		return least;
	}
}
