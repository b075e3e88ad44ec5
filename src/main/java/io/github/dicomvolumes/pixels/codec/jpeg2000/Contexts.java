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
 * The contexts of tier 1 (T.800 D.3) as tables. The neighbourhood of a coefficient is a word of nine bits, of which the
 * middle one is the coefficient itself; set bits are significant neighbours:
 *
 * <pre>
 * 0 1 2
 * 3 4 5
 * 6 7 8
 * </pre>
 */
final class Contexts {

	static final int COUNT = 19;
	static final int RUN_LENGTH = 17;
	static final int UNIFORM = 18;
	/** First refinement without significant neighbours; then one with, then all others. */
	static final int REFINEMENT = 14;

	private static final int SIGN = 9;

	/** The context of significance by the neighbourhood, for each orientation of subbands (Table D.1). */
	static final byte[][] SIGNIFICANCE = new byte[4][512];

	/**
	 * The context of the sign, shifted up by one, and the bit that flips it (Tables D.2, D.3), by the bits 1, 3, 5 and
	 * 7 of the neighbourhood and the signs of these four neighbours in bits 0, 2, 4 and 6.
	 */
	static final byte[] SIGNS = new byte[256];

	static {
		for (int n = 0; n < 512; n++) {
			final int horizontal = (n >> 3 & 1) + (n >> 5 & 1);
			final int vertical = (n >> 1 & 1) + (n >> 7 & 1);
			final int diagonal = (n & 1) + (n >> 2 & 1) + (n >> 6 & 1) + (n >> 8 & 1);
			SIGNIFICANCE[Subband.LL][n] = oneWay(horizontal, vertical, diagonal);
			SIGNIFICANCE[Subband.LH][n] = oneWay(horizontal, vertical, diagonal);
			SIGNIFICANCE[Subband.HL][n] = oneWay(vertical, horizontal, diagonal);
			SIGNIFICANCE[Subband.HH][n] = bothWays(horizontal + vertical, diagonal);
		}
		for (int n = 0; n < 256; n++) {
			final int horizontal = clamp(contribution(n >> 2) + contribution(n >> 4));
			final int vertical = clamp(contribution(n) + contribution(n >> 6));
			final int flip = horizontal < 0 || horizontal == 0 && vertical < 0 ? 1 : 0;
			final int sum = Math.abs(3 * horizontal + vertical); // 4, 3, 2, 1, 0 for contexts 13, 12, 11, 10, 9
			SIGNS[n] = (byte) (SIGN + sum << 1 | flip);
		}
	}

	private static byte oneWay(final int along, final int across, final int diagonal) {
		if (along == 2) return 8;
		if (along == 1) return (byte) (across > 0 ? 7 : diagonal > 0 ? 6 : 5);
		return (byte) (across > 0 ? 2 + across : Math.min(2, diagonal));
	}

	private static byte bothWays(final int straight, final int diagonal) {
		return (byte) switch (diagonal) {
			case 0 -> Math.min(2, straight);
			case 1 -> 3 + Math.min(2, straight);
			case 2 -> 6 + Math.min(1, straight);
			default -> 8;
		};
	}

	/** 1 for a positive neighbour, -1 for a negative, 0 for one that is not significant. */
	private static int contribution(final int signAndSignificance) {
		return (signAndSignificance & 2) == 0 ? 0 : 1 - 2 * (signAndSignificance & 1);
	}

	private static int clamp(final int sum) {
		return Integer.signum(sum);
	}

	/** Puts all contexts into their first states (Table D.7). */
	static void reset(final MqDecoder mq) {
		for (int context = 0; context < COUNT; context++)
			mq.set(context, context == 0 ? 4 : context == RUN_LENGTH ? 3 : context == UNIFORM ? 46 : 0);
	}

	private Contexts() {}
}
