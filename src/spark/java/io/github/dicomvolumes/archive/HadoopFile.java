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

package io.github.dicomvolumes.archive;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.nio.file.attribute.FileTime;

import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Options.OpenFileOptions;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.util.functional.FutureIO;

import io.github.dicomvolumes.io.source.LazyChannel;
import io.github.dicomvolumes.io.source.NamedSource;
import io.github.dicomvolumes.io.source.SourceState;

/**
 * A file of one of Hadoop's file systems.
 *
 * @param files that it is in
 * @param path with scheme and host
 * @param state when it was found
 * @param ahead bytes that an object store gives at once at least; 0 for as many as the user has set, which are few
 */
record HadoopFile(FileSystem files, Path path, SourceState state, int ahead) implements NamedSource {

	/** What S3A calls the bytes that it asks for at once at least; others do not know it. */
	private static final String AHEAD = "fs.s3a.readahead.range";

	/** Bytes that are moved at a time where the reader has no array. */
	private static final int BUFFER = 1 << 16;

	/** What a file system says of a file: its length and the time of its last change. */
	static SourceState state(final FileStatus status) {
		return new SourceState(status.getLen(), FileTime.fromMillis(status.getModificationTime()));
	}

	@Override
	public String name() {
		return path.toString();
	}

	@Override
	public long length() {
		return state.length();
	}

	@Override
	public boolean isSeekable() {
		return true;
	}

	@Override
	public ReadableByteChannel open(final long position) throws IOException {
		final Outage outage = Outage.of(files);
		final FSDataInputStream in = stream(OpenFileOptions.FS_OPTION_OPENFILE_READ_POLICY_RANDOM);
		return new LazyChannel(position, state.length(), (into, at) -> outage.ask(() -> read(in, into, at)), in);
	}

	private static int read(final FSDataInputStream in, final ByteBuffer into, final long position) throws IOException {
		if (in.getPos() != position) in.seek(position);
		return into.hasArray() ? readIntoArray(in, into) : readByBuffer(in, into);
	}

	private static int readIntoArray(final FSDataInputStream in, final ByteBuffer into) throws IOException {
		final int n = in.read(into.array(), into.arrayOffset() + into.position(), into.remaining());
		if (n > 0) into.position(into.position() + n);
		return n;
	}

	private static int readByBuffer(final FSDataInputStream in, final ByteBuffer into) throws IOException {
		final byte[] bytes = new byte[Math.min(BUFFER, into.remaining())];
		final int n = in.read(bytes, 0, bytes.length);
		if (n > 0) into.put(bytes, 0, n);
		return n;
	}

	/**
	 * Its bytes; an object store that knows their number need not be asked for it.
	 *
	 * @param policy how they are read. In sequence, a store is asked for all up to the end: who stops before breaks the
	 *        connection off, and much of the rest has come already
	 */
	FSDataInputStream stream(final String policy) throws IOException {
		final var builder = files.openFile(path)
			.optLong(OpenFileOptions.FS_OPTION_OPENFILE_LENGTH, state.length())
			.opt(OpenFileOptions.FS_OPTION_OPENFILE_READ_POLICY, policy);
		if (ahead > 0) builder.optLong(AHEAD, ahead);
		return Outage.of(files).open(() -> FutureIO.awaitFuture(builder.build()));
	}

	/** Of a version that only a list of objects says, no more than the length can be compared. */
	@Override
	public SourceState now() throws IOException {
		final SourceState now = state(Outage.of(files).ask(() -> files.getFileStatus(path)));
		return state.version() instanceof FileTime ? now : new SourceState(now.length(), state.version());
	}
}
