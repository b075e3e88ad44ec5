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

package io.github.dicomvolumes.hostile;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What was found, by kind, with the first mutants of each. Used by several threads. */
final class Findings {

	private static final int KEPT = 20;

	/** Of one kind. */
	private static final class Kind {

		final List<Long> first = new ArrayList<>();
		long count;
		String example;
	}

	private final Map<String, Kind> kinds = new TreeMap<>();

	/**
	 * Notes a finding.
	 *
	 * @param kind the same for all findings of one cause, as far as one can tell
	 * @param example what a person wants to know of the first one
	 */
	synchronized void add(final String kind, final long mutant, final String example) {
		final Kind known = kinds.computeIfAbsent(kind, k -> new Kind());
		known.count++;
		if (known.example == null) known.example = example;
		if (known.first.size() < KEPT && !known.first.contains(mutant)) known.first.add(mutant);
	}

	synchronized boolean isEmpty() {
		return kinds.isEmpty();
	}

	synchronized int size() {
		return kinds.size();
	}

	/** All kinds, the most frequent first; the stack of the first of each. */
	@Override
	public synchronized String toString() {
		return kinds.entrySet()
			.stream()
			.sorted(Comparator.comparingLong(e -> -e.getValue().count))
			.map(e -> e.getValue().count + " x " + e.getKey() + "\n    mutants " + e.getValue().first + "\n    " +
				e.getValue().example.replace("\n", "\n    "))
			.collect(Collectors.joining("\n"));
	}
}
