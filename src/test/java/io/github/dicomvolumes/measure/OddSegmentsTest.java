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

package io.github.dicomvolumes.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CancellationException;

import io.github.dicomvolumes.data.InputException;
import io.github.dicomvolumes.geometry.Vector3;
import io.github.dicomvolumes.geometry.VolumeGeometry;
import io.github.dicomvolumes.work.Progress;
import io.github.dicomvolumes.measure.segment.MeasuredImage;
import io.github.dicomvolumes.measure.segment.Segments;
import io.github.dicomvolumes.pixels.PlaneType;
import io.github.dicomvolumes.pixels.Rescale;
import io.github.dicomvolumes.series.StackShape;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Segments of nothing, of one voxel, of no numbers, at the border, on other grids, elsewhere. */
class OddSegmentsTest {

	private static final StatisticsOptions DEFAULT = StatisticsOptions.DEFAULT;

	private static MeasuredImage image(final PlaneType type, final VolumeGeometry grid, final Made.Voxels values) {
		return Made.image(type, grid, Rescale.IDENTITY, values);
	}

	private static List<SegmentStatistics> measure(final MeasuredImage image, final MeasuredImage labels)
		throws IOException
	{
		return SegmentStatistics.of(image, Segments.of(labels, image, false, Progress.NONE), DEFAULT);
	}

	@ParameterizedTest
	@EnumSource(names = { "UINT8", "UINT16", "INT16", "FLOAT32" })
	void oneVoxelInOneSlice(final PlaneType type) throws IOException {
		final VolumeGeometry grid = Made.cubes(2, 3, 3, 1);
		final SegmentStatistics one = measure(image(type, grid, (x, y, z) -> 10 * y + x),
			image(PlaneType.UINT8, grid, (x, y, z) -> x == 2 && y == 1 ? 7 : 0)).get(0);
		assertEquals(7, one.segment().number());
		assertEquals(1, one.voxels());
		assertEquals(12, one.intensity().mean());
		assertEquals(0, one.intensity().sd());
		assertEquals(0, one.intensity().skewness());
		assertEquals(0, one.intensity().kurtosis());
		assertEquals(0, one.intensity().entropy());
		assertEquals(12, one.intensity().p10());
		assertEquals(new Vector3(2, 1, 0), one.maximumIndex().orElseThrow());
		assertEquals(new Vector3(4, 2, 0), one.maximum().orElseThrow());
		assertEquals(List.of("reaches the border of the image"), one.notes());
	}

	@Test
	void noLabels() throws IOException {
		final VolumeGeometry grid = Made.cubes(1, 3, 3, 3);
		assertEquals(List.of(),
			measure(image(PlaneType.UINT16, grid, (x, y, z) -> 5), image(PlaneType.UINT16, grid, (x, y, z) -> 0)));
	}

	@Test
	void nothingInTheRange() throws IOException {
		final SegmentStatistics empty = SegmentStatistics
			.of(image(PlaneType.UINT16, Made.cubes(1, 3, 3, 3), (x, y, z) -> 5), Segments.whole("threshold"),
				DEFAULT.withRange(6, 9))
			.get(0);
		assertEquals(0, empty.voxels());
		assertTrue(Double.isNaN(empty.intensity().mean()) && empty.shape().isEmpty() && empty.maximum().isEmpty());
		assertEquals(List.of("no voxels"), empty.notes());
	}

	@Test
	void thresholdHasBothEnds() throws IOException {
		final SegmentStatistics some = SegmentStatistics
			.of(image(PlaneType.FLOAT32, Made.cubes(1, 10, 1, 1), (x, y, z) -> x), Segments.whole("threshold"),
				DEFAULT.withRange(3, 5))
			.get(0);
		assertEquals(3, some.voxels());
		assertEquals(4, some.intensity().mean());
		assertEquals(new Vector3(4, 0, 0), some.shape().orElseThrow().centroid());
	}

	@Test
	void noNumbersAreLeftOutAndTold() throws IOException {
		final VolumeGeometry grid = Made.cubes(1, 4, 1, 1);
		final double[] values = { 1, Double.NaN, 3, Double.POSITIVE_INFINITY };
		final SegmentStatistics some = measure(image(PlaneType.FLOAT32, grid, (x, y, z) -> values[x]),
			image(PlaneType.UINT8, grid, (x, y, z) -> 1)).get(0);
		assertEquals(4, some.voxels());
		assertEquals(2, some.intensity().mean());
		assertEquals(2, some.intensity().count());
		assertTrue(some.notes().contains("2 voxels are no numbers, and left out of the values"), "" + some.notes());
		final SegmentStatistics none = measure(image(PlaneType.FLOAT32, grid, (x, y, z) -> Double.NaN),
			image(PlaneType.UINT8, grid, (x, y, z) -> 1)).get(0);
		assertTrue(Double.isNaN(none.intensity().mean()) && none.maximum().isEmpty());
		assertTrue(none.notes().get(0).startsWith("4 voxels are no numbers"));
	}

	@Test
	void touchingAtACornerIsOnePart() throws IOException {
		final VolumeGeometry grid = Made.cubes(1, 40, 40, 40); // several blocks of slices
		final MeasuredImage diagonal = image(PlaneType.UINT8, grid,
			(x, y, z) -> x == y && y == z ? 1 : x == 39 - y && z % 2 == 0 && y > 30 ? 2 : 0);
		final List<SegmentStatistics> all = measure(diagonal, diagonal);
		assertEquals(1, all.get(0).shape().orElseThrow().parts());
		assertEquals(20, all.get(1).shape().orElseThrow().parts());
	}

	/** Labels of 1 mm in an image of 3 mm that is turned: the same ball, and half of it outside. */
	@Test
	void labelsOnAnotherGrid() throws IOException {
		final Random random = new Random(3);
		final MeasuredImage labels = Made.mask(Made.grid(random, new Vector3(0, 0, 0), 14, 1), p -> p.norm() < 12);
		final VolumeGeometry around = Made.grid(random, new Vector3(0, 0, 0), 30, 2);
		final MeasuredImage image = image(PlaneType.UINT16, around, (x, y, z) -> 100);
		final double ball = 4 / 3.0 * Math.PI * 1.728;
		assertEquals(ball, measure(image, labels).get(0).millilitres(), 0.02 * ball);
		assertEquals(0, measure(image, labels).get(0).outsideMillilitres());
		final SegmentStatistics partial = SegmentStatistics
			.of(image, Segments.of(labels, image, true, Progress.NONE), DEFAULT)
			.get(0);
		assertEquals(ball, partial.millilitres(), 0.005 * ball);
		assertEquals(100, partial.intensity().mean(), 1e-9);
		final double counted = labelled(labels);
		assertEquals(counted, partial.millilitres(), 0.002 * ball, "no more than the labels themselves");
	}

	private static double labelled(final MeasuredImage labels) throws IOException {
		return measure(labels, labels).get(0).millilitres();
	}

	@Test
	void whatLiesOutsideIsTold() throws IOException {
		final VolumeGeometry small = Made.cubes(1, 10, 10, 10);
		final VolumeGeometry large = Made.cubes(2, 10, 10, 10);
		final MeasuredImage labels = image(PlaneType.UINT8, large, (x, y, z) -> 1); // 20 mm cubed, from -1 mm on
		final SegmentStatistics all = measure(image(PlaneType.UINT8, small, (x, y, z) -> 1), labels).get(0);
		assertEquals(1, all.millilitres(), 1e-9);
		assertEquals(8 * (1000 - 125) / 1000.0, all.outsideMillilitres(), 1e-9);
		assertTrue(all.notes().contains("7 ml outside the image"), "" + all.notes());
	}

	/** In turn the labels reach beyond each side by two voxels. */
	@ParameterizedTest
	@ValueSource(ints = { 0, 1, 2, 3, 4, 5 })
	void everySideIsOutside(final int side) throws IOException {
		final double[] shift = new double[3];
		shift[side % 3] = side < 3 ? -2 : 2;
		final VolumeGeometry grid = Made.cubes(1, 6, 6, 6);
		final VolumeGeometry moved = VolumeGeometry.of(Vector3.of(shift), grid.orientation(), 1, 1, grid.step(), 6, 6,
			6);
		final SegmentStatistics all = measure(image(PlaneType.UINT8, grid, (x, y, z) -> 1),
			image(PlaneType.UINT8, moved, (x, y, z) -> 1)).get(0);
		assertEquals(4 * 36, all.voxels());
		assertEquals(2 * 36 / 1000.0, all.outsideMillilitres(), 1e-12);
	}

	@ParameterizedTest
	@EnumSource(names = { "UINT8", "FLOAT32" })
	void ofEqualValuesTheFirstIsTheGreatest(final PlaneType type) throws IOException {
		final VolumeGeometry grid = Made.cubes(1, 50, 50, 64);
		final MeasuredImage flat = image(type, grid, (x, y, z) -> 3);
		for (int n = 0; n < 5; n++)
			assertEquals(new Vector3(0, 0, 0),
				SegmentStatistics.of(flat, Segments.whole("all"), DEFAULT).get(0).maximumIndex().orElseThrow());
	}

	/** A weight of 1/64 each: parts of voxels count as numpy's weights would. */
	@Test
	void partsOfVoxelsWeigh() throws IOException {
		final MeasuredImage image = image(PlaneType.FLOAT32, Made.cubes(4, 4, 1, 1), (x, y, z) -> x + 1);
		final VolumeGeometry fine = Made.cubes(1, 16, 1, 1);
		// labels from -0.5 to 6.5 mm: 2.5 of 4 mm of voxel 0 (from -2 on), 4 of voxel 1, 0.5 of voxel 2; 1 of 4 mm in y, z
		final MeasuredImage labels = image(PlaneType.UINT8, fine, (x, y, z) -> x <= 6 ? 1 : 0);
		final SegmentStatistics parts = SegmentStatistics
			.of(image, Segments.of(labels, image, true, Progress.NONE), DEFAULT)
			.get(0);
		assertTrue(parts.voxels() > 0);
		assertEquals(parts.voxels() * 0.064, parts.millilitres(), 1e-12);
		assertTrue(parts.intensity().mean() > 1.5 && parts.intensity().mean() < 2, "" + parts.intensity());
	}

	@Test
	void otherPlacesAreRefused() {
		final MeasuredImage image = image(PlaneType.UINT8, Made.cubes(1, 4, 4, 4), (x, y, z) -> 1);
		final MeasuredImage elsewhere = in("1.2", image), there = in("1.3", image);
		assertTrue(assertThrows(InputException.class, () -> measure(elsewhere, there)).getMessage()
			.contains("Frame of Reference"));
		final MeasuredImage floats = image(PlaneType.FLOAT32, Made.cubes(1, 4, 4, 4), (x, y, z) -> 1);
		assertTrue(assertThrows(InputException.class, () -> measure(image, floats)).getMessage().contains("32 bits"));
		assertThrows(InputException.class, () -> image(PlaneType.RGB, Made.cubes(1, 4, 4, 4), (x, y, z) -> 1));
	}

	private static MeasuredImage in(final String frameOfReference, final MeasuredImage image) {
		return new MeasuredImage("image", image.columns(), image.rows(), image.shape(), image.type(), image.line(),
			image.planes(), image.indexToSpace(), true, true, frameOfReference, List.of(), Optional.empty());
	}

	/** Labels over time: those of the first time count, and that is told. */
	@Test
	void labelsOfSeveralTimes() throws IOException {
		final VolumeGeometry grid = Made.cubes(1, 3, 3, 3);
		final MeasuredImage one = image(PlaneType.UINT8, grid, (x, y, z) -> x);
		final MeasuredImage two = new MeasuredImage("labels", 3, 3, new StackShape(3, 1, 2), one.type(), one.line(),
			one.planes(), one.indexToSpace(), true, true, "", List.of(), Optional.empty());
		assertTrue(measure(one, two).get(0).notes().contains("labels of the first time, for all times"));
		final MeasuredImage large = image(PlaneType.UINT8, Made.cubes(0.5, 5, 5, 5), (x, y, z) -> 1);
		for (final boolean isPartial : new boolean[] { false, true })
			assertTrue(SegmentStatistics.of(large, Segments.of(two, large, isPartial, Progress.NONE), DEFAULT)
				.get(0)
				.notes()
				.contains("labels of the first time, for all times"));
	}

	/** One and two voxels in diagonals through blocks of slices, and one part in each slice. */
	@Test
	void partsEndWithinAndAcrossBlocks() throws IOException {
		final VolumeGeometry grid = Made.cubes(1, 9, 9, 100);
		final MeasuredImage labels = image(PlaneType.UINT8, grid, (x, y, z) -> x == 0 && y == 0 ? 1
			: x == 4 && y == 4 && z % 2 == 0 ? 2 : x == 8 && y == 8 && z % 3 < 2 ? 3 : 0);
		assertEquals(List.of(1, 50, 34),
			measure(labels, labels).stream().map(each -> each.shape().orElseThrow().parts()).toList());
	}

	/** Also while what lies outside is counted. */
	@Test
	void lookingOutsideCanBeCancelled() {
		final Progress cancelled = new Progress() {

			private boolean isOutside;

			@Override
			public void update(final String phase, final long done, final long total) {
				isOutside = 2 * done >= total; // the first half looks where labels are
			}

			@Override
			public boolean isCanceled() {
				return isOutside;
			}
		};
		final MeasuredImage image = image(PlaneType.UINT8, Made.cubes(1, 4, 4, 4), (x, y, z) -> 1);
		final MeasuredImage labels = image(PlaneType.UINT8, Made.cubes(2, 4, 4, 4), (x, y, z) -> 1);
		for (final boolean isPartial : new boolean[] { false, true })
			assertThrows(CancellationException.class, () -> Segments.of(labels, image, isPartial, cancelled));
	}

	@Test
	void canBeCancelled() {
		final Progress cancelled = new Progress() {

			@Override
			public void update(final String phase, final long done, final long total) {}

			@Override
			public boolean isCanceled() {
				return true;
			}
		};
		assertThrows(CancellationException.class,
			() -> SegmentStatistics.of(image(PlaneType.UINT8, Made.cubes(1, 4, 4, 4), (x, y, z) -> 1),
				Segments.whole("all"), DEFAULT.withProgress(cancelled)));
	}
}
