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

package io.github.dicomvolumes.view.resample;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;

import io.github.dicomvolumes.data.InputException;
import io.github.dicomvolumes.geometry.Affine;
import io.github.dicomvolumes.geometry.AnatomicalPlane;
import io.github.dicomvolumes.geometry.Anatomy;
import io.github.dicomvolumes.geometry.Orientation;
import io.github.dicomvolumes.geometry.Vector3;
import io.github.dicomvolumes.geometry.VolumeGeometry;
import io.github.dicomvolumes.view.imagej.PatientSpace;
import io.github.dicomvolumes.view.plane.OrthoImage;
import io.github.dicomvolumes.view.plane.Pixels;
import io.github.dicomvolumes.view.plane.Plane;
import io.github.dicomvolumes.view.plane.PlaneImages;
import io.github.dicomvolumes.volume.sample.PlaneFrame;
import io.github.dicomvolumes.volume.sample.TargetGrids;

import ij.measure.Calibration;

/**
 * Where the voxels of a resampled image are to lie: its slices, pixel sizes and place in the patient.
 *
 * @param geometry of the slices, or, if they are counted the other way, of the same slices in reverse order, because a
 *        geometry is right-handed
 * @param isReversed whether slices are counted against the normal of the geometry
 * @param label at the end of the title and before the numbers of slices
 * @param space of the result; empty if the image has no place in the patient
 * @param calibration sizes, units and origin of the result, with the values of the image
 */
public record SampledGrid(VolumeGeometry geometry, boolean isReversed, String label, Optional<PatientSpace> space,
	Calibration calibration)
{

	private static final Vector3 HEAD = new Vector3(0, 0, 1), FRONT = new Vector3(0, -1, 0);

	/** ImageJ keeps a name for each of them. */
	private static final int MOST_PLANES = 1 << 20;

	/**
	 * The field of view and the directions of an image with voxels of another size.
	 *
	 * @param spacing three numbers in the units of its axes, one in the unit of all three, or none for cubes of the
	 *        smallest voxel
	 * @throws InputException if that is impossible
	 */
	public static SampledGrid spaced(final OrthoImage image, final double... spacing) {
		final ImageGrid grid = ImageGrid.of(image);
		if (spacing.length != 3 && IntStream.of(1, 2).anyMatch(axis -> !image.unit(axis).equals(image.unit(0))))
			throw new InputException("\"" + image.image().getTitle() + "\" has axes in " + image.unit(0) + ", " +
				image.unit(1) + " and " + image.unit(2) + ": spacing must be three numbers");
		final VolumeGeometry geometry = TargetGrids.spaced(grid.geometry(), orSmallest(grid.geometry(), spacing));
		final double[] before = grid.geometry().spacing(), after = geometry.spacing();
		final Calibration calibration = sized(image, geometry);
		calibration.xOrigin *= before[0] / after[0];
		calibration.yOrigin *= before[1] / after[1];
		calibration.zOrigin *= before[2] / after[2];
		return of(image, geometry, grid.isReversed(), PlaneImages.RESAMPLED,
			image.space().map(space -> placed(space, geometry, grid.isReversed(), space.letters())), calibration);
	}

	/**
	 * The grid of another image. Whether both lie in the same patient is for the caller to know.
	 *
	 * @param spacing as in {@link #spaced}, or none for that of the other image
	 * @throws InputException if one of them has no place in the patient in mm, or that is impossible
	 */
	public static SampledGrid of(final OrthoImage image, final OrthoImage to, final double... spacing) {
		final PatientSpace mine = metric(image, "to"), other = metric(to, "to");
		final ImageGrid grid = ImageGrid.of(to);
		final VolumeGeometry geometry = spacing.length == 0 ? grid.geometry()
			: TargetGrids.spaced(grid.geometry(), spacing);
		final String frame = other.frameOfReference().isEmpty() ? mine.frameOfReference() : other.frameOfReference();
		final PatientSpace named = new PatientSpace(other.indexToPatient(), other.letters(), true, frame);
		return inMm(image, geometry, grid.isReversed(), PlaneImages.RESAMPLED,
			placed(named, geometry, grid.isReversed(), other.letters()));
	}

	/**
	 * Axial, coronal or sagittal slices that cover all of an image, whatever its directions, displayed as
	 * {@link AnatomicalPlane} says; they are counted towards the head, the back, and the left.
	 *
	 * @param spacing of columns, rows and slices in mm, one number for all, or none for that of the smallest voxel
	 * @throws InputException if the image has no place in the patient in mm, or that is impossible
	 */
	public static SampledGrid anatomical(final OrthoImage image, final AnatomicalPlane plane, final double... spacing) {
		final PatientSpace space = metric(image, "plane");
		final VolumeGeometry covered = ImageGrid.covered(image);
		final Orientation directions = new Orientation(direction(plane.right()), direction(plane.bottom()));
		final VolumeGeometry geometry = TargetGrids.covering(covered, directions, orSmallest(covered, spacing));
		final boolean isReversed = directions.normal().dot(direction(plane.through())) < 0;
		return inMm(image, geometry, isReversed, PlaneImages.RESAMPLED,
			placed(space, geometry, isReversed, "" + plane.right() + plane.bottom() + plane.through()));
	}

	/**
	 * Slices of any direction that cover all of an image: cubes of its smallest voxel, counted along the normal, the
	 * first where the image begins.
	 *
	 * @param normal away from the viewer, LPS, of any length
	 * @param up what is upwards in the slices, as far as it is perpendicular to the normal; if it is empty the head, or
	 *        the front where the normal is closer to the axis of head and feet than 45 degrees
	 * @throws InputException if the image has no place in the patient in mm, or that is impossible
	 */
	public static SampledGrid oblique(final OrthoImage image, final Vector3 normal, final Optional<Vector3> up) {
		final PatientSpace space = metric(image, "plane=Oblique");
		final VolumeGeometry covered = ImageGrid.covered(image);
		final Orientation directions = PlaneFrame.facing(normal, up.orElseGet(() -> up(normal)));
		final VolumeGeometry geometry = TargetGrids.covering(covered, directions, TargetGrids.smallestVoxel(covered));
		return inMm(image, geometry, false, PlaneImages.OBLIQUE, placed(space, geometry, false, geometry.letters()));
	}

	/** How many slices there are. */
	int slices() {
		return (int) geometry.slices();
	}

	/** Pixels of a slice in x. */
	int width() {
		return (int) geometry.columns();
	}

	/** Pixels of a slice in y. */
	int height() {
		return (int) geometry.rows();
	}

	/** From a slice as they are counted here to that of the geometry, and back. */
	int slice(final int slice) {
		return isReversed ? slices() - 1 - slice : slice;
	}

	private static SampledGrid of(final OrthoImage image, final VolumeGeometry geometry, final boolean isReversed,
		final String label, final Optional<PatientSpace> space, final Calibration calibration)
	{
		Plane.requireRoom("A slice", geometry.columns(), geometry.rows(), "a larger spacing");
		final double planes = (double) geometry.slices() * image.channels() * image.times();
		if (planes > MOST_PLANES) throw new InputException(
			"That would be " + (long) planes + " slices, of at most " + MOST_PLANES + "; use a larger spacing");
		return new SampledGrid(geometry, isReversed, label, space, calibration);
	}

	private static SampledGrid inMm(final OrthoImage image, final VolumeGeometry geometry, final boolean isReversed,
		final String label, final PatientSpace space)
	{
		final Calibration calibration = sized(image, geometry);
		calibration.setUnit(VolumeGeometry.MM); // of all axes
		calibration.xOrigin = 0;
		calibration.yOrigin = 0;
		calibration.zOrigin = 0;
		calibration.setInvertY(false);
		return of(image, geometry, isReversed, label, Optional.of(space), calibration);
	}

	private static Calibration sized(final OrthoImage image, final VolumeGeometry geometry) {
		final Calibration calibration = image.calibration();
		final double[] spacing = geometry.spacing();
		calibration.pixelWidth = spacing[0];
		calibration.pixelHeight = spacing[1];
		calibration.pixelDepth = spacing[2];
		return calibration;
	}

	private static PatientSpace placed(final PatientSpace space, final VolumeGeometry geometry,
		final boolean isReversed, final String letters)
	{
		final Affine map = geometry.indexToPatient();
		final Affine counted = isReversed
			? new Affine(map.i(), map.j(), map.k().times(-1), map.apply(0, 0, geometry.slices() - 1))
			: map;
		return new PatientSpace(counted, letters, space.isMetric(), space.frameOfReference());
	}

	private static PatientSpace metric(final OrthoImage image, final String key) {
		return image.space()
			.filter(PatientSpace::isMetric)
			.orElseThrow(() -> new InputException(key + " needs to know where \"" + image.image().getTitle() +
				"\" lies in the patient, in mm; it has no such place, or has lost it. DICOM Resample... works with spacing alone"));
	}

	private static double[] orSmallest(final VolumeGeometry grid, final double... spacing) {
		return spacing.length == 0 ? new double[] { TargetGrids.smallestVoxel(grid) } : spacing;
	}

	private static Vector3 direction(final char letter) {
		final double[] axis = new double[3];
		axis[Anatomy.axisOf(letter)] = "LPH".indexOf(letter) < 0 ? -1 : 1;
		return Vector3.of(axis);
	}

	private static Vector3 up(final Vector3 normal) {
		final double most = Arrays.stream(new double[] { normal.x(), normal.y() }).map(v -> v * v).sum();
		return normal.z() * normal.z() > most ? FRONT : HEAD;
	}
}
