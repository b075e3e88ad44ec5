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

package io.github.dicomvolumes.io.web;

import io.github.dicomvolumes.data.Attributes;
import io.github.dicomvolumes.data.AttributesBuilder;
import io.github.dicomvolumes.data.Element;
import io.github.dicomvolumes.data.Tag;

/** What a server tells of a series together with what it tells of the study. */
final class FoundAttributes {

	private FoundAttributes() {}

	/** The attributes of a series, and those of its study that these have not. */
	static Attributes of(final Attributes series, final Attributes study) {
		final AttributesBuilder both = Attributes.builder(series.order(), series.charset());
		both.putAll(series);
		for (final Element element : study.elements())
			if (!series.contains(element.tag()) && element.tag() != Tag.SPECIFIC_CHARACTER_SET)
				put(both, element, study);
		return both.build();
	}

	private static void put(final AttributesBuilder both, final Element element, final Attributes study) {
		if (!element.vr().usesCharacterSet() || both.charset().equals(study.charset())) {
			both.putAll(Attributes.builder(study.order(), study.charset())
				.put(element.tag(), element.vr(), element.bytes())
				.build());
			return;
		}
		try {
			both.put(element.tag(), element.vr(), both.charset().encode(element.text(), element.vr()));
		}
		catch (final IllegalArgumentException exc) {
			return; // the series has no letters for it
		}
	}
}
