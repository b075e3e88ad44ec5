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

/** Of unsigned 8-bit voxels. */
record ByteReader(Slices<byte[]> held, Place place) implements VoxelReader {

	@Override
	public void read(final Cells cells, final int lane, final double[] row) {
		final byte[][] slices = held.need(cells);
		final int first = held.first(), columns = place.columns(), stride = place.stride(), length = cells.length();
		for (int n = 0; n < length; n++) {
			final double partX = cells.partX[n], partY = cells.partY[n], partZ = cells.partZ[n];
			final int z = cells.z[n], at = z * stride + cells.y[n] * columns + cells.x[n];
			final int right = partX > 0 ? 1 : 0, down = partY > 0 ? columns : 0;
			double value = between(slices[z - first], at, right, down, partX, partY);
			if (partZ > 0) {
				final byte[] next = slices[z + 1 - first];
				value = Mix.finite(value, between(next, at + stride, right, down, partX, partY), partZ);
			}
			row[n] = value;
		}
	}

	/** In one slice. */
	private static double between(final byte[] voxels, final int at, final int right, final int down,
		final double partX, final double partY)
	{
		final double above = Mix.finite(Mix.real(voxels[at] & 0xFF), Mix.real(voxels[at + right] & 0xFF), partX);
		final double below = Mix.finite(Mix.real(voxels[at + down] & 0xFF), Mix.real(voxels[at + right + down] & 0xFF),
			partX);
		return Mix.finite(above, below, partY);
	}
}
