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
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.github.dicomvolumes.data.VR;

/** Removes names, numbers, UIDs and, unless dates stay, dates from text that remains. */
final class TextCleaner {

	/** In place of a value of which nothing is left, where nothing would break the rules. */
	static final String REMOVED = "REMOVED";

	private static final String YEAR = "(?:19|20)\\d{2}", MONTH = "(?:0?[1-9]|1[0-2])",
		DAY = "(?:0?[1-9]|[12]\\d|3[01])";
	private static final String NAMED_MONTH = "(?:jan|feb|m[aä]r|apr|ma[iy]|jun|jul|aug|sep|o[ck]t|nov|de[cz])\\p{L}*";
	private static final Pattern DATE = Pattern.compile("(?<!\\d)(?:" + //
		YEAR + "(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\\d|3[01])(?:\\d{2}){0,3}" + // 20240131, 20240131120000
		"|" + YEAR + "([-./ \\u2010-\\u2015\\u2212])" + MONTH + "\\1" + DAY + //
		"|(?:" + YEAR + "|(?:明治|大正|昭和|平成|令和) ?(?:\\d{1,2}|元)) ?[年년] ?" + MONTH + " ?[月월] ?" + DAY + " ?[日일]?" + //
		"|" + DAY + "([-./ ])" + MONTH + "\\2(?:" + YEAR + "|\\d{2})" + //
		"|" + MONTH + "([-./ ])" + DAY + "\\3" + YEAR + //
		"|" + DAY + "[-./ ]{0,2}" + NAMED_MONTH + "[-./ ,]{0,2}(?:" + YEAR + "|\\d{2})" + //
		"|" + NAMED_MONTH + "[-./ ]{0,2}" + DAY + "[-./ ,]{1,2}" + YEAR + //
		")(?!\\d)", Pattern.CASE_INSENSITIVE);
	private static final Pattern UID = Pattern.compile("(?<![\\w.])[012](?:\\.\\d+){4,}");

	private final Identifiers identifiers;
	private final boolean removesDates;

	TextCleaner(final Identifiers identifiers, final boolean removesDates) {
		this.identifiers = identifiers;
		this.removesDates = removesDates;
	}

	/** Whether there is nothing to be removed from the bytes of something that is no text. */
	boolean isClean(final byte[] bytes) {
		return !identifiers.isIn(bytes);
	}

	/** Whether a number is one of those that must not be found. */
	boolean isIdentifier(final String number) {
		return identifiers.isOne(number);
	}

	/** Also of those in wide digits. */
	private static String withoutDates(final String text) {
		final Matcher dates = DATE.matcher(Normalizer.normalize(text, Normalizer.Form.NFKC));
		return dates.find() ? dates.replaceAll("") : text;
	}

	/** One value without what may identify somebody; the same if there is nothing. */
	String clean(final String text, final VR vr) {
		if (vr == VR.CS && DefinedTerms.contains(text)) return text;
		String left = text;
		if (vr.usesCharacterSet()) {
			left = UID.matcher(left).replaceAll("");
			if (removesDates) left = withoutDates(left);
		}
		left = identifiers.removedFrom(left);
		if (left.equals(text)) return text;
		final String tidy = left.replaceAll(" {2,}", " ").strip();
		return tidy.chars().anyMatch(Character::isLetterOrDigit) ? tidy : REMOVED;
	}
}
