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

import io.github.dicomvolumes.data.DicomException;

/**
 * The exponents and mantissas of quantization steps, from QCD or QCC (T.800 A.6.4, E.1).
 *
 * @param derived whether the steps of all subbands derive from that of the LL band
 * @param guardBits 0 to 7
 * @param steps exponent in bits 11 to 15, mantissa in bits 0 to 10, in the order LL, HL, LH, HH, HL, ...
 */
record Quantization(boolean derived, int guardBits, int[] steps) {

	static Quantization read(final MarkerSegment segment) throws DicomException {
		final int style = segment.u8();
		final int kind = style & 0x1F;
		if (kind > 2) throw segment.wrong("quantization style " + kind, "0, 1 or 2");
		final int[] steps = new int[kind == 0 ? segment.left() : segment.left() / 2];
		if (steps.length == 0) throw segment.wrong("no step", "one at least");
		for (int i = 0; i < steps.length; i++)
			steps[i] = kind == 0 ? segment.u8() << 8 & 0xF800 : segment.u16();
		return new Quantization(kind == 1, style >> 5, steps);
	}

	/** How many bands have a step. */
	boolean covers(final int levels) {
		return derived || steps.length > 3 * levels;
	}

	/** The exponent of a band's step (E-5). */
	int exponent(final int resolution, final int band) {
		return derived ? (steps[0] >> 11) - Math.max(0, resolution - 1) : steps[index(resolution, band)] >> 11;
	}

	/** The step relative to a power of two: {@code 1 + mantissa / 2^11} (E-3). */
	float significand(final int resolution, final int band) {
		return 1 + (steps[derived ? 0 : index(resolution, band)] & 0x7FF) / 2048f;
	}

	/** @param band 0 LL, 1 HL, 2 LH, 3 HH */
	private static int index(final int resolution, final int band) {
		return resolution == 0 ? 0 : 3 * (resolution - 1) + band;
	}
}
