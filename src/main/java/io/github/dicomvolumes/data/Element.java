package io.github.dicomvolumes.data;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * One data element: a tag, its value representation and its value, which is
 * bytes, items, or bytes that were left in the file because they are large
 * (PS3.5 7.1). Immutable. Values are interpreted when asked for, not before, so
 * that a broken one costs nothing until it is needed.
 */
public final class Element {

	/** The length of a value that consists of fragments (PS3.5 A.4). */
	public static final long UNDEFINED_LENGTH = 0xFFFFFFFFL;

	private final int tag;
	private final VR vr;
	private final ByteBuffer value;
	private final Charset charset;
	private final List<Attributes> items;
	private final long length;

	/** @param value positioned at the value and limited to it, in its byte order */
	Element(final int tag, final VR vr, final ByteBuffer value, final Charset charset,
		final List<Attributes> items, final long length)
	{
		this.tag = tag;
		this.vr = vr;
		this.value = value;
		this.charset = charset;
		this.items = items;
		this.length = length;
	}

	public int tag() {
		return tag;
	}

	public VR vr() {
		return vr;
	}

	/** Bytes of the value in the file; 0 for a sequence, {@link #UNDEFINED_LENGTH} for fragments. */
	public long length() {
		return length;
	}

	/** Whether the value is too large to be held: then it has no bytes, text or numbers here. */
	public boolean isLeftInFile() {
		return length > value.remaining();
	}

	public boolean isEmpty() {
		return length == 0 && items.isEmpty();
	}

	/** The items of a sequence; empty for every other element. */
	public List<Attributes> items() {
		return items;
	}

	/** A copy of the value as it stands in the file. */
	public byte[] bytes() {
		final byte[] bytes = new byte[value.remaining()];
		value.duplicate().get(bytes);
		return bytes;
	}

	/** The whole text of the value without padding: backslashes between several values stay. */
	public String text() {
		return vr.isText() ? trim(charset.decode(value.duplicate()).toString()) : String.join(
			"\\", strings());
	}

	/**
	 * The values as text, each without padding. Binary numbers are written in
	 * decimal, bytes and items give nothing.
	 */
	public List<String> strings() {
		if (vr.isMultiText()) {
			final List<String> strings = new ArrayList<>();
			for (final String part : text().split("\\\\", -1))
				strings.add(trim(part));
			return length == 0 ? List.of() : strings;
		}
		if (vr.isText()) return length == 0 ? List.of() : List.of(text());
		final List<String> strings = new ArrayList<>();
		for (final double number : doubles())
			strings.add(number == Math.rint(number) && Math.abs(number) < 1e15 ? Long
				.toString((long) number) : vr == VR.FL || vr == VR.OF ? Float.toString(
					(float) number) : Double.toString(number));
		return strings;
	}

	/**
	 * The values as numbers. A text that is no number gives NaN, so that a caller
	 * sees which of several is bad; a decimal comma is understood.
	 */
	public double[] doubles() {
		if (vr.isText()) return strings().stream().mapToDouble(Element::parse).toArray();
		final ByteBuffer in = value.duplicate().order(value.order());
		final int size = vr.wordSize();
		if (size == 1) return new double[0];
		final double[] numbers = new double[in.remaining() / size];
		for (int i = 0; i < numbers.length; i++)
			numbers[i] = switch (vr) {
				case SS -> in.getShort();
				case SL -> in.getInt();
				case SV -> in.getLong();
				case OV, UV -> unsigned(in.getLong());
				case FL, OF -> in.getFloat();
				case FD, OD -> in.getDouble();
				default -> size == 2 ? in.getShort() & 0xFFFF : in.getInt() & 0xFFFFFFFFL;
			};
		return numbers;
	}

	/** The first value as a finite number; empty if there is none. */
	public OptionalDouble number() {
		final double[] numbers = doubles();
		return numbers.length > 0 && Double.isFinite(numbers[0]) ? OptionalDouble.of(
			numbers[0]) : OptionalDouble.empty();
	}

	/** The first value as an int; empty if there is none or it is no whole number. */
	public OptionalInt integer() {
		final OptionalDouble number = number();
		return number.isPresent() && number.getAsDouble() == (int) number.getAsDouble()
			? OptionalInt.of((int) number.getAsDouble()) : OptionalInt.empty();
	}

	/**
	 * The value as 16-bit words whatever its VR: for elements that are "US or SS",
	 * where only Pixel Representation tells the sign (PS3.5 A.1).
	 */
	public int[] words(final boolean signed) {
		final ByteBuffer in = value.duplicate().order(value.order());
		final int[] words = new int[in.remaining() / 2];
		for (int i = 0; i < words.length; i++)
			words[i] = signed ? in.getShort() : in.getShort() & 0xFFFF;
		return words;
	}

	/** Same tag, VR, value bytes in the same order, and items. */
	@Override
	public boolean equals(final Object o) {
		return o instanceof Element e && tag == e.tag && vr == e.vr && length == e.length &&
			value.equals(e.value) && value.order() == e.value.order() && items.equals(e.items);
	}

	@Override
	public int hashCode() {
		return Arrays.hashCode(new Object[] { tag, vr, value, items });
	}

	/** Tag, VR and value for people: "(0028,0030) Pixel Spacing DS 2.0\0.5". */
	@Override
	public String toString() {
		final String what = vr == VR.SQ ? items.size() + " items" : isLeftInFile() ||
			vr.wordSize() == 1 && !vr.isText() ? length + " bytes" : text();
		return Tag.describe(tag) + " " + vr + " " + what;
	}

	ByteOrder order() {
		return value.order();
	}

	private static double unsigned(final long bits) {
		return (bits >>> 1) * 2.0 + (bits & 1);
	}

	private static double parse(final String text) {
		try {
			return Double.parseDouble(text.replace(',', '.'));
		}
		catch (final NumberFormatException exc) {
			return Double.NaN;
		}
	}

	/** Without the padding of PS3.5 6.2 (trailing NUL or spaces) and without leading spaces. */
	private static String trim(final String text) {
		int start = 0, end = text.length();
		while (end > start && text.charAt(end - 1) <= ' ') end--;
		while (start < end && text.charAt(start) == ' ') start++;
		return text.substring(start, end);
	}
}
