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

package io.github.dicomvolumes.volume.structures;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.github.dicomvolumes.data.Listing;

/** Counts what goes wrong, so that a thousand broken contours make one sentence. */
final class Problems {

	private final Map<String, Map<String, Integer>> counts = new LinkedHashMap<>();

	/**
	 * @param about what has the problem, a structure's name
	 * @param what the problem, the same text for the same problem
	 */
	void add(final String about, final String what) {
		final Map<String, Integer> ofOne = counts.computeIfAbsent(about, a -> new LinkedHashMap<>());
		// of one structure some sentences, what comes after is only counted
		ofOne.merge(ofOne.size() < Listing.LINES || ofOne.containsKey(what) ? what : "left out for other reasons", 1,
			Integer::sum);
	}

	List<String> sentences() {
		final List<String> sentences = new ArrayList<>();
		counts.forEach((about, ofOne) -> ofOne
			.forEach((what, count) -> sentences.add(about + ": " + (count == 1 ? "" : count + " times ") + what)));
		return sentences;
	}
}
