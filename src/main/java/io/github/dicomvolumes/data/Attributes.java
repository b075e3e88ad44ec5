package io.github.dicomvolumes.data;

import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.util.AbstractList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * The attributes of a data set or of a sequence item, in ascending order of
 * their tags (PS3.5 7.1). Immutable and compact: all values of a data set share
 * one array, an {@link Element} is made when it is asked for. Finding one costs
 * a binary search.
 * <p>
 * Absent is normal in DICOM: {@link #optional} says whether, {@code orElse} takes
 * a default, {@link #require} throws with the tag's name.
 */
public final class Attributes {

	/** A data set without attributes. */
	public static final Attributes EMPTY = builder().build();

	private final ByteOrder order;
	private final Charset charset;
	private final int[] tags;
	private final VR[] vrs;
	/** Where each value ends in {@link #values}; it starts where the one before ends. */
	private final int[] ends;
	private final byte[] values;
	private final Map<Integer, List<Attributes>> sequences;
	/** Lengths of the values that were left in the file. */
	private final Map<Integer, Long> leftInFile;

	private Attributes(final Builder builder) {
		order = builder.order;
		final int[] sources = builder.sources();
		final int n = sources.length;
		tags = new int[n];
		vrs = new VR[n];
		ends = new int[n];
		values = new byte[builder.length];
		int end = 0;
		for (int i = 0; i < n; i++) {
			final int source = sources[i];
			final int start = source == 0 ? 0 : builder.ends[source - 1];
			final int length = builder.ends[source] - start;
			System.arraycopy(builder.values, start, values, end, length);
			tags[i] = builder.tags[source];
			vrs[i] = builder.vrs[source];
			ends[i] = end += length;
		}
		sequences = Map.copyOf(builder.sequences);
		leftInFile = Map.copyOf(builder.leftInFile);
		final int at = find(Tag.SPECIFIC_CHARACTER_SET);
		charset = at < 0 ? builder.charset : CharacterSets.of(element(at).strings());
	}

	/** A builder of little endian values. */
	public static Builder builder() {
		return new Builder(ByteOrder.LITTLE_ENDIAN, CharacterSets.DEFAULT);
	}

	/**
	 * A builder for what a reader finds.
	 *
	 * @param order of the binary values that will be put
	 * @param charset of the data set around an item, which applies where the item
	 *          has no Specific Character Set of its own
	 */
	public static Builder builder(final ByteOrder order, final Charset charset) {
		return new Builder(order, charset);
	}

	/** The attribute of a tag, if it is there; its value may still be empty. */
	public Optional<Element> optional(final int tag) {
		final int at = find(tag);
		return at < 0 ? Optional.empty() : Optional.of(element(at));
	}

	/**
	 * The attribute of a DICOM keyword such as "PixelSpacing", if it is there.
	 *
	 * @throws IllegalArgumentException if the dictionary has no such keyword
	 */
	public Optional<Element> optional(final String keyword) {
		return optional(Dictionary.tag(keyword));
	}

	/**
	 * The attribute of a tag, which must be there with a value.
	 *
	 * @throws DicomException naming the tag if it is absent or empty
	 */
	public Element require(final int tag) throws DicomException {
		final Element element = optional(tag).filter(e -> !e.isEmpty()).orElse(null);
		if (element == null) throw new DicomException(Tag.describe(tag) +
			" is missing; it is required here.");
		return element;
	}

	/** The text of an attribute, or the given one if it is absent or empty. */
	public String orElse(final int tag, final String otherwise) {
		return optional(tag).map(Element::text).filter(s -> !s.isEmpty()).orElse(otherwise);
	}

	/** The first value as an int, or the given one if it is absent or no whole number. */
	public int orElse(final int tag, final int otherwise) {
		return integer(tag).orElse(otherwise);
	}

	/** The first value as an int; empty if it is absent or no whole number. */
	public OptionalInt integer(final int tag) {
		return optional(tag).map(Element::integer).orElse(OptionalInt.empty());
	}

	/** The first value as a finite number; empty if it is absent or no number. */
	public OptionalDouble number(final int tag) {
		return optional(tag).map(Element::number).orElse(OptionalDouble.empty());
	}

	/** All values as numbers, NaN where one is no number; an empty array if absent. */
	public double[] doubles(final int tag) {
		return optional(tag).map(Element::doubles).orElse(new double[0]);
	}

	/** All values as text; empty if absent. */
	public List<String> strings(final int tag) {
		return optional(tag).map(Element::strings).orElse(List.of());
	}

	/** The items of a sequence; empty if absent. */
	public List<Attributes> items(final int tag) {
		return sequences.getOrDefault(tag, List.of());
	}

	/** Whether the attribute is there, perhaps empty. */
	public boolean contains(final int tag) {
		return find(tag) >= 0;
	}

	/** The number of attributes, without those inside sequences. */
	public int size() {
		return tags.length;
	}

	/** All attributes, ascending by tag as unsigned number. */
	public List<Element> elements() {
		return new AbstractList<>() {

			@Override
			public Element get(final int index) {
				return element(index);
			}

			@Override
			public int size() {
				return tags.length;
			}
		};
	}

	/** The character set of the text values, from Specific Character Set or the data set around. */
	public Charset charset() {
		return charset;
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
		return Arrays.hashCode(tags) + 31 * Arrays.hashCode(values);
	}

	@Override
	public String toString() {
		final StringBuilder sb = new StringBuilder();
		for (final Element element : elements())
			sb.append(element).append('\n');
		return sb.toString();
	}

	private int find(final int tag) {
		int low = 0, high = tags.length - 1;
		while (low <= high) {
			final int mid = low + high >>> 1;
			final int c = Integer.compareUnsigned(tags[mid], tag);
			if (c == 0) return mid;
			if (c < 0) low = mid + 1;
			else high = mid - 1;
		}
		return -1;
	}

	private Element element(final int i) {
		final int start = i == 0 ? 0 : ends[i - 1];
		final ByteBuffer value = ByteBuffer.wrap(values, start, ends[i] - start).slice()
			.asReadOnlyBuffer().order(order);
		final long length = leftInFile.getOrDefault(tags[i], (long) ends[i] - start);
		return new Element(tags[i], vrs[i], value, vrs[i].usesCharacterSet() ? charset
			: CharacterSets.DEFAULT, items(tags[i]), length);
	}

	/**
	 * Collects attributes in any order. Of several with the same tag the first
	 * counts. Not thread-safe.
	 */
	public static final class Builder {

		private final ByteOrder order;
		private final Charset charset;
		private int size;
		private int[] tags = new int[64];
		private VR[] vrs = new VR[64];
		private int[] ends = new int[64];
		private int length;
		private byte[] values = new byte[1024];
		private boolean ascending = true;
		private final Map<Integer, List<Attributes>> sequences = new HashMap<>();
		private final Map<Integer, Long> leftInFile = new HashMap<>();

		private Builder(final ByteOrder order, final Charset charset) {
			this.order = order;
			this.charset = charset;
		}

		/** Adds a value as its bytes, which are copied. */
		public Builder put(final int tag, final VR vr, final byte[] bytes, final int offset,
			final int count)
		{
			if (length > Integer.MAX_VALUE - 16 - count) throw new IllegalArgumentException(
				"The values of one data set exceed 2 GiB at " + Tag.describe(tag));
			if (length + count > values.length) values = Arrays.copyOf(values, Math.max(length +
				count, (int) Math.min(2L * values.length, Integer.MAX_VALUE - 16)));
			System.arraycopy(bytes, offset, values, length, count);
			length += count;
			return add(tag, vr);
		}

		/** Adds a value as its bytes, which are copied. */
		public Builder put(final int tag, final VR vr, final byte... bytes) {
			return put(tag, vr, bytes, 0, bytes.length);
		}

		/** Adds text of the dictionary's VR; several values become one, with backslashes. */
		public Builder put(final int tag, final String... text) {
			final VR vr = Dictionary.vr(tag);
			return put(tag, vr, String.join("\\", text).getBytes(vr.usesCharacterSet() ? charset
				: CharacterSets.DEFAULT));
		}

		/** Adds numbers in the dictionary's VR, binary or decimal text as that says. */
		public Builder put(final int tag, final double... numbers) {
			return put(tag, Dictionary.vr(tag), numbers);
		}

		/** Adds numbers in a VR, binary or decimal text as that says. */
		public Builder put(final int tag, final VR vr, final double... numbers) {
			if (vr.isText()) {
				final String text = String.join("\\", Arrays.stream(numbers).mapToObj(
					Builder::decimal).toList());
				return put(tag, vr, text.getBytes(CharacterSets.DEFAULT));
			}
			final ByteBuffer out = ByteBuffer.allocate(numbers.length * vr.wordSize()).order(
				order);
			for (final double number : numbers) switch (vr) {
				case FL, OF -> out.putFloat((float) number);
				case FD, OD -> out.putDouble(number);
				case SV, UV, OV -> out.putLong((long) number);
				case SL, UL, OL -> out.putInt((int) (long) number);
				default -> out.putShort((short) (int) number);
			}
			return put(tag, vr, out.array());
		}

		/** Adds a sequence. */
		public Builder put(final int tag, final List<Attributes> items) {
			if (sequences.putIfAbsent(tag, List.copyOf(items)) != null) return this;
			return add(tag, VR.SQ);
		}

		/** Adds an attribute whose value stays in the file. */
		public Builder putLeftInFile(final int tag, final VR vr, final long bytes) {
			leftInFile.putIfAbsent(tag, bytes);
			return add(tag, vr);
		}

		/** Adds all attributes of others that are not there yet; values must have the same byte order. */
		public Builder putAll(final Attributes others) {
			if (others.order != order) throw new IllegalArgumentException(
				"Attributes are " + others.order + ", the builder is " + order);
			for (final Element element : others.elements()) {
				if (element.vr() == VR.SQ) put(element.tag(), element.items());
				else if (element.isLeftInFile()) putLeftInFile(element.tag(), element.vr(), element
					.length());
				else put(element.tag(), element.vr(), element.bytes());
			}
			return this;
		}

		public Attributes build() {
			return new Attributes(this);
		}

		private Builder add(final int tag, final VR vr) {
			if (size == tags.length) {
				tags = Arrays.copyOf(tags, 2 * size);
				vrs = Arrays.copyOf(vrs, 2 * size);
				ends = Arrays.copyOf(ends, 2 * size);
			}
			ascending &= size == 0 || Integer.compareUnsigned(tags[size - 1], tag) < 0;
			tags[size] = tag;
			vrs[size] = vr;
			ends[size++] = length;
			return this;
		}

		/** Where the attributes stand here, in ascending order of tags, each tag once. */
		private int[] sources() {
			final IntStream all = IntStream.range(0, size);
			if (ascending) return all.toArray();
			final Map<Integer, Integer> first = new TreeMap<>(Integer::compareUnsigned);
			all.forEach(i -> first.putIfAbsent(tags[i], i));
			return first.values().stream().mapToInt(Integer::intValue).toArray();
		}

		/** The shortest decimal text, whole numbers without a point: at most 16 characters as DS wants. */
		private static String decimal(final double number) {
			if (number == Math.rint(number) && Math.abs(number) < 1e12) return Long.toString(
				(long) number);
			final String text = Double.toString(number);
			return text.length() <= 16 ? text : new BigDecimal(number).round(new MathContext(
				10)).toString();
		}
	}
}
