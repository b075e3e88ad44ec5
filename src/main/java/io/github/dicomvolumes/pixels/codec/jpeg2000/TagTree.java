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

import io.github.dicomvolumes.data.DicomException;

/**
 * A tree of minima over a grid of numbers, of which a stream tells as much as is needed (T.800 B.10.2): each node is
 * the least of up to 2 by 2 nodes below it, the leaves are the grid.
 */
final class TagTree {

	/** Columns of each level, from the leaves to the root. */
	private final int[] widths;
	/** The first node of each level. */
	private final int[] starts;
	/** What is known of a node: the value is this at least. */
	private final int[] least;
	/** Whether the value is that exactly. */
	private final boolean[] known;

	TagTree(final int width, final int height) {
		final int levels = 33 - Integer.numberOfLeadingZeros(Math.max(width, height) - 1);
		widths = new int[levels];
		starts = new int[levels];
		int nodes = 0;
		for (int level = 0; level < levels; level++) {
			widths[level] = (width - 1 >> level) + 1;
			starts[level] = nodes;
			nodes += widths[level] * ((height - 1 >> level) + 1);
		}
		least = new int[nodes];
		known = new boolean[nodes];
	}

	/** Reads until it is known whether a leaf's value is less than a threshold, and says so. */
	boolean isLess(final int x, final int y, final int threshold, final PacketBits bits) throws DicomException {
		int value = 0;
		for (int level = widths.length - 1; level >= 0; level--) {
			final int node = starts[level] + (y >> level) * widths[level] + (x >> level);
			value = Math.max(value, least[node]);
			while (!known[node] && value < threshold)
				if (bits.bit() == 0) value++;
				else known[node] = true;
			least[node] = value;
		}
		return value < threshold;
	}

	/** Reads a leaf's value. */
	int value(final int x, final int y, final PacketBits bits) throws DicomException {
		int threshold = 1;
		while (!isLess(x, y, threshold, bits))
			threshold++;
		return least[y * widths[0] + x];
	}
}
