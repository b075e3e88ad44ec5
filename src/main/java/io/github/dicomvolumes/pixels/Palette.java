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

import io.github.dicomvolumes.data.Attributes;
import io.github.dicomvolumes.data.DicomException;
import io.github.dicomvolumes.data.Element;
import io.github.dicomvolumes.data.Tag;

import java.util.Arrays;
import java.util.stream.Stream;

/**
 * The colours of stored values of PALETTE COLOR images (PS3.3 C.7.6.3.1.5, C.7.9.2). Values before the first mapped one
 * have the first colour, values beyond the last the last. Tables of 16 bits are shown with their high 8 bits.
 */
public final class Palette {

	private static final int OPAQUE = 0xFF000000;
	private static final int COLOURS = 3;

	private final int first;
	private final int[] argb;

	/**
	 * @param first stored value that the first colour belongs to
	 * @param argb 0xFFrrggbb, at least one
	 */
	private Palette(final int first, final int[] argb) {
		this.first = first;
		this.argb = argb;
	}

	/**
	 * The palette that a data set states.
	 *
	 * @param signed whether stored values are: so is then the first mapped value
	 * @throws DicomException if a table is missing or does not have the entries that its descriptor says
	 */
	static Palette of(final Attributes attributes, final boolean signed) throws DicomException {
		final int[] descriptor = descriptor(attributes, 0, signed);
		final int[][] tables = new int[COLOURS][];
		for (int colour = 0; colour < COLOURS; colour++) {
			final int[] own = descriptor(attributes, colour, signed);
			if (own[0] != descriptor[0] || own[1] != descriptor[1])
				throw new DicomException(Tag.describe(Tag.RED_PALETTE_COLOR_LOOKUP_TABLE_DESCRIPTOR + colour) + " is " +
					own[0] + "\\" + own[1] + "; it must have as many entries and the same first value as red, " +
					descriptor[0] + "\\" + descriptor[1] + " (PS3.3 C.7.6.3.1.5).");
			tables[colour] = entries(attributes, colour, own);
		}
		// some tables say 16 bits, but use 8 of them
		final int shift = Stream.of(tables).flatMapToInt(Arrays::stream).max().orElse(0) <= 0xFF ? 0 : 8;
		final int[] argb = new int[descriptor[0]];
		for (int i = 0; i < argb.length; i++)
			argb[i] = OPAQUE | tables[0][i] >> shift << 16 | tables[1][i] >> shift << 8 | tables[2][i] >> shift;
		return new Palette(descriptor[1], argb);
	}

	/** The colour of a stored value, 0xFFrrggbb. */
	public int argb(final int stored) {
		return argb[Math.max(0, Math.min(argb.length - 1, stored - first))];
	}

	/** Number of entries, first stored value, bits of an entry. */
	private static int[] descriptor(final Attributes attributes, final int colour, final boolean signed)
		throws DicomException
	{
		final int tag = Tag.RED_PALETTE_COLOR_LOOKUP_TABLE_DESCRIPTOR + colour;
		final int[] words = attributes.require(tag).words(false);
		if (words.length != 3 || words[2] != 8 && words[2] != 16) throw new DicomException(Tag.describe(tag) + " is " +
			attributes.require(tag).text() + "; it must be entries\\first value\\8 or 16 bits (PS3.3 C.7.6.3.1.5).");
		if (words[0] == 0) words[0] = 1 << 16;
		if (signed) words[1] = (short) words[1];
		return words;
	}

	private static int[] entries(final Attributes attributes, final int colour, final int[] descriptor)
		throws DicomException
	{
		final int tag = Tag.RED_PALETTE_COLOR_LOOKUP_TABLE_DATA + colour;
		final int segmented = Tag.SEGMENTED_RED_PALETTE_COLOR_LOOKUP_TABLE_DATA + colour;
		final boolean plain = attributes.contains(tag);
		final Element data = attributes.require(plain || !attributes.contains(segmented) ? tag : segmented);
		final int[] values = TableData.of(data, plain ? descriptor[0] : 0, descriptor[2]);
		final int[] entries = plain ? values : PaletteSegments.expand(values, descriptor[0], descriptor[2]);
		if (entries.length < descriptor[0]) throw new DicomException(Tag.describe(data.tag()) + " has " +
			entries.length + " entries, its descriptor says " + descriptor[0] + " (PS3.3 C.7.6.3.1.5).");
		return entries;
	}

	@Override
	public boolean equals(final Object other) {
		return other instanceof Palette palette && first == palette.first && Arrays.equals(argb, palette.argb);
	}

	@Override
	public int hashCode() {
		return 31 * first + Arrays.hashCode(argb);
	}
}
