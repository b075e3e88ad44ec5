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

package io.github.dicomvolumes.geometry;

/**
 * An affine map from (i, j, k) to (x, y, z), kept as the images of the three index steps and of the origin. Nothing
 * says which spaces it maps; its owner names it from-to, as in {@link VolumeGeometry#indexToPatient()}.
 * <p>
 * Index 0 is the <em>centre</em> of the first voxel, as in DICOM and ImgLib2 (ImageJ 1.x counts from its corner).
 * </p>
 *
 * @param i where a step of 1 in the first index leads: the first column of the matrix
 * @param j the second column
 * @param k the third column
 * @param origin the image of (0, 0, 0): the fourth column
 */
public record Affine(Vector3 i, Vector3 j, Vector3 k, Vector3 origin) {

	/**
	 * The map of a 3x4 matrix.
	 *
	 * @param rowPacked 12 numbers, row after row, the translation at 3, 7 and 11
	 * @throws IllegalArgumentException if there are not 12 finite numbers
	 */
	public static Affine of(double... rowPacked) {
		if (rowPacked.length != 12)
			throw new IllegalArgumentException("A 3x4 matrix has 12 numbers, not " + rowPacked.length);
		return new Affine(column(rowPacked, 0), column(rowPacked, 1), column(rowPacked, 2), column(rowPacked, 3));
	}

	/** The map that only scales; {@code scaling(1, 1, 1)} is the identity. */
	public static Affine scaling(double x, double y, double z) {
		return new Affine(new Vector3(x, 0, 0), new Vector3(0, y, 0), new Vector3(0, 0, z), new Vector3(0, 0, 0));
	}

	/** The image of the point (a, b, c). */
	public Vector3 apply(double a, double b, double c) {
		return i.times(a).plus(j.times(b)).plus(k.times(c)).plus(origin);
	}

	/** The image of a point. */
	public Vector3 apply(Vector3 point) {
		return apply(point.x(), point.y(), point.z());
	}

	/** The map that does another first and then this one. */
	public Affine after(Affine first) {
		Vector3 zero = apply(0, 0, 0);
		return new Affine(apply(first.i).minus(zero), apply(first.j).minus(zero), apply(first.k).minus(zero),
			apply(first.origin));
	}

	/**
	 * The map back.
	 *
	 * @throws ArithmeticException if there is none, as the determinant is 0
	 */
	public Affine inverse() {
		double determinant = determinant();
		if (determinant == 0) throw new ArithmeticException("The map has no inverse, its determinant is 0");
		Vector3 row0 = j.cross(k).times(1 / determinant);
		Vector3 row1 = k.cross(i).times(1 / determinant);
		Vector3 row2 = i.cross(j).times(1 / determinant);
		return new Affine(new Vector3(row0.x(), row1.x(), row2.x()), new Vector3(row0.y(), row1.y(), row2.y()),
			new Vector3(row0.z(), row1.z(), row2.z()),
			new Vector3(-row0.dot(origin), -row1.dot(origin), -row2.dot(origin)));
	}

	/** The determinant of the 3x3 part: the signed volume of a voxel, positive if the map keeps handedness. */
	public double determinant() {
		return i.dot(j.cross(k));
	}

	/** The map to RAS (NIfTI) instead of LPS coordinates: x and y change their sign. */
	public Affine toRas() {
		return new Affine(ras(i), ras(j), ras(k), ras(origin));
	}

	/** A new array of the 12 numbers, row after row: what ImgLib2's {@code AffineTransform3D.set(double...)} takes. */
	public double[] toArray() {
		return new double[] { i.x(), j.x(), k.x(), origin.x(), i.y(), j.y(), k.y(), origin.y(), i.z(), j.z(), k.z(),
			origin.z() };
	}

	private static Vector3 column(double[] rowPacked, int column) {
		return new Vector3(rowPacked[column], rowPacked[column + 4], rowPacked[column + 8]);
	}

	private static Vector3 ras(Vector3 lps) {
		return new Vector3(-lps.x(), -lps.y(), lps.z());
	}
}
