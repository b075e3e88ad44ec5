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

package io.github.dicomvolumes.pixels.codec.jpeg;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Reads entropy-coded bits (T.81 F.2.2.5): FF 00 is a byte FF, FF and anything else a marker. At a marker or the end of
 * the data the bits go on as zeros; {@link #failed} tells when such have been used. Loops that read must be bounded by
 * what they fill.
 */
final class BitReader {

	/** Bits that can be taken at once. */
	static final int MOST = 56;

	private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);
	private static final long ONES = 0x0101010101010101L, TOPS = 0x8080808080808080L;

	private final byte[] data;
	/** Of the byte after those in {@link #bits}. */
	private int position;
	/** The next bits, from the top. Below {@link #count} bits there may be some of the byte at {@link #position}. */
	private long bits;
	private int count;
	/** Zeros that were put in after the last bit. */
	private int zeros;
	private boolean invalid;

	BitReader(final byte[] data, final int position) {
		this.data = data;
		start(position);
	}

	/** Forgets everything and goes on at a byte. */
	void start(final int at) {
		position = at;
		bits = 0;
		count = zeros = 0;
		invalid = false;
	}

	/** About where the reader is: a byte that is at most 8 ahead. */
	int position() {
		return Math.min(position, data.length);
	}

	/** Whether bits after the end were used, or {@link #fail} was called. */
	boolean failed() {
		return invalid || zeros > count;
	}

	/** Notes that the bits make no sense. */
	void fail() {
		invalid = true;
	}

	/** The first byte of the next marker that is not a fill byte; the length of the data if there is none. */
	int nextMarker() {
		return nextMarker(data, position);
	}

	static int nextMarker(final byte[] data, final int from) {
		for (int i = from; i < data.length - 1; i++)
			if (data[i] == (byte) 0xFF && data[i + 1] != 0 && data[i + 1] != (byte) 0xFF) return i;
		return data.length;
	}

	/** What {@link #restart} has found. */
	enum Restart {
		/** The marker; bits go on after it. */
		FOUND,
		/** A later one: the interval is lost. */
		LOST,
		/** None: the scan ends. */
		NONE
	}

	/** Goes on after the restart marker of a number from 0 to 7, over what is left of the interval before. */
	Restart restart(final int number) {
		for (int at = nextMarker(); at < data.length && Marker.isRestart(data[at + 1] & 0xFF); at = nextMarker()) {
			final int ahead = (data[at + 1] & 0xFF) - Marker.RST0 - number & 7;
			if (ahead > 0 && ahead < 4) return Restart.LOST;
			start(at + 2);
			if (ahead == 0) return Restart.FOUND;
		}
		return Restart.NONE;
	}

	/** A signed difference (T.81 F.2.2.1, H.1.2.2), which counts modulo 65536. */
	int difference(final HuffmanTable table) {
		if (count < 32) fill();
		final int entry = table.lookup()[(int) (bits >>> 64 - HuffmanTable.LOOKUP)];
		if (HuffmanTable.hasValue(entry)) {
			skip(HuffmanTable.length(entry));
			return entry >> 16;
		}
		final int size = symbol(table, entry);
		return size == 16 ? -32768 : HuffmanTable.extend(get(size), size);
	}

	/**
	 * Reads the coefficients of a block after the first (T.81 F.2.2.2).
	 *
	 * @param block gets those that are not 0, row by row
	 * @param quantization factors in zigzag order
	 * @return whether there are any
	 */
	boolean coefficients(final HuffmanTable table, final int[] block, final int[] quantization) {
		boolean any = false;
		for (int k = 1; k < 64; k++) {
			final int entry = coefficient(table), zeros = entry >> 12 & 15;
			if ((entry & 0xF00) == 0) {
				if (zeros < 15) break; // end of block
				k += 15;
				continue;
			}
			k += zeros;
			if (k > 63) {
				invalid = true;
				break;
			}
			block[InverseDct.NATURAL[k]] = (entry >> 16) * quantization[k];
			any = true;
		}
		return any;
	}

	/**
	 * The next code with the value after it, as an entry of {@link HuffmanTable} whose value is always there. Valid for
	 * tables of coefficients only.
	 */
	int coefficient(final HuffmanTable table) {
		if (count < 32) fill();
		final int entry = table.lookup()[(int) (bits >>> 64 - HuffmanTable.LOOKUP)];
		if (HuffmanTable.hasValue(entry)) {
			skip(HuffmanTable.length(entry));
			return entry;
		}
		final int symbol = symbol(table, entry), size = symbol & 15;
		return HuffmanTable.extend(get(size), size) << 16 | symbol << 8;
	}

	/** The symbol of the next code, without the value after it. */
	int symbol(final HuffmanTable table) {
		if (count < 32) fill();
		return symbol(table, table.lookup()[(int) (bits >>> 64 - HuffmanTable.LOOKUP)]);
	}

	/** The symbol of an entry of the table, or of a longer code if there is none. */
	private int symbol(final HuffmanTable table, final int entry) {
		if (entry != 0) {
			skip(HuffmanTable.codeLength(entry));
			return entry >> 8 & 0xFF;
		}
		final int found = table.longCode((int) (bits >>> 48));
		if (found == 0) invalid = true;
		skip(found >> 8);
		return found & 0xFF;
	}

	/** The next bits, 0 to 16, as an unsigned number. */
	int get(final int size) {
		if (count < 16) fill();
		final int value = (int) (bits >>> 1 >>> 63 - size);
		skip(size);
		return value;
	}

	/** Takes the next bits, 0 to {@value #MOST}, at the top of the result; below them there can be anything. */
	long take(final int size) {
		if (count < size) fill();
		final long top = bits;
		skip(size);
		return top;
	}

	/** The next bit, whether it is 1. */
	boolean bit() {
		if (count == 0) fill();
		final boolean bit = bits < 0;
		skip(1);
		return bit;
	}

	private void skip(final int size) {
		bits <<= size;
		count -= size;
	}

	/** Fetches bytes until there are at least 56 bits. */
	private void fill() {
		if (position <= data.length - 8) {
			final long next = (long) LONGS.get(data, position);
			if (((~next - ONES) & next & TOPS) == 0) { // no byte is FF
				bits |= next >>> count;
				position += 63 - count >> 3;
				count |= 56;
				return;
			}
		}
		fillSlowly();
	}

	private void fillSlowly() {
		while (count <= 56) {
			final int next = position < data.length ? data[position] & 0xFF : 0xFF;
			if (next == 0xFF && (position + 1 >= data.length || data[position + 1] != 0)) {
				zeros += 64 - count;
				count = 64;
				return;
			}
			bits |= (long) next << 56 - count;
			position += next == 0xFF ? 2 : 1;
			count += 8;
		}
	}
}
