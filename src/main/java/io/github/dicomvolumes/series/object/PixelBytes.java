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

package io.github.dicomvolumes.series.object;

import java.io.IOException;

import io.github.dicomvolumes.data.Attributes;
import io.github.dicomvolumes.data.Tag;
import io.github.dicomvolumes.io.header.DicomFile;
import io.github.dicomvolumes.io.pixels.EncapsulatedPixels;
import io.github.dicomvolumes.io.header.PixelData;
import io.github.dicomvolumes.io.source.OpenSources;

/** Compares the bytes of pixels that a file has with those that its header says, of all frames. */
public final class PixelBytes {

	private PixelBytes() {}

	/**
	 * Bytes that the header says of native pixels; 0 for compressed ones, which say it themselves. Several frames of
	 * which the length is stated are native, whatever the syntax says.
	 */
	public static double needed(final DicomFile file) {
		final boolean isOfStreams = file.frames() == 1 || file.pixelData().length() == PixelData.UNDEFINED;
		if (file.transferSyntax().encapsulated() && isOfStreams) return 0;
		final Attributes header = file.attributes();
		final boolean shareColours = header.orElse(Tag.PHOTOMETRIC_INTERPRETATION, "").endsWith("_422");
		final double samples = shareColours ? 2 : header.orElse(Tag.SAMPLES_PER_PIXEL, 1);
		final double pixels = (double) header.orElse(Tag.ROWS, 0) * header.orElse(Tag.COLUMNS, 0) * file.frames();
		return Math.ceil(pixels * samples * file.bitsAllocated(8) / 8);
	}

	/**
	 * Whether pixels are missing, as transfers leave files that were interrupted; also if the file is gone. Of several
	 * compressed frames the file tells, which takes time.
	 */
	public static boolean areCut(final DicomFile file) {
		try {
			final long length = file.pixelData().length(), held = file.mostPixelBytes();
			return held < needed(file) || length != PixelData.UNDEFINED && held < length || lacksStreams(file);
		}
		catch (final IOException exc) {
			return true;
		}
	}

	/** Whether there is none for the last of several compressed frames: looks for it, in an archive by unpacking it. */
	private static boolean lacksStreams(final DicomFile file) {
		if (file.frames() == 1 || !file.transferSyntax().encapsulated()) return false;
		try {
			if (FrameCount.most(file) < file.frames()) return true;
			if (file.pixelData().length() == PixelData.UNDEFINED)
				EncapsulatedPixels.of(file, OpenSources.NONE, file.frames()).head(file.frames() - 1, 1);
			return false;
		}
		catch (final IOException exc) {
			return true;
		}
	}
}
