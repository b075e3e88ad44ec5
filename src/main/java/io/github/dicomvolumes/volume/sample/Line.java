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
 * <p>
 * Coordinates are fixed-point numbers, in 2^-40 of a voxel, which need no slow conversion to find the voxel and the
 * part of it. They are rounded to 2^-22, so that the noise of calculating neither decides which of two voxels is the
 * nearest, nor gives a weight to one that has none. An image may have 2^21 voxels along an axis, see {@link #MOST}.
 * </p>
 *
 * @param start for x, y, z
 * @param step for x, y, z
 */
record Line(long[] start, long[] step) {

	/** Of a voxel: those after the point. */
	static final int BITS = 40;
	/** Voxels of an image along an axis at most. */
	static final int MOST = 1 << 21;
	static final long HALF = 1L << BITS - 1;
	/** Coordinates are whole multiples of it. */
	static final long GRAIN = 1L << BITS - 22;

	private static final double ONE = 1L << BITS;
	private static final double FARTHEST = 1L << 62;

	/**
	 * @param toIndex from (x, y, mm along the normal) of the plane
	 * @param row of the plane
	 */
	static Line of(final Affine toIndex, final int row) {
		return new Line(fixed(toIndex.apply(0, row, 0), GRAIN / 2), fixed(toIndex.i(), 0));
	}

	/** Coordinates as fixed-point numbers; those beyond 2^22 voxels are anywhere there. */
	private static long[] fixed(final Vector3 voxels, final long toRound) {
		final double[] xyz = voxels.toArray();
		final long[] result = new long[3];
		for (int d = 0; d < 3; d++)
			result[d] = (long) Math.max(-FARTHEST, Math.min(FARTHEST, Math.rint(xyz[d] * ONE))) + toRound;
		return result;
	}

	/** The coordinate of a pixel, made of one of {@link #start} and of {@link #step}. */
	static long at(final long start, final long step, final int pixel) {
		return start + pixel * step & -GRAIN;
	}

	/**
	 * The pixels of a span whose coordinate along an axis is at least one and less than another, both multiples of
	 * {@link #GRAIN}.
	 */
	Span within(final int axis, final long least, final long end, final Span span) {
		// a coordinate is rounded down, from where half a grain was added to it: that decides nothing here
		final long from = least - start[axis], to = end - start[axis], by = step[axis];
		if (by == 0) return from <= 0 && to > 0 ? span : new Span(0, 0);
		final long first = by > 0 ? ceiling(from, by) : Math.floorDiv(to, by) + 1;
		final long last = by > 0 ? ceiling(to, by) : Math.floorDiv(from, by) + 1;
		return new Span((int) Math.max(span.from(), Math.min(span.to(), first)),
			(int) Math.min(span.to(), Math.max(span.from(), last)));
	}

	private static long ceiling(final long dividend, final long divisor) {
		return -Math.floorDiv(-dividend, divisor);
	}
}
