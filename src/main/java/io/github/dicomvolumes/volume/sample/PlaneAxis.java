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

/**
 * One axis of a plane: which axis of the image it runs along and how its pixels lie among the voxels. The outer edge of
 * the first pixel is that of the first (or, reversed, the last) voxel.
 * <p>
 * Coordinates are continuous, 0-based, and whole at the <em>centres</em> of pixels and voxels.
 * </p>
 *
 * @param axis of the image: 0 for x, 1 for y, 2 for z
 * @param reversed whether voxel indices decrease along it
 * @param voxels of the image along the axis
 * @param spacing between voxels, in {@code unit}
 * @param pixel size of a pixel, in {@code unit}
 * @param unit such as "mm", or "pixel"
 */
public record PlaneAxis(int axis, boolean reversed, int voxels, double spacing, double pixel, String unit) {

	/** How many pixels there are: the extent of the voxels, rounded. */
	public int size() {
		return (int) Math.max(1, Math.min(Integer.MAX_VALUE, Math.round(voxels * (spacing / pixel))));
	}

	/** The voxel coordinate of a pixel coordinate. */
	public double toVoxel(final double position) {
		final double voxel = (position + 0.5) * (pixel / spacing) - 0.5;
		return reversed ? voxels - 1 - voxel : voxel;
	}

	/** The pixel coordinate of a voxel coordinate. */
	public double toPixel(final double voxel) {
		return ((reversed ? voxels - 1 - voxel : voxel) + 0.5) * (spacing / pixel) - 0.5;
	}

	/** The same with each pixel divided into so many. */
	public PlaneAxis magnified(final int times) {
		return new PlaneAxis(axis, reversed, voxels, spacing, pixel / times, unit);
	}

	/** The voxel in which the centre of a pixel lies. */
	public int voxelAt(final int position) {
		return shown(shownAt(position));
	}

	/** The same, as voxels are counted along this axis: the first shown is 0. */
	int shownAt(final int position) {
		return (int) Math.min(voxels - 1.0, Math.floor((position + 0.5) * (pixel / spacing)));
	}

	/** As {@link #shownAt} counts, the voxel of an index of the image, and the other way. */
	int shown(final int voxel) {
		return reversed ? voxels - 1 - voxel : voxel;
	}
}
