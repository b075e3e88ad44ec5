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
package io.github.dicomvolumes.export.deidentify;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

import io.github.dicomvolumes.data.Attributes;
import io.github.dicomvolumes.data.Dictionary;
import io.github.dicomvolumes.data.PixelStorage;
import io.github.dicomvolumes.data.Tag;
import io.github.dicomvolumes.data.Uids;
import io.github.dicomvolumes.export.deidentify.LeftOut.Reason;
import io.github.dicomvolumes.io.header.DicomFile;

/** Decides by a header whether an object can be de-identified at all. */
final class Suitability {

	private static final String STORAGE = "1.2.840.10008.5.1.4.1.1.", DIRECTORY = "1.2.840.10008.1.3.10";

	/** Reports, documents, and what people say or hear. */
	private static final Pattern DOCUMENTS = Pattern.compile("(88|104|9\\.4)\\..*");
	/** Ultrasound, secondary capture, endoscopy, photographs and video. */
	private static final Pattern BURNED_IN = Pattern.compile(
		"(3|3\\.1|6|6\\..*|7|7\\..*|77\\.1\\.1|77\\.1\\.1\\..*|77\\.1\\.2\\.1|77\\.1\\.4|77\\.1\\.4\\..*|77\\.1\\.7)");
	private static final Set<String> BURNED_IN_MODALITIES = Set.of("US", "IVUS", "ES", "XC", "SC", "HC", "DOC", "VF");
	private static final Pattern BURNED_IN_TYPE = Pattern.compile(
		".*(SCREEN|CAPTURE|SNAPSHOT|REPORT|PROTOCOL|DOSE.?INFO|PRINT|LABEL$|OVERVIEW).*", Pattern.CASE_INSENSITIVE);
	private static final Set<String> CONVERTED = Set.of("DV", "DF", "SD", "WSD", "SI");

	private static final int BURNED_IN_ANNOTATION = Dictionary.tag("BurnedInAnnotation");
	private static final int CONVERSION_TYPE = Dictionary.tag("ConversionType");

	private Suitability() {}

	/** Why a file must not be copied; empty if it may. */
	static Optional<Reason> of(final DicomFile file, final boolean keepsBurnedIn) {
		final String sopClass = sopClass(file);
		final Attributes attributes = file.attributes();
		if (sopClass.equals(DIRECTORY) || attributes.contains(Tag.DIRECTORY_RECORD_SEQUENCE))
			return Optional.of(Reason.DIRECTORY);
		final PixelStorage pixels = file.transferSyntax().pixels();
		final boolean isKnown = sopClass.startsWith(STORAGE) && Uids.isRegistered(sopClass);
		if (!isKnown || !file.transferSyntax().isKnown() || pixels == PixelStorage.ELSEWHERE)
			return Optional.of(Reason.UNKNOWN_KIND);
		final String kind = sopClass.substring(STORAGE.length());
		if (DOCUMENTS.matcher(kind).matches()) return Optional.of(Reason.DOCUMENT);
		final boolean isBurnedIn = file.pixelData() != null &&
			(pixels == PixelStorage.VIDEO || BURNED_IN.matcher(kind).matches() || mayBeBurnedIn(attributes));
		return isBurnedIn && !keepsBurnedIn ? Optional.of(Reason.BURNED_IN) : Optional.empty();
	}

	static String sopClass(final DicomFile file) {
		return file.attributes()
			.orElse(Tag.SOP_CLASS_UID, file.metaInformation().orElse(Tag.MEDIA_STORAGE_SOP_CLASS_UID, ""));
	}

	private static boolean mayBeBurnedIn(final Attributes attributes) {
		return attributes.orElse(BURNED_IN_ANNOTATION, "").equalsIgnoreCase("YES") ||
			BURNED_IN_MODALITIES.contains(attributes.orElse(Tag.MODALITY, "")) ||
			attributes.strings(Tag.IMAGE_TYPE).stream().anyMatch(type -> BURNED_IN_TYPE.matcher(type).matches()) ||
			CONVERTED.contains(attributes.orElse(CONVERSION_TYPE, "")) || hasOverlayInPixels(attributes);
	}

	/** Whether an overlay lies in bits of the pixels, from where nothing removes it (PS3.3 C.9.2, retired). */
	private static boolean hasOverlayInPixels(final Attributes attributes) {
		return IntStream.range(0, 16)
			.map(i -> 0x6000 + 2 * i)
			.filter(group -> attributes.contains(Tag.of(group, 0x0010)))
			.anyMatch(group -> attributes.orElse(Tag.of(group, 0x0100), 1) > 1 ||
				attributes.orElse(Tag.of(group, 0x0102), 0) > 0);
	}
}
