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

import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Does the same independent thing for many items on all processors. The work is done by threads of its own, so that a
 * thread that waits for it can stop waiting, even if the system never returns from reading a file: a pipe, a network
 * drive that is gone.
 */
public final class Parallel {

	private static final long UPDATE_NANOS = 20_000_000;
	/** How long the calling thread waits before it looks at its progress again, so at most until it hears of cancel. */
	private static final long POLL_MILLIS = 5;
	/** So often it looks whenever an item is done, however quickly they are: short work can be cancelled, too. */
	private static final int EAGER_LOOKS = 24;
	/**
	 * How long it waits, once it was cancelled, for items to end by themselves, because an interrupt closes files under
	 * threads; and then for threads that may hang.
	 */
	private static final long ITEM_MILLIS = 100, GRACE_MILLIS = 900;

	/** Threads wait so long for more work, because to start one costs as much as a small file. */
	private static final long IDLE_SECONDS = 2;
	private static final String IDLE = "Idle, of DICOM Volumes";

	private static final ExecutorService POOL = pool();

	/** How many processors a thread may use; none means all. */
	private static final ThreadLocal<Integer> PROCESSORS = new ThreadLocal<>();

	private Parallel() {}

	/** One item's work. An interrupt means that nobody needs its result any more. */
	@FunctionalInterface
	public interface Task {

		void run(int index) throws IOException;
	}

	/**
	 * Runs a task for every index from 0 to {@code n - 1}, each once, in about that order, and returns when all are
	 * done. The calling thread only waits; it reports progress, and may be cancelled or interrupted. Its interrupt
	 * status stays as it is.
	 * <p>
	 * Costs little more than waking a thread, so that it can be used for a single item.
	 *
	 * @throws CancellationException if {@code progress} cancels it, or the calling thread is interrupted. No task runs
	 *         any more then, but for one that neither ends nor heeds an interrupt within a second: its thread, a
	 *         daemon, is left behind and runs no other of these tasks
	 * @throws IOException the first one that a task threw; the items not begun are left out
	 */
	public static void forEach(final int n, final String phase, final Progress progress, final Task task)
		throws IOException
	{
		final Integer most = PROCESSORS.get();
		if (most != null && most == 1) forEachHere(n, phase, progress, task);
		else forEach(n, processors(most), phase, progress, task);
	}

	/** Where there is one processor only, another thread would have to be woken for nothing. */
	private static void forEachHere(final int n, final String phase, final Progress progress, final Task task)
		throws IOException
	{
		progress.update(phase, 0, n);
		for (int i = 0; i < n; i++) {
			progress.checkCanceled(phase);
			if (Thread.currentThread().isInterrupted()) throw interrupted(phase);
			task.run(i);
		}
		progress.update(phase, n, n);
	}

	/**
	 * As above, with another number of threads: tasks that wait for a network need more of them than there are
	 * processors.
	 *
	 * @param threads at most, at least 1
	 */
	public static void forEach(final int n, final int threads, final String phase, final Progress progress,
		final Task task) throws IOException
	{
		progress.update(phase, 0, n);
		progress.checkCanceled(phase);
		if (Thread.currentThread().isInterrupted()) throw interrupted(phase);
		if (n > 0) new Work(n, threads, phase, progress, task).complete();
		progress.update(phase, n, n);
	}

	/** Does something that may hang, such as reading a file, so that it ends all the same as {@link #forEach} does. */
	public static void run(final String phase, final Progress progress, final Task task) throws IOException {
		forEach(1, phase, progress.silent(), task);
	}

	/**
	 * Does something for which only some processors are used here, also by what it starts here in turn: for programs
	 * that divide the work of a machine themselves. With one the calling thread does it all, and waits for a file that
	 * hangs.
	 *
	 * @param processors at least 1
	 */
	public static void within(final int processors, final Task task) throws IOException {
		if (processors < 1) throw new IllegalArgumentException(processors + " processors; at least one is needed");
		final Integer before = PROCESSORS.get();
		PROCESSORS.set(processors);
		try {
			task.run(0);
		}
		finally {
			restore(before);
		}
	}

	private static void restore(final Integer processors) {
		if (processors == null) PROCESSORS.remove();
		else PROCESSORS.set(processors);
	}

	private static int processors(final Integer most) {
		final int all = Runtime.getRuntime().availableProcessors();
		return most == null ? all : Math.min(most, all);
	}

	private static CancellationException interrupted(final String phase) {
		return new CancellationException(phase + " interrupted");
	}

	private static ExecutorService pool() {
		return new ThreadPoolExecutor(0, Integer.MAX_VALUE, IDLE_SECONDS, TimeUnit.SECONDS, new SynchronousQueue<>(),
			work -> {
				final Thread thread = new Thread(work, IDLE);
				thread.setDaemon(true);
				return thread;
			});
	}

	/** One call. */
	private static final class Work implements Runnable {

		private final int n;
		private final int threads;
		private final String phase;
		private final Progress progress;
		private final Task task;
		/** Null for all processors. */
		private final Integer most = PROCESSORS.get();
		private final AtomicInteger next = new AtomicInteger();
		private final AtomicInteger done = new AtomicInteger();
		/** Set when no other item may begin. */
		private volatile Throwable failure;
		/** Guarded by this object: those that run tasks, and whether no other one may begin to. */
		private final Set<Thread> workers = new HashSet<>();
		private boolean isOver;
		private int begun;
		private int looks;
		/** Whether the calling thread waits for the next item. */
		private volatile boolean isEager;

		Work(final int n, final int threads, final String phase, final Progress progress, final Task task) {
			this.n = n;
			this.threads = threads;
			this.phase = phase;
			this.progress = progress;
			this.task = task;
		}

		// -- In the calling thread --

		void complete() throws IOException {
			try {
				for (int t = 0; t < Math.min(n, threads); t++)
					POOL.execute(this);
				await();
			}
			catch (final InterruptedException exc) {
				stop(interrupted(phase));
				Thread.currentThread().interrupt();
			}
			catch (final RuntimeException | Error exc) { // the progress cancels, or fails
				stop(exc);
			}
			final Throwable failed = failure;
			if (failed instanceof IOException io) throw io;
			if (failed instanceof RuntimeException runtime) throw runtime;
			if (failed instanceof Error error) throw error;
		}

		private void await() throws InterruptedException {
			long updated = System.nanoTime();
			do {
				progress.checkCanceled(phase);
				final long now = System.nanoTime();
				if (now - updated < UPDATE_NANOS) continue;
				updated = now;
				progress.update(phase, done.get(), n);
			}
			while (!isOver(POLL_MILLIS));
		}

		/** Waits until all tasks have ended, at most for a while. */
		private synchronized boolean isOver(final long millis) throws InterruptedException {
			isEager = looks++ < EAGER_LOOKS;
			if (!isIdle()) wait(millis);
			if (isIdle()) isOver = true;
			return isOver;
		}

		private boolean isIdle() {
			return workers.isEmpty() && (next.get() >= n || failure != null);
		}

		/** Waits for the workers, but not for one that hangs. */
		private void stop(final Throwable reason) {
			failure = reason;
			boolean isInterrupted = Thread.interrupted() | waitForWorkers(ITEM_MILLIS);
			interruptWorkers();
			isInterrupted |= waitForWorkers(GRACE_MILLIS);
			if (isInterrupted) Thread.currentThread().interrupt();
		}

		/**
		 * Waits until the tasks have ended, at most for a while.
		 *
		 * @return whether the calling thread was interrupted
		 */
		private boolean waitForWorkers(final long most) {
			final long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(most);
			boolean isInterrupted = false;
			for (long left = most; left > 0; left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime())) {
				try {
					if (isOver(left)) break;
				}
				catch (final InterruptedException exc) {
					isInterrupted = true;
				}
			}
			return isInterrupted;
		}

		private synchronized void interruptWorkers() {
			isOver = true;
			workers.forEach(Thread::interrupt);
		}

		// -- In other threads --

		@Override
		public void run() {
			if (!begin()) return;
			restore(most);
			try {
				for (int i = next.getAndIncrement(); i < n && failure == null; i = next.getAndIncrement()) {
					task.run(i);
					done.incrementAndGet();
					if (isEager) lookNow();
				}
			}
			catch (final Throwable exc) {
				fail(exc);
			}
			finally {
				end();
			}
		}

		private synchronized boolean begin() {
			if (isOver) return false;
			Thread.currentThread().setName("DICOM Volumes " + ++begun);
			workers.add(Thread.currentThread());
			return true;
		}

		/** The first failure is the one that counts. */
		private synchronized void fail(final Throwable exc) {
			if (failure == null) failure = exc;
		}

		private synchronized void lookNow() {
			isEager = false;
			notifyAll();
		}

		/** After this the thread is not interrupted any more, and may work for others. */
		private synchronized void end() {
			PROCESSORS.remove();
			workers.remove(Thread.currentThread());
			Thread.interrupted();
			Thread.currentThread().setName(IDLE);
			notifyAll();
		}
	}
}
