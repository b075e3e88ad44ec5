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
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.github.dicomvolumes.DicomVolumes;
import io.github.dicomvolumes.SyntheticSeries;
import io.github.dicomvolumes.data.Tag;
import io.github.dicomvolumes.series.index.IndexFile;

/** DICOM Series Table... of the index of an archive, in macros. */
class IndexMacroTest {

	@Nested
	class Headless extends Contract implements TestImageJ.Headless {}

	@Nested
	class Plain extends Contract implements TestImageJ.Plain {

		@Test
		void logNamesTheFileThatIsGone() throws IOException {
			Files.delete(folder.resolve("archive/late.zip"));
			value("series=all", "nImages");
			final String log = ij.value("return getInfo('log');");
			assertTrue(log.contains("not opened: There is no file " + folder.resolve("archive/late.zip")), log);
		}

		/** One line for each would be the same over and over. */
		@Test
		void logCountsTheVolumesThatAreGoneOfHiddenPatients() throws IOException {
			Files.delete(folder.resolve("archive/late.zip"));
			Files.move(folder.resolve("archive/mr"), folder.resolve("elsewhere"));
			final String log = value("series=all patient=Hide", "getInfo('log')");
			assertTrue(log.contains("not opened: 2 more; patient=Show says why, with names"), log);
		}
	}

	abstract static class Contract implements TestImageJ.Any {

		@TempDir
		Path folder;

		TestImageJ ij;

		@BeforeEach
		void makeIndex() throws IOException {
			ij = emptied();
			final Path archive = folder.resolve("archive");
			new SyntheticSeries("chest").series(1)
				.slices(4)
				.with(Tag.SERIES_DESCRIPTION, "Chest, early")
				.write(archive.resolve("ct"));
			new SyntheticSeries("head").series(2).slices(5).with(Tag.MODALITY, "MR").write(archive.resolve("mr"));
			new SyntheticSeries("late").series(3).slices(6).writeZip(archive.resolve("late.zip"));
			IndexFile.write(DicomVolumes.scan(archive), folder.resolve("index"));
		}

		@AfterEach
		void close() {
			if (ij != null) ij.run("close('*');"); // null without a display
		}

		/** What a macro gives after running the command of the index. */
		String value(final String options, final String expression) {
			return ij
				.value("run('DICOM Series Table...', 'index=[" + folder.resolve("index").toString().replace('\\', '/') +
					"] " + options + "'); return '' + " + expression + ";");
		}

		@Test
		void tableHasTheVolumesOfTheQueryAndNothingIsOpened() {
			assertEquals("3|0", value("", "Table.size + '|' + nImages"));
			assertEquals("1|#2|MR|0", value("query=[Modality=MR]",
				"Table.size + '|' + Table.getString('Series', 0) + '|' + Table.getString('Modality', 0) + '|' + nImages"));
			assertEquals("2", value("query=[Slices=5-&StudyDate=19000101-]", "Table.size"));
			assertEquals("-1", value("", "indexOf(Table.headings, 'Files')"));
		}

		@Test
		void volumesAreOpenedAsFromTheirFolder() {
			assertEquals("1|4|Chest, early", value("series=#1", "nImages + '|' + nSlices + '|' + getTitle"));
			ij.run("close('*');");
			assertEquals("2", value("query=[Modality=CT] series=all load=Virtual", "nImages"));
			assertEquals("1", ij.value("return '' + is('Virtual Stack');"));
			ij.run("close('*');");
			assertEquals("2", value("series=#1,#3", "nImages"));
		}

		@Test
		void numbersStayThoseOfTheIndexWhateverTheQuery() {
			assertEquals("6", value("query=[Slices=6] series=#3", "nSlices"));
		}

		@Test
		void savedTableAndHiddenPatient() throws IOException {
			final Path csv = folder.resolve("out.csv");
			assertEquals("3", value("patient=Hide save=[" + csv.toString().replace('\\', '/') + "]", "Table.size"));
			final String saved = Files.readString(csv);
			assertTrue(saved.contains("(hidden)") && !saved.contains("Chest"), saved);
		}

		@Test
		void aVolumeThatCannotBeOpenedCostsNoOther() throws IOException {
			Files.delete(folder.resolve("archive/late.zip"));
			assertEquals("2", value("series=all", "nImages"));
		}

		@Test
		void mistakesAreSaid() {
			assertTrue(ij.value("run('DICOM Series Table...', '');").contains("index="));
			final String index = "run('DICOM Series Table...', 'index=[" + folder.toString().replace('\\', '/');
			assertTrue(ij.value(index + "]');").contains("There is no index in"));
			assertTrue(ij.value(index + "/index] query=[Modality=PT]');").contains("matches query="));
			assertTrue(ij.value(index + "/index] series=#7');").contains("series="));
		}
	}
}
