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

package io.github.dicomvolumes.pixels.codec.jpegls;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * The bits of entropy-coded data, first bit first. A byte 0xFF is followed by a stuffed 0 bit, which is skipped (T.87
 * A.1); 0xFF and a 1 bit begin a marker, which ends the data.
 * <p>
 * Beyond the end there are zeros, so that nobody needs to look for it within a line: see {@link #isExhausted()}.
 * </p>
 */
final class BitReader {

	/** {@link #fill()} leaves at least so many bits. */
	private static final int FILLED = 56;

	/** Greatest number of high bits of a short Golomb code. */
	private static final int MOST_HIGH = 15;

	/** Greatest length of a short Golomb code. */
	private static final int SHORT = MOST_HIGH + 1 + 16;

	private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

	/**
	 * The next bits, first bit highest. Below the {@link #valid} bits are zeros or bits of the byte at
	 * {@link #position}, which can be joined with themselves.
	 */
	private long cache;

	/** How many bits of the cache count, 0 to 63; one less after 0xFF, whose last bit and the stuffed one coincide. */
	private int valid;

	private final byte[] data;

	private int position;

	/** Zeros that were put into the cache beyond the end of the data. */
	private long zeros;

	private boolean damaged;

	BitReader(final byte[] data, final int position) {
		this.data = data;
		restart(position);
	}

	/** Goes to entropy-coded data that begin at {@code start}. */
	void restart(final int start) {
		position = start;
		cache = 0;
		valid = 0;
		zeros = 0;
	}

	/** Fills the cache with {@value #FILLED} bits or more. */
	private void fill() {
		if (position <= data.length - Long.BYTES) {
			final long next = (long) LONG.get(data, position);
			// No byte of the eight is 0xFF: no byte of the complement is 0.
			if ((~next - 0x0101010101010101L & next & 0x8080808080808080L) == 0) {
				cache |= next >>> valid;
				position += 63 - valid >> 3;
				valid |= FILLED;
				return;
			}
		}
		while (valid < FILLED)
			fillByte();
	}

	private void fillByte() {
		if (atEnd()) {
			zeros += 8;
			valid += 8;
			return;
		}
		final int next = data[position++] & 0xFF;
		cache |= (long) next << FILLED - valid;
		valid += next == 0xFF ? 7 : 8;
	}

	private boolean atEnd() {
		return position >= data.length ||
			data[position] == (byte) 0xFF && (position + 1 >= data.length || data[position + 1] < 0);
	}

	/** The next bit, 0 or 1. */
	int bit() {
		return bits(1);
	}

	/** The next {@code n} bits as a number, first bit highest. {@code n} is 0 to 32. */
	int bits(final int n) {
		if (valid < n) fill();
		final int value = (int) (cache >>> 1 >>> 63 - n);
		cache <<= n;
		valid -= n;
		return value;
	}

	/**
	 * A number in the limited-length Golomb code (T.87 A.5.3): the high bits as so many zeros and a one, then {@code k}
	 * low bits; or {@code escape} zeros, a one, and the number less one in {@code qbpp} bits.
	 *
	 * @param k 0 to 16
	 * @param escape 1 to 47
	 * @return 0 to 65536, the greatest that any precision allows; 0 if the data are damaged
	 */
	int golomb(final int k, final int escape, final int qbpp) {
		if (valid < SHORT) fill();
		final int high = Long.numberOfLeadingZeros(cache);
		if (high > MOST_HIGH || high >= escape) return longGolomb(k, escape, qbpp);
		cache <<= high + 1;
		final int value = high << k | (int) (cache >>> 1 >>> 63 - k);
		cache <<= k;
		valid -= high + 1 + k;
		return checked(value);
	}

	private int longGolomb(final int k, final int escape, final int qbpp) {
		fill();
		final int high = Math.min(escape + 1, Long.numberOfLeadingZeros(cache));
		cache <<= high + 1;
		valid -= high + 1;
		if (high < escape) return checked(high << k | bits(k));
		if (high == escape) return checked(bits(qbpp) + 1);
		damaged = true;
		return 0;
	}

	private int checked(final int value) {
		if (value <= ContextModel.MAX_MAPPED_ERROR) return value;
		damaged = true;
		return 0;
	}

	/** Says that the decoder met what no encoder writes. */
	void damage() {
		damaged = true;
	}

	/** Whether the decoder met what no encoder writes. */
	boolean isDamaged() {
		return damaged;
	}

	/** Whether more bits were read than there are. */
	boolean isExhausted() {
		return zeros > valid;
	}

	/** Offset of the first byte of which no bit was read; at the end of the data, that of the marker. */
	int offset() {
		return position - (int) (Math.max(0, valid - zeros) >> 3);
	}

	/** Offset of the next marker's 0xFF, or the length of the data if there is none. */
	int nextMarker() {
		int at = position;
		while (at < data.length - 1 && (data[at] != (byte) 0xFF || data[at + 1] >= 0))
			at++;
		return at < data.length - 1 ? at : data.length;
	}
}
