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

package io.github.dicomvolumes.command.input;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.github.dicomvolumes.SyntheticSeries;
import io.github.dicomvolumes.command.TestImageJ;
import io.github.dicomvolumes.data.Tag;

/** The key {@code patient} in macros, in every ImageJ. */
class PatientInputTest {

	@Nested
	class Headless extends Contract implements TestImageJ.Headless {}

	@Nested
	class Plain extends Contract implements TestImageJ.Plain {

		@Test
		void logNamesNobody() {
			assertTrue(log(IMPORT + "')").contains("jane"));
			final String log = log(IMPORT + " patient=Hide')");
			assertTrue(log.contains("5 files examined, 1 volume\nct series 3: 5 files, "), log);
			assertFalse(log.contains("jane"), log);
			final String table = log("run('DICOM Series Table...', 'folder=[&path] patient=Hide')");
			assertEquals("5 files examined, 1 volume\n", table);
		}

		private String log(final String command) {
			return value("print('\\\\Clear'); " + command + "; return toLowerCase(getInfo('log'));");
		}
	}

	/** What every ImageJ has to do. */
	abstract static class Contract implements TestImageJ.Any {

		static final String IMPORT = "run('DICOM Folder...', 'folder=[&path]";
		private static final String NAME = " return '' + Table.getString('Value', row('PatientName'));" +
			"function row(keyword) { for (i = 0; i < Table.size; i++)" +
			" if (Table.getString('Keyword', i) == keyword) return i; exit('no ' + keyword); }";

		private Path folder;
		private TestImageJ ij;

		@BeforeEach
		void write(@TempDir final Path temp) throws IOException {
			ij = emptied();
			folder = Files.createDirectory(temp.resolve("Jane"));
			restore();
		}

		private void restore() {
			try {
				new SyntheticSeries("jane").series(3)
					.with(Tag.PATIENT_NAME, "Doe^Jane")
					.with(Tag.SERIES_DESCRIPTION, "Knee of Jane")
					.with(Tag.WINDOW_CENTER, 40)
					.with(Tag.WINDOW_WIDTH, 400)
					.write(folder);
			}
			catch (final IOException exc) {
				throw new UncheckedIOException(exc);
			}
		}

		/** Other tests ask for the front table. */
		@AfterEach
		void closeTables() {
			for (final String table : new String[] { "DICOM Metadata", "DICOM Slices", "DICOM Series" })
				if (ij != null) ij.value("if (isOpen('" + table + "')) close('" + table + "');");
		}

		String value(final String macro) {
			return ij.value("path = '" + folder.toString().replace('\\', '/') + "'; " + macro);
		}

		@Test
		void macrosShowUnlessTold() {
			assertEquals("Knee of Jane|Doe^Jane", value(IMPORT + "');" + titleAndName()));
			assertEquals("CT series 3|(hidden)", value("close('*');" + IMPORT + " patient=hide');" + titleAndName()));
			assertEquals("Knee of Jane|Doe^Jane", value("close('*');" + IMPORT + "');" + titleAndName()));
		}

		private String titleAndName() {
			return "name = Property.getDicomTag('0010,0010'); return '' + getTitle + '|' + String.trim(name);";
		}

		@Test
		void tablesGoOnAsTheImageWasImported() {
			assertEquals("(hidden)", value(IMPORT + " patient=Hide'); run('DICOM Metadata Table');" + NAME));
			assertEquals("Doe^Jane", value("run('DICOM Metadata Table', 'patient=Show');" + NAME));
			assertEquals("(hidden)|1|30",
				value("run('DICOM Slice Table'); return '' + Table.getString('File', 0) + '|' +" +
					"Table.getString('Slice', 0) + '|' + Table.getString('Distance', 0);"));
			assertEquals("(hidden)",
				value("close('*');" + IMPORT + "'); run('DICOM Metadata Table', 'patient=Hide');" + NAME));
			assertEquals("Doe^Jane", value("run('DICOM Metadata Table');" + NAME));
		}

		@Test
		void tableOfAFile() {
			final String file = "run('DICOM Metadata Table', 'file=[" + folder.toString().replace('\\', '/') + "/IM001";
			assertEquals("Doe^Jane", value(file + "]');" + NAME));
			assertEquals("(hidden)", value(file + "] patient=Hide');" + NAME));
		}

		@Test
		void seriesAreStillChosenByWhatIsHidden() {
			assertEquals("#1|(hidden)|(hidden)",
				value("run('DICOM Series Table...', 'folder=[&path] patient=Hide');" +
					"return '' + Table.getString('Series', 0) + '|' + Table.getString('Description', 0) + '|' +" +
					"Table.getString('SeriesInstanceUID', 0);"));
			for (final String series : new String[] { "#1", "3", "[of jane]" })
				assertEquals("CT series 3",
					value("close('*');" + IMPORT + " patient=Hide series=" + series + "'); return '' + getTitle;"));
		}

		@Test
		void failuresNameNobody() {
			final String shown = value(IMPORT + " series=9'); return 'went on';");
			assertTrue(shown.contains("#1 (3, Knee of Jane)"), shown);
			final String hidden = value(IMPORT + " series=9 patient=Hide'); return 'went on';");
			assertTrue(hidden.contains("Nothing was opened (5 files examined, 1 volume); patient=Show says why"),
				hidden);
			assertFalse(hidden.contains("Jane"), hidden);
		}

		@Test
		void fileThatIsGoneIsNotNamed() {
			for (final String command : new String[] { "DICOM Reslice...', 'plane=Coronal",
				"DICOM Planes Figure...', '", "DICOM Resample...', 'spacing=1",
				"DICOM Reslice...', 'plane=Oblique normal=[0 1 1]" })
			{
				final String shown = whenAFileIsGone("patient=Show", command);
				assertTrue(shown.contains("Jane") && shown.contains("no such file any more"), shown);
				final String hidden = whenAFileIsGone("patient=Hide", command);
				assertTrue(hidden.contains("A slice could not be read; imported with patient=Show"), hidden);
				assertFalse(hidden.contains("Jane"), hidden);
			}
		}

		private String whenAFileIsGone(final String patient, final String command) {
			value(IMPORT + " load=Virtual " + patient + "'); return '';");
			assertTrue(folder.resolve("IM003").toFile().delete());
			final String message = value("run('" + command + "'); return 'went on';");
			restore();
			return message;
		}

		@Test
		void plotOfAHiddenAttributeIsRefused() {
			final String message = value(IMPORT +
				" patient=Hide'); run('DICOM Plot Attribute...', 'keyword=AcquisitionTime'); return 'went on';");
			assertTrue(message.contains("Acquisition Time is hidden"), message);
			assertEquals("Gap of CT series 3", value("run('DICOM Plot Attribute...'); return '' + getTitle;"));
		}

		@Test
		void otherValuesAreRefused() {
			final String message = value(IMPORT + " patient=Maybe'); return 'went on';");
			assertTrue(message.contains("patient=Maybe is not allowed; it must be one of Show, Hide"), message);
		}
	}
}
