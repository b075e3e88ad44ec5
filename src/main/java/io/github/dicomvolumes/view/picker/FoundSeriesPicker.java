package io.github.dicomvolumes.view.picker;

import java.awt.Frame;
import java.awt.GraphicsEnvironment;
import java.util.List;
import java.util.concurrent.CancellationException;
import javax.swing.JScrollPane;

import io.github.dicomvolumes.data.Disclosure;
import io.github.dicomvolumes.io.web.FoundSeries;
import io.github.dicomvolumes.view.help.Guide;
import io.github.dicomvolumes.view.imagej.GuiScale;

/** Asks a person which series of a server to open, and whether to open them virtually. */
public final class FoundSeriesPicker {

	/** Pixels of the table, at 100 %. */
	private static final int TABLE = 760;
	private static final int MIN_LINES = 8;

	/**
	 * What a person chose.
	 *
	 * @param series at least one
	 * @param isVirtual whether pixels are to be fetched when they are looked at
	 */
	public record Choice(List<FoundSeries> series, boolean isVirtual) {}

	private final PickerDialog dialog;

	private FoundSeriesPicker(final List<PickerRow> rows, final String server, final boolean isVirtual,
		final Frame owner)
	{
		dialog = new PickerDialog("DICOM Server", rows, "fetched", Guide.SERVER, owner);
		dialog.virtual().setSelected(isVirtual);
		build(rows.size() + " series on " + server + " match. Open which? Several with Shift or Ctrl.");
		final PickerTable table = dialog.table();
		table.getSelectionModel().addListSelectionListener(e -> dialog.ok().setEnabled(!table.chosen().isEmpty()));
		table.choose(List.of(dialog.model().row(1)));
		dialog.window().setLocationRelativeTo(owner);
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
		return PickerDialog.ask(told -> {
			final var picker = new FoundSeriesPicker(FoundRows.of(found, disclosure), server, isVirtual, owner);
			told.accept(picker.dialog);
			return picker.dialog.show() ? picker.choice(found) : null;
		});
	}

	private void build(final String text) {
		final WrappedText summary = new WrappedText();
		dialog.build(summary, new JScrollPane(dialog.table()), null);
		final int screen = GraphicsEnvironment.getLocalGraphicsEnvironment().getMaximumWindowBounds().width;
		final int width = Math.min(GuiScale.pixels(TABLE), screen - 6 * PickerDialog.edge());
		dialog.table().hideEmptyColumns();
		dialog.table().fit(width);
		dialog.fit(width, MIN_LINES);
		summary.setText(text, width);
		dialog.window().pack();
	}

	private Choice choice(final List<FoundSeries> found) {
		return new Choice(dialog.table().chosen().stream().map(row -> found.get(row.number() - 1)).toList(),
			dialog.virtual().isSelected());
	}
}
