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

package io.github.dicomvolumes.view.picker;

import java.util.List;
import java.util.stream.IntStream;

import io.github.dicomvolumes.data.Attributes;
import io.github.dicomvolumes.data.Disclosure;
import io.github.dicomvolumes.data.Listing;
import io.github.dicomvolumes.data.ShownText;
import io.github.dicomvolumes.data.Tag;
import io.github.dicomvolumes.io.web.FoundSeries;

/**
 * Makes the picker's rows of what a server has: of size and spacing it tells nothing but how many objects there are.
 */
final class FoundRows {

	/** Body Part Examined. */
	private static final int BODY_PART = 0x00180015;

	private FoundRows() {}

	/** The rows of series, in their order. */
	static List<PickerRow> of(final List<FoundSeries> series, final Disclosure disclosure) {
		final StudyHeadings headings = new StudyHeadings(series.stream().map(FoundSeries::attributes).toList(),
			disclosure);
		return IntStream.range(0, series.size())
			.mapToObj(i -> row(i + 1, headings.of(i), series.get(i), disclosure))
			.toList();
	}

	private static PickerRow row(final int number, final PickerHeading heading, final FoundSeries series,
		final Disclosure disclosure)
	{
		final int n = series.instances();
		final String size = n == 0 ? "" : Listing.count(n, "object");
		final List<String> texts = List.of("#" + number, text(series, Tag.MODALITY, disclosure),
			text(series, Tag.SERIES_NUMBER, disclosure), text(series, Tag.SERIES_DESCRIPTION, disclosure), size, "", "",
			"", text(series, BODY_PART, disclosure));
		return new PickerRow(number, heading, texts, n, 0, 0, "");
	}

	private static String text(final FoundSeries series, final int tag, final Disclosure disclosure) {
		final Attributes attributes = series.attributes();
		return ShownText.line(disclosure.value(tag, attributes.orElse(tag, "")));
	}
}
