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

import java.util.AbstractList;
import java.util.List;
import java.util.RandomAccess;
import java.util.function.Function;
import java.util.function.Supplier;

import io.github.dicomvolumes.pixels.PlaneType;

import net.imglib2.img.basictypeaccess.array.ByteArray;
import net.imglib2.img.basictypeaccess.array.FloatArray;
import net.imglib2.img.basictypeaccess.array.IntArray;
import net.imglib2.img.basictypeaccess.array.ShortArray;
import net.imglib2.img.planar.PlanarImg;
import net.imglib2.type.numeric.ARGBType;
import net.imglib2.type.numeric.integer.UnsignedByteType;
import net.imglib2.type.numeric.integer.UnsignedShortType;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.util.Fraction;

/**
 * Arrays of pixels as ImgLib2 images that share them. A list of arrays that is not {@link RandomAccess} may load each
 * when it is asked for; it is asked once whenever somebody comes to a plane, and looks at its pixels.
 */
public final class PlanarImages {

	private PlanarImages() {}

	/**
	 * An image of the numbers that arrays hold: of {@link UnsignedByteType}, {@link UnsignedShortType} (also for INT16,
	 * so greater than the values by its offset), {@link FloatType} or {@link ARGBType}.
	 *
	 * @param planes in the order of the dimensions beyond the first two
	 */
	public static PlanarImg<?, ?> of(final PlaneType type, final List<?> planes, final long... dimensions) {
		return switch (type) {
			case UINT8 -> bytes(planes, dimensions);
			case UINT16, INT16 -> shorts(planes, dimensions);
			case FLOAT32 -> floats(planes, dimensions);
			case RGB -> colours(planes, dimensions);
		};
	}

	/** Of {@code byte[]}. */
	public static PlanarImg<UnsignedByteType, ByteArray> bytes(final List<?> planes, final long... dimensions) {
		final List<ByteArray> arrays = each(planes, p -> new ByteArray((byte[]) p), LazyArrays::bytes);
		final var image = new PlanarImg<UnsignedByteType, ByteArray>(arrays, dimensions, new Fraction());
		image.setLinkedType(new UnsignedByteType(image));
		return image;
	}

	/** Of {@code short[]}, taken without sign. */
	public static PlanarImg<UnsignedShortType, ShortArray> shorts(final List<?> planes, final long... dimensions) {
		final List<ShortArray> arrays = each(planes, p -> new ShortArray((short[]) p), LazyArrays::shorts);
		final var image = new PlanarImg<UnsignedShortType, ShortArray>(arrays, dimensions, new Fraction());
		image.setLinkedType(new UnsignedShortType(image));
		return image;
	}

	/** Of {@code float[]}. */
	public static PlanarImg<FloatType, FloatArray> floats(final List<?> planes, final long... dimensions) {
		final List<FloatArray> arrays = each(planes, p -> new FloatArray((float[]) p), LazyArrays::floats);
		final var image = new PlanarImg<FloatType, FloatArray>(arrays, dimensions, new Fraction());
		image.setLinkedType(new FloatType(image));
		return image;
	}

	/** Of {@code int[]}, 0xFFrrggbb. */
	public static PlanarImg<ARGBType, IntArray> colours(final List<?> planes, final long... dimensions) {
		final List<IntArray> arrays = each(planes, p -> new IntArray((int[]) p), LazyArrays::ints);
		final var image = new PlanarImg<ARGBType, IntArray>(arrays, dimensions, new Fraction());
		image.setLinkedType(new ARGBType(image));
		return image;
	}

	/** What the arrays are in the image: at once, or when one is asked for. */
	private static <A> List<A> each(final List<?> planes, final Function<Object, A> access,
		final Function<Supplier<Object>, A> lazily)
	{
		if (planes instanceof RandomAccess) return planes.stream().map(access).toList();
		return new AbstractList<>() {

			@Override
			public A get(final int plane) {
				return lazily.apply(() -> planes.get(plane));
			}

			@Override
			public int size() {
				return planes.size();
			}
		};
	}
}
