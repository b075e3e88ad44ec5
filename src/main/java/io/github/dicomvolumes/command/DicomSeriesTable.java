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
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import io.github.dicomvolumes.DicomVolumes;
import io.github.dicomvolumes.command.host.DicomCommand;
import io.github.dicomvolumes.command.host.Phase;
import io.github.dicomvolumes.command.input.InputMemory;
import io.github.dicomvolumes.command.input.PatientInput;
import io.github.dicomvolumes.command.input.ReaderInput;
import io.github.dicomvolumes.data.DicomException;
import io.github.dicomvolumes.data.Disclosure;
import io.github.dicomvolumes.series.catalog.SeriesCatalog;
import io.github.dicomvolumes.view.table.SeriesTable;
import io.github.dicomvolumes.volume.ImportOptions;

import org.scijava.ItemVisibility;
import org.scijava.command.Command;
import org.scijava.plugin.Attr;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;
import org.scijava.widget.FileWidget;

/**
 * File &gt; Import &gt; DICOM Series Table...: lists the volumes of a folder, without loading any.
 */
@Plugin(type = Command.class, menuPath = "File>Import>DICOM Series Table...")
public class DicomSeriesTable extends DicomCommand {

	@Parameter(label = "Folder", style = FileWidget.DIRECTORY_STYLE, persist = false,
		attrs = @Attr(name = InputMemory.REMEMBERED),
		description = "A folder, searched at any depth; also a zip archive, a DICOMDIR or one file")
	private File folder;

	/** Remembered for all commands at once, see {@link ReaderInput}. */
	@Parameter(label = "Reader", choices = { ReaderInput.BUILT_IN, ReaderInput.DCM4CHE }, persist = false,
		description = ReaderInput.DESCRIPTION)
	private String reader = ReaderInput.BUILT_IN;

	/** Remembered for all commands at once, see {@link PatientInput}. */
	@Parameter(label = "Patient data", choices = { PatientInput.SHOW, PatientInput.HIDE }, persist = false,
		description = PatientInput.DESCRIPTION)
	private String patient = PatientInput.SHOW;

	@Parameter(required = false, visibility = ItemVisibility.INVISIBLE, persist = false)
	private File save;

	@Override
	protected Disclosure disclosure() {
		return PatientInput.of(patient);
	}

	@Override
	protected List<File> given() {
		return Stream.of(folder, save).filter(Objects::nonNull).toList();
	}

	@Override
	protected List<Phase> phases() {
		return ImportLog.SCAN;
	}

	@Override
	protected void execute() throws Exception {
		PatientInput.remember(this, patient);
		ReaderInput.remember(this, reader);
		final Disclosure shown = PatientInput.of(patient);
		final SeriesCatalog catalog = DicomVolumes.scan(folder.toPath(),
			ImportOptions.DEFAULT.withReader(ReaderInput.of(reader)).withProgress(progress()));
		if (catalog.stacks().isEmpty() && catalog.others().isEmpty())
			throw ImportLog.shown(new DicomException(catalog.nothing()), catalog, shown);
		ImportLog.add(catalog, shown);
		VolumeCommand.output(SeriesTable.of(catalog, shown), save);
	}
}
