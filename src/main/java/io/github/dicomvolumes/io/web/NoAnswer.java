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
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.security.cert.CertificateException;

import javax.net.ssl.SSLException;

import io.github.dicomvolumes.data.Reasons;

/** Why there was no answer, or only a half one, and what to do about it. */
final class NoAnswer {

	private NoAnswer() {}

	/** The failure that an exception of the client is; whether it may pass is in it. */
	static WebException of(final String method, final URI uri, final IOException failure) {
		final String question = method + " " + ServerAddress.shown(uri);
		if (has(failure, UnresolvedAddressException.class))
			return WebException.of(question + " reached nobody: the name " + uri.getHost() +
				" is unknown; look at the address and at the network.", failure);
		if (failure instanceof HttpConnectTimeoutException || failure instanceof ConnectException)
			return WebException.passing(
				question + " reached nobody: nothing listens at " + uri.getRawAuthority() +
					", or a firewall is between; look whether the server runs and whether the address is right.",
				failure);
		if (failure instanceof HttpTimeoutException) return WebException.passing(
			question + " was not answered in time; the server is too busy, or waits for something; try again later.",
			failure);
		if (has(failure, CertificateException.class)) return WebException.of(
			question + " reached somebody whose certificate cannot be trusted (" + certificate(failure) +
				"); the certificate of the server, or of who signed it, has to be in the trust store of Java.",
			failure);
		if (failure instanceof SSLException) return WebException.of(question + " found no TLS there that both speak (" +
			Reasons.of(failure) + "); look whether the address begins with http:// or https:// rightly.", failure);
		return WebException.passing(question + " was not answered wholly: " + reason(failure) +
			"; the server or the connection failed: try again.", failure);
	}

	private static String reason(final IOException failure) {
		if (failure instanceof HalfAnswer) return failure.getMessage();
		return "the connection ended before the answer (" + Reasons.of(failure) + ")";
	}

	private static boolean has(final Throwable failure, final Class<? extends Throwable> kind) {
		for (Throwable at = failure; at != null; at = at.getCause())
			if (kind.isInstance(at)) return true;
		return false;
	}

	private static String certificate(final Throwable failure) {
		Throwable last = failure;
		while (last.getCause() != null)
			last = last.getCause();
		return last.getMessage() == null ? last.getClass().getSimpleName() : last.getMessage();
	}
}
