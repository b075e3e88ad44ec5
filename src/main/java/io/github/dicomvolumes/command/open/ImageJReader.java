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

package io.github.dicomvolumes.command.open;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.ReadableByteChannel;
import java.nio.charset.StandardCharsets;

import io.github.dicomvolumes.data.Attributes;
import io.github.dicomvolumes.data.Tag;
import io.github.dicomvolumes.data.TransferSyntax;
import io.github.dicomvolumes.io.header.DicomFile;
import io.github.dicomvolumes.io.source.Limits;
import io.github.dicomvolumes.io.source.OpenSources;
import io.github.dicomvolumes.series.object.Frames;

/** What ImageJ's own reader, {@link ij.plugin.DICOM}, makes of a file. */
final class ImageJReader {

	/** Of the first overlay, whose pixels may be in bits above the values. */
	private static final int OVERLAY_ROWS = 0x60000010;
	private static final int PREAMBLE = 128, SIGNATURE = 4;

	private ImageJReader() {}

	/**
	 * Whether its values are surely those of the file: one slice, uncompressed and little endian, monochrome with 8
	 * unsigned bits or 16 bits, and a line at most from stored to real values. It reads some others right; but it takes
	 * bits above those that count for part of the value, knows no lookup tables nor what is in the items of sequences,
	 * shows no overlays, and takes the frames of a file and the tiles of a mosaic for a stack without places.
	 */
	static boolean readsRight(final DicomFile file) throws IOException {
		return file.pixelData() != null && file.pixelData().tag() == Tag.PIXEL_DATA && isLittleEndian(file) &&
			isMonochrome(file.attributes()) && isLine(file.attributes()) && isPlainFile(file) && file.frames() == 1 &&
			Frames.of(file, Limits.DEFAULT).size() == 1 && hasOnlyValues(file);
	}

	private static boolean isLittleEndian(final DicomFile file) {
		final String uid = file.transferSyntax().uid();
		return uid.equals(TransferSyntax.EXPLICIT_LITTLE_ENDIAN.uid()) ||
			uid.equals(TransferSyntax.IMPLICIT_LITTLE_ENDIAN.uid());
	}

	private static boolean isMonochrome(final Attributes attributes) {
		final int allocated = attributes.orElse(Tag.BITS_ALLOCATED, 0), stored = attributes.orElse(Tag.BITS_STORED, 0);
		final boolean isSigned = attributes.orElse(Tag.PIXEL_REPRESENTATION, 0) != 0;
		final boolean isKnownSize = allocated == 16 || allocated == 8 && !isSigned;
		return isKnownSize && (stored == allocated || stored < allocated && !isSigned) &&
			attributes.orElse(Tag.HIGH_BIT, stored - 1) == stored - 1 &&
			attributes.orElse(Tag.SAMPLES_PER_PIXEL, 1) == 1 &&
			attributes.orElse(Tag.PHOTOMETRIC_INTERPRETATION, "").startsWith("MONOCHROME") &&
			!attributes.contains(OVERLAY_ROWS);
	}

	/** Whether one slope and intercept, or none, lead to real values. */
	private static boolean isLine(final Attributes attributes) {
		return attributes.number(Tag.RESCALE_SLOPE).orElse(1) != 0 && !attributes.contains(Tag.MODALITY_LUT_SEQUENCE) &&
			!attributes.contains(Tag.REAL_WORLD_VALUE_MAPPING_SEQUENCE) &&
			!attributes.contains(Tag.SHARED_FUNCTIONAL_GROUPS_SEQUENCE);
	}

	/** Whether all pixels are there, and nothing but values in them: old files have overlays in the bits above. */
	private static boolean hasOnlyValues(final DicomFile file) throws IOException {
		final Attributes attributes = file.attributes();
		final int bytes = attributes.orElse(Tag.BITS_ALLOCATED, 0) / Byte.SIZE;
		final int above = -1 << attributes.orElse(Tag.BITS_STORED, 0);
		final long length = attributes.orElse(Tag.ROWS, 0) * (long) attributes.orElse(Tag.COLUMNS, 0) * bytes;
		if (length == 0 || length > file.pixelBytes()) return false;
		if (attributes.orElse(Tag.BITS_STORED, 0) == bytes * Byte.SIZE) return true;
		try (InputStream in = new BufferedInputStream(Channels.newInputStream(file.openPixels(OpenSources.NONE, 0)))) {
			for (long i = 0; i < length; i += bytes)
				for (int k = 0; k < bytes; k++)
					if ((in.read() << k * Byte.SIZE & above) != 0) return false;
		}
		return true;
	}

	/**
	 * Whether the bytes on disk are those of the file, keep the rules, and have a preamble that ImageJ takes for no
	 * other format.
	 */
	private static boolean isPlainFile(final DicomFile file) throws IOException {
		if (!file.isSeekable() || !file.notes().isEmpty()) return false;
		final ByteBuffer bytes = ByteBuffer.allocate(PREAMBLE + SIGNATURE);
		try (ReadableByteChannel channel = file.source().open(0)) {
			while (bytes.hasRemaining())
				if (channel.read(bytes) < 0) return false;
		}
		final String signature = new String(bytes.array(), PREAMBLE, SIGNATURE, StandardCharsets.US_ASCII);
		return signature.equals("DICM") && bytes.getShort(0) == 0;
	}
}
