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

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.github.dicomvolumes.data.Attributes;
import io.github.dicomvolumes.data.Dictionary;
import io.github.dicomvolumes.data.Element;
import io.github.dicomvolumes.data.VR;

/**
 * Collects from data sets what must not be found in any text that remains: the words of all names of persons, numbers
 * of patient, visit and order, places, and the date of birth.
 */
final class IdentifierCollector {

	/** Fewer characters are no number that tells anybody. */
	private static final int SHORTEST_NUMBER = 3;

	private static final Set<Integer> NUMBERS = Stream
		.of("PatientID", "OtherPatientIDs", "AccessionNumber", "StudyID", "AdmissionID", "ServiceEpisodeID",
			"MedicalRecordLocator", "PatientTelephoneNumbers", "PatientAddress", "ClinicalTrialSubjectID",
			"PlacerOrderNumberImagingServiceRequest", "FillerOrderNumberImagingServiceRequest", "RequestedProcedureID",
			"ScheduledProcedureStepID", "PerformedProcedureStepID", "InstitutionName", "InstitutionAddress",
			"ReferringPhysicianTelephoneNumbers", "ReferringPhysicianAddress", "PersonTelephoneNumbers",
			"PersonAddress", "IssuerOfPatientID", "RegionOfResidence", "ResponsibleOrganization")
		.map(Dictionary::tag)
		.collect(Collectors.toUnmodifiableSet());

	/** Names of devices and places, unless they are kept. */
	private static final Set<Integer> DEVICES = Stream
		.of("DeviceSerialNumber", "StationName", "PerformedStationName", "ScheduledStationName", "GantryID",
			"InstitutionalDepartmentName", "StationAETitle")
		.map(Dictionary::tag)
		.collect(Collectors.toUnmodifiableSet());

	private static final int BIRTH_DATE = Dictionary.tag("PatientBirthDate");

	private final Set<String> words;
	private final boolean keepsDevices;

	/** @param words takes what is found; safe for threads if that is */
	IdentifierCollector(final Set<String> words, final Set<Retained> kept) {
		this.words = words;
		keepsDevices = kept.contains(Retained.DEVICE);
	}

	/** Adds what a data set and its items have. */
	void add(final Attributes attributes) {
		for (final Element element : attributes.elements()) {
			if (element.vr() == VR.SQ) attributes.items(element.tag()).forEach(this::add);
			else if (element.isLeftInFile() || element.isEmpty()) continue;
			else if (isName(element)) element.strings().forEach(this::addName);
			else if (NUMBERS.contains(element.tag())) element.strings().forEach(this::addNumber);
			else if (!keepsDevices && DEVICES.contains(element.tag())) element.strings().forEach(this::addDevice);
			else if (element.tag() == BIRTH_DATE) element.strings().forEach(this::addDate);
		}
	}

	/** Also if a file gives it the VR of another text. */
	private static boolean isName(final Element element) {
		return element.vr() == VR.PN || element.vr().isText() && Dictionary.vr(element.tag()) == VR.PN;
	}

	/** The words of a name, and those that stand beside each other without a space between them. */
	private void addName(final String name) {
		for (final String form : name.split("=")) {
			final List<String> parts = Arrays.stream(form.split("[^\\p{L}\\p{M}\\p{N}]+"))
				.filter(part -> !part.isEmpty())
				.toList();
			for (int i = 0; i < parts.size(); i++) {
				addWord(parts.get(i));
				if (i + 1 == parts.size()) continue;
				addWord(parts.get(i) + parts.get(i + 1));
				addWord(parts.get(i + 1) + parts.get(i));
			}
		}
	}

	/** A word, and how it is written where there are no umlauts, or were none. */
	private void addWord(final String word) {
		if (word.codePointCount(0, word.length()) < 2) return;
		final String lower = Normalizer.normalize(word, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
		words.add(word);
		words.add(lower.replace("\u00e4", "ae").replace("\u00f6", "oe").replace("\u00fc", "ue"));
		if (lower.length() > Identifiers.LONG)
			words.add(lower.replace("ae", "a").replace("oe", "o").replace("ue", "u"));
	}

	/** A number, and how it is written without zeros before it, and without what is between its digits. */
	private void addNumber(final String number) {
		if (number.length() >= SHORTEST_NUMBER) words.add(number);
		final String digits = number.replaceAll("[^\\p{L}\\p{N}]", ""), significant = digits.replaceAll("^0+", "");
		for (final String form : List.of(digits, significant))
			if (form.length() >= Identifiers.LONG) words.add(form);
	}

	/** A short one, "CT1", says nothing and would be found everywhere. */
	private void addDevice(final String device) {
		if (device.length() >= Identifiers.LONG) words.add(device);
	}

	/** The day in the usual orders without separators; with these it is found like any date. */
	private void addDate(final String date) {
		final String digits = date.replace(".", "");
		if (!digits.matches("\\d{8}")) return;
		final String year = digits.substring(0, 4), month = digits.substring(4, 6), day = digits.substring(6);
		words.addAll(List.of(digits, day + month + year, month + day + year));
	}
}
