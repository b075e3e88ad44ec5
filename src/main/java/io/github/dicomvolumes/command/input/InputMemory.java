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

import java.io.File;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import io.github.dicomvolumes.data.InputException;

import org.scijava.module.Module;
import org.scijava.module.ModuleItem;
import org.scijava.prefs.PrefService;

/**
 * What a person answered in the last dialog of a command, which the next one begins with. SciJava would remember the
 * inputs of macros and scripts, too, so all of ours say {@code persist = false}; those with the attribute
 * {@link #REMEMBERED} are remembered here.
 * <p>
 * A file or folder may be named after a patient: with {@code patient=Hide} it is neither remembered nor offered.
 */
public final class InputMemory {

	/** The attribute of an input: {@code attrs = @Attr(name = InputMemory.REMEMBERED)}. */
	public static final String REMEMBERED = "remembered";

	private final PrefService prefs;
	private final Module module;
	private final Class<?> command;

	InputMemory(final PrefService prefs, final Module module) {
		this.prefs = prefs;
		this.module = module;
		command = module.getDelegateObject().getClass();
	}

	/** Gives the last answers to inputs that have none yet; a dialog may change them. */
	void recall() {
		for (final ModuleItem<?> item : items()) {
			final String text = prefs.get(command, item.getName());
			if (text == null || module.isInputResolved(item.getName())) continue;
			try {
				module.setInput(item.getName(), InputText.parse(item, text));
			}
			catch (final InputException exc) {
				prefs.remove(command, item.getName()); // an earlier version had other choices
			}
		}
	}

	/** Remembers the values of all inputs that are remembered. */
	void remember() {
		for (final ModuleItem<?> item : items()) {
			final Object value = module.getInput(item.getName());
			if (value == null || Objects.equals(value, item.getDefaultValue())) prefs.remove(command, item.getName());
			else prefs.put(command, item.getName(), value.toString());
		}
	}

	private List<ModuleItem<?>> items() {
		final boolean isHidden = module.getInfo().getInput(PatientInput.KEY) != null &&
			PatientInput.HIDE.equals(module.getInput(PatientInput.KEY));
		final List<ModuleItem<?>> items = new ArrayList<>();
		for (final ModuleItem<?> item : module.getInfo().inputs())
			if (item.is(REMEMBERED) && !(isHidden && item.getType() == File.class)) items.add(item);
		return items;
	}
}
