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

/**
 * The straight line of a row of pixels through an image, in index coordinates: {@code start + n * step} for pixel n.
 * Coordinates are rounded to {@link #QUANTUM}, so that the noise of calculating neither decides which of two voxels is
 * the nearest, nor gives a weight to one that has none.
 */
record Line(double[] start, double[] step) {

	/** In voxels. */
	static final double QUANTUM = 0x1p-24;

	/**
	 * @param toIndex from (x, y, mm along the normal) of the plane
	 * @param row of the plane
	 */
	static Line of(final Affine toIndex, final int row) {
		final Vector3 start = toIndex.apply(0, row, 0);
		return new Line(start.toArray(), toIndex.i().toArray());
	}

	double at(final int axis, final int pixel) {
		return rounded(start[axis] + pixel * step[axis]);
	}

	static double rounded(final double coordinate) {
		return Math.rint(coordinate * (1 / QUANTUM)) * QUANTUM;
	}

	/** The pixels of a span whose coordinate, as {@link #at} gives it, is within bounds. */
	Span within(final int axis, final double least, final double most, final Span span) {
		int from = span.from(), to = span.to();
		if (step[axis] != 0) { // a range that is certainly not too small
			final double first = (least - QUANTUM - start[axis]) / step[axis],
				last = (most + QUANTUM - start[axis]) / step[axis];
			from = limited(Math.floor(Math.min(first, last)) - 1, from, to);
			to = limited(Math.ceil(Math.max(first, last)) + 2, from, to);
		}
		while (from < to && !isWithin(axis, from, least, most))
			from++;
		while (from < to && !isWithin(axis, to - 1, least, most))
			to--;
		return new Span(from, to);
	}

	private boolean isWithin(final int axis, final int pixel, final double least, final double most) {
		final double coordinate = at(axis, pixel);
		return coordinate >= least && coordinate <= most;
	}

	private static int limited(final double pixel, final int from, final int to) {
		return (int) Math.max(from, Math.min(to, pixel));
	}
}
