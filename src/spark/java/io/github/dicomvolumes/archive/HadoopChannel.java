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
import java.nio.channels.NonWritableChannelException;
import java.nio.channels.SeekableByteChannel;

import org.apache.hadoop.fs.FSDataInputStream;

/** The bytes of a file of one of Hadoop's file systems, from any position on. */
final class HadoopChannel implements SeekableByteChannel {

	/** Bytes that are moved at a time where the reader has no array. */
	private static final int BUFFER = 1 << 16;

	private final FSDataInputStream in;
	private final long size;
	private long position;
	private boolean isOpen = true;

	/** @param position where reading begins, 0-based */
	HadoopChannel(final FSDataInputStream in, final long size, final long position) {
		this.in = in;
		this.size = size;
		this.position = position;
	}

	@Override
	public int read(final ByteBuffer into) throws IOException {
		if (!into.hasRemaining()) return 0;
		if (position >= size) return -1;
		if (in.getPos() != position) in.seek(position);
		final int n = into.hasArray() ? readIntoArray(into) : readByBuffer(into);
		position += Math.max(n, 0);
		return n;
	}

	private int readIntoArray(final ByteBuffer into) throws IOException {
		final int n = in.read(into.array(), into.arrayOffset() + into.position(), into.remaining());
		if (n > 0) into.position(into.position() + n);
		return n;
	}

	private int readByBuffer(final ByteBuffer into) throws IOException {
		final byte[] bytes = new byte[Math.min(BUFFER, into.remaining())];
		final int n = in.read(bytes, 0, bytes.length);
		if (n > 0) into.put(bytes, 0, n);
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

	/** What it was when the file was found. */
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
		in.close();
	}
}
