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
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import io.github.dicomvolumes.data.Attributes;
import io.github.dicomvolumes.data.DicomException;
import io.github.dicomvolumes.io.source.Limits;
import io.github.dicomvolumes.work.Parallel;
import io.github.dicomvolumes.work.Progress;

/**
 * Sends files of DICOM to a server (STOW-RS, PS3.18 10.5), some in each message, from disk as they are: none is held in
 * memory.
 */
final class Storing {

	/** Of one message, so that a server need not hold more at once. */
	private static final int MOST_FILES = 100;
	private static final long MOST_BYTES = 64L << 20;

	private static final int REFERENCED = 0x00081199, FAILED = 0x00081198, INSTANCE = 0x00081155, REASON = 0x00081197;

	private final WebClient client;
	private final Limits limits;

	Storing(final WebClient client, final Limits limits) {
		this.client = client;
		this.limits = limits;
	}

	/** Sends files; what the server refuses is in the result. */
	StoreResult store(final List<Path> files, final Progress progress) throws IOException {
		final List<List<Path>> messages = messages(files);
		final StoreResult[] results = new StoreResult[messages.size()];
		Parallel.forEach(results.length, "Sending", progress, i -> results[i] = send(messages.get(i)));
		final List<String> stored = new ArrayList<>();
		final List<StoreResult.Failure> failures = new ArrayList<>();
		for (final StoreResult result : results) {
			stored.addAll(result.stored());
			failures.addAll(result.failures());
		}
		return new StoreResult(files.size(), stored, failures);
	}

	private static List<List<Path>> messages(final List<Path> files) throws IOException {
		final List<List<Path>> messages = new ArrayList<>();
		List<Path> message = new ArrayList<>();
		long bytes = 0;
		for (final Path file : files) {
			final long size = Files.size(file);
			if (!message.isEmpty() && (message.size() == MOST_FILES || bytes + size > MOST_BYTES)) {
				messages.add(message);
				message = new ArrayList<>();
				bytes = 0;
			}
			message.add(file);
			bytes += size;
		}
		if (!message.isEmpty()) messages.add(message);
		return messages;
	}

	private StoreResult send(final List<Path> files) throws IOException {
		final String boundary = "dicom-volumes-" + UUID.randomUUID();
		final String type = "multipart/related; type=\"application/dicom\"; boundary=" + boundary;
		return client.post(client.address().resource("studies"), type, MediaType.JSON, body(files, boundary),
			new Answer.Reading<>() {

				@Override
				public StoreResult read(final Answer answer) throws IOException {
					return result(answer, files.size());
				}

				@Override
				public boolean understands(final Answer answer) {
					final int status = answer.status();
					return status / 100 == 2 || answer.type().isJson() && status == 409;
				}
			});
	}

	private static BodyPublisher body(final List<Path> files, final String boundary) throws IOException {
		final List<BodyPublisher> parts = new ArrayList<>();
		String before = "--" + boundary;
		for (final Path file : files) {
			parts.add(text(before + "\r\nContent-Type: application/dicom\r\n\r\n"));
			parts.add(BodyPublishers.ofFile(file));
			before = "\r\n--" + boundary;
		}
		parts.add(text(before + "--\r\n"));
		return BodyPublishers.concat(parts.toArray(BodyPublisher[]::new));
	}

	private static BodyPublisher text(final String text) {
		return BodyPublishers.ofString(text, StandardCharsets.US_ASCII);
	}

	private StoreResult result(final Answer answer, final int sent) throws IOException {
		final Attributes told = told(answer);
		final List<String> stored = new ArrayList<>();
		for (final Attributes item : told.items(REFERENCED))
			stored.add(item.orElse(INSTANCE, ""));
		final List<StoreResult.Failure> failures = new ArrayList<>();
		for (final Attributes item : told.items(FAILED))
			failures.add(new StoreResult.Failure(item.orElse(INSTANCE, ""), item.orElse(REASON, -1)));
		return new StoreResult(sent, stored, failures);
	}

	private Attributes told(final Answer answer) throws IOException {
		if (answer.isEmpty() || !answer.type().isJson()) throw answer.ofAnotherType("what it stored, as DICOM JSON");
		try {
			final JsonDataSet told = new DicomJson(answer.body(), answer.uri(), limits).next();
			return told == null ? Attributes.EMPTY : told.attributes();
		}
		catch (final DicomException exc) {
			throw WebException.of(ServerAddress.shown(answer.uri()) +
				" took the objects, perhaps, but answered with something that is no DICOM JSON: " + exc.getMessage() +
				".", exc);
		}
	}
}
