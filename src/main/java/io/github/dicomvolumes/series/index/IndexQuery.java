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

package io.github.dicomvolumes.series.index;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;

import io.github.dicomvolumes.data.InputException;
import io.github.dicomvolumes.data.Wildcards;

/**
 * Which rows of an index: values of columns, as in the query of an address,
 *
 * <pre>
 * Modality=CT,MR&amp;StudyDate=20240101-20241231&amp;Slices=20-&amp;Description=*lung*
 * </pre>
 *
 * Several values with commas; * and ? as wildcards; ranges of numbers and dates, of which an end may be open, but not
 * of numbers that name somebody or something; without regard to case.
 */
public final class IndexQuery {

	private static final String EXAMPLE = "such as Modality=CT&StudyDate=20240101-20241231&Slices=20-";

	private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?([eE]-?\\d+)?");

	private record Condition(String column, String value) {}

	private final List<Condition> conditions = new ArrayList<>();

	/**
	 * Reads a query.
	 *
	 * @param text empty: everything
	 * @throws InputException if it is none
	 */
	public IndexQuery(final String text) {
		for (final String part : text.split("&")) {
			if (part.isBlank()) continue;
			final int equals = part.indexOf('=');
			if (equals < 0)
				throw new InputException("A part of query= has no \"=\": columns with values, " + EXAMPLE + ".");
			final String value = part.substring(equals + 1).strip();
			if (!value.isEmpty()) conditions.add(new Condition(part.substring(0, equals).strip(), value));
		}
	}

	/**
	 * What rows have to hold.
	 *
	 * @throws InputException if it asks for a column that is not there
	 */
	Predicate<List<String>> of(final VolumesFile file) {
		Predicate<List<String>> all = row -> true;
		for (final Condition condition : conditions) {
			final int column = file.columns().indexOf(condition.column);
			if (column < 0) throw new InputException("query= asks for the column \"" + condition.column +
				"\"; the index has " + String.join(", ", file.columns()) + ".");
			final Predicate<String> holds = anyOf(condition.value, file.isOrdered(column));
			all = all.and(row -> holds.test(row.get(column)));
		}
		return all;
	}

	private static Predicate<String> anyOf(final String values, final boolean isOrdered) {
		Predicate<String> any = text -> false;
		for (final String value : values.split(",")) {
			any = any.or(new Wildcards(value.strip()));
			if (isOrdered) any = any.or(range(value.strip()));
		}
		return any;
	}

	/** From a number to another, either of which may be left out; nothing, if it is no range. */
	private static Predicate<String> range(final String value) {
		for (int dash = value.indexOf('-'); dash >= 0 && value.length() > 1; dash = value.indexOf('-', dash + 1)) {
			final double from = number(value.substring(0, dash), Double.NEGATIVE_INFINITY);
			final double to = number(value.substring(dash + 1), Double.POSITIVE_INFINITY);
			if (!Double.isNaN(from) && !Double.isNaN(to)) return within(from, to);
		}
		return text -> false;
	}

	private static Predicate<String> within(final double from, final double to) {
		return text -> {
			final double number = number(text, Double.NaN);
			return number >= from && number <= to;
		};
	}

	private static double number(final String text, final double ofNothing) {
		if (text.isBlank()) return ofNothing;
		return NUMBER.matcher(text.strip()).matches() ? Double.parseDouble(text.strip()) : Double.NaN;
	}
}
