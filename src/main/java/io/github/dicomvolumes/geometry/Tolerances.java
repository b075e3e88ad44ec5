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
 * How far apart numbers may be and still mean the same. Tolerances are relative to the pixel or the slice spacing,
 * since voxels range from 0.005 mm (micro-CT) to centimetres.
 */
public final class Tolerances {

	private static final double SAME_POSITION_MM = 0.01;
	private static final double SAME_POSITION_PIXELS = 0.01;

	/** A component of a unit vector below which it has none. */
	private static final double SAME_DIRECTION = 1e-6;

	private Tolerances() {}

	/**
	 * The distance in mm up to which two planes are at the same position: 0.01 pixel, but at most 0.01 mm.
	 *
	 * @param rowSpacing mm between rows; NaN or not positive if unknown
	 * @param columnSpacing mm between columns; NaN or not positive if unknown
	 * @return mm; 0.01 if neither spacing is known
	 */
	public static double samePosition(double rowSpacing, double columnSpacing) {
		double pixel = Math.min(knownOr(rowSpacing, Double.POSITIVE_INFINITY),
			knownOr(columnSpacing, Double.POSITIVE_INFINITY));
		return Math.min(SAME_POSITION_MM, SAME_POSITION_PIXELS * pixel);
	}

	/** The largest absolute component of a position, in its unit: what the rounding of its text depends on. */
	public static double largestCoordinate(Vector3 position) {
		return Math.max(Math.abs(position.x()), Math.max(Math.abs(position.y()), Math.abs(position.z())));
	}

	/**
	 * How far a difference of two positions may be off because they were written as text: 1e-5 mm for the last
	 * decimals, and 2e-6 of the coordinate for writers that keep six significant digits.
	 */
	static double textRounding(double largestCoordinate) {
		return 1e-5 + 2e-6 * largestCoordinate;
	}

	/**
	 * How far a distance of planes may be off because their positions were written with few decimals. Components that
	 * do not change along the normal are rounded alike in all planes.
	 *
	 * @param halfUnit half a unit of the last decimal, mm
	 * @param direction of the distance
	 * @param normal of the planes
	 */
	public static double rounding(double halfUnit, Vector3 direction, Vector3 normal) {
		return halfUnit * ((isAlong(normal.x()) ? Math.abs(direction.x()) : 0) +
			(isAlong(normal.y()) ? Math.abs(direction.y()) : 0) + (isAlong(normal.z()) ? Math.abs(direction.z()) : 0));
	}

	private static boolean isAlong(double component) {
		return Math.abs(component) > SAME_DIRECTION;
	}

	/** A spacing if it is a positive number, else a substitute. */
	static double knownOr(double spacing, double substitute) {
		return spacing > 0 ? spacing : substitute;
	}
}
