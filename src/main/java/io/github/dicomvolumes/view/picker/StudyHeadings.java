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

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.github.dicomvolumes.data.Attributes;
import io.github.dicomvolumes.data.Disclosure;
import io.github.dicomvolumes.data.ShownText;
import io.github.dicomvolumes.data.Tag;

/**
 * The headings of the studies that volumes are of. They name the patient only if there are several; who is hidden has a
 * number, and so has a study of which nothing is known.
 */
final class StudyHeadings {

	private final Disclosure disclosure;
	private final List<PickerHeading> byVolume = new ArrayList<>();
	/** The patients, in their order. */
	private final List<String> patients;

	/** @param volumes the headers that stand for them, in the order of the catalog */
	StudyHeadings(final List<Attributes> volumes, final Disclosure disclosure) {
		this.disclosure = disclosure;
		patients = volumes.stream().map(StudyHeadings::disclosure).distinct().toList();
		final Map<List<String>, PickerHeading> headings = new LinkedHashMap<>();
		final Map<String, Set<String>> studies = new LinkedHashMap<>();
		for (final Attributes volume : volumes) {
			final String whose = disclosure(volume), study = volume.orElse(Tag.STUDY_INSTANCE_UID, "");
			studies.computeIfAbsent(whose, key -> new LinkedHashSet<>()).add(study);
			final int number = studies.get(whose).size();
			byVolume.add(headings.computeIfAbsent(List.of(whose, study),
				key -> new PickerHeading(headings.size(), text(volume, patients.indexOf(whose) + 1, number))));
		}
	}

	/** The heading of a volume's study, by the volume's place in the catalog. */
	PickerHeading of(final int volume) {
		return byVolume.get(volume);
	}

	private String text(final Attributes volume, final int patientNumber, final int studyNumber) {
		final IntFunction<String> text = tag -> disclosure.hides(tag) ? ""
			: ShownText.line(volume.orElse(tag, "")).strip();
		final String date = text.apply(Tag.STUDY_DATE);
		final String study = Stream
			.of(date.matches("\\d{8}") ? date.replaceFirst("(....)(..)(..)", "$1-$2-$3") : date,
				text.apply(Tag.STUDY_DESCRIPTION), text.apply(Tag.STUDY_ID))
			.filter(part -> !part.isEmpty())
			.collect(Collectors.joining(", "));
		final String studyText = study.isEmpty() ? "Study " + studyNumber : study;
		if (patients.size() == 1) return studyText;
		final String name = name(text.apply(Tag.PATIENT_NAME), text.apply(Tag.PATIENT_ID));
		return (name.isEmpty() ? "Patient " + patientNumber : name) + "  \u00b7  " + studyText;
	}

	private static String name(final String name, final String id) {
		if (id.isEmpty() || id.equals(name)) return name;
		return name.isEmpty() ? id : name + " (" + id + ")";
	}

	/** What tells patients apart, whatever people may see of it. */
	private static String disclosure(final Attributes volume) {
		return volume.orElse(Tag.PATIENT_ID, volume.orElse(Tag.PATIENT_NAME, ""));
	}
}
