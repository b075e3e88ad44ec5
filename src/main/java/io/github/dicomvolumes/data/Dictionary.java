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
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The data dictionary of the DICOM standard: the registered data elements of PS3.6 chapters 6 to 8 and the command
 * elements of PS3.7 annex E, including retired ones and repeating groups. Private elements are not in it.
 * <p>
 * A tag is an {@code int}, the group in the upper and the element in the lower 16 bits: {@code 0x00280030}. The
 * dictionary is read on first use from {@code dictionary.txt}, whose header says the edition of the standard.
 * Thread-safe.
 */
public final class Dictionary {

	private static final int TAG_LENGTH = 8;

	/** Columns of dictionary.txt, after the tag. */
	private static final int VR_COLUMN = 1, VM = 2, KEYWORD = 3, NAME = 4, RETIRED = 5;

	private Dictionary() {}

	/**
	 * What the standard says about a data element.
	 *
	 * @param tag the tag asked for, also in a repeating group: 0x60023000 rather than 60xx,3000
	 * @param vr what a reader of implicit VR little endian may assume. Where the standard leaves a choice, this is US
	 *        for "US or SS" (see {@link Dictionary#isUsOrSs(int)}), "US or OW" and "US or SS or OW", and OW for "OB or
	 *        OW" (PS3.5 A.1). UN for items and delimiters, which have none.
	 * @param vm value multiplicity as the standard writes it: "1", "1-n", "2-2n"
	 * @param keyword PixelSpacing; empty for the few retired elements of which the standard keeps only the tag
	 * @param name Pixel Spacing; empty where the keyword is
	 * @param retired whether the element is retired; old files still contain it
	 */
	public record Entry(int tag, VR vr, String vm, String keyword, String name, boolean retired) {}

	/**
	 * The entry of a standard data element. Besides the registered ones, these are found:
	 * <ul>
	 * <li>repeating groups, in any even group that fits the pattern (PS3.5 7.6 ends 60xx at 601E);
	 * <li>group lengths (gggg,0000) of any group (PS3.5 7.2);
	 * <li>private creators (gggg,0010) to (gggg,00FF) of odd groups (PS3.5 7.8.1).
	 * </ul>
	 *
	 * @return empty for any other private element and for unknown ones
	 */
	public static Optional<Entry> find(final int tag) {
		final var table = Table.INSTANCE;
		final int row = table.row(tag);
		if (row >= 0) return Optional.of(table.entry(row, tag));
		if (isGroupLength(tag)) return Optional.of(new Entry(tag, VR.UL, "1", "GroupLength", "Group Length", true));
		if (PrivateTags.isCreator(tag))
			return Optional.of(new Entry(tag, VR.LO, "1", "PrivateCreator", "Private Creator", false));
		return Optional.empty();
	}

	/**
	 * The VR of {@link #find(int)}, UN when there is no entry. Fast and without allocation: the parser of implicit VR
	 * asks for every element.
	 */
	public static VR vr(final int tag) {
		final var table = Table.INSTANCE;
		final int row = table.row(tag);
		if (row >= 0) return table.vrs[row];
		return isGroupLength(tag) ? VR.UL : PrivateTags.isCreator(tag) ? VR.LO : VR.UN;
	}

	/**
	 * Whether the standard gives "US or SS" (or "US or SS or OW") as the VR, so that in implicit VR Pixel
	 * Representation (0028,0103) decides between US and SS.
	 */
	public static boolean isUsOrSs(final int tag) {
		final var table = Table.INSTANCE;
		final int row = table.row(tag);
		return row >= 0 && table.column(row, VR_COLUMN).startsWith("US or SS");
	}

	/**
	 * The tag of a keyword.
	 *
	 * @throws IllegalArgumentException if the standard has no such keyword
	 * @see #findTag(String)
	 */
	public static int tag(final String keyword) {
		return findTag(keyword).orElseThrow(
			() -> new InputException("\"" + keyword + "\" is no keyword of the DICOM data dictionary (PS3.6)."));
	}

	/**
	 * The tag of a keyword, spelled as in the standard. For a repeating group the lowest tag: 0x60003000 for
	 * OverlayData.
	 *
	 * @return empty if the standard has no such keyword, thus also for GroupLength and PrivateCreator
	 */
	public static OptionalInt findTag(final String keyword) {
		final Integer tag = Keywords.TAGS.get(keyword);
		return tag == null ? OptionalInt.empty() : OptionalInt.of(tag);
	}

	private static boolean isGroupLength(final int tag) {
		return (tag & 0xFFFF) == 0;
	}

	/** The tags by keyword, read when the first keyword is asked for. */
	private static final class Keywords {

		static final Map<String, Integer> TAGS = read();

		private static Map<String, Integer> read() {
			final var table = Table.INSTANCE;
			final Map<String, Integer> tags = new HashMap<>(2 * table.vrs.length);
			for (int row = 0; row < table.vrs.length; row++) {
				final String keyword = table.column(row, KEYWORD);
				if (!keyword.isEmpty()) tags.put(keyword, table.lowestTag(row));
			}
			return tags;
		}
	}

	/**
	 * The rows of {@code dictionary.txt}: first those with one tag each, in unsigned order of the tags, then the
	 * patterns of the repeating groups. Only tag and VR are parsed when reading, the other columns stay text:
	 *
	 * <pre>
	 * 00280106 US or SS 1 SmallestImagePixelValue Smallest Image Pixel Value      (a tab between columns)
	 * 60xx0012 US 1 OverlayPlanes Overlay Planes R
	 * </pre>
	 */
	private static final class Table {

		static final Table INSTANCE = read();

		/** ASCII, each row ended by a line feed. */
		private final byte[] text;

		/** Where in the text each row starts. */
		private final int[] starts;

		/**
		 * The tags with the sign bit flipped, so that signed order is order of tags; as many as there are single tags.
		 */
		private final int[] keys;

		/** Per pattern: the tag with 0 for each x, and the mask with 0 for each x and F for each digit. */
		private final int[] patterns, masks;

		private final VR[] vrs;

		private Table(final byte[] text) {
			this.text = text;
			starts = rowStarts(text);
			int singles = starts.length;
			while (mask(starts[singles - 1]) != -1)
				singles--;
			keys = new int[singles];
			for (int row = 0; row < singles; row++)
				keys[row] = tag(starts[row]) ^ Integer.MIN_VALUE;
			patterns = new int[starts.length - singles];
			masks = new int[patterns.length];
			for (int i = 0; i < patterns.length; i++) {
				patterns[i] = tag(starts[singles + i]);
				masks[i] = mask(starts[singles + i]);
			}
			vrs = new VR[starts.length];
			for (int row = 0; row < vrs.length; row++)
				vrs[row] = vr(starts[row] + TAG_LENGTH + 1);
		}

		static Table read() {
			try (final var in = Dictionary.class.getResourceAsStream("dictionary.txt")) {
				return new Table(in.readAllBytes());
			}
			catch (IOException e) {
				throw new UncheckedIOException("Cannot read the DICOM dictionary, dictionary.txt", e);
			}
		}

		private static int[] rowStarts(final byte[] text) {
			int[] starts = new int[8192];
			int count = 0;
			int start = 0;
			for (int i = 0; i < text.length; i++) {
				if (text[i] != '\n') continue;
				if (text[start] != '#') {
					if (count == starts.length) starts = Arrays.copyOf(starts, 2 * count);
					starts[count++] = start;
				}
				start = i + 1;
			}
			return Arrays.copyOf(starts, count);
		}

		/** The tag that starts there, with 0 for each x. */
		private int tag(final int start) {
			int tag = 0;
			for (int i = start; i < start + TAG_LENGTH; i++) {
				final int c = text[i];
				tag = tag << 4 | (c == 'x' ? 0 : c <= '9' ? c - '0' : c - 'A' + 10);
			}
			return tag;
		}

		private int mask(final int start) {
			int mask = 0;
			for (int i = start; i < start + TAG_LENGTH; i++)
				mask = mask << 4 | (text[i] == 'x' ? 0 : 0xF);
			return mask;
		}

		/** The VR of the column that starts there: "DS", "US or SS", "US or OW", "OB or OW", "NONE". */
		private VR vr(final int start) {
			final VR first = VR.of(text[start], text[start + 1]);
			if (text[start + 2] == '\t' || first == VR.US) return first;
			return first == VR.OB ? VR.OW : VR.UN;
		}

		/** The row of a tag, or negative. */
		int row(final int tag) {
			if (PrivateTags.contain(tag)) return -1;
			final int row = Arrays.binarySearch(keys, tag ^ Integer.MIN_VALUE);
			if (row >= 0 || isGroupLength(tag)) return row;
			for (int i = 0; i < patterns.length; i++) {
				if ((tag & masks[i]) == patterns[i]) return keys.length + i;
			}
			return -1;
		}

		/** The lowest tag that leads to a row. With 0 for each x it may lead to another: 0028,04x0 and 0028,0400. */
		int lowestTag(final int row) {
			if (row < keys.length) return keys[row] ^ Integer.MIN_VALUE;
			final int pattern = patterns[row - keys.length];
			final int free = ~masks[row - keys.length];
			int digits = 0;
			while (row(pattern | digits) != row)
				digits = (digits - free) & free; // counts up in the bits of free
			return pattern | digits;
		}

		Entry entry(final int row, final int tag) {
			return new Entry(tag, vrs[row], column(row, VM), column(row, KEYWORD), column(row, NAME),
				column(row, RETIRED).equals("R"));
		}

		/** A column of a row; empty ones at the end of the row are left out in the text. */
		String column(final int row, final int column) {
			int start = starts[row];
			for (int i = 0; i < column; i++) {
				start = columnEnd(start);
				if (text[start] != '\t') return "";
				start++;
			}
			return new String(text, start, columnEnd(start) - start, StandardCharsets.ISO_8859_1);
		}

		private int columnEnd(final int start) {
			int end = start;
			while (text[end] >= ' ')
				end++;
			return end;
		}
	}
}
