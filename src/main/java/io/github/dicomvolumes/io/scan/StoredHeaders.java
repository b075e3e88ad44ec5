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

package io.github.dicomvolumes.io.scan;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import io.github.dicomvolumes.data.Attributes;
import io.github.dicomvolumes.data.AttributesReader;
import io.github.dicomvolumes.data.AttributesWriter;
import io.github.dicomvolumes.data.PackedInput;
import io.github.dicomvolumes.data.PackedOutput;
import io.github.dicomvolumes.data.PixelStorage;
import io.github.dicomvolumes.data.TransferSyntax;
import io.github.dicomvolumes.data.VR;
import io.github.dicomvolumes.io.header.DicomFile;
import io.github.dicomvolumes.io.header.HeaderReader;
import io.github.dicomvolumes.io.header.PixelData;
import io.github.dicomvolumes.io.source.NamedSources;
import io.github.dicomvolumes.io.source.Source;
import io.github.dicomvolumes.io.source.StoredSource;

/**
 * Writes what a scan made of some files, for another process of the same version that goes on from there: headers whole
 * and exact, what they have in common once.
 */
public final class StoredHeaders {

	private static final PixelStorage[] STORAGES = PixelStorage.values();
	private static final VR[] VRS = VR.values();
	private static final Skipped.Reason[] REASONS = Skipped.Reason.values();

	private StoredHeaders() {}

	// -- Images --

	/** Writes files in their order. */
	public static void write(final List<DicomFile> files, final PackedOutput out) {
		final var attributes = new AttributesWriter(out);
		out.putCount(files.size());
		for (final DicomFile file : files) {
			StoredSource.write(file.source(), out);
			attributes.write(file.metaInformation());
			attributes.write(file.attributes());
			writeSyntax(file.transferSyntax(), out);
			writePixels(file.pixelData(), out);
			out.putCount(file.notes().size());
			for (final String note : file.notes())
				out.putText(note);
		}
	}

	/**
	 * Reads what was written.
	 *
	 * @param reader which read the headers, and reads them again where more is needed
	 * @param named has the sources that are on no disk
	 */
	public static List<DicomFile> read(final PackedInput in, final HeaderReader reader, final NamedSources named)
		throws IOException
	{
		final var attributes = new AttributesReader(in);
		final int count = in.getCount();
		final List<DicomFile> files = new ArrayList<>(count);
		for (int i = 0; i < count; i++) {
			final Source source = StoredSource.read(in, named);
			final Attributes meta = attributes.read();
			final Attributes dataSet = attributes.read();
			final TransferSyntax syntax = readSyntax(in);
			final PixelData pixels = readPixels(in);
			final List<String> notes = new ArrayList<>();
			for (int n = in.getCount(); n > 0; n--)
				notes.add(in.getText());
			files.add(new DicomFile(source, meta, dataSet, syntax, pixels, reader, notes));
		}
		return files;
	}

	private static void writeSyntax(final TransferSyntax syntax, final PackedOutput out) {
		out.putText(syntax.uid());
		final int flags = (syntax.explicitVR() ? 1 : 0) | (syntax.bigEndian() ? 2 : 0) | (syntax.deflated() ? 4 : 0);
		out.putByte(flags);
		out.putByte(syntax.pixels().ordinal());
	}

	private static TransferSyntax readSyntax(final PackedInput in) {
		final String uid = in.getText();
		final int flags = in.getByte();
		return new TransferSyntax(uid, (flags & 1) != 0, (flags & 2) != 0, (flags & 4) != 0, STORAGES[in.getByte()]);
	}

	private static void writePixels(final PixelData pixels, final PackedOutput out) {
		out.putByte(pixels == null ? -1 : pixels.vr().ordinal());
		if (pixels == null) return;
		out.putInt(pixels.tag());
		out.putLong(pixels.offset());
		out.putLong(pixels.length());
		out.putLong(pixels.deflatedFrom());
	}

	private static PixelData readPixels(final PackedInput in) {
		final int vr = in.getByte();
		return vr < 0 ? null : new PixelData(in.getInt(), VRS[vr], in.getLong(), in.getLong(), in.getLong());
	}

	// -- Other files --

	/** Writes files that gave no image. */
	public static void writeSkipped(final List<Skipped> files, final PackedOutput out) {
		final var attributes = new AttributesWriter(out);
		out.putCount(files.size());
		for (final Skipped file : files) {
			out.putText(file.file());
			out.putByte(file.reason().ordinal());
			out.putText(file.text());
			attributes.write(file.series());
			out.putText(file.plainName());
		}
	}

	/** Reads what was written. */
	public static List<Skipped> readSkipped(final PackedInput in) {
		final var attributes = new AttributesReader(in);
		final int count = in.getCount();
		final List<Skipped> files = new ArrayList<>(count);
		for (int i = 0; i < count; i++)
			files.add(new Skipped(in.getText(), REASONS[in.getByte()], in.getText(), attributes.read(), in.getText()));
		return files;
	}
}
