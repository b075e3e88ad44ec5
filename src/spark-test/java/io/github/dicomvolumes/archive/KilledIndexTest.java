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
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;

import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerStageCompleted;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * An index whose process is killed in each of its phases ends with the table of one that was let alone, and can be
 * asked at any time.
 */
class KilledIndexTest {

	private static final int FEW = 60;
	/** What begins when the headers were shuffled. */
	private static final String GROUPING = "grouping";

	/**
	 * A kill.
	 *
	 * @param at see {@link KillingFileSystem}, or {@link #GROUPING}
	 * @param number how often that is seen until then
	 */
	private record Kill(String at, int number) {}

	/** Of a first run; each goes on where the one before was killed. */
	private static final List<Kill> FIRST = List.of( //
		new Kill("list .*/headers", 1), // the place is listed
		new Kill("create .*/headers/.*parquet", 2), // reading
		new Kill("create .*/headers/.*_SUCCESS", 1), // a batch that was read but is not whole
		new Kill(GROUPING, 1), //
		new Kill("create .*/table/.*parquet", 2), // writing the table
		new Kill("rename .*/table/Run=[^/]*/StudyYear=[^/]*", 2), // half of it is in its place
		new Kill("rename .*/manifests/.*", 1), // all is there but the manifest
		new Kill("rename .*/volumes.csv", 1));
	/** Of runs with something new, and something gone. */
	private static final List<Kill> LATER = List.of( //
		new Kill("create .*/headers/Batch=rest.*parquet", 1), // removing what is gone
		new Kill("delete .*/manifests/.*", 1)); // two manifests, and nothing is cleaned

	@TempDir
	Path folder;

	private Path place, out;
	private int processes;

	/** An index with small batches, in a process of its own: a place, where the index goes, and the kill. */
	public static void main(final String... args) throws IOException {
		try (SparkSession spark = LocalSpark.session()) {
			KillingFileSystem.use(spark.sparkContext().hadoopConfiguration(), args[2], Integer.parseInt(args[3]));
			spark.sparkContext().addSparkListener(new SparkListener() {

				@Override
				public void onStageCompleted(final SparkListenerStageCompleted stage) {
					final boolean isShuffled = stage.stageInfo().name().startsWith("mapToPair at Index");
					if (isShuffled && args[2].equals(GROUPING)) Runtime.getRuntime().halt(KillingFileSystem.KILLED);
				}
			});
			Index.of(spark, args[0], args[1], IndexOptions.DEFAULT.withFiles(FEW, FEW));
		}
	}

	@Test
	void endsWithTheSameTable() throws IOException, InterruptedException {
		place = Files.createDirectory(folder.resolve("archive"));
		TestArchive.writeMixed(place, new Random(4));
		out = folder.resolve("index");
		for (final Kill kill : FIRST)
			assertKilled(kill);
		assertEquals(expected(), indexed(), "after the first manifest");
		final Random random = new Random(5);
		for (final Kill kill : LATER) {
			final List<Path> files = TestArchive.files(place);
			Files.delete(files.get(random.nextInt(files.size())));
			assertKilled(kill);
		}
		final Index.Outcome last = Index.of(LocalSpark.session(), place.toString(), out.toString(),
			IndexOptions.DEFAULT);
		assertEquals(0, last.read(), "nothing is read again");
		assertEquals(expected(), indexed());
	}

	private void assertKilled(final Kill kill) throws IOException, InterruptedException {
		final Path log = folder.resolve("log" + processes++);
		final Process process = Processes.start(log, KilledIndexTest.class.getName(), place.toString(), out.toString(),
			kill.at, "" + kill.number);
		assertTrue(process.waitFor(120, TimeUnit.SECONDS), () -> kill + " hangs");
		final int end = process.exitValue();
		assertEquals(KillingFileSystem.KILLED, end, kill + " was not reached: " + Files.readString(log));
		if (Manifest.last(storage()).isPresent()) assertTrue(indexed().contains("Kind=volume"), "after " + kill);
	}

	private Storage storage() throws IOException {
		return new Storage(out.toString(), LocalSpark.session().sparkContext().hadoopConfiguration());
	}

	private String expected() throws IOException {
		return String.join("\n", Expected.rows(place));
	}

	private String indexed() throws IOException {
		return String.join("\n", Expected.indexed(LocalSpark.session(), out));
	}
}
