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
import java.nio.channels.ClosedByInterruptException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A file that several threads read from until nobody needs it any more. One that hangs makes others wait that read it
 * too, until they are interrupted, but not the one that {@link #end ends} it: then the last reader closes it.
 */
abstract class SharedFile {

	/** Guards what the subclass has open. */
	private final ReentrantLock lock = new ReentrantLock();
	private final AtomicInteger readers = new AtomicInteger();
	private volatile boolean isOver;

	/** Somebody begins to read. */
	final void enter() {
		readers.incrementAndGet();
	}

	/** Somebody has read. */
	final void leave() throws IOException {
		readers.decrementAndGet();
		closeIfOver();
	}

	/** Nobody will begin to read any more. */
	final void end() throws IOException {
		isOver = true;
		closeIfOver();
	}

	final void lock() throws ClosedByInterruptException {
		try {
			lock.lockInterruptibly();
		}
		catch (final InterruptedException exc) {
			Thread.currentThread().interrupt();
			throw new ClosedByInterruptException();
		}
	}

	final void unlock() throws IOException {
		lock.unlock();
		closeIfOver();
	}

	/** Does not wait: a thread that is at work closes when it has done. */
	private void closeIfOver() throws IOException {
		if (!isOver || readers.get() > 0 || !lock.tryLock()) return;
		try {
			close();
		}
		finally {
			lock.unlock();
		}
	}

	/** Closes what is open, if anything is; may come more than once. */
	abstract void close() throws IOException;
}
