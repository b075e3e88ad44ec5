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

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.dicomvolumes.data.DicomException;
import io.github.dicomvolumes.io.header.DicomFile;
import io.github.dicomvolumes.io.header.HeaderReaders;
import io.github.dicomvolumes.io.source.DiskSources;
import io.github.dicomvolumes.io.source.OpenSources;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Another program that turns a compressed DICOM file into an uncompressed one, to compare with.
 *
 * @param command the program and its options, before the two file names
 */
public record Oracle(String... command) {

	/** Skips the test where the program is not installed. */
	public void assumeInstalled() {
		assumeTrue(Files.isExecutable(Path.of("/usr/bin", command[0])), command[0] + " is not installed");
	}

	/** The samples of all frames as the program decodes them; empty if it fails. */
	public byte[] samples(final Path file, final Path temp) throws IOException, InterruptedException {
		final Path out = temp.resolve("native.dcm");
		final List<String> line = new ArrayList<>(List.of(command));
		line.addAll(List.of(file.toString(), out.toString()));
		final Process process = new ProcessBuilder(line).redirectErrorStream(true)
			.redirectOutput(ProcessBuilder.Redirect.DISCARD)
			.start();
		if (!process.waitFor(1, TimeUnit.MINUTES) || process.exitValue() != 0) return new byte[0];
		final DicomFile decoded = HeaderReaders.BUILT_IN.read(DiskSources.of(out));
		try (InputStream in = Channels.newInputStream(decoded.openPixels(OpenSources.NONE, 0))) {
			return in.readNBytes((int) decoded.pixelData().length());
		}
	}

	/**
	 * How our samples of a file differ from the program's.
	 *
	 * @param tolerance greatest difference of a sample
	 * @return one sentence for each frame that differs; empty if none does
	 */
	public List<String> differences(final FrameDecoder decoder, final EncapsulatedFrames file, final int tolerance,
		final Path temp) throws IOException, InterruptedException
	{
		final byte[] expected = samples(file.path(), temp);
		if (expected.length == 0) return List.of(file + ": " + command[0] + " fails");
		final int bytes = (int) file.shape().bytes();
		if (expected.length / bytes != file.frames().size())
			return List.of(file + ": " + file.frames().size() + " frames, not " + expected.length / bytes);
		final List<String> differences = new ArrayList<>();
		for (int n = 0; n < file.frames().size(); n++) {
			final byte[] samples = new byte[bytes];
			try {
				final DecodedFrame decoded = decoder.decode(file.frames().get(n), file.shape(), samples);
				final int worst = worst(file.shape().bytesPerSample(), samples, expected, n * bytes);
				if (worst > tolerance) differences.add(file + ", frame " + n + ": differs by " + worst);
				if (!decoded.damage().isEmpty()) differences.add(file + ", frame " + n + ": " + decoded.damage());
			}
			catch (final DicomException exc) {
				differences.add(file + ", frame " + n + ": " + exc.getMessage());
			}
		}
		return differences;
	}

	private static int worst(final int size, final byte[] samples, final byte[] expected, final int from) {
		long worst = 0;
		for (int i = 0; i < samples.length; i += size) {
			long a = 0, b = 0;
			for (int k = size - 1; k >= 0; k--) {
				a = a << 8 | samples[i + k] & 0xFF;
				b = b << 8 | expected[from + i + k] & 0xFF;
			}
			worst = Math.max(worst, Math.abs(a - b));
		}
		return (int) Math.min(Integer.MAX_VALUE, worst);
	}
}
