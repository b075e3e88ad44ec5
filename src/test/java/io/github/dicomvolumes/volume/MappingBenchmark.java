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

package io.github.dicomvolumes.volume;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.MappedByteBuffer;
import java.nio.ShortBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

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
 * Whether virtual volumes should map files or read them: one thread gathers from 500 files of 512 x 512 x 16 bit in the
 * page cache what the planes need, a whole slice (for axial), a row (coronal), 32 columns (sagittal), by reading each
 * file, by mapping each file for the purpose, and from files that stay mapped.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class MappingBenchmark {

	private static final int FILES = 500, SIZE = 512, BYTES = 2 * SIZE * SIZE, HEADER = 1500, COLUMNS = 32;

	/** What is gathered of each file. */
	@Param({ "SLICE", "ROW", "COLUMNS" })
	private Part part;

	private Path folder;
	private List<Path> files;
	private List<MappedByteBuffer> mapped;
	private final ByteBuffer buffer = ByteBuffer.allocateDirect(BYTES);
	private final short[] pixels = new short[SIZE * SIZE];

	/** What is gathered of each file. */
	public enum Part {
		SLICE, ROW, COLUMNS
	}

	@Setup
	public void write() throws IOException {
		folder = Files.createTempDirectory("mapping-benchmark");
		files = new ArrayList<>();
		mapped = new ArrayList<>();
		for (int i = 0; i < FILES; i++) {
			files.add(Files.write(folder.resolve("" + i), new byte[HEADER + BYTES]));
			mapped.add(map(files.get(i)));
		}
	}

	@TearDown
	public void delete() throws IOException {
		for (final Path file : files)
			Files.delete(file);
		Files.delete(folder);
	}

	@Benchmark
	public short[] read() throws IOException {
		for (final Path file : files)
			try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
				final int from = part == Part.ROW ? 2 * SIZE * SIZE / 2 : 0;
				buffer.clear().limit(part == Part.ROW ? 2 * SIZE : BYTES);
				while (buffer.hasRemaining() && channel.read(buffer, HEADER + from + buffer.position()) >= 0) {}
				gather(buffer.flip(), 0);
			}
		return pixels;
	}

	@Benchmark
	public short[] map() throws IOException {
		for (final Path file : files)
			gather(map(file), part == Part.ROW ? SIZE * SIZE / 2 : 0);
		return pixels;
	}

	@Benchmark
	public short[] staysMapped() {
		for (final MappedByteBuffer file : mapped)
			gather(file, part == Part.ROW ? SIZE * SIZE / 2 : 0);
		return pixels;
	}

	private static MappedByteBuffer map(final Path file) throws IOException {
		try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
			return channel.map(MapMode.READ_ONLY, HEADER, BYTES);
		}
	}

	private void gather(final ByteBuffer bytes, final int first) {
		final ShortBuffer shorts = bytes.order(ByteOrder.LITTLE_ENDIAN).asShortBuffer();
		switch (part) {
			case SLICE -> shorts.get(0, pixels);
			case ROW -> shorts.get(first, pixels, 0, SIZE);
			case COLUMNS -> {
				for (int y = 0; y < SIZE; y++)
					shorts.get(y * SIZE, pixels, y * COLUMNS, COLUMNS);
			}
		}
	}

	public static void main(final String... args) throws RunnerException {
		new Runner(new OptionsBuilder().include(MappingBenchmark.class.getSimpleName()).build()).run();
	}
}
