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

package io.github.dicomvolumes.volume.structures;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import io.github.dicomvolumes.geometry.Vector3;

/**
 * One contour of a structure (PS3.3 C.8.8.6).
 *
 * @param points in mm, LPS, in their order; a closed contour does not repeat the first
 */
public record Contour(Kind kind, List<Vector3> points) {

	/** Contour Geometric Type (3006,0042). */
	public enum Kind {
		/** A point, or several. */
		POINT(1),
		/** A line that does not close. */
		OPEN_PLANAR(2),
		/** The same, not in one plane. */
		OPEN_NONPLANAR(2),
		/** An area. */
		CLOSED_PLANAR(3),
		/** An area; of several in a plane, what an odd number of them covers. */
		CLOSEDPLANAR_XOR(3);

		private final int leastPoints;

		Kind(final int leastPoints) {
			this.leastPoints = leastPoints;
		}

		/** The points without which it is nothing: 1 to 3. */
		public int leastPoints() {
			return leastPoints;
		}

		static Optional<Kind> of(final String text) {
			return Arrays.stream(values()).filter(kind -> kind.name().equals(text)).findFirst();
		}
	}

	/** @throws IllegalArgumentException if there are fewer points than the kind needs */
	public Contour {
		points = List.copyOf(points);
		if (points.size() < kind.leastPoints) throw new IllegalArgumentException(
			kind + " with " + points.size() + " points; it must have " + kind.leastPoints + " or more");
	}
}
