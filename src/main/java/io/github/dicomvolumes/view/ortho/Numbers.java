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

package io.github.dicomvolumes.view.ortho;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Numbers as people read and type them, with a point whatever the country. */
public final class Numbers {

	private Numbers() {}

	/** A number with six significant digits at most, without zeros at the end. */
	public static String text(final double value) {
		if (!Double.isFinite(value)) return String.valueOf(value);
		return new BigDecimal(value).round(new MathContext(6)).stripTrailingZeros().toPlainString();
	}

	/** A length with hundredths, always two digits, so that it does not jump about as the mouse moves. */
	public static String hundredths(final double mm) {
		final String text = String.format(Locale.ROOT, "%.2f", mm);
		return text.equals("-0.00") ? "0.00" : text;
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
}
