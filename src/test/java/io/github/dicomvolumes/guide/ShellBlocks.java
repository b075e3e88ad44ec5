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

package io.github.dicomvolumes.guide;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Runs a block of shell commands with stand-ins for the programs, which only note how they were called: the shell reads
 * quotes, variables and line ends as a reader's does.
 */
final class ShellBlocks {

	/** What the guide may call; anything else is not found. */
	private static final List<String> PROGRAMS = List.of("fiji", "java", "mvn", "spark-submit");
	private static final String NOTE = "#!/bin/sh\n{ printf '%s' \"${0##*/}\"; for a in \"$@\"; do printf '\\t%s' \"$a\"; done; " +
		"printf '\\n'; } >> \"$CALLS\"\n";

	private final Path folder;

	/** @param folder an empty one for the programs */
	ShellBlocks(final Path folder) throws IOException {
		this.folder = folder;
		for (final String program : PROGRAMS)
			write(program, NOTE);
		write("xvfb-run", "#!/bin/sh\nexec \"$@\"\n");
	}

	static boolean isThere() {
		return Files.isExecutable(Path.of("/bin/bash"));
	}

	private void write(final String program, final String code) throws IOException {
		Files.writeString(folder.resolve(program), code);
		Files.setPosixFilePermissions(folder.resolve(program), PosixFilePermissions.fromString("rwx------"));
	}

	/**
	 * Runs a block.
	 *
	 * @return the calls in their order, each the name of a program and its arguments
	 * @throws AssertionError if a command failed, or is none of those that are known
	 */
	List<List<String>> run(final CodeBlock block) throws IOException, InterruptedException {
		final Path calls = Files.createTempFile(folder, "calls", ".txt"), typed = folder.resolve("typed");
		Files.writeString(typed, "secret\n"); // for read
		final var bash = new ProcessBuilder("/bin/bash", "-eu", "-c", block.code()).directory(folder.toFile())
			.redirectInput(typed.toFile())
			.redirectErrorStream(true);
		bash.environment().put("PATH", folder.toString());
		bash.environment().put("CALLS", calls.toString());
		final Process process = bash.start();
		final String said = new String(process.getInputStream().readAllBytes());
		// what fails before && does not end the shell, but says so
		if (!process.waitFor(30, TimeUnit.SECONDS) || process.exitValue() != 0 || !said.isEmpty())
			throw new AssertionError(said);
		return Files.readAllLines(calls).stream().map(line -> Arrays.asList(line.split("\t", -1))).toList();
	}
}
