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

import ij.gui.GenericDialog;
import ij.plugin.frame.Recorder;

import java.awt.Checkbox;
import java.awt.Component;
import java.awt.Label;
import java.awt.TextField;
import java.io.File;
import java.util.ArrayList;
import java.util.List;

import io.github.dicomvolumes.data.InputException;
import io.github.dicomvolumes.view.help.GuideDialog;

import org.scijava.ItemVisibility;
import org.scijava.module.Module;
import org.scijava.module.ModuleItem;
import org.scijava.module.process.PreprocessorPlugin;
import org.scijava.plugin.Plugin;
import org.scijava.util.Types;
import org.scijava.widget.InputHarvester;

/**
 * Asks a person for the inputs with ImageJ's own dialog, where SciJava has none: in plain ImageJ. Comes right before
 * SciJava's dialogs, after the last run's values were loaded and before the new ones are saved.
 * <p>
 * Inputs for macros only keep the values they have: SciJava's dialogs would ask for invisible inputs as for any other.
 */
@Plugin(type = PreprocessorPlugin.class, priority = InputHarvester.PRIORITY + 0.5)
public class DialogInputs extends InputPreprocessor {

	/** What a person reads for an empty choice, whose button would be too small to hit. */
	static final String NONE = "(none)";

	/** Of a field for text, at least. */
	private static final int COLUMNS = 25;

	@Override
	void resolve(final Module module) {
		if (!isPersonThere()) return;
		final List<ModuleItem<?>> items = new ArrayList<>();
		for (final ModuleItem<?> item : module.getInfo().inputs()) {
			if (!InputText.isGiven(item) || module.isInputResolved(item.getName())) continue;
			if (InputText.isAsked(item)) items.add(item);
			else module.resolveInput(item.getName());
		}
		final boolean isAsked = command().answers().isEmpty() && !items.isEmpty();
		if (!isAsked || !isSciJavaVisible()) for (final ModuleItem<?> item : module.getInfo().inputs())
			if (InputText.isButton(item)) module.resolveInput(item.getName());
		if (!command().answers().isEmpty()) answer(module, items);
		else if (!items.isEmpty() && !isSciJavaVisible()) ask(module, items);
	}

	/** Takes what a person answered otherwise than in a dialog, and what the other inputs are already. */
	private void answer(final Module module, final List<ModuleItem<?>> items) {
		for (final ModuleItem<?> item : items) {
			final Object value = command().answers().getOrDefault(item.getName(), module.getInput(item.getName()));
			set(module, item, value);
			if (Recorder.record && !isSciJavaVisible()) Recording.add(item, value);
		}
	}

	private void ask(final Module module, final List<ModuleItem<?>> items) {
		final GenericDialog dialog = new GuideDialog(module.getInfo().getTitle(), module.getInfo().getTitle());
		for (final ModuleItem<?> item : module.getInfo().inputs())
			if (item.getVisibility() == ItemVisibility.MESSAGE) dialog.addMessage("" + module.getInput(item.getName()));
		for (final ModuleItem<?> item : items)
			add(dialog, item, module.getInput(item.getName()));
		dialog.showDialog();
		if (dialog.wasCanceled()) {
			cancel(null);
			return;
		}
		for (final ModuleItem<?> item : items) {
			final Object value = InputText.parse(item, next(dialog, item));
			if (value == null && item.isRequired())
				throw new InputException("The field " + label(item) + " was left empty.");
			set(module, item, value);
		}
	}

	/** Adds a field under its key, which ImageJ records, and then gives it the label that a person reads. */
	private void add(final GenericDialog dialog, final ModuleItem<?> item, final Object value) {
		final String key = InputText.key(item);
		final String text = value == null ? "" : value.toString();
		final String style = String.valueOf(item.getWidgetStyle());
		final List<String> choices = choices(item);
		final int before = dialog.getComponentCount();
		if (Types.box(item.getType()) == Boolean.class) dialog.addCheckbox(key, Boolean.parseBoolean(text));
		else if (item.getType() == File.class && style.contains("directory")) addFolder(dialog, key, text);
		else if (item.getType() == File.class) dialog.addFileField(key, text);
		else if (choices.isEmpty()) dialog.addStringField(key, text, Math.max(COLUMNS, item.getColumnCount()));
		else dialog.addChoice(key, choices.stream().map(choice -> shown(choice, choices)).toArray(String[]::new),
			shown(choices.contains(text) ? text : choices.get(0), choices));
		final Component labelled = dialog.getComponent(before);
		if (labelled instanceof Checkbox box) box.setLabel(label(item));
		else if (labelled instanceof Label label) label.setText(label(item));
		addExamples(dialog, item);
	}

	/** ImageJ takes what is typed there for a folder and adds a slash, also to a file that was opened last. */
	private static void addFolder(final GenericDialog dialog, final String key, final String text) {
		dialog.addDirectoryField(key, text);
		if (new File(text).isFile()) ((TextField) dialog.getStringFields().lastElement()).setText(text);
	}

	/** A list of texts worth choosing, if there are some. */
	private void addExamples(final GenericDialog dialog, final ModuleItem<?> item) {
		final List<String> examples = command().examples(item.getName());
		if (!examples.isEmpty())
			dialog.addPanel(new ExampleList((TextField) dialog.getStringFields().lastElement(), examples));
	}

	/** Gets and records the next value. ImageJ would not record an unticked box. */
	private String next(final GenericDialog dialog, final ModuleItem<?> item) {
		if (Types.box(item.getType()) == Boolean.class) {
			final boolean ticked = dialog.getNextBoolean();
			if (!ticked && Recorder.record) Recorder.recordOption(InputText.key(item), "false");
			return Boolean.toString(ticked);
		}
		return choices(item).isEmpty() ? dialog.getNextString() : nextChoice(dialog, item);
	}

	private String nextChoice(final GenericDialog dialog, final ModuleItem<?> item) {
		final String chosen = dialog.getNextChoice();
		if (!chosen.equals(shown("", choices(item)))) return chosen;
		Recording.replace(InputText.key(item), "");
		return "";
	}

	/** An image may have that title itself. */
	private static String shown(final String choice, final List<String> choices) {
		return choice.isEmpty() && !choices.contains(NONE) ? NONE : choice;
	}

	/** Gets what is offered, or nothing if any text may be typed. */
	private List<String> choices(final ModuleItem<?> item) {
		final List<String> choices = InputText.choices(item);
		return choices.isEmpty() ? command().suggestions(item.getName()) : choices;
	}

	private static String label(final ModuleItem<?> item) {
		return item.getLabel() == null ? InputText.key(item) : item.getLabel();
	}
}
