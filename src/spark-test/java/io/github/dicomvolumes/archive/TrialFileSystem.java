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

import java.io.FilterInputStream;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Options.OpenFileOptions;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.PositionedReadable;
import org.apache.hadoop.fs.RawLocalFileSystem;
import org.apache.hadoop.fs.Seekable;
import org.apache.hadoop.fs.impl.OpenFileParameters;

/**
 * The files of this machine as {@code trial:/...}, as an object store would give them: a few bytes at a time, with
 * files and folders that fail, and with a count of the questions it was asked.
 */
public final class TrialFileSystem extends RawLocalFileSystem {

	static final String SCHEME = "trial";
	/** What is at these paths cannot be opened or listed, nor can anything be moved there. */
	static final Set<String> BROKEN = ConcurrentHashMap.newKeySet();
	/** How often each of these is opened until there is no memory for it any more. */
	static final Map<String, AtomicInteger> TOO_LARGE = new ConcurrentHashMap<>();
	/** How many listings are still those of before, in which nothing is. */
	static final AtomicInteger LATE = new AtomicInteger();
	/** How often what is opened has been replaced meanwhile. */
	static final AtomicInteger REPLACED = new AtomicInteger();
	/** How often the state of a single file was asked for, and how often one was opened. */
	static final AtomicInteger QUESTIONS = new AtomicInteger(), OPENED = new AtomicInteger();

	/** How files were opened: how they are read, and how many bytes are to come at once. */
	static final Set<String> WAYS = ConcurrentHashMap.newKeySet();

	/** Makes this process know the scheme. */
	static void use(final Configuration configuration) {
		configuration.set("fs." + SCHEME + ".impl", TrialFileSystem.class.getName());
		BROKEN.clear();
		TOO_LARGE.clear();
		WAYS.clear();
		LATE.set(0);
		REPLACED.set(0);
		QUESTIONS.set(0);
		OPENED.set(0);
	}

	@Override
	public URI getUri() {
		return URI.create(SCHEME + ":///");
	}

	@Override
	public String getScheme() {
		return SCHEME;
	}

	@Override
	public FileStatus getFileStatus(final Path path) throws IOException {
		QUESTIONS.incrementAndGet();
		return super.getFileStatus(path);
	}

	@Override
	public FileStatus[] listStatus(final Path path) throws IOException {
		check(path);
		return LATE.getAndUpdate(n -> Math.max(0, n - 1)) > 0 ? new FileStatus[0] : super.listStatus(path);
	}

	@Override
	public FSDataInputStream open(final Path path, final int buffer) throws IOException {
		check(path);
		if (REPLACED.getAndUpdate(n -> Math.max(0, n - 1)) > 0) throw new IOException("412 Precondition Failed");
		OPENED.incrementAndGet();
		final AtomicInteger left = TOO_LARGE.get(path.toUri().getPath());
		if (left != null && left.getAndDecrement() <= 0) throw new OutOfMemoryError("as on a small machine");
		final FSDataInputStream whole = super.open(path, buffer);
		QUESTIONS.decrementAndGet(); // which a disk asks itself
		return new FSDataInputStream(new Short(whole));
	}

	@Override
	protected CompletableFuture<FSDataInputStream> openFileWithOptions(final Path path,
		final OpenFileParameters parameters) throws IOException
	{
		WAYS.add(parameters.getOptions().get(OpenFileOptions.FS_OPTION_OPENFILE_READ_POLICY) + " " +
			parameters.getOptions().get("fs.s3a.readahead.range"));
		return super.openFileWithOptions(path, parameters);
	}

	@Override
	public boolean rename(final Path from, final Path to) throws IOException {
		check(to);
		return super.rename(from, to);
	}

	private static void check(final Path path) throws IOException {
		if (BROKEN.contains(path.toUri().getPath())) throw new IOException("503 Slow Down");
	}

	/** Gives fewer bytes than were asked for, as streams may. */
	private static final class Short extends FilterInputStream implements Seekable, PositionedReadable {

		private final FSDataInputStream whole;
		private final Random random = new Random(7);

		Short(final FSDataInputStream whole) {
			super(whole);
			this.whole = whole;
		}

		@Override
		public int read(final byte[] into, final int offset, final int length) throws IOException {
			return super.read(into, offset, Math.min(length, 1 + random.nextInt(1000)));
		}

		@Override
		public int read(final long position, final byte[] into, final int offset, final int length) throws IOException {
			return whole.read(position, into, offset, Math.min(length, 1 + random.nextInt(1000)));
		}

		@Override
		public void readFully(final long position, final byte[] into, final int offset, final int length)
			throws IOException
		{
			whole.readFully(position, into, offset, length);
		}

		@Override
		public void readFully(final long position, final byte[] into) throws IOException {
			whole.readFully(position, into);
		}

		@Override
		public void seek(final long position) throws IOException {
			whole.seek(position);
		}

		@Override
		public long getPos() throws IOException {
			return whole.getPos();
		}

		@Override
		public boolean seekToNewSource(final long position) throws IOException {
			return whole.seekToNewSource(position);
		}
	}
}
