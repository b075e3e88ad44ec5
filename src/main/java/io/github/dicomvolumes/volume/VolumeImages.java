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

package io.github.dicomvolumes.volume;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.List;

import io.github.dicomvolumes.pixels.FrameCoding;
import io.github.dicomvolumes.pixels.PixelFormat;
import io.github.dicomvolumes.pixels.PlanePlan;
import io.github.dicomvolumes.pixels.PlaneType;
import io.github.dicomvolumes.pixels.Rescale;
import io.github.dicomvolumes.volume.sample.PlanarImages;

import net.imglib2.FinalInterval;
import net.imglib2.Localizable;
import net.imglib2.RandomAccess;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.converter.Converters;
import net.imglib2.img.basictypeaccess.array.ByteArray;
import net.imglib2.img.basictypeaccess.array.FloatArray;
import net.imglib2.img.basictypeaccess.array.IntArray;
import net.imglib2.img.basictypeaccess.array.ShortArray;
import net.imglib2.img.planar.PlanarImg;
import net.imglib2.position.FunctionRandomAccessible;
import net.imglib2.type.numeric.ARGBType;
import net.imglib2.type.numeric.RealType;
import net.imglib2.type.numeric.integer.ShortType;
import net.imglib2.type.numeric.integer.UnsignedByteType;
import net.imglib2.type.numeric.integer.UnsignedShortType;
import net.imglib2.type.numeric.real.DoubleType;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.view.Views;

/**
 * ImgLib2 images of planes, all views of the same arrays.
 *
 * @param planes in the order of the dimensions beyond the first two
 */
record VolumeImages(PlanePlan plan, FrameCoding[] codings, PlaneArrays planes, long[] dimensions) {

	private static final int SIGN = PlaneType.INT16.offset();

	static boolean isColour(final PlanePlan plan) {
		return plan.type() == PlaneType.RGB;
	}

	RandomAccessibleInterval<? extends RealType<?>> stored() {
		return switch (plan.type()) {
			case UINT8 -> bytes();
			case UINT16 -> shorts();
			case INT16 ->
				Converters.convert(shorts(), (in, out) -> out.set((short) (in.get() - SIGN)), new ShortType());
			case FLOAT32 -> isFrameLines() ? storedByFrame() : floats();
			case RGB -> components();
		};
	}

	RandomAccessibleInterval<FloatType> values() {
		return switch (plan.type()) {
			case UINT8 -> onLine(bytes(), 0);
			case UINT16 -> onLine(shorts(), 0);
			case INT16 -> onLine(shorts(), SIGN);
			case FLOAT32 -> floats();
			case RGB -> onLine(components(), 0);
		};
	}

	PlanarImg<ARGBType, IntArray> colours() {
		return PlanarImages.colours(arrays(), dimensions);
	}

	private <T extends RealType<T>> RandomAccessibleInterval<FloatType> onLine(final RandomAccessibleInterval<T> image,
		final int offset)
	{
		final Rescale line = plan.line();
		final double slope = line.slope(), intercept = line.intercept() - slope * offset;
		return Converters.convert(image, (in, out) -> out.setReal(slope * in.getRealDouble() + intercept),
			new FloatType());
	}

	/** Stored values from real ones, each on the line of its frame; 0 where no file gave a frame. */
	private RandomAccessibleInterval<DoubleType> storedByFrame() {
		final RandomAccessibleInterval<FloatType> reals = floats();
		final var function = new FunctionRandomAccessible<>(dimensions.length, () -> {
			final RandomAccess<FloatType> real = reals.randomAccess();
			return (Localizable at, DoubleType out) -> {
				real.setPosition(at);
				final FrameCoding coding = codings[plane(at)];
				out.set(coding == null ? 0 : coding.stored(real.get().get()));
			};
		}, DoubleType::new);
		return Views.interval(function, new FinalInterval(dimensions));
	}

	private boolean isFrameLines() {
		return Arrays.stream(codings)
			.anyMatch(c -> c != null &&
				(c.table().isPresent() || !c.rescale().isIdentity() || c.format().kind() == PixelFormat.Kind.INTEGER));
	}

	private int plane(final Localizable at) {
		long plane = 0;
		for (int d = dimensions.length - 1; d >= 2; d--)
			plane = plane * dimensions[d] + at.getLongPosition(d);
		return (int) plane;
	}

	/** Red, green and blue along one more axis. */
	private RandomAccessibleInterval<UnsignedByteType> components() {
		return Converters.argbChannels(colours(), 1, 2, 3);
	}

	private PlanarImg<UnsignedByteType, ByteArray> bytes() {
		return PlanarImages.bytes(arrays(), dimensions);
	}

	private PlanarImg<UnsignedShortType, ShortArray> shorts() {
		return PlanarImages.shorts(arrays(), dimensions);
	}

	private PlanarImg<FloatType, FloatArray> floats() {
		return PlanarImages.floats(arrays(), dimensions);
	}

	/** Of virtual planes each is asked for when the image needs it. */
	private List<Object> arrays() {
		final List<Object> all = new AbstractList<>() {

			@Override
			public Object get(final int plane) {
				return planes.get(plane);
			}

			@Override
			public int size() {
				return planes.size();
			}
		};
		return planes.isVirtual() ? all : List.copyOf(all);
	}
}
