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

import java.awt.Component;
import java.awt.Menu;
import java.awt.MenuBar;
import java.awt.MenuItem;
import java.awt.event.KeyAdapter;
import java.awt.event.KeyEvent;
import java.awt.event.KeyListener;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;

import ij.text.TextPanel;
import ij.text.TextWindow;

/**
 * The guide behind the lines of one of ImageJ's windows with text: F1 and the window's menu Help explain the chosen
 * line, if it names a finding, and else what the window shows. Up and down choose a line.
 * <p>
 * Used by the event thread only.
 */
public final class LineHelp {

	private static final String MENU = "Help", ITEM = "What Does This Line Mean? (F1)";

	private final TextPanel panel;
	private final GuidePlace otherwise;

	/** @param otherwise what explains lines that name no finding */
	public LineHelp(final TextWindow window, final GuidePlace otherwise) {
		panel = window.getTextPanel();
		this.otherwise = otherwise;
		final MenuItem item = new MenuItem(ITEM);
		item.addActionListener(e -> open());
		final Menu menu = new Menu(MENU);
		menu.add(item);
		window.getMenuBar().add(menu);
		for (final Component canvas : panel.getComponents()) // TextPanel.addKeyListener would replace ImageJ's own
			canvas.addKeyListener(keys());
	}

	/** Whether a window has such help. */
	public static boolean isIn(final TextWindow window) {
		final MenuBar bar = window.getMenuBar();
		for (int i = 0; i < bar.getMenuCount(); i++)
			if (MENU.equals(bar.getMenu(i).getLabel())) return true;
		return false;
	}

	/** A double click opens the paragraph on the finding of a line; not in a log, where ImageJ opens files so. */
	public void openByDoubleClick() {
		panel.addMouseListener(new MouseAdapter() {

			@Override
			public void mouseClicked(final MouseEvent e) {
				if (e.getClickCount() == 2 && e.getButton() == MouseEvent.BUTTON1)
					GuidePlace.in(line()).ifPresent(Guide::show);
			}
		});
	}

	/** Opens what explains the chosen line. */
	public void open() {
		Guide.show(GuidePlace.in(line()).orElse(otherwise));
	}

	/** Chooses and explains lines, also for a field that has the focus instead. */
	public KeyListener keys() {
		return new KeyAdapter() {

			@Override
			public void keyPressed(final KeyEvent e) {
				switch (e.getKeyCode()) {
					case KeyEvent.VK_F1 -> open();
					case KeyEvent.VK_UP -> choose(-1);
					case KeyEvent.VK_DOWN -> choose(1);
					default -> {}
				}
			}
		};
	}

	private void choose(final int step) {
		final int count = panel.getLineCount(), now = panel.getSelectionStart();
		if (count == 0) return;
		final int next = now < 0 ? 0 : Math.max(0, Math.min(count - 1, now + step));
		panel.setSelection(next, next);
	}

	/** The first line that is chosen; empty if none is. */
	private String line() {
		final int chosen = panel.getSelectionStart();
		return chosen < 0 || chosen >= panel.getLineCount() ? "" : panel.getLine(chosen);
	}
}
