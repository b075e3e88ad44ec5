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

package io.github.dicomvolumes.volume;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

import io.github.dicomvolumes.pixels.DisplayRange;
import io.github.dicomvolumes.pixels.ValueSample;
import io.github.dicomvolumes.pixels.Window;

/**
 * What is black and white when a volume is opened: the first window of its files; where they have none, one that fits
 * the modality.
 *
 * @param name for people
 * @param reason why this one
 * @param range in real units
 * @param isInverted whether much is dark, as nuclear medicine prints it
 */
public record FirstWindow(String name, Reason reason, DisplayRange range, boolean isInverted) {

	/** Why a window is the first. */
	public enum Reason {
		/** The files name it. */
		FILE,
		/** It is what people take for such images. */
		MODALITY,
		/** Nearly all values are in it. */
		VALUES
	}

	/** The name of one that files name, without their explanation. */
	public static final String OF_FILE = "File";

	/** Of uptake in g/ml. */
	public static final DisplayRange SUV = new DisplayRange(0, 5);

	/** Width 400, centre 40 HU. */
	private static final DisplayRange SOFT_TISSUE = new DisplayRange(-160, 240);
	private static final double PET_PERCENTILE = 99.5;

	/**
	 * The window of grey values.
	 *
	 * @param ofFile windows of the files, often none
	 * @param unit of the values, such as "HU"
	 * @param values asked for where neither files nor modality tell
	 */
	static FirstWindow of(final List<Window> ofFile, final String modality, final String unit,
		final Supplier<Optional<ValueSample>> values)
	{
		if (!ofFile.isEmpty())
			return new FirstWindow(name(ofFile.get(0)), Reason.FILE, DisplayRange.of(ofFile).get(), false);
		if (unit.equals("HU")) return new FirstWindow("Soft tissue", Reason.MODALITY, SOFT_TISSUE, false);
		final boolean isPet = modality.equals("PT");
		if (isPet && unit.equals("g/ml")) return new FirstWindow("SUV", Reason.MODALITY, SUV, true);
		final Optional<ValueSample> sample = values.get();
		final double most = isPet ? sample.flatMap(known -> known.percentile(PET_PERCENTILE)).orElse(0.0) : 0;
		if (most > 0) return new FirstWindow("PET", Reason.MODALITY, new DisplayRange(0, most), true);
		return ofValues(sample.flatMap(ValueSample::range).orElse(new DisplayRange(0, 1)));
	}

	/** Nearly all values. */
	static FirstWindow ofValues(final DisplayRange range) {
		return new FirstWindow("Nearly all values", Reason.VALUES, range, false);
	}

	/** "File", with its explanation if there is one. */
	public static String name(final Window window) {
		return window.explanation().isBlank() ? OF_FILE : OF_FILE + ": " + window.explanation();
	}
}
