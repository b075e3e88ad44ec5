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

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import io.github.dicomvolumes.data.Listing;
import io.github.dicomvolumes.io.scan.Skipped;
import io.github.dicomvolumes.series.catalog.SeriesCatalog;

/** Says in plain words how many files there were, and what those are that are in no volume. */
final class LeftOut {

	private LeftOut() {}

	/** "118 files, 4 volumes. Left out: DICOMDIR (1), not DICOM (2)." */
	static String summary(final SeriesCatalog catalog) {
		final String all = Listing.count(catalog.scan().examined(), "file") + ", " +
			Listing.count(catalog.stacks().size(), "volume") + ".";
		return catalog.skipped().isEmpty() ? all : all + " Left out: " + kinds(catalog.skipped()) + ".";
	}

	private static String kinds(final List<Skipped> skipped) {
		final Map<String, Long> kinds = skipped.stream()
			.collect(Collectors.groupingBy(LeftOut::kind, TreeMap::new, Collectors.counting()));
		return kinds.entrySet()
			.stream()
			.map(e -> e.getKey() + " (" + e.getValue() + ")")
			.collect(Collectors.joining(", "));
	}

	/** What people call such a file: "structured report", "Encapsulated PDF", "CT Image without pixels". */
	private static String kind(final Skipped skipped) {
		if (skipped.reason() != Skipped.Reason.NOT_AN_IMAGE) return skipped.reason().toString();
		if (!skipped.plainName().isEmpty()) return skipped.plainName();
		return skipped.text()
			.replaceFirst("Image Storage, no pixel data$", "Image without pixels")
			.replaceFirst("( Storage)?, no pixel data$", "");
	}
}
