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

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The new names of files, from which nothing follows about the old ones but their order:
 * {@code P0123456789ABCDEF/study 1/series 2/000003.dcm}.
 */
final class CopyNames {

	private final List<Path> paths = new ArrayList<>();
	private final Map<List<String>, Integer> numbers = new HashMap<>();
	private final Map<List<String>, Integer> counts = new HashMap<>();
	private final Set<PatientKey> patients = new HashSet<>();

	/** @param to the folder of the copy */
	CopyNames(final Path to, final List<SurveyedFile> files, final Replacements replacements) {
		for (final SurveyedFile file : files) {
			patients.add(file.patient());
			final String pseudonym = replacements.pseudonym(file.patient());
			final int study = number(List.of(pseudonym), file.study());
			final int series = number(List.of(pseudonym, file.study()), file.series());
			final int image = counts.merge(List.of(pseudonym, file.study(), file.series()), 1, Integer::sum);
			paths.add(to.resolve(pseudonym)
				.resolve("study " + study)
				.resolve("series " + series)
				.resolve(String.format("%06d.dcm", image)));
		}
	}

	/** The number of something within something, counted from 1 in the order of the first file. */
	private int number(final List<String> within, final String what) {
		final List<String> key = new ArrayList<>(within);
		key.add(what);
		return numbers.computeIfAbsent(key, k -> counts.merge(within, 1, Integer::sum));
	}

	/** Of the i-th file. */
	Path path(final int i) {
		return paths.get(i);
	}

	int patients() {
		return patients.size();
	}
}
