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

import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Anatomical letters of directions: L left, R right, P posterior, A anterior, H head, F feet (PS3.3 C.7.6.1.1.1, for
 * bipeds).
 */
public final class Anatomy {

	/** Components of a unit vector up to this are rounding and get no letter. */
	private static final double NEGLIGIBLE = 1e-4;

	/** Alignments that differ by less than this are equal: 45 degrees must not be decided by the last digit. */
	private static final double TIE = 1e-6;

	private static final String POSITIVE = "LPH";
	private static final String NEGATIVE = "RAF";

	private Anatomy() {}

	/**
	 * The letters of a direction, the most important first: {@code (0.8, 0.6, 0)} is "LP".
	 *
	 * @param direction LPS, of any length
	 * @return one to three letters; components of the unit vector up to 1e-4 have none; equal ones are in the order x y
	 *         z
	 * @throws ArithmeticException if the direction is the zero vector
	 */
	public static String letters(Vector3 direction) {
		double[] unit = direction.unit().toArray();
		return IntStream.range(0, 3)
			.boxed()
			.filter(axis -> Math.abs(unit[axis]) > NEGLIGIBLE)
			.sorted((a, b) -> Double.compare(Math.abs(unit[b]), Math.abs(unit[a])))
			.map(axis -> String.valueOf(letter(axis, unit[axis])))
			.collect(Collectors.joining());
	}

	/**
	 * The three letters of a volume's axes, one for each patient axis: the closest alignment is settled first, then the
	 * closest among what is left. {@code "LPH"} is the plain axial volume. An axis at 45 degrees is settled in the
	 * order i j k, then x y z.
	 *
	 * @param i direction of the first index (columns increase), LPS, of any length
	 * @param j direction of the second index (rows increase)
	 * @param k direction of the third index (slices increase)
	 * @throws ArithmeticException if a direction is the zero vector
	 */
	public static String axisLetters(Vector3 i, Vector3 j, Vector3 k) {
		double[][] unit = { i.unit().toArray(), j.unit().toArray(), k.unit().toArray() };
		char[] letters = new char[3];
		boolean[] used = new boolean[3];
		for (int round = 0; round < 3; round++) {
			int bestIndex = -1;
			int bestAxis = -1;
			double best = Double.NEGATIVE_INFINITY;
			for (int index = 0; index < 3; index++)
				for (int axis = 0; axis < 3; axis++)
					if (letters[index] == 0 && !used[axis] && Math.abs(unit[index][axis]) > best + TIE) {
						best = Math.abs(unit[index][axis]);
						bestIndex = index;
						bestAxis = axis;
					}
			letters[bestIndex] = letter(bestAxis, unit[bestIndex][bestAxis]);
			used[bestAxis] = true;
		}
		return new String(letters);
	}

	/**
	 * The letter of the opposite direction: R for L.
	 *
	 * @throws IllegalArgumentException if it is none of L R P A H F
	 */
	public static char opposite(char letter) {
		int axis = axisOf(letter);
		return POSITIVE.charAt(axis) == letter ? NEGATIVE.charAt(axis) : POSITIVE.charAt(axis);
	}

	/**
	 * The patient axis of a letter: 0 for L and R, 1 for P and A, 2 for H and F.
	 *
	 * @throws IllegalArgumentException if it is none of them
	 */
	public static int axisOf(char letter) {
		int axis = Math.max(POSITIVE.indexOf(letter), NEGATIVE.indexOf(letter));
		if (axis < 0) throw new IllegalArgumentException(
			"'" + letter + "' is no anatomical direction; it must be one of L R P A H F");
		return axis;
	}

	private static char letter(int axis, double component) {
		return (component < 0 ? NEGATIVE : POSITIVE).charAt(axis);
	}
}
