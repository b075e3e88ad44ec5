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

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.github.dicomvolumes.data.VR;

/**
 * Moves the days of values (PS3.5 6.2) and leaves the rest of them. What is no date or time has no place in them and is
 * lost; so is a date and time that is only a month or a year, as it cannot go by days.
 *
 * @param daysBack 0 leaves the days, too
 */
record DateShift(int daysBack) {

	private static final Pattern DATE = Pattern.compile("(\\d{4})([.]?)(\\d{2})\\2(\\d{2})");
	private static final Pattern TIME = Pattern.compile("\\d{2}(:?\\d{2}(:?\\d{2}([.]\\d{1,6})?)?)?");
	private static final Pattern DATE_TIME = Pattern
		.compile("(\\d{8})((?:\\d{2}(?:\\d{2}(?:\\d{2}(?:[.]\\d{1,6})?)?)?)?(?:[+-]\\d{4})?)");
	private static final Pattern MONTH = Pattern.compile("\\d{4}(\\d{2})?([+-]\\d{4})?");
	private static final DateTimeFormatter PLAIN = DateTimeFormatter.BASIC_ISO_DATE;

	/** One value in the new form; empty if it is none of its VR. */
	Optional<String> of(final VR vr, final String value) {
		if (value.isEmpty()) return Optional.of("");
		return switch (vr) {
			case DA -> date(value);
			case DT -> dateTime(value);
			default -> TIME.matcher(value).matches() ? Optional.of(value) : Optional.empty();
		};
	}

	private Optional<String> date(final String value) {
		final Matcher matcher = DATE.matcher(value);
		if (!matcher.matches()) return Optional.empty();
		try {
			final LocalDate day = LocalDate.of(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(3)),
				Integer.parseInt(matcher.group(4)));
			final LocalDate shifted = day.minusDays(daysBack);
			if (shifted.getYear() < 1) return Optional.empty();
			return Optional.of(daysBack == 0 ? value : PLAIN.format(shifted));
		}
		catch (final DateTimeException exc) {
			return Optional.empty(); // 20230231
		}
	}

	private Optional<String> dateTime(final String value) {
		final Matcher matcher = DATE_TIME.matcher(value);
		if (matcher.matches()) return date(matcher.group(1)).map(date -> date + matcher.group(2));
		return daysBack == 0 && MONTH.matcher(value).matches() ? Optional.of(value) : Optional.empty();
	}
}
