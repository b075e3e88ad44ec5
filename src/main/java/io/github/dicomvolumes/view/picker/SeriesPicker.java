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

import java.awt.Component;
import java.awt.EventQueue;
import java.awt.Frame;
import java.awt.GraphicsEnvironment;
import java.awt.Rectangle;
import java.awt.event.WindowAdapter;
import java.awt.event.WindowEvent;
import java.io.File;
import java.util.List;
import java.util.concurrent.CancellationException;
import javax.swing.JDialog;
import javax.swing.JLabel;
import javax.swing.JScrollBar;
import javax.swing.JScrollPane;
import javax.swing.JSplitPane;

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
	private static final int MIN_LINES = 12;

	private final PickerDialog dialog;
	private final SeriesCatalog catalog;
	private final PickerTable table;
	private final PreviewPanel preview = new PreviewPanel();
	private final PreviewLoader<PickerRow> previews;
	private final LoadChoice load;
	private final JLabel memory = new JLabel();
	private File elsewhere;

	private SeriesPicker(final SeriesCatalog catalog, final List<PickerRow> rows, final Disclosure disclosure,
		final ImportOptions options, final Frame owner)
	{
		this.catalog = catalog;
		dialog = new PickerDialog("DICOM Series", rows, "read", Guide.SERIES, owner);
		table = dialog.table();
		load = new LoadChoice(options.isVirtual(), LoadChoice.left());
		final PreviewReader reader = new PreviewReader(disclosure, options, LoadChoice.left());
		previews = new PreviewLoader<>(
			(row, progress) -> reader.read(catalog.stacks().get(row.number() - 1), "#" + row.number(), progress),
			PreviewLoader.DELAY, EventQueue::invokeLater, preview::show);
		build();
		listen();
		final int largest = catalog.stacks().indexOf(catalog.select("largest").get(0));
		table.choose(List.of(dialog.model().row(largest + 1)));
		dialog.window().setLocationRelativeTo(owner);
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
		return PickerDialog.ask(told -> {
			final var picker = new SeriesPicker(catalog, rows, disclosure, options, owner);
			told.accept(picker.dialog);
			try (picker.previews) {
				return picker.dialog.show() ? picker.choice() : null;
			}
		});
	}

	// -- How it looks --

	private void build() {
		final JSplitPane middle = new JSplitPane(JSplitPane.HORIZONTAL_SPLIT, new JScrollPane(table), preview);
		middle.setResizeWeight(1);
		middle.setBorder(null);
		final WrappedText summary = new WrappedText();
		dialog.build(summary, middle, memory);
		final Rectangle screen = GraphicsEnvironment.getLocalGraphicsEnvironment().getMaximumWindowBounds();
		final int room = screen.width - 6 * PickerDialog.edge() - new JScrollBar().getPreferredSize().width;
		preview.fit(0);
		table.fit(Math.min(GuiScale.pixels(MAX_TABLE), room - preview.getPreferredSize().width));
		final int wanted = Math.max(table.getPreferredSize().width, GuiScale.pixels(MIN_TABLE));
		preview.fit(room - wanted);
		final int width = Math.min(wanted, room - preview.getPreferredSize().width);
		dialog.fit(width, MIN_LINES);
		summary.setText(LeftOut.summary(catalog) + " Open which? Several with Shift or Ctrl.",
			width + preview.getPreferredSize().width);
		final JDialog window = dialog.window();
		window.pack();
		window.setSize(Math.min(window.getWidth(), screen.width), Math.min(window.getHeight(), screen.height));
	}

	// -- What a person does --

	private void listen() {
		dialog.virtual().addActionListener(e -> load.say(dialog.virtual().isSelected()));
		table.getSelectionModel().addListSelectionListener(e -> { if (!e.getValueIsAdjusting()) chosen(); });
		for (final Component target : new Component[] { dialog.window(), table, dialog.searchField() })
			DroppedPlace.on(target, this::leaveFor);
		dialog.window().addWindowListener(new WindowAdapter() {

			@Override
			public void windowOpened(final WindowEvent e) {
				table.revealChosen(); // now that its size is known
				table.requestFocusInWindow();
			}
		});
	}

	/** Other volumes are chosen. */
	private void chosen() {
		final List<PickerRow> rows = table.chosen();
		dialog.ok().setEnabled(!rows.isEmpty());
		memory.setText(load.text(rows.size(), bytes(rows)));
		dialog.virtual().setSelected(load.isVirtual(bytes(rows)));
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
		dialog.close(true);
	}

	private SeriesChoice choice() {
		return new SeriesChoice(dialog.model().selector(table.chosen()), dialog.virtual().isSelected(), elsewhere);
	}
}
