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

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Locale;
import java.util.Random;
import java.util.function.ToDoubleFunction;

import org.junit.jupiter.api.Test;

class NumberTextTest {

	@Test
	void significantDigitsHaveNoExponent() {
		assertEquals("0.564453", NumberText.of(0.564453125));
		assertEquals("0.00000001", NumberText.of(1e-8));
		assertEquals("1234570", NumberText.of(1234567));
		assertEquals("300", NumberText.of(300));
		assertEquals("0", NumberText.of(-0.0));
		assertEquals("0.00012346", NumberText.significant(0.000123456, 5));
		assertEquals("NaN", NumberText.of(Double.NaN));
		assertEquals("0.700 1.50 123 0.00 1230",
			String.join(" ", NumberText.precise(0.7, 3), NumberText.precise(1.5, 3), NumberText.precise(123.4, 3),
				NumberText.precise(0, 3), NumberText.precise(1234, 3)));
	}

	@Test
	void decimalsAreRounded() {
		assertEquals("1.5", NumberText.decimals(1.50049, 3));
		assertEquals("100", NumberText.decimals(100, 3));
		assertEquals("0", NumberText.decimals(-0.0001, 3));
		assertEquals("1.50", NumberText.fixed(1.5, 2));
		assertEquals("0.00", NumberText.fixed(-0.004, 2));
		assertEquals("-Infinity", NumberText.fixed(Double.NEGATIVE_INFINITY, 2));
	}

	@Test
	void exactNumbersKeepAllDigits() {
		assertEquals("5.314878892733564", NumberText.exact(5.314878892733564));
		assertEquals("-1024", NumberText.exact(-1024.0));
		assertEquals("1.0E15", NumberText.exact(1e15));
		assertEquals("0.1", NumberText.exact(0.1f));
	}

	@Test
	void theCountryDoesNotMatter() {
		final Locale before = Locale.getDefault();
		try {
			Locale.setDefault(Locale.GERMANY);
			assertEquals("1.5 1.5 1.50 1.5", String.join(" ", NumberText.of(1.5), NumberText.decimals(1.5, 2),
				NumberText.fixed(1.5, 2), NumberText.exact(1.5)));
		}
		finally {
			Locale.setDefault(before);
		}
	}

	@Test
	void zeroHasNoSign() {
		assertEquals("0.00", NumberText.fixed(-0.001, 2));
		assertEquals("0.00", NumberText.fixed(-0.0, 2));
		assertEquals("-0.01", NumberText.fixed(-0.006, 2));
		assertEquals("0", NumberText.of(-0.0));
	}

	@Test
	void hundredthsAlwaysHaveTwoDigits() {
		assertEquals("12.00", NumberText.fixed(12, 2));
		assertEquals("-1234.57", NumberText.fixed(-1234.5678, 2));
	}

	@Test
	void numbersAreReadWhateverSeparatesThem() {
		assertArrayEquals(new double[] { -3.5, 2, 1e3 }, NumberText.parse(" (-3.5; +2, 1e3) ", 3).orElseThrow());
		assertTrue(NumberText.parse("1 2", 3).isEmpty());
		assertTrue(NumberText.parse("1 2 3 4", 3).isEmpty());
		assertTrue(NumberText.parse("1 2 -", 3).isEmpty());
		assertTrue(NumberText.parse("1 2 1e999", 3).isEmpty());
		assertTrue(NumberText.parse("", 1).isEmpty());
	}

	/** To the last bit, whatever the number of digits, and the same texts are none. */
	@Test
	void readsNumbersAsJavaDoes() {
		final Random random = new Random(18);
		for (int i = 0; i < 200_000; i++) {
			final StringBuilder text = new StringBuilder(random.nextInt(3) == 0 ? "-" : "");
			final int digits = random.nextInt(19), point = random.nextInt(24);
			for (int d = 0; d < digits; d++)
				text.append(d == point ? "." : "").append(random.nextInt(10));
			if (random.nextInt(9) == 0) text.append("e").append(random.nextInt(60) - 30);
			assertEquals(bits(Double::parseDouble, text.toString()), bits(NumberText::parse, text.toString()),
				text::toString);
		}
		for (final String text : new String[] { "", "-", "+", ".", "-.", "+.5", "5.", "1.2.3", "--1", "0x10", "NaN",
			"1d", " 1", "-0", "-0.0", "999999999999999", "9999999999999999", "0.000000000000001", "1e400", "\u0661" })
			assertEquals(bits(Double::parseDouble, text), bits(NumberText::parse, text), text);
	}

	private static Long bits(final ToDoubleFunction<String> parser, final String text) {
		try {
			return Double.doubleToRawLongBits(parser.applyAsDouble(text));
		}
		catch (final NumberFormatException exc) {
			return null;
		}
	}
}
