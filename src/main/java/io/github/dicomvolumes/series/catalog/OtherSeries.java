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

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import io.github.dicomvolumes.data.Attributes;
import io.github.dicomvolumes.data.Listing;
import io.github.dicomvolumes.data.Tag;
import io.github.dicomvolumes.data.Uids;
import io.github.dicomvolumes.io.scan.Skipped;

/**
 * A series of DICOM objects that are no images, such as reports, structure sets or waveforms: there is nothing in it to
 * load as a volume. A series may hold images besides.
 *
 * @param attributes what names the series, and its Transfer Syntax UID
 * @param files at least one
 */
public record OtherSeries(Attributes attributes, List<Skipped> files) {

	/** What stands in place of the number of a volume. */
	public static final String NUMBER = "-";

	public OtherSeries {
		files = List.copyOf(files);
	}

	/**
	 * The series of the files that belong to one, in the order of the volumes: by patient, study date, study and
	 * number.
	 */
	static List<OtherSeries> of(final List<Skipped> skipped) {
		final Map<Object, List<Skipped>> series = new LinkedHashMap<>();
		for (final Skipped file : skipped)
			if (file.series().size() > 0)
				series.computeIfAbsent(key(file.series()), key -> new ArrayList<>()).add(file);
		final List<OtherSeries> others = new ArrayList<>();
		for (final List<Skipped> files : series.values())
			others.add(new OtherSeries(files.get(0).series(), files));
		if (others.size() > 1) others.sort(Comparator.comparing(OtherSeries::attributes, SeriesOrder::compare));
		return List.copyOf(others);
	}

	/** What is in it: "Encapsulated PDF Storage, no pixel data, 2 files". */
	public String content() {
		final Map<String, Long> kinds = files.stream()
			.collect(Collectors.groupingBy(Skipped::named, LinkedHashMap::new, Collectors.counting()));
		return kinds.entrySet()
			.stream()
			.map(e -> e.getKey() + ", " + Listing.count(e.getValue(), "file"))
			.collect(Collectors.joining("; "));
	}

	/** The name of the Transfer Syntax. */
	public String transferSyntax() {
		return Uids.name(text(Tag.TRANSFER_SYNTAX_UID));
	}

	private String text(final int tag) {
		return attributes.orElse(tag, "");
	}

	private static List<String> key(final Attributes series) {
		return List.of(series.orElse(Tag.STUDY_INSTANCE_UID, ""), series.orElse(Tag.SERIES_INSTANCE_UID, ""),
			series.orElse(Tag.SERIES_NUMBER, ""), series.orElse(Tag.MODALITY, ""),
			series.orElse(Tag.TRANSFER_SYNTAX_UID, ""));
	}
}
