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

import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

import io.github.dicomvolumes.pixels.PlaneType;

import net.imglib2.RandomAccessible;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.array.ArrayImg;
import net.imglib2.img.basictypeaccess.array.ArrayDataAccess;
import net.imglib2.img.planar.PlanarImg;
import net.imglib2.transform.integer.MixedTransform;
import net.imglib2.type.numeric.ARGBType;
import net.imglib2.type.numeric.RealType;
import net.imglib2.type.numeric.integer.UnsignedByteType;
import net.imglib2.type.numeric.integer.UnsignedShortType;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.util.Intervals;
import net.imglib2.view.IntervalView;
import net.imglib2.view.MixedTransformView;
import net.imglib2.view.Views;

/** Finds the arrays of an image, also behind the views that take one channel and time of it. */
final class Sources {

	private Sources() {}

	/**
	 * The voxels of an image in x, y, z, its first voxel (0, 0, 0) whatever its coordinates.
	 *
	 * @throws IllegalArgumentException if it has other than three dimensions, more than 2^21 voxels along one, or
	 *         neither numbers nor colours
	 */
	static VoxelSource of(final RandomAccessibleInterval<?> image) {
		if (image.numDimensions() != 3) throw new IllegalArgumentException(
			"The image has " + image.numDimensions() + " dimensions; it must have 3");
		for (int d = 0; d < 3; d++)
			if (image.dimension(d) > Line.MOST) throw new IllegalArgumentException(
				"The image has " + image.dimension(d) + " voxels along an axis; it may have " + Line.MOST);
		final RandomAccessibleInterval<?> zero = Views.isZeroMin(image) ? image : Views.zeroMin(image);
		final PlaneType type = type(image.getType());
		if (isHeldAsItIs(image.getType())) {
			final Optional<VoxelSource> arrays = arrays(zero, type);
			if (arrays.isPresent()) return arrays.get();
		}
		return views(zero, type);
	}

	private static PlaneType type(final Object voxel) {
		if (voxel instanceof UnsignedByteType) return PlaneType.UINT8;
		if (voxel instanceof UnsignedShortType) return PlaneType.UINT16;
		if (voxel instanceof ARGBType) return PlaneType.RGB;
		if (voxel instanceof RealType) return PlaneType.FLOAT32;
		throw new IllegalArgumentException(
			"The voxels are " + voxel.getClass().getSimpleName() + "; they must be numbers or colours");
	}

	/** Whether arrays of the type have the numbers of the voxels. */
	private static boolean isHeldAsItIs(final Object voxel) {
		return voxel instanceof UnsignedByteType || voxel instanceof UnsignedShortType || voxel instanceof FloatType ||
			voxel instanceof ARGBType;
	}

	@SuppressWarnings("unchecked") // as their type says
	private static VoxelSource views(final RandomAccessibleInterval<?> image, final PlaneType type) {
		if (type == PlaneType.RGB) return ViewSource.ofColours((RandomAccessibleInterval<ARGBType>) image);
		return ViewSource.of((RandomAccessibleInterval<? extends RealType<?>>) image, type);
	}

	/** Follows views to an image of arrays, if the slices of the view are whole ones of it. */
	private static Optional<VoxelSource> arrays(final RandomAccessibleInterval<?> image, final PlaneType type) {
		RandomAccessible<?> source = image;
		MixedTransform toSource = new MixedTransform(3, 3);
		while (source instanceof IntervalView || source instanceof MixedTransformView) {
			if (source instanceof MixedTransformView<?> view) {
				toSource = view.getTransformToSource().concatenate(toSource);
				source = view.getSource();
			}
			else source = ((IntervalView<?>) source).getSource();
		}
		final int[] size = IntStream.range(0, 3).map(d -> Math.toIntExact(image.dimension(d))).toArray();
		if (source instanceof PlanarImg<?, ?> planes && isSlices(toSource, planes, size)) {
			final SliceNumbers numbers = new SliceNumbers(toSource, Intervals.dimensionsAsLongArray(planes));
			return Optional.of(new ArraySource(type, size, planeOf(planes, numbers), 0));
		}
		if (source == image && image instanceof ArrayImg<?, ?> one &&
			one.update(null) instanceof ArrayDataAccess<?> access)
			return Optional.of(new ArraySource(type, size, z -> access.getCurrentStorageArray(),
				Math.multiplyExact(size[0], size[1])));
		return Optional.empty();
	}

	private static IntFunction<Object> planeOf(final PlanarImg<?, ?> image, final SliceNumbers numbers) {
		return z -> image.getPlane(numbers.of(z)).getCurrentStorageArray();
	}

	/** Whether the view has the columns and rows of the image, all of them. */
	private static boolean isSlices(final MixedTransform toSource, final PlanarImg<?, ?> image, final int[] size) {
		for (int d = 0; d < 2; d++)
			if (toSource.getComponentZero(d) || toSource.getComponentMapping(d) != d ||
				toSource.getTranslation(d) != 0 || image.dimension(d) != size[d]) return false;
		return true;
	}

	/** From the slice of a view to the number of the plane in the image. */
	private record SliceNumbers(MixedTransform toSource, long[] dimensions) {

		int of(final int z) {
			final long[] at = new long[dimensions.length];
			toSource.apply(new long[] { 0, 0, z }, at);
			long number = 0;
			for (int d = dimensions.length - 1; d >= 2; d--)
				number = number * dimensions[d] + at[d];
			return Math.toIntExact(number);
		}
	}
}
