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

package io.github.dicomvolumes.export.object;

import io.github.dicomvolumes.data.AttributesBuilder;
import io.github.dicomvolumes.data.Dictionary;
import io.github.dicomvolumes.data.InputException;
import io.github.dicomvolumes.data.Tag;
import io.github.dicomvolumes.export.image.ExportGrid;
import io.github.dicomvolumes.export.image.ExportImage;
import io.github.dicomvolumes.geometry.Affine;
import io.github.dicomvolumes.geometry.Vector3;
import io.github.dicomvolumes.geometry.VolumeGeometry;
import io.github.dicomvolumes.volume.DicomVolume;

/**
 * Where the slices of an image lie, in the words of DICOM (PS3.3 C.7.6.2), as far as it is known.
 *
 * @param indexToPatient from (column, row, slice), 0 at the centre of the first voxel, to LPS in mm
 * @param isPlaced whether that holds; otherwise only distances do
 * @param hasPixelSize whether the distances between pixels are known
 * @param hasSliceDistance whether that between slices is known
 */
public record PlanePlace(Affine indexToPatient, boolean isPlaced, boolean hasPixelSize, boolean hasSliceDistance) {

	/** How far columns and rows may be from perpendicular: the cosine, as numbers of files are rounded. */
	private static final double PERPENDICULAR = 1e-4;
	private static final int MOST_ASPECT = 10_000;

	/** @throws InputException if rows and columns are not perpendicular, which no DICOM image can say */
	public PlanePlace {
		final double cosine = indexToPatient.i().unit().dot(indexToPatient.j().unit());
		if (isPlaced && Math.abs(cosine) > PERPENDICULAR) throw new InputException(
			"The rows and columns of the image are not perpendicular, which those of DICOM images must be " +
				"(PS3.3 C.7.6.2); resample it first, with DICOM Resample.");
	}

	/**
	 * The place of the slices of an image. One that was never DICOM, but whose spacing is known in mm, lies at the
	 * origin of a coordinate system of its own, its slices one behind the other.
	 *
	 * @throws InputException if rows and columns are not perpendicular
	 */
	public static PlanePlace of(final ExportImage image) {
		if (image.volume().isPresent()) return of(image.volume().get());
		final ExportGrid grid = image.grid();
		if (grid.indexToPatient().isPresent()) return new PlanePlace(grid.indexToPatient().get(), true, true, true);
		final Vector3 spacing = grid.spacing();
		return new PlanePlace(Affine.scaling(spacing.x(), spacing.y(), spacing.z()),
			grid.isMetric() && image.source().isEmpty(), grid.isMetric(), grid.isMetric());
	}

	private static PlanePlace of(final DicomVolume volume) {
		final VolumeGeometry geometry = volume.geometry();
		final Vector3 spacing = Vector3.of(geometry.spacing());
		return new PlanePlace(
			geometry.patientBased() ? geometry.indexToPatient() : Affine.scaling(spacing.x(), spacing.y(), spacing.z()),
			geometry.patientBased(), geometry.unit().equals(VolumeGeometry.MM),
			volume.sliceUnit().equals(VolumeGeometry.MM));
	}

	/** The centre of the first pixel of a slice, LPS in mm. */
	public Vector3 position(final int slice) {
		return indexToPatient.apply(0, 0, slice);
	}

	/** mm between slices, along their normal. */
	public double sliceDistance() {
		return Math.abs(indexToPatient.k().dot(normal()));
	}

	/** Unit vector, along rows and columns. */
	public Vector3 normal() {
		return indexToPatient.i().cross(indexToPatient.j()).unit();
	}

	/** Puts the position of a slice, if it is known. */
	public void putPosition(final int slice, final AttributesBuilder object) {
		if (isPlaced) object.put(Tag.IMAGE_POSITION_PATIENT, position(slice).toArray());
	}

	/** Puts the directions of rows and columns, if they are known. */
	public void putOrientation(final AttributesBuilder object) {
		if (!isPlaced) return;
		final Vector3 row = indexToPatient.i().unit(), column = indexToPatient.j().unit();
		object.put(Tag.IMAGE_ORIENTATION_PATIENT, row.x(), row.y(), row.z(), column.x(), column.y(), column.z());
	}

	/** Puts the distances between pixels and between slices, which are as thick as they are apart; what is known. */
	public void putMeasures(final int slices, final AttributesBuilder object) {
		final double across = indexToPatient.i().norm(), down = indexToPatient.j().norm();
		if (hasPixelSize) object.put(Tag.PIXEL_SPACING, down, across);
		else if (down != across) putAspect(down / across, object);
		if (!hasSliceDistance) return;
		object.put(Tag.SLICE_THICKNESS, sliceDistance());
		if (slices > 1) object.put(Dictionary.tag("SpacingBetweenSlices"), sliceDistance());
	}

	/** As the nearest fraction of whole numbers. */
	private static void putAspect(final double ratio, final AttributesBuilder object) {
		int down = 1, across = 1;
		for (int divisor = 1; divisor < MOST_ASPECT; divisor++) {
			final int dividend = (int) Math.max(1, Math.rint(ratio * divisor));
			if (Math.abs(ratio - (double) dividend / divisor) < Math.abs(ratio - (double) down / across)) {
				down = dividend;
				across = divisor;
			}
		}
		object.put(Dictionary.tag("PixelAspectRatio"), down, across);
	}
}
