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

import io.github.dicomvolumes.series.catalog.SeriesCatalog;
import io.github.dicomvolumes.view.imagej.VolumeImagePlus;
import io.github.dicomvolumes.volume.DicomVolume;
import io.github.dicomvolumes.volume.ImportOptions;

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
 * What does opening a virtual volume cost beside reading its headers? 2,000 slices of 512 x 512 x 16 bit, 1 GB, in the
 * page cache, with 256 MB of heap.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 4, time = 2)
@Measurement(iterations = 7, time = 2)
@Fork(value = 1, jvmArgs = "-Xmx256m")
public class VirtualBenchmark {

	private static final int SLICES = 2000;

	private Path folder;
	private List<Path> files;
	private DicomVolume volume;
	private int next;

	@Setup
	public void write() throws IOException {
		folder = Files.createTempDirectory("virtual-benchmark");
		files = ImportBenchmark.series(SLICES).write(folder);
		volume = openVirtual();
	}

	@TearDown
	public void delete() throws IOException {
		for (final Path file : files)
			Files.delete(file);
		Files.delete(folder);
	}

	/** Headers, grouping, geometry. */
	@Benchmark
	public SeriesCatalog scan() throws IOException {
		return DicomVolumes.scan(folder);
	}

	/** The same, and a virtual volume. */
	@Benchmark
	public DicomVolume openVirtual() throws IOException {
		return DicomVolumes.open(folder, ImportOptions.DEFAULT.withVirtual(true));
	}

	/** The same, and its image, ready to be shown. */
	@Benchmark
	public int openImage() throws IOException {
		return VolumeImagePlus.of(openVirtual()).getProcessor().get(0);
	}

	/** The next slice of a volume that is scrolled through. */
	@Benchmark
	public Object nextSlice() {
		next = (next + 1) % SLICES;
		return volume.plane(next, 0, 0);
	}

	public static void main(final String... args) throws RunnerException {
		new Runner(new OptionsBuilder().include(VirtualBenchmark.class.getSimpleName()).build()).run();
	}
}
