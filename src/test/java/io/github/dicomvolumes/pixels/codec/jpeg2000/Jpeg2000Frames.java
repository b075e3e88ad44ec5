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

import io.github.dicomvolumes.data.Tag;
import io.github.dicomvolumes.io.header.DicomFile;
import io.github.dicomvolumes.io.header.HeaderReaders;
import io.github.dicomvolumes.io.scan.LocalPlace;
import io.github.dicomvolumes.io.scan.PlaceScan;
import io.github.dicomvolumes.work.Progress;
import io.github.dicomvolumes.pixels.codec.EncapsulatedFrames;
import io.github.dicomvolumes.pixels.codec.FrameShape;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The JPEG 2000 frames of DICOM files.
 *
 * @param name of the file, and the frame, 1-based
 */
record Jpeg2000Frames(String name, byte[] data, FrameShape shape) {

	private static final String SYNTAXES = "1\\.2\\.840\\.10008\\.1\\.2\\.4\\.(90|91|201|202|203)";

	/** The first frames of all files of a folder. */
	static List<Jpeg2000Frames> of(final Path folder, final int most) throws IOException {
		final List<Jpeg2000Frames> frames = new ArrayList<>();
		for (final DicomFile file : new PlaceScan(HeaderReaders.BUILT_IN, Progress.NONE).scan(new LocalPlace(folder))
			.files())
			if (file.pixelData() != null &&
				file.metaInformation().orElse(Tag.TRANSFER_SYNTAX_UID, "").matches(SYNTAXES)) add(file, frames, most);
		return frames;
	}

	private static void add(final DicomFile file, final List<Jpeg2000Frames> frames, final int most)
		throws IOException
	{
		final EncapsulatedFrames all = EncapsulatedFrames.of(file);
		final String name = Path.of(file.source().name()).getFileName().toString();
		for (int i = 0; i < Math.min(most, all.frames().size()); i++)
			frames.add(new Jpeg2000Frames(name + " " + (i + 1), all.frames().get(i), all.shape()));
	}

	@Override
	public String toString() {
		return name;
	}
}
