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

package io.github.dicomvolumes.export.file;

import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

import io.github.dicomvolumes.data.Attributes;
import io.github.dicomvolumes.data.Tag;
import io.github.dicomvolumes.data.TransferSyntax;
import io.github.dicomvolumes.data.Uids;
import io.github.dicomvolumes.data.VR;

/**
 * Writes DICOM files (PS3.10 7.1), also in the less usual forms that readers must understand.
 *
 * @param syntax of the data set; its pixel data are written as they are given
 * @param preamble whether the file begins with the preamble and group 0002
 * @param undefinedLengths whether sequences and items end with delimiters rather than having a length (PS3.5 7.5)
 */
public record DicomWriter(TransferSyntax syntax, boolean preamble, boolean undefinedLengths) {

	/** The writer of ordinary files: explicit little endian, with preamble, with lengths. */
	public DicomWriter() {
		this(TransferSyntax.EXPLICIT_LITTLE_ENDIAN);
	}

	/** The writer of files with preamble and lengths. */
	public DicomWriter(final TransferSyntax syntax) {
		this(syntax, true, false);
	}

	public void write(final Attributes attributes, final Path file) throws IOException {
		try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
			write(attributes, out);
		}
	}

	/** The bytes of the file. */
	public byte[] toBytes(final Attributes attributes) {
		final var out = new ByteArrayOutputStream();
		try {
			write(attributes, out);
		}
		catch (final IOException exc) {
			throw new AssertionError("an array cannot fail", exc);
		}
		return out.toByteArray();
	}

	/** Writes a file; group 0002 is made from the SOP Class and Instance UID. */
	public void write(final Attributes attributes, final OutputStream out) throws IOException {
		write(attributes, Optional.empty(), out);
	}

	/** Writes a file whose pixels are not held: they are the last element. */
	public void write(final Attributes attributes, final StreamedElement pixels, final OutputStream out)
		throws IOException
	{
		write(attributes, Optional.of(pixels), out);
	}

	private void write(final Attributes attributes, final Optional<StreamedElement> pixels, final OutputStream out)
		throws IOException
	{
		if (preamble) writeMetaInformation(attributes, out);
		if (!syntax.deflated()) {
			writeDataSet(attributes, pixels, out);
			return;
		}
		final var deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true);
		final var deflated = new DeflaterOutputStream(out, deflater);
		try {
			writeDataSet(attributes, pixels, deflated);
			deflated.finish();
		}
		finally {
			deflater.end();
		}
	}

	private void writeDataSet(final Attributes attributes, final Optional<StreamedElement> pixels,
		final OutputStream out) throws IOException
	{
		final var encoder = new DataSetEncoder(syntax, undefinedLengths, out);
		encoder.write(attributes);
		if (pixels.isPresent()) encoder.write(pixels.get());
	}

	private void writeMetaInformation(final Attributes attributes, final OutputStream out) throws IOException {
		final var bytes = new ByteArrayOutputStream();
		new DataSetEncoder(TransferSyntax.EXPLICIT_LITTLE_ENDIAN, false, bytes).write(metaInformation(attributes));
		out.write(new byte[128]);
		out.write(new byte[] { 'D', 'I', 'C', 'M' });
		new DataSetEncoder(TransferSyntax.EXPLICIT_LITTLE_ENDIAN, false, out)
			.write(Attributes.builder().put(Tag.of(2, 0), VR.UL, bytes.size()).build());
		bytes.writeTo(out);
	}

	private Attributes metaInformation(final Attributes attributes) {
		return Attributes.builder()
			.put(Tag.FILE_META_INFORMATION_VERSION, VR.OB, (byte) 0, (byte) 1)
			.put(Tag.MEDIA_STORAGE_SOP_CLASS_UID, attributes.orElse(Tag.SOP_CLASS_UID, ""))
			.put(Tag.MEDIA_STORAGE_SOP_INSTANCE_UID, attributes.orElse(Tag.SOP_INSTANCE_UID, ""))
			.put(Tag.TRANSFER_SYNTAX_UID, syntax.uid())
			.put(Tag.IMPLEMENTATION_CLASS_UID, Uids.ofName("DICOM Volumes"))
			.build();
	}
}
