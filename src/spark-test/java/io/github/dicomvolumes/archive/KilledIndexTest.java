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
import java.util.Random;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An index whose process is killed at random moments, ten times, ends with the table of one that was let alone. */
class KilledIndexTest {

	private static final int KILLS = 10, FEW = 25;

	@TempDir
	Path folder;

	/** An index with small batches, in a process of its own: a folder, and where the index goes. */
	public static void main(final String... args) throws IOException {
		try (var spark = LocalSpark.session()) {
			Index.of(spark, args[0], args[1], IndexOptions.DEFAULT.withFiles(FEW, FEW));
		}
	}

	@Test
	void endsWithTheSameTable() throws IOException, InterruptedException {
		final Path place = Files.createDirectory(folder.resolve("archive"));
		TestArchive.writeMixed(place, new Random(4));
		final String out = folder.resolve("index").toString();
		final Random random = new Random(5);
		int killed = 0;
		for (int kill = 0; kill < KILLS; kill++) {
			final Process process = Processes.start(folder.resolve("log" + kill), KilledIndexTest.class.getName(),
				place.toString(), out);
			awaitStart(process, out);
			if (!process.waitFor(100 + random.nextInt(4000), TimeUnit.MILLISECONDS)) killed++;
			process.destroyForcibly().waitFor();
			if (kill % 4 == 3) Files.delete(TestArchive.files(place).get(random.nextInt(20)));
		}
		assertTrue(killed > 1, killed + " were killed");
		final var spark = LocalSpark.session();
		Index.of(spark, place.toString(), out, IndexOptions.DEFAULT);
		assertEquals(String.join("\n", Expected.rows(place)), String.join("\n", Expected.indexed(spark, Path.of(out))));
	}

	/** Spark takes seconds to start, in which nothing can go wrong: waits for the first batch, or the end. */
	private static void awaitStart(final Process process, final String out) throws InterruptedException {
		for (int i = 0; i < 1200 && process.isAlive() && !Files.exists(Path.of(out, "headers")); i++)
			Thread.sleep(50);
		if (Files.exists(Path.of(out, "manifests"))) process.waitFor(4, TimeUnit.SECONDS);
	}
}
