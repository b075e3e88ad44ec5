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

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShownTextTest {

	@Test
	void lineIsOneLine() {
		assertEquals("a b c d e", ShownText.line("a\r\nb\nc\td\u2028e"));
		assertEquals("\uFFFD[31mred\uFFFD", ShownText.line("\u001b[31mred\u0007"));
		assertEquals("gpj\uFFFDexe", ShownText.line("gpj\u202eexe"));
		assertEquals("\uFFFDa\uFFFD", ShownText.line("\u2066a\u2069"));
	}

	@Test
	void lettersOfAllScriptsStay() {
		for (final String text : new String[] { "M\u00fcller \u80ba \u05d0\u200f1 \u0627", "\ud83e\udec1", "" })
			assertEquals(text, ShownText.line(text));
	}

	@Test
	void messagesKeepTheirLines() {
		assertEquals("two\n\tlines\uFFFD ", ShownText.lines("two\n\tlines\u001b\r"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "=1+A1", "=HYPERLINK(\"http://x\")", "@SUM(A1)", "+cmd|' /C calc'!A0", "-2+A1", "-F",
		"-10-20", "+1/-2", "-1\\-2-3", "-1e5-2", "\t=1", "\r=1", "\n=1" })
	void formulasAreMarked(final String value) {
		assertEquals("'" + value, ShownText.cell(value));
	}

	@Test
	void manyNumbersStay() {
		final String many = "-1.5\\".repeat(200_000) + "2";
		assertEquals(many, ShownText.cell(many));
		assertEquals("'" + many + "A", ShownText.cell(many + "A"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "-5", "+5.0E-1", "-1.5e+3", "-10\\-20\\30", "-1e308", "", "1=1", "a@b", "'", "O'Neill",
		"(hidden)", "20200102", "+0100", "-", "2026-11-29", "-1.\\+.5E+07\\ -2 " })
	void valuesStay(final String value) {
		assertEquals(value, ShownText.cell(value));
	}
}
