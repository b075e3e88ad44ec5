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

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

import io.github.dicomvolumes.data.InputException;
import io.github.dicomvolumes.export.object.Code;
import io.github.dicomvolumes.export.segmentation.SegmentDescription;

/**
 * A CSV file that says what labels mean. The first line names the columns, in any order: {@code label} and any of
 * {@code name}, {@code category}, {@code type}, each code as scheme^value^meaning, and {@code colour} as #rrggbb.
 *
 * <pre>
 * label,name,type,colour
 * 1,Liver,SCT^10200004^Liver,#dd8265
 * 2,"Tumour, left",SCT^86049000^Neoplasm,#90ee90
 * </pre>
 */
public final class LabelTable {

	private static final List<String> COLUMNS = List.of("label", "name", "category", "type", "colour");

	private final Path file;
	private final List<String> columns;

	private LabelTable(final Path file, final List<String> columns) {
		this.file = file;
		this.columns = columns;
	}

	/**
	 * The labels as the file describes them; what it leaves out is as before.
	 *
	 * @throws InputException that names the line, if it is no such file
	 */
	public static Map<Integer, SegmentDescription> read(final Path file, final Map<Integer, SegmentDescription> before)
		throws IOException
	{
		final String text = Files.readString(file, StandardCharsets.UTF_8).replaceFirst("^\uFEFF", "");
		final List<List<String>> lines = parse(text);
		if (lines.isEmpty()) throw new InputException("labels=" + file + " is empty.");
		final List<String> columns = lines.get(0).stream().map(name -> name.strip().toLowerCase(Locale.ROOT)).toList();
		for (final String column : columns)
			if (!COLUMNS.contains(column)) throw new InputException("labels=" + file + " has a column " + column +
				"; columns are " + String.join(", ", COLUMNS) + ", named in the first line.");
		if (!columns.contains("label")) throw new InputException("labels=" + file + " has no column label.");
		final LabelTable table = new LabelTable(file, columns);
		final Map<Integer, SegmentDescription> described = new TreeMap<>(before);
		for (int n = 1; n < lines.size(); n++)
			if (!lines.get(n).equals(List.of(""))) table.add(lines.get(n), n + 1, described);
		return described;
	}

	private void add(final List<String> line, final int number, final Map<Integer, SegmentDescription> described) {
		final String where = "labels=" + file + ", line " + number + ": ";
		if (line.size() > columns.size())
			throw new InputException(where + line.size() + " values for " + columns.size() + " columns.");
		final int label = label(value(line, "label"), where);
		final SegmentDescription before = described.getOrDefault(label, SegmentDescription.of(label));
		final String name = value(line, "name"), colour = value(line, "colour");
		final SegmentDescription named = name.isEmpty() ? before : before.withName(name);
		final SegmentDescription coloured = colour.isEmpty() ? named : named.withRgb(rgb(colour, where));
		described.put(label, coloured.withCodes(code(value(line, "category"), coloured.category(), where),
			code(value(line, "type"), coloured.type(), where)));
	}

	private String value(final List<String> line, final String column) {
		final int i = columns.indexOf(column);
		return i < 0 || i >= line.size() ? "" : line.get(i).strip();
	}

	private static int label(final String text, final String where) {
		try {
			final int label = Integer.parseInt(text);
			if (label >= 1 && label <= 0xFFFF) return label;
		}
		catch (final NumberFormatException exc) {
			// said below
		}
		throw new InputException(where + "label " + text + " must be a whole number from 1 to 65535.");
	}

	private static int rgb(final String text, final String where) {
		if (!text.matches("#[0-9a-fA-F]{6}"))
			throw new InputException(where + "colour " + text + " must be like #ff8000.");
		return Integer.parseInt(text.substring(1), 16);
	}

	private static Code code(final String text, final Code otherwise, final String where) {
		if (text.isEmpty()) return otherwise;
		final String[] parts = text.split("\\^", -1);
		if (parts.length != 3 || parts[0].isBlank() || parts[0].length() > 16 || parts[1].isBlank() ||
			parts[1].length() > 16 || parts[2].isBlank() || parts[2].length() > 64 || text.contains("\\"))
			throw new InputException(
				where + "code " + text + " must be scheme^value^meaning, like SCT^10200004^Liver.");
		return new Code(parts[1].strip(), parts[0].strip(), parts[2].strip());
	}

	/** The lines of a CSV text: values in quotes may have commas, line breaks, and quotes twice. */
	static List<List<String>> parse(final String text) {
		final List<List<String>> lines = new ArrayList<>();
		List<String> line = new ArrayList<>();
		final StringBuilder value = new StringBuilder();
		boolean isQuoted = false, isLine = false;
		for (int i = 0; i < text.length(); i++) {
			final char c = text.charAt(i);
			isLine = true;
			if (isQuoted && c == '"' && i + 1 < text.length() && text.charAt(i + 1) == '"')
				value.append(text.charAt(i++));
			else if (c == '"') isQuoted = !isQuoted;
			else if (!isQuoted && (c == ',' || c == '\n')) {
				line.add(value.toString());
				value.setLength(0);
				if (c == ',') continue;
				lines.add(line);
				line = new ArrayList<>();
				isLine = false;
			}
			else if (c != '\r' || isQuoted) value.append(c);
		}
		if (isLine) {
			line.add(value.toString());
			lines.add(line);
		}
		return lines;
	}
}
