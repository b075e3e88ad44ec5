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

package io.github.dicomvolumes.io.web;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.github.dicomvolumes.data.Dictionary;
import io.github.dicomvolumes.data.InputException;
import io.github.dicomvolumes.data.Tag;
import io.github.dicomvolumes.data.VR;

/**
 * What to look for on a server: values of attributes, as in the query of an address,
 *
 * <pre>
 * PatientID=4711&amp;StudyDate=20240101-20241231&amp;Modality=CT
 * </pre>
 *
 * with * and ? as wildcards in texts, and ranges of dates and times (PS3.4 C.2.2.2). Keys are keywords of the
 * dictionary or tags such as 0010,0020.
 *
 * @param values by tag, in the order in which they were given; none: everything
 */
public record SeriesQuery(Map<Integer, String> values) {

	/** Everything that the server has. */
	public static final SeriesQuery ALL = new SeriesQuery(Map.of());

	private static final int MODALITIES_IN_STUDY = 0x00080061;
	/** No value, or a list of none. */
	private static final String NOTHING = "[\\s,\\\\]*";
	private static final String EXAMPLE = "such as PatientID=4711&StudyDate=20240101-20241231&Modality=CT";

	public SeriesQuery {
		values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
	}

	/**
	 * Reads a query.
	 *
	 * @throws InputException if it is none; the message names no value
	 */
	public static SeriesQuery of(final String text) {
		final Map<Integer, String> values = new LinkedHashMap<>();
		for (final String part : text.split("&")) {
			if (part.isBlank()) continue;
			final int equals = part.indexOf('=');
			if (equals < 0)
				throw new InputException("A part of the query has no \"=\": keywords with values, " + EXAMPLE);
			final String value = part.substring(equals + 1).strip();
			final int tag = tag(part.substring(0, equals).strip());
			if (!value.matches(NOTHING)) values.put(tag, Dictionary.vr(tag) == VR.DA ? dates(tag, value) : value);
		}
		return new SeriesQuery(values);
	}

	/** A day or a range of days as DICOM has them, also if they are written with dashes: 2024-01-31. */
	private static String dates(final int tag, final String value) {
		final String dates = value.replaceAll("(\\d{4})-(\\d{2})-(\\d{2})", "$1$2$3").replaceAll("\\s*-\\s*", "-");
		if (!dates.matches("\\d{8}(-(\\d{8})?)?|-\\d{8}")) throw new InputException(Tag.describe(tag) +
			" in the query has to be a day, 20240131, or a range of days of which one end may be open: " +
			"20240101-20241231, 20240101-, -20241231.");
		return dates;
	}

	private static int tag(final String key) {
		try {
			return Tag.parse(key);
		}
		catch (final IllegalArgumentException exc) {
			throw new InputException(
				"The query has the key \"" + key + "\", which is no keyword of DICOM; keywords are, " + EXAMPLE);
		}
	}

	/** Whether it is of the series themselves rather than of their studies and patients (PS3.4 C.6.2.1). */
	static boolean isOfSeries(final int tag) {
		return switch (tag) {
			case Tag.MODALITY, Tag.SERIES_DESCRIPTION, Tag.SERIES_INSTANCE_UID, Tag.SERIES_NUMBER, 0x00180015, // BodyPartExamined
				0x00181030, // ProtocolName
				0x00400244, 0x00400245 -> true; // PerformedProcedureStepStartDate and Time
			default -> false;
		};
	}

	/**
	 * Without lists, one for each of their values: {@code Modality=CT,MR} is one for CT and one for MR. Codes have no
	 * commas; DICOM itself has lists of UIDs only.
	 */
	List<SeriesQuery> each() {
		for (final Map.Entry<Integer, String> value : values.entrySet()) {
			if (Dictionary.vr(value.getKey()) != VR.CS || !value.getValue().matches(".*[,\\\\].*")) continue;
			return Arrays.stream(value.getValue().split("[,\\\\]"))
				.map(String::strip)
				.filter(one -> !one.isEmpty())
				.distinct()
				.flatMap(one -> with(value.getKey(), one).each().stream())
				.toList();
		}
		return List.of(this);
	}

	private SeriesQuery with(final int tag, final String value) {
		final Map<Integer, String> others = new LinkedHashMap<>(values);
		others.put(tag, value);
		return new SeriesQuery(others);
	}

	/** Those of the studies, or those of the series; Modality stands for Modalities in Study among the former. */
	Map<Integer, String> at(final boolean series) {
		final Map<Integer, String> some = new LinkedHashMap<>();
		values.forEach((tag, value) -> {
			if (isOfSeries(tag) == series) some.put(tag, value);
			else if (!series && tag == Tag.MODALITY) some.put(MODALITIES_IN_STUDY, value);
		});
		return some;
	}

	/**
	 * With * in the place of ? and of all that {@link ServerAddress#encode} has to code, such as ^, blank and \u00e4,
	 * and of commas, which some servers take for those of lists; UIDs, which may be a list, stay as they are.
	 */
	SeriesQuery widened() {
		final Map<Integer, String> wider = new LinkedHashMap<>();
		values.forEach((tag, value) -> wider.put(tag,
			Dictionary.vr(tag) == VR.UI ? value : value.replaceAll("[^A-Za-z0-9._-]+", "*")));
		return new SeriesQuery(wider);
	}

	/** Whether anything is looked for but wildcards. */
	boolean isNarrow() {
		return values.values().stream().anyMatch(value -> !value.matches("[*?]*"));
	}

	/** The keywords alone: the values may name a patient. */
	@Override
	public String toString() {
		return String.join(" ",
			values.keySet()
				.stream()
				.map(tag -> Dictionary.find(tag).map(Dictionary.Entry::keyword).orElse(Tag.format(tag)))
				.toList());
	}
}
