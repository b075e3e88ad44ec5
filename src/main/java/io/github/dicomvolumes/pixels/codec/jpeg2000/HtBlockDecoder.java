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
 * Decodes HT code-blocks (T.814 clause 7). One serves many blocks, one after the other. A cleanup pass codes quads of
 * two by two coefficients, in the order left above, left below, right above, right below, by three streams:
 *
 * <pre>
 * | magnitudes and signs, forwards --> | MEL, forwards --> | <-- VLC, backwards | length of the last two, 12 bits |
 * </pre>
 */
final class HtBlockDecoder implements BlockCoder {

	private final MelDecoder mel = new MelDecoder();
	private final BackwardBits vlc = new BackwardBits();
	private final ForwardBits magnitudes = new ForwardBits();
	private final HtRefinement refinement = new HtRefinement();
	private final CodewordSegment cleanup = new CodewordSegment();
	private final CodewordSegment more = new CodewordSegment();

	private int[] samples = new int[0];
	private int width;
	private int height;

	/** Of a row of quads: entries of the table of codes, from index 1; the row above has its own. */
	private int[] codes = new int[0];
	private int[] above = new int[0];
	/** The exponents' codes of a row of quads. */
	private int[] exponents = new int[0];
	/** Magnitudes of the lower coefficients of a row of quads, doubled less one, from index 1. */
	private int[] lower = new int[0];

	@Override
	public int[] samples() {
		return samples;
	}

	@Override
	public boolean decode(final CodeBlock block, final CodingStyle style, final byte[] data) {
		start(block);
		final int plane = block.band.planes() - block.zeroPlanes - 1;
		if (block.isEmpty()) return true;
		final int next = block.segment(0, data, cleanup);
		if (cleanup.length == 0 && block.ends(next)) return true;
		if (plane < 0 || plane > 29 || cleanup.length < 2 ||
			!cleanup(plane, Math.min(block.zeroPlanes + 2, 30 - plane)))
		{
			Arrays.fill(samples, 0, width * height, 0);
			return false;
		}
		if (block.ends(next)) return true;
		final boolean whole = block.ends(block.segment(next, data, more));
		if (plane == 0 || more.passes > 2) return false;
		refinement.decode(samples, width, height, plane, more, style.has(CodingStyle.CAUSAL));
		return whole;
	}

	private void start(final CodeBlock block) {
		width = block.width;
		height = block.height;
		if (samples.length < width * height) samples = new int[width * height];
		else Arrays.fill(samples, 0, width * height, 0);
		final int quads = (width + 1) / 2 + 3;
		if (codes.length < quads) {
			codes = new int[quads];
			above = new int[quads];
			exponents = new int[quads];
			lower = new int[quads];
		}
		Arrays.fill(codes, 0);
		Arrays.fill(above, 0);
		Arrays.fill(lower, 0);
	}

	private boolean cleanup(final int plane, final int mostBits) {
		final byte[] bytes = cleanup.bytes;
		final int length = cleanup.length;
		final int suffix = (bytes[length - 1] & 0xFF) << 4 | bytes[length - 2] & 0xF;
		if (suffix < 2 || suffix > length) return false;
		mel.start(bytes, length - suffix, length - 1);
		vlc.startCleanup(bytes, length - suffix, length);
		magnitudes.start(bytes, 0, length - suffix, 0xFF);
		final int quads = (width + 1) / 2;
		for (int y = 0; y < height; y += 2) {
			final int[] swap = above;
			above = codes;
			codes = swap;
			if (y == 0) firstRow(quads);
			else otherRow(quads);
			if (!magnitudes(y, quads, plane, mostBits)) return false;
		}
		return true;
	}

	/** Codes of the quads of the first row (T.814 7.3). */
	private void firstRow(final int quads) {
		int context = 0;
		for (int q = 1; q <= quads; q += 2) {
			final int left = code(HtTables.FIRST_ROW, context);
			codes[q] = left;
			context = firstContext(left);
			final int right = q < quads ? code(HtTables.FIRST_ROW, context) : 0;
			codes[q + 1] = right;
			context = firstContext(right);
			int coded = left >> 3 & 1 | right >> 2 & 2;
			if (coded == 3) coded = mel.event() ? 5 : 4;
			exponents(q, coded);
		}
	}

	/** Equation 1, shifted up by 7. */
	private static int firstContext(final int code) {
		return (code & 0x10) << 3 | (code & 0xE0) << 2;
	}

	/** Codes of the quads of another row. */
	private void otherRow(final int quads) {
		for (int q = 1; q <= quads; q += 2) {
			final int left = code(HtTables.OTHER_ROWS, context(q));
			codes[q] = left;
			final int right = q < quads ? code(HtTables.OTHER_ROWS, context(q + 1)) : 0;
			codes[q + 1] = right;
			exponents(q, left >> 3 & 1 | right >> 2 & 2);
		}
	}

	/** Equation 2, shifted up by 7. */
	private int context(final int q) {
		final int west = codes[q - 1];
		return above[q - 1] & 0x80 | (above[q] & 0xA0) << 2 | (above[q + 1] & 0x20) << 4 | (west & 0x40) << 2 |
			(west & 0x80) << 1;
	}

	/** A quad's code; without significant neighbours, an event says whether there is one. */
	private int code(final short[] table, final int context) {
		if (context == 0 && !mel.event()) return 0;
		final int code = table[context | vlc.peek() & 0x7F] & 0xFFFF;
		vlc.skip(code & 7);
		return code;
	}

	/** Exponents of two quads: prefixes, suffixes, extensions (T.814 7.3). */
	private void exponents(final int q, final int coded) {
		if (coded == 0) {
			exponents[q] = 0;
			exponents[q + 1] = 0;
			return;
		}
		final int entry = HtTables.EXPONENTS[coded << 6 | vlc.peek() & 0x3F];
		vlc.skip(entry & 7);
		int bits = vlc.peek();
		final int firstLength = entry >> 3 & 7;
		final int secondLength = entry >> 6 & 7;
		final int first = bits & (1 << firstLength) - 1;
		bits >>>= firstLength;
		final int second = bits & (1 << secondLength) - 1;
		vlc.skip(firstLength + secondLength);
		exponents[q] = (entry >> 9 & 7) + first + extension(first);
		exponents[q + 1] = (entry >> 12 & 7) + second + extension(second);
	}

	/** Suffixes of 28 and more have four more bits. */
	private int extension(final int suffix) {
		if (suffix < 28) return 0;
		final int extension = vlc.peek() & 0xF;
		vlc.skip(4);
		return 4 * extension;
	}

	/**
	 * Magnitudes and signs of a row of quads (T.814 7.3).
	 *
	 * @param mostBits of a magnitude, doubled less one
	 * @return false if there are more
	 */
	private boolean magnitudes(final int y, final int quads, final int plane, final int mostBits) {
		final boolean two = y + 1 < height;
		int left = 0; // lower right coefficient of the quad on the left
		int i = y * width;
		for (int q = 1; q <= quads; q++, i += 2) {
			final int code = codes[q];
			final int significant = code >> 4 & 0xF;
			// the greatest of the coefficients above, of the quad and its neighbours, as the row before left them
			final int top = lower[q] | lower[q + 1];
			int bits = exponents[q] + 1;
			if (y > 0 && (significant & significant - 1) != 0) bits += 30 - Integer.numberOfLeadingZeros(top | 2);
			if (bits > mostBits && significant != 0) return false;
			final boolean pair = 2 * q <= width;
			if ((significant & 1) != 0) samples[i] = sample(value(code, 0, bits), plane);
			int below = 0;
			if ((significant & 2) != 0) {
				final int value = value(code, 1, bits);
				below = value | 1;
				if (two) samples[i + width] = sample(value, plane);
			}
			lower[q] = left | below;
			left = 0;
			if ((significant & 4) != 0) {
				final int value = value(code, 2, bits);
				if (pair) samples[i + 1] = sample(value, plane);
			}
			if ((significant & 8) != 0) {
				final int value = value(code, 3, bits);
				left = value | 1;
				if (two && pair) samples[i + width + 1] = sample(value, plane);
			}
		}
		lower[quads + 1] = left;
		return true;
	}

	/** A magnitude less one, doubled, with the sign in the lowest bit. */
	private int value(final int code, final int place, final int bits) {
		final int length = bits - (code >> 12 + place & 1);
		final int value = magnitudes.peek() & (1 << length) - 1;
		magnitudes.skip(length);
		return value | (code >> 8 + place & 1) << length;
	}

	/** The middle of what the planes below leave open, and the sign. */
	private static int sample(final int value, final int plane) {
		return (value | 1) + 2 << plane | value << 31;
	}
}
