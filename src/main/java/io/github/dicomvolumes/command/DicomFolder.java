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

import io.github.dicomvolumes.DicomVolumes;
import io.github.dicomvolumes.command.host.DicomCommand;
import io.github.dicomvolumes.command.host.Phase;
import io.github.dicomvolumes.command.input.Choices;
import io.github.dicomvolumes.command.input.InputMemory;
import io.github.dicomvolumes.command.input.Loading;
import io.github.dicomvolumes.command.input.PatientInput;
import io.github.dicomvolumes.command.input.ReaderInput;
import io.github.dicomvolumes.command.input.Recording;
import io.github.dicomvolumes.command.open.RecentPlaces;
import io.github.dicomvolumes.data.Disclosure;
import io.github.dicomvolumes.series.catalog.MissingSlices;
import io.github.dicomvolumes.series.catalog.SeriesCatalog;
import io.github.dicomvolumes.view.picker.SeriesChoice;
import io.github.dicomvolumes.view.picker.SeriesPicker;
import io.github.dicomvolumes.volume.ImportOptions;
import io.github.dicomvolumes.volume.ValueChoice;

import ij.IJ;
import ij.ImagePlus;
import ij.plugin.frame.Recorder;

import org.scijava.ItemIO;
import org.scijava.ItemVisibility;
import org.scijava.command.Command;
import org.scijava.plugin.Attr;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;
import org.scijava.widget.FileWidget;

/** File &gt; Import &gt; DICOM Folder...: opens the volumes of a folder. */
@Plugin(type = Command.class, menuPath = "File>Import>DICOM Folder...")
public class DicomFolder extends DicomCommand {

	@Parameter(label = "Folder", style = FileWidget.DIRECTORY_STYLE, persist = false,
		attrs = @Attr(name = InputMemory.REMEMBERED),
		description = "A folder, searched at any depth; also a zip archive, a DICOMDIR or one file")
	private File folder;

	/** Not remembered: another folder has other series. */
	@Parameter(label = "Series (empty asks)", required = false, persist = false,
		description = "Empty asks if there are several; all, largest, #n, a Series Number, " +
			"a Series Instance UID, or a part of the description")
	private String series = "";

	@Parameter(label = "Load", choices = { Loading.IN_MEMORY_LABEL, Loading.VIRTUAL_LABEL }, persist = false,
		attrs = @Attr(name = InputMemory.REMEMBERED),
		description = "All pixels now, or those of a slice when it is looked at, for volumes larger than memory")
	private String load = Loading.IN_MEMORY_LABEL;

	/** For macros. */
	@Parameter(label = "Cache (MB, 0: a quarter of Java's memory)", required = false,
		visibility = ItemVisibility.INVISIBLE, persist = false, min = "0",
		description = "How many MB of slices that were looked at a virtual volume keeps")
	private int cache;

	@Parameter(label = "Values", choices = { "Calibrated", "Real (32-bit)", "Philips precise" }, persist = false,
		attrs = @Attr(name = InputMemory.REMEMBERED),
		description = "Stored values with a calibration function where one line fits all slices, " +
			"always real values, or the unscaled ones of Philips MR")
	private String values = "Calibrated";

	@Parameter(label = "Missing slices", choices = { "Fill", "Split", "Close" }, persist = false,
		attrs = @Attr(name = InputMemory.REMEMBERED),
		description = "What becomes of places of the grid that have no slice")
	private String missing = "Fill";

	/** Remembered for all commands at once, see {@link ReaderInput}. */
	@Parameter(label = "Reader", choices = { ReaderInput.BUILT_IN, ReaderInput.DCM4CHE }, persist = false,
		description = ReaderInput.DESCRIPTION)
	private String reader = ReaderInput.BUILT_IN;

	/** Remembered for all commands at once, see {@link PatientInput}. */
	@Parameter(label = "Patient data", choices = { PatientInput.SHOW, PatientInput.HIDE }, persist = false,
		description = PatientInput.DESCRIPTION)
	private String patient = PatientInput.SHOW;

	@Parameter(type = ItemIO.OUTPUT)
	private List<ImagePlus> images;

	/** One for each volume, once it was executed. */
	protected final List<ImagePlus> images() {
		return images;
	}

	@Override
	protected Disclosure disclosure() {
		return PatientInput.of(patient);
	}

	@Override
	protected List<File> given() {
		return folder == null ? List.of() : List.of(folder);
	}

	@Override
	protected List<Phase> phases() {
		return ImportLog.IMPORT;
	}

	@Override
	protected void execute() throws Exception {
		PatientInput.remember(this, patient);
		ReaderInput.remember(this, reader);
		final ImportOptions options = ImportOptions.DEFAULT
			.withMissing(Choices.of(MissingSlices.class, "missing", missing))
			.withValues(Choices.of(ValueChoice.class, "values", values))
			.withVirtual(Loading.isVirtual(load))
			.withCacheBytes(cache > 0 ? (long) cache << 20 : ImportOptions.DEFAULT.cacheBytes())
			.withReader(ReaderInput.of(reader))
			.withProgress(progress());
		final Disclosure shown = PatientInput.of(patient);
		final SeriesCatalog catalog = chosen(options, shown);
		final Imported imported = Imported.of(catalog, options.withSeries(series).withVirtual(Loading.isVirtual(load)),
			shown);
		setOutcome(imported.outcome());
		images = imported.images();
		RecentPlaces.remember(this, folder, shown);
	}

	/** Scans the folder and asks a person for the series, and again where that person drops another folder. */
	private SeriesCatalog chosen(final ImportOptions options, final Disclosure shown) throws IOException {
		for (;;) {
			final SeriesCatalog catalog = DicomVolumes.scan(folder.toPath(), options);
			if (!series.isBlank() || catalog.stacks().size() <= 1 || !isPersonThere()) return catalog;
			final SeriesChoice choice = ask(() -> SeriesPicker.ask(catalog, shown, options, IJ.getInstance()));
			if (choice.elsewhere() == null) {
				series = choice.selector();
				load = choice.isVirtual() ? Loading.VIRTUAL_LABEL : Loading.IN_MEMORY_LABEL;
				Recording.replace("series", series);
				Recording.replace("load", load);
				return catalog;
			}
			folder = choice.elsewhere();
			Recording.replace("folder", Recorder.fixPath(folder.getPath()));
		}
	}
}
