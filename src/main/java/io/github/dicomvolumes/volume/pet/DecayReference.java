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

package io.github.dicomvolumes.volume.pet;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

import io.github.dicomvolumes.data.Attributes;
import io.github.dicomvolumes.data.DicomException;
import io.github.dicomvolumes.data.Dictionary;
import io.github.dicomvolumes.data.Tag;

/**
 * What the values of classic PET with Decay Correction START are corrected to, as the QIBA pseudo-code has it: the
 * Series Date and Time, unless it is after an acquisition. Then it was changed when the series was processed, and GE
 * keeps the time in private (0009,100D), others began at the earliest acquisition of the series.
 *
 * @param sinceInjection not negative
 * @param text for people
 */
record DecayReference(Duration sinceInjection, String text) {

	private static final int START_TIME = Dictionary.tag("RadiopharmaceuticalStartTime");
	private static final int SERIES_DATE = Dictionary.tag("SeriesDate");
	private static final int SERIES_TIME = Dictionary.tag("SeriesTime");

	private static final String GE = "GEMS_PETD_01";

	/**
	 * An injection at a later time of day than the scan was on the day before, if that makes it at most this long ago.
	 */
	private static final Duration LONGEST_OVER_MIDNIGHT = Duration.ofHours(12);

	/** @throws DicomException if it is not known; the message says why */
	static DecayReference of(final Attributes pet, final Injection injection, final Acquisitions acquisitions)
		throws DicomException
	{
		final LocalDateTime series = pet.require(SERIES_DATE)
			.date()
			.orElseThrow(() -> RequiredValues.bad(pet, SERIES_DATE, "it must be a date"))
			.atTime(pet.require(SERIES_TIME)
				.time()
				.orElseThrow(() -> RequiredValues.bad(pet, SERIES_TIME, "it must be a time")));
		final LocalDateTime earliest = acquisitions.earliest().orElse(null);
		if (earliest == null) return since(series,
			"scan " + series + " (Series Time; there is no Acquisition Time to check it against)", pet, injection);
		if (!series.isAfter(earliest)) return since(series, "scan " + series, pet, injection);
		final Optional<LocalDateTime> ofGe = PetClock.dateTime(pet.optional(GE, 0x0009, 0x0D), pet);
		if (ofGe.isPresent())
			return since(ofGe.get(), "scan " + ofGe.get() + " from (0009,100D) of " + GE, pet, injection);
		if (acquisitions.frames() == 1) throw new DicomException(
			Tag.describe(SERIES_TIME) + ": the series is of " + series + ", after the acquisition at " + earliest +
				"; it was made later, and one image does not tell the time that the decay was corrected to.");
		acquisitions.checkDecayReference(injection.halfLife());
		return since(earliest, "scan " + earliest + " (the earliest acquisition of " + acquisitions.frames() +
			" images, as the Series Time " + series + " is after it)", pet, injection);
	}

	private static DecayReference since(final LocalDateTime scan, final String text, final Attributes pet,
		final Injection injection) throws DicomException
	{
		final Attributes item = injection.item();
		final LocalDateTime exact = PetClock.dateTime(item.optional(Injection.START_DATE_TIME), pet).orElse(null);
		if (exact != null) return between(exact, "", scan, text, item, Injection.START_DATE_TIME);
		final LocalTime time = item.require(START_TIME)
			.time()
			.orElseThrow(() -> RequiredValues.bad(item, START_TIME, "it must be a time"));
		final LocalDateTime thatDay = scan.toLocalDate().atTime(time), dayBefore = thatDay.minusDays(1);
		final boolean isOverMidnight = thatDay.isAfter(scan) && !dayBefore.plus(LONGEST_OVER_MIDNIGHT).isBefore(scan);
		return isOverMidnight
			? between(dayBefore, " (Start Time, on the day before the scan)", scan, text, item, START_TIME)
			: between(thatDay, " (Start Time, on the day of the scan)", scan, text, item, START_TIME);
	}

	private static DecayReference between(final LocalDateTime start, final String when, final LocalDateTime scan,
		final String text, final Attributes item, final int tag) throws DicomException
	{
		if (start.isAfter(scan)) throw RequiredValues.bad(item, tag, "it must not be after the scan (" + text + ")");
		return new DecayReference(Duration.of(start.until(scan, ChronoUnit.MILLIS), ChronoUnit.MILLIS),
			"injection " + start + when + ", " + text);
	}
}
