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

package io.github.dicomvolumes.io.header;

import java.io.IOException;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Optional;

import io.github.dicomvolumes.data.Attributes;
import io.github.dicomvolumes.data.PixelStorage;
import io.github.dicomvolumes.data.Tag;

/**
 * Looks whether the pixel data of a file are what its header declares, where that is doubtful: a compressed stream
 * under an uncompressed transfer syntax, or plain pixels with an undefined length.
 */
final class ActualPixels {

	/** The attributes that decide how many bytes the pixels need. */
	private static final int[] SIZE = { Tag.SAMPLES_PER_PIXEL, Tag.PHOTOMETRIC_INTERPRETATION, Tag.NUMBER_OF_FRAMES,
		Tag.ROWS, Tag.COLUMNS, Tag.BITS_ALLOCATED };
	/** Bytes of an item's tag and length, and of a stream that tell JPEG-LS from JPEG. */
	private static final int ITEM_HEADER = 8, STREAM_HEAD = 1 << 12;
	/** A longer Basic Offset Table is not looked behind. */
	private static final int MAX_TABLE = 1 << 16;

	private final HeaderInput in;
	private final HeaderNotes notes;

	/** @param in behind the header, at the first byte of the pixel data */
	ActualPixels(final HeaderInput in, final HeaderNotes notes) {
		this.in = in;
		this.notes = notes;
	}

	/** Whether nothing in the header makes the pixel data doubtful, but for an undefined length of compressed ones. */
	static boolean areAsDeclared(final DicomFile file) {
		final PixelData pixels = file.pixelData();
		if (pixels == null || file.transferSyntax().encapsulated()) return true;
		return pixels.length() != PixelData.UNDEFINED && isEnough(file, pixels.length());
	}

	/** The same for a variant of a file of which that is known: cheaper where they are of one size. */
	static boolean areAsDeclared(final DicomFile file, final DicomFile like) {
		final boolean isAlike = file.pixelData().length() == like.pixelData().length() &&
			file.attributes().holderOf(SIZE) == like.attributes();
		return isAlike || areAsDeclared(file);
	}

	/** The same file with what its pixel data really are. */
	DicomFile in(final DicomFile file) throws IOException {
		final PixelData pixels = file.pixelData();
		final boolean isOpen = pixels != null && pixels.length() == PixelData.UNDEFINED;
		if (areAsDeclared(file) && !isOpen) return file;
		in.order(ByteOrder.LITTLE_ENDIAN);
		in.has(ITEM_HEADER);
		final boolean isItem = in.available() >= ITEM_HEADER &&
			(in.tag() == Tag.ITEM || in.tag() == Tag.SEQUENCE_DELIMITATION_ITEM);
		if (file.transferSyntax().encapsulated()) return isItem ? file : withLength(file);
		final Optional<PixelStorage> stream = StreamMarkers.storage(isItem ? headOfFragment() : head(0));
		if (stream.isPresent()) return withStream(file, stream.get(), isItem);
		return isOpen && !isItem ? withLength(file) : file;
	}

	private DicomFile withStream(final DicomFile file, final PixelStorage storage, final boolean isItem)
		throws IOException
	{
		notes.add(Tag.describe(Tag.TRANSFER_SYNTAX_UID) + " is " + file.transferSyntax() +
			", but the pixel data are a " + storage + " stream, and are read as that");
		final PixelData pixels = file.pixelData();
		final boolean isOpenStream = !isItem && pixels.length() == PixelData.UNDEFINED;
		return with(file, storage, isOpenStream ? file.pixelBytes() : pixels.length());
	}

	/** Pixels without items, if they are as many as the image needs. */
	private DicomFile withLength(final DicomFile file) throws IOException {
		final long bytes = uncompressedBytes(file);
		if (file.transferSyntax().encapsulated() && file.pixelBytes() < bytes) return file;
		notes.add(Tag.describe(file.pixelData().tag()) +
			" has an undefined length, but no items (PS3.5 A.4); it is read" + " as uncompressed pixels");
		return with(file, file.transferSyntax().pixels(), bytes);
	}

	private DicomFile with(final DicomFile file, final PixelStorage storage, final long length) {
		final PixelData old = file.pixelData();
		final PixelData pixels = new PixelData(old.tag(), old.vr(), old.offset(),
			length == Long.MAX_VALUE ? PixelData.UNDEFINED : length, old.deflatedFrom());
		return new DicomFile(file.source(), file.metaInformation(), file.attributes(),
			file.transferSyntax().withPixels(storage), pixels, file.reader(), notes.toList());
	}

	/** The first bytes of the first fragment, behind the Basic Offset Table. */
	private byte[] headOfFragment() throws IOException {
		final long table = in.u32(4);
		return table > MAX_TABLE ? new byte[0] : head(2 * ITEM_HEADER + (int) table);
	}

	/** Bytes from a place on, fewer at the end. */
	private byte[] head(final int ahead) throws IOException {
		in.has(ahead + STREAM_HEAD);
		final byte[] bytes = in.copy(Math.min(in.available(), ahead + STREAM_HEAD));
		return Arrays.copyOfRange(bytes, Math.min(ahead, bytes.length), bytes.length);
	}

	/** Whether pixel data are as long as all frames need without compression. */
	private static boolean isEnough(final DicomFile file, final long bytes) {
		return bytes >= uncompressedBytes(file, file.attributes().orElse(Tag.SAMPLES_PER_PIXEL, 1)) ||
			bytes >= uncompressedBytes(file);
	}

	/** What all frames need without compression. */
	private static long uncompressedBytes(final DicomFile file) {
		final Attributes attributes = file.attributes();
		final boolean isSubsampled = attributes.orElse(Tag.PHOTOMETRIC_INTERPRETATION, "").endsWith("422");
		return uncompressedBytes(file, isSubsampled ? 2 : attributes.orElse(Tag.SAMPLES_PER_PIXEL, 1));
	}

	/** @param samples of each pixel */
	private static long uncompressedBytes(final DicomFile file, final int samples) {
		final Attributes attributes = file.attributes();
		final long pixels = Math.max(0, attributes.orElse(Tag.ROWS, 0)) *
			(long) Math.max(0, attributes.orElse(Tag.COLUMNS, 0));
		final double bits = Math.max(0, file.bitsAllocated(0));
		final double all = pixels * bits * Math.max(0, samples) * file.frames();
		return (long) Math.min(Math.ceil(all / Byte.SIZE), Long.MAX_VALUE / 2.0);
	}
}
