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

package io.github.dicomvolumes.archive;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPInputStream;

import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.github.dicomvolumes.DicomVolumes;
import io.github.dicomvolumes.export.VolumeExport;
import io.github.dicomvolumes.export.nifti.NiftiOptions;
import io.github.dicomvolumes.view.table.SeriesTable;
import io.github.dicomvolumes.data.Disclosure;
import io.github.dicomvolumes.volume.DicomVolume;
import io.github.dicomvolumes.series.index.Id;

/** Questions to an index, and conversions of the volumes that they name. */
class ConversionTest {

	@TempDir
	static Path indexed;
	@TempDir
	Path folder;

	private static final SparkSession spark = LocalSpark.session();
	private static Path place;
	private static String index;

	/** Once: each test leaves files and index as they were. */
	@BeforeAll
	static void index() throws IOException {
		place = Files.createDirectory(indexed.resolve("archive"));
		TestArchive.writeMixed(place, new Random(3));
		index = indexed.resolve("index").toString();
		Index.of(spark, place.toString(), index, IndexOptions.DEFAULT);
	}

	private List<Row> ask(final String of, final String sql) throws IOException {
		return Query.of(spark, of, sql).collectAsList();
	}

	@Test
	void theColumnsOfTheSeriesTableSayWhatItSays() throws IOException {
		final var table = SeriesTable.of(DicomVolumes.scan(place), Disclosure.SHOW);
		final var columns = table.columns().stream().filter(name -> !name.equals("Patient")).toList();
		final List<Row> rows = ask(index,
			"select " + String.join(", ", columns) + " from volumes order by int(substring(Series, 2))");
		for (int i = 0; i < rows.size(); i++)
			for (final String column : columns)
				assertEquals(table.get(column, i), text(rows.get(i).getAs(column)), column + " of " + rows.get(i));
		assertEquals(table.size() - table.rows().stream().filter(row -> row.get(0).equals("-")).count(), rows.size());
	}

	private static byte[] inflated(final Path file) throws IOException {
		try (var in = new GZIPInputStream(Files.newInputStream(file))) {
			return in.readAllBytes();
		}
	}

	private static String text(final Object value) {
		return value instanceof Double number && number == Math.rint(number) ? Long.toString(number.longValue())
			: value.toString();
	}

	@Test
	void answersArePrintedAsCsv() throws IOException {
		final var bytes = new ByteArrayOutputStream();
		Query.csv(
			Query.of(spark, index,
				"select 'a, \"b\"' as T, count(*) as N, array('x') as L from left_out " + "where Reason = 'not DICOM'"),
			new PrintStream(bytes, true, StandardCharsets.UTF_8));
		assertEquals("T,N,L\n\"a, \"\"b\"\"\",6,\"[\"\"x\"\"]\"\n", bytes.toString(StandardCharsets.UTF_8));
	}

	@Test
	void volumesAreAlsoThereAsCsv() throws IOException {
		final List<String> lines = Files.readAllLines(Path.of(index, Index.CSV));
		assertTrue(lines.get(0).startsWith("Series,Volume,"), lines.get(0));
		assertEquals(DicomVolumes.scan(place).stacks().size(), lines.size() - 1);
		assertTrue(lines.get(1).startsWith("#1,"), lines.get(1));
		Files.delete(Path.of(index, Index.CSV)); // as a kill may leave it
		Index.of(spark, place.toString(), index, IndexOptions.DEFAULT);
		assertEquals(lines, Files.readAllLines(Path.of(index, Index.CSV)));
	}

	@Test
	void noIndexIsSaid() {
		assertThrows(IllegalArgumentException.class, () -> ask(folder.resolve("none").toString(), "select 1"));
	}

	@Test
	void niftiIsThatOfTheImport() throws IOException {
		final String out = folder.resolve("nifti").toString();
		final var outcome = Conversion.of(spark, index, "Description like 'spread%' or Description = 'cine'", "nifti",
			out);
		assertEquals(new Conversion.Outcome(2, 2, 2), outcome);
		final String id = ask(index, "select Volume from volumes where Description = 'spread'").get(0).getString(0);
		final var catalog = DicomVolumes.scan(place);
		final var stack = catalog.stacks()
			.stream()
			.filter(s -> Id.of(s).toString().equals(id))
			.findFirst()
			.orElseThrow();
		try (DicomVolume volume = DicomVolumes
			.load(catalog, List.of(stack), io.github.dicomvolumes.volume.ImportOptions.DEFAULT)
			.volumes()
			.get(0))
		{
			VolumeExport.nifti(volume, folder.resolve("expected.nii.gz"), NiftiOptions.DEFAULT);
		}
		assertArrayEquals(inflated(folder.resolve("expected.nii.gz")), inflated(Path.of(out, id + ".nii.gz")));
		// again: nothing to do; the outcomes are a table
		assertEquals(new Conversion.Outcome(2, 2, 0),
			Conversion.of(spark, index, "Description like 'spread%' or Description = 'cine'", "nifti", out));
		assertEquals(2, ask(out, "select * from outcomes where State = 'done' and Seconds > 0").size());
	}

	@Test
	void whatFailsIsAnOutcomeAndIsTriedAgain() throws IOException {
		final String out = folder.resolve("dicom").toString();
		final Path gone = place.resolve("nameless/IM003");
		final byte[] bytes = Files.readAllBytes(gone);
		final var time = Files.getLastModifiedTime(gone);
		for (final Path file : TestArchive.files(place.resolve("nameless")))
			Files.move(file, folder.resolve("away" + file.getFileName()));
		final var outcome = Conversion.of(spark, index, "Description in ('nameless', 'patient')", "dicom", out);
		assertEquals(new Conversion.Outcome(2, 1, 2), outcome);
		final Row failed = ask(out, "select * from outcomes where State = 'failed'").get(0);
		assertTrue(failed.<String> getAs("Message").length() > 5, failed.toString());
		for (int k = 1; k <= 5; k++)
			Files.move(folder.resolve("awayIM00" + k), place.resolve("nameless/IM00" + k));
		assertEquals(time, Files.getLastModifiedTime(gone));
		assertArrayEquals(bytes, Files.readAllBytes(gone));
		assertEquals(new Conversion.Outcome(2, 2, 1),
			Conversion.of(spark, index, "Description in ('nameless', 'patient')", "dicom", out));
		assertEquals(5,
			ask(out, "select explode(Files) from outcomes where State = 'done' and size(Files) = 5").size());
	}

	@Test
	void whatAKilledRunHasWrittenIsKept() throws IOException {
		final String out = folder.resolve("kept").toString();
		final String id = ask(index, "select Volume from volumes where Description = 'patient'").get(0).getString(0);
		Files.createDirectories(Path.of(out));
		Files.writeString(Path.of(out, id + ".nii.gz"), "written by a run that was killed then");
		Conversion.of(spark, index, "Description = 'patient'", "nifti", out);
		assertEquals("was there already", ask(out, "select Message from outcomes").get(0).getString(0));
	}

	@Test
	void statisticsAreATable() throws IOException {
		final String out = folder.resolve("statistics").toString();
		Conversion.of(spark, index, "Description in ('seg', 'patient')", "statistics", out);
		final List<Row> rows = ask(out, "select Name, Voxels, Min, Max from statistics order by Name");
		assertEquals(List.of("", "liver", "spleen"), rows.stream().map(row -> row.getString(0)).toList());
		assertEquals(16 * 12 * 3, rows.get(0).getDouble(1));
		assertEquals(0, rows.get(0).getDouble(2));
		assertEquals(2000 + 110 + 15, rows.get(0).getDouble(3)); // the last voxel of the last slice
	}

	@Test
	void oneRunAtATimeWritesAFolder() throws IOException {
		final Path out = folder.resolve("locked");
		final Storage storage = new Storage(out.toString(), spark.sparkContext().hadoopConfiguration());
		try (RunLock other = RunLock.take(storage, false)) {
			assertThrows(IllegalStateException.class,
				() -> Conversion.of(spark, index, "Description = 'patient'", "nifti", out.toString()));
			assertArrayEquals(new String[] { RunLock.FOLDER }, out.toFile().list());
			assertEquals(1,
				Conversion.of(spark, index, "Description = 'patient'", "nifti", out.toString(), true, line -> {})
					.done());
			assertThrows(IllegalStateException.class, other::check);
		}
		assertEquals(List.of(), storage.list(RunLock.FOLDER));
	}

	@Test
	void unknownFormatIsSaid() {
		final var failure = assertThrows(IllegalArgumentException.class,
			() -> Conversion.of(spark, index, "true", "png", folder.toString()));
		assertTrue(failure.getMessage().contains("nifti, dicom, statistics"), failure.getMessage());
	}
}
