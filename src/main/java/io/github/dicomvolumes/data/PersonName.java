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

import java.util.List;

/**
 * The name of a person (PS3.5 6.2.1): up to three writings of the same name,
 * each of up to five components, as in
 * {@code Yamada^Tarou=山田^太郎=やまだ^たろう}. What is absent is empty.
 *
 * @param alphabetic in letters
 * @param ideographic in Chinese characters or Hangul
 * @param phonetic in letters that say the sound, such as Hiragana
 */
public record PersonName(Group alphabetic, Group ideographic, Group phonetic) {

	/** One writing of a name. */
	public record Group(String family, String given, String middle, String prefix,
		String suffix)
	{

		static Group of(final String text) {
			final List<String> parts = split(text, '^');
			return new Group(parts.get(0), parts.get(1), parts.get(2), parts.get(3), parts.get(4));
		}

		public boolean isEmpty() {
			return text().isEmpty();
		}

		/** As in files, {@code Adams^John Robert^^Rev.}, without carets at the end. */
		public String text() {
			return join("^", family, given, middle, prefix, suffix);
		}

		/** As people write it: prefix, given, middle and family name, suffix. */
		@Override
		public String toString() {
			return String.join(" ", List.of(prefix, given, middle, family, suffix).stream().filter(
				part -> !part.isEmpty()).toList());
		}
	}

	/** The name in a text without backslashes. */
	public static PersonName of(final String text) {
		final List<String> groups = split(text, '=');
		return new PersonName(Group.of(groups.get(0)), Group.of(groups.get(1)), Group.of(groups
			.get(2)));
	}

	/** As in files, without what is empty at the end. */
	public String text() {
		return join("=", alphabetic.text(), ideographic.text(), phonetic.text());
	}

	/** The first writing that is not empty, as people write it. */
	@Override
	public String toString() {
		return (!alphabetic.isEmpty() ? alphabetic : !ideographic.isEmpty() ? ideographic
			: phonetic).toString();
	}

	/** Five parts at least, stripped; what is behind the fifth separator stays in the fifth. */
	private static List<String> split(final String text, final char separator) {
		final String[] parts = (text + String.valueOf(separator).repeat(4)).split("\\" +
			separator, -1);
		final String last = parts.length == 5 ? parts[4] : stripEnd(String.join(String.valueOf(
			separator), List.of(parts).subList(4, parts.length)), separator);
		return List.of(parts[0].strip(), parts[1].strip(), parts[2].strip(), parts[3].strip(), last
			.strip());
	}

	private static String stripEnd(final String text, final char separator) {
		int end = text.length();
		while (end > 0 && text.charAt(end - 1) == separator) end--;
		return text.substring(0, end);
	}

	private static String join(final String separator, final String... parts) {
		return stripEnd(String.join(separator, parts), separator.charAt(0));
	}
}
