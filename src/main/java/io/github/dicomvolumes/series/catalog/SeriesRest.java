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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.github.dicomvolumes.data.Attributes;
import io.github.dicomvolumes.data.Tag;
import io.github.dicomvolumes.io.header.DicomFile;
import io.github.dicomvolumes.series.group.Grouping;
import io.github.dicomvolumes.series.object.TypicalHeader;

/**
 * What else is in a series besides files whose SOP Instance UID is in question: what those have to fit.
 *
 * @param header of the files that are in no question, or of all if there are too few
 * @param places of the files that are in no question
 * @param isOneAtAPlace whether most places have but one file, those in question included
 * @param uids number of SOP Instance UIDs in the series
 */
record SeriesRest(TypicalHeader header, SlicePlaces places, boolean isOneAtAPlace, long uids) {

	/** Fewer files have nothing typical. */
	private static final int FEW = 2;

	/**
	 * The rest of each series.
	 *
	 * @param certain the files in no question
	 * @param inQuestion files that share a UID with another
	 * @param series which series to look at
	 */
	static Map<Object, SeriesRest> of(final List<DicomFile> certain, final List<DicomFile> inQuestion,
		final Set<Object> series)
	{
		final Map<Object, List<Attributes>> certainBySeries = new HashMap<>(), all = new HashMap<>();
		series.forEach(key -> all.put(key, new ArrayList<>()));
		for (final DicomFile file : inQuestion)
			all.get(Grouping.series(file.attributes())).add(file.attributes());
		for (final DicomFile file : certain) {
			final Object key = Grouping.series(file.attributes());
			if (!series.contains(key)) continue;
			certainBySeries.computeIfAbsent(key, k -> new ArrayList<>()).add(file.attributes());
			all.get(key).add(file.attributes());
		}
		final Map<Object, SeriesRest> rests = new HashMap<>();
		all.forEach((key, files) -> rests.put(key, of(certainBySeries.getOrDefault(key, List.of()), files)));
		return rests;
	}

	private static SeriesRest of(final List<Attributes> certain, final List<Attributes> all) {
		return new SeriesRest(TypicalHeader.of(certain.size() < FEW ? all : certain), SlicePlaces.of(certain),
			SlicePlaces.of(all).areMostSingle(),
			all.stream().map(header -> header.orElse(Tag.SOP_INSTANCE_UID, "")).distinct().count());
	}
}
