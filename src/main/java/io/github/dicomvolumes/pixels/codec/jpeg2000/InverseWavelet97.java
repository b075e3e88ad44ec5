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

/** The irreversible wavelet, inverse (T.800 F.3), built like {@link InverseWavelet53}. */
final class InverseWavelet97 {

	private static final float ALPHA = -1.586134342059924f;
	private static final float BETA = -0.052980118572961f;
	private static final float GAMMA = 0.882911075530934f;
	private static final float DELTA = 0.443506852043971f;
	private static final float K = 1.230174104914001f;
	/**
	 * Scales highs: half of {@code 2 / K} as OpenJPEG rounds it, not the {@code 1 / K} of the standard (0.8128931,
	 * F.3.8.2). That is 3e-5 less, but up to 5 in samples of 16 bits, and OpenJPEG's samples are those that users
	 * compare with.
	 */
	private static final float HIGH = 1.625732422f / 2;

	/** Lows, then highs of a row, each with one more at either end. */
	private final float[] low;
	private final float[] high;

	/** @param width of the tile-component */
	InverseWavelet97(final int width) {
		low = new float[width / 2 + 3];
		high = new float[width / 2 + 3];
	}

	/**
	 * Makes a resolution of the one below and its own subbands.
	 *
	 * @param stage rows with the subbands side by side, low ones first
	 */
	void run(final float[][] stage, final Rect area) {
		final float[][] rows = Interleaving.interleave(stage, area);
		final int height = area.height();
		final int width = area.width();
		final int across = (int) (area.x0() & 1);
		final int down = (int) (area.y0() & 1);
		if (height == 1) {
			horizontal(rows[0], width, across, down == 1 ? 0.5f : 1);
			return;
		}
		int ready = 0; // rows that are transformed horizontally
		for (int y = down; y < height + 4; y += 2) {
			for (; ready < Math.min(height, y + 2); ready++)
				horizontal(rows[ready], width, across, (ready + down & 1) == 0 ? K : HIGH);
			lift(rows, y, width, DELTA);
			lift(rows, y - 1, width, GAMMA);
			lift(rows, y - 2, width, BETA);
			lift(rows, y - 3, width, ALPHA);
		}
	}

	/** Subtracts the neighbours of a row, if there is one, times a factor. */
	private static void lift(final float[][] rows, final int y, final int width, final float factor) {
		if (y < 0 || y >= rows.length) return;
		final float[] row = rows[y];
		final float[] above = rows[y == 0 ? 1 : y - 1];
		final float[] below = rows[y == rows.length - 1 ? y - 1 : y + 1];
		for (int x = 0; x < width; x++)
			row[x] -= factor * (above[x] + below[x]);
	}

	/**
	 * @param odd 1 if the first sample is a high one
	 * @param scale of the row, as lows and highs are scaled vertically
	 */
	private void horizontal(final float[] row, final int width, final int odd, final float scale) {
		if (width == 1) {
			row[0] *= odd == 1 ? scale / 2 : scale;
			return;
		}
		final int lows = width + 1 - odd >> 1;
		final int highs = width - lows;
		scale(row, 0, low, lows, scale * K);
		scale(row, lows, high, highs, scale * HIGH);
		lift(low, lows, high, odd, DELTA);
		lift(high, highs, low, 1 - odd, GAMMA);
		lift(low, lows, high, odd, BETA);
		lift(high, highs, low, 1 - odd, ALPHA);
		for (int i = 0; i < lows; i++)
			row[2 * i + odd] = low[i + 1];
		for (int i = 0; i < highs; i++)
			row[2 * i + 1 - odd] = high[i + 1];
	}

	private static void scale(final float[] row, final int from, final float[] to, final int count,
		final float factor)
	{
		for (int i = 0; i < count; i++)
			to[i + 1] = row[from + i] * factor;
		to[0] = to[1];
		to[count + 1] = to[count];
	}

	/**
	 * Subtracts from each its two neighbours among the others, the first of which is one before it or the same index.
	 */
	private static void lift(final float[] values, final int count, final float[] others, final int first,
		final float factor)
	{
		for (int i = 0; i < count; i++)
			values[i + 1] -= factor * (others[i + first] + others[i + first + 1]);
		values[0] = values[1];
		values[count + 1] = values[count];
	}
}
