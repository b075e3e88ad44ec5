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

package io.github.dicomvolumes.io;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

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
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

import io.github.dicomvolumes.data.Attributes;
import io.github.dicomvolumes.data.Tag;
import io.github.dicomvolumes.data.TransferSyntax;
import io.github.dicomvolumes.data.VR;

/**
 * How much does the header pass over a folder cost beyond touching the files?
 * {@link #headers} reads the headers of 2,000 files of about 150 elements with 64
 * KB of pixels; {@link #first4KB} opens the same files and reads their first 4
 * KB. Both in one thread, so that the ratio is that of the work; {@link #scan} is
 * what a user waits for. The files are in the cache of the operating system.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 5, time = 1)
public class HeaderReaderBenchmark {

	@Param({ "explicit", "implicit" })
	public String syntax;

	private static final int FILES = 2000;

	private Path folder;
	private Path[] files;

	@Setup
	public void write() throws IOException {
		folder = Files.createTempDirectory("headers");
		files = new Path[FILES];
		final var writer = new DicomWriter(syntax.equals("explicit")
			? TransferSyntax.EXPLICIT_LITTLE_ENDIAN : TransferSyntax.IMPLICIT_LITTLE_ENDIAN, true,
			false);
		for (int i = 0; i < FILES; i++)
			writer.write(slice(i), files[i] = folder.resolve("IM" + i));
	}

	@TearDown
	public void delete() throws IOException {
		try (Stream<Path> all = Files.list(folder)) {
			for (final Path file : (Iterable<Path>) all::iterator)
				Files.delete(file);
		}
		Files.delete(folder);
	}

	@Benchmark
	public long headers() throws IOException {
		long elements = 0;
		for (final Path file : files)
			elements += HeaderReader.BUILT_IN.read(new FileSource(file)).attributes().size();
		return elements;
	}

	@Benchmark
	public long first4KB() throws IOException {
		long bytes = 0;
		for (final Path file : files)
			try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
				bytes += channel.read(ByteBuffer.allocate(4096));
			}
		return bytes;
	}

	@Benchmark
	public Scan scan() throws IOException {
		return new FolderScan(HeaderReader.BUILT_IN, Progress.NONE).scan(folder);
	}

	/** As a CT writes it: text of usual lengths, some sequences with small items. */
	private static Attributes slice(final int number) {
		final Random random = new Random(number);
		final var builder = Attributes.builder().put(Tag.SPECIFIC_CHARACTER_SET, "ISO_IR 100")
			.put(Tag.SOP_CLASS_UID, "1.2.840.10008.5.1.4.1.1.2").put(Tag.SOP_INSTANCE_UID,
				"1.2.826.0.1.3680043.2.1125.1." + number).put(Tag.MODALITY, "CT").put(
					Tag.IMAGE_POSITION_PATIENT, -250, -250, 1.25 * number).put(
						Tag.IMAGE_ORIENTATION_PATIENT, 1, 0, 0, 0, 1, 0).put(Tag.PIXEL_SPACING,
							0.9765625, 0.9765625).put(Tag.ROWS, 256).put(Tag.COLUMNS, 128).put(
								Tag.BITS_ALLOCATED, 16).put(Tag.PIXEL_DATA, VR.OW, new byte[65536]);
		final var item = Attributes.builder().put(0x00081150, "1.2.840.10008.5.1.4.1.1.2").put(
			0x00081155, "1.2.826.0.1.3680043.2.1125.1.1").build();
		for (final int sequence : new int[] { 0x00081110, 0x00081140, 0x00082112, 0x00400275 })
			builder.put(sequence, List.of(item));
		for (int i = 0; i < 60; i++)
			builder.put(0x00091001 + i, VR.LO, new byte[2 * random.nextInt(16)]);
		for (int i = 0; i < 80; i++)
			builder.put(0x00431001 + i, VR.DS, new byte[2 * random.nextInt(12)]);
		return builder.build();
	}

	public static void main(final String[] args) throws RunnerException {
		new Runner(new OptionsBuilder().include(HeaderReaderBenchmark.class.getSimpleName())
			.addProfiler(GCProfiler.class).build()).run();
	}
}
