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
 * Samples without a gap between them that are no whole bytes (PS3.5 8.1.1): of 1 bit, or of 12 as in old files. The
 * lowest bits of the first byte are those of the first sample, and frames too follow without a gap.
 */
public final class PackedSamples {

	private PackedSamples() {}

	/**
	 * Spreads samples to bytes, or little endian words if they have more than 8 bits.
	 *
	 * @param packed the bytes, words in little endian order
	 * @param firstBit where the first sample begins, 0-based
	 * @param samples how many, fewer if there are fewer
	 * @param bits of a sample, 1 to 16
	 */
	public static byte[] unpack(final byte[] packed, final int firstBit, final int samples, final int bits) {
		final int n = (int) Math.max(0, Math.min(samples, (8L * packed.length - firstBit) / bits));
		final int size = bits > 8 ? 2 : 1, mask = (1 << bits) - 1;
		final byte[] out = new byte[n * size];
		for (int i = 0; i < n; i++) {
			final long bit = firstBit + (long) i * bits;
			final int at = (int) (bit >> 3), shift = (int) (bit & 7);
			int word = packed[at] & 0xFF;
			for (int next = 1; 8 * next < shift + bits; next++)
				word |= (packed[at + next] & 0xFF) << 8 * next;
			word = word >> shift & mask;
			out[i * size] = (byte) word;
			if (size > 1) out[2 * i + 1] = (byte) (word >> 8);
		}
		return out;
	}
}
