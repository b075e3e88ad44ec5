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
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.github.dicomvolumes.DicomVolumes;
import io.github.dicomvolumes.command.host.DicomCommand;
import io.github.dicomvolumes.command.host.Phase;
import io.github.dicomvolumes.command.input.InputMemory;
import io.github.dicomvolumes.command.input.Loading;
import io.github.dicomvolumes.command.input.PatientInput;
import io.github.dicomvolumes.command.input.ReaderInput;
import io.github.dicomvolumes.command.input.Recording;
import io.github.dicomvolumes.data.DicomException;
import io.github.dicomvolumes.data.Disclosure;
import io.github.dicomvolumes.data.InputException;
import io.github.dicomvolumes.series.catalog.SeriesCatalog;
import io.github.dicomvolumes.series.index.ArchiveIndex;
import io.github.dicomvolumes.series.index.IndexQuery;
import io.github.dicomvolumes.series.index.IndexedVolume;
import io.github.dicomvolumes.view.picker.IndexPicker;
import io.github.dicomvolumes.view.table.DataTable;
import io.github.dicomvolumes.view.table.IndexTable;
import io.github.dicomvolumes.view.table.SeriesTable;
import io.github.dicomvolumes.volume.ImportOptions;

import ij.IJ;
import ij.ImagePlus;

import org.scijava.ItemIO;
import org.scijava.ItemVisibility;
import org.scijava.command.Command;
import org.scijava.plugin.Attr;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;
import org.scijava.widget.FileWidget;

/**
 * File &gt; Import &gt; DICOM Series Table...: lists the volumes of a folder, without loading any; or those of the
 * index of an archive, and opens some of them.
 */
@Plugin(type = Command.class, menuPath = "File>Import>DICOM Series Table...")
public class DicomSeriesTable extends DicomCommand {

	@Parameter(label = "Folder", style = FileWidget.DIRECTORY_STYLE, required = false, persist = false,
		attrs = @Attr(name = InputMemory.REMEMBERED),
		description = "A folder, searched at any depth; also a zip archive, a DICOMDIR or one file")
	private File folder;

	/** Not remembered: then the folder would never be looked at again. */
	@Parameter(label = "Or index of an archive", style = FileWidget.DIRECTORY_STYLE, required = false, persist = false,
		description = "A folder with an index that was made on Spark; then the folder is not looked at")
	private File index;

	/** Not remembered: it may name a patient. */
	@Parameter(label = "Query of the index", columns = 40, required = false, persist = false,
		description = "Which volumes of the index: Modality=CT,MR&StudyDate=20240101-20241231&Slices=20-&Description=*lung*, " +
			"with columns of the index; empty: all")
	private String query = "";

	/** Not remembered: another query finds other volumes. */
	@Parameter(label = "Volumes to open (empty asks)", required = false, persist = false,
		description = "Which volumes of the index are opened: #n, several as #1,#3, Series Instance UIDs, or all; empty asks, and " +
			"opens none in macros")
	private String series = "";

	@Parameter(label = "Load", choices = { Loading.IN_MEMORY_LABEL, Loading.VIRTUAL_LABEL }, persist = false,
		attrs = @Attr(name = InputMemory.REMEMBERED),
		description = "All pixels now, or those of a slice when it is looked at")
	private String load = Loading.IN_MEMORY_LABEL;

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

	@Parameter(type = ItemIO.OUTPUT)
	private List<ImagePlus> images;

	@Override
	protected Disclosure disclosure() {
		return PatientInput.of(patient);
	}

	@Override
	protected List<File> given() {
		return Stream.of(index == null ? folder : index, save).filter(Objects::nonNull).toList();
	}

	@Override
	protected List<Phase> phases() {
		if (index == null) return ImportLog.SCAN;
		return series.isBlank() && !isPersonThere() ? ImportLog.LIST : ImportLog.INDEX;
	}

	@Override
	protected void execute() throws Exception {
		PatientInput.remember(this, patient);
		ReaderInput.remember(this, reader);
		final Disclosure shown = PatientInput.of(patient);
		if (index != null) ofIndex(shown);
		else if (folder != null) ofFolder(shown);
		else throw new InputException("There is nothing to list: give folder=, or index= of an archive.");
	}

	private void ofFolder(final Disclosure shown) throws Exception {
		final SeriesCatalog catalog = DicomVolumes.scan(folder.toPath(),
			ImportOptions.DEFAULT.withReader(ReaderInput.of(reader)).withProgress(progress()));
		if (catalog.stacks().isEmpty() && catalog.others().isEmpty())
			throw ImportLog.shown(new DicomException(catalog.nothing()), catalog, shown);
		ImportLog.add(catalog, shown);
		VolumeCommand.output(this, SeriesTable.of(catalog, shown), save);
	}

	private void ofIndex(final Disclosure shown) throws Exception {
		final ArchiveIndex archive = ArchiveIndex.of(index.toPath());
		final List<IndexedVolume> found = archive.volumes(new IndexQuery(query), progress());
		if (found.isEmpty()) throw new InputException("No volume of the index matches query=.");
		final DataTable table = IndexTable.of(archive, found, shown);
		VolumeCommand.output(this, table, save);
		final List<IndexedVolume> chosen = chosen(found, table, shown);
		if (chosen.isEmpty()) return;
		final var opened = IndexedVolumes.open(chosen,
			ImportOptions.DEFAULT.withVirtual(Loading.isVirtual(load))
				.withReader(ReaderInput.of(reader))
				.withProgress(progress()),
			shown);
		setOutcome(opened.outcome());
		images = opened.images();
	}

	/** Those that the input names; a person is asked if it names none. */
	private List<IndexedVolume> chosen(final List<IndexedVolume> found, final DataTable table, final Disclosure shown) {
		if (!series.isBlank()) return IndexedVolumes.named(found, series);
		if (!isPersonThere()) return List.of();
		final IndexPicker.Choice choice = ask(
			() -> IndexPicker.ask(found, table, shown, Loading.isVirtual(load), IJ.getInstance()));
		series = choice.volumes().stream().map(volume -> volume.text("Series")).collect(Collectors.joining(","));
		load = choice.isVirtual() ? Loading.VIRTUAL_LABEL : Loading.IN_MEMORY_LABEL;
		Recording.replace("series", series);
		Recording.replace("load", load);
		return choice.volumes();
	}
}
