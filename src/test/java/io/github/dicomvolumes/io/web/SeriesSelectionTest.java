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

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteOrder;
import java.util.List;
import java.util.Map;

import io.github.dicomvolumes.data.Attributes;
import io.github.dicomvolumes.data.InputException;
import io.github.dicomvolumes.data.Tag;
import io.github.dicomvolumes.data.VR;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a person or a macro says about series on a server, and what is made of it. */
class SeriesSelectionTest {

	private static final List<FoundSeries> FOUND = List.of(series(1, "Localizer", 3), series(2, "Lung", 300),
		series(3, "Soft tissue", 300), series(12, "Lung, thin", 30));

	private static FoundSeries series(final int number, final String description, final int instances) {
		return new FoundSeries("1.2", "1.2.3." + number,
			Attributes.builder()
				.put(Tag.SERIES_DESCRIPTION, description)
				.put(Tag.SERIES_INSTANCE_UID, "1.2.3." + number)
				.put(Tag.SERIES_NUMBER, VR.IS, (double) number)
				.put(0x00201209, VR.IS, (double) instances)
				.build());
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "''|2", "largest|2", "ALL|1 2 3 12", "#1|1", "#3,#1|3 1", "1.2.3.3|3",
		"1.2.3.12,1.2.3.1|1 12", "12|12", "lung|2 12", "TISSUE|3" })
	void selectors(final String selector, final String numbers) {
		assertEquals(numbers,
			String.join(" ",
				SeriesSelection.of(FOUND, selector)
					.stream()
					.map(one -> one.attributes().orElse(Tag.SERIES_NUMBER, ""))
					.toList()));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "#5", "#0", "#x", "Doe", "1.2.3.4" })
	void whatNamesNothingIsTold(final String selector) {
		final String message = assertThrows(InputException.class, () -> SeriesSelection.of(FOUND, selector))
			.getMessage();
		assertTrue(message.startsWith("series= names none of the 4 series"), message);
		assertFalse(message.contains("Lung"));
	}

	@Test
	void queriesAreReadByKeywordAndTag() {
		assertEquals(Map.of(Tag.PATIENT_ID, "47 11", Tag.STUDY_DATE, "20240101-", Tag.MODALITY, "CT"),
			SeriesQuery.of(" PatientID=47 11&0008,0020= 20240101-&Modality=CT&PatientName=").values());
		assertEquals(Map.of(Tag.PATIENT_ID, "1"), SeriesQuery.of("PatientID=1&Modality= , &Laterality=\\").values());
		assertEquals("PatientID Modality", SeriesQuery.of("PatientID=Doe&Modality=CT").toString());
		assertEquals(Map.of(Tag.PATIENT_ID, "1", 0x00080061, "CT"),
			SeriesQuery.of("PatientID=1&Modality=CT").at(false));
		assertEquals(Map.of(Tag.MODALITY, "CT"), SeriesQuery.of("PatientID=1&Modality=CT").at(true));
		for (final String bad : new String[] { "4711", "Patient=1", "=1" })
			assertThrows(InputException.class, () -> SeriesQuery.of(bad));
	}

	@ParameterizedTest
	@CsvSource({ "2024-01-31, 20240131", "2024-01-01 - 2024-12-31, 20240101-20241231", "20240101-, 20240101-",
		"-2024-12-31, -20241231", "20240131, 20240131" })
	void datesAreTakenAsPeopleWriteThem(final String written, final String date) {
		assertEquals(Map.of(Tag.STUDY_DATE, date), SeriesQuery.of("StudyDate=" + written).values());
	}

	/** A server finds nothing for them, or everything, and nobody would know why. */
	@ParameterizedTest
	@ValueSource(strings = { "2024", "31.01.2024", "2024*", "01/31/2024", "-", "20240101-2024", "yesterday" })
	void whatIsNoDateIsTold(final String written) {
		assertEquals(
			"(0008,0020) Study Date in the query has to be a day, 20240131, or a range of days of which one end may " +
				"be open: 20240101-20241231, 20240101-, -20241231.",
			assertThrows(InputException.class, () -> SeriesQuery.of("StudyDate=" + written)).getMessage());
	}

	@ParameterizedTest
	@CsvSource({ "SeriesDescription, lu*g, true", "SeriesDescription, LUN?, true", "SeriesDescription, lun, false",
		"SeriesDescription, (lung), false", "StudyDate, 20240101-20241231, true", "StudyDate, 20240601-, false",
		"StudyDate, -20240301, true", "StudyDate, 20240229, true", "StudyDate, 20240228, false", "PatientName, x, true",
		"PatientID, 1, true", "SeriesInstanceUID, '1.2,1.3', true", "SeriesInstanceUID, 1.3, false" })
	void whatVisiblyDoesNotMatchIsLeftOut(final String keyword, final String value, final boolean matches) {
		final Attributes found = Attributes.builder()
			.put(Tag.STUDY_DATE, "20240229")
			.put(Tag.SERIES_DESCRIPTION, "Lung")
			.put(Tag.PATIENT_NAME, "Doe^J")
			.put(Tag.SERIES_INSTANCE_UID, "1.2")
			.build();
		final Matching matching = new Matching(SeriesQuery.of(keyword + "=" + value), false);
		assertEquals(matches, matching.isStudy(found) && matching.isSeries(found));
	}

	@ParameterizedTest
	@CsvSource({ "M\u00fcller*, true", "m\u00dcLLER^J*, true", "Mu\u0308ller*, true", "M\u00f6ller*, false",
		"\u5c71*, true", "M\u00fcller, false" })
	void whereMoreWasAskedForNamesHaveToMatch(final String name, final boolean matches) {
		final Attributes found = Attributes.builder(ByteOrder.LITTLE_ENDIAN, JsonBytes.UTF_8)
			.put(Tag.PATIENT_NAME, "M\u00fcller^J\u00f6rg=\u5c71^\u7530")
			.build();
		assertEquals(matches, new Matching(SeriesQuery.of("PatientName=" + name), true).isStudy(found));
		assertTrue(new Matching(SeriesQuery.of("PatientName=" + name), false).isStudy(found));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
		value = { "multipart/related; boundary=a|a", "Multipart/Related;BOUNDARY=\"a;b\\\"c\"|a;b\"c",
			"multipart/related; type=\"application/dicom; transfer-syntax=*\"; boundary=x; boundary=y|x",
			"multipart/related|", "multipart/related; boundary|", "multipart/related;;; = ; boundary = z |z" })
	void boundaries(final String header, final String boundary) {
		assertEquals("multipart/related", MediaType.of(header).name());
		assertEquals(boundary, MediaType.of(header).parameter("boundary").orElse(null));
	}
}
