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
import java.net.http.HttpHeaders;

/**
 * An answer of a server, whose bytes are still to come.
 *
 * @param uri which answered, after redirects
 * @param status of HTTP
 * @param body closed by who asked
 */
record Answer(URI uri, int status, HttpHeaders headers, InputStream body) {

	/** What is done with an answer; with another answer once more, if the first one ends in the middle. */
	@FunctionalInterface
	interface Reading<T> {

		T read(Answer answer) throws IOException;

		/** Whether it is one that can be read: what is said with some other statuses can be, too. */
		default boolean understands(final Answer answer) {
			return answer.status() / 100 == 2;
		}
	}

	MediaType type() {
		return MediaType.of(headers.firstValue("Content-Type").orElse(""));
	}

	/** Whether there is nothing, as servers say where nothing was found. */
	boolean isEmpty() {
		return status == 204;
	}

	/** Fails because it is of another type than was asked for. */
	WebException ofAnotherType(final String wanted) {
		final String name = type().name();
		return WebException.of(ServerAddress.shown(uri) + " answered with " +
			(name.isEmpty() ? "something without a type" : name) + " instead of " + wanted +
			"; look whether this is the address of DICOMweb, and not of a page for people or of a login.");
	}
}
