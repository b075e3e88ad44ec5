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

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import io.github.dicomvolumes.data.Attributes;
import io.github.dicomvolumes.data.Tag;

/**
 * A table from stored to real values, in place of slope and intercept: a Modality LUT (PS3.3 C.11.1), or the table of a
 * Real World Value Mapping (PS3.3 C.7.6.16.2.11). Values before the first entry have the value of the first, those
 * beyond the last that of the last.
 */
public final class ModalityLut implements ValueTable {

	private static final int MAX_ENTRIES = 1 << 16;

	private final int first;
	private final double[] table;

	/** @param table at least one entry */
	ModalityLut(final int first, final double[] table) {
		this.first = first;
		this.table = table;
	}

	/**
	 * The Modality LUT of a data set, if it has one that can be used.
	 *
	 * @param signed whether stored values are: so is then the first value of the descriptor
	 * @param notes takes a sentence if there is one that cannot be used
	 */
	static Optional<ModalityLut> of(final Attributes attributes, final boolean signed, final Consumer<String> notes) {
		final Attributes item = item(attributes).orElse(null);
		if (item == null) return Optional.empty();
		final int[] descriptor = item.optional(Tag.LUT_DESCRIPTOR).map(e -> e.words(false)).orElse(new int[0]);
		final int entries = descriptor.length == 3 ? descriptor[0] == 0 ? MAX_ENTRIES : descriptor[0] : 0;
		final int[] data = entries == 0 ? new int[0]
			: item.optional(Tag.LUT_DATA).map(e -> TableData.of(e, entries, descriptor[2])).orElse(new int[0]);
		if (entries == 0 || data.length < entries) {
			notes.accept(Tag.describe(Tag.MODALITY_LUT_SEQUENCE) + " has " + data.length + " entries for " +
				Tag.describe(Tag.LUT_DESCRIPTOR) + " " + Arrays.toString(descriptor) +
				"; it must be entries\\first value\\8 or 16 bits and" + " as many entries, it is ignored.");
			return Optional.empty();
		}
		final double[] table = new double[entries];
		Arrays.setAll(table, i -> data[i]);
		return Optional.of(new ModalityLut(signed ? (short) descriptor[1] : descriptor[1], table));
	}

	/** The item with the table, if the data set has one. */
	static Optional<Attributes> item(final Attributes attributes) {
		final List<Attributes> items = attributes.items(Tag.MODALITY_LUT_SEQUENCE);
		return items.isEmpty() ? Optional.empty() : Optional.of(items.get(0));
	}

	@Override
	public double real(final double stored) {
		return table[(int) Math.max(0, Math.min(table.length - 1, stored - first))];
	}

	/** The least of such values. Looks at the whole table. */
	@Override
	public double stored(final double real) {
		int nearest = 0;
		for (int i = 1; i < table.length; i++)
			if (Math.abs(table[i] - real) < Math.abs(table[nearest] - real)) nearest = i;
		return first + nearest;
	}

	@Override
	public boolean equals(final Object other) {
		return other instanceof ModalityLut lut && first == lut.first && Arrays.equals(table, lut.table);
	}

	@Override
	public int hashCode() {
		return 31 * first + Arrays.hashCode(table);
	}
}
