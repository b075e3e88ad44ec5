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

package io.github.dicomvolumes.export.object;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import io.github.dicomvolumes.data.Attributes;
import io.github.dicomvolumes.data.AttributesBuilder;
import io.github.dicomvolumes.data.Tag;
import io.github.dicomvolumes.data.Uids;

/** The beginning of an object that we make: patient, study, series, equipment (PS3.3 C.7.1 to C.7.3, C.7.5, C.12). */
public final class NewObject {

	private NewObject() {}

	/**
	 * A builder with these modules.
	 *
	 * @param source of the same patient and study; empty for a new study
	 * @param patient of a new study
	 * @param texts that will be put into the object, in which its character set must be able to write them
	 */
	public static AttributesBuilder begin(final Optional<Attributes> source, final NewPatient patient,
		final List<String> texts, final String sopClass, final String modality, final NewSeries series)
	{
		final List<String> all = new ArrayList<>(texts);
		all.add(series.description());
		final Optional<Attributes> copied = source.map(known -> Copying.fit(known, all));
		final AttributesBuilder object = copied.map(Copying::builder).orElseGet(Attributes::builder);
		copied.ifPresentOrElse(known -> StudyModules.copy(known, object),
			() -> StudyModules.create(patient, Uids.create(), object));
		object.put(Tag.SOP_CLASS_UID, sopClass);
		series.put(modality, 1, object);
		Equipment.put(object);
		return object;
	}
}
