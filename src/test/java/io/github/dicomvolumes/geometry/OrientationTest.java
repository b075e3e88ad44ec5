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
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;

class OrientationTest {

	private static final Orientation AXIAL = Orientation.of(1, 0, 0, 0, 1, 0);
	private static final Orientation DOUBLE_OBLIQUE = Orientation.of(0.8, 0.6, 0, -0.36, 0.48, 0.8);

	@Test
	void normalIsRowCrossColumn() {
		assertEquals(new Vector3(0, 0, 1), AXIAL.normal());
		assertEquals(new Vector3(-1, 0, 0), Orientation.of(0, 1, 0, 0, 0, -1).normal());
		assertArrayEquals(new double[] { 0.48, -0.64, 0.6 }, DOUBLE_OBLIQUE.normal().toArray(), 1e-15);
	}

	/** R32. */
	@Test
	void refusesDegenerateCosines() {
		assertMessage("Row direction (1.02, 0.0, 0.0) has the length 1.02; it must be a unit vector (0.99 to 1.01)",
			1.02, 0, 0, 0, 1, 0);
		assertMessage("Column direction (0.0, 0.0, 0.0) has the length 0.0; it must be a unit vector (0.99 to 1.01)", 1,
			0, 0, 0, 0, 0);
		assertMessage(
			"Row direction (1.0, 0.0, 0.0) and column direction (0.002, 1.0, 0.0) have the scalar product 0.002; " +
				"they must be perpendicular (-0.001 to 0.001)",
			1, 0, 0, 0.002, 1, 0);
		assertMessage("An orientation has 6 direction cosines, not 3", 1, 0, 0);
		assertThrows(IllegalArgumentException.class, () -> Orientation.of(1, 0, 0, 0, Double.NaN, 0));
		Orientation.of(1.009, 0, 0, 0.0009, 0.991, 0);
	}

	private static void assertMessage(String message, double... cosines) {
		assertEquals(message, assertThrows(IllegalArgumentException.class, () -> Orientation.of(cosines)).getMessage());
	}

	/** R12: both angles up to 1e-3 rad. */
	@Test
	void isParallelWithinTheToleranceOfBothDirections() {
		assertTrue(AXIAL.isParallelTo(Orientation.of(1, 0, 0, 0, 1, 9.9e-4), Orientation.TOLERANCE));
		assertTrue(AXIAL.isParallelTo(Orientation.of(1, -0.0, 9.9e-4, 0, 1, -0.0), Orientation.TOLERANCE));
		assertFalse(AXIAL.isParallelTo(Orientation.of(1, 0, 0, 0, 1, 1.1e-3), Orientation.TOLERANCE));
		assertFalse(AXIAL.isParallelTo(Orientation.of(1, 0, 1.1e-3, 0, 1, 0), Orientation.TOLERANCE));
		assertFalse(AXIAL.isParallelTo(Orientation.of(-1, 0, 0, 0, -1, 0), Orientation.TOLERANCE));
	}

	/** R12, iop_jitter: no two planes agree, the middle one stands for all. */
	@Test
	void mostCommonOfADriftIsItsMiddle() {
		List<Orientation> planes = new ArrayList<>();
		for (int k = 0; k < 5; k++)
			planes.add(Orientation.of(1, 0, 0, 0, 1, 5e-5 * k));
		Collections.shuffle(planes, new Random(12));
		assertEquals(Orientation.of(1, 0, 0, 0, 1, 1e-4), Orientation.mostCommon(planes));
		Orientation stack = Orientation.mostCommon(planes).orthonormal();
		assertTrue(planes.stream().allMatch(plane -> plane.isParallelTo(stack, Orientation.TOLERANCE)));
	}

	@Test
	void mostCommonCounts() {
		Orientation other = Orientation.of(1, 0, 0, 0, 1, 1e-4);
		assertEquals(other, Orientation.mostCommon(List.of(other, AXIAL, other)));
		assertEquals(AXIAL, Orientation.mostCommon(List.of(other, Orientation.of(1, -0.0, 0, 0, 1, -0.0), AXIAL)));
		assertThrows(IllegalArgumentException.class, () -> Orientation.mostCommon(List.of()));
	}

	/** R12: Gram-Schmidt that keeps Y. */
	@Test
	void orthonormalKeepsTheColumnDirection() {
		Orientation made = Orientation.of(1, 0.0009, 0, 0, 1.001, 0).orthonormal();
		assertEquals(AXIAL, made);
		assertSame(AXIAL, AXIAL.orthonormal());
	}

	@Test
	void orthonormalIsOrthonormalAndStable() {
		Random random = new Random(1);
		for (int n = 0; n < 1000; n++) {
			Orientation exact = Geometries.randomOrientation(random);
			Orientation rough = new Orientation(Geometries.perturbed(exact.row(), 2e-4, random),
				Geometries.perturbed(exact.column(), 2e-4, random));
			Orientation made = rough.orthonormal();
			assertEquals(1, made.row().norm(), 1e-14);
			assertEquals(1, made.column().norm(), 1e-14);
			assertEquals(0, made.row().dot(made.column()), 1e-14);
			assertEquals(0, made.normal().angleTo(rough.normal()), 1e-14);
			assertTrue(made.isParallelTo(rough, Orientation.TOLERANCE));
			assertSame(made, made.orthonormal());
		}
	}

	/** R36. */
	@Test
	void namesThePlane() {
		assertEquals(AnatomicalPlane.AXIAL, AXIAL.plane());
		assertEquals(AnatomicalPlane.AXIAL, Orientation.of(-1, 0, 0, 0, -1, 0).plane());
		assertEquals(AnatomicalPlane.SAGITTAL, Orientation.of(0, 1, 0, 0, 0, -1).plane());
		assertEquals(AnatomicalPlane.CORONAL, Orientation.of(1, 0, 0, 0, 0, -1).plane());
		assertEquals(AnatomicalPlane.CORONAL, DOUBLE_OBLIQUE.plane());
		assertTrue(DOUBLE_OBLIQUE.isOblique());
		assertEquals(Math.toDegrees(Math.acos(0.64)), DOUBLE_OBLIQUE.obliquity(), 1e-12);
	}

	@Test
	void thirtyDegreesAreNotYetOblique() {
		Orientation oblique30 = Orientation.of(1, 0, 0, 0, 0.8660254038, 0.5);
		assertEquals(30, oblique30.obliquity(), 1e-8);
		assertFalse(oblique30.isOblique());
		assertEquals(0, AXIAL.obliquity());
		assertFalse(AXIAL.isOblique());
	}

	@Test
	void fortyFiveDegreesAreAxialBeforeCoronalBeforeSagittal() {
		double h = Math.sqrt(0.5);
		assertEquals(AnatomicalPlane.AXIAL, Orientation.of(1, 0, 0, 0, h, h).plane());
		assertEquals(AnatomicalPlane.CORONAL, Orientation.of(h, h, 0, 0, 0, 1).plane());
	}
}
