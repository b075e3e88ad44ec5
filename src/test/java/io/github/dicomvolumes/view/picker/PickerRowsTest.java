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

package io.github.dicomvolumes.view.picker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

import io.github.dicomvolumes.DicomVolumes;
import io.github.dicomvolumes.SyntheticObjects;
import io.github.dicomvolumes.SyntheticSeries;
import io.github.dicomvolumes.data.Canaries;
import io.github.dicomvolumes.data.Disclosure;
import io.github.dicomvolumes.data.Tag;
import io.github.dicomvolumes.series.catalog.SeriesCatalog;
import io.github.dicomvolumes.volume.ValueChoice;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is said of the volumes of a catalog. */
class PickerRowsTest {

	@TempDir
	Path folder;

	private List<PickerRow> rows(final Disclosure patient) throws IOException {
		return PickerRows.of(DicomVolumes.scan(folder), patient, ValueChoice.CALIBRATED);
	}

	private static SyntheticSeries series(final String name) {
		return new SyntheticSeries(name).fileNames(name + "%d");
	}

	private String headings(final Disclosure patient) throws IOException {
		return rows(patient).stream()
			.map(row -> row.heading().study() + ": " + row.heading().text())
			.toList()
			.toString();
	}

	@Test
	void reasonOfADivisionIsToldInWords() throws IOException {
		new SyntheticSeries()
			.each((k, a) -> { if (k >= 2) a.put(Tag.IMAGE_ORIENTATION_PATIENT, 1, 0, 0, 0, 0.8, 0.6); })
			.write(folder);
		final List<PickerRow> rows = rows(Disclosure.SHOW);
		assertEquals(2, rows.size());
		assertEquals("part 1 of 2, divided by orientation", rows.get(0).text(PickerColumn.NOTE));
		assertEquals("One series became 2 volumes (#1, #2): divided by orientation.", rows.get(0).details());
		assertTrue(rows.get(1).text(PickerColumn.NOTE).startsWith("part 2 of 2, divided by orientation; "));
		assertTrue(rows.get(1).details().contains("\nWarning: slices lean "), rows.get(1).details());
	}

	@Test
	void manyPartsAreARange() throws IOException {
		new SyntheticSeries().each((k, a) -> a.put(Tag.COLUMNS, 16).put(Tag.ROWS, 12 - k)).write(folder);
		final List<PickerRow> rows = rows(Disclosure.SHOW);
		assertTrue(rows.get(0).details().startsWith("One series became 5 volumes (#1 to #5): "), rows.get(0).details());
	}

	@Test
	void wholeSeriesSaysNothingOfParts() throws IOException {
		new SyntheticSeries().omit(2).write(folder);
		final PickerRow row = rows(Disclosure.SHOW).get(0);
		assertFalse(row.text(PickerColumn.NOTE).contains("part"), row.toString());
		assertTrue(row.details().startsWith("Warning: slice 3 of 5 is missing"), row.details());
	}

	/** 16 x 12 x 5 voxels of 2 bytes. */
	@Test
	void sizeIsThatInMemory() throws IOException {
		new SyntheticSeries().write(folder);
		final PickerRow row = rows(Disclosure.SHOW).get(0);
		assertEquals(1920, row.bytes());
		assertEquals("0.1", row.text(PickerColumn.MEMORY));
		assertEquals("16 x 12 x 5", row.text(PickerColumn.SIZE));
		assertEquals("0.5 x 2 x 3", row.text(PickerColumn.SPACING));
	}

	@Test
	void headingsNamePatientsOnlyIfThereAreSeveral() throws IOException {
		series("a").with(Tag.STUDY_DESCRIPTION, "Head").write(folder);
		series("b").with(Tag.PATIENT_NAME, "Syn^a").with(Tag.PATIENT_ID, "a").without(Tag.STUDY_DATE).write(folder);
		assertEquals("[0: Study 1, 1: 2020-01-01, Head]", headings(Disclosure.SHOW));
		series("c").without(Tag.PATIENT_NAME).with(Tag.STUDY_ID, "77").write(folder);
		assertEquals(
			"[0: c  \u00b7  2020-01-01, 77, 1: Syn^a (a)  \u00b7  Study 1, 2: Syn^a (a)  \u00b7  2020-01-01, Head]",
			headings(Disclosure.SHOW));
		assertEquals("[0: Patient 1  \u00b7  Study 1, 1: Patient 2  \u00b7  Study 1, 2: Patient 2  \u00b7  Study 2]",
			headings(Disclosure.HIDE));
	}

	/** Nothing that is confidential, and nothing that would break a line. */
	@Test
	void hiddenPatientsAreNowhere() throws IOException {
		for (final String name : List.of("x", "y"))
			series(name).slices(6)
				.omit(3)
				.fileNames(Canaries.TEXT + name + "%d")
				.each((k, a) -> Canaries.put(a, k))
				.each((k, a) -> a.put(Tag.PATIENT_ID, Canaries.TEXT + name)
					.put(Tag.SOP_INSTANCE_UID, Canaries.UID + name.hashCode() + "." + k)
					.put(Tag.STUDY_INSTANCE_UID, Canaries.UID + (name.equals("x") ? ".1" : ".2"))
					.put(Tag.SERIES_INSTANCE_UID, Canaries.UID + (name.equals("x") ? ".3" : ".4")))
				.write(folder);
		final Pattern canary = Pattern.compile(Canaries.PATTERN);
		assertEquals(2, rows(Disclosure.SHOW).size());
		assertTrue(canary.matcher(rows(Disclosure.SHOW).toString()).find());
		assertFalse(canary.matcher(rows(Disclosure.HIDE).toString()).find(), rows(Disclosure.HIDE).toString());
	}

	@Test
	void textOfFilesStaysInItsLine() throws IOException {
		new SyntheticSeries().with(Tag.SERIES_DESCRIPTION, "one\ttwo").write(folder);
		assertEquals("one two", rows(Disclosure.SHOW).get(0).text(PickerColumn.DESCRIPTION));
	}

	// -- What is left out --

	@Test
	void leftOutKindsHavePlainNames() throws IOException {
		new SyntheticSeries().write(folder);
		final SeriesCatalog alone = DicomVolumes.scan(folder);
		assertEquals("5 files, 1 volume.", LeftOut.summary(alone));
		SyntheticObjects.withoutImage("1.2.840.10008.1.3.10", "OT", 1, "", folder.resolve("directory"));
		SyntheticObjects.withoutImage("1.2.840.10008.5.1.4.1.1.88.11", "SR", 2, "", folder.resolve("report1"));
		SyntheticObjects.withoutImage("1.2.840.10008.5.1.4.1.1.88.22", "SR", 2, "", folder.resolve("report2"));
		SyntheticObjects.withoutImage("1.2.840.10008.5.1.4.1.1.104.1", "DOC", 3, "", folder.resolve("letter"));
		SyntheticObjects.withoutImage("1.2.840.10008.5.1.4.1.1.2", "CT", 4, "", folder.resolve("cut"));
		Files.writeString(folder.resolve("readme.txt"), "read me");
		assertEquals(
			"11 files, 1 volume. Left out: CT Image without pixels (1), DICOMDIR (1), Encapsulated PDF (1), not DICOM (1), " +
				"structured report (2).",
			LeftOut.summary(DicomVolumes.scan(folder)));
	}
}
