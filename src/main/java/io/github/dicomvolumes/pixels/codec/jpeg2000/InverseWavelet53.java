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

/**
 * The reversible wavelet, inverse (T.800 F.3). Each row is transformed horizontally just before the rows need it that
 * are transformed vertically, so that few rows have to stay in the cache.
 */
final class InverseWavelet53 {

	/** Lows, then highs of a row, each with one more at either end. */
	private final int[] low;
	private final int[] high;

	/** @param width of the tile-component */
	InverseWavelet53(final int width) {
		low = new int[width / 2 + 3];
		high = new int[width / 2 + 3];
	}

	/**
	 * Makes a resolution of the one below and its own subbands.
	 *
	 * @param stage rows with the subbands side by side, low ones first
	 */
	void run(final int[][] stage, final Rect area) {
		final int[][] rows = Interleaving.interleave(stage, area);
		final int height = area.height();
		final int width = area.width();
		final int across = (int) (area.x0() & 1);
		final int down = (int) (area.y0() & 1);
		if (height == 1) {
			horizontal(rows[0], width, across);
			if (down == 1) for (int x = 0; x < width; x++)
				rows[0][x] /= 2;
			return;
		}
		int ready = 0; // rows that are transformed horizontally
		for (int y = down; y < height + 2; y += 2) {
			for (; ready < Math.min(height, y + 2); ready++)
				horizontal(rows[ready], width, across);
			if (y < height) {
				final int[] row = rows[y];
				final int[] above = rows[y == 0 ? 1 : y - 1];
				final int[] below = rows[y == height - 1 ? y - 1 : y + 1];
				for (int x = 0; x < width; x++)
					row[x] -= above[x] + below[x] + 2 >> 2;
			}
			final int odd = y - 1;
			if (odd >= 0 && odd < height) {
				final int[] row = rows[odd];
				final int[] above = rows[odd == 0 ? 1 : odd - 1];
				final int[] below = rows[odd == height - 1 ? odd - 1 : odd + 1];
				for (int x = 0; x < width; x++)
					row[x] += above[x] + below[x] >> 1;
			}
		}
	}

	/** @param odd 1 if the first sample is a high one */
	private void horizontal(final int[] row, final int width, final int odd) {
		if (width == 1) {
			if (odd == 1) row[0] /= 2;
			return;
		}
		final int lows = width + 1 - odd >> 1;
		final int highs = width - lows;
		System.arraycopy(row, 0, low, 1, lows);
		System.arraycopy(row, lows, high, 1, highs);
		high[0] = high[1];
		high[highs + 1] = high[highs];
		for (int i = 0; i < lows; i++)
			low[i + 1] -= high[i + odd] + high[i + odd + 1] + 2 >> 2;
		low[0] = low[1];
		low[lows + 1] = low[lows];
		for (int i = 0; i < highs; i++)
			high[i + 1] += low[i + 1 - odd] + low[i + 2 - odd] >> 1;
		for (int i = 0; i < lows; i++)
			row[2 * i + odd] = low[i + 1];
		for (int i = 0; i < highs; i++)
			row[2 * i + 1 - odd] = high[i + 1];
	}
}
