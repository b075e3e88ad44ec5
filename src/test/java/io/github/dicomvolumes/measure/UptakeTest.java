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
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Random;

import io.github.dicomvolumes.geometry.Affine;
import io.github.dicomvolumes.geometry.Vector3;
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

/** SUVpeak, MTV and TLG where they are known: cubes of 4 mm, of which 19 have their centres within 6.2 mm of one. */
class UptakeTest {

	private static final double ML = 0.064;
	private static final int SIDE = 17, MIDDLE = 8, SPHERE = 19;

	private static Uptake uptake(final PlaneType type, final Made.Voxels values, final Made.Voxels labels)
		throws IOException
	{
		final MeasuredImage image = Made.image(type, Made.cubes(4, SIDE, SIDE, SIDE), new Rescale(1, 0, "g/ml"),
			values);
		final MeasuredImage mask = Made.image(PlaneType.UINT8, Made.cubes(4, SIDE, SIDE, SIDE), Rescale.IDENTITY,
			labels);
		return SegmentStatistics.of(image, Segments.of(mask, image, false, Progress.NONE), StatisticsOptions.DEFAULT)
			.get(0)
			.uptake()
			.orElseThrow();
	}

	private static double far(final int x, final int y, final int z) {
		return new Vector3(x - MIDDLE, y - MIDDLE, z - MIDDLE).norm();
	}

	@ParameterizedTest
	@EnumSource(names = { "UINT16", "FLOAT32" })
	void pointSource(final PlaneType type) throws IOException {
		final Uptake uptake = uptake(type, (x, y, z) -> far(x, y, z) == 0 ? 38 : 0,
			(x, y, z) -> far(x, y, z) < 3 ? 1 : 0);
		assertEquals(38.0 / SPHERE, uptake.peak(), 1e-12);
		assertEquals(38.0 / SPHERE, uptake.peakAtMaximum(), 1e-12);
		for (final Uptake.Active active : uptake.active()) {
			assertEquals(ML, active.millilitres(), 1e-12);
			assertEquals(38 * ML, active.lesionGlycolysis(), 1e-12);
		}
		assertEquals(38 * ML, uptake.lesionGlycolysis(), 1e-12);
	}

	/** The sphere in the middle is all inside. */
	@ParameterizedTest
	@EnumSource(names = { "UINT16", "FLOAT32" })
	void uniformBall(final PlaneType type) throws IOException {
		final Uptake uptake = uptake(type, (x, y, z) -> far(x, y, z) <= 4 ? 3 : 1,
			(x, y, z) -> far(x, y, z) <= 6 ? 1 : 0);
		assertEquals(3, uptake.peak(), 1e-12);
		assertEquals(3, uptake.peakAtMaximum(), 1e-12, "the greatest of all voxels with SUVmax");
		int inner = 0;
		for (int i = 0; i < SIDE * SIDE * SIDE; i++)
			inner += far(i % SIDE, i / SIDE % SIDE, i / SIDE / SIDE) <= 4 ? 1 : 0;
		assertEquals(inner * ML, uptake.active().get(0).millilitres(), 1e-9);
		assertEquals(inner * ML, uptake.active().get(2).millilitres(), 1e-9, "SUV 2.5");
		assertEquals(0, uptake.active().get(3).millilitres(), "SUV 4");
		assertEquals(3 * inner * ML, uptake.active().get(1).lesionGlycolysis(), 1e-9);
	}

	/** Of a gradient the mean is the value in the middle; at the border of the image half of the sphere is missing. */
	@ParameterizedTest
	@EnumSource(names = { "UINT16", "FLOAT32" })
	void gradient(final PlaneType type) throws IOException {
		final Uptake uptake = uptake(type, (x, y, z) -> 10 + x, (x, y, z) -> x < 12 ? 1 : 0);
		assertEquals(21, uptake.peak(), 1e-12);
		assertEquals(21, uptake.peakAtMaximum(), 1e-12);
		final Uptake border = uptake(type, (x, y, z) -> 10 + x, (x, y, z) -> y == MIDDLE && z == MIDDLE ? 1 : 0);
		// layers of 9 and 5 voxels: one on the plane of the last voxel, one before it
		assertEquals((9 * 26 + 5 * 25) / 14.0, border.peak(), 1e-12);
	}

	/** Where all of a sphere is no number it has no mean, and those before count. */
	@Test
	void spheresOfNoNumbers() throws IOException {
		final Uptake uptake = uptake(PlaneType.FLOAT32, (x, y, z) -> z > 10 ? Double.NaN : 20 - z, (x, y, z) -> 1);
		assertEquals(uptake(PlaneType.FLOAT32, (x, y, z) -> 20 - z, (x, y, z) -> 1).peak(), uptake.peak(), 1e-12);
	}

	/** Of grids in any direction, sheared and mirrored ones too, spheres are those that one finds voxel by voxel. */
	@ParameterizedTest
	@ValueSource(longs = { 1, 2, 3, 4, 5, 6 })
	void spheresOnAnyGrid(final long seed) throws IOException {
		final Random random = new Random(seed);
		final Vector3[] axes = new Vector3[3];
		for (int axis = 0; axis < 3; axis++)
			axes[axis] = Made.vector(random).unit().times(2 + 3 * random.nextDouble());
		final Affine toPatient = new Affine(axes[0], axes[1], axes[2], Made.vector(random));
		final int columns = 7, rows = 6, slices = 5;
		final float[][] values = new float[slices][columns * rows];
		for (final float[] plane : values)
			for (int i = 0; i < plane.length; i++)
				plane[i] = random.nextInt(9) == 0 && seed > 3 ? Float.NaN : random.nextFloat();
		double expected = 0;
		for (int n = 0; n < slices * columns * rows; n++)
			expected = Math.max(expected, mean(values, n, toPatient, columns));
		final MeasuredImage image = new MeasuredImage("pet", columns, rows, new StackShape(slices, 1, 1),
			PlaneType.FLOAT32, new Rescale(1, 0, "g/ml"), (z, channel, time) -> values[z], toPatient, true, true, "",
			List.of(), Optional.empty());
		assertEquals(expected,
			SegmentStatistics.of(image, Segments.whole("all"), StatisticsOptions.DEFAULT)
				.get(0)
				.uptake()
				.orElseThrow()
				.peak(),
			1e-6);
	}

	private static double mean(final float[][] values, final int middle, final Affine toPatient, final int columns) {
		double sum = 0, count = 0;
		for (int n = 0; n < values.length * values[0].length; n++) {
			final double far = at(n, values[0].length, columns, toPatient)
				.minus(at(middle, values[0].length, columns, toPatient))
				.norm();
			final float value = values[n / values[0].length][n % values[0].length];
			if (far > Math.cbrt(750 / Math.PI) || Float.isNaN(value)) continue;
			sum += value;
			count++;
		}
		return count == 0 ? 0 : sum / count;
	}

	private static Vector3 at(final int n, final int pixels, final int columns, final Affine toPatient) {
		return toPatient.apply(n % pixels % columns, n % pixels / columns, n / pixels);
	}

	@Test
	void noUptakeWithoutItsUnit() throws IOException {
		final MeasuredImage image = Made.image(PlaneType.UINT16, Made.cubes(4, 3, 3, 3), new Rescale(1, 0, "BQML"),
			(x, y, z) -> 1);
		assertTrue(
			SegmentStatistics.of(image, Segments.whole("all"), StatisticsOptions.DEFAULT).get(0).uptake().isEmpty());
	}
}
