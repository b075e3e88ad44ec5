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

import java.util.Objects;

import io.github.dicomvolumes.data.InputException;
import io.github.dicomvolumes.geometry.Affine;
import io.github.dicomvolumes.geometry.Orientation;
import io.github.dicomvolumes.geometry.Vector3;
import io.github.dicomvolumes.geometry.VolumeGeometry;

/**
 * Where the pixels of a plane lie in the patient: a rectangle of any direction.
 * <p>
 * Pixel coordinates are (x, y), continuous, 0-based, whole at the <em>centres</em> of pixels, x along {@code right} and
 * y along {@code down}. The normal points away from the viewer: towards the head for an axial plane that has the left
 * on the right and the back at the bottom.
 * </p>
 *
 * @param origin centre of the first pixel (top left), mm, LPS
 * @param right unit vector along which x increases, LPS
 * @param down unit vector along which y increases, LPS, perpendicular to {@code right}
 * @param pixelWidth distance between columns of pixels, mm
 * @param pixelHeight distance between rows of pixels, mm
 * @param width pixels in x
 * @param height pixels in y
 */
public record PlaneFrame(Vector3 origin, Vector3 right, Vector3 down, double pixelWidth, double pixelHeight, int width,
	int height)
{

	private static final double TOLERANCE = 1e-9;

	/**
	 * @throws IllegalArgumentException if the directions are not orthonormal within 1e-9, a pixel size is not positive
	 *         and finite, or a size is less than 1
	 */
	public PlaneFrame {
		Objects.requireNonNull(origin, "origin");
		checkUnit("right", right);
		checkUnit("down", down);
		if (Math.abs(right.dot(down)) > TOLERANCE)
			throw new IllegalArgumentException("right " + right + " and down " + down + " must be perpendicular");
		checkSize("width", pixelWidth);
		checkSize("height", pixelHeight);
		if (width < 1 || height < 1) throw new IllegalArgumentException(
			"The plane has " + width + " x " + height + " pixels; it must have 1 or more in both directions");
	}

	/**
	 * A slice of a grid.
	 *
	 * @param slice 0-based; beyond the grid it is where a slice would lie there
	 * @throws IllegalArgumentException if the slice has more columns or rows than an int can count
	 */
	public static PlaneFrame ofSlice(final VolumeGeometry grid, final double slice) {
		return new PlaneFrame(grid.origin().plus(grid.step().times(slice)), grid.orientation().row(),
			grid.orientation().column(), grid.columnSpacing(), grid.rowSpacing(), count(grid.columns()),
			count(grid.rows()));
	}

	/**
	 * The plane through a point, of square pixels, just large enough that every point of a grid's voxels, edges
	 * included, projected along the normal falls on it. The point is the centre of a pixel.
	 *
	 * @param point mm, LPS
	 * @param directions of rows and columns, as of {@link #facing}
	 * @param pixel size, mm
	 * @param covered the grid
	 * @throws IllegalArgumentException if that were more columns or rows than an int can count
	 */
	public static PlaneFrame through(final Vector3 point, final Orientation directions, final double pixel,
		final VolumeGeometry covered)
	{
		checkSize("size", pixel);
		final Orientation exact = directions.orthonormal();
		final Extent across = Extent.of(covered, exact.row()), along = Extent.of(covered, exact.column());
		final long left = across.before(point, pixel), above = along.before(point, pixel);
		final Vector3 origin = point.minus(exact.row().times(left * pixel)).minus(exact.column().times(above * pixel));
		return new PlaneFrame(origin, exact.row(), exact.column(), pixel, pixel,
			count(left + 1 + across.after(point, pixel)), count(above + 1 + along.after(point, pixel)));
	}

	/**
	 * The directions of rows and columns of a plane that is looked at along its normal with a direction upwards.
	 *
	 * @param normal away from the viewer, LPS, of any length
	 * @param up the direction that is to be upwards, LPS, of any length; what it has along the normal does not count
	 * @throws InputException if the normal is the zero vector, or up lies along it
	 */
	public static Orientation facing(final Vector3 normal, final Vector3 up) {
		if (normal.norm() == 0) throw new InputException("The normal is 0 0 0; it must be a direction");
		final Vector3 through = normal.unit();
		final Vector3 within = up.minus(through.times(up.dot(through)));
		if (within.norm() <= TOLERANCE * up.norm())
			throw new InputException("Up must be a direction, and not that of the normal");
		final Vector3 down = within.times(-1).unit();
		final Vector3 right = down.cross(through).unit();
		return new Orientation(right, through.cross(right).unit());
	}

	/** The unit vector {@code right x down}, away from the viewer. */
	public Vector3 normal() {
		return right.cross(down).unit();
	}

	/** The directions of rows and columns. */
	public Orientation orientation() {
		return new Orientation(right, down);
	}

	/** Where a pixel coordinate lies, mm, LPS. */
	public Vector3 toPatient(final double x, final double y) {
		return origin.plus(right.times(x * pixelWidth)).plus(down.times(y * pixelHeight));
	}

	/**
	 * The pixel coordinates (x, y) of a position, and its distance from the plane in mm along the normal, as z.
	 *
	 * @param patient mm, LPS
	 */
	public Vector3 toPixel(final Vector3 patient) {
		final Vector3 from = patient.minus(origin);
		return new Vector3(from.dot(right) / pixelWidth, from.dot(down) / pixelHeight, from.dot(normal()));
	}

	/** From (x, y, mm along the normal) to LPS in mm. */
	public Affine pixelToPatient() {
		return new Affine(right.times(pixelWidth), down.times(pixelHeight), normal(), origin);
	}

	/** The same plane moved along its normal. */
	public PlaneFrame shifted(final double mm) {
		return movedTo(origin.plus(normal().times(mm)));
	}

	/** The same plane elsewhere. */
	public PlaneFrame movedTo(final Vector3 newOrigin) {
		return new PlaneFrame(newOrigin, right, down, pixelWidth, pixelHeight, width, height);
	}

	private static int count(final long pixels) {
		if (pixels > Integer.MAX_VALUE) throw new IllegalArgumentException(
			"The plane has " + pixels + " columns or rows; it must have " + Integer.MAX_VALUE + " at most");
		return (int) pixels;
	}

	private static void checkUnit(final String name, final Vector3 direction) {
		if (Math.abs(direction.norm() - 1) > TOLERANCE)
			throw new IllegalArgumentException(name + " " + direction + " must be a unit vector");
	}

	private static void checkSize(final String name, final double mm) {
		if (!(mm > 0) || Double.isInfinite(mm))
			throw new IllegalArgumentException("The pixel " + name + " is " + mm + "; it must be a positive number");
	}
}
