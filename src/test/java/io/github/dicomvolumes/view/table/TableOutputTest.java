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
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

import ij.measure.ResultsTable;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TableOutputTest {

	@TempDir
	Path folder;

	private static DataTable table() {
		final DataTable table = new DataTable("Test", "Name", "Number");
		table.add("plain", 0.564453125);
		table.add("comma, and \"quotes\"", 5.314878892733564);
		table.add("two\nlines\tand a tab", 99.0);
		table.add("M\u00fcller \u80ba", Double.NaN);
		return table;
	}

	@Test
	void savedAsRfc4180InUtf8() throws IOException {
		final Path file = folder.resolve("table.csv");
		Files.writeString(file, "what was there before, longer than the table\n".repeat(20));
		TableOutput.save(table(), file);
		assertEquals("Name,Number\n" + //
			"plain,0.564453125\n" + //
			"\"comma, and \"\"quotes\"\"\",5.314878892733564\n" + //
			"\"two\nlines\tand a tab\",99\n" + //
			"M\u00fcller \u80ba,\n", Files.readString(file));
	}

	@Test
	void emptyTableIsItsColumns() throws IOException {
		final Path file = folder.resolve("table.csv");
		TableOutput.save(new DataTable("Empty", "A", "B, C"), file);
		assertEquals("A,\"B, C\"\n", Files.readString(file));
		final ResultsTable results = TableOutput.results(new DataTable("Empty", "A", "B"));
		assertEquals("A\tB 0", results.getColumnHeadings() + " " + results.size());
	}

	@Test
	void folderHasToExist() {
		final Path file = folder.resolve("none/table.csv");
		assertEquals(folder.resolve("none").toString(),
			assertThrows(NoSuchFileException.class, () -> TableOutput.save(table(), file)).getMessage());
	}

	/** What ImageJ makes of it: text and number of a cell, in memory and in the file it saves. */
	@Test
	void imageJHasTheFullNumbers() throws IOException {
		final ResultsTable results = TableOutput.results(table());
		assertEquals(4, results.size());
		assertEquals("Name\tNumber", results.getColumnHeadings());
		assertEquals("0.564453125", results.getStringValue("Number", 0));
		assertEquals("5.314878892733564", results.getStringValue("Number", 1));
		assertEquals("99", results.getStringValue("Number", 2));
		assertEquals("", results.getStringValue("Number", 3));
		assertEquals("two lines and a tab", results.getStringValue("Name", 2));
		final Path file = folder.resolve("imagej.csv");
		results.saveAs(file.toString());
		assertEquals("plain,0.564453125", Files.readAllLines(file).get(1));
		assertEquals("two lines and a tab,99", Files.readAllLines(file).get(3));
		assertEquals(5, Files.readAllLines(file).size());
	}

	/** Of a file, a spreadsheet calculates nothing that a DICOM file says; on the screen all is as it is. */
	@Test
	void formulasAreMarkedInFilesOnly() throws IOException {
		final DataTable table = new DataTable("Test", "Value");
		table.add("=1+A1,2");
		table.add("-10\\-20");
		table.add(-5.5);
		table.add("\u202eevil\u001b[2J");
		final Path file = folder.resolve("table.csv");
		TableOutput.save(table, file);
		assertEquals("Value\n\"'=1+A1,2\"\n-10\\-20\n-5.5\n\u202eevil\u001b[2J\n", Files.readString(file));
		final ResultsTable results = TableOutput.results(table);
		assertEquals("=1+A1,2", results.getStringValue("Value", 0));
		assertEquals("-5.5", results.getStringValue("Value", 2));
		assertEquals("\uFFFDevil\uFFFD[2J", results.getStringValue("Value", 3));
	}
}
