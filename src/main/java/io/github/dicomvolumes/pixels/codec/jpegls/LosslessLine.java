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
 * Lines of one component where NEAR is 0 and MAXVAL + 1 a power of 2, the usual case: {@link NearLosslessLine} says the
 * same more slowly. The bits of most samples are taken from a copy of the reader's cache in local variables.
 */
final class LosslessLine extends LineDecoder {

	/** Greatest number of high bits that is decoded here; {@link BitReader#golomb} does the rare others. */
	private static final int MOST_HIGH = 15;

	/** Enough for {@link #MOST_HIGH} zeros, a one and the greatest number of low bits. */
	private static final int ENOUGH = MOST_HIGH + 1 + 16;

	private final BitReader bits;

	private final ContextModel contexts;

	private final RunMode runs;

	private final int maxval;

	private final int reset;

	private final int qbpp;

	private final int escape;

	private final byte[] regions;

	LosslessLine(final BitReader bits, final CodingParameters parameters, final ContextModel contexts,
		final RunMode runs)
	{
		this.bits = bits;
		this.contexts = contexts;
		this.runs = runs;
		maxval = parameters.maxval();
		reset = parameters.reset();
		qbpp = parameters.qbpp();
		escape = parameters.escape();
		regions = parameters.gradientRegions();
	}

	static boolean canDecode(final CodingParameters parameters) {
		return parameters.near() == 0 && Integer.bitCount(parameters.maxval() + 1) == 1;
	}

	@Override
	void decode(final int[] above, final int[] line) {
		final BitReader reader = bits;
		final int[] sums = contexts.sums;
		final byte[] region = regions;
		final int most = maxval;
		final int mostHigh = Math.min(MOST_HIGH, escape - 1);
		final int width = line.length - 2;
		long cache = reader.cache;
		int valid = reader.valid;
		int a = line[0];
		int b = above[1];
		int c = above[0];
		int region2 = region[b - c + most];
		for (int x = 1; x <= width; x++) {
			final int d = above[x + 1];
			final int region1 = region[d - b + most];
			final int context = 81 * region1 + 9 * region2 + region[c - a + most];
			if (context == 0) {
				reader.cache = cache;
				reader.valid = valid;
				x = run(x, a, above, line);
				cache = reader.cache;
				valid = reader.valid;
				a = line[x];
				b = above[x + 1];
				c = above[x];
				region2 = region[b - c + most];
				continue;
			}
			final int sign = context >> 31;
			final int at = (context ^ sign) - sign << 2;
			int sumA = sums[at];
			int sumB = sums[at + 1];
			int correction = sums[at + 2];
			int n = sums[at + 3];

			if (valid < ENOUGH) {
				reader.cache = cache;
				reader.valid = valid;
				reader.fill();
				cache = reader.cache;
				valid = reader.valid;
			}
			final int k = ContextModel.golombParameter(sumA, n);
			final int high = Long.numberOfLeadingZeros(cache);
			int mapped;
			if (high <= mostHigh) {
				cache <<= high + 1;
				mapped = high << k | (int) (cache >>> 1 >>> 63 - k);
				cache <<= k;
				valid -= high + 1 + k;
				if (mapped > ContextModel.MAX_MAPPED_ERROR) {
					reader.damage();
					mapped = 0;
				}
			}
			else {
				reader.cache = cache;
				reader.valid = valid;
				mapped = reader.golomb(k, escape, qbpp);
				cache = reader.cache;
				valid = reader.valid;
			}
			// A.5.2: where k is 0 and errors are mostly negative, the codes of e and -e - 1 are exchanged.
			final int error = ContextModel.unmap(mapped) ^ (k - 1 & 2 * sumB + n - 1) >> 31;
			final int predicted = predict(a, b, c) + (correction ^ sign) - sign;
			a = Math.max(0, Math.min(most, predicted)) + (error ^ sign) - sign & most;
			line[x] = a;

			// ContextModel.update, with the sums at hand.
			sumA += Math.abs(error);
			sumB += error;
			if (n == reset) {
				sumA >>= 1;
				sumB >>= 1;
				n >>= 1;
			}
			n++;
			if (sumB <= -n) {
				sumB = Math.max(sumB + n, 1 - n);
				sums[at + 2] = Math.max(correction - 1, -128);
			}
			else if (sumB > 0) {
				sumB = Math.min(sumB - n, 0);
				sums[at + 2] = Math.min(correction + 1, 127);
			}
			sums[at] = sumA;
			sums[at + 1] = sumB;
			sums[at + 3] = n;

			c = b;
			b = d;
			region2 = region1;
		}
		reader.cache = cache;
		reader.valid = valid;
		line[width + 1] = line[width];
	}

	/** Decodes a run at {@code x} and the sample that ends it; returns where it is, or the last sample of the line. */
	private int run(final int x, final int value, final int[] above, final int[] line) {
		final int width = line.length - 2;
		final int end = x + runs.length(width + 1 - x);
		Arrays.fill(line, x, end, value);
		if (end > width) return width;
		line[end] = runs.interruption(value, above[end]);
		runs.end();
		return end;
	}
}
