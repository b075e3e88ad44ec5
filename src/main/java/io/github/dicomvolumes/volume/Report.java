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

package io.github.dicomvolumes.volume;

import java.util.List;
import java.util.stream.Collectors;

import io.github.dicomvolumes.data.Listing;
import io.github.dicomvolumes.series.Finding;

/**
 * What was done to make a volume, and what people should know about it.
 *
 * @param headline the volume in one line: files, size, spacing and its source, values
 */
public record Report(String headline, List<Finding> findings) {

	public Report {
		findings = List.copyOf(findings);
	}

	/** The findings that people should look at before they trust the volume. */
	public List<Finding> warnings() {
		return findings.stream().filter(f -> f.code().isWarning()).toList();
	}

	/** Whether something of this sort was found. */
	public boolean has(final Finding.Code code) {
		return findings.stream().anyMatch(f -> f.code() == code);
	}

	/** All findings in one line, warnings first; empty if there is none. */
	public String note() {
		return note(findings);
	}

	/** Findings in one line, warnings first. */
	public static String note(final List<Finding> findings) {
		return findings.stream()
			.sorted((a, b) -> Boolean.compare(b.code().isWarning(), a.code().isWarning()))
			.map(Finding::text)
			.collect(Collectors.joining("; "));
	}

	/** A short block for the log: the headline, then a line for each finding. */
	@Override
	public String toString() {
		final StringBuilder text = new StringBuilder(headline);
		for (final Finding finding : findings) {
			text.append("\n  ").append(finding.code().isWarning() ? "warning: " : "note: ").append(finding.text());
			text.append(Listing.lines(finding.files(), "    "));
		}
		return text.toString();
	}
}
