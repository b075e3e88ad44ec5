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
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

import scala.collection.Iterable;
import scala.jdk.javaapi.CollectionConverters;

import io.github.dicomvolumes.DicomVolumes;
import io.github.dicomvolumes.io.scan.Skipped;
import io.github.dicomvolumes.series.catalog.SeriesCatalog;
import io.github.dicomvolumes.series.catalog.Stack;

/** The rows that an index must have, and those that it has, as sorted lines. */
final class Expected {

	private Expected() {}

	/** What the scan of one machine says. */
	static List<String> rows(final Path place) throws IOException {
		final SeriesCatalog catalog = DicomVolumes.scan(place.toAbsolutePath().normalize());
		final List<String> rows = new ArrayList<>();
		for (final Stack stack : catalog.stacks())
			rows.add(line(VolumeRow.of(stack)));
		for (final Skipped file : catalog.skipped())
			rows.add(line(VolumeRow.of(file, 0)));
		rows.sort(null);
		return rows;
	}

	/** What an index says. */
	static List<String> indexed(final SparkSession spark, final Path index) throws IOException {
		final Storage storage = new Storage(index.toString(), spark.sparkContext().hadoopConfiguration());
		final List<String> files = Manifest.last(storage).orElseThrow().table();
		final List<String> rows = new ArrayList<>();
		for (final Row row : new VolumeStore(spark, storage).read(files).select(VolumeRow.columns()).collectAsList())
			rows.add(line(row));
		rows.sort(null);
		return rows;
	}

	/** The rows that are in one list only; empty if there are none. */
	static String difference(final List<String> expected, final List<String> actual) {
		final List<String> missing = new ArrayList<>(expected), more = new ArrayList<>(actual);
		actual.forEach(missing::remove);
		expected.forEach(more::remove);
		missing.replaceAll(row -> "missing: " + row);
		more.replaceAll(row -> "too many: " + row);
		missing.addAll(more);
		return String.join("\n", missing);
	}

	/** All columns but the key of the series. */
	static String line(final Row row) {
		final StringBuilder line = new StringBuilder();
		for (int i = 0; i < row.size(); i++)
			if (!VolumeRow.SCHEMA.fieldNames()[i].equals(VolumeRow.SERIES_KEY))
				line.append(VolumeRow.SCHEMA.fieldNames()[i]).append('=').append(text(row.get(i))).append(" | ");
		return line.toString();
	}

	private static String text(final Object value) {
		if (value instanceof Object[] array) return Arrays.asList(array).toString();
		if (value instanceof Iterable<?> list)
			return CollectionConverters.asJavaCollection(list).stream().toList().toString();
		return String.valueOf(value);
	}
}
