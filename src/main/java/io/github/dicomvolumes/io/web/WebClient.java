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
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpResponse;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

import io.github.dicomvolumes.data.DicomException;

/**
 * Asks one server over HTTP. Waits in the calling thread, which may be interrupted: then the connection ends and the
 * call with an {@link InterruptedIOException}. Follows redirects of questions (GET), but shows credentials to nobody
 * but the server itself and never goes from https to http. Asks again, after pauses, where the failure may pass and
 * asking twice does no harm. TLS is checked by Java's own rules. Used by many threads.
 */
final class WebClient {

	/** One after another, for one question. */
	private static final int MOST_REDIRECTS = 5;

	/** To one server at once: most of the time of a short question is spent waiting for its answer. */
	static final int CONNECTIONS = 6;

	private final ServerAddress address;
	private final Credentials credentials;
	private final Patience patience;
	private final HttpClient client;

	WebClient(final ServerAddress address, final Credentials credentials, final Patience patience) {
		this.address = address;
		this.credentials = credentials;
		this.patience = patience;
		client = HttpClient.newBuilder()
			.version(HttpClient.Version.HTTP_1_1) // many servers of images answer an offer of HTTP/2 with nonsense
			.followRedirects(HttpClient.Redirect.NEVER)
			.connectTimeout(patience.connecting())
			.build();
	}

	ServerAddress address() {
		return address;
	}

	Credentials credentials() {
		return credentials;
	}

	/**
	 * Asks for something, again if need be.
	 *
	 * @param accept the forms that are understood
	 * @param reading called with a good answer; with another one if that ends in the middle
	 * @throws WebException if there is no good answer
	 */
	<T> T get(final URI uri, final String accept, final Answer.Reading<T> reading) throws IOException {
		for (int retry = 0;; retry++) {
			try {
				return getOnce(uri, accept, reading);
			}
			catch (final WebException exc) {
				if (!exc.isPassing() || retry >= patience.retries()) throw exc;
				pause(retry, exc.retryAfter());
			}
		}
	}

	/** Asks for something that can be had in another way, too: once. */
	<T> T getOnce(final URI uri, final String accept, final Answer.Reading<T> reading) throws IOException {
		URI at = uri;
		for (int redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
			final HttpRequest request = request(at).header("Accept", accept)
				.header("Accept-Encoding", accept.equals(MediaType.JSON) ? "gzip" : "identity")
				.GET()
				.build();
			final HttpResponse<ReceivedBody> response = send(request);
			final Optional<URI> next = Redirect.of(response);
			if (next.isEmpty()) return read(response, redirected(redirects, at), reading);
			response.body().close();
			at = next.get();
		}
		throw WebException.of("GET " + ServerAddress.shown(uri) + " was redirected more than " + MOST_REDIRECTS +
			" times, perhaps in a circle; give the address that the server has now.");
	}

	/**
	 * Sends something. It is sent again only if the server says that it is busy and when it will not be; redirects are
	 * not followed.
	 *
	 * @param body can be sent more than once
	 */
	<T> T post(final URI uri, final String type, final String accept, final BodyPublisher body,
		final Answer.Reading<T> reading) throws IOException
	{
		for (int retry = 0;; retry++) {
			final HttpRequest request = request(uri).header("Accept", accept)
				.header("Content-Type", type)
				.timeout(patience.answering(body.contentLength()))
				.POST(body)
				.build();
			try {
				final HttpResponse<ReceivedBody> response = send(request);
				if (Redirect.is(response.statusCode())) {
					response.body().close();
					throw Redirect.refused(response);
				}
				return read(response, "", reading);
			}
			catch (final WebException exc) {
				if (exc.retryAfter() < 0 || !exc.isPassing() || retry >= patience.retries()) throw exc;
				pause(retry, exc.retryAfter());
			}
		}
	}

	private HttpRequest.Builder request(final URI uri) {
		final HttpRequest.Builder builder = HttpRequest.newBuilder(uri).timeout(patience.answering());
		if (address.isOriginOf(uri)) credentials.header().ifPresent(secret -> builder.header("Authorization", secret));
		return builder;
	}

	private HttpResponse<ReceivedBody> send(final HttpRequest request) throws IOException {
		final CompletableFuture<HttpResponse<ReceivedBody>> future = client.sendAsync(request,
			info -> new ReceivedBody(patience.stalling()));
		try {
			return future.get();
		}
		catch (final InterruptedException exc) {
			future.cancel(true);
			Thread.currentThread().interrupt();
			throw new InterruptedIOException("Interrupted while a server was asked");
		}
		catch (final ExecutionException exc) {
			if (exc.getCause() instanceof IOException io) throw NoAnswer.of(request.method(), request.uri(), io);
			throw WebException.of(
				request.method() + " " + ServerAddress.shown(request.uri()) + " failed: " + exc.getCause(),
				exc.getCause());
		}
	}

	/** What there is to say of redirects if this address refuses. */
	private String redirected(final int redirects, final URI to) {
		if (redirects == 0) return "";
		return credentials.isNone() || address.isOriginOf(to) ? " (The server redirected to this address.)"
			: " (The server redirected to this address, which is not on the server that was asked, and was shown no " +
				"password or token; if it is yours, give it as the address.)";
	}

	private <T> T read(final HttpResponse<ReceivedBody> response, final String redirected,
		final Answer.Reading<T> reading) throws IOException
	{
		final URI uri = response.uri();
		final String method = response.request().method();
		try (ReceivedBody body = response.body()) {
			final int status = response.statusCode();
			final boolean shown = address.isOriginOf(uri);
			final Answer answer = new Answer(uri, status, response.headers(), new UnpackedBody(body, response));
			if (!reading.understands(answer)) throw Refusal.of(method, uri, status, response.headers(),
				shown ? credentials : Credentials.NONE, redirected);
			final T result = reading.read(answer);
			body.finish();
			return result;
		}
		catch (final HalfAnswer exc) {
			throw NoAnswer.of(method, uri, exc);
		}
		catch (final WebException exc) {
			throw exc;
		}
		catch (final DicomException exc) {
			throw WebException.of(method + " " + ServerAddress.shown(uri) + " gave an answer that cannot be used: " +
				exc.getMessage() + ".", exc);
		}
	}

	private void pause(final int retry, final long seconds) throws IOException {
		try {
			Thread.sleep(patience.before(retry, seconds).toMillis());
		}
		catch (final InterruptedException exc) {
			Thread.currentThread().interrupt();
			throw new InterruptedIOException("Interrupted while waiting for a server");
		}
	}
}
