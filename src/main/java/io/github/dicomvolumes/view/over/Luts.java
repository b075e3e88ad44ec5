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

package io.github.dicomvolumes.view.over;

import java.awt.image.IndexColorModel;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

import io.github.dicomvolumes.data.InputException;

import ij.plugin.LutLoader;

/** ImageJ's lookup tables by their names, also the other way round: "Fire", "Inverted Grays". */
public final class Luts {

	/** Before a name: the same table from its last colour to its first. */
	private static final String INVERTED = "inverted ";

	/** What is offered for an image over another one; those that are files are not everywhere. */
	private static final List<String> USUAL = List.of("Fire", "Inverted Grays", "Grays", "Ice", "Spectrum", "Red Hot",
		"Red", "Green", "Blue", "Cyan", "Magenta", "Yellow");

	private Luts() {}

	/**
	 * A table of 256 colours.
	 *
	 * @throws IllegalArgumentException if there is none of this name
	 */
	public static IndexColorModel named(final String name) {
		final boolean isInverted = name.toLowerCase(Locale.ROOT).startsWith(INVERTED);
		final IndexColorModel table = LutLoader.getLut(isInverted ? name.substring(INVERTED.length()) : name);
		if (table == null) throw new InputException(
			"There is no lookup table \"" + name + "\"; use a name from Image > Lookup Tables");
		return isInverted ? inverted(table) : table;
	}

	/** The usual tables that there are, by their names. */
	public static Map<String, IndexColorModel> usual() {
		final Map<String, IndexColorModel> tables = new LinkedHashMap<>();
		for (final String name : USUAL)
			try {
				tables.put(name, named(name));
			}
			catch (final InputException exc) {
				// a file that is not there
			}
		return Collections.unmodifiableMap(tables);
	}

	private static IndexColorModel inverted(final IndexColorModel table) {
		final int last = table.getMapSize() - 1;
		final List<byte[]> colours = new ArrayList<>();
		for (int i = 0; i < 3; i++)
			colours.add(new byte[last + 1]);
		for (int i = 0; i <= last; i++) {
			colours.get(0)[i] = (byte) table.getRed(last - i);
			colours.get(1)[i] = (byte) table.getGreen(last - i);
			colours.get(2)[i] = (byte) table.getBlue(last - i);
		}
		return new IndexColorModel(8, last + 1, colours.get(0), colours.get(1), colours.get(2));
	}

	static boolean isGrey(final IndexColorModel table) {
		return IntStream.range(0, table.getMapSize())
			.allMatch(i -> table.getRed(i) == table.getGreen(i) && table.getRed(i) == table.getBlue(i));
	}
}
