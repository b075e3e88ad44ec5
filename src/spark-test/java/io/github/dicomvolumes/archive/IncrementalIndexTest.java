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
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.github.dicomvolumes.SyntheticSeries;

/** A second run reads what changed, removes what vanished, and ends as a first run would. */
class IncrementalIndexTest {

	private static final IndexOptions OPTIONS = IndexOptions.DEFAULT.withFiles(20, 60);

	/** An archive and its index, and a copy of both from which each test has them as they were. */
	@TempDir
	static Path shared;

	private static final SparkSession spark = LocalSpark.session();
	private static Path folder, place, saved;
	private static Index.Outcome first;

	@TempDir
	Path kept;

	@BeforeAll
	static void index() throws IOException {
		folder = Files.createDirectory(shared.resolve("now"));
		saved = Files.createDirectory(shared.resolve("saved"));
		place = Files.createDirectory(folder.resolve("archive"));
		TestArchive.writeMixed(place, new Random(2));
		for (final Path file : TestArchive.files(place)) // a copy's time has no more digits
			Files.setLastModifiedTime(file, FileTime.fromMillis(Files.getLastModifiedTime(file).toMillis()));
		first = run();
		copy(folder, saved);
	}

	@BeforeEach
	void restore() throws IOException {
		try (var all = Files.walk(folder)) {
			for (final Path path : all.sorted(Comparator.reverseOrder()).filter(p -> !p.equals(folder)).toList())
				Files.delete(path);
		}
		copy(saved, folder);
	}

	private static Index.Outcome run() throws IOException {
		final Index.Outcome outcome = Index.of(spark, place.toString(), folder.resolve("index").toString(), OPTIONS);
		assertEquals(String.join("\n", Expected.rows(place)),
			String.join("\n", Expected.indexed(spark, folder.resolve("index"))));
		return outcome;
	}

	@Test
	void nothingChangedNothingIsRead() throws IOException {
		assertEquals(first.files(), first.read());
		assertEquals(new Index.Outcome(first.files(), 0, 0, 0), run());
	}

	/** Not even of the index: to list the files is all that it costs. */
	@Test
	void withoutChangesNoHeadersAreLoaded() throws IOException {
		for (final Path file : TestArchive.files(folder.resolve("index/headers")))
			if (file.toString().endsWith(".parquet")) Files.writeString(file, "no Parquet");
		assertEquals(new Index.Outcome(first.files(), 0, 0, 0),
			Index.of(spark, place.toString(), folder.resolve("index").toString(), OPTIONS));
	}

	@Test
	void changesAreReadAndOnlyThey() throws IOException {
		final long files = first.files();
		// a file is touched, a slice vanishes, a series comes
		Files.setLastModifiedTime(place.resolve("nameless/IM002"), FileTime.fromMillis(1_000_000_000_000L));
		Files.delete(place.resolve("patient/IM001"));
		new SyntheticSeries("late").slices(4).write(place.resolve("late"));
		assertEquals(new Index.Outcome(files + 3, 5, 2, 3), run());
		// a copy vanishes: the series of the file that it was a copy of changes too, though it has other files
		Files.delete(place.resolve("other/series/IM006"));
		final Index.Outcome third = run();
		assertEquals(1, third.gone());
		assertTrue(third.series() >= 2, third.toString());
		// and what came back is as before
		new SyntheticSeries("patient").ofOneStudy().slices(3).only(0).write(place.resolve("patient"));
		run();
	}

	@Test
	void allVanishes() throws IOException {
		for (final Path file : TestArchive.files(place))
			Files.delete(file);
		assertEquals(0, run().files());
	}

	@Test
	void anotherPlaceIsRefused() throws IOException {
		final Path other = Files.createDirectory(folder.resolve("other"));
		assertThrows(IllegalArgumentException.class,
			() -> Index.of(spark, other.toString(), folder.resolve("index").toString(), OPTIONS));
	}

	@Test
	void whatFailedRunsHaveLeftCountsForNothing() throws IOException {
		final Path headers = folder.resolve("index/headers");
		final Path whole;
		try (var batches = Files.list(headers)) {
			whole = batches.findFirst().orElseThrow();
		}
		for (final String name : List.of("Batch=new-half", "Batch=rest-whole")) {
			final Path copy = Files.createDirectory(headers.resolve(name));
			try (var files = Files.list(whole)) {
				for (final Path file : (Iterable<Path>) files::iterator)
					if (name.contains("rest") || !file.toString().contains("_SUCCESS"))
						Files.copy(file, copy.resolve(file.getFileName()));
			}
		}
		assertEquals(0, run().read());
		assertTrue(Files.notExists(headers.resolve("Batch=new-half")));
		assertTrue(Files.notExists(headers.resolve("Batch=rest-whole")));
	}

	@Test
	void replacedBatchesThatAKilledRunHasLeftCountForNothing() throws IOException {
		final Path headers = folder.resolve("index/headers");
		copy(headers, kept);
		Files.delete(place.resolve("patient/IM001"));
		run();
		copy(kept, headers); // as if it had been killed before it removed them
		assertEquals(new Index.Outcome(TestArchive.files(place).size() + 2, 0, 0, 0), run());
	}

	/** Copies the files that are not there, with their times. */
	private static void copy(final Path from, final Path to) throws IOException {
		for (final Path file : TestArchive.files(from)) {
			final Path copy = to.resolve(from.relativize(file));
			Files.createDirectories(copy.getParent());
			if (Files.notExists(copy)) Files.copy(file, copy, StandardCopyOption.COPY_ATTRIBUTES);
		}
	}
}
