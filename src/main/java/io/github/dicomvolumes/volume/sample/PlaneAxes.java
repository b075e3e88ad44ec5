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

package io.github.dicomvolumes.volume.sample;

import io.github.dicomvolumes.geometry.AnatomicalPlane;
import io.github.dicomvolumes.geometry.Anatomy;

/**
 * Which axes of an image (0 for x, 1 for y, 2 for z) run to the right, down and through a plane that is looked at as
 * radiologists do (R36): the right of the patient at the left, the front at the top of an axial plane, the head at the
 * top of the others. Slices are never in reverse order: slice 10 of the plane through x is what has x = 10.
 *
 * @param rightReversed whether indices decrease to the right
 * @param downReversed whether indices decrease downwards
 */
public record PlaneAxes(int right, boolean rightReversed, int down, boolean downReversed, int through) {

	/** @throws IllegalArgumentException if the axes are not 0, 1 and 2 in any order */
	public PlaneAxes {
		if ((1 << right | 1 << down | 1 << through) != 0b111)
			throw new IllegalArgumentException("The axes are " + right + ", " + down + ", " + through);
	}

	/**
	 * Of an image in a patient.
	 *
	 * @param letters the directions in which x, y and z increase, as of
	 *        {@link io.github.dicomvolumes.geometry.VolumeGeometry#letters}
	 */
	public static PlaneAxes of(final AnatomicalPlane plane, final String letters) {
		final int right = along(plane.right(), letters), down = along(plane.bottom(), letters);
		return new PlaneAxes(right, letters.charAt(right) != plane.right(), down,
			letters.charAt(down) != plane.bottom(), along(plane.through(), letters));
	}

	/** Of an image whose place in a patient is not known: XY, XZ and YZ. */
	public static PlaneAxes ofImage(final AnatomicalPlane plane) {
		return switch (plane) {
			case AXIAL -> new PlaneAxes(0, false, 1, false, 2);
			case CORONAL -> new PlaneAxes(0, false, 2, false, 1);
			case SAGITTAL -> new PlaneAxes(1, false, 2, false, 0);
		};
	}

	private static int along(final char letter, final String letters) {
		return Math.max(letters.indexOf(letter), letters.indexOf(Anatomy.opposite(letter)));
	}
}
