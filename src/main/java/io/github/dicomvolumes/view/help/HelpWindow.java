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

import java.awt.Dialog;
import java.awt.EventQueue;
import java.awt.Point;
import java.awt.Rectangle;

import javax.swing.JEditorPane;
import javax.swing.JScrollPane;
import javax.swing.event.HyperlinkEvent;

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

	/** A window that may stay open. */
	private HelpWindow(final String html) {
		super(TITLE, html, false);
		toFront(); // it belongs to ImageJ's window, which others may cover
	}

	/** A window in front of a dialog; returns when it is closed. */
	private HelpWindow(final Dialog owner, final String html) {
		super(owner, TITLE, html);
	}

	/**
	 * Opens a page.
	 *
	 * @param owner a dialog that keeps all other windows waiting; null if there is none
	 */
	static HelpWindow open(final String page, final Dialog owner) {
		final String html = Guide.html(page, OTHER_PAGE);
		return owner == null ? new HelpWindow(html) : new HelpWindow(owner, html);
	}

	/** ImageJ's window is as wide at any scale, keeps its button small, and may begin anywhere in the page. */
	@Override
	@Deprecated
	public void show() {
		GuiScale.scale(getContentPane().getComponent(1));
		final Rectangle screen = GUI.getMaxWindowBounds(this);
		setSize(Math.min(screen.width * 9 / 10, Math.max(getWidth(), GuiScale.pixels(WIDTH))), getHeight());
		GUI.centerOnImageJScreen(this);
		final JScrollPane page = (JScrollPane) getContentPane().getComponent(0);
		EventQueue.invokeLater(() -> page.getViewport().setViewPosition(new Point()));
		super.show();
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
		final JEditorPane pane = (JEditorPane) e.getSource();
		// the pane still looks at the link, and has to be laid out before a place in it can be found
		EventQueue.invokeLater(() -> {
			pane.setText(Guide.html(place[0].replaceFirst("\\.md$", ""), OTHER_PAGE));
			pane.setCaretPosition(0);
			if (place.length > 1) EventQueue.invokeLater(() -> pane.scrollToReference(place[1]));
		});
	}
}
