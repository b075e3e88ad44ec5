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

package io.github.dicomvolumes.series.index;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import io.github.dicomvolumes.data.DicomException;

/**
 * The rows of a file of comma-separated values, one after another (RFC 4180, UTF-8, lines end with LF or CR LF). What
 * breaks its rules is no value: a file that somebody has changed by hand must not be read as something else.
 */
final class CsvRows implements Closeable {

	/** Bytes of a row: 10 million files of 100 characters. */
	private static final int MOST = 1 << 30;

	private final Path file;
	private final FileChannel channel;
	private final ByteBuffer buffer = ByteBuffer.allocate(1 << 16).flip();
	private long bufferEnd;
	private byte[] field = new byte[256];

	/** @param start of a row, in bytes from the beginning of the file */
	CsvRows(final Path file, final long start) throws IOException {
		this.file = file;
		channel = FileChannel.open(file);
		channel.position(start);
		bufferEnd = start;
	}

	/** Where the next row begins, in bytes from the beginning of the file. */
	long position() {
		return bufferEnd - buffer.remaining();
	}

	long size() throws IOException {
		return channel.size();
	}

	/**
	 * The values of the next row.
	 *
	 * @return null at the end of the file
	 * @throws DicomException if the row is cut in the middle of a value, or has quotes where they may not be
	 */
	List<String> next() throws IOException {
		int c = read();
		if (c < 0) return null;
		final long start = position() - 1;
		final List<String> row = new ArrayList<>();
		while (true) {
			final boolean isQuoted = c == '"';
			int n = 0;
			for (c = isQuoted ? read() : c; isQuoted || !endsValue(c); c = read()) {
				if (c < 0) throw damaged(start, "ends in the middle of a value");
				if (isQuoted && c == '"') {
					c = read();
					if (c != '"') break;
				}
				if (c == '"' && !isQuoted) throw damaged(start, "has a quote in a value that does not begin with one");
				if (n == field.length) field = grown(start);
				field[n++] = (byte) c;
			}
			row.add(n == 0 ? "" : new String(field, 0, n, StandardCharsets.UTF_8));
			if (!endsValue(c)) throw damaged(start, "has text after the quote that ends a value");
			if (c == '\r') {
				c = read();
				if (c >= 0 && c != '\n') throw damaged(start, "has a line end of CR alone");
			}
			if (c != ',') return row;
			c = read();
		}
	}

	private DicomException damaged(final long start, final String what) throws IOException {
		return new DicomException(file + ": the row in line " + line(start) + " (byte " + start + ") " + what +
			"; make the index again, which writes the file anew.");
	}

	/** The number, from 1, of the line that begins at a byte. */
	private long line(final long start) throws IOException {
		long line = 1;
		try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
			for (long i = 0; i < start; i++)
				if (in.read() == '\n') line++;
		}
		return line;
	}

	private static boolean endsValue(final int c) {
		return c < 0 || c == ',' || c == '\n' || c == '\r';
	}

	private byte[] grown(final long start) throws DicomException {
		if (field.length >= MOST) throw new DicomException(file + ": the row at byte " + start + " has a value of " +
			"more than " + MOST + " bytes; this is no table of volumes.");
		return Arrays.copyOf(field, 2 * field.length);
	}

	/** -1 at the end. */
	private int read() throws IOException {
		if (!buffer.hasRemaining()) {
			buffer.clear();
			final int n = channel.read(buffer);
			buffer.flip();
			if (n <= 0) return -1;
			bufferEnd += n;
		}
		return buffer.get() & 0xFF;
	}

	@Override
	public void close() throws IOException {
		channel.close();
	}
}
