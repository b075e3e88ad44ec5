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

package io.github.dicomvolumes.io.web;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.github.dicomvolumes.data.Attributes;
import io.github.dicomvolumes.data.Tag;
import io.github.dicomvolumes.io.source.Limits;
import io.github.dicomvolumes.work.Parallel;
import io.github.dicomvolumes.work.Progress;

/**
 * Finds series on a server (QIDO-RS, PS3.18 10.6): first the studies that match, then the series of each, which is what
 * all servers can do. A server may ignore a key that it does not know; what its answer shows not to match is left out.
 */
final class Search {

	/** Number of Study Related Series, and of Series Related Instances. */
	private static final int SERIES = 0x00201206, INSTANCES = 0x00201209;
	/** Wanted besides what servers give anyhow. */
	private static final int[] OF_STUDY = { Tag.STUDY_DESCRIPTION, Tag.STUDY_DATE, Tag.PATIENT_NAME, Tag.PATIENT_ID,
		SERIES }, OF_SERIES = { Tag.SERIES_DESCRIPTION, Tag.SERIES_NUMBER, Tag.MODALITY, INSTANCES };

	private final WebClient client;
	private final Paging paging;
	private final Progress progress;
	/** The UIDs of the studies that were found. */
	private final Set<String> seen = new HashSet<>();

	Search(final WebClient client, final Limits limits, final Progress progress) {
		this(client, limits, progress, Paging.MOST);
	}

	/** @param most how many studies it may find */
	Search(final WebClient client, final Limits limits, final Progress progress, final int most) {
		this.client = client;
		this.progress = progress;
		paging = new Paging(client, limits, most);
	}

	/**
	 * The series that match, in the order of the server. Some servers, such as Orthanc 1.10, do not decode what an
	 * address has to code, and so find nothing by "Doe^Jane", blanks and letters that are not ASCII: they are asked
	 * once more, with wildcards in these places. A list of modalities is asked for one by one, as no server has lists.
	 */
	List<FoundSeries> series(final SeriesQuery query) throws IOException {
		final Map<List<String>, FoundSeries> all = new LinkedHashMap<>();
		for (final SeriesQuery one : query.each())
			for (final FoundSeries series : ofOne(one))
				all.putIfAbsent(List.of(series.study(), series.series()), series);
		return List.copyOf(all.values());
	}

	private List<FoundSeries> ofOne(final SeriesQuery query) throws IOException {
		final List<FoundSeries> found = series(query, new Matching(query, false));
		final SeriesQuery wider = query.widened();
		if (!found.isEmpty() || wider.equals(query) || !wider.isNarrow()) return found;
		return series(wider, new Matching(query, true));
	}

	/** @param matching what an answer has to be like */
	private List<FoundSeries> series(final SeriesQuery query, final Matching matching) throws IOException {
		final Map<Integer, String> ofStudy = query.at(false), ofSeries = query.at(true);
		if (ofStudy.isEmpty() && ofSeries.containsKey(Tag.SERIES_INSTANCE_UID)) return byUid(ofSeries, matching);
		final URI resource = client.address().resource("studies");
		final List<Attributes> studies = new ArrayList<>();
		Parallel.forEach(1, "Searching studies", progress.silent(),
			i -> studies.addAll(paging.all(resource, parameters(ofStudy, OF_STUDY), Tag.STUDY_INSTANCE_UID, 0)));
		final List<Attributes> those = studies.stream().filter(study -> matching.isStudy(study)).toList();
		those.forEach(study -> seen.add(study.orElse(Tag.STUDY_INSTANCE_UID, "")));
		paging.check(resource, seen.size());
		final List<List<FoundSeries>> found = new ArrayList<>();
		for (int i = 0; i < those.size(); i++)
			found.add(List.of());
		Parallel.forEach(those.size(), WebClient.CONNECTIONS, "Searching series", progress,
			i -> found.set(i, ofStudy(those.get(i), ofSeries, matching)));
		return found.stream().flatMap(List::stream).toList();
	}

	private List<FoundSeries> ofStudy(final Attributes study, final Map<Integer, String> values,
		final Matching matching) throws IOException
	{
		final String uid = Paging.uid(study, Tag.STUDY_INSTANCE_UID);
		final URI resource = client.address().resource("studies", uid, "series");
		final List<FoundSeries> found = new ArrayList<>();
		for (final Attributes one : paging.all(resource, parameters(values, OF_SERIES), Tag.SERIES_INSTANCE_UID,
			study.orElse(SERIES, 0)))
			if (matching.isSeries(one)) found
				.add(new FoundSeries(uid, Paging.uid(one, Tag.SERIES_INSTANCE_UID), FoundAttributes.of(one, study)));
		return found;
	}

	/** Who knows the UID of a series need not know its study. */
	private List<FoundSeries> byUid(final Map<Integer, String> values, final Matching matching) throws IOException {
		final List<FoundSeries> found = new ArrayList<>();
		Parallel.forEach(1, "Searching series", progress.silent(), i -> {
			for (final Attributes one : paging.all(client.address().resource("series"), parameters(values, OF_SERIES),
				Tag.SERIES_INSTANCE_UID, 0))
				if (matching.isSeries(one)) found.add(new FoundSeries(Paging.uid(one, Tag.STUDY_INSTANCE_UID),
					Paging.uid(one, Tag.SERIES_INSTANCE_UID), one));
		});
		return found;
	}

	private static List<String> parameters(final Map<Integer, String> values, final int[] wanted) {
		final List<String> parameters = new ArrayList<>();
		values.forEach((tag, value) -> parameters.add(hex(tag) + "=" + ServerAddress.encode(value)));
		for (final int tag : wanted)
			parameters.add("includefield=" + hex(tag));
		return parameters;
	}

	private static String hex(final int tag) {
		return String.format("%08X", tag);
	}
}
