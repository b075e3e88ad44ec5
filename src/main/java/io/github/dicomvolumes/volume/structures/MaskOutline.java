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

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * A closed line around pixels of a plane, along their edges. Coordinates are those of pixel corners: the first pixel
 * reaches from (0, 0) to (1, 1). Around an area it goes clockwise on the screen, around a hole the other way; it has a
 * point at each turn and does not repeat the first. Pixels that touch at a corner only have outlines of their own.
 *
 * @param x of each point
 * @param y of each point, downwards
 */
public record MaskOutline(int[] x, int[] y) {

	/** Steps to the right, down, to the left, up: each the next one clockwise. */
	private static final int[] STEP_X = { 1, 0, -1, 0 }, STEP_Y = { 0, 1, 0, -1 };

	/** From a corner to the pixel ahead of it on the right-hand side, for each step. */
	private static final int[] RIGHT_X = { 0, -1, -1, 0 }, RIGHT_Y = { 0, 0, -1, -1 };

	public MaskOutline {
		x = x.clone();
		y = y.clone();
	}

	@Override
	public int[] x() {
		return x.clone();
	}

	@Override
	public int[] y() {
		return y.clone();
	}

	/** All outlines of a mask, areas and holes in the order of their upper edges. */
	public static List<MaskOutline> of(final PlaneMask mask) {
		final BitSet done = new BitSet();
		final List<MaskOutline> outlines = new ArrayList<>();
		for (int row = mask.top(); row < mask.bottom(); row++)
			for (int column = mask.left(); column < mask.right(); column++)
				if (isUpperEdge(mask, column, row) && !done.get(row * mask.width() + column))
					outlines.add(follow(mask, column, row, done));
		return outlines;
	}

	private static boolean isUpperEdge(final PlaneMask mask, final int column, final int row) {
		return mask.get(column, row) && !mask.get(column, row - 1);
	}

	/** Goes around with the mask on the right-hand side, beginning to the right along an upper edge. */
	private static MaskOutline follow(final PlaneMask mask, final int column, final int row, final BitSet done) {
		int[] xs = new int[16], ys = new int[16];
		int n = 0, x = column, y = row, step = 0;
		do {
			if (step == 0) done.set(y * mask.width() + x);
			x += STEP_X[step];
			y += STEP_Y[step];
			final int next = next(mask, x, y, step);
			if (next == step) continue;
			if (n == xs.length) {
				xs = Arrays.copyOf(xs, 2 * n);
				ys = Arrays.copyOf(ys, 2 * n);
			}
			xs[n] = x;
			ys[n++] = y;
			step = next;
		}
		while (x != column || y != row || step != 0);
		return new MaskOutline(Arrays.copyOf(xs, n), Arrays.copyOf(ys, n));
	}

	private static int next(final PlaneMask mask, final int x, final int y, final int step) {
		final int right = (step + 1) % 4, left = (step + 3) % 4;
		if (!mask.get(x + RIGHT_X[step], y + RIGHT_Y[step])) return right;
		// the pixel ahead on the left-hand side is that on the right-hand side of a step to the left
		return mask.get(x + RIGHT_X[left], y + RIGHT_Y[left]) ? left : step;
	}
}
