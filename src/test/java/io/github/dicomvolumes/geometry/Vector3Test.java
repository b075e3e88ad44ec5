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

import org.junit.jupiter.api.Test;

class Vector3Test {

	private static final Vector3 X = new Vector3(1, 0, 0);
	private static final Vector3 Y = new Vector3(0, 1, 0);

	@Test
	void computes() {
		Vector3 a = new Vector3(1, 2, 3);
		Vector3 b = new Vector3(4, -5, 6);
		assertEquals(new Vector3(5, -3, 9), a.plus(b));
		assertEquals(new Vector3(-3, 7, -3), a.minus(b));
		assertEquals(new Vector3(2, 4, 6), a.times(2));
		assertEquals(12, a.dot(b));
		assertEquals(new Vector3(27, 6, -13), a.cross(b));
		assertEquals(13, new Vector3(3, 4, 12).norm());
		assertEquals(new Vector3(0.6, 0, 0.8), new Vector3(3, 0, 4).unit());
		assertArrayEquals(new double[] { 1, 2, 3 }, Vector3.of(new double[] { 1, 2, 3 }).toArray());
	}

	@Test
	void measuresSmallAnglesExactly() {
		assertEquals(Math.PI / 2, X.angleTo(Y));
		assertEquals(Math.PI, X.angleTo(X.times(-2)));
		assertEquals(1e-10, X.angleTo(new Vector3(1, 1e-10, 0)), 1e-20);
	}

	/** A Slice Thickness of 1e-300 has a square of 0, one of 1e300 an infinite one. */
	@Test
	void everyVectorButZeroHasADirection() {
		for (final double length : new double[] { Double.MIN_VALUE, 1e-300, 1e-150, 1e160, 1e300, Double.MAX_VALUE })
			assertEquals(1, new Vector3(length, -length, length).unit().norm(), 1e-15);
		assertEquals(5e-300, new Vector3(3e-300, 4e-300, 0).norm(), 1e-314);
		assertEquals(0, new Vector3(0, 0, 0).norm());
	}

	/** R12, iop_minus_zero. */
	@Test
	void minusZeroEqualsZero() {
		assertEquals(new Vector3(0, 1, 0), new Vector3(-0.0, 1, -0.0));
	}

	@Test
	void refusesWhatIsNoVector() {
		assertThrows(IllegalArgumentException.class, () -> new Vector3(0, Double.NaN, 0));
		assertThrows(IllegalArgumentException.class, () -> new Vector3(0, 0, Double.NEGATIVE_INFINITY));
		assertThrows(IllegalArgumentException.class, () -> Vector3.of(new double[2]));
		assertThrows(ArithmeticException.class, () -> new Vector3(0, 0, 0).unit());
	}
}
