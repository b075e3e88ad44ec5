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

package io.github.dicomvolumes.view.over;

import java.awt.Color;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import io.github.dicomvolumes.data.NumberText;

/**
 * Values at which lines are drawn.
 *
 * @param values each once, ascending
 * @param isPercent whether they are percent of something rather than values of the image
 */
public record IsodoseLevels(List<Double> values, boolean isPercent) {

	/** What {@link #parse} takes, for people. */
	public static final String ALLOWED = "values of the dose, such as 20 45.5, or percentages with % at the end, such " +
		"as 20 50 95%";

	/** The hues of the least and the greatest value: light blue, as blue is dark on black, and red. */
	private static final float LEAST = 0.55f, MOST = 0;

	/** More lines cannot be told apart. */
	private static final int MOST_LEVELS = 100;

	/** @throws IllegalArgumentException if there is no value, there are too many, or one is not finite */
	public IsodoseLevels {
		values = values.stream().distinct().sorted().toList();
		if (values.isEmpty() || values.size() > MOST_LEVELS || !values.stream().allMatch(Double::isFinite))
			throw new IllegalArgumentException(values + " must be 1 to " + MOST_LEVELS + " finite numbers");
	}

	/**
	 * The levels of a text, with blanks, commas or semicolons between them: "20 50 95%", or "20% 50% 95%", are
	 * percentages, "20 45.5" are values.
	 *
	 * @return empty if the text is anything else
	 */
	public static Optional<IsodoseLevels> parse(final String text) {
		final String[] words = text.replaceAll("\\s+%", "%").strip().split("[\\s,;]+");
		final boolean isPercent = words[words.length - 1].endsWith("%");
		try {
			final List<Double> values = Arrays.stream(words)
				.map(word -> isPercent && word.endsWith("%") ? word.substring(0, word.length() - 1) : word)
				.map(Double::valueOf)
				.toList();
			return Optional.of(new IsodoseLevels(values, isPercent));
		}
		catch (final IllegalArgumentException exc) { // which a NumberFormatException is, too
			return Optional.empty();
		}
	}

	/** As {@link #parse} takes it. */
	public String text() {
		return values.stream().map(NumberText::exact).collect(Collectors.joining(" ")) + (isPercent ? "%" : "");
	}

	/** From blue for the least level to red for the greatest. */
	Color colour(final int level) {
		final int steps = values.size() - 1;
		final float part = steps == 0 ? 1 : (float) level / steps;
		return Color.getHSBColor(LEAST + (MOST - LEAST) * part, 1, 1);
	}

	/** The name of a level: "95%" or "45.5 Gy". */
	String name(final int level, final String unit) {
		return NumberText.exact(values.get(level)) + (isPercent ? "%" : (" " + unit).stripTrailing());
	}
}
