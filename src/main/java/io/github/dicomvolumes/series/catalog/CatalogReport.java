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

package io.github.dicomvolumes.series.catalog;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import io.github.dicomvolumes.data.Listing;
import io.github.dicomvolumes.io.scan.Scan;
import io.github.dicomvolumes.io.scan.Skipped;

/**
 * Says in words how many files of a catalog were examined, and why some are in no volume.
 *
 * @param volumes how many there are
 * @param skipped files that are in none
 */
record CatalogReport(Scan scan, int volumes, List<Skipped> skipped) {

	private static final int LISTED = 12;

	/** One line about all files. */
	String summary() {
		final Map<String, Long> reasons = skipped.stream()
			.collect(Collectors.groupingBy(CatalogReport::reason, TreeMap::new, Collectors.counting()));
		final String line = Listing.count(scan.examined(), "file") + " examined, " + Listing.count(volumes, "volume");
		return reasons.isEmpty() ? line
			: line + "; left out: " +
				reasons.entrySet().stream().map(e -> e.getValue() + " " + e.getKey()).collect(Collectors.joining(", "));
	}

	/** The summary, and a line for each file that should have been an image but could not be read. */
	String report() {
		return summary() + lines(skipped.stream().filter(s -> switch (s.reason()) {
			case DAMAGED, UNREADABLE, MISSING, NO_MEMORY -> true;
			case NOT_DICOM, NOT_AN_IMAGE, DUPLICATE -> false;
		}).toList());
	}

	/** What to say where no volume was found. */
	String nothing() {
		return "No DICOM images in " + scan.place().name() + " (" + summary() + ")" + lines(skipped);
	}

	private static String lines(final List<Skipped> files) {
		final int more = files.size() - LISTED;
		return files.stream()
			.limit(LISTED)
			.map(s -> "\n  " + s.file() + ": " + s.text())
			.collect(Collectors.joining()) + (more > 0 ? "\n  and " + more + " more" : "");
	}

	private static String reason(final Skipped skipped) {
		return skipped.reason() == Skipped.Reason.NOT_AN_IMAGE ? skipped.named() : skipped.reason().toString();
	}
}
