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

import java.util.List;

/**
 * Points of a selection, 0 at the centre of the first pixel.
 *
 * @param x of each point
 * @param y of each point, downwards
 */
public record RoiPoints(double[] x, double[] y) {

	/** @param offset is subtracted */
	static RoiPoints of(final List<double[]> points, final double offset) {
		return new RoiPoints(points.stream().mapToDouble(point -> point[0] - offset).toArray(),
			points.stream().mapToDouble(point -> point[1] - offset).toArray());
	}

	/** Whether another line that crosses this one nowhere is within it. */
	public boolean containsSome(final RoiPoints other) {
		int inside = 0;
		for (int a = other.x.length - 1, b = 0; b < other.x.length; a = b++) // middles: corners may touch
			if (contains((other.x[a] + other.x[b]) / 2, (other.y[a] + other.y[b]) / 2)) inside++;
		return 2 * inside > other.x.length;
	}

	/** Whether a point is inside by the even-odd rule, the last point being joined to the first. */
	private boolean contains(final double px, final double py) {
		boolean isInside = false;
		for (int a = x.length - 1, b = 0; b < x.length; a = b++)
			isInside ^= y[a] > py != y[b] > py && px < x[a] + (py - y[a]) * (x[b] - x[a]) / (y[b] - y[a]);
		return isInside;
	}
}
