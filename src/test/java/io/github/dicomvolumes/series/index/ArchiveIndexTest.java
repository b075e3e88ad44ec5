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

package io.github.dicomvolumes.series.index;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.github.dicomvolumes.DicomVolumes;
import io.github.dicomvolumes.OpenFiles;
import io.github.dicomvolumes.SyntheticSeries;
import io.github.dicomvolumes.data.DicomException;
import io.github.dicomvolumes.data.InputException;
import io.github.dicomvolumes.data.NoPlaceException;
import io.github.dicomvolumes.data.Tag;
import io.github.dicomvolumes.io.header.HeaderReaders;
import io.github.dicomvolumes.series.catalog.SeriesCatalog;
import io.github.dicomvolumes.series.catalog.Stack;
import io.github.dicomvolumes.volume.ImportOptions;
import io.github.dicomvolumes.work.Progress;

/** The table of an archive's volumes, read, asked and opened without Spark. */
class ArchiveIndexTest {

	@TempDir
	Path folder;

	/** Whatever the values are, also over the ends of what is read at once. */
	@Test
	void rowsAreWhatWasWritten() throws IOException {
		for (int seed = 0; seed < 200; seed++) {
			final Random random = new Random(seed);
			final List<List<String>> rows = IntStream.range(0, random.nextInt(60))
				.mapToObj(r -> IntStream.range(0, 2 + random.nextInt(5)).mapToObj(c -> value(random)).toList())
				.toList();
			final Path file = Files.writeString(folder.resolve("rows.csv"),
				IndexFile.text(rows, random.nextBoolean() ? "\n" : "\r\n"));
			final List<Long> starts = new ArrayList<>();
			try (CsvRows read = new CsvRows(file, 0)) {
				for (final List<String> row : rows) {
					starts.add(read.position());
					assertEquals(row, read.next(), "seed " + seed);
				}
				assertNull(read.next());
			}
			for (int r = 0; r < rows.size(); r += 7)
				try (CsvRows one = new CsvRows(file, starts.get(r))) {
					assertEquals(rows.get(r), one.next());
				}
		}
	}

	private static String value(final Random random) {
		final int length = random.nextInt(10) == 0 ? random.nextInt(9000) : random.nextInt(6);
		return random.ints(length, 0, 9)
			.mapToObj(i -> List.of(",", "\"", "\n", "\r", "a", "7", "\u00fc", " ", "[").get(i))
			.collect(Collectors.joining());
	}

	@Test
	void lastRowMayLackItsLineEndButNotItsQuote() throws IOException {
		final Path file = folder.resolve("rows.csv");
		Files.writeString(file, "a,b\n1,\"x,\"");
		try (CsvRows rows = new CsvRows(file, 4)) {
			assertEquals(List.of("1", "x,"), rows.next());
		}
		Files.writeString(file, "a,b\n1,\"x,");
		try (CsvRows rows = new CsvRows(file, 4)) {
			assertTrue(assertThrows(DicomException.class, rows::next).getMessage().contains("byte 4"));
		}
		Files.writeString(file, "a,b\n1,2\r3,4");
		try (CsvRows rows = new CsvRows(file, 4)) {
			assertTrue(assertThrows(DicomException.class, rows::next).getMessage().contains("CR alone"));
		}
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
																				Modality=CT              | true
																				Modality=ct,MR           | true
																				Modality=PT              | false
																				Modality=C*              | true
																				Modality=C               | false
																				Slices=20-               | true
																				Slices=31-               | false
																				Slices=-30               | true
																				Slices=30                | true
																				StudyDate=20240101-      | true
																				StudyDate=20250101-20251231 | false
																				StudyDay=2024-0?-*       | true
																				Description=*lung*       | true
																				Description=lung         | false
																				Description=a-b*         | true
																				Position=-12.5--10       | true
																				Modality=CT&Slices=3-5   | false
											PatientID=10-20          | false
											PatientID=1?             | true
											Slices=3e1-4e1           | true
											Slices=3f-4f             | false
																				Modality=CT& Slices = 3-40 | true
																				&                        | true
																				Modality=                | true
																				""")
	void queries(final String query, final boolean holds) {
		final var file = new VolumesFile(folder,
			List.of("Modality", "Slices", "StudyDate", "StudyDay", "Description", "Position", "PatientID"), 0);
		assertEquals(holds, new IndexQuery(query).of(file)
			.test(List.of("CT", "30", "20240315", "2024-03-15", "A-B Lung 3", "-11.25", "15")));
	}

	@Test
	void queriesThatAreNoneAreRefusedWithTheWayOut() {
		assertTrue(assertThrows(InputException.class, () -> new IndexQuery("CT")).getMessage().contains("no \"=\""));
		assertTrue(assertThrows(InputException.class,
			() -> new IndexQuery("Modalty=CT").of(new VolumesFile(folder, List.of("Modality", "Slices"), 0)))
			.getMessage()
			.contains("Modalty"));
	}

	@Test
	void volumesAreFoundAgainInTheirFiles() throws IOException {
		final SeriesCatalog catalog = archive();
		final var index = ArchiveIndex.of(IndexFile.write(catalog, folder.resolve("index")));
		final List<IndexedVolume> volumes = index.volumes(new IndexQuery(""), Progress.NONE);
		assertEquals(catalog.stacks().size(), volumes.size());
		for (int i = 0; i < volumes.size(); i++) {
			final List<Stack> found = DicomVolumes.scan(volumes.get(i).place(), ImportOptions.DEFAULT).stacks();
			assertEquals(1, found.size());
			assertTrue(volumes.get(i).is(found.get(0)), "volume " + i);
			assertEquals(names(catalog.stacks().get(i)), names(found.get(0)));
			for (int other = 0; other < volumes.size(); other++)
				if (other != i) assertFalse(volumes.get(other).is(found.get(0)), other + " is not " + i);
		}
		assertEquals(1, index.volumes(new IndexQuery("Modality=MR"), Progress.NONE).size());
		assertEquals("J\u00fcrgen", volumes.get(0).attributes().orElse(Tag.PATIENT_NAME, ""));
	}

	/** There may be millions of volumes, each of thousands of files. */
	@Test
	void namesOfFilesAreNotHeldAndTheTableIsNotOpen() throws IOException {
		final Path table = IndexFile.write(archive(), folder.resolve("index"));
		for (final IndexedVolume volume : ArchiveIndex.of(table).volumes(new IndexQuery(""), Progress.NONE)) {
			assertEquals("", volume.text("Files"));
			volume.place();
		}
		assertEquals(List.of(), OpenFiles.below(table));
	}

	/** All are counted, and those that fit. */
	@Test
	void moreVolumesThanFitAreRefused() throws IOException {
		final var index = index(7);
		assertEquals(21, index.volumes(new IndexQuery(""), Progress.NONE).size());
		final long two = 2 * 52 * 40;
		for (final String query : List.of("", "Modality=MR")) {
			final String message = assertThrows(InputException.class,
				() -> index.volumes(new IndexQuery(query), two, Progress.NONE)).getMessage();
			assertTrue(message.startsWith(
				(query.isEmpty() ? 21 : 7) + " volumes of the index match query=, and about 2 fit into Java's memory."),
				message);
		}
		assertEquals(1, index(1).volumes(new IndexQuery("Modality=MR"), two, Progress.NONE).size());
	}

	/** Stops when it has been told so many times how far it is. */
	private record Stops(int when, List<Double> seen) implements Progress {

		@Override
		public void update(final String phase, final long done, final long total) {
			seen.add((double) done / total);
		}

		@Override
		public boolean isCanceled() {
			return seen.size() == when;
		}
	}

	/** Of 2,100 rows it tells every 1,000. */
	@Test
	void readingShowsHowFarItIsAndCanBeStopped() throws IOException {
		final var index = index(700);
		final var stops = new Stops(2, new ArrayList<>());
		assertThrows(CancellationException.class, () -> index.volumes(new IndexQuery("Modality=NONE"), stops));
		assertEquals(2, stops.seen.size());
		assertEquals(1000 / 2100.0, stops.seen.get(1), 0.01);
	}

	/** On a slow file server thousands of files take minutes. The last volume is in an archive, which comes last. */
	@ParameterizedTest
	@CsvSource({ "Modality=MR, 2", "SeriesNumber=3, 4" })
	void lookingForFilesShowsHowFarItIsAndCanBeStopped(final String query, final int when) throws IOException {
		final var place = index(1).volumes(new IndexQuery(query), Progress.NONE).get(0).place();
		final var stops = new Stops(when, new ArrayList<>());
		assertThrows(CancellationException.class, () -> place.list(HeaderReaders.BUILT_IN, stops));
		assertEquals(IntStream.range(0, when).mapToObj(i -> i / (when == 2 ? 5.0 : 4.0)).toList(), stops.seen);
	}

	/** Its rows are there so many times. */
	private ArchiveIndex index(final int times) throws IOException {
		final Path index = IndexFile.write(archive(), folder.resolve("index"));
		final String text = Files.readString(index.resolve(VolumesFile.NAME)),
			rows = text.substring(text.indexOf('\n') + 1);
		Files.writeString(index.resolve(VolumesFile.NAME), text + rows.repeat(times - 1));
		return ArchiveIndex.of(index);
	}

	/** RFC 4180: quotes are around a value, and twice within it; nothing stands outside. */
	@ParameterizedTest
	@CsvSource(quoteCharacter = '\0', delimiter = '|', textBlock = """
																	"x"y,1     | text after the quote
																	"x" ,1     | text after the quote
																	1,"x""y"z  | text after the quote
																	x"y,1      | a quote in a value
																	1,x"       | a quote in a value
																	""")
	void quotesThatAreOutOfPlaceAreToldWithTheirLine(final String row, final String why) throws IOException {
		final Path file = Files.writeString(folder.resolve("rows.csv"), "a,b\r\n\"1\n2\",3\r\n" + row + "\r\n");
		try (CsvRows rows = new CsvRows(file, 0)) {
			rows.next();
			assertEquals(List.of("1\n2", "3"), rows.next());
			final String message = assertThrows(DicomException.class, rows::next).getMessage();
			assertTrue(message.contains("line 4") && message.contains(why), message);
		}
	}

	@Test
	void filesThatAreGoneAreNamed() throws IOException {
		final var index = ArchiveIndex.of(IndexFile.write(archive(), folder.resolve("index")));
		final IndexedVolume volume = index.volumes(new IndexQuery("Modality=MR"), Progress.NONE).get(0);
		Files.delete(folder.resolve("archive/mr/IM3"));
		final var exc = assertThrows(NoPlaceException.class,
			() -> DicomVolumes.scan(volume.place(), ImportOptions.DEFAULT));
		assertTrue(exc.getMessage().contains("IM3"), exc.getMessage());
	}

	@Test
	void whatIsNoIndexSaysSo() throws IOException {
		assertThrows(NoPlaceException.class, () -> ArchiveIndex.of(folder));
		Files.writeString(folder.resolve("volumes.csv"), "a,b\n1,2\n");
		assertTrue(assertThrows(DicomException.class, () -> ArchiveIndex.of(folder)).getMessage().contains("Volume"));
		Files.writeString(folder.resolve("volumes.csv"), "");
		assertThrows(DicomException.class, () -> ArchiveIndex.of(folder));
		final Path file = IndexFile.write(archive(), folder.resolve("index")).resolve("volumes.csv");
		Files.writeString(file, Files.readString(file, StandardCharsets.UTF_8) + "#9,short\n");
		assertTrue(assertThrows(DicomException.class,
			() -> ArchiveIndex.of(folder.resolve("index")).volumes(new IndexQuery(""), Progress.NONE)).getMessage()
			.contains("2 values"));
	}

	/** Two volumes in folders, and one in an archive that has the shape and place of the first. */
	private SeriesCatalog archive() throws IOException {
		final Path archive = Files.createDirectories(folder.resolve("archive"));
		new SyntheticSeries("a").series(1)
			.slices(4)
			.with(Tag.SPECIFIC_CHARACTER_SET, "ISO_IR 192")
			.with(Tag.PATIENT_NAME, "J\u00fcrgen")
			.write(archive.resolve("ct"));
		new SyntheticSeries("m").series(2)
			.slices(5)
			.with(Tag.MODALITY, "MR")
			.fileNames("IM%d")
			.write(archive.resolve("mr"));
		new SyntheticSeries("z").series(3).slices(4).writeZip(archive.resolve("more.zip"));
		return DicomVolumes.scan(archive);
	}

	private static List<String> names(final Stack stack) {
		return stack.files().stream().map(file -> file.source().name()).toList();
	}
}
