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

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** Numbers as people read and type them. */
class NumbersTest {

	@Test
	void zeroHasNoSign() {
		assertEquals("0.00", Numbers.hundredths(-0.001));
		assertEquals("0.00", Numbers.hundredths(-0.0));
		assertEquals("-0.01", Numbers.hundredths(-0.006));
		assertEquals("0", Numbers.text(-0.0));
	}

	@Test
	void hundredthsAlwaysHaveTwoDigits() {
		assertEquals("12.00", Numbers.hundredths(12));
		assertEquals("-1234.57", Numbers.hundredths(-1234.5678));
	}

	@Test
	void numbersAreReadWhateverSeparatesThem() {
		assertArrayEquals(new double[] { -3.5, 2, 1e3 }, Numbers.parse(" (-3.5; +2, 1e3) ", 3).orElseThrow());
		assertTrue(Numbers.parse("1 2", 3).isEmpty());
		assertTrue(Numbers.parse("1 2 3 4", 3).isEmpty());
		assertTrue(Numbers.parse("1 2 -", 3).isEmpty());
		assertTrue(Numbers.parse("1 2 1e999", 3).isEmpty());
		assertTrue(Numbers.parse("", 1).isEmpty());
	}
}
