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

import java.awt.Color;
import java.awt.Component;
import java.awt.Dialog;
import java.awt.EventQueue;
import java.awt.Insets;
import java.awt.Point;
import java.awt.Rectangle;
import java.util.Arrays;
import java.util.Optional;

import javax.swing.JEditorPane;
import javax.swing.JScrollPane;
import javax.swing.JViewport;
import javax.swing.event.HyperlinkEvent;
import javax.swing.text.BadLocationException;
import javax.swing.text.DefaultHighlighter;
import javax.swing.text.Element;
import javax.swing.text.html.HTML;
import javax.swing.text.html.HTMLDocument;

import io.github.dicomvolumes.view.imagej.GuiScale;

import ij.gui.GUI;
import ij.gui.HTMLDialog;

/** A window with a page of the guide, whose links to other pages show these in place of it, without the web. */
final class HelpWindow extends HTMLDialog {

	private static final long serialVersionUID = 1L;

	/** What links to other pages begin with. */
	static final String OTHER_PAGE = "guide:";

	private static final String TITLE = "DICOM Volumes: help";

	/** Pixels at 100 %, as wide as ImageJ's HTML windows are at most. */
	private static final int WIDTH = 720;

	/** Pixels above a paragraph that is shown. */
	private static final int GAP = 8;

	/** The anchor at which the next window begins: ImageJ's constructors show it. Used by the event thread only. */
	private static String beginning = "";

	/** A window that may stay open. */
	private HelpWindow(final String title, final String html) {
		super(title, html, false);
		toFront(); // it belongs to ImageJ's window, which others may cover
	}

	/** A window in front of a dialog; returns when it is closed. */
	private HelpWindow(final Dialog owner, final String html) {
		super(owner, TITLE, html);
	}

	/**
	 * Opens a place; without an owner in the window that is open, if there is one.
	 *
	 * @param owner a dialog that keeps all other windows waiting; null if there is none
	 */
	static void open(final GuidePlace place, final Dialog owner) {
		final String html = Guide.html(place.page(), OTHER_PAGE);
		final Optional<HelpWindow> open = owner == null ? open() : Optional.empty();
		if (open.isPresent()) {
			open.get().show(place);
			open.get().toFront();
			return;
		}
		beginning = place.anchor();
		if (owner == null) new HelpWindow(TITLE, html);
		else new HelpWindow(owner, html);
	}

	/** Opens a text of ours. */
	static void open(final String title, final String html) {
		new HelpWindow(title, html);
	}

	private static Optional<HelpWindow> open() {
		return Arrays.stream(getWindows())
			.filter(HelpWindow.class::isInstance)
			.map(HelpWindow.class::cast)
			.filter(window -> window.isShowing() && !window.isModal() && TITLE.equals(window.getTitle()))
			.findFirst();
	}

	/**
	 * ImageJ's window has no room for the scroll bar, is as wide at any scale, keeps its button small, and may begin
	 * anywhere in the page.
	 */
	@Override
	@Deprecated
	public void show() {
		final Component button = getContentPane().getComponent(1);
		final int small = button.getPreferredSize().height;
		GuiScale.scale(button);
		final Rectangle screen = GUI.getMaxWindowBounds(this);
		final int height = getHeight() + button.getPreferredSize().height - small;
		final JScrollPane page = scroller();
		final int bar = page.getVerticalScrollBar().getPreferredSize().width;
		final int width = pane().getMinimumSize().width + bar + across(page.getInsets()) + across(getInsets());
		setSize(Math.min(screen.width * 9 / 10, Math.max(width, GuiScale.pixels(WIDTH))),
			Math.max(getHeight(), Math.min(screen.height * 9 / 10, height)));
		GUI.centerOnImageJScreen(this);
		final String anchor = beginning;
		beginning = "";
		EventQueue.invokeLater(() -> {
			page.getViewport().setViewPosition(new Point());
			EventQueue.invokeLater(() -> reveal(anchor)); // lines are wrapped first
		});
		super.show();
	}

	private static int across(final Insets insets) {
		return insets.left + insets.right;
	}

	private JScrollPane scroller() {
		return (JScrollPane) getContentPane().getComponent(0);
	}

	@Override
	public void hyperlinkUpdate(final HyperlinkEvent e) {
		final String link = e.getDescription();
		if (link == null || !link.startsWith(OTHER_PAGE)) {
			super.hyperlinkUpdate(e);
			return;
		}
		if (e.getEventType() != HyperlinkEvent.EventType.ACTIVATED) return;
		final String[] place = link.substring(OTHER_PAGE.length()).split("#", 2);
		final String page = place[0].replaceFirst("\\.md$", "");
		// the pane still looks at the link
		EventQueue.invokeLater(() -> follow(new GuidePlace(page, place.length > 1 ? place[1] : "")));
	}

	/** From a text of ours, whose window is small, in that of the guide. */
	private void follow(final GuidePlace place) {
		if (isModal() || TITLE.equals(getTitle())) show(place);
		else open(place, null);
	}

	private void show(final GuidePlace place) {
		final JEditorPane pane = pane();
		pane.getHighlighter().removeAllHighlights(); // one that goes to the end would grow with the text
		pane.setText(Guide.html(place.page(), OTHER_PAGE));
		pane.setCaretPosition(0);
		EventQueue.invokeLater(() -> reveal(place.anchor())); // it has to be laid out before
	}

	private JEditorPane pane() {
		return (JEditorPane) scroller().getViewport().getView();
	}

	/** Scrolls to an anchor and marks its paragraph, which at the end of a page is not the first in sight. */
	private void reveal(final String wanted) {
		if (wanted.isEmpty()) return;
		final JEditorPane pane = pane();
		final HTMLDocument document = (HTMLDocument) pane.getDocument();
		for (final var link = document.getIterator(HTML.Tag.A); link.isValid(); link.next())
			if (wanted.equals(link.getAttributes().getAttribute(HTML.Attribute.NAME))) {
				mark(pane, document.getParagraphElement(link.getStartOffset()));
				return;
			}
	}

	private void mark(final JEditorPane pane, final Element paragraph) {
		final Color colour = pane.getSelectionColor();
		pane.getHighlighter().removeAllHighlights();
		try {
			final JViewport view = scroller().getViewport();
			final int top = pane.modelToView2D(paragraph.getStartOffset()).getBounds().y;
			view.setViewPosition(
				new Point(0, Math.max(0, Math.min(top - GAP, pane.getHeight() - view.getExtentSize().height))));
			// letters stay readable on it, dark or bright ones
			pane.getHighlighter()
				.addHighlight(paragraph.getStartOffset(), paragraph.getEndOffset(),
					new DefaultHighlighter.DefaultHighlightPainter(
						new Color(colour.getRed(), colour.getGreen(), colour.getBlue(), 90)));
		}
		catch (final BadLocationException exc) {
			throw new IllegalStateException(exc);
		}
	}
}
