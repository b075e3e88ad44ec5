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

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import io.github.dicomvolumes.io.header.HeaderReaders;
import io.github.dicomvolumes.io.scan.LocalPlace;
import io.github.dicomvolumes.io.scan.PlaceScan;
import io.github.dicomvolumes.io.source.DiskSources;
import io.github.dicomvolumes.work.Parallel;
import io.github.dicomvolumes.work.Progress;
import io.github.dicomvolumes.io.scan.Scan;
import io.github.dicomvolumes.series.catalog.SeriesCatalog;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * What does the scan of a folder cost beside touching its files? 2,000 CT slices with headers of 4 KB
 * ({@link CtSlices}), 512 x 512 x 16 bit, in the page cache: the scan, its parts, and opening each file and reading its
 * first 4 KB by as many threads. The answer is a ratio of figures of one run.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 7, time = 2)
@Fork(1)
public class ScanBenchmark {

	private static final int FILES = 2000;
	private static final int BYTES = 4096;

	private Path folder;
	private Path[] files;
	private Scan scanned;

	@Setup
	public void write() throws IOException {
		folder = Files.createTempDirectory("scan-benchmark");
		CtSlices.write(folder, FILES, 512, 512);
		try (Stream<Path> list = Files.list(folder)) {
			files = list.sorted().toArray(Path[]::new);
		}
		scanned = scan();
	}

	@TearDown
	public void delete() throws IOException {
		CtSlices.delete(folder);
	}

	/** The limit: opens each file and reads its first 4 KB, on all processors. */
	@Benchmark
	public int first4KB() throws IOException {
		Parallel.forEach(files.length, "", Progress.NONE, i -> {
			try (FileChannel channel = FileChannel.open(files[i], StandardOpenOption.READ)) {
				channel.read(ByteBuffer.allocate(BYTES));
			}
		});
		return files.length;
	}

	/** Lists the folder and reads all headers, as every command does first. */
	@Benchmark
	public Scan scan() throws IOException {
		return new PlaceScan(HeaderReaders.BUILT_IN, Progress.NONE).scan(new LocalPlace(folder));
	}

	/** Reads the headers of files that are known, on all processors. */
	@Benchmark
	public int headers() throws IOException {
		Parallel.forEach(files.length, "", Progress.NONE, i -> HeaderReaders.BUILT_IN.read(DiskSources.of(files[i])));
		return files.length;
	}

	/** What follows the scan: duplicates, frames, groups, geometry. */
	@Benchmark
	public SeriesCatalog group() throws IOException {
		return SeriesCatalog.of(scanned, Progress.NONE, stack -> Optional.empty());
	}

	public static void main(final String... args) throws RunnerException {
		new Runner(new OptionsBuilder().include(ScanBenchmark.class.getSimpleName()).build()).run();
	}
}
