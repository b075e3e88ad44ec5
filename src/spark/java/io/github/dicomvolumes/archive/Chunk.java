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
import java.io.Serializable;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

import io.github.dicomvolumes.data.PackedInput;
import io.github.dicomvolumes.data.PackedOutput;
import io.github.dicomvolumes.data.Tag;
import io.github.dicomvolumes.io.header.DicomFile;
import io.github.dicomvolumes.io.header.HeaderReader;
import io.github.dicomvolumes.io.scan.Skipped;
import io.github.dicomvolumes.io.scan.StoredHeaders;
import io.github.dicomvolumes.io.source.NamedSources;
import io.github.dicomvolumes.series.index.Id;

/**
 * The headers of those files of a partition that are of one series, or files that gave no image: what is stored, and
 * moved between machines. What the headers of a series have in common is there once.
 *
 * @param series stands for the series; see {@link SeriesKey}
 * @param ids an {@link Id} for each file, in their order, the images first
 * @param instances stands for the SOP Instance UID of each image that has one
 * @param data the headers
 */
record Chunk(long series, byte[] ids, long[] instances, byte[] data) implements Serializable {

	/** Columns as they are stored. */
	static final StructType SCHEMA = new StructType().add("series", DataTypes.LongType, false)
		.add("files", DataTypes.IntegerType, false)
		.add("ids", DataTypes.BinaryType, false)
		.add("instances", DataTypes.BinaryType, false)
		.add("data", DataTypes.BinaryType, false);

	/** Of files of one series, and of others. */
	static Chunk of(final long series, final List<DicomFile> files, final List<Id> ids, final List<Skipped> skipped) {
		final var out = new PackedOutput(512 * ids.size());
		StoredHeaders.write(files, out);
		StoredHeaders.writeSkipped(skipped, out);
		final ByteBuffer all = ByteBuffer.allocate(Id.BYTES * ids.size());
		for (final Id id : ids)
			all.putLong(id.high()).putLong(id.low());
		final long[] instances = files.stream()
			.map(file -> file.attributes().orElse(Tag.SOP_INSTANCE_UID, ""))
			.filter(uid -> !uid.isEmpty())
			.mapToLong(Id::hash)
			.toArray();
		return new Chunk(series, all.array(), instances, out.toArray());
	}

	/** How many files it holds. */
	int files() {
		return ids.length / Id.BYTES;
	}

	/** The ids of the files. */
	List<Id> idList() {
		return idList(ids);
	}

	static List<Id> idList(final byte[] ids) {
		final ByteBuffer all = ByteBuffer.wrap(ids);
		final List<Id> list = new ArrayList<>(ids.length / Id.BYTES);
		while (all.hasRemaining())
			list.add(new Id(all.getLong(), all.getLong()));
		return list;
	}

	static long[] instances(final byte[] bytes) {
		final long[] instances = new long[bytes.length / Long.BYTES];
		ByteBuffer.wrap(bytes).asLongBuffer().get(instances);
		return instances;
	}

	Row toRow() {
		final ByteBuffer all = ByteBuffer.allocate(Long.BYTES * instances.length);
		all.asLongBuffer().put(instances);
		return RowFactory.create(series, files(), ids, all.array(), data);
	}

	static Chunk of(final Row row) {
		return new Chunk(row.getLong(0), row.getAs(2), instances(row.getAs(3)), row.getAs(4));
	}

	/**
	 * Opens the headers.
	 *
	 * @param named has the sources that are on no disk
	 */
	Headers open(final HeaderReader reader, final NamedSources named) throws IOException {
		final var in = new PackedInput(data);
		return new Headers(StoredHeaders.read(in, reader, named), StoredHeaders.readSkipped(in));
	}

	/** Without some files, perhaps without any. */
	Chunk without(final Set<Id> gone, final HeaderReader reader, final NamedSources named) throws IOException {
		final List<Id> all = idList(), left = new ArrayList<>();
		if (all.stream().noneMatch(gone::contains)) return this;
		final Headers headers = open(reader, named);
		final List<DicomFile> files = new ArrayList<>();
		final List<Skipped> skipped = new ArrayList<>();
		for (int i = 0; i < all.size(); i++) {
			if (gone.contains(all.get(i))) continue;
			left.add(all.get(i));
			if (i < headers.files().size()) files.add(headers.files().get(i));
			else skipped.add(headers.skipped().get(i - headers.files().size()));
		}
		return of(series, files, left, skipped);
	}

	/**
	 * What is in a chunk.
	 *
	 * @param files images
	 * @param skipped what gave none
	 */
	record Headers(List<DicomFile> files, List<Skipped> skipped) {}
}
