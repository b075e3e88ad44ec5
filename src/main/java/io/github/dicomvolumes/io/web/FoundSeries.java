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

package io.github.dicomvolumes.io.web;

import io.github.dicomvolumes.data.Attributes;
import io.github.dicomvolumes.data.InputException;
import io.github.dicomvolumes.data.Tag;

/**
 * A series that a server has.
 *
 * @param attributes what the server tells of it, of its study and patient
 */
public record FoundSeries(String study, String series, Attributes attributes) {

	/** Number of Series Related Instances. */
	private static final int INSTANCES = 0x00201209;

	public FoundSeries {
		for (final String uid : new String[] { study, series })
			if (!uid.matches("[0-9.]{1,64}"))
				throw new InputException("A UID of a study or series has to be digits and dots, at most 64.");
	}

	/** A series of which nothing but its UIDs is known. */
	public FoundSeries(final String study, final String series) {
		this(study, series,
			Attributes.builder().put(Tag.STUDY_INSTANCE_UID, study).put(Tag.SERIES_INSTANCE_UID, series).build());
	}

	/** How many instances the server says to have; 0 if it does not say. */
	public int instances() {
		return Math.max(0, attributes.orElse(INSTANCES, 0));
	}
}
