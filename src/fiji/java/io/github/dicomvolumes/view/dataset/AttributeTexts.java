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

package io.github.dicomvolumes.view.dataset;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.github.dicomvolumes.data.Attributes;
import io.github.dicomvolumes.data.Dictionary;
import io.github.dicomvolumes.data.Element;
import io.github.dicomvolumes.data.Disclosure;
import io.github.dicomvolumes.data.Tag;

/**
 * Attributes as text by their keyword, or by their tag if they are private, those in sequences too: in the notation of
 * {@link Attributes#optional(String)}, {@code ReferencedImageSequence[1]>ReferencedSOPInstanceUID}.
 */
final class AttributeTexts {

	private AttributeTexts() {}

	/** Hidden patient data keep their key, without the value. */
	static Map<String, String> of(final Attributes attributes, final Disclosure disclosure) {
		final Map<String, String> texts = new LinkedHashMap<>();
		add("", attributes, disclosure, texts);
		return texts;
	}

	private static void add(final String prefix, final Attributes attributes, final Disclosure disclosure,
		final Map<String, String> texts)
	{
		for (final Element element : attributes.elements()) {
			final int tag = element.tag();
			final String keyword = attributes.entry(tag).map(Dictionary.Entry::keyword).orElse("");
			final String path = prefix + (keyword.isEmpty() ? Tag.format(tag) : keyword);
			if (element.itemCount() == 0) texts.put(path, disclosure.value(tag, text(element)));
			final List<Attributes> items = attributes.items(tag);
			for (int item = 0; item < items.size(); item++)
				add(path + "[" + (item + 1) + "]>", items.get(item), disclosure.within(tag), texts);
		}
	}

	/** All of a text or of numbers; of bytes the first, with their count. */
	private static String text(final Element element) {
		final String text = element.text();
		return text.isEmpty() ? element.display() : text;
	}
}
