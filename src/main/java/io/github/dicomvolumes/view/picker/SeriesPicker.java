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

import java.awt.BorderLayout;
import java.awt.Component;
import java.awt.Dimension;
import java.awt.EventQueue;
import java.awt.FlowLayout;
import java.awt.Frame;
import java.awt.GraphicsEnvironment;
import java.awt.Rectangle;
import java.awt.event.KeyEvent;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.awt.event.WindowAdapter;
import java.awt.event.WindowEvent;
import java.io.File;
import java.lang.reflect.InvocationTargetException;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicReference;
import javax.swing.BorderFactory;
import javax.swing.JButton;
import javax.swing.JCheckBox;
import javax.swing.JComponent;
import javax.swing.JDialog;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JScrollBar;
import javax.swing.JScrollPane;
import javax.swing.JSplitPane;
import javax.swing.KeyStroke;
import javax.swing.SwingUtilities;

import io.github.dicomvolumes.data.Disclosure;
import io.github.dicomvolumes.series.catalog.SeriesCatalog;
import io.github.dicomvolumes.view.help.Guide;
import io.github.dicomvolumes.view.imagej.GuiScale;
import io.github.dicomvolumes.volume.ImportOptions;

/**
 * Asks a person which volumes of a catalog to open, and whether to open them virtually. Shows a preview of the volume
 * that was pointed at last.
 */
public final class SeriesPicker {

	/** Pixels of the table at least and at most, at 100 %. */
	private static final int MIN_TABLE = 640, MAX_TABLE = 1200;
	private static final int MIN_LINES = 12, MAX_LINES = 25;
	/** Pixels at the edges of the window, at 100 %. */
	private static final int EDGE = 8;

	private final JDialog dialog;
	private final SeriesCatalog catalog;
	private final PickerModel model;
	private final PickerTable table;
	private final PreviewPanel preview = new PreviewPanel();
	private final PreviewLoader<PickerRow> previews;
	private final SearchField search;
	private final JLabel found = new JLabel();
	private final LoadChoice load;
	private final JCheckBox virtual = new JCheckBox("Open virtually: slices are read when they are looked at");
	private final JLabel memory = new JLabel();
	private final JButton ok = new JButton("OK"), all = new JButton("All");
	private boolean accepted;
	private File elsewhere;

	private SeriesPicker(final SeriesCatalog catalog, final List<PickerRow> rows, final Disclosure disclosure,
		final ImportOptions options, final Frame owner)
	{
		this.catalog = catalog;
		dialog = new JDialog(owner, "DICOM Series", true);
		model = new PickerModel(rows);
		table = new PickerTable(model);
		search = new SearchField(table, this::search);
		load = new LoadChoice(options.isVirtual(), LoadChoice.left());
		final PreviewReader reader = new PreviewReader(disclosure, options, LoadChoice.left());
		previews = new PreviewLoader<>(
			(row, progress) -> reader.read(catalog.stacks().get(row.number() - 1), "#" + row.number(), progress),
			PreviewLoader.DELAY, EventQueue::invokeLater, preview::show);
		build();
		listen();
		final int largest = catalog.stacks().indexOf(catalog.select("largest").get(0));
		table.choose(List.of(model.row(largest + 1)));
		dialog.setLocationRelativeTo(owner);
	}

	/**
	 * Shows the catalog as a table, the largest volume chosen already, and waits for an answer. A person may also drop
	 * another place on it.
	 *
	 * @param options with which volumes will be imported; their pictures are read with them, too
	 * @param owner may be null
	 * @throws CancellationException if the person cancels
	 */
	public static SeriesChoice ask(final SeriesCatalog catalog, final Disclosure disclosure,
		final ImportOptions options, final Frame owner)
	{
		final List<PickerRow> rows = PickerRows.of(catalog, disclosure, options.values());
		final SeriesChoice[] answer = new SeriesChoice[1];
		final var dialog = new AtomicReference<JDialog>();
		final Runnable ask = () -> {
			final var picker = new SeriesPicker(catalog, rows, disclosure, options, owner);
			dialog.set(picker.dialog);
			try (picker.previews) {
				picker.dialog.setVisible(true); // until it is closed
			}
			answer[0] = picker.accepted ? picker.choice() : null;
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

	// -- How it looks --

	private void build() {
		final JScrollPane scroll = new JScrollPane(table);
		final JSplitPane middle = new JSplitPane(JSplitPane.HORIZONTAL_SPLIT, scroll, preview);
		middle.setResizeWeight(1);
		middle.setBorder(null);
		final WrappedText summary = new WrappedText();
		final JPanel content = new JPanel(new BorderLayout(0, GuiScale.pixels(EDGE)));
		final int edge = GuiScale.pixels(EDGE);
		content.setBorder(BorderFactory.createEmptyBorder(edge, edge, edge, edge));
		content.add(top(summary), BorderLayout.NORTH);
		content.add(middle);
		content.add(bottom(), BorderLayout.SOUTH);
		GuiScale.scale(content);
		GuiScale.scale(table.getTableHeader());
		final Rectangle screen = GraphicsEnvironment.getLocalGraphicsEnvironment().getMaximumWindowBounds();
		final int room = screen.width - 6 * edge - new JScrollBar().getPreferredSize().width;
		preview.fit(0);
		table.fit(Math.min(GuiScale.pixels(MAX_TABLE), room - preview.getPreferredSize().width));
		final int wanted = Math.max(table.getPreferredSize().width, GuiScale.pixels(MIN_TABLE));
		preview.fit(room - wanted);
		final int width = Math.min(wanted, room - preview.getPreferredSize().width);
		final int lines = Math.min(Math.max(table.getRowCount(), MIN_LINES), MAX_LINES);
		table.setPreferredScrollableViewportSize(new Dimension(width, table.getRowHeight() * lines));
		summary.setText(LeftOut.summary(catalog) + " Open which? Several with Shift or Ctrl.",
			width + preview.getPreferredSize().width);
		dialog.add(content);
		dialog.pack();
		dialog.setSize(Math.min(dialog.getWidth(), screen.width), Math.min(dialog.getHeight(), screen.height));
	}

	private JPanel top(final WrappedText summary) {
		final JLabel label = new JLabel("Search:");
		label.setDisplayedMnemonic('S');
		label.setLabelFor(search);
		final JPanel line = new JPanel(new BorderLayout(GuiScale.pixels(6), 0));
		line.add(label, BorderLayout.WEST);
		line.add(search);
		line.add(found, BorderLayout.EAST);
		final JPanel panel = new JPanel(new BorderLayout(0, GuiScale.pixels(EDGE)));
		panel.add(summary, BorderLayout.NORTH);
		panel.add(line);
		return panel;
	}

	private JPanel bottom() {
		final JButton cancel = new JButton("Cancel"), help = new JButton("Help");
		virtual.setMnemonic('V');
		ok.setMnemonic('O');
		all.setMnemonic('A');
		cancel.setMnemonic('C');
		help.setMnemonic('H');
		help.addActionListener(e -> Guide.show(Guide.SERIES, dialog));
		virtual.addActionListener(e -> load.say(virtual.isSelected()));
		ok.addActionListener(e -> close(true));
		all.addActionListener(e -> {
			table.choose(model.shown());
			close(true);
		});
		cancel.addActionListener(e -> close(false));
		dialog.getRootPane().setDefaultButton(ok);
		final JPanel buttons = new JPanel(new FlowLayout(FlowLayout.RIGHT, GuiScale.pixels(5), 0));
		buttons.add(help);
		buttons.add(all);
		buttons.add(cancel);
		buttons.add(ok);
		final JPanel panel = new JPanel(new BorderLayout(0, GuiScale.pixels(2)));
		panel.add(memory, BorderLayout.NORTH);
		panel.add(virtual, BorderLayout.WEST);
		panel.add(buttons, BorderLayout.SOUTH);
		return panel;
	}

	// -- What a person does --

	private void listen() {
		table.getSelectionModel().addListSelectionListener(e -> { if (!e.getValueIsAdjusting()) chosen(); });
		table.addMouseListener(new MouseAdapter() {

			@Override
			public void mouseClicked(final MouseEvent e) {
				final boolean isOnLine = table.rowAtPoint(e.getPoint()) >= 0;
				if (e.getClickCount() == 2 && isOnLine && ok.isEnabled()) close(true);
			}
		});
		final JComponent window = dialog.getRootPane();
		window.registerKeyboardAction(e -> { if (!search.clear()) close(false); },
			KeyStroke.getKeyStroke(KeyEvent.VK_ESCAPE, 0), JComponent.WHEN_IN_FOCUSED_WINDOW);
		search.onKey(window, KeyStroke.getKeyStroke(KeyEvent.VK_F, KeyEvent.CTRL_DOWN_MASK));
		for (final Component target : new Component[] { dialog, table, search })
			DroppedPlace.on(target, this::leaveFor);
		dialog.addWindowListener(new WindowAdapter() {

			@Override
			public void windowOpened(final WindowEvent e) {
				table.revealChosen(); // now that its size is known
				table.requestFocusInWindow();
			}
		});
	}

	private void search(final String text) {
		table.keep(() -> model.search(text));
		final int shown = model.shown().size();
		found.setText(shown == model.size() ? "" : shown + " of " + model.size());
		all.setText(shown == model.size() ? "All" : "All " + shown);
		all.setEnabled(shown > 0);
	}

	/** Other volumes are chosen. */
	private void chosen() {
		final List<PickerRow> rows = table.chosen();
		ok.setEnabled(!rows.isEmpty());
		memory.setText(load.text(rows.size(), bytes(rows)));
		virtual.setSelected(load.isVirtual(bytes(rows)));
		final PickerRow lead = table.lead();
		if (lead == null) previews.showNothing();
		else previews.show(lead);
		preview.describe(lead == null ? "" : lead.details());
	}

	private static long bytes(final List<PickerRow> rows) {
		return rows.stream().mapToLong(PickerRow::bytes).sum();
	}

	private void leaveFor(final File place) {
		elsewhere = place;
		close(true);
	}

	private void close(final boolean accept) {
		accepted = accept;
		dialog.setVisible(false);
	}

	private SeriesChoice choice() {
		return new SeriesChoice(model.selector(table.chosen()), virtual.isSelected(), elsewhere);
	}
}
