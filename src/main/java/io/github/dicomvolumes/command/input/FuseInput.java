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

import java.awt.image.IndexColorModel;
import java.util.Optional;
import java.util.OptionalDouble;

import io.github.dicomvolumes.data.InputException;
import io.github.dicomvolumes.view.imagej.Log;
import io.github.dicomvolumes.view.ortho.OrthoModel;
import io.github.dicomvolumes.view.over.Fusion;
import io.github.dicomvolumes.view.over.Luts;
import io.github.dicomvolumes.view.plane.OrthoImage;

/**
 * The keys {@code fuse}, {@code opacity}, {@code lut}, {@code threshold} and {@code labels}: a second image over
 * planes.
 *
 * @param title of an open image; empty for none
 * @param opacity percent
 * @param lut name of a lookup table; empty for the image's own
 * @param threshold real value below which nothing is drawn; empty for the low end of the window
 * @param labels "Fill" or "Outline"
 */
public record FuseInput(String title, double opacity, String lut, String threshold, String labels) {

	/** The choices of {@code labels}, as annotations need them. */
	public static final String FILL = "Fill", OUTLINE = "Outline";

	/** The same. */
	private enum LabelStyle {
		FILL, OUTLINE
	}

	/**
	 * Lays an image over the planes of a model, if there is a title. What makes no sense is said without one, too.
	 *
	 * @throws InputException if there is no such image, table or number, or the images do not lie in the same patient
	 */
	public void fuse(final OrthoModel model) {
		final Optional<IndexColorModel> colours = colours();
		final LabelStyle style = Choices.of(LabelStyle.class, "labels", labels);
		final OptionalDouble least = InputNumbers.optional("threshold", threshold);
		if (title == null || title.isBlank()) return;
		final OrthoImage over = OrthoImage.of(OpenImage.titled("fuse", title));
		Fusion fusion = Fusion.of(model.image(), over).withOpacity(opacity / 100);
		if (colours.isPresent()) fusion = fusion.withColours(colours.get());
		if (least.isPresent()) fusion = fusion.withThreshold(least.getAsDouble());
		if (style == LabelStyle.OUTLINE) fusion = fusion.withStyle(Fusion.Style.OUTLINE);
		Fusion.warning(model.image(), over).ifPresent(Log::add);
		model.setFusion(Optional.of(fusion));
	}

	/** @throws InputException naming key, value and what is allowed */
	private Optional<IndexColorModel> colours() {
		if (lut == null || lut.isBlank()) return Optional.empty();
		try {
			return Optional.of(Luts.named(lut.strip()));
		}
		catch (final InputException exc) {
			throw new InputException("lut=" + lut + " is not allowed; it must be a name from Image > Lookup Tables, " +
				"with or without inverted before it.");
		}
	}
}
