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

package io.github.dicomvolumes.pixels;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Random;

import org.junit.jupiter.api.Test;

class BitPlaneTest {

	@Test
	void firstPixelIsTheLowestBit() {
		final byte[] plane = new byte[10];
		BitPlane.set(new byte[] { 0b0000_0101, 0b10 }, 0, 10, plane, 7);
		assertArrayEquals(new byte[] { 7, 0, 7, 0, 0, 0, 0, 0, 0, 7 }, plane);
	}

	@Test
	void framesBeginWithinBytes() {
		final short[] plane = new short[5];
		BitPlane.set(new byte[] { (byte) 0b1010_0000, 0b1 }, 5, 5, plane, 300);
		assertArrayEquals(new short[] { 300, 0, 300, 300, 0 }, plane);
	}

	@Test
	void bitsOfAnyPlaceAreThoseOfTheFormula() {
		final Random random = new Random(1);
		for (int i = 0; i < 200; i++) {
			final byte[] bytes = new byte[40];
			for (int n = 0; n < 40; n++)
				bytes[n] = random.nextInt(3) == 0 ? (byte) random.nextInt() : 0;
			final int first = random.nextInt(100), pixels = random.nextInt(200);
			final float[] plane = new float[pixels];
			BitPlane.set(bytes, first, pixels, plane, 1);
			for (int p = 0; p < pixels; p++)
				assertEquals(bytes[(first + p) / 8] >> (first + p) % 8 & 1, plane[p], "pixel " + p);
		}
	}

	@Test
	void tooFewBitsAreRefused() {
		assertThrows(IndexOutOfBoundsException.class, () -> BitPlane.set(new byte[2], 7, 10, new byte[10], 1));
	}
}
