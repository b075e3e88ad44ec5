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

package io.github.dicomvolumes.export.nifti;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import io.github.dicomvolumes.data.NumberText;

/** JSON text (RFC 8259) of maps, lists, texts and numbers. */
final class Json {

	private Json() {}

	/** An object with a line for each of its members, in their order. */
	static String of(final Map<String, ?> members) {
		return members.entrySet()
			.stream()
			.map(member -> "\t" + text(member.getKey()) + ": " + value(member.getValue()))
			.collect(Collectors.joining(",\n", "{\n", "\n}\n"));
	}

	/** @throws IllegalArgumentException if JSON has no such value */
	private static String value(final Object value) {
		if (value instanceof Double number) return number(number);
		if (value instanceof Integer || value instanceof Boolean) return value.toString();
		if (value instanceof List<?> list)
			return list.stream().map(Json::value).collect(Collectors.joining(", ", "[", "]"));
		return text((String) value);
	}

	private static String number(final double number) {
		if (!Double.isFinite(number)) throw new IllegalArgumentException("JSON has no number " + number);
		return NumberText.exact(number);
	}

	private static String text(final String text) {
		final StringBuilder json = new StringBuilder("\"");
		for (int i = 0; i < text.length(); i++) {
			final char c = text.charAt(i);
			if (c == '"' || c == '\\') json.append('\\').append(c);
			else if (c < ' ' || Character.isSurrogate(c) || c == '\u007F') json.append("\\u%04x".formatted((int) c));
			else json.append(c);
		}
		return json.append('"').toString();
	}
}
