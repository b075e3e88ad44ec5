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

package io.github.dicomvolumes.series.catalog;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import io.github.dicomvolumes.data.Attributes;
import io.github.dicomvolumes.data.Listing;
import io.github.dicomvolumes.data.Tag;

/**
 * Finds the volumes that a text names: {@code all}; {@code largest} (also if empty), of those that can be loaded;
 * {@code #n}, counted from 1, or several as {@code #1,#3}; a Series Instance UID; a Series Number; or text found in the
 * description, whatever its case. The last three may name several.
 *
 * @param stacks the volumes in the order of the series table, at least one
 * @param others series that are no images, which nothing selects
 */
record SeriesSelector(String place, List<Stack> stacks, List<OtherSeries> others) {

	private static final int LISTED = 12;

	/**
	 * The volumes of a selector.
	 *
	 * @return at least one
	 * @throws IllegalArgumentException if nothing fits; the message says what there is, with names, which are not told
	 *         with patient data hidden
	 */
	List<Stack> select(final String selector) {
		final String text = selector.trim();
		final List<Stack> selected = switch (text.toLowerCase(Locale.ROOT)) {
			case "all" -> stacks;
			case "", "largest" -> List.of(largest());
			case OtherSeries.NUMBER -> List.of();
			default -> text.startsWith("#") ? numbered(text) : named(text, stacks, Stack::attributes);
		};
		if (selected.isEmpty()) throw new IllegalArgumentException(
			"No series \"" + text + "\" in " + place + otherwise(text) + "; there are " + choices() +
				". Use all, largest, #n, a Series Instance UID, a Series Number or a part of the description.");
		return selected;
	}

	private Stack largest() {
		if (stacks.size() == 1) return stacks.get(0);
		final Comparator<Stack> size = Comparator.comparing((Stack s) -> s.unsupported().isEmpty())
			.thenComparingDouble(s -> (double) s.first().columns() * s.first().rows() * s.frames().size());
		// of equals the first: reverse order, because max takes the last
		return stacks.stream().reduce((a, b) -> size.compare(b, a) > 0 ? b : a).orElseThrow();
	}

	/** "#2" or "#1,#3"; nothing if one of them is no number of a volume. */
	private List<Stack> numbered(final String numbers) {
		final List<Stack> found = new ArrayList<>();
		for (final String number : numbers.split("[, ]+")) {
			final int n = number.matches("#\\d{1,9}") ? Integer.parseInt(number.substring(1)) : 0;
			if (n < 1 || n > stacks.size()) return List.of();
			found.add(stacks.get(n - 1));
		}
		return found;
	}

	/** By Series Instance UID, else by Series Number, else by a part of the description. */
	private static <S> List<S> named(final String text, final List<S> series,
		final Function<S, Attributes> attributes)
	{
		final List<Predicate<Attributes>> ways = List.of(a -> text.equals(a.orElse(Tag.SERIES_INSTANCE_UID, "")),
			a -> text.equals(a.orElse(Tag.SERIES_NUMBER, "")),
			a -> a.orElse(Tag.SERIES_DESCRIPTION, "").toLowerCase(Locale.ROOT).contains(text.toLowerCase(Locale.ROOT)));
		for (final var way : ways) {
			final List<S> found = series.stream().filter(s -> way.test(attributes.apply(s))).toList();
			if (!found.isEmpty()) return found;
		}
		return List.of();
	}

	/** What a selector that names no volume names instead. */
	private String otherwise(final String text) {
		final List<OtherSeries> found = text.equals(OtherSeries.NUMBER) ? others
			: named(text, others, OtherSeries::attributes);
		return found.isEmpty() ? ""
			: " that is an image: it is " +
				found.stream().limit(LISTED).map(OtherSeries::content).collect(Collectors.joining("; "));
	}

	private String choices() {
		final List<String> names = new ArrayList<>();
		for (int i = 0; i < stacks.size(); i++) {
			final var attributes = stacks.get(i).attributes();
			names.add("#" + (i + 1) + " (" + attributes.orElse(Tag.SERIES_NUMBER, "no number") + ", " +
				attributes.orElse(Tag.SERIES_DESCRIPTION, "no description") + ")");
		}
		return Listing.of(names, ", ", LISTED);
	}
}
