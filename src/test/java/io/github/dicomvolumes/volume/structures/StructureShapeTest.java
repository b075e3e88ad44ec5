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
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import io.github.dicomvolumes.geometry.Orientation;
import io.github.dicomvolumes.geometry.SpacingSource;
import io.github.dicomvolumes.geometry.Vector3;
import io.github.dicomvolumes.geometry.VolumeGeometry;

import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

/** Which points are inside a structure. */
class StructureShapeTest {

	/** 3 mm voxels. */
	private static final VolumeGeometry VOLUME = grid(-30, -30, -30, 3, 21);

	// -- Edges --

	@Test
	void leastSidesAreInsideAndGreatestAreNot() {
		final StructureShape shape = shape(AXIAL.rectangle(0, -10, -20, 10.1, 5));
		assertInside(shape, "-10 -20 0, 10.0999 4.9999 0, 0 0 -1.5, 0 0 1.4");
		assertOutside(shape, "-10.0001 0 0, 0 -20.0001 0, 10.1 0 0, 0 5 0, 0 0 -1.501, 0 0 1.5, 10.1 5 0");
	}

	/** A decimal number is not what a calculation makes of it: 0.1 + 0.2 is more than 0.3. */
	@Test
	void lastDigitsOfACalculationDecideNothing() {
		final StructureShape shape = shape(AXIAL.rectangle(0, 0.3, 0.3, 0.6, 0.6));
		for (final double noise : new double[] { -1e-13, 0, 1e-13 }) {
			assertTrue(shape.contains(new Vector3(0.3 + noise, 0.3 - noise, 1.5 - 0.1)));
			assertFalse(shape.contains(new Vector3(0.6 + noise, 0.4, 0)));
			assertFalse(shape.contains(new Vector3(0.4, 0.4, 1.5 + noise)));
		}
	}

	/**
	 * Cells with common edges and corners, many of them at points that are asked for, in four planes of two structures
	 * each: every point belongs to one of them.
	 */
	@RepeatedTest(12)
	void sharedEdgesBelongToOne(final RepetitionInfo info) {
		final Random random = new Random(info.getCurrentRepetition());
		final int cells = 6;
		final boolean isOblique = info.getCurrentRepetition() % 2 == 0;
		final Drawn drawn = new Drawn(new Vector3(0.1, 0.2, 0.3), isOblique ? randomOrientation(random) : Drawn.PLAIN);
		final double[][][] corners = new double[cells + 1][cells + 1][];
		for (int i = 0; i <= cells; i++)
			for (int j = 0; j <= cells; j++) {
				final boolean isBorder = i == 0 || j == 0 || i == cells || j == cells;
				corners[i][j] = new double[] { i * 4 + (isBorder ? 0 : random.nextInt(4) * 0.7),
					j * 4 + (isBorder ? 0 : random.nextInt(4) * 0.7) };
			}
		final List<Structure> structures = new ArrayList<>();
		for (int i = 0; i < cells; i++)
			for (int j = 0; j < cells; j++)
				for (int half = 0; half < 2; half++) {
					final List<Contour> contours = new ArrayList<>();
					for (int plane = 2 * half; plane < 2 * half + 2; plane++)
						contours.add(cell(drawn, plane * 1.7, random.nextBoolean(), corners[i][j], corners[i + 1][j],
							corners[i + 1][j + 1], corners[i][j + 1]));
					structures.add(structure(i + " " + j + " " + half, contours));
				}
		final List<StructureShape> shapes = StructureShape.of(structures, VOLUME);
		int asked = 0;
		for (double u = 0; u < 4 * cells; u += 0.7)
			for (double v = 0; v < 4 * cells; v += 0.7)
				for (double d = -0.85; d < 5.9; d += 0.85) {
					final Vector3 point = drawn.at(u, v, d);
					final double atU = u, atV = v, atD = d;
					final long count = shapes.stream().filter(shape -> shape.contains(point)).count();
					if (isInterior(u, 4 * cells) && isInterior(v, 4 * cells) && d > -0.8 && d < 5.9)
						assertEquals(1, count, () -> atU + " " + atV + " " + atD);
					asked++;
				}
		assertTrue(asked > 8000);
	}

	/** Within the outer border by more than the rounding of an oblique frame. */
	private static boolean isInterior(final double at, final double size) {
		return at > 0.01 && at < size - 0.01;
	}

	private static Contour cell(final Drawn drawn, final double distance, final boolean isReversed,
		final double[]... corners)
	{
		final double[] uv = new double[8];
		for (int i = 0; i < 4; i++)
			System.arraycopy(corners[isReversed ? 3 - i : i], 0, uv, 2 * i, 2);
		return drawn.polygon(distance, uv);
	}

	// -- Holes --

	@Test
	void oddCountIsInside() {
		final StructureShape shape = shape(AXIAL.rectangle(0, -10, -10, 10, 10), AXIAL.rectangle(0, -5, -5, 5, 5),
			AXIAL.polygon(Contour.Kind.CLOSEDPLANAR_XOR, 0, -2, -2, -2, 2, 2, 2, 2, -2));
		assertInside(shape, "-7 0 0, 0 0 0, 7 7 0");
		assertOutside(shape, "-3 0 0, 0 3 0, 11 0 0");
		assertEquals((400 - 100 + 16) * 3 / 1000.0, shape.millilitres(), 1e-9);
	}

	/** An inner contour joined to the outer one by a channel without width. */
	@Test
	void keyhole() {
		final StructureShape shape = shape(AXIAL.polygon(0, -10, 0, -10, -10, 10, -10, 10, 10, -10, 10, -10, 0, -5, 0,
			-5, 5, 5, 5, 5, -5, -5, -5, -5, 0));
		assertInside(shape, "-7 0 0, -10 0 0, -7 0.1 0, -7 -0.1 0, 7 0 0");
		assertOutside(shape, "0 0 0, -4.9 0 0");
		assertEquals((400 - 100) * 3 / 1000.0, shape.millilitres(), 1e-9);
	}

	@Test
	void lineThatCrossesItself() {
		final StructureShape shape = shape(AXIAL.polygon(0, -10, -10, 10, 10, 10, -10, -10, 10));
		assertInside(shape, "-5 0 0, 5 0 0");
		assertOutside(shape, "0 -5 0, 0 5 0");
		assertEquals(200 * 3 / 1000.0, shape.millilitres(), 1e-3 * 0.6);
	}

	/** Some writers do; it is no hole in itself. Of the kind that is combined by exclusive or it would be. */
	@Test
	void sameContourTwice() {
		final Contour outer = AXIAL.rectangle(0, -10, -10, 10, 10), inner = AXIAL.rectangle(0, -5, -5, 5, 5);
		final StructureShape shape = shape(outer, inner, outer, inner);
		assertInside(shape, "7 0 0");
		assertOutside(shape, "0 0 0");
		assertTrue(shape.problems().contains("PTV: 2 contours drawn before left out"), shape.problems()::toString);
		final Contour xor = new Contour(Contour.Kind.CLOSEDPLANAR_XOR, outer.points());
		assertOutside(shape(xor, xor), "7 0 0");
	}

	/** The hole is in one plane of two only. */
	@Test
	void holesAreThoseOfTheirPlane() {
		final StructureShape shape = shape(AXIAL.rectangle(0, -10, -10, 10, 10), AXIAL.rectangle(0, -5, -5, 5, 5),
			AXIAL.rectangle(2, -10, -10, 10, 10));
		assertInside(shape, "0 0 1, 0 0 2.9");
		assertOutside(shape, "0 0 0.99, 0 0 -1");
	}

	// -- Volume --

	@RepeatedTest(5)
	void volumeOfBodies(final RepetitionInfo info) {
		final Random random = new Random(info.getCurrentRepetition());
		final Drawn drawn = new Drawn(randomVector(random, 100), randomOrientation(random));
		final double sphere = 4 / 3.0 * Math.PI * 20 * 20 * 20 / 1000;
		assertEquals(sphere, StructureShape.of(drawn.sphere(20, 0.5), VOLUME).millilitres(), 0.003 * sphere);
		final double torus = 2 * Math.PI * Math.PI * 25 * 10 * 10 / 1000;
		assertEquals(torus, StructureShape.of(drawn.torus(25, 10, 0.25), VOLUME).millilitres(), 0.003 * torus);
	}

	/** So many corners, each crossed by so many lines, that the area is measured in bands: in seconds. */
	@Test
	void areaOfAMillionCorners() {
		final StructureShape shape = shape(AXIAL.star(0, new Random(1), 1_000_000, 19, 21));
		// the mean of r1 r2 of neighbours, which are independent, is that of the radius squared
		assertEquals(Math.PI * 20 * 20 * 3 / 1000, shape.millilitres(), 0.002);
	}

	// -- Cuts --

	/** Rows along u, against it, along the normal and oblique to everything are answered as point by point. */
	@RepeatedTest(20)
	void cutAsksForPixelCentres(final RepetitionInfo info) {
		final Random random = new Random(info.getCurrentRepetition());
		final Drawn drawn = new Drawn(randomVector(random, 20),
			random.nextBoolean() ? Drawn.PLAIN : randomOrientation(random));
		final List<Contour> contours = new ArrayList<>();
		for (int plane = -6; plane <= 6; plane++)
			if (plane != 3) for (int i = 0; i < 3; i++)
				contours.add(drawn.star(plane * 2.5, random, 30, 2, 25));
		final StructureShape shape = StructureShape.of(structure("star", contours), VOLUME);
		final Orientation plane = switch (random.nextInt(4)) {
			case 0 -> drawn.orientation();
			case 1 -> new Orientation(drawn.orientation().normal(), drawn.orientation().row().times(-1));
			case 2 -> new Orientation(drawn.orientation().row().times(-1), drawn.orientation().normal());
			default -> randomOrientation(random);
		};
		final double width = 0.5 + random.nextDouble(), height = 0.5 + random.nextDouble();
		final Vector3 origin = drawn.origin()
			.plus(randomVector(random, 1))
			.minus(plane.row().times(30 * width))
			.minus(plane.column().times(25 * height));
		final PlaneMask mask = shape.cut(origin, plane.row(), plane.column(), width, height, 60, 50);
		assertTrue(mask.count() > 100, "nothing cut");
		for (int y = 0; y < 50; y++)
			for (int x = 0; x < 60; x++)
				assertEquals(
					shape.contains(origin.plus(plane.row().times(x * width)).plus(plane.column().times(y * height))),
					mask.get(x, y), x + ", " + y);
	}

	@Test
	void cutBesideIt() {
		final StructureShape shape = shape(AXIAL.rectangle(0, -10, -10, 10, 10));
		final Vector3 right = new Vector3(1, 0, 0), down = new Vector3(0, 1, 0);
		assertTrue(shape.cut(new Vector3(-10, -10, 1.5), right, down, 1, 1, 20, 20).isEmpty());
		assertTrue(shape.cut(new Vector3(10, -10, 0), right, down, 1, 1, 20, 20).isEmpty());
		assertTrue(shape.cut(new Vector3(-31, -10, 0), right, down, 1, 1, 20, 20).isEmpty());
		assertEquals(400, shape.cut(new Vector3(-10, -10, 1.4), right, down, 1, 1, 20, 20).count());
	}

	@Test
	void pixelsHaveASize() {
		final StructureShape shape = shape(AXIAL.rectangle(0, -10, -10, 10, 10));
		final Vector3 right = new Vector3(1, 0, 0), down = new Vector3(0, 1, 0);
		assertThrows(IllegalArgumentException.class, () -> shape.cut(right, right, down, 0, 1, 20, 20));
		assertThrows(IllegalArgumentException.class, () -> shape.cut(right, right, down, 1, Double.NaN, 20, 20));
		assertThrows(IllegalArgumentException.class, () -> shape.cut(right, right, down, 1, 1, 0, 20));
		assertThrows(IllegalArgumentException.class, () -> shape.cut(right, right, down, 1, 1, 1 << 16, 1 << 16));
	}

	/** Structures made apart agree which way is up, however their contours run. */
	@Test
	void halfwayBetweenObliquePlanes() {
		final Drawn drawn = new Drawn(new Vector3(0, 0, 0), Orientation.of(0.8, 0, 0.6, 0, 1, 0));
		final StructureShape below = shape(drawn.rectangle(-4, -10, -10, 10, 10),
			drawn.rectangle(-2, -10, -10, 10, 10));
		final StructureShape above = shape(drawn.polygon(2, -10, -10, -10, 10, 10, 10, 10, -10),
			drawn.polygon(0, -10, -10, -10, 10, 10, 10, 10, -10));
		assertFalse(below.contains(drawn.at(1, 1, -1)));
		assertTrue(above.contains(drawn.at(1, 1, -1)));
	}

	// -- What is left out or assumed --

	@Test
	void contoursThatEncloseNothingAreCounted() {
		final StructureShape shape = shape(AXIAL.rectangle(0, -10, -10, 10, 10), AXIAL.rectangle(3, -10, -10, 10, 10),
			AXIAL.polygon(Contour.Kind.POINT, 0, 1, 1), AXIAL.polygon(Contour.Kind.OPEN_PLANAR, 0, 1, 1, 2, 2),
			AXIAL.polygon(Contour.Kind.OPEN_NONPLANAR, 0, 1, 1, 2, 2), AXIAL.polygon(0, 0, 0, 1, 1, 2, 2),
			AXIAL.polygon(0, 1, 1, 1, 1, 1, 1), AXIAL.rectangle(0, 1e7, 0, 2e7, 5),
			new Drawn(new Vector3(0, 0, 0), Orientation.of(1, 0, 0, 0, 0, 1)).rectangle(0, -5, -5, 5, 5));
		assertEquals(List.of("PTV: 1 contour of points only left out", "PTV: 2 contours not closed left out",
			"PTV: 2 contours without area left out", "PTV: 1 contour not parallel to the others left out",
			"PTV: 1 contour more than a kilometre away left out"), shape.problems());
		assertInside(shape, "0 0 0, 1 1 0, 2 2 0, 0 0 2");
	}

	@Test
	void emptyStructure() {
		final StructureShape shape = shape(AXIAL.polygon(Contour.Kind.POINT, 0, 1, 1));
		assertTrue(shape.isEmpty());
		assertEquals(0, shape.millilitres());
		assertOutside(shape, "1 1 0, 0 0 0");
		assertEquals(List.of("PTV: 1 contour of points only left out", "PTV: no contour encloses an area"),
			shape.problems());
		assertTrue(shape.cut(new Vector3(0, 0, 0), new Vector3(1, 0, 0), new Vector3(0, 1, 0), 1, 1, 3, 3).isEmpty());
	}

	@Test
	void missingPlanesStayOpen() {
		final List<Contour> contours = new ArrayList<>();
		for (final double z : new double[] { 0, 3, 6, 12, 15, 24 })
			contours.add(AXIAL.rectangle(z, -10, -10, 10, 10));
		final StructureShape shape = StructureShape.of(structure("PTV", contours), VOLUME);
		assertInside(shape, "0 0 7.4, 0 0 10.5, 0 0 16.4, 0 0 22.5");
		assertOutside(shape, "0 0 7.5, 0 0 10.4, 0 0 16.5, 0 0 22.4");
		assertEquals(List.of("PTV: 2 gaps of 6 to 9 mm between contours not filled, as they are 3 mm apart elsewhere"),
			shape.problems());
	}

	@Test
	void singlePlaneIsAsThickAsAVoxel() {
		assertEquals(List.of("PTV: all contours in one plane, taken to be 3 mm thick, as voxels are"),
			shape(AXIAL.rectangle(0, -10, -10, 10, 10), AXIAL.rectangle(0.004, -5, -5, 5, 5)).problems());
	}

	/** Points are text with few decimals: planes are not found to lean, and inner contours stay in the plane. */
	@RepeatedTest(5)
	void roundedPoints(final RepetitionInfo info) {
		final Random random = new Random(info.getCurrentRepetition());
		final Drawn drawn = new Drawn(randomVector(random, 100), randomOrientation(random));
		final List<Contour> rounded = drawn.torus(25, 10, 2.5)
			.contours()
			.stream()
			.map(contour -> new Contour(contour.kind(),
				contour.points().stream().map(StructureShapeTest::rounded).toList()))
			.toList();
		final StructureShape shape = StructureShape.of(structure("torus", rounded), VOLUME);
		assertEquals(List.of(), shape.problems());
		assertEquals(StructureShape.of(drawn.torus(25, 10, 2.5), VOLUME).millilitres(), shape.millilitres(), 0.05);
	}

	private static Vector3 rounded(final Vector3 p) {
		return new Vector3(Math.rint(p.x() * 100) / 100, Math.rint(p.y() * 100) / 100, Math.rint(p.z() * 100) / 100);
	}

	/**
	 * The hole, far from the middle, lies 0.2 mm off in the direction of the slices: still in the plane of its contour.
	 */
	@Test
	void planesThatLeanALittle() {
		final Drawn drawn = new Drawn(new Vector3(0, 0, 0),
			new Orientation(new Vector3(1, 0, 0.002).unit(), new Vector3(0, 1, 0)));
		final StructureShape shape = shape(drawn.rectangle(0, -120, -20, 120, 20), drawn.rectangle(0, 90, -5, 110, 5),
			drawn.rectangle(3, -120, -20, 120, 20), drawn.rectangle(3, 90, -5, 110, 5));
		assertEquals(List.of(), shape.problems());
		assertEquals((240 * 40 - 20 * 10) * 6 / 1000.0, shape.millilitres(), 1e-3);
	}

	/** Points that lie off their plane by 0.2 mm: the plane is that of the slices, and holes are in it. */
	@RepeatedTest(5)
	void sloppyPlanes(final RepetitionInfo info) {
		final Random random = new Random(info.getCurrentRepetition());
		final List<Contour> sloppy = new ArrayList<>();
		for (int z = -12; z <= 12; z += 3)
			for (final Contour contour : List.of(AXIAL.rectangle(z, -20, -20, 20, 20),
				AXIAL.rectangle(z, -9, -9, 9, 9)))
				sloppy.add(new Contour(contour.kind(),
					contour.points()
						.stream()
						.map(p -> p.plus(new Vector3(0, 0, 0.4 * random.nextDouble() - 0.2)))
						.toList()));
		final StructureShape shape = StructureShape.of(structure("PTV", sloppy), VOLUME);
		assertEquals(List.of(), shape.problems());
		assertEquals((40 * 40 - 18 * 18) * 27 / 1000.0, shape.millilitres(), 0.5);
	}

	@Test
	void volumeWithoutPlaceIsRefused() {
		final Structure structure = structure(AXIAL.rectangle(0, -10, -10, 10, 10));
		final VolumeGeometry nowhere = VolumeGeometry.withoutPosition(1, 1, 1, SpacingSource.UNKNOWN, 3, 3, 3);
		assertThrows(IllegalArgumentException.class, () -> StructureShape.of(structure, nowhere));
		assertThrows(IllegalArgumentException.class,
			() -> StructureShape.of(structure, VOLUME.withUnit(VolumeGeometry.PIXEL)));
	}

	private static StructureShape shape(final Contour... contours) {
		return StructureShape.of(structure(contours), VOLUME);
	}

	private static void assertInside(final StructureShape shape, final String points) {
		for (final String point : points.split(","))
			assertTrue(shape.contains(vector(point)), point + " is outside");
	}

	private static void assertOutside(final StructureShape shape, final String points) {
		for (final String point : points.split(","))
			assertFalse(shape.contains(vector(point)), point + " is inside");
	}

	private static Vector3 vector(final String point) {
		final String[] xyz = point.strip().split(" ");
		return new Vector3(Double.parseDouble(xyz[0]), Double.parseDouble(xyz[1]), Double.parseDouble(xyz[2]));
	}
}
