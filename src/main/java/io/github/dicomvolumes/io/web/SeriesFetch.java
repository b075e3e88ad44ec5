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

package io.github.dicomvolumes.io.web;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

import io.github.dicomvolumes.data.Tag;
import io.github.dicomvolumes.io.header.HeaderReaders;
import io.github.dicomvolumes.work.Parallel;
import io.github.dicomvolumes.work.Progress;

/**
 * Fetches all objects of some series: each series with one question, because a question for each object takes many
 * times as long where objects are small or the server is far away. What does not come that way, or is not what the
 * server listed, is asked for object by object; so it matters to nobody whether a server can give whole series, and how
 * far it gets.
 */
final class SeriesFetch {

	private static final String PHASE = "Fetching objects";

	private final Retrieval retrieval;
	private final Spool spool;
	private final AtomicInteger fetched = new AtomicInteger();

	SeriesFetch(final Retrieval retrieval, final Spool spool) {
		this.retrieval = retrieval;
		this.spool = spool;
	}

	/**
	 * Fetches all.
	 *
	 * @param series the listed instances of each series
	 * @throws WebException if one of them cannot be had
	 */
	void all(final List<List<WebInstance>> series, final Progress progress) throws IOException {
		final Progress counting = counting(progress, series.stream().mapToInt(List::size).sum());
		final List<List<WebInstance>> several = series.stream().filter(one -> one.size() > 1).toList();
		Parallel.forEach(several.size(), WebClient.CONNECTIONS, PHASE, counting, i -> together(several.get(i)));
		final List<WebInstance> left = series.stream().flatMap(List::stream).filter(one -> !one.isHere()).toList();
		Parallel.forEach(left.size(), WebClient.CONNECTIONS, PHASE, counting, i -> {
			left.get(i).fetch();
			fetched.incrementAndGet();
		});
	}

	/** What can be had of a series with one question. */
	private void together(final List<WebInstance> listed) throws IOException {
		final Map<String, WebInstance> missing = new HashMap<>();
		listed.forEach(instance -> missing.put(instance.uid(), instance));
		final AtomicInteger objects = new AtomicInteger();
		try {
			retrieval.series(listed.get(0).series(), in -> {
				if (objects.getAndIncrement() == listed.size())
					throw WebException.of("more objects came than were listed");
				spool.write(in, region -> {
					final WebInstance instance = missing.remove(uid(region));
					if (instance == null) return false; // not listed, twice, or damaged
					instance.keep(region);
					fetched.incrementAndGet();
					return true;
				});
			});
		}
		catch (final WebException exc) {
			return; // what is wrong is said by the questions for single objects, if it still is
		}
	}

	/** The SOP Instance UID in an object; empty if it cannot be read. */
	private static String uid(final Spool.Region region) throws IOException {
		try {
			return HeaderReaders.BUILT_IN.read(region).attributes().orElse(Tag.SOP_INSTANCE_UID, "");
		}
		catch (final IOException exc) {
			if (Thread.currentThread().isInterrupted()) throw exc;
			return "";
		}
	}

	/** Counts objects, not questions. */
	private Progress counting(final Progress progress, final int all) {
		return new Progress() {

			@Override
			public void update(final String phase, final long done, final long total) {
				progress.update(phase, fetched.get(), all);
			}

			@Override
			public boolean isCanceled() {
				return progress.isCanceled();
			}
		};
	}
}
