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

package io.github.dicomvolumes.pixels.codec.jpeg2000;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.dicomvolumes.data.DicomException;
import io.github.dicomvolumes.pixels.codec.DecodedFrame;
import io.github.dicomvolumes.pixels.codec.FrameShape;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Decodes what other tools wrote into DICOM files as OpenJPEG does: the same samples, or within one if not reversible.
 */
class Jpeg2000OracleTest {

	private static final Path OPENJPEG = Path.of("/usr/bin/opj_decompress");
	private static final Path DATA = Path.of("../shared/data");

	@Test
	void sameSamplesAsOpenJpeg(@TempDir final Path temp) throws Exception {
		assumeTrue(Files.isExecutable(OPENJPEG) && Files.isDirectory(DATA.resolve("pydicom")));
		final List<Jpeg2000Frames> frames = new ArrayList<>();
		for (final String folder : List.of("pydicom", "pydicom-data"))
			frames.addAll(Jpeg2000Frames.of(DATA.resolve(folder), 2));
		int compared = 0;
		for (final Jpeg2000Frames frame : frames) {
			final byte[] expected = openJpeg(frame, temp);
			final byte[] samples = new byte[(int) frame.shape().bytes()];
			if (expected.length == 0) {
				assertThrows(DicomException.class,
					() -> new Jpeg2000Decoder().decode(frame.data(), frame.shape(), samples), frame.name());
				continue;
			}
			final DecodedFrame decoded = new Jpeg2000Decoder().decode(frame.data(), frame.shape(), samples);
			assertEquals("", decoded.damage(), frame.name());
			assertEquals(0,
				greatestDifference(frame.shape(), decoded, expected, samples) / (isReversible(frame.data()) ? 1 : 2),
				frame.name());
			compared++;
		}
		assertTrue(compared >= 10, compared + " frames were compared");
	}

	/** Samples by component, or none if OpenJPEG refuses the stream. */
	private static byte[] openJpeg(final Jpeg2000Frames frame, final Path temp)
		throws IOException, InterruptedException
	{
		final Path in = temp.resolve(frame.data()[0] == 0 ? "in.jp2" : "in.j2k");
		final Path out = temp.resolve("out.rawl");
		Files.deleteIfExists(out);
		Files.write(in, frame.data());
		new ProcessBuilder(OPENJPEG.toString(), "-i", in.toString(), "-o", out.toString()).redirectErrorStream(true)
			.redirectOutput(temp.resolve("log").toFile())
			.start()
			.waitFor();
		return Files.exists(out) ? Files.readAllBytes(out) : new byte[0];
	}

	/** What COD says, the first in the stream. */
	private static boolean isReversible(final byte[] data) {
		int at = 0;
		while (MarkerSegment.u16(data, at) != Marker.COD)
			at++;
		return data[at + 13] == 1;
	}

	private static int greatestDifference(final FrameShape shape, final DecodedFrame decoded, final byte[] expected,
		final byte[] samples)
	{
		final int components = shape.samplesPerPixel();
		final int pixels = shape.columns() * shape.rows();
		assertEquals(pixels * components * (decoded.precision() > 8 ? 2 : 1), expected.length);
		int greatest = 0;
		for (int i = 0; i < pixels * components; i++)
			greatest = Math.max(greatest, Math.abs(value(samples, i, shape.bytesPerSample(), decoded) -
				value(expected, i % components * pixels + i / components, decoded.precision() > 8 ? 2 : 1, decoded)));
		return greatest;
	}

	private static int value(final byte[] samples, final int index, final int bytes, final DecodedFrame decoded) {
		final int value = bytes == 1 ? samples[index] : samples[2 * index] & 0xFF | samples[2 * index + 1] << 8;
		return decoded.signed() ? value : value & (1 << 8 * bytes) - 1;
	}
}
