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

/**
 * Where the stored value stands in a word, and its sign, such that for a word as a Java int
 *
 * <pre>
 * stored = (((word &gt;&gt; shift) &amp; mask) ^ flip) + bias
 * </pre>
 *
 * The mask removes what other bits hold, such as overlays. Flipping the sign bit and subtracting its worth extends the
 * sign without a branch (two's complement). The sum needs more than 32 bits only if the stored value is unsigned and
 * has 32 bits.
 */
record BitField(int shift, int mask, int flip, long bias) {

	static BitField of(final PixelFormat format) {
		final int bits = format.bitsStored();
		final int shift = format.highBit() + 1 - bits;
		if (bits == 32) return format.signed() ? new BitField(shift, -1, 0, 0)
			: new BitField(shift, -1, Integer.MIN_VALUE, 1L << 31);
		final int sign = format.signed() ? 1 << bits - 1 : 0;
		return new BitField(shift, (1 << bits) - 1, sign, -sign);
	}

	/** Whether the stored value is all of a word of so many bits and has no sign. */
	boolean isWholeUnsigned(final int wordBits) {
		return Integer.bitCount(mask) == wordBits && flip == 0;
	}
}
