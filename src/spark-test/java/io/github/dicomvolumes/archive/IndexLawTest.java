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

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;

import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.util.LongAccumulator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import scala.Tuple2;

import io.github.dicomvolumes.io.header.HeaderReaders;
import io.github.dicomvolumes.io.scan.LocalPlace;
import io.github.dicomvolumes.io.scan.Skipped;
import io.github.dicomvolumes.io.source.Source;
import io.github.dicomvolumes.work.Progress;

/** The law: an index has exactly the volumes that the scan of one machine finds, however the work is divided. */
class IndexLawTest {

	@TempDir
	Path folder;

	@Test
	void anyPartitioningFindsWhatOneScanFinds() throws IOException {
		final Path place = Files.createDirectory(folder.resolve("archive"));
		TestArchive.writeAll(place);
		final var expected = Expected.rows(place);
		final SparkSession spark = LocalSpark.session();
		final Random random = new Random(19);
		for (int round = 0; round < 4; round++) {
			final var options = IndexOptions.DEFAULT.withFiles(1 + random.nextInt(100),
				1 + random.nextInt(1000) + 200 * round);
			final Path out = folder.resolve("index" + round);
			Index.of(spark, place.toString(), out.toString(), options);
			assertEquals(String.join("\n", expected), String.join("\n", Expected.indexed(spark, out)),
				options.toString());
		}
	}

	@Test
	void filesDealtAtRandomMakeTheSameVolumes() throws Exception {
		final Path place = Files.createDirectory(folder.resolve("archive"));
		TestArchive.writeAll(place);
		final String expected = String.join("\n", Expected.rows(place));
		final String reader = IndexOptions.DEFAULT.reader();
		final ArchivePlace shared = ArchivePlace
			.of(JavaSparkContext.fromSparkContext(LocalSpark.session().sparkContext()), place.toString());
		final List<Source> sources = new ArrayList<>(
			new LocalPlace(place).list(HeaderReaders.BUILT_IN, Progress.NONE).sources());
		for (int seed = 0; seed < 6; seed++) {
			final Random random = new Random(seed);
			Collections.shuffle(sources, random);
			final List<Row> chunks = new ArrayList<>();
			for (int from = 0; from < sources.size();) {
				final int to = Math.min(sources.size(), from + 1 + random.nextInt(200));
				new HeaderTask(shared, reader, new LongAccumulator()).call(Partitions.write(sources.subList(from, to)))
					.forEachRemaining(chunks::add);
				from = to;
			}
			Collections.shuffle(chunks, random);
			final Links links = Links.of(LocalSpark.session().createDataFrame(chunks, Chunk.SCHEMA));
			final Map<Long, List<Chunk>> linked = chunks.stream()
				.map(Chunk::of)
				.collect(Collectors.groupingBy(chunk -> links.rootOf(chunk.series())));
			final List<String> rows = new ArrayList<>();
			for (final var together : linked.entrySet())
				new VolumeTask(shared, reader, false).call(new Tuple2<>(together.getKey(), together.getValue()))
					.forEachRemaining(row -> rows.add(Expected.line(row)));
			for (final Skipped unlisted : new LocalPlace(place).list(HeaderReaders.BUILT_IN, Progress.NONE).skipped())
				rows.add(Expected.line(VolumeRow.of(unlisted, 0)));
			rows.sort(null);
			assertEquals(expected, String.join("\n", rows), "seed " + seed);
		}
	}
}
