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

import java.util.Arrays;

import net.imglib2.Cursor;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.BooleanType;
import net.imglib2.view.Views;

/**
 * Which pixels of a plane belong to something: (x, y), 0-based, x to the right, y downwards. Filled by what makes it,
 * then read only.
 */
public final class PlaneMask {

	private final int width;
	private final int height;
	/** Row after row. */
	private final boolean[] pixels;
	/** The least box of whole rows and columns that holds all; its ends are behind the last ones. */
	private int left, top, right, bottom;

	PlaneMask(final int width, final int height) {
		this.width = width;
		this.height = height;
		left = width;
		top = height;
		if (width < 1 || height < 1 || (long) width * height > Integer.MAX_VALUE) throw new IllegalArgumentException(
			"A plane of " + width + " x " + height + " pixels; there must be 1 to 2147483647 of them");
		pixels = new boolean[width * height];
	}

	/** A copy of an image of two dimensions; its first pixel becomes (0, 0). */
	public static PlaneMask of(final RandomAccessibleInterval<? extends BooleanType<?>> image) {
		if (image.numDimensions() != 2)
			throw new IllegalArgumentException("A plane has 2 dimensions, not " + image.numDimensions());
		final PlaneMask mask = new PlaneMask(Math.toIntExact(image.dimension(0)), Math.toIntExact(image.dimension(1)));
		final Cursor<? extends BooleanType<?>> cursor = Views.flatIterable(image).cursor();
		for (int y = 0; y < mask.height; y++)
			for (int x = 0; x < mask.width; x++)
				if (cursor.next().get()) mask.fill(x, x + 1, y);
		return mask;
	}

	/** Pixels in x. */
	public int width() {
		return width;
	}

	/** Pixels in y. */
	public int height() {
		return height;
	}

	/** Whether a pixel belongs to it; those beyond the plane do not. */
	public boolean get(final int x, final int y) {
		return x >= 0 && y >= 0 && x < width && y < height && pixels[y * width + x];
	}

	/** How many pixels belong to it. */
	public int count() {
		int count = 0;
		for (int y = top; y < bottom; y++)
			for (int x = left; x < right; x++)
				if (pixels[y * width + x]) count++;
		return count;
	}

	/** Whether none does. */
	public boolean isEmpty() {
		return bottom == 0;
	}

	/** The first column that has one; the width if there is none. */
	public int left() {
		return left;
	}

	/** The first row that has one; the height if there is none. */
	public int top() {
		return top;
	}

	/** Behind the last column that has one, 0 if there is none. */
	public int right() {
		return right;
	}

	/** Behind the last row that has one, 0 if there is none. */
	public int bottom() {
		return bottom;
	}

	/** Gives a row that has none, behind all that have, the pixels of the row before. */
	void repeat(final int y) {
		if (bottom < y) return;
		System.arraycopy(pixels, (y - 1) * width + left, pixels, y * width + left, right - left);
		bottom = y + 1;
	}

	/**
	 * Adds pixels of a row.
	 *
	 * @param from the first, less than {@code to}
	 */
	void fill(final int from, final int to, final int y) {
		left = Math.min(left, from);
		top = Math.min(top, y);
		right = Math.max(right, to);
		bottom = Math.max(bottom, y + 1);
		Arrays.fill(pixels, y * width + from, y * width + to, true);
	}
}
