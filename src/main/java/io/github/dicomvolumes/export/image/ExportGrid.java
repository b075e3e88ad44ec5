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

package io.github.dicomvolumes.export.image;

import java.util.Optional;
import java.util.OptionalDouble;

import io.github.dicomvolumes.data.Tag;
import io.github.dicomvolumes.geometry.Affine;
import io.github.dicomvolumes.geometry.Vector3;
import io.github.dicomvolumes.geometry.VolumeGeometry;
import io.github.dicomvolumes.series.StackShape;
import io.github.dicomvolumes.volume.DicomVolume;

/**
 * How many voxels an image has, and where they lie.
 *
 * @param columns voxels along x
 * @param rows voxels along y
 * @param shape slices, channels and times
 * @param indexToPatient from (column, row, slice), 0 at the centre of the first voxel, to LPS in mm, perhaps
 *        left-handed; empty if the place in the patient is not known
 * @param frameOfReference UID of the coordinate system (PS3.3 C.7.4.1), or a name made from it if it was hidden; empty
 *        if unknown
 * @param spacing between columns, rows and slices
 * @param isMetric whether the spacing is in mm; otherwise nobody knows what it is in
 * @param timeStep seconds from a time to the next; empty if that is not known, or not always the same
 */
public record ExportGrid(int columns, int rows, StackShape shape, Optional<Affine> indexToPatient,
	String frameOfReference, Vector3 spacing, boolean isMetric, OptionalDouble timeStep)
{

	/** @throws IllegalArgumentException if a size or spacing is not positive */
	public ExportGrid {
		if (columns < 1 || rows < 1)
			throw new IllegalArgumentException("The size is " + columns + " x " + rows + "; it must be 1 or more");
		if (!(spacing.x() > 0 && spacing.y() > 0 && spacing.z() > 0))
			throw new IllegalArgumentException("The spacing is " + spacing + "; it must be positive");
	}

	static ExportGrid of(final DicomVolume volume) {
		final VolumeGeometry geometry = volume.geometry();
		final boolean isMetric = geometry.unit().equals(VolumeGeometry.MM) &&
			(volume.sliceUnit().equals(VolumeGeometry.MM) || geometry.slices() == 1);
		final Optional<Affine> place = Optional.of(geometry.indexToPatient())
			.filter(affine -> isMetric && geometry.patientBased());
		return new ExportGrid((int) geometry.columns(), (int) geometry.rows(), volume.stack().shape(), place,
			volume.attributes().orElse(Tag.FRAME_OF_REFERENCE_UID, ""), Vector3.of(geometry.spacing()), isMetric,
			volume.stack().timeAxis().interval());
	}

	/** The same in coordinates of another name. */
	ExportGrid inFrame(final String uid) {
		return new ExportGrid(columns, rows, shape, indexToPatient, uid, spacing, isMetric, timeStep);
	}

	/** The same at a place. */
	ExportGrid at(final Affine place) {
		return new ExportGrid(columns, rows, shape, Optional.of(place), frameOfReference, spacing, isMetric, timeStep);
	}

	/** The number of pixels of a plane. */
	public int pixels() {
		return columns * rows;
	}
}
