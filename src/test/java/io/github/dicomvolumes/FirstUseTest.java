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
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A first import is quick as long as Java has little to load for it. No time is measured here: classes are counted that
 * a new process loads for a plain series.
 */
public class FirstUseTest {

	/** Ours were 200 in November 2026, of which each costs 0.3 ms; the classes of lambdas, 50, as much. */
	private static final int MOST_CLASSES = 230, MOST_LAMBDAS = 75;

	private static final String OURS = "io.github.dicomvolumes.";

	@TempDir
	private Path folder;

	@Test
	void plainSeriesNeedsFewClasses() throws IOException {
		final List<String> loaded = loadedByImport();
		final long lambdas = loaded.stream().filter(name -> name.contains("$$Lambda")).count();
		final long classes = loaded.stream().filter(name -> !name.contains("$$Lambda")).count();
		assertTrue(classes > 100, "the log was not understood: " + loaded);
		assertTrue(classes <= MOST_CLASSES, classes + " classes: " + loaded);
		assertTrue(lambdas <= MOST_LAMBDAS, lambdas + " classes of lambdas: " + loaded);
	}

	/** It has 5,000 rows; tags that are needed anyway are constants of {@code Tag}. */
	@Test
	void plainSeriesNeedsNoDictionary() throws IOException {
		assertEquals(List.of(),
			loadedByImport().stream().filter(name -> name.startsWith(OURS + "data.Dictionary")).toList());
	}

	/** Java makes the equals and hashCode of records when they are first asked for, which takes 30 ms. */
	@Test
	void plainSeriesComparesNoRecordsByJavasOwnMethods() throws IOException {
		final String log = logOfImport();
		assertTrue(!log.contains("java.lang.runtime.ObjectMethods "), "a record without equals or hashCode of its own");
	}

	/** What {@code prepare} imports fails without a word, and then prepares nothing. */
	@Test
	void whatGroupingAndLoadingNeedIsLoadedBefore() throws IOException {
		final Path log = folder.resolve("prepared.log");
		final List<String> command = Machine.java(List.of("-Xlog:class+load:file=" + log + ":none"), Prepared.class);
		final Machine.Ended ended = Machine.run(command.toArray(String[]::new));
		assertEquals(0, ended.code(), ended.output());
		final Set<String> prepared = Set.copyOf(loaded(Files.readString(log)));
		final List<String> late = loadedByImport().stream()
			.filter(name -> !prepared.contains(name) && !name.contains("$$Lambda") &&
				name.matches("\\Q" + OURS + "\\E(series|volume|pixels|geometry)\\..*"))
			.toList();
		assertTrue(late.size() <= 5, late.size() + " classes: " + late);
	}

	/** Prepares Java, and ends when that is done. */
	static final class Prepared {

		public static void main(final String... none) throws InterruptedException {
			DicomVolumes.prepare();
			for (final Thread thread : Thread.getAllStackTraces().keySet())
				if (thread.getName().startsWith("First use")) thread.join();
		}
	}

	private List<String> loadedByImport() throws IOException {
		return loaded(logOfImport());
	}

	private static List<String> loaded(final String log) {
		return log.lines()
			.map(line -> line.replaceAll("^\\[[^]]*\\]+ *| .*|\\+?0x.*|/0x.*", ""))
			.filter(name -> name.startsWith(OURS) && !name.contains("Benchmark"))
			.toList();
	}

	private String logOfImport() throws IOException {
		final Path slices = Files.createDirectory(folder.resolve("slices"));
		ImportBenchmark.series(3).write(slices);
		final Path log = folder.resolve("classes.log");
		final List<String> command = Machine.java(List.of("-Xlog:class+load:file=" + log + ":none"),
			FirstUseBenchmark.class, "import", slices.toString());
		final Machine.Ended ended = Machine.run(command.toArray(String[]::new));
		assertEquals(0, ended.code(), ended.output());
		return Files.readString(log);
	}
}
