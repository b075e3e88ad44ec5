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

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Which rows of a tile-component belong to which resolution, before and after its wavelet (T.800 F.3.3). Rows change
 * places rather than contents: the rows that a resolution fills are, in another order, the low ones of the next.
 */
final class Interleaving {

	/**
	 * The rows of each resolution before its wavelet, low ones first; in the end those of the image, in order.
	 *
	 * @param rows of the tile-component
	 */
	static <T> List<T[]> stages(final T[] rows, final Resolution[] resolutions) {
		final List<T[]> stages = new ArrayList<>();
		T[] below = Arrays.copyOf(rows, resolutions[0].area.height());
		stages.add(below);
		for (int r = 1; r < resolutions.length; r++) {
			final T[] stage = Arrays.copyOf(rows, resolutions[r].area.height());
			System.arraycopy(below, 0, stage, 0, below.length);
			stages.add(stage);
			below = interleave(stage, resolutions[r].area);
		}
		stages.add(below);
		return stages;
	}

	/** The rows in their order in a resolution. */
	static <T> T[] interleave(final T[] stage, final Rect area) {
		final T[] rows = stage.clone();
		final int odd = (int) (area.y0() & 1); // then the first row is a high one
		final int lows = rows.length + 1 - odd >> 1;
		for (int i = 0; i < rows.length; i++)
			rows[i] = stage[(i + odd & 1) == 0 ? i >> 1 : lows + (i >> 1)];
		return rows;
	}

	private Interleaving() {}
}
