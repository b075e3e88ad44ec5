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

/** What a slab shows of the values along a line. A maximum or minimum leaves out what is no number. */
final class Projection {

	private Projection() {}

	/** Of some rows of the same length, at least one: a row. */
	static float[] of(final float[][] rows, final SlabMode mode) {
		final float[] result = rows[0].clone();
		switch (mode) {
			case MAX -> {
				for (final float[] row : rows)
					for (int x = 0; x < row.length; x++)
						result[x] = row[x] > result[x] || Float.isNaN(result[x]) ? row[x] : result[x];
			}
			case MIN -> {
				for (final float[] row : rows)
					for (int x = 0; x < row.length; x++)
						result[x] = row[x] < result[x] || Float.isNaN(result[x]) ? row[x] : result[x];
			}
			default -> means(rows, result);
		}
		return result;
	}

	private static void means(final float[][] rows, final float[] result) {
		final double[] sums = new double[result.length];
		for (final float[] row : rows)
			for (int x = 0; x < row.length; x++)
				sums[x] += row[x];
		for (int x = 0; x < sums.length; x++)
			result[x] = (float) (sums[x] / rows.length);
	}
}
