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

package io.github.dicomvolumes.view.ortho.window;

import java.awt.Component;
import java.awt.GridBagConstraints;
import java.awt.GridBagLayout;
import java.awt.GridLayout;
import java.awt.Insets;
import java.awt.event.FocusAdapter;
import java.awt.event.FocusEvent;
import java.util.function.Predicate;
import java.util.function.Supplier;

import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JTextField;

import ij.IJ;

/** Rows of a label and one or two components. */
final class FieldGrid {

	private final JPanel panel = new JPanel(new GridBagLayout());
	private int row;

	JPanel panel() {
		return panel;
	}

	/** A row that may be hidden. */
	record Row(JLabel name, JPanel fields) {

		/** Returns whether it was the other way before. */
		boolean setVisible(final boolean isVisible) {
			if (fields.isVisible() == isVisible) return false;
			name.setVisible(isVisible);
			fields.setVisible(isVisible);
			return true;
		}
	}

	/** Adds a row; the label's mnemonic leads to the first component. */
	Row add(final String label, final char mnemonic, final JComponent... components) {
		final JLabel name = new JLabel(label);
		name.setDisplayedMnemonic(mnemonic);
		name.setLabelFor(components[0]);
		put(name, 0, 0);
		final JPanel equal = new JPanel(new GridLayout(1, 0, 4, 0));
		for (final JComponent component : components)
			equal.add(component);
		put(equal, 1, 1);
		row++;
		return new Row(name, equal);
	}

	private void put(final Component component, final int column, final double weight) {
		panel.add(component, new GridBagConstraints(column, row, 1, 1, weight, 0, GridBagConstraints.LINE_START,
			GridBagConstraints.HORIZONTAL, new Insets(2, 2, 2, 4), 0, 0));
	}

	/**
	 * A field whose text counts when Enter is pressed or the field is left.
	 *
	 * @param accept is given a text that somebody has typed and returns whether it makes sense
	 * @param shown the model's value as text, which replaces any other
	 */
	static JTextField field(final int columns, final String tip, final Predicate<String> accept,
		final Supplier<String> shown)
	{
		final JTextField field = new JTextField(columns);
		field.setToolTipText(tip);
		field.addActionListener(e -> {
			if (!field.getText().equals(shown.get()) && !accept.test(field.getText())) {
				IJ.showStatus(tip);
				IJ.beep();
			}
			show(field, shown.get());
		});
		field.addFocusListener(new FocusAdapter() {

			@Override
			public void focusLost(final FocusEvent e) {
				if (!field.getText().equals(shown.get())) accept.test(field.getText());
				show(field, shown.get());
			}
		});
		return field;
	}

	/** Changes the text of a field, and leaves its selection alone if it is the same. */
	static void show(final JTextField field, final String text) {
		if (!field.getText().equals(text)) field.setText(text);
	}
}
