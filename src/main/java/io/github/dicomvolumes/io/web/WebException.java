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

import io.github.dicomvolumes.data.DicomException;

/**
 * A server that cannot be asked, refuses, or answers nonsense. The message names the address without its query, what
 * came instead, and what to do; it never has a password, a token or a value that was searched for.
 */
public final class WebException extends DicomException {

	private static final long serialVersionUID = 1L;

	/** The status of HTTP; 0 if there was no answer. */
	private final int status;
	/** Whether the same question may be answered well a little later. */
	private final boolean isPassing;
	/** Seconds after which the server says to ask again; -1 if it does not. */
	private final long retryAfter;

	private WebException(final String message, final Throwable cause, final int status, final boolean isPassing,
		final long retryAfter)
	{
		super(message, cause);
		this.status = status;
		this.isPassing = isPassing;
		this.retryAfter = retryAfter;
	}

	/** An answer that is of no use however often it is asked for. */
	static WebException of(final String message) {
		return new WebException(message, null, 0, false, -1);
	}

	/** A failure that stays. */
	static WebException of(final String message, final Throwable cause) {
		return new WebException(message, cause, 0, false, -1);
	}

	/** A failure that may pass: no connection, a half answer. */
	static WebException passing(final String message, final Throwable cause) {
		return new WebException(message, cause, 0, true, -1);
	}

	/** A refusal with a status. */
	static WebException status(final String message, final int status, final boolean isPassing, final long retryAfter) {
		return new WebException(message, null, status, isPassing, retryAfter);
	}

	/** The status of HTTP that was the answer; 0 if there was none, or if the status was not what was wrong. */
	public int status() {
		return status;
	}

	/** The message without the UIDs in addresses: for people who are not to see patient data. */
	public String neutralMessage() {
		return getMessage().replaceAll("/(studies|series|instances)/[0-9.]+(?![\\w-])", "/$1/...");
	}

	boolean isPassing() {
		return isPassing;
	}

	long retryAfter() {
		return retryAfter;
	}
}
