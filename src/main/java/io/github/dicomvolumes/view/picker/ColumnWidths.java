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

import io.github.dicomvolumes.view.imagej.GuiScale;

import java.util.function.IntPredicate;
import javax.swing.Icon;
import javax.swing.JTable;
import javax.swing.UIManager;
import javax.swing.table.TableCellRenderer;
import javax.swing.table.TableColumn;

/** Makes the columns of a table as wide as their texts. */
final class ColumnWidths {

	/** Pixels of a column at most, however long its texts are, at 100 %. */
	private static final int MOST = 400;
	/** Pixels that the column which gives way keeps, at 100 %. */
	private static final int LEAST = 100;
	/** Pixels beside the text, at 100 %. */
	private static final int EDGES = 12;

	private final JTable table;
	private final IntPredicate isHeading;

	/** @param isHeading tells lines whose text belongs to no column */
	ColumnWidths(final JTable table, final IntPredicate isHeading) {
		this.table = table;
		this.isHeading = isHeading;
	}

	/**
	 * Sets the widths.
	 *
	 * @param givesWay the column that becomes narrower where there is not room enough for all
	 * @param room pixels for all columns
	 */
	void fit(final int givesWay, final int room) {
		int sum = 0;
		for (int column = 0; column < table.getColumnCount(); column++) {
			final int width = Math.min(width(column), GuiScale.pixels(MOST));
			table.getColumnModel().getColumn(column).setPreferredWidth(width);
			sum += width;
		}
		final TableColumn narrower = table.getColumnModel().getColumn(givesWay);
		final int width = narrower.getPreferredWidth(), least = Math.min(width, GuiScale.pixels(LEAST));
		narrower.setPreferredWidth(Math.max(width - Math.max(sum - room, 0), least));
	}

	/** What a column needs, with the arrow of a sorted one. */
	private int width(final int column) {
		final Icon arrow = UIManager.getIcon("Table.ascendingSortIcon");
		final TableCellRenderer header = table.getTableHeader().getDefaultRenderer();
		int width = width(header, table.getColumnName(column), -1, column) + (arrow == null ? 0 : arrow.getIconWidth());
		for (int line = 0; line < table.getRowCount(); line++)
			if (!isHeading.test(line)) width = Math.max(width,
				width(table.getCellRenderer(line, column), table.getValueAt(line, column), line, column));
		return width + GuiScale.pixels(EDGES);
	}

	private int width(final TableCellRenderer renderer, final Object value, final int line, final int column) {
		return renderer.getTableCellRendererComponent(table, value, false, false, line, column)
			.getPreferredSize().width;
	}
}
