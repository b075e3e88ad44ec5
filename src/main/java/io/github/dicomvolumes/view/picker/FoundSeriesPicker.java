package io.github.dicomvolumes.view.picker;

import java.awt.BorderLayout;
import java.awt.Dimension;
import java.awt.FlowLayout;
import java.awt.Frame;
import java.awt.GraphicsEnvironment;
import java.awt.event.KeyEvent;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
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
import javax.swing.JScrollPane;
import javax.swing.KeyStroke;
import javax.swing.SwingUtilities;

import io.github.dicomvolumes.data.Disclosure;
import io.github.dicomvolumes.io.web.FoundSeries;
import io.github.dicomvolumes.view.help.Guide;
import io.github.dicomvolumes.view.imagej.GuiScale;

/** Asks a person which series of a server to open, and whether to open them virtually. */
public final class FoundSeriesPicker {

	/** Pixels at 100 %. */
	private static final int TABLE = 760, EDGE = 8;
	private static final int MIN_LINES = 8, MAX_LINES = 25;

	/**
	 * What a person chose.
	 *
	 * @param series at least one
	 * @param isVirtual whether pixels are to be fetched when they are looked at
	 */
	public record Choice(List<FoundSeries> series, boolean isVirtual) {}

	private final JDialog dialog;
	private final PickerModel model;
	private final PickerTable table;
	private final SearchField search;
	private final JLabel shown = new JLabel();
	private final JCheckBox virtual = new JCheckBox("Open virtually: slices are fetched when they are looked at");
	private final JButton ok = new JButton("OK"), all = new JButton("All");
	private boolean accepted;

	private FoundSeriesPicker(final List<PickerRow> rows, final String server, final boolean isVirtual,
		final Frame owner)
	{
		dialog = new JDialog(owner, "DICOM Server", true);
		model = new PickerModel(rows);
		table = new PickerTable(model);
		search = new SearchField(table, this::search);
		virtual.setSelected(isVirtual);
		build(rows.size() + " series on " + server + " match. Open which? Several with Shift or Ctrl.");
		listen();
		table.choose(List.of(model.row(1)));
		dialog.setLocationRelativeTo(owner);
	}

	/**
	 * Shows what was found, the first series chosen already, and waits for an answer.
	 *
	 * @param server its address, for people
	 * @param isVirtual whether the series were to be virtual before the person saw them
	 * @param owner may be null
	 * @throws CancellationException if the person cancels
	 */
	public static Choice ask(final List<FoundSeries> found, final String server, final Disclosure disclosure,
		final boolean isVirtual, final Frame owner)
	{
		final Choice[] answer = new Choice[1];
		final var dialog = new AtomicReference<JDialog>();
		final Runnable ask = () -> {
			final var picker = new FoundSeriesPicker(FoundRows.of(found, disclosure), server, isVirtual, owner);
			dialog.set(picker.dialog);
			picker.dialog.setVisible(true); // until it is closed
			answer[0] = picker.accepted ? picker.choice(found) : null;
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

	private void build(final String text) {
		final WrappedText summary = new WrappedText();
		final JPanel content = new JPanel(new BorderLayout(0, GuiScale.pixels(EDGE)));
		final int edge = GuiScale.pixels(EDGE);
		content.setBorder(BorderFactory.createEmptyBorder(edge, edge, edge, edge));
		content.add(top(summary), BorderLayout.NORTH);
		content.add(new JScrollPane(table));
		content.add(bottom(), BorderLayout.SOUTH);
		GuiScale.scale(content);
		GuiScale.scale(table.getTableHeader());
		final int screen = GraphicsEnvironment.getLocalGraphicsEnvironment().getMaximumWindowBounds().width;
		final int width = Math.min(GuiScale.pixels(TABLE), screen - 6 * edge);
		table.fit(width);
		final int lines = Math.min(Math.max(table.getRowCount(), MIN_LINES), MAX_LINES);
		table.setPreferredScrollableViewportSize(new Dimension(width, table.getRowHeight() * lines));
		summary.setText(text, width);
		dialog.add(content);
		dialog.pack();
	}

	private JPanel top(final WrappedText summary) {
		final JLabel label = new JLabel("Search:");
		label.setDisplayedMnemonic('S');
		label.setLabelFor(search);
		final JPanel line = new JPanel(new BorderLayout(GuiScale.pixels(6), 0));
		line.add(label, BorderLayout.WEST);
		line.add(search);
		line.add(shown, BorderLayout.EAST);
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
		help.addActionListener(e -> Guide.show(Guide.SERVER, dialog));
		ok.addActionListener(e -> close(true));
		all.addActionListener(e -> {
			table.choose(model.shown());
			close(true);
		});
		cancel.addActionListener(e -> close(false));
		dialog.getRootPane().setDefaultButton(ok);
		final JPanel buttons = new JPanel(new FlowLayout(FlowLayout.RIGHT, GuiScale.pixels(5), 0));
		for (final JButton button : new JButton[] { help, all, cancel, ok })
			buttons.add(button);
		final JPanel panel = new JPanel(new BorderLayout());
		panel.add(virtual, BorderLayout.WEST);
		panel.add(buttons, BorderLayout.SOUTH);
		return panel;
	}

	// -- What a person does --

	private void listen() {
		table.getSelectionModel().addListSelectionListener(e -> ok.setEnabled(!table.chosen().isEmpty()));
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
	}

	private void search(final String text) {
		table.keep(() -> model.search(text));
		final int n = model.shown().size();
		shown.setText(n == model.size() ? "" : n + " of " + model.size());
		all.setText(n == model.size() ? "All" : "All " + n);
		all.setEnabled(n > 0);
	}

	private void close(final boolean accept) {
		accepted = accept;
		dialog.setVisible(false);
	}

	private Choice choice(final List<FoundSeries> found) {
		return new Choice(table.chosen().stream().map(row -> found.get(row.number() - 1)).toList(),
			virtual.isSelected());
	}
}
