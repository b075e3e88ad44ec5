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
import java.util.LinkedHashMap;
import java.util.Map;

import io.github.dicomvolumes.data.InputException;
import io.github.dicomvolumes.geometry.AnatomicalPlane;
import io.github.dicomvolumes.view.ortho.OrthoModel;

/**
 * The key {@code turn}: planes and degrees in turn, such as {@code axial 30 sagittal -15}. Within each plane the two
 * others are turned, clockwise as it is seen, one after the other, from where they lie along the axes of the image.
 */
public final class TurnInput {

	private TurnInput() {}

	/**
	 * Turns the planes of a model about its position.
	 *
	 * @param text nothing leaves them as they are
	 * @throws InputException if the text says something else, or the planes cannot be turned
	 */
	public static void turn(final OrthoModel model, final String text) {
		final Map<AnatomicalPlane, Double> turns = parse(text);
		if (turns.isEmpty()) return;
		try {
			model.turnBack();
			turns.forEach(model::turn);
		}
		catch (final InputException exc) {
			throw new InputException("turn=" + text + " is not possible: " + exc.getMessage() + ".");
		}
	}

	private static Map<AnatomicalPlane, Double> parse(final String text) {
		final Map<AnatomicalPlane, Double> turns = new LinkedHashMap<>();
		if (text.isBlank()) return turns;
		final String[] words = text.strip().split("[\\s,;]+");
		for (int n = 0; n < words.length; n += 2)
			if (n + 1 == words.length || turns.put(plane(words[n], text), degrees(words[n + 1], text)) != null)
				throw nonsense(text);
		return turns;
	}

	private static AnatomicalPlane plane(final String word, final String text) {
		return Arrays.stream(AnatomicalPlane.values())
			.filter(plane -> plane.label().equalsIgnoreCase(word))
			.findFirst()
			.orElseThrow(() -> nonsense(text));
	}

	private static double degrees(final String word, final String text) {
		try {
			final double degrees = Double.parseDouble(word);
			if (Double.isFinite(degrees)) return degrees;
		}
		catch (final NumberFormatException exc) {
			// said below
		}
		throw nonsense(text);
	}

	private static InputException nonsense(final String text) {
		return new InputException("turn=" + text + " is not allowed; it must be planes, each once and followed by " +
			"degrees, such as axial 30 sagittal -15.");
	}
}
