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

package io.github.dicomvolumes.view.table;

import java.util.ArrayList;
import java.util.List;

import io.github.dicomvolumes.data.NumberText;

/** Rows of text and numbers under named columns, with the title of their window. */
public final class DataTable {

	private final String title;
	private final List<String> columns;
	private final List<List<String>> rows = new ArrayList<>();

	public DataTable(final String title, final String... columns) {
		this.title = title;
		this.columns = List.of(columns);
	}

	/**
	 * Adds a row: one text or number for each column. Numbers keep all their digits, whole ones have no point; null and
	 * NaN leave the place empty.
	 *
	 * @throws IllegalArgumentException if there are more or fewer values than columns
	 */
	public void add(final Object... values) {
		if (values.length != columns.size())
			throw new IllegalArgumentException(values.length + " values for " + columns.size() + " columns");
		final List<String> row = new ArrayList<>(values.length);
		for (final Object value : values)
			row.add(text(value));
		rows.add(row);
	}

	public String title() {
		return title;
	}

	public List<String> columns() {
		return columns;
	}

	public int size() {
		return rows.size();
	}

	/** The text at a place; rows are counted from 0. */
	public String get(final String column, final int row) {
		final int index = columns.indexOf(column);
		if (index < 0) throw new IllegalArgumentException("No column " + column + ", there are " + columns);
		return rows.get(row).get(index);
	}

	/** The rows, each with the texts in the order of the columns. */
	public List<List<String>> rows() {
		return List.copyOf(rows);
	}

	private static String text(final Object value) {
		if (value == null) return "";
		if (!(value instanceof Double number)) return value.toString();
		return number.isNaN() ? "" : NumberText.exact(number);
	}
}
