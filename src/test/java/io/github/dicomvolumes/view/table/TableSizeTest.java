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

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.awt.Canvas;
import java.awt.EventQueue;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.GraphicsEnvironment;
import java.awt.Rectangle;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import io.github.dicomvolumes.command.Dialogs;

import ij.Prefs;
import ij.gui.GUI;
import ij.measure.ResultsTable;
import ij.text.TextWindow;

/** What is in sight of a table when it opens. */
class TableSizeTest {

	private static final String SIZE = "tw.font.size";

	/** ImageJ draws tables with 16 points unless told otherwise; its components claim another font. */
	@Test
	void lettersAreThoseThatImageJDraws() {
		final String size = Prefs.get(SIZE, null);
		try {
			Prefs.set(SIZE, 6);
			assertEquals(new Font("SansSerif", Font.PLAIN, 16), TableSize.font());
			Prefs.set(SIZE, 9);
			assertEquals(24, TableSize.font().getSize());
			Prefs.set(SIZE, 99);
			assertEquals(72, TableSize.font().getSize());
		}
		finally {
			Prefs.set(SIZE, size);
		}
	}

	/** ImageJ's windows of text begin with the same letters at any scale, unless a person has chosen others. */
	@Test
	void lettersAreScaledUnlessTheyWereChosen() {
		final String before = Prefs.get(SIZE, null);
		final StringBuilder seen = new StringBuilder();
		final ResultsTable table = new ResultsTable() {

			@Override
			public void show(final String title) {
				seen.append(title).append(' ').append(Prefs.get(SIZE, null)).append("; ");
			}
		};
		try {
			for (final String chosen : new String[] { null, "7" })
				for (final double scale : new double[] { 1, 1.5, 2 }) {
					Prefs.setGuiScale(scale);
					Prefs.set(SIZE, chosen);
					TableSize.show(table, "" + TableSize.font().getSize());
					assertEquals(chosen, Prefs.get(SIZE, null), "as it was");
				}
			assertEquals("16 null; 24 9; 24 9; 18 7; 18 7; 18 7; ", seen.toString());
		}
		finally {
			Prefs.setGuiScale(1);
			Prefs.set(SIZE, before);
		}
	}

	/** All columns of a geometry table, in the letters that are drawn. */
	@Test
	void windowsAreAsWideAsTheirColumns() throws Exception {
		final Rectangle window = window(200, 300, new DataTable("Test", "Plane", "Slices", "Sampling",
			"PixelAspectRatio", "FieldOfView", "Letters", "Acquired", "Source", "Verdict", "Missing", "Tilt", "Note"));
		final FontMetrics metrics = new Canvas().getFontMetrics(new Font("SansSerif", Font.PLAIN, 16));
		assertTrue(window.width > metrics.stringWidth(
			"PlaneSlicesSamplingPixelAspectRatioFieldOfViewLettersAcquired" + "SourceVerdictMissingTiltNote") + 12 * 14,
			window.toString());
	}

	/** A wide table moves to where the screen has room for it. */
	@Test
	void windowsStayOnTheScreen() throws Exception {
		final Rectangle window = window(5000, 5000,
			new DataTable("Wide", IntStream.range(0, 60).mapToObj(i -> "Column " + i).toArray(String[]::new)));
		assertEquals(GUI.getMaxWindowBounds().intersection(window), window);
	}

	private static Rectangle window(final int x, final int y, final DataTable table) throws Exception {
		assumeFalse(GraphicsEnvironment.isHeadless(), "needs a display");
		final TextWindow window = new TextWindow(table.title(), String.join("\t", table.columns()), "", 250, 200);
		try {
			Dialogs.awaitScreen();
			EventQueue.invokeAndWait(() -> window.setLocation(x, y));
			Dialogs.awaitScreen();
			TableSize.fit(window, table);
			Dialogs.awaitScreen();
			return window.getBounds();
		}
		finally {
			EventQueue.invokeAndWait(window::dispose);
		}
	}
}
