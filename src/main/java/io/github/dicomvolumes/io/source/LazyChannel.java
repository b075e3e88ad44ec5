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

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.NonWritableChannelException;
import java.nio.channels.SeekableByteChannel;

/** A channel over bytes that come from somewhere when they are read. */
public final class LazyChannel implements SeekableByteChannel {

	/** Where they come from. */
	@FunctionalInterface
	public interface Reading {

		/** @return how many bytes were read; -1 at the end */
		int read(ByteBuffer into, long position) throws IOException;
	}

	private final Reading reading;
	private final Closeable source;
	private final long size;
	private long position;
	private boolean isOpen = true;

	/** Over bytes of which nobody knows how many there are before they are read. */
	public LazyChannel(final long position, final Reading reading) {
		this(position, Long.MAX_VALUE, reading, () -> {});
	}

	/**
	 * @param position where reading begins, 0-based
	 * @param source is closed with the channel
	 */
	public LazyChannel(final long position, final long size, final Reading reading, final Closeable source) {
		this.position = position;
		this.size = size;
		this.reading = reading;
		this.source = source;
	}

	@Override
	public int read(final ByteBuffer into) throws IOException {
		if (!isOpen) throw new ClosedChannelException();
		if (!into.hasRemaining()) return 0;
		if (position >= size) return -1;
		final int n = reading.read(into, position);
		position += Math.max(n, 0);
		return n;
	}

	@Override
	public long position() {
		return position;
	}

	@Override
	public SeekableByteChannel position(final long newPosition) {
		position = newPosition;
		return this;
	}

	/** The largest number, if it is not known. */
	@Override
	public long size() {
		return size;
	}

	@Override
	public int write(final ByteBuffer from) {
		throw new NonWritableChannelException();
	}

	@Override
	public SeekableByteChannel truncate(final long newSize) {
		throw new NonWritableChannelException();
	}

	@Override
	public boolean isOpen() {
		return isOpen;
	}

	@Override
	public void close() throws IOException {
		isOpen = false;
		source.close();
	}
}
