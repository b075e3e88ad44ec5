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

import io.github.dicomvolumes.data.InputException;
import io.github.dicomvolumes.data.Tag;
import io.github.dicomvolumes.data.Uids;
import io.github.dicomvolumes.geometry.Affine;
import io.github.dicomvolumes.geometry.Vector3;
import io.github.dicomvolumes.geometry.VolumeGeometry;
import io.github.dicomvolumes.series.object.Frame;
import io.github.dicomvolumes.volume.DicomVolume;

/**
 * Where the slices of an image lie in the patient, and which images of its source volume lie there, too.
 */
public final class SlicePlaces {

	/** How far a slice may lie from one of the source that it is, in slice spacings and in pixels. */
	private static final double SAME = 0.1;

	/** The least sine of an angle at which slices lean. */
	private static final double LEANS = 1e-4;

	/** The least cosine of an angle that counts as a right one. */
	private static final double RIGHT_ANGLE = 1e-4;

	private final Affine indexToPatient;
	private final ExportGrid grid;
	private final Optional<DicomVolume> source;
	private final Optional<Affine> patientToSource;
	private final String frameOfReference;
	private final boolean isNewFrame;

	private SlicePlaces(final ExportGrid grid, final Affine indexToPatient, final Optional<DicomVolume> source,
		final String frameOfReference, final boolean isNewFrame)
	{
		this.grid = grid;
		this.indexToPatient = indexToPatient;
		this.source = source;
		this.frameOfReference = frameOfReference;
		this.isNewFrame = isNewFrame;
		patientToSource = source.map(DicomVolume::geometry)
			.filter(SlicePlaces::isPlaced)
			.map(VolumeGeometry::patientToIndex);
	}

	/**
	 * The places of an image; one that has none of its own lies where a source of the same size does.
	 *
	 * @throws InputException if nobody knows the place, if the source lies in other coordinates, or if rows and columns
	 *         are not at right angles, which DICOM cannot say
	 */
	public static SlicePlaces of(final ExportGrid grid, final Optional<DicomVolume> source) {
		final Affine place = placed(grid, source).indexToPatient()
			.orElseThrow(() -> new InputException(noPlace(grid, source)));
		if (Math.abs(place.i().unit().dot(place.j().unit())) > RIGHT_ANGLE) throw new InputException(
			"Rows and columns of the image are not at right angles in the patient; DICOM cannot say where it lies.");
		final String ofSource = source.map(volume -> volume.attributes().orElse(Tag.FRAME_OF_REFERENCE_UID, ""))
			.orElse("");
		final String own = grid.frameOfReference();
		if (!own.isEmpty() && !ofSource.isEmpty() && !own.equals(ofSource) && !own.equals(Uids.ofName(ofSource)))
			throw new InputException(
				"The image and the volume that it is said to belong to have different (0020,0052) " +
					"Frame of Reference UIDs, so their coordinates have nothing to do with each other.");
		final String known = ofSource.isEmpty() ? own : ofSource;
		return new SlicePlaces(grid, place, source, known.isEmpty() ? Uids.create() : known, known.isEmpty());
	}

	/** A grid with the place of a source of the same size, if it has none of its own. */
	static ExportGrid placed(final ExportGrid grid, final Optional<DicomVolume> source) {
		return grid.indexToPatient().isPresent() ? grid
			: source.filter(volume -> isSameSize(grid, volume)).flatMap(SlicePlaces::place).map(grid::at).orElse(grid);
	}

	private static String noPlace(final ExportGrid grid, final Optional<DicomVolume> source) {
		final String unknown = "The place of the image in the patient is not known";
		if (source.isEmpty()) return unknown + "; name the volume that it belongs to, which has the same size.";
		if (place(source.get()).isEmpty())
			return unknown + ", and the files of the volume that it belongs to do not tell it either.";
		final long[] size = source.get().dimensions();
		return unknown + ", and it has " + grid.columns() + " x " + grid.rows() + " x " + grid.shape().slices() +
			" voxels, the volume that it belongs to " + size[0] + " x " + size[1] + " x " + size[2] + ".";
	}

	private static boolean isSameSize(final ExportGrid grid, final DicomVolume volume) {
		final long[] size = volume.dimensions();
		return size[0] == grid.columns() && size[1] == grid.rows() && size[2] == grid.shape().slices();
	}

	private static Optional<Affine> place(final DicomVolume volume) {
		return Optional.of(volume.geometry()).filter(SlicePlaces::isPlaced).map(VolumeGeometry::indexToPatient);
	}

	private static boolean isPlaced(final VolumeGeometry geometry) {
		return geometry.patientBased() && geometry.unit().equals(VolumeGeometry.MM);
	}

	/** UID of the coordinates. */
	public String frameOfReference() {
		return frameOfReference;
	}

	/** Whether no file names the coordinates, so that their UID is a new one. */
	public boolean isNewFrame() {
		return isNewFrame;
	}

	/** Unit vector along the rows: the direction in which columns increase, LPS. */
	public Vector3 row() {
		return indexToPatient.i().unit();
	}

	/** Unit vector in which rows increase, LPS. */
	public Vector3 column() {
		return indexToPatient.j().unit();
	}

	/** mm between columns. */
	public double columnSpacing() {
		return indexToPatient.i().norm();
	}

	/** mm between rows. */
	public double rowSpacing() {
		return indexToPatient.j().norm();
	}

	/** mm between slices, along their normal. */
	public double sliceSpacing() {
		return Math.abs(indexToPatient.k().dot(row().cross(column()).unit()));
	}

	/** Whether slices do not follow their normal, as with a tilted gantry. */
	public boolean lean() {
		return grid.shape().slices() > 1 &&
			indexToPatient.k().cross(row().cross(column())).norm() > LEANS * indexToPatient.k().norm();
	}

	/** The centre of the first pixel of a slice as the grid has it, all of them equally far apart, LPS in mm. */
	public Vector3 onGrid(final int slice) {
		return indexToPatient.apply(0, 0, slice);
	}

	/** The same as the file of the slice says: rounded perhaps, or where gaps vary a little. */
	public Vector3 origin(final int slice) {
		final Vector3 onGrid = onGrid(slice);
		return frame(slice).flatMap(Frame::position).filter(filed -> isSame(filed, onGrid)).orElse(onGrid);
	}

	/** The place of a pixel, 0 at the centre of the first, in the plane of the slice's file, LPS in mm. */
	public Vector3 patient(final double column, final double row, final int slice) {
		return origin(slice).plus(indexToPatient.i().times(column)).plus(indexToPatient.j().times(row));
	}

	private boolean isSame(final Vector3 filed, final Vector3 onGrid) {
		final Vector3 away = filed.minus(onGrid);
		return Math.abs(away.dot(row())) <= SAME * columnSpacing() &&
			Math.abs(away.dot(column())) <= SAME * rowSpacing() &&
			Math.abs(away.dot(row().cross(column()))) <= SAME * sliceSpacing();
	}

	/** The image of the source in whose plane a slice lies: of several channels and times the first; empty if none. */
	public Optional<Frame> frame(final int slice) {
		if (patientToSource.isEmpty()) return Optional.empty();
		final DicomVolume volume = source.get();
		final double right = grid.columns() - 1, bottom = grid.rows() - 1;
		final double first = sourceSlice(0, 0, slice);
		final int nearest = (int) Math.rint(first);
		for (final double z : new double[] { first, sourceSlice(right, 0, slice), sourceSlice(0, bottom, slice),
			sourceSlice(right, bottom, slice) })
			if (Math.abs(z - nearest) > SAME) return Optional.empty();
		return nearest >= 0 && nearest < volume.stack().slices() ? volume.stack().frame(nearest, 0, 0)
			: Optional.empty();
	}

	private double sourceSlice(final double column, final double row, final int slice) {
		return patientToSource.get().apply(indexToPatient.apply(column, row, slice)).z();
	}
}
