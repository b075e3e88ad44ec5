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

package io.github.dicomvolumes.export.series;

import java.util.Map;
import java.util.Optional;

import io.github.dicomvolumes.data.Tag;
import io.github.dicomvolumes.export.image.ExportImage;
import io.github.dicomvolumes.geometry.VolumeGeometry;
import io.github.dicomvolumes.pixels.PlaneType;
import io.github.dicomvolumes.volume.DicomVolume;

/** The SOP classes of images of one slice that can be written. */
enum ImageClass {

	CT("1.2.840.10008.5.1.4.1.1.2", 16), //
	MR("1.2.840.10008.5.1.4.1.1.4", 16), //
	PET("1.2.840.10008.5.1.4.1.1.128", 16), //
	SECONDARY_BYTE("1.2.840.10008.5.1.4.1.1.7.2", 8), //
	SECONDARY_WORD("1.2.840.10008.5.1.4.1.1.7.3", 16), //
	SECONDARY_COLOUR("1.2.840.10008.5.1.4.1.1.7.4", 8);

	/** Those of the same modality with several frames in a file, enhanced and legacy converted. */
	private static final Map<String, ImageClass> ENHANCED = Map.of("1.2.840.10008.5.1.4.1.1.2.1", CT,
		"1.2.840.10008.5.1.4.1.1.2.2", CT, "1.2.840.10008.5.1.4.1.1.4.1", MR, "1.2.840.10008.5.1.4.1.1.4.4", MR,
		"1.2.840.10008.5.1.4.1.1.130", PET, "1.2.840.10008.5.1.4.1.1.128.1", PET);

	final String sopClass;
	/** Of a sample. */
	final int bits;

	ImageClass(final String sopClass, final int bits) {
		this.sopClass = sopClass;
		this.bits = bits;
	}

	/** The class of an image as its source, or as secondary capture. */
	static ImageClass of(final ExportImage image, final SeriesKind kind) {
		if (image.type() == PlaneType.RGB) return SECONDARY_COLOUR;
		final Optional<ImageClass> source = kind == SeriesKind.SECONDARY_CAPTURE || image.isLabels() ||
			image.hasLostPlace() ? Optional.empty() : image.source().flatMap(ImageClass::ofSource);
		return source.orElse(image.type() == PlaneType.UINT8 ? SECONDARY_BYTE : SECONDARY_WORD);
	}

	private static Optional<ImageClass> ofSource(final DicomVolume source) {
		final String uid = source.attributes().orElse(Tag.SOP_CLASS_UID, "");
		for (final ImageClass own : new ImageClass[] { CT, MR, PET })
			if (own.sopClass.equals(uid)) return Optional.of(own);
		final boolean isPlaced = source.geometry().patientBased() && source.geometry().unit().equals(VolumeGeometry.MM); // as images of one slice must be, and these need not
		return isPlaced ? Optional.ofNullable(ENHANCED.get(uid)) : Optional.empty();
	}

	/** For people. */
	String label() {
		return isOfModality() ? name() : "Secondary Capture";
	}

	/** Whether the object is of the modality of its source, and may say all that the source says. */
	boolean isOfModality() {
		return this == CT || this == MR || this == PET;
	}
}
