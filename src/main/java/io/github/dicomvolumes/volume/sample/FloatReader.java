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

/** Of 32-bit voxels, real numbers. */
record FloatReader(Slices<float[]> held, Place place) implements VoxelReader {

	@Override
	public void read(final Cells cells, final int lane, final double[] row) {
		final float[][] slices = held.need(cells);
		for (int n = 0; n < cells.length(); n++) {
			final double partX = cells.partX[n], partY = cells.partY[n], partZ = cells.partZ[n];
			final int at = place.of(cells, n), z = cells.z[n] - held.first();
			final int right = partX == 0 ? 0 : 1, down = partY == 0 ? 0 : place.columns();
			final float[] here = slices[z];
			final double before = Mix.of(here[at], here[at + right], here[at + down], here[at + down + right], partX,
				partY);
			if (partZ == 0) row[n] = before;
			else {
				final float[] next = slices[z + 1];
				final int there = at + place.stride();
				final double after = Mix.of(next[there], next[there + right], next[there + down],
					next[there + down + right], partX, partY);
				row[n] = Mix.of(before, after, partZ);
			}
		}
	}
}
