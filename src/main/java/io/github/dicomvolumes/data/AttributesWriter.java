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
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes data sets for an {@link AttributesReader}, shared values once: what a data set has in common with another that
 * was written before ({@link CommonAttributes}) costs nothing. The bytes are for programs of the same version only.
 *
 * <pre>
 * 0, index                             a data set that was written before
 * 1, base, order, terms, elements      one that shares the values of another, which is written or named first
 * 2, order, terms, elements            one of its own
 * elements: count, then tag, VR and length of each, all values, sequences, lengths of values that stay in the file
 * </pre>
 */
public final class AttributesWriter {

	static final int KNOWN = 0, VARIANT = 1, WHOLE = 2;

	private final PackedOutput out;
	/** Those that others may share values of. */
	private final Map<Attributes, Integer> written = new IdentityHashMap<>();

	public AttributesWriter(final PackedOutput out) {
		this.out = out;
	}

	/** Writes a data set, with all items of its sequences. */
	public void write(final Attributes attributes) {
		if (attributes.isVariant) {
			out.putByte(VARIANT);
			write(attributes.below);
			writeOwn(attributes);
			return;
		}
		final Integer index = written.get(attributes);
		if (index != null) {
			out.putByte(KNOWN);
			out.putCount(index);
			return;
		}
		out.putByte(WHOLE);
		writeOwn(attributes.below == null ? attributes : flat(attributes));
		written.put(attributes, written.size());
	}

	/** The same attributes, none of which are those of another data set. */
	private static Attributes flat(final Attributes layered) {
		return Attributes.builder(layered.order, layered.charset()).putAll(layered).build();
	}

	private void writeOwn(final Attributes own) {
		out.putByte(own.order == ByteOrder.BIG_ENDIAN ? 1 : 0);
		final List<String> terms = own.charset().terms();
		out.putCount(terms.size());
		for (final String term : terms)
			out.putText(term);
		out.putCount(own.tags.length);
		for (int i = 0; i < own.tags.length; i++) {
			out.putInt(own.tags[i]);
			out.putByte(own.vrs[i]);
			out.putCount(own.ends[i] - own.start(i));
		}
		out.putBytes(own.values);
		writeItems(own.sequences);
		out.putCount(own.leftInFile.size());
		for (int n = 0; n < own.leftInFile.size(); n++) {
			out.putCount(own.leftInFile.place(n));
			out.putLong(own.leftInFile.value(n));
		}
	}

	private void writeItems(final Sparse<List<Attributes>> sequences) {
		out.putCount(sequences.size());
		for (int n = 0; n < sequences.size(); n++) {
			out.putCount(sequences.place(n));
			out.putCount(sequences.value(n).size());
			for (final Attributes item : sequences.value(n))
				write(item);
		}
	}
}
