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

import java.awt.Frame;
import java.awt.GraphicsEnvironment;
import java.util.List;
import java.util.concurrent.CancellationException;

import javax.swing.JScrollPane;

import io.github.dicomvolumes.view.imagej.GuiScale;

/**
 * Asks a person which of some rows to open, and whether virtually. They have no pictures: nothing was read of them yet.
 */
final class RowsPicker {

	/** Pixels of the table, at 100 %. */
	private static final int TABLE = 760;
	private static final int MIN_LINES = 8;

	/**
	 * What a person is asked.
	 *
	 * @param title of the window
	 * @param text above the table
	 * @param virtually what opening virtually means
	 * @param page of the guide
	 */
	record Question(String title, String text, String virtually, String page) {}

	/**
	 * What a person chose.
	 *
	 * @param rows at least one, counted from 0
	 */
	record Answer(List<Integer> rows, boolean isVirtual) {}

	private final PickerDialog dialog;

	private RowsPicker(final List<PickerRow> rows, final Question question, final boolean isVirtual,
		final Frame owner)
	{
		dialog = new PickerDialog(question.title, rows, question.virtually, question.page, owner);
		dialog.virtual().setSelected(isVirtual);
		build(question.text);
		final PickerTable table = dialog.table();
		table.getSelectionModel().addListSelectionListener(e -> dialog.ok().setEnabled(!table.chosen().isEmpty()));
		table.choose(List.of(dialog.model().row(1)));
		dialog.window().setLocationRelativeTo(owner);
	}

	/**
	 * Shows the rows, the first one chosen already, and waits for an answer.
	 *
	 * @param isVirtual whether they were to be virtual before the person saw them
	 * @param owner may be null
	 * @throws CancellationException if the person cancels
	 */
	static Answer ask(final List<PickerRow> rows, final Question question, final boolean isVirtual, final Frame owner) {
		return PickerDialog.ask(told -> {
			final var picker = new RowsPicker(rows, question, isVirtual, owner);
			told.accept(picker.dialog);
			return picker.dialog.show() ? picker.answer() : null;
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

	private Answer answer() {
		return new Answer(dialog.table().chosen().stream().map(row -> row.number() - 1).toList(),
			dialog.virtual().isSelected());
	}
}
