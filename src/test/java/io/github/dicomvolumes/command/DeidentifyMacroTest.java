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
package io.github.dicomvolumes.command;

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
import java.util.EnumSet;
import java.util.Set;

import io.github.dicomvolumes.DicomVolumes;
import io.github.dicomvolumes.Machine;
import io.github.dicomvolumes.SyntheticSeries;
import io.github.dicomvolumes.data.Dictionary;
import io.github.dicomvolumes.data.InputException;
import io.github.dicomvolumes.data.Tag;
import io.github.dicomvolumes.export.deidentify.Retained;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** DICOM De-identify Folder... as macros see it. */
class DeidentifyMacroTest {

	/** ImageJ as Fiji patches it for running without windows. */
	@Nested
	class Headless extends Contract implements TestImageJ.Headless {}

	/** ImageJ as downloaded, with windows. */
	@Nested
	class Plain extends Contract implements TestImageJ.Plain {}

	/** In every mode. */
	abstract static class Contract implements TestImageJ.Any {

		private static final String COUNTS = "return '' + Table.size + '|' + Table.get('Files', 0) + '|' + Table.getString('Result', 0);";

		@TempDir
		Path temp;

		private TestImageJ ij;

		@BeforeEach
		void write() throws IOException {
			ij = emptied();
			new SyntheticSeries("Qzxvwkj").fileNames("Qzxvwkj%02d")
				.slice(4, a -> a.put(Dictionary.tag("BurnedInAnnotation"), "YES"))
				.write(temp.resolve("in"));
		}

		private String run(final String options) {
			return ij.value(("run('DICOM De-identify Folder...', 'folder=[&in] to=[&out] " + options + "');" + COUNTS)
				.replace("&in", path("in"))
				.replace("&out", path("out")));
		}

		private String path(final String name) {
			return temp.resolve(name).toString().replace('\\', '/');
		}

		@Test
		void strictestIfNothingIsSaid() throws IOException {
			assertEquals("2|4|copied", run(""));
			final var copy = DicomVolumes.open(temp.resolve("out"));
			assertEquals(4, copy.dimensions()[2]);
			assertEquals("", copy.attributes().orElse(Tag.STUDY_DATE, ""));
			assertEquals("", copy.attributes().orElse(Tag.SERIES_DESCRIPTION, ""));
		}

		@Test
		void everyKey() throws IOException {
			assertEquals("1|5|copied",
				run("profile=Basic dates=Shift keep=[descriptions, Private device] burned=Keep " + "secret=[" +
					path("secret") + "] save=[" + path("table.csv") + "] patient=Show"));
			assertTrue(Files.size(temp.resolve("secret")) > 0);
			assertTrue(Files.readString(temp.resolve("table.csv")).contains("\"PatientID\",\"Qzxvwkj\""));
			assertEquals(8, DicomVolumes.open(temp.resolve("out")).attributes().orElse(Tag.STUDY_DATE, "").length());
		}

		@Test
		void otherValuesStopTheMacro() {
			assertTrue(run("keep=names").startsWith("keep=names is not allowed; it must be one of Descriptions, "),
				"keep");
			assertTrue(run("dates=Some").contains("dates=Some is not allowed"), "dates");
			assertTrue(run("profile=Other").contains("profile=Other is not allowed"), "profile");
			assertTrue(run("burned=Yes").contains("burned=Yes is not allowed"), "burned");
			assertFalse(Files.exists(temp.resolve("out")));
		}

		@Test
		void folderThatIsThereStopsTheMacro() throws IOException {
			Files.writeString(Files.createDirectory(temp.resolve("out")).resolve("a"), "a");
			assertEquals("to= is there already; it must be a new folder or an empty one.", run(""));
			assertTrue(ij
				.value("run('DICOM De-identify Folder...', 'folder=[" + path("none") + "] to=[" + path("out2") + "]');")
				.contains("no such file or folder"));
		}

		@Test
		void nothingToCopyStopsTheMacro() throws IOException {
			new SyntheticSeries("Qzxvwkj").modality("US").fileNames("Qzxvwkj%02d").write(temp.resolve("in"));
			assertEquals("No file was copied: 5 its pixels may show names; burned=Keep copies it. " +
				"patient=Show names them in the table.", run(""));
			assertFalse(Files.exists(temp.resolve("out")));
		}

		/** The log stays short: the rest is in the table. */
		@Test
		void namesWhatWasLeftOutIfAsked() throws IOException {
			assertEquals("3|4|copied", run("patient=Show"));
			assertEquals("|left out: its pixels may show names; burned=Keep copies it|Qzxvwkj05",
				ij.value("return '' + Table.getString('Files', 2) + '|' + Table.getString('Result', 2) + '|' + " +
					"File.getName(Table.getString('File', 2));"));
			new SyntheticSeries("Qzxvwkj").modality("US").slices(30).fileNames("us%02d").write(temp.resolve("in"));
			final String log = logOf(() -> ij.value("run('DICOM De-identify Folder...', 'folder=[" + path("in") +
				"] to=[" + path("out2") + "] patient=Show');"));
			assertTrue(log.contains("and 23 more"), log);
			assertTrue(log.contains("all of them: see the table DICOM De-identified"), log);
			assertTrue(log.lines().count() <= 15, log);
		}

		/** Neither the log nor a message has names of files, unless they are asked for. */
		@Test
		void logNamesNobody() {
			final String log = logOf(() -> run(""));
			assertTrue(log.contains("left out: 1 its pixels may show names"), log);
			assertTrue(log.contains("faces"), log);
			assertFalse(log.contains("Qzxvwkj"), log);
		}

		/** In a window, or printed where there is none. */
		private String logOf(final Runnable work) {
			final var printed = new ByteArrayOutputStream();
			final PrintStream system = System.out;
			System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
			try {
				ij.value("print('\\\\Clear');");
				work.run();
				return ij.value("return '' + getInfo('log');") + printed.toString(StandardCharsets.UTF_8);
			}
			finally {
				System.setOut(system);
			}
		}

		@Test
		void fullDiskStopsTheMacro() throws IOException {
			new SyntheticSeries("x").size(64, 64).slices(40).write(temp.resolve("in"));
			Machine.onSmallDisk(temp.resolve("disk"), 128, disk -> {
				final String said = ij.value("run('DICOM De-identify Folder...', 'folder=[" + path("in") + "] to=[" +
					path("disk") + "/copy]'); return 'went on';");
				assertTrue(said.startsWith("The copy failed: "), said);
				assertTrue(said.contains("space"), said);
				assertFalse(said.contains("Qzxvwkj"), said);
			});
		}
	}

	@Test
	void wordsOfKeep() {
		assertEquals(Set.of(), DicomDeidentifyFolder.kept(" "));
		assertEquals(EnumSet.of(Retained.DEVICE, Retained.PRIVATE), DicomDeidentifyFolder.kept("device private"));
		assertEquals(EnumSet.allOf(Retained.class),
			DicomDeidentifyFolder.kept("Descriptions, Private;DEVICE+characteristics"));
		assertThrows(InputException.class, () -> DicomDeidentifyFolder.kept("faces"));
	}
}
