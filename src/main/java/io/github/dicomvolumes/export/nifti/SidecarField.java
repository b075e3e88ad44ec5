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

package io.github.dicomvolumes.export.nifti;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import io.github.dicomvolumes.data.Attributes;
import io.github.dicomvolumes.data.Dictionary;
import io.github.dicomvolumes.data.Element;
import io.github.dicomvolumes.data.Disclosure;

/**
 * A field of BIDS' sidecar files and the attributes that it is from, of which the first that is there counts.
 *
 * @param name as BIDS has it, or else as dcm2niix, from which BIDS took most
 */
record SidecarField(String name, Kind kind, int... tags) {

	/** What values are. */
	enum Kind {
		/** Text, a list if there are several. */
		TEXT,
		/** One text whatever there is. */
		LINE, NUMBER,
		/** Numbers in ms, written in s. */
		MILLISECONDS
	}

	static final List<SidecarField> ALL = List.of(text("Modality"), text("Manufacturer"),
		text("ManufacturersModelName", "ManufacturerModelName"), line("SoftwareVersions"), text("DeviceSerialNumber"),
		text("StationName"), text("InstitutionName"), number("MagneticFieldStrength"), text("PatientName"),
		text("PatientID"), text("PatientBirthDate"), text("PatientSex"), number("PatientWeight"), text("StudyID"),
		text("StudyInstanceUID"), text("SeriesInstanceUID"), text("AcquisitionDateTime"), text("AcquisitionTime"),
		text("SeriesDescription"), text("ProtocolName"), number("SeriesNumber"), text("ImageType"),
		text("BodyPartExamined"), text("PatientPosition"), text("MRAcquisitionType"), text("ScanningSequence"),
		text("SequenceVariant"), text("ScanOptions"), text("SequenceName", "SequenceName", "PulseSequenceName"),
		seconds("EchoTime", "EchoTime", "EffectiveEchoTime"), number("EchoNumber", "EchoNumbers"),
		seconds("RepetitionTime"), seconds("InversionTime", "InversionTime", "InversionTimes"), number("FlipAngle"),
		number("EchoTrainLength"), number("NumberOfAverages"), number("ImagingFrequency"), number("PixelBandwidth"),
		number("PercentPhaseFOV", "PercentPhaseFieldOfView"), number("PercentSampling"), number("DiffusionBValue"),
		text("InPlanePhaseEncodingDirectionDICOM", "InPlanePhaseEncodingDirection"), text("ReceiveCoilName"),
		number("KVP"), number("XRayTubeCurrent"), seconds("ExposureTime"), text("ConvolutionKernel"),
		number("SliceThickness"), number("SpacingBetweenSlices"),
		number("ImageOrientationPatientDICOM", "ImageOrientationPatient"),
		text("AttenuationCorrection", "AttenuationCorrectionMethod"), text("ScatterCorrectionMethod"),
		text("ReconMethodName", "ReconstructionMethod"), text("DecayCorrection"));

	private static SidecarField text(final String name, final String... keywords) {
		return new SidecarField(name, Kind.TEXT, tags(name, keywords));
	}

	private static SidecarField line(final String name) {
		return new SidecarField(name, Kind.LINE, tags(name));
	}

	private static SidecarField number(final String name, final String... keywords) {
		return new SidecarField(name, Kind.NUMBER, tags(name, keywords));
	}

	private static SidecarField seconds(final String name, final String... keywords) {
		return new SidecarField(name, Kind.MILLISECONDS, tags(name, keywords));
	}

	private static int[] tags(final String name, final String... keywords) {
		return keywords.length == 0 ? new int[] { Dictionary.tag(name) }
			: Arrays.stream(keywords).mapToInt(Dictionary::tag).toArray();
	}

	/** The value, a list if it has several; empty if there is none, or if it is hidden. */
	Optional<Object> value(final Attributes attributes, final Disclosure disclosure) {
		return Arrays.stream(tags)
			.filter(tag -> !disclosure.hides(tag))
			.mapToObj(tag -> values(attributes, tag))
			.filter(values -> !values.isEmpty())
			.findFirst()
			.map(values -> values.size() == 1 ? values.get(0) : values);
	}

	private List<?> values(final Attributes attributes, final int tag) {
		return switch (kind) {
			case TEXT -> texts(attributes, tag);
			case LINE -> attributes.optional(tag).filter(e -> !e.isEmpty()).map(Element::text).stream().toList();
			case NUMBER, MILLISECONDS -> numbers(attributes, tag);
		};
	}

	private static List<?> texts(final Attributes attributes, final int tag) {
		final List<String> texts = attributes.strings(tag).stream().map(String::strip).toList();
		return texts.stream().allMatch(String::isEmpty) ? List.of() : texts;
	}

	/** None if one of them is no number, as then places would shift. */
	private List<?> numbers(final Attributes attributes, final int tag) {
		final double[] numbers = attributes.doubles(tag);
		if (!Arrays.stream(numbers).allMatch(Double::isFinite)) return List.of();
		return Arrays.stream(numbers).map(this::converted).boxed().toList();
	}

	/** Divided rather than multiplied, which is exact: 4 ms are 0.004 s. */
	private double converted(final double number) {
		return kind == Kind.MILLISECONDS ? number / 1000 : number;
	}
}
