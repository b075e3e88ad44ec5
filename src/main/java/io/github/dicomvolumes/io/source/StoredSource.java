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

package io.github.dicomvolumes.io.source;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;

import io.github.dicomvolumes.data.PackedInput;
import io.github.dicomvolumes.data.PackedOutput;

/**
 * Writes a source so that another process of the same version, which sees the same files, opens it again.
 *
 * <pre>
 * kind 0 file, 1 gzip, 2 zip entry | path | state | of an entry: character set of the archive's names, entry
 * kind 4 zip entry | as 2 | bytes of the entry
 * kind 3 on no disk | name | state
 * path:  0, text | 1, URI, where the name is no text of this system's character set
 * state: 0 | 1, bytes, seconds, nanoseconds | 2, bytes, text
 * </pre>
 */
public final class StoredSource {

	private static final int FILE = 0, GZIP = 1, ZIP = 2, NAMED = 3, LISTED_ZIP = 4;
	private static final int UNKNOWN = 0, TIME = 1, TEXT = 2;
	/** What Java shows for bytes that mean nothing. */
	private static final char REPLACEMENT = '\uFFFD';

	private StoredSource() {}

	/** Writes a source. */
	public static void write(final Source source, final PackedOutput out) {
		if (source instanceof FileSource file) write(FILE, file, out);
		else if (source instanceof GzipSource file) write(GZIP, file, out);
		else if (source instanceof ZipSource entry) {
			final boolean isListed = entry.size() != ZipSource.NOT_LISTED;
			write(isListed ? LISTED_ZIP : ZIP, entry, out);
			out.putText(entry.names().name());
			out.putText(entry.entry());
			if (isListed) out.putLong(entry.size());
		}
		else if (source instanceof NamedSource) {
			out.putByte(NAMED);
			out.putText(source.name());
			writeState(source.state(), out);
		}
		else throw new IllegalArgumentException(source.name() + " cannot be opened in another process");
	}

	private static void write(final int kind, final DiskSource source, final PackedOutput out) {
		out.putByte(kind);
		writePath(source.path(), out);
		writeState(source.state(), out);
	}

	/**
	 * Reads what was written.
	 *
	 * @param named has the sources that are on no disk
	 */
	public static Source read(final PackedInput in, final NamedSources named) throws IOException {
		final int kind = in.getByte();
		if (kind == NAMED) return named.of(in.getText(), readState(in));
		final Path path = readPath(in);
		final SourceState state = readState(in);
		return switch (kind) {
			case FILE -> new FileSource(path, state);
			case GZIP -> new GzipSource(path, state);
			case ZIP -> new ZipSource(path, Charset.forName(in.getText()), in.getText(), ZipSource.NOT_LISTED, state);
			case LISTED_ZIP -> new ZipSource(path, Charset.forName(in.getText()), in.getText(), in.getLong(), state);
			default ->
				throw new IllegalStateException("No source begins with " + kind + "; written by another version?");
		};
	}

	/**
	 * What sorts sources, as unsigned bytes, in the order in which a scan lists them: folder by folder; the entries of
	 * an archive by name.
	 *
	 * @param isListed whether they are those that a DICOMDIR lists, which are sorted by whole paths
	 */
	public static byte[] order(final Source source, final boolean isListed) {
		final String path = source.container();
		final String separator = source instanceof NamedSource ? "/" : File.separator;
		final String folders = isListed ? path : path.replace(separator, "\0");
		final byte[] first = folders.getBytes(StandardCharsets.UTF_8);
		if (!(source instanceof ZipSource zip)) return first;
		final byte[] entry = zip.entry().getBytes(StandardCharsets.UTF_16BE);
		final byte[] all = new byte[first.length + 1 + entry.length];
		System.arraycopy(first, 0, all, 0, first.length);
		System.arraycopy(entry, 0, all, first.length + 1, entry.length);
		return all;
	}

	private static void writePath(final Path path, final PackedOutput out) {
		final String text = path.toString();
		final boolean isText = text.indexOf(REPLACEMENT) < 0;
		out.putByte(isText ? 0 : 1);
		out.putText(isText ? text : path.toUri().toString());
	}

	private static Path readPath(final PackedInput in) {
		final boolean isText = in.getByte() == 0;
		final String text = in.getText();
		return isText ? Path.of(text) : Path.of(URI.create(text));
	}

	private static void writeState(final SourceState state, final PackedOutput out) {
		if (state == null) out.putByte(UNKNOWN);
		else if (state.version() instanceof FileTime time) {
			out.putByte(TIME);
			out.putLong(state.length());
			out.putLong(time.toInstant().getEpochSecond());
			out.putInt(time.toInstant().getNano());
		}
		else {
			out.putByte(TEXT);
			out.putLong(state.length());
			out.putText(state.version().toString());
		}
	}

	private static SourceState readState(final PackedInput in) {
		final int kind = in.getByte();
		if (kind == UNKNOWN) return null;
		final long size = in.getLong();
		if (kind == TEXT) return new SourceState(size, in.getText());
		return new SourceState(size, FileTime.from(Instant.ofEpochSecond(in.getLong(), in.getInt())));
	}
}
