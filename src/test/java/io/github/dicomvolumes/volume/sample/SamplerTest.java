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

import java.lang.reflect.Array;
import java.util.List;
import java.util.Random;

import io.github.dicomvolumes.geometry.Affine;
import io.github.dicomvolumes.geometry.Vector3;
import io.github.dicomvolumes.pixels.PlaneType;
import io.github.dicomvolumes.volume.sample.Images.Kind;

import net.imglib2.RandomAccessible;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.RealRandomAccess;
import net.imglib2.converter.Converters;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.img.planar.PlanarImgs;
import net.imglib2.interpolation.randomaccess.NLinearInterpolatorFactory;
import net.imglib2.interpolation.randomaccess.NearestNeighborInterpolatorFactory;
import net.imglib2.type.numeric.ARGBType;
import net.imglib2.type.numeric.RealType;
import net.imglib2.type.numeric.real.DoubleType;
import net.imglib2.util.ImgUtil;
import net.imglib2.view.Views;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SamplerTest {

	private static final Affine IDENTITY = Affine.scaling(1, 1, 1);
	private static final Vector3 X = new Vector3(1, 0, 0), Y = new Vector3(0, 1, 0), Z = new Vector3(0, 0, 1);
	private static final long[] SIZE = { 23, 17, 11 };

	// -- Equal to ImgLib2's own expressions --

	@ParameterizedTest
	@EnumSource
	void equalsInterpolatedViews(final Kind kind) {
		final Random random = new Random(15);
		int inside = 0, outside = 0;
		for (int n = 0; n < 40; n++) {
			final RandomAccessibleInterval<?> image = kind.noise(random, SIZE);
			final Affine toPatient = Images.affine(random);
			final PlaneFrame frame = Images.frame(random, toPatient, SIZE);
			for (final Interpolation interpolation : Interpolation.values()) {
				final float[] actual = Sampler.of(image, toPatient).with(interpolation).values(frame);
				for (int pixel = 0; pixel < actual.length; pixel++) {
					final Vector3 at = toPatient.inverse()
						.apply(frame.toPatient(pixel % frame.width(), pixel / frame.width()));
					final double expected = view(image, interpolation, at);
					if (Double.isNaN(expected)) outside++;
					else inside++;
					assertEquals(expected, actual[pixel], kind.range * 1e-6, kind + " " + interpolation + " " + at);
				}
			}
		}
		assertTrue(inside > 10000 && outside > 10000, inside + " inside, " + outside + " outside");
	}

	/** Several pixels between the same voxels, along an axis and across its voxels' centres and its border. */
	@ParameterizedTest
	@EnumSource
	void magnifiedRowsAlongEveryAxis(final Kind kind) {
		final Random random = new Random(18);
		final RandomAccessibleInterval<?> image = kind.noise(random, SIZE);
		for (final Vector3 right : List.of(X, Y, Z, X.times(-1), Y.times(-1), Z.times(-1)))
			for (final double pixel : new double[] { 0.125, 0.2, 0.5 }) {
				final Vector3 down = right.x() != 0 ? Z : right.y() != 0 ? X : Y;
				final Vector3 start = new Vector3(2 + random.nextInt(3), 5 + random.nextInt(3), 4)
					.plus(down.times(random.nextInt(2) / 3.0))
					.minus(right.times(8));
				final PlaneFrame frame = frame(start, right, down, pixel, (int) (20 / pixel), 5);
				final float[] actual = Sampler.of(image, IDENTITY).values(frame);
				for (int at = 0; at < actual.length; at++) {
					final Vector3 place = frame.toPatient(at % frame.width(), at / frame.width());
					assertEquals(view(image, Interpolation.LINEAR, place), actual[at], kind.range * 1e-6,
						kind + " along " + right + " by " + pixel + " at " + place);
				}
			}
	}

	/** The whole numbers are those of the values, rounded. */
	@ParameterizedTest
	@EnumSource(names = { "BYTES", "SHORTS", "ARRAY_OF_BYTES", "ARRAY_OF_SHORTS" })
	void roundsWholeNumbers(final Kind kind) {
		final Random random = new Random(16);
		final RandomAccessibleInterval<?> image = kind.noise(random, SIZE);
		final Affine toPatient = Images.affine(random);
		final PlaneFrame frame = Images.frame(random, toPatient, SIZE);
		final Sampler sampler = Sampler.of(image, toPatient).withOutside(7);
		final Object plane = sampler.plane(frame);
		final float[] values = sampler.values(frame);
		for (int pixel = 0; pixel < values.length; pixel++) {
			final double value = number(plane, pixel);
			if (Float.isNaN(values[pixel])) assertEquals(7, value);
			else assertEquals(values[pixel], value, 0.5 + 1e-6 * kind.range);
		}
	}

	@ParameterizedTest
	@EnumSource(names = { "COLOURS", "ARRAY_OF_COLOURS" })
	void everyColourIsRoundedByItself(final Kind kind) {
		final Random random = new Random(17);
		final RandomAccessibleInterval<?> image = kind.noise(random, SIZE);
		final Affine toPatient = Images.affine(random);
		final PlaneFrame frame = Images.frame(random, toPatient, SIZE);
		final int[] colours = (int[]) Sampler.of(image, toPatient).withOutside(0xFF102030L).plane(frame);
		for (int channel = 1; channel <= 3; channel++) {
			@SuppressWarnings("unchecked")
			final var one = Converters.argbChannel((RandomAccessibleInterval<ARGBType>) image, channel);
			final byte[] expected = (byte[]) Sampler.of(one, toPatient).withOutside(channel * 16).plane(frame);
			for (int pixel = 0; pixel < colours.length; pixel++)
				assertEquals(expected[pixel], (byte) (colours[pixel] >> 24 - 8 * channel));
		}
	}

	/** The grid is that of a view that turns the axes, so every pixel is a voxel. */
	@ParameterizedTest
	@EnumSource
	void turnedAndMirroredGridsAreViews(final Kind kind) {
		final Random random = new Random(18);
		final RandomAccessibleInterval<?> image = kind.noise(random, SIZE);
		for (int from = 0; from < 3; from++)
			for (int to = 0; to < 3; to++)
				for (int inverted = 0; inverted < 8; inverted++) {
					RandomAccessibleInterval<?> view = Views.permute(image, from, to);
					for (int d = 0; d < 3; d++)
						if ((inverted >> d & 1) == 1) view = Views.zeroMin(Views.invertAxis(view, d));
					assertVoxels(image, view, from, to, inverted);
				}
	}

	private static void assertVoxels(final RandomAccessibleInterval<?> image, final RandomAccessibleInterval<?> view,
		final int from, final int to, final int inverted)
	{
		final Vector3[] axes = { X, Y, Z }; // of the view, as the image has them
		axes[from] = new Vector3[] { X, Y, Z }[to];
		axes[to] = new Vector3[] { X, Y, Z }[from];
		Vector3 origin = new Vector3(0, 0, 0);
		for (int d = 0; d < 3; d++)
			if ((inverted >> d & 1) == 1) {
				origin = origin.plus(axes[d].times(view.dimension(d) - 1));
				axes[d] = axes[d].times(-1);
			}
		final Affine oblique = Images.affine(new Random(from * 100 + to * 10 + inverted));
		final Affine toPatient = new Affine(oblique.i().unit(), oblique.j().unit(),
			oblique.i().cross(oblique.j()).unit(), oblique.origin());
		final Affine turned = toPatient.after(new Affine(axes[0], axes[1], axes[2], origin));
		for (int z = 0; z < view.dimension(2); z += 4) {
			final PlaneFrame frame = new PlaneFrame(turned.apply(0, 0, z), turned.i(), turned.j(), 1, 1,
				(int) view.dimension(0), (int) view.dimension(1));
			for (final Interpolation interpolation : Interpolation.values()) {
				final Object plane = Sampler.of(image, toPatient)
					.with(interpolation)
					.withOutside(Double.NaN)
					.plane(frame);
				final var access = view.randomAccess();
				for (int pixel = 0; pixel < Array.getLength(plane); pixel++) {
					access.setPosition(new int[] { pixel % frame.width(), pixel / frame.width(), z });
					final Object voxel = access.get();
					if (voxel instanceof ARGBType colour) assertEquals(colour.get(), ((int[]) plane)[pixel]);
					else assertEquals((float) ((RealType<?>) voxel).getRealDouble(), (float) number(plane, pixel));
				}
			}
		}
	}

	// -- Laws --

	/** Pixels of two sizes, so that all three are centres of one. */
	@Test
	void planeThroughThreeVoxelsHoldsTheirValues() {
		final Random random = new Random(19);
		for (int n = 0; n < 100; n++) {
			final RandomAccessibleInterval<?> image = Kind.FLOATS.noise(random, SIZE);
			final Affine toPatient = Images.affine(random);
			final int[] a = voxel(random, 0), b = voxel(random, 6), c = voxel(random, 12);
			final Vector3 origin = toPatient.apply(a[0], a[1], a[2]);
			final Vector3 first = toPatient.apply(b[0], b[1], b[2]).minus(origin),
				second = toPatient.apply(c[0], c[1], c[2]).minus(origin);
			final Vector3 right = first.unit(), across = second.minus(right.times(second.dot(right)));
			final PlaneFrame wide = new PlaneFrame(origin, right, across.unit(), first.norm(), 1, 2, 1);
			final double shift = second.dot(right);
			final PlaneFrame high = new PlaneFrame(origin, right.times(Math.signum(shift)), across.unit(),
				Math.abs(shift), across.norm(), 2, 2);
			final Sampler sampler = Sampler.of(image, toPatient);
			assertArrayEquals(new float[] { real(image, a), real(image, b) }, sampler.values(wide));
			assertEquals(real(image, c), sampler.values(high)[3]);
		}
	}

	/** Not on one line with others of another column: x from a column on. */
	private static int[] voxel(final Random random, final int column) {
		return new int[] { column + random.nextInt(6), random.nextInt(17), random.nextInt(11) };
	}

	private static float real(final RandomAccessibleInterval<?> image, final int[] at) {
		return ((RealType<?>) image.getAt(at)).getRealFloat();
	}

	@Test
	void voxelsOfNoWeightDoNotSpread() {
		final float[] voxels = { 1, Float.NaN, 3, 4, 5, Float.POSITIVE_INFINITY, 7, 8 };
		final var array = ArrayImgs.floats(voxels, 2, 2, 2);
		final var planes = PlanarImgs.floats(2, 2, 2);
		ImgUtil.copy(array, planes);
		final var others = Converters.convert(array, (in, out) -> out.set(in.get()), new DoubleType());
		final PlaneFrame row = frame(new Vector3(0, 0, 0), X, Y, 0.5, 3, 1), next = row.movedTo(new Vector3(0, 1, 0));
		for (final RandomAccessibleInterval<?> image : List.of(array, planes, others)) {
			final Sampler sampler = Sampler.of(image, IDENTITY);
			assertArrayEquals(new float[] { 1, Float.NaN, Float.NaN }, sampler.values(row));
			assertArrayEquals(new float[] { 3, 3.5f, 4 }, sampler.values(next));
			assertEquals(Float.POSITIVE_INFINITY, sampler.values(row.shifted(1))[2]);
			assertEquals(5, sampler.values(row.shifted(1))[0]);
		}
	}

	// -- Where voxels end --

	/** Two voxels in x, one in y and z. */
	@ParameterizedTest
	@EnumSource
	void outsideBeginsAtTheEdgeOfVoxels(final Interpolation interpolation) {
		final Sampler sampler = Sampler.of(ArrayImgs.unsignedBytes(new byte[] { 10, 20 }, 2, 1, 1), IDENTITY)
			.with(interpolation)
			.withOutside(200);
		assertEquals(10, value(sampler, -0.5, 0, 0));
		assertEquals(200, value(sampler, -0.501, 0, 0));
		assertEquals(20, value(sampler, 1.5, 0, 0));
		assertEquals(200, value(sampler, 1.501, 0, 0));
		for (final double edge : new double[] { -0.5, 0.5 }) {
			assertEquals(10, value(sampler, 0, edge, 0));
			assertEquals(10, value(sampler, 0, 0, edge));
			assertEquals(200, value(sampler, 0, edge * 1.001, 0));
			assertEquals(200, value(sampler, 0, 0, edge * 1.001));
		}
	}

	@Test
	void halvesAreTheUpperVoxelAndTheUpperNumber() {
		final Sampler linear = Sampler.of(ArrayImgs.unsignedBytes(new byte[] { 10, 21, 30 }, 3, 1, 1), IDENTITY);
		final Sampler nearest = linear.with(Interpolation.NEAREST);
		assertEquals(21, value(nearest, 0.5, 0, 0));
		assertEquals(10, value(nearest, 0.499, 0, 0));
		assertEquals(30, value(nearest, 1.5, 0, 0));
		assertEquals(21, value(nearest, 0.5 - 1e-10, 0, 0), "noise of calculating");
		assertEquals(16, value(linear, 0.5, 0, 0), "15.5");
		assertEquals(26, value(linear, 1.5, 0, 0), "25.5");
	}

	/** Coordinates of the image count, which need not begin at 0. */
	@Test
	void partOfAnImageLiesWhereItWas() {
		final var image = Kind.SHORTS.noise(new Random(20), SIZE);
		final PlaneFrame frame = new PlaneFrame(new Vector3(5, 6, 4.25), X, Y, 1, 1, 3, 3);
		assertArrayEquals((short[]) Sampler.of(image, IDENTITY).plane(frame),
			(short[]) Sampler.of(Views.interval(image, new long[] { 5, 6, 4 }, new long[] { 7, 8, 5 }), IDENTITY)
				.plane(frame));
	}

	// -- Slabs --

	@Test
	void slabGathersAlongTheNormal() {
		final Sampler sampler = Sampler
			.of(ArrayImgs.floats(new float[] { 4, 8, 1, Float.NaN, 2 }, 1, 1, 5), Affine.scaling(1, 1, 1))
			.withOutside(-1);
		final PlaneFrame middle = frame(new Vector3(0, 0, 1), X, Y, 1, 1, 1);
		assertEquals(8, slab(sampler, middle, SlabMode.MAX, 2));
		assertEquals(1, slab(sampler, middle, SlabMode.MIN, 2));
		assertEquals(13 / 3f, slab(sampler, middle, SlabMode.MEAN, 2));
		assertEquals(8, slab(sampler, middle, SlabMode.MEAN, 1.9), "less than two voxels");
		assertEquals(8, slab(sampler, middle, SlabMode.MAX, 100), "outside is left out");
		assertEquals(1, slab(sampler, middle, SlabMode.MIN, 100), "so is what is no number");
		assertEquals(Float.NaN, slab(sampler, middle, SlabMode.MEAN, 100));
		assertEquals(4, slab(sampler, middle.shifted(-2), SlabMode.MEAN, 2));
		assertEquals(-1, slab(sampler, middle.shifted(-2), SlabMode.MEAN, 1));
		assertThrows(IllegalArgumentException.class, () -> sampler.slab(middle, SlabMode.MAX, -1));
	}

	@Test
	void slabOfColoursIsThatOfEach() {
		final Sampler sampler = Sampler.of(ArrayImgs.argbs(new int[] { 0xFF0A6450, 0xFF145000 }, 1, 1, 2), IDENTITY);
		final PlaneFrame frame = frame(new Vector3(0, 0, 0), X, Y, 1, 1, 1);
		assertEquals(0xFF146450, ((int[]) sampler.slab(frame, SlabMode.MAX, 2))[0]);
		assertEquals(0xFF0A5000, ((int[]) sampler.slab(frame, SlabMode.MIN, 2))[0]);
		assertEquals(0xFF0F5A28, ((int[]) sampler.slab(frame, SlabMode.MEAN, 2))[0]);
	}

	// -- Types --

	@Test
	void arraysAreThoseOfTheImage() {
		for (final Kind kind : Kind.values()) {
			final PlaneType type = Sampler.of(kind.noise(new Random(1), 2, 2, 2), IDENTITY).type();
			assertEquals(switch (kind) {
				case BYTES, ARRAY_OF_BYTES -> PlaneType.UINT8;
				case SHORTS, ARRAY_OF_SHORTS -> PlaneType.UINT16;
				case COLOURS, ARRAY_OF_COLOURS -> PlaneType.RGB;
				default -> PlaneType.FLOAT32;
			}, type);
		}
	}

	@Test
	void onlyThreeDimensions() {
		assertThrows(IllegalArgumentException.class, () -> Sampler.of(ArrayImgs.bytes(2, 2), IDENTITY));
	}

	// -- Helpers --

	/** The value that ImgLib2 has there, NaN outside. */
	private static double view(final RandomAccessibleInterval<?> image, final Interpolation interpolation,
		final Vector3 at)
	{
		final double[] position = at.toArray();
		for (int d = 0; d < 3; d++)
			if (position[d] < -0.5 || position[d] > image.max(d) + 0.5) return Double.NaN;
		if (image.getType() instanceof ARGBType) {
			@SuppressWarnings("unchecked")
			final var colours = (RandomAccessibleInterval<ARGBType>) image;
			double sum = 0;
			for (int channel = 1; channel <= 3; channel++)
				sum += real(Converters.argbChannel(colours, channel), interpolation, position);
			return sum / 3;
		}
		@SuppressWarnings("unchecked")
		final var reals = (RandomAccessibleInterval<? extends RealType<?>>) image;
		return real(reals, interpolation, position);
	}

	private static double real(final RandomAccessibleInterval<? extends RealType<?>> image,
		final Interpolation interpolation, final double[] position)
	{
		final RandomAccessible<DoubleType> border = Views
			.extendBorder(Converters.convert(image, (in, out) -> out.set(in.getRealDouble()), new DoubleType()));
		final RealRandomAccess<DoubleType> access = interpolation == Interpolation.LINEAR
			? Views.interpolate(border, new NLinearInterpolatorFactory<>()).realRandomAccess()
			: Views.interpolate(border, new NearestNeighborInterpolatorFactory<>()).realRandomAccess();
		access.setPosition(position);
		return access.get().get();
	}

	private static double value(final Sampler sampler, final double x, final double y, final double z) {
		return ((byte[]) sampler.plane(frame(new Vector3(x, y, z), X, Y, 1, 1, 1)))[0] & 0xFF;
	}

	private static float slab(final Sampler sampler, final PlaneFrame frame, final SlabMode mode,
		final double thickness)
	{
		return ((float[]) sampler.slab(frame, mode, thickness))[0];
	}

	private static PlaneFrame frame(final Vector3 origin, final Vector3 right, final Vector3 down, final double pixel,
		final int width, final int height)
	{
		return new PlaneFrame(origin, right, down, pixel, pixel, width, height);
	}

	private static double number(final Object plane, final int pixel) {
		return PlaneType.ofArray(plane).value(plane, pixel);
	}
}
