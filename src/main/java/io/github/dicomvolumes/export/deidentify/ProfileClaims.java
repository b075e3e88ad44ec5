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

import java.util.ArrayList;
import java.util.List;

import io.github.dicomvolumes.data.Attributes;
import io.github.dicomvolumes.data.Dictionary;
import io.github.dicomvolumes.data.Tag;

/** What a copy says of itself: who the patient is now, and how it was de-identified (PS3.15 E.1.1, PS3.16 CID 7050). */
final class ProfileClaims {

	private static final int IDENTITY_REMOVED = Dictionary.tag("PatientIdentityRemoved");
	private static final int METHOD = Dictionary.tag("DeidentificationMethod");
	private static final int METHOD_CODES = Dictionary.tag("DeidentificationMethodCodeSequence");
	private static final int DATES_MODIFIED = Dictionary.tag("LongitudinalTemporalInformationModified");
	private static final int CODING_SCHEME = Dictionary.tag("CodingSchemeDesignator");
	private static final int CODE_MEANING = Dictionary.tag("CodeMeaning");

	private ProfileClaims() {}

	static Attributes of(final DeidentifyOptions options, final String pseudonym) {
		return Attributes.builder()
			.put(Tag.PATIENT_NAME, pseudonym)
			.put(Tag.PATIENT_ID, pseudonym)
			.put(IDENTITY_REMOVED, "YES")
			.put(METHOD, "DICOM Volumes: PS3.15 basic profile")
			.put(METHOD_CODES, codes(options))
			.put(DATES_MODIFIED, options.dates().modified)
			.build();
	}

	private static List<Attributes> codes(final DeidentifyOptions options) {
		final List<Attributes> codes = new ArrayList<>();
		codes.add(code("113100", "Basic Application Confidentiality Profile"));
		if (options.keep().contains(Retained.DESCRIPTIONS)) codes.add(code("113105", "Clean Descriptors Option"));
		if (options.dates() == DateRule.KEEP)
			codes.add(code("113106", "Retain Longitudinal Temporal Information Full Dates Option"));
		if (options.dates() == DateRule.SHIFT)
			codes.add(code("113107", "Retain Longitudinal Temporal Information Modified Dates Option"));
		if (options.keep().contains(Retained.CHARACTERISTICS))
			codes.add(code("113108", "Retain Patient Characteristics Option"));
		if (options.keep().contains(Retained.DEVICE)) codes.add(code("113109", "Retain Device Identity Option"));
		if (options.keep().contains(Retained.PRIVATE)) codes.add(code("113111", "Retain Safe Private Option"));
		return codes;
	}

	private static Attributes code(final String value, final String meaning) {
		return Attributes.builder()
			.put(Tag.CODE_VALUE, value)
			.put(CODING_SCHEME, "DCM")
			.put(CODE_MEANING, meaning)
			.build();
	}
}
