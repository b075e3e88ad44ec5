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

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.github.dicomvolumes.SyntheticCases;
import io.github.dicomvolumes.SyntheticSeries;
import io.github.dicomvolumes.data.NoPlaceException;

/** Places that are on no disk, and lists of files: what is found there is what is found on a disk. */
class HadoopPlaceTest {

	@TempDir
	Path folder;

	private final SparkSession spark = LocalSpark.session();
	private Path place, index;

	@BeforeEach
	void use() throws IOException {
		TrialFileSystem.use(spark.sparkContext().hadoopConfiguration());
		place = Files.createDirectory(folder.resolve("archive"));
		index = folder.resolve("index");
	}

	private static String trial(final Path path) {
		return TrialFileSystem.SCHEME + ":" + path;
	}

	private Index.Outcome index(final String what) throws IOException {
		return Index.of(spark, what, index.toString(), IndexOptions.DEFAULT.withFiles(50, 1000));
	}

	/** Rows without what depends on how a place is called. */
	private static List<String> nameless(final List<String> rows) {
		return rows.stream()
			.map(row -> row.replace(TrialFileSystem.SCHEME + ":/", "/").replaceAll("Volume=[0-9a-f]{32}", "Volume"))
			.sorted()
			.toList();
	}

	private List<Row> ask(final String of, final String sql) throws IOException {
		return Query.of(spark, of, sql).collectAsList();
	}

	@Test
	void volumesAreThoseOfADisk() throws IOException {
		TestArchive.writeAll(place);
		Files.createDirectories(place.resolve(".hidden"));
		new SyntheticSeries("hidden").slices(2).write(place.resolve(".hidden"));
		deleteArchivesAndLinks();
		final Path plain = place.resolve("nodate/IM001");
		try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(place.resolve("nodate/IM001.gz")))) {
			Files.copy(plain, out);
		}
		Files.delete(plain);
		final Index.Outcome first = index(trial(place));
		assertEquals("", Expected.difference(nameless(Expected.rows(place)), nameless(Expected.indexed(spark, index))));
		assertTrue(TrialFileSystem.OPENED.get() >= first.files(), "something else was read");
	}

	/** What only disks have. */
	private void deleteArchivesAndLinks() throws IOException {
		try (var all = Files.walk(place)) {
			for (final Path path : all.filter(p -> Files.isSymbolicLink(p) || p.toString().endsWith(".zip")).toList())
				Files.delete(path);
		}
	}

	@Test
	void changesAreReadAndOnlyThey() throws IOException {
		TestArchive.writeMixed(place, new Random(8));
		final long files = index(trial(place)).files();
		assertEquals(new Index.Outcome(files, 0, 0, 0), index(trial(place)));
		Files.setLastModifiedTime(place.resolve("nameless/IM002"), FileTime.fromMillis(1_000_000_000_000L));
		Files.delete(place.resolve("patient/IM001"));
		assertEquals(new Index.Outcome(files - 1, 1, 2, 2), index(trial(place)));
	}

	@Test
	void whatFailsIsLeftOut() throws IOException {
		TestArchive.writeMixed(place, new Random(8));
		TrialFileSystem.BROKEN.add(place.resolve("nameless/IM003").toString());
		TrialFileSystem.BROKEN.add(place.resolve("cine").toString());
		index(trial(place));
		final List<Row> rows = ask(index.toString(),
			"select File, Reason, Text from left_out where Reason = 'unreadable' order by File");
		assertEquals(List.of(trial(place.resolve("cine")), trial(place.resolve("more.zip")),
			trial(place.resolve("nameless/IM003"))), rows.stream().map(row -> row.getString(0)).toList());
		assertTrue(rows.get(0).getString(2).contains("503 Slow Down"), rows.toString());
		assertTrue(rows.get(1).getString(2).contains("unpack it there"), rows.toString());
		assertEquals(4,
			ask(index.toString(), "select Slices from volumes where Description = 'nameless'").get(0).getLong(0) - 1);
		// a store that is busy is asked again, though the file is as it was
		assertEquals(1, index(trial(place)).read());
		TrialFileSystem.BROKEN.clear();
		assertEquals(1, index(trial(place)).read() - cineFiles());
		assertEquals("[]|uniform",
			ask(index.toString(), "select Missing, Verdict from volumes where Description = 'nameless'").stream()
				.map(row -> row.getList(0) + "|" + row.getString(1))
				.findFirst()
				.get());
		assertEquals(0, index(trial(place)).read());
	}

	/** When its header is read, and when its pixels are compared with those of a copy. */
	@Test
	void whatWasTooLargeForMemoryIsTriedAgain() throws IOException {
		new SyntheticSeries("large").slices(4).write(place.resolve("large"));
		new SyntheticSeries("twice").slices(3).write(place.resolve("twice"));
		new SyntheticSeries("twice").slices(3).only(1).write(place.resolve("copy"));
		TrialFileSystem.TOO_LARGE.put(place.resolve("large/IM002").toString(), new AtomicInteger());
		TrialFileSystem.TOO_LARGE.put(place.resolve("copy/IM002").toString(), new AtomicInteger(1));
		index(trial(place));
		final String refused = "select File from left_out where Reason = 'too large for memory' order by File";
		assertEquals(List.of(trial(place.resolve("copy/IM002")), trial(place.resolve("large/IM002"))),
			ask(index.toString(), refused).stream()
				.map(row -> row.getString(0))
				.filter(f -> f.endsWith("IM002") && !f.contains("twice"))
				.toList());
		TrialFileSystem.TOO_LARGE.clear();
		assertEquals(1, index(trial(place)).read());
		assertEquals(List.of(), ask(index.toString(), refused));
		assertEquals(List.of("[large,4]", "[twice,3]"),
			ask(index.toString(), "select Description, Slices from volumes order by 1").stream()
				.map(Row::toString)
				.toList());
		assertEquals(new Index.Outcome(8, 0, 0, 0), index(trial(place)));
	}

	private long cineFiles() throws IOException {
		return TestArchive.files(place.resolve("cine")).size();
	}

	@Test
	void volumesAreConverted() throws IOException {
		TestArchive.writeMixed(place, new Random(8));
		index(trial(place));
		final Path ofDisk = folder.resolve("index-of-disk");
		Index.of(spark, place.toString(), ofDisk.toString(), IndexOptions.DEFAULT);
		assertEquals(inflated(ofDisk, "a"), inflated(index, "b"));
	}

	/** A store that is asked for all from a header on gives much of the pixels before one can say that it is enough. */
	@Test
	void aStoreIsAskedForNoMoreThanIsRead() throws IOException {
		new SyntheticSeries("times").slices(2).write(place);
		index(trial(place));
		assertEquals(Set.of("random null"), TrialFileSystem.WAYS);
		TrialFileSystem.WAYS.clear();
		inflated(index, "out");
		assertEquals(Set.of("random 1048576"), TrialFileSystem.WAYS);
	}

	@Test
	void whatIsConvertedIsThatOfADisk() throws IOException {
		TestArchive.writeMixed(place, new Random(8));
		index(place.toString());
		for (final String to : List.of("nifti", "dicom")) {
			final Path near = folder.resolve("near-" + to), far = folder.resolve("far-" + to);
			convert(to, near.toString());
			convert(to, trial(far));
			assertEquals(written(near), written(far));
			assertTrue(written(far).size() > 1);
			// it is known, without a look
			assertEquals(new Conversion.Outcome(1, 1, 0), convert(to, trial(far)));
		}
	}

	/** An object store moves folders file by file, and what says that all is there must come last. */
	@Test
	void whatAKilledRunHasWrittenInPartIsConvertedAgain() throws IOException {
		new SyntheticSeries("times").slices(3).write(place);
		index(place.toString());
		final Path far = folder.resolve("far");
		final String id = ask(index.toString(), "select Volume from volumes").get(0).getString(0);
		Files.writeString(Files.createDirectories(far.resolve(id)).resolve("IM1"), "moved before a kill");
		convert("dicom", trial(far));
		assertEquals(3, TestArchive.files(far.resolve(id)).size());
		assertTrue(Files.size(TestArchive.files(far.resolve(id)).get(0)) > 100);
		final Path sidecar = far.resolve(id + ".json");
		TrialFileSystem.BROKEN.add(sidecar.toString());
		assertEquals(new Conversion.Outcome(1, 0, 1), convert("nifti", trial(far)));
		TrialFileSystem.BROKEN.clear();
		assertEquals(new Conversion.Outcome(1, 1, 1), convert("nifti", trial(far)));
		assertTrue(Files.exists(sidecar));
	}

	private Conversion.Outcome convert(final String to, final String out) throws IOException {
		return Conversion.of(spark, index.toString(), "Description = 'times'", to, out);
	}

	/** The files that a run has made, and of NIfTI what stands for their bytes; each new DICOM series has new UIDs. */
	private static List<String> written(final Path out) throws IOException {
		final List<String> files = new ArrayList<>();
		for (final Path file : TestArchive.files(out)) {
			final String name = out.relativize(file).toString();
			final boolean isNifti = name.endsWith(".nii.gz");
			if (!name.startsWith("outcomes"))
				files.add(name + " " + (isNifti ? Arrays.hashCode(Files.readAllBytes(file)) : ""));
		}
		return files;
	}

	/** The bytes of a volume that is converted, as far as a hash tells them from others. */
	private int inflated(final Path from, final String to) throws IOException {
		final Path out = folder.resolve(to);
		assertEquals(new Conversion.Outcome(1, 1, 1),
			Conversion.of(spark, from.toString(), "Description = 'times'", "nifti", out.toString()));
		final Path file = TestArchive.files(out)
			.stream()
			.filter(f -> f.toString().endsWith("nii.gz"))
			.findFirst()
			.get();
		try (var in = new GZIPInputStream(Files.newInputStream(file))) {
			return Arrays.hashCode(in.readAllBytes());
		}
	}

	@Test
	void listedFilesAndFoldersAreAPlace() throws IOException {
		new SyntheticSeries("far").slices(4).write(place.resolve("far"));
		new SyntheticSeries("near").slices(3).write(place.resolve("near"));
		new SyntheticSeries("beside").slices(2).write(place.resolve("beside"));
		final Path list = Files.writeString(folder.resolve("keys.txt"),
			String.join("\n", trial(place.resolve("far")), "archive/beside/IM001", place.resolve("near").toString(), "",
				place.resolve("near/IM001").toString(), trial(folder.resolve("gone")), trial(place) + "\tmany\tx"));
		assertEquals(4 + 1 + 3 + 2, index("@" + list).files());
		assertEquals(List.of("[beside,1]", "[far,4]", "[near,3]"),
			ask(index.toString(), "select Description, Slices from volumes order by Description").stream()
				.map(Row::toString)
				.toList());
		assertEquals(List.of("missing", "unreadable"),
			ask(index.toString(), "select Reason from left_out order by 1").stream()
				.map(row -> row.getString(0))
				.toList());
	}

	@Test
	void anInventorySavesQuestionsAndKnowsWhatChanged() throws IOException {
		new SyntheticSeries("far").slices(4).write(place);
		final Path list = folder.resolve("keys.txt");
		Files.writeString(list, inventory("a"));
		assertEquals(4, index("@" + list).read());
		assertEquals(0, TrialFileSystem.QUESTIONS.get());
		assertEquals(0, index("@" + list).read());
		Files.writeString(list, inventory("a").replaceFirst("a\n", "b\n"));
		assertEquals(new Index.Outcome(4, 1, 1, 1), index("@" + list));
		assertEquals(4, ask(index.toString(), "select Slices from volumes").get(0).getLong(0));
	}

	private String inventory(final String version) throws IOException {
		final StringBuilder lines = new StringBuilder();
		for (final Path file : TestArchive.files(place))
			lines.append(trial(file)).append('\t').append(Files.size(file)).append('\t').append(version).append('\n');
		return lines.toString();
	}

	@Test
	void whatIsNoPlaceIsSaid() throws IOException {
		final Path directory = SyntheticCases.write("dicomdir", place);
		assertTrue(assertThrows(NoPlaceException.class, () -> index(trial(directory))).getMessage()
			.contains("give its folder"));
		assertThrows(NoPlaceException.class, () -> index(trial(folder.resolve("none"))));
		assertThrows(IOException.class, () -> index("unheard://of/it"));
	}
}
