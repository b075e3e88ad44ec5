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
import java.net.http.HttpHeaders;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;

/** What an answer with a status that is no success means, and what to do about it (RFC 9110 15). */
final class Refusal {

	private Refusal() {}

	/**
	 * The failure that an answer is.
	 *
	 * @param method such as GET
	 * @param credentials which the server was shown
	 * @param redirected what there is to say of redirects; may be empty
	 */
	static WebException of(final String method, final URI uri, final int status, final HttpHeaders headers,
		final Credentials credentials, final String redirected)
	{
		final String text = method + " " + ServerAddress.shown(uri) + " was answered with " + status + name(status) +
			": " + advice(method, status, credentials) + redirected;
		final long retryAfter = headers.firstValue("Retry-After").map(Refusal::seconds).orElse(-1L);
		return WebException.status(text, status, isPassing(status), retryAfter);
	}

	/** Whether the server says that it is busy, or one behind it. */
	private static boolean isPassing(final int status) {
		return status == 429 || status == 502 || status == 503 || status == 504;
	}

	private static String name(final int status) {
		return switch (status) {
			case 400 -> " Bad Request";
			case 401 -> " Unauthorized";
			case 403 -> " Forbidden";
			case 404 -> " Not Found";
			case 405 -> " Method Not Allowed";
			case 406 -> " Not Acceptable";
			case 409 -> " Conflict";
			case 410 -> " Gone";
			case 413 -> " Content Too Large";
			case 415 -> " Unsupported Media Type";
			case 429 -> " Too Many Requests";
			case 500 -> " Internal Server Error";
			case 501 -> " Not Implemented";
			case 502 -> " Bad Gateway";
			case 503 -> " Service Unavailable";
			case 504 -> " Gateway Timeout";
			default -> "";
		};
	}

	private static String advice(final String method, final int status, final Credentials credentials) {
		return switch (status) {
			case 401 ->
				credentials.isNone() ? "the server wants to know who asks; give a user and a password, or a token."
					: "the server does not accept " + credentials + " like these; look whether they are right.";
			case 403 -> credentials.isNone() ? "the server lets nobody do this without a user."
				: "the server does not let this user do this; ask those who run it.";
			case 404, 410 ->
				"the server has nothing there; look at the address, which is the root of DICOMweb, and at the UIDs.";
			case 405, 501 -> "the server cannot do this; look whether the address is the root of DICOMweb.";
			case 406, 415 -> "the server has not the form that was asked for.";
			case 413 -> "the server takes no message as large as this.";
			case 407 -> "the proxy on the way wants a password.";
			case 429, 503 -> "the server is busy; try again later.";
			case 400 -> method.equals("POST") ? "the server does not understand what was sent."
				: "the server does not understand the question; look at the address, which is the root of DICOMweb, and " +
					"at what is searched for.";
			default -> status >= 500 ? "the server failed; its own log says why." : "this was not expected.";
		};
	}

	/** Seconds, or a date in the one form that HTTP has; -1 if it is neither. */
	static long seconds(final String text) {
		try {
			if (text.strip().matches("\\d{1,9}")) return Long.parseLong(text.strip());
			if (text.strip().matches("\\d+")) return Integer.MAX_VALUE;
			final ZonedDateTime then = ZonedDateTime.parse(text.strip(), DateTimeFormatter.RFC_1123_DATE_TIME);
			return Math.max(0, Duration.between(ZonedDateTime.now(), then).toSeconds());
		}
		catch (final DateTimeException exc) {
			return -1;
		}
	}
}
