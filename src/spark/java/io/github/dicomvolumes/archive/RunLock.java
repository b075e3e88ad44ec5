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

package io.github.dicomvolumes.archive;

import java.io.Closeable;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.NoSuchFileException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Sees to it that one run at a time writes a folder. Each run has a file of its own, which only it writes, says there
 * first that it wants to run, and runs when it then finds no file of another one. So of two runs at least one finds the
 * other, wherever a file that was written is in each listing from then on: no file has to be made by one of two, or
 * renamed.
 *
 * <pre>
 * state runs                          or asks
 * mark 0ddb...8e/pid:[4026531836]/1000 4711 7324940
 * host node7
 * process 4711
 * user jane
 * locked 2026-01-31T12:00:03Z
 * beat 17                             counted as long as the run lives
 * </pre>
 *
 * The file of a run that was killed counts for nothing: if its mark is that of a process of this system that is gone,
 * or if its text was watched for a while and did not change. No clocks are compared.
 */
final class RunLock implements Closeable {

	/**
	 * How runs tell that they live.
	 *
	 * @param beat time after which a run changes its file
	 * @param patience how long another one watches that until it takes the run for dead
	 * @param mark of this process, empty if it is not known
	 */
	record Pulse(Duration beat, Duration patience, String mark) {

		static Pulse usual() {
			return new Pulse(Duration.ofSeconds(10), Duration.ofSeconds(90),
				ProcessMark.own().map(ProcessMark::toString).orElse(""));
		}
	}

	/** What was first read of another run's file, and when, in ns. */
	private record Seen(String text, long since) {}

	static final String FOLDER = "locks";

	/** In a beat. */
	private static final int PAUSES = 20;
	/** To read a file that others write. */
	private static final int TRIES = 5;
	private static final String ASKS = "asks", RUNS = "runs";

	private final Storage storage;
	private final Pulse pulse;
	private final String id = UUID.randomUUID().toString(), name = FOLDER + "/" + id, locked = Instant.now().toString();
	private final Thread heart = new Thread(this::beat, "Lock of an archive");
	private final CountDownLatch end = new CountDownLatch(1);
	private final Map<String, Seen> seen = new HashMap<>();
	private String state = ASKS;
	private int beats;

	private RunLock(final Storage storage, final Pulse pulse) throws IOException {
		this.storage = storage;
		this.pulse = pulse;
		storage.overwrite(name, text());
		heart.setDaemon(true);
		heart.start();
	}

	/**
	 * Locks a folder; waits if it cannot be known at once whether another run lives.
	 *
	 * @param isForced takes the lock away from another run, which finds that with its next {@link #check}
	 * @throws IllegalStateException if another run has locked it
	 */
	static RunLock take(final Storage storage, final boolean isForced) throws IOException {
		return take(storage, isForced, Pulse.usual());
	}

	static RunLock take(final Storage storage, final boolean isForced, final Pulse pulse) throws IOException {
		final RunLock lock = new RunLock(storage, pulse);
		try {
			lock.win(isForced);
			return lock;
		}
		catch (final IOException | RuntimeException exc) {
			try {
				lock.close();
			}
			catch (final IOException | RuntimeException closing) {
				exc.addSuppressed(closing);
			}
			throw exc;
		}
	}

	/** @throws IllegalStateException if the lock was taken away, because this run stood still or by force */
	void check() throws IOException {
		if (!storage.exists(name)) throw new IllegalStateException(
			"Another run has taken over " + storage + ", because this one stood still or by --force. It ends here.");
	}

	private void win(final boolean isForced) throws IOException {
		for (int pauses = 0; isLockedByOthers(isForced); pauses++) {
			if (pauses == PAUSES) System.err.println("The run that has locked " + storage +
				" gives no sign of life. Watching it for " + pulse.patience.toSeconds() + " s.");
			pause();
		}
		state = RUNS;
		write();
	}

	/** Removes what dead runs have left. */
	private boolean isLockedByOthers(final boolean isForced) throws IOException {
		final List<String> all = storage.list(FOLDER);
		if (!all.contains(id)) {
			check();
			return true; // a listing of before
		}
		boolean isLocked = false;
		for (final String other : all) {
			if (other.equals(id)) continue;
			isLocked = true;
			final Optional<String> text = read(other);
			if (text.isPresent() && (isForced || isDead(other, text.get()))) storage.delete(FOLDER + "/" + other);
			else if (text.isPresent()) refuseIfAlive(other, text.get());
		}
		return isLocked;
	}

	/**
	 * Empty if it is there no more. Reading fails if it was written between the question for its length and that for
	 * its bytes, as S3A puts them.
	 */
	private Optional<String> read(final String other) throws IOException {
		for (int tries = 1;; tries++)
			try {
				return Optional.of(storage.read(FOLDER + "/" + other));
			}
			catch (final FileNotFoundException | NoSuchFileException exc) {
				return Optional.empty();
			}
			catch (final IOException exc) {
				if (tries == TRIES) throw exc;
				pause();
			}
	}

	/**
	 * Whether it counts for nothing; so does one that asks all that time and does not give up, which its check tells.
	 */
	private boolean isDead(final String other, final String text) {
		if (mark(text).map(ProcessMark::isGone).orElse(false)) return true;
		final Seen first = seen.get(other);
		return first != null && System.nanoTime() - first.since > pulse.patience.toNanos();
	}

	/** Of runs that want to run at the same time the one whose name is first waits for the others to give up. */
	private void refuseIfAlive(final String other, final String text) {
		final boolean isKnown = mark(text).map(ProcessMark::isAlive).orElse(false);
		final Seen first = seen.putIfAbsent(other, new Seen(text, System.nanoTime()));
		if (!isKnown && (first == null || text.equals(first.text))) return;
		if (RUNS.equals(value(text, "state"))) throw new IllegalStateException(storage +
			" is written by another run (" + said(text) + "). Wait for it; --force takes the lock away from it.");
		if (ASKS.equals(value(text, "state")) && other.compareTo(id) < 0) throw new IllegalStateException(
			storage + " was locked by another run just now (" + said(text) + "). Wait for it.");
	}

	private void pause() {
		try {
			TimeUnit.MILLISECONDS.sleep(pulse.beat.dividedBy(PAUSES).toMillis());
		}
		catch (final InterruptedException exc) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException("Interrupted while waiting for the lock of " + storage);
		}
	}

	// -- Text --

	private String text() {
		return "state %s\nmark %s\nhost %s\nprocess %d\nuser %s\nlocked %s\nbeat %d\n".formatted(state, pulse.mark,
			host(), ProcessHandle.current().pid(), System.getProperty("user.name"), locked, beats);
	}

	/** For people; not all machines have a name. */
	private static String host() {
		try {
			return InetAddress.getLocalHost().getHostName();
		}
		catch (final IOException exc) {
			return "unknown";
		}
	}

	private static Optional<ProcessMark> mark(final String text) {
		return ProcessMark.of(value(text, "mark"));
	}

	private static String said(final String text) {
		return String.join(", ", text.lines().filter(line -> line.matches("(host|process|user|locked) .*")).toList());
	}

	private static String value(final String text, final String key) {
		return text.lines()
			.filter(line -> line.startsWith(key + " "))
			.findFirst()
			.orElse(key + " ")
			.substring(key.length() + 1);
	}

	// -- Heart --

	private void beat() {
		try {
			while (!end.await(pulse.beat.toMillis(), TimeUnit.MILLISECONDS))
				tryToWrite();
		}
		catch (final InterruptedException exc) {
			Thread.currentThread().interrupt();
		}
	}

	private void tryToWrite() {
		try {
			write();
		}
		catch (final IOException | RuntimeException exc) {
			// a store that is busy: the next beat may come through
		}
	}

	/** Leaves alone what another run has taken away. */
	private synchronized void write() throws IOException {
		beats++;
		if (storage.exists(name)) storage.overwrite(name, text());
	}

	/** Unlocks the folder. */
	@Override
	public void close() throws IOException {
		end.countDown();
		try {
			heart.join();
		}
		catch (final InterruptedException exc) {
			Thread.currentThread().interrupt();
		}
		storage.delete(name);
	}
}
