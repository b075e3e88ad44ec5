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

package io.github.dicomvolumes.volume.sample;

import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Function;

import io.github.dicomvolumes.work.Progress;

/** Adjacent planes that are read once, by the first thread that asks for them; others wait. */
final class Block {

	private final FutureTask<Object[]> task;
	private volatile boolean isCancelled;
	private volatile boolean isRead;

	/** @param reading gives the planes; is told when it should stop */
	Block(final Function<Progress, Object[]> reading) {
		task = new FutureTask<>(() -> {
			final Object[] planes = reading.apply(new Progress() {

				@Override
				public void update(final String phase, final long done, final long total) {}

				@Override
				public boolean isCanceled() {
					return isCancelled;
				}
			});
			isRead = true;
			return planes;
		});
	}

	/**
	 * The planes, read now if nobody has.
	 *
	 * @throws CancellationException if it has been {@linkplain #cancel cancelled}, or the thread is interrupted
	 */
	Object[] get() {
		task.run();
		try {
			return task.get();
		}
		catch (final ExecutionException exc) {
			if (exc.getCause() instanceof Error error) throw error;
			throw (RuntimeException) exc.getCause();
		}
		catch (final InterruptedException exc) {
			Thread.currentThread().interrupt();
			throw new CancellationException("Interrupted while waiting for another thread");
		}
	}

	/** Whether {@link #get} need not wait. */
	boolean isRead() {
		return isRead;
	}

	/** Stops whoever reads it, unless it is read. */
	void cancel() {
		isCancelled = true;
	}
}
