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

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CancellationException;

import io.github.dicomvolumes.geometry.Orientation;
import io.github.dicomvolumes.geometry.Vector3;
import io.github.dicomvolumes.geometry.VolumeGeometry;
import io.github.dicomvolumes.work.Progress;
import io.github.dicomvolumes.volume.sample.Images.Kind;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.img.basictypeaccess.array.FloatArray;
import net.imglib2.img.basictypeaccess.array.ShortArray;
import net.imglib2.img.planar.PlanarImg;
import net.imglib2.type.numeric.integer.UnsignedShortType;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.util.Fraction;
import net.imglib2.view.Views;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ResamplingTest {

	private static final long[] SIZE = { 24, 20, 14 };

	@ParameterizedTest
	@EnumSource
	void ontoItsOwnGridIsTheImage(final Interpolation interpolation) throws IOException {
		final Random random = new Random(41);
		for (int n = 0; n < 20; n++) {
			final VolumeGeometry grid = grid(random);
			final RandomAccessibleInterval<?> image = Kind.SHORTS.noise(random, SIZE);
			assertVoxels(image, resampled(image, grid, grid, interpolation), 0, 0, 0);
		}
	}

	/** By whole voxels in three directions, and then by others: as all of it at once, but for what is outside. */
	@Test
	void wholeShiftsAddUpExactly() throws IOException {
		final Random random = new Random(42);
		for (int n = 0; n < 20; n++) {
			final VolumeGeometry grid = grid(random), first = shifted(grid, 3, -2, 1),
				second = shifted(first, -1, 4, -3);
			final RandomAccessibleInterval<?> image = Kind.SHORTS.noise(random, SIZE);
			final List<Object> once = resampled(image, grid, first, Interpolation.LINEAR);
			assertVoxels(image, once, 3, -2, 1);
			final List<Object> twice = resampled(image(once), first, second, Interpolation.LINEAR);
			final List<Object> atOnce = resampled(image, grid, second, Interpolation.LINEAR);
			for (int z = 0; z < SIZE[2]; z++)
				for (int y = 0; y < SIZE[1]; y++)
					for (int x = 0; x < SIZE[0]; x++) {
						final boolean isCut = x < 1 || y + 4 > SIZE[1] - 1 || z < 3;
						final int at = x + y * (int) SIZE[0];
						assertEquals(isCut ? 0 : ((short[]) atOnce.get(z))[at], ((short[]) twice.get(z))[at]);
					}
		}
	}

	/**
	 * Onto a finer grid in another direction and back: linear interpolation of waves that are w voxels long loses up to
	 * (2 pi / w)^2 / 8 of each, per direction and step.
	 */
	@Test
	void thereAndBackOfASmoothPhantom() throws IOException {
		final Random random = new Random(43);
		for (int n = 0; n < 5; n++) {
			final VolumeGeometry grid = grid(random);
			final Vector3[] waves = { Images.vector(random, 0.2), Images.vector(random, 0.2),
				Images.vector(random, 0.2) };
			final float[] voxels = new float[(int) (SIZE[0] * SIZE[1] * SIZE[2])];
			for (int i = 0; i < voxels.length; i++)
				for (final Vector3 wave : waves)
					voxels[i] += (float) Math.sin(wave.dot(new Vector3(i % 24, i / 24 % 20, i / 480)));
			final VolumeGeometry fine = TargetGrids.covering(grid, Images.orientation(random),
				TargetGrids.smallestVoxel(grid) / 2);
			final List<Object> there = resampled(ArrayImgs.floats(voxels, SIZE), grid, fine, Interpolation.LINEAR);
			final List<Object> back = resampled(floats(there, fine.size()), fine, grid, Interpolation.LINEAR);
			double worst = 0;
			for (int z = 1; z < SIZE[2] - 1; z++)
				for (int y = 1; y < SIZE[1] - 1; y++)
					for (int x = 1; x < SIZE[0] - 1; x++)
						worst = Math.max(worst,
							Math.abs(((float[]) back.get(z))[x + y * 24] - voxels[x + y * 24 + z * 480]));
			final double bound = 3 * 0.2 * 0.2 / 8 * 2;
			assertTrue(worst < bound && worst > 1e-4, worst + " of 3");
		}
	}

	/** The error of an image of whole numbers is that of rounding. */
	@Test
	void whole16BitNumbersAreRoundedOnce() throws IOException {
		final Random random = new Random(44);
		final VolumeGeometry grid = grid(random), to = TargetGrids.spaced(grid, 0.8);
		final RandomAccessibleInterval<?> image = Kind.SHORTS.noise(random, SIZE);
		final List<Object> planes = resampled(image, grid, to, Interpolation.LINEAR);
		double worst = 0;
		for (int z = 0; z < planes.size(); z++) {
			final float[] exact = Sampler.of(image, grid.indexToPatient()).values(PlaneFrame.ofSlice(to, z));
			for (int i = 0; i < exact.length; i++)
				worst = Math.max(worst, Math.abs(exact[i] - (((short[]) planes.get(z))[i] & 0xFFFF)));
		}
		assertTrue(worst > 0.49 && worst < 0.505, worst + " is the largest error");
	}

	@Test
	void sliceBySliceIsTheSame() throws IOException {
		final Random random = new Random(45);
		final VolumeGeometry grid = grid(random), to = TargetGrids.covering(grid, Images.orientation(random), 1.5);
		final Sampler sampler = Sampler.of(Kind.SHORTS.noise(random, SIZE), grid.indexToPatient()).withOutside(3000);
		final Resampling resampling = new Resampling(sampler, to);
		final List<Object> planes = resampling.planes(Progress.NONE);
		assertEquals(to.slices(), planes.size());
		for (int z = 0; z < planes.size(); z++)
			assertArrayEquals((short[]) planes.get(z), (short[]) resampling.plane(z));
		assertThrows(IndexOutOfBoundsException.class, () -> resampling.plane(planes.size()));
	}

	/** No voxel lies there. */
	@Test
	void farFromTheImage() throws IOException {
		final VolumeGeometry grid = grid(new Random(46)), far = shifted(grid, 1000, 2000, -3000);
		final Sampler sampler = Sampler.of(Kind.BYTES.noise(new Random(1), SIZE), grid.indexToPatient())
			.withOutside(255);
		for (final Object plane : new Resampling(sampler, far).planes(Progress.NONE))
			for (final byte pixel : (byte[]) plane)
				assertEquals(-1, pixel);
	}

	@Test
	void progressGoesToTheEndAndCanCancel() throws IOException {
		final VolumeGeometry grid = grid(new Random(47));
		final Sampler sampler = Sampler.of(Kind.BYTES.noise(new Random(1), SIZE), grid.indexToPatient());
		final Resampling resampling = new Resampling(sampler, grid);
		final List<Long> seen = new ArrayList<>();
		resampling.planes((phase, done, total) -> {
			assertTrue(done <= total, done + " of " + total);
			seen.add(done);
		});
		assertEquals(seen.stream().sorted().toList(), seen);
		assertEquals(SIZE[2], seen.get(seen.size() - 1));
		assertThrows(CancellationException.class, () -> resampling.planes(new Progress() {

			@Override
			public void update(final String phase, final long done, final long total) {}

			@Override
			public boolean isCanceled() {
				return true;
			}
		}));
	}

	// -- Helpers --

	private static List<Object> resampled(final RandomAccessibleInterval<?> image, final VolumeGeometry from,
		final VolumeGeometry to, final Interpolation interpolation) throws IOException
	{
		return new Resampling(Sampler.of(image, from.indexToPatient()).with(interpolation), to).planes(Progress.NONE);
	}

	/** Every voxel is that of the image at an offset, 0 outside. */
	private static void assertVoxels(final RandomAccessibleInterval<?> image, final List<Object> planes, final int dx,
		final int dy, final int dz)
	{
		@SuppressWarnings("unchecked")
		final var access = Views.extendValue((RandomAccessibleInterval<UnsignedShortType>) image, 0).randomAccess();
		for (int z = 0; z < planes.size(); z++)
			for (int i = 0; i < SIZE[0] * SIZE[1]; i++) {
				access.setPosition(new long[] { i % SIZE[0] + dx, i / SIZE[0] + dy, z + dz });
				assertEquals(access.get().get(), ((short[]) planes.get(z))[i] & 0xFFFF);
			}
	}

	private static VolumeGeometry shifted(final VolumeGeometry grid, final int dx, final int dy, final int dz) {
		return new VolumeGeometry(grid.indexToPatient().apply(dx, dy, dz), grid.orientation(), grid.columnSpacing(),
			grid.rowSpacing(), grid.step(), grid.columns(), grid.rows(), grid.slices(), grid.unit(),
			grid.patientBased(), grid.spacingSource());
	}

	/** A grid whose slices lean. */
	private static VolumeGeometry grid(final Random random) {
		final Orientation directions = Images.orientation(random);
		return VolumeGeometry.of(Images.vector(random, 200), directions, 0.6 + random.nextDouble(),
			0.6 + random.nextDouble(),
			directions.normal().times(0.6 + random.nextDouble()).plus(directions.row().times(0.3)), SIZE[0], SIZE[1],
			SIZE[2]);
	}

	private static RandomAccessibleInterval<?> image(final List<Object> planes) {
		final var image = new PlanarImg<UnsignedShortType, ShortArray>(
			planes.stream().map(p -> new ShortArray((short[]) p)).toList(), SIZE, new Fraction());
		image.setLinkedType(new UnsignedShortType(image));
		return image;
	}

	private static RandomAccessibleInterval<?> floats(final List<Object> planes, final long[] size) {
		final var image = new PlanarImg<FloatType, FloatArray>(
			planes.stream().map(p -> new FloatArray((float[]) p)).toList(), size, new Fraction());
		image.setLinkedType(new FloatType(image));
		return image;
	}
}
