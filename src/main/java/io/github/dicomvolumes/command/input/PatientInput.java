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

import java.io.IOException;
import java.io.UncheckedIOException;

import io.github.dicomvolumes.command.host.DicomCommand;
import io.github.dicomvolumes.command.host.NeutralFailure;
import io.github.dicomvolumes.data.DicomException;
import io.github.dicomvolumes.data.Disclosure;
import io.github.dicomvolumes.view.imagej.VolumeImagePlus;

import ij.ImagePlus;

import org.scijava.Context;
import org.scijava.module.Module;
import org.scijava.module.ModuleItem;
import org.scijava.module.process.PreprocessorPlugin;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;
import org.scijava.prefs.PrefService;

/**
 * Gives a person's last choice to the input {@code patient}, which many commands have: {@code Show} or {@code Hide}.
 * The dialogs, which come later, begin with it; commands without a dialog take it. Macros and scripts never get it, and
 * never change it.
 */
@Plugin(type = PreprocessorPlugin.class)
public class PatientInput extends InputPreprocessor {

	/** The input's name, and its choices as annotations need them. */
	public static final String KEY = "patient", SHOW = "Show", HIDE = "Hide";

	public static final String DESCRIPTION = "Hide leaves names, dates, UIDs and all else that the confidentiality " +
		"profile of DICOM lists out of tables, titles, labels, header text and log; the files stay as they are";

	/** The same. */
	private enum Choice {
		SHOW, HIDE
	}

	@Parameter(required = false)
	private PrefService prefs;

	@Override
	void resolve(final Module module) {
		final ModuleItem<?> item = module.getInfo().getInput(KEY);
		if (item == null || prefs == null || !isPersonThere() || module.isInputResolved(KEY)) return;
		if (HIDE.equals(prefs.get(PatientInput.class, KEY))) module.setInput(KEY, HIDE);
	}

	/** Whether a person's last choice was to hide patient data. */
	public static boolean isHidden(final Context context) {
		final PrefService prefs = context.getService(PrefService.class);
		return prefs != null && HIDE.equals(prefs.get(PatientInput.class, KEY));
	}

	/** Remembers a person's choice for all commands. */
	public static void remember(final DicomCommand command, final String choice) {
		command.remember(PatientInput.class, KEY, choice);
	}

	/** The meaning of a choice. */
	public static Disclosure of(final String choice) {
		return switch (Choices.of(Choice.class, KEY, choice)) {
			case SHOW -> Disclosure.SHOW;
			case HIDE -> Disclosure.HIDE;
		};
	}

	/**
	 * The meaning of a choice where a command has no dialog.
	 *
	 * @param choice null if neither the macro nor the person's memory has one: then an image goes on as it was imported
	 * @param image null if there is none
	 */
	public static Disclosure of(final String choice, final ImagePlus image) {
		if (choice != null) return of(choice);
		return image == null ? Disclosure.SHOW : VolumeImagePlus.disclosure(image);
	}

	/**
	 * A failure as people may see it: its message can name files, UIDs and values.
	 *
	 * @param instead what failed, without names, as the beginning of a sentence
	 */
	public static DicomException shown(final DicomException failure, final Disclosure disclosure,
		final String instead)
	{
		return disclosure.isFull() ? failure
			: new NeutralFailure(instead + "; imported with patient=Show the reason is told.");
	}

	/** Work that may read files. */
	@FunctionalInterface
	public interface Work<T> {

		T get() throws IOException;
	}

	/**
	 * Works on an image whose slices may be in files: if they cannot be read, names are told only as the image tells
	 * them.
	 */
	public static <T> T reading(final ImagePlus image, final Work<T> work) throws IOException {
		try {
			return work.get();
		}
		catch (final UncheckedIOException exc) {
			if (VolumeImagePlus.disclosure(image).isFull()) throw exc.getCause();
		}
		catch (final IOException exc) {
			if (VolumeImagePlus.disclosure(image).isFull()) throw exc;
		}
		throw new NeutralFailure("A slice could not be read; imported with patient=Show the reason is told.");
	}

	/** Notes a choice that no dialog asked for, so that the macro shows no more than the person saw. */
	public static void record(final DicomCommand command, final Disclosure disclosure) {
		if (!disclosure.isFull()) command.record(KEY, HIDE);
	}
}
