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

package io.github.dicomvolumes.io.web;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;

import io.github.dicomvolumes.data.CharacterSet;
import io.github.dicomvolumes.data.DicomException;
import io.github.dicomvolumes.data.NumberText;
import io.github.dicomvolumes.data.Tag;
import io.github.dicomvolumes.data.VR;

/** The bytes, little endian, that values of DICOM JSON have in a file (PS3.18 F.2.3, PS3.5 6.2). */
final class JsonBytes {

	/** The set that has all characters. */
	static final CharacterSet UTF_8 = CharacterSet.of(List.of("ISO_IR 192"));

	/** The most characters of a decimal number (PS3.5 6.2). */
	private static final int DS_LENGTH = 16;
	private static final List<String> NAME_GROUPS = List.of("Alphabetic", "Ideographic", "Phonetic");

	private JsonBytes() {}

	/**
	 * The bytes of an attribute without padding.
	 *
	 * @throws DicomException if a value is none of its VR
	 * @throws UnmappableText if the character set has not all characters
	 */
	static byte[] of(final int tag, final VR vr, final List<JsonValue> values, final CharacterSet charset)
		throws DicomException
	{
		if (vr.isText()) return text(vr, values, charset);
		return switch (vr) {
			case FL, FD, SL, SS, SV, UL, US, UV, AT -> binary(tag, vr, values);
			default -> new byte[0]; // bytes and words are never values
		};
	}

	private static byte[] text(final VR vr, final List<JsonValue> values, final CharacterSet charset) {
		final List<String> texts = new ArrayList<>(values.size());
		for (final JsonValue value : values)
			texts.add(switch (vr) {
				case PN -> name(value);
				case IS -> whole(value);
				case DS -> decimal(value);
				default -> value.text();
			});
		final String text = String.join("\\", texts);
		try {
			return (vr.usesCharacterSet() ? charset : CharacterSet.DEFAULT).encode(text, vr);
		}
		catch (final IllegalArgumentException exc) {
			if (charset.equals(UTF_8)) return text.getBytes(StandardCharsets.UTF_8); // half a character
			throw new UnmappableText(exc);
		}
	}

	/** The groups of a person's name (PS3.18 F.2.2), or a text as some servers write it. */
	private static String name(final JsonValue value) {
		if (!(value instanceof JsonValue.Group name)) return value.text();
		final List<String> groups = NAME_GROUPS.stream().map(group -> group(name.members(), group)).toList();
		return String.join("=", groups).replaceFirst("=+$", "");
	}

	private static String group(final Map<String, JsonValue> name, final String group) {
		return name.getOrDefault(group, JsonValue.Nothing.NULL).text();
	}

	/**
	 * As it stands, unless it is longer than a file can have it: servers that go by the double say 30.300000000000001
	 * for 30.3, and how a number was rounded matters.
	 */
	private static String decimal(final JsonValue value) {
		final String text = value.text();
		if (!(value instanceof JsonValue.Number) || text.length() <= DS_LENGTH) return text;
		final double number = Double.parseDouble(text);
		return Double.isFinite(number) ? NumberText.decimal(number) : text;
	}

	/** "3.0" and "3e0" are 3; what is no whole number stays as it is. */
	private static String whole(final JsonValue value) {
		final String text = value.text();
		if (!(value instanceof JsonValue.Number) || text.matches("-?\\d+") || text.length() > 20) return text;
		final BigDecimal number = new BigDecimal(text);
		final boolean isWhole = number.signum() == 0 ||
			number.scale() > -20 && number.stripTrailingZeros().scale() <= 0;
		return isWhole ? number.toBigInteger().toString() : text;
	}

	private static byte[] binary(final int tag, final VR vr, final List<JsonValue> values) throws DicomException {
		final int size = vr == VR.AT ? 4 : vr.wordSize();
		final ByteBuffer out = ByteBuffer.allocate(values.size() * size).order(ByteOrder.LITTLE_ENDIAN);
		for (final JsonValue value : values) {
			final String text = value.text().strip();
			try {
				switch (vr) {
					case AT -> out.putShort((short) (tag(text) >>> 16)).putShort((short) tag(text));
					case FL -> out.putFloat((float) real(text));
					case FD -> out.putDouble(real(text));
					case SV, UV -> out.putLong(integer(text, vr));
					case SL, UL -> out.putInt((int) integer(text, vr));
					default -> out.putShort((short) integer(text, vr));
				}
			}
			catch (final NumberFormatException | ArithmeticException exc) {
				throw new DicomException(Tag.describe(tag) + " has a value in the JSON that is no " + vr, exc);
			}
		}
		return out.array();
	}

	private static int tag(final String text) {
		if (text.length() != 8) throw new NumberFormatException(text);
		return Integer.parseUnsignedInt(text, 16);
	}

	/** A number, or the names that Python, Java and the standard have for what is none. */
	private static double real(final String text) {
		return switch (text) {
			case "inf", "Infinity", "+inf" -> Double.POSITIVE_INFINITY;
			case "-inf", "-Infinity" -> Double.NEGATIVE_INFINITY;
			case "", "nan", "NaN" -> Double.NaN;
			default -> new BigDecimal(bounded(text)).doubleValue();
		};
	}

	/** A whole number of 64 bits, signed or not. */
	private static long integer(final String text, final VR vr) {
		final BigDecimal number = new BigDecimal(bounded(text));
		if (Math.abs((long) number.scale()) > 40) throw new NumberFormatException(text);
		final java.math.BigInteger whole = number.toBigIntegerExact();
		final int most = 8 * vr.wordSize();
		if (whole.bitLength() > most) throw new NumberFormatException(text);
		return whole.longValue();
	}

	/** Numbers of a million digits would take very long. */
	private static String bounded(final String text) {
		if (text.length() > 400) throw new NumberFormatException("too long");
		return text;
	}

	/** What is written as base 64 (RFC 4648), with or without ends of line. */
	static byte[] inline(final int tag, final String base64) throws DicomException {
		try {
			return Base64.getMimeDecoder().decode(base64);
		}
		catch (final IllegalArgumentException exc) {
			throw new DicomException(Tag.describe(tag) + " is no base 64 in the JSON", exc);
		}
	}

	static byte[] ascii(final String text) {
		return text.getBytes(StandardCharsets.US_ASCII);
	}

	/** With one byte more where the length is odd (PS3.5 7.1). */
	static byte[] padded(final VR vr, final byte[] bytes) {
		if (bytes.length % 2 == 0) return bytes;
		final byte[] even = Arrays.copyOf(bytes, bytes.length + 1);
		even[bytes.length] = vr.padding();
		return even;
	}
}
