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

package io.github.dicomvolumes.io.dcm4che;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.ZipException;

import io.github.dicomvolumes.data.Attributes;
import io.github.dicomvolumes.data.DicomException;
import io.github.dicomvolumes.data.Reasons;
import io.github.dicomvolumes.data.Tag;
import io.github.dicomvolumes.data.TransferSyntax;
import io.github.dicomvolumes.io.header.DicomFile;
import io.github.dicomvolumes.io.header.HeaderReader;
import io.github.dicomvolumes.io.header.NotDicomException;
import io.github.dicomvolumes.io.source.OpenSources;
import io.github.dicomvolumes.io.source.Source;

import org.dcm4che3.data.UID;
import org.dcm4che3.data.VR;
import org.dcm4che3.io.DicomInputStream;

/**
 * Reads headers with dcm4che's {@link DicomInputStream}. It is told the encoding of the elements, which the first of
 * them shows, so that files without preamble, meta information or a true Transfer Syntax can be read as well (PS3.10
 * 7.1).
 */
public final class Dcm4cheReader implements HeaderReader {

	private static final int PREAMBLE = 128;
	/** Enough to see what kind of element comes first. */
	private static final int ELEMENT_HEADER = 8;
	private static final int MAX_VALUE_BYTES = 1 << 20;
	/** More than any meta information has. */
	private static final int MAX_META_BYTES = 1 << 20;

	private final int maxValueBytes;

	/** @throws NoClassDefFoundError if dcm4che is not there */
	public Dcm4cheReader() {
		this(MAX_VALUE_BYTES);
	}

	private Dcm4cheReader(final int maxValueBytes) {
		VR.UN.code();
		this.maxValueBytes = maxValueBytes;
	}

	@Override
	public HeaderReader withLargeValues() {
		return new Dcm4cheReader((int) LARGE_VALUE_BYTES);
	}

	@Override
	public String name() {
		return "dcm4che";
	}

	@Override
	public DicomFile read(final Source source, final OpenSources open) throws IOException {
		try (ReadableByteChannel channel = open.open(source, 0); InputStream in = buffered(channel)) {
			final byte[] start = peek(in, PREAMBLE + 4);
			final boolean hasPreamble = start.length == PREAMBLE + 4 &&
				new String(start, PREAMBLE, 4, StandardCharsets.ISO_8859_1).equals("DICM");
			if (hasPreamble) in.skipNBytes(start.length);
			final byte[] first = peek(in, ELEMENT_HEADER);
			if (hasPreamble && first.length < ELEMENT_HEADER) throw new DicomException(
				"The file ends behind the preamble (PS3.10 7.1); it was probably cut when copied.");
			if (!hasPreamble && !Encoding.looksLikeElement(first)) throw new NotDicomException("not DICOM");
			final boolean isPlainFile = channel instanceof SeekableByteChannel;
			final DicomFile file = read(source, open, in, hasPreamble ? start.length : 0, isPlainFile);
			if (!hasPreamble && !file.attributes().contains(Tag.SOP_CLASS_UID) &&
				(file.pixelData() == null || !file.attributes().contains(Tag.ROWS)))
				throw new NotDicomException("not DICOM: no preamble, no SOP Class and no image");
			return file;
		}
	}

	/** Reads what comes behind the preamble. */
	private DicomFile read(final Source source, final OpenSources open, final InputStream in, final long position,
		final boolean isPlainFile) throws IOException
	{
		final boolean explicit = Encoding.hasVR(peek(in, ELEMENT_HEADER));
		in.mark(MAX_META_BYTES);
		final HeaderHandler metaHandler = new HeaderHandler(in,
			explicit ? UID.ExplicitVRLittleEndian : UID.ImplicitVRLittleEndian, position, isPlainFile, maxValueBytes);
		final Attributes meta = metaHandler.readMetaInformation();
		in.reset();
		in.skipNBytes(metaHandler.end() - position);

		final String uid = meta.orElse(Tag.TRANSFER_SYNTAX_UID, "");
		final TransferSyntax declared = uid.isEmpty() ? null : TransferSyntax.of(uid);
		final byte[] first = peek(in, ELEMENT_HEADER);
		if (declared != null && declared.deflated() && !Encoding.looksLikeElement(first))
			return readDeflated(source, open, metaHandler.end(), meta, declared);
		final TransferSyntax known = declared != null && declared.deflated() ? null : declared;
		return readDataSet(source, in, metaHandler.end(), -1, meta, Encoding.actual(first, known), isPlainFile);
	}

	private DicomFile readDeflated(final Source source, final OpenSources open, final long from, final Attributes meta,
		final TransferSyntax syntax) throws IOException
	{
		try (InputStream in = new BufferedInputStream(DicomFile.inflate(open.open(source, from)))) {
			return readDataSet(source, in, 0, from, meta, syntax, false);
		}
		catch (final ZipException exc) {
			throw new DicomException(Tag.describe(Tag.TRANSFER_SYNTAX_UID) + " is " + syntax + ", but the bytes from " +
				from + " on are not deflated: " + Reasons.of(exc) + ".", exc);
		}
	}

	private DicomFile readDataSet(final Source source, final InputStream in, final long position,
		final long deflatedFrom, final Attributes meta, final TransferSyntax syntax, final boolean isPlainFile)
		throws IOException
	{
		final HeaderHandler handler = new HeaderHandler(in,
			syntax.bigEndian() ? UID.ExplicitVRBigEndian
				: syntax.explicitVR() ? UID.ExplicitVRLittleEndian : UID.ImplicitVRLittleEndian,
			position, isPlainFile, maxValueBytes);
		final Attributes attributes = handler.readDataSet(deflatedFrom);
		return new DicomFile(source, meta, attributes, syntax, handler.pixelData(), this, List.of());
	}

	private static InputStream buffered(final ReadableByteChannel channel) {
		return new BufferedInputStream(Channels.newInputStream(channel));
	}

	/** The next bytes, which stay; fewer at the end. */
	private static byte[] peek(final InputStream in, final int count) throws IOException {
		in.mark(count);
		final byte[] bytes = in.readNBytes(count);
		in.reset();
		return bytes;
	}
}
