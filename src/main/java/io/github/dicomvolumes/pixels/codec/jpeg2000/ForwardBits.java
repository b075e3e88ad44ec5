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

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Bits of an HT code-block from the lowest of each byte, forwards; a byte after FF has seven (T.814 7.1).
 */
final class ForwardBits {

	static final VarHandle INTS = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);

	private byte[] bytes;
	private int at;
	private int end;
	private int fill;
	private boolean stuffed;
	private long bits;
	private int count;

	/**
	 * Begins with the bytes of a range.
	 *
	 * @param beyond FF or 0: the bytes after the end
	 */
	void start(final byte[] data, final int from, final int to, final int beyond) {
		bytes = data;
		at = from;
		end = to;
		fill = beyond;
		stuffed = false;
		bits = 0;
		count = 0;
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
		if (!stuffed && at + 4 <= end) {
			final int four = (int) INTS.get(bytes, at);
			if ((~four - 0x01010101 & four & 0x80808080) == 0) { // no FF
				bits |= (four & 0xFFFFFFFFL) << count;
				count += 32;
				at += 4;
				return;
			}
		}
		final int next = at < end ? bytes[at++] & 0xFF : fill;
		bits |= (long) next << count;
		count += stuffed ? 7 : 8;
		stuffed = next == 0xFF;
	}
}
