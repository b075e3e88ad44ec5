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
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.ReadableByteChannel;
import java.util.List;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;

import io.github.dicomvolumes.data.Attributes;
import io.github.dicomvolumes.data.Tag;
import io.github.dicomvolumes.data.TransferSyntax;
import io.github.dicomvolumes.io.source.OpenSources;
import io.github.dicomvolumes.io.source.Source;

/**
 * The header of a DICOM file, and where its pixels lie.
 *
 * @param metaInformation group 0002; empty if the file has none
 * @param attributes the data set up to the pixel data
 * @param pixelData null if there are none, as in structure sets or reports
 * @param reader that read the header, and reads it again where more of it is needed
 * @param notes what in the header breaks the rules and how it was read all the same: one sentence each
 */
public record DicomFile(Source source, Attributes metaInformation, Attributes attributes, TransferSyntax transferSyntax,
	PixelData pixelData, Rereader reader, List<String> notes)
{

	/** A byte inflates to no more than this (RFC 1951: two bits for 258 bytes, and a little for the stream). */
	private static final long MOST_INFLATION = 1032;

	public DicomFile {
		notes = List.copyOf(notes);
	}

	/** Reads headers again. */
	public interface Rereader {

		/** Reads a header with the values that were left in the file, up to a limit. */
		DicomFile readWhole(Source source, OpenSources open) throws IOException;
	}

	/** The same file, to be read again by another reader. */
	public DicomFile readBy(final Rereader itsReader) {
		return reader == itsReader ? this
			: new DicomFile(source, metaInformation, attributes, transferSyntax, pixelData, itsReader, notes);
	}

	/** Reads the header again, by the same reader, with the values that were left in the file. */
	public DicomFile withLargeValues(final OpenSources open) throws IOException {
		return reader.readWhole(source, open);
	}

	/**
	 * Number of Frames as the header declares it, at least 1; the largest int if that is less. The pixel data may hold
	 * fewer.
	 */
	public int frames() {
		return (int) Math.max(1, attributes.number(Tag.NUMBER_OF_FRAMES).orElse(1));
	}

	/**
	 * Bits of a sample: what the element that holds the pixels has, or else Bits Allocated.
	 *
	 * @param ifMissing taken if the header does not say it
	 */
	public int bitsAllocated(final int ifMissing) {
		return switch (pixelData.tag()) {
			case Tag.FLOAT_PIXEL_DATA -> Float.SIZE;
			case Tag.DOUBLE_FLOAT_PIXEL_DATA -> Double.SIZE;
			default -> attributes.orElse(Tag.BITS_ALLOCATED, ifMissing);
		};
	}

	/**
	 * Opens the pixel data from one of its bytes on. Where bytes have to be inflated, those before are inflated too; of
	 * a file with several frames only once while other sources are open, too.
	 *
	 * @param open by which it is opened
	 * @param skip bytes of pixel data
	 */
	public ReadableByteChannel openPixels(final OpenSources open, final long skip) throws IOException {
		final long offset = pixelData.offset() + skip;
		return frames() > 1 ? open.openUnpacked(source, offset, at -> open(open, at)) : open(open, offset);
	}

	private ReadableByteChannel open(final OpenSources open, final long offset) throws IOException {
		if (pixelData.deflatedFrom() < 0) return open.open(source, offset);
		final InputStream in = inflate(open.open(source, pixelData.deflatedFrom()));
		try {
			in.skipNBytes(offset);
			return Channels.newChannel(in);
		}
		catch (final IOException exc) {
			in.close();
			throw exc;
		}
	}

	/** Whether pixels can be opened anywhere at the same cost, as nothing has to be inflated before. */
	public boolean isSeekable() {
		return pixelData.deflatedFrom() < 0 && source.isSeekable();
	}

	/**
	 * Bytes of pixel data that the file contains: never more than the header declares, less if the file was cut; what
	 * the header declares where the file's own length cannot be known before reading.
	 */
	public long pixelBytes() throws IOException {
		final long end = pixelData.deflatedFrom() < 0 ? source.length() : -1;
		final long contained = end < 0 ? Long.MAX_VALUE : Math.max(0, end - pixelData.offset());
		return pixelData.length() == PixelData.UNDEFINED ? contained : Math.min(contained, pixelData.length());
	}

	/**
	 * Bytes of pixel data that the file can contain at most: {@link #pixelBytes}, or what its bytes on disk can inflate
	 * to, if that is less. A header may declare any number.
	 */
	public long mostPixelBytes() throws IOException {
		if (isSeekable()) return pixelBytes();
		final long stored = source.storedLength();
		return stored < 0 ? pixelBytes() : Math.min(pixelBytes(), MOST_INFLATION * stored);
	}

	/** The bytes of a deflated data set (PS3.5 A.5: RFC 1951, no zlib header). */
	public static InputStream inflate(final ReadableByteChannel channel) {
		final Inflater inflater = new Inflater(true);
		return new InflaterInputStream(Channels.newInputStream(channel), inflater, 8192) {

			@Override
			public void close() throws IOException {
				super.close();
				inflater.end();
			}
		};
	}
}
