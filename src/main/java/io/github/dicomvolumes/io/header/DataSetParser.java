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

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

import io.github.dicomvolumes.data.Attributes;
import io.github.dicomvolumes.data.AttributesBuilder;
import io.github.dicomvolumes.data.CharacterSet;
import io.github.dicomvolumes.data.DicomException;
import io.github.dicomvolumes.data.Dictionary;
import io.github.dicomvolumes.data.PrivateDictionary;
import io.github.dicomvolumes.data.Tag;
import io.github.dicomvolumes.data.VR;

/**
 * Parses data elements (PS3.5 7.1):
 *
 * <pre>
 * explicit, most VRs    group element V R length:2 value
 * explicit, long VRs    group element V R 0 0 length:4 value
 * implicit              group element length:4 value
 * item, delimiter       FFFE  element length:4
 * </pre>
 *
 * A length of FFFFFFFF is undefined: the value then consists of items and ends with a delimiter.
 */
final class DataSetParser {

	private static final long UNDEFINED = 0xFFFFFFFFL;
	private static final long OPEN_END = Long.MAX_VALUE;
	/** As many attributes as most images have, or more. */
	private static final int USUAL_SIZE = 256;
	/** Longer values of manufacturers stay in the file, as some series repeat much in every file. */
	private static final long MAX_PRIVATE_BYTES = 64 << 10;

	private HeaderInput in;
	/** Longer values of the standard stay in the file. */
	private final long maxValueBytes;
	private final long deflatedFrom;
	private final HeaderBudget budget;
	private CharacterSet charset = CharacterSet.DEFAULT;
	private PixelData pixelData;
	/** The last Pixel Representation, 1 for signed. */
	private boolean signed;
	private final HeaderNotes notes;
	/** Where the elements of the data set begin, not those of items; null if they are not needed. */
	private List<Integer> starts;
	/** Tags of items and delimiters that stood alone: a hostile file has millions. */
	private final Set<Integer> strayTags = new HashSet<>(0);
	/** Null if items are kept as they are. */
	private UnaryOperator<Attributes> shareItem;

	/**
	 * @param deflatedFrom see {@link PixelData#deflatedFrom}
	 * @param notes takes what breaks the rules
	 * @param budget bounds what is kept
	 */
	DataSetParser(final HeaderInput in, final long deflatedFrom, final long maxValueBytes, final HeaderNotes notes,
		final HeaderBudget budget)
	{
		this.in = in;
		this.notes = notes;
		this.maxValueBytes = maxValueBytes;
		this.budget = budget;
		this.deflatedFrom = deflatedFrom;
	}

	/** Keeps where each element of the data set begins in a list. */
	void keepStarts(final List<Integer> list) {
		starts = list;
	}

	/** Gives each item to a function, which may return an equal one that takes less memory. */
	void shareItems(final UnaryOperator<Attributes> share) {
		shareItem = share;
	}

	/** Goes on as if elements had been read already that say this. */
	void resume(final CharacterSet itsCharset, final boolean isSigned) {
		charset = itsCharset;
		signed = isSigned;
	}

	/** Reads the element of the data set that begins at the next byte. */
	void readElement(final AttributesBuilder builder, final boolean explicit) throws IOException {
		readElement(builder, in.tag(), explicit, 0, OPEN_END);
	}

	/** Where the pixels lie, once the data set was read; null if it has none. */
	PixelData pixelData() {
		return pixelData;
	}

	/** Reads group 0002: explicit little endian (PS3.10 7.1), though some wrote it without VRs. */
	Attributes readMetaInformation() throws IOException {
		final var builder = Attributes.builder();
		final boolean explicit = in.has(8) && VR.of(in.u8(4), in.u8(5)) != null;
		while (in.has(8) && in.u16(0) == 2)
			readElement(builder, in.tag(), explicit, 0, OPEN_END);
		return builder.build();
	}

	/** Reads the data set up to the pixel data or the end. */
	Attributes readDataSet(final boolean explicit) throws IOException {
		final var builder = Attributes.builder(in.order(), charset, USUAL_SIZE);
		readElements(builder, explicit, 0, OPEN_END);
		return builder.build();
	}

	private void readElements(final AttributesBuilder builder, final boolean explicit, final int depth, final long end)
		throws IOException
	{
		while (pixelData == null && in.position() < end && (depth > 0 || in.has(8))) {
			in.require(8);
			final int tag = in.tag();
			final boolean openItem = end == OPEN_END && depth > 0;
			if (tag == Tag.SEQUENCE_DELIMITATION_ITEM && openItem) return; // the item's own is missing
			if (isStray(tag)) {
				in.advance(8);
				if (openItem && tag == Tag.ITEM_DELIMITATION_ITEM) return;
				budget.element(builder.size());
				if ((depth == 0 || tag == Tag.ITEM) && strayTags.add(tag))
					notes.add(Tag.describe(tag) + " stands outside of a sequence (PS3.5 7.5); it is skipped");
				continue;
			}
			if (tag == 0 && depth == 0) return; // zeros behind the last element
			readElement(builder, tag, explicit, depth, end);
		}
	}

	private void readElement(final AttributesBuilder builder, final int tag, final boolean explicit, final int depth,
		final long end) throws IOException
	{
		final long at = in.position();
		if (starts != null && depth == 0) starts.add((int) Math.min(at, Integer.MAX_VALUE));
		try {
			budget.element(builder.size());
			if (!explicit) {
				final long length = in.u32(4);
				in.advance(8);
				readValue(builder, tag, implied(tag), length, false, false, depth, end);
				return;
			}
			final VR vr = VR.of(in.u8(4), in.u8(5));
			if (vr == null) {
				final OddHeader odd = OddHeader.read(in, known(builder, tag), depth == 0 && PixelData.isOf(tag), end,
					notes);
				readValue(builder, tag, odd.vr(), odd.length(), true, true, depth, end);
				return;
			}
			final boolean isLong = vr.hasLongLength();
			if (isLong) in.require(12);
			final long length = isLong ? in.u32(8) : in.u16(6);
			in.advance(isLong ? 12 : 8);
			readValue(builder, tag, vr, length, true, false, depth, end);
		}
		catch (final ElementException exc) {
			throw exc;
		}
		catch (final EOFException | DicomException exc) {
			throw new ElementException(tag, at, exc);
		}
	}

	/** @param isOdd whether the VR is not the file's */
	private void readValue(final AttributesBuilder builder, final int tag, final VR vr, final long length,
		final boolean explicit, final boolean isOdd, final int depth, final long end) throws IOException
	{
		if (depth == 0 && PixelData.isOf(tag)) {
			pixelData = new PixelData(tag, vr, in.position(), length == UNDEFINED ? PixelData.UNDEFINED : length,
				deflatedFrom);
			builder.putLeftInFile(tag, vr, length);
			return;
		}
		if (length != UNDEFINED && in.position() + length > end) throw new DicomException("has length " + length +
			", which is more than the " + (end - in.position()) + " bytes left in its item (PS3.5 7.5)");
		if (vr == VR.SQ) readSequence(builder, tag, length, explicit, isOdd || Tag.isPrivate(tag), depth, end);
		else if (length == UNDEFINED) {
			if (vr != VR.UN && explicit) builder.putLeftInFile(tag, vr, skipFragments());
			else builder.put(tag, readUnknownItems(tag, depth));
		}
		else if (length > (Tag.isPrivate(tag) ? MAX_PRIVATE_BYTES : maxValueBytes)) {
			in.skip(length);
			final VR known = vr == VR.UN ? known(builder, tag) : vr;
			builder.putLeftInFile(tag, known == VR.SQ ? VR.UN : known, length);
		}
		else {
			in.require((int) length);
			budget.keep(length);
			if (vr != VR.UN || !putUnknown(builder, tag, (int) length, explicit, depth))
				builder.put(tag, vr, in.array(), in.start(), (int) length);
			if (tag == Tag.SPECIFIC_CHARACTER_SET) charset = builder.charset();
			if (tag == Tag.PIXEL_REPRESENTATION && length == 2) signed = in.u16(0) == 1;
			in.advance((int) length);
		}
	}

	/**
	 * Reads the items of a sequence. Those of manufacturers are in the other byte order in some files, or no items at
	 * all: then the length tells where they end.
	 */
	private void readSequence(final AttributesBuilder builder, final int tag, final long length, final boolean explicit,
		final boolean mayBeOdd, final int depth, final long end) throws IOException
	{
		final ByteOrder order = in.order();
		final CharacterSet outerCharset = charset;
		final boolean outerSigned = signed;
		final long target = length == UNDEFINED ? OPEN_END : in.position() + length;
		try {
			if (mayBeOdd && length > 0) orderOfItems(tag);
			builder.put(tag, readItems(length, explicit, depth));
		}
		catch (final IOException exc) {
			if (!mayBeOdd || in.position() > target || target == OPEN_END) throw exc;
			in.order(order);
			charset = outerCharset;
			signed = outerSigned;
			in.skip(target - in.position());
			final boolean isElementNext = explicit ? OddElement.isElementNext(in, tag, end)
				: target == end || in.has(8) && Integer.compareUnsigned(in.tag(), tag) > 0;
			if (!isElementNext) throw exc;
			notes.add(Tag.describe(tag) + " has no items that can be read (PS3.5 7.5); it is skipped");
			builder.putLeftInFile(tag, VR.UN, length);
		}
		finally {
			in.order(order);
		}
	}

	/** Turns to the other byte order if the items are in that. */
	private void orderOfItems(final int tag) throws IOException {
		if (!in.has(8) || in.tag() != Tag.swapped(Tag.ITEM)) return;
		final boolean isBig = in.order() == ByteOrder.BIG_ENDIAN;
		in.order(isBig ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
		notes
			.add(Tag.describe(tag) + " has items in the other byte order than the data set (PS3.5 7.3); they are read");
	}

	/** The items of UN with undefined length: implicit little endian, whatever is around (PS3.5 6.2.2). */
	private List<Attributes> readUnknownItems(final int tag, final int depth) throws IOException {
		final ByteOrder order = in.order();
		in.order(ByteOrder.LITTLE_ENDIAN);
		if (Tag.isPrivate(tag)) orderOfItems(tag);
		final List<Attributes> items = readItems(UNDEFINED, false, depth);
		in.order(order);
		return items;
	}

	/**
	 * Resolves an element that was written as UN, or without VR, although the dictionary or the private dictionary
	 * knows it, or that looks like a sequence. The value of UN is in implicit little endian whatever the data set is in
	 * (PS3.5 6.2.2).
	 *
	 * @return false if it stays UN
	 */
	private boolean putUnknown(final AttributesBuilder builder, final int tag, final int length, final boolean explicit,
		final int depth)
	{
		final VR known = known(builder, tag);
		final HeaderInput value = in.slice(length);
		final boolean isSwapped = length >= 8 && Tag.isPrivate(tag) && value.tag() == Tag.swapped(Tag.ITEM);
		final boolean items = isSwapped || length >= 8 && value.tag() == Tag.ITEM;
		if (known == VR.SQ || known == VR.UN && items) {
			final HeaderInput outer = in;
			final CharacterSet outerCharset = charset;
			in = value;
			try {
				if (isSwapped) orderOfItems(tag);
				builder.put(tag, readItems(length, false, depth));
				return true;
			}
			catch (final IOException exc) {
				return false; // not a sequence after all
			}
			finally {
				in = outer;
				charset = outerCharset;
			}
		}
		if (known == VR.UN || known == VR.SQ || length % known.wordSize() != 0) return false;
		if (in.order() != ByteOrder.LITTLE_ENDIAN && known.wordSize() > 1) return false;
		builder.put(tag, known, in.array(), in.start(), length);
		return true;
	}

	private VR known(final AttributesBuilder builder, final int tag) {
		final String creator = builder.privateCreator(tag);
		return creator == null ? implied(tag) : PrivateDictionary.vr(creator, tag);
	}

	/** The VR of the dictionary; of "US or SS" the one that fits the pixels (PS3.5 A.1). */
	private VR implied(final int tag) {
		final VR vr = Dictionary.vr(tag);
		return vr == VR.US && signed && Dictionary.isUsOrSs(tag) ? VR.SS : vr;
	}

	private List<Attributes> readItems(final long length, final boolean explicit, final int depth) throws IOException {
		budget.sequence(depth);
		final long end = length == UNDEFINED ? OPEN_END : in.position() + length;
		final List<Attributes> items = new ArrayList<>();
		while (in.position() < end) {
			in.require(8);
			final int tag = in.tag();
			final long itemLength = in.u32(4);
			if (tag == Tag.SEQUENCE_DELIMITATION_ITEM) {
				in.advance(8);
				if (end == OPEN_END) break;
				continue;
			}
			if (tag == Tag.ITEM_DELIMITATION_ITEM) { // of an item that has a length besides
				in.advance(8);
				continue;
			}
			if (tag != Tag.ITEM) throw new DicomException("contains (" + Tag.format(tag) + ") at byte " +
				in.position() + " where an item (FFFE,E000) must stand (PS3.5 7.5)");
			in.advance(8);
			final long itemEnd = itemLength == UNDEFINED ? OPEN_END : in.position() + itemLength;
			// an editor that forgot to adapt the outermost length: the item knows better
			if (itemEnd != OPEN_END && itemEnd > end && depth > 0) throw new DicomException("has an item of length " +
				itemLength + " at byte " + in.position() + ", longer than the sequence (PS3.5 7.5)");
			items.add(readItem(explicit, depth + 1, itemEnd));
		}
		return items;
	}

	private Attributes readItem(final boolean explicit, final int depth, final long end) throws IOException {
		final CharacterSet outer = charset;
		final boolean outerSigned = signed;
		final var builder = Attributes.builder(in.order(), outer);
		budget.item();
		// some writers put implicit items into explicit data sets
		final boolean itemExplicit = explicit && (!in.has(8) || in.u16(0) == 0xFFFE ||
			VR.of(in.u8(4), in.u8(5)) != null || OddElement.isAmongExplicit(in, end));
		readElements(builder, itemExplicit, depth, end);
		charset = outer;
		signed = outerSigned;
		final Attributes item = builder.build();
		return shareItem == null ? item : shareItem.apply(item);
	}

	/** Skips encapsulated fragments (PS3.5 A.4) and returns their bytes. */
	private long skipFragments() throws IOException {
		final long from = in.position();
		while (true) {
			in.require(8);
			final int tag = in.tag();
			final long length = in.u32(4);
			in.advance(8);
			if (tag == Tag.SEQUENCE_DELIMITATION_ITEM) return in.position() - 8 - from;
			if (tag != Tag.ITEM || length == UNDEFINED) throw new DicomException(
				"contains (" + Tag.format(tag) + ") where a fragment (FFFE,E000) must stand (PS3.5 A.4)");
			in.skip(length);
		}
	}

	/** Whether an item or a delimiter stands where an element must; items only if they are empty. */
	private boolean isStray(final int tag) {
		return tag == Tag.ITEM_DELIMITATION_ITEM || tag == Tag.SEQUENCE_DELIMITATION_ITEM ||
			tag == Tag.ITEM && in.u32(4) == 0;
	}
}
