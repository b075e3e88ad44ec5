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

package io.github.dicomvolumes.command.open;

import java.io.File;
import java.util.ArrayList;
import java.util.List;

import io.github.dicomvolumes.command.host.DicomCommand;
import io.github.dicomvolumes.command.input.PatientInput;
import io.github.dicomvolumes.data.InputException;
import io.github.dicomvolumes.view.help.GuideDialog;

import ij.gui.GenericDialog;
import ij.plugin.frame.Recorder;

import org.scijava.command.Command;
import org.scijava.plugin.Attr;
import org.scijava.plugin.Plugin;

/**
 * File &gt; Import &gt; DICOM Recent...: opens one of the last places again. Asks with ImageJ's dialog in Fiji, too:
 * what it offers is not known before.
 */
@Plugin(type = Command.class, menuPath = "File>Import>DICOM Recent...", attrs = @Attr(name = "no-record"))
public class DicomRecent extends DicomCommand {

	static final String CLEAR = "Clear this list";

	@Override
	protected void execute() {
		if (!isPersonThere())
			throw new InputException("DICOM Recent... asks a person; in a macro use DICOM Folder... with folder=.");
		Recorder.disableCommandRecording();
		if (PatientInput.isHidden(context()))
			throw new InputException("Patient data are hidden, and folders are often named after patients: no list.");
		final RecentPlaces recent = new RecentPlaces(context());
		final List<String> choices = new ArrayList<>(recent.list());
		if (choices.isEmpty()) throw new InputException("Nothing was imported yet, or the list was cleared.");
		choices.add(CLEAR);
		final String chosen = ask(choices);
		if (chosen == null) return;
		if (chosen.equals(CLEAR)) recent.clear();
		else OpenedPlace.open(context(), new File(chosen), false);
	}

	/** Null if the dialog is cancelled. */
	private static String ask(final List<String> choices) {
		final GenericDialog dialog = new GuideDialog("DICOM Recent", "DICOM Recent...");
		dialog.addChoice("Open again", choices.toArray(String[]::new), choices.get(0));
		dialog.showDialog();
		return dialog.wasCanceled() ? null : dialog.getNextChoice();
	}
}
