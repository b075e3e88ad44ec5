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

import java.awt.EventQueue;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Rectangle;

import io.github.dicomvolumes.view.imagej.GuiScale;

import ij.Prefs;
import ij.gui.GUI;
import ij.measure.ResultsTable;
import ij.text.TextWindow;

/** The first size of a table's window: as wide as its columns, so that those at the right are in sight. */
final class TableSize {

	/** Rows looked at; what is longer than a column's most is cut by the eye, not by the window. */
	private static final int ROWS = 200, MOST = 45, ROWS_SHOWN = 24;
	/** The sizes of letters that the menu of ImageJ's text windows goes through, and which of them it begins with. */
	private static final int[] SIZES = { 9, 10, 11, 12, 13, 14, 16, 18, 20, 24, 36, 48, 60, 72 };
	private static final int USUAL = 6;
	/** Which of them ImageJ's windows begin with, if a person has said so. */
	private static final String CHOSEN = "tw.font.size";
	/** Pixels that ImageJ puts between columns, and those of scroll bar and border. */
	private static final int GAP = 14, BORDER = 50;

	private TableSize() {}

	/** Makes a window larger where its table needs it and the screen has it. */
	static void fit(final TextWindow window, final DataTable table) {
		EventQueue.invokeLater(() -> {
			final FontMetrics metrics = window.getFontMetrics(font());
			final Rectangle screen = GUI.getMaxWindowBounds(window);
			final int width = Math.min(screen.width * 9 / 10, width(table, metrics) + BORDER);
			final int height = Math.min(screen.height * 2 / 3,
				(Math.min(table.rows().size(), ROWS_SHOWN) + 5) * metrics.getHeight() + BORDER);
			final Rectangle now = window.getBounds();
			now.setSize(Math.max(now.width, width), Math.max(now.height, height));
			now.x = Math.max(screen.x, Math.min(now.x, screen.x + screen.width - now.width));
			now.y = Math.max(screen.y, Math.min(now.y, screen.y + screen.height - now.height));
			window.setBounds(now);
			window.validate();
		});
	}

	/** In which our tables are drawn, by ImageJ's preferences; its components do not tell. */
	static Font font() {
		final int size = (int) Prefs.get(CHOSEN, scaled());
		return new Font("SansSerif", Font.PLAIN, SIZES[Math.max(0, Math.min(SIZES.length - 1, size))]);
	}

	/**
	 * Shows a new table with the letters that its size is reckoned by: ImageJ would show those of 100 % at any scale,
	 * unless a person has chosen others.
	 */
	static void show(final ResultsTable table, final String title) {
		final boolean isScaled = Prefs.get(CHOSEN, -1) < 0 && scaled() != USUAL;
		if (isScaled) Prefs.set(CHOSEN, scaled()); // read when the window is made
		try {
			table.show(title);
		}
		finally {
			if (isScaled) Prefs.set(CHOSEN, null);
		}
	}

	/** The largest size that is not above the usual one at the scale of ImageJ's windows. */
	private static int scaled() {
		final int wanted = GuiScale.pixels(SIZES[USUAL]);
		int size = 0;
		while (size + 1 < SIZES.length && SIZES[size + 1] <= wanted)
			size++;
		return size;
	}

	/** Of all columns, none of them wider than a text of some length. */
	static int width(final DataTable table, final FontMetrics metrics) {
		final int most = MOST * metrics.charWidth('n');
		int width = 0;
		for (int column = 0; column < table.columns().size(); column++) {
			int widest = metrics.stringWidth(table.columns().get(column));
			for (int row = 0; row < Math.min(ROWS, table.rows().size()) && widest < most; row++)
				widest = Math.max(widest, metrics.stringWidth(table.rows().get(row).get(column)));
			width += Math.min(widest, most) + GAP;
		}
		return width;
	}
}
