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
 * What is known of the coefficients is a word for each column of a stripe, four rows high, so that all a context needs
 * is in one word and the sign bits beside it:
 * </p>
 *
 * <pre>
 * bits 0..17           significance of the 3 x 6 coefficients around and in the column, row by row
 * bit  18              sign in the row above the stripe
 * bits 19, 22, 25, 28  signs in the stripe; 31 that in the row below
 * bits 20, 23, 26, 29  coded by the significance pass of this bit-plane
 * bits 21, 24, 27, 30  refined before
 * </pre>
 *
 * So a shift by three for each row brings all that is of a row to the same place.
 */
final class BlockDecoder implements BlockCoder {

	private static final int AROUND = (1 << 18) - 1;
	/** Significance of the column's first row; that of the others follows in steps of three, like all of these. */
	private static final int OWN = 4;
	private static final int ABOVE = 18;
	private static final int SIGN = 19;
	private static final int CODED = 20;
	private static final int REFINED = 21;
	/** Bits of four rows, in steps of three. */
	private static final int ALL_ROWS = 1 | 1 << 3 | 1 << 6 | 1 << 9;
	/** The eight neighbours in a neighbourhood of nine bits. */
	private static final int NEIGHBOURS = 0x1EF;

	private final MqDecoder mq = new MqDecoder(Contexts.COUNT);
	private final RawBits raw = new RawBits();
	private final CodewordSegment segment = new CodewordSegment();
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
				run(pass, bypass, 1 << plane);
				if (pass == 2) {
					// What cuts the passes off at a rate often cuts the last symbol too.
					final boolean isLast = i == segment.passes - 1 && block.ends(next);
					if (style.has(CodingStyle.SYMBOLS)) sound &= symbols() == 0xA || isLast;
					plane--;
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

	/** @param half of the bit-plane's worth */
	private void run(final int pass, final boolean bypass, final int half) {
		for (int y = 0; y < height; y += 4) {
			final int rows = ALL_ROWS & (1 << 3 * Math.min(4, height - y)) - 1;
			switch (pass) {
				case 0 -> {
					if (bypass) rawSignificancePass(rows, y);
					else significancePass(rows, y);
				}
				case 1 -> {
					if (bypass) rawRefinementPass(rows, y, half);
					else refinementPass(rows, y, half);
				}
				default -> cleanupPass(rows, y);
			}
		}
	}

	private int symbols() {
		int symbols = 0;
		for (int i = 0; i < 4; i++)
			symbols = symbols << 1 | mq.decode(Contexts.UNIFORM);
		return symbols;
	}

	/** D.3.1. */
	private void significancePass(final int rows, final int y) {
		final int[] words = flags;
		final int[] contexts = mq.contexts;
		int interval = mq.interval;
		int code = mq.code;
		int word = (y / 4 + 1) * stride + 1;
		for (int x = 0; x < width; x++, word++) {
			int flag = words[word];
			if ((flag & AROUND) == 0) continue;
			int left = neighbours(flag) & ~(flag >> OWN) & rows;
			while (left != 0) {
				final int shift = Integer.numberOfTrailingZeros(left);
				left &= left - 1;
				flag |= 1 << CODED + shift;
				final int context = significance[flag >> shift & 0x1FF];
				final int state = contexts[context];
				final int estimate = state >>> 16;
				final int less = interval - estimate;
				final int bit;
				if (code >>> 16 >= estimate && (less & 0x8000) != 0) { // as in MqDecoder, which is too slow to call here
					interval = less;
					code -= estimate << 16;
					bit = state & 1 << 8;
				}
				else {
					mq.interval = interval;
					mq.code = code;
					bit = mq.exchange(context);
					interval = mq.interval;
					code = mq.code;
				}
				if (bit != 0) {
					mq.interval = interval;
					mq.code = code;
					words[word] = flag;
					becomeSignificant(word, shift, y * width + x, sign(word, shift));
					interval = mq.interval;
					code = mq.code;
					flag = words[word];
					left |= 8 << shift & ~(flag >> OWN) & rows; // the next row has a neighbour now
				}
			}
			words[word] = flag;
		}
		mq.interval = interval;
		mq.code = code;
	}

	/** D.3.1, D.6. */
	private void rawSignificancePass(final int rows, final int y) {
		int word = (y / 4 + 1) * stride + 1;
		for (int x = 0; x < width; x++, word++) {
			int left = neighbours(flags[word]) & ~(flags[word] >> OWN) & rows;
			while (left != 0) {
				final int shift = Integer.numberOfTrailingZeros(left);
				left &= left - 1;
				flags[word] |= 1 << CODED + shift;
				if (raw.bit() == 0) continue;
				becomeSignificant(word, shift, y * width + x, raw.bit());
				left |= 8 << shift & ~(flags[word] >> OWN) & rows;
			}
		}
	}

	/** Which rows have a significant neighbour, or are significant: bits 0, 3, 6 and 9. */
	private static int neighbours(final int flag) {
		final int any = (flag | flag >> 1 | flag >> 2) & 0x9249; // bits 0, 3, ... 15
		return any | any >> 3 | any >> 6;
	}

	/** D.3.3. */
	private void refinementPass(final int rows, final int y, final int half) {
		final int[] words = flags;
		final int[] contexts = mq.contexts;
		int interval = mq.interval;
		int code = mq.code;
		int word = (y / 4 + 1) * stride + 1;
		for (int x = 0; x < width; x++, word++) {
			final int flag = words[word];
			int left = flag >> OWN & ~(flag >> CODED) & rows;
			if (left == 0) continue;
			words[word] = flag | left << REFINED;
			while (left != 0) {
				final int shift = Integer.numberOfTrailingZeros(left);
				left &= left - 1;
				final int around = flag >> shift;
				final int context = Contexts.REFINEMENT +
					((around & 1 << REFINED) != 0 ? 2 : (around & NEIGHBOURS) != 0 ? 1 : 0);
				final int state = contexts[context];
				final int estimate = state >>> 16;
				final int less = interval - estimate;
				final int bit;
				if (code >>> 16 >= estimate && (less & 0x8000) != 0) {
					interval = less;
					code -= estimate << 16;
					bit = state & 1 << 8;
				}
				else {
					mq.interval = interval;
					mq.code = code;
					bit = mq.exchange(context);
					interval = mq.interval;
					code = mq.code;
				}
				samples[y * width + x + row(shift) * width] += bit != 0 ? half : -half;
			}
		}
		mq.interval = interval;
		mq.code = code;
	}

	/** D.3.3, D.6. */
	private void rawRefinementPass(final int rows, final int y, final int half) {
		int word = (y / 4 + 1) * stride + 1;
		for (int x = 0; x < width; x++, word++) {
			int left = flags[word] >> OWN & ~(flags[word] >> CODED) & rows;
			flags[word] |= left << REFINED;
			for (; left != 0; left &= left - 1)
				samples[(y + row(Integer.numberOfTrailingZeros(left))) * width + x] += raw.bit() == 1 ? half : -half;
		}
	}

	/** D.3.4. */
	private void cleanupPass(final int rows, final int y) {
		final int[] words = flags;
		final int[] contexts = mq.contexts;
		int interval = mq.interval;
		int code = mq.code;
		int word = (y / 4 + 1) * stride + 1;
		for (int x = 0; x < width; x++, word++) {
			int flag = words[word];
			int left = ~(flag >> OWN | flag >> CODED) & rows;
			if (rows == ALL_ROWS && (flag & AROUND) == 0) {
				mq.interval = interval;
				mq.code = code;
				final boolean run = mq.decode(Contexts.RUN_LENGTH) == 0;
				if (!run) {
					final int row = mq.decode(Contexts.UNIFORM) << 1 | mq.decode(Contexts.UNIFORM);
					becomeSignificant(word, 3 * row, y * width + x, sign(word, 3 * row));
					flag = words[word];
					left = ALL_ROWS & -8 << 3 * row;
				}
				interval = mq.interval;
				code = mq.code;
				if (run) continue;
			}
			for (; left != 0; left &= left - 1) {
				final int shift = Integer.numberOfTrailingZeros(left);
				final int context = significance[flag >> shift & 0x1FF];
				final int state = contexts[context];
				final int estimate = state >>> 16;
				final int less = interval - estimate;
				final int bit;
				if (code >>> 16 >= estimate && (less & 0x8000) != 0) {
					interval = less;
					code -= estimate << 16;
					bit = state & 1 << 8;
				}
				else {
					mq.interval = interval;
					mq.code = code;
					bit = mq.exchange(context);
					interval = mq.interval;
					code = mq.code;
				}
				if (bit != 0) {
					mq.interval = interval;
					mq.code = code;
					becomeSignificant(word, shift, y * width + x, sign(word, shift));
					interval = mq.interval;
					code = mq.code;
					flag = words[word];
				}
			}
			words[word] = flag & ~(ALL_ROWS << CODED);
		}
		mq.interval = interval;
		mq.code = code;
	}

	/** The row of a shift by three for each row. */
	private static int row(final int shift) {
		return shift * 11 >> 5;
	}

	/** D.3.2. */
	private int sign(final int word, final int shift) {
		final int flag = flags[word];
		final int above = shift == 0 ? flag >>> ABOVE & 1 : flag >>> SIGN + shift - 3 & 1;
		final int index = flag >> shift & 0xAA | above | (flags[word - 1] >>> SIGN + shift & 1) << 2 |
			(flags[word + 1] >>> SIGN + shift & 1) << 4 | (flag >>> SIGN + shift + 3 & 1) << 6;
		final int context = Contexts.SIGNS[index];
		return mq.decode(context >> 1) ^ context & 1;
	}

	/**
	 * Tells the words of the neighbours, too.
	 *
	 * @param first sample of the column in its stripe
	 */
	private void becomeSignificant(final int word, final int shift, final int first, final int sign) {
		samples[first + row(shift) * width] = magnitude | sign << 31;
		flags[word] |= 1 << shift + OWN | sign << SIGN + shift;
		flags[word - 1] |= 1 << shift + 5;
		flags[word + 1] |= 1 << shift + 3;
		if (shift == 0 && !causal) {
			flags[word - stride - 1] |= 1 << 17;
			flags[word - stride] |= 1 << 16 | sign << SIGN + 12;
			flags[word - stride + 1] |= 1 << 15;
		}
		else if (shift == 9) {
			flags[word + stride - 1] |= 1 << 2;
			flags[word + stride] |= 1 << 1 | sign << ABOVE;
			flags[word + stride + 1] |= 1;
		}
	}
}
