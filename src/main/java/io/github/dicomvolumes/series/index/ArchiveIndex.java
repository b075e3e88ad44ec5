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
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Predicate;

import io.github.dicomvolumes.data.InputException;
import io.github.dicomvolumes.work.Progress;

/**
 * The volumes of an index of an archive: the rows of its file volumes.csv, which are read from the disk as often as
 * they are asked for, so that they may be millions. What names the files, which may be thousands, is read when a volume
 * is opened.
 */
public final class ArchiveIndex {

	/** What is told about reading it. */
	public static final String PHASE = "Reading the index";

	private static final int ROWS_BETWEEN_UPDATES = 1000;
	/** Of Java's memory, what the rows of one answer may take: one in so many bytes. */
	private static final int PART = 8;
	/** What a row and each of its values take besides their text, in bytes. */
	private static final int ROW_BYTES = 100, VALUE_BYTES = 52;

	private final VolumesFile file;

	private ArchiveIndex(final VolumesFile file) {
		this.file = file;
	}

	/**
	 * Opens an index.
	 *
	 * @param folder that the index was written to
	 * @throws io.github.dicomvolumes.data.NoPlaceException if there is none
	 * @throws io.github.dicomvolumes.data.DicomException if its table is none of volumes
	 */
	public static ArchiveIndex of(final Path folder) throws IOException {
		return new ArchiveIndex(VolumesFile.of(folder));
	}

	/** The names of the columns. */
	public List<String> columns() {
		return file.columns();
	}

	/** The attribute, of text, that a column is. */
	public OptionalInt tag(final int column) {
		return file.tag(column);
	}

	/** The volumes of a query, as many as Java's memory can well hold. */
	public List<IndexedVolume> volumes(final IndexQuery query, final Progress progress) throws IOException {
		return volumes(query, Runtime.getRuntime().maxMemory() / PART, progress);
	}

	/**
	 * The volumes of a query, in the order of the table.
	 *
	 * @param memory that they may take, in bytes
	 * @throws InputException if the query asks for columns that are not there, or finds more than that; then all of
	 *         them have been counted
	 * @throws io.github.dicomvolumes.data.DicomException if the table is damaged
	 * @throws java.util.concurrent.CancellationException if the progress cancels it
	 */
	public List<IndexedVolume> volumes(final IndexQuery query, final long memory, final Progress progress)
		throws IOException
	{
		final Predicate<List<String>> isWanted = query.of(file);
		final int files = columns().indexOf(VolumesFile.FILES);
		final List<IndexedVolume> wanted = new ArrayList<>();
		long found = 0, bytes = 0, fitting = 0;
		try (CsvRows rows = file.rows(file.first())) {
			for (long n = 0;; n++) {
				if (n % ROWS_BETWEEN_UPDATES == 0) {
					progress.checkCanceled(PHASE);
					progress.update(PHASE, (double) rows.position() / rows.size());
				}
				final long position = rows.position();
				final List<String> row = rows.next();
				if (row == null) break;
				file.check(row, position);
				if (!isWanted.test(row)) continue;
				found++;
				row.set(files, "");
				if (bytes <= memory) bytes += bytes(row);
				if (bytes <= memory) wanted.add(new IndexedVolume(file, row, position));
				else if (!wanted.isEmpty()) {
					fitting = wanted.size();
					wanted.clear(); // the rest is only counted
				}
			}
		}
		if (bytes > memory) throw tooMany(found, fitting);
		progress.update(PHASE, 1.0);
		return List.copyOf(wanted);
	}

	private static InputException tooMany(final long found, final long fitting) {
		return new InputException(found + " volumes of the index match query=, and about " + fitting +
			" fit into Java's memory. Ask for fewer, such as query=[Modality=CT&StudyDate=20240101-20240331], give Java " +
			"more memory, or ask with SQL (query INDEX SQL).");
	}

	private static long bytes(final List<String> row) {
		long bytes = ROW_BYTES;
		for (final String value : row)
			bytes += value.isEmpty() ? Integer.BYTES : VALUE_BYTES + value.length();
		return bytes;
	}
}
