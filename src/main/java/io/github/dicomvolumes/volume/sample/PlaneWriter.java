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

import io.github.dicomvolumes.pixels.PlaneType;

/**
 * Writes values into the array of a plane; whole numbers are rounded, halves upwards.
 *
 * @param pixels of the type, row by row
 * @param width pixels in a row
 */
record PlaneWriter(PlaneType type, Object pixels, int width) implements RowSink {

	private static final int OPAQUE = 0xFF000000;

	@Override
	public void accept(final int y, final Span span, final double[][] lanes) {
		final double[] row = lanes[0];
		final int at = y * width + span.from(), length = span.length();
		switch (type) {
			case UINT8 -> {
				final byte[] bytes = (byte[]) pixels;
				for (int n = 0; n < length; n++)
					bytes[at + n] = (byte) rounded(row[n]);
			}
			case UINT16, INT16 -> {
				final short[] shorts = (short[]) pixels;
				for (int n = 0; n < length; n++)
					shorts[at + n] = (short) rounded(row[n]);
			}
			case FLOAT32 -> {
				final float[] floats = (float[]) pixels;
				for (int n = 0; n < length; n++)
					floats[at + n] = (float) (lanes.length == 1 ? row[n] : (row[n] + lanes[1][n] + lanes[2][n]) / 3);
			}
			case RGB -> {
				final int[] colours = (int[]) pixels;
				for (int n = 0; n < length; n++)
					colours[at + n] = OPAQUE | rounded(row[n]) << 16 | rounded(lanes[1][n]) << 8 | rounded(lanes[2][n]);
			}
		}
	}

	/** Of a value of 0 or more. */
	private static int rounded(final double value) {
		return (int) (value + 0.5);
	}
}
