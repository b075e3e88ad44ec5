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
package io.github.dicomvolumes.export.deidentify;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.Channels;
import java.util.function.BooleanSupplier;

import io.github.dicomvolumes.data.Attributes;
import io.github.dicomvolumes.data.DicomException;
import io.github.dicomvolumes.data.Element;
import io.github.dicomvolumes.data.PixelStorage;
import io.github.dicomvolumes.data.Tag;
import io.github.dicomvolumes.data.VR;
import io.github.dicomvolumes.export.file.StreamedElement;
import io.github.dicomvolumes.io.header.DicomFile;
import io.github.dicomvolumes.io.pixels.EncapsulatedPixels;
import io.github.dicomvolumes.io.header.PixelData;
import io.github.dicomvolumes.io.source.OpenSources;

/**
 * Copies the pixel data of a file bit by bit, and nothing that lies behind them: bytes beyond the last pixel of
 * uncompressed ones are zeros in the copy, of compressed ones the items are copied (PS3.5 A.4), not what is between or
 * behind them.
 */
final class PixelCopy {

	private static final long LARGEST = 0xFFFFFFFFL;
	private static final int BLOCK = 64 << 10, HEADER = 8, OFFSET = 4;

	private final DicomFile file;
	private final OpenSources open;
	private final BooleanSupplier isOver;

	private PixelCopy(final DicomFile file, final OpenSources open, final BooleanSupplier isOver) {
		this.file = file;
		this.open = open;
		this.isOver = isOver;
	}

	/**
	 * The pixel data of a file as an element to be written; what fails in reading them is a {@link SourceException}.
	 *
	 * @param isOver whether to stop, as nobody wants the copy any more
	 */
	static StreamedElement of(final DicomFile file, final OpenSources open, final BooleanSupplier isOver)
		throws IOException
	{
		final PixelData pixels = file.pixelData();
		final var copy = new PixelCopy(file, open, isOver);
		if (EncapsulatedPixels.isEncapsulated(file, open)) {
			final VR vr = pixels.vr() == VR.OW ? VR.OW : VR.OB;
			return new StreamedElement(pixels.tag(), vr, Element.UNDEFINED_LENGTH, copy::items);
		}
		final long length = pixels.length();
		if (file.pixelBytes() < length) throw new DicomException(Tag.describe(pixels.tag()) + " has " +
			file.pixelBytes() + " bytes instead of " + length + "; the file was probably cut when copied.");
		final long used = Math.min(length, usedBytes(file));
		return new StreamedElement(pixels.tag(), pixels.vr(), length + (length & 1),
			out -> copy.plain(used, length, out));
	}

	/** Bytes up to the last pixel of all frames; all there are where that cannot be said. */
	private static long usedBytes(final DicomFile file) {
		final Attributes attributes = file.attributes();
		final PixelStorage storage = file.transferSyntax().pixels();
		final boolean isPlain = storage == PixelStorage.NATIVE || storage == PixelStorage.NATIVE_BIG_ENDIAN;
		final double bits = (double) attributes.orElse(Tag.ROWS, 0) * attributes.orElse(Tag.COLUMNS, 0) *
			file.bitsAllocated(0) * attributes.orElse(Tag.SAMPLES_PER_PIXEL, 1) * file.frames();
		final boolean isCounted = attributes.orElse(Tag.NUMBER_OF_FRAMES, "").isEmpty() ||
			attributes.integer(Tag.NUMBER_OF_FRAMES).isPresent();
		return isPlain && isCounted && bits > 0 ? (long) Math.ceil(bits / Byte.SIZE) : Long.MAX_VALUE;
	}

	private void plain(final long used, final long length, final OutputStream out) throws IOException {
		try (InputStream in = open()) {
			copy(in, used, out);
		}
		final byte[] zeros = new byte[BLOCK];
		for (long left = length + (length & 1) - used; left > 0; left -= BLOCK)
			out.write(zeros, 0, (int) Math.min(left, BLOCK));
	}

	/** Copies the Basic Offset Table and the fragments, and ends with a delimiter. */
	private void items(final OutputStream out) throws IOException {
		final long declared = file.pixelData().length();
		long left = declared == PixelData.UNDEFINED ? Long.MAX_VALUE : declared;
		// RLE has one for each frame (PS3.5 A.4.2)
		final long most = file.transferSyntax().pixels() == PixelStorage.RLE ? file.frames() : Long.MAX_VALUE;
		int items = 0;
		try (InputStream in = open()) {
			while (left >= HEADER) {
				final byte[] header = read(in, HEADER);
				final ByteBuffer item = ByteBuffer.wrap(header).order(ByteOrder.LITTLE_ENDIAN);
				final long length = header.length < HEADER ? 0 : item.getInt(4) & LARGEST;
				if (header.length < HEADER || tag(item) == Tag.SEQUENCE_DELIMITATION_ITEM) break;
				if (tag(item) != Tag.ITEM || length > left - HEADER) {
					checkWhole(items, tag(item));
					break;
				}
				if (items == 0) offsets(length, in, out);
				else if (items <= most) {
					out.write(item(Tag.ITEM, length + (length & 1)));
					copy(in, length, out);
					if ((length & 1) == 1) out.write(0);
				}
				else break; // of no frame
				left -= HEADER + length;
				items++;
			}
		}
		if (items < 2) throw new SourceException(
			new DicomException(Tag.describe(file.pixelData().tag()) + " has no fragments (PS3.5 A.4)."));
		out.write(item(Tag.SEQUENCE_DELIMITATION_ITEM, 0));
	}

	/** Copies the Basic Offset Table if it is one: anything may stand there, and it may as well be empty. */
	private void offsets(final long length, final InputStream in, final OutputStream out) throws IOException {
		final var table = new ByteArrayOutputStream();
		copy(in, length, length == OFFSET * (long) file.frames() ? table : OutputStream.nullOutputStream());
		final ByteBuffer offsets = ByteBuffer.wrap(table.toByteArray()).order(ByteOrder.LITTLE_ENDIAN);
		boolean isTable = true;
		for (long before = -HEADER; isTable && offsets.hasRemaining();) {
			final long offset = offsets.getInt() & LARGEST;
			isTable = before < 0 ? offset == 0 : offset >= before + HEADER;
			before = offset;
		}
		out.write(item(Tag.ITEM, isTable ? table.size() : 0));
		if (isTable) table.writeTo(out);
	}

	/** What stands behind all frames may be left out. */
	private void checkWhole(final int items, final int tag) throws SourceException {
		if (items <= file.frames()) throw new SourceException(
			new DicomException(Tag.describe(file.pixelData().tag()) + " has (" + Tag.format(tag) + ") behind " + items +
				" items, where a fragment (FFFE,E000) must stand (PS3.5 A.4)."));
	}

	private static int tag(final ByteBuffer item) {
		return Tag.of(item.getShort(0) & 0xFFFF, item.getShort(2) & 0xFFFF);
	}

	/** In little endian, as all that is compressed. */
	private static byte[] item(final int tag, final long length) {
		return ByteBuffer.allocate(HEADER)
			.order(ByteOrder.LITTLE_ENDIAN)
			.putShort((short) Tag.group(tag))
			.putShort((short) Tag.element(tag))
			.putInt((int) length)
			.array();
	}

	private void copy(final InputStream in, final long bytes, final OutputStream out) throws IOException {
		for (long left = bytes; left > 0;) {
			final byte[] block = read(in, (int) Math.min(left, BLOCK));
			if (block.length == 0) throw new SourceException(new EOFException(
				Tag.describe(file.pixelData().tag()) + " ends too early; the file was probably cut when copied."));
			out.write(block);
			left -= block.length;
			if (isOver.getAsBoolean()) throw new SourceException(new IOException("cancelled"));
		}
	}

	private InputStream open() throws SourceException {
		try {
			return Channels.newInputStream(file.openPixels(open, 0));
		}
		catch (final IOException exc) {
			throw new SourceException(exc);
		}
	}

	private static byte[] read(final InputStream in, final int bytes) throws SourceException {
		try {
			return in.readNBytes(bytes);
		}
		catch (final IOException exc) {
			throw new SourceException(exc);
		}
	}
}
