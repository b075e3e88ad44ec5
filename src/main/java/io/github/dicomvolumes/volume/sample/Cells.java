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

/**
 * Where the pixels of a span lie among the voxels: for each the voxel before it in x, y and z, and how far it lies from
 * that towards the next, 0 to less than 1. Where it is 0 the next is not needed, and at the border there is none.
 */
final class Cells {

	private static final long FRACTION = (1L << Line.BITS) - 1;
	private static final double TO_PART = 1.0 / (1L << Line.BITS);

	final int[] x, y, z;
	final double[] partX, partY, partZ;
	private int length;

	/** @param most pixels that a span can have */
	Cells(final int most) {
		x = new int[most];
		y = new int[most];
		z = new int[most];
		partX = new double[most];
		partY = new double[most];
		partZ = new double[most];
	}

	int length() {
		return length;
	}

	/**
	 * Takes the places of a span, which lies within half a voxel of the voxels' centres.
	 *
	 * @param size voxels in x, y, z
	 */
	void set(final Line line, final Span span, final int[] size, final Interpolation interpolation) {
		length = span.length();
		if (interpolation == Interpolation.NEAREST) {
			nearest(line, 0, span, size[0] - 1, x, partX);
			nearest(line, 1, span, size[1] - 1, y, partY);
			nearest(line, 2, span, size[2] - 1, z, partZ);
		}
		else {
			between(line, 0, span, size[0] - 1, x, partX);
			between(line, 1, span, size[1] - 1, y, partY);
			between(line, 2, span, size[2] - 1, z, partZ);
		}
	}

	private static void nearest(final Line line, final int axis, final Span span, final int last, final int[] voxels,
		final double[] parts)
	{
		final long start = line.start()[axis], step = line.step()[axis];
		for (int n = 0, pixel = span.from(); pixel < span.to(); n++, pixel++) {
			voxels[n] = Math.min(last, (int) (Line.at(start, step, pixel) + Line.HALF >> Line.BITS));
			parts[n] = 0;
		}
	}

	private static void between(final Line line, final int axis, final Span span, final int last, final int[] voxels,
		final double[] parts)
	{
		final long start = line.start()[axis], step = line.step()[axis];
		for (int n = 0, pixel = span.from(); pixel < span.to(); n++, pixel++) {
			final long position = Line.at(start, step, pixel);
			voxels[n] = (int) (position >> Line.BITS);
			parts[n] = Mix.real(position & FRACTION) * TO_PART;
		}
		final int length = span.length();
		for (int n = 0; n < length && isAtBorder(n, last, voxels); n++)
			toBorder(n, voxels, parts);
		for (int n = length - 1; n >= 0 && isAtBorder(n, last, voxels); n--)
			toBorder(n, voxels, parts);
	}

	private static boolean isAtBorder(final int n, final int last, final int[] voxels) {
		return voxels[n] < 0 || voxels[n] == last;
	}

	/** Puts a pixel that lies before the first voxel, or after the last, onto it. */
	private static void toBorder(final int n, final int[] voxels, final double[] parts) {
		voxels[n] = Math.max(0, voxels[n]);
		parts[n] = 0;
	}
}
