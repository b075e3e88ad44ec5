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

import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;

import io.github.dicomvolumes.DicomVolumes;
import io.github.dicomvolumes.command.host.DicomCommand;
import io.github.dicomvolumes.command.host.NeutralFailure;
import io.github.dicomvolumes.command.host.Phase;
import io.github.dicomvolumes.command.input.Choices;
import io.github.dicomvolumes.command.input.InputMemory;
import io.github.dicomvolumes.command.input.Loading;
import io.github.dicomvolumes.command.input.PatientInput;
import io.github.dicomvolumes.command.input.ReaderInput;
import io.github.dicomvolumes.command.input.Recording;
import io.github.dicomvolumes.command.input.ServerLogin;
import io.github.dicomvolumes.data.Disclosure;
import io.github.dicomvolumes.io.web.DicomWebServer;
import io.github.dicomvolumes.io.web.FoundSeries;
import io.github.dicomvolumes.io.web.SeriesPlace;
import io.github.dicomvolumes.io.web.SeriesQuery;
import io.github.dicomvolumes.io.web.SeriesSelection;
import io.github.dicomvolumes.io.web.ServerAddress;
import io.github.dicomvolumes.series.catalog.MissingSlices;
import io.github.dicomvolumes.series.catalog.SeriesCatalog;
import io.github.dicomvolumes.view.picker.FoundSeriesPicker;
import io.github.dicomvolumes.volume.ImportOptions;
import io.github.dicomvolumes.volume.ValueChoice;

import ij.IJ;
import ij.ImagePlus;

import org.scijava.ItemIO;
import org.scijava.ItemVisibility;
import org.scijava.command.Command;
import org.scijava.plugin.Attr;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** File &gt; Import &gt; DICOM Server...: opens series of a DICOMweb server. */
@Plugin(type = Command.class, menuPath = "File>Import>DICOM Server...")
public class DicomServer extends DicomCommand {

	@Parameter(label = "Server URL", columns = 40, persist = false, attrs = @Attr(name = InputMemory.REMEMBERED),
		description = "The root of DICOMweb, such as https://pacs.example.org/dicom-web")
	private String url = "";

	/** Not remembered: it may name a patient. */
	@Parameter(label = "Query", columns = 40, required = false, persist = false,
		description = "What to look for: PatientID=4711&StudyDate=20240101-20241231&Modality=CT; empty: everything")
	private String query = "";

	/** Not remembered: another query finds other series. */
	@Parameter(label = "Series (empty asks)", required = false, persist = false,
		description = "Empty asks if there are several; all, largest, #n, Series Instance UIDs, a Series Number, " +
			"or a part of the description")
	private String series = "";

	@Parameter(label = "User (or empty)", required = false, persist = false,
		attrs = @Attr(name = InputMemory.REMEMBERED),
		description = "Who asks; the password is asked for afterwards, and taken from the environment in macros. " +
			"token: there is a token instead")
	private String user = "";

	@Parameter(label = "Load", choices = { Loading.IN_MEMORY_LABEL, Loading.VIRTUAL_LABEL }, persist = false,
		attrs = @Attr(name = InputMemory.REMEMBERED),
		description = "All pixels now, or those of a slice when it is looked at")
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

	@Override
	public void checkInputs() {
		ServerLogin.check(url, user);
		SeriesQuery.of(query);
	}

	@Override
	protected Disclosure disclosure() {
		return PatientInput.of(patient);
	}

	@Override
	protected List<Phase> phases() {
		return ImportLog.SERVER;
	}

	@Override
	protected void execute() throws Exception {
		PatientInput.remember(this, patient);
		ReaderInput.remember(this, reader);
		final Disclosure shown = PatientInput.of(patient);
		final ServerAddress address = ServerAddress.of(url);
		final DicomWebServer server = new DicomWebServer(address, ServerLogin.of(this, address, user));
		final List<FoundSeries> chosen = chosen(server, found(server), shown);
		open(server.place(chosen, Loading.isVirtual(load)), shown);
	}

	private List<FoundSeries> found(final DicomWebServer server) throws IOException {
		final boolean isByUid = query.isBlank() && SeriesSelection.isUids(series);
		final List<FoundSeries> found = server
			.search(SeriesQuery.of(isByUid ? "SeriesInstanceUID=" + series.strip() : query), progress());
		if (found.isEmpty()) throw new NeutralFailure("Nothing on " + server + " matches" +
			(query.isBlank() ? "" : " the query (" + SeriesQuery.of(query) + ")") + ".");
		return found;
	}

	/** Those that the input names; a person is asked if it names none. */
	private List<FoundSeries> chosen(final DicomWebServer server, final List<FoundSeries> found,
		final Disclosure shown)
	{
		if (!series.isBlank() || found.size() == 1 || !isPersonThere()) return SeriesSelection.of(found, series);
		final FoundSeriesPicker.Choice choice = ask(
			() -> FoundSeriesPicker.ask(found, server.toString(), shown, Loading.isVirtual(load), IJ.getInstance()));
		series = choice.series().stream().map(FoundSeries::series).collect(Collectors.joining(","));
		load = choice.isVirtual() ? Loading.VIRTUAL_LABEL : Loading.IN_MEMORY_LABEL;
		Recording.replace("series", series);
		Recording.replace("load", load);
		return choice.series();
	}

	/** Opens all volumes of the place. Virtual ones go on to use it, and it goes with them. */
	private void open(final SeriesPlace place, final Disclosure shown) throws Exception {
		final boolean isVirtual = Loading.isVirtual(load);
		final ImportOptions options = ImportOptions.DEFAULT.withSeries("all")
			.withMissing(Choices.of(MissingSlices.class, "missing", missing))
			.withValues(Choices.of(ValueChoice.class, "values", values))
			.withVirtual(isVirtual)
			.withCacheBytes(cache > 0 ? (long) cache << 20 : ImportOptions.DEFAULT.cacheBytes())
			.withReader(ReaderInput.of(reader))
			.withProgress(progress());
		boolean isKept = false;
		try {
			final SeriesCatalog catalog = DicomVolumes.scan(place, options);
			final Imported imported = Imported.of(catalog, options, shown);
			setOutcome(imported.outcome());
			images = imported.images();
			isKept = isVirtual;
		}
		finally {
			if (!isKept) place.close();
		}
	}
}
