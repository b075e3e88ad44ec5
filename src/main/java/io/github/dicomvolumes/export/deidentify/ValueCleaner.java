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
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

import io.github.dicomvolumes.data.CharacterSet;
import io.github.dicomvolumes.data.Element;
import io.github.dicomvolumes.data.Tag;
import io.github.dicomvolumes.data.VR;

/**
 * Cleans single values. One in which there is nothing to clean keeps its bytes; what is written anew is ASCII, unless
 * other characters are left of a text.
 */
final class ValueCleaner {

	private static final Pattern NUMBER = Pattern.compile("[+-]?(\\d+([.,]\\d*)?|[.,]\\d+)([eE][+-]?\\d{1,3})?");
	private static final Pattern AGE = Pattern.compile("\\d{3}[DWMY]");
	private static final Pattern CODE = Pattern.compile("[^\\p{Cntrl}]*");

	private final TextCleaner texts;
	private final UnaryOperator<String> uids;
	private final DateShift dates;

	/** @param uids gives the new UID for an old one */
	ValueCleaner(final TextCleaner texts, final UnaryOperator<String> uids, final DateShift dates) {
		this.texts = texts;
		this.uids = uids;
		this.dates = dates;
	}

	/** A value that says nothing. */
	byte[] dummy(final VR vr) {
		return ascii(switch (vr) {
			case DA -> "19000101";
			case TM -> "000000";
			case DT -> "19000101000000";
			case AS -> "000Y";
			case DS, IS -> "0";
			case UR -> "removed:";
			default -> vr.isText() ? TextCleaner.REMOVED : "\0".repeat(vr.wordSize() == 1 ? 2 : vr.wordSize());
		});
	}

	/** The dates and times of an element, moved. */
	byte[] shifted(final Element element) {
		return changed(element, value -> dates.of(element.vr(), value).orElse(""));
	}

	/**
	 * The value of an element that stays.
	 *
	 * @param charset of its text
	 * @return empty if it must not stay
	 */
	Optional<byte[]> clean(final Element element, final CharacterSet charset) {
		if (element.tag() == Tag.SPECIFIC_CHARACTER_SET)
			return charset.unknown().isEmpty() ? Optional.of(element.bytes()) : Optional.empty();
		return switch (element.vr()) {
			case UI -> Optional.of(changed(element, uids));
			case DS, IS -> Optional.of(changed(element, this::number));
			case AS -> Optional.of(changed(element, value -> matching(AGE, value)));
			case CS, AE, UR -> Optional.of(changed(element, value -> texts.clean(matching(CODE, value), element.vr())));
			default -> element.vr().isText() ? text(element, charset) : binary(element);
		};
	}

	/** A number that is also one of the patient's does not stay. */
	private String number(final String value) {
		return NUMBER.matcher(value).matches() && !texts.isIdentifier(value) ? value : "";
	}

	private static String matching(final Pattern pattern, final String value) {
		return pattern.matcher(value).matches() ? value : "";
	}

	private Optional<byte[]> binary(final Element element) {
		final byte[] bytes = element.bytes();
		return texts.isClean(bytes) ? Optional.of(bytes) : Optional.empty();
	}

	private Optional<byte[]> text(final Element element, final CharacterSet charset) {
		final VR vr = element.vr();
		final String whole = element.text();
		final List<String> cleaned = new ArrayList<>();
		for (final String value : vr.isMultiText() ? whole.split("\\\\", -1) : new String[] { whole })
			cleaned.add(texts.clean(value, vr));
		final String text = texts.clean(String.join("\\", cleaned), vr); // a word may go over a backslash
		if (text.equals(whole)) return Optional.of(element.bytes());
		try {
			return Optional.of((vr.usesCharacterSet() ? charset : CharacterSet.DEFAULT).encode(text, vr));
		}
		catch (final IllegalArgumentException exc) { // what is left cannot be written in its character set
			return Optional.of(new byte[0]);
		}
	}

	/** The values of a text in ASCII after a change of each; the same bytes if nothing changes. */
	private static byte[] changed(final Element element, final UnaryOperator<String> change) {
		final String[] old = Arrays.stream(element.text().replace('\0', ' ').split("\\\\", -1))
			.map(String::strip)
			.toArray(String[]::new);
		final String[] values = Arrays.stream(old).map(change).toArray(String[]::new);
		return Arrays.equals(old, values) ? element.bytes() : ascii(String.join("\\", values));
	}

	private static byte[] ascii(final String text) {
		return text.getBytes(StandardCharsets.US_ASCII);
	}
}
