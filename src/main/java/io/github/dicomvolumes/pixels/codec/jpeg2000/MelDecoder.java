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

/** The adaptive run-length code of events in HT code-blocks (T.814 7.3). */
final class MelDecoder {

	/** The exponent of the length of runs in each state. */
	private static final int[] EXPONENTS = { 0, 0, 0, 1, 1, 1, 2, 2, 2, 3, 3, 4, 5 };

	private byte[] bytes;
	private int at;
	private int end;
	private int current;
	private int left;
	private int state;
	/** Events that are 0, before one that is 1 if {@link #one} says so. */
	private int zeros;
	private boolean one;

	/** Begins with the bytes of a range, the low half of the last of which belongs to others. */
	void start(final byte[] data, final int from, final int to) {
		bytes = data;
		at = from;
		end = to;
		current = 0;
		left = 0;
		state = 0;
		zeros = 0;
		one = false;
	}

	/** The next event. */
	boolean event() {
		if (zeros == 0 && !one) run();
		if (zeros > 0) {
			zeros--;
			return false;
		}
		one = false;
		return true;
	}

	private void run() {
		final int exponent = EXPONENTS[state];
		if (bit() == 1) {
			zeros = 1 << exponent;
			state = Math.min(12, state + 1);
			return;
		}
		for (int i = 0; i < exponent; i++)
			zeros = zeros << 1 | bit();
		state = Math.max(0, state - 1);
		one = true;
	}

	/** From the highest; a byte after FF has seven; ones after the end. */
	private int bit() {
		if (left == 0) {
			left = current == 0xFF ? 7 : 8;
			current = at >= end ? 0xFF : at == end - 1 ? bytes[at] & 0xFF | 0xF : bytes[at] & 0xFF;
			at++;
		}
		return current >> --left & 1;
	}
}
