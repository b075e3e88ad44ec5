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

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

import io.github.dicomvolumes.data.InputException;
import io.github.dicomvolumes.view.imagej.Log;
import io.github.dicomvolumes.view.ortho.OrthoModel;
import io.github.dicomvolumes.view.over.DoseImages;
import io.github.dicomvolumes.view.over.Fusion;
import io.github.dicomvolumes.view.over.IsodoseLevels;
import io.github.dicomvolumes.view.over.Isodoses;
import io.github.dicomvolumes.view.over.StructureLines;
import io.github.dicomvolumes.view.plane.OrthoImage;

import ij.ImagePlus;

/** The keys {@code structures}, {@code isodoses}, {@code dose} and {@code prescription}: lines over planes. */
public final class LinesInput {

	private LinesInput() {}

	/** Draws the structures of a model's image: "None", "Outline" or "Fill". */
	public static void structures(final OrthoModel model, final String style) {
		model.setLines(model.lines().withStructuresOf(model.image(), style(style)));
	}

	/** The style that a choice stands for. */
	public static StructureLines.Style style(final String choice) {
		return Choices.of(StructureLines.Style.class, "structures", choice);
	}

	/**
	 * Draws isodoses over the planes of a model.
	 *
	 * @param levels as {@link IsodoseLevels#parse} takes them; blank for none but those that there are
	 * @param title of an open image; blank if the model's image is a dose, or only one is open
	 * @param prescription what 100 percent is, in the unit of the dose; 0 for the greatest dose
	 * @throws InputException if levels or title make no sense, or the images do not lie in the same patient
	 */
	public static void isodoses(final OrthoModel model, final String levels, final String title,
		final double prescription)
	{
		if (levels.isBlank()) {
			if (title.isBlank()) return;
			throw new InputException("dose=" + title + " goes with isodoses=; it must be " + IsodoseLevels.ALLOWED);
		}
		final IsodoseLevels parsed = InputNumbers.levels("isodoses", levels);
		final OrthoImage dose = OrthoImage
			.of(title.isBlank() ? onlyDose(model.image()) : OpenImage.titled("dose", title));
		final Isodoses isodoses = Isodoses.of(model.image(), dose, parsed,
			prescription > 0 ? OptionalDouble.of(prescription) : OptionalDouble.empty());
		Fusion.warning(model.image(), dose).ifPresent(Log::add);
		model.setLines(model.lines().withIsodoses(Optional.of(isodoses)));
	}

	private static ImagePlus onlyDose(final OrthoImage image) {
		final List<ImagePlus> doses = DoseImages.of(image);
		if (!doses.isEmpty() && (doses.size() == 1 || doses.get(0) == image.image())) return doses.get(0);
		final String titles = doses.stream().map(dose -> "[" + dose.getTitle() + "]").collect(Collectors.joining(", "));
		throw new InputException("isodoses= needs dose=, the title of an open dose; in the same patient are open: " +
			(titles.isEmpty() ? "none" : titles) + ".");
	}
}
