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

import io.github.dicomvolumes.geometry.Affine;

/**
 * How many cubes of each kind the surfaces of segments have, see {@link MarchingCubes}: whole numbers, so that it does
 * not matter in which order slices are counted.
 */
final class CubeCounts {

	private static final int KINDS = MarchingCubes.KINDS;

	/** Of each segment, how many cubes of each kind. */
	private final int[][] counts = new int[1 << 16][];
	/** Of each segment, the volume within its surface. */
	private final long[] volumes = new long[counts.length];

	/**
	 * Counts the cubes between two slices.
	 *
	 * @param below numbers of segments, row by row, with a row and a column of 0 on all sides
	 * @param above the same of the next slice
	 * @param width of these, with the two columns more
	 * @param slice of {@code below}, -1 for one before the first
	 */
	void add(final short[] below, final short[] above, final int width, final int slice) {
		for (int first = 0; first + width < below.length; first += width) {
			short a0 = 0, a1 = 0, b0 = 0, b1 = 0;
			boolean isSame = true;
			for (int i = first + 1; i < first + width; i++) {
				final short c0 = below[i], c1 = below[i + width], d0 = above[i], d1 = above[i + width];
				final boolean isNextSame = c0 == c1 && c0 == d0 && c0 == d1;
				if (!isSame || !isNextSame || a0 != c0) addMixed(slice, a0, c0, a1, c1, b0, d0, b1, d1);
				a0 = c0;
				a1 = c1;
				b0 = d0;
				b1 = d1;
				isSame = isNextSame;
			}
		}
	}

	private void addMixed(final int slice, final short v0, final short v1, final short v2, final short v3,
		final short v4, final short v5, final short v6, final short v7)
	{
		int left = 0xFF; // corners not looked at
		for (int corner = 0; corner < 8; corner++) {
			if ((left >> corner & 1) == 0) continue;
			final short number = switch (corner) {
				case 0 -> v0;
				case 1 -> v1;
				case 2 -> v2;
				case 3 -> v3;
				case 4 -> v4;
				case 5 -> v5;
				case 6 -> v6;
				default -> v7;
			};
			final int kind = (v0 == number ? 1 : 0) | (v1 == number ? 2 : 0) | (v2 == number ? 4 : 0) |
				(v3 == number ? 8 : 0) | (v4 == number ? 16 : 0) | (v5 == number ? 32 : 0) | (v6 == number ? 64 : 0) |
				(v7 == number ? 128 : 0);
			left &= ~kind;
			if (number != 0) add(number & 0xFFFF, kind, slice);
		}
	}

	private void add(final int segment, final int kind, final int slice) {
		int[] own = counts[segment];
		if (own == null) own = counts[segment] = new int[KINDS];
		own[kind]++;
		volumes[segment] += MarchingCubes.VOLUMES[kind] + MarchingCubes.VOLUMES_PER_SLICE[kind] * slice;
	}

	/** Adds those of other slices. */
	void addAll(final CubeCounts others) {
		for (int segment = 0; segment < counts.length; segment++) {
			if (others.counts[segment] == null) continue;
			if (counts[segment] == null) counts[segment] = new int[KINDS];
			volumes[segment] += others.volumes[segment];
			for (int kind = 0; kind < KINDS; kind++)
				counts[segment][kind] += others.counts[segment][kind];
		}
	}

	/** The area of the surface of a segment, in the square of the unit of the affine; 0 if it has no voxels. */
	double area(final int segment, final Affine indexToSpace) {
		if (counts[segment] == null) return 0;
		final double[] areas = MarchingCubes.areas(indexToSpace);
		double sum = 0;
		for (int kind = 0; kind < KINDS; kind++)
			sum += counts[segment][kind] * areas[kind];
		return sum;
	}

	/** The volume within the surface of a segment, in voxels. */
	double voxels(final int segment) {
		return Math.abs((double) volumes[segment] / MarchingCubes.PER_VOXEL);
	}
}
