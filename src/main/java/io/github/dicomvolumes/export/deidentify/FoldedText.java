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

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntPredicate;

/**
 * A text without what makes the same name look different: case, accents, width, ligatures, and characters that nobody
 * sees. Knows where each of its characters comes from.
 */
final class FoldedText {

	/** Letters that Unicode does not take apart. */
	private static final Map<Character, String> PLAIN = Map.ofEntries(Map.entry('\u00df', "ss"),
		Map.entry('\u00e6', "ae"), Map.entry('\u0153', "oe"), Map.entry('\u00f8', "o"), Map.entry('\u0142', "l"),
		Map.entry('\u0111', "d"), Map.entry('\u00f0', "d"), Map.entry('\u00fe', "th"), Map.entry('\u0131', "i"));

	private final String original;
	private final StringBuilder folded = new StringBuilder();
	/** For each character where in the original the one begins that it comes from. */
	private int[] starts;

	/** @param dropsUnseen whether characters that nobody sees are dropped, or else spaces */
	FoldedText(final String original, final boolean dropsUnseen) {
		this.original = original;
		starts = new int[original.length() + 1];
		for (int i = 0, next; i < original.length(); i = next) {
			final int c = original.codePointAt(i);
			next = i + Character.charCount(c);
			if (!isUnseen(c)) append(folded(c), i);
			else if (!dropsUnseen) append(" ", i);
		}
	}

	private void append(final String text, final int from) {
		if (folded.length() + text.length() > starts.length)
			starts = Arrays.copyOf(starts, 2 * starts.length + text.length());
		Arrays.fill(starts, folded.length(), folded.length() + text.length(), from);
		folded.append(text);
	}

	static String of(final String text) {
		return new FoldedText(text, true).text();
	}

	private static String folded(final int c) {
		if (c < 0x80) return Character.toString(Character.toLowerCase(c));
		final String lower = Normalizer.normalize(Character.toString(c), Normalizer.Form.NFKD).toLowerCase(Locale.ROOT);
		final var plain = new StringBuilder();
		lower.codePoints().filter(((IntPredicate) FoldedText::isMark).negate()).forEach(plain::appendCodePoint);
		return plain.length() == 1 ? PLAIN.getOrDefault(plain.charAt(0), plain.toString()) : plain.toString();
	}

	private static boolean isMark(final int c) {
		final int type = Character.getType(c);
		return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK ||
			type == Character.ENCLOSING_MARK || c == 0xFF9E || c == 0xFF9F;
	}

	private static boolean isUnseen(final int c) {
		return Character.getType(c) == Character.FORMAT || Character.isISOControl(c) && !Character.isWhitespace(c);
	}

	String text() {
		return folded.toString();
	}

	/** Where a part begins in the original. */
	int start(final int from) {
		return starts[from];
	}

	/** Where a part ends in the original, with the marks behind it. */
	int end(final int to) {
		int end = to < folded.length() && starts[to] > starts[to - 1] ? starts[to] : original.length();
		if (to < folded.length() && starts[to] == starts[to - 1]) end = afterCharacter(starts[to]);
		return end;
	}

	private int afterCharacter(final int at) {
		return original.offsetByCodePoints(at, 1);
	}
}
