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

import java.util.Arrays;
import java.util.List;

import io.github.dicomvolumes.data.Attributes;
import io.github.dicomvolumes.data.AttributesBuilder;
import io.github.dicomvolumes.data.Dictionary;
import io.github.dicomvolumes.data.Tag;

/**
 * Who was imaged, and in which study: the modules Patient, Clinical Trial Subject and Study, General Study and Patient
 * Study (PS3.3 C.7.1, C.7.2), which all objects of a study share.
 */
public final class StudyModules {

	/** There even if empty (type 2). */
	private static final List<Integer> ALWAYS = tags("PatientName", "PatientID", "PatientBirthDate", "PatientSex",
		"StudyDate", "StudyTime", "AccessionNumber", "ReferringPhysicianName", "StudyID");

	private static final List<Integer> PATIENT = tags("IssuerOfPatientID", "IssuerOfPatientIDQualifiersSequence",
		"TypeOfPatientID", "OtherPatientIDs", "OtherPatientIDsSequence", "OtherPatientNames", "PatientBirthTime",
		"EthnicGroup", "PatientComments", "PatientSpeciesDescription", "PatientSpeciesCodeSequence",
		"PatientBreedDescription", "PatientBreedCodeSequence", "BreedRegistrationSequence", "ResponsiblePerson",
		"ResponsiblePersonRole", "ResponsibleOrganization", "PatientIdentityRemoved", "DeidentificationMethod",
		"DeidentificationMethodCodeSequence", "LongitudinalTemporalInformationModified");

	private static final List<Integer> TRIAL = tags("ClinicalTrialSponsorName", "ClinicalTrialProtocolID",
		"ClinicalTrialProtocolName", "ClinicalTrialSiteID", "ClinicalTrialSiteName", "ClinicalTrialSubjectID",
		"ClinicalTrialSubjectReadingID", "ClinicalTrialTimePointID", "ClinicalTrialTimePointDescription");

	private static final List<Integer> STUDY = tags("TimezoneOffsetFromUTC", "StudyInstanceUID",
		"IssuerOfAccessionNumberSequence", "StudyDescription", "PhysiciansOfRecord", "NameOfPhysiciansReadingStudy",
		"RequestingService", "ProcedureCodeSequence", "AdmittingDiagnosesDescription", "PatientAge", "PatientSize",
		"PatientWeight", "PatientSizeCodeSequence", "SmokingStatus", "PregnancyStatus", "PatientSexNeutered",
		"AdditionalPatientHistory", "Occupation");

	private StudyModules() {}

	/** Puts what a source says, and its character set before. */
	public static void copy(final Attributes source, final AttributesBuilder object) {
		Copying.copy(source, List.of(Tag.SPECIFIC_CHARACTER_SET), object);
		Copying.copy(source, ALWAYS, object);
		for (final List<Integer> module : List.of(PATIENT, TRIAL, STUDY))
			Copying.copy(source, module, object);
		putEmpty(object);
	}

	/**
	 * Puts a new study of a patient.
	 *
	 * @param study its UID
	 */
	public static void create(final NewPatient patient, final String study, final AttributesBuilder object) {
		object.put(Tag.SPECIFIC_CHARACTER_SET, Copying.UTF8)
			.put(Tag.PATIENT_NAME, patient.name())
			.put(Tag.PATIENT_ID, patient.id())
			.put(Tag.STUDY_INSTANCE_UID, study);
		putEmpty(object);
	}

	/** Without effect where an attribute is there. */
	private static void putEmpty(final AttributesBuilder object) {
		ALWAYS.forEach(tag -> object.put(tag, Dictionary.vr(tag), new byte[0]));
	}

	private static List<Integer> tags(final String... keywords) {
		return Arrays.stream(keywords).map(Dictionary::tag).toList();
	}
}
