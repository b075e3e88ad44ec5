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

/**
 * The voxels of one slice that belong to segments, in runs along x: from the first row to the last, from left to right.
 * Filled again for each slice.
 */
public final class Runs {

	private static final int FIRST_CAPACITY = 1024;

	private int size;
	private int[] y = new int[FIRST_CAPACITY], from = new int[FIRST_CAPACITY], to = new int[FIRST_CAPACITY];
	private int[] segment = new int[FIRST_CAPACITY];

	/**
	 * Finds the runs of a slice.
	 *
	 * @param numbers of the segment that each voxel belongs to, row by row, without sign; 0 is none
	 */
	public void find(final short[] numbers, final int columns, final int rows) {
		size = 0;
		for (int row = 0; row < rows; row++) {
			final int start = row * columns, end = start + columns;
			int i = start;
			while (i < end) {
				final short number = numbers[i];
				int next = i + 1;
				while (next < end && numbers[next] == number)
					next++;
				if (number != 0) add(row, i - start, next - start, number & 0xFFFF);
				i = next;
			}
		}
	}

	/** Forgets all runs. */
	public void clear() {
		size = 0;
	}

	private void add(final int row, final int first, final int end, final int number) {
		if (size == y.length) grow();
		y[size] = row;
		from[size] = first;
		to[size] = end;
		segment[size++] = number;
	}

	private void grow() {
		y = Arrays.copyOf(y, 2 * size);
		from = Arrays.copyOf(from, 2 * size);
		to = Arrays.copyOf(to, 2 * size);
		segment = Arrays.copyOf(segment, 2 * size);
	}

	/** How many there are. */
	public int size() {
		return size;
	}

	/** The row of a run. */
	public int y(final int run) {
		return y[run];
	}

	/** The first x of a run. */
	public int from(final int run) {
		return from[run];
	}

	/** The x behind the last of a run. */
	public int to(final int run) {
		return to[run];
	}

	/** The number of the segment, 1 to 65535. */
	public int segment(final int run) {
		return segment[run];
	}
}
