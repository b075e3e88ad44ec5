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

import java.util.Arrays;

/**
 * The inverse discrete cosine transform of blocks of 8 x 8 (T.81 A.3.3) in integers, after Loeffler, Ligtenberg and
 * Moschytz (ICASSP 1989): 12 multiplications for a line, in 13 bits after the point. Rounds like the slow integer
 * transform of the Independent JPEG Group, so that the results are the same.
 */
final class InverseDct {

	/** The row-by-row index of the coefficients in zigzag order (T.81 Figure 5). */
	static final int[] NATURAL = zigzag();

	private static final int BITS = 13;
	/** The constants are sums of cosines, times 2 to the 13. */
	private static final int C0_298 = 2446, C0_390 = 3196, C0_541 = 4433, C0_765 = 6270, C0_899 = 7373, C1_175 = 9633,
		C1_501 = 12299, C1_847 = 15137, C1_961 = 16069, C2_053 = 16819, C2_562 = 20995, C3_072 = 25172;

	/** Bits after the point between the passes. */
	private final int passBits;
	private final int middle, max;
	/** The block between the passes, columns as rows. */
	private final int[] turned = new int[64];

	/** @param precision 8 or 12 */
	InverseDct(final int precision) {
		passBits = precision == 8 ? 2 : 1;
		middle = 1 << precision - 1;
		max = (1 << precision) - 1;
	}

	/** Indices along the diagonals, upwards and downwards by turns. */
	private static int[] zigzag() {
		final int[] natural = new int[64];
		for (int diagonal = 0, k = 0; diagonal < 15; diagonal++)
			for (int i = Math.max(0, diagonal - 7); i <= Math.min(7, diagonal); i++, k++)
				natural[k] = diagonal % 2 == 0 ? (diagonal - i) * 8 + i : i * 8 + diagonal - i;
		return natural;
	}

	/**
	 * Transforms a block into samples.
	 *
	 * @param block coefficients row by row; zeros afterwards
	 * @param varied whether there are coefficients that are not 0 after the first
	 * @param at index of the first sample
	 */
	void transform(final int[] block, final boolean varied, final short[] samples, final int at, final int stride) {
		if (!varied) {
			final short sample = sample(block[0] + 4 >> 3);
			block[0] = 0;
			for (int row = 0, to = at; row < 8; row++, to += stride)
				Arrays.fill(samples, to, to + 8, sample);
			return;
		}
		pass(block, turned, BITS - passBits);
		pass(turned, block, BITS + passBits + 3);
		for (int row = 0, to = at; row < 64; row += 8, to += stride)
			for (int i = 0; i < 8; i++)
				samples[to + i] = sample(block[row + i]);
		Arrays.fill(block, 0);
	}

	/** Transforms the columns of a block into the rows of another, and drops bits, rounding. */
	private static void pass(final int[] in, final int[] out, final int drop) {
		final int round = 1 << drop - 1;
		for (int column = 0; column < 8; column++) {
			final int x0 = in[column], x1 = in[column + 8], x2 = in[column + 16], x3 = in[column + 24];
			final int x4 = in[column + 32], x5 = in[column + 40], x6 = in[column + 48], x7 = in[column + 56];
			final int at = column * 8;
			if ((x1 | x2 | x3 | x4 | x5 | x6 | x7) == 0) {
				final int value = (x0 << BITS) + round >> drop;
				for (int i = at; i < at + 8; i++)
					out[i] = value;
				continue;
			}
			final int turned = (x2 + x6) * C0_541;
			final int low = turned - x6 * C1_847, high = turned + x2 * C0_765;
			final int sum = (x0 + x4 << BITS) + round, difference = (x0 - x4 << BITS) + round;
			final int even0 = sum + high, even3 = sum - high, even1 = difference + low, even2 = difference - low;

			final int common = (x7 + x3 + x5 + x1) * C1_175;
			final int a = (x7 + x1) * -C0_899, b = (x5 + x3) * -C2_562;
			final int c = (x7 + x3) * -C1_961 + common, d = (x5 + x1) * -C0_390 + common;
			final int odd0 = x1 * C1_501 + a + d, odd1 = x3 * C3_072 + b + c;
			final int odd2 = x5 * C2_053 + b + d, odd3 = x7 * C0_298 + a + c;

			out[at] = even0 + odd0 >> drop;
			out[at + 1] = even1 + odd1 >> drop;
			out[at + 2] = even2 + odd2 >> drop;
			out[at + 3] = even3 + odd3 >> drop;
			out[at + 4] = even3 - odd3 >> drop;
			out[at + 5] = even2 - odd2 >> drop;
			out[at + 6] = even1 - odd1 >> drop;
			out[at + 7] = even0 - odd0 >> drop;
		}
	}

	private short sample(final int value) {
		return (short) Math.max(0, Math.min(max, value + middle));
	}
}
