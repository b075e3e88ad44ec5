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

package io.github.dicomvolumes.export;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Programs of others that read what we write; a test is skipped where one is not installed. */
public final class Judge {

	private static final Path PYTHON = Path.of("/usr/bin/python3");

	private Judge() {}

	/** Skips the test unless a program is on the path. */
	public static void require(final String program) {
		assumeTrue(Stream.of(System.getenv("PATH").split(":")).anyMatch(p -> Files.isExecutable(Path.of(p, program))),
			() -> program + " is not installed");
	}

	/** Skips the test unless Python has a module. */
	public static void requirePython(final String module) throws IOException, InterruptedException {
		assumeTrue(
			Files.isExecutable(PYTHON) &&
				new ProcessBuilder(PYTHON.toString(), "-c", "import " + module).start().waitFor() == 0,
			() -> "python3-" + module + " is not installed");
	}

	/** What dciodvfy finds wrong, sorted by line. */
	public static List<String> errors(final Path file) throws IOException, InterruptedException {
		return run(List.of("dciodvfy", file.toString())).lines().filter(line -> line.startsWith("Error")).toList();
	}

	/** What a Python program prints. */
	public static String python(final String program, final String... arguments)
		throws IOException, InterruptedException
	{
		final List<String> command = new ArrayList<>(List.of(PYTHON.toString(), "-c", program));
		command.addAll(List.of(arguments));
		return run(command);
	}

	/** What a program prints, errors too. */
	public static String run(final List<String> command) throws IOException, InterruptedException {
		final Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
		final String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		if (!process.waitFor(2, TimeUnit.MINUTES)) process.destroyForcibly();
		return output;
	}
}
