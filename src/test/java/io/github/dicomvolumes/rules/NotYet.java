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

package io.github.dicomvolumes.rules;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

import org.junit.jupiter.api.function.Executable;
import org.opentest4j.TestAbortedException;

/**
 * Cases of the laws that fail until a rule is built. Such a case is still run: if it fails it is skipped with the rule,
 * and if it passes its line in not-yet.txt may go. With -DnotYet=fail it fails.
 */
final class NotYet {

	/**
	 * @param test name of the test
	 * @param cases regular expression that the name of the case must match
	 * @param rule what is missing
	 */
	private record Line(String test, String cases, String rule) {

		static Line of(final String text) {
			final String[] parts = text.split(": | -> ");
			return new Line(parts[0], parts[1], parts[2]);
		}

		boolean isFor(final String name, final String ofCase) {
			return test.equals(name) && ofCase.matches(cases);
		}
	}

	private static final List<Line> LINES = read();

	private NotYet() {}

	private static List<Line> read() {
		try (var in = NotYet.class.getResourceAsStream("not-yet.txt")) {
			final String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
			return text.lines().filter(line -> !line.startsWith("#")).map(Line::of).toList();
		}
		catch (final IOException exc) {
			throw new UncheckedIOException(exc);
		}
	}

	/** Runs a case. */
	static void run(final String test, final String ofCase, final Executable body) throws Throwable {
		try {
			body.execute();
		}
		catch (final TestAbortedException exc) {
			throw exc;
		}
		catch (final Throwable exc) {
			final boolean fails = System.getProperty("notYet", "").equals("fail");
			final var line = LINES.stream().filter(l -> l.isFor(test, ofCase)).findFirst();
			if (fails || line.isEmpty()) throw new AssertionError(ofCase + ": " + exc.getMessage(), exc);
			throw new TestAbortedException(line.get().rule() + ": not built yet (" + exc.getMessage() + ")");
		}
	}
}
