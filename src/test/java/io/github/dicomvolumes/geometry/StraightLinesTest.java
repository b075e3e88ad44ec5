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

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

/** R13. */
class StraightLinesTest {

	private static final Orientation AXIAL = Orientation.of(1, 0, 0, 0, 1, 0);

	private final List<Vector3> positions = new ArrayList<>();

	private StraightLinesTest stack(int n, double x, double y, double z, double dx, double dy, double dz) {
		for (int k = 0; k < n; k++)
			positions.add(new Vector3(x + k * dx, y + k * dy, z + k * dz));
		return this;
	}

	/** With pixels of 2.0\0.5 mm; {@code "0 1 2, 3 4"} for two lines. */
	private String split() {
		return text(StraightLines.split(positions, AXIAL, 2.0, 0.5));
	}

	private static String text(List<int[]> lines) {
		return String.join(", ",
			lines.stream()
				.map(line -> String.join(" ", Arrays.stream(line).mapToObj(String::valueOf).toList()))
				.toList());
	}

	@Test
	void orthogonalStackIsOneLine() {
		assertEquals("0 1 2 3 4", stack(5, -10, -20, 30, 0, 0, 3).split());
	}

	@Test
	void linesGoByDistance() {
		assertEquals("4 3 2 1 0", stack(5, -10, -20, 30, 0, 0, -3).split());
	}

	/** shear_x. */
	@Test
	void shearedStackIsOneLine() {
		assertEquals("0 1 2 3 4", stack(5, -10, -20, 30, 1, 0, 3).split());
	}

	/** gantry_tilt_pos: straight along z, but not along the normal. */
	@Test
	void tiltedStackIsOneLine() {
		stack(5, -10, -20, 30, 0, 0, 3);
		Orientation tilted = Orientation.of(1, 0, 0, 0, 0.9781476007, 0.2079116908);
		assertEquals("0 1 2 3 4", text(StraightLines.split(positions, tilted, 2.0, 0.5)));
	}

	/** localizer_same_iop_offset. */
	@Test
	void displacedLocalizerIsOnItsOwn() {
		assertEquals("0 1 2 3 4, 5", stack(5, -10, -20, 30, 0, 0, 3).stack(1, -50, -60, 300, 0, 0, 0).split());
	}

	@Test
	void displacedLocalizerBesideAShearedStack() {
		assertEquals("0 1 2 3 4 5, 6", stack(6, -10, -20, 30, 1, 0, 3).stack(1, -50, -60, 37, 0, 0, 0).split());
	}

	/** not_on_line: the first two planes would be a line of 59 degrees. */
	@Test
	void alternatingOffsetsAreTwoColumns() {
		stack(6, -10, -20, 30, 0, 0, 3);
		for (int k = 1; k < 6; k += 2)
			positions.set(k, positions.get(k).plus(new Vector3(5, 0, 0)));
		assertEquals("0 2 4, 1 3 5", split());
	}

	/** The diagonals of a lattice of columns are lines, too. */
	@Test
	void columnsOfALatticeAreNotSheared() {
		stack(3, 0, 0, 0, 0, 0, 3).stack(3, 2, 0, 0, 0, 0, 3).stack(3, 4, 0, 0, 0, 0, 3);
		assertEquals("0 1 2, 3 4 5, 6 7 8", split());
	}

	@Test
	void parallelShearedStacks() {
		assertEquals("0 1 2 3 4, 5 6 7 8", stack(5, 0, 0, 0, 1, 0, 3).stack(4, 70, 9, 1, 1, 0, 3).split());
	}

	@Test
	void shearedStacksAtTheSameDistances() {
		assertEquals("0 1 2 3 4, 5 6 7 8 9", stack(5, 0, 0, 0, 1, 0, 3).stack(5, 70, 9, 0, 1, 0, 3).split());
	}

	/** A lean within the tolerance of neighbours must not be cut into columns because a localizer spoils the whole. */
	@Test
	void slightlyShearedStackStaysWhole() {
		stack(300, 0, 0, 0, 0.01, 0, 3).stack(1, 80, 80, 31, 0, 0, 0);
		List<int[]> lines = StraightLines.split(positions, AXIAL, 0.5, 0.5);
		assertEquals(2, lines.size());
		assertEquals(300, lines.get(0).length);
	}

	/** R30: a line through two planes proves nothing. */
	@Test
	void twoPlanesAreAPairOnlyStraightBehindOneAnother() {
		assertEquals("0 1", stack(2, 0, 0, 0, 0.04, 0, 3).split());
		positions.clear();
		assertEquals("0, 1", stack(2, 0, 0, 0, 1, 0, 3).split());
	}

	@Test
	void steepLinesAreNone() {
		assertEquals("0, 1, 2, 3", stack(4, 0, 0, 0, 5, 0, 3).split());
	}

	/** R14: repeats are further dimensions of the same line. */
	@Test
	void repeatedPositionsStayTogether() {
		assertEquals("0 3 6 1 4 7 2 5 8",
			stack(3, 0, 0, 0, 1, 0, 3).stack(3, 1e-13, 0, 0, 1, 0, 3).stack(3, 0, 0, -1e-13, 1, 0, 3).split());
		positions.clear();
		assertEquals("0 1 2 3 4", stack(5, -10, -20, 30, 0, 0, 0).split());
	}

	@Test
	void planesBesideOneAnotherAreSingle() {
		assertEquals("0, 1, 2", stack(3, 0, 0, 0, 0, 40, 0).split());
	}

	@Test
	void nothingIsNoLine() {
		assertEquals("", split());
	}

	/** The tolerance is 0.1 pixel of the direction: 0.05 mm along rows, 0.2 mm along columns. */
	@Test
	void toleranceIsInPixels() {
		stack(5, 0, 0, 0, 0, 0, 3);
		positions.set(2, new Vector3(0.04, 0.19, 6));
		assertEquals("0 1 2 3 4", split());
		positions.set(2, new Vector3(0, 0.21, 6));
		assertEquals("0 1 3 4, 2", split());
		positions.set(2, new Vector3(0.06, 0, 6));
		assertEquals("0 1 3 4, 2", split());
		assertEquals("0 1 2 3 4", text(StraightLines.split(positions, AXIAL, Double.NaN, Double.NaN)));
	}

	@Test
	void microCtHasMicroTolerance() {
		stack(5, 0, 0, 0, 0, 0, 0.005);
		positions.set(2, new Vector3(0.001, 0, 0.01));
		assertEquals("0 1 3 4, 2", text(StraightLines.split(positions, AXIAL, 0.005, 0.005)));
	}

	/**
	 * Laws: a volume is one line whatever its tilt and the order of its planes; noise below the tolerance is harmless.
	 */
	@Test
	void volumesAreOneLineInAnyOrder() {
		Random random = new Random(13);
		for (int n = 0; n < 300; n++) {
			VolumeGeometry volume = Geometries.randomVolume(random);
			Integer[] order = shuffled((int) volume.slices(), random);
			List<Vector3> shuffled = Arrays.stream(order)
				.map(k -> Geometries.perturbed(volume.indexToPatient().apply(0, 0, k), 1e-6, random))
				.toList();
			List<int[]> lines = StraightLines.split(shuffled, volume.orientation(), volume.rowSpacing(),
				volume.columnSpacing());
			assertEquals(1, lines.size());
			for (int k = 0; k < order.length; k++)
				assertEquals(k, order[lines.get(0)[k]]);
		}
	}

	/** Law: the lines of a mixture are the same in any order of the planes. */
	@Test
	void orderDoesNotMatter() {
		stack(7, 0, 0, 0, 1, 0, 3).stack(5, 0, 0, 50, 0, 0, 3)
			.stack(4, 33, 0, 1, 0, 0, 5)
			.stack(1, 9, 99, 7, 0, 0, 0)
			.stack(2, 60, 60, 0, 0, 0, 3);
		String expected = split();
		assertEquals("0 1 2 3 4 5 6, 7 8 9 10 11, 12 13 14 15, 17 18, 16", expected);
		Random random = new Random(31);
		for (int n = 0; n < 100; n++) {
			Integer[] order = shuffled(positions.size(), random);
			List<Vector3> shuffled = Arrays.stream(order).map(positions::get).toList();
			List<int[]> lines = StraightLines.split(shuffled, AXIAL, 2.0, 0.5)
				.stream()
				.map(line -> Arrays.stream(line).map(i -> order[i]).toArray())
				.toList();
			assertEquals(expected, text(lines));
		}
	}

	private static Integer[] shuffled(int n, Random random) {
		List<Integer> order = new ArrayList<>(IntStream.range(0, n).boxed().toList());
		Collections.shuffle(order, random);
		return order.toArray(Integer[]::new);
	}

	/** 100,000 planes; the times are generous, quadratic cost would take far longer. */
	@Test
	void manyPlanesOfOneStackAreFast() {
		assertTimeout(Duration.ofSeconds(10), () -> assertEquals(1, count(k -> new Vector3(0, 0, k))));
		assertTimeout(Duration.ofSeconds(10), () -> assertEquals(1, count(k -> new Vector3(0.2 * k, 0, k))));
	}

	@Test
	void scatteredPlanesEnd() {
		Random random = new Random(5);
		assertTimeout(Duration.ofSeconds(30), () -> count(k -> Geometries.randomVector(random).times(1000)));
	}

	@Test
	void thousandColumnsEnd() {
		assertTimeout(Duration.ofSeconds(60),
			() -> assertEquals(1000, count(k -> new Vector3(k % 1000 * 5, 0, k / 1000 + k % 7 * 0.1))));
	}

	@Test
	void fiftyShearedStacksEnd() {
		assertTimeout(Duration.ofSeconds(60), () -> count(k -> new Vector3(k % 50 * 300 + 0.1 * k, 0, k)));
	}

	private static int count(IntFunction<Vector3> position) {
		return StraightLines.split(IntStream.range(0, 100_000).mapToObj(position).toList(), AXIAL, 1, 1).size();
	}
}
