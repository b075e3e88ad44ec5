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

package io.github.dicomvolumes.volume.sample;

import java.util.Arrays;

/** What a slab shows, gathered from the values of one plane after the other. */
final class SlabValues implements RowSink {

	private final SlabMode mode;
	private final int width, height;
	/** Per lane and pixel: the greatest, the least, or the sum. */
	private final double[][] values;
	/** Per pixel. */
	private final int[] counts;

	SlabValues(final SlabMode mode, final int lanes, final int width, final int height) {
		this.mode = mode;
		this.width = width;
		this.height = height;
		values = new double[lanes][width * height];
		counts = new int[width * height];
		if (mode != SlabMode.MEAN) for (final double[] lane : values)
			Arrays.fill(lane, Double.NaN);
	}

	@Override
	public void accept(final int y, final Span span, final double[][] lanes) {
		final int at = y * width + span.from(), length = span.length();
		for (int n = 0; n < length; n++)
			counts[at + n]++;
		for (int lane = 0; lane < lanes.length; lane++) {
			final double[] all = values[lane], row = lanes[lane];
			switch (mode) {
				case MAX -> {
					for (int n = 0; n < length; n++)
						if (row[n] > all[at + n] || Double.isNaN(all[at + n])) all[at + n] = row[n];
				}
				case MIN -> {
					for (int n = 0; n < length; n++)
						if (row[n] < all[at + n] || Double.isNaN(all[at + n])) all[at + n] = row[n];
				}
				case MEAN -> {
					for (int n = 0; n < length; n++)
						all[at + n] += row[n];
				}
			}
		}
	}

	/** Gives the pixels that have at least one value. */
	void writeTo(final RowSink sink) {
		final double[][] row = new double[values.length][1];
		for (int y = 0; y < height; y++)
			for (int x = 0; x < width; x++) {
				final int pixel = y * width + x, divisor = mode == SlabMode.MEAN ? counts[pixel] : 1;
				if (counts[pixel] == 0) continue;
				for (int lane = 0; lane < row.length; lane++)
					row[lane][0] = values[lane][pixel] / divisor;
				sink.accept(y, new Span(x, x + 1), row);
			}
	}
}
