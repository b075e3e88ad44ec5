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

package io.github.dicomvolumes.pixels.codec.jpeg2000;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.Set;

import org.junit.jupiter.api.Test;

class HtTablesTest {

	/**
	 * A table without a gap or overlap: as many inputs lead to a code as its length leaves open, and all lead to one.
	 */
	@Test
	void everyInputHasOneCodeword() {
		for (final short[] table : new short[][] { HtTables.FIRST_ROW, HtTables.OTHER_ROWS })
			for (int context = 0; context < 8; context++) {
				final Set<Integer> codes = new HashSet<>();
				double sum = 0;
				for (int bits = 0; bits < 128; bits++) {
					final int code = table[context << 7 | bits] & 0xFFFF;
					final int length = code & 7;
					assertNotEquals(0, length);
					assertEquals(code, table[context << 7 | bits & (1 << length) - 1] & 0xFFFF);
					if (codes.add(code << 7 | bits & (1 << length) - 1)) sum += 1. / (1 << length);
				}
				assertEquals(1, sum);
			}
	}

	/** Exponents that are known, or known to be the greatest, are those of significant coefficients. */
	@Test
	void exponentsBelongToSignificantCoefficients() {
		for (final short[] table : new short[][] { HtTables.FIRST_ROW, HtTables.OTHER_ROWS })
			for (final short code : table) {
				final int significant = code >> 4 & 0xF;
				final int known = code >> 12 & 0xF;
				final int greatest = code >> 8 & 0xF;
				assertEquals(0, known & ~significant);
				assertEquals(0, greatest & ~known);
				assertTrue((code & 8) != 0 || known == 0, "no exponent follows: none is marked as known");
			}
	}

	/** Table 3 of T.814: the first quad's prefix 01, the second's 001, whose suffix has one bit. */
	@Test
	void exponentsOfTwoQuads() {
		final int entry = HtTables.EXPONENTS[3 << 6 | 0b10010];
		assertEquals(5, entry & 7);
		assertEquals(0, entry >> 3 & 7);
		assertEquals(1, entry >> 6 & 7);
		assertEquals(2, entry >> 9 & 7);
		assertEquals(3, entry >> 12 & 7);
	}
}
