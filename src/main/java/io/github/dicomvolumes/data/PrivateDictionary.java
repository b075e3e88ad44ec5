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

package io.github.dicomvolumes.data;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What is known of the private data elements of manufacturers, by the creator that reserves their block (PS3.5 7.8.1).
 * Collected by the GDCM project, not by the manufacturers: a help to read, nothing to rely on. Read on first use from
 * {@code private.txt}, a creator's elements when they are first asked for. Thread-safe.
 */
public final class PrivateDictionary {

	private PrivateDictionary() {}

	/**
	 * The entry of a private data element; its keyword is empty, sometimes its name.
	 *
	 * @param creator such as "SIEMENS CSA HEADER", without padding
	 * @param tag in whichever block the file has it
	 */
	public static Optional<Dictionary.Entry> find(final String creator, final int tag) {
		final Rows rows = rows(creator);
		final int row = rows.find(tag);
		if (row < 0) return Optional.empty();
		final String[] columns = rows.lines[row].split("\t");
		return Optional
			.of(new Dictionary.Entry(tag, rows.vrs[row], columns[2], "", columns.length > 3 ? columns[3] : "", false));
	}

	/** The VR of {@link #find}, UN when there is no entry. */
	public static VR vr(final String creator, final int tag) {
		final Rows rows = rows(creator);
		final int row = rows.find(tag);
		return row < 0 ? VR.UN : rows.vrs[row];
	}

	private static Rows rows(final String creator) {
		final int[] range = Text.RANGES.get(creator);
		return range == null ? Rows.NONE
			: Text.ROWS.computeIfAbsent(creator,
				c -> new Rows(new String(Text.BYTES, range[0], range[1] - range[0], StandardCharsets.US_ASCII)));
	}

	/**
	 * The text of {@code private.txt} and where in it each creator's rows are:
	 *
	 * <pre>
	 * [SIEMENS CSA HEADER]
	 * 0029xx08 CS 1 CSA Image Header Type      (a tab between columns)
	 * </pre>
	 */
	private static final class Text {

		static final byte[] BYTES = read();
		static final Map<String, int[]> RANGES = ranges();
		static final Map<String, Rows> ROWS = new ConcurrentHashMap<>();

		private static byte[] read() {
			try (final var in = PrivateDictionary.class.getResourceAsStream("private.txt")) {
				return in.readAllBytes();
			}
			catch (final IOException exc) {
				throw new UncheckedIOException("Cannot read the private dictionary, private.txt", exc);
			}
		}

		private static Map<String, int[]> ranges() {
			final Map<String, int[]> ranges = new HashMap<>(1024);
			int[] range = null;
			int start = 0;
			for (int i = 0; i < BYTES.length; i++) {
				if (BYTES[i] != '\n') continue;
				if (BYTES[start] == '[')
					ranges.put(new String(BYTES, start + 1, i - start - 2, StandardCharsets.US_ASCII),
						range = new int[] { i + 1, i + 1 });
				else if (range != null) range[1] = i;
				start = i + 1;
			}
			return ranges;
		}
	}

	/** The rows of one creator, single tags before patterns: the first that fits counts. */
	private static final class Rows {

		static final Rows NONE = new Rows("");

		final String[] lines;
		final VR[] vrs;
		/** Per row: the tag with 0 for each x, and the mask with 0 for each x and F for each digit. */
		private final int[] patterns, masks;

		Rows(final String text) {
			lines = text.isEmpty() ? new String[0] : text.split("\n");
			vrs = new VR[lines.length];
			patterns = new int[lines.length];
			masks = new int[lines.length];
			for (int row = 0; row < lines.length; row++) {
				final String tag = lines[row].substring(0, 8);
				patterns[row] = Integer.parseUnsignedInt(tag.replace('x', '0'), 16);
				masks[row] = Integer.parseUnsignedInt(tag.replaceAll("[^x]", "F").replace('x', '0'), 16);
				vrs[row] = VR.of(lines[row].charAt(9), lines[row].charAt(10));
			}
		}

		int find(final int tag) {
			for (int row = 0; row < masks.length; row++)
				if ((tag & masks[row]) == patterns[row]) return row;
			return -1;
		}
	}
}
