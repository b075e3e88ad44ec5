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

package io.github.dicomvolumes.work;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.locks.LockSupport;

import org.junit.jupiter.api.Test;

class ParallelTest {

	@Test
	void eachIndexRunsOnce() throws IOException {
		final var runs = new AtomicIntegerArray(10_000);
		Parallel.forEach(runs.length(), "Test", Progress.NONE, runs::incrementAndGet);
		for (int i = 0; i < runs.length(); i++)
			assertEquals(1, runs.get(i));
	}

	@Test
	void onlySomeProcessorsAreUsedWithin() throws IOException {
		final var atOnce = new AtomicInteger();
		final var most = new AtomicInteger();
		final Parallel.Task work = i -> {
			most.accumulateAndGet(atOnce.incrementAndGet(), Math::max);
			LockSupport.parkNanos(2_000_000);
			atOnce.decrementAndGet();
		};
		Parallel.within(1, once -> Parallel.forEach(40, "Test", Progress.NONE, work));
		assertEquals(1, most.get());
		final Thread caller = Thread.currentThread(); // for which no other is woken
		Parallel.within(1,
			once -> Parallel.forEach(3, "Test", Progress.NONE, i -> assertSame(caller, Thread.currentThread())));
		// what is started by what is started, too
		Parallel.within(1,
			once -> Parallel.forEach(2, "Test", Progress.NONE, i -> Parallel.forEach(20, "Test", Progress.NONE, work)));
		assertEquals(1, most.get());
		// and no longer
		assertThrows(IOException.class, () -> Parallel.within(1, once -> { throw new IOException("in the middle"); }));
		Parallel.forEach(40, "Test", Progress.NONE, work);
		assertEquals(Math.min(40, Runtime.getRuntime().availableProcessors()), most.get());
	}

	@Test
	void progressIsHeardAtMostFiftyTimesASecond() throws IOException {
		final var updates = new AtomicInteger();
		final long start = System.nanoTime();
		Parallel.forEach(1_000_000, "Test", (phase, done, total) -> updates.incrementAndGet(), i -> {});
		final long most = 3 + (System.nanoTime() - start) / 20_000_000; // the first, the one after the first item, the last
		assertTrue(updates.get() <= most, updates + " updates, at most " + most);
	}

	@Test
	void aSilentProgressStillCancels() {
		final var updates = new AtomicInteger();
		final Progress progress = new Progress() {

			@Override
			public void update(final String phase, final long done, final long total) {
				updates.incrementAndGet();
			}

			@Override
			public boolean isCanceled() {
				return true;
			}
		};
		final var runs = new AtomicInteger();
		assertThrows(CancellationException.class,
			() -> Parallel.forEach(1_000_000, "Test", progress.silent(), i -> runs.incrementAndGet()));
		assertEquals(0, updates.get());
		assertTrue(runs.get() < 1_000_000, runs + " items were done all the same");
	}

	@Test
	void whenCancelledOnlyTheItemsInWorkAreFinished() {
		final var isReached = new AtomicBoolean();
		final var isToldToStop = new AtomicBoolean();
		final var later = new AtomicInteger();
		final Progress progress = new Progress() {

			@Override
			public void update(final String phase, final long done, final long total) {}

			@Override
			public boolean isCanceled() {
				isToldToStop.set(isReached.get()); // a busy machine may let it ask late
				return isReached.get();
			}
		};
		assertThrows(CancellationException.class, () -> Parallel.forEach(10_000, "Test", progress, i -> {
			if (isToldToStop.get()) later.incrementAndGet();
			if (i == 100) isReached.set(true);
			try {
				Thread.sleep(1);
			}
			catch (final InterruptedException exc) {
				throw new IllegalStateException(exc);
			}
		}));
		final int most = 10 * Runtime.getRuntime().availableProcessors(); // until the others are told
		assertTrue(later.get() <= most, later + " items began after it was cancelled");
	}
}
