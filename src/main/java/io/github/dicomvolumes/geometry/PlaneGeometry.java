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

package io.github.dicomvolumes.geometry;

import java.util.Optional;

/**
 * Where one plane of pixels lies in the patient (PS3.3 C.7.6.2.1.1).
 *
 * @param position centre of the first pixel (top left), mm, LPS, each component within +-1e12 mm
 * @param orientation directions of rows and columns
 */
public record PlaneGeometry(Vector3 position, Orientation orientation) {

	/** Largest coordinate in mm. */
	public static final double MAX_COORDINATE = 1e12;

	/**
	 * @throws IllegalArgumentException if a coordinate is beyond 1e12 mm, where a double no longer resolves a slice
	 */
	public PlaneGeometry {
		if (!isInRange(position)) throw new IllegalArgumentException("Position " + position.x() + ", " + position.y() +
			", " + position.z() + " is out of range; coordinates must be within +-1e12 mm");
	}

	private static boolean isInRange(Vector3 position) {
		return Tolerances.largestCoordinate(position) <= MAX_COORDINATE;
	}

	/**
	 * This plane moved along a direction; empty if it were out of range, or the distance is no number.
	 *
	 * @param direction of about unit length, LPS
	 */
	public Optional<PlaneGeometry> moved(Vector3 direction, double mm) {
		if (!(Math.abs(mm) <= 2 * MAX_COORDINATE)) return Optional.empty();
		Vector3 there = position.plus(direction.times(mm));
		return isInRange(there) ? Optional.of(new PlaneGeometry(there, orientation)) : Optional.empty();
	}

	/**
	 * The signed distance in mm of this plane from the origin along a normal; slices are ordered by it.
	 *
	 * @param normal unit vector, LPS, that of the whole stack
	 */
	public double distanceAlong(Vector3 normal) {
		return normal.dot(position);
	}
}
