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

package io.github.dicomvolumes.view.help;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.awt.Dialog;
import java.awt.EventQueue;
import java.awt.Frame;
import java.awt.GraphicsEnvironment;
import java.awt.Rectangle;
import java.awt.Window;
import java.util.Arrays;
import java.util.Optional;

import javax.swing.JEditorPane;
import javax.swing.JScrollPane;
import javax.swing.event.HyperlinkEvent;
import javax.swing.text.BadLocationException;
import javax.swing.text.Highlighter;

import io.github.dicomvolumes.command.Dialogs;
import io.github.dicomvolumes.series.Finding;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** From a finding to the paragraph that explains it. */
class GuidePlaceTest {

	@AfterEach
	void close() throws Exception {
		if (GraphicsEnvironment.isHeadless()) return;
		EventQueue.invokeAndWait(
			() -> Arrays.stream(Window.getWindows()).filter(HelpWindow.class::isInstance).forEach(Window::dispose));
	}

	/** One window for all, which shows each time the paragraph that begins with the code, marked and in sight. */
	@Test
	void everyFindingOpensItsOwnParagraph() throws Exception {
		assumeFalse(GraphicsEnvironment.isHeadless(), "needs a display");
		HelpWindow first = null;
		for (final Finding.Code code : Finding.Code.values()) {
			EventQueue.invokeAndWait(() -> HelpWindow.open(GuidePlace.of(code), null));
			final HelpWindow window = HelpWindows.shown();
			if (first == null) first = window;
			assertEquals(first, window);
			assertMarked(window, code);
		}
	}

	/** A mark at the end of a page became one of all of the next page. */
	@Test
	void theNextPageHasNoMark() throws Exception {
		assumeFalse(GraphicsEnvironment.isHeadless(), "needs a display");
		EventQueue.invokeAndWait(() -> HelpWindow.open(GuidePlace.of(Finding.Code.NOT_YET), null));
		assertMarked(HelpWindows.shown(), Finding.Code.NOT_YET);
		EventQueue.invokeAndWait(() -> HelpWindow.open(GuidePlace.of(Guide.SERVER), null));
		for (int i = 0; i < 3; i++)
			EventQueue.invokeAndWait(() -> {});
		final JEditorPane pane = Dialogs.find(HelpWindows.shown(), JEditorPane.class).get(0);
		for (final Highlighter.Highlight mark : pane.getHighlighter().getHighlights())
			assertEquals(mark.getStartOffset(), mark.getEndOffset());
	}

	/** ImageJ's window forgets the vertical scroll bar, and then has a horizontal one, too. */
	@ParameterizedTest
	@ValueSource(strings = { "geometry", "server", "tutorial" })
	void aPageIsAsWideAsItsWindow(final String page) throws Exception {
		assumeFalse(GraphicsEnvironment.isHeadless(), "needs a display");
		EventQueue.invokeAndWait(() -> HelpWindow.open(new GuidePlace(page, ""), null));
		final HelpWindow window = HelpWindows.shown();
		EventQueue.invokeAndWait(() -> {
			final JScrollPane scroller = Dialogs.find(window, JScrollPane.class).get(0);
			assertTrue(scroller.getVerticalScrollBar().isShowing());
			assertFalse(scroller.getHorizontalScrollBar().isShowing());
		});
	}

	/** Of the warnings of the orthogonal views, whose window stays. */
	@Test
	void linksOfATextOpenTheGuide() throws Exception {
		assumeFalse(GraphicsEnvironment.isHeadless(), "needs a display");
		Guide.show("Warnings", "<p>leans (" + Guide.link(Finding.Code.GANTRY_TILT) + ")</p>");
		final HelpWindow warnings = HelpWindows.shown();
		final JEditorPane pane = Dialogs.find(warnings, JEditorPane.class).get(0);
		EventQueue.invokeAndWait(() -> pane.fireHyperlinkUpdate(new HyperlinkEvent(pane,
			HyperlinkEvent.EventType.ACTIVATED, null, HelpWindow.OTHER_PAGE + "geometry.md#GANTRY_TILT")));
		Dialogs.await("DICOM Volumes: help");
		assertTrue(warnings.isShowing());
		EventQueue.invokeAndWait(warnings::dispose);
		assertMarked(HelpWindows.shown(), Finding.Code.GANTRY_TILT);
	}

	@Test
	void beforeADialogToo() throws Exception {
		assumeFalse(GraphicsEnvironment.isHeadless(), "needs a display");
		final Dialog dialog = new Dialog((Frame) null, "asks", true);
		try {
			EventQueue.invokeLater(() -> dialog.setVisible(true));
			EventQueue.invokeLater(() -> Guide.show(GuidePlace.of(Finding.Code.ODD_HEADER), dialog));
			assertMarked(HelpWindows.shown(), Finding.Code.ODD_HEADER);
		}
		finally {
			EventQueue.invokeAndWait(dialog::dispose);
		}
	}

	@ParameterizedTest
	@ValueSource(
		strings = { "GANTRY_TILT", "gantry_tilt", "geometry#GANTRY_TILT", "geometry.md#GANTRY_TILT", " GANTRY_TILT " })
	void aFindingIsFound(final String wanted) {
		final GuidePlace place = Guide.find(wanted).orElseThrow();
		assertEquals("geometry.md#GANTRY_TILT", place.toString());
		assertEquals("https://github.com/dicomvolumes/DICOM_Volumes/blob/main/docs/geometry.md#GANTRY_TILT",
			Guide.web(place));
	}

	@ParameterizedTest
	@CsvSource({ "pet, pet.md", "PET, pet.md", "DICOM SUV, pet.md", "DICOM SUV..., pet.md", "dicom report, geometry.md",
		"tutorial#3-metadata, tutorial.md#3-metadata", "readme, README.md", "macro-reference, macro-reference.md" })
	void commandsAndPagesAreFound(final String wanted, final String place) {
		assertEquals(place, Guide.find(wanted).orElseThrow().toString());
	}

	@ParameterizedTest
	@ValueSource(strings = { "GANTRY", "geometry#NOTHING", "../README", "nothing", "#x" })
	void whatIsNotThereIsNotFound(final String wanted) {
		assertEquals(Optional.empty(), Guide.find(wanted));
	}

	@Test
	void linesNameFindings() {
		for (final Finding.Code code : Finding.Code.values()) {
			final Optional<GuidePlace> place = Optional.of(GuidePlace.of(code));
			assertEquals(place, GuidePlace.in("warning\t" + code + "\tthe text\t3"));
			assertEquals(place, GuidePlace.in("  warning: " + GuidePlace.marked(new Finding(code, "the text"))));
		}
		assertEquals(Optional.empty(), GuidePlace.in("VALUES of SEGMENTS: SPLIT [into] two"));
	}

	private static void assertMarked(final HelpWindow window, final Finding.Code code) throws Exception {
		for (int i = 0; i < 3; i++)
			EventQueue.invokeAndWait(() -> {}); // what is laid out, found and scrolled to one after the other
		EventQueue.invokeAndWait(() -> {
			final JEditorPane pane = Dialogs.find(window, JEditorPane.class).get(0);
			final Highlighter.Highlight[] marks = pane.getHighlighter().getHighlights();
			assertEquals(1, marks.length, code::name);
			try {
				final int start = marks[0].getStartOffset(), end = marks[0].getEndOffset();
				final String text = pane.getText(start, end - start).strip();
				assertTrue(text.startsWith(code + " (" + (code.isWarning() ? "warning" : "note") + ")"), text);
				final Rectangle begin = pane.modelToView2D(start + 1).getBounds();
				assertTrue(pane.getVisibleRect().contains(begin.x, begin.y, 1, begin.height),
					code + " at " + begin + ", in sight is " + pane.getVisibleRect());
			}
			catch (final BadLocationException exc) {
				throw new IllegalStateException(exc);
			}
		});
	}
}
