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

import io.github.dicomvolumes.data.Attributes;
import io.github.dicomvolumes.data.DicomException;
import io.github.dicomvolumes.data.Tag;
import io.github.dicomvolumes.data.VR;
import io.github.dicomvolumes.io.DicomFile;
import io.github.dicomvolumes.io.DicomWriter;
import io.github.dicomvolumes.io.HeaderReader;
import io.github.dicomvolumes.io.Source;
import io.github.dicomvolumes.pixels.codec.jpeg.JpegDecoder;
import io.github.dicomvolumes.volume.ChestPhantom;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.zip.Deflater;

import org.openjdk.jmh.annotations.AuxCounters;
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
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * How many megabytes of samples does each decoder give in a second, with one thread? The frame is 512 x 512 pixels of the
 * chest phantom, compressed by the program that the case names; look at the column "megabytes".
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
@Fork(1)
public class CodecBenchmark {

	private static final int SIZE = 512;

	/** A decoder, the bits of the samples, and what compresses them. */
	public enum Case {
			RLE_8(new RleDecoder(), 8, program("dcmcrle")),
			RLE_16(new RleDecoder(), 12, program("dcmcrle")),
			DEFLATED_16(new DeflatedFrameDecoder(), 12, CodecBenchmark::deflate),
			JPEG_BASELINE(new JpegDecoder(), 8, program("dcmcjpeg", "+eb")),
			JPEG_EXTENDED_12(new JpegDecoder(), 12, program("dcmcjpeg", "+ee")),
			JPEG_PROGRESSIVE(new JpegDecoder(), 8, program("dcmcjpeg", "+ep")),
			JPEG_LOSSLESS_8(new JpegDecoder(), 8, program("dcmcjpeg", "+e1")),
			JPEG_LOSSLESS_16(new JpegDecoder(), 12, program("dcmcjpeg", "+e1")),
			JPEG_LOSSLESS_16_PREDICTOR_6(new JpegDecoder(), 12, program("dcmcjpeg", "+el", "+sv", "6"));

		private final FrameDecoder decoder;
		private final FrameShape shape;
		private final Compressor compressor;

		Case(final FrameDecoder decoder, final int bits, final Compressor compressor) {
			this.decoder = decoder;
			this.compressor = compressor;
			shape = new FrameShape(SIZE, SIZE, 1, bits > 8 ? 16 : 8, bits);
		}
	}

	/** Compresses the samples of one frame. */
	@FunctionalInterface
	interface Compressor {

		byte[] compress(byte[] samples, FrameShape shape) throws IOException, InterruptedException;
	}

	/** Adds up what is decoded, so that JMH prints it for each second. */
	@State(Scope.Thread)
	@AuxCounters(AuxCounters.Type.OPERATIONS)
	public static class Decoded {

		public double megabytes;
	}

	@Param
	public Case codec;

	private byte[] data, samples;

	@Setup
	public void setup() throws IOException, InterruptedException {
		samples = frame(codec.shape);
		data = codec.compressor.compress(samples, codec.shape);
	}

	@Benchmark
	public DecodedFrame decode(final Decoded decoded) throws DicomException {
		decoded.megabytes += samples.length / 1e6;
		return codec.decoder.decode(data, codec.shape, samples);
	}

	/** A slice of the phantom, side by side as often as it takes; without the lowest bits if there is no room. */
	private static byte[] frame(final FrameShape shape) throws IOException {
		final Path folder = Files.createTempDirectory("codec");
		ChestPhantom.write(folder);
		final DicomFile file = HeaderReader.BUILT_IN.read(Source.of(folder.resolve("IM0040.dcm")));
		final byte[] slice;
		try (InputStream in = Channels.newInputStream(file.openPixels(0))) {
			slice = in.readAllBytes();
		}
		final int bytes = shape.bytesPerSample();
		final byte[] frame = new byte[(int) shape.bytes()];
		for (int y = 0; y < SIZE; y++)
			for (int x = 0; x < SIZE; x++) {
				final int from = 2 * (y % ChestPhantom.ROWS * ChestPhantom.COLUMNS + x % ChestPhantom.COLUMNS);
				final int value = slice[from] & 0xFF | (slice[from + 1] & 0xFF) << 8, to = (y * SIZE + x) * bytes;
				frame[to] = (byte) (bytes == 1 ? Math.min(255, value >> 3) : value);
				if (bytes == 2) frame[to + 1] = (byte) (value >> 8);
			}
		return frame;
	}

	/** A program that takes options, an uncompressed file and the name of the compressed one. */
	private static Compressor program(final String... command) {
		return (samples, shape) -> {
			final Path folder = Files.createTempDirectory("codec");
			final Path in = folder.resolve("in.dcm"), out = folder.resolve("out.dcm");
			final var attributes = Attributes.builder().put(Tag.SOP_CLASS_UID, "1.2.840.10008.5.1.4.1.1.7").put(
				Tag.SOP_INSTANCE_UID, DicomWriter.uid("codec")).put(Tag.SAMPLES_PER_PIXEL, 1).put(
					Tag.PHOTOMETRIC_INTERPRETATION, "MONOCHROME2").put(Tag.ROWS, SIZE).put(Tag.COLUMNS, SIZE).put(
						Tag.BITS_ALLOCATED, shape.bitsAllocated()).put(Tag.BITS_STORED, shape.bitsStored()).put(Tag.HIGH_BIT, shape
							.bitsStored() - 1).put(Tag.PIXEL_REPRESENTATION, 0).put(Tag.PIXEL_DATA, VR.OW, samples);
			new DicomWriter().write(attributes.build(), in);
			final String[] line = Arrays.copyOf(command, command.length + 2);
			line[command.length] = in.toString();
			line[command.length + 1] = out.toString();
			if (new ProcessBuilder(line).inheritIO().start().waitFor() != 0) throw new IOException(command[0] + " failed");
			return EncapsulatedFrames.read(out).frames().get(0);
		};
	}

	private static byte[] deflate(final byte[] samples, final FrameShape shape) {
		final var deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true);
		deflater.setInput(samples);
		deflater.finish();
		final byte[] out = new byte[2 * samples.length];
		final int length = deflater.deflate(out);
		deflater.end();
		return Arrays.copyOf(out, length);
	}

	public static void main(final String[] args) throws RunnerException {
		new Runner(new OptionsBuilder().include(CodecBenchmark.class.getSimpleName()).build()).run();
	}
}
