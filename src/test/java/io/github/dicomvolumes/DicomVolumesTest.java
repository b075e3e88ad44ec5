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

package io.github.dicomvolumes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

import io.github.dicomvolumes.data.DicomException;
import io.github.dicomvolumes.data.Tag;
import io.github.dicomvolumes.data.TransferSyntax;
import io.github.dicomvolumes.io.header.HeaderReaders;
import io.github.dicomvolumes.pixels.PlaneType;
import io.github.dicomvolumes.series.catalog.MissingSlices;
import io.github.dicomvolumes.series.catalog.SeriesCatalog;
import io.github.dicomvolumes.volume.DicomVolume;
import io.github.dicomvolumes.volume.ImportOptions;
import io.github.dicomvolumes.volume.ImportResult;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DicomVolumesTest {

	@TempDir
	Path folder;

	// -- Which volumes --

	/** A message box is no longer than a screen. */
	@Test
	void ofManyFailuresTheFirstAreTold() throws IOException {
		for (int n = 1; n <= 12; n++)
			new SyntheticSeries("film " + n).series(n)
				.slices(2)
				.with(Tag.SERIES_DESCRIPTION, "film " + n)
				.syntax(TransferSyntax.of("1.2.840.10008.1.2.4.100"))
				.write(folder.resolve("film " + n));
		final List<String> lines = assertThrows(DicomException.class, () -> DicomVolumes.openAll(folder)).getMessage()
			.lines()
			.toList();
		assertEquals(9, lines.size(), lines::toString);
		assertTrue(lines.get(0).startsWith("film "), lines::toString);
		assertEquals("and 4 more", lines.get(8));
	}

	@Test
	void openGivesTheLargest() throws IOException {
		writeTwo();
		assertEquals("large", DicomVolumes.open(folder).name());
		assertEquals("small", DicomVolumes.open(folder, ImportOptions.DEFAULT.withSeries("#1")).name());
		assertThrows(IllegalArgumentException.class,
			() -> DicomVolumes.open(folder, ImportOptions.DEFAULT.withSeries("#3")));
	}

	@Test
	void openAllGivesAllWhateverTheOptionsName() throws IOException {
		writeTwo();
		assertEquals(List.of("small", "large"), names(DicomVolumes.openAll(folder)));
		assertEquals(List.of("small", "large"),
			names(DicomVolumes.openAll(folder, ImportOptions.DEFAULT.withSeries("large"))));
	}

	@Test
	void scannedOnceLoadedTwice() throws IOException {
		writeTwo();
		final SeriesCatalog catalog = DicomVolumes.scan(folder);
		assertEquals(2, catalog.stacks().size());
		assertEquals(List.of("small"),
			names(DicomVolumes.load(catalog, ImportOptions.DEFAULT.withSeries("small")).volumes()));
		assertEquals(List.of("large", "small"),
			names(DicomVolumes
				.load(catalog, List.of(catalog.stacks().get(1), catalog.stacks().get(0)), ImportOptions.DEFAULT)
				.volumes()));
	}

	@Test
	void withoutADescriptionTheFolderGivesTheName() throws IOException {
		final Path chest = Files.createDirectory(folder.resolve("chest CT"));
		new SyntheticSeries().without(Tag.SERIES_DESCRIPTION).write(chest);
		assertEquals("chest CT", DicomVolumes.open(chest).name());
		assertEquals("chest CT", DicomVolumes.open(chest.resolve("../chest CT/.")).name());
		new SyntheticSeries().with(Tag.SERIES_DESCRIPTION, "").write(chest);
		assertEquals("chest CT", DicomVolumes.open(chest).name());
	}

	@Test
	void zipIsAPlaceAndSoIsAFile() throws IOException {
		final Path zip = new SyntheticSeries("zipped").writeZip(folder.resolve("series.zip"));
		assertEquals(5, DicomVolumes.open(zip).dimensions()[2]);
		final Path file = new SyntheticSeries("files").write(folder).get(3);
		assertEquals(3023, DicomVolumes.open(file).values().getAt(3, 2, 0).get());
	}

	// -- Options --

	@Test
	void missingSlicesAsTheOptionsSay() throws IOException {
		SyntheticCases.write("missing_slice", folder);
		assertEquals(List.of(6L), slices(ImportOptions.DEFAULT));
		assertEquals(List.of(5L), slices(ImportOptions.DEFAULT.withMissing(MissingSlices.CLOSE)));
		assertEquals(List.of(3L, 2L), slices(ImportOptions.DEFAULT.withMissing(MissingSlices.SPLIT)));
	}

	private List<Long> slices(final ImportOptions options) throws IOException {
		return DicomVolumes.load(DicomVolumes.scan(folder, options), options)
			.volumes()
			.stream()
			.map(v -> v.dimensions()[2])
			.toList();
	}

	@Test
	void realValuesAsTheOptionsSay() throws IOException {
		new SyntheticSeries().rescale(1, -1024).write(folder);
		assertEquals(PlaneType.UINT16, DicomVolumes.open(folder).plan().type());
		assertEquals(PlaneType.FLOAT32,
			DicomVolumes.open(folder, ImportOptions.DEFAULT.withRealValues(true)).plan().type());
	}

	@Test
	void headersComeFromTheReaderOfTheOptions() throws IOException {
		new SyntheticSeries().write(folder);
		final var read = new AtomicInteger();
		DicomVolumes.open(folder, ImportOptions.DEFAULT.withReader((source, open) -> {
			read.incrementAndGet();
			return HeaderReaders.BUILT_IN.read(source);
		}));
		assertEquals(5, read.get());
	}

	// -- Progress --

	@Test
	void progressHearsThePhasesInOrder() throws IOException {
		new SyntheticSeries().write(folder);
		final Set<String> phases = new LinkedHashSet<>();
		final List<String> last = new ArrayList<>();
		final Thread caller = Thread.currentThread();
		final List<String> wrong = new ArrayList<>();
		DicomVolumes.open(folder, ImportOptions.DEFAULT.withProgress((phase, done, total) -> {
			phases.add(phase);
			if (done == total) last.add(phase + " " + done);
			if (done < 0 || done > total || Thread.currentThread() != caller) wrong.add(phase + done);
		}));
		assertEquals("[Listing files, Examining files, Grouping files, Loading data]", phases.toString());
		assertTrue(last.containsAll(List.of("Examining files 5", "Loading data 5")), last.toString());
		assertEquals(List.of(), wrong);
	}

	// -- Failures --

	@Test
	void oneSeriesThatFailsDoesNotStopTheOthers() throws IOException {
		writeTwo();
		final SeriesCatalog catalog = DicomVolumes.scan(folder);
		try (var files = Files.newDirectoryStream(folder, "S*")) {
			for (final Path file : files)
				Files.delete(file);
		}
		final ImportResult result = DicomVolumes.load(catalog, ImportOptions.DEFAULT.withSeries("all"));
		assertEquals(List.of("large"), names(result.volumes()));
		assertEquals(1, result.failures().size());
		assertTrue(result.failures().get(0).startsWith("small: "), result.failures().get(0));
	}

	@Test
	void seriesThatCannotBeReadYetDoesNotStopTheOthers() throws IOException {
		new SyntheticSeries("read").series(1).write(folder);
		new SyntheticSeries("yet").series(2).fileNames("Y%d").with(Tag.SAMPLES_PER_PIXEL, 3).write(folder);
		final ImportResult result = DicomVolumes.load(DicomVolumes.scan(folder),
			ImportOptions.DEFAULT.withSeries("all"));
		assertEquals(List.of("read"), names(result.volumes()));
		assertTrue(result.failures().get(0).startsWith("yet"), result.failures().toString());
		assertEquals("read", DicomVolumes.open(folder).name());
	}

	@Test
	void allSeriesThatFailAreOneMessage() throws IOException {
		new SyntheticSeries("first").series(1).with(Tag.SAMPLES_PER_PIXEL, 3).write(folder);
		new SyntheticSeries("second").series(2).fileNames("Y%d").with(Tag.SAMPLES_PER_PIXEL, 3).write(folder);
		final String message = assertThrows(DicomException.class, () -> DicomVolumes.openAll(folder)).getMessage();
		assertTrue(message.contains("first") && message.contains("second"), message);
		assertEquals(2, message.split("\n").length, message);
	}

	@Test
	void nothingThere() throws IOException {
		assertThrows(FileNotFoundException.class, () -> DicomVolumes.open(folder.resolve("none")));
		Files.writeString(folder.resolve("a.txt"), "text");
		assertEquals(0, DicomVolumes.scan(folder).stacks().size());
		for (final String series : List.of("", "all", "#1", "x")) {
			final String message = assertThrows(DicomException.class,
				() -> DicomVolumes.open(folder, ImportOptions.DEFAULT.withSeries(series))).getMessage();
			assertTrue(message.contains("No DICOM images in " + folder), message);
		}
	}

	// -- Helpers --

	private void writeTwo() throws IOException {
		new SyntheticSeries("study").series(1)
			.slices(3)
			.fileNames("S%d")
			.with(Tag.SERIES_DESCRIPTION, "small")
			.write(folder);
		new SyntheticSeries("study").series(2)
			.slices(4)
			.fileNames("L%d")
			.with(Tag.SERIES_DESCRIPTION, "large")
			.write(folder);
	}

	private static List<String> names(final List<DicomVolume> volumes) {
		return volumes.stream().map(DicomVolume::name).toList();
	}
}
