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

package io.github.dicomvolumes.measure.shape;

import java.util.Arrays;

/** Corners of the convex hull of points of a plane, in whole numbers. */
final class Hull {

	private Hull() {}

	/**
	 * The corners of the convex hull.
	 *
	 * @param points u v u v ..., in any order; not changed
	 * @return the corners, u v u v ...
	 */
	static int[] corners(final int[] points) {
		final int n = points.length / 2;
		final long[] sorted = new long[n];
		for (int i = 0; i < n; i++)
			sorted[i] = (long) points[2 * i] << 32 | points[2 * i + 1] & 0xFFFFFFFFL;
		Arrays.sort(sorted);
		final long[] hull = new long[2 * n + 2];
		int size = 0;
		for (int i = 0; i < n; i++)
			size = add(hull, size, 0, sorted[i]);
		final int lower = Math.max(0, size - 1);
		size = lower;
		for (int i = n - 1; i >= 0; i--)
			size = add(hull, size, lower, sorted[i]);
		final int count = Math.max(Math.min(1, n), size - 1); // the last is the first
		final int[] corners = new int[2 * count];
		for (int i = 0; i < count; i++) {
			corners[2 * i] = u(hull[i]);
			corners[2 * i + 1] = v(hull[i]);
		}
		return corners;
	}

	/** Adds a point behind the last, and takes those away that it makes no corners; not those before {@code start}. */
	private static int add(final long[] hull, final int size, final int start, final long point) {
		int last = size;
		while (last - start >= 2 && turn(hull[last - 2], hull[last - 1], point) <= 0)
			last--;
		if (last > start && hull[last - 1] == point) last--;
		hull[last] = point;
		return last + 1;
	}

	private static long turn(final long a, final long b, final long c) {
		return (long) (u(b) - u(a)) * (v(c) - v(a)) - (long) (v(b) - v(a)) * (u(c) - u(a));
	}

	private static int u(final long point) {
		return (int) (point >> 32);
	}

	private static int v(final long point) {
		return (int) point;
	}
}
