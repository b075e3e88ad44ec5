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
package io.github.dicomvolumes.export.deidentify;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Words that must not be found in a file: finds and removes them, whatever their case, accents and width. Long ones are
 * also found within other words, short ones only as words, as "Li" is in "Liver", except in scripts that do not divide
 * words. Immutable.
 */
final class Identifiers {

	/** From here on a word is looked for within others, and in bytes. */
	static final int LONG = 5;

	/** Digits of a number that is also found with something between them. */
	private static final int LONG_NUMBER = 6;
	private static final Pattern UNDIVIDED = Pattern
		.compile("[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}\\p{IsHangul}\\p{IsThai}\\p{IsLao}\\p{IsKhmer}]");

	/** Null if there is nothing to look for. */
	private final Pattern pattern;
	/** In lower case. */
	private final List<String> longWords;

	private Identifiers(final Pattern pattern, final List<String> longWords) {
		this.pattern = pattern;
		this.longWords = longWords;
	}

	static Identifiers of(final Collection<String> words) {
		final String alternatives = words.stream()
			.map(FoldedText::of)
			.filter(word -> !word.isBlank())
			.distinct()
			.sorted(Comparator.comparingInt(String::length).reversed().thenComparing(Comparator.naturalOrder()))
			.map(Identifiers::alternative)
			.collect(Collectors.joining("|"));
		final List<String> longWords = words.stream()
			.filter(word -> word.length() >= LONG)
			.map(word -> word.toLowerCase(Locale.ROOT))
			.distinct()
			.sorted()
			.toList();
		return new Identifiers(alternatives.isEmpty() ? null : Pattern.compile(alternatives), longWords);
	}

	/** Long ones also within other words, and all in scripts that do not divide words. */
	private static String alternative(final String word) {
		if (word.matches("\\d{" + LONG_NUMBER + ",}")) return word.replaceAll("(?<=.)(?=.)", "[ ./-]?");
		final String quoted = Pattern.quote(word);
		return word.length() >= LONG || UNDIVIDED.matcher(word).find() ? quoted
			: "(?<![\\p{L}\\p{N}])" + quoted + "(?![\\p{L}\\p{N}])";
	}

	/** A text without the words. What is left of it can make one again, so this looks until there is none. */
	String removedFrom(final String text) {
		if (pattern == null) return text;
		String left = text;
		for (String next = removedOnce(left); !next.equals(left); next = removedOnce(left))
			left = next;
		return left;
	}

	private String removedOnce(final String text) {
		return removedOnce(removedOnce(text, true), false);
	}

	private String removedOnce(final String text, final boolean dropsUnseen) {
		final var folded = new FoldedText(text, dropsUnseen);
		final Matcher matcher = pattern.matcher(folded.text());
		final var left = new StringBuilder();
		int from = 0;
		while (matcher.find()) {
			left.append(text, from, Math.max(from, folded.start(matcher.start())));
			from = Math.max(from, folded.end(matcher.end()));
		}
		return from == 0 ? text : left.append(text, from, text.length()).toString();
	}

	/** Whether a long word is in bytes: one byte a character or two, in either byte order, in pairs or as a whole. */
	boolean isIn(final byte[] bytes) {
		if (longWords.isEmpty() || bytes.length < LONG) return false;
		final String text = new String(bytes, StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
		final char[] swapped = text.toCharArray();
		for (int i = 0; i + 1 < swapped.length; i += 2) {
			swapped[i] = text.charAt(i + 1);
			swapped[i + 1] = text.charAt(i);
		}
		final String reversed = new StringBuilder(text).reverse().toString();
		return isInAny(text, new String(swapped), reversed);
	}

	/** Whether a text is just one of the long words. */
	boolean isOne(final String text) {
		return longWords.contains(text.toLowerCase(Locale.ROOT));
	}

	private boolean isInAny(final String... texts) {
		for (final String text : texts) {
			final String narrow = text.replace("\0", "");
			for (final String word : longWords)
				if (text.contains(word) || narrow.contains(word)) return true;
		}
		return false;
	}
}
