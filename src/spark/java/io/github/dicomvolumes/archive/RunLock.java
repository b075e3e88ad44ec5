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
import java.io.IOException;
import java.net.InetAddress;
import java.time.Instant;
import java.util.Optional;

/**
 * Says in a file that a run writes an index, so that no other one does at the same time.
 *
 * <pre>
 * host node7
 * process 4711
 * began 2026-01-31T12:00:00.120Z    of the process
 * user jane
 * locked 2026-01-31T12:00:03Z
 * </pre>
 */
final class RunLock implements Closeable {

	static final String NAME = "lock";

	private final Storage storage;
	private final String text;

	private RunLock(final Storage storage, final String text) {
		this.storage = storage;
		this.text = text;
	}

	/**
	 * Locks an index; the lock of a process of this host that is gone counts for nothing.
	 *
	 * @param isForced breaks the lock of another run
	 * @throws IllegalStateException if another run has locked it
	 */
	static RunLock take(final Storage storage, final boolean isForced) throws IOException {
		final String text = text(ProcessHandle.current(), host());
		if (!storage.create(NAME, text)) {
			final String other = storage.read(NAME);
			if (!isForced && !isDead(other)) throw new IllegalStateException(storage + " is written by another run (" +
				other.strip().replace("\n", ", ") + "). Wait for it; if it is dead, add --force.");
			storage.delete(NAME);
			if (!storage.create(NAME, text))
				throw new IllegalStateException(storage + " was locked by another run just now. Wait for it.");
		}
		return new RunLock(storage, text);
	}

	static String text(final ProcessHandle process, final String host) {
		return "host %s\nprocess %d\nbegan %s\nuser %s\nlocked %s\n".formatted(host, process.pid(), began(process),
			System.getProperty("user.name"), Instant.now());
	}

	/** When a process began, by which it is told from a later one of the same number; empty if nobody knows. */
	private static String began(final ProcessHandle process) {
		return process.info().startInstant().map(Instant::toString).orElse("");
	}

	static String host() throws IOException {
		return InetAddress.getLocalHost().getHostName();
	}

	/** Whether it is known that the process is gone, which it is not of other hosts. */
	private static boolean isDead(final String text) throws IOException {
		if (!text.startsWith("host " + host() + "\n")) return false;
		final Optional<ProcessHandle> process = ProcessHandle
			.of(Long.parseLong(text.lines().skip(1).findFirst().orElseThrow().substring("process ".length())));
		return process.isEmpty() || !text.contains("\nbegan " + began(process.get()) + "\n");
	}

	/** Leaves the lock of a run that has broken this one. */
	@Override
	public void close() throws IOException {
		if (storage.exists(NAME) && storage.read(NAME).equals(text)) storage.delete(NAME);
	}
}
