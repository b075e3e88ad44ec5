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

package io.github.dicomvolumes.pixels;

import io.github.dicomvolumes.data.Attributes;
import io.github.dicomvolumes.data.Tag;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * A window preset: which real values are shown from black to white (PS3.3 C.11.2.1.2).
 *
 * @param center in real (rescaled) units
 * @param width in real units, at least 1 for LINEAR, else more than 0
 * @param explanation such as "LUNG"; empty if there is none
 */
public record Window(double center, double width, String explanation, Function function) {

	/** VOI LUT Function (0028,1056): how grey rises within the window. */
	public enum Function {
		LINEAR, LINEAR_EXACT, SIGMOID
	}

	/** @throws IllegalArgumentException if center or width are unusable */
	public Window {
		if (!isUsable(center, width, function))
			throw new IllegalArgumentException("No window: center " + center + ", width " + width + ", " + function);
	}

	/**
	 * The presets of a frame in their order; empty if there are none. Lists of unequal length and widths that are too
	 * small are ignored.
	 *
	 * @param notes takes a sentence for what was ignored or assumed
	 */
	public static List<Window> of(final Attributes attributes, final Consumer<String> notes) {
		final double[] centers = attributes.doubles(Tag.WINDOW_CENTER), widths = attributes.doubles(Tag.WINDOW_WIDTH);
		if (centers.length != widths.length) {
			notes.accept(Tag.describe(Tag.WINDOW_CENTER) + " has " + centers.length + " values and " +
				Tag.describe(Tag.WINDOW_WIDTH) + " has " + widths.length + "; they must be pairs, all are ignored.");
			return List.of();
		}
		final Function function = function(attributes, notes);
		final List<String> explanations = attributes.strings(Tag.WINDOW_CENTER_WIDTH_EXPLANATION);
		final List<Window> windows = new ArrayList<>();
		for (int i = 0; i < centers.length; i++) {
			if (isUsable(centers[i], widths[i], function)) windows
				.add(new Window(centers[i], widths[i], i < explanations.size() ? explanations.get(i) : "", function));
			else notes.accept(Tag.describe(Tag.WINDOW_CENTER) + " is " + attributes.strings(Tag.WINDOW_CENTER).get(i) +
				" and " + Tag.describe(Tag.WINDOW_WIDTH) + " is " + attributes.strings(Tag.WINDOW_WIDTH).get(i) +
				"; the width must be " + (function == Function.LINEAR ? "at least 1" : "more than 0") +
				", the pair is ignored.");
		}
		return List.copyOf(windows);
	}

	/** The real value shown black; equal to {@link #high} for a LINEAR window of width 1. */
	public double low() {
		return function == Function.LINEAR ? center - 0.5 - (width - 1) / 2 : center - width / 2;
	}

	/** The real value shown white; for SIGMOID an approximation. */
	public double high() {
		return function == Function.LINEAR ? center - 0.5 + (width - 1) / 2 : center + width / 2;
	}

	private static boolean isUsable(final double center, final double width, final Function function) {
		return Double.isFinite(center) && Double.isFinite(width) &&
			(function == Function.LINEAR ? width >= 1 : width > 0);
	}

	private static Function function(final Attributes attributes, final Consumer<String> notes) {
		final String text = attributes.orElse(Tag.VOI_LUT_FUNCTION, "LINEAR");
		for (final Function function : Function.values())
			if (function.name().equals(text)) return function;
		notes.accept(Tag.describe(Tag.VOI_LUT_FUNCTION) + " is " + text +
			"; it must be LINEAR, LINEAR_EXACT or SIGMOID, LINEAR assumed.");
		return Function.LINEAR;
	}
}
