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

import java.util.regex.Pattern;

/**
 * Text of files where people see it, or give it to other programs. A file can say what it likes: break lines, move the
 * cursor, turn the direction of writing, or look like a formula. docs/reliability.md has the policy.
 */
public final class ShownText {

	/** What stands for a character that cannot be shown. */
	private static final char MARK = '\uFFFD';

	private static final String NUMBER = " *+[-+]?+[0-9]*+(?:\\.[0-9]*+)?+(?:[eE][-+]?[0-9]++)?+ *+";

	/** A number, or several: a sign elsewhere than before one or its exponent would be calculated with. */
	private static final Pattern NUMBERS = Pattern.compile(NUMBER + "(?:\\\\" + NUMBER + ")*+");

	private ShownText() {}

	/**
	 * The text in one line: a space for each line break, tab or the like, a mark for other control characters and for
	 * those that turn the direction of writing.
	 */
	public static String line(final String text) {
		return cleaned(text.replace("\r\n", "\n"), "");
	}

	/** The same with the line breaks and tabs of our own messages. */
	public static String lines(final String text) {
		return cleaned(text, "\n\t");
	}

	private static String cleaned(final String text, final String kept) {
		final StringBuilder line = new StringBuilder(text);
		for (int i = 0; i < line.length(); i++) {
			final char c = line.charAt(i);
			if (kept.indexOf(c) >= 0) continue;
			if (c >= '\t' && c <= '\r' || c == '\u2028' || c == '\u2029') line.setCharAt(i, ' ');
			else if (Character.isISOControl(c) || turnsDirection(c)) line.setCharAt(i, MARK);
		}
		return line.toString();
	}

	/** Embeddings, overrides and isolates; marks of one character, which such scripts need, stay. */
	private static boolean turnsDirection(final char c) {
		return c >= '\u202A' && c <= '\u202E' || c >= '\u2066' && c <= '\u2069';
	}

	/**
	 * A cell of a file for spreadsheets: an apostrophe before what one would take for a formula, which begins with = +
	 * - @, a tab or a line break and is no number; anything else as it is.
	 */
	public static String cell(final String value) {
		final boolean isSuspect = !value.isEmpty() && "=+-@\t\r\n".indexOf(value.charAt(0)) >= 0;
		return isSuspect && !NUMBERS.matcher(value).matches() ? "'" + value : value;
	}
}
