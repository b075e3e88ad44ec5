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

package io.github.dicomvolumes.export.object;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;

import io.github.dicomvolumes.data.Attributes;
import io.github.dicomvolumes.data.AttributesBuilder;
import io.github.dicomvolumes.data.Dictionary;
import io.github.dicomvolumes.data.Tag;
import io.github.dicomvolumes.data.Uids;

/**
 * A series that is made now (PS3.3 C.7.3.1).
 *
 * @param uid Series Instance UID
 * @param description for people; may be empty
 * @param number 0 or more
 */
public record NewSeries(String uid, String description, int number, LocalDateTime made) {

	private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("yyyyMMdd"),
		TIME = DateTimeFormatter.ofPattern("HHmmss");

	private static final List<Integer> CONTENT = List.of(Tag.CONTENT_DATE, Tag.CONTENT_TIME);
	private static final int STEP = 1000;

	/** A new series with a UID of its own. */
	public static NewSeries of(final String description, final int number) {
		return new NewSeries(Uids.create(), LongString.of(description), number, LocalDateTime.now());
	}

	/** The number of a series made of another: 1000 more; 1000 if that is not known or has none. */
	public static int numberAfter(final Optional<Attributes> source) {
		final int number = source.map(known -> known.orElse(Tag.SERIES_NUMBER, 0)).orElse(0);
		return number < 0 || number > Integer.MAX_VALUE - STEP ? STEP : number + STEP;
	}

	/**
	 * Puts the series, and an instance of it with a UID of its own.
	 *
	 * @param instance 1-based
	 * @param timed the source whose time its content has; empty if that is made now
	 */
	public void put(final String modality, final int instance, final AttributesBuilder object,
		final Optional<Attributes> timed)
	{
		timed.ifPresent(source -> Copying.copy(source, CONTENT, object));
		object.put(Tag.MODALITY, modality)
			.put(Tag.SERIES_INSTANCE_UID, uid)
			.put(Tag.SERIES_NUMBER, number)
			.put(Tag.SERIES_DESCRIPTION, description)
			.put(Dictionary.tag("SeriesDate"), date())
			.put(Dictionary.tag("SeriesTime"), time())
			.put(Tag.SOP_INSTANCE_UID, Uids.create())
			.put(Tag.INSTANCE_NUMBER, instance)
			.put(Dictionary.tag("InstanceCreationDate"), date())
			.put(Dictionary.tag("InstanceCreationTime"), time())
			.put(Dictionary.tag("ContentDate"), date())
			.put(Dictionary.tag("ContentTime"), time());
	}

	/** The same for what is made now. */
	public void put(final String modality, final int instance, final AttributesBuilder object) {
		put(modality, instance, object, Optional.empty());
	}

	/** When it was made, as DA and TM. */
	public String date() {
		return made.format(DATE);
	}

	public String time() {
		return made.format(TIME);
	}
}
