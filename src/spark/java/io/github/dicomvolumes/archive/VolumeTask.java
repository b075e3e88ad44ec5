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
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

import org.apache.spark.TaskContext;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.Row;

import scala.Tuple2;

import io.github.dicomvolumes.data.Reasons;
import io.github.dicomvolumes.io.header.DicomFile;
import io.github.dicomvolumes.io.source.Limits;
import io.github.dicomvolumes.work.Parallel;
import io.github.dicomvolumes.work.Progress;
import io.github.dicomvolumes.io.scan.Scan;
import io.github.dicomvolumes.io.scan.Skipped;
import io.github.dicomvolumes.io.source.StoredSource;
import io.github.dicomvolumes.series.catalog.SeriesCatalog;
import io.github.dicomvolumes.series.catalog.Stack;
import io.github.dicomvolumes.volume.VolumeLoader;

/**
 * Groups the files of some series that belong together; no file makes it fail.
 *
 * @param place of all files
 * @param reader of their headers
 * @param isListed see {@link StoredSource#order}
 */
record VolumeTask(ArchivePlace place, String reader, boolean isListed)
	implements FlatMapFunction<Tuple2<Long, Iterable<Chunk>>, Row>
{

	/** A file, and what it is sorted by. */
	private record Sorted(byte[] order, DicomFile file) implements Comparable<Sorted> {

		@Override
		public int compareTo(final Sorted other) {
			return Arrays.compareUnsigned(order, other.order);
		}
	}

	@Override
	public Iterator<Row> call(final Tuple2<Long, Iterable<Chunk>> series) throws IOException {
		final List<Row> rows = new ArrayList<>();
		Parallel.within(processors(), once -> group(scan(series._2), rows));
		return rows.iterator();
	}

	/** Those of the machine that Spark gives to this task. */
	static int processors() {
		return TaskContext.get() == null ? 1 : TaskContext.get().cpus();
	}

	private static void group(final Scan scan, final List<Row> rows) {
		final Map<String, Long> keys = new HashMap<>();
		for (final DicomFile file : scan.files())
			keys.put(file.source().name(), SeriesKey.of(file));
		try {
			final SeriesCatalog catalog = catalog(scan);
			for (final Stack stack : catalog.stacks())
				rows.add(VolumeRow.of(stack));
			for (final Skipped file : catalog.skipped())
				rows.add(VolumeRow.of(file, keys.getOrDefault(file.file(), SeriesKey.of(file))));
		}
		catch (final IOException | RuntimeException | OutOfMemoryError | StackOverflowError exc) {
			rows.clear();
			final Skipped.Reason reason = exc instanceof OutOfMemoryError ? Skipped.Reason.NO_MEMORY
				: Skipped.Reason.DAMAGED;
			final String why = "its series could not be grouped: " + Reasons.of(exc);
			for (final DicomFile file : scan.files())
				rows.add(VolumeRow.of(new Skipped(file.source().name(), reason, why), keys.get(file.source().name())));
			for (final Skipped file : scan.skipped())
				rows.add(VolumeRow.of(file, keys.getOrDefault(file.file(), SeriesKey.of(file))));
		}
	}

	/** The headers of all chunks, as if they had been read at once. */
	Scan scan(final Iterable<Chunk> chunks) throws IOException {
		final List<Sorted> files = new ArrayList<>();
		final List<Skipped> skipped = new ArrayList<>();
		for (final Chunk chunk : chunks) {
			final Chunk.Headers headers = chunk.open(Readers.named(reader), place.sources());
			for (final DicomFile file : headers.files())
				files.add(new Sorted(StoredSource.order(file.source(), isListed), file));
			skipped.addAll(headers.skipped());
		}
		files.sort(null);
		return new Scan(place.open(), files.stream().map(Sorted::file).toList(), skipped, Limits.DEFAULT);
	}

	/** The volumes that are in a scan. */
	static SeriesCatalog catalog(final Scan scan) throws IOException {
		return SeriesCatalog.of(scan, Progress.NONE, VolumeLoader.DECODING);
	}
}
