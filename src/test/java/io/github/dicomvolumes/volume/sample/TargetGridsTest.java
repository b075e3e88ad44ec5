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

package io.github.dicomvolumes.volume.sample;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;

import io.github.dicomvolumes.data.InputException;
import io.github.dicomvolumes.geometry.Orientation;
import io.github.dicomvolumes.geometry.SpacingSource;
import io.github.dicomvolumes.geometry.Vector3;
import io.github.dicomvolumes.geometry.VolumeGeometry;

import org.junit.jupiter.api.Test;

class TargetGridsTest {

	private static final Orientation CORONAL = Orientation.of(1, 0, 0, 0, 0, -1);

	/** 10 voxels of 2 mm from -11 to 9, 3 of 5 mm from -2.5 to 12.5. */
	private static final VolumeGeometry GRID = VolumeGeometry.of(new Vector3(-10, -10, 0), TargetGrids.AXIAL, 2, 2,
		new Vector3(0, 0, 5), 10, 10, 3);

	@Test
	void spacedByHand() {
		assertEquals(
			VolumeGeometry.of(new Vector3(-10.5, -10.5, -2), TargetGrids.AXIAL, 1, 1, new Vector3(0, 0, 1), 20, 20, 15),
			TargetGrids.spaced(GRID, 1));
		assertEquals(
			VolumeGeometry.of(new Vector3(-9, -8.5, -1.25), TargetGrids.AXIAL, 4, 5, new Vector3(0, 0, 2.5), 5, 4, 6),
			TargetGrids.spaced(GRID, 4, 5, 2.5));
		assertEquals(
			VolumeGeometry.of(new Vector3(-9.5, -9.5, -1), TargetGrids.AXIAL, 3, 3, new Vector3(0, 0, 3), 7, 7, 5),
			TargetGrids.spaced(GRID, 3), "6.67 voxels");
		assertEquals(GRID, TargetGrids.spaced(GRID, 2, 2, 5));
		assertArrayEquals(new long[] { 1, 1, 1 }, TargetGrids.spaced(GRID, 1000).size());
	}

	/**
	 * The corner of the first voxel stays, and that of the last within half a voxel; slices that lean go on leaning.
	 */
	@Test
	void edgesStayWhereTheyAre() {
		final Random random = new Random(51);
		for (int n = 0; n < 100; n++) {
			final Orientation directions = Images.orientation(random);
			final VolumeGeometry grid = VolumeGeometry.of(Images.vector(random, 100), directions, 0.7, 1.1,
				directions.normal().times(3).plus(directions.row()), 30, 20, 12);
			final VolumeGeometry to = TargetGrids.spaced(grid, 0.5 + random.nextDouble(), 0.5 + random.nextDouble(),
				0.5 + random.nextDouble());
			assertEquals(0, edge(grid, 0).minus(edge(to, 0)).norm(), 1e-9);
			final Vector3 last = to.patientToIndex().apply(edge(grid, 1));
			assertEquals(to.columns() - 0.5, last.x(), 0.5 + 1e-9);
			assertEquals(to.rows() - 0.5, last.y(), 0.5 + 1e-9);
			assertEquals(to.slices() - 0.5, last.z(), 0.5 + 1e-9);
			assertEquals(0, to.step().cross(grid.step()).norm(), 1e-9);
		}
	}

	@Test
	void coveringByHand() {
		assertEquals(GRID, TargetGrids.covering(GRID, TargetGrids.AXIAL, 2, 2, 5));
		// towards the left from -11, downwards from 12.5, towards the back from -11
		assertEquals(VolumeGeometry.of(new Vector3(-10.5, -10.5, 12), CORONAL, 1, 1, new Vector3(0, 1, 0), 20, 15, 20),
			TargetGrids.covering(GRID, CORONAL, 1));
		// 6.67 voxels become 7, from -11.5 to 9.5
		assertEquals(-10, TargetGrids.covering(GRID, CORONAL, 3).origin().x(), 1e-12);
		assertEquals(7, TargetGrids.covering(GRID, CORONAL, 3).columns());
	}

	@Test
	void coveringHoldsAllVoxelsAndNoMore() {
		final Random random = new Random(52);
		for (int n = 0; n < 100; n++) {
			final Orientation directions = Images.orientation(random);
			final VolumeGeometry grid = VolumeGeometry.of(Images.vector(random, 100), directions, 0.7, 1.1,
				directions.normal().times(3).plus(directions.row()), 30, 20, 12);
			final VolumeGeometry to = TargetGrids.covering(grid, Images.orientation(random), 0.9, 1.7, 2);
			final double[] least = { 1e9, 1e9, 1e9 }, most = { -1e9, -1e9, -1e9 };
			for (int corner = 0; corner < 8; corner++) {
				final double[] at = to.patientToIndex()
					.apply(grid.indexToPatient()
						.apply((corner & 1) * 30 - 0.5, (corner >> 1 & 1) * 20 - 0.5, (corner >> 2) * 12 - 0.5))
					.toArray();
				for (int d = 0; d < 3; d++) {
					least[d] = Math.min(least[d], at[d]);
					most[d] = Math.max(most[d], at[d]);
				}
			}
			for (int d = 0; d < 3; d++) {
				final double before = least[d] + 0.5, after = to.size()[d] - 0.5 - most[d];
				assertTrue(before >= -1e-6 && before < 0.5, before + " before");
				assertEquals(before, after, 1e-9);
			}
		}
	}

	@Test
	void whatIsNotKnownStaysSo() {
		final VolumeGeometry unknown = VolumeGeometry.withoutPosition(1, 1, 1, SpacingSource.UNKNOWN, 4, 4, 4)
			.withUnit(VolumeGeometry.PIXEL);
		for (final VolumeGeometry to : new VolumeGeometry[] { TargetGrids.spaced(unknown, 0.5),
			TargetGrids.covering(unknown, CORONAL, 0.5) })
		{
			assertEquals(VolumeGeometry.PIXEL, to.unit());
			assertEquals(false, to.patientBased());
			assertEquals(SpacingSource.UNKNOWN, to.spacingSource());
		}
	}

	@Test
	void smallestVoxelIsThatAlongTheNormalToo() {
		assertEquals(2, TargetGrids.smallestVoxel(GRID));
		assertEquals(0.5, TargetGrids.smallestVoxel(
			VolumeGeometry.of(new Vector3(0, 0, 0), TargetGrids.AXIAL, 2, 2, new Vector3(0, 3, 0.5), 10, 10, 3)));
	}

	@Test
	void otherSpacingsAreRefused() {
		for (final double[] spacing : new double[][] { {}, { 1, 1 }, { 0 }, { 1, -1, 1 }, { Double.NaN },
			{ Double.POSITIVE_INFINITY }, { 1e-6 } })
		{
			assertThrows(InputException.class, () -> TargetGrids.spaced(GRID, spacing));
			assertThrows(InputException.class, () -> TargetGrids.covering(GRID, CORONAL, spacing));
		}
	}

	private static Vector3 edge(final VolumeGeometry grid, final int last) {
		return grid.indexToPatient()
			.apply(last * grid.columns() - 0.5, last * grid.rows() - 0.5, last * grid.slices() - 0.5);
	}
}
