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
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.function.UnaryOperator;

import io.github.dicomvolumes.data.Attributes;
import io.github.dicomvolumes.data.AttributesBuilder;
import io.github.dicomvolumes.data.Element;
import io.github.dicomvolumes.data.Tag;
import io.github.dicomvolumes.data.VR;
import io.github.dicomvolumes.io.source.Source;

/**
 * The header of a file in bytes, to read others by that have the same attributes: most of their elements are the same
 * byte for byte, so that only those are parsed that are not.
 *
 * <pre>
 * | preamble, DICM | group 0002        | data set                   | tag, VR and length of the pixel data |
 * 0                132 = starts[0]     starts[metaSize]             starts[n]                    bytes.length
 * </pre>
 */
final class HeaderTemplate {

	private static final int FIRST = 132;
	/** Comparing longer headers would mean reading them, where the values of some stay in the file. */
	private static final int LONGEST = 256 << 10;
	/** By how much the values of others may be longer in all without another read. */
	private static final int MARGIN = 512;

	private final byte[] bytes;
	/** Where the elements begin, and last the one of the pixel data. */
	private final int[] starts;
	/** Elements of group 0002. */
	private final int metaSize;
	/** Index of Pixel Representation, on which the VR of later elements may depend; n if there is none. */
	private final int signAt;
	private final boolean isSigned;
	private final DicomFile file;

	private HeaderTemplate(final byte[] bytes, final int[] starts, final DicomFile file) {
		this.bytes = bytes;
		this.starts = starts;
		this.file = file;
		metaSize = file.metaInformation().size();
		int at = 0;
		while (at < starts.length - 1 && tag(at) != Tag.PIXEL_REPRESENTATION)
			at++;
		signAt = at;
		isSigned = file.attributes().orElse(Tag.PIXEL_REPRESENTATION, 0) == 1;
	}

	/**
	 * The template of a file that was read.
	 *
	 * @param starts where its elements begin, in group 0002, in the data set and of the pixel data
	 * @return null if it is none: if it is not a plain file with a preamble, has no image, is too long or odd, or if
	 *         its elements do not stand one after another as they should
	 */
	static HeaderTemplate of(final DicomFile file, final HeaderInput in, final List<Integer> starts)
		throws IOException
	{
		final PixelData pixels = file.pixelData();
		final boolean isPlain = in.isPlainFile() && pixels != null && pixels.deflatedFrom() < 0 &&
			pixels.offset() < LONGEST && file.notes().isEmpty();
		if (!isPlain || starts.isEmpty() || starts.get(0) != FIRST) return null;
		in.rewind();
		if (!in.has((int) pixels.offset())) return null;
		final int[] all = new int[starts.size()];
		for (int i = 0; i < all.length; i++)
			all[i] = starts.get(i);
		final var template = new HeaderTemplate(in.copy((int) pixels.offset()), all, file);
		return template.isInOrder() ? template : null;
	}

	/** Whether the elements are those of the attributes in the same order: none twice, none lost. */
	private boolean isInOrder() {
		final List<Element> meta = file.metaInformation().elements(), all = file.attributes().elements();
		boolean isInOrder = meta.size() + all.size() == starts.length &&
			tag(starts.length - 1) == file.pixelData().tag();
		for (int i = 0; isInOrder && i < starts.length; i++)
			isInOrder = tag(i) == (i < metaSize ? meta.get(i) : all.get(i - metaSize)).tag();
		return isInOrder;
	}

	/** Bytes that it holds. */
	int size() {
		return bytes.length;
	}

	/**
	 * Reads a file like this one.
	 *
	 * @param in at its first byte; has moved on afterwards
	 * @param sharing takes the items of sequences
	 * @return null if it is not alike, or damaged: it has to be read by itself
	 */
	DicomFile read(final Source source, final HeaderInput in, final long maxValueBytes,
		final UnaryOperator<Attributes> sharing, final HeaderBudget budget) throws IOException
	{
		in.has(bytes.length + MARGIN);
		if (!in.hasPreamble()) return null;
		in.advance(FIRST);
		final var notes = new HeaderNotes();
		final var parser = new DataSetParser(in, -1, maxValueBytes, notes, budget);
		parser.shareItems(sharing);
		final AttributesBuilder meta = file.metaInformation().variant();
		if (!readDiffering(in, parser, meta, 0, metaSize, true)) return null;
		in.order(file.transferSyntax().bigEndian() ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
		final AttributesBuilder attributes = file.attributes().variant();
		final int n = starts.length - 1;
		if (!readDiffering(in, parser, attributes, metaSize, n, file.transferSyntax().explicitVR())) return null;
		final PixelData pixels = readPixelData(in, parser, attributes);
		if (pixels == null) return null;
		final Attributes itsMeta = meta.buildVariant().orElse(null);
		final Attributes itsOwn = attributes.buildVariant().orElse(null);
		if (itsMeta == null || itsOwn == null || !itsOwn.sharesMost() || !notes.isEmpty()) return null;
		final var read = new DicomFile(source, itsMeta, itsOwn, file.transferSyntax(), pixels, file.reader(),
			List.of());
		return ActualPixels.areAsDeclared(read, file) ? read : null;
	}

	/**
	 * Puts the elements from one to another that are not the same.
	 *
	 * @return false if the elements are others, or mean something else than here
	 */
	private boolean readDiffering(final HeaderInput in, final DataSetParser parser, final AttributesBuilder builder,
		final int from, final int to, final boolean explicit) throws IOException
	{
		int i = from;
		while (true) {
			final int equal = in.equalBytes(bytes, starts[i]);
			final int run = starts[i] + equal;
			final int first = i;
			while (i < to && starts[i + 1] <= run)
				i++;
			in.advance(starts[i] - starts[first]);
			if (i == to) return true;
			final boolean isSameElement = run - starts[i] >= (explicit ? 6 : 4) && in.has(8) &&
				explicit == (VR.of(in.u8(4), in.u8(5)) != null);
			if (!isSameElement || decidesForOthers(in.tag())) return false;
			parser.resume(builder.charset(), i > signAt && isSigned);
			parser.readElement(builder, explicit);
			i++;
		}
	}

	/** Where the pixels lie; null if something else comes next. */
	private PixelData readPixelData(final HeaderInput in, final DataSetParser parser,
		final AttributesBuilder attributes) throws IOException
	{
		final int start = starts[starts.length - 1], length = bytes.length - start;
		if (in.equalBytes(bytes, start) == length) {
			final PixelData pixels = file.pixelData();
			return new PixelData(pixels.tag(), pixels.vr(), in.position() + length, pixels.length(), -1);
		}
		if (!in.has(8) || in.tag() != file.pixelData().tag()) return null;
		parser.readElement(attributes, file.transferSyntax().explicitVR());
		return parser.pixelData();
	}

	private int tag(final int i) {
		final boolean isBig = i >= metaSize && file.transferSyntax().bigEndian();
		final ByteBuffer buffer = ByteBuffer.wrap(bytes).order(isBig ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
		return Tag.of(buffer.getShort(starts[i]) & 0xFFFF, buffer.getShort(starts[i] + 2) & 0xFFFF);
	}

	/** Whether the value of an attribute decides how others are read. */
	private static boolean decidesForOthers(final int tag) {
		return tag == Tag.TRANSFER_SYNTAX_UID || tag == Tag.SPECIFIC_CHARACTER_SET || tag == Tag.PIXEL_REPRESENTATION ||
			Tag.isPrivateCreator(tag);
	}
}
