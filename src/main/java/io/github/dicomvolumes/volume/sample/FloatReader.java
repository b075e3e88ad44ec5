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
		final int first = held.first(), columns = place.columns(), stride = place.stride(), length = cells.length();
		final Cell cell = new Cell();
		double a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0; // corners: x fastest, then y, then z
		for (int n = 0; n < length; n++) {
			if (cell.moveTo(cells.x[n], cells.y[n], cells.z[n])) {
				final int z = cell.z(), at = z * stride + cell.y() * columns + cell.x();
				final int right = cell.right(), down = cell.down() * columns;
				final float[] here = slices[z - first];
				a = here[at];
				b = here[at + right];
				c = here[at + down];
				d = here[at + down + right];
				if (cell.up() > 0) {
					final float[] next = slices[z + 1 - first];
					final int up = at + stride;
					e = next[up];
					f = next[up + right];
					g = next[up + down];
					h = next[up + down + right];
				}
			}
			final double partX = cell.partX, partY = cell.partY, partZ = cell.partZ;
			final double value = Mix.exact(Mix.exact(a, b, partX), Mix.exact(c, d, partX), partY);
			row[n] = partZ > 0
				? Mix.exact(value, Mix.exact(Mix.exact(e, f, partX), Mix.exact(g, h, partX), partY), partZ)
				: value;
		}
	}
}
