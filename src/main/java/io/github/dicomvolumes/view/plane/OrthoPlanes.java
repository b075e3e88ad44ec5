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

package io.github.dicomvolumes.view.plane;

import java.util.Optional;

import io.github.dicomvolumes.geometry.AnatomicalPlane;
import io.github.dicomvolumes.geometry.Anatomy;
import io.github.dicomvolumes.geometry.Vector3;
import io.github.dicomvolumes.view.imagej.PatientSpace;
import io.github.dicomvolumes.volume.sample.PlaneAxes;
import io.github.dicomvolumes.volume.sample.PlaneAxis;

/**
 * How the three planes lie in an image: its axes go to the anatomy, whatever the orientation it was acquired in, the
 * right of the patient at the left of the screen. Without a place in the patient the planes are XY, XZ and YZ.
 */
public final class OrthoPlanes {

	private final OrthoImage image;
	private final Optional<PatientSpace> space;

	public OrthoPlanes(final OrthoImage image) {
		this.image = image;
		space = image.space();
	}

	/** With the smallest square pixels or raw ones. */
	Plane plane(final AnatomicalPlane plane, final Pixels pixels) {
		final PlaneAxes axes = axes(plane);
		return plane(plane,
			pixels == Pixels.RAW ? 0 : Math.min(image.spacing(axes.right()), image.spacing(axes.down())));
	}

	/**
	 * With square pixels of this side in the unit of the plane's axes; if it is 0, or they have two units, with raw
	 * ones.
	 */
	Plane plane(final AnatomicalPlane plane, final double pixel) {
		final PlaneAxes axes = axes(plane);
		final boolean isSquare = pixel > 0 && image.unit(axes.right()).equals(image.unit(axes.down()));
		return new Plane(plane, label(plane),
			axis(axes.right(), axes.rightReversed(), isSquare ? pixel : image.spacing(axes.right())),
			axis(axes.down(), axes.downReversed(), isSquare ? pixel : image.spacing(axes.down())),
			axis(axes.through(), false, image.spacing(axes.through())), sides(axes));
	}

	/** Which axes of the image run along a plane. */
	public PlaneAxes axes(final AnatomicalPlane plane) {
		return space.map(known -> PlaneAxes.of(plane, known.letters())).orElseGet(() -> PlaneAxes.ofImage(plane));
	}

	/** Its name, or without a patient that of the axes of the image. */
	String label(final AnatomicalPlane plane) {
		if (space.isPresent()) return plane.label();
		return switch (plane) {
			case AXIAL -> "XY";
			case CORONAL -> "XZ";
			case SAGITTAL -> "YZ";
		};
	}

	private PlaneAxis axis(final int axis, final boolean reversed, final double pixel) {
		return new PlaneAxis(axis, reversed, image.size(axis), image.spacing(axis), pixel, image.unit(axis));
	}

	private Section.Sides sides(final PlaneAxes axes) {
		return space.isEmpty() ? Section.Sides.NONE
			: sides(direction(axes.right(), axes.rightReversed()), direction(axes.down(), axes.downReversed()));
	}

	/** The letters of a plane in the patient. */
	static Section.Sides sides(final Vector3 right, final Vector3 down) {
		return new Section.Sides(letters(right.times(-1)), letters(right), letters(down.times(-1)), letters(down));
	}

	/** Where an axis of the image leads, in the sense that is displayed. */
	private Vector3 direction(final int axis, final boolean reversed) {
		final var map = space.get().indexToPatient();
		final Vector3 along = axis == 0 ? map.i() : axis == 1 ? map.j() : map.k();
		return reversed ? along.times(-1) : along;
	}

	private static String letters(final Vector3 direction) {
		final String letters = Anatomy.letters(direction);
		return letters.substring(0, Math.min(2, letters.length()));
	}
}
