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

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.Temporal;
import java.util.Optional;

import io.github.dicomvolumes.data.Attributes;
import io.github.dicomvolumes.data.Dictionary;
import io.github.dicomvolumes.data.Element;
import io.github.dicomvolumes.data.Tag;

/** Times of a PET file, on the clock that its times without an offset from UTC are of. */
final class PetClock {

	private static final int SERIES_DATE = Dictionary.tag("SeriesDate");
	private static final int ACQUISITION_DATE = Dictionary.tag("AcquisitionDate");
	private static final int TIMEZONE = Dictionary.tag("TimezoneOffsetFromUTC");
	private static final int ACQUISITION_DATE_TIME = Dictionary.tag("AcquisitionDateTime");

	private PetClock() {}

	/** When the acquisition of a frame began; empty if the file does not say. */
	static Optional<LocalDateTime> acquisition(final Attributes pet) {
		final Optional<LocalDateTime> whole = dateTime(pet.optional(ACQUISITION_DATE_TIME), pet);
		if (whole.isPresent()) return whole;
		final Optional<LocalDate> date = pet.optional(ACQUISITION_DATE)
			.or(() -> pet.optional(SERIES_DATE))
			.flatMap(Element::date);
		final Optional<LocalTime> time = pet.optional(Tag.ACQUISITION_TIME).flatMap(Element::time);
		return date.isPresent() && time.isPresent() ? Optional.of(date.get().atTime(time.get())) : Optional.empty();
	}

	/** The date and time of an element of the file, if it has both. */
	static Optional<LocalDateTime> dateTime(final Optional<Element> element, final Attributes pet) {
		return element.flatMap(Element::dateTime).flatMap(time -> local(time, pet));
	}

	/** One with an offset from UTC says more than the others. */
	private static Optional<LocalDateTime> local(final Temporal time, final Attributes pet) {
		if (time instanceof LocalDateTime t) return Optional.of(t);
		if (!(time instanceof OffsetDateTime t)) return Optional.empty();
		try {
			final String clock = pet.orElse(TIMEZONE, "");
			return Optional.of((clock.isEmpty() ? t : t.withOffsetSameInstant(ZoneOffset.of(clock))).toLocalDateTime());
		}
		catch (final DateTimeException exc) {
			return Optional.empty();
		}
	}
}
