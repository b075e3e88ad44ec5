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

import io.github.dicomvolumes.geometry.Affine;
import io.github.dicomvolumes.geometry.Vector3;
import io.github.dicomvolumes.geometry.VolumeGeometry;

/**
 * From where to where the voxels of a grid reach along a direction, outer edges included.
 *
 * @param direction unit vector, LPS
 * @param from mm from the origin of the patient coordinate system
 * @param to mm, greater than {@code from}
 */
record Extent(Vector3 direction, double from, double to) {

	/** Parts of a pixel that are the rounding of the calculation. */
	private static final double ROUNDING = 1e-6;

	static Extent of(final VolumeGeometry grid, final Vector3 direction) {
		final Affine toPatient = grid.indexToPatient();
		double from = Double.POSITIVE_INFINITY, to = Double.NEGATIVE_INFINITY;
		for (int corner = 0; corner < 8; corner++) {
			final double i = (corner & 1) == 0 ? 0 : grid.columns(), j = (corner & 2) == 0 ? 0 : grid.rows(),
				k = (corner & 4) == 0 ? 0 : grid.slices();
			final double mm = toPatient.apply(i - 0.5, j - 0.5, k - 0.5).dot(direction);
			from = Math.min(from, mm);
			to = Math.max(to, mm);
		}
		return new Extent(direction, from, to);
	}

	/** How many pixels of a size cover it, at least 1. */
	long pixels(final double size) {
		return Math.max(1, (long) Math.ceil((to - from) / size - ROUNDING));
	}

	/** Where the centre of the first of so many pixels lies, mm, if they reach beyond both ends by the same. */
	double first(final long pixels, final double size) {
		return (from + to) / 2 - (pixels - 1) * size / 2;
	}

	/** How many pixels there are before that whose centre is a point, 0 if the extent begins within it or after. */
	long before(final Vector3 point, final double size) {
		return Math.max(0, (long) Math.ceil((point.dot(direction) - from) / size - 0.5 - ROUNDING));
	}

	/** How many there are after it. */
	long after(final Vector3 point, final double size) {
		return Math.max(0, (long) Math.ceil((to - point.dot(direction)) / size - 0.5 - ROUNDING));
	}
}
