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
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import org.apache.spark.Partitioner;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

import scala.Tuple2;

import io.github.dicomvolumes.data.Listing;

/**
 * Converts the volumes of an index that a condition names, a task each. A row of outcome is kept for each; volumes that
 * were converted, by this or an earlier run that ended or was killed, are not converted again, those that failed are.
 */
public final class Conversion {

	/** As many volumes are converted before their outcomes are kept. */
	private static final int BATCH = 1000;

	/**
	 * What a run did.
	 *
	 * @param named how many volumes the condition names
	 * @param done how many of them are converted now
	 * @param tried how many this run tried to convert
	 */
	public record Outcome(long named, long done, long tried) {

		/** How many of the named are not converted, because that failed. */
		public long failed() {
			return named - done;
		}

		/** In words: "600 volumes: 598 converted, 2 failed; 20 tried now". */
		@Override
		public String toString() {
			return Listing.count(named, "volume") + ": " + done + " converted, " + failed() + " failed; " + tried +
				" tried now";
		}
	}

	/** Each volume in a partition of its own. */
	private static final class OneEach extends Partitioner {

		private static final long serialVersionUID = 1;

		private final Map<String, Integer> numbers;

		OneEach(final List<String> volumes) {
			numbers = new HashMap<>();
			volumes.forEach(volume -> numbers.put(volume, numbers.size()));
		}

		@Override
		public int numPartitions() {
			return numbers.size();
		}

		@Override
		public int getPartition(final Object volume) {
			return numbers.get(volume);
		}
	}

	private final SparkSession spark;
	private final Manifest index;
	private final HeaderStore headers;
	private final OutcomeStore outcomes;
	private final Format format;
	private final Storage out;
	private final Consumer<String> log;

	private Conversion(final SparkSession spark, final String folder, final Format format, final Storage out,
		final Consumer<String> log) throws IOException
	{
		this.spark = spark;
		this.format = format;
		this.out = out;
		this.log = log;
		final Storage storage = new Storage(folder, spark.sparkContext().hadoopConfiguration());
		Views.register(spark, folder);
		index = Manifest.last(storage)
			.orElseThrow(() -> new IllegalArgumentException("There is no index in " + folder + "."));
		headers = new HeaderStore(spark, storage);
		outcomes = new OutcomeStore(spark, out);
	}

	/**
	 * Converts volumes.
	 *
	 * @param folder of the index
	 * @param where a condition on the columns of its volumes, in SQL
	 * @param to nifti, dicom or statistics
	 * @param out a folder of any of Hadoop's file systems. One run at a time may write it
	 * @param isForced takes the lock away from another run that writes there
	 * @param log takes a line before each step that may be long
	 * @throws IllegalStateException if another run writes there
	 */
	public static Outcome of(final SparkSession spark, final String folder, final String where, final String to,
		final String out, final boolean isForced, final Consumer<String> log) throws IOException
	{
		final Storage storage = new Storage(out, spark.sparkContext().hadoopConfiguration());
		final Conversion conversion = new Conversion(spark, folder, Format.named(to), storage, log);
		try (RunLock lock = RunLock.take(storage, isForced)) {
			return conversion.run(where, lock);
		}
	}

	/** The same without force and in silence. */
	public static Outcome of(final SparkSession spark, final String folder, final String where, final String to,
		final String out) throws IOException
	{
		return of(spark, folder, where, to, out, false, line -> {});
	}

	private Outcome run(final String where, final RunLock lock) throws IOException {
		final Map<String, Long> series = new HashMap<>();
		for (final Row row : spark.table(Views.VOLUMES)
			.where(where)
			.select(VolumeRow.ID, VolumeRow.SERIES_KEY)
			.collectAsList())
			series.put(row.getString(0), row.getLong(1));
		final long named = series.size();
		done().forEach(series::remove);
		final List<String> volumes = series.keySet().stream().sorted().toList();
		log.accept(Listing.count(named, "volume") + ", " + (named - volumes.size()) + " of them converted before");
		if (!volumes.isEmpty()) convert(volumes, series, lock);
		final List<String> done = new ArrayList<>(volumes);
		done.retainAll(done());
		return new Outcome(named, named - volumes.size() + done.size(), volumes.size());
	}

	/** The volumes that were converted already. */
	private List<String> done() throws IOException {
		return outcomes.read()
			.where("State = '" + OutcomeStore.DONE + "' and Format = '" + format + "'")
			.select("Volume")
			.distinct()
			.collectAsList()
			.stream()
			.map(row -> row.getString(0))
			.toList();
	}

	private void convert(final List<String> volumes, final Map<String, Long> series, final RunLock lock)
		throws IOException
	{
		final Links links = Links.of(headers.read(index.headers()));
		for (int from = 0; from < volumes.size(); from += BATCH) {
			final int to = Math.min(volumes.size(), from + BATCH);
			final List<String> batch = volumes.subList(from, to);
			log.accept("Converting " + (from + 1) + " to " + to + " of " + volumes.size());
			final Map<Long, List<String>> wanted = new HashMap<>();
			for (final String volume : batch)
				wanted.computeIfAbsent(links.rootOf(series.get(volume)), root -> new ArrayList<>()).add(volume);
			lock.check();
			outcomes.write(chunks(links, wanted).partitionBy(new OneEach(batch)).map(task()));
		}
	}

	/** The headers of all files that a volume may be made of, for each volume. */
	private JavaPairRDD<String, List<Chunk>> chunks(final Links links, final Map<Long, List<String>> wanted) {
		final Broadcast<Map<Long, List<String>>> volumes = context().broadcast(wanted);
		final Broadcast<Links> linked = context().broadcast(links);
		return headers.read(index.headers())
			.toJavaRDD()
			.filter(row -> volumes.value().containsKey(linked.value().rootOf(row.getLong(0))))
			.map(Chunk::of)
			.mapToPair(chunk -> new Tuple2<>(linked.value().rootOf(chunk.series()), chunk))
			.groupByKey()
			.flatMapToPair(series -> {
				final List<Chunk> all = new ArrayList<>();
				series._2.forEach(all::add);
				return volumes.value().get(series._1).stream().map(volume -> new Tuple2<>(volume, all)).iterator();
			});
	}

	private ConvertTask task() throws IOException {
		final long cacheBytes = Runtime.getRuntime().maxMemory() / 8 / Math.max(1, context().defaultParallelism());
		final ArchivePlace place = ArchivePlace.of(context(), index.place());
		return new ConvertTask(new VolumeTask(place, index.reader(), place.isListed()), format, out.toString(),
			cacheBytes);
	}

	private JavaSparkContext context() {
		return JavaSparkContext.fromSparkContext(spark.sparkContext());
	}
}
