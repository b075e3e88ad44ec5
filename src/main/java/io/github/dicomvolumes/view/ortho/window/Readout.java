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

package io.github.dicomvolumes.view.ortho.window;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

import io.github.dicomvolumes.data.NumberText;
import io.github.dicomvolumes.geometry.AnatomicalPlane;
import io.github.dicomvolumes.geometry.Vector3;
import io.github.dicomvolumes.view.ortho.OrthoModel;
import io.github.dicomvolumes.view.plane.ObliquePlane;
import io.github.dicomvolumes.view.plane.OrthoImage;
import io.github.dicomvolumes.volume.sample.PlaneBlocks;

/**
 * What there is at a voxel, as text.
 *
 * @param voxel "256, 256, 49", 0-based
 * @param patient "12.3, -45.6, 78.9", LPS in mm of the voxel's centre; empty if unknown
 * @param value "-1000 HU"; empty if it had to be read from a file first
 * @param over of the second image, "PET 3.2 g/ml"; empty if there is none
 * @param normals "Normal: coronal (0.5, -0.866, 0)" of planes that are turned, LPS; empty if none is
 */
record Readout(String voxel, String patient, String value, String over, String normals) {

	/** In place of a value that has to be read from a file first. */
	static final String AWAITED = "...";
	/** Direction cosines are told to so many parts. */
	private static final double ROUNDED = 1e3;

	/**
	 * At the voxel around a coordinate, or the closest one, at the model's channel and time.
	 *
	 * @param planes whose normals are told, if they are turned
	 */
	static Readout of(final OrthoModel model, final PlaneBlocks blocks, final FusedValues fused,
		final Vector3 coordinate, final List<AnatomicalPlane> planes)
	{
		final OrthoImage image = model.image();
		final int[] at = new int[3];
		for (int axis = 0; axis < 3; axis++)
			at[axis] = OrthoImage.nearest(coordinate.toArray()[axis], image.size(axis));
		final Optional<Vector3> place = image.toPatient(new Vector3(at[0], at[1], at[2]));
		final String patient = place
			.map(
				p -> NumberText.fixed(p.x(), 2) + ", " + NumberText.fixed(p.y(), 2) + ", " + NumberText.fixed(p.z(), 2))
			.orElse("");
		final OptionalDouble held = blocks.held(at, model.channel(), model.time());
		return new Readout(at[0] + ", " + at[1] + ", " + at[2], patient,
			held.isEmpty() ? "" : value(image, held.getAsDouble()), fused.text(place), normals(model, planes));
	}

	private static String normals(final OrthoModel model, final List<AnatomicalPlane> planes) {
		final String all = planes.stream()
			.map(model::section)
			.filter(ObliquePlane.class::isInstance)
			.map(plane -> normal((ObliquePlane) plane))
			.collect(Collectors.joining(", "));
		return all.isEmpty() ? "" : "Normal: " + all;
	}

	private static String normal(final ObliquePlane plane) {
		return plane.plane().label().toLowerCase(Locale.ROOT) + Arrays.stream(plane.normal().toArray())
			.mapToObj(cosine -> NumberText.of(Math.rint(cosine * ROUNDED) / ROUNDED + 0.0)) // no -0
			.collect(Collectors.joining(", ", " (", ")"));
	}

	private static String value(final OrthoImage image, final double held) {
		if (!image.isColour()) return (NumberText.of(image.calibrated(held)) + " " + image.valueUnit()).strip();
		final int rgb = (int) held;
		return "RGB " + (rgb >> 16 & 0xFF) + ", " + (rgb >> 8 & 0xFF) + ", " + (rgb & 0xFF);
	}

	/** Whether one of the values has to be read from a file first. */
	boolean isAwaited() {
		return values().contains(AWAITED);
	}

	/** Of both images: "-1000 HU | PET 3.2 g/ml". */
	String values() {
		return (value.isEmpty() ? AWAITED : value) + (over.isEmpty() ? "" : " | " + over);
	}

	/** All of it in one line. */
	@Override
	public String toString() {
		return "(" + voxel + ")" + (patient.isEmpty() ? "" : "  LPS (" + patient + ") mm") + "  " + values() +
			(normals.isEmpty() ? "" : "  " + normals);
	}
}
