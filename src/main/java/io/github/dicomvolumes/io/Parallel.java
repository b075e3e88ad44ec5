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
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/** Does the same independent thing for many items on all processors. */
public final class Parallel {

	private static final long UPDATE_NANOS = 20_000_000;

	private Parallel() {}

	/** One item's work. */
	@FunctionalInterface
	public interface Task {

		void run(int index) throws IOException;
	}

	/**
	 * Runs a task for every index from 0 to {@code n - 1}, each once, in about that order, and returns when all are
	 * done. The calling thread works too and is the one that reports progress.
	 *
	 * @throws CancellationException if {@code progress} cancels it; no task runs any more then
	 * @throws IOException the first one that a task threw; the items not begun are left out
	 */
	public static void forEach(final int n, final String phase, final Progress progress, final Task task)
		throws IOException
	{
		progress.update(phase, 0, n);
		final var next = new AtomicInteger();
		final var done = new AtomicInteger();
		final var failure = new AtomicReference<Throwable>();
		final Runnable worker = () -> {
			for (int i = next.getAndIncrement(); i < n && failure.get() == null; i = next.getAndIncrement()) {
				try {
					task.run(i);
					done.incrementAndGet();
				}
				catch (final Throwable exc) {
					failure.compareAndSet(null, exc);
				}
			}
		};
		final int helpers = Math.min(n, Runtime.getRuntime().availableProcessors()) - 1;
		final Thread[] threads = new Thread[Math.max(helpers, 0)];
		for (int t = 0; t < threads.length; t++) {
			threads[t] = new Thread(worker, "DICOM Volumes " + (t + 1));
			threads[t].setDaemon(true);
			threads[t].start();
		}
		try {
			workAndReport(n, phase, progress, task, next, done, failure);
		}
		finally {
			join(threads);
		}
		rethrow(failure.get());
		progress.update(phase, n, n);
	}

	private static void workAndReport(final int n, final String phase, final Progress progress, final Task task,
		final AtomicInteger next, final AtomicInteger done, final AtomicReference<Throwable> failure)
	{
		long updated = System.nanoTime() - UPDATE_NANOS;
		try {
			while (failure.get() == null) {
				progress.checkCanceled(phase);
				final int i = next.getAndIncrement();
				if (i >= n) return;
				task.run(i);
				done.incrementAndGet();
				final long now = System.nanoTime();
				if (now - updated < UPDATE_NANOS) continue;
				updated = now;
				progress.update(phase, done.get(), n);
			}
		}
		catch (final Throwable exc) {
			failure.compareAndSet(null, exc);
		}
	}

	private static void join(final Thread[] threads) {
		boolean interrupted = false;
		for (final Thread thread : threads) {
			while (true) {
				try {
					thread.join();
					break;
				}
				catch (final InterruptedException exc) {
					interrupted = true;
				}
			}
		}
		if (interrupted) Thread.currentThread().interrupt();
	}

	private static void rethrow(final Throwable failure) throws IOException {
		if (failure instanceof IOException io) throw io;
		if (failure instanceof RuntimeException runtime) throw runtime;
		if (failure instanceof Error error) throw error;
	}
}
