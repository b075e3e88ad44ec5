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

package io.github.dicomvolumes.geometry;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Objects;

/**
 * Where the voxels of a volume lie: the grid of (column, row, slice) indices, 0-based, and its place in the patient
 * (PS3.3 C.7.6.2.1.1, extended by the step between slices).
 * <p>
 * The frame is right-handed: slices are counted along {@code row x column}. The step may lean (gantry tilt), then the
 * grid is sheared and {@link #indexToPatient()} still exact, while {@link #spacing()} has the perpendicular distance.
 * </p>
 * <p>
 * Make one with {@link #of} or {@link #withoutPosition} and change the rest with the {@code with} methods.
 * </p>
 *
 * @param origin centre of the first voxel, mm, LPS
 * @param orientation directions of rows and columns; made orthonormal here
 * @param columnSpacing distance between columns: the size of a voxel in x, in {@code unit}
 * @param rowSpacing distance between rows: the size of a voxel in y, in {@code unit}
 * @param step from a slice to the next, mm, LPS, with the tilt in it; without unit if its source is unknown
 * @param columns voxels in x
 * @param rows voxels in y
 * @param slices voxels in z
 * @param unit of the in-plane spacing, "mm", or "pixel" if it is not known
 * @param patientBased whether origin and orientation are the patient's; otherwise the affine only scales, and the
 *        letters and planes are no more than a convention
 * @param spacingSource where the distance between slices comes from
 */
public record VolumeGeometry(Vector3 origin, Orientation orientation, double columnSpacing, double rowSpacing,
	Vector3 step, long columns, long rows, long slices, String unit, boolean patientBased, SpacingSource spacingSource)
{

	/** The unit of spacings that are known. */
	public static final String MM = "mm";

	/** The unit of in-plane spacings that are not known. */
	public static final String PIXEL = "pixel";

	/** Smallest angle between step and normal, degrees, that is a tilt. */
	private static final double TILT_DEGREES = 0.01;

	/** Smallest in-plane shift over the whole volume, pixels, that is a tilt. */
	private static final double TILT_PIXELS = 0.1;

	/**
	 * @throws IllegalArgumentException if a spacing is not positive and finite, a size is less than 1, the step does
	 *         not go along the normal, or the unit is neither "mm" nor "pixel"
	 */
	public VolumeGeometry {
		Objects.requireNonNull(origin, "origin");
		Objects.requireNonNull(spacingSource, "spacingSource");
		orientation = orientation.orthonormal();
		checkSpacing("Column", columnSpacing);
		checkSpacing("Row", rowSpacing);
		checkSpacing("Slice", step.dot(orientation.normal()));
		if (columns < 1 || rows < 1 || slices < 1) throw new IllegalArgumentException(
			"The size is " + columns + " x " + rows + " x " + slices + "; it must be 1 or more in every direction");
		if (!unit.equals(MM) && !unit.equals(PIXEL))
			throw new IllegalArgumentException("The unit is '" + unit + "'; it must be 'mm' or 'pixel'");
	}

	/** The geometry of a volume in the patient, in mm, with the step measured between positions. */
	public static VolumeGeometry of(Vector3 origin, Orientation orientation, double columnSpacing, double rowSpacing,
		Vector3 step, long columns, long rows, long slices)
	{
		return new VolumeGeometry(origin, orientation, columnSpacing, rowSpacing, step, columns, rows, slices, MM, true,
			SpacingSource.POSITIONS);
	}

	/**
	 * The geometry of a volume of which only sizes and spacings are known: the affine is a scaling, and nothing claims
	 * a place in the patient.
	 *
	 * @param sliceSpacing mm, or 1 if the source is unknown
	 */
	public static VolumeGeometry withoutPosition(double columnSpacing, double rowSpacing, double sliceSpacing,
		SpacingSource source, long columns, long rows, long slices)
	{
		return new VolumeGeometry(new Vector3(0, 0, 0), Orientation.of(1, 0, 0, 0, 1, 0), columnSpacing, rowSpacing,
			new Vector3(0, 0, sliceSpacing), columns, rows, slices, MM, false, source);
	}

	/** The same with another unit of the in-plane spacing, {@link #MM} or {@link #PIXEL}. */
	public VolumeGeometry withUnit(String newUnit) {
		return new VolumeGeometry(origin, orientation, columnSpacing, rowSpacing, step, columns, rows, slices, newUnit,
			patientBased, spacingSource);
	}

	/**
	 * The same in another frame of reference than the patient: what it says of directions is no more than a convention.
	 */
	public VolumeGeometry notPatientBased() {
		return new VolumeGeometry(origin, orientation, columnSpacing, rowSpacing, step, columns, rows, slices, unit,
			false, spacingSource);
	}

	/**
	 * Some of the slices, or more, on the same grid.
	 *
	 * @param first 0-based slice that becomes the first
	 * @param count slices, at least 1
	 */
	public VolumeGeometry withSlices(long first, long count) {
		return new VolumeGeometry(origin.plus(step.times(first)), orientation, columnSpacing, rowSpacing, step, columns,
			rows, count, unit, patientBased, spacingSource);
	}

	/** The same with another source of the slice spacing. */
	public VolumeGeometry withSpacingSource(SpacingSource newSource) {
		return new VolumeGeometry(origin, orientation, columnSpacing, rowSpacing, step, columns, rows, slices, unit,
			patientBased, newSource);
	}

	/**
	 * The size of a voxel in x, y, z: between columns, between rows, and between slices along the normal; a new array.
	 */
	public double[] spacing() {
		return new double[] { columnSpacing, rowSpacing, rounded(step.dot(orientation.normal())) };
	}

	/** The number of voxels in x, y, z: columns, rows, slices; a new array. */
	public long[] size() {
		return new long[] { columns, rows, slices };
	}

	/** From (column, row, slice), 0 at the centre of the first voxel, to LPS in mm. Its determinant is positive. */
	public Affine indexToPatient() {
		return new Affine(orientation.row().times(columnSpacing), orientation.column().times(rowSpacing), step, origin);
	}

	/** From LPS in mm to (column, row, slice). */
	public Affine patientToIndex() {
		return indexToPatient().inverse();
	}

	/** The angle in degrees between the step and the normal of the slices, 0 to 90. */
	public double tilt() {
		return Math.toDegrees(step.angleTo(orientation.normal()));
	}

	/** Whether the grid is sheared: by more than 0.01 degrees, and by more than 0.1 pixel over the whole volume. */
	public boolean isTilted() {
		double steps = slices - 1;
		return tilt() > TILT_DEGREES && (Math.abs(step.dot(orientation.row())) * steps > TILT_PIXELS * columnSpacing ||
			Math.abs(step.dot(orientation.column())) * steps > TILT_PIXELS * rowSpacing);
	}

	/**
	 * The anatomical directions in which x, y and z increase, such as "LPH"; every patient axis is used once. For z it
	 * is that of the normal.
	 */
	public String letters() {
		return Anatomy.axisLetters(orientation.row(), orientation.column(), orientation.normal());
	}

	/**
	 * The plane of the slices: that for which {@link #axisOf} is 2. Only for extremely oblique slices, where the
	 * patient axis closest to the normal is even closer to a row or column, it differs from
	 * {@link Orientation#plane()}.
	 */
	public AnatomicalPlane plane() {
		for (AnatomicalPlane plane : AnatomicalPlane.values())
			if (axisOf(plane) == 2) return plane;
		throw new AssertionError(letters());
	}

	/** Which axis of the grid, 0 for x, 1 for y, 2 for z, goes through the slices of a plane. */
	public int axisOf(AnatomicalPlane plane) {
		return axisAlong(plane.through());
	}

	/**
	 * Which axis of the grid, 0, 1 or 2, lies along an anatomical direction. It increases in this direction if
	 * {@link #letters()} has the same letter there, and against it if the opposite.
	 *
	 * @param letter as in {@link Anatomy}
	 * @throws IllegalArgumentException if it is none of L R P A H F
	 */
	public int axisAlong(char letter) {
		String letters = letters();
		char opposite = Anatomy.opposite(letter);
		return Math.max(letters.indexOf(letter), letters.indexOf(opposite));
	}

	/** The number of slices of the volume in a plane. */
	public long slices(AnatomicalPlane plane) {
		return size()[axisOf(plane)];
	}

	/** The distance between the slices in a plane, in the unit of that axis of the grid. */
	public double sampling(AnatomicalPlane plane) {
		return spacing()[axisOf(plane)];
	}

	/** Height divided by width of a voxel as displayed in a plane. */
	public double pixelAspectRatio(AnatomicalPlane plane) {
		double[] spacing = spacing();
		return spacing[axisAlong(plane.bottom())] / spacing[axisAlong(plane.right())];
	}

	/** The extent of the volume through a plane, from voxel edge to voxel edge: slices times sampling. */
	public double fieldOfView(AnatomicalPlane plane) {
		return slices(plane) * sampling(plane);
	}

	/** To twelve digits: positions are decimal text, so more are noise of the calculation, as in 2.9999999999999996. */
	private static double rounded(double spacing) {
		return new BigDecimal(spacing).round(new MathContext(12)).doubleValue();
	}

	private static void checkSpacing(String name, double spacing) {
		if (!(spacing > 0) || Double.isInfinite(spacing))
			throw new IllegalArgumentException(name + " spacing is " + spacing + "; it must be a positive number");
	}
}
