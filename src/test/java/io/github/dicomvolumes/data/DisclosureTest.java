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

import static io.github.dicomvolumes.data.Disclosure.HIDE;
import static io.github.dicomvolumes.data.Disclosure.SHOW;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What PS3.15 Table E.1-1 lists, and nothing else, is hidden. */
class DisclosureTest {

	@ParameterizedTest
	@ValueSource(strings = { "PatientName", "PatientID", "PatientBirthDate", "PatientSex", "PatientAge",
		"OtherPatientIDsSequence", "AccessionNumber", "StudyDate", "AcquisitionTime", "InstitutionName",
		"ReferringPhysicianName", "SeriesDescription", "StudyDescription", "ProtocolName", "StudyInstanceUID",
		"SOPInstanceUID", "FrameOfReferenceUID", "MediaStorageSOPInstanceUID", "DeviceSerialNumber", "ImageComments",
		"RequestAttributesSequence", "DataSetTrailingPadding" })
	void isHidden(final String keyword) {
		assertTrue(HIDE.hides(Dictionary.tag(keyword)));
		assertFalse(SHOW.hides(Dictionary.tag(keyword)));
	}

	@ParameterizedTest
	@ValueSource(strings = { "Modality", "SOPClassUID", "TransferSyntaxUID", "SeriesNumber", "InstanceNumber",
		"ImagePositionPatient", "PixelSpacing", "SliceThickness", "RescaleSlope", "KVP", "Rows", "PixelData" })
	void staysVisible(final String keyword) {
		assertFalse(HIDE.hides(Dictionary.tag(keyword)));
	}

	@ParameterizedTest
	@ValueSource(ints = { 0x00090010, 0x00291010, 0x50000030, 0x501E3000, 0x60003000, 0x60024000 })
	void privateElementsCurvesAndTextOfOverlaysAreHidden(final int tag) {
		assertTrue(HIDE.hides(tag));
	}

	@ParameterizedTest
	@ValueSource(ints = { 0x60000010, 0x60000100 })
	void sizeOfOverlaysStays(final int tag) {
		assertFalse(HIDE.hides(tag));
	}

	/** What the table of the edition does not list, but is of the same kind as what it does. */
	@ParameterizedTest
	@ValueSource(
		strings = { "SourceApplicationEntityTitle", "SendingApplicationEntityTitle", "ReceivingApplicationEntityTitle",
			"SourcePresentationAddress", "SendingPresentationAddress", "ReceivingPresentationAddress",
			"PrivateInformation", "PrivateInformationCreatorUID", "PatientBirthDateInAlternativeCalendar",
			"PatientDeathDateInAlternativeCalendar", "PatientAlternativeCalendar", "ReferencedFileID", "FileSetID",
			"FileSetDescriptorFileID", "RetrieveURL", "RetrieveURI", "PixelDataProviderURL", "DoseComment",
			"RetrieveAETitle", "StationAETitle", "ScheduledStationAETitle", "PerformedStationAETitle",
			"ScheduledStudyLocationAETitle", "RequestingAE", "DestinationAE", "OverlayDate", "OverlayTime" })
	void stationsPlacesAndDatesAreHidden(final String keyword) {
		assertTrue(HIDE.hides(Dictionary.tag(keyword)));
	}

	@ParameterizedTest
	@ValueSource(ints = { 0x60000022, 0x60001500, 0x601E0022, 0x601E1500 })
	void descriptionAndLabelOfOverlaysAreHidden(final int tag) {
		assertTrue(HIDE.hides(tag));
		assertFalse(SHOW.hides(tag));
	}

	/** Everywhere: an item is as hidden as its sequence, and an attribute in an item as outside. */
	@Test
	void itemsAreAsHiddenAsTheirSequence() {
		final int hidden = Dictionary.tag("RequestAttributesSequence"), open = Dictionary.tag("AnatomicRegionSequence");
		assertTrue(HIDE.within(hidden).hides(Tag.ROWS));
		assertFalse(HIDE.within(open).hides(Tag.ROWS));
		for (final int tag : Canaries.tags()) {
			assertTrue(HIDE.hides(tag), Tag.describe(tag));
			assertTrue(HIDE.within(open).hides(tag), Tag.describe(tag));
			assertTrue(HIDE.within(hidden).within(open).hides(tag), Tag.describe(tag));
		}
		assertTrue(HIDE.within(open).hides(0x00191001));
		assertTrue(HIDE.within(0x00191001).hides(Tag.ROWS));
	}

	@Test
	void emptyValuesStayEmpty() {
		assertEquals("(hidden)", HIDE.value(Tag.PATIENT_ID, "7"));
		assertEquals("", HIDE.value(Tag.PATIENT_ID, ""));
		assertEquals("7", HIDE.value(Tag.SERIES_NUMBER, "7"));
		assertEquals("7", SHOW.value(Tag.PATIENT_ID, "7"));
		assertEquals("(hidden)", HIDE.name("/data/Doe_Jane/1.dcm"));
		assertEquals("", HIDE.name(""));
		assertEquals("1.dcm", SHOW.name("1.dcm"));
	}

	/** The actions of the basic profile: remove, zero, dummy, new UID, and those that depend. */
	@Test
	void tableOfTheEdition() throws IOException {
		try (var in = Disclosure.class.getResourceAsStream("confidentiality.txt")) {
			final String text = new String(in.readAllBytes(), StandardCharsets.US_ASCII);
			assertTrue(text.contains("edition 2024b"), text.substring(0, 400));
			final Map<String, Long> actions = text.lines()
				.filter(line -> !line.startsWith("#"))
				.collect(Collectors.groupingBy(line -> line.split("\t")[1], TreeMap::new, Collectors.counting()));
			assertEquals("{D=92, U=54, X=383, X/D=22, X/Z=11, X/Z/D=8, X/Z/U*=2, Z=42, Z/D=6}", actions.toString());
		}
	}
}
