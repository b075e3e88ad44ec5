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
import java.util.OptionalInt;

import io.github.dicomvolumes.command.host.Phase;
import io.github.dicomvolumes.command.input.InputNumbers;
import io.github.dicomvolumes.command.input.Choices;
import io.github.dicomvolumes.command.input.PatientInput;
import io.github.dicomvolumes.command.input.RoisInput;
import io.github.dicomvolumes.export.VolumeExport;
import io.github.dicomvolumes.export.image.ExportImage;
import io.github.dicomvolumes.export.object.NewPatient;
import io.github.dicomvolumes.export.structures.DrawnStructure;
import io.github.dicomvolumes.export.structures.Holes;
import io.github.dicomvolumes.export.structures.StructuresExport;
import io.github.dicomvolumes.export.structures.StructuresOptions;

import org.scijava.ItemVisibility;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** File &gt; Save As &gt; DICOM Contours...: ROIs on the slices of the active image as an RT structure set. */
@Plugin(type = Command.class, menuPath = "File>Save As>DICOM Contours...")
public class DicomContours extends ImageCommand {

	private static final String KEYHOLE = "Keyhole", SEPARATE = "Separate";

	/** A person is asked by ImageJ's dialog for files, after the others. */
	@Parameter(required = false, visibility = ItemVisibility.INVISIBLE, persist = false,
		description = "The DICOM file to write")
	private File file;

	@Parameter(label = "Label", required = false, persist = false,
		description = "What the structure set is called, at most 16 characters")
	private String label = "Contours";

	@Parameter(label = "ROIs", choices = { RoisInput.ANY, RoisInput.MANAGER, RoisInput.OVERLAY }, persist = false,
		description = RoisInput.DESCRIPTION)
	private String rois = RoisInput.ANY;

	@Parameter(label = "Holes", choices = { KEYHOLE, SEPARATE }, persist = false,
		description = "One contour with a narrow way to the hole, which all readers know, or contours of their own " +
			"(CLOSEDPLANAR_XOR)")
	private String holes = KEYHOLE;

	@Parameter(label = "Belongs to (title, or empty)", required = false, persist = false,
		description = "The title of the open volume that was drawn on; empty: the active one, or the one it was made of")
	private String of = "";

	@Parameter(label = "Patient data", choices = { PatientInput.HIDE, PatientInput.SHOW }, persist = false,
		description = "Show takes patient and study over from the volume; Hide makes new ones, and names no files")
	private String patient = PatientInput.SHOW;

	@Parameter(required = false, visibility = ItemVisibility.INVISIBLE, persist = false,
		description = "Number of the new series; left out: that of the volume and 1000")
	private String number = "";

	@Parameter(required = false, visibility = ItemVisibility.INVISIBLE, persist = false,
		description = "Who is imaged, if no DICOM files say it")
	private String patientname = NewPatient.ANONYMOUS.name();

	@Parameter(required = false, visibility = ItemVisibility.INVISIBLE, persist = false,
		description = "Patient ID, if no DICOM files say it")
	private String patientid = NewPatient.ANONYMOUS.id();

	/** For macros; the dialog for files asks a person. */
	@Parameter(required = false, visibility = ItemVisibility.INVISIBLE, persist = false,
		description = "Replaces a file that is there already")
	private boolean overwrite;

	@Override
	protected List<File> given() {
		return file == null ? List.of() : List.of(file);
	}

	@Override
	public List<String> suggestions(final String input) {
		return input.equals("of") && image() != null ? BelongsTo.titles(image()) : List.of();
	}

	@Override
	protected List<Phase> phases() {
		return List.of(new Phase(StructuresExport.PHASE, 1));
	}

	@Override
	protected void execute() throws IOException {
		final List<DrawnStructure> structures = RoiContours.of(RoiContours.drawn(RoisInput.of(rois), image()), image());
		final ExportImage drawnOn = BelongsTo.source(image(), of, PatientInput.of(patient));
		final OptionalInt series = InputNumbers.seriesNumber("number", number);
		final StructuresOptions options = new StructuresOptions(label, Choices.of(Holes.class, "holes", holes), series,
			new NewPatient(patientname, patientid), StructuresOptions.DEFAULT.overwriting(), progress());
		FileToSave.write(this, image(), file, overwrite, target -> VolumeExport.structures(structures, drawnOn,
			target.file().toPath(), options.withOverwrite(target.overwrite())));
	}
}
