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

package io.github.dicomvolumes.view.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.awt.GraphicsEnvironment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.github.dicomvolumes.SyntheticSeries;
import io.github.dicomvolumes.command.TestImageJ;
import io.github.dicomvolumes.data.Tag;

/** A table of ours in macros, right after the command. */
class TableMacroTest {

	/** Without windows the rows are the Results table. */
	@Nested
	class Headless extends Contract implements TestImageJ.Headless {

		@Test
		void functionsOfTheResultsTable() {
			assumeTrue(GraphicsEnvironment.isHeadless(), "needs java.awt.headless, as in fiji --headless");
			assertEquals("2|study|5.31487889273356|2",
				ij.value(command() + "return '' + nResults + '|' + getResultString('Description', 0) + '|' +" +
					"getResultString('SpacingY', 0) + '|' + getValue('results.count');"));
		}
	}

	/** With windows the table has a title. */
	@Nested
	class Plain extends Contract implements TestImageJ.Plain {

		@Test
		void tableHasItsTitle() {
			assertEquals("DICOM Series|2|0.564453125", ij.value(
				"return '' + Table.title + '|' + Table.size('DICOM Series') + '|' + Table.getString('SpacingX', 0, 'DICOM Series');"));
		}

		@Test
		void secondTableReplacesTheFirst() {
			show();
			assertEquals("2", ij.value("return '' + Table.size;"));
			assertEquals("1",
				ij.value("titles = getList('window.titles'); n = 0;" +
					"for (i = 0; i < titles.length; i++) if (indexOf(titles[i], 'DICOM Series') == 0) n++;" +
					"return '' + n;"));
		}
	}

	/** In every mode, without a title. */
	abstract static class Contract implements TestImageJ.Any {

		@TempDir
		Path folder;

		TestImageJ ij;

		@BeforeEach
		void showTable() throws IOException {
			ij = emptied();
			new SyntheticSeries("study").series(1).pixelSpacing(5.31487889273356, 0.564453125).write(folder);
			new SyntheticSeries("study").series(2)
				.fileNames("L%d")
				.gap(3)
				.with(Tag.SERIES_DESCRIPTION, "axial, late")
				.write(folder);
			show();
		}

		void show() {
			ij.value(command());
		}

		String command() {
			return "run('DICOM Series Table...', 'folder=[" + folder.toString().replace('\\', '/') + "]');";
		}

		@Test
		void textsAndNumbersHaveAllDigits() {
			assertEquals("2", ij.value("return '' + Table.size;"));
			assertEquals("0.564453125", text("SpacingX"));
			assertEquals("5.31487889273356", text("SpacingY"));
			assertEquals("5", text("Slices"));
			assertEquals("axial, late", ij.value("return '' + Table.getString('Description', 1);"));
			assertEquals("1",
				ij.value("return '' + (Table.get('SpacingX', 0) == 0.564453125" +
					" && Table.get('SpacingY', 0) == 5.31487889273356 && Table.get('SpacingZ', 1) == 3" +
					" && Table.get('Slices', 0) == 5);"));
		}

		private String text(final String column) {
			return ij.value("return '' + Table.getString('" + column + "', 0);");
		}

		@Test
		void columnsAreNumbersForMacros() {
			assertEquals("5.3149|2",
				ij.value("z = Table.getColumn('SpacingY');" + "return '' + d2s(z[0], 4) + '|' + z[1];"));
		}

		@Test
		void headingsAreTheColumns() {
			assertTrue(
				ij.value("return '' + Table.headings;").startsWith("Series\tModality\tSeriesNumber\tDescription\t"));
		}

		@Test
		void savedByImageJWithAllDigits() throws IOException {
			final Path file = folder.resolve("series.csv");
			ij.value("Table.save('" + file.toString().replace('\\', '/') + "');");
			final List<String> lines = Files.readAllLines(file);
			assertEquals(3, lines.size());
			assertTrue(lines.get(1).startsWith("#1,CT,1,study,16,12,5,1,1,0.564453125,5.31487889273356,3,Axial,"),
				lines.get(1));
			assertTrue(lines.get(2).startsWith("#2,CT,2,\"axial, late\",16,"), lines.get(2));
		}
	}
}
