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

package io.github.dicomvolumes.export.nifti;

import java.util.Optional;

import io.github.dicomvolumes.geometry.Affine;
import io.github.dicomvolumes.geometry.Vector3;

/**
 * A rotation as NIfTI's qform has it: the last three of four numbers whose squares sum up to 1, the first not negative.
 *
 * @param factor 1, or -1 if the third axis is reversed before it is turned
 */
record Quaternion(double b, double c, double d, int factor) {

	/** What readers take for a half turn: the square of the first number. */
	private static final double HALF_TURN = 1e-7;

	/** How far a voxel may lie from where the affine puts it, in voxels: as far as with a tilt that is none. */
	private static final double TOLERANCE = 0.1;

	/**
	 * The rotation of an affine, empty if its axes are not at right angles, or if single precision does not hold it.
	 *
	 * @param last the (column, row, slice) that is farthest from the first
	 * @param isSingle whether the numbers have single precision
	 */
	static Optional<Quaternion> of(final Affine affine, final Vector3 last, final boolean isSingle) {
		final int factor = affine.determinant() < 0 ? -1 : 1;
		final Vector3 x = affine.i().unit();
		final Vector3 y = affine.j().minus(x.times(x.dot(affine.j()))).unit();
		final Quaternion rotation = of(x, y, factor);
		return Optional.of(isSingle ? rotation.single() : rotation).filter(q -> q.isAt(affine, last));
	}

	/** @param x and y at right angles, of length 1; the third axis is x cross y */
	private static Quaternion of(final Vector3 x, final Vector3 y, final int factor) {
		final Vector3 z = x.cross(y);
		// four times each square, of which one at least is 1 or more
		final double a2 = 1 + x.x() + y.y() + z.z(), b2 = 1 + x.x() - y.y() - z.z(), c2 = 1 - x.x() + y.y() - z.z(),
			d2 = 1 - x.x() - y.y() + z.z();
		final double ab = y.z() - z.y(), ac = z.x() - x.z(), ad = x.y() - y.x();
		final double bc = x.y() + y.x(), bd = z.x() + x.z(), cd = y.z() + z.y();
		if (a2 >= 1) return scaled(a2, ab, ac, ad, a2, factor);
		if (b2 >= c2 && b2 >= d2) return scaled(ab, b2, bc, bd, b2, factor);
		if (c2 >= d2) return scaled(ac, bc, c2, cd, c2, factor);
		return scaled(ad, bd, cd, d2, d2, factor);
	}

	/** @param square the greatest of four times the squares, of the number by which all others are multiplied here */
	private static Quaternion scaled(final double a, final double b, final double c, final double d,
		final double square, final int factor)
	{
		final double scale = Math.copySign(0.5 / Math.sqrt(square), a);
		return new Quaternion(b * scale, c * scale, d * scale, factor);
	}

	private Quaternion single() {
		return new Quaternion((float) b, (float) c, (float) d, factor);
	}

	private boolean isAt(final Affine affine, final Vector3 last) {
		final Affine said = affine(affine.i().norm(), affine.j().norm(), affine.k().norm(), affine.origin());
		final double most = TOLERANCE * Math.min(affine.i().norm(), Math.min(affine.j().norm(), affine.k().norm()));
		for (int corner = 1; corner < 8; corner++) {
			final Vector3 voxel = new Vector3((corner & 1) * last.x(), (corner >> 1 & 1) * last.y(),
				(corner >> 2) * last.z());
			if (said.apply(voxel).minus(affine.apply(voxel)).norm() > most) return false;
		}
		return true;
	}

	/** What readers make of it. */
	Affine affine(final double sizeX, final double sizeY, final double sizeZ, final Vector3 origin) {
		final double square = 1 - (b * b + c * c + d * d);
		final double scale = square < HALF_TURN ? 1 / Math.sqrt(1 - square) : 1;
		final double a = square < HALF_TURN ? 0 : Math.sqrt(square);
		final double p = b * scale, q = c * scale, r = d * scale;
		return new Affine(
			new Vector3(a * a + p * p - q * q - r * r, 2 * (p * q + a * r), 2 * (p * r - a * q)).times(sizeX),
			new Vector3(2 * (p * q - a * r), a * a + q * q - p * p - r * r, 2 * (q * r + a * p)).times(sizeY),
			new Vector3(2 * (p * r + a * q), 2 * (q * r - a * p), a * a + r * r - q * q - p * p).times(factor * sizeZ),
			origin);
	}
}
