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

package io.github.dicomvolumes.pixels;

import io.github.dicomvolumes.data.DicomException;

import java.util.Arrays;

/**
 * Expands segmented palette tables (PS3.3 C.7.9.2):
 *
 * <pre>
 * 0 n v1 ... vn          discrete: these values
 * 1 n v                  linear: n values from the last one, which is not repeated, to v
 * 2 n low high           indirect: the n segments from the entry low + 65536 * high on, copied
 * </pre>
 */
final class PaletteSegments {

	private final int[] data;
	private final int[] out;
	/** Bits of an entry: an offset takes two words, or four bytes. */
	private final int bits;
	private int length;

	private PaletteSegments(final int[] data, final int entries, final int bits) {
		this.data = data;
		this.bits = bits;
		out = new int[entries];
	}

	/**
	 * The entries of a table, as many as the segments give, at most so many.
	 *
	 * @throws DicomException if the segments are no such table
	 */
	static int[] expand(final int[] data, final int entries, final int bits) throws DicomException {
		final PaletteSegments segments = new PaletteSegments(data, entries, bits);
		segments.run(0, Integer.MAX_VALUE, false);
		return Arrays.copyOf(segments.out, segments.length);
	}

	private void run(final int from, final int count, final boolean isCopy) throws DicomException {
		int at = from;
		for (int n = 0; n < count && at + 1 < data.length && length < out.length; n++) {
			final int code = data[at], size = data[at + 1];
			switch (code) {
				case 0 -> {
					require(at + 2 + size, at);
					for (int i = 0; i < size; i++)
						add(data[at + 2 + i]);
					at += 2 + size;
				}
				case 1 -> {
					require(at + 3, at);
					line(size, data[at + 2], at);
					at += 3;
				}
				case 2 -> {
					final int words = 32 / bits;
					require(at + 2 + words, at);
					long offset = 0;
					for (int i = words - 1; i >= 0; i--)
						offset = offset << bits | data[at + 2 + i];
					if (isCopy || offset >= at) throw bad("an indirect segment that points to " + offset, at);
					run((int) offset, size, true);
					at += 2 + words;
				}
				default -> throw bad("a segment of type " + code, at);
			}
		}
	}

	private void line(final int size, final int end, final int at) throws DicomException {
		if (length == 0) throw bad("a linear segment before any value", at);
		final int start = out[length - 1];
		for (int i = 1; i <= size; i++)
			add((int) Math.round(start + (double) (end - start) * i / size));
	}

	private void add(final int value) {
		if (length < out.length) out[length++] = value;
	}

	private void require(final int end, final int at) throws DicomException {
		if (end > data.length) throw bad("a segment that ends beyond the table", at);
	}

	private static DicomException bad(final String what, final int at) {
		return new DicomException("A segmented palette table has " + what + " at entry " + at +
			"; types are 0, 1 and 2, and indirect ones point back to the others (PS3.3 C.7.9.2).");
	}
}
