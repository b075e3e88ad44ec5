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

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/**
 * A compressed frame and what it must become. Fixtures of a family are files in the resource folder of its name, made
 * by the commands in {@code make.sh} there, and listed in {@code fixtures.csv}:
 *
 * <pre>
 * # stream, columns, rows, samples, bitsAllocated, bitsStored, tolerance, expected, remark
 * grey12.jls, 37, 29, 1, 16, 12, 0, grey12.raw.gz, predictor 1
 * </pre>
 *
 * @param tolerance greatest difference of a sample: 0 for lossless streams
 * @param expected samples as {@link FrameDecoder} promises them
 */
public record CodecFixture(String name, byte[] data, FrameShape shape, int tolerance, byte[] expected, String remark) {

	/** The fixtures of a family, such as "jpegls". */
	public static List<CodecFixture> of(final String family) {
		final String list = new String(bytes(family, "fixtures.csv"), StandardCharsets.UTF_8);
		return list.lines().map(String::strip).filter(line -> !line.isEmpty() && !line.startsWith("#")).map(line -> {
			final String[] cells = Stream.of(line.split(",", 9)).map(String::strip).toArray(String[]::new);
			final int[] n = new int[7];
			for (int i = 1; i < 7; i++)
				n[i] = Integer.parseInt(cells[i]);
			return new CodecFixture(cells[0], bytes(family, cells[0]), new FrameShape(n[1], n[2], n[3], n[4], n[5]),
				n[6], bytes(family, cells[7]), cells.length > 8 ? cells[8] : "");
		}).toList();
	}

	/** A sample as the unsigned or, if {@code signed}, signed number of its bytes. */
	long sample(final byte[] samples, final int index, final boolean signed) {
		final int n = shape.bytesPerSample();
		long value = signed ? samples[index * n + n - 1] : samples[index * n + n - 1] & 0xFF;
		for (int i = n - 2; i >= 0; i--)
			value = value << 8 | samples[index * n + i] & 0xFF;
		return value;
	}

	private static byte[] bytes(final String family, final String file) {
		final String path = family + "/" + file;
		try (InputStream in = CodecFixture.class.getResourceAsStream(path)) {
			if (in == null) throw new IllegalStateException("No test resource " + path);
			return file.endsWith(".gz") ? new GZIPInputStream(in).readAllBytes() : in.readAllBytes();
		}
		catch (final IOException exc) {
			throw new UncheckedIOException(path, exc);
		}
	}

	@Override
	public String toString() {
		return name + (remark.isEmpty() ? "" : " (" + remark + ")");
	}
}
