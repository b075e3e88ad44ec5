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

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What an answer or a part of it says that it is: the header Content-Type (RFC 9110 8.3).
 *
 * @param name in lower case, without parameters: "multipart/related"
 * @param parameters by their names in lower case, without quotes
 */
record MediaType(String name, Map<String, String> parameters) {

	static final String DICOM = "application/dicom", JSON = "application/dicom+json", RELATED = "multipart/related",
		BYTES = "application/octet-stream";

	MediaType {
		parameters = Map.copyOf(parameters);
	}

	/** Reads a header; of a parameter that comes twice the first counts, nonsense is passed over. */
	static MediaType of(final String header) {
		final Map<String, String> parameters = new HashMap<>();
		int at = end(header, 0, ";");
		final String name = header.substring(0, at).strip().toLowerCase(Locale.ROOT);
		while (at < header.length()) {
			final int equals = end(header, at + 1, "=;");
			final String key = header.substring(at + 1, equals).strip().toLowerCase(Locale.ROOT);
			at = end(header, equals, ";");
			if (equals < at) parameters.putIfAbsent(key, unquoted(header.substring(equals + 1, at).strip()));
		}
		return new MediaType(name, parameters);
	}

	/** Where one of some characters comes first outside of quotes; the length if nowhere. */
	private static int end(final String text, final int from, final String characters) {
		boolean isQuoted = false;
		for (int i = from; i < text.length(); i++) {
			final char c = text.charAt(i);
			if (c == '"') isQuoted = !isQuoted;
			else if (c == '\\' && isQuoted) i++;
			else if (!isQuoted && characters.indexOf(c) >= 0) return i;
		}
		return text.length();
	}

	private static String unquoted(final String value) {
		if (value.length() < 2 || !value.startsWith("\"") || !value.endsWith("\"")) return value;
		return value.substring(1, value.length() - 1).replaceAll("\\\\(.)", "$1");
	}

	Optional<String> parameter(final String key) {
		return Optional.ofNullable(parameters.get(key));
	}

	/** Whether it is JSON of any kind; servers call DICOM JSON by several names. */
	boolean isJson() {
		return name.equals("application/json") || name.endsWith("+json");
	}
}
