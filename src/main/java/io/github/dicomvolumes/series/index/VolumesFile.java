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

package io.github.dicomvolumes.series.index;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;

import io.github.dicomvolumes.data.DicomException;
import io.github.dicomvolumes.data.Dictionary;
import io.github.dicomvolumes.data.NoPlaceException;
import io.github.dicomvolumes.data.Tag;
import io.github.dicomvolumes.data.VR;

/**
 * The file with the volumes of an index.
 *
 * @param folder of the index
 * @param columns their names
 * @param tags what attributes of text they are
 * @param first where the first row after these begins, in bytes
 */
record VolumesFile(Path folder, List<String> columns, List<OptionalInt> tags, long first) {

	static final String NAME = "volumes.csv", NUMBER = "Series", ID = "Volume", FILES = "Files";

	private static final Set<VR> ORDERED = EnumSet.of(VR.DA, VR.TM, VR.IS, VR.DS);

	/** The columns without which a table is none of volumes. */
	private static final List<String> NEEDED = List.of(NUMBER, ID, "Modality", "SeriesNumber", "Description", "Columns",
		"Rows", "Slices", "Channels", "Times", "SpacingX", "SpacingY", "SpacingZ", "Plane", "Note", "SeriesInstanceUID",
		"MemoryBytes", FILES);

	VolumesFile(final Path folder, final List<String> columns, final long first) {
		this(folder, columns, columns.stream().map(VolumesFile::tag).toList(), first);
	}

	/**
	 * Opens that of an index.
	 *
	 * @throws NoPlaceException if there is none
	 * @throws DicomException if its table is none of volumes
	 */
	static VolumesFile of(final Path folder) throws IOException {
		final Path file = folder.resolve(NAME);
		if (!Files.isRegularFile(file)) throw new NoPlaceException("There is no index in " + folder + " (no " + NAME +
			"); give the folder that \"index PLACE --out DIR\" wrote, see the page Archives of the guide.");
		try (CsvRows rows = new CsvRows(file, 0)) {
			final List<String> columns = rows.next();
			if (columns == null || !columns.containsAll(NEEDED)) throw new DicomException(file +
				" has not the columns " + String.join(", ", NEEDED) + " in its first line; it is no table of volumes.");
			return new VolumesFile(folder, List.copyOf(columns), rows.position());
		}
	}

	/** The rows from one on. */
	CsvRows rows(final long position) throws IOException {
		return new CsvRows(folder.resolve(NAME), position);
	}

	/** The attribute, of text, that a column is. */
	OptionalInt tag(final int column) {
		return tags.get(column);
	}

	private static OptionalInt tag(final String column) {
		final OptionalInt tag = column.equals("Description") ? OptionalInt.of(Tag.SERIES_DESCRIPTION)
			: Dictionary.findTag(column);
		return tag.isPresent() && Dictionary.vr(tag.getAsInt()).isText() ? tag : OptionalInt.empty();
	}

	/** Whether a column may be asked for ranges: dates and numbers may, a patient's number with a dash is none. */
	boolean isOrdered(final int column) {
		final OptionalInt tag = tag(column);
		return tag.isEmpty() || ORDERED.contains(Dictionary.vr(tag.getAsInt()));
	}

	/** @throws DicomException unless a row has a value for each column */
	void check(final List<String> row, final long position) throws DicomException {
		if (row.size() != columns.size())
			throw new DicomException(folder.resolve(NAME) + ": the row at byte " + position + " has " + row.size() +
				" values, not " + columns.size() + "; make the index again, which writes the file anew.");
	}

	/** The names of the files of a row, as a list in JSON. */
	String files(final long position) throws IOException {
		try (CsvRows rows = rows(position)) {
			final List<String> row = rows.next();
			if (row != null && row.size() == columns.size()) return row.get(columns.indexOf(FILES));
		}
		throw new DicomException(folder.resolve(NAME) + " was changed since it was read; read it again.");
	}
}
