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

package io.github.dicomvolumes.io;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channel;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;

import io.github.dicomvolumes.data.DicomException;
import io.github.dicomvolumes.data.Reasons;

/**
 * The bytes of one file with many frames that can only be inflated from its first byte on: a gzipped file, an entry of
 * a zip archive, a deflated data set. While the source is held, see {@link Source#hold}, each byte is inflated once, as
 * far as a reader has asked, into a temporary file from which every frame is read in any order: to inflate up to each
 * frame would take a time that grows with the square of their number.
 * <p>
 * The temporary file goes with the hold, see {@link TemporaryFile}. Used by several threads; one that hangs in reading
 * the file makes others wait that read it too, until they are interrupted, but not those that end a hold.
 * </p>
 */
final class UnpackedFile {

	private static final int BLOCK = 64 << 10;

	/** Those of the sources that are held. */
	private static final Map<Source, UnpackedFile> HELD = new HashMap<>();

	/** Guards all fields but those of holders and readers. */
	private final ReentrantLock lock = new ReentrantLock();
	private final Path path;
	/** Bytes that it may have. */
	private final long most;
	/** Half of the bytes that were free in the temporary folder when it began. */
	private long free;
	/** How many hold the source; guarded by {@link #HELD}. */
	private int holders;
	/** Those that are open; the last one closes what a hold that has ended could not. */
	private final AtomicInteger readers = new AtomicInteger();
	private volatile boolean isReleased;
	private Boolean needed;
	/**
	 * Like all fields below null until the first byte is read: most sources have one frame, and there may be thousands.
	 */
	private FileChannel unpacked;
	/** Stands behind the last byte that was unpacked. */
	private ReadableByteChannel packed;
	private long end;
	/** What carries bytes from one to the other. */
	private ByteBuffer block;
	/** When and how large the file was. */
	private Object state;
	/** What is wrong with the bytes behind the end; null if nothing is known to be. */
	private IOException failure;

	/** Opens the bytes from a position on. */
	@FunctionalInterface
	interface Opener {

		ReadableByteChannel open(long position) throws IOException;
	}

	private UnpackedFile(final Path path, final long mostBytes) {
		this.path = path;
		most = mostBytes;
	}

	// -- Which are held --

	/**
	 * Holds sources, each once.
	 *
	 * @param mostBytes of one in the temporary folder
	 */
	static Set<Source> hold(final Collection<? extends Source> sources, final long mostBytes) {
		final Set<Source> distinct = new HashSet<>(sources);
		synchronized (HELD) {
			for (final Source source : distinct)
				HELD.computeIfAbsent(source, s -> new UnpackedFile(s.path(), mostBytes)).holders++;
		}
		return distinct;
	}

	/** Ends a hold. */
	static void release(final Set<Source> sources) throws IOException {
		synchronized (HELD) {
			for (final Source source : sources) {
				final UnpackedFile file = HELD.get(source);
				if (--file.holders > 0) continue;
				HELD.remove(source);
				file.released();
			}
		}
	}

	/**
	 * Opens bytes of a file that will be asked for others too.
	 *
	 * @param direct opens them without this class: that is what happens if the source is not held, or if it can go to
	 *        any place at once
	 */
	static ReadableByteChannel open(final Source source, final long position, final Opener direct) throws IOException {
		final UnpackedFile file;
		synchronized (HELD) {
			file = HELD.get(source);
		}
		return file == null || !file.isNeeded(direct) ? direct.open(position) : file.new Reader(position, direct);
	}

	private boolean isNeeded(final Opener direct) throws IOException {
		lock();
		try {
			if (needed == null) try (ReadableByteChannel channel = direct.open(0)) {
				needed = !(channel instanceof SeekableByteChannel);
			}
			return needed;
		}
		finally {
			unlock();
		}
	}

	// -- Bytes --

	private final class Reader implements ReadableByteChannel {

		private final Opener direct;
		private long position;
		private boolean open = true;

		Reader(final long position, final Opener direct) {
			this.position = position;
			this.direct = direct;
			readers.incrementAndGet();
		}

		@Override
		public int read(final ByteBuffer into) throws IOException {
			lock();
			final int n;
			try {
				n = UnpackedFile.this.read(into, position, direct);
			}
			finally {
				unlock();
			}
			position += Math.max(n, 0);
			return n;
		}

		@Override
		public boolean isOpen() {
			return open;
		}

		@Override
		public void close() throws IOException {
			if (!open) return;
			open = false;
			readers.decrementAndGet();
			closeIfOver();
		}
	}

	private int read(final ByteBuffer into, final long position, final Opener direct) throws IOException {
		final Object now = List.of(Files.getLastModifiedTime(path), Files.size(path));
		// an interrupted thread closes the channel that it reads from
		if (unpacked == null || !unpacked.isOpen() || !now.equals(state)) start(now, direct);
		while (end <= position)
			if (!unpackBlock()) return -1;
		final ByteBuffer part = into.duplicate();
		part.limit((int) Math.min(into.limit(), into.position() + end - position));
		final int n = unpacked.read(part, position);
		into.position(into.position() + n);
		return n;
	}

	private void start(final Object now, final Opener direct) throws IOException {
		close();
		end = 0;
		failure = null;
		state = now;
		block = ByteBuffer.allocate(BLOCK);
		packed = direct.open(0);
		try {
			free = TemporaryFile.free() / 2;
			unpacked = TemporaryFile.open();
		}
		catch (final IOException exc) {
			throw noRoom(exc);
		}
	}

	/** @return false if there are no more bytes */
	private boolean unpackBlock() throws IOException {
		if (failure != null) throw failure;
		if (end >= most) throw failure = new DicomException(
			"inflates to more than " + (most >> 20) + " MiB (Limits.unpackedBytes); unpack the file first");
		if (end >= free) throw failure = noRoom(new IOException("it would take half of what is free"));
		block.clear();
		try {
			if (packed.read(block) < 0) return false;
		}
		catch (final ClosedByInterruptException exc) {
			unpacked.close();
			throw exc; // the next reader starts again
		}
		catch (final IOException exc) {
			throw failure = exc;
		}
		block.flip();
		try {
			while (block.hasRemaining())
				end += unpacked.write(block, end);
		}
		catch (final ClosedByInterruptException exc) {
			throw exc;
		}
		catch (final IOException exc) {
			throw failure = noRoom(exc);
		}
		return true;
	}

	private static DicomException noRoom(final IOException exc) {
		return new DicomException(
			"its frames cannot be unpacked into the temporary folder " + System.getProperty("java.io.tmpdir") + " (" +
				Reasons.of(exc) + "); make room there, or unpack the file first",
			exc);
	}

	// -- Life --

	private void lock() throws ClosedByInterruptException {
		try {
			lock.lockInterruptibly();
		}
		catch (final InterruptedException exc) {
			Thread.currentThread().interrupt();
			throw new ClosedByInterruptException();
		}
	}

	private void unlock() throws IOException {
		lock.unlock();
		closeIfOver();
	}

	/** The last hold of the source has ended. */
	private void released() throws IOException {
		isReleased = true;
		closeIfOver();
	}

	/** Does not wait: a thread that is at work closes when it has done. */
	private void closeIfOver() throws IOException {
		if (!isReleased || readers.get() > 0 || !lock.tryLock()) return;
		try {
			close();
		}
		finally {
			lock.unlock();
		}
	}

	private void close() throws IOException {
		for (final Channel channel : new Channel[] { packed, unpacked })
			if (channel != null) channel.close();
	}
}
