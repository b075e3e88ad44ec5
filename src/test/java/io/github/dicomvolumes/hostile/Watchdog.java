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

package io.github.dicomvolumes.hostile;

import java.util.Map;
import java.util.stream.Collectors;

/**
 * Notes what takes longer than 10 s, with the stack at that moment; cancels it after 20 s and interrupts it after 30 s,
 * so that the run goes on.
 */
final class Watchdog {

	private static final double LONG = 10, CANCEL = 20, INTERRUPT = 30; // s

	private static volatile boolean isCanceled;

	private final Findings findings;
	private final Thread watched = Thread.currentThread();
	private volatile Mutant mutant;
	private volatile long since;
	private boolean isNoted;

	/** Watches the thread that makes it. */
	Watchdog(final Findings findings) {
		this.findings = findings;
		final Thread thread = new Thread(this::watch, "Watchdog");
		thread.setDaemon(true);
		thread.start();
	}

	/** Whether the work in hand is to end. */
	static boolean isCanceled() {
		return isCanceled;
	}

	synchronized void begin(final Mutant next) {
		mutant = next;
		since = System.nanoTime();
		isNoted = false;
		isCanceled = false;
	}

	/** @return seconds since the mutant began */
	synchronized double end() {
		mutant = null;
		Thread.interrupted();
		return (System.nanoTime() - since) / 1e9;
	}

	private void watch() {
		while (true) {
			try {
				Thread.sleep(250);
			}
			catch (final InterruptedException exc) {
				return;
			}
			look();
		}
	}

	private synchronized void look() {
		if (mutant == null) return;
		final double seconds = (System.nanoTime() - since) / 1e9;
		if (seconds > LONG && !isNoted) {
			isNoted = true;
			final StackTraceElement[] frames = watched.getStackTrace();
			findings.add("longer than 10 s", mutant.number(), mutant + "\n" + Oracle.stack(frames) + helpers());
		}
		if (seconds > CANCEL) isCanceled = true;
		if (seconds > INTERRUPT) watched.interrupt();
	}

	private static String helpers() {
		return Thread.getAllStackTraces()
			.entrySet()
			.stream()
			.filter(e -> e.getKey().getName().startsWith("DICOM Volumes"))
			.map(Map.Entry::getValue)
			.map(frames -> "\nhelper:\n" + Oracle.stack(frames))
			.collect(Collectors.joining());
	}
}
