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

import java.util.Random;

import io.github.dicomvolumes.geometry.Affine;
import io.github.dicomvolumes.geometry.Orientation;
import io.github.dicomvolumes.geometry.Vector3;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.Img;
import net.imglib2.img.ImgFactory;
import net.imglib2.img.array.ArrayImgFactory;
import net.imglib2.img.planar.PlanarImgFactory;
import net.imglib2.type.NativeType;
import net.imglib2.type.numeric.ARGBType;
import net.imglib2.type.numeric.RealType;
import net.imglib2.type.numeric.integer.ShortType;
import net.imglib2.type.numeric.integer.UnsignedByteType;
import net.imglib2.type.numeric.integer.UnsignedShortType;
import net.imglib2.type.numeric.real.DoubleType;
import net.imglib2.type.numeric.real.FloatType;

/** Images of noise, and planes and grids in any direction, to sample them. */
final class Images {

	private Images() {}

	/** Kinds of images, with the difference of the greatest and the least value. */
	enum Kind {
		BYTES(new UnsignedByteType(), true, 255), SHORTS(new UnsignedShortType(), true, 65535),
		FLOATS(new FloatType(), true, 2000), COLOURS(new ARGBType(), true, 255),
		ARRAY_OF_BYTES(new UnsignedByteType(), false, 255), ARRAY_OF_SHORTS(new UnsignedShortType(), false, 65535),
		ARRAY_OF_FLOATS(new FloatType(), false, 2000), ARRAY_OF_COLOURS(new ARGBType(), false, 255),
		SIGNED(new ShortType(), true, 65535), DOUBLES(new DoubleType(), false, 2000);

		private final NativeType<?> type;
		private final boolean isPlanar;
		final double range;

		Kind(final NativeType<?> type, final boolean isPlanar, final double range) {
			this.type = type;
			this.isPlanar = isPlanar;
			this.range = range;
		}

		RandomAccessibleInterval<?> noise(final Random random, final long... size) {
			return noise(type, random, size);
		}

		@SuppressWarnings({ "unchecked", "rawtypes" })
		private Img<?> noise(final NativeType<?> voxel, final Random random, final long... size) {
			final ImgFactory factory = isPlanar ? new PlanarImgFactory(voxel) : new ArrayImgFactory(voxel);
			final Img<?> image = factory.create(size);
			for (final Object each : image)
				if (each instanceof ARGBType colour) colour.set(0xFF000000 | random.nextInt(1 << 24));
				else if (each instanceof ShortType signed) signed.set((short) random.nextInt());
				else((RealType<?>) each).setReal(value(random));
			return image;
		}

		private double value(final Random random) {
			return range == 2000 ? random.nextDouble() * range - 1000 : random.nextInt((int) range + 1);
		}
	}

	/** A random direction of rows and columns. */
	static Orientation orientation(final Random random) {
		return PlaneFrame.facing(vector(random, 1), vector(random, 1));
	}

	static Vector3 vector(final Random random, final double length) {
		return new Vector3(random.nextGaussian(), random.nextGaussian(), random.nextGaussian()).unit().times(length);
	}

	/** A random affine with voxels of 0.5 to 3 mm, leaning, in some cases mirrored. */
	static Affine affine(final Random random) {
		final Orientation directions = orientation(random);
		final double sign = random.nextBoolean() ? 1 : -1;
		return new Affine(directions.row().times(size(random)), directions.column().times(size(random)),
			directions.normal().plus(vector(random, 0.2)).times(sign * size(random)), vector(random, 100));
	}

	/** A random plane about the middle of an image, a part of it outside. */
	static PlaneFrame frame(final Random random, final Affine indexToPatient, final long... size) {
		final Orientation directions = orientation(random);
		final int width = 20 + random.nextInt(30), height = 20 + random.nextInt(30);
		final double pixelWidth = size(random), pixelHeight = size(random);
		final Vector3 middle = indexToPatient.apply(size[0] * random.nextDouble(), size[1] * random.nextDouble(),
			size[2] * random.nextDouble());
		final Vector3 origin = middle.minus(directions.row().times(pixelWidth * width / 2))
			.minus(directions.column().times(pixelHeight * height / 2));
		return new PlaneFrame(origin, directions.row(), directions.column(), pixelWidth, pixelHeight, width, height);
	}

	private static double size(final Random random) {
		return 0.5 + 2.5 * random.nextDouble();
	}
}
