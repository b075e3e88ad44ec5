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

package io.github.dicomvolumes.io.web;

import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Random;

import io.github.dicomvolumes.data.Attributes;
import io.github.dicomvolumes.data.Element;
import io.github.dicomvolumes.data.Tag;
import io.github.dicomvolumes.data.VR;

/**
 * Writes DICOM JSON (PS3.18 F.2) as servers may: members in any order, numbers as such or as texts, white space
 * anywhere.
 */
final class WrittenJson {

	private final Random random;

	WrittenJson(final Random random) {
		this.random = random;
	}

	String of(final List<Attributes> dataSets) {
		return "[" + String.join(space() + ",", dataSets.stream().map(this::of).toList()) + space() + "]";
	}

	String of(final Attributes attributes) {
		final List<String> members = new ArrayList<>();
		for (final Element element : attributes.elements())
			members.add("\"" + hex(element.tag()) + "\":" + space() + element(element, attributes));
		if (random.nextBoolean()) Collections.shuffle(members, random); // not all keep the order of the tags
		return "{" + String.join(",", members) + "}";
	}

	private String hex(final int tag) {
		final String hex = String.format("%08X", tag);
		return random.nextInt(20) == 0 ? hex.toLowerCase() : hex;
	}

	private String element(final Element element, final Attributes holder) {
		final List<String> members = new ArrayList<>();
		members.add("\"vr\":\"" + element.vr() + "\"");
		final List<String> values = values(element, holder);
		if (element.isLeftInFile()) members.add("\"BulkDataURI\":\"bulk/" + Tag.format(element.tag()) + "\"");
		else if (isBytes(element.vr()) && element.length() > 0)
			members.add("\"InlineBinary\":\"" + Base64.getEncoder().encodeToString(element.bytes()) + "\"");
		else if (!values.isEmpty() || random.nextInt(4) == 0)
			members.add("\"Value\":" + space() + "[" + String.join("," + space(), values) + "]");
		if (random.nextBoolean()) Collections.reverse(members);
		return "{" + String.join(",", members) + "}";
	}

	private static boolean isBytes(final VR vr) {
		return vr == VR.UN || vr.name().startsWith("O");
	}

	private List<String> values(final Element element, final Attributes holder) {
		if (element.vr() == VR.SQ) return holder.items(element.tag()).stream().map(this::of).toList();
		if (element.isEmpty() || isBytes(element.vr()) || element.isLeftInFile()) return List.of();
		return element.strings().stream().map(value -> value(element.vr(), value)).toList();
	}

	private String value(final VR vr, final String value) {
		if (vr == VR.PN) return name(value);
		if (vr == VR.AT) return quoted(value.replaceAll("[(),]", ""));
		if (value.isEmpty()) return random.nextBoolean() ? "null" : "\"\"";
		final boolean isNumber = !vr.isText() || vr == VR.IS || vr == VR.DS;
		final boolean canBeNumber = isNumber && value.matches("-?(0|[1-9]\\d*)(\\.\\d+)?([eE][+-]?\\d+)?");
		return canBeNumber && random.nextInt(3) > 0 ? value : quoted(value);
	}

	private String name(final String value) {
		if (value.isEmpty()) return "null";
		final String[] keys = { "Alphabetic", "Ideographic", "Phonetic" }, groups = value.split("=", -1);
		final List<String> members = new ArrayList<>();
		for (int i = 0; i < groups.length; i++)
			if (!groups[i].isEmpty()) members.add("\"" + keys[i] + "\":" + quoted(groups[i]));
		return "{" + String.join(",", members) + "}";
	}

	private String quoted(final String text) {
		final StringBuilder quoted = new StringBuilder("\"");
		for (final int c : text.codePoints().toArray())
			if (c == '"' || c == '\\') quoted.append('\\').append((char) c);
			else if (c < ' ' || c > '~' && random.nextBoolean()) for (final char half : Character.toChars(c))
				quoted.append(String.format("\\u%04x", (int) half));
			else quoted.appendCodePoint(c);
		return quoted.append('"').toString();
	}

	private String space() {
		return random.nextInt(3) == 0 ? " \n\t" : "";
	}
}
