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

import java.math.BigDecimal;
import java.math.MathContext;

import io.github.dicomvolumes.data.InputException;
import io.github.dicomvolumes.geometry.Affine;
import io.github.dicomvolumes.geometry.Orientation;
import io.github.dicomvolumes.geometry.Vector3;
import io.github.dicomvolumes.geometry.VolumeGeometry;
import io.github.dicomvolumes.view.plane.OrthoImage;

/**
 * The voxels of an image as a geometry, which is right-handed and whose rows and columns are perpendicular. Lengths are
 * those of the axes of the image, in mm if it has a place in the patient.
 *
 * @param isReversed whether slices of the image are counted the other way
 */
record ImageGrid(VolumeGeometry geometry, boolean isReversed) {

	/** Cosine of the angle between axes that are perpendicular. */
	private static final double PERPENDICULAR = 1e-6;

	/**
	 * The grid of an image.
	 *
	 * @throws InputException if its rows and columns are not perpendicular, as where a plane cuts slices that lean
	 */
	static ImageGrid of(final OrthoImage image) {
		final Vector3[] axes = axes(image);
		if (!isPerpendicular(axes[0], axes[1])) throw new InputException("The rows and columns of \"" +
			image.image().getTitle() + "\" are not perpendicular, because the slices that it was cut from lean; use " +
			"plane=Axial, Coronal or Sagittal, or the image that it was cut from");
		final boolean isReversed = image.indexToSpace().determinant() < 0;
		return new ImageGrid(geometry(image, 0, isReversed), isReversed);
	}

	/**
	 * A grid of the same voxels, though their axes may have another order.
	 *
	 * @throws InputException if no two axes are perpendicular
	 */
	static VolumeGeometry covered(final OrthoImage image) {
		final Vector3[] axes = axes(image);
		for (int first = 0; first < 3; first++)
			if (isPerpendicular(axes[first], axes[(first + 1) % 3]))
				return geometry(image, first, image.indexToSpace().determinant() < 0);
		throw new InputException("No two axes of \"" + image.image().getTitle() + "\" are perpendicular");
	}

	/** @param first axis of the image that becomes x; the others follow in their order, which keeps the handedness */
	private static VolumeGeometry geometry(final OrthoImage image, final int first, final boolean isReversed) {
		final int second = (first + 1) % 3, third = (first + 2) % 3;
		final Vector3[] axes = axes(image);
		final int last = image.size(third) - 1;
		final Vector3 start = image.indexToSpace().origin(), step = axes[third];
		return VolumeGeometry.of(isReversed ? start.plus(step.times(last)) : start,
			new Orientation(axes[first].unit(), axes[second].unit()), rounded(axes[first].norm()),
			rounded(axes[second].norm()), isReversed ? step.times(-1) : step, image.size(first), image.size(second),
			image.size(third));
	}

	/** To twelve digits: the length of a direction times a spacing has a few more, which are noise. */
	private static double rounded(final double spacing) {
		return new BigDecimal(spacing).round(new MathContext(12)).doubleValue();
	}

	private static Vector3[] axes(final OrthoImage image) {
		final Affine map = image.indexToSpace();
		return new Vector3[] { map.i(), map.j(), map.k() };
	}

	private static boolean isPerpendicular(final Vector3 a, final Vector3 b) {
		return Math.abs(a.unit().dot(b.unit())) <= PERPENDICULAR;
	}
}
