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

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;

import io.github.dicomvolumes.data.Disclosure;
import io.github.dicomvolumes.data.Tag;
import io.github.dicomvolumes.series.index.ArchiveIndex;
import io.github.dicomvolumes.series.index.IndexedVolume;

/**
 * Volumes of the index of an archive, a row each: what {@code series=#n} selects from. It has the columns of the index,
 * without those that only programs need.
 */
public final class IndexTable {

	/** Names of files, and what a series is called within the index. */
	private static final Set<String> FOR_PROGRAMS = Set.of("Files", "SeriesKey");
	/** What is made of the study's date, and texts that may name files. */
	private static final Set<String> OF_STUDY_DATE = Set.of("StudyDay", "StudyYear"), OF_FILES = Set.of("Findings");

	private IndexTable() {}

	public static DataTable of(final ArchiveIndex index, final List<IndexedVolume> volumes,
		final Disclosure disclosure)
	{
		final List<String> columns = index.columns();
		final int[] shown = IntStream.range(0, columns.size())
			.filter(i -> !FOR_PROGRAMS.contains(columns.get(i)))
			.toArray();
		final var table = new DataTable("DICOM Series",
			IntStream.of(shown).mapToObj(columns::get).toArray(String[]::new));
		for (final IndexedVolume volume : volumes) {
			final List<Object> row = new ArrayList<>(shown.length);
			for (final int i : shown)
				row.add(text(columns.get(i), index.tag(i), volume.text(i), disclosure));
			table.add(row.toArray());
		}
		return table;
	}

	private static String text(final String column, final OptionalInt tag, final String text,
		final Disclosure disclosure)
	{
		if (OF_FILES.contains(column)) return disclosure.name(text);
		if (OF_STUDY_DATE.contains(column)) return disclosure.value(Tag.STUDY_DATE, text);
		return tag.isPresent() ? disclosure.value(tag.getAsInt(), text) : text;
	}
}
