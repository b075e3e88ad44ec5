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

import org.scijava.module.Module;
import org.scijava.module.ModuleItem;
import org.scijava.module.process.PreprocessorPlugin;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;
import org.scijava.prefs.PrefService;

import io.github.dicomvolumes.command.host.DicomCommand;
import io.github.dicomvolumes.data.InputException;
import io.github.dicomvolumes.io.header.HeaderReader;
import io.github.dicomvolumes.io.header.HeaderReaders;

/**
 * Gives a person's last choice to the input {@code reader}, which commands that read headers have: the dialogs, which
 * come later, begin with it. Where there is only the built-in reader it is taken, and no dialog asks. Macros and
 * scripts never get the last choice, and never change it.
 */
@Plugin(type = PreprocessorPlugin.class)
public class ReaderInput extends InputPreprocessor {

	/** The input's name and choices. */
	public static final String KEY = "reader", BUILT_IN = "Built-in", DCM4CHE = "dcm4che";

	public static final String DESCRIPTION = "Which library reads the headers; dcm4che is there where a " +
		"DICOM_Volumes jar whose name ends in -fiji and dcm4che-core are installed besides";

	@Parameter(required = false)
	private PrefService prefs;

	@Override
	void resolve(final Module module) {
		final ModuleItem<?> item = module.getInfo().getInput(KEY);
		if (item == null || !isPersonThere() || module.isInputResolved(KEY)) return;
		if (HeaderReaders.names().size() == 1) set(module, item, BUILT_IN);
		else if (prefs != null) module.setInput(KEY, prefs.get(ReaderInput.class, KEY, BUILT_IN));
	}

	/** Remembers a person's choice for all commands; without a choice there is nothing to remember. */
	public static void remember(final DicomCommand command, final String choice) {
		if (HeaderReaders.names().size() > 1) command.remember(ReaderInput.class, KEY, choice);
	}

	/** Notes a choice that no dialog asked for, so that the macro reads as the person's command did. */
	public static void record(final DicomCommand command, final String choice) {
		if (!choice.equals(BUILT_IN)) command.record(KEY, choice);
	}

	/**
	 * The reader of a choice.
	 *
	 * @throws IllegalArgumentException if it is not there
	 */
	public static HeaderReader of(final String choice) {
		return HeaderReaders.named(choice)
			.orElseThrow(() -> new InputException(KEY + "=" + choice +
				" needs the DICOM_Volumes jar whose name ends in -fiji, and dcm4che-core; here there is only " +
				String.join(", ", HeaderReaders.names()) + "."));
	}
}
