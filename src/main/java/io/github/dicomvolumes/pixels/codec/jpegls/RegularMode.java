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

/** Regular mode (T.87 A.3 to A.6) with any parameters: a sample from its neighbours a (left), b (above), c and d. */
final class RegularMode {

	private final BitReader bits;

	private final ContextModel contexts;

	private final Reconstruction reconstruction;

	private final boolean lossless;

	private final int maxval;

	private final int qbpp;

	private final int escape;

	private final byte[] regions;

	RegularMode(final BitReader bits, final CodingParameters parameters, final ContextModel contexts) {
		this.bits = bits;
		this.contexts = contexts;
		reconstruction = new Reconstruction(parameters);
		lossless = parameters.near() == 0;
		maxval = parameters.maxval();
		qbpp = parameters.qbpp();
		escape = parameters.escape();
		regions = parameters.gradientRegions();
	}

	/** The context (A.3.4) from -364 to 364, whose sign is that of its errors; 0 if the gradients begin a run. */
	int context(final int a, final int b, final int c, final int d) {
		return 81 * regions[d - b + maxval] + 9 * regions[b - c + maxval] + regions[c - a + maxval];
	}

	/** The sample with that context and those neighbours. */
	int sample(final int context, final int a, final int b, final int c) {
		final int sign = context >> 31;
		final int at = 4 * ((context ^ sign) - sign);
		final int[] sums = contexts.sums;
		final int k = ContextModel.golombParameter(sums[at], sums[at + 3]);
		final int mapped = bits.golomb(k, escape, qbpp);
		int error = ContextModel.unmap(mapped);
		if (lossless && k == 0 && 2 * sums[at + 1] <= -sums[at + 3]) error = ~error;
		final int predicted = LineDecoder.predict(a, b, c) + (sums[at + 2] ^ sign) - sign;
		contexts.update(at, error);
		return reconstruction.sample(Math.max(0, Math.min(maxval, predicted)), (error ^ sign) - sign);
	}
}
