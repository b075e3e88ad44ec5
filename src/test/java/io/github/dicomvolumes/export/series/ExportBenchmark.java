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

package io.github.dicomvolumes.export.series;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import io.github.dicomvolumes.export.VolumeExport;
import io.github.dicomvolumes.export.image.ExportGrid;
import io.github.dicomvolumes.export.image.ExportImage;
import io.github.dicomvolumes.geometry.Affine;
import io.github.dicomvolumes.geometry.Vector3;
import io.github.dicomvolumes.pixels.PlaneType;
import io.github.dicomvolumes.pixels.Rescale;
import io.github.dicomvolumes.series.StackShape;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * How long do 500 slices of 512 x 512 x 16 bit take to be written as a DICOM series, beside {@code Files.write} of the
 * same bytes? At most twice as long is wanted. Milliseconds.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 5)
@Measurement(iterations = 15)
@Fork(value = 1, jvmArgsAppend = { "-Xmx1g" })
public class ExportBenchmark {

	private static final int SIDE = 512, SLICES = 500, HEADER = 2000;

	private final short[][] planes = new short[SLICES][SIDE * SIDE];
	private byte[] file;
	private Path folder;
	private ExportImage image;

	@Setup
	public void setup() {
		for (int z = 0; z < SLICES; z++)
			for (int i = 0; i < planes[z].length; i++)
				planes[z][i] = (short) (i * 31 + z * 17);
		file = new byte[HEADER + 2 * SIDE * SIDE];
		final ExportGrid grid = new ExportGrid(SIDE, SIDE, new StackShape(SLICES, 1, 1),
			Optional.of(Affine.scaling(0.7, 0.7, 1)), "1.2.3", new Vector3(0.7, 0.7, 1), true, OptionalDouble.empty());
		image = new ExportImage(grid, PlaneType.UINT16, new Rescale(1, -1024, "HU"), (z, c, t) -> planes[z],
			Optional.empty(), false, Optional.empty(), Optional.empty(), List.of());
	}

	@Setup(Level.Invocation)
	public void makeFolder() throws IOException {
		folder = Files.createTempDirectory("export");
	}

	@TearDown(Level.Invocation)
	public void deleteFolder() throws IOException {
		try (Stream<Path> all = Files.walk(folder)) {
			for (final Path one : all.sorted(Comparator.reverseOrder()).toList())
				Files.delete(one);
		}
	}

	@Benchmark
	public Object series() throws IOException {
		return VolumeExport.dicom(image, folder.resolve("series"), SeriesOptions.DEFAULT);
	}

	@Benchmark
	public Object seriesAsRle() throws IOException {
		return VolumeExport.dicom(image, folder.resolve("series"), SeriesOptions.DEFAULT.withRle(true));
	}

	@Benchmark
	public Path filesWrite() throws IOException {
		for (int z = 0; z < SLICES; z++)
			Files.write(folder.resolve("IM" + z), file);
		return folder;
	}
}
