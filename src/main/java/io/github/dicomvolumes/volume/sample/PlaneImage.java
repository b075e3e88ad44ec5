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

import io.github.dicomvolumes.pixels.PlaneType;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.basictypeaccess.array.ArrayDataAccess;
import net.imglib2.img.planar.PlanarImg;
import net.imglib2.type.NativeType;
import net.imglib2.type.numeric.ARGBType;
import net.imglib2.type.numeric.RealType;
import net.imglib2.view.Views;

/**
 * An image that planes are copied out of, and how that is done best.
 *
 * @param pixels x, y, z, channels, times: five dimensions from 0, of {@code UnsignedByteType},
 *        {@code UnsignedShortType}, {@code FloatType} or {@code ARGBType}, as of {@link PlanarImages}
 * @param type of its arrays; UINT16 for all that are {@code short[]}
 * @param isVirtual whether slices across z are read from a file each time, so that looking at many takes long
 * @param isConcurrent whether slices may be read by several threads together
 * @param rows reads parts of slices, where that is less than to read them whole; empty if it is not
 */
public record PlaneImage(PlanarImg<?, ?> pixels, PlaneType type, boolean isVirtual, boolean isConcurrent,
	Optional<Rows> rows)
{

	/** Reads some adjacent rows of a slice across z. */
	@FunctionalInterface
	public interface Rows {

		/** @param into a new array for them, of the image's type */
		void read(int z, int channel, int time, int firstRow, int count, Object into);
	}

	/** Voxels along an axis: 0 for x, 1 for y, 2 for z. */
	public int size(final int axis) {
		return (int) pixels.dimension(axis);
	}

	/** An array of the image's type, all 0. */
	public Object newPixels(final int length) {
		return type.newPlane(length);
	}

	/** The number that a voxel holds; for colour 0xrrggbb. */
	public double held(final int x, final int y, final int z, final int channel, final int time) {
		final Object voxel = pixels.getAt(x, y, z, channel, time);
		return voxel instanceof RealType<?> number ? number.getRealDouble() : ((ARGBType) voxel).get() & 0xFFFFFF;
	}

	/** The array of a slice across z, not a copy; if the image is virtual it is read now. */
	Object array(final int z, final int channel, final int time) {
		final int plane = z + size(2) * (channel + size(3) * time);
		return ((ArrayDataAccess<?>) pixels.getPlane(plane)).getCurrentStorageArray();
	}

	/** One channel and time: x, y, z. */
	public RandomAccessibleInterval<? extends NativeType<?>> at(final int channel, final int time) {
		return Views.hyperSlice(Views.hyperSlice(pixels, 4, time), 3, channel);
	}
}
