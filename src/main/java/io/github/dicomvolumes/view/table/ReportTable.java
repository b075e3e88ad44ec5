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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

import io.github.dicomvolumes.data.Disclosure;
import io.github.dicomvolumes.data.Listing;
import io.github.dicomvolumes.series.Finding;
import io.github.dicomvolumes.series.catalog.Stack;
import io.github.dicomvolumes.series.StackShape;
import io.github.dicomvolumes.volume.DicomVolume;

/** What was found and assumed when a volume was imported, and later: a row for each finding, warnings first. */
public final class ReportTable {

	private static final String AFTER_FRAME = ": ";

	/** Numbers of slices by the names of their frames. */
	private final Map<String, Integer> slices = new HashMap<>();

	private ReportTable(final Stack stack) {
		final StackShape shape = stack.shape();
		for (int n = 1; n <= shape.planes(); n++) {
			final StackShape.Place place = shape.ofStackIndex(n);
			final int number = n;
			stack.frame(place.slice(), place.channel(), place.time())
				.ifPresent(frame -> slices.put(frame.toString(), number));
		}
	}

	/**
	 * The table {@code DICOM Report}; with no rows where nothing was found.
	 *
	 * @param later what was found after the import
	 * @param disclosure if it hides, files are counted and slices numbered, and nothing more is said of them
	 */
	public static DataTable of(final DicomVolume volume, final List<Finding> later, final Disclosure disclosure) {
		final DataTable table = new DataTable("DICOM Report", "Kind", "Code", "Text", "Files", "Slices", "Details");
		final List<Finding> all = Stream.concat(volume.report().findings().stream(), later.stream()).toList();
		final ReportTable report = new ReportTable(volume.stack());
		for (final boolean isWarning : new boolean[] { true, false })
			for (final Finding finding : all)
				if (finding.code().isWarning() == isWarning) table.add(isWarning ? "warning" : "note", finding.code(),
					finding.text(), finding.files().isEmpty() ? null : finding.files().size(),
					report.slices(finding.files()), disclosure.name(Listing.of(finding.files(), "; ", Listing.WORDS)));
		return table;
	}

	/** The numbers of the slices that lines are about, as ImageJ counts, runs of them as "7-9". */
	private String slices(final List<String> lines) {
		final SortedSet<Integer> numbers = new TreeSet<>();
		for (final String line : lines)
			for (int end = line.indexOf(AFTER_FRAME); end >= 0; end = line.indexOf(AFTER_FRAME, end + 1))
				if (slices.containsKey(line.substring(0, end))) numbers.add(slices.get(line.substring(0, end)));
		final List<int[]> runs = new ArrayList<>();
		for (final int number : numbers)
			if (!runs.isEmpty() && runs.get(runs.size() - 1)[1] == number - 1) runs.get(runs.size() - 1)[1] = number;
			else runs.add(new int[] { number, number });
		return Listing.of(runs.stream().map(run -> run[0] == run[1] ? "" + run[0] : run[0] + "-" + run[1]).toList());
	}
}
