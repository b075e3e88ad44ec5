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
import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;

import io.github.dicomvolumes.data.Attributes;
import io.github.dicomvolumes.data.Tag;
import io.github.dicomvolumes.io.source.Limits;

/**
 * Asks a server for all that matches, page by page (QIDO-RS, PS3.18 10.6). Servers do as they like: some give fewer at
 * once than they are asked for, some all, some the same again whatever the offset. So a page that brings nothing new is
 * the end, and a short one is not, unless it completes what the server said to have.
 */
final class Paging {

	/** How many are asked for at once. */
	static final int PAGE = 200;
	/** Of one search; who finds more has to say better what is sought. */
	static final int MOST = 20_000;

	private final WebClient client;
	private final Limits limits;
	private final int most;
	/** Bytes that what was found may still take. */
	private final AtomicLong memory;

	Paging(final WebClient client, final Limits limits) {
		this(client, limits, MOST);
	}

	Paging(final WebClient client, final Limits limits, final int most) {
		this.client = client;
		this.limits = limits;
		this.most = most;
		memory = new AtomicLong(limits.allHeaderBytes());
	}

	/**
	 * All that matches, each once.
	 *
	 * @param resource such as .../studies
	 * @param parameters of the query, coded: "PatientID=4711"
	 * @param uid the tag by which one is told from another
	 * @param expected how many there are in all by what the server said before; 0 if it did not
	 */
	List<Attributes> all(final URI resource, final List<String> parameters, final int uid, final int expected)
		throws IOException
	{
		final List<Attributes> found = new ArrayList<>();
		final Set<String> uids = new HashSet<>();
		int given = 0;
		while (true) {
			final List<Attributes> page = page(resource, parameters, given);
			given += page.size();
			boolean isNew = false;
			for (final Attributes one : page)
				if (uids.add(one.orElse(uid, ""))) {
					isNew = true;
					found.add(one);
				}
			final boolean isComplete = page.size() < PAGE && found.size() == expected;
			if (!isNew || isComplete) return found;
			check(resource, found.size());
		}
	}

	/** @throws WebException if more was found than one may find */
	void check(final URI resource, final int found) throws WebException {
		if (found > most) throw WebException.of(ServerAddress.shown(resource) + " has more than " + most +
			" that match; say more exactly what is sought, such as a range of StudyDate.");
	}

	private List<Attributes> page(final URI resource, final List<String> parameters, final int offset)
		throws IOException
	{
		final List<String> all = new ArrayList<>(parameters);
		all.add("limit=" + PAGE);
		all.add("offset=" + offset);
		final URI uri = URI.create(resource + "?" + all.stream().collect(Collectors.joining("&")));
		return client.get(uri, MediaType.JSON, answer -> DicomJson.all(answer, limits, most, memory))
			.stream()
			.map(JsonDataSet::attributes)
			.filter(attributes -> attributes.size() > 0)
			.toList();
	}

	/** A UID as part of an address: only digits and dots get there, whatever somebody gives. */
	static String uid(final Attributes attributes, final int tag) throws WebException {
		final String uid = attributes.orElse(tag, "");
		if (!uid.matches("[0-9.]{1,64}")) throw WebException
			.of("The server gives " + Tag.describe(tag) + " that is no UID; it has to be digits and dots, at most 64.");
		return uid;
	}
}
