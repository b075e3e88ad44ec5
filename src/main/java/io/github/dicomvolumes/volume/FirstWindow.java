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

import io.github.dicomvolumes.data.Tag;
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

	/** Width 400, centre 40 HU. */
	private static final DisplayRange SOFT_TISSUE = new DisplayRange(-160, 240);
	private static final DisplayRange SUV = new DisplayRange(0, 5);
	private static final double PET_PERCENTILE = 99.5;

	/** @param values of the volume, asked for where neither files nor modality tell */
	static FirstWindow of(final DicomVolume volume, final Supplier<Optional<ValueSample>> values) {
		final List<Window> ofFile = volume.windows();
		if (!ofFile.isEmpty())
			return new FirstWindow(name(ofFile.get(0)), Reason.FILE, DisplayRange.of(ofFile).get(), false);
		return ofModality(volume, values)
			.or(() -> volume.rangeOfValues()
				.map(range -> new FirstWindow("Nearly all values", Reason.VALUES, range, false)))
			.orElse(new FirstWindow("Nothing", Reason.VALUES, new DisplayRange(0, 1), false));
	}

	/** "File", with its explanation if there is one. */
	public static String name(final Window window) {
		return window.explanation().isBlank() ? "File" : "File: " + window.explanation();
	}

	private static Optional<FirstWindow> ofModality(final DicomVolume volume,
		final Supplier<Optional<ValueSample>> values)
	{
		if (volume.unit().equals("HU"))
			return Optional.of(new FirstWindow("Soft tissue", Reason.MODALITY, SOFT_TISSUE, false));
		if (!volume.attributes().orElse(Tag.MODALITY, "").equals("PT") || volume.isColour()) return Optional.empty();
		if (volume.unit().equals("g/ml")) return Optional.of(new FirstWindow("SUV", Reason.MODALITY, SUV, true));
		return values.get()
			.flatMap(sample -> sample.percentile(PET_PERCENTILE))
			.filter(most -> most > 0)
			.map(most -> new FirstWindow("PET", Reason.MODALITY, new DisplayRange(0, most), true));
	}

	private static Optional<DisplayRange> rangeOf(final DicomVolume volume,
		final Supplier<Optional<ValueSample>> values)
	{
		return volume.isColour() ? volume.rangeOfValues() : values.get().flatMap(ValueSample::range);
	}
}
