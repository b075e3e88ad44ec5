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

package io.github.dicomvolumes.pixels;

import java.util.BitSet;
import java.util.Optional;

/**
 * The pixels of a frame that an overlay marks, cropped to the image and then to themselves. Immutable.
 */
public final class OverlayPlane {

	private final Overlay overlay;
	private final int left, top, width, height;
	/** Bit {@code row * width + column} of the box. */
	private final BitSet marked;

	private OverlayPlane(final Overlay overlay, final int left, final int top, final int width, final int height,
		final BitSet marked)
	{
		this.overlay = overlay;
		this.left = left;
		this.top = top;
		this.width = width;
		this.height = height;
		this.marked = marked;
	}

	/**
	 * The pixels of an image that the bits of an overlay mark; empty if there are none.
	 *
	 * @param bits of the overlay, row by row
	 * @param columns of the image
	 * @param rows of the image
	 */
	public static Optional<OverlayPlane> of(final Overlay overlay, final BitSet bits, final int columns,
		final int rows)
	{
		int minX = columns, maxX = -1, minY = rows, maxY = -1;
		for (int i = bits.nextSetBit(0); i >= 0; i = bits.nextSetBit(i + 1)) {
			final int x = overlay.left() + i % overlay.columns(), y = overlay.top() + i / overlay.columns();
			if (x < 0 || x >= columns || y < 0 || y >= rows) continue;
			minX = Math.min(minX, x);
			maxX = Math.max(maxX, x);
			minY = Math.min(minY, y);
			maxY = Math.max(maxY, y);
		}
		if (maxX < 0) return Optional.empty();
		final int width = maxX - minX + 1, height = maxY - minY + 1;
		final BitSet marked = new BitSet();
		for (int i = bits.nextSetBit(0); i >= 0; i = bits.nextSetBit(i + 1)) {
			final int x = overlay.left() + i % overlay.columns(), y = overlay.top() + i / overlay.columns();
			if (x >= minX && x <= maxX && y >= minY && y <= maxY) marked.set((y - minY) * width + x - minX);
		}
		return Optional.of(new OverlayPlane(overlay, minX, minY, width, height, marked));
	}

	public Overlay overlay() {
		return overlay;
	}

	/** The first column of the image with a marked pixel, 0-based. */
	public int left() {
		return left;
	}

	/** The first row with a marked pixel, 0-based. */
	public int top() {
		return top;
	}

	/** Columns of the smallest box around all marked pixels. */
	public int width() {
		return width;
	}

	/** Rows of the box. */
	public int height() {
		return height;
	}

	/** How many pixels are marked, at least one. */
	public int count() {
		return marked.cardinality();
	}

	/** How many runs of marked pixels the rows have: what an outline of them costs. */
	public int runs() {
		int runs = 0;
		for (int i = marked.nextSetBit(0); i >= 0; i = marked.nextSetBit(i)) {
			runs++;
			i = Math.min(marked.nextClearBit(i), (i / width + 1) * width);
		}
		return runs;
	}

	/** A new array of the box, row by row: -1 (255 without sign) where a pixel is marked, else 0. */
	public byte[] mask() {
		final byte[] mask = new byte[width * height];
		for (int i = marked.nextSetBit(0); i >= 0; i = marked.nextSetBit(i + 1))
			mask[i] = -1;
		return mask;
	}
}
