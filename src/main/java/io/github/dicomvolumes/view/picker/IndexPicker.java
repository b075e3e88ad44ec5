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

package io.github.dicomvolumes.view.picker;

import java.awt.Frame;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;

import io.github.dicomvolumes.data.ByteSize;
import io.github.dicomvolumes.data.Disclosure;
import io.github.dicomvolumes.data.ShownText;
import io.github.dicomvolumes.series.index.IndexedVolume;
import io.github.dicomvolumes.view.help.Guide;
import io.github.dicomvolumes.view.table.DataTable;

/** Asks a person which volumes of the index of an archive to open, and whether to open them virtually. */
public final class IndexPicker {

	/**
	 * What a person chose.
	 *
	 * @param volumes at least one
	 * @param isVirtual whether pixels are to be read when they are looked at
	 */
	public record Choice(List<IndexedVolume> volumes, boolean isVirtual) {}

	private IndexPicker() {}

	/**
	 * Shows volumes, the first one chosen already, and waits for an answer.
	 *
	 * @param table with their rows, as people may see them
	 * @param isVirtual whether they were to be virtual before the person saw them
	 * @param owner may be null
	 * @throws CancellationException if the person cancels
	 */
	public static Choice ask(final List<IndexedVolume> volumes, final DataTable table, final Disclosure disclosure,
		final boolean isVirtual, final Frame owner)
	{
		final int n = volumes.size();
		final var question = new RowsPicker.Question("DICOM Index",
			n + (n == 1 ? " volume of the index matches" : " volumes of the index match") +
				". Open which? Several with Shift or Ctrl.",
			"read", Guide.ARCHIVES);
		final RowsPicker.Answer answer = RowsPicker.ask(rows(volumes, table, disclosure), question, isVirtual, owner);
		return new Choice(answer.rows().stream().map(volumes::get).toList(), answer.isVirtual());
	}

	private static List<PickerRow> rows(final List<IndexedVolume> volumes, final DataTable table,
		final Disclosure disclosure)
	{
		final var headings = new StudyHeadings(volumes.stream().map(IndexedVolume::attributes).toList(), disclosure);
		final List<PickerRow> rows = new ArrayList<>();
		for (int i = 0; i < volumes.size(); i++) {
			final IndexedVolume volume = volumes.get(i);
			final long bytes = volume.number("MemoryBytes");
			final long voxels = volume.number("Columns") * volume.number("Rows") * volume.number("Slices") *
				volume.number("Channels") * volume.number("Times");
			final List<String> texts = List.of(table.get("Series", i), table.get("Modality", i),
				table.get("SeriesNumber", i), table.get("Description", i), VolumeTexts.size(table, i),
				VolumeTexts.spacing(table, i), table.get("Plane", i), ByteSize.megabytes(bytes), table.get("Note", i));
			rows.add(new PickerRow(i + 1, headings.of(i), texts.stream().map(ShownText::line).toList(), voxels,
				number(table.get("SpacingZ", i)), bytes, ""));
		}
		return rows;
	}

	private static double number(final String text) {
		return text.isEmpty() ? Double.NaN : Double.parseDouble(text);
	}
}
