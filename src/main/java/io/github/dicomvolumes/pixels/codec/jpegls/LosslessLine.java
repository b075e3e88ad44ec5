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

/**
 * Lines of one component where NEAR is 0 and MAXVAL + 1 a power of 2, the usual case: {@link NearLosslessLine} would
 * give the same more slowly.
 */
final class LosslessLine extends LineDecoder {

	private final BitReader bits;

	private final ContextModel contexts;

	private final RunMode runs;

	private final int maxval;

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
		qbpp = parameters.qbpp();
		escape = parameters.escape();
		regions = parameters.gradientRegions();
	}

	static boolean canDecode(final CodingParameters parameters) {
		return parameters.near() == 0 && Integer.bitCount(parameters.maxval() + 1) == 1;
	}

	@Override
	void decode(final int[] above, final int[] line) {
		// Fields would be read again after every call.
		final BitReader reader = bits;
		final int[] sums = contexts.sums;
		final byte[] region = regions;
		final int most = maxval;
		final int width = line.length - 2;
		int a = line[0];
		int b = above[1];
		int c = above[0];
		int second = region[b - c + most];
		for (int x = 1; x <= width; x++) {
			final int d = above[x + 1];
			// The first gradient of a sample is the second of the next one.
			final int first = region[d - b + most];
			final int context = 81 * first + 9 * second + region[c - a + most];
			if (context == 0) {
				x = runs.decode(x, above, line);
				a = line[x];
				c = above[x];
				b = above[x + 1];
				second = region[b - c + most];
				continue;
			}
			final int sign = context >> 31;
			final int at = 4 * ((context ^ sign) - sign);
			final int k = ContextModel.golombParameter(sums[at], sums[at + 3]);
			final int mapped = reader.golomb(k, escape, qbpp);
			// A.5.2: where k is 0 and errors are mostly negative, the codes of e and -e - 1 are exchanged.
			final int error = ContextModel.unmap(mapped) ^ (k - 1 & 2 * sums[at + 1] + sums[at + 3] - 1) >> 31;
			final int predicted = predict(a, b, c) + (sums[at + 2] ^ sign) - sign;
			contexts.update(at, error);
			a = Math.max(0, Math.min(most, predicted)) + (error ^ sign) - sign & most;
			line[x] = a;
			c = b;
			b = d;
			second = first;
		}
		line[width + 1] = line[width];
	}
}
