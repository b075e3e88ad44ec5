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

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.github.dicomvolumes.data.Attributes;
import io.github.dicomvolumes.data.Element;
import io.github.dicomvolumes.data.VR;
import io.github.dicomvolumes.data.Wildcards;

/**
 * Whether a server's answer is one to the question: servers pass over keys that they do not know. Only what is shown
 * not to match does not; names of persons are left to the server, which may know more about spelling.
 *
 * @param wanted the question
 * @param isStrict whether the server was asked for more than is wanted, so that names have to match here
 */
record Matching(SeriesQuery wanted, boolean isStrict) {

	boolean isStudy(final Attributes study) {
		return matches(study, wanted.at(false));
	}

	boolean isSeries(final Attributes series) {
		return matches(series, wanted.at(true));
	}

	private boolean matches(final Attributes found, final Map<Integer, String> values) {
		for (final Map.Entry<Integer, String> value : values.entrySet()) {
			final Element element = found.optional(value.getKey()).filter(e -> !e.isEmpty()).orElse(null);
			if (element != null && !matches(element, value.getValue())) return false;
		}
		return true;
	}

	private boolean matches(final Element element, final String value) {
		return switch (element.vr()) {
			case UI, CS, LO, SH, IS -> anyMatches(element.strings(), value, element.vr() == VR.UI);
			case PN -> !isStrict || anyMatches(names(element), value, false);
			case DA -> element.strings().stream().anyMatch(date -> isWithin(date.replace(".", ""), value));
			default -> true;
		};
	}

	/** Names as they are, and each of their groups: letters, ideographs, sounds (PS3.5 6.2.1). */
	private static List<String> names(final Element element) {
		return element.strings()
			.stream()
			.flatMap(name -> Stream.concat(Stream.of(name), Stream.of(name.split("="))))
			.toList();
	}

	/** @param isList whether the wanted values may be several, with commas or backslashes */
	private static boolean anyMatches(final List<String> values, final String wanted, final boolean isList) {
		for (final String one : isList ? wanted.split("[,\\\\]") : new String[] { wanted }) {
			if (values.stream().anyMatch(new Wildcards(one.strip()))) return true;
		}
		return false;
	}

	/** Whether a day is the wanted one, or in a range of which an end may be open. */
	private static boolean isWithin(final String date, final String wanted) {
		final int dash = wanted.indexOf('-');
		if (dash < 0) return date.equals(wanted) || !wanted.matches("\\d{8}");
		final String from = wanted.substring(0, dash).strip(), to = wanted.substring(dash + 1).strip();
		return (from.isEmpty() || date.compareTo(from) >= 0) && (to.isEmpty() || date.compareTo(to) <= 0);
	}
}
