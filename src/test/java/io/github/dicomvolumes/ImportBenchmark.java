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
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

import io.github.dicomvolumes.data.Tag;
import io.github.dicomvolumes.work.Parallel;
import io.github.dicomvolumes.work.Progress;
import io.github.dicomvolumes.series.catalog.SeriesCatalog;
import io.github.dicomvolumes.volume.DicomVolume;

import ij.ImagePlus;
import ij.plugin.FolderOpener;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * What does the import of a folder cost beside reading its files? Slices of 512 x 512 x 16 bit (12 stored) as a CT has
 * them, in the page cache: the whole import, its header pass alone, the same files read into byte arrays by as many
 * threads, and the same folder as an image sequence of ImageJ's. The answer is a ratio of figures of one run.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 7, time = 2)
@Fork(value = 1, jvmArgs = { "-Xms2g", "-Xmx2g", "-XX:+UseParallelGC" })
public class ImportBenchmark {

	@Param({ "99", "500" })
	private int slices;

	private Path folder;
	private List<Path> files;

	@Setup
	public void write() throws IOException {
		folder = Files.createTempDirectory("import-benchmark");
		files = series(slices).write(folder);
	}

	/** As a CT has it. */
	static SyntheticSeries series(final int slices) {
		return new SyntheticSeries("chest").slices(slices)
			.size(512, 512)
			.pixelSpacing(0.564453125, 0.564453125)
			.bits(16, 12, 11)
			.rescale(1, -1024)
			.values((k, r, c) -> k * 31 + r * 7 + c & 0xFFF)
			.with(Tag.WINDOW_CENTER, 40)
			.with(Tag.WINDOW_WIDTH, 400)
			.shuffledInstanceNumbers(1);
	}

	@TearDown
	public void delete() throws IOException {
		for (final Path file : files)
			Files.delete(file);
		Files.delete(folder);
	}

	/** The import: headers, grouping, geometry, pixels. */
	@Benchmark
	public DicomVolume importFolder() throws IOException {
		return DicomVolumes.open(folder);
	}

	/** Its first half: headers, grouping, geometry. */
	@Benchmark
	public SeriesCatalog scan() throws IOException {
		return DicomVolumes.scan(folder);
	}

	/** The limit: every file into an array of its bytes, on all processors. */
	@Benchmark
	public byte[][] readBytes() throws IOException {
		final byte[][] bytes = new byte[files.size()][];
		Parallel.forEach(bytes.length, "", Progress.NONE, i -> bytes[i] = Files.readAllBytes(files.get(i)));
		return bytes;
	}

	/** ImageJ's own way: File &gt; Import &gt; Image Sequence. */
	@Benchmark
	public ImagePlus imageSequence() {
		return FolderOpener.open(folder.toString());
	}

	public static void main(final String... args) throws RunnerException {
		new Runner(new OptionsBuilder().include(ImportBenchmark.class.getSimpleName()).build()).run();
	}
}
