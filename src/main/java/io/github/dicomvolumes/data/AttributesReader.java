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

import java.io.DataInput;
import java.io.IOException;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Reads the data sets that an {@link AttributesWriter} wrote, in the same order; they share values as those did. */
public final class AttributesReader {

	private final DataInput in;
	private final List<Attributes> known = new ArrayList<>();

	public AttributesReader(final DataInput in) {
		this.in = in;
	}

	/** Reads the next data set. */
	public Attributes read() throws IOException {
		final int kind = in.readByte();
		return switch (kind) {
			case AttributesWriter.KNOWN -> known.get(in.readInt());
			case AttributesWriter.VARIANT -> readOwn(read());
			case AttributesWriter.WHOLE -> readOwn(null);
			default -> throw new IOException("No data set begins with " + kind + "; written by another version?");
		};
	}

	private Attributes readOwn(final Attributes base) throws IOException {
		final ByteOrder order = in.readBoolean() ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
		final String[] terms = new String[in.readInt()];
		for (int i = 0; i < terms.length; i++)
			terms[i] = in.readUTF();
		final int size = in.readInt();
		final AttributesBuilder builder = new AttributesBuilder(order, CharacterSet.of(Arrays.asList(terms)), size);
		for (int i = 0; i < size; i++) {
			builder.tags[i] = in.readInt();
			builder.vrs[i] = in.readByte();
			builder.length += in.readInt();
			builder.ends[i] = builder.length;
		}
		builder.size = size;
		builder.values = new byte[builder.length];
		in.readFully(builder.values);
		readItems(builder.sequences);
		for (int n = in.readInt(); n > 0; n--)
			builder.leftInFile.add(in.readInt(), in.readLong());
		final Attributes read = new Attributes(builder, base, base != null);
		known.add(read);
		return read;
	}

	private void readItems(final Sparse<List<Attributes>> sequences) throws IOException {
		for (int n = in.readInt(); n > 0; n--) {
			final int place = in.readInt();
			final Attributes[] items = new Attributes[in.readInt()];
			for (int i = 0; i < items.length; i++)
				items[i] = read();
			sequences.add(place, List.of(items));
		}
	}
}
