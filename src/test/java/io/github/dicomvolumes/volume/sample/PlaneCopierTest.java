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

import java.io.IOException;
import java.nio.file.Path;
import java.util.AbstractList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;

import io.github.dicomvolumes.DicomVolumes;
import io.github.dicomvolumes.SyntheticCases;
import io.github.dicomvolumes.geometry.AnatomicalPlane;
import io.github.dicomvolumes.geometry.Vector3;
import io.github.dicomvolumes.work.Progress;
import io.github.dicomvolumes.pixels.PlaneType;
import io.github.dicomvolumes.volume.DicomVolume;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.NativeType;
import net.imglib2.type.numeric.ARGBType;
import net.imglib2.type.numeric.RealType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is copied, one plane or many, from memory or from files, is what the ImgLib2 view has. */
class PlaneCopierTest {

	/** All ways in which three axes can lie. */
	private static final int[][] ORDERS = { { 0, 1, 2 }, { 0, 2, 1 }, { 1, 0, 2 }, { 1, 2, 0 }, { 2, 0, 1 },
		{ 2, 1, 0 } };

	@ParameterizedTest
	@EnumSource(value = PlaneType.class, names = "INT16", mode = EnumSource.Mode.EXCLUDE)
	void planesAreThoseOfTheView(final PlaneType type) {
		for (int seed = 0; seed < 60; seed++) {
			final Random random = new Random(seed);
			final int[] size = { 1 + random.nextInt(70), 1 + random.nextInt(40), 1 + random.nextInt(30),
				1 + random.nextInt(2), 1 + random.nextInt(2) };
			final PlaneImage image = image(type, size, random);
			final int[] order = ORDERS[seed % ORDERS.length];
			final PlaneAxes axes = new PlaneAxes(order[0], random.nextBoolean(), order[1], random.nextBoolean(),
				order[2]);
			final int channel = random.nextInt(size[3]), time = random.nextInt(size[4]);
			final PlaneCopier copier = new PlaneCopier(image, axes, channel, time);
			final int first = random.nextInt(size[order[2]]), count = 1 + random.nextInt(size[order[2]] - first);
			final Object[] adjacent = copier.adjacent(first, count, Progress.NONE);
			assertEquals(count, adjacent.length);
			for (int n = 0; n < count; n++) {
				final var view = Planes.slice(image.at(channel, time), axes, first + n);
				assertSame(view, type, adjacent[n], "seed " + seed + " " + axes + " plane " + n);
				assertSame(view, type, copier.plane(first + n), "seed " + seed + " " + axes + " single " + n);
			}
			assertSlab(image, axes, channel, time, first, count);
		}
	}

	private static void assertSlab(final PlaneImage image, final PlaneAxes axes, final int channel, final int time,
		final int first, final int count)
	{
		if (image.type() == PlaneType.RGB) return;
		final PlaneCopier copier = new PlaneCopier(image, axes, channel, time);
		for (final SlabMode mode : SlabMode.values()) {
			final Object slab = copier.slab(first, first + count - 1, mode);
			final Object[] planes = copier.adjacent(first, count, Progress.NONE);
			final int pixels = image.size(axes.right()) * image.size(axes.down());
			for (int i = 0; i < pixels; i++) {
				final int at = i;
				final var values = IntStream.range(0, count).mapToDouble(n -> image.type().value(planes[n], at));
				final double expected = switch (mode) {
					case MAX -> values.max().orElseThrow();
					case MIN -> values.min().orElseThrow();
					case MEAN -> values.average().orElseThrow();
				};
				assertEquals(expected, image.type().value(slab, i), image.type() == PlaneType.FLOAT32 ? 4e-3 : 0.5001);
			}
		}
	}

	private static void assertSame(final RandomAccessibleInterval<? extends NativeType<?>> view, final PlaneType type,
		final Object pixels, final String what)
	{
		final int width = (int) view.dimension(0);
		for (int y = 0; y < view.dimension(1); y++)
			for (int x = 0; x < width; x++)
				assertEquals(number(view.getAt(x, y)), type.value(pixels, x + y * width), what);
	}

	private static double number(final Object voxel) {
		return voxel instanceof RealType<?> real ? real.getRealDouble() : ((ARGBType) voxel).get() & 0xFFFFFFFFL;
	}

	/** Of random numbers, in memory, or asked for slice by slice, or read in rows. */
	private static PlaneImage image(final PlaneType type, final int[] size, final Random random) {
		final int pixels = size[0] * size[1], planes = size[2] * size[3] * size[4], way = random.nextInt(3);
		final Object[] arrays = new Object[planes];
		for (int n = 0; n < planes; n++) {
			arrays[n] = type.newPlane(pixels);
			for (int i = 0; i < pixels; i++)
				type.fill(arrays[n], i, i + 1, random.nextInt(type == PlaneType.UINT8 ? 256 : 40000));
		}
		final List<Object> list = way == 0 ? List.of(arrays) : new AbstractList<>() {

			@Override
			public Object get(final int plane) {
				return arrays[plane];
			}

			@Override
			public int size() {
				return arrays.length;
			}
		};
		final PlaneImage.Rows rows = (z, channel, time, first, count, into) -> System
			.arraycopy(arrays[z + size[2] * (channel + size[3] * time)], first * size[0], into, 0, count * size[0]);
		return new PlaneImage(PlanarImages.of(type, list, size[0], size[1], size[2], size[3], size[4]), type, way > 0,
			random.nextBoolean(), way == 2 ? Optional.of(rows) : Optional.empty());
	}

	// -- In the patient --

	/** Right and down lead where R36 says, and voxels stay where they are. */
	@ParameterizedTest
	@ValueSource(strings = { "axial_asc", "sagittal", "coronal", "double_oblique", "feetward_axial" })
	void planesOfAVolumeLieAsTheyAreLookedAt(final String name, @TempDir final Path folder) throws IOException {
		final DicomVolume volume = DicomVolumes.open(SyntheticCases.write(name, folder));
		for (final AnatomicalPlane plane : AnatomicalPlane.values()) {
			final PlaneAxes axes = volume.planeAxes(plane);
			final double[] right = new double[3], down = new double[3];
			right[axes.right()] = axes.rightReversed() ? -1 : 1;
			down[axes.down()] = axes.downReversed() ? -1 : 1;
			final var map = volume.geometry().indexToPatient();
			final Vector3 zero = map.apply(new Vector3(0, 0, 0));
			final Vector3 rightwards = map.apply(Vector3.of(right)).minus(zero),
				downwards = map.apply(Vector3.of(down)).minus(zero);
			switch (plane) {
				case AXIAL -> assertLeads(rightwards.x(), downwards.y());
				case CORONAL -> assertLeads(rightwards.x(), -downwards.z());
				case SAGITTAL -> assertLeads(rightwards.y(), -downwards.z());
			}
			final int slice = (int) volume.dimensions()[axes.through()] / 2;
			final var view = volume.plane(plane, slice);
			final int[] voxel = new int[3];
			voxel[axes.through()] = slice;
			final long last = volume.dimensions()[axes.right()] - 1;
			voxel[axes.right()] = (int) (axes.rightReversed() ? last - 1 : 1);
			voxel[axes.down()] = (int) (axes.downReversed() ? volume.dimensions()[axes.down()] - 1 : 0);
			assertEquals(volume.values().getAt(voxel).get(), view.getAt(1, 0).get());
		}
	}

	private static void assertLeads(final double right, final double down) {
		assertEquals(1, Math.signum(right));
		assertEquals(1, Math.signum(down));
	}

	@Test
	void slicesThatAreNotThereAreRefused(@TempDir final Path folder) throws IOException {
		final DicomVolume volume = DicomVolumes.open(SyntheticCases.write("axial_asc", folder));
		assertThrows(IndexOutOfBoundsException.class,
			() -> volume.plane(AnatomicalPlane.AXIAL, volume.dimensions()[2]));
	}
}
