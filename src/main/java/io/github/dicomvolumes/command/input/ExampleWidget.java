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
import java.awt.event.KeyAdapter;
import java.awt.event.KeyEvent;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.util.List;
import java.util.stream.Stream;

import javax.swing.DefaultListModel;
import javax.swing.JList;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JTextField;
import javax.swing.ListSelectionModel;
import javax.swing.event.DocumentEvent;
import javax.swing.event.DocumentListener;

import io.github.dicomvolumes.command.host.DicomCommand;

import org.scijava.Priority;
import org.scijava.plugin.Plugin;
import org.scijava.widget.AbstractInputWidget;
import org.scijava.widget.InputWidget;
import org.scijava.widget.TextWidget;
import org.scijava.widget.WidgetModel;

/**
 * In SciJava's Swing dialogs, which are Fiji's: a field with the texts worth typing below it, where a command of ours
 * has {@linkplain DicomCommand#examples some}, or {@linkplain DicomCommand#suggestions suggests} some, such as titles
 * of images. What is typed narrows the list; a click, or the keys up and down in the field, choose. Any other text may
 * be typed.
 */
@Plugin(type = InputWidget.class, priority = Priority.HIGH)
public class ExampleWidget extends AbstractInputWidget<String, JPanel> implements TextWidget<JPanel> {

	private static final int ROWS = 8, COLUMNS = 25;

	private final JPanel panel = new JPanel(new BorderLayout(0, 2));
	private final JTextField field = new JTextField(COLUMNS);
	private final DefaultListModel<String> listed = new DefaultListModel<>();
	private final JList<String> list = new JList<>(listed);
	private Examples examples = new Examples(List.of());
	/** Whether the list shows what the field has, or the field what was chosen in the list, which then stays. */
	private boolean following, taking;

	/** Before SciJava's own for texts, so only where there is something to list. */
	@Override
	public boolean supports(final WidgetModel model) {
		return super.supports(model) && model.isText() && !model.isMultipleChoice() && !model.isMessage() &&
			!examples(model).isEmpty();
	}

	@Override
	public void set(final WidgetModel model) {
		super.set(model);
		examples = new Examples(examples(model));
		field.setToolTipText(model.getItem().getDescription());
		list.setVisibleRowCount(Math.max(2, Math.min(ROWS, examples.all().size()))); // one line looks like a field
		list.setSelectionMode(ListSelectionModel.SINGLE_SELECTION);
		list.setFocusable(false); // the keys are the field's
		list.addMouseListener(new MouseAdapter() {

			@Override
			public void mousePressed(final MouseEvent e) {
				field.requestFocusInWindow(); // or else Enter would press the button that has it, which may be Cancel
			}
		});
		list.addListSelectionListener(e -> {
			if (!e.getValueIsAdjusting() && !following && list.getSelectedValue() != null)
				take(list.getSelectedValue());
		});
		field.addKeyListener(new KeyAdapter() {

			@Override
			public void keyPressed(final KeyEvent e) {
				if (e.getKeyCode() == KeyEvent.VK_DOWN) choose(1);
				if (e.getKeyCode() == KeyEvent.VK_UP) choose(-1);
			}
		});
		panel.add(field, BorderLayout.NORTH);
		panel.add(new JScrollPane(list));
		refreshWidget();
		follow();
		field.getDocument().addDocumentListener(new DocumentListener() {

			@Override
			public void insertUpdate(final DocumentEvent e) {
				typed();
			}

			@Override
			public void removeUpdate(final DocumentEvent e) {
				typed();
			}

			@Override
			public void changedUpdate(final DocumentEvent e) {
				// of the style, not of the text
			}
		});
	}

	@Override
	public String getValue() {
		return field.getText();
	}

	@Override
	public void refreshWidget() {
		final String text = get().getText();
		if (!field.getText().equals(text)) field.setText(text);
	}

	@Override
	public JPanel getComponent() {
		return panel;
	}

	@Override
	public Class<JPanel> getComponentType() {
		return JPanel.class;
	}

	private static List<String> examples(final WidgetModel model) {
		if (!(model.getModule().getDelegateObject() instanceof DicomCommand command)) return List.of();
		final String input = model.getItem().getName();
		return Stream.of(command.examples(input), command.suggestions(input))
			.flatMap(List::stream)
			.filter(text -> !text.isBlank())
			.toList();
	}

	private void typed() {
		updateModel();
		if (!taking) follow();
	}

	private void take(final String chosen) {
		taking = true;
		field.setText(chosen);
		taking = false;
	}

	/** Lists what fits to the field. */
	private void follow() {
		following = true;
		final List<String> found = examples.matching(field.getText());
		if (!found.equals(List.of(listed.toArray()))) {
			listed.clear();
			found.forEach(listed::addElement);
		}
		final int at = Examples.at(found, field.getText());
		if (at < 0) list.clearSelection();
		else {
			list.setSelectedIndex(at);
			list.ensureIndexIsVisible(at);
		}
		following = false;
	}

	private void choose(final int step) {
		if (listed.isEmpty()) return;
		final int next = Math.max(0, Math.min(listed.size() - 1, list.getSelectedIndex() + step)); // the first if none is
		list.setSelectedIndex(next);
		list.ensureIndexIsVisible(next);
	}
}
