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
import java.nio.channels.Channels;
import java.nio.channels.ReadableByteChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipException;

import io.github.dicomvolumes.data.Attributes;
import io.github.dicomvolumes.data.DicomException;
import io.github.dicomvolumes.data.Reasons;
import io.github.dicomvolumes.data.Tag;
import io.github.dicomvolumes.data.TransferSyntax;
import io.github.dicomvolumes.data.VR;
import io.github.dicomvolumes.io.source.Limits;
import io.github.dicomvolumes.io.source.OpenSources;
import io.github.dicomvolumes.io.source.Source;

/**
 * Reads DICOM files (PS3.10 7.1), also those without some of their parts:
 *
 * <pre>
 * 0    preamble, 128 bytes of anything   } may be missing
 * 128  'D' 'I' 'C' 'M'                   }
 * 132  group 0002, explicit little endian, may be missing
 * ...  data set in the Transfer Syntax of (0002,0010)
 * </pre>
 *
 * The bytes of the data set decide on its encoding where they contradict the Transfer Syntax or where it is missing.
 */
final class Part10Reader implements HeaderReader {

	private final long maxValueBytes;
	private final Limits limits;

	/**
	 * @param maxValueBytes longer values stay in the file; a lookup table of 65536 words has 128 KiB
	 * @param limits of files that are read alone
	 */
	Part10Reader(final long maxValueBytes, final Limits limits) {
		this.maxValueBytes = maxValueBytes;
		this.limits = limits;
	}

	@Override
	public String name() {
		return "Built-in";
	}

	@Override
	public HeaderReader withLargeValues() {
		return new Part10Reader(LARGE_VALUE_BYTES, limits);
	}

	@Override
	public HeaderReader withLimits(final Limits itsLimits) {
		return itsLimits == limits ? this : new Part10Reader(maxValueBytes, itsLimits);
	}

	@Override
	public DicomFile read(final Source source, final OpenSources open) throws IOException {
		final var budget = HeaderBudget.of(source, limits);
		try (ReadableByteChannel channel = open.open(source, 0); //
			HeaderInput in = new HeaderInput(channel, 0, budget))
		{
			return read(source, in, new Context(open, null, null, new HeaderNotes(), budget));
		}
	}

	@Override
	public DicomFile read(final Source source, final KnownHeaders known) throws IOException {
		final var budget = known.budget(source);
		Attributes kept = null;
		try (ReadableByteChannel channel = known.open().open(source, 0); //
			HeaderInput in = new HeaderInput(channel, 0, budget))
		{
			final DicomFile like = known.readLikeLast(source, in, maxValueBytes, budget);
			if (like != null) {
				kept = like.attributes();
				return like;
			}
			final List<Integer> starts = new ArrayList<>();
			final DicomFile file = read(source, in,
				new Context(known.open(), known, starts, new HeaderNotes(), budget));
			if (file.pixelData() == null) return file;
			final DicomFile shared = known.keep(file, in, starts);
			kept = shared.attributes();
			return shared;
		}
		finally {
			budget.keepOnly(kept);
		}
	}

	/**
	 * What the parsers of a file have to do besides.
	 *
	 * @param known shares items; null if there are no other files
	 * @param starts takes where the elements begin; null if they are not needed
	 */
	private record Context(OpenSources open, KnownHeaders known, List<Integer> starts, HeaderNotes notes,
		HeaderBudget budget)
	{

		DataSetParser parser(final HeaderInput in, final long deflatedFrom, final long maxValueBytes) {
			final var parser = new DataSetParser(in, deflatedFrom, maxValueBytes, notes, budget);
			if (deflatedFrom < 0) parser.keepStarts(starts);
			if (known != null) parser.shareItems(known);
			return parser;
		}
	}

	private DicomFile read(final Source source, final HeaderInput in, final Context context) throws IOException {
		final boolean hasPreamble = in.hasPreamble();
		if (hasPreamble) {
			in.advance(HeaderInput.PREAMBLE + 4);
			if (!in.has(8)) throw new DicomException(
				"The file ends behind the preamble (PS3.10 7.1); it was probably cut when copied.");
		}
		else if (!looksLikeElement(in)) throw new NotDicomException("not DICOM");
		final Attributes meta = context.parser(in, -1, maxValueBytes).readMetaInformation();
		final String uid = meta.orElse(Tag.TRANSFER_SYNTAX_UID, "");
		final TransferSyntax declared = uid.isEmpty() ? null : TransferSyntax.of(uid);
		final boolean isDeflated = declared != null && declared.deflated();
		final boolean isInflated = isDeflated && looksLikeElement(in);
		final DicomFile file = isDeflated && !isInflated ? readDeflated(source, in, meta, declared, context)
			: readPlain(source, in, -1, meta, isInflated ? null : declared, context);
		if (!hasPreamble && !file.attributes().contains(Tag.SOP_CLASS_UID) &&
			(file.pixelData() == null || !file.attributes().contains(Tag.ROWS)))
			throw new NotDicomException("not DICOM: no preamble, no SOP Class and no image");
		return file;
	}

	private DicomFile readDeflated(final Source source, final HeaderInput in, final Attributes meta,
		final TransferSyntax syntax, final Context context) throws IOException
	{
		final long from = in.position();
		try (ReadableByteChannel inflated = Channels.newChannel(DicomFile.inflate(context.open.open(source, from))); //
			HeaderInput data = new HeaderInput(inflated, 0, context.budget))
		{
			return readPlain(source, data, from, meta, syntax, context);
		}
		catch (final ZipException exc) {
			throw new DicomException(Tag.describe(Tag.TRANSFER_SYNTAX_UID) + " is " + syntax + ", but the bytes from " +
				from + " on are not deflated: " + Reasons.of(exc) + ".", exc);
		}
	}

	private DicomFile readPlain(final Source source, final HeaderInput in, final long deflatedFrom,
		final Attributes meta, final TransferSyntax declared, final Context context) throws IOException
	{
		final TransferSyntax syntax = actual(in, declared);
		in.order(syntax.bigEndian() ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
		final DataSetParser parser = context.parser(in, deflatedFrom, maxValueBytes);
		final Attributes attributes = parser.readDataSet(syntax.explicitVR());
		final var file = new DicomFile(source, meta, attributes, syntax, parser.pixelData(), this,
			context.notes.toList());
		return new ActualPixels(in, context.notes).in(file);
	}

	/**
	 * The syntax that the first element is really in: letters of a VR mean explicit, and the group, which is small,
	 * tells the byte order.
	 */
	private static TransferSyntax actual(final HeaderInput in, final TransferSyntax declared) throws IOException {
		if (!in.has(8)) return declared == null ? TransferSyntax.IMPLICIT_LITTLE_ENDIAN : declared;
		final boolean mayBeExplicit = declared == null || declared.explicitVR();
		final boolean explicit = VR.of(in.u8(4), in.u8(5)) != null ||
			mayBeExplicit && OddElement.isAmongExplicit(in, Long.MAX_VALUE);
		final boolean big = in.u8(0) == 0 && in.u8(1) != 0;
		if (declared != null) return declared.explicitVR() == explicit && declared.bigEndian() == big ? declared
			: declared.withEncoding(explicit, big);
		if (big) return TransferSyntax.EXPLICIT_BIG_ENDIAN;
		return explicit ? TransferSyntax.EXPLICIT_LITTLE_ENDIAN : TransferSyntax.IMPLICIT_LITTLE_ENDIAN;
	}

	/** Whether a file without preamble may begin here: an element of group 0002 or 0008. */
	private static boolean looksLikeElement(final HeaderInput in) throws IOException {
		if (!in.has(8)) return false;
		final int low = in.u8(0), high = in.u8(1);
		final boolean little = (low == 2 || low == 8) && high == 0;
		final boolean big = low == 0 && (high == 2 || high == 8);
		if (!little && !big) return false;
		if (VR.of(in.u8(4), in.u8(5)) != null) return true;
		return little && in.u32(4) < 1 << 16;
	}
}
