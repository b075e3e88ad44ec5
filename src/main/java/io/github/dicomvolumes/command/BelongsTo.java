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

package io.github.dicomvolumes.command;

import java.util.List;
import java.util.Optional;

import io.github.dicomvolumes.command.input.ImageToExport;
import io.github.dicomvolumes.command.input.OpenImage;
import io.github.dicomvolumes.data.InputException;
import io.github.dicomvolumes.data.Disclosure;
import io.github.dicomvolumes.data.Tag;
import io.github.dicomvolumes.export.image.ExportImage;
import io.github.dicomvolumes.view.imagej.OpenImages;
import io.github.dicomvolumes.view.imagej.SourceVolume;
import io.github.dicomvolumes.volume.Belonging;
import io.github.dicomvolumes.volume.DicomVolume;

import ij.ImagePlus;

/** The volume that labels or contours belong to: patient, study and images are those of its files. */
final class BelongsTo {

	private BelongsTo() {}

	/**
	 * What is exported of an image, with its source as {@link #source(ExportImage, String)} has it; without, if that
	 * was imported without what may identify the patient, or is not to be shown.
	 */
	static ExportImage source(final ImagePlus image, final String of, final Disclosure patient) {
		final ExportImage exported = source(ImageToExport.of(image), of);
		final boolean isHidden = !patient.isFull() || !SourceVolume.disclosure(image).isFull() ||
			of != null && !of.isEmpty() && !SourceVolume.disclosure(OpenImage.titled("of", of)).isFull();
		return isHidden ? exported.withoutSource() : exported;
	}

	/**
	 * An image with its source: that of a title, or else the volume that it was made of; of a segmentation the open
	 * volume that it names.
	 *
	 * @param of title of an image; empty for the default
	 */
	private static ExportImage source(final ExportImage image, final String of) {
		if (of != null && !of.isEmpty()) return image.withSource(titled(of));
		return image.source()
			.filter(BelongsTo::isSegmentation)
			.flatMap(BelongsTo::named)
			.map(image::withSource)
			.orElse(image);
	}

	private static DicomVolume titled(final String of) {
		final ImagePlus image = OpenImage.titled("of", of);
		return SourceVolume.of(image)
			.orElseThrow(() -> new InputException("of=" + of +
				" is an image of which no DICOM files are known; it must be one that File > Import > DICOM Folder... opened."));
	}

	/** Titles that a dialog offers. */
	static List<String> titles(final ImagePlus image) {
		return OpenImage.titles(open -> open != image && SourceVolume.of(open).isPresent());
	}

	static boolean isSegmentation(final DicomVolume volume) {
		return !volume.attributes().items(Tag.SEGMENT_SEQUENCE).isEmpty();
	}

	private static Optional<DicomVolume> named(final DicomVolume segmentation) {
		final Belonging belonging = Belonging.of(segmentation.stack().first().file().attributes());
		return OpenImages.all()
			.flatMap(open -> SourceVolume.of(open).stream())
			.filter(volume -> !isSegmentation(volume) && belonging.names(volume))
			.findFirst();
	}
}
