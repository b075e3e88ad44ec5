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

package io.github.dicomvolumes.io;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import io.github.dicomvolumes.data.AttributesReader;
import io.github.dicomvolumes.data.AttributesWriter;
import io.github.dicomvolumes.data.PixelStorage;
import io.github.dicomvolumes.data.TransferSyntax;
import io.github.dicomvolumes.data.VR;

/**
 * Writes what a scan made of some files, for another process of the same version that goes on from there: headers whole
 * and exact, what they have in common once.
 */
public final class StoredHeaders {

	private static final PixelStorage[] STORAGES = PixelStorage.values();
	private static final Skipped.Reason[] REASONS = Skipped.Reason.values();

	private StoredHeaders() {}

	// -- Images --

	/** Writes files in their order. */
	public static void write(final List<DicomFile> files, final DataOutput out) throws IOException {
		final var attributes = new AttributesWriter(out);
		out.writeInt(files.size());
		for (final DicomFile file : files) {
			StoredSource.write(file.source(), out);
			attributes.write(file.metaInformation());
			attributes.write(file.attributes());
			writeSyntax(file.transferSyntax(), out);
			writePixels(file.pixelData(), out);
			out.writeInt(file.notes().size());
			for (final String note : file.notes())
				writeText(note, out);
		}
	}

	/**
	 * Reads what was written.
	 *
	 * @param reader which read the headers, and reads them again where more is needed
	 */
	public static List<DicomFile> read(final DataInput in, final HeaderReader reader) throws IOException {
		final var attributes = new AttributesReader(in);
		final int count = in.readInt();
		final List<DicomFile> files = new ArrayList<>(count);
		for (int i = 0; i < count; i++) {
			final Source source = StoredSource.read(in);
			final var meta = attributes.read();
			final var dataSet = attributes.read();
			final TransferSyntax syntax = readSyntax(in);
			final PixelData pixels = readPixels(in);
			final List<String> notes = new ArrayList<>();
			for (int n = in.readInt(); n > 0; n--)
				notes.add(readText(in));
			files.add(new DicomFile(source, meta, dataSet, syntax, pixels, reader, notes));
		}
		return files;
	}

	private static void writeSyntax(final TransferSyntax syntax, final DataOutput out) throws IOException {
		out.writeUTF(syntax.uid());
		final int flags = (syntax.explicitVR() ? 1 : 0) | (syntax.bigEndian() ? 2 : 0) | (syntax.deflated() ? 4 : 0);
		out.writeByte(flags);
		out.writeByte(syntax.pixels().ordinal());
	}

	private static TransferSyntax readSyntax(final DataInput in) throws IOException {
		final String uid = in.readUTF();
		final int flags = in.readByte();
		return new TransferSyntax(uid, (flags & 1) != 0, (flags & 2) != 0, (flags & 4) != 0, STORAGES[in.readByte()]);
	}

	private static void writePixels(final PixelData pixels, final DataOutput out) throws IOException {
		out.writeByte(pixels == null ? -1 : pixels.vr().ordinal());
		if (pixels == null) return;
		out.writeInt(pixels.tag());
		out.writeLong(pixels.offset());
		out.writeLong(pixels.length());
		out.writeLong(pixels.deflatedFrom());
	}

	private static PixelData readPixels(final DataInput in) throws IOException {
		final int vr = in.readByte();
		return vr < 0 ? null
			: new PixelData(in.readInt(), VR.values()[vr], in.readLong(), in.readLong(), in.readLong());
	}

	// -- Other files --

	/** Writes files that gave no image. */
	public static void writeSkipped(final List<Skipped> files, final DataOutput out) throws IOException {
		final var attributes = new AttributesWriter(out);
		out.writeInt(files.size());
		for (final Skipped file : files) {
			writeText(file.file(), out);
			out.writeByte(file.reason().ordinal());
			writeText(file.text(), out);
			attributes.write(file.series());
			writeText(file.plainName(), out);
		}
	}

	/** Reads what was written. */
	public static List<Skipped> readSkipped(final DataInput in) throws IOException {
		final var attributes = new AttributesReader(in);
		final int count = in.readInt();
		final List<Skipped> files = new ArrayList<>(count);
		for (int i = 0; i < count; i++)
			files.add(new Skipped(readText(in), REASONS[in.readByte()], readText(in), attributes.read(), readText(in)));
		return files;
	}

	/** Of any length, and of any characters. */
	private static void writeText(final String text, final DataOutput out) throws IOException {
		out.writeInt(text.length());
		out.writeChars(text);
	}

	private static String readText(final DataInput in) throws IOException {
		final char[] text = new char[in.readInt()];
		for (int i = 0; i < text.length; i++)
			text[i] = in.readChar();
		return new String(text);
	}
}
