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

package io.github.dicomvolumes;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Real faults of the machine for tests; where it cannot have one, the test is skipped. */
public final class Machine {

	private static final long PATIENCE_SECONDS = 60;

	private Machine() {}

	/** What a process did. */
	public record Ended(int code, String output) {}

	/** Runs a command; skips the test if the system does not know it. */
	public static Ended run(final String... command) throws IOException {
		final Path output = Files.createTempFile("output", null);
		try {
			final Process process = start(output, List.of(command));
			if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
				process.destroyForcibly();
				throw new AssertionError(List.of(command) + " does not end: " + Files.readString(output));
			}
			return new Ended(process.exitValue(), Files.readString(output));
		}
		catch (final InterruptedException exc) {
			throw new AssertionError(exc);
		}
		finally {
			Files.delete(output);
		}
	}

	/** Starts a command; skips the test if the system does not know it. */
	public static Process start(final Path output, final List<String> command) {
		try {
			return new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile()).start();
		}
		catch (final IOException exc) {
			assumeTrue(false, "no " + command.get(0) + " here");
			throw new AssertionError(exc);
		}
	}

	/**
	 * The command that runs a class of the tests in another Java virtual machine without a display.
	 *
	 * @param options of the virtual machine
	 */
	public static List<String> java(final List<String> options, final Class<?> main, final String... arguments) {
		return java(options, entry -> true, main, arguments);
	}

	/** @param libraries those of the class path that are needed: each may cost an open file */
	public static List<String> java(final List<String> options, final Predicate<String> libraries, final Class<?> main,
		final String... arguments)
	{
		final List<String> command = new ArrayList<>();
		command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
		command.addAll(List.of("-Djava.awt.headless=true", "-XX:TieredStopAtLevel=1", "-Xshare:auto"));
		for (final String ours : List.of(OwnPreferences.JAVA, OwnPreferences.IMAGEJ))
			command.add("-D" + ours + "=" + System.getProperty(ours));
		command.addAll(options);
		command.addAll(List.of("-cp", classPath(libraries), main.getName()));
		command.addAll(List.of(arguments));
		return command;
	}

	private static String classPath(final Predicate<String> libraries) {
		return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
			.filter(entry -> new File(entry).isDirectory() || libraries.test(entry))
			.collect(Collectors.joining(File.pathSeparator));
	}

	/** A command in a shell, its words quoted. */
	public static String quoted(final List<String> command) {
		return command.stream().map(word -> "'" + word.replace("'", "'\\''") + "'").collect(Collectors.joining(" "));
	}

	/** Makes a named pipe, which is never opened to the end: nobody writes into it. */
	public static Path pipe(final Path path) throws IOException {
		Files.deleteIfExists(path);
		assumeTrue(run("mkfifo", path.toString()).code() == 0, "no pipes here");
		return path;
	}

	/** Lets those go on who wait in opening a pipe. */
	public static void release(final Path pipe) throws IOException {
		FileChannel.open(pipe, StandardOpenOption.READ, StandardOpenOption.WRITE).close();
	}

	/** Does something with a disk of a few KiB; skips the test for users who may not mount one. */
	public static void onSmallDisk(final Path folder, final int kibibytes, final OnDisk test) throws IOException {
		Files.createDirectories(folder);
		final Ended mounted = run("mount", "-t", "tmpfs", "-o", "size=" + kibibytes + "k", "tmpfs", folder.toString());
		assumeTrue(mounted.code() == 0, "no disk can be mounted here: " + mounted.output());
		try {
			test.run(folder);
		}
		finally {
			run("umount", "-l", folder.toString());
		}
	}

	/** A test with a disk. */
	@FunctionalInterface
	public interface OnDisk {

		void run(Path disk) throws IOException;
	}
}
