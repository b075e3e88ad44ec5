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

package io.github.dicomvolumes.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.github.dicomvolumes.DicomVolumes;
import io.github.dicomvolumes.SyntheticObjects;
import io.github.dicomvolumes.SyntheticSeries;
import io.github.dicomvolumes.data.Attributes;
import io.github.dicomvolumes.data.Dictionary;
import io.github.dicomvolumes.data.Disclosure;
import io.github.dicomvolumes.data.Tag;
import io.github.dicomvolumes.data.VR;
import io.github.dicomvolumes.io.header.HeaderReaders;
import io.github.dicomvolumes.io.source.DiskSources;
import io.github.dicomvolumes.series.catalog.SeriesCatalog;
import io.github.dicomvolumes.view.imagej.VolumeImagePlus;
import io.github.dicomvolumes.view.table.DataTable;
import io.github.dicomvolumes.view.table.GeometryTable;
import io.github.dicomvolumes.view.table.MetadataTable;
import io.github.dicomvolumes.view.table.SeriesTable;
import io.github.dicomvolumes.view.table.SliceTable;
import io.github.dicomvolumes.view.table.SliceValues;
import io.github.dicomvolumes.volume.DicomVolume;

import ij.ImagePlus;
import ij.util.DicomTools;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Jane Doe is in the attributes, their items, private elements, file names and the folder, but nowhere to be seen. */
class HiddenPatientDataTest {

	private static final int REQUEST = Dictionary.tag("RequestAttributesSequence");

	private Path folder;
	private SeriesCatalog catalog;
	private DicomVolume volume;

	@BeforeEach
	void open(@TempDir final Path temp) throws IOException {
		folder = Files.createDirectory(temp.resolve("Jane Doe"));
		final Attributes request = Attributes.builder()
			.put(Dictionary.tag("ReasonForTheRequestedProcedure"), "Jane fell")
			.put(Tag.ROWS, 7)
			.build();
		new SyntheticSeries("jane").series(3)
			.with(Tag.PATIENT_NAME, "Doe^Jane")
			.with(Tag.PATIENT_ID, "JANE1")
			.with(Tag.SERIES_DESCRIPTION, "Knee of Jane")
			.with(REQUEST, request)
			.each((k, a) -> {
				a.put(0x00090010, VR.LO, "JANE SYSTEMS".getBytes());
				a.put(0x00091001, VR.LO, "Jane".getBytes());
			})
			.fileNames("jane%02d.dcm")
			.damage(2, bytes -> Arrays.copyOf(bytes, bytes.length - 100))
			.write(folder);
		SyntheticObjects.withoutImage("1.2.840.10008.5.1.4.1.1.104.1", "DOC", 4, "letter to Jane",
			folder.resolve("jane.pdf"));
		catalog = DicomVolumes.scan(folder);
		volume = DicomVolumes.open(folder);
	}

	@Test
	void noTableNamesHer() throws IOException {
		final var frame = volume.stack().first();
		for (final Disclosure disclosure : List.of(Disclosure.SHOW, Disclosure.HIDE)) {
			final List<DataTable> tables = List.of(SeriesTable.of(catalog, disclosure),
				SliceTable.of(volume, disclosure), MetadataTable.of(volume.stack(), frame, disclosure), MetadataTable
					.of(HeaderReaders.BUILT_IN.read(DiskSources.of(folder.resolve("jane01.dcm"))), disclosure));
			for (final DataTable table : tables)
				assertEquals(disclosure.isFull(), names(table.rows().toString()), table.title());
		}
		assertEquals("DOC|(hidden)|not an image: Encapsulated PDF Storage, no pixel data, 1 file",
			Stream.of("Modality", "Description", "Note")
				.map(c -> SeriesTable.of(catalog, Disclosure.HIDE).get(c, 1))
				.collect(Collectors.joining("|")));
		assertFalse(names(GeometryTable.of(volume).rows().toString()));
	}

	@Test
	void rowsAndNumbersStay() {
		final var frame = volume.stack().first();
		final DataTable shown = MetadataTable.of(volume.stack(), frame, Disclosure.SHOW);
		final DataTable hidden = MetadataTable.of(volume.stack(), frame, Disclosure.HIDE);
		for (final String column : List.of("Tag", "Keyword", "Name", "VR", "VM", "Varies"))
			assertEquals(column(shown, column), column(hidden, column));
		assertEquals("(hidden)", value(hidden, "0010,0010"));
		assertEquals("(hidden)", value(hidden, "0009,1001"));
		assertEquals("(hidden)", value(hidden, "0040,0275"));
		assertEquals("(hidden)", value(hidden, "0040,0275[1]>0028,0010"));
		assertEquals(value(shown, "0028,0010"), value(hidden, "0028,0010"));
		assertEquals(value(shown, "0020,0032"), value(hidden, "0020,0032"));
		assertEquals("5", hidden.get("Varies", column(hidden, "Tag").indexOf("0008,0018")));
		final DataTable slices = SliceTable.of(volume, Disclosure.HIDE);
		assertEquals(List.of("(hidden)", "3", "3"),
			List.of(slices.get("File", 2), slices.get("Gap", 2), slices.get("InstanceNumber", 2)));
		assertEquals(List.of("", "", "(hidden)", "", ""), column(slices, "Note"));
		final DataTable series = SeriesTable.of(catalog, Disclosure.HIDE);
		assertEquals(List.of("#1", "CT", "3", "(hidden)", "(hidden)"),
			List.of(series.get("Series", 0), series.get("Modality", 0), series.get("SeriesNumber", 0),
				series.get("Description", 0), series.get("SeriesInstanceUID", 0)));
	}

	@Test
	void imageHasNeutralTitleLabelsAndInfo() {
		final ImagePlus image = VolumeImagePlus.of(volume, Disclosure.HIDE);
		assertEquals("CT series 3", image.getTitle());
		assertEquals("Slice 2", image.getStack().getShortSliceLabel(2));
		final String texts = image.getTitle() + image.getInfoProperty() +
			String.join("\n", image.getStack().getSliceLabels());
		assertFalse(names(texts), texts);
		image.setSlice(2);
		assertEquals("3", DicomTools.getTag(image, "0020,0011").strip());
		assertEquals("(hidden)", DicomTools.getTag(image, "0010,0010").strip());
		assertEquals(Disclosure.HIDE, VolumeImagePlus.disclosure(image));
		assertEquals(volume, VolumeImagePlus.volume(image).orElseThrow());
	}

	@Test
	void withoutTheChoiceEverythingIsShown() {
		final ImagePlus image = VolumeImagePlus.of(volume);
		assertEquals("Knee of Jane", image.getTitle());
		assertEquals("jane02.dcm", image.getStack().getShortSliceLabel(2));
		assertEquals(Disclosure.SHOW, VolumeImagePlus.disclosure(image));
		assertTrue(names(image.getInfoProperty()));
	}

	@Test
	void reportNamesNoFile() {
		assertTrue(names(volume.report().toString()));
		final String report = volume.report(Disclosure.HIDE).toString();
		assertFalse(names(report), report);
		assertTrue(report.startsWith("CT series 3: 5 files, 16 x 12 x 5 voxels of "), report);
		assertTrue(report.contains("warning: 1 slice is cut"), report);
	}

	@Test
	void whatIsHiddenIsNotPlotted() {
		final String message = assertThrows(IllegalArgumentException.class,
			() -> SliceValues.of(volume, "AcquisitionTime", Disclosure.HIDE)).getMessage();
		assertTrue(
			message.startsWith("(0008,0032) Acquisition Time is hidden in this image (patient=Hide). Allowed are"),
			message);
		assertEquals(5, SliceValues.of(volume, "InstanceNumber", Disclosure.HIDE).values().length);
	}

	private static boolean names(final String text) {
		return text.toLowerCase(Locale.ROOT).contains("jane");
	}

	private static List<String> column(final DataTable table, final String column) {
		return IntStream.range(0, table.size()).mapToObj(row -> table.get(column, row)).collect(Collectors.toList());
	}

	private static String value(final DataTable table, final String tag) {
		return table.get("Value", column(table, "Tag").indexOf(tag));
	}
}
