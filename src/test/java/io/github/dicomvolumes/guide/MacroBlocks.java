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

package io.github.dicomvolumes.guide;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.stream.Collectors;

import io.github.dicomvolumes.command.TestImageJ;

/**
 * Runs the macros of a page, one after the other in one ImageJ, as a reader does: images stay open, variables do not. A
 * block of csv after a macro is what the table of the macro has in some of its columns; rows of three points stand for
 * others.
 */
final class MacroBlocks {

	private static final String BEGIN = "guide begin", END = "guide end", DONE = "done", OTHERS = "...";

	private final TestImageJ ij;
	private final GuideFiles files;

	MacroBlocks(final TestImageJ ij, final GuideFiles files) {
		this.ij = ij;
		this.files = files;
		ij.value("close('*');");
	}

	void run(final CodeBlock block) {
		if (block.language().equals("csv")) checkTable(block);
		else assertEquals(String.join("\n", block.printed()), output(block));
	}

	private String output(final CodeBlock block) {
		final String code = block
			.withPrinting(arguments -> "print('" + BEGIN + "'); print(" + arguments + "); print('" + END + "');");
		final PrintStream console = System.out;
		final var out = new ByteArrayOutputStream();
		System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8)); // where print goes without windows
		final String result, log;
		try {
			result = ij
				.value("if (isOpen('Log')) print('\\\\Clear');\n" + files.placed(code) + "\nreturn '" + DONE + "';");
			log = ij.value("return getInfo('log');");
		}
		finally {
			System.setOut(console);
		}
		assertEquals(DONE, result, block.code());
		return printed(out.toString(StandardCharsets.UTF_8) + "\n" + log);
	}

	/** What was printed between marks: commands write into the log, too. */
	private static String printed(final String log) {
		final List<String> printed = new ArrayList<>();
		boolean isOurs = false;
		for (final String line : log.lines().toList()) {
			if (line.equals(BEGIN) || line.equals(END)) isOurs = line.equals(BEGIN);
			else if (isOurs) printed.add(line);
		}
		return String.join("\n", printed);
	}

	private void checkTable(final CodeBlock block) {
		final List<String> lines = block.code().lines().toList();
		final String[] columns = lines.get(0).split(",");
		final int rows = Integer.parseInt(ij.value("return '' + Table.size;"));
		final Deque<String> wanted = new ArrayDeque<>(lines.subList(1, lines.size()));
		boolean mayBeOther = false;
		for (int row = 0; row < rows; row++) {
			for (; OTHERS.equals(wanted.peek()); wanted.poll())
				mayBeOther = true;
			if (wanted.isEmpty()) break;
			final String found = row(columns, row);
			if (mayBeOther && !found.equals(wanted.peek())) continue;
			assertEquals(wanted.poll(), found, Arrays.toString(columns));
			mayBeOther = false;
		}
		assertEquals(List.of(), wanted.stream().filter(line -> !line.equals(OTHERS)).toList(),
			"rows that are not there");
		final boolean isWhole = !lines.contains(OTHERS);
		if (isWhole) assertEquals(lines.size() - 1, rows, "rows");
	}

	private String row(final String[] columns, final int row) {
		return Arrays.stream(columns)
			.map(column -> ij.value("return '' + Table.getString('" + column + "', " + row + ");"))
			.collect(Collectors.joining(","));
	}
}
