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

package io.github.dicomvolumes.command.input;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

import io.github.dicomvolumes.data.InputException;

/**
 * Takes the second argument of a macro's {@code run("DICOM Folder...",
 * "folder=[/my data] series=all virtual")} apart. ImageJ and SciJava search each key as text and so find {@code x=}
 * inside another value; this reads the options from left to right.
 */
public final class MacroOptions {

	private final String text;
	private int position;

	private MacroOptions(final String text) {
		this.text = text;
	}

	/**
	 * Gets keys (lower case) and values in their order. A bare key has the value "true". A value may stand in
	 * [brackets], which nest, or in 'single quotes'.
	 *
	 * @param options null means none
	 * @throws IllegalArgumentException if a bracket or quote is not closed or a key comes twice
	 */
	static Map<String, String> parse(final String options) {
		return new MacroOptions(options == null ? "" : options).parse();
	}

	private Map<String, String> parse() {
		final Map<String, String> result = new LinkedHashMap<>();
		for (skipSpaces(); position < text.length(); skipSpaces()) {
			final String key = word("= ").toLowerCase(Locale.ROOT);
			final boolean bare = position == text.length() || text.charAt(position) == ' ';
			if (!bare) position++; // the equals sign
			if (result.put(key, bare ? "true" : value(key)) != null)
				throw new InputException(key + "= is given twice: " + text.strip());
		}
		return result;
	}

	private void skipSpaces() {
		while (position < text.length() && text.charAt(position) == ' ')
			position++;
	}

	private String word(final String ends) {
		final int start = position;
		while (position < text.length() && ends.indexOf(text.charAt(position)) < 0)
			position++;
		return text.substring(start, position);
	}

	private String value(final String key) {
		final char first = position < text.length() ? text.charAt(position) : ' ';
		if (first != '[' && first != '\'') return word(" ");
		final int start = position++;
		for (int depth = 1; position < text.length(); position++) {
			final char c = text.charAt(position);
			if (c == '[' && first == '[') depth++;
			else if (c == (first == '[' ? ']' : '\'')) depth--;
			if (depth == 0) return text.substring(start + 1, position++);
		}
		throw new InputException(key + "=" + text.substring(start).strip() + " is not closed; it begins with " + first);
	}
}
