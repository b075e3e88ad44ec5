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

package io.github.dicomvolumes.view.picker;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the picker lists: the volumes that fit a search, below the headings of their studies if there are several
 * studies. Sorted by a column, the volumes stay below their headings. Not thread-safe.
 */
final class PickerModel {

	private final List<PickerRow> rows;
	private final boolean hasHeadings;
	private List<String> words = List.of();
	/** Null for the order of the catalog. */
	private PickerColumn sorted;
	private boolean isDescending;
	private List<PickerLine> lines;

	/** @param rows in the order of the catalog, those of a study one after another; at least one */
	PickerModel(final List<PickerRow> rows) {
		this.rows = List.copyOf(rows);
		hasHeadings = rows.stream().map(PickerRow::heading).distinct().count() > 1;
		update();
	}

	/** Headings and volumes, as they are listed now. */
	List<PickerLine> lines() {
		return lines;
	}

	/** The volumes that are listed now, in their order. */
	List<PickerRow> shown() {
		return rows(lines.stream());
	}

	/** How many volumes there are, listed or not. */
	int size() {
		return rows.size();
	}

	/** The volume with a number of the series table, listed or not. */
	PickerRow row(final int number) {
		return rows.get(number - 1);
	}

	/**
	 * Lists only volumes in which all words of a text are found, in upper or lower case, in any column or in the
	 * heading.
	 */
	void search(final String text) {
		words = Arrays.stream(text.toLowerCase(Locale.ROOT).strip().split("\\s+")).filter(w -> !w.isEmpty()).toList();
		update();
	}

	/** Sorts by a column; by the same again the other way round, and then as the catalog does. */
	void sortBy(final PickerColumn column) {
		final boolean isSame = column == sorted;
		sorted = isSame && isDescending ? null : column;
		isDescending = isSame && !isDescending;
		update();
	}

	/** The column by which the volumes are sorted; empty for the order of the catalog. */
	Optional<PickerColumn> sorted() {
		return Optional.ofNullable(sorted);
	}

	boolean isDescending() {
		return isDescending;
	}

	/** The selector that names some volumes, at least one: "#2", "#1,#3", or "all" if there are no others. */
	String selector(final Collection<PickerRow> chosen) {
		if (chosen.size() == rows.size()) return "all";
		return chosen.stream()
			.map(PickerRow::number)
			.sorted()
			.map(number -> "#" + number)
			.collect(Collectors.joining(","));
	}

	private void update() {
		final Comparator<PickerRow> byStudy = Comparator.comparingInt(row -> row.heading().study());
		final Comparator<PickerRow> order = sorted == null ? byStudy
			: byStudy.thenComparing(sorted.order(isDescending));
		final List<PickerLine> listed = new ArrayList<>();
		PickerHeading last = null;
		for (final PickerRow row : rows.stream().filter(this::fits).sorted(order).toList()) {
			if (hasHeadings && !row.heading().equals(last)) listed.add(row.heading());
			last = row.heading();
			listed.add(row);
		}
		lines = List.copyOf(listed);
	}

	private boolean fits(final PickerRow row) {
		final String heading = hasHeadings ? row.heading().text() : "";
		final String all = (heading + "\n" + String.join("\n", row.texts())).toLowerCase(Locale.ROOT);
		return words.stream().allMatch(all::contains);
	}

	/** The volumes among some lines. */
	static List<PickerRow> rows(final Stream<PickerLine> lines) {
		return lines.filter(PickerRow.class::isInstance).map(PickerRow.class::cast).toList();
	}
}
