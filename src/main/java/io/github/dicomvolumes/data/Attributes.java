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

import java.nio.ByteOrder;
import java.util.AbstractList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;

/**
 * The attributes of a data set or of a sequence item, in ascending order of their tags (PS3.5 7.1). Immutable and
 * compact: all values of a data set share one array, an {@link Element} is made when it is asked for. Finding one costs
 * a binary search.
 * <p>
 * Absent is normal in DICOM: {@link #optional} says whether, {@code orElse} takes a default, {@link #require} throws
 * with the tag's name.
 * </p>
 * <p>
 * A few attributes can lie {@linkplain AttributesBuilder#buildOver over} those of a whole data set, as those of one
 * frame do: what is not among them is looked up below.
 */
public final class Attributes {

	/** A data set without attributes. */
	public static final Attributes EMPTY = builder().build();

	final ByteOrder order;
	private final CharacterSet charset;
	final int[] tags;
	/** The ordinal of the VR of each, which takes less room than a reference. */
	final byte[] vrs;
	/** Where each value ends in {@link #values}; it starts where the one before ends. */
	final int[] ends;
	final byte[] values;
	/** Items of the sequences, by their index in {@link #tags}. */
	final Sparse<List<Attributes>> sequences;
	/** Lengths of the values that were left in the file, by their index. */
	final Sparse<Long> leftInFile;
	/** Where to look up what is not here; null if nowhere. */
	final Attributes below;
	/** Whether the data set below has the same tags: then it lends its values to this one, which is whole too. */
	final boolean isVariant;

	/** @param builder whose tags ascend */
	Attributes(final AttributesBuilder builder, final Attributes below) {
		this(builder, below, false);
	}

	Attributes(final AttributesBuilder builder, final Attributes below, final boolean isVariant) {
		this.below = below;
		this.isVariant = isVariant;
		order = builder.order;
		tags = Arrays.copyOf(builder.tags, builder.size);
		vrs = Arrays.copyOf(builder.vrs, builder.size);
		ends = Arrays.copyOf(builder.ends, builder.size);
		values = Arrays.copyOf(builder.values, builder.length);
		sequences = builder.sequences.copy();
		leftInFile = builder.leftInFile.copy();
		charset = builder.charset;
	}

	/** A builder of little endian values. */
	public static AttributesBuilder builder() {
		return builder(ByteOrder.LITTLE_ENDIAN, CharacterSet.DEFAULT);
	}

	/**
	 * A builder for what a reader finds.
	 *
	 * @param order of the binary values that will be put
	 * @param charset of the data set around an item, which applies where the item has no Specific Character Set of its
	 *        own
	 */
	public static AttributesBuilder builder(final ByteOrder order, final CharacterSet charset) {
		return builder(order, charset, 16);
	}

	/**
	 * The same with room for many attributes.
	 *
	 * @param expected about how many; only the speed depends on it
	 */
	public static AttributesBuilder builder(final ByteOrder order, final CharacterSet charset, final int expected) {
		return new AttributesBuilder(order, charset, expected);
	}

	/** The attribute of a tag, if it is there; its value may still be empty. */
	public Optional<Element> optional(final int tag) {
		return Optional.ofNullable(orNull(tag));
	}

	private Element orNull(final int tag) {
		for (Attributes level = this; level != null; level = level.below) {
			final int at = level.find(tag);
			if (at >= 0) return level.element(at);
		}
		return null;
	}

	/**
	 * The attribute of a keyword, of a tag in the notation of tables, or of a path through sequences, if it is there:
	 *
	 * <pre>
	 * PixelSpacing
	 * 0028,0030
	 * ReferencedImageSequence[1]&gt;ReferencedSOPInstanceUID
	 * 0008,1140[2]&gt;0008,1155
	 * </pre>
	 *
	 * Items count from 1, as in the tables; without a number it is the first.
	 *
	 * @throws IllegalArgumentException if the dictionary has no such keyword, or the path is not of this form
	 */
	public Optional<Element> optional(final String path) {
		final AttributePath way = AttributePath.of(path);
		Attributes at = this;
		for (final AttributePath.Step step : way.steps()) {
			final List<Attributes> items = at.items(step.sequence());
			if (step.item() > items.size()) return Optional.empty();
			at = items.get(step.item() - 1);
		}
		return at.optional(way.last());
	}

	/**
	 * A manufacturer's attribute, if it is there: wherever the file has put the block of elements that the creator
	 * reserved (PS3.5 7.8.1).
	 *
	 * @param creator such as "SIEMENS CSA HEADER"
	 * @param group an odd number
	 * @param element 00 to FF, the place within the block
	 */
	public Optional<Element> optional(final String creator, final int group, final int element) {
		final int last = Tag.of(group, 0xFF);
		for (Attributes level = this; level != null; level = level.below)
			for (int i = SortedTags.place(level.tags, Tag.of(group, 0x10)); SortedTags.hasUpTo(level.tags, i, last);
				i++)
			{
				final int block = level.tags[i] & 0xFF;
				final int tag = Tag.of(group, block << 8 | element & 0xFF);
				if (contains(tag) && privateCreator(tag).equals(Optional.of(creator))) return optional(tag);
			}
		return Optional.empty();
	}

	/**
	 * Who reserved the block that a private tag is in: the value of (gggg,00bb) for (gggg,bbee) (PS3.5 7.8.1). Empty
	 * for other tags and where nobody did.
	 */
	public Optional<String> privateCreator(final int tag) {
		if (!Tag.isInPrivateBlock(tag)) return Optional.empty();
		return optional(Tag.of(Tag.group(tag), Tag.element(tag) >>> 8)).filter(e -> !e.isEmpty())
			.map(e -> CharacterSet.DEFAULT.decode(e.bytes(), VR.LO).replace('\0', ' ').strip());
	}

	/**
	 * What the dictionary says of a tag, or the private dictionary of its creator here; then with an empty keyword.
	 */
	public Optional<Dictionary.Entry> entry(final int tag) {
		final Optional<Dictionary.Entry> standard = Dictionary.find(tag);
		return standard.isPresent() ? standard
			: privateCreator(tag).flatMap(creator -> PrivateDictionary.find(creator, tag));
	}

	/**
	 * The attribute of a tag, which must be there with a value, not just blanks.
	 *
	 * @throws DicomException naming the tag if it is absent or empty
	 */
	public Element require(final int tag) throws DicomException {
		final Element element = optional(tag).orElse(null);
		if (element == null || element.isEmpty())
			throw new DicomException(Tag.describe(tag) + " is missing; it is required here.");
		return element;
	}

	/** The text of an attribute, or the given one if it is absent or empty. */
	public String orElse(final int tag, final String otherwise) {
		final Element element = orNull(tag);
		final String text = element == null ? "" : element.text();
		return text.isEmpty() ? otherwise : text;
	}

	/** The first value as an int, or the given one if it is absent or no whole number. */
	public int orElse(final int tag, final int otherwise) {
		return integer(tag).orElse(otherwise);
	}

	/** The first value as an int; empty if it is absent or no whole number. */
	public OptionalInt integer(final int tag) {
		final Element element = orNull(tag);
		return element == null ? OptionalInt.empty() : element.integer();
	}

	/** The first value as a finite number; empty if it is absent or no number. */
	public OptionalDouble number(final int tag) {
		final Element element = orNull(tag);
		return element == null ? OptionalDouble.empty() : element.number();
	}

	/** All values as numbers, NaN where one is no number; an empty array if absent. */
	public double[] doubles(final int tag) {
		final Element element = orNull(tag);
		return element == null ? new double[0] : element.doubles();
	}

	/** All values as text; empty if absent. */
	public List<String> strings(final int tag) {
		final Element element = orNull(tag);
		return element == null ? List.of() : element.strings();
	}

	/** The items of a sequence; empty if absent. */
	public List<Attributes> items(final int tag) {
		final int at = sequences.size() == 0 && below == null ? -1 : find(tag);
		if (at < 0) return below == null ? List.of() : below.items(tag);
		return itemsAt(at);
	}

	/** The items of the i-th; empty if it is no sequence, and if it is one without items. */
	List<Attributes> itemsAt(final int i) {
		final List<Attributes> items = sequences.get(i);
		return items == null ? List.of() : items;
	}

	/** Whether the attribute is there, perhaps empty. */
	public boolean contains(final int tag) {
		return find(tag) >= 0 || below != null && below.contains(tag);
	}

	/**
	 * Attributes from which those of some tags are, and which has them too, here or in {@link #variant} and data sets
	 * below: the same object for data sets that share them.
	 */
	public Attributes holderOf(final int... some) {
		if (below == null) return this;
		for (final int tag : some)
			if (find(tag) >= 0) return this;
		return below.holderOf(some);
	}

	/** The number of attributes, without those inside sequences. */
	public int size() {
		return allTags().length;
	}

	/** All attributes, ascending by tag as unsigned number. */
	public List<Element> elements() {
		final int[] all = allTags();
		return new AbstractList<>() {

			@Override
			public Element get(final int index) {
				return below == null ? element(index) : optional(all[index]).orElseThrow();
			}

			@Override
			public int size() {
				return all.length;
			}
		};
	}

	/** Ascending as unsigned numbers, with those below. */
	private int[] allTags() {
		if (below == null) return tags;
		return isVariant ? below.tags : SortedTags.union(tags, below.allTags());
	}

	/** The character set of the text values, from Specific Character Set or the data set around. */
	public CharacterSet charset() {
		return charset;
	}

	/** What to tell people if text here or in an item is in an unknown character set; empty if all are known. */
	public Optional<String> unknownText() {
		final Set<String> unknown = new TreeSet<>();
		addUnknown(unknown);
		return unknown.isEmpty() ? Optional.empty()
			: Optional.of(Tag.describe(Tag.SPECIFIC_CHARACTER_SET) + " has the unknown " + String.join(", ", unknown) +
				"; its text is read as Latin-1");
	}

	private void addUnknown(final Set<String> unknown) {
		unknown.addAll(charset.unknown());
		final Sparse<List<Attributes>> all = isVariant ? below.sequences : sequences;
		for (int n = 0; n < all.size(); n++)
			for (final Attributes item : isVariant ? items(below.tags[all.place(n)]) : all.value(n))
				item.addUnknown(unknown);
	}

	/** The byte order of the binary values. */
	public ByteOrder order() {
		return order;
	}

	@Override
	public boolean equals(final Object o) {
		return o instanceof Attributes a && elements().equals(a.elements());
	}

	@Override
	public int hashCode() {
		if (below == null) return Arrays.hashCode(tags) + 31 * Arrays.hashCode(values);
		int ofValues = 1;
		for (final Element element : elements())
			for (final byte b : element.bytes())
				ofValues = 31 * ofValues + b;
		return Arrays.hashCode(allTags()) + 31 * ofValues;
	}

	@Override
	public String toString() {
		final StringBuilder sb = new StringBuilder();
		for (final Element element : elements())
			sb.append(element).append('\n');
		return sb.toString();
	}

	private int find(final int tag) {
		return SortedTags.find(tags, tag);
	}

	// -- Sharing --

	/**
	 * A builder of a data set that has the same attributes as the {@link #whole} one, and of them only some with other
	 * values: these are put, in ascending order; the others are that one's. For {@link AttributesBuilder#buildVariant}.
	 */
	public AttributesBuilder variant() {
		return new AttributesBuilder(order, charset, 16, whole());
	}

	/** The whole data set whose values this one shares; itself if it is no {@link #variant}. */
	public Attributes whole() {
		return isVariant ? below : this;
	}

	/** Whether an attribute is there in a VR; of a whole data set. */
	boolean has(final int tag, final VR vr) {
		final int at = find(tag);
		return at >= 0 && vrs[at] == vr.ordinal();
	}

	/** Whether it is a variant that has less than half of its values for itself, so that it is worth while. */
	public boolean sharesMost() {
		return isVariant && 2 * heldBytes() < below.heldBytes();
	}

	/** About the memory that these attributes take by themselves, without the items of sequences. */
	int heldBytes() {
		return values.length + 9 * tags.length;
	}

	/** About the bytes of memory of what this data set does not share with the one that it is a variant of. */
	public long ownBytes() {
		long bytes = 128 + heldBytes(); // the object itself
		for (int i = 0; i < tags.length; i++) {
			final List<Attributes> items = sequences.get(i);
			if (items != null) for (final Attributes item : items)
				bytes += item.ownBytes();
		}
		return bytes;
	}

	int start(final int i) {
		return i == 0 ? 0 : ends[i - 1];
	}

	private Element element(final int i) {
		final VR vr = VR.ofOrdinal(vrs[i]);
		final int start = start(i), count = ends[i] - start;
		final List<Attributes> items = vr == VR.SQ ? itemsAt(i) : List.of();
		final Long left = leftInFile.get(i);
		return new Element(tags[i], vr, values, start, count, order,
			vr.usesCharacterSet() ? charset : CharacterSet.DEFAULT, items, left == null ? count : left);
	}
}
