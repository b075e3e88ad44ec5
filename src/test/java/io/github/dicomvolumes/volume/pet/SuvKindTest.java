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

package io.github.dicomvolumes.volume.pet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.github.dicomvolumes.DicomVolumes;
import io.github.dicomvolumes.SyntheticSeries;
import io.github.dicomvolumes.data.Attributes;
import io.github.dicomvolumes.data.AttributesBuilder;
import io.github.dicomvolumes.data.DicomException;
import io.github.dicomvolumes.data.Dictionary;
import io.github.dicomvolumes.data.Tag;
import io.github.dicomvolumes.volume.DicomVolume;

/** R58: SUV beyond body weight, and of Siemens, whose Series Time is that of the last processing. */
class SuvKindTest {

	/** 370 MBq of F-18, an hour before the scan: what is left, in Bq. */
	private static final double LEFT = 370e6 * Math.pow(2, -3600.0 / 6586);

	@TempDir
	Path folder;

	// -- Kinds --

	/** A man and a woman of 70 kg and 1.75 m; the masses calculated by hand, in g, and the surface, in cm2. */
	@ParameterizedTest
	@CsvSource({ //
		"SUVbw, M, 70000, g/ml", //
		"SUVlbm, M, 56520, g/ml", // 1.1 * 70 - 128 * 0.4^2
		"SUVlbm, F, 51220, g/ml", // 1.07 * 70 - 148 * 0.4^2
		"SUVlbm-J, M, 55857.11, g/ml", // 9270 * 70 / (6680 + 216 * 22.857)
		"SUVlbm-J, F, 45197.01, g/ml", // 9270 * 70 / (8780 + 244 * 22.857)
		"SUVbsa, O, 18481.43, cm2/ml" }) // 10000 * 0.007184 * 70^0.425 * 175^0.725
	void kinds(final String label, final String sex, final double numerator, final String unit) throws DicomException {
		final SuvKind kind = kind(label);
		final SuvFactor factor = SuvFactor.of(pet(70, "1.75", sex).build(), kind);
		assertEquals(kind, factor.kind());
		assertEquals(numerator / LEFT, factor.value(), 1e-6 * factor.value());
		assertEquals(unit, kind.unit());
	}

	@Test
	void formulasAreInTheDerivation() throws DicomException {
		final Attributes pet = pet(70, "1.75", "M").build();
		final String weight = "; SUVbw: 70.0 kg * 1000 / (3.7E8 Bq * 2^(-3600.0 s / 6586.0 s)); " +
			"injection 2020-01-01T11:00 (Start Time, on the day of the scan), scan 2020-01-01T12:00";
		assertEquals("SUVlbm = SUVbw * 56.52 kg / 70.0 kg, lean body mass of James 1.1 * 70.0 - 128 * " +
			"(70.0 / 175)^2 kg" + weight, SuvFactor.of(pet, SuvKind.LEAN_BODY_MASS).derivation());
		assertEquals(
			"SUVlbm-J = SUVbw * 55.8571 kg / 70.0 kg, lean body mass of Janmahasatian 9270 * 70.0 / " +
				"(6680 + 216 * 70.0 / 1.75^2) kg" + weight,
			SuvFactor.of(pet, SuvKind.LEAN_BODY_MASS_JANMAHASATIAN).derivation());
		assertEquals("SUVbsa = SUVbw * 10000 * 1.84814 m2 / (1000 * 70.0 kg), body surface area of Du Bois " +
			"0.007184 * 70.0^0.425 * 175^0.725 m2" + weight, SuvFactor.of(pet, SuvKind.BODY_SURFACE).derivation());
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { //
		"SUVlbm | 70 | 1.75 | O | (0010,0040) Patient's Sex is O; it must be M or F", //
		"SUVlbm-J | 70 | 1.75 | '' | (0010,0040) Patient's Sex is missing", //
		"SUVlbm | 70 | '' | M | (0010,1020) Patient's Size is missing", //
		"SUVbsa | 70 | 0 | M | (0010,1020) Patient's Size is 0; it must be a positive number, in m", //
		"SUVbsa | 70 | 175 | M | no patient is taller than 3 m, perhaps it is in cm", //
		"SUVlbm | 250 | 1.6 | M | (250.0 / 160)^2 kg = -37.5 kg; use SUVlbm-J", //
		"SUVbsa | 70000 | 1.75 | M | (0010,1030) Patient's Weight is 70000", //
		"SUVbw | 70000 | 1.75 | M | no patient weighs more than 700 kg, perhaps it is in g: correct the files" })
	void whatIsMissingOrImpossibleIsNamed(final String label, final double weight, final String height,
		final String sex, final String reason)
	{
		final Attributes pet = pet(weight, height, sex).build();
		final String message = assertThrows(DicomException.class, () -> SuvFactor.of(pet, kind(label))).getMessage();
		assertTrue(message.contains(reason), message);
	}

	/** Size and sex do not count for the body weight. */
	@Test
	void bodyWeightNeedsTheWeightOnly() throws DicomException {
		assertEquals(70_000 / LEFT, SuvFactor.of(pet(70, "", "").build()).value(), 1e-12);
	}

	@Test
	void filesThatAreSuvAreTakenOrConverted() throws DicomException {
		final int type = Dictionary.tag("SUVType");
		final Attributes weight = with(Tag.UNITS, "GML").build();
		assertEquals(56.52 / 70, SuvFactor.of(weight, SuvKind.LEAN_BODY_MASS).value(), 1e-12);
		final Attributes lean = with(Tag.UNITS, "GML").put(type, "LBMJANMA").build();
		assertEquals(1, SuvFactor.of(lean, SuvKind.LEAN_BODY_MASS_JANMAHASATIAN).value());
		assertTrue(assertThrows(DicomException.class, () -> SuvFactor.of(lean, SuvKind.LEAN_BODY_MASS)).getMessage()
			.contains("SUV Type is LBMJANMA; these values are SUVlbm-J, from which SUVlbm is not calculated"));
		final Attributes surface = with(Tag.UNITS, "CM2ML").build();
		assertEquals(1, SuvFactor.of(surface, SuvKind.BODY_SURFACE).value());
	}

	@Test
	void volumeHasUnitAndNameOfTheKind() throws IOException {
		series("120000", "120000").write(folder);
		final DicomVolume pet = DicomVolumes.open(folder);
		final DicomVolume suv = SuvFactor.of(pet, SuvKind.BODY_SURFACE).applyTo(pet);
		assertEquals("pet [SUVbsa] cm2/ml", suv.name() + " " + suv.unit());
		assertEquals(4023 * 18481.43 / LEFT, suv.values().getAt(3, 2, 4).get(), 1e-6);
	}

	// -- Siemens --

	/** Two beds, the first from 12:00, processed at 15:00: the decay was corrected to 12:00. */
	@Test
	void theEarliestAcquisitionCountsIfTheSeriesWasMadeLater() throws IOException {
		series("150000", "120000", "120000", "120300", "120300", "120300").write(folder);
		final SuvFactor factor = SuvFactor.of(DicomVolumes.open(folder));
		assertEquals(70_000 / LEFT, factor.value(), 1e-12);
		assertTrue(factor.derivation()
			.endsWith("scan 2020-01-01T12:00 (the earliest acquisition of 5 images, " +
				"as the Series Time 2020-01-01T15:00 is after it)"),
			factor.derivation());
	}

	/** The Series Time lies between the beds: still one factor for all. */
	@Test
	void aSeriesTimeBetweenTheBeds() throws IOException {
		series("120100", "120000", "120000", "120300", "120300", "120300").write(folder);
		assertEquals(70_000 / LEFT, SuvFactor.of(DicomVolumes.open(folder)).value(), 1e-12);
	}

	/**
	 * The average count rate of 180 s is after 89.86 s: with 90 s the decay was corrected to the begin of the first.
	 */
	@ParameterizedTest
	@CsvSource({ "90000, ''", "89858, ''", "0, ''", //
		"270000, so the decay was corrected to 2020-01-01T11:56:59.85" })
	void filesOfTheFirstBedAreMissing(final String reference, final String reason) throws IOException {
		series("150000", "120000").with(Dictionary.tag("FrameReferenceTime"), reference)
			.with(Dictionary.tag("ActualFrameDuration"), "180000")
			.write(folder);
		final DicomVolume pet = DicomVolumes.open(folder);
		if (reason.isEmpty()) assertEquals(70_000 / LEFT, SuvFactor.of(pet).value(), 1e-12);
		else {
			final String message = assertThrows(DicomException.class, () -> SuvFactor.of(pet)).getMessage();
			assertTrue(message.contains(reason) && message.contains("(0054,1300) Frame Reference Time is 270000"),
				message);
		}
	}

	private static SyntheticSeries series(final String seriesTime, final String... acquisitions) {
		return new SyntheticSeries("pet").modality("PT")
			.each((k, a) -> a.put(Dictionary.tag("SeriesTime"), seriesTime)
				.put(Tag.ACQUISITION_TIME, acquisitions[Math.min(k, acquisitions.length - 1)])
				.putAll(pet(70, "1.75", "M").build()));
	}

	private static AttributesBuilder with(final int tag, final String value) {
		return Attributes.builder().put(tag, value).putAll(pet(70, "1.75", "M").build());
	}

	private static AttributesBuilder pet(final double weight, final String height, final String sex) {
		return Attributes.builder()
			.put(Tag.UNITS, "BQML")
			.put(Dictionary.tag("CorrectedImage"), "NORM", "ATTN", "SCAT", "DECY")
			.put(Dictionary.tag("DecayCorrection"), "START")
			.put(Dictionary.tag("PatientWeight"), weight)
			.put(Dictionary.tag("PatientSize"), height)
			.put(Dictionary.tag("PatientSex"), sex)
			.put(Dictionary.tag("SeriesDate"), "20200101")
			.put(Dictionary.tag("SeriesTime"), "120000")
			.put(Dictionary.tag("AcquisitionDate"), "20200101")
			.put(Tag.ACQUISITION_TIME, "120000")
			.put(Dictionary.tag("RadiopharmaceuticalInformationSequence"),
				List.of(Attributes.builder()
					.put(Dictionary.tag("RadionuclideTotalDose"), "370000000")
					.put(Dictionary.tag("RadionuclideHalfLife"), "6586")
					.put(Dictionary.tag("RadiopharmaceuticalStartTime"), "110000")
					.build()));
	}

	private static SuvKind kind(final String label) {
		return Stream.of(SuvKind.values()).filter(kind -> kind.label().equals(label)).findFirst().orElseThrow();
	}
}
