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

package io.github.dicomvolumes.view.picker;

import java.awt.event.ActionEvent;
import java.awt.event.KeyAdapter;
import java.awt.event.KeyEvent;
import java.util.Map;
import java.util.function.Consumer;
import javax.swing.AbstractAction;
import javax.swing.Action;
import javax.swing.JComponent;
import javax.swing.JTable;
import javax.swing.JTextField;
import javax.swing.KeyStroke;
import javax.swing.event.DocumentEvent;
import javax.swing.event.DocumentListener;

/**
 * A field for words to search for in a table. What is typed in the table goes here; the arrow keys move the table's
 * selection from here, and Escape empties the field before it is for the window.
 */
final class SearchField extends JTextField {

	private static final long serialVersionUID = 1L;

	private static final Map<Integer, String> MOVES = Map.of(KeyEvent.VK_UP, "selectPreviousRow", KeyEvent.VK_DOWN,
		"selectNextRow", KeyEvent.VK_PAGE_UP, "scrollUpChangeSelection", KeyEvent.VK_PAGE_DOWN,
		"scrollDownChangeSelection");

	private final JTable table;

	/** @param search hears what is in the field when it changes */
	SearchField(final JTable table, final Consumer<String> search) {
		super(16);
		this.table = table;
		getDocument().addDocumentListener(new DocumentListener() {

			@Override
			public void insertUpdate(final DocumentEvent e) {
				search.accept(getText());
			}

			@Override
			public void removeUpdate(final DocumentEvent e) {
				search.accept(getText());
			}

			@Override
			public void changedUpdate(final DocumentEvent e) {
				// of the style, not of the text
			}
		});
		MOVES.forEach(this::moveTable);
		table.addKeyListener(new KeyAdapter() {

			@Override
			public void keyTyped(final KeyEvent e) {
				typed(e);
			}
		});
	}

	/** A key in this field does what it does in the table. */
	private void moveTable(final int key, final String name) {
		getInputMap().put(KeyStroke.getKeyStroke(key, 0), name);
		getActionMap().put(name, new AbstractAction() {

			private static final long serialVersionUID = 1L;

			@Override
			public void actionPerformed(final ActionEvent e) {
				final Action move = table.getActionMap().get(name);
				if (move != null) move.actionPerformed(new ActionEvent(table, ActionEvent.ACTION_PERFORMED, name));
			}
		});
	}

	/** A key that was typed in the table; the space bar is the table's. */
	private void typed(final KeyEvent e) {
		final char c = e.getKeyChar();
		final boolean isBack = c == KeyEvent.VK_BACK_SPACE && !getText().isEmpty();
		if (e.isControlDown() || e.isAltDown() || e.isMetaDown() || Character.isISOControl(c) && !isBack || c == ' ')
			return;
		final String text = getText();
		setText(isBack ? text.substring(0, text.length() - 1) : text + c);
		requestFocusInWindow();
		e.consume();
	}

	/**
	 * Empties the field and goes back to the table.
	 *
	 * @return whether there was something in it
	 */
	boolean clear() {
		if (getText().isEmpty()) return false;
		setText("");
		table.requestFocusInWindow();
		return true;
	}

	/** Where the keys go that are bound to the whole window. */
	void onKey(final JComponent window, final KeyStroke key) {
		window.registerKeyboardAction(e -> requestFocusInWindow(), key, JComponent.WHEN_IN_FOCUSED_WINDOW);
	}
}
