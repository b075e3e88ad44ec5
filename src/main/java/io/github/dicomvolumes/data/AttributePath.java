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

import java.util.ArrayList;
import java.util.List;

/**
 * A way through sequences to an attribute, in the notation of {@code Attributes.optional(String)}.
 *
 * @param steps items to go through
 * @param last the attribute in the last item
 */
record AttributePath(List<Step> steps, int last) {

	/** @param item counted from 1 */
	record Step(int sequence, int item) {}

	/** @throws IllegalArgumentException if the dictionary has no such keyword, or the path has another form */
	static AttributePath of(final String path) {
		final String[] texts = path.split(">", -1);
		final List<Step> steps = new ArrayList<>();
		for (int i = 0; i < texts.length - 1; i++) {
			final int bracket = texts[i].indexOf('[');
			steps.add(new Step(Tag.parse(bracket < 0 ? texts[i] : texts[i].substring(0, bracket)),
				bracket < 0 ? 1 : itemNumber(texts[i].substring(bracket), path)));
		}
		return new AttributePath(List.copyOf(steps), Tag.parse(texts[texts.length - 1]));
	}

	/** The number in brackets. */
	private static int itemNumber(final String text, final String path) {
		if (!text.matches("\\[0*[1-9]\\d{0,8}\\]"))
			throw new InputException("\"" + text + "\" in \"" + path + "\" is no item; the first is [1].");
		return Integer.parseInt(text.substring(1, text.length() - 1));
	}
}
