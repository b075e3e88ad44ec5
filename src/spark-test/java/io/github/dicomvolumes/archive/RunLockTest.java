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

import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.github.dicomvolumes.SyntheticSeries;

/** One run at a time writes an index; what a dead one has left stops nobody. */
class RunLockTest {

	@TempDir
	Path folder;

	private Storage storage;

	@BeforeEach
	void open() throws IOException {
		storage = new Storage(folder.resolve("index").toString(), new Configuration());
	}

	@Test
	void aSecondRunIsRefusedUntilTheFirstEnds() throws IOException {
		try (RunLock first = RunLock.take(storage, false)) {
			final var failure = assertThrows(IllegalStateException.class, () -> RunLock.take(storage, false));
			assertTrue(failure.getMessage().contains("process " + ProcessHandle.current().pid()), failure.getMessage());
			assertTrue(failure.getMessage().contains("--force"), failure.getMessage());
		}
		RunLock.take(storage, false).close();
	}

	@Test
	void ofADeadProcessOfThisHostItCountsForNothing() throws IOException, InterruptedException {
		final Process dead = Processes.start(folder.resolve("log"), "none.such.Class");
		final String text = RunLock.text(dead.toHandle(), RunLock.host());
		dead.waitFor();
		storage.create(RunLock.NAME, text);
		RunLock.take(storage, false).close();
		// a number that another process has got since
		final String reused = RunLock.text(ProcessHandle.current(), RunLock.host())
			.replaceFirst("began .*", "began 2001-01-01T00:00:00Z");
		storage.create(RunLock.NAME, reused);
		RunLock.take(storage, false).close();
	}

	@Test
	void ofAnotherHostItIsBrokenByForceOnly() throws IOException {
		for (final String text : new String[] { RunLock.text(ProcessHandle.current(), "elsewhere"), "" }) {
			assertTrue(storage.create(RunLock.NAME, text));
			assertThrows(IllegalStateException.class, () -> RunLock.take(storage, false));
			RunLock.take(storage, true).close();
		}
	}

	@Test
	void otherFileSystemsHaveItToo() throws IOException {
		final Configuration configuration = new Configuration();
		TrialFileSystem.use(configuration);
		storage = new Storage(TrialFileSystem.SCHEME + ":" + folder.resolve("index"), configuration);
		try (RunLock first = RunLock.take(storage, false)) {
			assertThrows(IllegalStateException.class, () -> RunLock.take(storage, false));
		}
		RunLock.take(storage, false).close();
	}

	@Test
	void anIndexIsLockedWhileARunWritesIt() throws IOException {
		final SparkSession spark = LocalSpark.session();
		final Path place = folder.resolve("archive");
		new SyntheticSeries().slices(3).write(place);
		try (RunLock other = RunLock.take(storage, false)) {
			assertThrows(IllegalStateException.class,
				() -> Index.of(spark, place.toString(), storage.toString(), IndexOptions.DEFAULT));
		}
		assertEquals(3, Index.of(spark, place.toString(), storage.toString(), IndexOptions.DEFAULT).read());
		assertTrue(Files.notExists(folder.resolve("index").resolve(RunLock.NAME)));
	}
}
