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

package io.github.dicomvolumes.command;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import io.github.dicomvolumes.DicomVolumes;
import io.github.dicomvolumes.Machine;
import io.github.dicomvolumes.SyntheticSeries;
import io.github.dicomvolumes.command.input.PatientInput;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scijava.Context;
import org.scijava.prefs.PrefService;

/**
 * Two virtual machines at once that import, and keep choices in one store: neither fails, and what is in the store is a
 * choice of one of them. Java's store does not promise more: of what two write at once, it may lose some.
 */
class SharedPreferencesTest {

	@TempDir
	Path folder;

	@Test
	void twoProcessesAtOnce() throws IOException, InterruptedException {
		new SyntheticSeries().write(folder.resolve("images"));
		final List<String> choices = List.of(PatientInput.SHOW, PatientInput.HIDE);
		final String[] said = new String[choices.size()];
		final List<Thread> threads = new ArrayList<>();
		for (int i = 0; i < said.length; i++) {
			final int n = i;
			threads.add(new Thread(() -> said[n] = run(choices.get(n))));
		}
		threads.forEach(Thread::start);
		for (final Thread thread : threads)
			thread.join();
		for (final String one : said)
			assertTrue(one.endsWith("5 slices\n") && !one.contains("Exception"), one);
		final String kept = run("").strip();
		assertTrue(choices.contains(kept), kept);
	}

	private String run(final String choice) {
		try {
			return Machine.run(
				Machine
					.java(List.of("-Djava.util.prefs.userRoot=" + folder), Choosing.class, choice,
						folder.resolve("images").toString())
					.toArray(String[]::new))
				.output();
		}
		catch (final IOException exc) {
			return exc.toString();
		}
	}

	/** Keeps a choice again and again and imports a folder; without a choice, prints the one that was kept. */
	static final class Choosing {

		public static void main(final String... arguments) throws IOException {
			final Context context = new Context(PrefService.class);
			final PrefService prefs = context.service(PrefService.class);
			if (arguments[0].isEmpty()) System.out.println(prefs.get(PatientInput.class, PatientInput.KEY));
			else {
				for (int i = 0; i < 50; i++) {
					prefs.put(PatientInput.class, PatientInput.KEY, arguments[0]);
					prefs.put(PatientInput.class, arguments[0] + i, "");
				}
				System.out.println(DicomVolumes.open(Path.of(arguments[1])).stack().slices() + " slices");
			}
			context.dispose();
		}
	}
}
