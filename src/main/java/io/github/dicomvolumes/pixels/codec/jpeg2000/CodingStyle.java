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
 * How a component is transformed and coded, the parameters that COD and COC share (T.800 Table A.20, T.814 Annex A):
 *
 * <pre>
 * | levels | code-block width | code-block height | block style | transformation | precincts, a byte a resolution |
 * </pre>
 *
 * @param levels of the wavelet, 0 to 32
 * @param widthExponent of a code-block: its width is {@code 2^widthExponent}
 * @param blockStyle the flags below
 * @param reversible 5/3, else 9/7
 * @param precincts exponents of width (low four bits) and height of the precincts of each resolution
 */
record CodingStyle(int levels, int widthExponent, int heightExponent, int blockStyle, boolean reversible,
	byte[] precincts)
{

	/** Arithmetic coding is bypassed in the lower bit-planes. */
	static final int BYPASS = 1;
	/** Contexts begin anew in every pass. */
	static final int RESET = 2;
	/** Every pass ends a codeword segment. */
	static final int TERMALL = 4;
	/** A stripe does not look at the next. */
	static final int CAUSAL = 8;
	/** Four symbols end every cleanup pass. */
	static final int SYMBOLS = 0x20;
	/** Blocks are those of T.814. */
	static final int HIGH_THROUGHPUT = 0x40;
	/** With {@link #HIGH_THROUGHPUT}, each block is one or the other. */
	private static final int MIXED = 0x80;

	/** @param ownPrecincts whether the exponents of the precincts follow, which are 15 otherwise */
	static CodingStyle read(final MarkerSegment segment, final boolean ownPrecincts) throws DicomException {
		final int levels = segment.u8();
		final int width = segment.u8() + 2;
		final int height = segment.u8() + 2;
		final int style = segment.u8();
		final int transformation = segment.u8();
		if (levels > 32) throw segment.wrong(levels + " levels", "32 at most");
		if (width > 10 || height > 10 || width + height > 12)
			throw segment.wrong("code-blocks of 2^" + width + " x 2^" + height, "2^10 at most, and 2^12 samples");
		if ((style & MIXED) != 0) throw segment.wrong(String.format("block style %02X", style),
			"less than 80: a mix of HT and other blocks (HTMIXED) is not supported in this version");
		if (transformation > 1) throw segment.wrong("transformation " + transformation,
			"0 (9/7) or 1 (5/3); those of Part 2 are not supported");
		final byte[] precincts = new byte[levels + 1];
		for (int r = 0; r <= levels; r++) {
			precincts[r] = (byte) (ownPrecincts ? segment.u8() : 0xFF);
			if (r > 0 && ((precincts[r] & 0xF) == 0 || (precincts[r] & 0xF0) == 0))
				throw segment.wrong("precincts of one sample at resolution " + r, "two or more");
		}
		return new CodingStyle(levels, width, height, style, transformation == 1, precincts);
	}

	boolean has(final int flag) {
		return (blockStyle & flag) != 0;
	}
}
