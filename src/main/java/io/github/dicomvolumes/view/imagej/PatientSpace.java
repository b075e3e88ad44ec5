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

package io.github.dicomvolumes.view.imagej;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

import ij.ImagePlus;

import io.github.dicomvolumes.data.Tag;
import io.github.dicomvolumes.data.Uids;
import io.github.dicomvolumes.geometry.Affine;
import io.github.dicomvolumes.geometry.Anatomy;
import io.github.dicomvolumes.geometry.SpacingSource;
import io.github.dicomvolumes.geometry.Vector3;
import io.github.dicomvolumes.geometry.VolumeGeometry;
import io.github.dicomvolumes.volume.DicomVolume;

/**
 * Where the voxels of an ImagePlus lie in the patient. It is kept as text among the image's properties, which ImageJ
 * copies with Image &gt; Duplicate and writes into TIFF files. An image of some of the slices, also backwards or
 * cropped, has its part of it, see {@link KeptShape}; every other one has lost it. That pixels were moved within slices
 * of the same size, as by flipping, is not noticed.
 *
 * @param indexToPatient from (x, y, z) index, 0 at the centre of the first voxel, to LPS in mm; its determinant may be
 *        negative
 * @param letters the directions in which x, y and z increase, every patient axis once, as in {@link Anatomy}
 * @param isMetric whether all of the map is known; otherwise the directions are true and the distances are not
 * @param frameOfReference UID that images in the same coordinate system share (PS3.3 C.7.4.1); empty if unknown
 */
public record PatientSpace(Affine indexToPatient, String letters, boolean isMetric, String frameOfReference) {

	/** The name of the image property. */
	private static final String PROPERTY = "DICOM Patient Space";

	/** @throws IllegalArgumentException if the letters are not one for each patient axis */
	public PatientSpace {
		final String axes = letters.chars()
			.mapToObj(c -> Anatomy.axisOf((char) c))
			.sorted()
			.map(String::valueOf)
			.collect(Collectors.joining());
		if (!axes.equals("012")) throw new IllegalArgumentException(
			"The letters are '" + letters + "'; they must be one of L R, one of P A and one of H F");
	}

	/** The place of a volume; empty if its files do not tell it. */
	public static Optional<PatientSpace> of(final DicomVolume volume) {
		final VolumeGeometry geometry = volume.geometry();
		if (!geometry.patientBased()) return Optional.empty();
		final boolean isMetric = geometry.unit().equals(VolumeGeometry.MM) &&
			(geometry.spacingSource() != SpacingSource.UNKNOWN || geometry.slices() == 1);
		return Optional.of(new PatientSpace(geometry.indexToPatient(), geometry.letters(), isMetric,
			volume.attributes().orElse(Tag.FRAME_OF_REFERENCE_UID, "").strip()));
	}

	/** The place of an image; empty if it is unknown, or lost because it is not of the slices that had it. */
	public static Optional<PatientSpace> of(final ImagePlus image) {
		final String text = image.getProp(PROPERTY);
		if (text == null) return Optional.empty();
		final String[] parts = text.split(";", -1);
		if (parts.length != 5) return Optional.empty();
		try {
			final double[] matrix = Arrays.stream(parts[0].split(" ")).mapToDouble(Double::parseDouble).toArray();
			final PatientSpace kept = new PatientSpace(Affine.of(matrix), parts[1], parts[2].equals("mm"), parts[3]);
			return KeptShape.parse(parts[4]).flatMap(shape -> shape.toIndexOf(image, kept.voxel())).map(kept::after);
		}
		catch (final IllegalArgumentException exc) {
			return Optional.empty(); // somebody else's text
		}
	}

	/** The size of a voxel, if it is known. */
	private Optional<Vector3> voxel() {
		return isMetric
			? Optional.of(new Vector3(indexToPatient.i().norm(), indexToPatient.j().norm(), indexToPatient.k().norm()))
			: Optional.empty();
	}

	/** The place of an image of some of the slices. */
	private PatientSpace after(final Affine toIndex) {
		if (toIndex.equals(Affine.scaling(1, 1, 1))) return this; // and not rounded
		final char last = letters.charAt(2);
		return new PatientSpace(indexToPatient.after(toIndex),
			letters.substring(0, 2) + (toIndex.k().z() < 0 ? Anatomy.opposite(last) : last), isMetric,
			frameOfReference);
	}

	/** The same with a name made from the UID in its place: the same name for the same UID. */
	PatientSpace withoutUid() {
		return frameOfReference.isEmpty() ? this
			: new PatientSpace(indexToPatient, letters, isMetric, Uids.ofName(frameOfReference));
	}

	/**
	 * Whether another image lies in the same coordinate system, both UIDs being known; also if one of them was replaced
	 * to hide it.
	 */
	public boolean sharesFrameWith(final PatientSpace other) {
		return frameOfReference.equals(other.frameOfReference) ||
			withoutUid().frameOfReference.equals(other.frameOfReference) ||
			frameOfReference.equals(other.withoutUid().frameOfReference);
	}

	/** Puts this down in an image, whose slices and labels must be complete. */
	public void attachTo(final ImagePlus image) {
		final String matrix = Arrays.stream(indexToPatient.toArray())
			.mapToObj(Double::toString)
			.collect(Collectors.joining(" "));
		image.setProp(PROPERTY, String.join(";", matrix, letters, isMetric ? "mm" : "directions", frameOfReference,
			KeptShape.of(image).text()));
		KeptShape.mark(image);
	}

	/** Which axis of the image, 0, 1 or 2, lies along an anatomical direction or against it. */
	public int axisAlong(final char letter) {
		return Math.max(letters.indexOf(letter), letters.indexOf(Anatomy.opposite(letter)));
	}
}
