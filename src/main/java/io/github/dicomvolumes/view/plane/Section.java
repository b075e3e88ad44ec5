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
package io.github.dicomvolumes.view.plane;

import io.github.dicomvolumes.geometry.Affine;
import io.github.dicomvolumes.geometry.AnatomicalPlane;
import io.github.dicomvolumes.geometry.Vector3;

/**
 * How what one of the three windows shows lies in an image: parallel slices of pixels, along the axes of the image or
 * turned. Which of the slices is shown is a number besides.
 * <p>
 * Pixel and voxel coordinates are continuous, 0-based, and whole at <em>centres</em>; ImageJ's coordinates of points
 * and ROIs, which are whole at corners, are greater by 0.5.
 * </p>
 */
public sealed interface Section permits Plane, ObliquePlane {

	/** The anatomical letters of the four sides, two for an oblique plane ("LP"); all empty without a patient. */
	record Sides(String left, String right, String top, String bottom) {

		static final Sides NONE = new Sides("", "", "", "");
	}

	/** Which of the three it is, or was before it was turned. */
	AnatomicalPlane plane();

	/** What its window and its images are called, such as "Coronal", turned or not. */
	String name();

	/** What it is called, such as "Coronal" or "Oblique coronal". */
	String label();

	/** Pixels from left to right. */
	int width();

	/** Pixels from top to bottom. */
	int height();

	/** How many slices there are. */
	int slices();

	/** The size of pixels from left to right, in {@link #unit}. */
	double pixelWidth();

	/** The size of pixels from top to bottom. */
	double pixelHeight();

	/** Of the size of pixels from left to right, such as "mm", or "pixel". */
	String unit();

	/** What is on its sides. */
	Sides sides();

	/** How many pixels from left to right the image takes at most; beyond there is nothing to be seen. */
	int seenWidth();

	/** The same from top to bottom. */
	int seenHeight();

	/** From pixel (x, y) and slice to voxel coordinates (x, y, z), which are not limited to the image. */
	Affine pixelToVoxel();

	/** The way back. */
	Affine voxelToPixel();

	/** The voxel coordinates (x, y, z) of a point of a slice, not limited to the image. */
	default Vector3 toVoxel(final double pixelX, final double pixelY, final double slice) {
		return pixelToVoxel().apply(pixelX, pixelY, slice);
	}

	/** The pixel coordinates (x, y) of a voxel and, as z, its slice: the way back from {@link #toVoxel}. */
	default Vector3 toPixel(final Vector3 voxel) {
		return voxelToPixel().apply(voxel);
	}

	/** The point of a slice that is closest to a voxel coordinate; it may lie beyond the image. */
	Vector3 onSlice(Vector3 voxel, double slice);

	/** The slice in which a voxel lies, 0-based; the first or the last for those outside. */
	default int sliceAt(final Vector3 voxel) {
		return OrthoImage.nearest(toPixel(voxel).z(), slices());
	}

	/**
	 * The direction of the line in which another section cuts this one, in pixels of this one; its length means
	 * nothing. Exactly along a side where both lie along the axes of the image.
	 */
	default Vector3 lineOf(final Section other) {
		final Affine slices = other.voxelToPixel().after(pixelToVoxel());
		return new Vector3(-slices.j().z(), slices.i().z(), 0);
	}
}
