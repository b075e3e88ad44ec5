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

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channel;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.SeekableByteChannel;
import java.util.Objects;

import io.github.dicomvolumes.data.DicomException;
import io.github.dicomvolumes.data.Reasons;

/**
 * The bytes of one file with many frames that can only be inflated from its first byte on: a gzipped file, an entry of
 * a zip archive, a deflated data set. Each byte is inflated once, as far as a reader has asked, into a temporary file
 * from which every frame is read in any order: to inflate up to each frame would take a time that grows with the square
 * of their number. The temporary file goes with the last reader, see {@link TemporaryFile}.
 */
final class UnpackedFile extends SharedFile {

	private static final int BLOCK = 64 << 10;

	private final Source source;
	/** Bytes that it may have. */
	private final long most;
	/** Half of the bytes that were free in the temporary folder when it began. */
	private long free;
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
	/** What the source was like when unpacking began. */
	private SourceState state;
	/** What is wrong with the bytes behind the end; null if nothing is known to be. */
	private IOException failure;

	/** @param mostBytes in the temporary folder */
	UnpackedFile(final Source source, final long mostBytes) {
		this.source = source;
		most = mostBytes;
	}

	/**
	 * Opens bytes of it.
	 *
	 * @param direct opens them without this class: that is what happens if it can go to any place at once
	 */
	ReadableByteChannel open(final long position, final Opening direct) throws IOException {
		return isNeeded(direct) ? new Reader(position, direct) : direct.at(position);
	}

	private boolean isNeeded(final Opening direct) throws IOException {
		lock();
		try {
			if (needed == null) try (ReadableByteChannel channel = direct.at(0)) {
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

		private final Opening direct;
		private long position;
		private boolean open = true;

		Reader(final long position, final Opening direct) {
			this.position = position;
			this.direct = direct;
			enter();
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
			leave();
		}
	}

	private int read(final ByteBuffer into, final long position, final Opening direct) throws IOException {
		final SourceState now = source.now();
		// an interrupted thread closes the channel that it reads from
		if (unpacked == null || !unpacked.isOpen() || !Objects.equals(now, state)) start(now, direct);
		while (end <= position)
			if (!unpackBlock()) return -1;
		final ByteBuffer part = into.duplicate();
		part.limit((int) Math.min(into.limit(), into.position() + end - position));
		final int n = unpacked.read(part, position);
		into.position(into.position() + n);
		return n;
	}

	private void start(final SourceState now, final Opening direct) throws IOException {
		close();
		end = 0;
		failure = null;
		state = now;
		block = ByteBuffer.allocate(BLOCK);
		packed = direct.at(0);
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

	@Override
	void close() throws IOException {
		for (final Channel channel : new Channel[] { packed, unpacked })
			if (channel != null) channel.close();
	}
}
