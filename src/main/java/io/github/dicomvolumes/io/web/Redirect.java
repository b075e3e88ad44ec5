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

import java.net.URI;
import java.net.http.HttpResponse;
import java.util.Optional;

/** Where a server says to ask instead, and whether that is safe (RFC 9110 15.4). */
final class Redirect {

	private Redirect() {}

	static boolean is(final int status) {
		return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
	}

	/** Where a question has to be asked instead; empty if this is the answer. */
	static Optional<URI> of(final HttpResponse<?> response) throws WebException {
		if (!is(response.statusCode())) return Optional.empty();
		return Optional.of(next(response.uri(), response.headers().firstValue("Location").orElse("")));
	}

	/**
	 * Where to ask next.
	 *
	 * @param location as the server writes it, perhaps relative
	 * @throws WebException if that is no address of HTTP, or less safe than this one
	 */
	static URI next(final URI from, final String location) throws WebException {
		final String failed = "GET " + ServerAddress.shown(from) + " was redirected ";
		final URI to;
		try {
			to = from.resolve(location);
		}
		catch (final IllegalArgumentException exc) {
			throw WebException.of(failed + "to something that is no address; the server is set up wrongly.");
		}
		if (location.isEmpty() || !ServerAddress.isWeb(to) || to.getHost() == null || to.getRawUserInfo() != null)
			throw WebException.of(failed + "to something that is no address of HTTP; the server is set up wrongly.");
		if (ServerAddress.isEncrypted(from) && !ServerAddress.isEncrypted(to)) throw WebException
			.of(failed + "from https to http, where others could read along; nothing was asked there.");
		return to;
	}

	/** The failure of something sent that the server wants elsewhere: it is not sent there. */
	static WebException refused(final HttpResponse<?> response) {
		return WebException.of("POST " + ServerAddress.shown(response.uri()) + " was redirected" +
			response.headers().firstValue("Location").map(location -> to(response.uri(), location)).orElse("") +
			"; nothing was sent there: give the address that the server has now.");
	}

	private static String to(final URI from, final String location) {
		try {
			return " to " + ServerAddress.shown(from.resolve(location));
		}
		catch (final IllegalArgumentException exc) {
			return " to something that is no address";
		}
	}
}
