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

package io.github.dicomvolumes.pixels.codec.jpeg;

/**
 * Brings rows of a component to the columns of the frame. T.81 leaves this open; we do as the Independent JPEG Group
 * does: blocks of half the columns, or half of both, get values between the neighbours, weighted 3 to 1; others are
 * repeated.
 */
final class Upsampling {

	private final Component component;
	private final int maxHorizontal, maxVertical;
	private final boolean smooth;
	private final int[] sums;

	Upsampling(final FrameHeader frame, final Component component) {
		this.component = component;
		maxHorizontal = frame.maxHorizontal();
		maxVertical = frame.maxVertical();
		final int v = component.vertical();
		smooth = !frame.isLossless() && component.horizontal() * 2 == maxHorizontal &&
			(v == maxVertical || v * 2 == maxVertical) && component.columns() > 2;
		sums = new int[smooth ? component.columns() : 0];
	}

	/** Fills a row of the frame, perhaps with one more sample. */
	void row(final int y, final short[] row, final int columns) {
		final int from = y * component.vertical() / maxVertical;
		if (!smooth) repeat(from, row, columns);
		else if (component.vertical() == maxVertical) blend(from, row);
		else blend(from, Math.max(0, Math.min(component.rows() - 1, from - 1 + y % 2 * 2)), row);
	}

	private void repeat(final int from, final short[] row, final int columns) {
		final short[] samples = component.samples();
		final int at = from * component.stride(), h = component.horizontal();
		if (h == maxHorizontal) System.arraycopy(samples, at, row, 0, columns);
		else for (int x = 0; x < columns; x++)
			row[x] = samples[at + x * h / maxHorizontal];
	}

	/** Half of the columns: rounds by turns up and down. */
	private void blend(final int from, final short[] row) {
		final short[] samples = component.samples();
		final int at = from * component.stride(), last = component.columns() - 1;
		for (int x = 0; x <= last; x++) {
			final int sample = samples[at + x];
			row[2 * x] = (short) (x == 0 ? sample : sample * 3 + samples[at + x - 1] + 1 >> 2);
			row[2 * x + 1] = (short) (x == last ? sample : sample * 3 + samples[at + x + 1] + 2 >> 2);
		}
	}

	/** Half of both: the nearest row counts three times. */
	private void blend(final int near, final int far, final short[] row) {
		final short[] samples = component.samples();
		final int stride = component.stride(), last = sums.length - 1;
		for (int x = 0; x <= last; x++)
			sums[x] = samples[near * stride + x] * 3 + samples[far * stride + x];
		for (int x = 0; x <= last; x++) {
			row[2 * x] = (short) (sums[x] * 3 + sums[Math.max(0, x - 1)] + 8 >> 4);
			row[2 * x + 1] = (short) (sums[x] * 3 + sums[Math.min(last, x + 1)] + 7 >> 4);
		}
	}
}
