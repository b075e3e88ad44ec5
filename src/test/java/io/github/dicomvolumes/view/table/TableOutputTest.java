package io.github.dicomvolumes.view.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import ij.measure.ResultsTable;

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
		assertEquals(0, TableOutput.results(new DataTable("Empty", "A")).size());
	}

	@Test
	void folderHasToExist() {
		final Path file = folder.resolve("none/table.csv");
		assertEquals(folder.resolve("none").toString(), assertThrows(NoSuchFileException.class,
			() -> TableOutput.save(table(), file)).getMessage());
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
}
