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

package io.github.dicomvolumes.rules;

import static io.github.dicomvolumes.rules.Volumes.BASE;
import static io.github.dicomvolumes.rules.Volumes.EXACT;
import static io.github.dicomvolumes.rules.Volumes.assertBase;
import static io.github.dicomvolumes.rules.Volumes.assertOrigin;
import static io.github.dicomvolumes.rules.Volumes.assertPoint;
import static io.github.dicomvolumes.rules.Volumes.assertSize;
import static io.github.dicomvolumes.rules.Volumes.assertSpacing;
import static io.github.dicomvolumes.rules.Volumes.assertStored;
import static io.github.dicomvolumes.rules.Volumes.codes;
import static io.github.dicomvolumes.rules.Volumes.data;
import static io.github.dicomvolumes.rules.Volumes.files;
import static io.github.dicomvolumes.rules.Volumes.finding;
import static io.github.dicomvolumes.rules.Volumes.slices;
import static io.github.dicomvolumes.rules.Volumes.stored;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

import io.github.dicomvolumes.DicomVolumes;
import io.github.dicomvolumes.SyntheticSeries;
import io.github.dicomvolumes.data.Tag;
import io.github.dicomvolumes.geometry.SpacingSource;
import io.github.dicomvolumes.geometry.Vector3;
import io.github.dicomvolumes.series.Finding;
import io.github.dicomvolumes.series.Finding.Code;
import io.github.dicomvolumes.series.catalog.MissingSlices;
import io.github.dicomvolumes.volume.DicomVolume;
import io.github.dicomvolumes.volume.ImportOptions;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** R22 to R33: the order of slices, their distances, and the size of a pixel. */
class OrderAndSpacingTest {

	// -- R22 to R24: order --

	@RuleCases({ "axial_asc", "axial_desc_instance", "axial_shuffled_instance", "no_instance_number", "sagittal",
		"coronal", "oblique30", "double_oblique", "prone_axial", "feetward_axial" })
	void slicesAscendAlongTheNormal(final RuleCase files) throws IOException {
		final DicomVolume volume = files.volume();
		assertBase(volume);
		assertTrue(volume.geometry().indexToPatient().determinant() > 0);
		assertEquals(List.of(), volume.report().findings());
	}

	@Test
	void descendingInstanceNumbersOfRealCt() throws IOException {
		final DicomVolume volume = DicomVolumes.open(data("pydicom/dicomdirtests/98892001/CT5N"));
		assertEquals(List.of("3353", "3023", "2693", "2392", "2062"), files(volume));
		assertEquals(2.5, volume.geometry().spacing()[2], 1e-6);
		assertOrigin(volume, -72.199997, -143.0, -1.2375);
	}

	/** Slice Location and Instance Number both say the opposite. */
	@Test
	void sliceLocationDoesNotCount(@TempDir final Path folder) throws IOException {
		new SyntheticSeries().descendingInstanceNumbers().each((k, a) -> a.put(0x00201041, 100 - 9 * k)).write(folder);
		assertBase(DicomVolumes.open(folder));
	}

	@RuleCases("spacing_change")
	void changeOfSpacingIsListedAsTwoVolumes(final RuleCase files) throws IOException {
		final List<DicomVolume> volumes = files.volumes();
		assertEquals(List.of(5L, 3L), slices(volumes));
		assertSpacing(volumes.get(0), 0.5, 2, 4);
		assertSpacing(volumes.get(1), 0.5, 2, 7);
		assertOrigin(volumes.get(1), -10, -20, 53);
		for (final DicomVolume volume : volumes)
			assertEquals("divided by slice spacing", finding(volume, Code.SPLIT).text());
	}

	// -- R25: where the spacing comes from --

	@RuleCases("gap_vs_thickness")
	void gapCountsMoreThanThickness(final RuleCase files) throws IOException {
		assertMeasured(files, 4.5, "9.9", "3");
	}

	@RuleCases("overlap")
	void overlappingSlices(final RuleCase files) throws IOException {
		assertMeasured(files, 1.5, "3", "3");
	}

	@RuleCases("sbs_negative_nm_style")
	void negativeSpacingBetweenSlicesAgrees(final RuleCase files) throws IOException {
		final DicomVolume volume = files.volume();
		assertBase(volume);
		assertEquals(List.of(), volume.report().findings());
	}

	@RuleCases("single_slice")
	void singleSliceHasAnAssumedSpacing(final RuleCase files) throws IOException {
		final DicomVolume volume = files.volume();
		assertSize(volume, 16, 12, 1);
		assertSpacing(volume, 0.5, 2, 7);
		assertOrigin(volume, -10, -20, 30);
		assertEquals(SpacingSource.SPACING_BETWEEN_SLICES, volume.geometry().spacingSource());
		assertEquals(List.of(Code.SPACING_ASSUMED), codes(volume));
	}

	@Test
	void singleSliceWithoutSpacingTakesTheThickness(@TempDir final Path folder) throws IOException {
		new SyntheticSeries().slices(1).with(Tag.SLICE_THICKNESS, 5).write(folder);
		final DicomVolume volume = DicomVolumes.open(folder);
		assertSpacing(volume, 0.5, 2, 5);
		assertEquals(SpacingSource.SLICE_THICKNESS, volume.geometry().spacingSource());
		assertEquals(List.of(Code.SPACING_ASSUMED), codes(volume));
	}

	@Test
	void singleSliceWithoutAnySpacing(@TempDir final Path folder) throws IOException {
		new SyntheticSeries().slices(1).with(Tag.SLICE_THICKNESS, 0).write(folder);
		final DicomVolume volume = DicomVolumes.open(folder);
		assertSpacing(volume, 0.5, 2, 1);
		assertEquals(SpacingSource.UNKNOWN, volume.geometry().spacingSource());
		assertEquals(List.of(Code.SPACING_UNKNOWN), codes(volume));
	}

	// -- R26: how equal gaps must be --

	@RuleCases("jitter_1pct")
	void onePercentNeedsNoWord(final RuleCase files) throws IOException {
		final DicomVolume volume = files.volume();
		assertSize(volume, 16, 12, 5);
		assertSpacing(volume, 0.5, 2, 3.005);
		assertStored(volume, BASE);
		assertEquals(List.of(), volume.report().findings());
	}

	@RuleCases("nearly_uniform")
	void fivePercentIsWarnedOf(final RuleCase files) throws IOException {
		final DicomVolume volume = files.volume();
		assertBase(volume);
		assertEquals(List.of(Code.NEARLY_UNIFORM), codes(volume));
		final Finding finding = finding(volume, Code.NEARLY_UNIFORM);
		assertTrue(finding.code().isWarning());
		assertTrue(finding.text().contains("by up to 0.15 mm, most between slices "), finding.text());
		assertTrue(finding.files().stream().anyMatch(file -> file.endsWith("IM003")), finding.files().toString());
	}

	@RuleCases("microct")
	void tinyVoxels(final RuleCase files) throws IOException {
		final DicomVolume volume = files.volume();
		assertSize(volume, 16, 12, 5);
		assertSpacing(volume, 0.005, 0.005, 0.005);
		assertStored(volume, BASE);
		assertEquals(List.of(), volume.report().findings());
	}

	@RuleCases("microct_missing")
	void tinyVoxelsWithAMissingSlice(final RuleCase files) throws IOException {
		final DicomVolume volume = files.volume();
		assertSize(volume, 16, 12, 6);
		assertSpacing(volume, 0.005, 0.005, 0.005);
		assertStored(volume, k -> k != 3, BASE);
		assertTrue(finding(volume, Code.MISSING_SLICES).text().startsWith("slice 4 of 6 is missing"));
	}

	/** Positions with six digits after the point, as GE writes them. */
	@Test
	void roundedPositionsNeedNoWord(@TempDir final Path folder) throws IOException {
		new SyntheticSeries().slices(40)
			.each((k, a) -> a.put(Tag.IMAGE_POSITION_PATIENT, "-10", "-20", "%.4f".formatted(-17.68754 + k * 4.99998)))
			.write(folder);
		final DicomVolume volume = DicomVolumes.open(folder);
		assertSize(volume, 16, 12, 40);
		assertEquals(4.99998, volume.geometry().spacing()[2], 1e-5);
		assertFalse(codes(volume).contains(Code.NEARLY_UNIFORM));
	}

	/** Not "598 missing slices", though the wide gaps are multiples of the narrow ones. */
	@Test
	void severalSpacingsAreNamed(@TempDir final Path folder) throws IOException {
		final double[] distances = new double[400];
		for (int k = 0; k < distances.length; k++)
			distances[k] = k < 100 ? 2.5 * k : 250 + 7.5 * (k - 100);
		new SyntheticSeries().size(2, 2).distances(distances).write(folder);
		final List<DicomVolume> volumes = DicomVolumes.openAll(folder);
		assertEquals(2, volumes.size());
		for (final DicomVolume volume : volumes)
			assertEquals("divided by slice spacing (2.5 mm, then 7.5 mm)", finding(volume, Code.SPLIT).text());
	}

	// -- R27: missing slices --

	@RuleCases("missing_slice")
	void missingSliceKeepsTheGrid(final RuleCase files) throws IOException {
		final DicomVolume volume = files.volume();
		assertSize(volume, 16, 12, 6);
		assertSpacing(volume, 0.5, 2, 3);
		assertStored(volume, k -> k != 3, BASE);
		assertStored(volume, k -> k == 3, (k, r, c) -> 0);
		assertEquals(List.of(Code.MISSING_SLICES), codes(volume));
		assertTrue(finding(volume, Code.MISSING_SLICES).text().startsWith("slice 4 of 6 is missing"));
		assertArrayEquals(new int[] { 3 }, volume.stack().gaps().orElseThrow().missing());
		assertTrue(volume.attributes(3, 0, 0).isEmpty());
	}

	@RuleCases("missing_slice")
	void missingSliceDividesWhereThatIsWanted(final RuleCase files) throws IOException {
		final List<DicomVolume> volumes = DicomVolumes.openAll(files.place(),
			ImportOptions.DEFAULT.withMissing(MissingSlices.SPLIT));
		assertEquals(List.of(3L, 2L), slices(volumes));
		assertStored(volumes.get(0), BASE);
		assertStored(volumes.get(1), (k, r, c) -> BASE.at(k + 4, r, c));
		assertOrigin(volumes.get(1), -10, -20, 42);
	}

	/** Without orientation the gap is closed from the start, and can be divided all the same. */
	@Test
	void missingSliceDividesWithoutOrientation(@TempDir final Path folder) throws IOException {
		new SyntheticSeries().omit(3).without(Tag.IMAGE_ORIENTATION_PATIENT).write(folder);
		for (final MissingSlices policy : List.of(MissingSlices.FILL, MissingSlices.CLOSE))
			assertEquals(List.of(4L), slices(DicomVolumes.openAll(folder, ImportOptions.DEFAULT.withMissing(policy))));
		final List<DicomVolume> volumes = DicomVolumes.openAll(folder,
			ImportOptions.DEFAULT.withMissing(MissingSlices.SPLIT));
		assertEquals(List.of(3L, 1L), slices(volumes));
		assertStored(volumes.get(1), (k, r, c) -> BASE.at(k + 4, r, c));
	}

	@RuleCases("missing_slice")
	void missingSliceIsLeftOutWhereThatIsWanted(final RuleCase files) throws IOException {
		final DicomVolume volume = DicomVolumes.open(files.place(),
			ImportOptions.DEFAULT.withMissing(MissingSlices.CLOSE));
		assertSize(volume, 16, 12, 5);
		assertStored(volume, (k, r, c) -> BASE.at(k < 3 ? k : k + 1, r, c));
		final Finding finding = finding(volume, Code.MISSING_SLICES);
		assertTrue(finding.code().isWarning());
		assertTrue(finding.text().contains("closed"), finding.text());
	}

	@Test
	void missingSliceHoldsTheLeastValue(@TempDir final Path folder) throws IOException {
		new SyntheticSeries().slices(6).omit(3).signed().values((k, r, c) -> BASE.at(k, r, c) - 700).write(folder);
		final DicomVolume volume = DicomVolumes.open(folder);
		assertStored(volume, k -> k == 3, (k, r, c) -> -700);
	}

	@Test
	void missingSliceHoldsPaddingWhereThereIsOne(@TempDir final Path folder) throws IOException {
		new SyntheticSeries().slices(6).omit(3).rescale(2, -1024).with(Tag.PIXEL_PADDING_VALUE, 63000).write(folder);
		final DicomVolume volume = DicomVolumes.open(folder);
		assertStored(volume, k -> k == 3, (k, r, c) -> 63000);
		assertEquals(2 * 63000 - 1024, volume.values().getAt(5, 5, 3).get());
		assertEquals(2 * 5125 - 1024, volume.rangeOfValues().orElseThrow().high(), "padding does not count");
	}

	@Test
	void severalMissingSlicesAreListed(@TempDir final Path folder) throws IOException {
		new SyntheticSeries().slices(8).omit(2, 5, 6).write(folder);
		final DicomVolume volume = DicomVolumes.open(folder);
		// 5 slices, 3 missing are more than half
		assertEquals(5, DicomVolumes.openAll(folder).stream().mapToLong(v -> v.stack().frames().size()).sum());
		assertFalse(codes(volume).isEmpty());
		new SyntheticSeries().only(6).write(folder);
		final DicomVolume filled = DicomVolumes.open(folder);
		assertSize(filled, 16, 12, 8);
		assertTrue(finding(filled, Code.MISSING_SLICES).text().startsWith("slices 3, 6 of 8 are missing"));
		assertStored(filled, k -> k != 2 && k != 5, BASE);
	}

	@RuleCases("missing_too_many")
	void wideGapDivides(final RuleCase files) throws IOException {
		final List<DicomVolume> volumes = files.volumes();
		assertEquals(List.of(1L, 3L), slices(volumes));
		assertSpacing(volumes.get(1), 0.5, 2, 1.25);
		for (final DicomVolume volume : volumes)
			assertEquals("divided by 161 missing slices", finding(volume, Code.SPLIT).text());
	}

	/** Acquisition Number would make three parts of it, positions make two. */
	@Test
	void wideGapInRealCtDivides() throws IOException {
		final List<DicomVolume> volumes = DicomVolumes.openAll(data("pydicom/dicomdirtests/77654033/CT2"));
		assertEquals(List.of(1L, 3L), slices(volumes));
		assertEquals(-99.48, volumes.get(0).geometry().origin().z(), 1e-5);
		assertEquals(103.02, volumes.get(1).geometry().origin().z(), 1e-5);
		assertEquals(1.25, volumes.get(1).geometry().spacing()[2], 1e-6);
		for (final DicomVolume volume : volumes)
			assertEquals("divided by 161 missing slices", finding(volume, Code.SPLIT).text());
	}

	@Test
	void missingAtTheEndIsOnlySaid(@TempDir final Path folder) throws IOException {
		new SyntheticSeries().with(Tag.IMAGES_IN_ACQUISITION, 7).write(folder);
		final DicomVolume volume = DicomVolumes.open(folder);
		assertBase(volume);
		assertTrue(finding(volume, Code.FEWER_IMAGES).text().contains("says 7, 5 are here"));
	}

	// -- R28: irregular gaps --

	@RuleCases("irregular")
	void irregularStackIsDividedIntoRuns(final RuleCase files) throws IOException {
		final List<DicomVolume> volumes = files.volumes();
		assertEquals(List.of(3L, 2L, 1L), slices(volumes));
		assertSpacing(volumes.get(0), 0.5, 2, 3);
		assertSpacing(volumes.get(1), 0.5, 2, 4);
		assertOrigin(volumes.get(1), -10, -20, 40);
		assertOrigin(volumes.get(2), -10, -20, 51);
		assertStored(volumes.get(2), (k, r, c) -> BASE.at(5, r, c));
		for (final DicomVolume volume : volumes)
			assertEquals("divided by slice spacing", finding(volume, Code.SPLIT).text());
	}

	@RuleCases("two_stacks_one_series")
	void distantStacksAreTwo(final RuleCase files) throws IOException {
		final List<DicomVolume> volumes = files.volumes();
		assertEquals(List.of(4L, 4L), slices(volumes));
		assertOrigin(volumes.get(1), -10, -20, 500);
		assertStored(volumes.get(1), (k, r, c) -> BASE.at(k + 4, r, c));
		for (final DicomVolume volume : volumes)
			assertSpacing(volume, 0.5, 2, 3);
	}

	// -- R29: tilt --

	@RuleCases({ "gantry_tilt_pos", "gantry_tilt_neg" })
	void gantryTiltIsMeasured(final RuleCase files) throws IOException {
		final DicomVolume volume = files.volume();
		assertSize(volume, 16, 12, 5);
		assertSpacing(volume, 0.5, 2, 2.9344428022);
		assertTilt(volume, 12, new Vector3(-10, -20, 42));
		assertStored(volume, BASE);
	}

	@RuleCases("shear_x")
	void shearIsMeasuredWithoutATag(final RuleCase files) throws IOException {
		final DicomVolume volume = files.volume();
		assertSpacing(volume, 0.5, 2, 3);
		assertTilt(volume, 18.4349488, new Vector3(-6, -20, 42));
	}

	@RuleCases("tilt_tag_but_resampled")
	void tagAloneIsNoTilt(final RuleCase files) throws IOException {
		final DicomVolume volume = files.volume();
		assertBase(volume);
		assertFalse(volume.geometry().isTilted());
		assertEquals(List.of(Code.TILT_NOT_FOUND), codes(volume));
	}

	// -- R30: few slices --

	@RuleCases("two_slices")
	void twoSlicesAreAVolume(final RuleCase files) throws IOException {
		final DicomVolume volume = files.volume();
		assertSize(volume, 16, 12, 2);
		assertSpacing(volume, 0.5, 2, 3);
		assertOrigin(volume, -10, -20, 30);
		assertEquals(List.of(), volume.report().findings());
	}

	/** Two slices beside one another prove no tilt. */
	@Test
	void twoSlicesAreNoTilt(@TempDir final Path folder) throws IOException {
		new SyntheticSeries().slices(2).step(1, 0, 3).write(folder);
		final List<DicomVolume> volumes = DicomVolumes.openAll(folder);
		assertEquals(List.of(1L, 1L), slices(volumes));
	}

	// -- R31: no geometry --

	@RuleCases("no_ipp")
	void withoutPositionInstanceNumbersCount(final RuleCase files) throws IOException {
		final DicomVolume volume = files.volume();
		assertSize(volume, 16, 12, 4);
		assertSpacing(volume, 0.5, 2, 3);
		for (int k = 0; k < 4; k++)
			assertEquals(1000 * k, stored(volume, 0, 0, k));
		assertFalse(volume.geometry().patientBased());
		assertEquals(SpacingSource.SLICE_THICKNESS, volume.geometry().spacingSource());
		assertTrue(codes(volume).containsAll(List.of(Code.NO_POSITION, Code.SPACING_ASSUMED)));
	}

	@Test
	void withoutPositionNumbersCountMoreThanNames(@TempDir final Path folder) throws IOException {
		new SyntheticSeries().slices(12)
			.without(Tag.IMAGE_POSITION_PATIENT)
			.descendingInstanceNumbers()
			.fileNames("%d")
			.write(folder);
		assertStored(DicomVolumes.open(folder), (k, r, c) -> BASE.at(11 - k, r, c));
	}

	@Test
	void withoutPositionAndNumberTimesThenNamesCount(@TempDir final Path folder) throws IOException {
		new SyntheticSeries().slices(12)
			.without(Tag.IMAGE_POSITION_PATIENT)
			.without(Tag.INSTANCE_NUMBER)
			.fileNames("%d")
			.each((k, a) -> a.put(Tag.ACQUISITION_TIME, k == 11 ? "110000" : "120000"))
			.write(folder);
		// 12 was first; then 1 2 ... 10 11, not 1 10 11 2
		assertStored(DicomVolumes.open(folder), (k, r, c) -> BASE.at((k + 11) % 12, r, c));
	}

	@RuleCases("no_iop")
	void withoutOrientationPositionsCount(final RuleCase files) throws IOException {
		final DicomVolume volume = files.volume();
		assertSize(volume, 16, 12, 4);
		assertSpacing(volume, 0.5, 2, 3);
		assertStored(volume, BASE);
		assertFalse(volume.geometry().patientBased());
		assertEquals(List.of(Code.NO_ORIENTATION), codes(volume));
	}

	@Test
	void withoutOrientationPositionsCountMoreThanNumbers(@TempDir final Path folder) throws IOException {
		new SyntheticSeries().without(Tag.IMAGE_ORIENTATION_PATIENT).shuffledInstanceNumbers(3).write(folder);
		assertStored(DicomVolumes.open(folder), BASE);
	}

	/** Positions on no line say nothing about the order without an orientation. */
	@Test
	void withoutOrientationZigzagIsOrderedByNumber(@TempDir final Path folder) throws IOException {
		new SyntheticSeries().without(Tag.IMAGE_ORIENTATION_PATIENT)
			.descendingInstanceNumbers()
			.positions(k -> new double[] { 40 * (k % 2), 0, 3 * k })
			.write(folder);
		final DicomVolume volume = DicomVolumes.open(folder);
		assertStored(volume, (k, r, c) -> BASE.at(4 - k, r, c));
		assertTrue(codes(volume).contains(Code.NO_POSITION));
	}

	@RuleCases("no_ipp_in_some")
	void framesWithPositionAreUnaffectedByOthers(final RuleCase files) throws IOException {
		final List<DicomVolume> volumes = files.volumes();
		assertEquals(2, volumes.size());
		final DicomVolume with = volumes.get(volumes.get(0).geometry().patientBased() ? 0 : 1),
			without = volumes.get(volumes.get(0).geometry().patientBased() ? 1 : 0);
		assertSize(with, 16, 12, 3);
		assertOrigin(with, -10, -20, 30);
		assertStored(with, BASE);
		assertSize(without, 16, 12, 2);
		assertStored(without, (k, r, c) -> BASE.at(k + 3, r, c));
		assertTrue(codes(without).contains(Code.NO_POSITION));
		assertFalse(codes(with).contains(Code.NO_POSITION));
	}

	// -- R32: values without sense --

	@RuleCases({ "iop_parallel", "iop_zero" })
	void orientationWithoutNormalIsMissing(final RuleCase files) throws IOException {
		final DicomVolume volume = files.volume();
		assertSpacing(volume, 0.5, 2, 3);
		assertStored(volume, BASE);
		assertEquals(List.of(Code.NO_ORIENTATION), codes(volume));
		assertTrue(finding(volume, Code.NO_ORIENTATION).text().startsWith("(0020,0037) Image Orientation (Patient)"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "1.02\\0\\0\\0\\1\\0", "1\\0\\0\\0.002\\1\\0", "1\\0\\0\\0\\1", "1\\0\\0\\0\\1\\x" })
	void orientationBeyondToleranceIsMissing(final String cosines, @TempDir final Path folder) throws IOException {
		new SyntheticSeries().with(Tag.IMAGE_ORIENTATION_PATIENT, cosines).write(folder);
		assertEquals(List.of(Code.NO_ORIENTATION), codes(DicomVolumes.open(folder)));
	}

	@RuleCases({ "zero_pixel_spacing", "no_pixel_spacing" })
	void withoutPixelSpacingPixelsAreTheUnit(final RuleCase files) throws IOException {
		assertUncalibrated(files.volume(), 1, 3);
	}

	@ParameterizedTest
	@ValueSource(strings = { "-2\\0.5", "2\\0", "NaN\\NaN", "Infinity\\1", "1\\1\\1", "wide" })
	void pixelSpacingWithoutSenseIsMissing(final String spacing, @TempDir final Path folder) throws IOException {
		new SyntheticSeries().with(Tag.PIXEL_SPACING, spacing).write(folder);
		final DicomVolume volume = DicomVolumes.open(folder);
		assertUncalibrated(volume, 1, 3);
		assertTrue(finding(volume, Code.PIXEL_SIZE_UNKNOWN).text().contains("(0028,0030) Pixel Spacing is " + spacing));
	}

	@RuleCases("pixel_spacing_vm1")
	void oneValueCountsForBoth(final RuleCase files) throws IOException {
		final DicomVolume volume = files.volume();
		assertSpacing(volume, 0.7, 0.7, 3);
		assertEquals("mm", volume.geometry().unit());
		assertEquals(List.of(Code.PIXEL_SIZE_SOURCE), codes(volume));
	}

	@RuleCases("decimal_notations")
	void decimalsAreReadInAllTheirForms(final RuleCase files) throws IOException {
		final DicomVolume volume = files.volume();
		assertBase(volume);
		assertEquals(List.of(), volume.report().findings());
	}

	// -- R33: where the size of a pixel comes from --

	@Test
	void firstValueIsTheHeight() throws IOException {
		for (final DicomVolume volume : DicomVolumes.openAll(data("pydicom/dicomdirtests/98892001/CT2N"))) {
			assertEquals(0.596847, volume.geometry().spacing()[0]);
			assertEquals(0.545455, volume.geometry().spacing()[1]);
		}
	}

	@RuleCases("dx_magnified")
	void detectorPixelsAreDividedByTheMagnification(final RuleCase files) throws IOException {
		assertCalibrated(files.volume(), 0.16, 0.16, "magnification 1.25");
	}

	@RuleCases("dx_fiducial")
	void fiducialCountsMoreThanTheDetector(final RuleCase files) throws IOException {
		assertCalibrated(files.volume(), 0.15, 0.15, "fiducial");
	}

	@RuleCases("sc_nominal_spacing")
	void scannedFilm(final RuleCase files) throws IOException {
		assertCalibrated(files.volume(), 0.2, 0.3, "film");
	}

	@RuleCases({ "us_region", "us_regions_equal" })
	void ultrasoundRegion(final RuleCase files) throws IOException {
		assertCalibrated(files.volume(), 0.5, 0.5, "ultrasound region");
	}

	@RuleCases({ "us_region_outside", "us_regions_differ" })
	void ultrasoundRegionsThatCannotBe(final RuleCase files) throws IOException {
		assertUncalibrated(files.volume(), 1, 1);
	}

	@RuleCases("pixel_aspect_ratio")
	void aspectRatioIsHeightToWidth(final RuleCase files) throws IOException {
		assertUncalibrated(files.volume(), 4.0 / 3, 1);
	}

	@Test
	void realAspectRatio() throws IOException {
		final DicomVolume volume = DicomVolumes.open(data("pydicom-data/color-px.dcm"));
		assertEquals(4.0 / 3, volume.geometry().spacing()[1] / volume.geometry().spacing()[0], EXACT);
		assertEquals("pixel", volume.geometry().unit());
	}

	@Test
	void realUltrasoundRegionsOutsideTheImage() throws IOException {
		for (final String file : List.of("examples_palette.dcm", "examples_ybr_color.dcm")) {
			final var stack = DicomVolumes.scan(data("pydicom").resolve(file)).stacks().get(0);
			assertEquals("pixel", stack.geometry().unit(), file);
			assertTrue(finding(stack, Code.PIXEL_SIZE_UNKNOWN).text().contains("outside the image"), file);
		}
	}

	/** No Pixel Spacing, but an Imager Pixel Spacing of 0.1 mm. */
	@Test
	void realRadiographIsMeasuredAtTheDetector() throws IOException {
		assertCalibrated(DicomVolumes.open(data("pydicom/dicomdirtests/77654033/CR1")), 0.1, 0.1, "at the detector");
	}

	private static void assertMeasured(final RuleCase files, final double spacing, final String between,
		final String thickness) throws IOException
	{
		final DicomVolume volume = files.volume();
		assertSpacing(volume, 0.5, 2, spacing);
		assertStored(volume, BASE);
		assertEquals(SpacingSource.POSITIONS, volume.geometry().spacingSource());
		assertEquals(List.of(Code.SPACING_DISAGREES, Code.SPACING_DISAGREES), codes(volume));
		final List<String> notes = volume.report().findings().stream().map(Finding::text).toList();
		assertEquals(List.of("SpacingBetweenSlices says " + between, "SliceThickness says " + thickness), notes);
	}

	private static void assertTilt(final DicomVolume volume, final double degrees, final Vector3 last) {
		assertEquals(degrees, volume.geometry().tilt(), 1e-5);
		assertTrue(volume.geometry().isTilted());
		assertPoint(last, volume.geometry().indexToPatient().apply(0, 0, 4), 1e-8);
		final String text = finding(volume, Code.GANTRY_TILT).text();
		assertTrue(text.contains(degrees == 12 ? " 12 degrees" : " 18.4349 degrees"), text);
	}

	private static void assertCalibrated(final DicomVolume volume, final double x, final double y,
		final String source)
	{
		assertArrayEquals(new double[] { x, y }, Arrays.copyOf(volume.geometry().spacing(), 2), EXACT);
		assertEquals("mm", volume.geometry().unit());
		final String text = finding(volume, Code.PIXEL_SIZE_SOURCE).text();
		assertTrue(text.contains(source), text);
	}

	private static void assertUncalibrated(final DicomVolume volume, final double height, final double depth) {
		assertArrayEquals(new double[] { 1, height, depth }, volume.geometry().spacing(), EXACT);
		assertEquals("pixel", volume.geometry().unit());
		assertTrue(finding(volume, Code.PIXEL_SIZE_UNKNOWN).code().isWarning());
	}
}
