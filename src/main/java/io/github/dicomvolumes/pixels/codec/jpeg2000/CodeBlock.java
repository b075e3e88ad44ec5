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
 * A code-block: where its coefficients are in the subband, and what packets brought of it (T.800 B.7, B.10).
 */
final class CodeBlock {

	final Subband band;
	/** The first coefficient, from that of the subband. */
	final int x;
	final int y;
	final int width;
	final int height;

	/** Highest bit-planes that are 0. */
	int zeroPlanes;
	/** The state of the code of lengths (B.10.7.1). */
	int lengthBits = 3;
	/** Coding passes of the last segment. */
	int segmentPasses;
	/** Codeword segments so far. */
	int segments;

	/** Segment, passes, offset and bytes of each contribution. */
	private int[] parts = new int[4];
	private int used;

	CodeBlock(final Subband band, final int x, final int y, final int width, final int height, final int zeroPlanes) {
		this.band = band;
		this.x = x;
		this.y = y;
		this.width = width;
		this.height = height;
		this.zeroPlanes = zeroPlanes;
	}

	/** Adds what a packet has of a segment. */
	void add(final int segment, final int newPasses, final int offset, final int bytes) {
		if (used == parts.length) parts = Arrays.copyOf(parts, 2 * used);
		parts[used] = segment;
		parts[used + 1] = newPasses;
		parts[used + 2] = offset;
		parts[used + 3] = bytes;
		used += 4;
	}

	boolean isEmpty() {
		return used == 0;
	}

	/** Reads a segment's contributions, the first from an index as returned by the last. */
	int segment(final int from, final byte[] data, final CodewordSegment segment) {
		segment.clear();
		int i = from;
		while (i < used && parts[i] == parts[from]) {
			segment.add(parts[i + 1], data, parts[i + 2], parts[i + 3]);
			i += 4;
		}
		segment.terminate();
		return i;
	}

	/** Whether {@link #segment} has no more from an index on. */
	boolean ends(final int from) {
		return from >= used;
	}
}
