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
import java.util.stream.IntStream;

import ij.ImagePlus;
import ij.ImageStack;

import io.github.dicomvolumes.data.Tag;
import io.github.dicomvolumes.data.Uids;
import io.github.dicomvolumes.geometry.Affine;
import io.github.dicomvolumes.geometry.Anatomy;
import io.github.dicomvolumes.geometry.SpacingSource;
import io.github.dicomvolumes.geometry.VolumeGeometry;
import io.github.dicomvolumes.volume.DicomVolume;

/**
 * Where the voxels of an ImagePlus lie in the patient. It is kept as text among the image's properties, which ImageJ
 * copies with Image &gt; Duplicate and writes into TIFF files. An image of another size or with its slices in another
 * order has lost it; that pixels were moved within slices of the same size, as by flipping, is not noticed.
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

	/** The place of an image; empty if it is unknown, or lost because slices were removed or moved. */
	public static Optional<PatientSpace> of(final ImagePlus image) {
		final String text = image.getProp(PROPERTY);
		if (text == null) return Optional.empty();
		final String[] parts = text.split(";", -1);
		if (parts.length != 5 || !parts[4].equals(shape(image))) return Optional.empty();
		try {
			final double[] matrix = Arrays.stream(parts[0].split(" ")).mapToDouble(Double::parseDouble).toArray();
			return Optional.of(new PatientSpace(Affine.of(matrix), parts[1], parts[2].equals("mm"), parts[3]));
		}
		catch (final IllegalArgumentException exc) {
			return Optional.empty(); // somebody else's text
		}
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
		image.setProp(PROPERTY,
			String.join(";", matrix, letters, isMetric ? "mm" : "directions", frameOfReference, shape(image)));
	}

	/** Which axis of the image, 0, 1 or 2, lies along an anatomical direction or against it. */
	public int axisAlong(final char letter) {
		return Math.max(letters.indexOf(letter), letters.indexOf(Anatomy.opposite(letter)));
	}

	/** Size and order of the slices: what an image must keep to lie where it lay. */
	private static String shape(final ImagePlus image) {
		final String size = Arrays.stream(image.getDimensions())
			.mapToObj(Integer::toString)
			.collect(Collectors.joining(" "));
		if (image.getStackSize() == 1) return size; // ImageJ makes up a label
		final ImageStack stack = image.getStack();
		final String names = IntStream.rangeClosed(1, stack.size())
			.mapToObj(n -> name(stack, n))
			.collect(Collectors.joining("\n"));
		return size + " " + Integer.toHexString(names.hashCode());
	}

	/** The first line of a slice's label. */
	private static String name(final ImageStack stack, final int n) {
		final String label = stack instanceof HeaderStack ours ? ours.name(n)
			: stack instanceof VirtualVolumeStack ours ? ours.name(n) : stack.getSliceLabel(n);
		return label == null ? "" : label.lines().findFirst().orElse("");
	}
}
