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

import java.util.Arrays;

/**
 * Decodes code-blocks bit-plane by bit-plane, tier 1 of EBCOT (T.800 Annex D). One serves many blocks, one after the
 * other.
 * <p>
 * What is known of the coefficients is a word for each column of a stripe, four rows high, so that all a context needs is
 * in one word and the sign bits beside it:
 * </p>
 *
 * <pre>
 * bits 0..17   significance of the 3 x 6 coefficients around and in the column, row by row
 * bits 18..21  coded by the significance pass of this bit-plane
 * bits 22..25  refined before
 * bits 26..31  signs of the column, from the row above the stripe to the row below
 * </pre>
 */
final class BlockDecoder implements BlockCoder {

	/** Of the column's own four rows. */
	private static final int SIGNIFICANT = 1 << 4 | 1 << 7 | 1 << 10 | 1 << 13;
	private static final int AROUND = (1 << 18) - 1;
	private static final int CODED = 18;
	private static final int REFINED = 22;
	private static final int SIGNS = 26;
	/** The eight neighbours in a neighbourhood of nine bits. */
	private static final int NEIGHBOURS = 0x1EF;

	private final MqDecoder mq = new MqDecoder(Contexts.COUNT);
	private final RawBits raw = new RawBits();
	private final Segment segment = new Segment();
	private int[] samples = new int[0];
	private int[] flags = new int[0];

	private int width;
	private int height;
	/** From a word to that of the stripe below. */
	private int stride;
	private byte[] significance;
	private boolean causal;
	/** The magnitude of a coefficient that becomes significant: 1.5 in the bit-plane, in halves. */
	private int magnitude;

	@Override
	public int[] samples() {
		return samples;
	}

	@Override
	public boolean decode(final CodeBlock block, final CodingStyle style, final byte[] data) {
		start(block, style);
		int plane = block.band.planes() - block.zeroPlanes - 1;
		if (plane < 0 || plane > 29) return block.isEmpty();
		boolean sound = true;
		int pass = 2; // 0 significance, 1 refinement, 2 cleanup
		int count = 0;
		for (int next = 0; !block.ends(next);) {
			next = block.segment(next, data, segment);
			final boolean bypass = style.has(CodingStyle.BYPASS) && count >= 10 && pass < 2;
			if (bypass) raw.start(segment.bytes);
			else mq.start(segment.bytes);
			for (int i = 0; i < segment.passes; i++) {
				if (plane < 0) return false;
				magnitude = 3 << plane;
				switch (pass) {
					case 0 -> significancePass(bypass);
					case 1 -> refinementPass(bypass, 1 << plane);
					default -> {
						cleanupPass();
						if (style.has(CodingStyle.SYMBOLS)) sound &= symbols() == 0xA;
						plane--;
					}
				}
				if (style.has(CodingStyle.RESET)) Contexts.reset(mq);
				pass = (pass + 1) % 3;
				count++;
			}
		}
		return sound;
	}

	private void start(final CodeBlock block, final CodingStyle style) {
		width = block.width;
		height = block.height;
		stride = width + 2;
		causal = style.has(CodingStyle.CAUSAL);
		significance = Contexts.SIGNIFICANCE[block.band.orientation()];
		final int words = stride * ((height + 3) / 4 + 2);
		if (flags.length < words) flags = new int[words];
		else Arrays.fill(flags, 0, words, 0);
		if (samples.length < width * height) samples = new int[width * height];
		else Arrays.fill(samples, 0, width * height, 0);
		Contexts.reset(mq);
	}

	private int symbols() {
		int symbols = 0;
		for (int i = 0; i < 4; i++)
			symbols = symbols << 1 | mq.decode(Contexts.UNIFORM);
		return symbols;
	}

	/** D.3.1. */
	private void significancePass(final boolean bypass) {
		for (int y = 0; y < height; y += 4) {
			final int rows = Math.min(4, height - y);
			int word = (y / 4 + 1) * stride + 1;
			for (int x = 0; x < width; x++, word++) {
				if ((flags[word] & AROUND) == 0) continue;
				for (int row = 0; row < rows; row++) {
					final int around = flags[word] >> 3 * row;
					if ((around & 1 << 4) != 0 || (around & NEIGHBOURS) == 0) continue;
					flags[word] |= 1 << CODED + row;
					if ((bypass ? raw.bit() : mq.decode(significance[around & 0x1FF])) == 1) becomeSignificant(word, row, (y +
						row) * width + x, bypass ? raw.bit() : sign(word, row));
				}
			}
		}
	}

	/** D.3.3. */
	private void refinementPass(final boolean bypass, final int half) {
		for (int y = 0; y < height; y += 4) {
			final int rows = Math.min(4, height - y);
			int word = (y / 4 + 1) * stride + 1;
			for (int x = 0; x < width; x++, word++) {
				final int flag = flags[word];
				if ((flag & SIGNIFICANT) == 0) continue;
				for (int row = 0; row < rows; row++) {
					if ((flag >> 3 * row & 1 << 4) == 0 || (flag >> CODED + row & 1) != 0) continue;
					final int context = Contexts.REFINEMENT + ((flag >> REFINED + row & 1) != 0 ? 2 : (flag >> 3 * row &
						NEIGHBOURS) != 0 ? 1 : 0);
					final int bit = bypass ? raw.bit() : mq.decode(context);
					samples[(y + row) * width + x] += bit == 1 ? half : -half;
					flags[word] |= 1 << REFINED + row;
				}
			}
		}
	}

	/** D.3.4. */
	private void cleanupPass() {
		for (int y = 0; y < height; y += 4) {
			final int rows = Math.min(4, height - y);
			int word = (y / 4 + 1) * stride + 1;
			for (int x = 0; x < width; x++, word++) {
				int row = 0;
				if (rows == 4 && (flags[word] & AROUND) == 0) {
					if (mq.decode(Contexts.RUN_LENGTH) == 0) continue;
					row = mq.decode(Contexts.UNIFORM) << 1 | mq.decode(Contexts.UNIFORM);
					becomeSignificant(word, row, (y + row) * width + x, sign(word, row));
					row++;
				}
				for (; row < rows; row++) {
					final int flag = flags[word];
					final int around = flag >> 3 * row;
					if ((around & 1 << 4) != 0 || (flag >> CODED + row & 1) != 0) continue;
					if (mq.decode(significance[around & 0x1FF]) == 1) becomeSignificant(word, row, (y + row) * width + x, sign(
						word, row));
				}
				flags[word] &= ~(0xF << CODED);
			}
		}
	}

	/** D.3.2. */
	private int sign(final int word, final int row) {
		final int flag = flags[word];
		final int own = SIGNS + 1 + row;
		final int index = flag >> 3 * row & 0xAA | flag >>> own - 1 & 1 | (flags[word - 1] >>> own & 1) << 2 | (flags[word +
			1] >>> own & 1) << 4 | (flag >>> own + 1 & 1) << 6;
		final int context = Contexts.SIGNS[index];
		return mq.decode(context >> 1) ^ context & 1;
	}

	/** Tells the words of the neighbours, too. */
	private void becomeSignificant(final int word, final int row, final int sample, final int sign) {
		samples[sample] = magnitude | sign << 31;
		final int shift = 3 * row;
		flags[word] |= 1 << shift + 4 | sign << SIGNS + 1 + row;
		flags[word - 1] |= 1 << shift + 5;
		flags[word + 1] |= 1 << shift + 3;
		if (row == 0 && !causal) {
			flags[word - stride - 1] |= 1 << 17;
			flags[word - stride] |= 1 << 16 | sign << 31;
			flags[word - stride + 1] |= 1 << 15;
		}
		else if (row == 3) {
			flags[word + stride - 1] |= 1 << 2;
			flags[word + stride] |= 1 << 1 | sign << SIGNS;
			flags[word + stride + 1] |= 1;
		}
	}
}
