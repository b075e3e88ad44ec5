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

package io.github.dicomvolumes.export.object;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

import io.github.dicomvolumes.data.Attributes;
import io.github.dicomvolumes.data.AttributesBuilder;
import io.github.dicomvolumes.data.CharacterSet;
import io.github.dicomvolumes.data.Element;
import io.github.dicomvolumes.data.Disclosure;
import io.github.dicomvolumes.data.Tag;
import io.github.dicomvolumes.data.VR;

/** Copies attributes of sources. */
public final class Copying {

	/** The character set that has all characters (PS3.3 C.12.1.1.2). */
	static final String UTF8 = "ISO_IR 192";

	private Copying() {}

	/** Puts those attributes that the source has, in the VR and with the bytes that they have there. */
	public static void copy(final Attributes source, final List<Integer> tags, final AttributesBuilder object) {
		for (final int tag : tags)
			source.optional(tag).ifPresent(element -> copy(source, element, object));
	}

	/** Puts one attribute; one that was left in its file is left out. */
	public static void copy(final Attributes source, final Element element, final AttributesBuilder object) {
		if (element.vr() == VR.SQ) object.put(element.tag(), source.items(element.tag()));
		else if (!element.isLeftInFile()) object.put(element.tag(), element.vr(), element.bytes());
	}

	/** The source without what may identify the patient, in sequences, too. */
	public static Attributes withoutPatient(final Attributes source) {
		final AttributesBuilder copy = builder(source);
		for (final Element element : source.elements()) {
			if (Disclosure.HIDE.hides(element.tag())) continue;
			if (element.vr() == VR.SQ)
				copy.put(element.tag(), source.items(element.tag()).stream().map(Copying::withoutPatient).toList());
			else copy(source, element, copy);
		}
		return copy.build();
	}

	/**
	 * A builder for an object with attributes of a source: of its byte order, and of its character set once this was
	 * copied.
	 */
	public static AttributesBuilder builder(final Attributes source) {
		return Attributes.builder(source.order(), CharacterSet.DEFAULT);
	}

	/**
	 * The source in a character set that has other texts, too: itself, or a copy in UTF-8.
	 *
	 * @param texts that are to be put into the same object
	 */
	public static Attributes fit(final Attributes source, final List<String> texts) {
		return texts.stream().allMatch(text -> has(source.charset(), text)) ? source : inUtf8(source);
	}

	/** All texts of an item, nested ones too, that are in the character set of their data set. */
	public static List<String> texts(final Attributes item) {
		final List<String> texts = new ArrayList<>();
		for (final Element element : item.elements())
			if (element.vr() == VR.SQ) item.items(element.tag()).forEach(nested -> texts.addAll(texts(nested)));
			else if (element.vr().usesCharacterSet() && !element.isLeftInFile()) texts.add(element.text());
		return texts;
	}

	/**
	 * Puts an item's attributes that are not there yet, in the character set of the builder.
	 *
	 * @param wanted of the item, not of those nested in it
	 */
	public static void copyItem(final Attributes item, final Predicate<Element> wanted, final AttributesBuilder into) {
		for (final Element element : item.elements()) {
			if (!wanted.test(element) || element.tag() == Tag.SPECIFIC_CHARACTER_SET) continue;
			if (element.vr() == VR.SQ) into.put(element.tag(),
				item.items(element.tag()).stream().map(nested -> item(nested, into.charset())).toList());
			else if (element.vr().usesCharacterSet() && !element.isLeftInFile())
				into.put(element.tag(), element.vr(), into.charset().encode(element.text(), element.vr()));
			else copy(item, element, into);
		}
	}

	/** A copy of an item in another character set, as an object around it has it. */
	public static Attributes item(final Attributes item, final CharacterSet charset) {
		final AttributesBuilder copy = Attributes.builder(item.order(), charset);
		copyItem(item, element -> true, copy);
		return copy.build();
	}

	private static boolean has(final CharacterSet charset, final String text) {
		if (text.chars().allMatch(c -> c < 0x80)) return true;
		if (charset.terms().isEmpty()) return false; // Latin-1 is read there, and may not be written
		try {
			charset.encode(text, VR.LT);
			return true;
		}
		catch (final IllegalArgumentException exc) {
			return false;
		}
	}

	private static Attributes inUtf8(final Attributes source) {
		final AttributesBuilder copy = Attributes.builder(source.order(), CharacterSet.of(List.of(UTF8)))
			.put(Tag.SPECIFIC_CHARACTER_SET, UTF8);
		copyItem(source, element -> true, copy);
		return copy.build();
	}
}
