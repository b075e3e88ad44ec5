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
 * Puts the coefficients of code-blocks where the wavelet finds them, in units of samples (T.800 Annex E, H.1). Rows are
 * those of the block's resolution, low ones first.
 */
final class Dequantization {

	/** Whole coefficients, for the reversible wavelet. */
	static void toInts(final int[] samples, final CodeBlock block, final int roiShift, final int[][] rows) {
		final int column = block.band.column() + block.x;
		int i = 0;
		for (int y = 0; y < block.height; y++) {
			final int[] row = rows[block.band.row() + block.y + y];
			for (int x = 0; x < block.width; x++, i++) {
				final int magnitude = unshift(samples[i] & Integer.MAX_VALUE, roiShift) >> 1;
				row[column + x] = samples[i] < 0 ? -magnitude : magnitude;
			}
		}
	}

	/** Coefficients times the step, for the irreversible wavelet. */
	static void toFloats(final int[] samples, final CodeBlock block, final int roiShift, final float[][] rows) {
		final int column = block.band.column() + block.x;
		final float half = block.band.step() / 2;
		int i = 0;
		for (int y = 0; y < block.height; y++) {
			final float[] row = rows[block.band.row() + block.y + y];
			for (int x = 0; x < block.width; x++, i++) {
				final float magnitude = unshift(samples[i] & Integer.MAX_VALUE, roiShift) * half;
				row[column + x] = samples[i] < 0 ? -magnitude : magnitude;
			}
		}
	}

	/** A magnitude in halves, shifted back if it is of the region of interest. */
	private static int unshift(final int magnitude, final int roiShift) {
		return roiShift != 0 && roiShift < 31 && magnitude >> 1 >>> roiShift != 0 ? magnitude >> roiShift : magnitude;
	}

	private Dequantization() {}
}
