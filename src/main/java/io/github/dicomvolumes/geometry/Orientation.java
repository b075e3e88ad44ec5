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

import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How a plane lies in the patient: the directions of its rows and columns, as in Image Orientation (Patient) (PS3.3
 * C.7.6.2.1.1).
 * <p>
 * The two directions are near unit length and near perpendicular, as the compact constructor demands; what
 * {@link #orthonormal()} returns is exactly so.
 * </p>
 *
 * @param row direction in which the <em>column</em> index increases (X), LPS
 * @param column direction in which the <em>row</em> index increases (Y), LPS
 */
public record Orientation(Vector3 row, Vector3 column) {

	/** Directions up to this angle apart, in radians, are the same for planes of one stack (0.057 degrees). */
	public static final double TOLERANCE = 1e-3;

	private static final double LENGTH_TOLERANCE = 0.01;
	private static final double PERPENDICULAR_TOLERANCE = 1e-3;
	private static final double ROUNDING = 1e-14;
	private static final double OBLIQUE = 0.8;

	/**
	 * @throws IllegalArgumentException if a direction is not 0.99 to 1.01 long or their scalar product is not within
	 *         -0.001 to 0.001; the message has the values and the rule
	 */
	public Orientation {
		checkLength("Row", row);
		checkLength("Column", column);
		double dot = row.dot(column);
		if (Math.abs(dot) > PERPENDICULAR_TOLERANCE)
			throw new IllegalArgumentException("Row direction " + text(row) + " and column direction " + text(column) +
				" have the scalar product " + dot + "; they must be perpendicular (-0.001 to 0.001)");
	}

	/**
	 * The orientation of six direction cosines in the order of Image Orientation (Patient): x y z of the row, then x y
	 * z of the column.
	 *
	 * @throws IllegalArgumentException if there are not six, or they break the rules of the constructor
	 */
	public static Orientation of(double... cosines) {
		if (cosines.length != 6)
			throw new IllegalArgumentException("An orientation has 6 direction cosines, not " + cosines.length);
		return new Orientation(new Vector3(cosines[0], cosines[1], cosines[2]),
			new Vector3(cosines[3], cosines[4], cosines[5]));
	}

	/**
	 * The most common orientation of a stack's planes; {@code mostCommon(planes).orthonormal()} is the orientation of
	 * the stack. Of several equally common ones it is the middle one in lexicographic order of the cosines, so that the
	 * answer does not depend on the order of the planes and a slow drift gives its middle.
	 *
	 * @throws IllegalArgumentException if there is no plane
	 */
	public static Orientation mostCommon(Collection<Orientation> planes) {
		if (planes.isEmpty()) throw new IllegalArgumentException("No planes, no orientation");
		Orientation first = planes.iterator().next();
		if (areAll(planes, first)) return first;
		Map<Orientation, Integer> counts = new TreeMap<>(Orientation::compare);
		planes.forEach(plane -> counts.merge(plane, 1, Integer::sum));
		int most = Collections.max(counts.values());
		List<Orientation> candidates = counts.keySet().stream().filter(plane -> counts.get(plane) == most).toList();
		return candidates.get(candidates.size() / 2);
	}

	/** In lexicographic order of the cosines. */
	private static int compare(Orientation a, Orientation b) {
		return Arrays.compare(a.toArray(), b.toArray());
	}

	private static boolean areAll(Collection<Orientation> planes, Orientation first) {
		for (Orientation plane : planes)
			if (compare(first, plane) != 0) return false;
		return true;
	}

	/** The unit vector {@code row x column}, the direction in which slices are counted. */
	public Vector3 normal() {
		return row.cross(column).unit();
	}

	/**
	 * Whether rows and columns both point the same way as another plane's.
	 *
	 * @param tolerance largest angle in radians, usually {@link #TOLERANCE}
	 */
	public boolean isParallelTo(Orientation other, double tolerance) {
		return row.angleTo(other.row) <= tolerance && column.angleTo(other.column) <= tolerance;
	}

	/** This orientation with unit, perpendicular directions: the column direction stays, the row gives way. */
	public Orientation orthonormal() {
		if (isOrthonormal()) return this;
		Vector3 y = column.unit();
		return new Orientation(y.cross(normal()).unit(), y);
	}

	/** The standard plane closest to this one. At equal distance: axial, then coronal. */
	public AnatomicalPlane plane() {
		Vector3 n = normal();
		double x = Math.abs(n.x());
		double y = Math.abs(n.y());
		double z = Math.abs(n.z());
		if (z >= x && z >= y) return AnatomicalPlane.AXIAL;
		return y >= x ? AnatomicalPlane.CORONAL : AnatomicalPlane.SAGITTAL;
	}

	/** Whether the plane is to be called oblique: its normal has no component of 0.8 or more (36.9 degrees). */
	public boolean isOblique() {
		return largestNormalComponent() < OBLIQUE;
	}

	/** The angle in degrees between this plane and the closest standard plane, 0 to 54.7. */
	public double obliquity() {
		double largest = largestNormalComponent();
		return Math.toDegrees(Math.atan2(Math.sqrt(Math.max(0, 1 - largest * largest)), largest));
	}

	/** A new array of the six direction cosines, in the order of {@link #of}. */
	public double[] toArray() {
		return new double[] { row.x(), row.y(), row.z(), column.x(), column.y(), column.z() };
	}

	private double largestNormalComponent() {
		Vector3 n = normal();
		return Math.max(Math.abs(n.x()), Math.max(Math.abs(n.y()), Math.abs(n.z())));
	}

	private boolean isOrthonormal() {
		return Math.abs(row.dot(row) - 1) < ROUNDING && Math.abs(column.dot(column) - 1) < ROUNDING &&
			Math.abs(row.dot(column)) < ROUNDING;
	}

	private static void checkLength(String name, Vector3 direction) {
		double norm = direction.norm();
		if (Math.abs(norm - 1) > LENGTH_TOLERANCE) throw new IllegalArgumentException(name + " direction " +
			text(direction) + " has the length " + norm + "; it must be a unit vector (0.99 to 1.01)");
	}

	private static String text(Vector3 v) {
		return "(" + v.x() + ", " + v.y() + ", " + v.z() + ")";
	}
}
