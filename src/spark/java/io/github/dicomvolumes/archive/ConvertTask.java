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
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.apache.spark.api.java.function.Function;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

import scala.Tuple2;

import io.github.dicomvolumes.data.DicomException;
import io.github.dicomvolumes.data.Reasons;
import io.github.dicomvolumes.data.Tag;
import io.github.dicomvolumes.export.image.Exported;
import io.github.dicomvolumes.io.source.TemporaryFolder;
import io.github.dicomvolumes.series.catalog.Stack;
import io.github.dicomvolumes.volume.DicomVolume;
import io.github.dicomvolumes.volume.ImportOptions;
import io.github.dicomvolumes.volume.MemoryEstimate;
import io.github.dicomvolumes.volume.ValueChoice;
import io.github.dicomvolumes.volume.VolumeLoader;
import io.github.dicomvolumes.work.Parallel;
import io.github.dicomvolumes.series.index.Id;

/**
 * Converts one volume, a large one plane by plane, so that memory is bounded; what goes wrong is its outcome.
 *
 * @param grouping makes the volumes of its series
 * @param memoryBytes of planes that may be in memory
 */
record ConvertTask(VolumeTask grouping, Format format, String out, long memoryBytes)
	implements Function<Tuple2<String, List<Chunk>>, Row>
{

	/** What was written, as it is called in the output. */
	private record Written(List<String> files, List<String> notes, String message) {}

	@Override
	public Row call(final Tuple2<String, List<Chunk>> wanted) throws IOException {
		final Row[] outcome = new Row[1];
		Parallel.within(VolumeTask.processors(), once -> outcome[0] = outcome(wanted));
		return outcome[0];
	}

	private Row outcome(final Tuple2<String, List<Chunk>> wanted) {
		final long start = System.nanoTime();
		try {
			final Storage storage = new Storage(out, grouping.place().configuration());
			final String name = format.name(wanted._1);
			if (format != Format.STATISTICS && storage.isWhole(name))
				return done(wanted._1, new Written(List.of(name), List.of(), "was there already"), List.of(), start);
			try (DicomVolume volume = load(wanted)) {
				final Written written = write(volume, storage, name);
				return done(wanted._1, written, format == Format.STATISTICS ? Statistics.of(volume) : List.of(), start);
			}
		}
		catch (final Exception | OutOfMemoryError | StackOverflowError exc) {
			return row(wanted._1, OutcomeStore.FAILED, new Written(List.of(), List.of(), Reasons.of(exc)), List.of(),
				start);
		}
	}

	private DicomVolume load(final Tuple2<String, List<Chunk>> wanted) throws IOException {
		for (final Stack stack : VolumeTask.catalog(grouping.scan(wanted._2)).stacks())
			if (Id.of(stack).toString().equals(wanted._1)) return VolumeLoader.load(stack,
				stack.attributes().orElse(Tag.SERIES_DESCRIPTION, wanted._1), options(stack));
		throw new DicomException("its files are not what they were; bring the index up to date");
	}

	/** Whole where there is room for it, else plane by plane. */
	private ImportOptions options(final Stack stack) {
		final boolean isLarge = MemoryEstimate.bytes(stack, ValueChoice.CALIBRATED) > memoryBytes;
		return ImportOptions.DEFAULT.withVirtual(isLarge).withCacheBytes(memoryBytes);
	}

	private Written write(final DicomVolume volume, final Storage storage, final String name) throws IOException {
		if (storage.local().isPresent()) {
			final Path folder = Files.createDirectories(storage.local().get());
			final Exported exported = format.write(volume, folder.resolve(name));
			return written(exported, folder);
		}
		try (TemporaryFolder temporary = TemporaryFolder.create()) {
			final Path folder = temporary.path();
			final Exported exported = format.write(volume, folder.resolve(name));
			storage.upload(folder, name);
			return written(exported, folder);
		}
	}

	private static Written written(final Exported exported, final Path folder) {
		return new Written(exported.files().stream().map(file -> folder.relativize(file).toString()).toList(),
			exported.notes(), exported.summary());
	}

	private Row done(final String volume, final Written written, final List<Row> segments, final long start) {
		return row(volume, OutcomeStore.DONE, written, segments, start);
	}

	private Row row(final String volume, final String state, final Written written, final List<Row> segments,
		final long start)
	{
		return RowFactory.create(volume, format.toString(), state, written.message,
			written.files.toArray(String[]::new), written.notes.toArray(String[]::new),
			(System.nanoTime() - start) / 1e9, segments.toArray(Row[]::new));
	}
}
