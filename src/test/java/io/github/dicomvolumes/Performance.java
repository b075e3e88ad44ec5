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

import java.io.BufferedReader;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import ij.IJ;

import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/**
 * Measures all figures that have a goal, on this machine and in one run, and writes them into docs/performance.md
 * between the two marks there. Other programs are measured where they are installed.
 */
public final class Performance {

	private static final Path DOCUMENT = Path.of("docs", "performance.md");
	private static final String BEGIN = "<!-- figures: written by Performance.java -->",
		END = "<!-- end of figures -->";
	private static final Path PYTHON = Path.of("/usr/bin/python3"), PEERS = Path.of("src/test/python/peers.py");

	/**
	 * By benchmark and parameters, such as "ImportBenchmark.scan 99"; milliseconds where the name says nothing else.
	 */
	private final Map<String, Double> measured = new TreeMap<>();
	/** Rows of a table. */
	private final List<String> goals = new ArrayList<>();

	private Performance() {}

	/** @param args "quick" to see in some minutes whether all runs; its figures mean nothing */
	public static void main(final String... args) throws Exception {
		final Performance performance = new Performance();
		performance.measure(args.length > 0 && args[0].equals("quick"));
		performance.compare();
		performance.write();
	}

	// -- Measuring --

	private void measure(final boolean isQuick) throws RunnerException, IOException, InterruptedException {
		for (final String benchmark : List.of("ImportBenchmark", "ScanBenchmark", "VirtualBenchmark",
			"PlaneBenchmark\\.(raw|isotropic|imageJ|imageJIsotropic)$"))
		{
			final ChainedOptionsBuilder options = new OptionsBuilder().include("\\." + benchmark);
			if (isQuick)
				options.warmupIterations(1).measurementIterations(1).measurementTime(TimeValue.milliseconds(100));
			keep(new Runner(options.build()).run());
		}
		final Path folder = Files.createTempDirectory("performance"); // imageio wants the ending of the names
		final List<Path> files = ImportBenchmark.series(99).fileNames("IM%03d.dcm").write(folder);
		try {
			if (Files.isExecutable(PYTHON))
				for (final String line : output(PYTHON.toString(), PEERS.toString(), folder.toString()))
				if (line.contains("\t"))
					measured.put("peer " + line.split("\t")[0], Double.parseDouble(line.split("\t")[1]));
		}
		finally {
			for (final Path file : files)
				Files.delete(file);
			Files.delete(folder);
		}
		keep("peak heap / voxels, ", java(ImportMemory.class, "-XX:+UseParallelGC", "-Xms1g", "-Xmn800m",
			"-XX:TLABSize=128k", "-XX:-ResizeTLAB"), "(\\d+) slices: .* ratio ([\\d.]+)");
		keep("start of Java, median s, ", java(StartUp.class), "(.*): .* ([\\d.]+) s in the middle");
		keep("import of small slices, us per slice, ", java(ScanGrowth.class), "(\\d+) files: .* import ([\\d.]+);.*");
	}

	/** Keeps figures that a program printed. */
	private void keep(final String what, final List<String> lines, final String pattern) {
		for (final String line : lines) {
			final Matcher matcher = Pattern.compile(pattern).matcher(line);
			if (matcher.matches()) measured.put(what + matcher.group(1), Double.parseDouble(matcher.group(2)));
		}
	}

	private void keep(final Collection<RunResult> results) {
		for (final RunResult result : results) {
			final String[] path = result.getParams().getBenchmark().split("\\.");
			final String parameters = result.getParams()
				.getParamsKeys()
				.stream()
				.map(result.getParams()::getParam)
				.collect(Collectors.joining(" "));
			final var figure = result.getPrimaryResult();
			measured.put((path[path.length - 2] + "." + path[path.length - 1] + " " + parameters).strip(),
				result.getParams().getMode() == Mode.SampleTime ? figure.getStatistics().getPercentile(50)
					: figure.getScore());
		}
	}

	private static List<String> java(final Class<?> main, final String... options)
		throws IOException, InterruptedException
	{
		final List<String> command = new ArrayList<>(
			List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Djava.awt.headless=true",
				"-cp", System.getProperty("java.class.path")));
		command.addAll(List.of(options));
		command.add(main.getName());
		return output(command.toArray(String[]::new));
	}

	private static List<String> output(final String... command) throws IOException, InterruptedException {
		final Process process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
		try (BufferedReader out = process.inputReader()) {
			final List<String> lines = out.lines().toList();
			if (process.waitFor() != 0) throw new IOException(String.join(" ", command) + " failed");
			return lines;
		}
	}

	// -- Comparing --

	private void compare() {
		for (final int slices : new int[] { 99, 500 })
			atMost(2, "import of " + slices + " slices / reading the same files",
				ratio("ImportBenchmark.importFolder " + slices, "ImportBenchmark.readBytes " + slices));
		for (final int slices : new int[] { 99, 500 })
			atLeast(5, "ImageJ's Image Sequence / import, " + slices + " slices",
				ratio("ImportBenchmark.imageSequence " + slices, "ImportBenchmark.importFolder " + slices));
		for (final String peer : measured.keySet().stream().filter(key -> key.startsWith("peer ")).toList())
			atLeast(peer.contains("imageio") ? 4 : Double.NaN, peer.substring(5) + " / import, 99 slices",
				ratio(peer, "ImportBenchmark.importFolder 99"));
		atMost(1.5, "scan of 2,000 headers / opening each and reading its first 4 KB",
			ratio("ScanBenchmark.scan", "ScanBenchmark.first4KB"));
		for (final String plane : List.of("CORONAL", "SAGITTAL"))
			for (final String step : List.of("1", "37"))
				planes(plane, step, step.equals("1") ? "scrolling" : "jumping");
		for (final String slices : List.of("99", "500"))
			atMost(1.15, "peak heap of an import / voxels, " + slices + " slices",
				measured.get("peak heap / voxels, " + slices));
		atMost(1.5, "virtual open of 2,000 slices under -Xmx256m / scan",
			ratio("VirtualBenchmark.openVirtual", "VirtualBenchmark.scan"));
		atMost(1.0, "start of Java to 99 slices in memory, whole process, s",
			measured.get("start of Java, median s, a volume of 99 slices"));
		atMost(1.3, "import, time per slice, 10,000 / 100 slices",
			ratio("import of small slices, us per slice, 10000", "import of small slices, us per slice, 100"));
	}

	private void planes(final String plane, final String step, final String how) {
		final String of = plane.toLowerCase(Locale.ROOT) + " plane of 512 x 512 x 1000, " + how;
		for (final String kind : List.of("raw", "isotropic")) {
			final String ours = "PlaneBenchmark." + kind + " " + plane + " " + step;
			final String theirs = "PlaneBenchmark." + (kind.equals("raw") ? "imageJ " : "imageJIsotropic ") + plane +
				" " + step;
			atMost(8, of + ", " + kind + ", ms", measured.get(ours));
			atLeast(1, "ImageJ's / ours: " + of + ", " + kind, ratio(theirs, ours));
		}
	}

	private double ratio(final String a, final String b) {
		return measured.get(a) / measured.get(b);
	}

	private void atMost(final double goal, final String figure, final double value) {
		add("at most " + text(goal), figure, value, value <= goal);
	}

	/** @param goal NaN if there is none */
	private void atLeast(final double goal, final String figure, final double value) {
		add(Double.isNaN(goal) ? "" : "at least " + text(goal), figure, value, !(value < goal));
	}

	private void add(final String goal, final String figure, final double value, final boolean isReached) {
		goals.add(String.format(Locale.ROOT, isReached ? "| %s | %s | %s |" : "| %s | %s | **%s** |", figure, goal,
			text(value)));
	}

	/** Three digits. */
	private static String text(final double value) {
		return new BigDecimal(value).round(new MathContext(3)).stripTrailingZeros().toPlainString();
	}

	// -- Writing --

	private void write() throws IOException {
		final List<String> lines = new ArrayList<>(
			List.of(BEGIN, machine(), "", "| figure | goal | measured |", "|---|---|---|"));
		lines.addAll(goals);
		lines.addAll(List.of("", "What was measured, in ms where nothing else is said; of planes the medians:", "",
			"| | |", "|---|---|"));
		measured.forEach((name, value) -> lines.add("| " + name + " | " + text(value) + " |"));
		lines.add(END);
		final String document = Files.readString(DOCUMENT);
		final int begin = document.indexOf(BEGIN), end = document.indexOf(END) + END.length();
		Files.writeString(DOCUMENT, document.substring(0, begin) + String.join("\n", lines) + document.substring(end));
		lines.forEach(System.out::println);
	}

	private static String machine() throws IOException {
		final Path cpus = Path.of("/proc/cpuinfo");
		final String cpu = !Files.isReadable(cpus) ? System.getProperty("os.arch")
			: Files.readAllLines(cpus)
				.stream()
				.filter(line -> line.startsWith("model name"))
				.map(line -> line.substring(line.indexOf(':') + 1).strip())
				.findFirst()
				.orElse(System.getProperty("os.arch"));
		return LocalDate.now() + ", " + Runtime.getRuntime().availableProcessors() + " cores of " + cpu + ", " +
			System.getProperty("os.name") + ", " + System.getProperty("java.vm.name") + " " +
			System.getProperty("java.vm.version") + ", ImageJ " + IJ.getVersion() + ":";
	}
}
