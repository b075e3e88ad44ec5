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
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.awt.Component;
import java.awt.Container;
import java.awt.EventQueue;
import java.awt.GraphicsEnvironment;
import java.awt.KeyboardFocusManager;
import java.awt.event.KeyEvent;
import java.util.ArrayList;
import java.util.List;

import javax.swing.JTextField;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import ij.WindowManager;
import ij.text.TextWindow;

/** Typing above a table, in ImageJ's own window. */
class FilterFieldTest {

	private static final String TITLE = "DICOM Metadata";

	private TextWindow window;

	@BeforeEach
	void show() throws Exception {
		assumeFalse(GraphicsEnvironment.isHeadless(), "needs a display");
		window = shown("CT");
	}

	@AfterEach
	void close() throws Exception {
		if (window != null) EventQueue.invokeAndWait(() -> window.close(false));
	}

	@Test
	void typingNarrowsAndClearingShowsAll() throws Exception {
		type("PA");
		assertRows("0010,0010", "0028,0030"); // Patient's Name, PixelSpacing
		type("t");
		assertRows("0010,0010");
		type("\b\b\b");
		assertRows("0008,0060", "0010,0010", "0028,0030");
	}

	@Test
	void searchesTagKeywordNameAndValueOnly() throws Exception {
		assertFilter("0028,", "0028,0030");
		assertFilter("pixelsp", "0028,0030");
		assertFilter("'s n", "0010,0010");
		assertFilter("doe^j", "0010,0010");
		assertFilter("CS");
		assertFilter("", "0008,0060", "0010,0010", "0028,0030");
	}

	@Test
	void rowsThatWereDeletedBeforeStayAway() throws Exception {
		EventQueue.invokeAndWait(() -> {
			window.getTextPanel().setSelection(0, 0);
			window.getTextPanel().clearSelection();
		});
		assertFilter("doe", "0010,0010");
		assertFilter("", "0010,0010", "0028,0030");
	}

	@Test
	void anotherRunEmptiesTheFieldAndAddsNone() throws Exception {
		type("doe");
		assertEquals(window, shown("MR"));
		assertEquals(1, fields(window).size());
		assertEquals("", fields(window).get(0).getText());
		assertRows("0008,0060", "0010,0010", "0028,0030");
		assertFilter("mr", "0008,0060");
		assertFilter("", "0008,0060", "0010,0010", "0028,0030");
	}

	@Test
	void closedWindowIsForgotten() throws Exception {
		type("doe");
		EventQueue.invokeAndWait(() -> window.close(false));
		assertFalse(window.isDisplayable());
		assertNull(WindowManager.getFrame(TITLE));
		final TextWindow closed = window;
		window = shown("CT");
		assertNotSame(closed, window);
		assertRows("0008,0060", "0010,0010", "0028,0030");
	}

	private static TextWindow shown(final String modality) throws Exception {
		final DataTable table = new DataTable(TITLE, "Tag", "Keyword", "Name", "VR", "VM", "Value", "Varies");
		table.add("0008,0060", "Modality", "Modality", "CS", 1, modality, "");
		table.add("0010,0010", "PatientName", "Patient's Name", "PN", 1, "Doe^Jane", "");
		table.add("0028,0030", "PixelSpacing", "Pixel Spacing", "DS", 2, "0.5\\0.5 PA", "");
		TableOutput.show(table);
		EventQueue.invokeAndWait(() -> {});
		return (TextWindow) WindowManager.getFrame(TITLE);
	}

	private void assertFilter(final String text, final String... tags) throws Exception {
		type("\b".repeat(fields(window).get(0).getText().length()) + text);
		assertRows(tags);
	}

	/** What the window shows, and what its table has. */
	private void assertRows(final String... tags) throws Exception {
		EventQueue.invokeAndWait(() -> {
			final List<String> lines = new ArrayList<>(), rows = new ArrayList<>();
			for (int i = 0; i < window.getTextPanel().getLineCount(); i++)
				lines.add(window.getTextPanel().getLine(i).split("\t")[0]);
			for (int i = 0; i < window.getResultsTable().size(); i++)
				rows.add(window.getResultsTable().getStringValue("Tag", i));
			assertEquals(List.of(tags), lines);
			assertEquals(List.of(tags), rows);
		});
	}

	/** Presses keys as the keyboard does, but without a need for the focus. */
	private void type(final String text) throws Exception {
		final JTextField field = fields(window).get(0);
		final var keys = KeyboardFocusManager.getCurrentKeyboardFocusManager();
		for (final char c : text.toCharArray())
			EventQueue.invokeAndWait(() -> {
				field.setCaretPosition(field.getText().length());
				final boolean back = c == '\b';
				keys.redispatchEvent(field, new KeyEvent(field, back ? KeyEvent.KEY_PRESSED : KeyEvent.KEY_TYPED,
					System.currentTimeMillis(), 0, back ? KeyEvent.VK_BACK_SPACE : KeyEvent.VK_UNDEFINED, c));
			});
	}

	private static List<JTextField> fields(final Container container) {
		final List<JTextField> found = new ArrayList<>();
		for (final Component component : container.getComponents()) {
			if (component instanceof JTextField field) found.add(field);
			else if (component instanceof Container inner) found.addAll(fields(inner));
		}
		return found;
	}
}
