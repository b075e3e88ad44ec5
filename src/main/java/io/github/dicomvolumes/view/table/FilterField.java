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

import java.awt.BorderLayout;
import java.awt.Component;
import java.awt.EventQueue;
import java.awt.Insets;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.util.List;
import java.util.Locale;

import javax.swing.BorderFactory;
import javax.swing.JButton;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JTextField;
import javax.swing.event.DocumentEvent;
import javax.swing.event.DocumentListener;

import io.github.dicomvolumes.view.help.GuidePlace;
import io.github.dicomvolumes.view.help.LineHelp;
import io.github.dicomvolumes.view.imagej.GuiScale;

import ij.measure.ResultsTable;
import ij.text.TextPanel;
import ij.text.TextWindow;

/**
 * A field above one of ImageJ's tables, with a Help button: what is typed there narrows the table to the rows that
 * contain it, in upper or lower case, at once. The window's table then is the narrowed one, for its menus and for
 * macros; with the field empty it is the whole one again, with what happened to it before. What happens to a narrowed
 * table is lost when the filter changes.
 * <p>
 * Belongs to its window and goes with it. Used on the event thread only; a Swing field, because it keeps Ctrl+X and the
 * like from the shortcuts of the window's menu.
 */
final class FilterField extends JPanel {

	private static final long serialVersionUID = 1L;

	private final transient TextPanel panel;
	private final JTextField text = new JTextField(24);
	private final JLabel count = new JLabel();
	private List<String> columns;
	/** All rows; null while nothing is filtered out. */
	private transient ResultsTable all;
	/** The rows that are left of all. */
	private transient ResultsTable shown;

	private FilterField(final TextPanel panel, final LineHelp help) {
		super(new BorderLayout(6, 0));
		this.panel = panel;
		setBorder(BorderFactory.createEmptyBorder(3, 6, 3, 6));
		add(new JLabel("Filter:"), BorderLayout.WEST);
		add(text);
		final JPanel right = new JPanel(new BorderLayout(6, 0));
		right.add(count);
		right.add(button(help), BorderLayout.EAST);
		add(right, BorderLayout.EAST);
		text.addKeyListener(help.keys());
		GuiScale.scale(this);
		text.getDocument().addDocumentListener(new DocumentListener() {

			@Override
			public void insertUpdate(final DocumentEvent e) {
				filter();
			}

			@Override
			public void removeUpdate(final DocumentEvent e) {
				filter();
			}

			@Override
			public void changedUpdate(final DocumentEvent e) {
				// of the style, not of the text
			}
		});
		panel.addMouseListener(new MouseAdapter() {

			@Override
			public void mousePressed(final MouseEvent e) {
				e.getComponent().requestFocus(); // Ctrl+C copies rows again
			}
		});
	}

	private static JButton button(final LineHelp help) {
		final JButton button = new JButton("Help");
		button.setMargin(new Insets(0, 6, 0, 6));
		button.setToolTipText("What the table says, or the chosen row (F1)");
		button.addActionListener(e -> help.open());
		return button;
	}

	/**
	 * Gives a window an empty filter field and a Help button, soon; a field that it has already is emptied.
	 *
	 * @param columns in which to search
	 * @param place what explains the table
	 */
	static void addTo(final TextWindow window, final List<String> columns, final GuidePlace place) {
		EventQueue.invokeLater(() -> {
			FilterField field = in(window);
			if (field == null) {
				final LineHelp help = new LineHelp(window, place);
				help.openByDoubleClick();
				field = new FilterField(window.getTextPanel(), help);
				window.add(field, BorderLayout.NORTH);
				window.validate();
			}
			field.columns = List.copyOf(columns);
			field.text.setText("");
			field.count.setText("");
		});
	}

	/** The field of a window, or null. */
	private static FilterField in(final TextWindow window) {
		for (final Component component : window.getComponents())
			if (component instanceof FilterField field) return field;
		return null;
	}

	private void filter() {
		final ResultsTable current = panel.getResultsTable();
		if (current == null) return;
		if (all == null || current != shown) all = current; // the command ran again
		final String wanted = text.getText().toLowerCase(Locale.ROOT);
		shown = wanted.isEmpty() ? all : matching(wanted);
		if (shown != current) show(shown);
		count.setText(wanted.isEmpty() ? "" : shown.size() + " of " + all.size());
		if (wanted.isEmpty()) all = null;
	}

	private ResultsTable matching(final String wanted) {
		final ResultsTable table = (ResultsTable) all.clone();
		final int[] searched = columns.stream()
			.mapToInt(table::getColumnIndex)
			.filter(c -> c != ResultsTable.COLUMN_NOT_FOUND)
			.toArray();
		// from the end: each deletion moves only the rows that stay
		for (int row = table.size() - 1; row >= 0; row--)
			if (!contains(table, row, searched, wanted)) table.deleteRow(row);
		return table;
	}

	private static boolean contains(final ResultsTable table, final int row, final int[] searched,
		final String wanted)
	{
		for (final int column : searched) {
			final String value = table.getStringValue(column, row);
			if (value != null && value.toLowerCase(Locale.ROOT).contains(wanted)) return true;
		}
		return false;
	}

	private void show(final ResultsTable table) {
		if (!table.getColumnHeadings().equals(panel.getColumnHeadings()))
			panel.setColumnHeadings(table.getColumnHeadings());
		panel.setResultsTable(table);
		panel.clear();
		for (int row = 0; row < table.size(); row++)
			panel.appendWithoutUpdate(table.getRowAsString(row));
		panel.updateDisplay();
		if (table.size() > 0) panel.showRow(0);
	}
}
