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

import java.io.Serializable;
import java.nio.ByteBuffer;
import java.nio.LongBuffer;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

import scala.Tuple2;

import io.github.dicomvolumes.data.PackedOutput;

/**
 * Which series have to be grouped together, because they share a SOP Instance UID: then a file of the one may be a copy
 * of a file of the other. Of each such set the smallest key stands for all; a series that shares none stands for
 * itself, and takes no room here.
 *
 * @param roots what stands for a series, if it is another one
 */
record Links(Map<Long, Long> roots) implements Serializable {

	/** Finds the links among chunks; two UIDs with one hash may link series that share none. */
	static Links of(final Dataset<Row> chunks) {
		final Dataset<Row> instances = chunks.select("series", "instances");
		final int buckets = Math.max(1, instances.toJavaRDD().getNumPartitions());
		final var links = new Links(new HashMap<>());
		instances.toJavaRDD()
			.mapPartitionsToPair(rows -> divided(rows, buckets))
			.groupByKey(buckets)
			.flatMap(bucket -> edges(bucket._2))
			.collect()
			.forEach(edge -> links.join(edge._1, edge._2));
		links.roots.replaceAll((series, root) -> links.rootOf(series));
		return links;
	}

	/** Pairs of instance and series, those of an instance all in one bucket; few large arrays rather than many rows. */
	private static Iterator<Tuple2<Integer, byte[]>> divided(final Iterator<Row> chunks, final int buckets) {
		final Map<Integer, PackedOutput> divided = new HashMap<>();
		while (chunks.hasNext()) {
			final Row chunk = chunks.next();
			for (final long instance : Chunk.instances(chunk.getAs(1))) {
				final PackedOutput bucket = divided.computeIfAbsent((int) Math.floorMod(instance, (long) buckets),
					n -> new PackedOutput(1 << 10));
				bucket.putLong(instance);
				bucket.putLong(chunk.getLong(0));
			}
		}
		return divided.entrySet().stream().map(e -> new Tuple2<>(e.getKey(), e.getValue().toArray())).iterator();
	}

	/** The series that share an instance with another: that, and the one that it was first seen in. */
	private static Iterator<Tuple2<Long, Long>> edges(final Iterable<byte[]> bucket) {
		final Map<Long, Long> first = new HashMap<>();
		final Set<Tuple2<Long, Long>> edges = new HashSet<>();
		for (final byte[] pairs : bucket) {
			final LongBuffer all = ByteBuffer.wrap(pairs).asLongBuffer();
			while (all.hasRemaining()) {
				final long instance = all.get(), series = all.get();
				final Long other = first.putIfAbsent(instance, series);
				if (other != null && other != series) edges.add(new Tuple2<>(series, other));
			}
		}
		return edges.iterator();
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
