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

package io.github.dicomvolumes.archive;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.Row;
import org.apache.spark.util.LongAccumulator;

import io.github.dicomvolumes.io.header.DicomFile;
import io.github.dicomvolumes.io.scan.PlaceScan;
import io.github.dicomvolumes.work.Progress;
import io.github.dicomvolumes.io.scan.Scan;
import io.github.dicomvolumes.io.scan.Skipped;
import io.github.dicomvolumes.io.source.Source;
import io.github.dicomvolumes.series.index.Id;

/**
 * Reads the headers of one part of the files; no file makes it fail.
 *
 * @param unreadable counts the files that the system did not let be read, or for which there was no memory: another
 *        time they may be read
 */
record HeaderTask(ArchivePlace place, String reader, LongAccumulator unreadable)
	implements FlatMapFunction<byte[], Row>
{

	/** What is known of a series so far. */
	private record Part(List<DicomFile> files, List<Id> ids, List<Skipped> skipped) {

		Part() {
			this(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
		}
	}

	@Override
	public Iterator<Row> call(final byte[] part) throws IOException {
		final List<Source> sources = Partitions.read(part, place.headers());
		final Scan scan = new PlaceScan(Readers.named(reader), Progress.NONE).scanHere(place.open(), sources);
		final Map<String, Id> ids = new HashMap<>();
		if (!scan.skipped().isEmpty()) for (final Source source : sources)
			ids.put(source.name(), Id.of(source));
		final Map<Long, Part> series = new LinkedHashMap<>(), others = new LinkedHashMap<>();
		for (final DicomFile file : scan.files()) {
			final Part its = series.computeIfAbsent(SeriesKey.of(file), key -> new Part());
			its.files.add(file);
			its.ids.add(Id.of(file.source()));
		}
		for (final Skipped file : scan.skipped()) {
			final Part its = others.computeIfAbsent(SeriesKey.of(file), key -> new Part());
			its.skipped.add(file);
			its.ids.add(isUnreadable(file) ? Id.unread(ids.get(file.file())) : ids.get(file.file()));
		}
		unreadable.add(scan.skipped().stream().filter(HeaderTask::isUnreadable).count());
		final List<Row> rows = new ArrayList<>();
		series.forEach((key, its) -> rows.add(Chunk.of(key, its.files, its.ids, List.of()).toRow()));
		others.forEach((key, its) -> rows.add(Chunk.of(key, List.of(), its.ids, its.skipped).toRow()));
		return rows.iterator();
	}

	private static boolean isUnreadable(final Skipped file) {
		return file.reason() == Skipped.Reason.UNREADABLE || file.reason() == Skipped.Reason.NO_MEMORY;
	}
}
