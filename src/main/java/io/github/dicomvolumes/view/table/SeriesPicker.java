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
import java.awt.Dimension;
import java.awt.FlowLayout;
import java.awt.Frame;
import java.awt.event.KeyEvent;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.lang.reflect.InvocationTargetException;
import java.text.NumberFormat;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.swing.BorderFactory;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JDialog;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JTable;
import javax.swing.JTextArea;
import javax.swing.KeyStroke;
import javax.swing.SwingUtilities;
import javax.swing.table.DefaultTableModel;
import javax.swing.table.TableCellRenderer;
import javax.swing.table.TableColumn;
import javax.swing.table.TableModel;

import io.github.dicomvolumes.data.Disclosure;
import io.github.dicomvolumes.series.catalog.SeriesCatalog;

/** Asks a person which volumes of a catalog to open. */
public final class SeriesPicker {

	private static final List<String> COLUMNS = List.of("Series", "Modality", "Number", "Description", "Size",
		"Spacing", "Plane", "Note");
	/** The headings of {@link SeriesTable#STUDY_COLUMNS}. */
	private static final List<String> STUDY_COLUMNS = List.of("Patient", "Study date", "Study", "Study ID");
	/** Pixels of a column at most, however long its texts are. */
	private static final int MAX_WIDTH = 400;
	/** Pixels of the table at least and at most. */
	private static final int MIN_TABLE = 640, MAX_TABLE = 1200;
	private static final int MAX_ROWS = 25;
	/** Pixels that the note keeps when the table is too wide for its columns. */
	private static final int MIN_NOTE = 100;

	private final JDialog dialog;
	private final JTable table;
	private final JButton ok = new JButton("OK");
	private boolean accepted;

	private SeriesPicker(final SeriesCatalog catalog, final Disclosure disclosure, final Frame owner) {
		dialog = new JDialog(owner, "DICOM Series", true);
		final List<String> columns = columns(catalog);
		final DefaultTableModel model = new DefaultTableModel(rows(catalog, disclosure), columns.toArray()) {

			private static final long serialVersionUID = 1L;

			@Override
			public boolean isCellEditable(final int row, final int column) {
				return false;
			}
		};
		table = new ToolTipTable(model);
		final int width = Math.min(Math.max(fitColumns(), MIN_TABLE), MAX_TABLE);
		final int largest = catalog.stacks().indexOf(catalog.select("largest").get(0));
		table.setRowSelectionInterval(largest, largest);
		table.setPreferredScrollableViewportSize(
			new Dimension(width, table.getRowHeight() * Math.min(Math.max(catalog.stacks().size(), 4), MAX_ROWS)));
		listen();
		dialog.add(text(catalog.summary() + ".\nOpen which? Several with Shift or Ctrl.", width), BorderLayout.NORTH);
		dialog.add(new JScrollPane(table));
		dialog.add(buttons(), BorderLayout.SOUTH);
		dialog.pack();
		dialog.setLocationRelativeTo(owner);
	}

	/**
	 * Shows the catalog as a table, the largest volume chosen already, and waits for an answer.
	 *
	 * @param owner may be null
	 * @return a selector for {@link SeriesCatalog#select}: "#2", "#1,#3" or "all"
	 * @throws CancellationException if the person cancels
	 */
	public static String ask(final SeriesCatalog catalog, final Disclosure disclosure, final Frame owner) {
		final String[] answer = new String[1];
		final var dialog = new AtomicReference<JDialog>();
		final Runnable ask = () -> {
			final var picker = new SeriesPicker(catalog, disclosure, owner);
			dialog.set(picker.dialog);
			picker.dialog.setVisible(true); // until it is closed
			answer[0] = picker.accepted ? picker.selector() : null;
			picker.dialog.dispose();
		};
		try {
			if (SwingUtilities.isEventDispatchThread()) ask.run();
			else SwingUtilities.invokeAndWait(ask);
		}
		catch (final InterruptedException exc) {
			SwingUtilities.invokeLater(() -> { if (dialog.get() != null) dialog.get().dispose(); });
			Thread.currentThread().interrupt();
			throw new CancellationException("Interrupted while waiting for an answer");
		}
		catch (final InvocationTargetException exc) {
			throw new IllegalStateException(exc.getCause());
		}
		if (answer[0] == null) throw new CancellationException("No series chosen");
		return answer[0];
	}

	/** Makes columns as wide as their texts; the last, whose tip shows the whole note, narrower if the table ends. */
	private int fitColumns() {
		int sum = 0;
		for (int i = 0; i < table.getColumnCount(); i++) {
			int width = width(table.getTableHeader().getDefaultRenderer(), table.getColumnName(i), -1, i);
			for (int row = 0; row < table.getRowCount(); row++)
				width = Math.max(width, width(table.getCellRenderer(row, i), table.getValueAt(row, i), row, i));
			width = Math.min(width + 12, MAX_WIDTH);
			table.getColumnModel().getColumn(i).setPreferredWidth(width);
			sum += width;
		}
		final TableColumn note = table.getColumnModel().getColumn(table.getColumnCount() - 1);
		final int tooWide = Math.max(sum - MAX_TABLE, 0), left = note.getPreferredWidth() - tooWide;
		if (tooWide > 0) note.setPreferredWidth(Math.max(left, Math.min(note.getPreferredWidth(), MIN_NOTE)));
		return sum;
	}

	private int width(final TableCellRenderer renderer, final Object value, final int row, final int column) {
		return renderer.getTableCellRendererComponent(table, value, false, false, row, column).getPreferredSize().width;
	}

	/** Text that wraps at a width in pixels. */
	private static JTextArea text(final String text, final int width) {
		final var area = new JTextArea(text);
		area.setLineWrap(true);
		area.setWrapStyleWord(true);
		area.setEditable(false);
		area.setFocusable(false);
		area.setOpaque(false);
		area.setFont(new JLabel().getFont());
		area.setBorder(BorderFactory.createEmptyBorder(8, 8, 8, 8));
		area.setSize(width, Short.MAX_VALUE); // from this follows the height it asks for
		return area;
	}

	private void listen() {
		table.getSelectionModel().addListSelectionListener(e -> ok.setEnabled(table.getSelectedRowCount() > 0));
		table.addMouseListener(new MouseAdapter() {

			@Override
			public void mouseClicked(final MouseEvent e) {
				if (e.getClickCount() == 2 && ok.isEnabled()) close(true);
			}
		});
		table.getInputMap(JComponent.WHEN_ANCESTOR_OF_FOCUSED_COMPONENT)
			.put(KeyStroke.getKeyStroke(KeyEvent.VK_ENTER, 0), "none"); // Enter presses OK instead
		dialog.getRootPane()
			.registerKeyboardAction(e -> close(false), KeyStroke.getKeyStroke(KeyEvent.VK_ESCAPE, 0),
				JComponent.WHEN_IN_FOCUSED_WINDOW);
	}

	private JPanel buttons() {
		final JButton all = new JButton("All"), cancel = new JButton("Cancel");
		ok.addActionListener(e -> close(true));
		all.addActionListener(e -> {
			table.selectAll();
			close(true);
		});
		cancel.addActionListener(e -> close(false));
		dialog.getRootPane().setDefaultButton(ok);
		final JPanel panel = new JPanel(new FlowLayout(FlowLayout.RIGHT));
		panel.add(all);
		panel.add(cancel);
		panel.add(ok);
		return panel;
	}

	private void close(final boolean accept) {
		accepted = accept;
		dialog.setVisible(false);
	}

	private String selector() {
		final int[] chosen = table.getSelectedRows();
		return chosen.length == table.getRowCount() ? "all"
			: Arrays.stream(chosen).mapToObj(i -> "#" + (i + 1)).collect(Collectors.joining(","));
	}

	private static Object[][] rows(final SeriesCatalog catalog, final Disclosure disclosure) {
		final DataTable series = SeriesTable.volumes(catalog, disclosure);
		final Object[][] rows = new Object[series.size()][];
		for (int i = 0; i < rows.length; i++) {
			final int row = i;
			final Stream<String> study = catalog.hasSeveralStudies()
				? SeriesTable.STUDY_COLUMNS.stream().map(column -> series.get(column, row))
				: Stream.empty();
			final Stream<String> volume = Stream.of(series.get("Series", i), series.get("Modality", i),
				series.get("SeriesNumber", i), series.get("Description", i), size(series, i),
				join(series, i, "SpacingX", "SpacingY", "SpacingZ"), series.get("Plane", i), series.get("Note", i));
			rows[i] = Stream.concat(study, volume).toArray();
		}
		return rows;
	}

	/** Those that tell studies apart come first, if there are several. */
	private static List<String> columns(final SeriesCatalog catalog) {
		return catalog.hasSeveralStudies() ? Stream.concat(STUDY_COLUMNS.stream(), COLUMNS.stream()).toList() : COLUMNS;
	}

	/** Voxels along each axis, the last ones left out if they are 1: 512 x 512 x 99. */
	private static String size(final DataTable series, final int row) {
		return join(series, row, "Columns", "Rows", "Slices", "Channels", "Times").replaceFirst("( x 1){1,2}$", "");
	}

	/** The values of some columns with " x " between, at most four decimals. */
	private static String join(final DataTable series, final int row, final String... columns) {
		final NumberFormat format = NumberFormat.getInstance(Locale.ROOT);
		format.setMaximumFractionDigits(4);
		format.setGroupingUsed(false);
		return Arrays.stream(columns)
			.map(c -> format.format(Double.parseDouble(series.get(c, row))))
			.collect(Collectors.joining(" x "));
	}

	/** Shows the whole text of a cell as its tip, and no text as HTML, whatever it begins with. */
	private static final class ToolTipTable extends JTable {

		private static final long serialVersionUID = 1L;

		ToolTipTable(final TableModel model) {
			super(model);
			((JComponent) getDefaultRenderer(Object.class)).putClientProperty("html.disable", true);
		}

		@Override
		public String getToolTipText(final MouseEvent e) {
			final int row = rowAtPoint(e.getPoint()), column = columnAtPoint(e.getPoint());
			if (row < 0 || column < 0) return null;
			final String text = getValueAt(row, column).toString();
			if (text.isEmpty()) return null;
			final String safe = text.replace("&", "&amp;").replace("<", "&lt;");
			return text.length() < 80 ? "<html>" + safe : "<html><p width=\"500\">" + safe;
		}
	}
}
