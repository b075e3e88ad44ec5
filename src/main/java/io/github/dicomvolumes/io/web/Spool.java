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

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

import io.github.dicomvolumes.data.DicomException;
import io.github.dicomvolumes.data.Reasons;
import io.github.dicomvolumes.io.source.LazyChannel;
import io.github.dicomvolumes.io.source.Source;
import io.github.dicomvolumes.io.source.TemporaryFile;

/**
 * What came from a server, in the temporary folder, one object behind the other: as few files are open as threads
 * write, however many objects there are. What was written goes when this is closed or the process ends. Used by many
 * threads.
 */
final class Spool implements Closeable {

	private static final int BLOCK = 1 << 16;

	/** Those that nobody writes to. Guarded by this. */
	private final Deque<Volume> free = new ArrayDeque<>();
	private final List<Volume> all = new ArrayList<>();
	private final long most;
	private boolean isClosed;

	/** @param most bytes of one object */
	Spool(final long most) {
		this.most = most;
	}

	/** A file in the temporary folder and where its next object begins. */
	private static final class Volume {

		private final FileChannel channel;
		private long end;

		Volume(final FileChannel channel) {
			this.channel = channel;
		}
	}

	/**
	 * Bytes that were written.
	 *
	 * @param channel closed if a thread is interrupted that reads from it
	 */
	record Region(FileChannel channel, long offset, long length) implements Source {

		@Override
		public String name() {
			return "an object that the server sent";
		}

		@Override
		public boolean isSeekable() {
			return true;
		}

		@Override
		public SeekableByteChannel open(final long position) {
			return new LazyChannel(position, this::read);
		}

		/** Whether it can still be read. */
		boolean isOpen() {
			return channel.isOpen();
		}

		/**
		 * Reads bytes.
		 *
		 * @param position within the region
		 * @return how many; -1 at the end
		 */
		int read(final ByteBuffer into, final long position) throws IOException {
			if (position >= length) return -1;
			final ByteBuffer part = into.duplicate();
			part.limit((int) Math.min(into.limit(), into.position() + length - position));
			final int n = channel.read(part, offset + position);
			into.position(into.position() + Math.max(n, 0));
			return n;
		}
	}

	/** Looks at what was written. */
	@FunctionalInterface
	interface Check {

		/** Whether it is to stay. */
		boolean isWanted(Region written) throws IOException;
	}

	/** Writes one object to its end, which stays. */
	Region write(final InputStream in) throws IOException {
		return write(in, region -> true);
	}

	/**
	 * Writes one object to its end; of one that cannot be written wholly, or is not wanted, nothing stays.
	 *
	 * @throws DicomException if it is too large, or there is no room for it
	 * @throws IOException if reading it fails
	 */
	Region write(final InputStream in, final Check check) throws IOException {
		final Volume volume = take();
		final long offset = volume.end;
		try {
			final byte[] block = new byte[BLOCK];
			final long room = TemporaryFile.free() / 2;
			long length = 0;
			for (int n = in.read(block); n >= 0; n = in.read(block)) {
				if (length + n > most)
					throw new DicomException("it has more than " + (most >> 20) + " MiB (Limits.unpackedBytes)");
				if (length + n > room) throw noRoom(new IOException("it would take half of what is free"));
				write(volume.channel, ByteBuffer.wrap(block, 0, n), offset + length);
				length += n;
			}
			final Region region = new Region(volume.channel, offset, length);
			if (check.isWanted(region)) volume.end = offset + length;
			return region;
		}
		finally {
			if (volume.end == offset) cut(volume);
			giveBack(volume);
		}
	}

	/** Frees the room of what does not stay; not if the thread was interrupted, which would close the file for all. */
	private static void cut(final Volume volume) throws IOException {
		if (volume.channel.isOpen() && !Thread.currentThread().isInterrupted()) volume.channel.truncate(volume.end);
	}

	private static void write(final FileChannel channel, final ByteBuffer bytes, final long position)
		throws IOException
	{
		try {
			for (long at = position; bytes.hasRemaining();)
				at += channel.write(bytes, at);
		}
		catch (final ClosedByInterruptException exc) {
			throw exc;
		}
		catch (final IOException exc) {
			throw noRoom(exc);
		}
	}

	private synchronized Volume take() throws IOException {
		if (isClosed) throw new IOException("what came from the server was closed");
		for (Volume volume = free.poll(); volume != null; volume = free.poll())
			if (volume.channel.isOpen()) return volume;
		try {
			final Volume volume = new Volume(TemporaryFile.open());
			all.add(volume);
			return volume;
		}
		catch (final IOException exc) {
			throw noRoom(exc);
		}
	}

	private synchronized void giveBack(final Volume volume) throws IOException {
		if (isClosed) volume.channel.close();
		else free.push(volume);
	}

	private static DicomException noRoom(final IOException exc) {
		return new DicomException("it cannot be kept in the temporary folder " + System.getProperty("java.io.tmpdir") +
			" (" + Reasons.of(exc) + "); make room there", exc);
	}

	@Override
	public synchronized void close() throws IOException {
		isClosed = true;
		for (final Volume volume : all)
			volume.channel.close();
	}
}
