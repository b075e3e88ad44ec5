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

package io.github.dicomvolumes.view.over;

/** The border pixels of labels in a plane. */
final class Outline {

	private Outline() {}

	/**
	 * Leaves labels where a pixel above, below, left or right has another one, or none, and NaN elsewhere. Beyond the
	 * borders of the plane the labels are taken to go on.
	 *
	 * @param labels row by row; NaN where there is none
	 */
	static void keep(final float[] labels, final int width) {
		final float[] all = labels.clone();
		for (int i = 0; i < all.length; i++) {
			final int x = i % width;
			final boolean isInside = isSame(all, i, x > 0 ? i - 1 : i) && isSame(all, i, x < width - 1 ? i + 1 : i) &&
				isSame(all, i, i - width) && isSame(all, i, i + width);
			if (isInside) labels[i] = Float.NaN;
		}
	}

	private static boolean isSame(final float[] labels, final int pixel, final int other) {
		return other < 0 || other >= labels.length || labels[pixel] == labels[other];
	}
}
