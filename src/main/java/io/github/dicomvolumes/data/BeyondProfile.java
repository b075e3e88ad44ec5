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

package io.github.dicomvolumes.data;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Attributes that are hidden although PS3.15 Table E.1-1 of the edition read does not list them: they hold what it
 * hides elsewhere.
 */
final class BeyondProfile {

	/** Who sent the file from where to whom: titles of stations and their addresses are hidden in data sets. */
	private static final List<String> STATIONS = List.of("SourceApplicationEntityTitle",
		"SendingApplicationEntityTitle", "ReceivingApplicationEntityTitle", "SourcePresentationAddress",
		"SendingPresentationAddress", "ReceivingPresentationAddress");

	/** Private data of the file's writer, outside of private groups. */
	private static final List<String> PRIVATE = List.of("PrivateInformation", "PrivateInformationCreatorUID");

	/** The dates of birth and death once more. */
	private static final List<String> DATES = List.of("PatientBirthDateInAlternativeCalendar",
		"PatientDeathDateInAlternativeCalendar", "PatientAlternativeCalendar");

	/** Names of files and places of them, which often are a patient's name or number. */
	private static final List<String> PLACES = List.of("ReferencedFileID", "FileSetID", "FileSetDescriptorFileID",
		"RetrieveURL", "RetrieveURI", "PixelDataProviderURL");

	/** Remarks of people. */
	private static final List<String> REMARKS = List.of("DoseComment");

	/** Elements of overlays, groups 60xx: what people wrote about and into them, as Overlay Comments. */
	private static final Set<Integer> OVERLAY_TEXTS = Set.of(0x0022, 0x1500);

	private static final Set<Integer> TAGS = Stream.of(STATIONS, PRIVATE, DATES, PLACES, REMARKS)
		.flatMap(List::stream)
		.map(Dictionary::tag)
		.collect(Collectors.toUnmodifiableSet());

	private BeyondProfile() {}

	static boolean contains(final int tag) {
		final boolean isOverlay = (Tag.group(tag) & 0xFF00) == 0x6000;
		return TAGS.contains(tag) || isOverlay && OVERLAY_TEXTS.contains(Tag.element(tag));
	}
}
