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

import io.github.dicomvolumes.data.ByteSize;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;

/** What is listed, without windows. */
class PickerModelTest {

	private static final PickerHeading ANNA = new PickerHeading(0, "Meyer^Anna, Chest"),
		BEN = new PickerHeading(1, "Okafor^Ben, Knee");

	private final List<PickerRow> rows = new ArrayList<>();

	/** The next row: what it says of modality, description and note, and its size. */
	private void row(final PickerHeading heading, final String modality, final String description, final long size,
		final String note)
	{
		final int number = rows.size() + 1;
		rows.add(new PickerRow(number, heading, List.of("#" + number, modality, String.valueOf(number), description,
			"1 x 1 x " + size, "1 x 1 x 3", "Axial", ByteSize.megabytes(size), note), size, 3, 2 * size, ""));
	}

	private PickerModel twoPatients() {
		row(ANNA, "CT", "lung 10", 300, "");
		row(ANNA, "MR", "lung 9", 5, "divided by orientation");
		row(ANNA, "CT", "Abdomen", 40, "");
		row(BEN, "MR", "localizer", 7, "");
		row(BEN, "CT", "lung 1", 6, "slices are missing");
		return new PickerModel(rows);
	}

	/** Headings by their first word, rows by their numbers. */
	private static String listed(final PickerModel model) {
		return model.lines()
			.stream()
			.map(line -> line instanceof PickerHeading heading ? heading.text().split("\\^")[0]
				: ((PickerRow) line).text(PickerColumn.SERIES))
			.collect(Collectors.joining(" "));
	}

	@Test
	void headingsStandAboveTheirVolumes() {
		assertEquals("Meyer #1 #2 #3 Okafor #4 #5", listed(twoPatients()));
	}

	@Test
	void oneStudyNeedsNoHeading() {
		row(ANNA, "CT", "a", 1, "");
		row(ANNA, "CT", "b", 1, "");
		final PickerModel model = new PickerModel(rows);
		assertEquals("#1 #2", listed(model));
		model.search("meyer"); // is not on the screen
		assertEquals("", listed(model));
	}

	@Test
	void searchFindsAllWordsInAnyColumnAndInHeadings() {
		final PickerModel model = twoPatients();
		model.search("LUNG");
		assertEquals("Meyer #1 #2 Okafor #5", listed(model));
		model.search(" ct  lung ");
		assertEquals("Meyer #1 Okafor #5", listed(model));
		model.search("okafor");
		assertEquals("Okafor #4 #5", listed(model));
		model.search("divided");
		assertEquals("Meyer #2", listed(model));
		model.search("#3");
		assertEquals("Meyer #3", listed(model));
		model.search("nothing");
		assertEquals("", listed(model));
		assertEquals(List.of(), model.shown());
		model.search("");
		assertEquals("Meyer #1 #2 #3 Okafor #4 #5", listed(model));
	}

	/** Numbers within texts count as numbers, and volumes stay below their headings. */
	@Test
	void sortsWithinStudiesUpDownAndNoMore() {
		final PickerModel model = twoPatients();
		model.sortBy(PickerColumn.DESCRIPTION);
		assertEquals("Meyer #3 #2 #1 Okafor #4 #5", listed(model));
		model.sortBy(PickerColumn.DESCRIPTION);
		assertTrue(model.isDescending());
		assertEquals("Meyer #1 #2 #3 Okafor #5 #4", listed(model));
		model.sortBy(PickerColumn.DESCRIPTION);
		assertTrue(model.sorted().isEmpty());
		assertEquals("Meyer #1 #2 #3 Okafor #4 #5", listed(model));
		model.sortBy(PickerColumn.SIZE);
		assertEquals("Meyer #2 #3 #1 Okafor #5 #4", listed(model));
		model.sortBy(PickerColumn.SERIES); // another column begins upwards
		assertEquals("Meyer #1 #2 #3 Okafor #4 #5", listed(model));
		model.sortBy(PickerColumn.SERIES);
		assertEquals("Meyer #3 #2 #1 Okafor #5 #4", listed(model));
	}

	@Test
	void volumesWithoutANoteComeLastEitherWay() {
		final PickerModel model = twoPatients();
		model.sortBy(PickerColumn.NOTE);
		assertEquals("Meyer #2 #1 #3 Okafor #5 #4", listed(model));
		model.sortBy(PickerColumn.NOTE);
		assertEquals("Meyer #2 #1 #3 Okafor #5 #4", listed(model));
	}

	@Test
	void searchKeepsTheOrder() {
		final PickerModel model = twoPatients();
		model.sortBy(PickerColumn.MEMORY);
		model.search("ct");
		assertEquals("Meyer #3 #1 Okafor #5", listed(model));
	}

	/** Whatever is listed, numbers are those of the series table. */
	@Test
	void selectorsNameNumbersInTheirOrder() {
		final PickerModel model = twoPatients();
		model.sortBy(PickerColumn.SERIES);
		model.sortBy(PickerColumn.SERIES);
		model.search("ct");
		assertEquals("#1,#3,#5", model.selector(model.shown()));
		model.search("");
		assertEquals("all", model.selector(model.shown()));
		assertEquals("#4", model.selector(List.of(model.row(4))));
	}
}
