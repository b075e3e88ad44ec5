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
 * The parameters of a scan and what follows from them (T.87 A.2, C.2.4.1.1).
 *
 * @param near greatest difference between a sample and its original, NEAR; 0 is lossless
 * @param maxval greatest sample, MAXVAL
 * @param t1 to {@code t3}: thresholds of gradients. They should be near &lt; t1 &lt;= t2 &lt;= t3 &lt;= maxval, but
 *        encoders write others
 * @param reset occurrences of a context after which its sums are halved, RESET
 */
record CodingParameters(int near, int maxval, int t1, int t2, int t3, int reset) {

	/** The parameters of C.2.4.1.1 for samples up to {@code maxval}. */
	static CodingParameters ofDefaults(final int maxval, final int near) {
		final int t1;
		final int t2;
		final int t3;
		if (maxval >= 128) {
			final int factor = Math.min(maxval, 4095) + 128 >> 8;
			t1 = factor + 2 + 3 * near;
			t2 = 4 * factor + 3 + 5 * near;
			t3 = 17 * factor + 4 + 7 * near;
		}
		else {
			final int factor = 256 / (maxval + 1);
			t1 = Math.max(2, 3 / factor + 3 * near);
			t2 = Math.max(3, 7 / factor + 5 * near);
			t3 = Math.max(4, 21 / factor + 7 * near);
		}
		return ofClamped(maxval, near, t1, t2, t3);
	}

	/**
	 * What DCMTK takes as defaults where MAXVAL is below 128, and does not write into near-lossless streams: the
	 * formula for greater ones, whose factor is 0 then.
	 */
	static CodingParameters ofDcmtk(final int maxval, final int near) {
		return ofClamped(maxval, near, 2 + 3 * near, 3 + 5 * near, 4 + 7 * near);
	}

	private static CodingParameters ofClamped(final int maxval, final int near, final int t1, final int t2,
		final int t3)
	{
		final int clamped1 = clamp(t1, near + 1, maxval);
		final int clamped2 = clamp(t2, clamped1, maxval);
		return new CodingParameters(near, maxval, clamped1, clamped2, clamp(t3, clamped2, maxval), 64);
	}

	/** CLAMP of C.2.4.1.1: the least value stands in for those out of range. */
	private static int clamp(final int value, final int least, final int greatest) {
		return value < least || value > greatest ? least : value;
	}

	/** How far apart two neighbouring values of the quantised prediction error are. */
	int step() {
		return 2 * near + 1;
	}

	/** Number of values of a quantised prediction error, RANGE. */
	int range() {
		return (maxval + 2 * near) / step() + 1;
	}

	/** Bits of a quantised prediction error. */
	int qbpp() {
		return bits(range());
	}

	/** Greatest length of a Golomb code, in bits: 64 or less. */
	int limit() {
		final int bpp = Math.max(2, bits(maxval + 1));
		return 2 * (bpp + Math.max(8, bpp));
	}

	/** Zeros before the one that say that a number follows as it is, in regular mode. */
	int escape() {
		return limit() - qbpp() - 1;
	}

	/** Bits that tell so many values apart. */
	private static int bits(final int values) {
		return Integer.SIZE - Integer.numberOfLeadingZeros(values - 1);
	}

	/** The regions of gradients, -4 to 4 (A.3.3), that of gradient d at index d + {@link #maxval}. */
	byte[] gradientRegions() {
		final byte[] regions = new byte[2 * maxval + 1];
		for (int d = -maxval; d <= maxval; d++)
			regions[d + maxval] = (byte) region(d);
		return regions;
	}

	/** Code segment A.4, whose order decides if the thresholds have none. */
	private int region(final int d) {
		if (d <= -t3) return -4;
		if (d <= -t2) return -3;
		if (d <= -t1) return -2;
		if (d < -near) return -1;
		if (d <= near) return 0;
		return d < t1 ? 1 : d < t2 ? 2 : d < t3 ? 3 : 4;
	}
}
