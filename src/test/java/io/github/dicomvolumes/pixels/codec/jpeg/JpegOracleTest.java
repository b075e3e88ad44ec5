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

package io.github.dicomvolumes.pixels.codec.jpeg;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import io.github.dicomvolumes.pixels.codec.EncapsulatedFrames;
import io.github.dicomvolumes.pixels.codec.Oracle;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** JPEG files of pydicom give the samples that DCMTK gives, the lossy ones too. */
class JpegOracleTest {

	private static final String JPEG = "1.2.840.10008.1.2.4.";

	@Test
	void sameSamplesAsDcmtk(@TempDir final Path temp) throws IOException, InterruptedException {
		final var oracle = new Oracle("dcmdjpeg", "+cn", "+px");
		oracle.assumeInstalled();
		final List<Path> files = EncapsulatedFrames
			.files(Set.of(JPEG + 50, JPEG + 51, JPEG + 53, JPEG + 55, JPEG + 57, JPEG + 70));
		assumeFalse(files.isEmpty());
		final List<String> differences = new ArrayList<>();
		for (final Path file : files)
			if (!file.endsWith("SC_rgb_jpeg.dcm")) // implicit VR, which DCMTK does not expect here
				differences.addAll(oracle.differences(new JpegDecoder(), EncapsulatedFrames.read(file), 0, temp));
		assertEquals("", String.join("\n", differences));
		assertTrue(files.size() >= 18, files.toString());
	}
}
