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
import java.awt.Dimension;
import java.awt.FlowLayout;
import java.awt.Frame;
import java.awt.event.KeyEvent;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.awt.event.WindowAdapter;
import java.awt.event.WindowEvent;
import java.lang.reflect.InvocationTargetException;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Function;

import javax.swing.BorderFactory;
import javax.swing.JButton;
import javax.swing.JCheckBox;
import javax.swing.JComponent;
import javax.swing.JDialog;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.KeyStroke;
import javax.swing.SwingUtilities;

import io.github.dicomvolumes.view.help.Guide;
import io.github.dicomvolumes.view.imagej.GuiScale;

/**
 * A window with a table of series to choose from: a field that searches above it, below it the buttons and whether to
 * open virtually. Keyboard alone is enough.
 */
final class PickerDialog {

	/** Pixels at the edges of the window, at 100 %. */
	private static final int EDGE = 8;
	private static final int MAX_LINES = 25;

	private final JDialog window;
	private final PickerModel model;
	private final PickerTable table;
	private final SearchField search;
	private final JLabel shown = new JLabel();
	private final JCheckBox virtual;
	private final JButton ok = new JButton("OK"), all = new JButton("All");
	/** In their order. */
	private final JButton[] buttons;
	private boolean accepted;

	/**
	 * @param virtually what opening virtually means, for people
	 * @param page of the guide that Help opens
	 * @param owner may be null
	 */
	PickerDialog(final String title, final List<PickerRow> rows, final String virtually, final String page,
		final Frame owner)
	{
		window = new JDialog(owner, title, true);
		model = new PickerModel(rows);
		table = new PickerTable(model);
		search = new SearchField(table, this::search);
		virtual = new JCheckBox("Open virtually: slices are " + virtually + " when they are looked at");
		final JButton cancel = new JButton("Cancel"), help = new JButton("Help");
		virtual.setMnemonic('V');
		ok.setMnemonic('O');
		all.setMnemonic('A');
		cancel.setMnemonic('C');
		help.setMnemonic('H');
		help.addActionListener(e -> Guide.show(page, window));
		ok.addActionListener(e -> close(true));
		all.addActionListener(e -> {
			table.choose(model.shown());
			close(true);
		});
		cancel.addActionListener(e -> close(false));
		buttons = new JButton[] { help, all, cancel, ok };
		listen();
	}

	/**
	 * Asks a person, in the event thread, and waits for the answer.
	 *
	 * @param question makes a dialog, tells it, and gives what was chosen in it; null if the person cancelled
	 * @throws CancellationException if the person cancels, or the calling thread is interrupted
	 */
	static <T> T ask(final Function<Consumer<PickerDialog>, T> question) {
		final var dialog = new AtomicReference<PickerDialog>();
		final var answer = new AtomicReference<T>();
		final Runnable ask = () -> answer.set(question.apply(dialog::set));
		try {
			if (SwingUtilities.isEventDispatchThread()) ask.run();
			else SwingUtilities.invokeAndWait(ask);
		}
		catch (final InterruptedException exc) {
			SwingUtilities.invokeLater(() -> { if (dialog.get() != null) dialog.get().window.dispose(); });
			Thread.currentThread().interrupt();
			throw new CancellationException("Interrupted while waiting for an answer");
		}
		catch (final InvocationTargetException exc) {
			throw new IllegalStateException(exc.getCause());
		}
		if (answer.get() == null) throw new CancellationException("No series chosen");
		return answer.get();
	}

	/**
	 * Shows the window until it is closed.
	 *
	 * @return whether the person accepts what is chosen
	 */
	boolean show() {
		window.setVisible(true);
		window.dispose();
		return accepted;
	}

	JDialog window() {
		return window;
	}

	PickerModel model() {
		return model;
	}

	PickerTable table() {
		return table;
	}

	JComponent searchField() {
		return search;
	}

	JCheckBox virtual() {
		return virtual;
	}

	JButton ok() {
		return ok;
	}

	// -- How it looks --

	/** Pixels at the edges of the window. */
	static int edge() {
		return GuiScale.pixels(EDGE);
	}

	/**
	 * Puts everything into the window.
	 *
	 * @param summary above all
	 * @param middle the table, and what is beside it
	 * @param note below it; may be null
	 */
	void build(final WrappedText summary, final JComponent middle, final JComponent note) {
		final JPanel content = new JPanel(new BorderLayout(0, edge()));
		content.setBorder(BorderFactory.createEmptyBorder(edge(), edge(), edge(), edge()));
		content.add(top(summary), BorderLayout.NORTH);
		content.add(middle);
		content.add(bottom(note), BorderLayout.SOUTH);
		GuiScale.scale(content);
		GuiScale.scale(table.getTableHeader());
		window.add(content);
	}

	private JPanel top(final WrappedText summary) {
		final JLabel label = new JLabel("Search:");
		label.setDisplayedMnemonic('S');
		label.setLabelFor(search);
		final JPanel line = new JPanel(new BorderLayout(GuiScale.pixels(6), 0));
		line.add(label, BorderLayout.WEST);
		line.add(search);
		line.add(shown, BorderLayout.EAST);
		final JPanel panel = new JPanel(new BorderLayout(0, edge()));
		panel.add(summary, BorderLayout.NORTH);
		panel.add(line);
		return panel;
	}

	private JPanel bottom(final JComponent note) {
		window.getRootPane().setDefaultButton(ok);
		final JPanel line = new JPanel(new FlowLayout(FlowLayout.RIGHT, GuiScale.pixels(5), 0));
		for (final JButton button : buttons)
			line.add(button);
		final JPanel panel = new JPanel(new BorderLayout(0, GuiScale.pixels(2)));
		if (note != null) panel.add(note, BorderLayout.NORTH);
		panel.add(virtual, BorderLayout.WEST);
		panel.add(line, BorderLayout.SOUTH);
		return panel;
	}

	/** Makes the table so wide, and as high as its rows, within bounds. */
	void fit(final int width, final int minLines) {
		final int lines = Math.min(Math.max(table.getRowCount(), minLines), MAX_LINES);
		table.setPreferredScrollableViewportSize(new Dimension(width, table.getRowHeight() * lines));
	}

	// -- What a person does --

	private void listen() {
		table.addMouseListener(new MouseAdapter() {

			@Override
			public void mouseClicked(final MouseEvent e) {
				final boolean isOnLine = table.rowAtPoint(e.getPoint()) >= 0;
				if (e.getClickCount() == 2 && isOnLine && ok.isEnabled()) close(true);
			}
		});
		window.addWindowListener(new WindowAdapter() {

			@Override
			public void windowOpened(final WindowEvent e) {
				window.toFront(); // the window that was active before the dialog that has just closed may cover it
			}
		});
		final JComponent root = window.getRootPane();
		root.registerKeyboardAction(e -> { if (!search.clear()) close(false); },
			KeyStroke.getKeyStroke(KeyEvent.VK_ESCAPE, 0), JComponent.WHEN_IN_FOCUSED_WINDOW);
		search.onKey(root, KeyStroke.getKeyStroke(KeyEvent.VK_F, KeyEvent.CTRL_DOWN_MASK));
	}

	private void search(final String text) {
		table.keep(() -> model.search(text));
		final int n = model.shown().size();
		shown.setText(n == model.size() ? "" : n + " of " + model.size());
		all.setText(n == model.size() ? "All" : "All " + n);
		all.setEnabled(n > 0);
	}

	/** Ends {@link #show}. */
	void close(final boolean accept) {
		accepted = accept;
		window.setVisible(false);
	}
}
