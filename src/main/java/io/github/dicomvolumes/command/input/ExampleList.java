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

package io.github.dicomvolumes.command.input;

import java.awt.BorderLayout;
import java.awt.Dimension;
import java.awt.FontMetrics;
import java.awt.List;
import java.awt.Panel;
import java.awt.TextField;
import java.awt.event.KeyAdapter;
import java.awt.event.KeyEvent;

import javax.swing.SwingUtilities;

import ij.gui.GUI;
import ij.gui.GenericDialog;

/**
 * The texts worth typing into a field, below it: all at first and while the field has one of them, else those that have
 * what is typed. A click, or the keys up and down in the field, choose one from those listed; a double click, or Enter,
 * closes the dialog with it.
 */
final class ExampleList extends Panel {

	private static final long serialVersionUID = 1L;
	private static final int ROWS = 8;

	private final TextField field;
	private final transient Examples examples;
	private final List list = new List(ROWS);
	/** Taken from the list, which then stays as it is; AWT tells of it later. */
	private String chosen = "";

	ExampleList(final TextField field, final java.util.List<String> examples) {
		super(new BorderLayout());
		this.field = field;
		this.examples = new Examples(examples);
		GUI.scale(list);
		add(list);
		field.addTextListener(e -> search());
		field.addKeyListener(new KeyAdapter() {

			@Override
			public void keyPressed(final KeyEvent e) {
				if (e.getKeyCode() == KeyEvent.VK_DOWN) choose(1);
				if (e.getKeyCode() == KeyEvent.VK_UP) choose(-1);
			}
		});
		list.addItemListener(e -> take(list.getSelectedItem()));
		list.addActionListener(e -> accept());
		show(examples);
	}

	/** As wide as the longest text. */
	@Override
	public Dimension getPreferredSize() {
		final Dimension size = super.getPreferredSize();
		final FontMetrics metrics = list.getFontMetrics(list.getFont() == null ? field.getFont() : list.getFont());
		final int widest = examples.all().stream().mapToInt(metrics::stringWidth).max().orElse(0);
		return new Dimension(Math.max(size.width, widest + 40), size.height);
	}

	private void choose(final int step) {
		if (list.getItemCount() == 0) return;
		final int next = Math.max(0, Math.min(list.getItemCount() - 1, list.getSelectedIndex() + step)); // first if none
		list.select(next);
		list.makeVisible(next);
		take(list.getItem(next));
	}

	private void take(final String text) {
		chosen = text;
		field.setText(text);
	}

	/** As with Enter in the field, which ImageJ's dialog takes for OK. */
	private void accept() {
		if (SwingUtilities.getWindowAncestor(this) instanceof GenericDialog dialog) dialog.keyPressed(
			new KeyEvent(field, KeyEvent.KEY_PRESSED, System.currentTimeMillis(), 0, KeyEvent.VK_ENTER, '\n'));
	}

	private void search() {
		if (field.getText().equals(chosen)) return;
		chosen = "";
		show(examples.matching(field.getText()));
	}

	private void show(final java.util.List<String> found) {
		if (!found.equals(java.util.List.of(list.getItems()))) {
			list.removeAll();
			found.forEach(list::add);
		}
		final int at = Examples.at(found, field.getText());
		if (at < 0 || list.getSelectedIndex() == at) return;
		list.select(at);
		list.makeVisible(at);
	}
}
