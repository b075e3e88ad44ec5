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

package io.github.dicomvolumes.pixels.codec;

import io.github.dicomvolumes.data.DicomException;
import io.github.dicomvolumes.io.header.DicomFile;
import io.github.dicomvolumes.io.header.HeaderReaders;
import io.github.dicomvolumes.io.source.DiskSources;
import io.github.dicomvolumes.io.source.OpenSources;
import io.github.dicomvolumes.export.ChestPhantom;

import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * How many megabytes of samples does each decoder give in a second of one processor, and how many does the native
 * program for the same frame? The frame is the chest phantom; {@link #main} prints a row for each {@link CodecCase}, or
 * for those whose names contain one of the arguments.
 * <p>
 * Time is that of the processor, not of the clock, and the best of several goes, so that other work on the machine
 * matters less; the native program has its goes before and after ours.
 * </p>
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 40, time = 100, timeUnit = TimeUnit.MILLISECONDS)
@Fork(1)
public class CodecBenchmark {

	/** Adds up what is decoded in an iteration. */
	@State(Scope.Thread)
	@AuxCounters(AuxCounters.Type.EVENTS)
	public static class Decoded {

		public double megabytes, seconds;
	}

	@Param
	public CodecCase codec;

	private Path folder;
	private byte[] data, samples;

	@Setup
	public void setup() throws IOException, InterruptedException {
		folder = Files.createTempDirectory("codec");
		samples = frame(codec.shape, folder);
		data = codec.codec.compress(samples, codec.shape, folder);
	}

	@TearDown
	public void tearDown() throws IOException {
		try (Stream<Path> files = Files.walk(folder)) {
			for (final Path file : files.sorted(Comparator.reverseOrder()).toList())
				Files.delete(file);
		}
	}

	@Benchmark
	public DecodedFrame decode(final Decoded decoded) throws DicomException {
		final long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
		final DecodedFrame frame = codec.decoder.decode(data, codec.shape, samples);
		decoded.seconds += (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start) / 1e9;
		decoded.megabytes += samples.length / 1e6;
		return frame;
	}

	/**
	 * A slice of the phantom of 12 bits, side by side as often as it takes, without or with more of the lowest bits.
	 */
	private static byte[] frame(final FrameShape shape, final Path folder) throws IOException {
		ChestPhantom.write(folder);
		final DicomFile file = HeaderReaders.BUILT_IN.read(DiskSources.of(folder.resolve("IM0040.dcm")));
		final byte[] slice;
		try (InputStream in = Channels.newInputStream(file.openPixels(OpenSources.NONE, 0))) {
			slice = in.readAllBytes();
		}
		final int bytes = shape.bytesPerSample();
		final Random noise = new Random(1);
		final byte[] frame = new byte[(int) shape.bytes()];
		for (int y = 0; y < shape.rows(); y++)
			for (int x = 0; x < shape.columns(); x++) {
				final int from = 2 * (y % ChestPhantom.ROWS * ChestPhantom.COLUMNS + x % ChestPhantom.COLUMNS);
				final int value = slice[from] & 0xFF | (slice[from + 1] & 0xFF) << 8,
					to = (y * shape.columns() + x) * bytes;
				final int sample = switch (shape.bitsStored()) {
					case 8 -> Math.min(255, value >> 3);
					case 12 -> value;
					default -> value << 4 | noise.nextInt(16);
				};
				frame[to] = (byte) sample;
				if (bytes == 2) frame[to + 1] = (byte) (sample >> 8);
			}
		return frame;
	}

	/** The row of a case; without numbers if a program is not installed. */
	private static String row(final CodecCase codec) throws IOException, InterruptedException, RunnerException {
		final var benchmark = new CodecBenchmark();
		benchmark.codec = codec;
		try {
			benchmark.setup();
			final double before = benchmark.nativeTime();
			final var result = new Runner(new OptionsBuilder().include(CodecBenchmark.class.getSimpleName())
				.param("codec", codec.name())
				.verbosity(VerboseMode.SILENT)
				.build()).runSingle();
			final double ours = result.getBenchmarkResults()
				.stream()
				.flatMap(fork -> fork.getIterationResults().stream())
				.mapToDouble(CodecBenchmark::speed)
				.max()
				.orElseThrow();
			final double theirs = benchmark.samples.length / 1e6 / Math.min(before, benchmark.nativeTime());
			return String.format(Locale.ROOT, "| %s | %.0f | %.0f | %.2f | %s |", codec, ours, theirs, ours / theirs,
				codec.codec.decoder());
		}
		catch (final IOException exc) {
			return "| " + codec + " | | | | left out: " + exc.getMessage().strip() + " |";
		}
		finally {
			benchmark.tearDown();
		}
	}

	private double nativeTime() throws IOException, InterruptedException {
		return codec.codec.decodingTime(samples, codec.shape, folder);
	}

	private static double speed(final IterationResult iteration) {
		final var totals = iteration.getSecondaryResults();
		return totals.get("megabytes").getScore() / totals.get("seconds").getScore();
	}

	public static void main(final String[] args) throws IOException, InterruptedException, RunnerException {
		System.out.println("| case | ours, MB/s | native, MB/s | ours / native | native |\n|---|---|---|---|---|");
		for (final CodecCase codec : CodecCase.values())
			if (args.length == 0 || Stream.of(args).anyMatch(codec.name()::contains)) System.out.println(row(codec));
	}
}
