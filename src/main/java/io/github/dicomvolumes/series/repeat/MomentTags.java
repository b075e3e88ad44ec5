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

package io.github.dicomvolumes.series.repeat;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.Temporal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

import io.github.dicomvolumes.data.Attributes;
import io.github.dicomvolumes.data.Dictionary;
import io.github.dicomvolumes.data.Element;
import io.github.dicomvolumes.data.Tag;
import io.github.dicomvolumes.data.VR;

/** Attributes that say when a frame was taken. */
final class MomentTags {

	/** Of enhanced PET: the middle of what was counted, where the start may be that of the whole scan. */
	private static final int FRAME_REFERENCE_DATE_TIME = Dictionary.tag("FrameReferenceDateTime");

	/** Those that are points in time of a clock or since a start, the most exact first. */
	static final List<Integer> ALL = List.of(Tag.TEMPORAL_POSITION_TIME_OFFSET, Tag.FRAME_ACQUISITION_DATE_TIME,
		FRAME_REFERENCE_DATE_TIME, Tag.ACQUISITION_DATE_TIME, Tag.ACQUISITION_TIME, Tag.CONTENT_TIME);

	/** What makes seconds of attributes that are numbers. */
	private static final Map<Integer, Double> FACTORS = Map.of(Tag.TEMPORAL_POSITION_TIME_OFFSET, 1.0, Tag.TRIGGER_TIME,
		1e-3, Tag.NOMINAL_CARDIAC_TRIGGER_DELAY_TIME, 1e-3, Tag.FRAME_REFERENCE_TIME, 1e-3);

	private static final Map<Integer, Integer> DATES = Map.of(Tag.ACQUISITION_TIME, Tag.ACQUISITION_DATE,
		Tag.CONTENT_TIME, Tag.CONTENT_DATE);

	private static final double SECONDS_PER_DAY = 86400;

	private MomentTags() {}

	/** Seconds since a moment that is the same for all frames of a series; empty if the attribute does not say. */
	static OptionalDouble seconds(final Attributes attributes, final int tag) {
		final Double factor = FACTORS.get(tag);
		final Element element = attributes.optional(tag).orElse(null);
		if (element == null) return OptionalDouble.empty();
		if (factor != null)
			return element.number().isPresent() ? OptionalDouble.of(factor * element.number().getAsDouble())
				: OptionalDouble.empty();
		if (element.vr() == VR.TM) {
			final double day = Optional.ofNullable(DATES.get(tag))
				.flatMap(attributes::optional)
				.flatMap(Element::date)
				.map(LocalDate::toEpochDay)
				.orElse(0L) * SECONDS_PER_DAY;
			return element.time()
				.map(t -> OptionalDouble.of(day + t.toNanoOfDay() / 1e9))
				.orElse(OptionalDouble.empty());
		}
		final Temporal moment = element.dateTime().orElse(null);
		final OffsetDateTime utc = moment instanceof OffsetDateTime exact ? exact
			: moment instanceof LocalDateTime local ? local.atOffset(ZoneOffset.UTC) : null;
		return utc == null ? OptionalDouble.empty() : OptionalDouble.of(utc.toEpochSecond() + utc.getNano() / 1e9);
	}
}
