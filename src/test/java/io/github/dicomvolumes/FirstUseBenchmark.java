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

import java.awt.GraphicsEnvironment;
import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import io.github.dicomvolumes.command.ImageJCommand;

import ij.IJ;
import ij.ImageJ;
import ij.Macro;
import ij.plugin.FolderOpener;

import com.sun.management.OperatingSystemMXBean;

/**
 * What does the first use in a process cost, where nothing is loaded or compiled? Starts Java virtual machines with
 * their default flags in turns, and prints medians: of what the first call took and of the processor time of the whole
 * process, in ms.
 * <ul>
 * <li>{@code import}: {@link DicomVolumes#open} of 99 slices of 512 x 512 x 16 bit, beside {@code sequence}:
 * {@link FolderOpener#open} of the same folder, both into memory;</li>
 * <li>{@code command}: the same by DICOM Folder... of plain ImageJ, with SciJava's context, then the first metadata
 * table and the first orthogonal views of that image, beside {@code sequence command}: ImageJ's Image Sequence...; with
 * a display ImageJ's window is there before.</li>
 * </ul>
 */
public final class FirstUseBenchmark {

	private static final String IMPORT = "import", SEQUENCE = "sequence", COMMAND = "command",
		SEQUENCE_COMMAND = "sequence command", NOTHING = "nothing";

	/** What was measured in this process. */
	private static final List<String> TOOK = new ArrayList<>();

	private FirstUseBenchmark() {}

	/** @param args how many processes of each kind; or one of the kinds and a folder, to do that once */
	public static void main(final String... args) throws IOException, InterruptedException {
		if (args.length == 2) use(args[0], Path.of(args[1]));
		else measure(args.length == 0 ? 15 : Integer.parseInt(args[0]));
	}

	// -- In the process that is measured --

	private static void use(final String kind, final Path folder) throws IOException, InterruptedException {
		final boolean isCommand = kind.endsWith(COMMAND), isHeadless = GraphicsEnvironment.isHeadless();
		if (isCommand && !isHeadless) new ImageJ();
		final String macro = isHeadless ? "setBatchMode(true);" : "";
		switch (kind) {
			case IMPORT -> time(kind, () -> DicomVolumes.open(folder));
			case SEQUENCE -> time(kind, () -> FolderOpener.open(folder.toString()));
			case SEQUENCE_COMMAND -> {
				if (isHeadless) time(kind, () -> FolderOpener.open(folder.toString())); // it has a dialog
				else inMacro(step(kind, FolderOpener.class, "", "dir=[" + folder + "] sort"));
			}
			case COMMAND ->
				inMacro(macro + step(kind, ImageJCommand.class, "DICOM Folder...", "folder=[" + folder + "]") +
					step("first metadata table", ImageJCommand.class, "DICOM Metadata Table", "") +
					step("first orthogonal views", ImageJCommand.class, "DICOM Orthogonal Views", ""));
			default -> time(kind, () -> {});
		}
		final var system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
		TOOK.add(line(kind + ", processor", system.getProcessCpuTime()));
		TOOK.forEach(System.out::println);
		System.out.flush();
		Runtime.getRuntime().halt(0); // windows are open
	}

	/** Plain ImageJ without a display has no menus, so that a macro cannot run what is in them. */
	private static String step(final String... arguments) {
		return "call(\"" + FirstUseBenchmark.class.getName() + ".run\",\"" + String.join("\",\"", arguments) + "\");";
	}

	private static String step(final String what, final Class<?> plugin, final String argument, final String options) {
		return step(what, plugin.getName(), argument, options);
	}

	private static void inMacro(final String macro) throws InterruptedException {
		final Thread thread = new Thread(() -> IJ.runMacro(macro), "Run$_as a macro");
		thread.start();
		thread.join();
	}

	/** Called by the macro. */
	public static String run(final String what, final String plugin, final String argument, final String options) {
		Macro.setOptions(options + " ");
		time(what, () -> IJ.runPlugIn(plugin, argument));
		if (IJ.getImage() == null) throw new IllegalStateException("no image");
		return "";
	}

	@FunctionalInterface
	private interface Use {

		void run() throws IOException;
	}

	private static void time(final String what, final Use use) {
		final long start = System.nanoTime();
		try {
			use.run();
		}
		catch (final IOException exc) {
			throw new IllegalStateException(exc);
		}
		TOOK.add(line(what, System.nanoTime() - start));
	}

	private static String line(final String what, final long nanos) {
		return what + ": " + nanos / 1e6;
	}

	// -- In the process that measures --

	private static void measure(final int rounds) throws IOException, InterruptedException {
		final Path folder = Files.createTempDirectory("first-use");
		CtSlices.write(folder, 99, 512, 512);
		final Map<String, List<Double>> all = new LinkedHashMap<>();
		for (int round = 0; round < rounds; round++)
			for (final String kind : List.of(IMPORT, SEQUENCE, COMMAND, SEQUENCE_COMMAND, NOTHING))
				for (final String line : process(kind, folder)) {
					final int colon = line.lastIndexOf(": ");
					all.computeIfAbsent(line.substring(0, colon), what -> new ArrayList<>())
						.add(Double.valueOf(line.substring(colon + 2)));
				}
		CtSlices.delete(folder);
		final Map<String, Double> medians = new LinkedHashMap<>();
		all.forEach((what, times) -> medians.put(what, times.stream().sorted().toList().get(times.size() / 2)));
		medians.forEach((what, time) -> System.out.printf("%-30s %6.0f ms%n", what, time));
		System.out.printf("import / sequence %.2f, command / sequence command %.2f%n",
			medians.get(IMPORT) / medians.get(SEQUENCE), medians.get(COMMAND) / medians.get(SEQUENCE_COMMAND));
	}

	/** Without what only tests need, in which SciJava would look for plugins. */
	private static String classPath() {
		return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
			.filter(entry -> !entry.endsWith(".jar") ||
				entry.matches(".*\\b(ij-|imglib2|scijava-common|parsington|DICOM_).*"))
			.collect(Collectors.joining(File.pathSeparator));
	}

	private static List<String> process(final String kind, final Path folder) throws IOException, InterruptedException {
		final Path output = Files.createTempFile("first-use", null);
		final List<String> command = List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
			"-Djava.awt.headless=" + GraphicsEnvironment.isHeadless(), "-Djava.util.prefs.userRoot=target", "-cp",
			classPath(), FirstUseBenchmark.class.getName(), kind, folder.toString());
		final int code = new ProcessBuilder(command).redirectOutput(output.toFile())
			.redirectError(ProcessBuilder.Redirect.DISCARD)
			.start()
			.waitFor();
		final List<String> lines = Files.readAllLines(output).stream().filter(l -> l.matches(".*: [0-9.E]+")).toList();
		Files.delete(output);
		if (code != 0 || lines.size() < 2) throw new IllegalStateException(kind + " ended with " + code);
		return lines;
	}
}
