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

import io.github.dicomvolumes.geometry.Vector3;

/**
 * Asks for points in rows, pixels of a plane or voxels of a slice, whether they are inside contours. The answer is that
 * for each point on its own; a row along u is answered as a whole. Not thread-safe, and cheap to make.
 */
final class ShapeRows {

	/** Part of a unit that the last point of a row may be off: less is rounding. */
	private static final double ROUNDING = 0.25;

	/** Receives points that are inside. */
	@FunctionalInterface
	interface Runs {

		/**
		 * @param from first of some points in a row
		 * @param to behind the last
		 */
		void add(int from, int to);
	}

	private final ContourPlane[] planes;
	/** The first point, and the steps to the next one in a row and to the next row: u, v, n, not rounded. */
	private final double[] origin, along, down;
	/** The bounds of what may be inside: u, v, n. */
	private final double[] least, most;
	private double[] crossings = new double[16];
	/** The plane that the last point was in or near to. */
	private int near;

	/**
	 * @param origin the first point of the first row, LPS, mm
	 * @param along from a point to the next, not zero
	 * @param down from a row to the next
	 * @param length points in a row, at most
	 */
	ShapeRows(final FlatContours contours, final Vector3 origin, final Vector3 along, final Vector3 down,
		final int length)
	{
		planes = contours.planes().toArray(ContourPlane[]::new);
		this.origin = contours.frame().coordinates(origin);
		this.along = contours.frame().coordinates(along);
		this.down = contours.frame().coordinates(down);
		for (int d = 1; d < 3; d++) // so that a row along u is found to be one
			if (Math.abs(this.along[d]) * length < ROUNDING) this.along[d] = 0;
		least = contours.least();
		most = contours.most();
	}

	/**
	 * Finds the points of a row that are inside.
	 *
	 * @param row 0-based
	 * @param first point that is asked for, 0-based
	 * @param end behind the last one
	 */
	void row(final int row, final int first, final int end, final Runs runs) {
		if (planes.length == 0) return;
		final double u = origin[0] + row * down[0], v = origin[1] + row * down[1], n = origin[2] + row * down[2];
		int from = first, to = end;
		for (int d = 0; d < 3; d++) {
			final double start = origin[d] + row * down[d];
			// a unit more, as points are rounded, and an index more, as the quotient is
			final double a = (least[d] - 1 - start) / along[d], b = (most[d] + 1 - start) / along[d];
			if (along[d] == 0) {
				if (start < least[d] - 1 || start > most[d] + 1) return;
				continue;
			}
			from = (int) Math.max(from, Math.min(end, Math.floor(Math.min(a, b)) - 1));
			to = (int) Math.min(to, Math.max(first, Math.ceil(Math.max(a, b)) + 2));
		}
		if (from >= to) return;
		if (along[1] == 0 && along[2] == 0) alongU(u, Math.rint(v), Math.rint(n), from, to, runs);
		else across(u, v, n, from, to, runs);
	}

	/**
	 * Whether a row has the same points inside as the one before, from which it differs along n within a plane only.
	 */
	boolean isLikePrevious(final int row) {
		final boolean isAcross = along[2] == 0 && Math.abs(down[0] * row) < ROUNDING &&
			Math.abs(down[1] * row) < ROUNDING;
		if (row == 0 || planes.length == 0 || !isAcross) return false;
		final double n = Math.rint(origin[2] + row * down[2]), previous = Math.rint(origin[2] + (row - 1) * down[2]);
		final ContourPlane plane = near(n);
		return Math.min(n, previous) >= plane.low && Math.max(n, previous) < plane.high;
	}

	private void alongU(final double u, final double v, final double n, final int from, final int to, final Runs runs) {
		final ContourPlane plane = near(n);
		if (n < plane.low || n >= plane.high) return;
		crossings = plane.crossings(v, crossings);
		for (int i = 0; !Double.isNaN(crossings[i]); i += 2) {
			final int a = boundary(u, crossings[i], from, to), b = boundary(u, crossings[i + 1], from, to);
			if (a != b) runs.add(Math.min(a, b), Math.max(a, b));
		}
	}

	/** The first point that does not lie on the same side of a crossing as those before. */
	private int boundary(final double u, final double crossing, final int from, final int to) {
		final double step = along[0];
		int i = (int) Math.max(from, Math.min(to, Math.ceil((crossing - u) / step)));
		while (i > from && isBehind(u + (i - 1) * step, crossing))
			i--;
		while (i < to && !isBehind(u + i * step, crossing))
			i++;
		return i;
	}

	/** Whether a point has passed a crossing in the direction of the row. */
	private boolean isBehind(final double u, final double crossing) {
		return along[0] > 0 == Math.rint(u) >= crossing;
	}

	private void across(final double u, final double v, final double n, final int from, final int to, final Runs runs) {
		final double alongU = along[0], alongV = along[1], alongN = along[2];
		int start = -1;
		for (int i = from; i < to; i++) {
			final double atN = Math.rint(n + i * alongN);
			final ContourPlane plane = near(atN);
			final boolean isInside = atN >= plane.low && atN < plane.high &&
				plane.contains(Math.rint(u + i * alongU), Math.rint(v + i * alongV));
			if (isInside && start < 0) start = i;
			if (isInside || start < 0) continue;
			runs.add(start, i);
			start = -1;
		}
		if (start >= 0) runs.add(start, to);
	}

	/** The plane that n is in, if there is one, else one beside it; quick if it is near to the last one. */
	private ContourPlane near(final double n) {
		while (near < planes.length - 1 && n >= planes[near].high)
			near++;
		while (near > 0 && n < planes[near - 1].high)
			near--;
		return planes[near];
	}
}
