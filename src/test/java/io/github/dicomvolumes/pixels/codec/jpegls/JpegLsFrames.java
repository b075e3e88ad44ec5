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

import io.github.dicomvolumes.data.Attributes;
import io.github.dicomvolumes.data.Tag;
import io.github.dicomvolumes.io.header.DicomFile;
import io.github.dicomvolumes.io.header.HeaderReaders;
import io.github.dicomvolumes.io.source.DiskSources;
import io.github.dicomvolumes.io.source.OpenSources;
import io.github.dicomvolumes.pixels.codec.EncapsulatedFrames;
import io.github.dicomvolumes.pixels.codec.FrameShape;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The pixel data of a file: its frames, compressed or not, as an encapsulated file has one fragment for each or one
 * frame.
 *
 * @param planar whether uncompressed pixels are component after component
 */
record JpegLsFrames(FrameShape shape, boolean planar, List<byte[]> frames) {

	static JpegLsFrames of(final Path path) throws IOException {
		final DicomFile file = HeaderReaders.BUILT_IN.read(DiskSources.of(path));
		final Attributes a = file.attributes();
		final boolean planar = a.orElse(Tag.PLANAR_CONFIGURATION, 0) == 1;
		if (isJpegLs(file)) {
			final EncapsulatedFrames compressed = EncapsulatedFrames.of(file);
			return new JpegLsFrames(compressed.shape(), planar, compressed.frames());
		}
		final FrameShape shape = EncapsulatedFrames.shape(a);
		final List<byte[]> frames = new ArrayList<>();
		try (InputStream in = Channels.newInputStream(file.openPixels(OpenSources.NONE, 0))) {
			for (int i = 0; i < a.orElse(Tag.NUMBER_OF_FRAMES, 1); i++)
				frames.add(in.readNBytes((int) shape.bytes()));
		}
		return new JpegLsFrames(shape, planar, frames);
	}

	static boolean isJpegLs(final DicomFile file) {
		return file.pixelData() != null &&
			file.transferSyntax().uid().matches("1\\.2\\.840\\.10008\\.1\\.2\\.4\\.8[01]");
	}
}
