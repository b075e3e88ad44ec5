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
import java.util.List;
import java.util.UUID;

import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** What became of each volume that was to be converted: a row for each try, as Parquet files, batch by batch. */
final class OutcomeStore {

	/** The column of what was measured. */
	static final String SEGMENTS = "Segments";
	/** Values of the column State. */
	static final String DONE = "done", FAILED = "failed";

	private static final DataType TEXT = DataTypes.StringType, REAL = DataTypes.DoubleType,
		TEXTS = new ArrayType(TEXT, false);

	/** What is measured of a segment; of a volume without segments, of all its voxels. */
	static final StructType SEGMENT = new StructType().add("Segment", DataTypes.IntegerType, false)
		.add("Name", TEXT, false)
		.add("Channel", DataTypes.IntegerType, false)
		.add("Time", DataTypes.IntegerType, false)
		.add("Voxels", REAL)
		.add("Millilitres", REAL)
		.add("Unit", TEXT)
		.add("Mean", REAL)
		.add("SD", REAL)
		.add("Min", REAL)
		.add("P10", REAL)
		.add("Median", REAL)
		.add("P90", REAL)
		.add("Max", REAL)
		.add("Sum", REAL)
		.add("Entropy", REAL)
		.add("Notes", TEXTS);

	/** A row for each try. */
	static final StructType SCHEMA = new StructType().add("Volume", TEXT, false)
		.add("Format", TEXT, false)
		.add("State", TEXT, false)
		.add("Message", TEXT, false)
		.add("Files", TEXTS, false)
		.add("Notes", TEXTS, false)
		.add("Seconds", REAL, false)
		.add(SEGMENTS, new ArrayType(SEGMENT, false), false);

	private static final String FOLDER = "outcomes", SUCCESS = "_SUCCESS";

	private final SparkSession spark;
	private final Storage storage;

	OutcomeStore(final SparkSession spark, final Storage storage) {
		this.spark = spark;
		this.storage = storage;
	}

	boolean isEmpty() throws IOException {
		return batches().isEmpty();
	}

	/** Of all batches that are there whole. */
	Dataset<Row> read() throws IOException {
		final List<String> batches = batches();
		if (batches.isEmpty()) return spark.createDataFrame(List.of(), SCHEMA);
		return spark.read().schema(SCHEMA).parquet(batches.stream().map(storage::at).toArray(String[]::new));
	}

	/** Writes the outcomes of a batch, whole or not at all. */
	void write(final JavaRDD<Row> outcomes) {
		spark.createDataFrame(outcomes, SCHEMA)
			.write()
			.mode(SaveMode.ErrorIfExists)
			.option("compression", "zstd")
			.parquet(storage.at(FOLDER + "/" + UUID.randomUUID()));
	}

	private List<String> batches() throws IOException {
		final List<String> whole = new ArrayList<>();
		for (final String batch : storage.list(FOLDER))
			if (storage.exists(FOLDER + "/" + batch + "/" + SUCCESS)) whole.add(FOLDER + "/" + batch);
		return whole;
	}
}
