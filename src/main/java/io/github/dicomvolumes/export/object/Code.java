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

package io.github.dicomvolumes.export.object;

import java.nio.ByteOrder;
import java.util.List;
import java.util.Optional;

import io.github.dicomvolumes.data.Attributes;
import io.github.dicomvolumes.data.AttributesBuilder;
import io.github.dicomvolumes.data.CharacterSet;
import io.github.dicomvolumes.data.Dictionary;

/**
 * A concept of a coding scheme (PS3.3 8): (T-D0050, SRT, "Tissue").
 *
 * @param meaning for people, in English
 */
public record Code(String value, String scheme, String meaning) {

	private static final int VALUE = Dictionary.tag("CodeValue"), SCHEME = Dictionary.tag("CodingSchemeDesignator"),
		MEANING = Dictionary.tag("CodeMeaning");

	/** What an item of a code sequence says; empty if it has no short value. */
	public static Optional<Code> of(final Attributes item) {
		if (!item.contains(VALUE)) return Optional.empty();
		return Optional.of(new Code(item.orElse(VALUE, ""), item.orElse(SCHEME, ""), item.orElse(MEANING, "")));
	}

	/** The item of a code sequence, all in ASCII. */
	public Attributes item() {
		return item(CharacterSet.DEFAULT);
	}

	/** The same in the character set of the object that it is for. */
	public Attributes item(final CharacterSet charset) {
		return Attributes.builder(ByteOrder.LITTLE_ENDIAN, charset)
			.put(VALUE, value)
			.put(SCHEME, scheme)
			.put(MEANING, meaning)
			.build();
	}

	/** Puts a sequence of this code alone. */
	public void putInto(final AttributesBuilder object, final String keyword) {
		object.put(Dictionary.tag(keyword), List.of(item()));
	}
}
