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
import java.util.Collection;
import java.util.List;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * The table: a row for each volume and each file that is in none, as Parquet files in folders by run and year of the
 * study, in them sorted by day: a file for each day would be small and slow.
 */
final class VolumeStore {

	private static final String FOLDER = "table", RUN = "Run";
	/** Rows as they are read. */
	static final StructType SCHEMA = VolumeRow.SCHEMA.add(RUN, DataTypes.IntegerType, false);

	private final SparkSession spark;
	private final Storage storage;

	VolumeStore(final SparkSession spark, final Storage storage) {
		this.spark = spark;
		this.storage = storage;
	}

	/** Rows of some files. */
	Dataset<Row> read(final Collection<String> files) {
		if (files.isEmpty()) return spark.createDataFrame(List.of(), SCHEMA);
		final String[] paths = files.stream().map(file -> storage.at(FOLDER + "/" + file)).toArray(String[]::new);
		return spark.read().schema(SCHEMA).option("basePath", storage.at(FOLDER)).parquet(paths);
	}

	/**
	 * Writes the rows of a run; what an earlier try of it has left is removed first.
	 *
	 * @return the files
	 */
	List<String> write(final Dataset<Row> rows, final int run) throws IOException {
		final String folder = FOLDER + "/" + RUN + "=" + run;
		storage.delete(folder);
		rows.select(VolumeRow.columns())
			.hint("rebalance", functions.col(VolumeRow.STUDY_YEAR))
			.sortWithinPartitions(VolumeRow.STUDY_YEAR, VolumeRow.STUDY_DAY)
			.write()
			.mode(SaveMode.ErrorIfExists)
			.option("compression", "zstd")
			.partitionBy(VolumeRow.STUDY_YEAR)
			.parquet(storage.at(folder));
		return files().stream().filter(file -> file.startsWith(RUN + "=" + run + "/")).toList();
	}

	/** Removes all other files. */
	void keepOnly(final Collection<String> kept) throws IOException {
		for (final String file : files())
			if (!kept.contains(file)) storage.delete(FOLDER + "/" + file);
	}

	private List<String> files() throws IOException {
		return storage.listAll(FOLDER).stream().filter(file -> file.endsWith(".parquet")).toList();
	}
}
