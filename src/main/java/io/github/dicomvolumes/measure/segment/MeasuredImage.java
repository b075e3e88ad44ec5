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

package io.github.dicomvolumes.measure.segment;

import java.util.List;
import java.util.Optional;

import io.github.dicomvolumes.data.InputException;
import io.github.dicomvolumes.data.Tag;
import io.github.dicomvolumes.geometry.Affine;
import io.github.dicomvolumes.geometry.Vector3;
import io.github.dicomvolumes.geometry.VolumeGeometry;
import io.github.dicomvolumes.pixels.PlaneType;
import io.github.dicomvolumes.pixels.Rescale;
import io.github.dicomvolumes.series.StackShape;
import io.github.dicomvolumes.volume.DicomVolume;

/**
 * Planes of grey values that lie somewhere: what is measured, or an image of labels.
 *
 * @param name for messages
 * @param type of the arrays of planes
 * @param line from the values of this type to the real ones, with their unit
 * @param indexToSpace from (column, row, slice), 0 at the centre of the first voxel, to LPS in mm; without a place in
 *        the patient to mm from the first voxel, or to whatever the spacing is in
 * @param isMetric whether that is mm
 * @param isPatient whether that is a place in the patient
 * @param frameOfReference UID of the coordinate system; empty if unknown
 * @param seconds when each time is, since the first; empty if that is not known
 * @param volume that it is; empty for other images
 */
public record MeasuredImage(String name, int columns, int rows, StackShape shape, PlaneType type, Rescale line,
	Planes planes, Affine indexToSpace, boolean isMetric, boolean isPatient, String frameOfReference,
	List<Double> seconds, Optional<DicomVolume> volume)
{

	/** Planes of an image; used by several threads. */
	@FunctionalInterface
	public interface Planes {

		/**
		 * The array of a plane, each index 0-based; it is not changed.
		 *
		 * @throws java.io.UncheckedIOException if it is in a file and cannot be read
		 */
		Object plane(int slice, int channel, int time);
	}

	/**
	 * @throws InputException if it is in colour
	 * @throws IllegalArgumentException if planes of 32 bits do not hold the real values
	 */
	public MeasuredImage {
		if (type == PlaneType.RGB) throw new InputException(
			"\"" + name + "\" is in colour, which has no values to measure; use Image > Type > 8-bit.");
		if (type == PlaneType.FLOAT32 && !line.isIdentity())
			throw new IllegalArgumentException("Planes of 32 bits hold real values; the line is " + line);
		seconds = List.copyOf(seconds);
	}

	/**
	 * All of a volume, which is not copied.
	 *
	 * @throws InputException if it is in colour
	 */
	public static MeasuredImage of(final DicomVolume volume) {
		final VolumeGeometry geometry = volume.geometry();
		final boolean isMetric = geometry.unit().equals(VolumeGeometry.MM) &&
			(volume.sliceUnit().equals(VolumeGeometry.MM) || geometry.slices() == 1);
		return new MeasuredImage(volume.name(), (int) geometry.columns(), (int) geometry.rows(), volume.stack().shape(),
			volume.plan().type(), volume.plan().line(), volume::plane, geometry.indexToPatient(), isMetric,
			isMetric && geometry.patientBased(), volume.attributes().orElse(Tag.FRAME_OF_REFERENCE_UID, ""),
			volume.stack().timeAxis().seconds(), Optional.of(volume));
	}

	/** The number of voxels of a slice. */
	public int pixels() {
		return columns * rows;
	}

	/** The volume of a voxel in ml; NaN if its size is not known. */
	public double millilitres() {
		return isMetric ? Math.abs(indexToSpace.determinant()) / 1000 : Double.NaN;
	}

	/** From the numbers that arrays hold, taken without sign, to values. */
	public Rescale heldLine() {
		return new Rescale(line.slope(), line.intercept() - line.slope() * type.offset(), line.unit());
	}

	/** What of a plane nobody measured: padding, or all of it if it is in no file. */
	public Unmeasured unmeasured(final int slice, final int channel, final int time) {
		return volume.map(own -> Unmeasured.of(own, type, slice, channel, time)).orElse(Unmeasured.NOTHING);
	}

	/**
	 * The values of a plane, row by row, in the unit of the line: a new array. What {@linkplain #unmeasured nobody
	 * measured} is NaN.
	 */
	public double[] values(final int slice, final int channel, final int time) {
		final Object plane = planes.plane(slice, channel, time);
		final Rescale held = heldLine();
		final double slope = held.slope(), intercept = held.intercept();
		final double[] values = new double[pixels()];
		if (plane instanceof float[] floats) for (int i = 0; i < values.length; i++)
			values[i] = slope * floats[i] + intercept;
		else if (plane instanceof byte[] bytes) for (int i = 0; i < values.length; i++)
			values[i] = slope * (bytes[i] & 0xFF) + intercept;
		else for (int i = 0; i < values.length; i++)
			values[i] = slope * (((short[]) plane)[i] & 0xFFFF) + intercept;
		final Unmeasured unmeasured = unmeasured(slice, channel, time);
		if (!unmeasured.isNothing()) for (int i = 0; i < values.length; i++)
			if (unmeasured.contains(Unmeasured.number(plane, i))) values[i] = Double.NaN;
		return values;
	}

	/** Whether another image has voxels at the same places, to a thousandth of a voxel. */
	public boolean isOnGridOf(final MeasuredImage other) {
		if (columns != other.columns || rows != other.rows || shape.slices() != other.shape.slices()) return false;
		if (isPatient != other.isPatient || !isPatient) return true; // nobody knows better
		final Affine between = other.indexToSpace.inverse().after(indexToSpace);
		for (int corner = 0; corner < 8; corner++) {
			final double x = (corner & 1) * (columns - 1), y = (corner >> 1 & 1) * (rows - 1),
				z = (corner >> 2) * (shape.slices() - 1);
			if (between.apply(x, y, z).minus(new Vector3(x, y, z)).norm() > 1e-3) return false;
		}
		return true;
	}
}
