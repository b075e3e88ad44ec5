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

package io.github.dicomvolumes.io.web;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/**
 * How long a server is waited for, and how often it is asked again.
 *
 * @param connecting at most until there is a connection
 * @param answering at most until the answer begins
 * @param stalling at most without a byte within an answer
 * @param retries after the first try, of questions that may be asked twice
 * @param pause before the first of these; each later one is twice as long
 * @param longestPause however long the server says to wait
 */
public record Patience(Duration connecting, Duration answering, Duration stalling, int retries, Duration pause,
	Duration longestPause)
{

	/** Bytes in a second: less is taken for standstill when something is sent. */
	private static final long SLOWEST = 16 << 10;

	/** For servers of hospitals, which may have to fetch from tapes before they answer. */
	public static final Patience DEFAULT = new Patience(Duration.ofSeconds(15), Duration.ofSeconds(120),
		Duration.ofSeconds(60), 3, Duration.ofMillis(500), Duration.ofSeconds(30));

	/** At most until the answer to something sent begins, which is only when the server has all of it. */
	Duration answering(final long bytes) {
		return answering.plusSeconds(bytes / SLOWEST);
	}

	/**
	 * How long to wait before a question is asked again: longer each time, and not all at the same moment.
	 *
	 * @param retry 0 for the first
	 * @param seconds that the server says to wait, -1 if it says nothing
	 */
	Duration before(final int retry, final long seconds) {
		final long most = longestPause.toMillis();
		if (seconds >= 0) return Duration.ofMillis(Math.min(most, Math.min(seconds, most) * 1000));
		final long doubled = Math.min(most, pause.toMillis() << Math.min(retry, 16));
		return Duration.ofMillis(doubled / 2 + ThreadLocalRandom.current().nextLong(doubled / 2 + 1));
	}
}
