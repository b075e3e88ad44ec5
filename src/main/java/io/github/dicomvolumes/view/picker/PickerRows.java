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

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.github.dicomvolumes.data.Attributes;
import io.github.dicomvolumes.data.ByteSize;
import io.github.dicomvolumes.data.Disclosure;
import io.github.dicomvolumes.data.ShownText;
import io.github.dicomvolumes.data.Tag;
import io.github.dicomvolumes.series.Finding;
import io.github.dicomvolumes.series.catalog.SeriesCatalog;
import io.github.dicomvolumes.series.catalog.Stack;
import io.github.dicomvolumes.view.table.DataTable;
import io.github.dicomvolumes.view.table.SeriesTable;
import io.github.dicomvolumes.volume.MemoryEstimate;
import io.github.dicomvolumes.volume.Report;
import io.github.dicomvolumes.volume.ValueChoice;

/** Makes the picker's rows of a catalog: the texts of the series table, for people. */
final class PickerRows {

	private final SeriesCatalog catalog;
	private final DataTable table;
	private final StudyHeadings headings;
	private final ValueChoice values;
	/** The numbers of the volumes that are of one series. */
	private final Map<List<String>, List<Integer>> parts = new LinkedHashMap<>();

	private PickerRows(final SeriesCatalog catalog, final Disclosure disclosure, final ValueChoice values) {
		this.catalog = catalog;
		this.values = values;
		table = SeriesTable.of(catalog, disclosure);
		headings = new StudyHeadings(catalog.stacks().stream().map(Stack::attributes).toList(), disclosure);
		for (int i = 0; i < catalog.stacks().size(); i++)
			parts.computeIfAbsent(series(i), key -> new ArrayList<>()).add(i + 1);
	}

	/** The rows of a catalog's volumes, in their order. */
	static List<PickerRow> of(final SeriesCatalog catalog, final Disclosure disclosure, final ValueChoice values) {
		final PickerRows rows = new PickerRows(catalog, disclosure, values);
		return IntStream.range(0, catalog.stacks().size()).mapToObj(rows::row).toList();
	}

	private PickerRow row(final int i) {
		final Stack stack = catalog.stacks().get(i);
		final long bytes = MemoryEstimate.bytes(stack, values);
		final List<String> texts = List.of(table.get("Series", i), table.get("Modality", i),
			table.get("SeriesNumber", i), table.get("Description", i), VolumeTexts.size(table, i),
			VolumeTexts.spacing(table, i), table.get("Plane", i), ByteSize.megabytes(bytes), note(stack, i));
		final long voxels = stack.geometry().columns() * stack.geometry().rows() * stack.shape().planes();
		return new PickerRow(i + 1, headings.of(i), texts.stream().map(ShownText::line).toList(), voxels,
			stack.geometry().spacing()[2], bytes, details(stack, i));
	}

	// -- What there is to say --

	/**
	 * All in one line, the part of a series first: "part 2 of 3, divided by orientation; slices 4, 5 of 17 are
	 * missing".
	 */
	private String note(final Stack stack, final int i) {
		final List<Integer> all = parts.get(series(i));
		if (all.size() == 1) return Report.note(stack.findings());
		return Stream
			.of("part " + (all.indexOf(i + 1) + 1) + " of " + all.size() + after(", ", division(stack)),
				Report.note(withoutDivision(stack)))
			.filter(text -> !text.isEmpty())
			.collect(Collectors.joining("; "));
	}

	/** Sentences, the reason of a division first. */
	private String details(final Stack stack, final int i) {
		final List<String> lines = new ArrayList<>();
		final List<Integer> all = parts.get(series(i));
		if (all.size() > 1) lines.add(
			"One series became " + all.size() + " volumes (" + numbers(all) + ")" + after(": ", division(stack)) + ".");
		(all.size() > 1 ? withoutDivision(stack) : stack.findings()).stream()
			.filter(finding -> finding.code() != Finding.Code.NOT_YET) // stands in the place of the picture
			.sorted(Comparator.comparing(finding -> !finding.code().isWarning()))
			.map(finding -> (finding.code().isWarning() ? "Warning: " : "Note: ") + finding.text())
			.forEach(lines::add);
		return lines.stream().map(ShownText::line).collect(Collectors.joining("\n"));
	}

	/** By what the series was divided: "divided by orientation"; empty if it was not. */
	private static String division(final Stack stack) {
		return stack.findings()
			.stream()
			.filter(PickerRows::isDivision)
			.map(Finding::text)
			.collect(Collectors.joining("; "));
	}

	private static List<Finding> withoutDivision(final Stack stack) {
		return stack.findings().stream().filter(finding -> !isDivision(finding)).toList();
	}

	private static boolean isDivision(final Finding finding) {
		return finding.code() == Finding.Code.SPLIT;
	}

	private static String after(final String before, final String text) {
		return text.isEmpty() ? "" : before + text;
	}

	/** The volumes of a series, few of them one by one: "#3, #4, #5", "#3 to #12". */
	private static String numbers(final List<Integer> all) {
		final int first = all.get(0), last = all.get(all.size() - 1);
		final boolean isRun = last - first + 1 == all.size();
		if (isRun && all.size() > 3) return "#" + first + " to #" + last;
		return all.stream().map(n -> "#" + n).collect(Collectors.joining(", "));
	}

	/** What tells series apart, whatever people may see of it; a volume without a series is one by itself. */
	private List<String> series(final int i) {
		final Attributes attributes = catalog.stacks().get(i).attributes();
		final String uid = attributes.orElse(Tag.SERIES_INSTANCE_UID, "");
		return uid.isEmpty() ? List.of("#" + i) : List.of(attributes.orElse(Tag.STUDY_INSTANCE_UID, ""), uid);
	}
}
