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

package io.github.dicomvolumes.rules;

import java.util.Random;

import io.github.dicomvolumes.geometry.Vector3;

/**
 * Where the slices of a described series lie.
 *
 * @param x direction in which columns increase, LPS, of length 1
 * @param y direction in which rows increase
 * @param spacing between columns, rows and slices along the normal, mm
 * @param origin centre of the first pixel of slice 0, mm, LPS
 * @param step from a slice to the next, mm, LPS; not along the normal if it is tilted
 */
record SliceGrid(int columns, int rows, int slices, Vector3 x, Vector3 y, double[] spacing, Vector3 origin,
	Vector3 step)
{

	/** Axial slices of 5 x 4 pixels of 0.5 x 2 mm, 3 mm apart. */
	static SliceGrid axial(final int slices) {
		return of(5, 4, slices, new Vector3(1, 0, 0), new Vector3(0, 1, 0), new double[] { 0.5, 2, 3 },
			new Vector3(-10, -20, 30), 0);
	}

	/** Slices of any size, place and orientation, one of four tilted. */
	static SliceGrid random(final int slices, final Random random) {
		final double a = angle(random), b = angle(random), c = angle(random);
		final Vector3 x = new Vector3(Math.cos(a) * Math.cos(b), Math.sin(a) * Math.cos(b), -Math.sin(b));
		final Vector3 y = new Vector3(Math.cos(a) * Math.sin(b) * Math.sin(c) - Math.sin(a) * Math.cos(c),
			Math.sin(a) * Math.sin(b) * Math.sin(c) + Math.cos(a) * Math.cos(c), Math.cos(b) * Math.sin(c));
		final double[] spacing = { rounded(0.5 + random.nextDouble()), rounded(0.5 + random.nextDouble()),
			rounded(1 + 3 * random.nextDouble()) };
		final Vector3 origin = new Vector3(rounded(200 * random.nextDouble() - 100),
			rounded(200 * random.nextDouble() - 100), rounded(600 * random.nextDouble() - 300));
		final double tilt = random.nextInt(4) > 0 ? 0 : 0.5 * (random.nextDouble() - 0.5);
		return of(2 + random.nextInt(4), 2 + random.nextInt(3), slices, x, y, spacing, origin, tilt);
	}

	/** @param tilt of the step towards y, as a part of the slice spacing */
	private static SliceGrid of(final int columns, final int rows, final int slices, final Vector3 x, final Vector3 y,
		final double[] spacing, final Vector3 origin, final double tilt)
	{
		final Vector3 step = x.cross(y).plus(y.times(tilt)).times(spacing[2]);
		return new SliceGrid(columns, rows, slices, x, y, spacing, origin, step);
	}

	/** Centre of the first pixel of a slice, mm, LPS. */
	Vector3 position(final int slice) {
		return origin.plus(step.times(slice));
	}

	/** Centre of a voxel, mm, LPS. */
	Vector3 voxel(final int column, final int row, final int slice) {
		return position(slice).plus(x.times(spacing[0] * column)).plus(y.times(spacing[1] * row));
	}

	/** Image Orientation (Patient). */
	double[] orientation() {
		return new double[] { x.x(), x.y(), x.z(), y.x(), y.y(), y.z() };
	}

	private static double angle(final Random random) {
		return 2 * Math.PI * random.nextDouble();
	}

	private static double rounded(final double mm) {
		return Math.rint(1000 * mm) / 1000;
	}
}
