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

import java.util.Arrays;

/**
 * What was learnt about prediction errors in the 365 contexts of regular mode (T.87 A.2.1, A.6): of context i the sum
 * of magnitudes A at 4 i, the bias B and correction C after it, and the number of occurrences N at 4 i + 3.
 */
final class ContextModel {

	/** Greatest mapped error of any stream: RANGE is 65536 or less. It keeps the sums within 32 bits. */
	static final int MAX_MAPPED_ERROR = 1 << 16;

	final int[] sums = new int[4 * 365];

	private final int start;

	private final int reset;

	private final int step;

	ContextModel(final CodingParameters parameters) {
		start = startOfA(parameters);
		reset = parameters.reset();
		step = parameters.step();
		restart();
	}

	/** The first A of every context. */
	static int startOfA(final CodingParameters parameters) {
		return Math.max(2, parameters.range() + 32 >> 6);
	}

	void restart() {
		Arrays.fill(sums, 0);
		for (int i = 0; i < sums.length; i += 4) {
			sums[i] = start;
			sums[i + 3] = 1;
		}
	}

	/** The number of low bits k: the least with N &lt;&lt; k &gt;= A (A.5.1). */
	static int golombParameter(final int a, final int n) {
		final int k = Math.max(0, Integer.numberOfLeadingZeros(n) - Integer.numberOfLeadingZeros(a));
		return k + ((n << k) - a >>> 31);
	}

	/** The error that a mapped one stands for (A.5.2). */
	static int unmap(final int mapped) {
		return mapped >>> 1 ^ -(mapped & 1);
	}

	/** Learns an error at the context whose A is at {@code at} (A.6). */
	void update(final int at, final int error) {
		int a = sums[at] + Math.abs(error);
		int b = sums[at + 1] + error * step;
		int n = sums[at + 3];
		if (n == reset) {
			a >>= 1;
			b >>= 1;
			n >>= 1;
		}
		n++;
		// Without branches, which nobody could predict: -1 where B is -N or less, -1 where it is more than 0.
		final int below = b + n - 1 >> 31;
		final int beyond = -b >> 31;
		sums[at + 2] = Math.max(-128, Math.min(127, sums[at + 2] + below - beyond));
		b = Math.max(1 - n, Math.min(0, b + (n & below) - (n & beyond)));
		sums[at] = a;
		sums[at + 1] = b;
		sums[at + 3] = n;
	}
}
