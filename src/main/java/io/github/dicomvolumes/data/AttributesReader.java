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

import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Reads the data sets that an {@link AttributesWriter} wrote, in the same order; they share values as those did. */
public final class AttributesReader {

	private final PackedInput in;
	private final List<Attributes> known = new ArrayList<>();

	public AttributesReader(final PackedInput in) {
		this.in = in;
	}

	/** Reads the next data set. */
	public Attributes read() {
		final int kind = in.getByte();
		switch (kind) {
			case AttributesWriter.KNOWN :
				return known.get(in.getCount());
			case AttributesWriter.VARIANT :
				return readOwn(read());
			case AttributesWriter.WHOLE :
				final Attributes whole = readOwn(null);
				known.add(whole);
				return whole;
			default :
				throw new IllegalStateException("No data set begins with " + kind + "; written by another version?");
		}
	}

	private Attributes readOwn(final Attributes base) {
		final ByteOrder order = in.getByte() == 0 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
		final String[] terms = new String[in.getCount()];
		for (int i = 0; i < terms.length; i++)
			terms[i] = in.getText();
		final int size = in.getCount();
		final AttributesBuilder builder = new AttributesBuilder(order, CharacterSet.of(Arrays.asList(terms)), size);
		for (int i = 0; i < size; i++) {
			builder.tags[i] = in.getInt();
			builder.vrs[i] = in.getByte();
			builder.length += in.getCount();
			builder.ends[i] = builder.length;
		}
		builder.size = size;
		builder.values = in.getBytes(builder.length);
		readItems(builder.sequences);
		for (int n = in.getCount(); n > 0; n--)
			builder.leftInFile.add(in.getCount(), in.getLong());
		return new Attributes(builder, base, base != null);
	}

	private void readItems(final Sparse<List<Attributes>> sequences) {
		for (int n = in.getCount(); n > 0; n--) {
			final int place = in.getCount();
			final Attributes[] items = new Attributes[in.getCount()];
			for (int i = 0; i < items.length; i++)
				items[i] = read();
			sequences.add(place, List.of(items));
		}
	}
}
