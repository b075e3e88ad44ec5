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

import ij.ImagePlus;
import ij.Macro;
import ij.macro.Interpreter;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.github.dicomvolumes.data.InputException;

import org.scijava.Priority;
import org.scijava.module.Module;
import org.scijava.module.ModuleItem;
import org.scijava.module.process.PreprocessorPlugin;
import org.scijava.plugin.Plugin;

/**
 * Gives inputs where nobody can be asked (macros, scripts, headless): the value in the macro's options, else the
 * declared default, never a dialog and never the value of the last run.
 * <p>
 * Comes right after imagej-legacy's MacroPreprocessor (2 x VERY_HIGH), whose lenient values it replaces. Comes before
 * everything that looks at unresolved inputs: MacroRecorderPreprocessor (VERY_HIGH + 1), LoadInputsPreprocessor, which
 * would load the last run's values, and the dialogs (both VERY_LOW).
 */
@Plugin(type = PreprocessorPlugin.class, priority = 2 * Priority.VERY_HIGH - 1)
public class MacroInputs extends InputPreprocessor {

	@Override
	void resolve(final Module module) {
		final String options = Macro.getOptions();
		final List<ModuleItem<?>> items = new ArrayList<>();
		boolean preset = false;
		for (final ModuleItem<?> item : module.getInfo().inputs()) {
			if (InputText.isGiven(item)) items.add(item);
			else if (item.getType() != ImagePlus.class) continue;
			preset |= module.isInputResolved(item.getName()) && !foundAsText(options, item);
		}
		if (preset) command().setScripted();
		final boolean isAsked = isPersonThere();
		// the MacroPreprocessor hides them from a person, too, while any macro runs
		for (final ModuleItem<?> item : module.getInfo().inputs()) {
			if (!InputText.isShownOnly(item)) continue;
			if (isAsked) module.unresolveInput(item.getName());
			else module.resolveInput(item.getName());
		}
		if (isAsked) return;
		final Map<String, Object> answers = command().answers();
		// With inputs preset by a script, or answered already, the options are those of somebody else.
		final Map<String, String> given = preset || !answers.isEmpty() ? new LinkedHashMap<>()
			: MacroOptions.parse(options);

		for (final ModuleItem<?> item : items) {
			final String text = given.remove(InputText.key(item));
			if (text == null && isGiven(module, item) && (preset || !foundAsText(options, item))) continue;
			final Object value = text == null ? answers.getOrDefault(item.getName(), item.getDefaultValue())
				: InputText.parse(item, variable(text));
			if (value == null && item.isRequired()) throw new InputException(InputText.key(item) + "= is missing.");
			set(module, item, value);
		}
		if (!given.isEmpty()) throw new InputException(
			given.keySet().iterator().next() + " is not a key of this command; allowed: " + InputText.keys(items) +
				". A value with spaces needs [brackets], or 'quotes' if it has brackets itself.");
	}

	/** Whether a script gave a value; {@code null}, or Python's None, is none. */
	private static boolean isGiven(final Module module, final ModuleItem<?> item) {
		return module.isInputResolved(item.getName()) && module.getInput(item.getName()) != null;
	}

	/** Whether the MacroPreprocessor found the key, be it inside another value. */
	private static boolean foundAsText(final String options, final ModuleItem<?> item) {
		return options != null && Macro.getValue(options, item.getName(), null) != null;
	}

	/** Replaces {@code &name} by the value of that macro variable, as ImageJ does. */
	private static String variable(final String text) {
		final Interpreter macro = Interpreter.getInstance();
		if (macro == null || !text.startsWith("&")) return text;
		final String value = macro.getVariableAsString(text.substring(1));
		return value == null ? text : value;
	}
}
