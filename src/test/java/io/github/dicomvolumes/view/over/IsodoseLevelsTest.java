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

package io.github.dicomvolumes.view.over;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Levels as people and macros write them. */
class IsodoseLevelsTest {

	@ParameterizedTest
	@CsvSource({ "20 50 95%, 20 50 95%", "20% 50% 95 %, 20 50 95%", "' 45.50;20 ', 20 45.5", "'95,50 %', 50 95%",
		"20 20, 20", "60, 60" })
	void areReadAndWritten(final String given, final String text) {
		final IsodoseLevels levels = IsodoseLevels.parse(given).orElseThrow();
		assertEquals(text, levels.text());
		assertEquals(levels, IsodoseLevels.parse(text).orElseThrow());
	}

	/** A percent sign in the middle leaves open what the numbers after it are. */
	@ParameterizedTest
	@ValueSource(strings = { "", " ", "%", "20% 50", "20 Gy", "NaN", "Infinity", "20 x", "5%%" })
	void areRefused(final String given) {
		assertTrue(IsodoseLevels.parse(given).isEmpty());
	}

	@Test
	void haveNamesAndColours() {
		final IsodoseLevels levels = new IsodoseLevels(List.of(45.5, 20.0, 30.0), false);
		assertEquals("20 Gy", levels.name(0, "Gy"));
		assertEquals("45.5", levels.name(2, ""));
		assertEquals("95%", IsodoseLevels.parse("95%").orElseThrow().name(0, "Gy"));
		assertEquals(Color.RED, levels.colour(2));
		assertTrue(
			levels.colour(0).getBlue() == 255 && levels.colour(1).getGreen() == 255 && levels.colour(1).getBlue() == 0);
		assertEquals(Color.RED, new IsodoseLevels(List.of(1.0), true).colour(0));
	}

	@Test
	void areSome() {
		assertThrows(IllegalArgumentException.class, () -> new IsodoseLevels(List.of(), false));
	}
}
