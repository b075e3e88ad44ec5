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

package io.github.dicomvolumes.volume;

import java.io.IOException;
import java.util.Optional;

import io.github.dicomvolumes.io.DicomFile;
import io.github.dicomvolumes.pixels.BitPlane;
import io.github.dicomvolumes.pixels.FrameCoding;
import io.github.dicomvolumes.pixels.Photometric;
import io.github.dicomvolumes.pixels.PixelFormat;
import io.github.dicomvolumes.pixels.Rescale;
import io.github.dicomvolumes.series.object.Frame;
import io.github.dicomvolumes.series.object.LabelPart;

/** Frames whose pixels are labels, each where a bit of the file is set. */
final class Labels {

	private Labels() {}

	/** The coding of labels: 8 bits, or 16 if one needs them. */
	static FrameCoding coding(final Frame frame) {
		return coding(frame, frame.labels().stream().anyMatch(l -> l.label() > 0xFF) ? 16 : 8);
	}

	/** The coding of the planes in the file. */
	static FrameCoding bits(final Frame frame) {
		return coding(frame, 1);
	}

	private static FrameCoding coding(final Frame frame, final int bits) {
		return new FrameCoding(new PixelFormat(frame.columns(), frame.rows(), 1, bits, bits, bits - 1, false, false,
			Photometric.MONOCHROME2, false, PixelFormat.Kind.INTEGER), Rescale.IDENTITY, Optional.empty());
	}

	/** Bytes of the file that a frame needs. */
	static long bytesInFile(final Frame frame, final FrameCoding coding) {
		return frame.labels().size() * ((coding.format().pixels() + 7L) / 8);
	}

	/**
	 * Those of them that the file holds.
	 *
	 * @param held bytes of all its pixels
	 */
	static long bytesHeld(final Frame frame, final FrameCoding coding, final long held) {
		final long bytes = (coding.format().pixels() + 7L) / 8;
		return frame.labels()
			.stream()
			.mapToLong(l -> Math.max(0, Math.min(bytes, held - firstBit(l, coding) / 8)))
			.sum();
	}

	/**
	 * Reads the labels of a frame.
	 *
	 * @param plane array of the plan's type, all 0
	 */
	static PlaneReader.Read read(final Frame frame, final FrameCoding coding, final Object plane) throws IOException {
		int complete = coding.format().pixels();
		for (final LabelPart part : frame.labels())
			complete = Math.min(complete, read(frame.file(), part, coding, plane));
		return new PlaneReader.Read(complete,
			complete == coding.format().pixels() ? "" : complete + " of " + coding.format().pixels() + " pixels");
	}

	private static int read(final DicomFile file, final LabelPart part, final FrameCoding coding, final Object plane)
		throws IOException
	{
		final int pixels = coding.format().pixels();
		final long firstBit = firstBit(part, coding);
		final int offset = PackedBytes.offset(firstBit);
		final byte[] bytes = PackedBytes.read(file, firstBit, pixels);
		final int held = (int) Math.max(0, Math.min(pixels, 8L * bytes.length - offset));
		BitPlane.set(bytes, offset, held, plane, part.label());
		return held;
	}

	private static long firstBit(final LabelPart part, final FrameCoding coding) {
		return (long) part.index() * coding.format().pixels();
	}
}
