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
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;

import io.github.dicomvolumes.command.host.Phase;
import io.github.dicomvolumes.command.input.ImageToExport;
import io.github.dicomvolumes.command.input.InputNumbers;
import io.github.dicomvolumes.command.input.Choices;
import io.github.dicomvolumes.command.input.PatientInput;
import io.github.dicomvolumes.command.input.ServerLogin;
import io.github.dicomvolumes.data.InputException;
import io.github.dicomvolumes.data.Disclosure;
import io.github.dicomvolumes.export.VolumeExport;
import io.github.dicomvolumes.export.image.Exported;
import io.github.dicomvolumes.export.object.NewPatient;
import io.github.dicomvolumes.export.series.SeriesKind;
import io.github.dicomvolumes.export.series.SeriesOptions;
import io.github.dicomvolumes.view.imagej.SourceVolume;

import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;
import org.scijava.widget.FileWidget;

/** Writes the active image as a new DICOM series, a file for each slice, channel and time. */
@Plugin(type = Command.class, menuPath = "File>Save As>DICOM Series...")
public class DicomSeries extends ImageCommand {

	static final String AS_SOURCE = "As source", PARAMETRIC_MAP = "Parametric map", SECONDARY = "Secondary capture";
	static final String UNCOMPRESSED = "Uncompressed", RLE = "RLE";

	/** The choices of {@code syntax}. */
	private enum Syntax {
		UNCOMPRESSED, RLE
	}

	@Parameter(label = "Folder", style = FileWidget.DIRECTORY_STYLE, required = false, persist = false,
		description = "The folder of the files, which is made if it is not there; other files in it stay. May be empty " +
			"if the series is sent to a server")
	private File folder;

	@Parameter(label = "Description (or empty)", required = false, persist = false,
		description = "Of the new series; empty: the title of the image")
	private String description = "";

	@Parameter(label = "Number (or empty)", required = false, persist = false,
		description = "Of the new series; empty: that of the source and 1000")
	private String number = "";

	@Parameter(label = "Kind", choices = { AS_SOURCE, PARAMETRIC_MAP, SECONDARY }, persist = false,
		description = "CT, MR or PET as the source is; or real numbers with their unit; or images of no certain kind")
	private String kind = AS_SOURCE;

	@Parameter(label = "Syntax", choices = { UNCOMPRESSED, RLE }, persist = false,
		description = "RLE takes less space, without loss")
	private String syntax = UNCOMPRESSED;

	@Parameter(label = "Patient data", choices = { PatientInput.HIDE, PatientInput.SHOW }, persist = false,
		description = "Show takes patient and study over from the source; Hide makes new ones, and leaves out the " +
			"attributes that DICOM's confidentiality profile lists (DICOM De-identify Folder... cleans the others, too)")
	private String patient = PatientInput.SHOW;

	@Parameter(label = "Patient name (if new)", required = false, persist = false,
		description = "Who is imaged, if no DICOM files say it, or may say it")
	private String patientname = NewPatient.ANONYMOUS.name();

	@Parameter(label = "Patient ID (if new)", required = false, persist = false,
		description = "Patient ID, if no DICOM files say it, or may say it")
	private String patientid = NewPatient.ANONYMOUS.id();

	@Parameter(label = "Overwrite files", persist = false, description = "Replaces files of the same names")
	private boolean overwrite;

	@Parameter(label = "Server URL (or empty)", required = false, persist = false,
		description = "The root of DICOMweb of a server that the series is sent to")
	private String url = "";

	@Parameter(label = "User of the server (or empty)", required = false, persist = false,
		description = "Who sends it; the password is asked for afterwards, and taken from the environment in macros")
	private String user = "";

	@Override
	public void checkInputs() {
		if (!url.isBlank()) ServerLogin.check(url, user);
	}

	@Override
	protected List<File> given() {
		return folder == null ? List.of() : List.of(folder);
	}

	@Override
	protected List<Phase> phases() {
		final Stream<Phase> writing = Stream.of(new Phase("Looking for the range of values", 30),
			new Phase("Writing DICOM", 70));
		return Stream.concat(writing, url.isBlank() ? Stream.of() : Stream.of(new Phase("Sending", 50))).toList();
	}

	@Override
	protected void execute() throws IOException {
		if (folder == null && url.isBlank())
			throw new InputException("folder= is missing; it must be the folder to write into, or url= the server.");
		final SeriesOptions options = options();
		if (url.isBlank()) write(folder.toPath(), options);
		else SentSeries.write(this, url, user, folder, progress(), into -> write(into, options));
	}

	private List<Path> write(final Path into, final SeriesOptions options) throws IOException {
		final List<Path> files = new ArrayList<>();
		final String done = folder == null ? "written to be sent to a server" : "written to " + folder;
		Saving.run(this, image(), done, () -> {
			final Exported exported = VolumeExport.dicom(ImageToExport.of(image()), into, options);
			files.addAll(exported.files());
			return exported;
		});
		return files;
	}

	private SeriesOptions options() {
		// an image that shows nobody's name is not to be written with it
		final Disclosure shown = !disclosure().isFull() ? Disclosure.HIDE : PatientInput.of(patient);
		final SeriesOptions options = SeriesOptions.DEFAULT.withKind(Choices.of(SeriesKind.class, "kind", kind))
			.withRle(Choices.of(Syntax.class, "syntax", syntax) == Syntax.RLE)
			.withDescription(description.isBlank() ? title(shown) : description.strip())
			.withDerivation("Written by DICOM Volumes from the image \"" + title(shown) + "\"")
			.withPatient(new NewPatient(patientname, patientid))
			.withSourcePatient(shown)
			.withOverwrite(overwrite)
			.withProgress(progress());
		final OptionalInt given = InputNumbers.seriesNumber("number", number);
		return given.isPresent() ? options.withNumber(given.getAsInt()) : options;
	}

	/** The title of the image, or one that identifies nobody. */
	private String title(final Disclosure shown) {
		if (shown.isFull()) return image().getTitle();
		return SourceVolume.of(image()).map(volume -> volume.name(Disclosure.HIDE)).orElse("Derived image");
	}
}
