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
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

import io.github.dicomvolumes.geometry.Affine;
import io.github.dicomvolumes.geometry.Vector3;
import io.github.dicomvolumes.pixels.PlaneType;
import io.github.dicomvolumes.volume.sample.Images.Kind;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.converter.Converters;
import net.imglib2.img.basictypeaccess.array.ShortArray;
import net.imglib2.img.planar.PlanarImg;
import net.imglib2.type.numeric.integer.UnsignedShortType;
import net.imglib2.util.Fraction;
import net.imglib2.view.Views;

import org.junit.jupiter.api.Test;

/** Slices that are read from somewhere when the image is asked for them. */
class LazySlicesTest {

	private static final int SIDE = 40, SLICES = 30;
	private static final Affine IDENTITY = Affine.scaling(1, 1, 1);
	private static final Vector3 X = new Vector3(1, 0, 0), Y = new Vector3(0, 1, 0), Z = new Vector3(0, 0, 1);

	private final List<Integer> asked = Collections.synchronizedList(new ArrayList<>());

	@Test
	void everySliceIsAskedForOnceAndOnlyIfItIsNeeded() {
		final Sampler sampler = Sampler.of(image(SIDE, SIDE, SLICES), IDENTITY);
		sampler.plane(new PlaneFrame(new Vector3(0, 20, 3), X, Z, 1, 1, SIDE, 20));
		assertAsked(3, 22);
		sampler.plane(new PlaneFrame(new Vector3(0, 0, 7), X, Y, 1, 1, SIDE, SIDE));
		assertAsked(7, 7);
		sampler.plane(new PlaneFrame(new Vector3(0, 0, 7.2), X, Y, 1, 1, SIDE, SIDE));
		assertAsked(7, 8);
		sampler.with(Interpolation.NEAREST).plane(new PlaneFrame(new Vector3(0, 0, 7.6), X, Y, 1, 1, SIDE, SIDE));
		assertAsked(8, 8);
		final Vector3 slope = new Vector3(0, 0.6, 0.8);
		sampler.plane(new PlaneFrame(new Vector3(0, 3, 5), slope, X, 1, 1, 10, SIDE));
		assertAsked(5, 13); // 5 + 9 * 0.8 = 12.2
	}

	/** The slices of one channel and time of a hyperstack, also in another order and shifted, are still arrays. */
	@Test
	void viewsOfOneChannelAndTime() {
		final var all = image(SIDE, SIDE, 5, 3, 2);
		final var one = Views.hyperSlice(Views.hyperSlice(all, 4, 1), 3, 2);
		final PlaneFrame frame = new PlaneFrame(new Vector3(1, 0, 0), X, new Vector3(0, 0.6, 0.8), 1, 1, 20, 5);
		Sampler.of(one, IDENTITY).plane(frame);
		assertAsked(5 * (2 + 3), 5 * (2 + 3) + 4);
		Sampler.of(Views.zeroMin(Views.invertAxis(one, 2)), IDENTITY).plane(frame);
		assertAsked(25, 29);
		Sampler.of(Views.hyperSlice(Views.hyperSlice(all, 4, 0), 2, 3), IDENTITY)
			.plane(new PlaneFrame(new Vector3(0, 0, 1), X, Y, 1, 1, 20, 5));
		assertAsked(8, 8);
	}

	@Test
	void arraysBehindViewsHaveTheValuesOfTheView() {
		final Random random = new Random(6);
		@SuppressWarnings("unchecked")
		final var all = (RandomAccessibleInterval<UnsignedShortType>) Kind.SHORTS.noise(random, 20, 15, 6, 3);
		final var view = Views.interval(Views.invertAxis(Views.hyperSlice(all, 3, 1), 2), new long[] { 0, 0, -4 },
			new long[] { 19, 14, -1 });
		final var noArrays = Converters.convert(view, (in, out) -> out.set(in), new UnsignedShortType());
		final Affine toPatient = Images.affine(random);
		for (int n = 0; n < 10; n++) {
			final PlaneFrame frame = Images.frame(random, toPatient, 20, 15, -4);
			assertArrayEquals((short[]) Sampler.of(noArrays, toPatient).plane(frame),
				(short[]) Sampler.of(view, toPatient).plane(frame));
		}
	}

	/** Views whose slices are no whole ones of the image, and arrays as a whole. */
	@Test
	void otherViewsOfArraysHaveTheirOwnValues() {
		final Random random = new Random(8);
		@SuppressWarnings("unchecked")
		final var image = (RandomAccessibleInterval<UnsignedShortType>) Kind.SHORTS.noise(random, 9, 9, 9);
		final Affine toPatient = Images.affine(random);
		for (final var view : List.of(Views.invertAxis(image, 0), Views.invertAxis(image, 1),
			Views.permute(image, 0, 1), Views.permute(image, 1, 2),
			Views.interval(image, new long[] { 0, 0, 0 }, new long[] { 7, 8, 8 }), Views.translate(image, 1, 0, 0),
			Views.zeroMin(Views.invertAxis(image, 0))))
		{
			final var noArrays = Converters.convert(view, (in, out) -> out.set(in), new UnsignedShortType());
			final PlaneFrame frame = Images.frame(random, toPatient, 5, 5, 5);
			assertArrayEquals((short[]) Sampler.of(noArrays, toPatient).plane(frame),
				(short[]) Sampler.of(view, toPatient).plane(frame));
		}
	}

	/** However few slices are held at a time, the values are the same, and every pixel has one. */
	@Test
	void passesAddUp() {
		final Random random = new Random(7);
		for (int n = 0; n < 20; n++) {
			final VoxelSource source = Sources.of(Kind.FLOATS.noise(random, 20, 15, 12));
			final Affine toPatient = Images.affine(random);
			final PlaneFrame frame = Images.frame(random, toPatient, 20, 15, 12);
			for (final Interpolation interpolation : Interpolation.values()) {
				final Sampler whole = Sampler.of(source, toPatient).with(interpolation);
				for (int most = 1; most < 6; most++) {
					final Sampler parts = Sampler.of(new Part(source, most), toPatient).with(interpolation);
					assertArrayEquals(whole.values(frame), parts.values(frame));
					assertArrayEquals((float[]) whole.slab(frame, SlabMode.MIN, 20),
						(float[]) parts.slab(frame, SlabMode.MIN, 20));
				}
			}
		}
	}

	/** 100 slices of 2 MB: several passes. */
	@Test
	void fewSlicesAreHeldAtATime() {
		final int[] size = { 1000, 1000, 100 };
		final int slices = new ArraySource(PlaneType.UINT16, size, z -> null, 0).slicesAtOnce();
		assertTrue(slices >= 1 && slices <= 33, slices + " slices");
		assertEquals(1, new ArraySource(PlaneType.RGB, new int[] { 20000, 20000, 9 }, z -> null, 0).slicesAtOnce());
	}

	/** A source of which fewer slices may be held. */
	private record Part(VoxelSource whole, int slicesAtOnce) implements VoxelSource {

		@Override
		public PlaneType type() {
			return whole.type();
		}

		@Override
		public int[] size() {
			return whole.size();
		}

		@Override
		public VoxelReader reader(final int first, final int last) {
			return whole.reader(first, last);
		}
	}

	private void assertAsked(final int first, final int last) {
		final List<Integer> expected = new ArrayList<>();
		for (int z = first; z <= last; z++)
			expected.add(z);
		Collections.sort(asked);
		assertEquals(expected, asked);
		asked.clear();
	}

	private PlanarImg<UnsignedShortType, ShortArray> image(final long... size) {
		int planes = 1;
		for (int d = 2; d < size.length; d++)
			planes *= (int) size[d];
		final int count = planes;
		final var image = new PlanarImg<UnsignedShortType, ShortArray>(new AbstractList<>() {

			@Override
			public ShortArray get(final int plane) {
				asked.add(plane);
				return new ShortArray(SIDE * SIDE);
			}

			@Override
			public int size() {
				return count;
			}
		}, size, new Fraction());
		image.setLinkedType(new UnsignedShortType(image));
		asked.clear();
		return image;
	}
}
