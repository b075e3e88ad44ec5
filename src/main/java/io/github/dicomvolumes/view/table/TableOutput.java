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

import java.awt.EventQueue;
import java.awt.Frame;
import java.awt.GraphicsEnvironment;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

import io.github.dicomvolumes.data.ShownText;
import io.github.dicomvolumes.io.source.AllOrNothing;
import io.github.dicomvolumes.view.help.Guide;

import ij.IJ;
import ij.WindowManager;
import ij.measure.ResultsTable;
import ij.plugin.filter.Analyzer;
import ij.text.TextWindow;

/** Shows and saves tables. */
public final class TableOutput {

	/** Where the filter of the metadata table searches; of the others it searches all columns. */
	private static final List<String> SEARCHED = List.of("Tag", "Keyword", "Name", "Value");

	/** How long a macro waits for a table to be activated. */
	private static final int MOST_MILLIS = 500, LEAST_MILLIS = 15;

	private static volatile int patienceMillis = MOST_MILLIS;

	private TableOutput() {}

	/**
	 * Shows a table in a window of its own title, with a field that filters its rows; without windows its rows become
	 * ImageJ's Results table, because that is the only one there. In both cases the macro functions Table.get,
	 * Table.getString, Table.size and Table.save work on it right afterwards without a title.
	 */
	public static void show(final DataTable table) {
		final ResultsTable results = results(table);
		if (GraphicsEnvironment.isHeadless()) Analyzer.setResultsTable(results);
		else {
			final boolean isNew = WindowManager.getFrame(table.title()) == null;
			if (isNew) TableSize.show(results, table.title());
			else results.show(table.title());
			if (!(WindowManager.getFrame(table.title()) instanceof TextWindow window)) return;
			if (isNew) TableSize.fit(window, table);
			FilterField.addTo(window, table.columns().containsAll(SEARCHED) ? SEARCHED : table.columns(),
				Guide.ofTable(table.title()));
			if (IJ.isMacro() && !EventQueue.isDispatchThread()) waitTillActivated(window);
		}
	}

	/**
	 * Waits as {@link ij.ImagePlus#waitTillActivated} does for images: or else a window that is activated late becomes
	 * the front table of the next line of the macro. Some desktops never activate a window that nobody clicked, or that
	 * is there already: who has waited in vain waits for half the time from then on, until one is activated.
	 */
	private static void waitTillActivated(final TextWindow window) {
		final int patience = patienceMillis;
		final long end = System.currentTimeMillis() + patience;
		while (!window.isActive() && System.currentTimeMillis() < end)
			IJ.wait(5);
		patienceMillis = window.isActive() ? MOST_MILLIS : Math.max(LEAST_MILLIS, patience / 2);
		WindowManager.setWindow((Frame) window);
	}

	/**
	 * Saves a table as comma-separated values (RFC 4180), with the columns' names in the first line, in UTF-8. What
	 * looks like a formula is {@linkplain ShownText#cell marked}.
	 *
	 * @throws NoSuchFileException if the file's folder does not exist
	 * @throws IOException if it cannot be written; a table that was there is as it was then
	 */
	public static void save(final DataTable table, final Path file) throws IOException {
		AllOrNothing.write(file, out -> {
			out.write(line(table.columns()).getBytes(StandardCharsets.UTF_8));
			for (final List<String> row : table.rows())
				out.write(line(row).getBytes(StandardCharsets.UTF_8));
		});
	}

	/**
	 * The table as ImageJ has it. All values are text, numbers too: ImageJ would write numbers with at most nine
	 * decimals, and its macro functions parse text back to the full number.
	 */
	static ResultsTable results(final DataTable table) {
		final ResultsTable results = new ResultsTable();
		results.showRowNumbers(false);
		table.columns().forEach(results::getFreeColumn); // also of a table without rows
		for (final List<String> row : table.rows()) {
			results.addRow();
			for (int i = 0; i < row.size(); i++)
				results.addValue(table.columns().get(i), ShownText.line(row.get(i))); // ImageJ's windows and files would begin a new cell or row there
		}
		return results;
	}

	private static String line(final List<String> values) {
		return values.stream().map(ShownText::cell).map(TableOutput::quoted).collect(Collectors.joining(",")) + "\n";
	}

	private static String quoted(final String value) {
		return value.matches("(?s).*[,\"\\r\\n].*") ? '"' + value.replace("\"", "\"\"") + '"' : value;
	}
}
