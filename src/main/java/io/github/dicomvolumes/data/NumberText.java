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

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.Optional;

/**
 * Numbers as people read and type them: with a point whatever the country, without zeros at the end unless said. What
 * is no number or infinite is "NaN" or "Infinity".
 */
public final class NumberText {

	/** Whole numbers below have no more than 15 digits, which a double holds exactly. */
	private static final double MOST_WHOLE = 1e15;

	/** Characters of a decimal text, and the digits of those beside its point. */
	private static final int DS_LENGTH = 16, MOST_DIGITS = DS_LENGTH - 1;

	/** Decimal digits of whole numbers that a double holds exactly, whatever they are, and the powers of ten. */
	private static final int EXACT_DIGITS = 15;
	private static final double[] POWERS_OF_TEN = { 1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12,
		1e13, 1e14, 1e15 };

	private NumberText() {}

	/** With six significant digits at most and no exponent. */
	public static String of(final double value) {
		return significant(value, 6);
	}

	/** With some significant digits at most and no exponent: 0.00012346 for five. */
	public static String significant(final double value, final int digits) {
		if (!Double.isFinite(value)) return String.valueOf(value);
		return plain(new BigDecimal(value).round(new MathContext(digits)));
	}

	/** Always with so many significant digits: 0.700 for three. */
	public static String precise(final double value, final int digits) {
		if (!Double.isFinite(value)) return String.valueOf(value);
		final BigDecimal rounded = new BigDecimal(value).round(new MathContext(digits));
		return rounded.setScale(Math.max(0, digits - rounded.precision() + rounded.scale())).toPlainString();
	}

	/** With some digits after the point at most. */
	public static String decimals(final double value, final int places) {
		return Double.isFinite(value) ? plain(rounded(value, places)) : String.valueOf(value);
	}

	/** Always with so many digits after the point, so that it does not jump about where it changes. */
	public static String fixed(final double value, final int places) {
		return Double.isFinite(value) ? rounded(value, places).toPlainString() : String.valueOf(value);
	}

	/** With all digits that tell it from other numbers; whole numbers have no point. */
	public static String exact(final double value) {
		return isWhole(value) ? Long.toString((long) value) : Double.toString(value);
	}

	/** The same of a number with fewer digits: 0.1f is 0.1. */
	public static String exact(final float value) {
		return isWhole(value) ? Long.toString((long) value) : Float.toString(value);
	}

	/** The numbers in a text, separated by anything; empty unless there are so many. */
	public static Optional<double[]> parse(final String text, final int count) {
		final String[] words = text.strip().split("[^0-9.eE+-]+");
		try {
			final double[] numbers = Arrays.stream(words)
				.filter(word -> !word.isEmpty())
				.mapToDouble(Double::parseDouble)
				.toArray();
			final boolean isRight = numbers.length == count && Arrays.stream(numbers).allMatch(Double::isFinite);
			return isRight ? Optional.of(numbers) : Optional.empty();
		}
		catch (final NumberFormatException exc) {
			return Optional.empty();
		}
	}

	/**
	 * The number of a text, the same as {@link Double#parseDouble} gives. Plain decimals of up to 15 digits, which
	 * nearly all are, are the quotient of two numbers that a double holds exactly, so that it is rounded once.
	 *
	 * @throws NumberFormatException if it is none
	 */
	static double parse(final String text) {
		final boolean isSigned = text.startsWith("-") || text.startsWith("+");
		long digits = 0;
		int count = 0, point = -1;
		for (int i = isSigned ? 1 : 0; i < text.length(); i++) {
			final char c = text.charAt(i);
			if (c == '.' && point < 0) point = count;
			else if (c >= '0' && c <= '9' && count < EXACT_DIGITS) {
				digits = 10 * digits + c - '0';
				count++;
			}
			else return Double.parseDouble(text);
		}
		if (count == 0) return Double.parseDouble(text);
		final double number = point < 0 ? digits : digits / POWERS_OF_TEN[count - point];
		return text.startsWith("-") ? -number : number;
	}

	private static boolean isWhole(final double value) {
		return value == Math.rint(value) && Math.abs(value) < MOST_WHOLE;
	}

	private static BigDecimal rounded(final double value, final int places) {
		return new BigDecimal(value).setScale(places, RoundingMode.HALF_UP);
	}

	private static String plain(final BigDecimal number) {
		return number.stripTrailingZeros().toPlainString();
	}

	/**
	 * The decimal text of at most 16 characters, as DS wants (PS3.5 6.2), that is nearest; whole numbers have no point.
	 */
	public static String decimal(final double number) {
		String text = exact(number);
		for (int digits = MOST_DIGITS; text.length() > DS_LENGTH; digits--)
			text = new BigDecimal(number).round(new MathContext(digits)).stripTrailingZeros().toString();
		return text;
	}
}
