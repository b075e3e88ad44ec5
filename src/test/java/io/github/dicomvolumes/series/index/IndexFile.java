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
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import io.github.dicomvolumes.data.Tag;
import io.github.dicomvolumes.series.catalog.SeriesCatalog;
import io.github.dicomvolumes.series.catalog.Stack;

import com.google.gson.Gson;

/** Writes volumes.csv as the program for Spark does; a test of that program holds it to the same. */
public final class IndexFile {

	static final List<String> COLUMNS = List.of("Series", "Volume", "Modality", "SeriesNumber", "Description",
		"Columns", "Rows", "Slices", "Channels", "Times", "SpacingX", "SpacingY", "SpacingZ", "Plane", "Note",
		"SeriesInstanceUID", "PatientName", "PatientID", "StudyInstanceUID", "StudyDate", "Affine", "Findings",
		"MemoryBytes", "Files", "StudyDay");

	private IndexFile() {}

	/** The index of what was scanned, in a folder that is made. */
	public static Path write(final SeriesCatalog catalog, final Path folder) throws IOException {
		final List<List<String>> rows = new ArrayList<>(List.of(COLUMNS));
		for (final Stack stack : catalog.stacks())
			rows.add(row(stack, rows.size()));
		Files.createDirectories(folder);
		Files.writeString(folder.resolve(VolumesFile.NAME), text(rows, "\n"));
		return folder;
	}

	private static List<String> row(final Stack stack, final int number) {
		final double[] spacing = stack.geometry().spacing();
		final String date = text(stack, Tag.STUDY_DATE);
		return List.of("#" + number, Id.of(stack).toString(), text(stack, Tag.MODALITY), text(stack, Tag.SERIES_NUMBER),
			text(stack, Tag.SERIES_DESCRIPTION), "" + stack.geometry().columns(), "" + stack.geometry().rows(),
			"" + stack.slices(), "" + stack.channels(), "" + stack.times(), "" + spacing[0], "" + spacing[1],
			"" + spacing[2], "Axial", "", text(stack, Tag.SERIES_INSTANCE_UID), text(stack, Tag.PATIENT_NAME),
			text(stack, Tag.PATIENT_ID), text(stack, Tag.STUDY_INSTANCE_UID), date,
			new Gson().toJson(stack.geometry().indexToPatient().toArray()), "[]", "1000",
			new Gson().toJson(stack.files().stream().map(file -> file.source().name()).toList()),
			date.replaceFirst("(....)(..)(..)", "$1-$2-$3"));
	}

	private static String text(final Stack stack, final int tag) {
		return stack.attributes().orElse(tag, "");
	}

	/** Rows of values as RFC 4180 has them. */
	static String text(final List<List<String>> rows, final String lineEnd) {
		return rows.stream()
			.map(row -> row.stream()
				.map(value -> value.matches("(?s)[^,\"\r\n]*") ? value : '"' + value.replace("\"", "\"\"") + '"')
				.collect(Collectors.joining(",")) + lineEnd)
			.collect(Collectors.joining());
	}
}
