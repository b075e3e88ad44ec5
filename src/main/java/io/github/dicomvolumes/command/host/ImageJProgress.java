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

package io.github.dicomvolumes.command.host;

import ij.IJ;

import io.github.dicomvolumes.work.Progress;

import java.util.function.BooleanSupplier;

import org.scijava.Context;
import org.scijava.app.event.StatusEvent;
import org.scijava.event.EventService;

/**
 * Progress in ImageJ's status and progress bar, or to whoever listens to SciJava's where there is no ImageJ window: at
 * once, as its service has each text told by another thread, in any order. At most ten updates a second are shown, and
 * the end of each phase.
 */
public final class ImageJProgress implements Progress {

	private static final long INTERVAL = 100_000_000; // ns

	/** So long nobody can tell how much is left. */
	private static final double SOON = 2e9; // ns

	private final BooleanSupplier canceled;
	private final Course course;
	private final Stopwatch watch;
	private final EventService events;
	private long next = System.nanoTime();

	/** @param context may be null: then there is only ImageJ */
	ImageJProgress(final BooleanSupplier canceled, final Course course, final Stopwatch watch, final Context context) {
		this.canceled = canceled;
		this.course = course;
		this.watch = watch;
		events = context == null || IJ.getInstance() != null ? null : context.getService(EventService.class);
	}

	@Override
	public synchronized void update(final String phase, final long done, final long total) {
		final double far = course.at(phase, done, total);
		if (isDue(total > 0 && done == total)) show(far, text(phase, done, total, left(watch.nanos(), far)));
	}

	@Override
	public synchronized void update(final String phase, final double part) {
		final double far = course.at(phase, part);
		if (isDue(part == 1)) show(far, text(phase, part, left(watch.nanos(), far)));
	}

	private boolean isDue(final boolean isEnd) {
		final long now = System.nanoTime();
		if (now - next < 0 && !isEnd) return false;
		next = now + INTERVAL;
		return true;
	}

	/** Leaves a text, and no bar. */
	void end(final String text) {
		show(1, text);
	}

	private void show(final double far, final String text) {
		if (events != null) events.publish(new StatusEvent((int) (1000 * far), 1000, text));
		else {
			IJ.showStatus(text);
			IJ.showProgress(far);
		}
	}

	/** "Loading data: 300 of 1000, 12 s left". */
	static String text(final String phase, final long done, final long total, final String left) {
		return phase + (total > 1 ? ": " + done + " of " + total : "") + (left.isEmpty() ? "" : ", " + left + " left");
	}

	/** "Sampling dose: 30 %, 12 s left". */
	static String text(final String phase, final double part, final String left) {
		return phase + ": " + Math.round(100 * part) + " %" + (left.isEmpty() ? "" : ", " + left + " left");
	}

	/** What is left if it goes on like this; empty where nobody can tell. */
	static String left(final double nanos, final double far) {
		if (nanos < SOON || far < 0.02 || far >= 1) return "";
		final long seconds = Math.round(nanos * (1 - far) / far / 1e9);
		return seconds < 90 ? Math.max(1, seconds) + " s" : Math.round(seconds / 60.0) + " min";
	}

	@Override
	public boolean isCanceled() {
		return canceled.getAsBoolean();
	}
}
