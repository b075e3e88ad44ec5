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

package io.github.dicomvolumes.view.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

import io.github.dicomvolumes.DicomVolumes;
import io.github.dicomvolumes.SyntheticCases;
import io.github.dicomvolumes.SyntheticObjects;
import io.github.dicomvolumes.SyntheticSeries;
import io.github.dicomvolumes.data.Attributes;
import io.github.dicomvolumes.data.Disclosure;
import io.github.dicomvolumes.data.Tag;
import io.github.dicomvolumes.data.TransferSyntax;
import io.github.dicomvolumes.data.Uids;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SeriesTableTest {

	@TempDir
	Path folder;

	@Test
	void columnsAreTheContract() throws IOException {
		assertEquals(
			"Series, Modality, SeriesNumber, Description, Columns, Rows, Slices, Channels, " +
				"Times, SpacingX, SpacingY, SpacingZ, Plane, Letters, TransferSyntax, Note, " + "SeriesInstanceUID",
			String.join(", ", table().columns()));
		assertEquals("DICOM Series", table().title());
		assertEquals(0, table().size());
	}

	@Test
	void oneRowForEachVolume() throws IOException {
		final var first = new SyntheticSeries("study").series(3).pixelSpacing(0.564453125, 0.664453125);
		first.write(folder);
		final var second = new SyntheticSeries("study").series(4)
			.slices(2)
			.modality("MR")
			.fileNames("M%d")
			.orientation(0, 1, 0, 0, 0, -1)
			.with(Tag.SERIES_DESCRIPTION, "sag, \"T1\"");
		second.write(folder);
		final DataTable table = table();
		assertEquals(List.of("#1", "CT", "3", "study", "16", "12", "5", "1", "1", "0.664453125", "0.564453125", "3",
			"Axial", "LPH", "Explicit VR Little Endian", "", first.seriesInstanceUid()), table.rows().get(0));
		assertEquals("sag, \"T1\"", table.get("Description", 1));
		assertEquals("Sagittal", table.get("Plane", 1));
		assertEquals("#2", table.get("Series", 1));
		assertEquals(second.seriesInstanceUid(), table.get("SeriesInstanceUID", 1));
	}

	@Test
	void warningsComeFirstInTheNote() throws IOException {
		SyntheticCases.write("missing_slice", folder);
		final String note = table().get("Note", 0);
		assertTrue(note.contains("4"), note);
	}

	@Test
	void unknownCharacterSetsAreNoted() throws IOException {
		final Attributes item = Attributes.builder().put(Tag.SPECIFIC_CHARACTER_SET, "ISO_IR 998").build();
		new SyntheticSeries("text").with(Tag.SPECIFIC_CHARACTER_SET, "ISO_IR 999").with(0x00081140, item).write(folder);
		assertEquals(
			"(0008,0005) Specific Character Set has the unknown ISO_IR 998, ISO_IR 999; its text is read as Latin-1",
			table().get("Note", 0));
	}

	@Test
	void unknownPlaceHasNoPlane() throws IOException {
		SyntheticCases.write("no_ipp", folder);
		assertEquals("", table().get("Plane", 0));
		assertEquals("", table().get("Letters", 0));
	}

	@Test
	void oblique() throws IOException {
		SyntheticCases.write("double_oblique", folder);
		assertEquals("Oblique coronal", table().get("Plane", 0));
	}

	@Test
	void whatTheHeaderDoesNotSayIsEmpty() throws IOException {
		new SyntheticSeries().without(Tag.SERIES_NUMBER)
			.without(Tag.SERIES_DESCRIPTION)
			.without(Tag.MODALITY)
			.write(folder);
		assertEquals(List.of("#1", "", "", ""), table().rows().get(0).subList(0, 4));
	}

	@Test
	void objectsWithoutImagesComeLastAndHaveNoNumber() throws IOException {
		SyntheticObjects.withoutImage("1.2.840.10008.5.1.4.1.1.9.1.1", "ECG", 8, "rest", folder.resolve("A1"));
		SyntheticObjects.withoutImage("1.2.840.10008.5.1.4.1.1.104.1", "DOC", 7, "letter", folder.resolve("A2"));
		SyntheticObjects.withoutImage("1.2.840.10008.5.1.4.1.1.104.1", "DOC", 7, "letter", folder.resolve("A3"));
		SyntheticObjects.withoutImage("1.2.840.10008.5.1.4.1.1.88.59", "DOC", 7, "letter", folder.resolve("A4"));
		new SyntheticSeries("ct").series(9).write(folder);
		final DataTable table = table();
		assertEquals(List.of("#1", "-", "-"), IntStream.range(0, 3).mapToObj(i -> table.get("Series", i)).toList());
		assertEquals(List.of("-", "DOC", "7", "letter", "", "", "", "", "", "", "", "", "", "",
			"Explicit VR Little Endian",
			"not an image: Encapsulated PDF Storage, no pixel data, 2 files; Key Object Selection Document Storage, " +
				"no pixel data, 1 file",
			Uids.ofName("series7")), table.rows().get(1));
		assertEquals("not an image: 12-lead ECG Waveform Storage, no pixel data, 1 file", table.get("Note", 2));
		assertEquals(3, table.size());
	}

	@Test
	void severalStudiesAndPatientsAreToldApartAndSorted() throws IOException {
		final int id = Tag.STUDY_ID;
		new SyntheticSeries("b").with(Tag.PATIENT_NAME, "Zoe")
			.with(Tag.STUDY_DESCRIPTION, "follow-up")
			.with(Tag.STUDY_DATE, "20210101")
			.fileNames("1%d")
			.write(folder);
		new SyntheticSeries("c").with(Tag.PATIENT_NAME, "Ann").with(Tag.PATIENT_ID, "7").fileNames("2%d").write(folder);
		new SyntheticSeries("a").with(Tag.PATIENT_NAME, "Zoe")
			.with(Tag.PATIENT_ID, "b")
			.with(id, "S9")
			.fileNames("3%d")
			.write(folder);
		SyntheticObjects.withoutImage("1.2.840.10008.5.1.4.1.1.481.5", "RTPLAN", 7, "plan", folder.resolve("plan"));
		final DataTable table = table();
		assertEquals(List.of("Patient", "StudyDate", "StudyDescription", "StudyID"), table.columns().subList(17, 21));
		assertEquals(
			List.of(List.of("Ann (7)", "20200101", "", ""), List.of("Zoe (b)", "20200101", "", "S9"),
				List.of("Zoe (b)", "20210101", "follow-up", "")),
			table.rows().subList(0, 3).stream().map(row -> row.subList(17, 21)).toList());
		assertEquals("not an image: RT Plan Storage, no pixel data (RT plan), 1 file", table.get("Note", 3));
		final DataTable hidden = SeriesTable.of(DicomVolumes.scan(folder), Disclosure.HIDE);
		assertEquals(List.of("(hidden)", "(hidden)", "(hidden)", ""), hidden.rows().get(2).subList(17, 21));
		assertEquals("#3", hidden.get("Series", 2));
	}

	@ParameterizedTest
	@CsvSource({ "100, MPEG2 Main Profile / Main Level", "102, MPEG-4 AVC/H.264 High Profile / Level 4.1",
		"107, HEVC/H.265 Main Profile / Level 5.1" })
	void videoHasANumberAndIsNamedAsVideo(final String syntax, final String name) throws IOException {
		SyntheticObjects.cine("film", 3).syntax(TransferSyntax.of("1.2.840.10008.1.2.4." + syntax)).write(folder);
		assertTrue(table().get("Note", 0).startsWith("not read yet: video (" + name + "); "), table().get("Note", 0));
		assertEquals("#1", table().get("Series", 0));
		assertEquals(name, table().get("TransferSyntax", 0));
	}

	private DataTable table() throws IOException {
		return SeriesTable.of(DicomVolumes.scan(folder), Disclosure.SHOW);
	}
}
