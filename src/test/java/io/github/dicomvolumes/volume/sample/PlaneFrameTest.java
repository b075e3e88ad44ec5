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

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;

import io.github.dicomvolumes.data.InputException;
import io.github.dicomvolumes.geometry.Anatomy;
import io.github.dicomvolumes.geometry.Orientation;
import io.github.dicomvolumes.geometry.Vector3;
import io.github.dicomvolumes.geometry.VolumeGeometry;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlaneFrameTest {

	private static final Vector3 X = new Vector3(1, 0, 0), Y = new Vector3(0, 1, 0);

	@Test
	void thereAndBack() {
		final Random random = new Random(3);
		for (int n = 0; n < 100; n++) {
			final Orientation directions = Images.orientation(random);
			final PlaneFrame frame = new PlaneFrame(Images.vector(random, 300), directions.row(), directions.column(),
				0.3 + random.nextDouble(), 0.3 + random.nextDouble(), 100, 200);
			final double x = random.nextDouble() * 100, y = random.nextDouble() * 200, mm = random.nextGaussian();
			final Vector3 there = frame.shifted(mm).toPatient(x, y);
			assertClose(new Vector3(x, y, mm), frame.toPixel(there));
			assertClose(there, frame.pixelToPatient().apply(x, y, mm));
		}
	}

	/** Left on the right, back at the bottom; the pixel in column 3 and row 2 by hand. */
	@Test
	void axialByHand() {
		final PlaneFrame frame = new PlaneFrame(new Vector3(-100, -50, 7), X, Y, 0.5, 2, 10, 20);
		assertEquals(new Vector3(-98.5, -46, 7), frame.toPatient(3, 2));
		assertEquals(new Vector3(0, 0, 1), frame.normal());
		assertEquals(new Vector3(-100, -50, 10), frame.shifted(3).origin());
		assertEquals(new Vector3(3, 2, 1), frame.toPixel(new Vector3(-98.5, -46, 8)));
	}

	@ParameterizedTest
	@CsvSource({ //
		"0 0 1, 0 -1 0, L, P", // axial
		"0 2 0, 0 0 9, L, F", // coronal
		"-1 0 0, 0 0 1, P, F", // sagittal
		"0 1 0, 0 5 1, L, F" }) // what lies along the normal does not count
	void facingTheViewer(final String normal, final String up, final String right, final String down) {
		final Orientation directions = PlaneFrame.facing(vector(normal), vector(up));
		assertEquals(right, Anatomy.letters(directions.row()));
		assertEquals(down, Anatomy.letters(directions.column()));
		assertClose(vector(normal).unit(), directions.normal());
	}

	@Test
	void noDirectionIsRefused() {
		assertThrows(InputException.class, () -> PlaneFrame.facing(new Vector3(0, 0, 0), Y));
		assertThrows(InputException.class, () -> PlaneFrame.facing(X, new Vector3(-2, 0, 0)));
		assertThrows(InputException.class, () -> PlaneFrame.facing(X, new Vector3(0, 0, 0)));
	}

	@Test
	void onlyUnitPerpendicularDirections() {
		final Vector3 origin = new Vector3(0, 0, 0);
		assertThrows(IllegalArgumentException.class, () -> new PlaneFrame(origin, X, X, 1, 1, 1, 1));
		assertThrows(IllegalArgumentException.class, () -> new PlaneFrame(origin, X, Y.times(1.1), 1, 1, 1, 1));
		assertThrows(IllegalArgumentException.class, () -> new PlaneFrame(origin, X, Y, 0, 1, 1, 1));
		assertThrows(IllegalArgumentException.class, () -> new PlaneFrame(origin, X, Y, 1, 1, 0, 1));
	}

	@Test
	void planeThroughAPointCoversAllVoxelsAndNoMore() {
		final Random random = new Random(4);
		for (int n = 0; n < 200; n++) {
			final VolumeGeometry grid = grid(random);
			final Vector3 point = grid.indexToPatient()
				.apply(random.nextInt(40) - 5, random.nextInt(30) - 5, random.nextInt(20) - 5);
			final double pixel = 0.4 + random.nextDouble();
			final PlaneFrame frame = PlaneFrame.through(point, Images.orientation(random), pixel, grid);
			final Vector3 at = frame.toPixel(point);
			assertEquals(0, at.z(), 1e-9);
			assertEquals(Math.rint(at.x()), at.x(), 1e-9);
			assertEquals(Math.rint(at.y()), at.y(), 1e-9);
			double left = 1e9, right = -1e9, top = 1e9, bottom = -1e9;
			for (int corner = 0; corner < 8; corner++) {
				final Vector3 edge = frame.toPixel(grid.indexToPatient()
					.apply((corner & 1) * grid.columns() - 0.5, (corner >> 1 & 1) * grid.rows() - 0.5,
						(corner >> 2) * grid.slices() - 0.5));
				left = Math.min(left, edge.x());
				right = Math.max(right, edge.x());
				top = Math.min(top, edge.y());
				bottom = Math.max(bottom, edge.y());
			}
			assertBorder(-0.5, left, at.x());
			assertBorder(-0.5, top, at.y());
			assertBorder(0.5 - frame.width(), -right, -at.x());
			assertBorder(0.5 - frame.height(), -bottom, -at.y());
		}
	}

	/** By hand: voxels from -0.5 to 9.5 along both, seen from above, and a pixel of 2 mm about 4. */
	@Test
	void planeThroughAPointByHand() {
		final VolumeGeometry grid = VolumeGeometry.of(new Vector3(0, 0, 0), new Orientation(X, Y), 1, 1,
			new Vector3(0, 0, 1), 10, 10, 10);
		final PlaneFrame frame = PlaneFrame.through(new Vector3(4, 4, 3), new Orientation(X, Y), 2, grid);
		assertEquals(new PlaneFrame(new Vector3(0, 0, 3), X, Y, 2, 2, 6, 6), frame); // from -1 to 11
	}

	@Test
	void slicesOfAGrid() {
		final VolumeGeometry grid = grid(new Random(5));
		final PlaneFrame frame = PlaneFrame.ofSlice(grid, 3);
		assertClose(grid.indexToPatient().apply(6, 5, 3), frame.toPatient(6, 5));
		assertEquals(grid.columns(), frame.width());
		assertEquals(grid.rows(), frame.height());
	}

	/** The pixel at the border holds an edge of the voxels, or the point, which lies beyond them. */
	private static void assertBorder(final double border, final double edge, final double point) {
		final double held = Math.min(edge, point - 0.5);
		assertTrue(border <= held + 1e-5 && held < border + 1, border + " for " + edge + " and " + point);
	}

	private static VolumeGeometry grid(final Random random) {
		final Orientation directions = Images.orientation(random);
		return VolumeGeometry.of(Images.vector(random, 100), directions, 0.5 + random.nextDouble(),
			0.5 + random.nextDouble(), directions.normal().times(1 + random.nextDouble()).plus(directions.row()), 30,
			20, 10);
	}

	private static Vector3 vector(final String xyz) {
		return Vector3.of(java.util.Arrays.stream(xyz.split(" ")).mapToDouble(Double::parseDouble).toArray());
	}

	private static void assertClose(final Vector3 expected, final Vector3 actual) {
		assertEquals(0, expected.minus(actual).norm(), 1e-9, () -> expected + " " + actual);
	}
}
