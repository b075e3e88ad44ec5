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
import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.SeekableByteChannel;
import java.util.concurrent.locks.ReentrantLock;

import io.github.dicomvolumes.io.source.LazyChannel;
import io.github.dicomvolumes.io.source.Source;

/**
 * An instance on a server. It is fetched when the first of its bytes is read, once, and lies in the temporary folder
 * from then on. Its positions are those of the file, and from {@link WebHeader#PIXELS} on those of the pixel data, for
 * headers that came without the file: see {@link WebHeader}.
 */
final class WebInstance implements Source {

	/** How often it is fetched anew, if others that were interrupted closed what was fetched. */
	private static final int TRIES = 3;

	private final Retrieval retrieval;
	private final FoundSeries series;
	private final String uid;
	private final Spool spool;
	/** Null if the file is read for its header, as any other. */
	private final WebHeader header;
	/** While one thread fetches it the others wait. */
	private final ReentrantLock fetching = new ReentrantLock();
	private volatile Spool.Region region;

	WebInstance(final Retrieval retrieval, final FoundSeries series, final String uid, final Spool spool,
		final WebHeader header)
	{
		this.retrieval = retrieval;
		this.series = series;
		this.uid = uid;
		this.spool = spool;
		this.header = header;
	}

	FoundSeries series() {
		return series;
	}

	/** Its SOP Instance UID. */
	String uid() {
		return uid;
	}

	/** The header that came without the file; null if the file has to be read for it. */
	WebHeader header() {
		return header;
	}

	/** Server and SOP Instance UID, as archives have their entries. */
	@Override
	public String name() {
		return retrieval.server() + "!" + uid;
	}

	@Override
	public String container() {
		return retrieval.server().toString();
	}

	/** Not known before it was fetched. */
	@Override
	public long length() {
		final Spool.Region fetched = region;
		return header != null || fetched == null ? -1 : fetched.length();
	}

	@Override
	public boolean isSeekable() {
		return true;
	}

	/** Fetches it, unless it is here. */
	Spool.Region fetch() throws IOException {
		final Spool.Region known = region;
		if (known != null && known.isOpen()) return known;
		lock();
		try {
			if (!isHere()) region = retrieval.instance(series, uid, spool);
			return region;
		}
		finally {
			fetching.unlock();
		}
	}

	/** Keeps what was fetched of it together with others. */
	void keep(final Spool.Region fetched) {
		region = fetched;
	}

	/** Whether it was fetched and can be read. */
	boolean isHere() {
		return region != null && region.isOpen();
	}

	private void lock() throws ClosedByInterruptException {
		try {
			fetching.lockInterruptibly();
		}
		catch (final InterruptedException exc) {
			Thread.currentThread().interrupt();
			throw new ClosedByInterruptException();
		}
	}

	/** Asks nobody before a byte is read. */
	@Override
	public SeekableByteChannel open(final long position) {
		return new LazyChannel(position, this::read);
	}

	private int read(final ByteBuffer into, final long position) throws IOException {
		for (int tries = 1;; tries++) {
			try {
				if (position < WebHeader.PIXELS) return fetch().read(into, position);
				final int frame = header.frameAt(position - WebHeader.PIXELS);
				return frame < 0 ? readPixels(into, position - WebHeader.PIXELS)
					: readFrame(into, position - WebHeader.PIXELS, frame);
			}
			catch (final ClosedByInterruptException exc) {
				throw exc;
			}
			catch (final ClosedChannelException exc) { // another thread was interrupted
				if (tries == TRIES) throw exc;
			}
		}
	}

	private int readPixels(final ByteBuffer into, final long position) throws IOException {
		final Spool.Region whole = fetch();
		return whole.read(into, header.pixelOffset(this) + position);
	}

	private int readFrame(final ByteBuffer into, final long position, final int frame) throws IOException {
		lock();
		final Spool.Region fetched;
		try {
			fetched = header.frame(frame, () -> retrieval.frame(series, uid, frame + 1, header.syntax(), spool));
		}
		finally {
			fetching.unlock();
		}
		return fetched.read(into, position - header.frameStart(frame));
	}

	@Override
	public String toString() {
		return name();
	}
}
