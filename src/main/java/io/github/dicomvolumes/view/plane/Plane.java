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

import io.github.dicomvolumes.data.InputException;
import io.github.dicomvolumes.geometry.Affine;
import io.github.dicomvolumes.geometry.AnatomicalPlane;
import io.github.dicomvolumes.geometry.Vector3;
import io.github.dicomvolumes.volume.sample.PlaneAxes;
import io.github.dicomvolumes.volume.sample.PlaneAxis;

/**
 * How one of the three planes lies in an image: which axes of the image run to the right, down and through it. All
 * slices of the plane share it; which of them is shown is a number besides.
 * <p>
 * Slices are numbered as the voxels of the axis through the plane, 0-based, whatever the anatomy: slice 10 of the plane
 * through x is what has x = 10. Pixel and voxel coordinates are continuous, 0-based, and whole at <em>centres</em>;
 * ImageJ's coordinates of points and ROIs, which are whole at corners, are greater by 0.5.
 * </p>
 *
 * @param plane which of the three; for an image without a patient, AXIAL is XY, CORONAL is XZ and SAGITTAL is YZ
 * @param label "Axial", "Coronal" or "Sagittal"; without a patient "XY", "XZ" or "YZ"
 * @param right the axis to the right
 * @param down the axis downwards
 * @param through the axis through the plane, never reversed, one pixel for each voxel
 * @param sides what is on its sides
 */
public record Plane(AnatomicalPlane plane, String label, PlaneAxis right, PlaneAxis down, PlaneAxis through,
	Section.Sides sides) implements Section
{

	/**
	 * A plane larger than this is a mistake, as of voxels a thousand times as long as wide; or it takes more than an
	 * eighth of Java's memory as colours.
	 */
	private static final long MOST_PIXELS = Math.min(1L << 28, Runtime.getRuntime().maxMemory() / 32);

	/** @throws IllegalArgumentException if the plane has too many pixels */
	public Plane {
		requireRoom("The " + label + " plane", right.size(), down.size(), "pixels=Raw");
	}

	/**
	 * @param instead what has fewer pixels
	 * @throws IllegalArgumentException if a picture has too many pixels
	 */
	public static void requireRoom(final String what, final long width, final long height, final String instead) {
		if (width * height > MOST_PIXELS)
			throw new InputException(what + " would have " + width + " x " + height + " pixels, of at most " +
				MOST_PIXELS + "; use " + instead + ", or give Java more memory (Edit > Options > Memory & Threads)");
	}

	@Override
	public String name() {
		return label;
	}

	@Override
	public int width() {
		return right.size();
	}

	@Override
	public int height() {
		return down.size();
	}

	@Override
	public int slices() {
		return through.voxels();
	}

	@Override
	public double pixelWidth() {
		return right.pixel();
	}

	@Override
	public double pixelHeight() {
		return down.pixel();
	}

	@Override
	public String unit() {
		return right.unit();
	}

	@Override
	public int seenWidth() {
		return width();
	}

	@Override
	public int seenHeight() {
		return height();
	}

	/** Which axes of the image run along it. */
	PlaneAxes axes() {
		return new PlaneAxes(right.axis(), right.reversed(), down.axis(), down.reversed(), through.axis());
	}

	/** Whether there is one pixel for each voxel. */
	public boolean isRaw() {
		return right.pixel() == right.spacing() && down.pixel() == down.spacing();
	}

	/** The same with each pixel divided into smaller ones, so many along each side. */
	public Plane magnified(final int times) {
		return new Plane(plane, label, right.magnified(times), down.magnified(times), through, sides);
	}

	@Override
	public Vector3 toVoxel(final double pixelX, final double pixelY, final double slice) {
		final double[] voxel = new double[3];
		voxel[right.axis()] = right.toVoxel(pixelX);
		voxel[down.axis()] = down.toVoxel(pixelY);
		voxel[through.axis()] = slice;
		return Vector3.of(voxel);
	}

	@Override
	public Vector3 toPixel(final Vector3 voxel) {
		final double[] at = voxel.toArray();
		return new Vector3(right.toPixel(at[right.axis()]), down.toPixel(at[down.axis()]), at[through.axis()]);
	}

	@Override
	public Vector3 onSlice(final Vector3 voxel, final double slice) {
		final double[] at = voxel.toArray();
		at[through.axis()] = slice;
		return Vector3.of(at);
	}

	@Override
	public Affine pixelToVoxel() {
		final Vector3 origin = toVoxel(0, 0, 0);
		return new Affine(toVoxel(1, 0, 0).minus(origin), toVoxel(0, 1, 0).minus(origin),
			toVoxel(0, 0, 1).minus(origin), origin);
	}

	@Override
	public Affine voxelToPixel() {
		return pixelToVoxel().inverse();
	}
}
