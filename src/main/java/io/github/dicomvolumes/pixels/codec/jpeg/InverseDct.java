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
	 * @param last the index in zigzag order after which all coefficients are 0
	 * @param at index of the first sample
	 */
	void transform(final int[] block, final int last, final short[] samples, final int at, final int stride) {
		if (last == 0) {
			final short sample = sample(block[0] + 4 >> 3);
			block[0] = 0;
			for (int row = 0, to = at; row < 8; row++, to += stride)
				Arrays.fill(samples, to, to + 8, sample);
			return;
		}
		for (int column = 0; column < 8; column++)
			column(block, column);
		for (int row = 0, to = at; row < 64; row += 8, to += stride) {
			line(block, row, 1, BITS + passBits + 3);
			for (int i = 0; i < 8; i++)
				samples[to + i] = sample(block[row + i]);
		}
		Arrays.fill(block, 0);
	}

	private void column(final int[] block, final int at) {
		if ((block[at + 8] | block[at + 16] | block[at + 24] | block[at + 32] | block[at + 40] | block[at + 48] | block[at +
			56]) != 0) line(block, at, 8, BITS - passBits);
		else {
			final int value = block[at] << passBits;
			for (int i = 0; i < 64; i += 8)
				block[at + i] = value;
		}
	}

	/** Transforms 8 numbers that lie some way apart, and drops bits, rounding. */
	private static void line(final int[] block, final int at, final int step, final int drop) {
		final int i1 = at + step, i2 = i1 + step, i3 = i2 + step, i4 = i3 + step, i5 = i4 + step, i6 = i5 + step, i7 = i6 +
			step;
		final int turned = (block[i2] + block[i6]) * C0_541;
		final int low = turned - block[i6] * C1_847, high = turned + block[i2] * C0_765;
		final int round = 1 << drop - 1;
		final int sum = (block[at] + block[i4] << BITS) + round, difference = (block[at] - block[i4] << BITS) + round;
		final int even0 = sum + high, even3 = sum - high, even1 = difference + low, even2 = difference - low;

		final int a = block[i7], b = block[i5], c = block[i3], d = block[i1];
		final int common = (a + c + b + d) * C1_175;
		final int ad = (a + d) * -C0_899, bc = (b + c) * -C2_562;
		final int ac = (a + c) * -C1_961 + common, bd = (b + d) * -C0_390 + common;
		final int odd3 = a * C0_298 + ad + ac, odd2 = b * C2_053 + bc + bd, odd1 = c * C3_072 + bc + ac, odd0 = d * C1_501 +
			ad + bd;

		block[at] = even0 + odd0 >> drop;
		block[i7] = even0 - odd0 >> drop;
		block[i1] = even1 + odd1 >> drop;
		block[i6] = even1 - odd1 >> drop;
		block[i2] = even2 + odd2 >> drop;
		block[i5] = even2 - odd2 >> drop;
		block[i3] = even3 + odd3 >> drop;
		block[i4] = even3 - odd3 >> drop;
	}

	private short sample(final int value) {
		return (short) Math.max(0, Math.min(max, value + middle));
	}
}
