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

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

import io.github.dicomvolumes.data.Attributes;
import io.github.dicomvolumes.data.Tag;
import io.github.dicomvolumes.data.TransferSyntax;
import io.github.dicomvolumes.io.header.HeaderReader;
import io.github.dicomvolumes.io.scan.Place;
import io.github.dicomvolumes.io.scan.SourceList;
import io.github.dicomvolumes.io.source.Limits;
import io.github.dicomvolumes.io.source.Source;
import io.github.dicomvolumes.work.Parallel;
import io.github.dicomvolumes.work.Progress;

/**
 * Series on a server, as a place that is scanned like a folder:
 *
 * <pre>
 * try (SeriesPlace place = server.place(found, false)) {
 * 	SeriesCatalog catalog = DicomVolumes.scan(place, options);
 * 	...
 * }
 * </pre>
 *
 * All objects are fetched before any is read, or none: if one cannot be had, the place cannot be listed. A virtual
 * place asks for the headers only, as far as the server tells all of them that counts, and fetches an object when its
 * pixels are read. What was fetched lies in the temporary folder until this is closed, which volumes from memory
 * outlive but virtual ones do not; of a place that is not closed it goes when nothing refers to it any more.
 */
public final class SeriesPlace implements Place, Closeable {

	private static final String ASKING = "Asking for headers";
	private static final int AVAILABLE_TRANSFER_SYNTAX = 0x00083002;

	private final Retrieval retrieval;
	private final List<FoundSeries> series;
	private final boolean isVirtual;
	private final Spool spool;
	private final long mostHeaderBytes;

	SeriesPlace(final Retrieval retrieval, final Limits limits, final List<FoundSeries> series,
		final boolean isVirtual)
	{
		this.retrieval = retrieval;
		this.series = List.copyOf(series);
		this.isVirtual = isVirtual;
		spool = new Spool(limits.unpackedBytes());
		mostHeaderBytes = limits.allHeaderBytes();
	}

	@Override
	public String name() {
		return retrieval.server().toString();
	}

	/** The name of the server. */
	@Override
	public String title() {
		return retrieval.server().root().getHost();
	}

	/** One that reads with the usual one what the server does not tell. */
	@Override
	public HeaderReader reader(final HeaderReader usual) {
		return isVirtual ? new WebHeaderReader(usual, false) : usual;
	}

	@Override
	public SourceList list(final HeaderReader reader, final Progress progress) throws IOException {
		final List<List<WebInstance>> found = new ArrayList<>();
		series.forEach(one -> found.add(List.of()));
		final AtomicLong memory = new AtomicLong(mostHeaderBytes);
		Parallel.forEach(series.size(), WebClient.CONNECTIONS, ASKING, progress,
			i -> found.set(i, instances(series.get(i), memory)));
		final List<WebInstance> all = found.stream().flatMap(List::stream).toList();
		new SeriesFetch(retrieval, spool).all(found.stream().map(SeriesPlace::neededNow).toList(), progress);
		return new SourceList(new ArrayList<Source>(all), List.of());
	}

	/** Those whose headers did not come by themselves. */
	private static List<WebInstance> neededNow(final List<WebInstance> instances) {
		return instances.stream().filter(instance -> instance.header() == null).toList();
	}

	/** @param memory bytes that headers may still take */
	private List<WebInstance> instances(final FoundSeries one, final AtomicLong memory) throws IOException {
		if (isVirtual) return told(one, memory);
		return retrieval.instances(one).stream().map(uid -> new WebInstance(retrieval, one, uid, spool, null)).toList();
	}

	/** With the headers that the server tells. */
	private List<WebInstance> told(final FoundSeries one, final AtomicLong memory) throws IOException {
		final List<JsonDataSet> told = new ArrayList<>(retrieval.metadata(one, memory));
		told.sort(Comparator.comparingInt(dataSet -> dataSet.attributes().orElse(Tag.INSTANCE_NUMBER, 0)));
		final Optional<TransferSyntax> ofSeries = told.isEmpty() ? Optional.empty() : syntax(one, told.get(0));
		final List<WebInstance> instances = new ArrayList<>();
		for (final JsonDataSet dataSet : told) {
			final TransferSyntax syntax = named(dataSet).or(() -> ofSeries).orElse(null);
			final WebHeader header = syntax != null && WebHeader.isEnough(dataSet, syntax)
				? new WebHeader(dataSet, syntax)
				: null;
			instances.add(
				new WebInstance(retrieval, one, Paging.uid(dataSet.attributes(), Tag.SOP_INSTANCE_UID), spool, header));
		}
		return instances;
	}

	/** The transfer syntax of the first instance, by its first frame if the header does not tell it. */
	private Optional<TransferSyntax> syntax(final FoundSeries one, final JsonDataSet first) throws IOException {
		final Optional<TransferSyntax> named = named(first);
		if (named.isPresent() || first.bulk(Tag.PIXEL_DATA).isEmpty()) return named;
		return retrieval.frameSyntax(one, Paging.uid(first.attributes(), Tag.SOP_INSTANCE_UID));
	}

	private static Optional<TransferSyntax> named(final JsonDataSet dataSet) {
		final Attributes attributes = dataSet.attributes();
		final String uid = dataSet.metaInformation()
			.orElse(Tag.TRANSFER_SYNTAX_UID, attributes.orElse(AVAILABLE_TRANSFER_SYNTAX, ""));
		return uid.isEmpty() || uid.indexOf('\\') >= 0 ? Optional.empty() : Optional.of(TransferSyntax.of(uid));
	}

	@Override
	public void close() throws IOException {
		spool.close();
	}

	@Override
	public String toString() {
		return name() + " (" + series.size() + " series)";
	}
}
