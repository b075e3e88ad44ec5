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

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import io.github.dicomvolumes.data.Attributes;
import io.github.dicomvolumes.data.ConfidentialityProfile;
import io.github.dicomvolumes.data.ConfidentialityProfile.Action;
import io.github.dicomvolumes.data.ConfidentialityProfile.Option;
import io.github.dicomvolumes.data.Dictionary;
import io.github.dicomvolumes.data.Tag;
import io.github.dicomvolumes.data.Uids;
import io.github.dicomvolumes.data.VR;
import io.github.dicomvolumes.export.deidentify.ElementRules.Treatment;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of single values. */
class CleaningTest {

	// -- Dates --

	@ParameterizedTest
	@CsvSource({ "DA, 20200301, 20200228", "DA, 2020.03.01, 20200228", "DA, 20200101, 20191231",
		"DT, 20200301101112.123456+0100, 20200228101112.123456+0100", "DT, 20200301, 20200228",
		"TM, 101112.5, 101112.5", "TM, 10:11:12, 10:11:12", "TM, 10, 10" })
	void dayGoesBackTimeStays(final VR vr, final String old, final String shifted) {
		final int days = old.contains("0101,") || old.equals("20200101") ? 1 : 2;
		assertEquals(Optional.of(shifted), new DateShift(days).of(vr, old));
		assertEquals(Optional.of(old), new DateShift(0).of(vr, old));
	}

	@ParameterizedTest
	@CsvSource({ "DA, Doe", "DA, 20200231", "DA, 20201301", "DA, 2020", "DT, 2020", "DT, 202003", "DT, 20200301 Doe",
		"TM, Doe", "TM, 10111213" })
	void whatIsNoDayIsLost(final VR vr, final String old) {
		assertEquals(Optional.empty(), new DateShift(2).of(vr, old));
	}

	// -- Text --

	private static TextCleaner cleaner(final String name, final boolean removesDates) {
		final Set<String> words = new HashSet<>();
		new IdentifierCollector(words, Set.of()).add(Attributes.builder()
			.put(Tag.SPECIFIC_CHARACTER_SET, "ISO_IR 192")
			.put(Tag.PATIENT_NAME, name)
			.put(Tag.PATIENT_ID, "AB-123")
			.put(Dictionary.tag("PatientBirthDate"), "19700412")
			.build());
		return new TextCleaner(Identifiers.of(words), removesDates);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "Doe^Jane | scan of Jane DOE | scan of", //
		"Doe^Jane | doe_jane.dcm | _ .dcm", //
		"Doe^Jane | JANEDOE | REMOVED", //
		"Doe^Jane | Doelle Janet | Doelle Janet", //
		"Lee^A | Liver Lee lee leeward | Liver leeward", //
		"Schmidt^Jo | Goldschmidtstr. 3 | Goldstr. 3", //
		"Doe^Jane | no AB-123 of 12041970 | no of", //
		"Doe^Jane | ab-123456 | 456", //
		"Doe^Jane | 1.2.840.113619.2.5.19700412.3 of | of", //
		"Doe^Jane | version 1.2.3.4 | version 1.2.3.4", //
		"Grün^Zoë | gruen Zoe GRÜN | REMOVED", //
		"Abcde^X | ababcdecde | REMOVED", //
		"山田^太郎=ヤマダ^タロウ | 山田太郎様 | 様", //
		"山田^太郎=ヤマダ^タロウ | ﾔﾏﾀﾞさん | さん", //
		"김^민수 | 환자김민수님 | 환자님", //
		"MUELLERSCHOEN^X | Prof. Müllerschön | Prof.", //
		"Öztürkoglu^X | O\u0308ztu\u0308rkoglu Ozturkoglu | REMOVED", //
		"Sørensenæ^X | SORENSENAE | REMOVED", //
		"Ｑｕａｒｋｓｏｎ | of quarkson | of", //
		"Quarkson | Quark\u200bson Qu\u00adarkson | REMOVED", //
		"Quarkson^Lee | x\0Quark\0son\0Lee\0y | x\0y", //
		"Doe^Jane | straße ﬁne Å | straße ﬁne Å" })
	void textWithoutWhatIdentifies(final String name, final String text, final String left) {
		assertEquals(left.replace("_ .dcm", "_.dcm"), cleaner(name, true).clean(text, VR.LO));
	}

	@ParameterizedTest
	@ValueSource(strings = { "0012345678", "12345678", "0012 345 678", "0012-345-678", "00.12.34.56.78" })
	void numbersInOtherForms(final String form) {
		final Set<String> words = new HashSet<>();
		new IdentifierCollector(words, Set.of()).add(Attributes.builder().put(Tag.PATIENT_ID, "0012345678").build());
		assertEquals("of", new TextCleaner(Identifiers.of(words), true).clean("of " + form, VR.LO));
	}

	/** Some programs write names in the VR of other texts. */
	@ParameterizedTest
	@EnumSource(value = VR.class, names = { "LO", "SH", "LT", "UT", "PN" })
	void namesInAnotherVr(final VR vr) {
		final Set<String> words = new HashSet<>();
		new IdentifierCollector(words, Set.of())
			.add(Attributes.builder().put(Tag.PATIENT_NAME, vr, "Quarkson^Abe".getBytes()).build());
		assertEquals("of", new TextCleaner(Identifiers.of(words), true).clean("of Quarkson", VR.LO));
	}

	@ParameterizedTest
	@ValueSource(strings = { "20210304", "2021-03-04", "2021/3/4", "04.03.2021", "4.3.21", "3/14/2021",
		"20210304101112", "4 Mar 2021", "March 4, 2021", "4. März 2021", "2021年3月4日", "令和3年3月4日", "２０２１年３月４日",
		"2021년 3월 4일", "２０２１−０３−０４" })
	void datesInTextAreRemovedUnlessDatesStay(final String date) {
		assertEquals("scan of", cleaner("Doe", true).clean("scan of " + date, VR.LO));
		assertEquals("scan of " + date, cleaner("Doe", false).clean("scan of " + date, VR.LO));
	}

	@ParameterizedTest
	@ValueSource(strings = { "T1 3.5 mm", "1.5/2.5", "B31f", "TE 20.5 TR 2000", "syngo MR B17", "120 kV 200 mAs",
		"12345678", "512 x 512" })
	void numbersAreNoDates(final String text) {
		assertEquals(text, cleaner("Doe", true).clean(text, VR.LO));
	}

	@Test
	void bytesInEveryOrder() {
		final TextCleaner cleaner = cleaner("Qzxvwkj", true);
		for (final byte[] bytes : List.of("..qzxvWKJ.".getBytes(), "Qzxvwkj".getBytes(StandardCharsets.UTF_16LE),
			"Qzxvwkj".getBytes(StandardCharsets.UTF_16BE), "zQvxkw.j".getBytes(), "jkwvxzQ".getBytes()))
			assertFalse(cleaner.isClean(bytes));
		assertTrue(cleaner.isClean("Qzxvwk".getBytes()));
	}

	// -- The secret --

	@Test
	void uidsAndNamesFollowFromTheSecret(@TempDir final Path folder) throws IOException {
		final var file = Files.write(folder.resolve("secret"), new byte[16]);
		final Secret one = Secret.of(file), same = Secret.of(file), other = Secret.random();
		final PatientKey patient = new PatientKey("id\0" + "1");
		assertEquals(one.uid("1.2.3"), same.uid("1.2.3"));
		assertNotEquals(one.uid("1.2.3"), other.uid("1.2.3"));
		assertTrue(one.uid("1.2.3").matches("2\\.25\\.[1-9]\\d{30,38}"), one.uid("1.2.3"));
		assertEquals(one.pseudonym(patient), same.pseudonym(patient));
		assertTrue(one.pseudonym(patient).matches("P[0-9A-V]{16}"), one.pseudonym(patient));
		for (int i = 0; i < 1000; i++) {
			final int days = other.daysBack(new PatientKey("id\0" + i));
			assertTrue(days >= 1 && days <= 3650, "" + days);
		}
	}

	@Test
	void registeredUidsStay() {
		final Replacements replacements = new Replacements(Secret.random());
		for (final String uid : List.of("1.2.840.10008.5.1.4.1.1.2", "1.2.840.10008.1.2.1", "1.2.840.10008.1.4.1.1",
			"1.2.840.10008.5.1.4.1.1.66.7", "1.2.840.10008.6.1.308", ""))
			assertEquals(uid, replacements.uid(uid));
		assertNotEquals("1.2.840.10008.19700412", replacements.uid("1.2.840.10008.19700412"));
		assertFalse(Uids.isRegistered("1.2.840.10008.6.1.19700412"));
		assertEquals(1, replacements.uidCount());
	}

	// -- The profile --

	@Test
	void rowsOfTheProfile() {
		final var contentDate = ConfidentialityProfile.find(Tag.CONTENT_DATE).orElseThrow();
		assertEquals(Set.of(Action.EMPTY, Action.DUMMY), contentDate.actions());
		assertEquals(Set.of(Option.DATES), contentDate.retaining());
		assertEquals(Set.of(Action.REMOVE), ConfidentialityProfile.find(0x60024000).orElseThrow().actions());
		assertEquals(Set.of(Action.UID), ConfidentialityProfile.find(Tag.SOP_INSTANCE_UID).orElseThrow().actions());
		assertEquals(Optional.empty(), ConfidentialityProfile.find(Tag.ROWS));
		assertEquals(Optional.empty(), ConfidentialityProfile.find(0x00291010));
	}

	@ParameterizedTest
	@CsvSource({ "PatientName, EMPTY", "ContentDate, EMPTY", "SeriesDate, REMOVE", "SeriesDescription, REMOVE",
		"FrameOfReferenceUID, CLEAN", "ReferencedImageSequence, CLEAN", "Rows, CLEAN", "Manufacturer, CLEAN",
		"InstitutionName, REMOVE", "ReferencedStudySequence, REMOVE", "AcquisitionContextSequence, EMPTY",
		"ContentSequence, REMOVE", "RetrieveURL, REMOVE", "EncryptedAttributesSequence, REMOVE", "OverlayRows, REMOVE",
		"CurveData, REMOVE", "DigitalSignaturesSequence, REMOVE", "IconImageSequence, REMOVE", "RTPlanDate, EMPTY",
		"SegmentDescription, REMOVE", "SecondaryReviewerName, REMOVE", "StorageURL, REMOVE", "TextValue, DUMMY",
		"ROIName, EMPTY" })
	void treatmentInAPlainImage(final String keyword, final Treatment expected) {
		final int tag = Dictionary.tag(keyword);
		final Attributes image = Attributes.builder().put(Tag.SOP_CLASS_UID, "1.2.840.10008.5.1.4.1.1.2").build();
		assertEquals(expected, ElementRules.of(DateRule.REMOVE, Set.of(), image).of(tag, Dictionary.vr(tag), image));
	}

	/** They require it by their class, also where the functional groups are missing. */
	@ParameterizedTest
	@CsvSource({ "1.2.840.10008.5.1.4.1.1.4.1, DUMMY", "1.2.840.10008.5.1.4.1.1.66.1, DUMMY",
		"1.2.840.10008.5.1.4.1.1.9.1.1, DUMMY", "1.2.840.10008.5.1.4.1.1.4, EMPTY" })
	void dateOfContent(final String sopClass, final Treatment expected) {
		final Attributes object = Attributes.builder().put(Tag.SOP_CLASS_UID, sopClass).build();
		assertEquals(expected, ElementRules.of(DateRule.REMOVE, Set.of(), object).of(Tag.CONTENT_DATE, VR.DA, object));
	}

	/** What it is was not found out in reading. */
	@Test
	void unknownRepresentationIsRemoved() {
		final ElementRules rules = ElementRules.of(DateRule.KEEP, Set.of(Retained.values()), Attributes.EMPTY);
		assertEquals(Treatment.REMOVE, rules.of(Tag.ROWS, VR.UN, Attributes.EMPTY));
		assertEquals(Treatment.CLEAN, rules.of(Tag.ROWS, VR.US, Attributes.EMPTY));
	}

	@Test
	void safePrivateAttributes() {
		final Attributes holder = Attributes.builder()
			.put(0x20050010, VR.LO, "Philips MR Imaging DD 001 ".getBytes())
			.put(0x20050011, VR.LO, "SIEMENS CSA HEADER".getBytes())
			.build();
		assertTrue(SafePrivate.contains(holder, 0x2005100E, VR.FL));
		assertFalse(SafePrivate.contains(holder, 0x2005100E, VR.LO), "another VR is another element");
		assertFalse(SafePrivate.contains(holder, 0x2005110E, VR.FL), "another creator");
		assertFalse(SafePrivate.contains(holder, 0x2005120E, VR.FL), "no creator");
		assertFalse(SafePrivate.contains(holder, 0x2005100F, VR.FL));
	}
}
