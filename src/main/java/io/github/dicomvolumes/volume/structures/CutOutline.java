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

package io.github.dicomvolumes.volume.structures;

import java.util.Arrays;
import java.util.List;

import io.github.dicomvolumes.geometry.Affine;
import io.github.dicomvolumes.geometry.Vector3;

/**
 * A closed line around what a plane cuts of a structure. Coordinates are those of pixel corners: the first pixel
 * reaches from (0, 0) to (1, 1). Around an area it goes clockwise on the screen, around a hole the other way; it has a
 * point at each turn and does not repeat the first.
 *
 * @param x of each point
 * @param y of each point, downwards
 */
public record CutOutline(double[] x, double[] y) {

	/** Parts of a pixel, or of a slice, that are rounding. */
	private static final double ROUNDING = 1e-3;

	public CutOutline {
		x = x.clone();
		y = y.clone();
	}

	@Override
	public double[] x() {
		return x.clone();
	}

	@Override
	public double[] y() {
		return y.clone();
	}

	/**
	 * The outlines of a structure in a plane of any direction, also one whose rows and columns are not at right angles,
	 * along the edges of parts of pixels. They enclose the centre of a pixel if, and only if, it is inside the
	 * structure. The cost is that of the parts of the plane where the structure may be.
	 *
	 * @param pixelToPatient from (x, y, 0), whole at the centres of pixels, to LPS in mm; z is off the plane
	 * @param width pixels in x
	 * @param height pixels in y
	 * @param parts so many along each side of a pixel; an odd number
	 */
	public static List<CutOutline> of(final StructureShape shape, final Affine pixelToPatient, final int width,
		final int height, final int parts)
	{
		if (parts < 1 || parts % 2 == 0)
			throw new IllegalArgumentException("A pixel has " + parts + " parts along its side; it must be odd");
		final double[] least = new double[3], most = new double[3];
		Arrays.fill(least, Double.POSITIVE_INFINITY);
		Arrays.fill(most, Double.NEGATIVE_INFINITY);
		final Affine toPixel = pixelToPatient.inverse();
		for (final Vector3 corner : shape.corners()) {
			final double[] at = toPixel.apply(corner).toArray();
			for (int d = 0; d < 3; d++) {
				least[d] = Math.min(least[d], at[d]);
				most[d] = Math.max(most[d], at[d]);
			}
		}
		final int left = first(least[0]), right = end(most[0], width), top = first(least[1]),
			bottom = end(most[1], height);
		final boolean isMissed = !(least[2] <= ROUNDING && most[2] >= -ROUNDING);
		if (isMissed || left >= right || top >= bottom) return List.of();
		final double part = 1.0 / parts, middle = (part - 1) / 2;
		final PlaneMask mask = shape.cut(pixelToPatient.apply(left + middle, top + middle, 0),
			pixelToPatient.i().times(part), pixelToPatient.j().times(part), (right - left) * parts,
			(bottom - top) * parts);
		return MaskOutline.of(mask)
			.stream()
			.map(outline -> new CutOutline(scaled(outline.x(), left, parts), scaled(outline.y(), top, parts)))
			.toList();
	}

	private static int first(final double least) {
		return (int) Math.max(0, Math.floor(least));
	}

	private static int end(final double most, final int size) {
		return (int) Math.min(size, Math.ceil(most) + 1);
	}

	private static double[] scaled(final int[] coordinates, final int first, final int parts) {
		return Arrays.stream(coordinates).mapToDouble(at -> first + (double) at / parts).toArray();
	}
}
