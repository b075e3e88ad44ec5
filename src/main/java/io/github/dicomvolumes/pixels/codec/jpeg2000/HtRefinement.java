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

package io.github.dicomvolumes.pixels.codec.jpeg2000;

import java.util.Arrays;

/**
 * The passes of HT code-blocks that refine what a cleanup pass left, by one bit-plane (T.814 7.4, 7.5), in stripes of
 * four rows, column by column.
 */
final class HtRefinement {

	private static final byte CLEANUP = 1;
	private static final byte PROPAGATED = 2;

	private final ForwardBits forward = new ForwardBits();
	private final BackwardBits backward = new BackwardBits();
	/** Which pass made a coefficient significant, with a border of one. */
	private byte[] significance = new byte[0];
	/** Coefficients of four columns of a stripe that became significant. */
	private final int[] found = new int[16];

	private int[] samples;
	private int width;
	private int height;
	private int stride;

	/**
	 * Refines coefficients.
	 *
	 * @param plane of the cleanup pass, 1 or more
	 * @param segment with one pass or two
	 * @param causal whether a stripe does not look at the next
	 */
	void decode(final int[] coefficients, final int columns, final int rows, final int plane,
		final CodewordSegment segment, final boolean causal)
	{
		samples = coefficients;
		width = columns;
		height = rows;
		stride = width + 2;
		final int size = stride * (height + 2);
		if (significance.length < size) significance = new byte[size];
		else Arrays.fill(significance, 0, size, (byte) 0);
		for (int y = 0; y < height; y++)
			for (int x = 0; x < width; x++)
				if (samples[y * width + x] != 0) significance[place(x, y)] = CLEANUP;
		forward.start(segment.bytes, 0, segment.length, 0);
		for (int y = 0; y < height; y += 4)
			for (int x = 0; x < width; x += 4)
				propagate(x, y, 3 << plane - 1, causal);
		if (segment.passes < 2) return;
		backward.start(segment.bytes, 0, segment.length);
		for (int y = 0; y < height; y += 4)
			for (int x = 0; x < width; x++)
				for (int row = y; row < Math.min(y + 4, height); row++)
					if (significance[place(x, row)] == CLEANUP)
						samples[row * width + x] += backward.bit() == 1 ? 1 << plane - 1 : -(1 << plane - 1);
	}

	private int place(final int x, final int y) {
		return (y + 1) * stride + x + 1;
	}

	/** Four columns of a stripe: which become significant, then their signs. */
	private void propagate(final int left, final int top, final int magnitude, final boolean causal) {
		int count = 0;
		for (int x = left; x < Math.min(left + 4, width); x++)
			for (int y = top; y < Math.min(top + 4, height); y++) {
				final int place = place(x, y);
				if (significance[place] != 0 || !hasNeighbour(place, causal && y == top + 3)) continue;
				if (forward.bit() == 0) continue;
				significance[place] = PROPAGATED;
				found[count++] = y * width + x;
			}
		for (int i = 0; i < count; i++)
			samples[found[i]] = magnitude | forward.bit() << 31;
	}

	private boolean hasNeighbour(final int place, final boolean notBelow) {
		final byte[] s = significance;
		final int above = place - stride;
		final int below = place + stride;
		return (s[above - 1] | s[above] | s[above + 1] | s[place - 1] | s[place + 1]) != 0 ||
			!notBelow && (s[below - 1] | s[below] | s[below + 1]) != 0;
	}
}
