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

package io.github.dicomvolumes.pixels.codec.jpeg2000;

/**
 * A rectangle of samples on one of the standard's grids (T.800 B.2): the first column and row, and those after the
 * last. Numbers are up to 32 bits, which needs longs for the arithmetic.
 */
record Rect(long x0, long y0, long x1, long y1) {

	int width() {
		return (int) Math.max(0, x1 - x0);
	}

	int height() {
		return (int) Math.max(0, y1 - y0);
	}

	boolean isEmpty() {
		return x1 <= x0 || y1 <= y0;
	}

	/** The same area on a grid that has one sample for {@code dx} by {@code dy} of this. */
	Rect subsampled(final long dx, final long dy) {
		return new Rect(ceil(x0, dx), ceil(y0, dy), ceil(x1, dx), ceil(y1, dy));
	}

	/** The same area on a grid whose samples stand {@code 2^levels} apart, beginning at an offset (T.800 B.5). */
	Rect halved(final int levels, final long xOffset, final long yOffset) {
		return new Rect(ceilShift(x0 - xOffset, levels), ceilShift(y0 - yOffset, levels),
			ceilShift(x1 - xOffset, levels), ceilShift(y1 - yOffset, levels));
	}

	Rect intersection(final Rect other) {
		return new Rect(Math.max(x0, other.x0), Math.max(y0, other.y0), Math.min(x1, other.x1), Math.min(y1, other.y1));
	}

	static long ceil(final long a, final long divisor) {
		return Math.floorDiv(a + divisor - 1, divisor);
	}

	static long ceilShift(final long a, final int bits) {
		return a + (1L << bits) - 1 >> bits;
	}
}
