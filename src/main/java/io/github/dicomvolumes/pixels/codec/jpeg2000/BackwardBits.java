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
 * Bits of an HT code-block from the lowest of each byte, backwards; a byte whose low seven bits are ones has seven if
 * the one read before it is more than 8F (T.814 7.1). Zeros precede the first byte.
 */
final class BackwardBits {

	private byte[] bytes;
	private int at;
	private int first;
	/** Whether the byte read last is more than 8F. */
	private boolean high;
	private long bits;
	private int count;

	/** Begins with the last byte of a range that belongs to refinement. */
	void start(final byte[] data, final int from, final int to) {
		bytes = data;
		first = from;
		at = to - 1;
		high = true;
		bits = 0;
		count = 0;
	}

	/** Begins with the high half of the last byte but one of a cleanup pass; the rest of these two is a length. */
	void startCleanup(final byte[] data, final int from, final int to) {
		start(data, from, to - 2);
		bits = (data[to - 2] & 0xFF) >> 4;
		count = (bits & 7) == 7 ? 3 : 4;
		high = (data[to - 2] & 0xFF | 0xF) > 0x8F;
	}

	/** The next 32 bits, which stay. */
	int peek() {
		while (count < 32)
			refill();
		return (int) bits;
	}

	/** @param number up to 32, of bits that were peeked at */
	void skip(final int number) {
		bits >>>= number;
		count -= number;
	}

	int bit() {
		final int bit = peek() & 1;
		skip(1);
		return bit;
	}

	private void refill() {
		if (at - 3 >= first) {
			final int four = (int) ForwardBits.INTS.get(bytes, at - 3);
			final int stuffable = four | 0x80808080;
			if ((~stuffable - 0x01010101 & 0x80808080) == 0) { // none ends in seven ones
				bits |= (Integer.reverseBytes(four) & 0xFFFFFFFFL) << count;
				count += 32;
				at -= 4;
				high = (four & 0xFF) > 0x8F;
				return;
			}
		}
		final int next = at >= first ? bytes[at--] & 0xFF : 0;
		bits |= (long) next << count;
		count += high && (next & 0x7F) == 0x7F ? 7 : 8;
		high = next > 0x8F;
	}
}
