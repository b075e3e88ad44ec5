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

package io.github.dicomvolumes.pixels.codec.jpegls;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.dicomvolumes.io.header.HeaderReaders;
import io.github.dicomvolumes.io.source.DiskSources;
import io.github.dicomvolumes.pixels.codec.FrameShape;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files of others, against DCMTK. Runs where both are. */
class JpegLsOracleTest {

	private static final Path DATA = Path.of("../shared/data");

	private static final Path DCMTK = Path.of("/usr/bin/dcmdjpls");

	@Test
	void sameSamplesAsDcmtk(@TempDir final Path temp) throws Exception {
		assumeTrue(Files.isExecutable(DCMTK) && Files.isDirectory(DATA.resolve("pydicom")));
		final List<Path> files = new ArrayList<>();
		for (final String folder : List.of("pydicom", "pydicom-data"))
			try (Stream<Path> walk = Files.walk(DATA.resolve(folder))) {
				walk.filter(Files::isRegularFile).filter(JpegLsOracleTest::isJpegLs).sorted().forEach(files::add);
			}
		assertTrue(files.size() >= 5, files.size() + " files");
		for (final Path file : files) {
			final Path decoded = temp.resolve("decoded.dcm");
			final Process process = new ProcessBuilder(DCMTK.toString(), file.toString(), decoded.toString())
				.redirectErrorStream(true)
				.start();
			final String output = new String(process.getInputStream().readAllBytes());
			assertEquals(0, process.waitFor(), output);
			final JpegLsFrames theirs = JpegLsFrames.of(decoded);
			final JpegLsFrames ours = JpegLsFrames.of(file);
			assertEquals(theirs.frames().size(), ours.frames().size(), file.toString());
			for (int i = 0; i < theirs.frames().size(); i++) {
				final byte[] samples = new byte[(int) ours.shape().bytes()];
				assertEquals("", new JpegLsDecoder().decode(ours.frames().get(i), ours.shape(), samples).damage());
				assertArrayEquals(byPixel(theirs, theirs.frames().get(i)), samples, file + ", frame " + i);
			}
		}
	}

	private static boolean isJpegLs(final Path path) {
		try {
			return JpegLsFrames.isJpegLs(HeaderReaders.BUILT_IN.read(DiskSources.of(path)));
		}
		catch (final IOException exc) {
			return false;
		}
	}

	private static byte[] byPixel(final JpegLsFrames file, final byte[] samples) {
		if (!file.planar()) return samples;
		final FrameShape shape = file.shape();
		final int bytes = shape.bytesPerSample();
		final int pixels = shape.columns() * shape.rows();
		final byte[] result = new byte[samples.length];
		for (int from = 0; from < samples.length; from++) {
			final int sample = from / bytes;
			result[(sample % pixels * shape.samplesPerPixel() + sample / pixels) * bytes +
				from % bytes] = samples[from];
		}
		return result;
	}
}
