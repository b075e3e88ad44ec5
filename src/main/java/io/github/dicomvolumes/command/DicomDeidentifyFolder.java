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
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.github.dicomvolumes.command.host.DicomCommand;
import io.github.dicomvolumes.command.host.NeutralFailure;
import io.github.dicomvolumes.command.host.Phase;
import io.github.dicomvolumes.command.input.Choices;
import io.github.dicomvolumes.command.input.PatientInput;
import io.github.dicomvolumes.data.InputException;
import io.github.dicomvolumes.data.Disclosure;
import io.github.dicomvolumes.data.Listing;
import io.github.dicomvolumes.data.Reasons;
import io.github.dicomvolumes.export.deidentify.DateRule;
import io.github.dicomvolumes.export.deidentify.Deidentification;
import io.github.dicomvolumes.export.deidentify.DeidentifyOptions;
import io.github.dicomvolumes.export.deidentify.DeidentifyReport;
import io.github.dicomvolumes.export.deidentify.LeftOut;
import io.github.dicomvolumes.export.deidentify.Retained;
import io.github.dicomvolumes.view.imagej.Log;
import io.github.dicomvolumes.view.table.DataTable;
import io.github.dicomvolumes.view.table.TableOutput;

import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;
import org.scijava.widget.FileWidget;

/** Plugins &gt; DICOM Volumes &gt; DICOM De-identify Folder...: copies files so that they do not say whose they are. */
@Plugin(type = Command.class, menuPath = "Plugins>DICOM Volumes>DICOM De-identify Folder...")
public class DicomDeidentifyFolder extends DicomCommand {

	static final String BASIC = "Basic", LEAVE_OUT = "Leave out", KEEP = "Keep";

	private static final String TABLE = "DICOM De-identified", LEFT = "left out: ";

	/** The choices of {@code profile}. */
	private enum Profile {
		BASIC
	}

	/** The choices of {@code burned}. */
	private enum BurnedIn {
		LEAVE_OUT, KEEP
	}

	@Parameter(label = "Folder", style = FileWidget.DIRECTORY_STYLE, persist = false,
		description = "A folder, searched at any depth; also a zip archive, a DICOMDIR or one file; it stays as it is")
	private File folder;

	@Parameter(label = "To (new folder)", style = FileWidget.DIRECTORY_STYLE, persist = false,
		description = "The folder of the copy, which is made, or empty")
	private File to;

	@Parameter(label = "Profile", choices = { BASIC }, persist = false,
		description = "The Basic Application Level Confidentiality Profile of DICOM, PS3.15")
	private String profile = BASIC;

	@Parameter(label = "Dates", choices = { "Remove", "Shift", "Keep" }, persist = false,
		description = "Shift moves all dates of a patient back by the same number of days, which nobody else knows")
	private String dates = "Remove";

	@Parameter(label = "Keep (descriptions device private characteristics)", required = false, persist = false,
		description = "What stays beyond the profile, in any order: descriptions without names, private attributes that " +
			"DICOM lists as safe, the identity of devices, age, sex, size and weight of patients")
	private String keep = "";

	@Parameter(label = "Burned in names", choices = { LEAVE_OUT, KEEP }, persist = false,
		description = "What becomes of ultrasound, secondary captures, screenshots and all else whose pixels may show names")
	private String burned = LEAVE_OUT;

	/** A file rather than a text, which would stand in macros, in the recorder and on the screen. */
	@Parameter(label = "Secret (file, for the same names again)", required = false, persist = false,
		description = "A file, made if it is not there: with it other copies get the same pseudonyms, UIDs and shifts; " +
			"who has it can lead them back")
	private File secret;

	@Parameter(label = "Save (CSV of old and new identifiers)", style = FileWidget.SAVE_STYLE, required = false,
		persist = false, description = "Where the table is written that leads back; without one there is none")
	private File save;

	@Parameter(label = "Patient data", choices = { PatientInput.HIDE, PatientInput.SHOW }, persist = false,
		description = "Show names the files that were left out: the first in the log, all in the table")
	private String patient = PatientInput.HIDE;

	@Override
	protected Disclosure disclosure() {
		return PatientInput.of(patient);
	}

	@Override
	protected List<File> given() {
		return Stream.of(folder, to, secret, save).filter(Objects::nonNull).toList();
	}

	@Override
	protected List<Phase> phases() {
		return List.of(new Phase("Listing files", 5), new Phase("Reading headers", 35), new Phase("Copying files", 60));
	}

	@Override
	protected void execute() throws IOException {
		Choices.of(Profile.class, "profile", profile);
		final DeidentifyOptions options = DeidentifyOptions.DEFAULT
			.withDates(Choices.of(DateRule.class, "dates", dates))
			.withKeep(kept(keep))
			.withBurnedIn(Choices.of(BurnedIn.class, "burned", burned) == BurnedIn.KEEP)
			.withSecret(path(secret))
			.withTable(path(save))
			.withProgress(progress());
		final DeidentifyReport report = copy(options);
		if (report.copied() > 0 || disclosure().isFull()) TableOutput.show(table(report));
		if (report.copied() == 0) throw new NeutralFailure("No file was copied: " +
			report.reasons()
				.entrySet()
				.stream()
				.map(e -> e.getValue() + " " + e.getKey())
				.collect(Collectors.joining("; ")) +
			"." + disclosure().either("", " patient=Show names them in the table."));
		setOutcome(Listing.count(report.copied(), "file") + " copied, " + report.leftOut().size() + " left out");
	}

	private DeidentifyReport copy(final DeidentifyOptions options) throws IOException {
		try {
			final DeidentifyReport report = Deidentification.run(folder.toPath(), to.toPath(), options);
			log(report);
			return report;
		}
		catch (final FileSystemException exc) { // of the copy: what fails in reading is in the report
			throw new NeutralFailure("The copy failed: " + Reasons.kind(exc) +
				". What was made of it is removed, and the source is as it was.");
		}
	}

	/** @throws InputException naming what is allowed */
	static Set<Retained> kept(final String words) {
		return Arrays.stream(words.trim().split("[\\s,;+]+"))
			.filter(word -> !word.isEmpty() && !word.equalsIgnoreCase("none"))
			.map(word -> Choices.of(Retained.class, "keep", word))
			.collect(Collectors.toCollection(() -> EnumSet.noneOf(Retained.class)));
	}

	private static Path path(final File file) {
		return file == null ? null : file.toPath();
	}

	/** How many files there are of each result; then, if names may be shown, each file that was left out. */
	private DataTable table(final DeidentifyReport report) {
		final boolean isNamed = disclosure().isFull();
		final DataTable table = isNamed ? new DataTable(TABLE, "Files", "Result", "File", "Details")
			: new DataTable(TABLE, "Files", "Result");
		final BiConsumer<Number, String> counts = isNamed ? (files, result) -> table.add(files, result, null, null)
			: table::add;
		counts.accept(report.copied(), "copied");
		report.reasons().forEach((reason, files) -> counts.accept(files, LEFT + reason));
		if (isNamed) for (final LeftOut one : report.leftOut())
			table.add(null, LEFT + one.reason(), one.file(), one.text());
		return table;
	}

	private void log(final DeidentifyReport report) {
		if (report.copied() > 0) Log.add("De-identified copy in " + to + ": " + report.copied() + " files in " +
			report.series() + " series of " + report.patients() + " patients, " + report.uids() + " UIDs replaced");
		report.reasons().forEach((reason, files) -> Log.add("  left out: " + files + " " + reason));
		if (report.copied() > 0) report.notes().forEach(note -> Log.add("  note: " + note));
		if (!disclosure().isFull()) return;
		final List<String> files = report.leftOut().stream().map(DicomDeidentifyFolder::line).toList();
		if (!Log.addAll("  ", files)) Log.add("  all of them: see the table " + TABLE);
	}

	private static String line(final LeftOut one) {
		return one.file() + ": " + one.reason() + (one.text().isEmpty() ? "" : " (" + one.text() + ")");
	}
}
