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
 * A position or direction in three dimensions; for patient coordinates mm in LPS order.
 * <p>
 * Components are finite. Negative zero becomes zero, so that {@code equals} compares numbers and not their spelling
 * ({@code -0} in a DICOM text equals {@code 0}).
 * </p>
 *
 * @param x towards the patient's left
 * @param y towards the patient's back
 * @param z towards the patient's head
 */
public record Vector3(double x, double y, double z) {

	/** Between these a sum of squares has lost nothing to the bounds of numbers. */
	private static final double TINY = 1e-280, HUGE = 1e300;

	/**
	 * @throws IllegalArgumentException if a component is NaN or infinite
	 */
	public Vector3 {
		if (!Double.isFinite(x) || !Double.isFinite(y) || !Double.isFinite(z))
			throw new IllegalArgumentException("(" + x + ", " + y + ", " + z + ") must have finite components");
		x += 0.0;
		y += 0.0;
		z += 0.0;
	}

	/**
	 * The vector of an array of three components, x y z.
	 *
	 * @throws IllegalArgumentException if there are not exactly three finite components
	 */
	public static Vector3 of(double[] xyz) {
		if (xyz.length != 3) throw new IllegalArgumentException("A vector has 3 components, not " + xyz.length);
		return new Vector3(xyz[0], xyz[1], xyz[2]);
	}

	/** The sum, component by component. */
	public Vector3 plus(Vector3 other) {
		return new Vector3(x + other.x, y + other.y, z + other.z);
	}

	/** The difference, component by component. */
	public Vector3 minus(Vector3 other) {
		return new Vector3(x - other.x, y - other.y, z - other.z);
	}

	/** This vector stretched by a factor. */
	/** More exact than to multiply by the inverse: 294 / 98 is 3. */
	public Vector3 dividedBy(double divisor) {
		return new Vector3(x / divisor, y / divisor, z / divisor);
	}

	public Vector3 times(double factor) {
		return new Vector3(x * factor, y * factor, z * factor);
	}

	/** The scalar product. */
	public double dot(Vector3 other) {
		return x * other.x + y * other.y + z * other.z;
	}

	/** The right-handed vector product {@code this x other}. */
	public Vector3 cross(Vector3 other) {
		return new Vector3(y * other.z - z * other.y, z * other.x - x * other.z, x * other.y - y * other.x);
	}

	/** The Euclidean length, 0 for the zero vector only. */
	public double norm() {
		double square = dot(this);
		if (square > TINY && square < HUGE) return Math.sqrt(square);
		double largest = Math.max(Math.abs(x), Math.max(Math.abs(y), Math.abs(z)));
		if (largest == 0 || !Double.isFinite(largest)) return largest;
		double a = x / largest, b = y / largest, c = z / largest; // whose squares are numbers
		return largest * Math.sqrt(a * a + b * b + c * c);
	}

	/**
	 * The vector of length 1 in this direction.
	 *
	 * @throws ArithmeticException if this is the zero vector
	 */
	public Vector3 unit() {
		double norm = norm();
		if (norm == 0) throw new ArithmeticException("The zero vector has no direction");
		if (norm < TINY || norm > HUGE) { // whose quotients are inexact, or beyond the numbers
			double power = norm < TINY ? 0x1p500 : 0x1p-500;
			return times(power).unit();
		}
		return new Vector3(x / norm, y / norm, z / norm);
	}

	/** The angle to another vector in radians, 0 to pi; accurate for small angles too. 0 if one of them is zero. */
	public double angleTo(Vector3 other) {
		return Math.atan2(cross(other).norm(), dot(other));
	}

	/** A new array of the three components, x y z. */
	public double[] toArray() {
		return new double[] { x, y, z };
	}
}
