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
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.github.dicomvolumes.SyntheticSeries;

/** What the program for archives says to the one who waits for it. */
class ArchiveProgramTest {

	private static final SparkSession spark = LocalSpark.session();

	@TempDir
	Path folder;

	private final ByteArrayOutputStream out = new ByteArrayOutputStream(), log = new ByteArrayOutputStream();

	/** Runs it and gives what it has printed. */
	private String run(final String... args) throws Exception {
		out.reset();
		log.reset();
		new Archive(print(out), print(log)).run(spark, Arguments.of(List.of(args)));
		return out.toString(StandardCharsets.UTF_8);
	}

	private static PrintStream print(final ByteArrayOutputStream to) {
		return new PrintStream(to, true, StandardCharsets.UTF_8);
	}

	private String said() {
		return log.toString(StandardCharsets.UTF_8);
	}

	private String refused(final String... args) {
		return Archive.message(assertThrows(Exception.class, () -> run(args)));
	}

	private String index() throws IOException {
		Files.createDirectories(folder.resolve("archive"));
		return folder.resolve("index").toString();
	}

	@Test
	void eachLongStepIsSaidAndTheOutcomeIsInWords() throws Exception {
		final String index = index(), place = folder.resolve("archive").toString();
		new SyntheticSeries("one").slices(3).write(folder.resolve("archive"));
		assertEquals("3 files: 3 read, 0 gone; 1 series grouped\n", run("index", place, "--out", index));
		assertEquals("Listing " + place + "\n3 files found, 3 to read, 0 gone or changed\n" +
			"Reading headers 1 to 3 of 3\nGrouping 1 series\nWriting volumes.csv\n", said());
		assertEquals("3 files: 0 read, 0 gone; 0 series grouped\n", run("index", place, "--out", index));
		assertEquals("Listing " + place + "\n", said());
		assertEquals("Slices\n3\n", run("query", index, "select Slices from volumes", "--csv"));
		final String nifti = folder.resolve("nifti").toString();
		assertEquals("1 volume: 1 converted, 0 failed; 1 tried now\n",
			run("convert", index, "--where", "Slices = 3", "--to", "nifti", "--out", nifti));
		assertEquals("1 volume, 0 of them converted before\nConverting 1 to 1 of 1\n", said());
	}

	/** With the question that tells why. */
	@Test
	void whatFailedIsCounted() throws Exception {
		final String index = index();
		final List<Path> files = new SyntheticSeries("cut").slices(2).write(folder.resolve("archive"));
		run("index", folder.resolve("archive").toString(), "--out", index);
		for (final Path file : files)
			Files.delete(file);
		final String nifti = folder.resolve("nifti").toString();
		assertEquals("1 volume: 0 converted, 1 failed; 1 tried now\n",
			run("convert", index, "--where", "true", "--to", "nifti", "--out", nifti));
		final String question = "select Volume, Message from outcomes where State = 'failed'";
		assertTrue(said().endsWith("Why: query " + nifti + " \"" + question + "\"\n"), said());
		assertTrue(run("query", nifti, question, "--csv").contains("no such file"), out.toString());
	}

	@Test
	void mistakesAreSaidInALineOrTwo() throws Exception {
		final String index = index();
		new SyntheticSeries("one").slices(1).write(folder.resolve("archive"));
		run("index", folder.resolve("archive").toString(), "--out", index);
		final String column = refused("query", index, "select Slice from volumes");
		assertTrue(column.contains("`Slice` cannot be resolved") && column.contains("`Slices`"), column);
		assertFalse(column.contains("Project") || column.contains("Exception"), column);
		final String grammar = refused("query", index, "selec Slices from volumes");
		assertTrue(grammar.contains("Syntax error") && !grammar.contains("Exception"), grammar);
		assertTrue(refused("index", folder.resolve("nowhere").toString(), "--out", index).contains("nowhere"));
		assertTrue(refused("improve", index).startsWith("There is no command improve.\nusage: "));
	}
}
