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

package io.github.dicomvolumes.volume;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.IntConsumer;

/**
 * Fetches the planes that are likely to be asked for next, on a thread of its own: when neighbours are asked for one
 * after the other, those that follow. Of the wishes of all volumes the newest wins.
 */
final class ReadAhead {

	/** Planes ahead of the one that is looked at. */
	private static final int PLANES = 8;

	/** One thread, which ends when it has had nothing to do for a while. */
	private static final Executor THREAD = executor();

	private final int size;
	private final int planes;
	private final IntConsumer fetch;
	/** The plane that was asked for last; none at first. */
	private volatile int last = Integer.MIN_VALUE / 2;

	/**
	 * @param size how many planes there are
	 * @param cached how many of them are kept: not more than a part of these is fetched ahead
	 * @param fetch called for planes that follow; not often enough to matter if they are there already
	 */
	ReadAhead(final int size, final int cached, final IntConsumer fetch) {
		this.size = size;
		this.fetch = fetch;
		planes = Math.min(PLANES, cached / 4);
	}

	/** Hears which plane was asked for. */
	void asked(final int plane) {
		final int step = plane - last;
		last = plane;
		if (planes > 0 && Math.abs(step) == 1) THREAD.execute(() -> fetch(plane, step));
	}

	private void fetch(final int plane, final int step) {
		for (int n = 1; n <= planes; n++) {
			final int next = plane + n * step;
			if (next < 0 || next >= size || Math.abs(last - plane) > planes) return; // the end, or looking elsewhere by now
			fetch.accept(next);
		}
	}

	private static Executor executor() {
		final ThreadPoolExecutor pool = new ThreadPoolExecutor(1, 1, 2, TimeUnit.SECONDS, new ArrayBlockingQueue<>(1),
			work -> {
				final Thread thread = new Thread(work, "DICOM Volumes read-ahead");
				thread.setDaemon(true);
				return thread;
			}, new ThreadPoolExecutor.DiscardOldestPolicy());
		pool.allowCoreThreadTimeOut(true);
		return pool;
	}
}
