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
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

import io.github.dicomvolumes.data.Uids;

/** The new identifiers of a run, each made once. Thread-safe. */
final class Replacements {

	private final Secret secret;
	private final Map<String, String> uids = new ConcurrentHashMap<>();
	private final Map<PatientKey, String> pseudonyms = new ConcurrentHashMap<>();

	Replacements(final Secret secret) {
		this.secret = secret;
	}

	/** What stands in place of a UID: itself if the standard registers it. */
	String uid(final String old) {
		if (old.isEmpty() || Uids.isRegistered(old)) return old;
		return uids.computeIfAbsent(old, secret::uid);
	}

	String pseudonym(final PatientKey patient) {
		return pseudonyms.computeIfAbsent(patient, secret::pseudonym);
	}

	int daysBack(final PatientKey patient) {
		return secret.daysBack(patient);
	}

	/** How many different UIDs were replaced. */
	int uidCount() {
		return uids.size();
	}

	/** The old and new UIDs, sorted by the old ones. */
	List<Map.Entry<String, String>> uids() {
		return new ArrayList<>(new TreeMap<>(uids).entrySet());
	}
}
