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
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

import io.github.dicomvolumes.data.DicomException;

/**
 * The parts of a multipart answer (RFC 2046 5.1), read one after the other while they come; no part is held.
 *
 * <pre>
 * --boundary
 * Content-Type: application/dicom
 *
 * bytes of the first part
 * --boundary
 * ...
 * --boundary--
 * </pre>
 *
 * The lengths that parts declare are not believed: a part ends at the boundary. An answer that ends before the last
 * boundary is a half one.
 */
final class MultipartInput {

	private static final int BUFFER = 1 << 16;
	/** Of the headers of one part. */
	private static final int MOST_HEADER_BYTES = 1 << 14;
	/** Before the first boundary, and of a part that is passed over. */
	private static final long MOST_SKIPPED_BYTES = 1 << 20;

	private final InputStream in;
	/** What separates parts, with the end of line that belongs to it. */
	private final byte[] delimiter;
	private final byte[] buffer = new byte[BUFFER];
	/** What is in the buffer and not read. */
	private int start, end;
	/** Up to where in the buffer no delimiter begins. */
	private int searched;
	private boolean isInPart = true, isAtEnd;
	private Map<String, String> headers = Map.of();

	/** @param boundary of the answer's type */
	MultipartInput(final InputStream in, final String boundary) {
		this.in = in;
		delimiter = ("\r\n--" + boundary).getBytes(StandardCharsets.ISO_8859_1);
		buffer[0] = '\r'; // the first one may come without
		buffer[1] = '\n';
		end = 2;
	}

	/**
	 * The parts of an answer.
	 *
	 * @throws WebException if it has no boundary that can be used
	 */
	static MultipartInput of(final Answer answer) throws WebException {
		final String boundary = answer.type().parameter("boundary").orElse("");
		if (boundary.isEmpty() || boundary.length() > 200) throw WebException.of(ServerAddress.shown(answer.uri()) +
			" answered in parts, but does not say what separates them; the server is set up wrongly.");
		return new MultipartInput(answer.body(), boundary);
	}

	/**
	 * Goes to the next part, over what is left of the one before.
	 *
	 * @return false if there is none
	 */
	boolean next() throws IOException {
		if (isAtEnd) return false;
		skipRest();
		start += delimiter.length;
		fillTo(2);
		if (buffer[start] == '-' && buffer[start + 1] == '-') {
			isAtEnd = true;
			return false;
		}
		readHeaders();
		isInPart = true;
		return true;
	}

	/** What the part is, by its header. */
	MediaType type() {
		return MediaType.of(headers.getOrDefault("content-type", ""));
	}

	/** The bytes of the part. */
	InputStream part() {
		return new BlockInputStream() {

			@Override
			public int read(final byte[] bytes, final int offset, final int count) throws IOException {
				if (count == 0) return 0;
				final int found = found();
				if (found == 0) return -1;
				final int n = Math.min(found, count);
				System.arraycopy(buffer, start, bytes, offset, n);
				start += n;
				return n;
			}
		};
	}

	private void skipRest() throws IOException {
		for (long skipped = 0; isInPart;) {
			final int found = found();
			start += found;
			skipped += found;
			if (skipped > MOST_SKIPPED_BYTES) throw new DicomException("more than " + MOST_SKIPPED_BYTES +
				" bytes of it are in none of the parts that were asked for; the server is set up wrongly");
		}
	}

	/** How many bytes of the part are in the buffer, at least one; 0 if the part ends here. */
	private int found() throws IOException {
		if (!isInPart) return 0;
		while (true) {
			searched = Math.max(searched, start);
			while (searched + delimiter.length <= end && !isDelimiter(searched))
				searched++;
			if (searched > start) return searched - start;
			if (searched + delimiter.length <= end) {
				isInPart = false;
				return 0;
			}
			fill();
		}
	}

	private boolean isDelimiter(final int at) {
		if (buffer[at] != '\r') return false;
		for (int i = 1; i < delimiter.length; i++)
			if (buffer[at + i] != delimiter[i]) return false;
		return true;
	}

	private void readHeaders() throws IOException {
		final Map<String, String> read = new HashMap<>();
		int left = MOST_HEADER_BYTES;
		readLine(left); // what is left of the boundary's line
		for (String line = readLine(left); !line.isEmpty(); line = readLine(left)) {
			left -= line.length();
			final int colon = line.indexOf(':');
			if (colon > 0) read.putIfAbsent(line.substring(0, colon).strip().toLowerCase(Locale.ROOT),
				line.substring(colon + 1).strip());
		}
		headers = read;
	}

	private String readLine(final int most) throws IOException {
		final StringBuilder line = new StringBuilder();
		while (true) {
			fillTo(1);
			final char c = (char) (buffer[start++] & 0xFF);
			if (c == '\n') break;
			if (line.length() > most) throw new DicomException(
				"the headers of a part are longer than " + MOST_HEADER_BYTES + " bytes; the server is set up wrongly");
			line.append(c);
		}
		return line.toString().stripTrailing();
	}

	/** Waits until some bytes are in the buffer. */
	private void fillTo(final int bytes) throws IOException {
		while (end - start < bytes)
			fill();
	}

	private void fill() throws IOException {
		if (start > 0) {
			System.arraycopy(buffer, start, buffer, 0, end - start);
			end -= start;
			searched = Math.max(0, searched - start);
			start = 0;
		}
		final int n = in.read(buffer, end, buffer.length - end);
		if (n < 0) throw new HalfAnswer("the answer ended before its last boundary", null);
		end += n;
	}
}
