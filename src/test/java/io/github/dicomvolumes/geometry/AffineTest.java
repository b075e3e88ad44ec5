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

package io.github.dicomvolumes.geometry;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Random;

import org.junit.jupiter.api.Test;

class AffineTest {

	private static final double[] NUMBERS = { 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 12 };

	@Test
	void isRowPacked() {
		Affine affine = Affine.of(NUMBERS);
		assertEquals(new Vector3(1, 5, 9), affine.i());
		assertEquals(new Vector3(4, 8, 12), affine.origin());
		assertArrayEquals(NUMBERS, affine.toArray());
		assertEquals(new Vector3(1 + 4 + 9 + 4, 5 + 12 + 21 + 8, 9 + 20 + 36 + 12), affine.apply(1, 2, 3));
		assertEquals(-4, affine.determinant(), 1e-12);
		assertThrows(IllegalArgumentException.class, () -> Affine.of(1, 2, 3));
	}

	@Test
	void scalesAboutTheOrigin() {
		assertEquals(new Vector3(2, 6, 12), Affine.scaling(2, 3, 4).apply(new Vector3(1, 2, 3)));
		assertEquals(24, Affine.scaling(2, 3, 4).determinant());
		assertEquals(Affine.scaling(0.5, 0.25, 0.125), Affine.scaling(2, 4, 8).inverse());
		assertThrows(ArithmeticException.class, () -> Affine.scaling(1, 0, 1).inverse());
	}

	/** R34: RAS consumers get rows 1 and 2 negated. */
	@Test
	void rasNegatesXAndY() {
		assertArrayEquals(new double[] { -1, -2, -3, -4, -5, -6, -7, -8, 9, 10, 12, 12 },
			Affine.of(NUMBERS).toRas().toArray());
	}

	@Test
	void afterIsOneMapAndThenTheOther() {
		Affine affine = Affine.of(NUMBERS), scaling = Affine.scaling(2, 3, 4);
		assertEquals(affine.apply(2, 6, 12), affine.after(scaling).apply(1, 2, 3));
		assertEquals(scaling.apply(affine.apply(1, 2, 3)), scaling.after(affine).apply(1, 2, 3));
	}

	@Test
	void inverseUndoes() {
		Random random = new Random(34);
		for (int n = 0; n < 1000; n++) {
			Affine affine = Geometries.randomVolume(random).indexToPatient();
			Vector3 index = Geometries.randomVector(random).times(100);
			Vector3 back = affine.inverse().apply(affine.apply(index));
			assertArrayEquals(index.toArray(), back.toArray(), 1e-6);
		}
	}
}
