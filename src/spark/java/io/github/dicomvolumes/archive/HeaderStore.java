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
import java.util.Collection;
import java.util.List;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * The headers that were read so far, in batches that are there whole or do not count: Parquet files with
 * {@link Chunk}s, a folder each.
 */
final class HeaderStore {

	/** The column that names the batch of a chunk. */
	static final String BATCH = "Batch";
	/** What the names of batches begin with: those that were just read, and what is left of older ones. */
	static final String NEW = "new-", REST = "rest-";

	private static final String FOLDER = "headers", SUCCESS = "_SUCCESS";
	private static final StructType SCHEMA = Chunk.SCHEMA.add(BATCH, DataTypes.StringType, false);

	private final SparkSession spark;
	private final Storage storage;

	HeaderStore(final SparkSession spark, final Storage storage) {
		this.spark = spark;
		this.storage = storage;
	}

	/** The batches that are there whole. */
	List<String> batches() throws IOException {
		final List<String> all = storage.list(FOLDER).stream().map(name -> name.replace(BATCH + "=", "")).toList();
		final var whole = new ArrayList<String>();
		for (final String name : all)
			if (storage.exists(folder(name) + "/" + SUCCESS)) whole.add(name);
		return whole;
	}

	/** Removes all other batches. */
	void keepOnly(final Collection<String> batches) throws IOException {
		for (final String name : storage.list(FOLDER))
			if (!batches.contains(name.replace(BATCH + "=", ""))) storage.delete(FOLDER + "/" + name);
	}

	/** Writes a new batch. */
	void write(final Dataset<Row> chunks, final String batch) {
		chunks.write()
			.mode(SaveMode.ErrorIfExists)
			.option("compression", "zstd")
			.option("parquet.enable.dictionary", "false")
			.parquet(storage.at(folder(batch)));
	}

	/** The chunks of some batches, and their batch. */
	Dataset<Row> read(final Collection<String> batches) {
		final String[] folders = batches.stream().map(batch -> storage.at(folder(batch))).toArray(String[]::new);
		if (folders.length == 0) return spark.createDataFrame(List.of(), SCHEMA);
		return spark.read().schema(SCHEMA).option("basePath", storage.at(FOLDER)).parquet(folders);
	}

	private static String folder(final String batch) {
		return FOLDER + "/" + BATCH + "=" + batch;
	}
}
