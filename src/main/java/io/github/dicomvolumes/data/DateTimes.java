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

package io.github.dicomvolumes.data;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.temporal.Temporal;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads DA, TM and DT (PS3.5 6.2): "20030805", "123000.5", "20030805123000.5+0100", cut off where the precision ends,
 * and the forms before 1993, "2003.08.05" and "12:30:00". What is no date gives an empty result.
 */
final class DateTimes {

	private static final String DATE = "(\\d{4})(?:([.-]?)(\\d\\d)(?:\\2(\\d\\d))?)?";
	private static final String TIME = "(\\d\\d)(?:(:?)(\\d\\d)(?:\\%d(\\d\\d)(?:[.,](\\d{1,9})\\d*)?)?)?";
	private static final Pattern TM = Pattern.compile(TIME.formatted(2));
	private static final Pattern DT = Pattern.compile(DATE + "(?:" + TIME.formatted(6) + ")?([+-]\\d{4})?");

	private DateTimes() {}

	static Optional<LocalTime> time(final String text) {
		final Matcher m = TM.matcher(text);
		try {
			return m.matches() ? Optional.of(time(m, 1)) : Optional.empty();
		}
		catch (final DateTimeException exc) {
			return Optional.empty();
		}
	}

	/** Year, YearMonth, LocalDate, LocalDateTime or OffsetDateTime, as precise as the text. */
	static Optional<Temporal> dateTime(final String text) {
		final Matcher m = DT.matcher(text);
		try {
			return m.matches() ? Optional.of(dateTime(m)) : Optional.empty();
		}
		catch (final DateTimeException exc) {
			return Optional.empty();
		}
	}

	private static Temporal dateTime(final Matcher m) {
		final int year = number(m, 1), month = number(m, 3);
		if (m.group(3) == null) return Year.of(year);
		if (m.group(4) == null) return YearMonth.of(year, month);
		final LocalDate date = LocalDate.of(year, month, number(m, 4));
		if (m.group(5) == null) return date;
		final LocalDateTime time = date.atTime(time(m, 5));
		if (m.group(10) == null) return time;
		final int offset = Integer.parseInt(m.group(10));
		return OffsetDateTime.of(time, ZoneOffset.ofHoursMinutes(offset / 100, offset % 100));
	}

	/** Hours from the given group on, then a separator, minutes, seconds, fraction. */
	private static LocalTime time(final Matcher m, final int group) {
		final String fraction = m.group(group + 4);
		final int nanos = fraction == null ? 0 : Integer.parseInt((fraction + "00000000").substring(0, 9));
		// a leap second, which java.time has not
		final int seconds = number(m, group + 3) == 60 ? 59 : number(m, group + 3);
		return LocalTime.of(number(m, group), number(m, group + 2), seconds, nanos);
	}

	private static int number(final Matcher m, final int group) {
		return m.group(group) == null ? 0 : Integer.parseInt(m.group(group));
	}
}
