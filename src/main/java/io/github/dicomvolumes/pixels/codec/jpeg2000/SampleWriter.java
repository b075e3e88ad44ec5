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

import io.github.dicomvolumes.pixels.codec.FrameShape;

/** Writes rows of a component into the frame: level shift, range, byte order (T.800 G.1.2). */
final class SampleWriter {

	private final byte[] samples;
	private final int bytesPerSample;
	/** From a sample to the next of its component. */
	private final int step;
	private final int least;
	private final int most;
	private final int offset;
	private final int first;
	private final int rowStep;
	private int[] whole = new int[0];

	SampleWriter(final byte[] samples, final FrameShape shape, final int component, final ImageSize.Component format) {
		this.samples = samples;
		bytesPerSample = shape.bytesPerSample();
		step = bytesPerSample * shape.samplesPerPixel();
		rowStep = step * shape.columns();
		first = bytesPerSample * component;
		most = (1 << format.precision() - 1) - 1;
		least = -most - 1;
		offset = format.signed() ? 0 : -least;
	}

	/** Rounds a row and writes it. */
	void write(final float[] row, final int column, final int rowIndex) {
		if (whole.length != row.length) whole = new int[row.length];
		for (int x = 0; x < row.length; x++)
			whole[x] = (int) Math.rint(row[x]);
		write(whole, column, rowIndex);
	}

	/** @param column of the row's first sample in the frame, 0-based */
	void write(final int[] row, final int column, final int rowIndex) {
		int at = first + rowIndex * rowStep + column * step;
		if (bytesPerSample == 1) for (int x = 0; x < row.length; x++, at += step)
			samples[at] = (byte) value(row[x]);
		else if (bytesPerSample == 2) for (int x = 0; x < row.length; x++, at += step) {
			final int value = value(row[x]);
			samples[at] = (byte) value;
			samples[at + 1] = (byte) (value >> 8);
		}
		else for (int x = 0; x < row.length; x++, at += step) {
			final long value = value(row[x]);
			for (int b = 0; b < bytesPerSample; b++)
				samples[at + b] = (byte) (value >> 8 * b);
		}
	}

	private int value(final int coefficient) {
		return Math.max(least, Math.min(most, coefficient)) + offset;
	}
}
