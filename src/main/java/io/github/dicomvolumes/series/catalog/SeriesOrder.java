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

package io.github.dicomvolumes.series.catalog;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

import io.github.dicomvolumes.data.Attributes;
import io.github.dicomvolumes.data.Tag;

/** The order of series in tables: by patient, study date, study and number. */
final class SeriesOrder {

	private static final int[] STUDY = { Tag.PATIENT_NAME, Tag.PATIENT_ID, Tag.STUDY_DATE, Tag.STUDY_INSTANCE_UID };

	private SeriesOrder() {}

	/** Compares what names two series. */
	static int compare(final Attributes a, final Attributes b) {
		for (final int tag : STUDY) {
			final int order = a.orElse(tag, "").compareTo(b.orElse(tag, ""));
			if (order != 0) return order;
		}
		final int order = Integer.compare(a.orElse(Tag.SERIES_NUMBER, Integer.MAX_VALUE),
			b.orElse(Tag.SERIES_NUMBER, Integer.MAX_VALUE));
		return order != 0 ? order
			: a.orElse(Tag.SERIES_INSTANCE_UID, "").compareTo(b.orElse(Tag.SERIES_INSTANCE_UID, ""));
	}

	/** How many studies series are of; what says nothing of its study may be of any. */
	static int studies(final List<Attributes> series) {
		final Set<String> studies = new HashSet<>();
		for (final Attributes header : series)
			studies.add(header.orElse(Tag.STUDY_INSTANCE_UID, ""));
		studies.remove("");
		return studies.size();
	}

	/** How many patients series are of; what says nothing of its patient may be of any. */
	static int patients(final List<Attributes> series) {
		final Set<String> patients = new HashSet<>();
		for (final Attributes header : series)
			patients.add(header.orElse(Tag.PATIENT_ID, header.orElse(Tag.PATIENT_NAME, "")));
		patients.remove("");
		return patients.size();
	}
}
