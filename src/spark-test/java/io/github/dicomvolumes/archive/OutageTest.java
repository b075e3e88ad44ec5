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

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.ConnectException;
import java.nio.file.AccessDeniedException;

import org.junit.jupiter.api.Test;

/** A store that does not answer is not asked for each file, for minutes. */
class OutageTest {

	private long now = 7;
	private int asked;
	/** What the store says when it is asked what is in it. */
	private IOException content = new ConnectException("refused");
	private final Outage outage = new Outage("s3a://bucket", () -> now, () -> {
		if (content != null) throw content;
		return "files";
	});

	private Object ask(final long seconds, final IOException failure) throws IOException {
		return outage.ask(() -> {
			asked++;
			now += seconds * 1_000_000_000;
			throw failure;
		});
	}

	/** As of a file that is opened first, for which S3A asks nothing. */
	private void askInVain(final long seconds) throws IOException {
		outage.open(() -> "opened");
		assertThrows(ConnectException.class, () -> ask(seconds, new ConnectException("refused")));
	}

	private void assertNotAsked() {
		final int before = asked;
		for (int i = 0; i < 1000; i++)
			assertThrows(IOException.class, () -> ask(100, new ConnectException("refused")));
		assertEquals(before, asked);
	}

	@Test
	void afterSomeQuestionsInVainNothingIsAskedForAWhile() throws IOException {
		for (int i = 0; i < Outage.MOST; i++)
			askInVain(145);
		assertNotAsked();
		now += Outage.PAUSE;
		askInVain(145);
		assertNotAsked();
		now += Outage.PAUSE;
		assertEquals("here", outage.ask(() -> "here"));
		askInVain(145);
		askInVain(145);
	}

	@Test
	void manyShortOnesAreTooMany() throws IOException {
		for (int i = 0; i < 30; i++)
			askInVain(1);
		assertNotAsked();
	}

	@Test
	void whoSaysNoAnswers() throws IOException {
		for (int i = 0; i < 100; i++) {
			askInVain(145);
			askInVain(145);
			assertThrows(FileNotFoundException.class, () -> ask(1, new FileNotFoundException("none")));
			assertThrows(AccessDeniedException.class, () -> ask(1, new AccessDeniedException("403")));
		}
		assertEquals(400, asked);
	}

	/**
	 * Blocks that are lost, a disk that is broken: the store says what is in it, and the files beside them are read.
	 */
	@Test
	void badFilesCostNoOthers() throws IOException {
		for (final IOException answer : new IOException[] { null, new AccessDeniedException("no lists") }) {
			content = answer;
			asked = 0;
			for (int i = 0; i < 100; i++)
				askInVain(145);
			assertEquals(100, asked);
		}
	}
}
