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

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The header that Siemens MR scanners put into a private element, little endian, in one of two forms:
 *
 * <pre>
 * type 2   "SV10"  4 bytes  tags:4  77:4   then each tag
 * type 1                    tags:4  77:4   then each tag
 * tag      name:64  multiplicity:4  VR:4  syngo type:4  items:4  77 or 205:4   then each item
 * item     length:16  text, padded to a multiple of 4
 * </pre>
 *
 * The length of an item is the second of its four numbers, in type 1 the first less the number of items of the first
 * tag. What follows a broken length is left out: the tags before it are good.
 *
 * @param values texts by the name of their tag
 */
public record CsaHeader(Map<String, List<String>> values) {

	/** A header without tags. */
	public static final CsaHeader EMPTY = new CsaHeader(Map.of());

	private static final int NAME_BYTES = 64, TAG_BYTES = 84, ITEM_BYTES = 16;
	/** More than any scanner writes, of tags and of items each. */
	private static final int MOST = 1000;

	public CsaHeader {
		values = Map.copyOf(values);
	}

	/** The header in the bytes of an element; without tags if they are of another form. */
	public static CsaHeader of(final byte[] bytes) {
		final ByteBuffer in = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
		final boolean second = bytes.length >= 8 && text(in, 4).equals("SV10");
		in.position(second ? 8 : 0);
		final Map<String, List<String>> values = new HashMap<>();
		if (in.remaining() < 8) return EMPTY;
		final int tags = in.getInt();
		in.getInt();
		if (tags < 1 || tags > MOST) return EMPTY;
		int firstItems = -1;
		for (int t = 0; t < tags && in.remaining() >= TAG_BYTES; t++) {
			final String name = text(in, NAME_BYTES);
			final int multiplicity = in.getInt();
			in.position(in.position() + 8);
			final int items = in.getInt();
			in.getInt();
			if (items < 0 || items > MOST) break;
			if (t == 0) firstItems = items;
			final List<String> texts = items(in, items, second ? -1 : firstItems);
			if (texts == null) break;
			values.putIfAbsent(name,
				texts.subList(0, Math.max(0, Math.min(texts.size(), multiplicity > 0 ? multiplicity : texts.size()))));
		}
		return new CsaHeader(values);
	}

	/** The texts of a tag; none if it is absent. */
	public List<String> strings(final String name) {
		return values.getOrDefault(name, List.of());
	}

	/** The numbers of a tag, NaN where a text is none; an empty array if it is absent or has no values. */
	public double[] numbers(final String name) {
		return strings(name).stream().filter(s -> !s.isEmpty()).mapToDouble(CsaHeader::number).toArray();
	}

	/**
	 * The items of a tag.
	 *
	 * @param lessLength in type 1 what to subtract from lengths, -1 in type 2
	 * @return null if a length is broken
	 */
	private static List<String> items(final ByteBuffer in, final int items, final int lessLength) {
		final List<String> texts = new ArrayList<>();
		for (int i = 0; i < items; i++) {
			if (in.remaining() < ITEM_BYTES) return null;
			final int first = in.getInt(), second = in.getInt();
			in.position(in.position() + 8);
			final int length = lessLength < 0 ? second : first - lessLength;
			if (length < 0 || length > in.remaining()) return null;
			texts.add(text(in, length));
			in.position(Math.min(in.limit(), in.position() + (4 - length % 4) % 4));
		}
		return texts;
	}

	private static double number(final String text) {
		try {
			return Double.parseDouble(text);
		}
		catch (final NumberFormatException exc) {
			return Double.NaN;
		}
	}

	/** Text up to a zero, without blanks around it. */
	private static String text(final ByteBuffer in, final int length) {
		final byte[] bytes = new byte[length];
		in.get(bytes);
		final String text = new String(bytes, StandardCharsets.ISO_8859_1);
		final int end = text.indexOf('\0');
		return (end < 0 ? text : text.substring(0, end)).strip();
	}
}
