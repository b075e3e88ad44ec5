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
import static io.github.dicomvolumes.volume.structures.Drawn.PLAIN;
import static io.github.dicomvolumes.volume.structures.Drawn.grid;
import static io.github.dicomvolumes.volume.structures.Drawn.gridAround;
import static io.github.dicomvolumes.volume.structures.Drawn.randomOrientation;
import static io.github.dicomvolumes.volume.structures.Drawn.randomVector;
import static io.github.dicomvolumes.volume.structures.Drawn.structure;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CancellationException;

import io.github.dicomvolumes.geometry.Affine;
import io.github.dicomvolumes.geometry.Orientation;
import io.github.dicomvolumes.geometry.Vector3;
import io.github.dicomvolumes.geometry.VolumeGeometry;
import io.github.dicomvolumes.work.Progress;

import net.imglib2.RandomAccess;
import net.imglib2.type.logic.BitType;
import net.imglib2.util.Intervals;
import net.imglib2.view.Views;

import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

/** Structures on grids. */
class StructureMaskTest {

	@Test
	void voxelByVoxel() {
		final VolumeGeometry grid = VolumeGeometry.of(new Vector3(-10, -20, 30), PLAIN, 0.5, 2, new Vector3(0, 0, 3),
			16, 12, 5);
		final StructureMask mask = mask(grid, AXIAL.rectangle(33, -9.1, -16, -7.9, -10),
			AXIAL.rectangle(36, -9.1, -16, -7.9, -11));
		// x: -9 -8.5 -8; y: -16 -14 -12; z: 33 36
		assertEquals(18, mask.voxels());
		assertEquals(18 * 3 / 1000.0, mask.millilitres(), 1e-12);
		final RandomAccess<BitType> access = mask.image().randomAccess();
		for (int z = 0; z < 5; z++)
			for (int y = 0; y < 12; y++)
				for (int x = 0; x < 16; x++)
					assertEquals(x >= 2 && x <= 4 && y >= 2 && y <= 4 && z >= 1 && z <= 2,
						access.setPositionAndGet(x, y, z).get(), x + ", " + y + ", " + z);
		assertArrayEquals(new long[] { 16, 12, 5 }, mask.image().dimensionsAsLongArray());
		assertEquals(0, mask.outsideMillilitres());
	}

	/** On the grid it was drawn on, on rotated, sheared, mirrored and coarser ones. */
	@RepeatedTest(30)
	void equalsPointInPolygon(final RepetitionInfo info) {
		final Random random = new Random(info.getCurrentRepetition());
		final Drawn drawn = new Drawn(randomVector(random, 20), randomOrientation(random));
		final List<Contour> contours = new ArrayList<>();
		for (int plane = -3; plane <= 3; plane++)
			for (int i = 0; i < 2; i++)
				contours.add(drawn.star(plane * 3, random, 20, 3, 20));
		final Structure structure = structure("star", contours);
		final VolumeGeometry grid = someGrid(drawn, random, info.getCurrentRepetition() % 6);
		final StructureMask mask = StructureMask.of(StructureShape.of(structure, grid), grid);
		final RandomAccess<BitType> access = mask.image().randomAccess();
		final Affine toPatient = grid.indexToPatient();
		long voxels = 0;
		for (int z = 0; z < grid.slices(); z++)
			for (int y = 0; y < grid.rows(); y++)
				for (int x = 0; x < grid.columns(); x++) {
					final Vector3 centre = toPatient.apply(x, y, z);
					final boolean isInside = isInside(drawn, contours, centre);
					assertEquals(isInside, access.setPositionAndGet(x, y, z).get(), x + ", " + y + ", " + z);
					if (isInside) {
						voxels++;
						assertTrue(Intervals.contains(mask.box(), access));
					}
				}
		assertTrue(voxels > 50, "nothing inside");
		assertRuns(mask);
		assertEquals(voxels, mask.voxels());
	}

	/** Runs have what the image has, once and in order. */
	private static void assertRuns(final StructureMask mask) {
		final RandomAccess<BitType> access = mask.image().randomAccess();
		final long[] voxels = new long[1];
		for (int slice = -1; slice <= mask.grid().slices(); slice++) {
			final int z = slice;
			final int[] last = { -1, -1 };
			mask.forEachRun(z, (y, from, to) -> {
				assertTrue(y > last[0] || y == last[0] && from > last[1], "not in order, or two runs in place of one");
				for (int x = from; x < to; x++)
					assertTrue(access.setPositionAndGet(x, y, z).get(), x + ", " + y + ", " + z);
				last[0] = y;
				last[1] = to;
				voxels[0] += to - from;
			});
		}
		assertEquals(mask.voxels(), voxels[0]);
	}

	private static VolumeGeometry someGrid(final Drawn drawn, final Random random, final int kind) {
		final Orientation own = drawn.orientation();
		final Vector3 middle = drawn.origin().plus(randomVector(random, 0.4));
		final double angle = random.nextDouble();
		return switch (kind) {
			case 0 -> gridAround(middle, own, 1.7, 20);
			case 1 -> gridAround(middle, new Orientation(own.normal(), own.row()), 1.7, 20);
			case 2 -> gridAround(middle, new Orientation(own.row().times(-1), own.column()), 1.7, 20);
			case 3 -> gridAround(middle, // turned about x
				new Orientation(own.row(),
					own.column().times(Math.cos(angle)).plus(own.normal().times(Math.sin(angle)))),
				1.7, 20);
			case 4 -> VolumeGeometry.of(
				middle.minus(own.row().times(20)).minus(own.column().times(20)).minus(own.normal().times(12)), own, 2,
				1.1, own.normal().times(2.3).plus(own.column().times(0.6)), 20, 30, 10);
			default -> gridAround(middle, randomOrientation(random), 1.7, 20);
		};
	}

	/** Angles around the point, in the coordinates of the patient: a way of its own. */
	private static boolean isInside(final Drawn drawn, final List<Contour> contours, final Vector3 point) {
		final Vector3 n = drawn.orientation().normal();
		int turns = 0;
		for (final Contour contour : contours) {
			final double distance = point.minus(contour.points().get(0)).dot(n);
			if (distance < -1.5 || distance >= 1.5) continue;
			double sum = 0;
			Vector3 last = contour.points().get(contour.points().size() - 1).minus(point).plus(n.times(distance));
			for (final Vector3 corner : contour.points()) {
				final Vector3 next = corner.minus(point).plus(n.times(distance));
				sum += Math.atan2(last.cross(next).dot(n), last.dot(next));
				last = next;
			}
			turns += (int) Math.rint(sum / (2 * Math.PI));
		}
		return turns % 2 != 0;
	}

	@RepeatedTest(6)
	void volumeOfBodiesOnAnyGrid(final RepetitionInfo info) {
		final Random random = new Random(info.getCurrentRepetition());
		final Drawn drawn = info.getCurrentRepetition() % 2 == 0 ? AXIAL
			: new Drawn(randomVector(random, 100), randomOrientation(random));
		final VolumeGeometry grid = gridAround(drawn.origin().plus(randomVector(random, 0.3)),
			info.getCurrentRepetition() == 1 ? drawn.orientation() : randomOrientation(random), 0.5, 150);
		final double sphere = 4 / 3.0 * Math.PI * 20 * 20 * 20 / 1000;
		final double torus = 2 * Math.PI * Math.PI * 25 * 10 * 10 / 1000;
		assertEquals(sphere, millilitres(drawn.sphere(20, 0.5), grid), 0.005 * sphere);
		assertEquals(torus, millilitres(drawn.torus(25, 10, 0.5), grid), 0.005 * torus);
	}

	private static double millilitres(final Structure structure, final VolumeGeometry grid) {
		return StructureMask.of(StructureShape.of(structure, grid), grid).millilitres();
	}

	@RepeatedTest(6)
	void slicesEqualCuts(final RepetitionInfo info) {
		final Random random = new Random(info.getCurrentRepetition());
		final Drawn drawn = new Drawn(randomVector(random, 20), randomOrientation(random));
		final VolumeGeometry grid = someGrid(drawn, random, info.getCurrentRepetition() - 1);
		final StructureShape shape = StructureShape.of(drawn.torus(13, 4, 2), grid);
		final StructureMask mask = StructureMask.of(shape, grid);
		int count = 0;
		for (int z = 0; z < grid.slices(); z++) {
			final PlaneMask slice = PlaneMask.of(Views.hyperSlice(mask.image(), 2, z));
			final PlaneMask cut = shape.cut(grid.indexToPatient().apply(0, 0, z), grid.orientation().row(),
				grid.orientation().column(), grid.columnSpacing(), grid.rowSpacing(), (int) grid.columns(),
				(int) grid.rows());
			for (int y = 0; y < grid.rows(); y++)
				for (int x = 0; x < grid.columns(); x++)
					assertEquals(slice.get(x, y), cut.get(x, y), x + ", " + y + ", " + z);
			count += cut.count();
		}
		assertEquals(mask.voxels(), count);
		assertTrue(count > 100);
	}

	/** Contours of a CT of 3 mm on slices of 1 mm: three slices each. */
	@Test
	void finerSlices() {
		final StructureMask mask = mask(grid(-5, -5, 0, 1, 11), AXIAL.rectangle(3, -2, -2, 2, 2),
			AXIAL.rectangle(6, -1, -1, 1, 1));
		final long[] perSlice = new long[11];
		final var cursor = Views.flatIterable(mask.image()).localizingCursor();
		while (cursor.hasNext())
			if (cursor.next().get()) perSlice[cursor.getIntPosition(2)]++;
		assertArrayEquals(new long[] { 0, 0, 16, 16, 16, 4, 4, 4, 0, 0, 0 }, perSlice);
	}

	// -- What lies outside --

	@Test
	void leavesTheVolume() {
		final VolumeGeometry grid = grid(0, 0, 0, 2, 10);
		// x from -10: 5 columns outside of 7 in each slice and row; slices at 16, 18 and outside at 20
		final StructureMask mask = mask(grid, AXIAL.rectangle(16, -10, 4, 4, 10), AXIAL.rectangle(18, -10, 4, 4, 10),
			AXIAL.rectangle(20, -10, 4, 4, 10));
		assertEquals(2 * 3 * 2, mask.voxels());
		assertEquals((2 * 3 * 5 + 3 * 7) * 8 / 1000.0, mask.outsideMillilitres(), 1e-12);
		assertEquals(3 * 2 * 14 * 6 / 1000.0, mask.shape().millilitres(), 1e-12);
		assertEquals(List.of("PTV: 0.408 of 0.504 ml outside the volume"), mask.problems());
	}

	@Test
	void leavesTheVolumeAtTheOtherSides() {
		// of 7 columns 2, of 3 rows 2, of 3 slices 2 are in the volume
		final StructureMask mask = mask(grid(0, 0, 0, 2, 10), AXIAL.rectangle(-2, 15, 15, 29, 21),
			AXIAL.rectangle(0, 15, 15, 29, 21), AXIAL.rectangle(2, 15, 15, 29, 21));
		assertEquals(2 * 2 * 2, mask.voxels());
		assertEquals((7 * 3 * 3 - 2 * 2 * 2) * 8 / 1000.0, mask.outsideMillilitres(), 1e-12);
	}

	@Test
	void elsewhere() {
		final StructureMask mask = mask(grid(0, 0, 0, 2, 10), AXIAL.rectangle(500, -10, 4, 4, 10));
		assertEquals(0, mask.voxels());
		assertEquals(7 * 3 * 8 / 1000.0, mask.outsideMillilitres(), 1e-12);
		assertArrayEquals(new long[] { 10, 10, 10 }, mask.image().dimensionsAsLongArray());
		for (final BitType voxel : mask.image())
			assertEquals(false, voxel.get());
	}

	/** Rows that are full from the first column to the last are runs of their own. */
	@Test
	void runsEndWithTheRow() {
		final List<String> runs = new ArrayList<>();
		mask(grid(0, 0, 0, 2, 10), AXIAL.rectangle(4, -1, 3, 19, 7)).forEachRun(2,
			(y, from, to) -> runs.add(y + " " + from + " " + to));
		assertEquals(List.of("2 0 10", "3 0 10"), runs);
	}

	/** Half a voxel beyond the last slice is still that slice's. */
	@Test
	void reachesTheBorderOnly() {
		final StructureMask mask = mask(grid(0, 0, 0, 2, 10), AXIAL.rectangle(0, -0.9, -0.9, 19, 19),
			AXIAL.rectangle(2, -0.9, -0.9, 19, 19));
		assertEquals(200, mask.voxels());
		assertEquals(0, mask.outsideMillilitres());
		assertEquals(List.of(), mask.problems());
	}

	/** Contours around a far larger space than the volume: what lies outside is estimated, and it does not last. */
	@Test
	void farBeyondTheVolume() {
		final List<Contour> contours = new ArrayList<>();
		for (int z = -1000; z <= 1000; z += 100)
			contours.add(AXIAL.rectangle(z, -1000, -1000, 1000, 1000));
		final VolumeGeometry grid = gridAround(new Vector3(0, 0, 0), randomOrientation(new Random(5)), 1, 10);
		final StructureMask mask = StructureMask.of(StructureShape.of(structure("huge", contours), grid), grid);
		assertEquals(1000, mask.voxels());
		assertEquals(8.4e6 - 1, mask.outsideMillilitres(), 0.01 * 8.4e6);
	}

	@Test
	void emptyStructure() {
		final StructureMask mask = mask(grid(0, 0, 0, 2, 10), AXIAL.polygon(Contour.Kind.POINT, 0, 4, 4));
		assertEquals(0, mask.voxels());
		assertEquals(0, mask.outsideMillilitres());
	}

	/** Hours of work, with 100000 edges for each voxel, end soon after it is cancelled. */
	@Test
	void canBeCancelledWhileItWorks() throws InterruptedException {
		final double[] comb = new double[200_000];
		for (int i = 0; i < comb.length; i += 2) {
			comb[i] = -40 + i * 4e-4;
			comb[i + 1] = i % 4 == 0 ? -40 : 40;
		}
		final VolumeGeometry grid = grid(new Vector3(-50, -50, -50), randomOrientation(new Random(3)), 0.1, 2000);
		final StructureShape shape = StructureShape.of(structure(AXIAL.polygon(0, comb)), grid);
		final long begin = System.nanoTime();
		final Progress later = new Progress() {

			@Override
			public void update(final String phase, final long done, final long total) {}

			@Override
			public boolean isCanceled() {
				return System.nanoTime() - begin > 100_000_000;
			}
		};
		assertThrows(CancellationException.class, () -> StructureMask.of(shape, grid, later));
		for (int i = 0; i < 100 && isWorking(); i++)
			Thread.sleep(100);
		assertFalse(isWorking());
	}

	private static boolean isWorking() {
		return Thread.getAllStackTraces()
			.values()
			.stream()
			.flatMap(Arrays::stream)
			.anyMatch(element -> element.getClassName().equals(ShapeRows.class.getName()));
	}

	@Test
	void canBeCancelled() {
		final VolumeGeometry grid = grid(-50, -50, -50, 1, 100);
		final Progress cancelled = new Progress() {

			@Override
			public void update(final String phase, final long done, final long total) {}

			@Override
			public boolean isCanceled() {
				return true;
			}
		};
		final StructureShape shape = StructureShape.of(AXIAL.sphere(20, 1), grid);
		assertThrows(CancellationException.class, () -> StructureMask.of(shape, grid, cancelled));
	}

	private static StructureMask mask(final VolumeGeometry grid, final Contour... contours) {
		return StructureMask.of(StructureShape.of(structure(contours), grid), grid);
	}
}
