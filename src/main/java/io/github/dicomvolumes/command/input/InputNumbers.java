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

package io.github.dicomvolumes.command.input;

import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

import io.github.dicomvolumes.data.InputException;
import io.github.dicomvolumes.geometry.Vector3;
import io.github.dicomvolumes.view.over.IsodoseLevels;

/** Inputs of several numbers in one text, with blanks or commas between them: "0.5 0.5 2" or "0,0,1". */
public final class InputNumbers {

	private InputNumbers() {}

	/**
	 * The sizes of voxels: none, one or three.
	 *
	 * @throws InputException naming key, value and what is allowed
	 */
	public static double[] spacing(final String key, final String text) {
		final double[] numbers = numbers(text);
		final boolean isRight = numbers.length == 0 || numbers.length == 1 || numbers.length == 3;
		if (!isRight || Arrays.stream(numbers).anyMatch(n -> !(n > 0) || Double.isInfinite(n)))
			throw bad(key, text, "one positive number or three, in mm, such as 1 or 0.5 0.5 2, or empty");
		return numbers;
	}

	/**
	 * A direction; empty if there is none.
	 *
	 * @throws InputException naming key, value and what is allowed
	 */
	public static Optional<Vector3> direction(final String key, final String text) {
		final double[] numbers = numbers(text);
		if (numbers.length == 0) return Optional.empty();
		if (numbers.length != 3 || !Arrays.stream(numbers).allMatch(Double::isFinite) ||
			Arrays.stream(numbers).allMatch(n -> n == 0))
			throw bad(key, text, "three numbers that are not all 0, towards left, back and head, such as 0 0 1");
		return Optional.of(Vector3.of(numbers));
	}

	/**
	 * Levels of lines.
	 *
	 * @throws InputException naming key, value and what is allowed
	 */
	public static IsodoseLevels levels(final String key, final String text) {
		return IsodoseLevels.parse(text).orElseThrow(() -> bad(key, text, IsodoseLevels.ALLOWED));
	}

	/**
	 * One number, or none.
	 *
	 * @throws InputException naming key, value and what is allowed
	 */
	public static OptionalDouble optional(final String key, final String text) {
		final double[] numbers = numbers(text);
		if (numbers.length > 1 || Arrays.stream(numbers).anyMatch(Double::isNaN))
			throw bad(key, text, "a number, or empty");
		return Arrays.stream(numbers).findFirst();
	}

	/** NaN for what is no number; a script may give null. */
	private static double[] numbers(final String text) {
		final String given = text == null ? "" : text.strip();
		if (given.isEmpty()) return new double[0];
		return Arrays.stream(given.split("\\s*,\\s*|\\s+")).mapToDouble(InputNumbers::number).toArray();
	}

	private static double number(final String text) {
		try {
			return Double.parseDouble(text);
		}
		catch (final NumberFormatException exc) {
			return Double.NaN;
		}
	}

	private static InputException bad(final String key, final String text, final String allowed) {
		return new InputException(key + "=" + text + " is not allowed; it must be " + allowed + ".");
	}

	/** The number of a series; none if the text is empty. */
	public static OptionalInt seriesNumber(final String key, final String text) {
		if (text == null || text.isBlank()) return OptionalInt.empty();
		try {
			final int number = Integer.parseInt(text.strip());
			if (number >= 0) return OptionalInt.of(number);
		}
		catch (final NumberFormatException exc) {
			// said below
		}
		throw new InputException(key + "=" + text + " is not allowed; it must be a whole number, 0 or more.");
	}
}
