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

import static io.github.dicomvolumes.geometry.AnatomicalPlane.AXIAL;
import static io.github.dicomvolumes.geometry.AnatomicalPlane.CORONAL;
import static io.github.dicomvolumes.geometry.AnatomicalPlane.SAGITTAL;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;

import org.junit.jupiter.api.Test;

class VolumeGeometryTest {

	private static final Vector3 ORIGIN = new Vector3(-10, -20, 30);
	private static final Orientation STRAIGHT = Orientation.of(1, 0, 0, 0, 1, 0);

	/** 16 x 12 x 5 voxels of 0.5 x 2 mm. */
	private static VolumeGeometry volume(Orientation orientation, Vector3 step) {
		return VolumeGeometry.of(ORIGIN, orientation, 0.5, 2, step, 16, 12, 5);
	}

	private static VolumeGeometry straightStack(Orientation orientation) {
		return volume(orientation, orientation.normal().times(3));
	}

	// -- Affine and spacing --

	@Test
	void columnSpacingGoesAlongTheRows() {
		VolumeGeometry s = straightStack(STRAIGHT);
		assertArrayEquals(new double[] { 0.5, 2, 3 }, s.spacing());
		assertArrayEquals(new long[] { 16, 12, 5 }, s.size());
		assertEquals(new Vector3(-10 + 1.5, -20 + 4, 30 + 12), s.indexToPatient().apply(3, 2, 4));
		assertEquals(new Vector3(3, 2, 4), s.patientToIndex().apply(-8.5, -16, 42));
		assertFalse(s.isTilted());
	}

	/** R34: P(0,0,k) is the position of slice k, also in sheared stacks; the map is right-handed and has an inverse. */
	@Test
	void affineLandsOnEverySlice() {
		Random random = new Random(34);
		for (int n = 0; n < 1000; n++) {
			VolumeGeometry volume = Geometries.randomVolume(random);
			assertTrue(volume.indexToPatient().determinant() > 0);
			Vector3 position = volume.origin();
			for (int k = 0; k < volume.slices(); k++) {
				assertEquals(0, volume.indexToPatient().apply(0, 0, k).minus(position).norm(), 1e-9);
				assertArrayEquals(new double[] { 0, 0, k }, volume.patientToIndex().apply(position).toArray(), 1e-6);
				position = position.plus(volume.step());
			}
		}
	}

	@Test
	void orientationIsMadeOrthonormal() {
		VolumeGeometry volume = volume(Orientation.of(1, 0.0009, 0, 0, 1, 0), new Vector3(0, 0, 3));
		assertEquals(STRAIGHT, volume.orientation());
		assertEquals(volume, volume.withUnit(VolumeGeometry.MM));
	}

	// -- Tilt --

	/** R29, gantry_tilt_pos and gantry_tilt_neg. */
	@Test
	void gantryTiltLeavesThePerpendicularSpacing() {
		for (double sign : new double[] { 1, -1 }) {
			Orientation tilted = Orientation.of(1, 0, 0, 0, 0.9781476007, sign * 0.2079116908);
			VolumeGeometry volume = volume(tilted, new Vector3(0, 0, 3));
			assertEquals(2.934443, volume.spacing()[2], 1e-6);
			assertEquals(12, volume.tilt(), 1e-6);
			assertTrue(volume.isTilted());
			assertEquals(42, volume.indexToPatient().apply(0, 0, 4).z(), 1e-12);
			assertEquals("LPH", volume.letters());
		}
	}

	/** R29, shear_x. */
	@Test
	void shearAlongRows() {
		VolumeGeometry volume = volume(STRAIGHT, new Vector3(1, 0, 3));
		assertEquals(3, volume.spacing()[2]);
		assertEquals(18.43, volume.tilt(), 0.005);
		assertTrue(volume.isTilted());
	}

	/** R29: both more than 0.01 degrees and more than 0.1 pixel in total. */
	@Test
	void smallLeansAreNoTilt() {
		assertFalse(volume(STRAIGHT, new Vector3(0.0124, 0, 3)).isTilted(), "4 * 0.0124 mm < 0.1 * 0.5 mm");
		assertTrue(volume(STRAIGHT, new Vector3(0.0126, 0, 3)).isTilted());
		assertFalse(volume(STRAIGHT, new Vector3(0, 0.049, 3)).isTilted(), "4 * 0.049 mm < 0.1 * 2 mm");
		assertTrue(volume(STRAIGHT, new Vector3(0, 0.051, 3)).isTilted());
		assertFalse(VolumeGeometry.of(ORIGIN, STRAIGHT, 0.001, 0.001, new Vector3(0.0005, 0, 3), 9, 9, 9).isTilted(),
			"0.0095 degrees");
	}

	/** R12, R29, iop_jitter: positions straight along z, the stack's orientation leans by 1e-4 rad. */
	@Test
	void jitterOfTheOrientationIsNoTilt() {
		assertFalse(volume(Orientation.of(1, 0, 0, 0, 1, 1e-4), new Vector3(0, 0, 3)).isTilted());
	}

	// -- Planes --

	/** The tutorial's chest CT. */
	@Test
	void planesOfTheChestCt() {
		double pixel = 0.564453125;
		VolumeGeometry ct = VolumeGeometry.of(ORIGIN, STRAIGHT, pixel, pixel, new Vector3(0, 0, 3), 512, 512, 99);
		assertPlane(ct, AXIAL, 99, 3.0, 1.0, 297);
		assertPlane(ct, CORONAL, 512, pixel, 5.314878892733564, 289);
		assertPlane(ct, SAGITTAL, 512, pixel, 5.314878892733564, 289);
		assertEquals(AXIAL, ct.plane());
	}

	@Test
	void planesOfAnAxialStackWithOblongPixels() {
		VolumeGeometry s = straightStack(STRAIGHT);
		assertPlane(s, AXIAL, 5, 3, 2 / 0.5, 15);
		assertPlane(s, CORONAL, 12, 2, 3 / 0.5, 24);
		assertPlane(s, SAGITTAL, 16, 0.5, 3 / 2.0, 8);
	}

	/** R36: axes P F R; the axial view goes through y, the coronal one through x. */
	@Test
	void planesOfASagittalStack() {
		VolumeGeometry sagittal = straightStack(Orientation.of(0, 1, 0, 0, 0, -1));
		assertEquals("PFR", sagittal.letters());
		assertEquals(SAGITTAL, sagittal.plane());
		assertEquals(1, sagittal.axisOf(AXIAL));
		assertEquals(0, sagittal.axisOf(CORONAL));
		assertEquals(2, sagittal.axisOf(SAGITTAL));
		assertPlane(sagittal, AXIAL, 12, 2, 0.5 / 3, 24);
		assertPlane(sagittal, CORONAL, 16, 0.5, 2 / 3.0, 8);
		assertPlane(sagittal, SAGITTAL, 5, 3, 2 / 0.5, 15);
	}

	/** R35, R36. */
	@Test
	void planesOfADoubleObliqueStack() {
		VolumeGeometry oblique = straightStack(Orientation.of(0.8, 0.6, 0, -0.36, 0.48, 0.8));
		assertEquals("LHA", oblique.letters());
		assertEquals(CORONAL, oblique.plane());
		assertEquals(1, oblique.axisOf(AXIAL));
		assertEquals(0, oblique.axisOf(SAGITTAL));
		assertTrue(oblique.orientation().isOblique());
	}

	@Test
	void axisAlongTakesEitherDirection() {
		VolumeGeometry coronal = straightStack(Orientation.of(1, 0, 0, 0, 0, -1));
		assertEquals("LFP", coronal.letters());
		assertEquals(0, coronal.axisAlong('L'));
		assertEquals(0, coronal.axisAlong('R'));
		assertEquals(1, coronal.axisAlong('H'));
		assertEquals(1, coronal.axisAlong('F'));
		assertEquals(2, coronal.axisAlong('A'));
		assertThrows(IllegalArgumentException.class, () -> coronal.axisAlong('x'));
	}

	@Test
	void everyVolumeHasOneAxisForEachPlane() {
		Random random = new Random(36);
		for (int n = 0; n < 1000; n++) {
			VolumeGeometry volume = Geometries.randomVolume(random);
			assertEquals(0 + 1 + 2, volume.axisOf(AXIAL) + volume.axisOf(CORONAL) + volume.axisOf(SAGITTAL));
			assertEquals(2, volume.axisOf(volume.plane()));
			if (!volume.orientation().isOblique()) assertEquals(volume.orientation().plane(), volume.plane());
		}
	}

	private static void assertPlane(VolumeGeometry volume, AnatomicalPlane plane, long slices, double sampling,
		double aspect, double fieldOfView)
	{
		assertEquals(slices, volume.slices(plane));
		assertEquals(sampling, volume.sampling(plane), 1e-12);
		assertEquals(aspect, volume.pixelAspectRatio(plane), 1e-12);
		assertEquals(fieldOfView, volume.fieldOfView(plane), 1e-12);
	}

	// -- What is not known --

	/** R31, R33: nothing claims to be in the patient. */
	@Test
	void withoutPositionTheAffineOnlyScales() {
		VolumeGeometry volume = VolumeGeometry.withoutPosition(1, 1, 3, SpacingSource.SLICE_THICKNESS, 16, 12, 4)
			.withUnit(VolumeGeometry.PIXEL);
		assertEquals(Affine.scaling(1, 1, 3), volume.indexToPatient());
		assertFalse(volume.patientBased());
		assertEquals("pixel", volume.unit());
		assertEquals("SliceThickness", volume.spacingSource().label());
		assertEquals(SpacingSource.UNKNOWN, volume.withSpacingSource(SpacingSource.UNKNOWN).spacingSource());
	}

	@Test
	void refusesWhatIsNoGrid() {
		Vector3 step = new Vector3(0, 0, 3);
		assertRefused("Column spacing is 0.0; it must be a positive number",
			() -> VolumeGeometry.of(ORIGIN, STRAIGHT, 0, 2, step, 16, 12, 5));
		assertRefused("Row spacing is NaN; it must be a positive number",
			() -> VolumeGeometry.of(ORIGIN, STRAIGHT, 0.5, Double.NaN, step, 16, 12, 5));
		assertRefused("Slice spacing is -3.0; it must be a positive number",
			() -> volume(STRAIGHT, new Vector3(0, 0, -3)));
		assertRefused("The size is 16 x 12 x 0; it must be 1 or more in every direction",
			() -> VolumeGeometry.of(ORIGIN, STRAIGHT, 0.5, 2, step, 16, 12, 0));
		assertRefused("The unit is 'inch'; it must be 'mm' or 'pixel'", () -> straightStack(STRAIGHT).withUnit("inch"));
	}

	private static void assertRefused(String message, Runnable construction) {
		assertEquals(message, assertThrows(IllegalArgumentException.class, construction::run).getMessage());
	}
}
