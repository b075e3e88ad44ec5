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

import static org.apache.spark.sql.functions.input_file_name;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;

import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.api.java.function.FilterFunction;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.util.LongAccumulator;

import scala.Tuple2;

import io.github.dicomvolumes.data.Listing;
import io.github.dicomvolumes.work.Parallel;
import io.github.dicomvolumes.work.Progress;
import io.github.dicomvolumes.io.scan.Skipped;
import io.github.dicomvolumes.io.source.Source;
import io.github.dicomvolumes.io.scan.SourceList;
import io.github.dicomvolumes.series.index.Id;

/**
 * Makes the index of a place, or brings one up to date. Headers of files that were read in their present state, by this
 * or an earlier run, whether that ended or was killed, are not read again; only series in which something changed are
 * grouped again.
 *
 * <pre>
 * list -> read headers, batch by batch -> link series -> group -> table -> manifest
 * </pre>
 */
public final class Index {

	/** The volumes as comma-separated values, in the order of the series table; made again if it is not there. */
	static final String CSV = "volumes.csv";

	/** Grouping tasks are about so large. */
	private static final int FILES_PER_GROUPING = 20_000;

	/**
	 * What a run did.
	 *
	 * @param files that are at the place
	 * @param read how many of them were read
	 * @param gone how many were known that are not there any more, or not as they were
	 * @param series in how many series, or folders of files without images, something changed
	 */
	public record Outcome(long files, long read, long gone, long series) {

		/** In words: "2000 files: 12 read, 1 gone; 3 series grouped". */
		@Override
		public String toString() {
			return Listing.count(files, "file") + ": " + read + " read, " + gone + " gone; " + series +
				" series grouped";
		}
	}

	/** What is known of the files at the place: the batches that have them, and of what is gone the series. */
	private record Known(Set<Id> ids, Set<Id> gone, Set<Long> series, Set<String> outdated) {}

	private final SparkSession spark;
	/** Files that this run could not read or group, for a reason that may be gone the next time. */
	private final LongAccumulator unreadable;
	private final Storage storage;
	private final HeaderStore headers;
	private final VolumeStore volumes;
	private final RunLock lock;
	private final IndexOptions options;
	private final Consumer<String> log;

	private Index(final SparkSession spark, final Storage storage, final RunLock lock, final IndexOptions options,
		final Consumer<String> log)
	{
		this.spark = spark;
		unreadable = spark.sparkContext().longAccumulator("unreadable");
		this.storage = storage;
		this.lock = lock;
		this.options = options;
		this.log = log;
		headers = new HeaderStore(spark, storage);
		volumes = new VolumeStore(spark, storage);
	}

	/**
	 * Indexes a place.
	 *
	 * @param place a folder, a zip archive, a DICOMDIR or one file, which all executors see; a folder or file of one of
	 *        Hadoop's file systems as URI; or @ and the name of a text that lists such, see {@link ListedPlace}
	 * @param out where the index is or will be: a folder of any of Hadoop's file systems. One run at a time may write
	 *        it
	 * @param log takes a line before each step that may be long
	 * @throws IllegalStateException if another run writes the index
	 * @throws IllegalArgumentException if the index is that of another place, or was made with another reader
	 */
	public static Outcome of(final SparkSession spark, final String place, final String out, final IndexOptions options,
		final Consumer<String> log) throws IOException
	{
		final Storage storage = new Storage(out, spark.sparkContext().hadoopConfiguration());
		try (RunLock lock = RunLock.take(storage, options.isForced())) {
			final Index index = new Index(spark, storage, lock, options, log);
			return index.run(ArchivePlace.of(index.context(), place));
		}
	}

	/** The same in silence. */
	public static Outcome of(final SparkSession spark, final String place, final String out, final IndexOptions options)
		throws IOException
	{
		return of(spark, place, out, options, line -> {});
	}

	private Outcome run(final ArchivePlace place) throws IOException {
		final Optional<Manifest> last = Manifest.last(storage);
		if (last.isPresent()) check(last.get(), place);
		log.accept("Listing " + place);
		final SourceList found = place.open().list(Readers.named(options.reader()), Progress.NONE);
		final Map<Id, Object> present = present(found);
		final Set<String> kept = new LinkedHashSet<>(last.map(Manifest::headers).orElse(List.of()));
		kept.addAll(unfinished(last));
		headers.keepOnly(kept);
		final String state = present.size() + " " + Id.ofAll(present.keySet());
		final boolean isAsBefore = last.isPresent() && last.get().files().equals(state) &&
			kept.equals(Set.copyOf(last.get().headers()));
		if (isAsBefore && storage.exists(CSV)) return new Outcome(present.size(), 0, 0, 0);
		final Known known = known(kept, present.keySet());
		final List<Object> unknown = new ArrayList<>();
		present.forEach((id, file) -> { if (!known.ids.contains(id)) unknown.add(file); });
		log.accept(Listing.count(present.size(), "file") + " found, " + unknown.size() + " to read, " +
			known.gone.size() + " gone or changed");
		kept.addAll(read(place, unknown));
		final Set<String> added = new LinkedHashSet<>(kept);
		added.removeAll(last.map(Manifest::headers).orElse(List.of()));
		if (last.isPresent() && last.get().files().isEmpty()) known.series.addAll(refused(last.get()));
		final boolean isChanged = last.isEmpty() || !added.isEmpty() || !known.series.isEmpty();
		final long series = isChanged ? update(place, last, state, kept, added, known) : 0;
		if (!storage.exists(CSV)) writeCsv();
		return new Outcome(present.size(), unknown.size(), known.gone.size(), series);
	}

	/** All files by what stands for their present state. */
	private static Map<Id, Object> present(final SourceList found) throws IOException {
		final List<Source> sources = found.sources();
		final Id[] ids = new Id[sources.size()];
		Parallel.forEach(ids.length, "Comparing files", Progress.NONE, i -> ids[i] = Id.of(sources.get(i)));
		final Map<Id, Object> present = new LinkedHashMap<>(2 * ids.length);
		for (int i = 0; i < ids.length; i++)
			present.put(ids[i], sources.get(i));
		found.skipped().forEach(skipped -> present.put(Id.of(skipped), skipped));
		return present;
	}

	/** The series with files for which there was no memory: another machine, or another time, may have it. */
	private List<Long> refused(final Manifest last) {
		return volumes.read(last.table())
			.where("Reason = '" + Skipped.Reason.NO_MEMORY + "'")
			.select(VolumeRow.SERIES_KEY)
			.distinct()
			.as(Encoders.LONG())
			.collectAsList();
	}

	/** Batches that a killed run has read, and not those that the last run has replaced and could not remove. */
	private List<String> unfinished(final Optional<Manifest> last) throws IOException {
		final List<String> replaced = last.map(Manifest::replaced).orElse(List.of());
		return headers.batches()
			.stream()
			.filter(batch -> batch.startsWith(HeaderStore.NEW) && !replaced.contains(batch))
			.toList();
	}

	/**
	 * Writes the volumes, which their numbering has sorted, for programs without Spark, with all columns of the table,
	 * lists as JSON.
	 */
	private void writeCsv() throws IOException {
		log.accept("Writing " + CSV);
		Views.register(spark, storage.toString());
		storage.replace(CSV, out -> Query.csv(spark.sql("select * from volumes"),
			new PrintStream(new BufferedOutputStream(out, 1 << 16), false, StandardCharsets.UTF_8)));
	}

	private void check(final Manifest last, final ArchivePlace place) {
		if (!last.place().equals(place.toString())) throw new IllegalArgumentException(
			storage + " is the index of " + last.place() + ", not of " + place + "; give another folder");
		if (!last.reader().equals(options.reader())) throw new IllegalArgumentException(storage +
			" was made with the reader " + last.reader() + ", not " + options.reader() + "; give another folder");
	}

	// -- Headers --

	private Known known(final Collection<String> batches, final Set<Id> present) {
		final var known = new Known(new HashSet<>(), new HashSet<>(), new HashSet<>(), new HashSet<>());
		for (final Row chunk : headers.read(batches).select("series", "ids", HeaderStore.BATCH).collectAsList())
			for (final Id id : Chunk.idList(chunk.getAs(1))) {
				if (present.contains(id)) known.ids.add(id);
				else {
					known.gone.add(id);
					known.series.add(chunk.getLong(0));
					known.outdated.add(chunk.getString(2));
				}
			}
		return known;
	}

	/**
	 * Reads files.
	 *
	 * @return the batches that they were written to
	 */
	private List<String> read(final ArchivePlace place, final List<Object> files) throws IOException {
		final List<String> batches = new ArrayList<>();
		final List<Source> sources = files.stream().filter(Source.class::isInstance).map(Source.class::cast).toList();
		for (int from = 0; from < sources.size(); from += options.filesPerBatch()) {
			final int to = Math.min(sources.size(), from + options.filesPerBatch());
			log.accept("Reading headers " + (from + 1) + " to " + to + " of " + sources.size());
			final List<byte[]> parts = Partitions.of(sources.subList(from, to), options.filesPerTask())
				.stream()
				.map(Partitions::write)
				.toList();
			final JavaRDD<Row> rows = context().parallelize(parts, parts.size())
				.flatMap(new HeaderTask(place, options.reader(), unreadable));
			lock.check();
			batches.add(write(rows, HeaderStore.NEW));
		}
		final List<Row> unlisted = files.stream()
			.filter(Skipped.class::isInstance)
			.map(Skipped.class::cast)
			.map(file -> Chunk.of(SeriesKey.of(file), List.of(), List.of(Id.of(file)), List.of(file)).toRow())
			.toList();
		if (!unlisted.isEmpty()) batches.add(write(context().parallelize(unlisted, 1), HeaderStore.NEW));
		return batches;
	}

	private String write(final JavaRDD<Row> chunks, final String kind) {
		final String batch = kind + UUID.randomUUID();
		headers.write(spark.createDataFrame(chunks, Chunk.SCHEMA), batch);
		return batch;
	}

	/** Writes what is left of batches that hold files that are gone. */
	private String rest(final ArchivePlace place, final Collection<String> outdated, final Set<Id> gone) {
		final Broadcast<Set<Id>> absent = context().broadcast(gone);
		final String reader = options.reader();
		return write(headers.read(outdated)
			.toJavaRDD()
			.map(row -> Chunk.of(row).without(absent.value(), Readers.named(reader), place.sources()))
			.filter(chunk -> chunk.files() > 0)
			.map(Chunk::toRow), HeaderStore.REST);
	}

	// -- Volumes --

	/**
	 * @param state of all files, see {@link Manifest#files}
	 * @return how many series were grouped again
	 */
	private long update(final ArchivePlace place, final Optional<Manifest> last, final String state,
		final Set<String> kept, final Set<String> added, final Known known) throws IOException
	{
		final Links links = Links.of(headers.read(kept));
		final Set<Long> changed = new HashSet<>(known.series);
		long files = 0;
		for (final Row chunk : headers.read(kept).select("series", "files", HeaderStore.BATCH).collectAsList()) {
			if (added.contains(chunk.getString(2))) changed.add(chunk.getLong(0));
			files += chunk.getInt(1);
		}
		if (last.isPresent()) addLinked(changed, links);
		final Set<String> live = new LinkedHashSet<>(kept);
		if (!known.outdated.isEmpty()) {
			live.removeAll(known.outdated);
			live.add(rest(place, known.outdated, known.gone));
		}
		log.accept("Grouping " + changed.size() + " series");
		final int run = last.map(Manifest::run).orElse(0) + 1;
		final List<String> old = last.map(Manifest::table).orElse(List.of());
		final Broadcast<Set<Long>> again = context().broadcast(changed);
		final FilterFunction<Row> isAgain = row -> again.value().contains(row.<Long> getAs(VolumeRow.SERIES_KEY));
		final List<String> touched = last.isEmpty() ? List.of() : touched(old, isAgain);
		Dataset<Row> rows = spark.createDataFrame(grouped(place, links, live, again, groupings(files)),
			VolumeRow.SCHEMA);
		if (!touched.isEmpty())
			rows = rows.unionByName(volumes.read(touched).filter(not(isAgain)).select(VolumeRow.columns()));
		final List<String> table = new ArrayList<>(old);
		table.removeAll(touched);
		table.addAll(volumes.write(rows, run));
		final var manifest = new Manifest(run, place.toString(), options.reader(), unreadable.sum() == 0 ? state : "",
			List.copyOf(live), List.copyOf(known.outdated), table);
		lock.check();
		storage.delete(CSV);
		manifest.write(storage);
		manifest.deleteOthers(storage);
		volumes.keepOnly(new HashSet<>(table));
		headers.keepOnly(live);
		return changed.size();
	}

	private static FilterFunction<Row> not(final FilterFunction<Row> filter) {
		return row -> !filter.call(row);
	}

	/** Adds all series that are linked to one of some. */
	private static void addLinked(final Set<Long> some, final Links links) {
		final Set<Long> roots = new HashSet<>();
		some.forEach(series -> roots.add(links.rootOf(series)));
		some.addAll(roots);
		links.roots().keySet().forEach(series -> { if (roots.contains(links.rootOf(series))) some.add(series); });
	}

	private JavaRDD<Row> grouped(final ArchivePlace place, final Links links, final Collection<String> batches,
		final Broadcast<Set<Long>> again, final int tasks)
	{
		final Broadcast<Links> linked = context().broadcast(links);
		final JavaRDD<Chunk> chunks = headers.read(batches)
			.toJavaRDD()
			.filter(row -> again.value().contains(row.getLong(0)))
			.map(Chunk::of);
		final LongAccumulator refused = unreadable;
		return chunks.mapToPair(chunk -> new Tuple2<>(linked.value().rootOf(chunk.series()), chunk))
			.groupByKey(tasks)
			.flatMap(new VolumeTask(place, options.reader(), place.isListed()))
			.map(row -> {
				if (VolumeRow.isRefused(row)) refused.add(1);
				return row;
			});
	}

	private int groupings(final long files) {
		return (int) Math.max(2L * context().defaultParallelism(), files / FILES_PER_GROUPING);
	}

	/** Those of the table's files that hold rows of some kind. */
	private List<String> touched(final List<String> table, final FilterFunction<Row> isTouched) {
		final Dataset<Row> files = volumes.read(table)
			.filter(isTouched)
			.select(input_file_name().as("file"))
			.distinct();
		final List<String> names = files.as(Encoders.STRING()).collectAsList();
		return table.stream().filter(file -> names.stream().anyMatch(name -> isFile(name, file))).toList();
	}

	private static boolean isFile(final String url, final String file) {
		return url.endsWith("/" + file) || url.endsWith("/" + org.apache.hadoop.fs.Path.SEPARATOR + file);
	}

	private JavaSparkContext context() {
		return JavaSparkContext.fromSparkContext(spark.sparkContext());
	}
}
