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

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * The bytes of an answer as they were before the server, or a proxy, packed them on the way (RFC 9110 8.4). Headers as
 * JSON become many times smaller that way. Unpacks while it is read, and holds no more than a buffer.
 */
final class UnpackedBody extends BlockInputStream {

	private static final int BUFFER = 1 << 14;

	private final InputStream packed;
	private final HttpResponse<?> response;
	/** Null before the first byte is read. */
	private InputStream in;

	UnpackedBody(final InputStream packed, final HttpResponse<?> response) {
		this.packed = packed;
		this.response = response;
	}

	@Override
	public int read(final byte[] bytes, final int offset, final int count) throws IOException {
		try {
			if (in == null) in = unpacked();
			return in.read(bytes, offset, count);
		}
		catch (final EOFException | ZipException exc) {
			throw new HalfAnswer("what the server packed with gzip ends in the middle, or is damaged", exc);
		}
	}

	private InputStream unpacked() throws IOException {
		final String coding = response.headers().firstValue("Content-Encoding").orElse("identity").strip();
		return switch (coding.toLowerCase(Locale.ROOT)) {
			case "", "identity" -> packed;
			case "gzip", "x-gzip" -> new GZIPInputStream(packed, BUFFER);
			default -> throw WebException.of(ServerAddress.shown(response.uri()) + " answered in the coding " + coding +
				", which was not asked for; the server, or a proxy, is set up wrongly.");
		};
	}
}
