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
 * The adaptive binary arithmetic decoder (T.800 Annex C). Contexts are small numbers given by the caller.
 */
final class MqDecoder {

	/** Qe, next index after the more and after the less probable symbol, whether the sense switches (Table C.2). */
	private static final int[][] STATES = { //
		{ 0x5601, 1, 1, 1 }, { 0x3401, 2, 6, 0 }, { 0x1801, 3, 9, 0 }, { 0x0AC1, 4, 12, 0 }, { 0x0521, 5, 29, 0 },
		{ 0x0221, 38, 33, 0 }, { 0x5601, 7, 6, 1 }, { 0x5401, 8, 14, 0 }, { 0x4801, 9, 14, 0 }, { 0x3801, 10, 14, 0 },
		{ 0x3001, 11, 17, 0 }, { 0x2401, 12, 18, 0 }, { 0x1C01, 13, 20, 0 }, { 0x1601, 29, 21, 0 },
		{ 0x5601, 15, 14, 1 }, { 0x5401, 16, 14, 0 }, { 0x5101, 17, 15, 0 }, { 0x4801, 18, 16, 0 },
		{ 0x3801, 19, 17, 0 }, { 0x3401, 20, 18, 0 }, { 0x3001, 21, 19, 0 }, { 0x2801, 22, 19, 0 },
		{ 0x2401, 23, 20, 0 }, { 0x2201, 24, 21, 0 }, { 0x1C01, 25, 22, 0 }, { 0x1801, 26, 23, 0 },
		{ 0x1601, 27, 24, 0 }, { 0x1401, 28, 25, 0 }, { 0x1201, 29, 26, 0 }, { 0x1101, 30, 27, 0 },
		{ 0x0AC1, 31, 28, 0 }, { 0x09C1, 32, 29, 0 }, { 0x08A1, 33, 30, 0 }, { 0x0521, 34, 31, 0 },
		{ 0x0441, 35, 32, 0 }, { 0x02A1, 36, 33, 0 }, { 0x0221, 37, 34, 0 }, { 0x0141, 38, 35, 0 },
		{ 0x0111, 39, 36, 0 }, { 0x0085, 40, 37, 0 }, { 0x0049, 41, 38, 0 }, { 0x0025, 42, 39, 0 },
		{ 0x0015, 43, 40, 0 }, { 0x0009, 44, 41, 0 }, { 0x0005, 45, 42, 0 }, { 0x0001, 45, 43, 0 },
		{ 0x5601, 46, 46, 0 } };

	/**
	 * A state and its more probable symbol in one word: Qe in the high 16 bits, the index of the next word after the
	 * more probable symbol in bits 8 to 15, after the less probable in bits 0 to 7. The index is twice that of the
	 * state plus the symbol; so bit 8 is the more probable symbol.
	 */
	private static final int[] WORDS = new int[2 * STATES.length];

	static {
		for (int i = 0; i < WORDS.length; i++) {
			final int[] state = STATES[i / 2];
			final int symbol = i & 1;
			WORDS[i] = state[0] << 16 | 2 * state[1] + symbol << 8 | 2 * state[2] + (symbol ^ state[3]);
		}
	}

	/** The word of each context. */
	final int[] contexts;
	/** A and C of the standard. */
	int interval;
	int code;

	/** Shifts until the next byte is needed, CT of the standard. */
	private int shifts;
	private byte[] bytes;
	private int at;

	MqDecoder(final int contexts) {
		this.contexts = new int[contexts];
	}

	/** Puts a context into a state of Table C.2, 0 being more probable. */
	void set(final int context, final int state) {
		contexts[context] = WORDS[2 * state];
	}

	/** Begins with a segment, whose bytes end in two of FF (INITDEC). */
	void start(final byte[] segment) {
		bytes = segment;
		at = 0;
		code = (bytes[0] & 0xFF) << 16;
		next();
		code <<= 7;
		shifts -= 7;
		interval = 0x8000;
	}

	/** The next symbol (DECODE). */
	int decode(final int context) {
		final int word = contexts[context];
		final int estimate = word >>> 16;
		final int left = interval - estimate;
		if (code >>> 16 >= estimate && (left & 0x8000) != 0) {
			interval = left;
			code -= estimate << 16;
			return word >> 8 & 1;
		}
		return exchange(context);
	}

	/** The next symbol where the short way of {@link #decode} does not do. */
	int exchange(final int context) {
		final int word = contexts[context];
		final int estimate = word >>> 16;
		int left = interval - estimate;
		final boolean likely; // taken for the more probable symbol
		if (code >>> 16 < estimate) {
			likely = left < estimate;
			left = estimate;
		}
		else {
			code -= estimate << 16;
			likely = left >= estimate;
		}
		interval = left;
		contexts[context] = WORDS[(likely ? word >> 8 : word) & 0xFF];
		renormalize();
		return likely ? word >> 8 & 1 : ~(word >> 8) & 1;
	}

	private void renormalize() {
		int need = Integer.numberOfLeadingZeros(interval) - 16;
		interval <<= need;
		while (need > 0) {
			if (shifts == 0) next();
			final int count = Math.min(need, shifts);
			code <<= count;
			shifts -= count;
			need -= count;
		}
	}

	/** BYTEIN: after FF, a byte above 8F is a marker or the end, and stands for ones. */
	private void next() {
		if (bytes[at] == (byte) 0xFF) {
			final int after = bytes[at + 1] & 0xFF;
			if (after > 0x8F) {
				code += 0xFF00;
				shifts = 8;
				return;
			}
			code += after << 9;
			shifts = 7;
		}
		else {
			code += (bytes[at + 1] & 0xFF) << 8;
			shifts = 8;
		}
		at++;
	}
}
