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

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.github.dicomvolumes.DicomVolumes;
import io.github.dicomvolumes.SyntheticObjects;
import io.github.dicomvolumes.SyntheticSeries;
import io.github.dicomvolumes.data.Attributes;
import io.github.dicomvolumes.data.DicomException;
import io.github.dicomvolumes.data.Dictionary;
import io.github.dicomvolumes.data.Element;
import io.github.dicomvolumes.data.Tag;
import io.github.dicomvolumes.data.VR;
import io.github.dicomvolumes.pixels.DisplayRange;
import io.github.dicomvolumes.volume.DicomVolume;

/** R46: the factor for SUV by body weight, and the reasons why there is none. */
class SuvFactorTest {

	/** 70 kg, 370 MBq of F-18, injected at 11:00, scanned at 12:00: 70000 / (370e6 * 2^(-3600/6586)). */
	private static final double EXPECTED = 2.76339861e-4;

	private static final double UNDECAYED = 70_000 / 370e6;

	@TempDir
	Path folder;

	@Test
	void weightDoseAndDecay() throws DicomException {
		final SuvFactor factor = SuvFactor.of(pet());
		assertEquals(EXPECTED, factor.value(), 5e-13);
		assertEquals(
			"70.0 kg * 1000 / (3.7E8 Bq * 2^(-3600.0 s / 6586.0 s)); " +
				"injection 2020-01-01T11:00 (Start Time, on the day of the scan), scan 2020-01-01T12:00",
			factor.derivation());
	}

	@ParameterizedTest
	@ValueSource(strings = { "PatientWeight", "SeriesTime", "SeriesDate", "CorrectedImage", "DecayCorrection", "Units",
		"RadiopharmaceuticalInformationSequence" })
	void nothingWithoutIt(final String keyword) {
		assertReason(without(pet(), keyword), Tag.format(Dictionary.tag(keyword)));
	}

	@ParameterizedTest
	@ValueSource(strings = { "RadionuclideTotalDose", "RadionuclideHalfLife", "RadiopharmaceuticalStartTime" })
	void nothingWithoutItInTheInjection(final String keyword) {
		assertReason(pet(without(injection(), keyword)), Tag.format(Dictionary.tag(keyword)));
	}

	@ParameterizedTest
	@CsvSource({ "CorrectedImage, ATTN\\SCAT, it must have ATTN and DECY", //
		"CorrectedImage, DECY, it must have ATTN and DECY", //
		"DecayCorrection, NONE, it must be START or ADMIN", //
		"Units, PROPCPS, Units is PROPCPS", //
		"Units, CNTS, (7053)", //
		"PatientWeight, 0, (0010)", //
		"PatientWeight, -70, positive", //
		"PatientWeight, heavy, positive", //
		"SeriesTime, noon, it must be a time" })
	void nothingWithOtherValues(final String keyword, final String value, final String reason) {
		assertReason(changed(pet(), keyword, value), reason.replaceAll("[()]", ""));
	}

	@Test
	void decayToTheAdministrationNeedsNoTimes() throws DicomException {
		final Attributes pet = without(changed(pet(), "DecayCorrection", "ADMIN"), "SeriesTime");
		assertEquals(UNDECAYED, SuvFactor.of(pet).value(), 1e-15);
	}

	@Test
	void doseInMegabecquerelIsNotGuessed() {
		assertReason(pet(changed(injection(), "RadionuclideTotalDose", "370")), "perhaps it is in MBq");
	}

	// -- Times --

	@Test
	void startDateTimeCountsMoreThanStartTime() throws DicomException {
		assertEquals(EXPECTED, SuvFactor.of(pet(changed(changed(injection(), "RadiopharmaceuticalStartTime", "030000"),
			"RadiopharmaceuticalStartDateTime", "20200101110000.00"))).value(), 5e-13);
	}

	@Test
	void offsetFromUtcIsCalculated() throws DicomException {
		final Attributes injected = changed(injection(), "RadiopharmaceuticalStartDateTime", "20200101100000+0000");
		assertEquals(EXPECTED, SuvFactor.of(changed(pet(injected), "TimezoneOffsetFromUTC", "+0100")).value(), 5e-13);
	}

	@Test
	void overMidnight() throws DicomException {
		final Attributes late = changed(
			changed(pet(changed(injection(), "RadiopharmaceuticalStartTime", "233000")), "SeriesTime", "003000"),
			"AcquisitionTime", "003000");
		final SuvFactor factor = SuvFactor.of(late);
		assertEquals(EXPECTED, factor.value(), 5e-13);
		assertTrue(factor.derivation().contains("injection 2019-12-31T23:30 (Start Time, on the day before the scan)"),
			factor.derivation());
	}

	@Test
	void injectionAfterTheScan() {
		assertReason(pet(changed(injection(), "RadiopharmaceuticalStartTime", "130000")), "must not be after the scan");
		assertReason(pet(changed(injection(), "RadiopharmaceuticalStartDateTime", "20200102000000")),
			"must not be after the scan");
	}

	@Test
	void injectionLongAgo() {
		assertReason(pet(changed(injection(), "RadiopharmaceuticalStartDateTime", "20191201110000")), "10 half-lives");
	}

	@Test
	void seriesMadeAfterTheAcquisition() throws DicomException {
		final Attributes later = changed(pet(), "SeriesTime", "150000");
		assertReason(later, "after the acquisition at 2020-01-01T12:00");
		assertEquals(EXPECTED,
			SuvFactor.of(put(later, 0x00090010, VR.LO, "GEMS_PETD_01", 0x0009100D, VR.DT, "20200101120000.00")).value(),
			5e-13);
		assertReason(put(later, 0x00090010, VR.LO, "SOMEBODY ELSE", 0x0009100D, VR.DT, "20200101120000.00"),
			"after the acquisition");
	}

	@Test
	void withoutAcquisitionTimeItIsSaid() throws DicomException {
		final SuvFactor factor = SuvFactor.of(without(pet(), "AcquisitionTime"));
		assertEquals(EXPECTED, factor.value(), 5e-13);
		assertTrue(factor.derivation().contains("no Acquisition Time"), factor.derivation());
	}

	// -- Other units --

	@Test
	void gramPerMillilitreIsSuvAlready() throws DicomException {
		final Attributes suv = changed(pet(), "Units", "GML");
		assertEquals(1, SuvFactor.of(suv).value());
		assertEquals(1, SuvFactor.of(changed(suv, "SUVType", "BW")).value());
		assertReason(changed(suv, "SUVType", "LBM"), "LBM");
	}

	@Test
	void countsOfPhilips() throws DicomException {
		final Attributes counts = changed(pet(), "Units", "CNTS");
		assertEquals(0.000551, SuvFactor.of(philips(counts, "0.000551", "1.9")).value());
		assertEquals(2 * EXPECTED, SuvFactor.of(philips(counts, "0", "2")).value(), 1e-12);
		assertReason(philips(counts, "0", "0"), "have no value here");
		assertReason(put(counts, 0x70530010, VR.LO, "SOMEBODY ELSE", 0x70531000, VR.DS, "0.000551"),
			"have no value here");
	}

	private static Attributes philips(final Attributes pet, final String suv, final String activity) {
		return put(put(pet, 0x70530010, VR.LO, "Philips PET Private Group", 0x70531000, VR.DS, suv), 0x70530010, VR.LO,
			"Philips PET Private Group", 0x70531009, VR.DS, activity);
	}

	// -- Volumes --

	@Test
	void volumeKeepsStoredValuesAndGeometry() throws IOException {
		series().rescale(k -> 0.5 * (k + 1), 0)
			.with(Tag.WINDOW_CENTER, 5000)
			.with(Tag.WINDOW_WIDTH, 10_000)
			.write(folder);
		final DicomVolume pet = DicomVolumes.open(folder);
		final SuvFactor factor = SuvFactor.of(pet);
		final DicomVolume suv = factor.applyTo(pet);
		assertEquals("pet [SUVbw]", suv.name());
		assertEquals("g/ml", suv.unit());
		assertEquals(EXPECTED * 2.5 * 4023, suv.values().getAt(3, 2, 4).get(), 1e-6);
		assertEquals(4023, suv.stored().getAt(3, 2, 4).getRealDouble());
		assertEquals(pet.geometry(), suv.geometry());
		assertTrue(suv.report().note().endsWith("SUVbw = " + factor.value() + " * values in Bq/ml"),
			suv.report().note());
		assertEquals(9999, pet.displayRange().high(), 1);
		assertEquals(EXPECTED * 2.5 * 4125, suv.rangeOfValues().orElseThrow().high(), 1e-3);
		assertEquals(new DisplayRange(0, 5), suv.displayRange(), "the window of the files is in Bq/ml");
		assertEquals(2.5 * 4023, pet.values().getAt(3, 2, 4).get(), "the PET itself stays as it is");
	}

	@Test
	void suvHasNoSuv() throws IOException {
		series().write(folder);
		final DicomVolume pet = DicomVolumes.open(folder);
		final DicomVolume suv = SuvFactor.of(pet).applyTo(pet);
		final String message = assertThrows(DicomException.class, () -> SuvFactor.of(suv)).getMessage();
		assertEquals("pet [SUVbw] is in g/ml, its files are in Bq/ml; SUV is calculated from the values of the files.",
			message);
	}

	@Test
	void otherPixelsAreOnTheSameScale() throws IOException {
		series().with(Tag.WINDOW_CENTER, 5000).with(Tag.WINDOW_WIDTH, 10_000).write(folder);
		final DicomVolume pet = DicomVolumes.open(folder);
		final DicomVolume suv = SuvFactor.of(pet).applyTo(pet);
		final Object[] planes = new Object[5];
		for (int z = 0; z < 5; z++)
			planes[z] = suv.plane(4 - z, 0, 0);
		assertEquals(EXPECTED * 23, suv.withPlanes(planes).values().getAt(3, 2, 4).get(), 1e-6);
		assertTrue(suv.withPlanes(planes).windows().isEmpty(), "the window is in Bq/ml");
	}

	@Test
	void everyTimeOfADynamicPet() throws IOException {
		series().slices(12)
			.positions(k -> new double[] { -10, -20, 30 + 3 * (k % 4) })
			.each((k, a) -> a.put(Tag.TEMPORAL_POSITION_IDENTIFIER, k / 4 + 1))
			.values((k, r, c) -> 100 * k + c)
			.write(folder);
		final DicomVolume pet = DicomVolumes.open(folder);
		assertEquals(3, pet.dimensions()[4]);
		final DicomVolume suv = SuvFactor.of(pet).applyTo(pet);
		for (int t = 0; t < 3; t++)
			for (int z = 0; z < 4; z++)
				assertEquals(EXPECTED * (100 * (4 * t + z) + 5), suv.values().getAt(5, 0, z, 0, t).get(), 1e-6);
	}

	@Test
	void frameThatDiffersIsNamed() throws IOException {
		series().slice(2, a -> a.put(Dictionary.tag("PatientWeight"), 80)).write(folder);
		final DicomVolume pet = DicomVolumes.open(folder);
		final String message = assertThrows(DicomException.class, () -> SuvFactor.of(pet)).getMessage();
		assertTrue(message.contains("IM003") && message.contains("one for the whole volume"), message);
	}

	@Test
	void ctHasNoSuv() throws IOException {
		new SyntheticSeries().write(folder);
		final DicomVolume ct = DicomVolumes.open(folder);
		assertTrue(assertThrows(DicomException.class, () -> SuvFactor.of(ct)).getMessage()
			.contains("(0054,1001) Units is missing"));
	}

	// -- Enhanced PET --

	@Test
	void enhancedPetIsMappedToActivity() throws IOException {
		enhanced(mapping("Bq/ml", 0.5, 0)).write(folder);
		final DicomVolume pet = DicomVolumes.open(folder);
		assertEquals("Bq/ml", pet.unit());
		assertEquals(0.5 * 2023, pet.values().getAt(3, 2, 2).get());
		final SuvFactor factor = SuvFactor.of(pet);
		assertEquals(EXPECTED, factor.value(), 5e-13);
		assertEquals("70.0 kg * 1000 / (3.7E8 Bq * 2^(-3600.0 s / 6586.0 s)); injection 2020-01-01T11:00, " +
			"decay corrected to 2020-01-01T12:00", factor.derivation());
		assertEquals(EXPECTED * 0.5 * 2023, factor.applyTo(pet).values().getAt(3, 2, 2).get(), 1e-6);
	}

	/** The slope of the Modality LUT is used for values, the mapping counts for SUV. */
	@Test
	void activityBesideAnotherSlope() throws IOException {
		enhanced(mapping("Bq/ml", 6, 0)).rescale(2, 0).write(folder);
		final DicomVolume pet = DicomVolumes.open(folder);
		assertEquals(2 * 2023, pet.values().getAt(3, 2, 2).get());
		assertEquals(3 * EXPECTED, SuvFactor.of(pet).value(), 1e-12);
	}

	@Test
	void enhancedPetThatIsSuvAlready() throws IOException {
		enhanced(mapping("{SUVbw}g/ml", 0.001, 0)).write(folder);
		final DicomVolume pet = DicomVolumes.open(folder);
		final SuvFactor factor = SuvFactor.of(pet);
		assertEquals(1, factor.value());
		assertEquals("the values are SUVbw already, in {SUVbw}g/ml", factor.derivation());
		assertEquals(2.023, factor.applyTo(pet).values().getAt(3, 2, 2).get(), 1e-6);
	}

	@Test
	void aSecondMappingToSuvIsTaken() throws IOException {
		enhanced(mapping("Bq/ml", 0.5, 0), mapping("g/ml{SUVbw}", 0.001, 0)).write(folder);
		final DicomVolume pet = DicomVolumes.open(folder);
		assertEquals("Bq/ml", pet.unit());
		assertEquals(0.002, SuvFactor.of(pet).value(), 1e-15);
		assertTrue(SuvFactor.of(pet).derivation().startsWith("values * 0.002 by (0040,9096)"));
	}

	@Test
	void mappingsThatGiveNoSuv() throws IOException {
		assertReasonOfVolume(enhanced(mapping("{counts}", 1, 0)),
			"has the units {counts}; {SUVbw}g/ml or Bq/ml is needed");
		assertReasonOfVolume(enhanced(mapping("{SUVlbm}g/ml", 1, 0)),
			"has the units {SUVlbm}g/ml; {SUVbw}g/ml or Bq/ml is");
		assertReasonOfVolume(enhanced(mapping("g/ml", 1, 0)).with(Dictionary.tag("SUVType"), "LBM"),
			"LBM; these values are");
		assertReasonOfVolume(enhanced(mapping("Bq/ml", 6, 7)).rescale(2, 0), "one must be a multiple of the other");
	}

	@ParameterizedTest
	@CsvSource({ "DecayCorrected, NO, it must be YES", "AttenuationCorrected, NO, it must be YES",
		"DecayCorrectionDateTime, 20200101, it must be a date with a time",
		"DecayCorrectionDateTime, 20200101100000, it must not be after", "PatientWeight, 0, in kg" })
	void whatEnhancedPetNeeds(final String keyword, final String value, final String reason) throws IOException {
		assertReasonOfVolume(enhanced(mapping("Bq/ml", 1, 0)).with(Dictionary.tag(keyword), value), reason);
	}

	@Test
	void theDoseOfEnhancedPetIsInMegabecquerel() throws IOException {
		assertReasonOfVolume(enhanced("370000000", mapping("Bq/ml", 1, 0)), "must be in MBq (PS3.3 C.8.22.4)");
	}

	/** Classic attributes that a converter put into a functional group, and the injection with them. */
	@Test
	void legacyConverted() throws IOException {
		SyntheticObjects
			.enhanced("legacy", 3,
				Attributes.builder()
					.putAll(SyntheticObjects.sharedAxial())
					.put(Dictionary.tag("UnassignedSharedConvertedAttributesSequence"), List.of(pet()))
					.build(),
				k -> SyntheticObjects.frameAt(0, 0, 3 * k, Attributes.EMPTY))
			.modality("PT")
			.write(folder);
		assertEquals(EXPECTED, SuvFactor.of(DicomVolumes.open(folder)).value(), 5e-13);
	}

	private void assertReasonOfVolume(final SyntheticSeries series, final String part) throws IOException {
		series.write(folder);
		final DicomVolume pet = DicomVolumes.open(folder);
		final String message = assertThrows(DicomException.class, () -> SuvFactor.of(pet)).getMessage();
		assertTrue(message.contains(part), message);
	}

	private static SyntheticSeries enhanced(final Attributes... mappings) {
		return enhanced("370", mappings);
	}

	private static SyntheticSeries enhanced(final String dose, final Attributes... mappings) {
		final Attributes shared = Attributes.builder()
			.putAll(SyntheticObjects.sharedAxial())
			.put(Tag.REAL_WORLD_VALUE_MAPPING_SEQUENCE, List.of(mappings))
			.build();
		final Attributes injection = Attributes.builder()
			.put(Dictionary.tag("RadionuclideTotalDose"), dose)
			.put(Dictionary.tag("RadionuclideHalfLife"), "6586")
			.put(Dictionary.tag("RadiopharmaceuticalStartDateTime"), "20200101110000")
			.build();
		return SyntheticObjects
			.enhanced("enhanced", 3, shared, k -> SyntheticObjects.frameAt(0, 0, 3 * k, Attributes.EMPTY))
			.modality("PT")
			.rescale(1, 0)
			.with(Tag.RESCALE_TYPE, "US")
			.with(Dictionary.tag("DecayCorrected"), "YES")
			.with(Dictionary.tag("AttenuationCorrected"), "YES")
			.with(Dictionary.tag("DecayCorrectionDateTime"), "20200101120000")
			.with(Dictionary.tag("PatientWeight"), "70")
			.with(Dictionary.tag("RadiopharmaceuticalInformationSequence"), injection);
	}

	private static Attributes mapping(final String unit, final double slope, final double intercept) {
		return Attributes.builder()
			.put(Tag.MEASUREMENT_UNITS_CODE_SEQUENCE, List.of(Attributes.builder().put(Tag.CODE_VALUE, unit).build()))
			.put(Tag.REAL_WORLD_VALUE_INTERCEPT, VR.FD, intercept)
			.put(Tag.REAL_WORLD_VALUE_SLOPE, VR.FD, slope)
			.build();
	}

	// -- Helpers --

	private static SyntheticSeries series() {
		return new SyntheticSeries("pet").modality("PT").each((k, a) -> a.putAll(pet()));
	}

	private static void assertReason(final Attributes pet, final String part) {
		final String message = assertThrows(DicomException.class, () -> SuvFactor.of(pet)).getMessage();
		assertTrue(message.contains(part), message);
	}

	private static Attributes pet() {
		return pet(injection());
	}

	private static Attributes pet(final Attributes injection) {
		return Attributes.builder()
			.put(Tag.UNITS, "BQML")
			.put(Dictionary.tag("CorrectedImage"), "NORM", "ATTN", "SCAT", "DECY")
			.put(Dictionary.tag("DecayCorrection"), "START")
			.put(Dictionary.tag("PatientWeight"), "70")
			.put(Dictionary.tag("SeriesDate"), "20200101")
			.put(Dictionary.tag("SeriesTime"), "120000")
			.put(Dictionary.tag("AcquisitionDate"), "20200101")
			.put(Tag.ACQUISITION_TIME, "120000")
			.put(Dictionary.tag("RadiopharmaceuticalInformationSequence"), List.of(injection))
			.build();
	}

	private static Attributes injection() {
		return Attributes.builder()
			.put(Dictionary.tag("RadionuclideTotalDose"), "370000000")
			.put(Dictionary.tag("RadionuclideHalfLife"), "6586")
			.put(Dictionary.tag("RadiopharmaceuticalStartTime"), "110000")
			.build();
	}

	private static Attributes changed(final Attributes attributes, final String keyword, final String value) {
		return Attributes.builder().put(Dictionary.tag(keyword), value).putAll(attributes).build();
	}

	private static Attributes without(final Attributes attributes, final String keyword) {
		final var rest = Attributes.builder();
		for (final Element element : attributes.elements()) {
			if (element.tag() == Dictionary.tag(keyword)) continue;
			if (element.vr() == VR.SQ) rest.put(element.tag(), attributes.items(element.tag()));
			else rest.put(element.tag(), element.vr(), element.bytes());
		}
		return rest.build();
	}

	private static Attributes put(final Attributes attributes, final int creator, final VR creatorVr, final String name,
		final int tag, final VR vr, final String value)
	{
		return Attributes.builder()
			.put(creator, creatorVr, name.getBytes())
			.put(tag, vr, value.getBytes())
			.putAll(attributes)
			.build();
	}
}
