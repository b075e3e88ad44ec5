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
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

import io.github.dicomvolumes.data.Attributes;
import io.github.dicomvolumes.data.InputException;
import io.github.dicomvolumes.data.Tag;

/**
 * Chooses among the series that were found by a text, as volumes of a folder are chosen: {@code all}; {@code largest}
 * (also if empty), the one with the most objects; {@code #n}, counted from 1, or several as {@code #1,#3}; one or
 * several Series Instance UIDs with commas; a Series Number; or text found in the description, whatever its case.
 */
public final class SeriesSelection {

	private SeriesSelection() {}

	/**
	 * The series that a text names, at least one.
	 *
	 * @param found at least one
	 * @throws InputException if nothing fits; the message names nothing that was found
	 */
	public static List<FoundSeries> of(final List<FoundSeries> found, final String selector) {
		final String text = selector.strip();
		final List<FoundSeries> selected = switch (text.toLowerCase(Locale.ROOT)) {
			case "all" -> found;
			case "", "largest" -> List.of(largest(found));
			default -> text.startsWith("#") ? numbered(found, text) : named(found, text);
		};
		if (selected.isEmpty()) throw new InputException("series= names none of the " + found.size() +
			" series that were found on the server. Use all, largest, #n, a Series Instance UID, a Series Number or a " +
			"part of the description.");
		return selected;
	}

	/** Whether a text is nothing but UIDs, which can be asked for by themselves. */
	public static boolean isUids(final String selector) {
		return selector.strip().matches("[0-9]+(\\.[0-9]+){2,}(,[0-9]+(\\.[0-9]+){2,})*");
	}

	private static FoundSeries largest(final List<FoundSeries> found) {
		// of equals the first: max takes the last
		return found.stream().reduce((a, b) -> order().compare(b, a) > 0 ? b : a).orElseThrow();
	}

	private static Comparator<FoundSeries> order() {
		return Comparator.comparingInt(FoundSeries::instances);
	}

	/** Nothing if one of them is no number of a series. */
	private static List<FoundSeries> numbered(final List<FoundSeries> found, final String numbers) {
		final List<FoundSeries> selected = new ArrayList<>();
		for (final String number : numbers.split("[, ]+")) {
			final int n = number.matches("#\\d{1,9}") ? Integer.parseInt(number.substring(1)) : 0;
			if (n < 1 || n > found.size()) return List.of();
			selected.add(found.get(n - 1));
		}
		return selected;
	}

	private static List<FoundSeries> named(final List<FoundSeries> found, final String text) {
		final List<String> uids = List.of(text.split(","));
		final String part = text.toLowerCase(Locale.ROOT);
		final List<Predicate<Attributes>> ways = List.of(a -> uids.contains(a.orElse(Tag.SERIES_INSTANCE_UID, "")),
			a -> text.equals(a.orElse(Tag.SERIES_NUMBER, "")),
			a -> a.orElse(Tag.SERIES_DESCRIPTION, "").toLowerCase(Locale.ROOT).contains(part));
		for (final var way : ways) {
			final List<FoundSeries> selected = found.stream().filter(one -> way.test(one.attributes())).toList();
			if (!selected.isEmpty()) return selected;
		}
		return List.of();
	}
}
