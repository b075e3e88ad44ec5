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

import java.awt.AWTKeyStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics;
import java.awt.KeyboardFocusManager;
import java.awt.Rectangle;
import java.awt.event.KeyEvent;
import java.awt.event.MouseEvent;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javax.swing.BorderFactory;
import javax.swing.CellRendererPane;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JTable;
import javax.swing.JToolTip;
import javax.swing.KeyStroke;
import javax.swing.SwingUtilities;
import javax.swing.border.Border;
import javax.swing.table.DefaultTableCellRenderer;

/**
 * The lines of a {@link PickerModel}. Headings reach over all columns; keys go past them, and a click on one chooses
 * the volumes below it. The tip of a cell is its whole text, and no text is shown as HTML, whatever it begins with.
 */
final class PickerTable extends JTable {

	private static final long serialVersionUID = 1L;

	private final transient PickerModel model;
	private final JLabel heading = new JLabel();
	private final CellRendererPane painter = new CellRendererPane();

	PickerTable(final PickerModel model) {
		super(new PickerTableModel(model));
		this.model = model;
		final PickerTableModel lines = (PickerTableModel) getModel();
		setRowSorter(new PickerSorter(lines, model, column -> keep(() -> model.sortBy(column))));
		setDefaultRenderer(Object.class, renderer(JLabel.LEADING));
		getColumnModel().getColumn(PickerColumn.MEMORY.ordinal()).setCellRenderer(renderer(JLabel.TRAILING));
		getTableHeader().setReorderingAllowed(false);
		putClientProperty("JTable.autoStartsEdit", false);
		add(painter);
		heading.putClientProperty("html.disable", true);
		heading.setOpaque(true);
		final InputKeys keys = new InputKeys(this);
		keys.bind(KeyEvent.VK_ENTER, "none"); // the window has another use for it
		keys.bind(KeyEvent.VK_ESCAPE, "none");
		keys.bind(KeyEvent.VK_HOME, "selectFirstRow"); // columns mean nothing here
		keys.bind(KeyEvent.VK_END, "selectLastRow");
		keys.tabMovesOn();
	}

	/** Keys that do something else than in other tables. */
	private record InputKeys(JTable table) {

		void bind(final int key, final String action) {
			table.getInputMap(JComponent.WHEN_ANCESTOR_OF_FOCUSED_COMPONENT)
				.put(KeyStroke.getKeyStroke(key, 0), action);
		}

		/** To what comes next in the window, not to the next cell. */
		void tabMovesOn() {
			table.setFocusTraversalKeys(KeyboardFocusManager.FORWARD_TRAVERSAL_KEYS,
				Set.of(AWTKeyStroke.getAWTKeyStroke(KeyEvent.VK_TAB, 0)));
			table.setFocusTraversalKeys(KeyboardFocusManager.BACKWARD_TRAVERSAL_KEYS,
				Set.of(AWTKeyStroke.getAWTKeyStroke(KeyEvent.VK_TAB, KeyEvent.SHIFT_DOWN_MASK)));
		}
	}

	private static DefaultTableCellRenderer renderer(final int alignment) {
		final DefaultTableCellRenderer renderer = new DefaultTableCellRenderer() {

			private static final long serialVersionUID = 1L;

			@Override
			public void setBorder(final Border border) {
				final int edge = GuiScale.pixels(4);
				super.setBorder(
					BorderFactory.createCompoundBorder(border, BorderFactory.createEmptyBorder(0, edge, 0, edge)));
			}
		};
		renderer.setHorizontalAlignment(alignment);
		renderer.putClientProperty("html.disable", true);
		return renderer;
	}

	// -- What is chosen --

	/** The chosen volumes, in the order of the lines. */
	List<PickerRow> chosen() {
		return PickerModel.rows(Arrays.stream(getSelectedRows()).mapToObj(model.lines()::get));
	}

	/** The chosen volume that was pointed at last, or else the first; null if none is chosen. */
	PickerRow lead() {
		final int lead = getSelectionModel().getLeadSelectionIndex();
		if (lead >= 0 && lead < getRowCount() && isRowSelected(lead) &&
			model.lines().get(lead) instanceof PickerRow row) return row;
		return chosen().stream().findFirst().orElse(null);
	}

	/** Chooses volumes and scrolls to the first of them. */
	void choose(final Collection<PickerRow> rows) {
		final Set<Integer> numbers = numbers(rows);
		getSelectionModel().setValueIsAdjusting(true);
		clearSelection();
		int first = -1;
		for (int line = 0; line < getRowCount(); line++)
			if (model.lines().get(line) instanceof PickerRow row && numbers.contains(row.number())) {
				addRowSelectionInterval(line, line);
				if (first < 0) first = line;
			}
		if (first >= 0) {
			getSelectionModel().addSelectionInterval(first, first); // keys go on from there
			reveal(first);
		}
		getSelectionModel().setValueIsAdjusting(false);
	}

	/** Changes the lines; what was chosen stays so if it is still listed, or else the first line is. */
	void keep(final Runnable change) {
		final List<PickerRow> chosen = chosen();
		change.run();
		((PickerTableModel) getModel()).fireTableDataChanged();
		final Set<Integer> shown = numbers(model.shown());
		final List<PickerRow> left = chosen.stream().filter(row -> shown.contains(row.number())).toList();
		choose(left.isEmpty() ? model.shown().stream().limit(1).toList() : left);
	}

	private static Set<Integer> numbers(final Collection<PickerRow> rows) {
		return rows.stream().map(PickerRow::number).collect(Collectors.toSet());
	}

	/** Scrolls to the first of the chosen volumes. */
	void revealChosen() {
		if (getSelectedRow() >= 0) reveal(getSelectedRow());
	}

	/** Also the heading above a line, if it has one. */
	private void reveal(final int line) {
		final Rectangle shown = getCellRect(line, 0, true);
		if (line > 0 && isHeading(line - 1)) shown.add(getCellRect(line - 1, 0, true));
		scrollRectToVisible(shown);
	}

	private boolean isHeading(final int line) {
		return model.lines().get(line) instanceof PickerHeading;
	}

	@Override
	public void changeSelection(final int line, final int column, final boolean toggle, final boolean extend) {
		final int next = besideHeading(line);
		super.changeSelection(next, column, toggle, extend);
		if (next > 0 && isHeading(next - 1)) reveal(next);
	}

	/** The line, or if it is a heading the next one in the direction in which the selection moves. */
	private int besideHeading(final int line) {
		if (line < 0 || line >= getRowCount() || !isHeading(line)) return line;
		final boolean isUp = line < getSelectionModel().getLeadSelectionIndex();
		return isUp && line > 0 ? line - 1 : line + 1; // each heading has a line below it, and all but one above
	}

	@Override
	protected void processMouseEvent(final MouseEvent e) {
		final int line = rowAtPoint(e.getPoint());
		final boolean isPress = e.getID() == MouseEvent.MOUSE_PRESSED && SwingUtilities.isLeftMouseButton(e);
		if (!isPress || line < 0 || !(model.lines().get(line) instanceof PickerHeading study)) {
			super.processMouseEvent(e);
			return;
		}
		requestFocusInWindow();
		choose(model.shown().stream().filter(row -> row.heading().equals(study)).toList());
	}

	// -- How it looks --

	/** Leaves out the columns that are empty in all rows: where these come from nothing is known of them. */
	void hideEmptyColumns() {
		for (final PickerColumn column : PickerColumn.values())
			if (model.shown().stream().allMatch(row -> row.text(column).isEmpty()))
				removeColumn(getColumnModel().getColumn(convertColumnIndexToView(column.ordinal())));
	}

	/** Makes rows as high as the font needs and columns as wide as their texts, the note as the width allows. */
	void fit(final int mostWidth) {
		setRowHeight(getFontMetrics(getFont()).getHeight() + GuiScale.pixels(4));
		heading.setFont(getFont().deriveFont(Font.BOLD));
		heading.setBorder(BorderFactory.createEmptyBorder(0, GuiScale.pixels(4), 0, 0));
		final int note = convertColumnIndexToView(PickerColumn.NOTE.ordinal());
		final int givesWay = note >= 0 ? note : convertColumnIndexToView(PickerColumn.DESCRIPTION.ordinal());
		new ColumnWidths(this, this::isHeading).fit(givesWay, mostWidth);
	}

	/** As wide as what is seen of it if that is enough, else as its columns need, to be scrolled. */
	@Override
	public boolean getScrollableTracksViewportWidth() {
		return getParent() == null || getParent().getWidth() >= getPreferredSize().width;
	}

	@Override
	protected void paintComponent(final Graphics g) {
		super.paintComponent(g);
		final Rectangle clip = g.getClipBounds();
		heading.setForeground(getTableHeader().getForeground());
		heading.setBackground(opaque(getTableHeader().getBackground()));
		for (int line = 0; line < getRowCount(); line++) {
			final Rectangle cell = getCellRect(line, 0, true);
			if (!(model.lines().get(line) instanceof PickerHeading study) ||
				!cell.intersects(0, clip.y, 1, clip.height)) continue;
			heading.setText(study.text());
			painter.paintComponent(g, heading, this, 0, cell.y, getWidth(), cell.height, true);
		}
	}

	/** Some looks have colours that only their own painters understand. */
	private static Color opaque(final Color color) {
		return new Color(color.getRGB());
	}

	@Override
	public JToolTip createToolTip() {
		final JToolTip tip = super.createToolTip();
		GuiScale.scale(tip);
		return tip;
	}

	@Override
	public String getToolTipText(final MouseEvent e) {
		final int line = rowAtPoint(e.getPoint()), column = columnAtPoint(e.getPoint());
		if (line < 0 || column < 0) return null;
		final String text = isHeading(line) ? getValueAt(line, 0).toString() : getValueAt(line, column).toString();
		if (text.isEmpty()) return null;
		final String safe = text.replace("&", "&amp;").replace("<", "&lt;");
		return text.length() < 80 ? "<html>" + safe : "<html><p width=\"" + GuiScale.pixels(500) + "\">" + safe;
	}
}
