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

package io.github.dicomvolumes.data;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Collects attributes in any order for {@link Attributes}. Of several with the same tag the first counts. Not
 * thread-safe.
 */
public final class AttributesBuilder {

	final ByteOrder order;
	CharacterSet charset;
	/** Whether the character set is of this data set, not of the one around. */
	private boolean namesCharset;
	int size;
	int[] tags;
	byte[] vrs;
	int[] ends;
	int length;
	byte[] values;
	private boolean ascending = true;
	final Sparse<List<Attributes>> sequences = new Sparse<>();
	final Sparse<Long> leftInFile = new Sparse<>();
	/** The index of each private creator, by its tag. */
	private final Map<Integer, Integer> creators = new HashMap<>(0);
	/** The whole data set of which this is a variant; null if it is none. */
	private final Attributes base;
	/** Whether the base has all that was put, in the same form. */
	private boolean hasFormOfBase = true;

	AttributesBuilder(final ByteOrder order, final CharacterSet charset, final int capacity) {
		this(order, charset, capacity, null);
	}

	AttributesBuilder(final ByteOrder order, final CharacterSet charset, final int capacity, final Attributes base) {
		this.base = base;
		this.order = order;
		this.charset = charset;
		tags = new int[capacity];
		vrs = new byte[capacity];
		ends = new int[capacity];
		values = new byte[8 * capacity];
	}

	/** Adds a value as its bytes, which are copied. */
	public AttributesBuilder put(final int tag, final VR vr, final byte[] bytes, final int offset, final int count) {
		if (length > Integer.MAX_VALUE - 16 - count)
			throw new IllegalArgumentException("The values of one data set exceed 2 GiB at " + Tag.describe(tag));
		if (length + count > values.length) values = Arrays.copyOf(values,
			Math.max(length + count, (int) Math.min(2L * Math.max(values.length, 1024), Integer.MAX_VALUE - 16)));
		System.arraycopy(bytes, offset, values, length, count);
		length += count;
		if (tag == Tag.SPECIFIC_CHARACTER_SET && !namesCharset) {
			namesCharset = true;
			charset = CharacterSet.of(new String(bytes, offset, count, StandardCharsets.ISO_8859_1));
		}
		return add(tag, vr);
	}

	/** Adds a value as its bytes, which are copied. */
	public AttributesBuilder put(final int tag, final VR vr, final byte... bytes) {
		return put(tag, vr, bytes, 0, bytes.length);
	}

	/**
	 * Adds text of the dictionary's VR; several values become one, with backslashes. Specific Character Set must come
	 * before the text it is for.
	 *
	 * @throws IllegalArgumentException if the character set has not all characters
	 */
	public AttributesBuilder put(final int tag, final String... text) {
		final VR vr = Dictionary.vr(tag);
		return put(tag, vr,
			(vr.usesCharacterSet() ? charset : CharacterSet.DEFAULT).encode(String.join("\\", text), vr));
	}

	/** Adds numbers in the dictionary's VR, binary or decimal text as that says. */
	public AttributesBuilder put(final int tag, final double... numbers) {
		return put(tag, Dictionary.vr(tag), numbers);
	}

	/** Adds numbers in a VR, binary or decimal text as that says. */
	public AttributesBuilder put(final int tag, final VR vr, final double... numbers) {
		if (vr.isText()) {
			final String text = String.join("\\", Arrays.stream(numbers).mapToObj(NumberText::decimal).toList());
			return put(tag, vr, text.getBytes(StandardCharsets.US_ASCII));
		}
		final ByteBuffer out = ByteBuffer.allocate(numbers.length * vr.wordSize()).order(order);
		for (final double number : numbers)
			switch (vr) {
				case FL, OF -> out.putFloat((float) number);
				case FD, OD -> out.putDouble(number);
				case SV, UV, OV -> out.putLong((long) number);
				case SL, UL, OL -> out.putInt((int) (long) number);
				default -> out.putShort((short) (int) number);
			}
		return put(tag, vr, out.array());
	}

	/** Adds a sequence. */
	public AttributesBuilder put(final int tag, final List<Attributes> items) {
		sequences.add(size, List.copyOf(items));
		return add(tag, VR.SQ);
	}

	/** Adds an attribute whose value stays in the file. */
	public AttributesBuilder putLeftInFile(final int tag, final VR vr, final long bytes) {
		leftInFile.add(size, bytes);
		return add(tag, vr);
	}

	/** Adds all attributes of others that are not there yet; values must have the same byte order. */
	public AttributesBuilder putAll(final Attributes others) {
		if (others.order != order)
			throw new IllegalArgumentException("Attributes are " + others.order + ", the builder is " + order);
		for (final Element element : others.elements()) {
			if (element.vr() == VR.SQ) put(element.tag(), others.items(element.tag()));
			else if (element.isLeftInFile()) putLeftInFile(element.tag(), element.vr(), element.length());
			else put(element.tag(), element.vr(), element.bytes());
		}
		return this;
	}

	/** How many attributes were put, several with the same tag each. */
	public int size() {
		return size;
	}

	/** The creator of a private tag's block, see {@link Attributes#privateCreator}; null if there is none yet. */
	public String privateCreator(final int tag) {
		if (!Tag.isInPrivateBlock(tag)) return null;
		final Integer i = creators.get(Tag.of(Tag.group(tag), Tag.element(tag) >>> 8));
		if (i == null) return base == null ? null : base.privateCreator(tag).orElse(null);
		final int start = i == 0 ? 0 : ends[i - 1];
		final String creator = new String(values, start, ends[i] - start, StandardCharsets.ISO_8859_1)
			.replace('\0', ' ')
			.strip();
		return creator.isEmpty() ? null : creator;
	}

	/** The character set of the text values that are put from now on. */
	public CharacterSet charset() {
		return charset;
	}

	public Attributes build() {
		return buildOver(null);
	}

	/**
	 * A data set that has the attributes that were not put from another, if this builder is its
	 * {@link Attributes#variant}.
	 *
	 * @return empty if something was put that the other data set has not, or in another VR
	 */
	public Optional<Attributes> buildVariant() {
		return base != null && hasFormOfBase && ascending ? Optional.of(new Attributes(this, base, true))
			: Optional.empty();
	}

	/** These attributes, and of a whole data set those that are not among them: nothing of it is copied. */
	public Attributes buildOver(final Attributes dataSet) {
		return new Attributes(ascending ? this : sorted(), dataSet);
	}

	private AttributesBuilder add(final int tag, final VR vr) {
		hasFormOfBase &= base != null && base.has(tag, vr) && tag != Tag.SPECIFIC_CHARACTER_SET;
		if (size == tags.length) {
			final int capacity = 2 * Math.max(size, 64); // few as in an item, or many
			tags = Arrays.copyOf(tags, capacity);
			vrs = Arrays.copyOf(vrs, capacity);
			ends = Arrays.copyOf(ends, capacity);
		}
		ascending &= size == 0 || Integer.compareUnsigned(tags[size - 1], tag) < 0;
		tags[size] = tag;
		vrs[size] = (byte) vr.ordinal();
		if (Tag.isPrivateCreator(tag)) creators.putIfAbsent(tag, size);
		ends[size++] = length;
		return this;
	}

	/** The same in ascending order of tags, of each tag the first. */
	private AttributesBuilder sorted() {
		final long[] keys = new long[size]; // upper half: tag with its sign flipped, lower: index
		for (int i = 0; i < size; i++)
			keys[i] = (long) tags[i] << 32 ^ Long.MIN_VALUE | i;
		Arrays.sort(keys);
		final AttributesBuilder sorted = new AttributesBuilder(order, charset, size);
		final Attributes unsorted = new Attributes(this, null);
		for (int k = 0; k < size; k++)
			if (k == 0 || keys[k] >>> 32 != keys[k - 1] >>> 32) sorted.putFrom(unsorted, (int) keys[k]);
		return sorted;
	}

	/** Adds the i-th of other attributes, whose byte order and character set are the same. */
	void putFrom(final Attributes other, final int i) {
		final List<Attributes> items = other.sequences.get(i);
		if (items != null) sequences.add(size, items);
		final Long left = other.leftInFile.get(i);
		if (left != null) leftInFile.add(size, left);
		put(other.tags[i], VR.ofOrdinal(other.vrs[i]), other.values, other.start(i), other.ends[i] - other.start(i));
	}
}
