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

package io.github.dicomvolumes.view.help;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import io.github.dicomvolumes.series.Finding;

/**
 * A place in the guide.
 *
 * @param page its name, such as "geometry"
 * @param anchor of a heading or a finding; empty for the beginning of the page
 */
public record GuidePlace(String page, String anchor) {

	/** The page that has a paragraph for each finding, and the heading above them. */
	private static final String GEOMETRY = "geometry", FINDINGS = "findings";

	/** A code as tables and messages have it: alone in a cell, or in brackets. */
	private static final Pattern CODE = Pattern.compile(Arrays.stream(Finding.Code.values())
		.map(Enum::name)
		.collect(Collectors.joining("|", "(?:^|[\\t\\[])(", ")(?:$|[\\t\\]])")));

	/** The beginning of a page. */
	public static GuidePlace of(final String page) {
		return new GuidePlace(page, "");
	}

	/** The paragraph that explains a finding. */
	public static GuidePlace of(final Finding.Code code) {
		return new GuidePlace(GEOMETRY, code.name());
	}

	/** What explains the first finding that a line of a table, the log or a message names; empty if it names none. */
	public static Optional<GuidePlace> in(final String text) {
		final Matcher code = CODE.matcher(text);
		return code.find() ? Optional.of(of(Finding.Code.valueOf(code.group(1)))) : Optional.empty();
	}

	/** Where all findings are explained. */
	public static GuidePlace findings() {
		return new GuidePlace(GEOMETRY, FINDINGS);
	}

	/** A code at the end of a message, from which {@link #in} leads to its paragraph. */
	public static String marked(final Finding finding) {
		return finding.text() + " [" + finding.code() + "]";
	}

	/** "geometry.md#GANTRY_TILT". */
	@Override
	public String toString() {
		return page + ".md" + (anchor.isEmpty() ? "" : "#" + anchor);
	}
}
