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

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * Which series have to be grouped together, because they share a SOP Instance UID: then a file of the one may be a copy
 * of a file of the other. Of each such set the smallest key stands for all; a series that shares none stands for
 * itself, and takes no room here.
 *
 * @param roots what stands for a series, if it is another one
 */
record Links(Map<Long, Long> roots) implements Serializable {

	private static final String INSTANCE = "instance", SERIES = "series", FIRST = "first", LAST = "last";
	private static final StructType PAIR = new StructType().add(INSTANCE, DataTypes.LongType, false)
		.add(SERIES, DataTypes.LongType, false);

	/** Finds the links among chunks; two UIDs with one hash may link series that share none. */
	static Links of(final Dataset<Row> chunks) {
		final FlatMapFunction<Row, Row> pairs = chunk -> {
			final List<Row> rows = new ArrayList<>();
			for (final long instance : Chunk.instances(chunk.getAs(1)))
				rows.add(RowFactory.create(instance, chunk.getLong(0)));
			return rows.iterator();
		};
		final Dataset<Row> all = chunks.select(SERIES, "instances").flatMap(pairs, Encoders.row(PAIR));
		final Dataset<Row> shared = all.groupBy(INSTANCE)
			.agg(min(SERIES).as(FIRST), max(SERIES).as(LAST))
			.where(col(FIRST).notEqual(col(LAST)))
			.select(INSTANCE, FIRST);
		final List<Row> edges = all.join(shared, INSTANCE)
			.where(col(SERIES).notEqual(col(FIRST)))
			.select(SERIES, FIRST)
			.distinct()
			.collectAsList();
		final var links = new Links(new HashMap<>());
		for (final Row edge : edges)
			links.join(edge.getLong(0), edge.getLong(1));
		links.roots.replaceAll((series, root) -> links.rootOf(series));
		return links;
	}

	/** What stands for a series. */
	long rootOf(final long series) {
		long root = series;
		for (Long next = roots.get(root); next != null && next != root; next = roots.get(root))
			root = next;
		return root;
	}

	private void join(final long a, final long b) {
		final long rootA = rootOf(a), rootB = rootOf(b);
		if (rootA != rootB) roots.put(Math.max(rootA, rootB), Math.min(rootA, rootB));
	}
}
