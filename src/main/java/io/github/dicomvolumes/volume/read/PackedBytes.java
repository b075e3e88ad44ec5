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

package io.github.dicomvolumes.volume.read;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.util.Arrays;

import io.github.dicomvolumes.data.DicomException;
import io.github.dicomvolumes.data.Element;
import io.github.dicomvolumes.data.Tag;
import io.github.dicomvolumes.data.VR;
import io.github.dicomvolumes.io.header.DicomFile;
import io.github.dicomvolumes.io.source.OpenSources;

/** The bytes of a file that hold pixels which do not begin with whole bytes. */
final class PackedBytes {

	private PackedBytes() {}

	/**
	 * Reads whole words, put in little endian order, which hold so many bits; fewer where the file ends.
	 *
	 * @param firstBit 0-based within the pixel data; in the result it is at {@link #offset}
	 */
	static byte[] read(final DicomFile file, final OpenSources open, final long firstBit, final long bits)
		throws IOException
	{
		final long start = firstBit / 16 * 2, end = (firstBit + bits + 15) / 16 * 2;
		final long length = Math.max(0, Math.min(end, file.pixelBytes()) - start);
		if (length > Integer.MAX_VALUE - 8) throw new DicomException(Tag.describe(Tag.PIXEL_DATA) + " has a frame of " +
			length + " bytes of packed samples; at most " + (Integer.MAX_VALUE - 8) + " can be read.");
		final byte[] bytes = new byte[(int) length];
		final ByteBuffer into = ByteBuffer.wrap(bytes);
		try (ReadableByteChannel channel = file.openPixels(open, start)) {
			while (into.hasRemaining() && channel.read(into) >= 0);
		}
		if (isBigEndian(file)) for (int i = 0; i + 1 < bytes.length; i += 2) {
			final byte high = bytes[i];
			bytes[i] = bytes[i + 1];
			bytes[i + 1] = high;
		}
		return Arrays.copyOf(bytes, into.position());
	}

	/** Where the first bit is in what was read. */
	static int offset(final long firstBit) {
		return (int) (firstBit % 16);
	}

	private static boolean isBigEndian(final DicomFile file) {
		return file.transferSyntax().bigEndian() &&
			file.attributes().optional(file.pixelData().tag()).map(Element::vr).filter(vr -> vr == VR.OW).isPresent();
	}
}
