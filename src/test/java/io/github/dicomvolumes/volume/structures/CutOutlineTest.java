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

package io.github.dicomvolumes.volume.structures;

import static io.github.dicomvolumes.volume.structures.Drawn.AXIAL;
import static io.github.dicomvolumes.volume.structures.Drawn.grid;
import static io.github.dicomvolumes.volume.structures.Drawn.randomOrientation;
import static io.github.dicomvolumes.volume.structures.Drawn.randomVector;
import static io.github.dicomvolumes.volume.structures.Drawn.structure;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.geom.Path2D;
import java.util.List;
import java.util.Random;

import io.github.dicomvolumes.geometry.Affine;
import io.github.dicomvolumes.geometry.Orientation;
import io.github.dicomvolumes.geometry.Vector3;
import io.github.dicomvolumes.geometry.VolumeGeometry;

import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

/** Outlines in planes of any direction. */
class CutOutlineTest {

	private static final VolumeGeometry VOLUME = grid(-50, -50, -50, 1, 100);

	@Test
	void corners() {
		final StructureShape shape = StructureShape.of(structure(AXIAL.rectangle(0, 1.5, 2.5, 4.5, 3.5)), VOLUME);
		// pixels of 1 mm, (x, y) at (x, y) mm: 2, 3 and 4 in a row
		final List<CutOutline> outlines = CutOutline.of(shape, Affine.scaling(1, 1, 1), 10, 10, 1);
		assertEquals(1, outlines.size());
		assertArrayEquals(new double[] { 5, 5, 2, 2 }, outlines.get(0).x());
		assertArrayEquals(new double[] { 3, 4, 4, 3 }, outlines.get(0).y());
		assertEquals(List.of(), CutOutline.of(shape, Affine.scaling(1, 1, 1), 2, 10, 1), "the plane ends before");
		assertThrows(IllegalArgumentException.class, () -> CutOutline.of(shape, VOLUME.indexToPatient(), 9, 9, 2));
	}

	/** Parts beyond the last pixel whose centre is inside belong to it. */
	@Test
	void partsOfPixels() {
		final StructureShape shape = StructureShape.of(structure(AXIAL.rectangle(0, 1.7, 1.7, 4.7, 4.7)), VOLUME);
		final List<CutOutline> outlines = CutOutline.of(shape, Affine.scaling(1, 1, 1), 10, 10, 3);
		// in thirds: from one within pixel 2 to one beyond pixel 4
		assertArrayEquals(new double[] { 5 + 1 / 3.0, 5 + 1 / 3.0, 2 + 1 / 3.0, 2 + 1 / 3.0 }, outlines.get(0).x(),
			1e-12);
	}

	/** Also of planes with pixels of any shape and rows that are not at right angles to columns, and of holes. */
	@RepeatedTest(20)
	void encloseThePixelsWhoseCentresAreInside(final RepetitionInfo info) {
		final Random random = new Random(info.getCurrentRepetition());
		final Drawn drawn = new Drawn(randomVector(random, 5), randomOrientation(random));
		final StructureShape shape = StructureShape.of(drawn.torus(13, 5, 2), VOLUME);
		final int width = 40 + random.nextInt(20), height = 30 + random.nextInt(20);
		final Affine plane = plane(random,
			info.getCurrentRepetition() % 2 == 0 ? drawn.orientation() : randomOrientation(random), drawn.origin(),
			width, height);
		for (final int parts : new int[] { 1, 3 }) {
			final Path2D path = path(CutOutline.of(shape, plane, width, height, parts));
			int inside = 0;
			for (int y = 0; y < height; y++)
				for (int x = 0; x < width; x++) {
					final boolean isInside = shape.contains(plane.apply(x, y, 0));
					assertEquals(isInside, path.contains(x + 0.5, y + 0.5), x + ", " + y);
					if (isInside) inside++;
				}
			assertTrue(inside > 30, "" + inside);
		}
	}

	/** Rows that differ along the normal of the contours only are alike within a plane of contours, others are not. */
	@Test
	void rowsAcrossTheContours() {
		final StructureShape shape = StructureShape.of(AXIAL.sphere(20, 3), VOLUME);
		final Vector3 x = new Vector3(0.7, 0, 0), y = new Vector3(0, 0.7, 0), z = new Vector3(0, 0, 0.7);
		for (final Vector3[] axes : new Vector3[][] { { x, z, y }, { y, z, x }, { y, x, z }, { x.plus(z), z, y },
			{ z, x, y } })
		{
			final Vector3 origin = axes[2].times(20).minus(axes[0].times(32.3)).minus(axes[1].times(32.2));
			final Affine plane = new Affine(axes[0], axes[1], axes[2], origin);
			final Path2D path = path(CutOutline.of(shape, plane, 65, 65, 1));
			int inside = 0;
			for (int row = 0; row < 65; row++)
				for (int column = 0; column < 65; column++) {
					final boolean isInside = shape.contains(plane.apply(column, row, 0));
					assertEquals(isInside, path.contains(column + 0.5, row + 0.5), column + ", " + row);
					if (isInside) inside++;
				}
			assertTrue(inside > 500, "" + inside);
		}
	}

	/** A ball is cut as a disc, wherever. */
	@RepeatedTest(20)
	void areaOfABall(final RepetitionInfo info) {
		final Random random = new Random(info.getCurrentRepetition());
		final Drawn drawn = new Drawn(randomVector(random, 5), randomOrientation(random));
		final StructureShape shape = StructureShape.of(drawn.sphere(20, 0.5), VOLUME);
		final Orientation directions = randomOrientation(random);
		final double away = random.nextDouble() * 30 - 15, across = 0.7, down = 1.3;
		final Vector3 origin = drawn.origin()
			.plus(directions.normal().times(away))
			.minus(directions.row().times(25 * across))
			.minus(directions.column().times(25 * down));
		final Affine plane = new Affine(directions.row().times(across), directions.column().times(down),
			directions.normal(), origin);
		double area = 0;
		for (final CutOutline outline : CutOutline.of(shape, plane, 80, 60, 3))
			for (int a = outline.x().length - 1, b = 0; b < outline.x().length; a = b++)
				area += (outline.x()[a] * outline.y()[b] - outline.x()[b] * outline.y()[a]) / 2 * across * down;
		final double disc = Math.PI * (20 * 20 - away * away);
		final double cut = clippedDisc(Math.sqrt(20 * 20 - away * away), -25.5 * across);
		assertEquals(disc - cut, area, 0.02 * disc);
	}

	/** What of a disc around 0 lies left of a line. */
	private static double clippedDisc(final double radius, final double left) {
		final double d = -left;
		return d >= radius ? 0 : radius * radius * Math.acos(d / radius) - d * Math.sqrt(radius * radius - d * d);
	}

	@Test
	void missedAndBeside() {
		final StructureShape shape = StructureShape.of(AXIAL.sphere(5, 1), VOLUME);
		for (final double z : new double[] { -4.6, 4.6 })
			assertEquals(List.of(), CutOutline.of(shape, moved(0, 0, z), 20, 20, 3));
		assertEquals(List.of(), CutOutline.of(shape, moved(30, 0, 0), 20, 20, 3));
		assertEquals(1, CutOutline.of(shape, moved(0, 0, 4.4), 20, 20, 3).size(), "half a spacing beyond the last");
	}

	private static Affine moved(final double x, final double y, final double z) {
		return new Affine(new Vector3(1, 0, 0), new Vector3(0, 1, 0), new Vector3(0, 0, 1), new Vector3(x, y, z));
	}

	private static Affine plane(final Random random, final Orientation directions, final Vector3 middle,
		final int width, final int height)
	{
		final Vector3 i = directions.row().times(0.6 + random.nextDouble());
		final Vector3 j = directions.column()
			.plus(directions.row().times(0.5 * random.nextGaussian()))
			.times(0.6 + random.nextDouble());
		return new Affine(i, j, directions.normal().times(2),
			middle.plus(randomVector(random, 1)).minus(i.times(width / 2)).minus(j.times(height / 2)));
	}

	private static Path2D path(final List<CutOutline> outlines) {
		final Path2D path = new Path2D.Double(Path2D.WIND_NON_ZERO);
		for (final CutOutline outline : outlines) {
			path.moveTo(outline.x()[0], outline.y()[0]);
			for (int i = 1; i < outline.x().length; i++)
				path.lineTo(outline.x()[i], outline.y()[i]);
			path.closePath();
		}
		return path;
	}
}
