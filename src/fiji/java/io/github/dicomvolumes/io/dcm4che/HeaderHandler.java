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

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.function.Predicate;

import io.github.dicomvolumes.data.Attributes;
import io.github.dicomvolumes.data.AttributesBuilder;
import io.github.dicomvolumes.data.CharacterSet;
import io.github.dicomvolumes.data.DicomException;
import io.github.dicomvolumes.data.Dictionary;
import io.github.dicomvolumes.data.Element;
import io.github.dicomvolumes.data.PrivateDictionary;
import io.github.dicomvolumes.data.Reasons;
import io.github.dicomvolumes.data.Tag;
import io.github.dicomvolumes.data.VR;
import io.github.dicomvolumes.io.header.HeaderBudget;
import io.github.dicomvolumes.io.header.PixelData;

import org.dcm4che3.data.Fragments;
import org.dcm4che3.data.Sequence;
import org.dcm4che3.data.UID;
import org.dcm4che3.io.DicomInputHandler;
import org.dcm4che3.io.DicomInputStream;
import org.dcm4che3.io.DicomStreamException;
import org.dcm4che3.util.ByteUtils;
import org.dcm4che3.util.TagUtils;

/**
 * Takes each value as dcm4che comes to it, as the bytes that stand in the file, so that text is decoded and numbers are
 * parsed as everywhere else here. dcm4che's own attributes get only what it needs to go on: private creators, Pixel
 * Representation and, as long as they are read, the items of sequences. Values that are large stay in the file.
 */
final class HeaderHandler implements DicomInputHandler {

	/** Larger values of manufacturers stay in the file. */
	private static final int MAX_PRIVATE_BYTES = 64 << 10;
	/** The group of items and their delimiters. */
	private static final int DELIMITERS = 0xFFFE;
	private static final int ELEMENT_HEADER = 8;
	/** As dcm4che gives a length of FFFFFFFF. */
	private static final long UNDEFINED = -1;

	private final DicomInputStream in;
	private final CharacterSet outerCharset;
	private final int outerDepth;
	private final Map<org.dcm4che3.data.Attributes, AttributesBuilder> builders = new IdentityHashMap<>();
	private final HeaderBudget budget;
	/** Larger values of the standard stay in the file. */
	private final int maxValueBytes;
	/** Whether the element that was asked for has come. */
	private boolean stopped;
	/** How many values consist of items that are being read, one within the other. */
	private int open;
	/** Where the item ends that is being read. */
	private long itemEnd = Long.MAX_VALUE;
	/** Bytes of the fragments of the value that is being read, with their headers. */
	private long fragmentBytes;
	private PixelData pixelData;
	/** The last that was thrown, which names its element; null if none was. */
	private DicomException failure;

	/**
	 * @param syntax UID of one of the native transfer syntaxes
	 * @param position of the stream's next byte, as messages and pixel offsets count it
	 * @param budget bounds what is kept
	 */
	HeaderHandler(final InputStream stream, final String syntax, final long position, final HeaderBudget budget,
		final int maxValueBytes) throws IOException
	{
		this(stream, syntax, position, budget, maxValueBytes, CharacterSet.DEFAULT, 0);
	}

	private HeaderHandler(final InputStream stream, final String syntax, final long position, final HeaderBudget budget,
		final int maxValueBytes, final CharacterSet outerCharset, final int outerDepth) throws IOException
	{
		in = new QuietStream(stream, syntax);
		in.setPosition(position);
		in.setAllocateLimit(maxValueBytes);
		in.setDicomInputHandler(this);
		this.outerCharset = outerCharset;
		this.outerDepth = outerDepth;
		this.budget = budget;
		this.maxValueBytes = maxValueBytes;
	}

	/** Reads group 0002; {@link #end} is where the data set begins. */
	Attributes readMetaInformation() throws IOException {
		return readUntil(tag -> TagUtils.groupNumber(tag) != 2).build();
	}

	/**
	 * Reads the data set up to the pixel data, to zeros behind the last element or to the end.
	 *
	 * @param deflatedFrom see {@link PixelData#deflatedFrom}
	 */
	Attributes readDataSet(final long deflatedFrom) throws IOException {
		final AttributesBuilder builder = readUntil(tag -> tag == 0 || isPixelData(tag));
		if (stopped && isPixelData(in.tag())) {
			final int tag = in.tag();
			final VR vr = in.explicitVR() ? vr() : Dictionary.vr(tag);
			final long length = in.unsignedLength();
			pixelData = new PixelData(tag, vr, in.getPosition(), length == UNDEFINED ? PixelData.UNDEFINED : length,
				deflatedFrom);
			builder.putLeftInFile(tag, vr, length == UNDEFINED ? Element.UNDEFINED_LENGTH : length);
		}
		return builder.build();
	}

	/** Where the element begins that was not read any more, or where the file ends. */
	long end() {
		return in.getTagPosition();
	}

	/** Where the pixels lie, once the data set was read; null if it has none. */
	PixelData pixelData() {
		return pixelData;
	}

	private AttributesBuilder readUntil(final IntPredicate stop) throws IOException {
		final var root = new org.dcm4che3.data.Attributes(in.bigEndian());
		try {
			in.readAttributes(root, UNDEFINED, stream -> stopped = stop.test(stream.tag()));
		}
		catch (final EOFException exc) {
			final boolean isJunk = open == 0 && in.getPosition() - in.getTagPosition() < ELEMENT_HEADER;
			if (!isJunk) throw failure("is cut: the file ends at byte " + in.getPosition());
		}
		catch (final DicomException exc) {
			throw exc == failure ? exc : failure(exc.getMessage()); // the stream's, which knows of no element
		}
		catch (final DicomStreamException | RuntimeException exc) {
			throw failure("cannot be read: " + Reasons.of(exc));
		}
		return builder(root);
	}

	// -- DicomInputHandler methods --

	@Override
	public void readValue(final DicomInputStream stream, final org.dcm4che3.data.Attributes attributes)
		throws IOException
	{
		final int tag = in.tag();
		final VR vr = vr();
		final long length = in.unsignedLength();
		final AttributesBuilder builder = builder(attributes);
		charge(() -> budget.element(builder.size()));
		if (length != UNDEFINED && length > itemEnd - in.getPosition()) throw failure("has length " + length +
			", which is more than the " + (itemEnd - in.getPosition()) + " bytes left in its item (PS3.5 7.5)");
		if (vr == VR.SQ || length == UNDEFINED) {
			fragmentBytes = 0;
			open++;
			in.readValue(in, attributes);
			open--;
			if (vr == VR.SQ) builder.put(tag, itemsOf(attributes, tag));
			else builder.putLeftInFile(tag, vr, fragmentBytes);
		}
		else if (length > (Tag.isPrivate(tag) ? MAX_PRIVATE_BYTES : maxValueBytes)) {
			in.skipFully(length);
			final VR known = vr == VR.UN ? known(builder, tag) : vr;
			builder.putLeftInFile(tag, known == VR.SQ ? VR.UN : known, length);
		}
		else {
			charge(() -> budget.keep(length));
			final byte[] value = new byte[(int) length];
			in.readFully(value);
			if (TagUtils.isPrivateCreator(tag) || tag == Tag.PIXEL_REPRESENTATION)
				attributes.setBytes(tag, in.vr(), value);
			if (vr != VR.UN || !putUnknown(builder, tag, value)) builder.put(tag, vr, value);
		}
	}

	@Override
	public void readValue(final DicomInputStream stream, final Sequence sequence) throws IOException {
		final long outerEnd = enterItem();
		in.readValue(in, sequence);
		itemEnd = outerEnd;
	}

	@Override
	public void readValue(final DicomInputStream stream, final Fragments fragments) throws IOException {
		fragmentBytes += ELEMENT_HEADER + in.unsignedLength();
		in.skipFully(in.unsignedLength());
	}

	@Override
	public void startDataset(final DicomInputStream stream) {}

	@Override
	public void endDataset(final DicomInputStream stream) {}

	// -- Helper methods --

	/** The items that dcm4che has just read, which it need not keep. */
	private List<Attributes> itemsOf(final org.dcm4che3.data.Attributes attributes, final int tag) {
		final Sequence sequence = attributes.getSequence(tag);
		if (sequence == null) return List.of();
		final List<Attributes> items = new ArrayList<>();
		for (final org.dcm4che3.data.Attributes item : sequence) {
			items.add(builder(item).build());
			builders.remove(item);
		}
		attributes.remove(tag);
		return items;
	}

	/**
	 * Resolves an element that dcm4che does not know, but the private dictionary, or that looks like a sequence.
	 *
	 * @return false if it stays UN
	 */
	private boolean putUnknown(final AttributesBuilder builder, final int tag, final byte[] value) {
		final VR known = known(builder, tag);
		final boolean isItem = value.length >= ELEMENT_HEADER && ByteUtils.bytesToTagLE(value, 0) == Tag.ITEM;
		if (known == VR.SQ || known == VR.UN && isItem) {
			try {
				final var items = new HeaderHandler(new ByteArrayInputStream(value), UID.ImplicitVRLittleEndian, 0,
					budget, maxValueBytes, builder.charset(), outerDepth + in.level());
				builder.put(tag, items.readItems(value.length));
				return true;
			}
			catch (final IOException | RuntimeException exc) {
				return false; // not a sequence after all
			}
		}
		if (known == VR.UN || known == VR.SQ || value.length % known.wordSize() != 0) return false;
		if (in.bigEndian() && known.wordSize() > 1) return false; // UN is little endian (PS3.5 6.2.2)
		builder.put(tag, known, value);
		return true;
	}

	private List<Attributes> readItems(final long length) throws IOException {
		final List<Attributes> items = new ArrayList<>();
		while (in.getPosition() < length && in.readItemHeader()) {
			final long outerEnd = enterItem();
			final var item = new org.dcm4che3.data.Attributes(in.bigEndian());
			in.readItemValue(item, in.unsignedLength());
			itemEnd = outerEnd;
			items.add(builder(item).build());
		}
		return items;
	}

	/** @return where the item around this one ends */
	private long enterItem() throws DicomException {
		charge(() -> budget.sequence(outerDepth + in.level() - 1));
		charge(budget::item);
		final long outerEnd = itemEnd, length = in.unsignedLength();
		itemEnd = length == UNDEFINED ? Long.MAX_VALUE : in.getPosition() + length;
		return outerEnd;
	}

	/** What a header takes of its budget. */
	private interface Charge {

		void take() throws DicomException;
	}

	private void charge(final Charge charge) throws DicomException {
		try {
			charge.take();
		}
		catch (final DicomException exc) {
			final DicomException named = failure(exc.getMessage());
			named.initCause(exc);
			throw named;
		}
	}

	/**
	 * What is read of a data set or an item; text is in the character set of what is around, unless it names its own.
	 */
	private AttributesBuilder builder(final org.dcm4che3.data.Attributes attributes) {
		final AttributesBuilder known = builders.get(attributes);
		if (known != null) return known;
		final org.dcm4che3.data.Attributes parent = attributes.getParent();
		final AttributesBuilder builder = Attributes.builder(
			in.bigEndian() ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN,
			parent == null ? outerCharset : builder(parent).charset());
		builders.put(attributes, builder);
		return builder;
	}

	private VR vr() {
		return VR.valueOf(in.vr().name());
	}

	private static VR known(final AttributesBuilder builder, final int tag) {
		final String creator = builder.privateCreator(tag);
		return creator == null ? Dictionary.vr(tag) : PrivateDictionary.vr(creator, tag);
	}

	private static boolean isPixelData(final int tag) {
		return tag == Tag.PIXEL_DATA || tag == Tag.FLOAT_PIXEL_DATA || tag == Tag.DOUBLE_FLOAT_PIXEL_DATA;
	}

	private DicomException failure(final String what) {
		failure = new DicomException(Tag.describe(in.tag()) + " at byte " + in.getTagPosition() + " " + what + ".");
		return failure;
	}

	/** Skips what dcm4che skips, but without a line in the log for each, of which a hostile file causes millions. */
	private final class QuietStream extends DicomInputStream {

		QuietStream(final InputStream stream, final String syntax) throws IOException {
			super(stream, syntax);
		}

		@Override
		public boolean readItemHeader() throws IOException {
			readQuietly();
			while (tag() != Tag.ITEM) {
				skipFully(unsignedLength());
				if (tag() == Tag.SEQUENCE_DELIMITATION_ITEM) return false;
				readQuietly();
			}
			return true;
		}

		/** Leaves the last of an item to dcm4che, which sees that the item ends there. */
		@Override
		public void readHeader(final Predicate<DicomInputStream> stop) throws IOException {
			readQuietly();
			while (TagUtils.groupNumber(tag()) == DELIMITERS && !stop.test(this)) {
				charge(() -> budget.element(0));
				if (getPosition() + unsignedLength() >= itemEnd) return;
				skipFully(unsignedLength());
				readQuietly();
			}
		}

		/** dcm4che writes of a VR that does not exist, unless reading stops there. */
		private void readQuietly() throws IOException {
			super.readHeader(any -> true);
		}
	}
}
