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

import io.github.dicomvolumes.pixels.codec.FrameShape;

import java.util.Arrays;

/** Puts the components side by side into little endian samples. */
final class SampleWriter {

	private final FrameHeader frame;
	private final FrameShape shape;
	private final byte[] out;
	private final int mask;

	SampleWriter(final FrameHeader frame, final FrameShape shape, final byte[] out) {
		this.frame = frame;
		this.shape = shape;
		this.out = out;
		mask = (1 << frame.precision()) - 1;
	}

	void write() {
		final int size = shape.bytesPerSample(), pixelBytes = size * shape.samplesPerPixel();
		final short[] row = new short[shape.columns() + 8];
		int at = 0;
		for (final Component component : frame.components()) {
			final var upsampling = new Upsampling(frame, component);
			for (int y = 0; y < shape.rows(); y++) {
				upsampling.row(y, row, shape.columns());
				write(row, component.pointTransform(), at + y * shape.columns() * pixelBytes, size, pixelBytes);
			}
			at += size;
		}
	}

	private void write(final short[] row, final int shift, final int from, final int size, final int pixelBytes) {
		final int columns = shape.columns(), bits = mask;
		if (pixelBytes == 1) for (int x = 0; x < columns; x++)
			out[from + x] = (byte) (row[x] << shift & bits);
		else if (size == 1) for (int x = 0, at = from; x < columns; x++, at += pixelBytes)
			out[at] = (byte) (row[x] << shift & bits);
		else for (int x = 0, at = from; x < columns; x++, at += pixelBytes) {
			final int sample = row[x] << shift & bits;
			out[at] = (byte) sample;
			out[at + 1] = (byte) (sample >> 8);
			if (size > 2) Arrays.fill(out, at + 2, at + size, (byte) 0);
		}
	}
}
