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
import java.util.stream.Collectors;

import javax.swing.BorderFactory;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JDialog;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JTable;
import javax.swing.KeyStroke;
import javax.swing.SwingUtilities;
import javax.swing.table.DefaultTableModel;

import io.github.dicomvolumes.series.SeriesCatalog;

/** Asks a person which volumes of a catalog to open. */
public final class SeriesPicker {

	private static final List<String> COLUMNS = List.of("Series", "Modality", "Number",
		"Description", "Size", "Spacing", "Plane", "Note");
	private static final int[] WIDTHS = { 45, 60, 60, 180, 130, 150, 110, 420 };

	private final JDialog dialog;
	private final JTable table;
	private boolean accepted;

	private SeriesPicker(final SeriesCatalog catalog, final Frame owner) {
		dialog = new JDialog(owner, "DICOM Series", true);
		final DefaultTableModel model = new DefaultTableModel(rows(catalog), COLUMNS
			.toArray())
		{

			private static final long serialVersionUID = 1L;

			@Override
			public boolean isCellEditable(final int row, final int column) {
				return false;
			}
		};
		table = new JTable(model);
		for (int i = 0; i < WIDTHS.length; i++)
			table.getColumnModel().getColumn(i).setPreferredWidth(WIDTHS[i]);
		final int largest = catalog.stacks().indexOf(catalog.select("largest").get(0));
		table.setRowSelectionInterval(largest, largest);
		table.setPreferredScrollableViewportSize(new Dimension(Arrays.stream(WIDTHS).sum(),
			table.getRowHeight() * Math.min(Math.max(catalog.stacks().size(), 4), 25)));
		listen();
		final JLabel text = new JLabel(catalog.summary() +
			". Open which? Several with Shift or Ctrl.");
		text.setBorder(BorderFactory.createEmptyBorder(8, 8, 8, 8));
		dialog.add(text, BorderLayout.NORTH);
		dialog.add(new JScrollPane(table));
		dialog.add(buttons(), BorderLayout.SOUTH);
		dialog.pack();
		dialog.setLocationRelativeTo(owner);
	}

	/**
	 * Shows the catalog as a table, the largest volume chosen already, and waits for
	 * an answer.
	 *
	 * @param owner may be null
	 * @return a selector for {@link SeriesCatalog#select}: "#2", "#1,#3" or "all"
	 * @throws CancellationException if the person cancels
	 */
	public static String ask(final SeriesCatalog catalog, final Frame owner) {
		final String[] answer = new String[1];
		final Runnable ask = () -> {
			final var picker = new SeriesPicker(catalog, owner);
			picker.dialog.setVisible(true); // until it is closed
			answer[0] = picker.accepted ? picker.selector() : null;
			picker.dialog.dispose();
		};
		try {
			if (SwingUtilities.isEventDispatchThread()) ask.run();
			else SwingUtilities.invokeAndWait(ask);
		}
		catch (final InterruptedException exc) {
			Thread.currentThread().interrupt();
		}
		catch (final InvocationTargetException exc) {
			throw new IllegalStateException(exc.getCause());
		}
		if (answer[0] == null) throw new CancellationException("No series chosen");
		return answer[0];
	}

	private void listen() {
		table.addMouseListener(new MouseAdapter() {

			@Override
			public void mouseClicked(final MouseEvent e) {
				if (e.getClickCount() == 2) close(true);
			}
		});
		table.getInputMap(JComponent.WHEN_ANCESTOR_OF_FOCUSED_COMPONENT).put(KeyStroke
			.getKeyStroke(KeyEvent.VK_ENTER, 0), "none"); // Enter presses OK instead
		dialog.getRootPane().registerKeyboardAction(e -> close(false), KeyStroke
			.getKeyStroke(KeyEvent.VK_ESCAPE, 0), JComponent.WHEN_IN_FOCUSED_WINDOW);
	}

	private JPanel buttons() {
		final JButton ok = new JButton("OK"), all = new JButton("All"), cancel = new JButton(
			"Cancel");
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
		accepted = accept && table.getSelectedRowCount() > 0;
		dialog.setVisible(false);
	}

	private String selector() {
		final int[] chosen = table.getSelectedRows();
		return chosen.length == table.getRowCount() ? "all" : Arrays.stream(chosen).mapToObj(
			i -> "#" + (i + 1)).collect(Collectors.joining(","));
	}

	private static Object[][] rows(final SeriesCatalog catalog) {
		final DataTable series = SeriesTable.of(catalog);
		final Object[][] rows = new Object[series.size()][];
		for (int i = 0; i < rows.length; i++)
			rows[i] = new Object[] { series.get("Series", i), series.get("Modality", i), series
				.get("SeriesNumber", i), series.get("Description", i), size(series, i), join(series, i,
					"SpacingX", "SpacingY", "SpacingZ"), series.get("Plane", i), series.get("Note", i) };
		return rows;
	}

	/** Voxels along each axis, the last ones left out if they are 1: 512 x 512 x 99. */
	private static String size(final DataTable series, final int row) {
		return join(series, row, "Columns", "Rows", "Slices", "Channels", "Times").replaceFirst(
			"( x 1){1,2}$", "");
	}

	/** The values of some columns with " x " between, at most four decimals. */
	private static String join(final DataTable series, final int row,
		final String... columns)
	{
		final NumberFormat format = NumberFormat.getInstance(Locale.ROOT);
		format.setMaximumFractionDigits(4);
		format.setGroupingUsed(false);
		return Arrays.stream(columns).map(c -> format.format(Double.parseDouble(series.get(c,
			row)))).collect(Collectors.joining(" x "));
	}
}
