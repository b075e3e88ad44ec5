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

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.github.dicomvolumes.command.TestImageJ;

/** What the commands of the guide name is there: macros run, and so does the program that Maven would start. */
final class CommandLines {

	/** Of Maven, and of plugins that the pom has. */
	private static final Set<String> GOALS = Set.of("clean", "compile", "test", "verify", "package", "install",
		"exec:java", "formatter:format");
	/** A macro that readers write themselves. */
	private static final String OWN = "open.ijm";
	private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|'([^']*)'|(\\S+)");
	private static final Path SPARK = Path.of("src/spark/java/io/github/dicomvolumes/archive");

	private final GuideFiles files;
	private final Pom pom = Pom.read();

	CommandLines(final GuideFiles files) {
		this.files = files;
	}

	/** @param call a program and its arguments */
	void check(final List<String> call) throws IOException, InterruptedException {
		final List<String> arguments = call.subList(1, call.size());
		switch (call.get(0)) {
			case "fiji", "java" -> runMacro(arguments);
			case "mvn" -> checkMaven(arguments);
			case "spark-submit" -> checkSubmit(arguments);
			default -> throw new AssertionError("nothing checks " + call);
		}
	}

	/** With the folders that it names, the last of which it fills if there are two. */
	private void runMacro(final List<String> arguments) throws IOException {
		final int option = Math.max(arguments.indexOf("-macro"), arguments.indexOf("-batch"));
		assertTrue(option >= 0, arguments + " has no macro");
		final String macro = arguments.get(option + 1);
		if (macro.equals(OWN)) return;
		assertTrue(Files.exists(Path.of(macro)), macro);
		final String argument = files.placed(arguments.get(option + 2));
		final TestImageJ ij = TestImageJ.headless();
		assertEquals("done", ij.value(
			"close('*'); runMacro('" + Path.of(macro).toAbsolutePath() + "', '" + argument + "'); return 'done';"));
		final String[] folders = argument.split(";");
		if (folders.length == 1) assertEquals("1", ij.value("return '' + nImages;"));
		else try (Stream<Path> written = Files.list(Path.of(folders[1]))) {
			assertTrue(written.count() > 0, "nothing is written to " + folders[1]);
		}
		ij.value("setBatchMode(false); close('*');");
	}

	private void checkMaven(final List<String> arguments) throws IOException, InterruptedException {
		String profile = "", program = "";
		for (final String argument : arguments)
			if (argument.startsWith("-P")) profile = argument.substring(2);
			else if (argument.startsWith("-Dexec.args=")) program = argument.substring(argument.indexOf('=') + 1);
			else assertTrue(argument.equals("-q") || GOALS.contains(argument), argument + " is no goal");
		if (!profile.isEmpty()) assertTrue(pom.profiles().contains(profile), profile + " is no profile");
		if (!arguments.contains("exec:java")) return;
		if (profile.equals("spark")) checkArchive(words(program));
		else runMain(words(program));
	}

	/** Without a display, as its page says: it prints the geometry and writes a picture where it is started. */
	private void runMain(final List<String> arguments) throws IOException, InterruptedException {
		final Path folder = Files.createTempDirectory("guide");
		final var command = new ArrayList<>(
			List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Djava.awt.headless=true",
				"-cp", absolute(System.getProperty("java.class.path")), pom.property("main-class")));
		arguments.forEach(argument -> command.add(files.placed(argument)));
		final Process process = new ProcessBuilder(command).directory(folder.toFile())
			.redirectErrorStream(true)
			.start();
		final String said = new String(process.getInputStream().readAllBytes());
		assertEquals(0, process.waitFor(), said);
		assertTrue(said.contains("192 x 192 x 72 voxels of 1.75 x 1.75 x 4 mm"), said);
		try (Stream<Path> written = Files.list(folder)) {
			assertEquals(List.of("Chest_Phantom.png"), written.map(file -> file.getFileName().toString()).toList());
		}
	}

	private static String absolute(final String classPath) {
		return Stream.of(classPath.split(File.pathSeparator))
			.map(entry -> Path.of(entry).toAbsolutePath().toString())
			.collect(Collectors.joining(File.pathSeparator));
	}

	/** The program of the archives is built by its profile only, whose tests run it; its words are in its sources. */
	private static void checkArchive(final List<String> arguments) throws IOException {
		final String main = Files.readString(SPARK.resolve("Archive.java"));
		assertTrue(main.contains("case \"" + arguments.get(0) + "\""), arguments.get(0));
		for (final String argument : arguments)
			if (argument.startsWith("--"))
				assertTrue(main.contains('"' + argument.substring(2) + '"') || main.contains(argument), argument);
		final int to = arguments.indexOf("--to");
		if (to >= 0) assertTrue(
			Files.readString(SPARK.resolve("Format.java")).contains(arguments.get(to + 1).toUpperCase(Locale.ROOT)),
			arguments.get(to + 1));
	}

	private void checkSubmit(final List<String> arguments) throws IOException {
		final int packages = arguments.indexOf("--packages");
		final String[] library = arguments.get(packages + 1).split(":");
		assertTrue(System.getProperty("java.class.path").contains(library[1] + "-" + library[2] + ".jar"),
			"not the version that is built with: " + List.of(library));
		assertEquals("target/" + pom.own("artifactId") + "-" + pom.own("version") + "-spark.jar",
			arguments.get(packages + 2));
		checkArchive(arguments.subList(packages + 3, arguments.size()));
	}

	/** As Maven divides them. */
	private static List<String> words(final String text) {
		return WORD.matcher(text)
			.results()
			.map(word -> Stream.of(word.group(1), word.group(2), word.group(3))
				.filter(Objects::nonNull)
				.findFirst()
				.orElseThrow())
			.toList();
	}
}
