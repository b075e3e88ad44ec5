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

import io.github.dicomvolumes.data.DicomException;

/**
 * A Huffman table (T.81 B.2.4.2, annex C), made for looking up {@value #LOOKUP} bits at once. An entry of the look-up
 * table holds what these bits begin with; it is 0 if they begin with a longer code, or none:
 *
 * <pre>
 * bits 16..31  the signed value after the code, if it ends within the bits too
 *       8..15  the symbol
 *       4.. 7  length of the code
 *       0.. 3  length of the code and the value; 0 if the value does not end within the bits
 * </pre>
 *
 * Symbols of both kinds of tables tell in their low 4 bits the length of the value that follows, but for 16 in a table
 * for differences, which means 32768 and has no value behind it (T.81 H.1.2.2).
 */
final class HuffmanTable {

	/** Bits that are looked up at once. */
	static final int LOOKUP = 11;

	private static final int MAX_LENGTH = 16;

	private final int[] lookup = new int[1 << LOOKUP];
	/** For each length the code after the last of that length, put to the left of 16 bits. */
	private final int[] limits = new int[MAX_LENGTH + 1];
	/** For each length the index of a code's symbol, less the code. */
	private final int[] deltas = new int[MAX_LENGTH + 1];
	private final byte[] symbols;

	/**
	 * @param counts of codes of 1 to 16 bits, at indices 1 to 16
	 * @param differences whether symbols stand for differences (DC and lossless), not for coefficients (AC)
	 */
	private HuffmanTable(final int[] counts, final byte[] symbols, final boolean differences) {
		this.symbols = symbols;
		for (int length = 1, code = 0, index = 0; length <= MAX_LENGTH; length++, code <<= 1) {
			deltas[length] = index - code;
			for (int i = 0; i < counts[length]; i++, code++, index++)
				if (length <= LOOKUP) enter(code, length, symbols[index] & 0xFF, differences);
			limits[length] = code << MAX_LENGTH - length;
		}
	}

	/** Reads one table of a DHT segment, after the byte with its class and destination. */
	static HuffmanTable read(final JpegSegment in, final boolean differences) throws DicomException {
		final int[] counts = new int[MAX_LENGTH + 1];
		int total = 0, codes = 0;
		for (int length = 1; length <= MAX_LENGTH; length++) {
			counts[length] = in.u8();
			total += counts[length];
			codes = codes * 2 + counts[length];
			if (codes > 1 << length)
				throw in.error("says " + counts[length] + " codes of " + length + " bits, more than there are");
		}
		if (total > 256) throw in.error("says " + total + " codes; they must be at most 256");
		final byte[] symbols = new byte[total];
		for (int i = 0; i < total; i++) {
			symbols[i] = (byte) in.u8();
			if (differences && (symbols[i] & 0xFF) > 16)
				throw in.error("says differences of " + (symbols[i] & 0xFF) + " bits; they must be at most 16");
		}
		return new HuffmanTable(counts, symbols, differences);
	}

	private void enter(final int code, final int length, final int symbol, final boolean differences) {
		final int spare = LOOKUP - length, size = differences && symbol == 16 ? 0 : symbol & 15;
		for (int rest = 0; rest < 1 << spare; rest++) {
			final int entry;
			if (size > spare) entry = 0;
			else if (differences && symbol == 16) entry = -32768 << 16 | length;
			else entry = extend(rest >>> spare - size, size) << 16 | length + size;
			lookup[code << spare | rest] = entry | symbol << 8 | length << 4;
		}
	}

	/** The signed value of some bits (T.81 F.2.2.1): those that begin with 0 are negative. */
	static int extend(final int bits, final int size) {
		return size == 0 || bits >> size - 1 != 0 ? bits : bits - (1 << size) + 1;
	}

	/** Whether an entry has the value behind the code. */
	static boolean hasValue(final int entry) {
		return (entry & 15) != 0;
	}

	/** Bits of the code and the value of an entry that has both. */
	static int length(final int entry) {
		return entry & 15;
	}

	static int codeLength(final int entry) {
		return entry >> 4 & 15;
	}

	int[] lookup() {
		return lookup;
	}

	/**
	 * A code that is longer than what is looked up.
	 *
	 * @param bits the next 16
	 * @return the length shifted left by 8, with the symbol; 0 if there is no such code
	 */
	int longCode(final int bits) {
		for (int length = LOOKUP + 1; length <= MAX_LENGTH; length++)
			if (bits < limits[length])
				return length << 8 | symbols[(bits >>> MAX_LENGTH - length) + deltas[length]] & 0xFF;
		return 0;
	}
}
