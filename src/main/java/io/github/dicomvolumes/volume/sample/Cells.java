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
 * Where the pixels of a span lie among the voxels, as fixed-point numbers like those of a {@link Line}: for each the
 * voxel before it in x, y and z, and how far it lies from that towards the next. Where that is 0 the next is not
 * needed, and at the border there is none.
 */
final class Cells {

	private static final long FRACTION = (1L << Line.BITS) - 1;
	private static final double TO_PART = 1.0 / (1L << Line.BITS);

	final long[] x, y, z;
	private int length;

	/** @param most pixels that a span can have */
	Cells(final int most) {
		x = new long[most];
		y = new long[most];
		z = new long[most];
	}

	int length() {
		return length;
	}

	/** The voxel before a position, 0-based. */
	static int voxel(final long position) {
		return (int) (position >> Line.BITS);
	}

	/** The voxel after a position, or the one that lies there. */
	static int upper(final long position) {
		return voxel(position + FRACTION);
	}

	/** How far a position lies from the voxel before it, 0 to less than 1 voxel. */
	static double part(final long position) {
		return Mix.real(position & FRACTION) * TO_PART;
	}

	/**
	 * Takes the places of a span, which lies within half a voxel of the voxels' centres.
	 *
	 * @param size voxels in x, y, z
	 */
	void set(final Line line, final Span span, final int[] size, final Interpolation interpolation) {
		length = span.length();
		final boolean isNearest = interpolation == Interpolation.NEAREST;
		set(line, 0, span, size[0] - 1, isNearest, x);
		set(line, 1, span, size[1] - 1, isNearest, y);
		set(line, 2, span, size[2] - 1, isNearest, z);
	}

	private static void set(final Line line, final int axis, final Span span, final int last, final boolean isNearest,
		final long[] positions)
	{
		final long start = line.start()[axis] + (isNearest ? Line.HALF : 0), step = line.step()[axis];
		final long mask = isNearest ? ~FRACTION : -1, border = (long) last << Line.BITS;
		for (int n = 0, pixel = span.from(); pixel < span.to(); n++, pixel++)
			positions[n] = Math.max(0, Math.min(border, Line.at(start, step, pixel) & mask));
	}
}
