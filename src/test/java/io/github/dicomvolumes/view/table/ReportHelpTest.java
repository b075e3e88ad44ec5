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
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.awt.Component;
import java.awt.Dialog;
import java.awt.EventQueue;
import java.awt.GraphicsEnvironment;
import java.awt.MenuItem;
import java.awt.event.ActionEvent;
import java.awt.event.KeyEvent;
import java.awt.event.MouseEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import javax.swing.JButton;
import javax.swing.JEditorPane;
import javax.swing.JTextField;

import io.github.dicomvolumes.DicomVolumes;
import io.github.dicomvolumes.SyntheticSeries;
import io.github.dicomvolumes.command.Dialogs;
import io.github.dicomvolumes.data.Disclosure;
import io.github.dicomvolumes.series.Finding;
import io.github.dicomvolumes.view.help.Guide;
import io.github.dicomvolumes.view.help.GuidePlace;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import ij.WindowManager;
import ij.text.TextPanel;
import ij.text.TextWindow;

/** From a row of the table of findings to what it means, with mouse and keys. */
class ReportHelpTest {

	private static final String HELP = "DICOM Volumes: help";

	private TextWindow window;

	@BeforeEach
	void show(@TempDir final Path folder) throws Exception {
		assumeFalse(GraphicsEnvironment.isHeadless(), "needs a display");
		new SyntheticSeries("CT").write(folder);
		final var volume = DicomVolumes.open(folder);
		assertEquals(List.of(), volume.report().findings());
		final var findings = List.of(new Finding(Finding.Code.SPLIT, "by size"),
			new Finding(Finding.Code.GANTRY_TILT, "by 12.5 degrees"),
			new Finding(Finding.Code.MISSING_SLICES, "slice 4"));
		TableOutput.show(ReportTable.of(volume, findings, Disclosure.SHOW));
		EventQueue.invokeAndWait(() -> {});
		window = (TextWindow) WindowManager.getFrame("DICOM Report");
	}

	@AfterEach
	void close() throws Exception {
		EventQueue.invokeAndWait(() -> {
			Dialogs.of(HELP).forEach(Dialog::dispose);
			if (window != null) window.close(false);
		});
	}

	@Test
	void doubleClickOnARow() throws Exception {
		final Component canvas = canvas();
		final int row = canvas.getFontMetrics(TableSize.font()).getHeight() + 2;
		Dialogs.await(() -> { // rows have a height once they are painted
			mouse(canvas, MouseEvent.MOUSE_PRESSED, 2 * row + row / 2);
			return window.getTextPanel().getSelectionStart() == 1 ? window : null;
		});
		mouse(canvas, MouseEvent.MOUSE_CLICKED, 2 * row + row / 2);
		assertShows("MISSING_SLICES");
	}

	/** As people use search fields: type, go down, and ask. */
	@Test
	void keysOfTheField() throws Exception {
		final JTextField field = Dialogs.find(window, JTextField.class).get(0);
		EventQueue.invokeAndWait(() -> field.setText("s"));
		EventQueue.invokeAndWait(() -> field.setText("sli"));
		press(field, KeyEvent.VK_DOWN);
		press(field, KeyEvent.VK_F1);
		assertShows("MISSING_SLICES");
	}

	/** Which end at the first row and at the last one. */
	@Test
	void keysOfTheTable() throws Exception {
		for (final int key : new int[] { KeyEvent.VK_DOWN, KeyEvent.VK_UP, KeyEvent.VK_UP, KeyEvent.VK_DOWN,
			KeyEvent.VK_DOWN, KeyEvent.VK_DOWN, KeyEvent.VK_DOWN, KeyEvent.VK_UP, KeyEvent.VK_F1 })
			press(canvas(), key);
		assertShows("MISSING_SLICES");
	}

	@Test
	void buttonAndMenu() throws Exception {
		final MenuItem item = window.getMenuBar().getMenu(window.getMenuBar().getMenuCount() - 1).getItem(0);
		assertEquals("What Does This Line Mean? (F1)", item.getLabel());
		EventQueue.invokeAndWait(() -> window.getTextPanel().setSelection(2, 2));
		EventQueue.invokeAndWait(() -> item.dispatchEvent(new ActionEvent(item, ActionEvent.ACTION_PERFORMED, "")));
		assertShows("SPLIT");
		EventQueue.invokeAndWait(() -> window.getTextPanel().resetSelection());
		EventQueue.invokeAndWait(() -> Dialogs.find(window, JButton.class).get(0).doClick());
		assertShows("Findings");
	}

	/** Also one that a command adds later. */
	@Test
	void everyTableHasAPage() throws IOException {
		final Pattern title = Pattern.compile("new DataTable\\(\\s*\"([^\"]+)\"");
		try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
			for (final Path file : files.filter(path -> path.toString().endsWith(".java")).toList())
				title.matcher(Files.readString(file))
					.results()
					.forEach(table -> assertFalse(Guide.ofTable(table.group(1)).equals(GuidePlace.of(Guide.INDEX)),
						table::group));
		}
	}

	private static void mouse(final Component canvas, final int id, final int y) {
		EventQueue.invokeLater(() -> canvas.dispatchEvent(
			new MouseEvent(canvas, id, System.currentTimeMillis(), 0, 30, y, 2, false, MouseEvent.BUTTON1)));
	}

	private Component canvas() {
		final TextPanel panel = window.getTextPanel();
		return Stream.of(panel.getComponents())
			.filter(component -> component.getClass().getSimpleName().equals("TextCanvas"))
			.findFirst()
			.orElseThrow();
	}

	private static void press(final Component component, final int key) throws Exception {
		EventQueue.invokeAndWait(() -> {
			final var event = new KeyEvent(component, KeyEvent.KEY_PRESSED, System.currentTimeMillis(), 0, key,
				KeyEvent.CHAR_UNDEFINED);
			for (final var listener : component.getKeyListeners())
				listener.keyPressed(event);
		});
	}

	/** Marked in the guide's window. */
	private static void assertShows(final String start) throws Exception {
		final Dialog help = Dialogs.await(HELP);
		final JEditorPane pane = Dialogs.find(help, JEditorPane.class).get(0);
		Dialogs.await(() -> marked(pane).startsWith(start) ? pane : null);
	}

	private static String marked(final JEditorPane pane) {
		final String[] text = { "" };
		try {
			EventQueue.invokeAndWait(() -> {
				for (final var mark : pane.getHighlighter().getHighlights())
					text[0] = text(pane, mark.getStartOffset(), mark.getEndOffset()).strip();
			});
		}
		catch (final ReflectiveOperationException | InterruptedException exc) {
			throw new IllegalStateException(exc);
		}
		return text[0];
	}

	private static String text(final JEditorPane pane, final int start, final int end) {
		try {
			return pane.getText(start, end - start);
		}
		catch (final javax.swing.text.BadLocationException exc) {
			throw new IllegalStateException(exc);
		}
	}
}
