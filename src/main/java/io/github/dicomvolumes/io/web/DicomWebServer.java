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
import java.nio.file.Path;
import java.util.List;

import io.github.dicomvolumes.io.source.Limits;
import io.github.dicomvolumes.work.Progress;

/**
 * A DICOMweb server:
 *
 * <pre>
 * var server = new DicomWebServer(ServerAddress.of("https://pacs.example.org/dicom-web"),
 * 	Credentials.basic("alice", password));
 * List&lt;FoundSeries&gt; found = server.search(SeriesQuery.of("PatientID=4711&amp;Modality=CT"), Progress.NONE);
 * </pre>
 *
 * Every call waits until it is done, ends with a {@link WebException} if the server cannot be asked or refuses, and
 * with a CancellationException within about a second if its progress says so. Used by many threads.
 */
public final class DicomWebServer {

	final WebClient client;
	final Limits limits;

	/** A server that is given the usual time. */
	public DicomWebServer(final ServerAddress address, final Credentials credentials) {
		this(address, credentials, Patience.DEFAULT, Limits.DEFAULT);
	}

	/** @param limits of what an answer may cost */
	public DicomWebServer(final ServerAddress address, final Credentials credentials, final Patience patience,
		final Limits limits)
	{
		client = new WebClient(address, credentials, patience);
		this.limits = limits;
	}

	public ServerAddress address() {
		return client.address();
	}

	/** The series that match a query. */
	public List<FoundSeries> search(final SeriesQuery query, final Progress progress) throws IOException {
		return new Search(client, limits, progress).series(query);
	}

	/**
	 * Series as a place that can be scanned.
	 *
	 * @param isVirtual whether objects are fetched only when their pixels are read
	 */
	public SeriesPlace place(final List<FoundSeries> series, final boolean isVirtual) {
		return new SeriesPlace(new Retrieval(client, limits), limits, series, isVirtual);
	}

	/**
	 * Sends files.
	 *
	 * @return what the server stored and what it refused
	 */
	public StoreResult store(final List<Path> files, final Progress progress) throws IOException {
		return new Storing(client, limits).store(files, progress);
	}

	@Override
	public String toString() {
		return address().toString();
	}
}
