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

package io.github.dicomvolumes.command;

import java.io.File;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CancellationException;

import io.github.dicomvolumes.command.host.Phase;
import io.github.dicomvolumes.command.input.ImageToExport;
import io.github.dicomvolumes.command.input.PatientInput;
import io.github.dicomvolumes.command.input.Recording;
import io.github.dicomvolumes.data.InputException;
import io.github.dicomvolumes.export.VolumeExport;
import io.github.dicomvolumes.export.nifti.NiftiExport;
import io.github.dicomvolumes.export.nifti.NiftiOptions;

import ij.io.SaveDialog;

import org.scijava.ItemVisibility;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Writes the active image as NIfTI, with a JSON sidecar if its DICOM files are known. */
@Plugin(type = Command.class, menuPath = "File>Save As>NIfTI Volume...")
public class NiftiVolume extends ImageCommand {

	private static final String ENDING = ".nii.gz";

	/** A person is asked by ImageJ's dialog for files, after the others. */
	@Parameter(required = false, visibility = ItemVisibility.INVISIBLE, persist = false,
		description = "The file to write: .nii, or .nii.gz to compress it")
	private File file;

	@Parameter(label = "Sidecar (JSON)", persist = false,
		description = "Writes attributes of the DICOM files in the names of BIDS into a .json file beside it")
	private boolean sidecar = true;

	/** Of the sidecar; nothing else that is written has such data. */
	@Parameter(label = "Patient data", choices = { PatientInput.HIDE, PatientInput.SHOW }, persist = false,
		description = "Hide leaves names, dates, UIDs and all else that the confidentiality profile of DICOM lists " +
			"out of the sidecar; the image has none")
	private String patient = PatientInput.HIDE;

	/** For macros; the dialog for files asks a person. */
	@Parameter(required = false, visibility = ItemVisibility.INVISIBLE, persist = false,
		description = "Replaces files that are there already")
	private boolean overwrite;

	@Override
	protected List<File> given() {
		return file == null ? List.of() : List.of(file);
	}

	@Override
	protected List<Phase> phases() {
		return List.of(new Phase(NiftiExport.PHASE, 1));
	}

	@Override
	protected void execute() throws IOException {
		if (file == null) file = chosenFile();
		final NiftiOptions options = NiftiOptions.DEFAULT.withSidecar(sidecar)
			.withPatient(PatientInput.of(patient))
			.withOverwrite(overwrite)
			.withProgress(progress());
		Saving.run(this, image(), file, () -> VolumeExport.nifti(ImageToExport.of(image()), file.toPath(), options));
	}

	/** Asks a person, who may replace a file; ImageJ records it by the first word of the dialog's title. */
	private File chosenFile() {
		if (!isPersonThere())
			throw new InputException("file= is missing; it must be the file to write, .nii or .nii.gz.");
		final SaveDialog dialog = ask(
			() -> new SaveDialog("File (.nii or .nii.gz)", FileToSave.name(image()) + ENDING, null));
		final String name = dialog.getFileName();
		if (name == null) throw new CancellationException();
		if (!NiftiExport.isNifti(name)) return withEnding(new File(dialog.getDirectory(), name + ENDING));
		final File chosen = new File(dialog.getDirectory(), name);
		overwrite = chosen.exists();
		if (overwrite) record("overwrite", "true");
		return chosen;
	}

	/** Nobody was asked whether it may be replaced. */
	private static File withEnding(final File file) {
		Recording.replace("file", file.getPath().replace('\\', '/'));
		return file;
	}
}
