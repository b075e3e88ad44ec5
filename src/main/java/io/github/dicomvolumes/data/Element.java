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
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoField;
import java.time.temporal.Temporal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * One data element: a tag, its value representation and its value, which is bytes, items, or bytes that were left in
 * the file because they are large (PS3.5 7.1). Immutable. Values are interpreted when asked for, not before, so that a
 * broken one costs nothing until it is needed.
 */
public final class Element {

	/** The length of a value that consists of fragments (PS3.5 A.4). */
	public static final long UNDEFINED_LENGTH = 0xFFFFFFFFL;

	/** The most characters that {@link #display} gives. */
	public static final int DISPLAY_LENGTH = 1000;

	private static final int DISPLAY_BYTES = 16;

	private final int tag;
	private final VR vr;
	/** Shared with the other elements of the data set. */
	private final byte[] values;
	/** Where in {@link #values} the value starts and how many bytes it has. */
	private final int start, count;
	private final ByteOrder order;
	private final CharacterSet charset;
	/** Of a sequence; who holds the element gives them as attributes. */
	private final List<?> items;
	private final long length;

	/**
	 * @param values which hold the value at {@code start}; not copied
	 * @param order of the binary values
	 */
	Element(final int tag, final VR vr, final byte[] values, final int start, final int count, final ByteOrder order,
		final CharacterSet charset, final List<?> items, final long length)
	{
		this.tag = tag;
		this.vr = vr;
		this.values = values;
		this.start = start;
		this.count = count;
		this.order = order;
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
		return length > count;
	}

	/** How many items a sequence has; 0 for every other element. The attributes that hold it give them. */
	public int itemCount() {
		return items.size();
	}

	/** Whether there is no value: no bytes and no items, or text of nothing but padding. */
	public boolean isEmpty() {
		return items.isEmpty() && (length == 0 || vr.isText() && !isLeftInFile() && isBlank());
	}

	private boolean isBlank() {
		for (int i = start; i < start + count; i++)
			if (values[i] < 0 || values[i] > ' ') return false;
		return true;
	}

	/** A copy of the value as it stands in the file. */
	public byte[] bytes() {
		return Arrays.copyOfRange(values, start, start + count);
	}

	/** The whole text of the value without padding: backslashes between several values stay. */
	public String text() {
		return vr.isText() ? text(count) : String.join("\\", strings());
	}

	/**
	 * The values as text, each without padding; none if there is nothing but padding. Binary numbers are written in
	 * decimal, exactly, tags as "(0028,0030)"; bytes and items give nothing.
	 */
	public List<String> strings() {
		if (!vr.isText()) return binaryStrings(count);
		if (isEmpty()) return List.of();
		if (!vr.isMultiText()) return List.of(text());
		final String[] parts = text().split("\\\\", -1);
		for (int i = 0; i < parts.length; i++)
			parts[i] = trim(parts[i]);
		return List.of(parts);
	}

	/** The text of the first bytes. */
	private String text(final int bytes) {
		return trim(charset.decode(values, start, bytes, vr));
	}

	/** The binary numbers of the first bytes. */
	private List<String> binaryStrings(final int bytes) {
		final int size = vr == VR.AT ? 4 : vr.wordSize();
		if (size == 1) return List.of();
		final ByteBuffer in = value(bytes);
		final List<String> strings = new ArrayList<>(in.remaining() / size);
		while (in.remaining() >= size)
			strings.add(switch (vr) {
				case AT -> "(" + Tag.format(Tag.of(in.getShort() & 0xFFFF, in.getShort())) + ")";
				case SS -> Short.toString(in.getShort());
				case SL -> Integer.toString(in.getInt());
				case SV -> Long.toString(in.getLong());
				case OV, UV -> Long.toUnsignedString(in.getLong());
				case FL, OF -> NumberText.exact(in.getFloat());
				case FD, OD -> NumberText.exact(in.getDouble());
				default -> size == 2 ? Integer.toString(in.getShort() & 0xFFFF) : Integer.toUnsignedString(in.getInt());
			});
		return strings;
	}

	/**
	 * The number of values (value multiplicity, PS3.5 6.4): 0 if empty, 1 for a sequence, for bytes and words (OB, OW,
	 * ..., UN) and for what was left in the file.
	 */
	public int multiplicity() {
		if (isEmpty()) return 0;
		if (isLeftInFile() || isBulk() || !vr.isMultiText() && vr.isText() || vr == VR.SQ) return 1;
		return vr.isText() ? strings().size() : count / (vr == VR.AT ? 4 : vr.wordSize());
	}

	/** Whether the value is bytes or words without a number of values. */
	private boolean isBulk() {
		return vr == VR.UN || vr.name().startsWith("O");
	}

	/**
	 * The value as one line for people, of at most {@value #DISPLAY_LENGTH} characters, with "..." where it goes on:
	 * text, several values with backslashes, "2 items", "4096 bytes: 01 02 03 ...", "2097152 bytes, left in the file",
	 * "fragments".
	 */
	public String display() {
		if (vr == VR.SQ) return Listing.count(items.size(), "item");
		if (length == UNDEFINED_LENGTH) return "fragments";
		if (isLeftInFile()) return length + " bytes, left in the file";
		if (isBulk()) return displayBytes();
		final int part = Math.min(count, 8 * DISPLAY_LENGTH);
		final boolean cut = part < count;
		String text = vr.isText() ? ShownText.line(text(part)) : String.join("\\", binaryStrings(part));
		if (vr.isMultiText()) text = text.replaceAll(" *+\\\\ *+", "\\\\");
		if (!cut && text.length() <= DISPLAY_LENGTH) return text;
		int end = Math.min(text.length(), DISPLAY_LENGTH - 3);
		if (end > 0 && Character.isHighSurrogate(text.charAt(end - 1))) end--;
		return text.substring(0, end) + "...";
	}

	private String displayBytes() {
		if (length == 0) return "";
		final StringBuilder text = new StringBuilder(length == 1 ? "1 byte:" : length + " bytes:");
		for (int i = 0; i < Math.min(DISPLAY_BYTES, count); i++)
			text.append(String.format(" %02X", values[start + i]));
		return text.append(count > DISPLAY_BYTES ? " ..." : "").toString();
	}

	/** The first value of DA or DT as a day; empty if it is none or only a month or year. */
	public Optional<LocalDate> date() {
		return dateTime().filter(t -> t.isSupported(ChronoField.EPOCH_DAY)).map(LocalDate::from);
	}

	/**
	 * The first value of TM as a time of day; what it leaves open is 0. A leap second, 60, becomes 59.
	 */
	public Optional<LocalTime> time() {
		return vr == VR.TM ? first().flatMap(DateTimes::time) : Optional.empty();
	}

	/**
	 * The first value of DA or DT, as precise as it is: a Year, YearMonth, LocalDate, LocalDateTime, or OffsetDateTime
	 * if it says its offset from UTC. Old forms such as "2003.08.05" are understood (PS3.5 6.2).
	 */
	public Optional<Temporal> dateTime() {
		return vr == VR.DA || vr == VR.DT ? first().flatMap(DateTimes::dateTime) : Optional.empty();
	}

	private Optional<String> first() {
		return strings().stream().findFirst();
	}

	/**
	 * The values as numbers. A text that is no number gives NaN, so that a caller sees which of several is bad; a
	 * decimal comma is understood. Integers beyond 2^53 lose their last digits here, not in {@link #strings}; tags are
	 * no numbers.
	 */
	public double[] doubles() {
		if (vr.isText()) return isEmpty() ? new double[0] : parseAll(text());
		final ByteBuffer in = value(count);
		final int size = vr.wordSize();
		if (size == 1 || vr == VR.AT) return new double[0];
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
		return numbers.length > 0 && Double.isFinite(numbers[0]) ? OptionalDouble.of(numbers[0])
			: OptionalDouble.empty();
	}

	/** The first value as an int; empty if there is none or it is no whole number. */
	public OptionalInt integer() {
		final OptionalDouble number = number();
		return number.isPresent() && number.getAsDouble() == (int) number.getAsDouble()
			? OptionalInt.of((int) number.getAsDouble())
			: OptionalInt.empty();
	}

	/**
	 * The value as 16-bit words whatever its VR: for elements that are "US or SS", where only Pixel Representation
	 * tells the sign (PS3.5 A.1).
	 */
	public int[] words(final boolean signed) {
		final ByteBuffer in = value(count);
		final int[] words = new int[in.remaining() / 2];
		for (int i = 0; i < words.length; i++)
			words[i] = signed ? in.getShort() : in.getShort() & 0xFFFF;
		return words;
	}

	/** Same tag, VR, value bytes in the same order, and items. */
	@Override
	public boolean equals(final Object o) {
		return o instanceof Element e && tag == e.tag && vr == e.vr && length == e.length &&
			Arrays.equals(values, start, start + count, e.values, e.start, e.start + e.count) && order == e.order &&
			items.equals(e.items);
	}

	@Override
	public int hashCode() {
		return Arrays.hashCode(new Object[] { tag, vr, value(count), items });
	}

	/** Tag, VR and value for people: "(0028,0030) Pixel Spacing DS 2.0\0.5". */
	@Override
	public String toString() {
		return Tag.describe(tag) + " " + vr + " " + display();
	}

	ByteOrder order() {
		return order;
	}

	/** The first bytes of the value. */
	private ByteBuffer value(final int bytes) {
		return ByteBuffer.wrap(values, start, bytes).order(order);
	}

	private static double unsigned(final long bits) {
		return (bits >>> 1) * 2.0 + (bits & 1);
	}

	/** Without a list of texts, which for the points of a contour would cost much more than the numbers. */
	private double[] parseAll(final String text) {
		if (!vr.isMultiText()) return new double[] { parse(text) };
		int n = 1;
		for (int at = text.indexOf('\\'); at >= 0; at = text.indexOf('\\', at + 1))
			n++;
		final double[] numbers = new double[n];
		int from = 0;
		for (int i = 0; i < n; i++) {
			final int end = text.indexOf('\\', from);
			numbers[i] = parse(trim(end < 0 ? text.substring(from) : text.substring(from, end)));
			from = end + 1;
		}
		return numbers;
	}

	private static double parse(final String text) {
		try {
			return NumberText.parse(text.replace(',', '.'));
		}
		catch (final NumberFormatException exc) {
			return Double.NaN;
		}
	}

	/** Without the padding of PS3.5 6.2 (trailing NUL or spaces) and without leading spaces. */
	private static String trim(final String text) {
		int start = 0, end = text.length();
		while (end > start && text.charAt(end - 1) <= ' ')
			end--;
		while (start < end && text.charAt(start) == ' ')
			start++;
		return text.substring(start, end);
	}
}
