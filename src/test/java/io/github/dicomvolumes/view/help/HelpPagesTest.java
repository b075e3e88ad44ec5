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
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.awt.Dialog;
import java.awt.EventQueue;
import java.awt.Frame;
import java.awt.GraphicsEnvironment;
import java.awt.Point;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import javax.swing.JEditorPane;
import javax.swing.JViewport;
import javax.swing.event.HyperlinkEvent;
import javax.swing.text.BadLocationException;
import javax.swing.text.GlyphView;
import javax.swing.text.View;
import javax.swing.text.html.HTMLDocument;
import javax.swing.text.html.HTMLEditorKit;

import io.github.dicomvolumes.command.Dialogs;

import ij.Prefs;
import ij.gui.GUI;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.scijava.Context;
import org.scijava.command.CommandService;

class HelpPagesTest {

	private static final String OURS = "io.github.dicomvolumes.command";

	@Test
	void everyCommandHasAPageThatIsPacked() {
		try (Context context = new Context(CommandService.class)) {
			final List<String> labels = context.service(CommandService.class)
				.getCommands()
				.stream()
				.filter(info -> info.getDelegateClassName().startsWith(OURS) && !info.getMenuPath().isEmpty())
				.map(info -> info.getMenuPath().getLeaf().getName())
				.filter(label -> !label.startsWith("DICOM Test"))
				.toList();
			assertTrue(labels.size() > 20, labels.toString());
			for (final String label : labels) {
				assertTrue(Guide.explains(label), label + " has no page");
				assertTrue(Guide.html(Guide.page(label), "").length() > 500, label);
				assertTrue(Guide.find(Guide.ofFailure(label).toString()).isPresent(), label);
			}
		}
	}

	static Stream<Path> pages() throws IOException {
		return Files.list(Path.of("docs")).filter(file -> file.toString().endsWith(".md"));
	}

	@Test
	void stepsStayCounted() {
		final String html = new MarkdownPage("1. Open\n2. Look\n\nThen\n\n- one\n- two\n", "", "").toHtml();
		assertEquals("<ol> <li>Open</li> <li>Look</li> </ol> <p>Then</p> <ul> <li>one</li> <li>two</li> </ul>",
			html.strip().replaceAll("\\s+", " "));
	}

	/** Nothing of Markdown is left in what Swing shows, outside of code. */
	@ParameterizedTest
	@MethodSource("pages")
	void everyPageBecomesHtml(final Path file) throws Exception {
		final String html = html(Files.readString(file));
		final String text = text(html.replaceAll("(?s)<(pre|code)>.*?</\\1>", ""));
		for (final String mark : List.of("](", "**", "```", "<!--", "|--", "<a id", "![", "\u0000", "\u0001"))
			assertFalse(text.contains(mark), mark + " in " + text);
	}

	@Test
	void linksLeadToTheWebAndWithinThePage() {
		assertEquals("<p><a href=\"web/a.md#b\">A</a> <a href=\"#c\">C</a> <a href=\"top/macros\">M</a></p>",
			html("[A](a.md#b) [C](#c) [M](../macros)").strip());
		assertTrue(html("## Two words...").contains("<h2><a name=\"two-words\">Two words...</a></h2>"));
		assertTrue(html("<a id=\"CODE_1\"></a>**`CODE_1`** (note).")
			.contains("<a name=\"CODE_1\"></a><b><code>CODE_1</code></b> (note)."));
	}

	@Test
	void listsTablesAndCode() {
		assertEquals("<ul>\n<li>one more</li>\n<li>two</li>\n</ul>\n<p>after</p>",
			html("- one\n  more\n- two\n\nafter").strip());
		assertEquals(
			"<table border='0' cellspacing='4'>\n<tr><td valign='top'>a</td><td valign='top'>b &lt; c</td></tr>\n" +
				"<tr><td valign='top'>1</td><td valign='top'></td></tr>\n</table>",
			html("| a | b < c |\n|---|---|\n| 1 | |").strip());
		assertEquals("<p>x</p>\n<pre>a &lt; **b**\n</pre>", html("x\n```ijm\na < **b**\n```").strip());
	}

	@Test
	void anUnknownCommandHasTheIndex() {
		assertEquals(Guide.INDEX, Guide.page("Something..."));
		assertThrows(IllegalArgumentException.class, () -> Guide.html("nothing", ""));
	}

	/** Offline, too: from the index to a finding, by its anchor, in the same window. */
	@Test
	void linksOfTheWindowShowOtherPages() throws Exception {
		assumeFalse(GraphicsEnvironment.isHeadless(), "needs a display");
		EventQueue.invokeAndWait(() -> HelpWindow.open(GuidePlace.of(Guide.INDEX), null));
		follow(HelpWindows.shown(), "geometry.md#GANTRY_TILT");
	}

	/** The window in front of a dialog stays in front of it: one behind it could not be read, nor closed. */
	@Test
	void linksStayInFrontOfADialog() throws Exception {
		assumeFalse(GraphicsEnvironment.isHeadless(), "needs a display");
		final Dialog dialog = new Dialog((Frame) null, "asks", true);
		try {
			EventQueue.invokeLater(() -> dialog.setVisible(true));
			EventQueue.invokeLater(() -> HelpWindow.open(GuidePlace.of(Guide.SERIES), dialog));
			final HelpWindow window = HelpWindows.shown();
			assertEquals(dialog, window.getOwner());
			assertTrue(window.isModal());
			follow(window, "geometry.md#GANTRY_TILT");
		}
		finally {
			EventQueue.invokeAndWait(dialog::dispose);
		}
	}

	/** As Edit > Options > Appearance says; ImageJ's own HTML windows do not. */
	@ParameterizedTest
	@ValueSource(doubles = { 1.5, 2, 3 })
	void textIsScaled(final double scale) throws Exception {
		assumeFalse(GraphicsEnvironment.isHeadless(), "needs a display");
		final List<Integer> before = sizes();
		Prefs.setGuiScale(scale);
		try {
			final List<Integer> after = sizes();
			assertEquals(before.size(), after.size());
			for (int i = 0; i < before.size(); i++)
				assertEquals(scale * before.get(i), after.get(i), 0.15 * scale * before.get(i), before + ", " + after);
		}
		finally {
			Prefs.setGuiScale(1);
		}
	}

	/** The whole width of the page, from its left, as far as the screen has it. */
	@ParameterizedTest
	@ValueSource(doubles = { 1, 2 })
	void nothingIsCutOffAtTheLeft(final double scale) throws Exception {
		assumeFalse(GraphicsEnvironment.isHeadless(), "needs a display");
		Prefs.setGuiScale(scale);
		try {
			EventQueue.invokeAndWait(() -> HelpWindow.open(GuidePlace.of(Guide.SERIES), null));
			final HelpWindow window = HelpWindows.shown();
			EventQueue.invokeAndWait(() -> {}); // which sets the place to begin
			EventQueue.invokeAndWait(() -> {
				final JViewport view = Dialogs.find(window, JViewport.class).get(0);
				assertEquals(new Point(), view.getViewPosition());
				assertTrue(window.getWidth() >= Math.min(700 * scale, GUI.getMaxWindowBounds(window).width * 0.89),
					window.getWidth() + " at " + scale);
				window.dispose();
			});
		}
		finally {
			Prefs.setGuiScale(1);
		}
	}

	/** Of a heading, text, a list, a table and code, in points. */
	private static List<Integer> sizes() throws Exception {
		EventQueue.invokeAndWait(() -> HelpWindow.open(GuidePlace.of("first-steps"), null));
		final HelpWindow window = HelpWindows.shown();
		final JEditorPane pane = Dialogs.find(window, JEditorPane.class).get(0);
		final List<Integer> sizes = new ArrayList<>();
		EventQueue.invokeAndWait(() -> {
			try {
				final String text = pane.getDocument().getText(0, pane.getDocument().getLength());
				for (final String part : List.of("First steps", "You need Java", "opens a chest CT", "you have",
					"DICOM_Volumes-<version>.jar"))
					sizes.add(fontSize(pane.getUI().getRootView(pane), text.indexOf(part)));
			}
			catch (final BadLocationException exc) {
				throw new IllegalStateException(exc);
			}
		});
		EventQueue.invokeAndWait(window::dispose);
		return sizes;
	}

	private static int fontSize(final View view, final int at) {
		if (view instanceof GlyphView glyphs) return glyphs.getFont().getSize();
		for (int i = 0; i < view.getViewCount(); i++) {
			final View part = view.getView(i);
			if (part.getStartOffset() <= at && at < part.getEndOffset()) return fontSize(part, at);
		}
		throw new AssertionError("nothing shows " + at);
	}

	private static void follow(final HelpWindow window, final String link) throws Exception {
		try {
			final JEditorPane pane = Dialogs.find(window, JEditorPane.class).get(0);
			EventQueue.invokeAndWait(() -> pane.fireHyperlinkUpdate(
				new HyperlinkEvent(pane, HyperlinkEvent.EventType.ACTIVATED, null, HelpWindow.OTHER_PAGE + link)));
			Dialogs.await(() -> pane.getVisibleRect().y > 0 ? pane : null);
			assertTrue(pane.getText().contains("GANTRY_TILT"));
			assertEquals(window, HelpWindows.shown());
		}
		finally {
			EventQueue.invokeAndWait(window::dispose);
		}
	}

	/** Every link of a page leads to a page that is packed, or elsewhere by its whole address. */
	@ParameterizedTest
	@MethodSource("pages")
	void linksOfAPageArePackedPages(final Path file) {
		final Matcher link = Pattern.compile("href=[\"']([^\"']*)")
			.matcher(Guide.html(name(file), HelpWindow.OTHER_PAGE));
		while (link.find()) {
			final String target = link.group(1);
			if (target.startsWith(HelpWindow.OTHER_PAGE))
				Guide.html(target.substring(HelpWindow.OTHER_PAGE.length()).replaceFirst("\\.md(#.*)?$", ""),
					HelpWindow.OTHER_PAGE);
			else assertTrue(target.startsWith("#") || target.startsWith("https://"), target);
		}
	}

	private static String name(final Path file) {
		return file.getFileName().toString().replaceFirst("\\.md$", "");
	}

	private static String html(final String markdown) {
		return new MarkdownPage(markdown, "web/", "top/").toHtml();
	}

	/** As Swing reads it. */
	private static String text(final String html) throws Exception {
		final var kit = new HTMLEditorKit();
		final var document = (HTMLDocument) kit.createDefaultDocument();
		kit.read(new StringReader("<html><body>" + html + "</body></html>"), document, 0);
		return document.getText(0, document.getLength());
	}
}
