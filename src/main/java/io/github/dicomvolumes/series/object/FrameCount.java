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
import java.util.Optional;

import io.github.dicomvolumes.data.Attributes;
import io.github.dicomvolumes.data.Tag;
import io.github.dicomvolumes.io.header.DicomFile;
import io.github.dicomvolumes.io.source.Limits;
import io.github.dicomvolumes.io.header.PixelData;
import io.github.dicomvolumes.series.Finding;
import io.github.dicomvolumes.series.Finding.Code;

/**
 * Number of Frames (0028,0008), but not more than the pixel data can hold.
 *
 * @param frames of the file, at least 1
 * @param finding why they are fewer than it states; empty if they are not
 */
record FrameCount(int frames, Optional<Finding> finding) {

	/**
	 * Counts twice what the pixel data hold uncompressed, so that a cut file still shows that it is cut, if there are
	 * groups for so many.
	 */
	static FrameCount of(final DicomFile file, final Limits limits) throws IOException {
		final Attributes attributes = file.attributes();
		final int declared = file.frames();
		if (declared == 1) return new FrameCount(1, Optional.empty());
		final long bytes = file.mostPixelBytes(), complete = complete(file), max = most(file);
		final int described = attributes.items(Tag.PER_FRAME_FUNCTIONAL_GROUPS_SEQUENCE).size();
		final int tried = (int) Math.min(declared, Math.min(max, limits.frames()));
		final int n = tried < declared && described > 0 ? (int) Math.min(tried, Math.max(described, complete)) : tried;
		if (n == declared) return new FrameCount(n, Optional.empty());
		final String why = n == limits.frames() ? "; at most " + n + " are read (Limits.frames)"
			: ", but the pixel data are " + (file.isSeekable() ? "" : "at most ") + bytes + " bytes; " + n +
				" frames are tried";
		return new FrameCount(n, Optional.of(new Finding(Code.FEWER_IMAGES,
			Tag.describe(Tag.NUMBER_OF_FRAMES) + " is " + attributes.orElse(Tag.NUMBER_OF_FRAMES, "") + why)));
	}

	/** Frames that there is room for: compressed ones as small as can be, else twice those that are complete. */
	static long most(final DicomFile file) throws IOException {
		return isCompressed(file) ? file.mostPixelBytes() / FrameLists.MIN_COMPRESSED_BYTES + 1
			: 2 * complete(file) + 2;
	}

	private static long complete(final DicomFile file) throws IOException {
		return isCompressed(file) ? 0 : 8 * file.mostPixelBytes() / frameBits(file);
	}

	private static boolean isCompressed(final DicomFile file) {
		return file.pixelData().length() == PixelData.UNDEFINED;
	}

	private static long frameBits(final DicomFile file) {
		final Attributes attributes = file.attributes();
		final int bits = file.bitsAllocated(8);
		return Math.max(1, attributes.orElse(Tag.ROWS, 1) * (long) attributes.orElse(Tag.COLUMNS, 1)) *
			Math.max(1, Math.min(64, bits)) * Math.max(1, Math.min(4, attributes.orElse(Tag.SAMPLES_PER_PIXEL, 1)));
	}
}
