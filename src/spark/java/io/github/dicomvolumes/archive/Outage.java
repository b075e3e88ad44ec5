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

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/**
 * Whether a store answers at all. Hadoop asks one that does not for minutes, and would do so for each of 100,000 files.
 * After some questions in vain, one after another, the store is asked what is in it: if it says so, the files are bad,
 * and their neighbours are not. Else all other questions fail at once, and after a while one is asked again. So a run
 * ends, and the next one reads what is left.
 */
final class Outage {

	/** What is asked. */
	@FunctionalInterface
	interface Question<T> {

		T ask() throws IOException;
	}

	/** So many questions in vain, one after another, and so much time for them, in ns, look like an outage. */
	static final int MOST = 3;
	static final long PATIENCE = 30_000_000_000L;
	/** So long nothing is asked then, in ns. */
	static final long PAUSE = 60_000_000_000L;

	/** Those of this process, by what Hadoop calls the stores. */
	private static final Map<String, Outage> ALL = new ConcurrentHashMap<>();

	private final String store;
	private final LongSupplier clock;
	private final Question<?> content;
	private int inVain;
	private long lost;
	private boolean isOut;
	private long last;

	/**
	 * @param clock in ns
	 * @param content asks what is in the store
	 */
	Outage(final String store, final LongSupplier clock, final Question<?> content) {
		this.store = store;
		this.clock = clock;
		this.content = content;
	}

	/** That of a store, for all tasks of this process. */
	static Outage of(final FileSystem files) {
		return ALL.computeIfAbsent(files.getUri().toString(), store -> new Outage(store, System::nanoTime,
			() -> files.listStatusIterator(new Path(Path.SEPARATOR)).hasNext()));
	}

	/**
	 * Asks.
	 *
	 * @throws IOException if it fails, or at once while the store does not answer
	 */
	<T> T ask(final Question<T> question) throws IOException {
		final T answer = open(question);
		noteAnswer();
		return answer;
	}

	/** The same for what may have been done without the store, as S3A opens files: that it is done is no answer. */
	<T> T open(final Question<T> question) throws IOException {
		final long start = clock.getAsLong();
		check(start);
		try {
			return question.ask();
		}
		catch (final IOException exc) {
			if (isAnswer(exc)) noteAnswer();
			else if (looksOut(clock.getAsLong() - start)) findOut();
			throw exc;
		}
	}

	/** Whether the store says no. */
	private static boolean isAnswer(final IOException failure) {
		return failure instanceof FileNotFoundException || failure instanceof AccessDeniedException;
	}

	private void findOut() {
		try {
			content.ask();
			noteAnswer();
		}
		catch (final IOException exc) {
			if (isAnswer(exc)) noteAnswer();
			else noteOutage();
		}
	}

	private synchronized void check(final long now) throws IOException {
		if (isOut && now - last < PAUSE) throw new IOException(
			store + " does not answer; it was not asked for this one. The next run tries it again");
	}

	private synchronized void noteAnswer() {
		isOut = false;
		inVain = 0;
		lost = 0;
	}

	private synchronized boolean looksOut(final long inNanos) {
		inVain++;
		lost += inNanos;
		return inVain >= MOST && lost >= PATIENCE;
	}

	private synchronized void noteOutage() {
		isOut = true;
		last = clock.getAsLong();
	}
}
