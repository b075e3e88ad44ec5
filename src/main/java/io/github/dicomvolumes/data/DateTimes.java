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
 * Reads DA, TM and DT (PS3.5 6.2): "20030805", "123000.5", "20030805123000.5+0100",
 * cut off where the precision ends, and the forms before 1993, "2003.08.05" and
 * "12:30:00". What is no date gives an empty result.
 */
final class DateTimes {

	private static final String DATE = "(\\d{4})(?:([.-]?)(\\d\\d)(?:\\2(\\d\\d))?)?";
	private static final String TIME = "(\\d\\d)(?:(:?)(\\d\\d)(?:\\%d(\\d\\d)(?:[.,](\\d{1,9})\\d*)?)?)?";
	private static final Pattern TM = Pattern.compile(TIME.formatted(2));
	private static final Pattern DT = Pattern.compile(DATE + "(?:" + TIME.formatted(6) +
		")?([+-]\\d{4})?");

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
		final int nanos = fraction == null ? 0 : Integer.parseInt((fraction + "00000000")
			.substring(0, 9));
		// a leap second, which java.time has not
		final int seconds = number(m, group + 3) == 60 ? 59 : number(m, group + 3);
		return LocalTime.of(number(m, group), number(m, group + 2), seconds, nanos);
	}

	private static int number(final Matcher m, final int group) {
		return m.group(group) == null ? 0 : Integer.parseInt(m.group(group));
	}
}
