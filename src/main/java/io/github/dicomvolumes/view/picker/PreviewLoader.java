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

package io.github.dicomvolumes.view.picker;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

import io.github.dicomvolumes.work.Progress;

/**
 * Reads previews in the background, one at a time: that of the thing that was wished last. A wish is read only if no
 * other follows within a moment, so that who scrolls fast reads nothing on the way; a newer one cancels what is being
 * read. The newest pictures are kept.
 * <p>
 * Wishes come from one thread, which {@code deliver} leads back to.
 *
 * @param <K> what previews are of
 */
final class PreviewLoader<K> implements AutoCloseable {

	/** How long, in ms, a wish has to be the newest before it is read: longer than a key takes to repeat. */
	static final long DELAY = 120;
	/** Pictures that are kept, at most 1 MB each. */
	private static final int KEPT = 32;

	/** Reads the preview of one thing. */
	@FunctionalInterface
	interface Reader<K> {

		/** @throws CancellationException if the progress says so; nothing else */
		Preview read(K key, Progress progress);
	}

	private final Reader<K> reader;
	private final long delay;
	private final Executor deliver;
	private final Consumer<Preview> view;
	private final ScheduledThreadPoolExecutor thread = new ScheduledThreadPoolExecutor(1, work -> {
		final Thread daemon = new Thread(work, "DICOM Volumes preview");
		daemon.setDaemon(true);
		return daemon;
	});
	/** The pictures that were looked at last. Used by the thread that wishes. */
	private final Map<K, Preview> kept = new LinkedHashMap<>(16, 0.75f, true) {

		private static final long serialVersionUID = 1L;

		@Override
		protected boolean removeEldestEntry(final Map.Entry<K, Preview> eldest) {
			return size() > KEPT;
		}
	};
	/** Counts the wishes: only the newest is read and delivered. */
	private volatile int newest;
	private Future<?> waiting;

	/**
	 * @param delay in ms
	 * @param deliver runs what calls the view
	 * @param view shows previews; also {@link Preview#READING} meanwhile
	 */
	PreviewLoader(final Reader<K> reader, final long delay, final Executor deliver, final Consumer<Preview> view) {
		this.reader = reader;
		this.delay = delay;
		this.deliver = deliver;
		this.view = view;
		thread.setRemoveOnCancelPolicy(true);
		thread.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
	}

	/** Shows the preview of a thing as soon as it can be had, at once if it is kept; nothing once this is closed. */
	void show(final K key) {
		if (thread.isShutdown()) return; // windows can hear of events when they are gone
		final int wish = forget();
		final Preview known = kept.get(key);
		view.accept(known == null ? Preview.READING : known);
		if (known == null) waiting = thread.schedule(() -> read(key, wish), delay, TimeUnit.MILLISECONDS);
	}

	/** Shows nothing. */
	void showNothing() {
		forget();
		view.accept(Preview.NOTHING);
	}

	/** What is being read is cancelled, and what was read is not shown any more. */
	@Override
	public void close() {
		forget();
		thread.shutdown(); // not by an interrupt, which would close files that others read, too
	}

	/** Gives up all earlier wishes. */
	private int forget() {
		if (waiting != null) waiting.cancel(false);
		newest = newest + 1; // no other thread writes it
		return newest;
	}

	private void read(final K key, final int wish) {
		try {
			final Preview preview = reader.read(key, new Progress() {

				@Override
				public void update(final String phase, final long done, final long total) {}

				@Override
				public boolean isCanceled() {
					return wish != newest;
				}
			});
			deliver.execute(() -> deliver(key, wish, preview));
		}
		catch (final CancellationException exc) {
			return; // something else is wanted
		}
	}

	private void deliver(final K key, final int wish, final Preview preview) {
		if (preview.picture().isPresent()) kept.put(key, preview); // a failure may be over next time
		if (wish == newest) view.accept(preview);
	}
}
