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
import java.io.InputStream;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

import io.github.dicomvolumes.data.Attributes;
import io.github.dicomvolumes.data.DicomException;
import io.github.dicomvolumes.data.Tag;
import io.github.dicomvolumes.data.TransferSyntax;
import io.github.dicomvolumes.data.Uids;
import io.github.dicomvolumes.io.source.Limits;

/**
 * Fetches objects as they lie on a server (WADO-RS, PS3.18 10.4): in their own transfer syntax, so that nothing is
 * coded anew. Used by many threads.
 */
final class Retrieval {

	private static final String FORM = "multipart/related; type=\"application/dicom\"; transfer-syntax=*",
		FRAME = "multipart/related; type=\"application/octet-stream\"; transfer-syntax=*";

	private final WebClient client;
	private final Limits limits;

	Retrieval(final WebClient client, final Limits limits) {
		this.client = client;
		this.limits = limits;
	}

	/** Who is asked. */
	ServerAddress server() {
		return client.address();
	}

	/** The UIDs of the instances of a series, in the order of the server. */
	List<String> instances(final FoundSeries series) throws IOException {
		final List<String> uids = new ArrayList<>();
		for (final Attributes instance : new Paging(client, limits, limits.frames()).all(
			client.address().resource("studies", series.study(), "series", series.series(), "instances"),
			List.of("includefield=" + String.format("%08X", Tag.INSTANCE_NUMBER)), Tag.SOP_INSTANCE_UID,
			series.instances()))
			uids.add(Paging.uid(instance, Tag.SOP_INSTANCE_UID));
		return uids;
	}

	/**
	 * Fetches one instance.
	 *
	 * @param spool keeps its bytes
	 */
	Spool.Region instance(final FoundSeries series, final String uid, final Spool spool) throws IOException {
		final URI uri = client.address()
			.resource("studies", series.study(), "series", series.series(), "instances", uid);
		return client.get(uri, FORM, answer -> {
			final List<Spool.Region> regions = new ArrayList<>();
			objects(answer, in -> regions.add(spool.write(in)));
			if (regions.size() != 1) throw WebException.of(ServerAddress.shown(uri) + " gave " + regions.size() +
				" objects where one was asked for; the server fails.");
			return regions.get(0);
		});
	}

	/**
	 * Fetches a series as one answer, once: servers may refuse that, or give less than they have.
	 *
	 * @param receiver of each object as it comes
	 */
	void series(final FoundSeries series, final Receiver receiver) throws IOException {
		final URI uri = client.address().resource("studies", series.study(), "series", series.series());
		client.getOnce(uri, FORM, answer -> {
			objects(answer, receiver);
			return null;
		});
	}

	/**
	 * The headers of all instances of a series, as far as they are not bulk, in the order of the server (PS3.18
	 * 10.4.1.1.3).
	 *
	 * @param memory see {@link DicomJson#all}
	 */
	List<JsonDataSet> metadata(final FoundSeries series, final AtomicLong memory) throws IOException {
		final URI uri = client.address().resource("studies", series.study(), "series", series.series(), "metadata");
		return client.get(uri, MediaType.JSON, answer -> {
			final List<JsonDataSet> all = DicomJson.all(answer, limits, limits.frames(), memory);
			if (all.size() > limits.frames())
				throw new DicomException("it has more than " + limits.frames() + " instances (Limits.frames)");
			return all;
		});
	}

	/**
	 * Fetches one frame as it is stored.
	 *
	 * @param number from 1
	 * @param syntax of the whole instance, in which the frame has to be
	 */
	Spool.Region frame(final FoundSeries series, final String uid, final int number, final TransferSyntax syntax,
		final Spool spool) throws IOException
	{
		final URI uri = frame(series, uid, number);
		return client.get(uri, FRAME, answer -> {
			final MultipartInput parts = firstFrame(answer);
			final String given = parts.type().parameter("transfer-syntax").orElse(syntax.uid());
			if (!isLike(TransferSyntax.of(given), syntax))
				throw WebException.of(ServerAddress.shown(uri) + " gives the frame in " + Uids.name(given) +
					", and others of the series in " + syntax + "; open it in memory, not virtually.");
			final Spool.Region region = spool.write(parts.part());
			parts.next(); // an answer that is cut ends here
			return region;
		});
	}

	/** The transfer syntax that a frame comes in; empty if the server gives no frames. */
	Optional<TransferSyntax> frameSyntax(final FoundSeries series, final String uid) throws IOException {
		try {
			return client.get(frame(series, uid, 1), FRAME,
				answer -> firstFrame(answer).type().parameter("transfer-syntax").map(TransferSyntax::of));
		}
		catch (final WebException exc) {
			if (exc.isPassing() || exc.status() == 401 || exc.status() == 403) throw exc;
			return Optional.empty();
		}
	}

	private URI frame(final FoundSeries series, final String uid, final int number) {
		return client.address()
			.resource("studies", series.study(), "series", series.series(), "instances", uid, "frames",
				Integer.toString(number));
	}

	private static MultipartInput firstFrame(final Answer answer) throws IOException {
		if (!answer.type().name().equals(MediaType.RELATED)) throw answer.ofAnotherType("a frame");
		final MultipartInput parts = MultipartInput.of(answer);
		if (!parts.next())
			throw WebException.of(ServerAddress.shown(answer.uri()) + " answered without a frame; the server fails.");
		return parts;
	}

	/** Whether frames are the same bytes: without compression the header only makes the difference. */
	private static boolean isLike(final TransferSyntax given, final TransferSyntax wanted) {
		final boolean isPlain = !given.encapsulated() && !given.bigEndianPixels() && !wanted.encapsulated();
		return isPlain || given.equals(wanted);
	}

	/** What is done with the bytes of each object. */
	@FunctionalInterface
	interface Receiver {

		void receive(InputStream in) throws IOException;
	}

	/** Gives each object of an answer to a receiver. */
	private static void objects(final Answer answer, final Receiver receiver) throws IOException {
		final MediaType type = answer.type();
		if (type.name().equals(MediaType.DICOM)) {
			receiver.receive(answer.body());
			return;
		}
		if (!type.name().equals(MediaType.RELATED)) throw answer.ofAnotherType("objects of DICOM");
		final MultipartInput parts = MultipartInput.of(answer);
		while (parts.next()) {
			final String name = parts.type().name();
			if (name.isEmpty() || name.equals(MediaType.DICOM) || name.equals(MediaType.BYTES))
				receiver.receive(parts.part());
		}
	}
}
