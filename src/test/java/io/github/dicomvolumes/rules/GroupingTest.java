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
import static io.github.dicomvolumes.rules.Volumes.FLAT;
import static io.github.dicomvolumes.rules.Volumes.assertBase;
import static io.github.dicomvolumes.rules.Volumes.assertBaseGrid;
import static io.github.dicomvolumes.rules.Volumes.assertOrigin;
import static io.github.dicomvolumes.rules.Volumes.assertSize;
import static io.github.dicomvolumes.rules.Volumes.assertSpacing;
import static io.github.dicomvolumes.rules.Volumes.assertStored;
import static io.github.dicomvolumes.rules.Volumes.codes;
import static io.github.dicomvolumes.rules.Volumes.data;
import static io.github.dicomvolumes.rules.Volumes.files;
import static io.github.dicomvolumes.rules.Volumes.finding;
import static io.github.dicomvolumes.rules.Volumes.slices;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import io.github.dicomvolumes.DicomVolumes;
import io.github.dicomvolumes.SyntheticSeries;
import io.github.dicomvolumes.data.Attributes;
import io.github.dicomvolumes.data.Dictionary;
import io.github.dicomvolumes.data.Tag;
import io.github.dicomvolumes.geometry.AnatomicalPlane;
import io.github.dicomvolumes.series.Finding.Code;
import io.github.dicomvolumes.series.catalog.SeriesCatalog;
import io.github.dicomvolumes.series.catalog.Stack;
import io.github.dicomvolumes.volume.DicomVolume;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** R9 to R13: which frames are one volume. */
class GroupingTest {

	// -- R9: series --

	@RuleCases("two_series")
	void twoSeriesAreTwoVolumes(final RuleCase files) throws IOException {
		final List<DicomVolume> volumes = files.volumes();
		assertEquals(2, volumes.size());
		assertBase(volumes.get(0));
		assertSize(volumes.get(1), 16, 12, 5);
		assertOrigin(volumes.get(1), -10, -20, 60);
		assertStored(volumes.get(1), BASE);
		for (final DicomVolume volume : volumes)
			assertEquals(List.of(), volume.report().findings(), "a folder of two series is no division");
	}

	@RuleCases({ "no_series_uid", "no_frame_of_reference" })
	void seriesWithoutUidIsOneVolume(final RuleCase files) throws IOException {
		assertBase(files.volume());
	}

	/** Without the UID, Series Number and Modality tell series apart. */
	@Test
	void seriesWithoutUidsAreDividedByNumber(@TempDir final Path folder) throws IOException {
		new SyntheticSeries().without(Tag.SERIES_INSTANCE_UID).fileNames("A%d").write(folder);
		new SyntheticSeries().series(2).without(Tag.SERIES_INSTANCE_UID).fileNames("B%d").write(folder);
		final List<DicomVolume> volumes = DicomVolumes.openAll(folder);
		assertEquals(List.of(5L, 5L), slices(volumes));
		assertEquals(List.of("A1", "A2", "A3", "A4", "A5"), files(volumes.get(0)));
	}

	/**
	 * Each frame of one file in a stack of its own, in no grid: the division is named by what differs, in a time that
	 * grows as they do.
	 */
	@Test
	@Timeout(60)
	void veryManyStacksOfOneFile(@TempDir final Path folder) throws IOException {
		final int frames = 30_000;
		final List<Attributes> groups = new ArrayList<>();
		for (int k = 0; k < frames; k++)
			groups.add(Attributes.builder()
				.put(Dictionary.tag("FrameContentSequence"),
					List.of(Attributes.builder().put(Tag.STACK_ID, "S" + k).build()))
				.put(Dictionary.tag("PlanePositionSequence"),
					List.of(Attributes.builder()
						.put(Tag.IMAGE_POSITION_PATIENT, k * 7919 % 30_011, k * 104_729L % 29_989, k)
						.build()))
				.build());
		new SyntheticSeries().size(2, 2)
			.slices(1)
			.frames(frames)
			.with(Tag.PER_FRAME_FUNCTIONAL_GROUPS_SEQUENCE, groups.toArray(Attributes[]::new))
			.write(folder);
		final List<Stack> stacks = DicomVolumes.scan(folder).stacks();
		assertEquals(frames, stacks.size());
		assertEquals("divided by stack (S7)", stacks.get(7).findings().get(0).text());
	}

	@RuleCases("two_frames_of_reference")
	void framesOfReferenceAreNotMixed(final RuleCase files) throws IOException {
		assertDivided(files, "frame of reference", 3, 2);
	}

	// -- R10: what one volume cannot mix, and what it can --

	@RuleCases("mixed_dims")
	void sizesAreNotMixed(final RuleCase files) throws IOException {
		final List<DicomVolume> volumes = assertDivided(files, "image size", 3, 2);
		assertSize(volumes.get(0), 16, 12, 3);
		assertStored(volumes.get(0), BASE);
		assertSize(volumes.get(1), 16, 10, 2);
		assertOrigin(volumes.get(1), -10, -20, 39);
	}

	@RuleCases("mixed_pixel_spacing")
	void pixelSpacingsAreNotMixed(final RuleCase files) throws IOException {
		final List<DicomVolume> volumes = assertDivided(files, "pixel spacing", 3, 2);
		assertSpacing(volumes.get(0), 0.5, 2, 3);
		assertSpacing(volumes.get(1), 0.5, 2.1, 3);
	}

	/** A relative difference of 1e-4 and less is none. */
	@Test
	void roundedPixelSpacingsAreTheSame(@TempDir final Path folder) throws IOException {
		new SyntheticSeries().each((k, a) -> a.put(Tag.PIXEL_SPACING, 2.0, k == 1 ? 0.50004 : 0.5)).write(folder);
		assertEquals(List.of(5L), slices(DicomVolumes.openAll(folder)));
	}

	@RuleCases("mixed_bits")
	void bitsMayDiffer(final RuleCase files) throws IOException {
		final DicomVolume volume = files.volume();
		assertBaseGrid(volume);
		assertStored(volume, k -> k < 3, BASE);
		assertStored(volume, k -> k >= 3, FLAT);
	}

	@RuleCases("mixed_dtype")
	void signsMayDiffer(final RuleCase files) throws IOException {
		assertBase(files.volume());
	}

	@ParameterizedTest
	@ValueSource(strings = { "modality", "SOP class", "colour" })
	void kindsOfImageAreNotMixed(final String what, @TempDir final Path folder) throws IOException {
		new SyntheticSeries().omit(3, 4).write(folder);
		final var other = new SyntheticSeries().only(3, 4);
		switch (what) {
			case "modality" -> other.with(Tag.MODALITY, "PT");
			case "SOP class" -> other.with(Tag.SOP_CLASS_UID, "1.2.840.10008.5.1.4.1.1.7");
			default -> other.rgb(0);
		}
		other.write(folder);
		final List<DicomVolume> volumes = DicomVolumes.openAll(folder);
		assertEquals(List.of(3L, 2L), slices(volumes));
		for (final DicomVolume volume : volumes)
			assertEquals("divided by " + what, finding(volume, Code.SPLIT).text());
	}

	// -- R11: what divides only where it must --

	@RuleCases("mag_phase")
	void magnitudeAndPhaseAreTwoVolumes(final RuleCase files) throws IOException {
		final List<DicomVolume> volumes = files.volumes();
		assertEquals(List.of(4L, 4L), slices(volumes));
		assertEquals("divided by image type (M_FFE)", finding(volumes.get(0), Code.SPLIT).text());
		assertEquals("divided by image type (P)", finding(volumes.get(1), Code.SPLIT).text());
		assertEquals(List.of("M_FFE0", "M_FFE1", "M_FFE2", "M_FFE3"), files(volumes.get(0)));
		assertStored(volumes.get(0), BASE);
		assertStored(volumes.get(1), (k, r, c) -> BASE.at(k + 4, r, c));
	}

	@RuleCases("acquisition_changes")
	void acquisitionNumberDoesNotDivideARegularStack(final RuleCase files) throws IOException {
		assertBase(files.volume());
	}

	@Test
	void acquisitionNumberDoesNotDivideRealCt() throws IOException {
		final DicomVolume volume = DicomVolumes.openAll(data("pydicom/dicomdirtests/98892001/CT5N")).get(0);
		assertSize(volume, 16, 16, 5);
		assertEquals(List.of(), volume.report().findings());
	}

	/** Two acquisitions of the same places: each is regular, together they collide. */
	@Test
	void acquisitionsThatCollideAreDivided(@TempDir final Path folder) throws IOException {
		new SyntheticSeries().slices(8)
			.positions(k -> new double[] { -10, -20, 30 + 3 * (k % 4) })
			.each((k, a) -> a.put(Tag.ACQUISITION_NUMBER, 1 + k / 4))
			.write(folder);
		final List<DicomVolume> volumes = DicomVolumes.openAll(folder);
		assertEquals(List.of(4L, 4L), slices(volumes));
		assertEquals(List.of("IM001", "IM002", "IM003", "IM004"), files(volumes.get(0)));
		assertEquals("divided by acquisition number (1)", finding(volumes.get(0), Code.SPLIT).text());
	}

	// -- R12: orientation --

	@RuleCases({ "iop_jitter", "mr_iop_jitter" })
	void jitteringOrientationIsOne(final RuleCase files) throws IOException {
		final DicomVolume volume = files.volume();
		assertSize(volume, 16, 12, 5);
		assertSpacing(volume, 0.5, 2, 3 * Math.cos(1e-4));
		assertStored(volume, BASE);
		assertEquals(List.of(Code.ORIENTATION_VARIES), codes(volume));
		final var orientation = volume.geometry().orientation();
		assertEquals(0, orientation.row().dot(orientation.column()), 1e-12);
	}

	@RuleCases("iop_minus_zero")
	void minusZeroIsZero(final RuleCase files) throws IOException {
		final DicomVolume volume = files.volume();
		assertBase(volume);
		assertEquals(List.of(), volume.report().findings());
	}

	/** Above 1e-3 rad they are others. */
	@Test
	void orientationsBeyondTheToleranceAreDivided(@TempDir final Path folder) throws IOException {
		new SyntheticSeries().each((k, a) -> {
			if (k > 2) a.put(Tag.IMAGE_ORIENTATION_PATIENT, 1, 0, 0, 0, 1, 1.2e-3);
			if (k == 1) a.put(Tag.IMAGE_ORIENTATION_PATIENT, 1, 0, 0, 0, 1, 0.8e-3);
		}).write(folder);
		final List<DicomVolume> volumes = DicomVolumes.openAll(folder);
		assertEquals(2, volumes.size());
		assertEquals(List.of(2L, 3L), slices(volumes).stream().sorted().toList());
		for (final DicomVolume volume : volumes)
			assertEquals("divided by orientation", finding(volume, Code.SPLIT).text());
	}

	@RuleCases("three_plane_localizer")
	void localizerIsThreeImages(final RuleCase files) throws IOException {
		assertSingles(files.volumes(),
			Map.of("P0", AnatomicalPlane.AXIAL, "P1", AnatomicalPlane.CORONAL, "P2", AnatomicalPlane.SAGITTAL));
	}

	@RuleCases("scout_pair_ct")
	void scoutsAreTwoImages(final RuleCase files) throws IOException {
		assertSingles(files.volumes(), Map.of("P0", AnatomicalPlane.SAGITTAL, "P1", AnatomicalPlane.CORONAL));
	}

	@Test
	void realScoutsAreTwoImages() throws IOException {
		final List<DicomVolume> volumes = DicomVolumes.openAll(data("pydicom/dicomdirtests/98892001/CT2N"));
		assertSingles(volumes, Map.of("6293", AnatomicalPlane.SAGITTAL, "6924", AnatomicalPlane.CORONAL));
	}

	@Test
	void realLocalizersAreSingleImages() throws IOException {
		final SeriesCatalog catalog = DicomVolumes.scan(data("pydicom/dicomdirtests/98892003/MR2"));
		final Map<String, Integer> bySeries = new TreeMap<>();
		for (final Stack stack : catalog.stacks()) {
			assertEquals(1, stack.slices());
			final String uid = stack.attributes().orElse(Tag.SERIES_INSTANCE_UID, "");
			bySeries.merge(uid.substring(uid.lastIndexOf('.') + 1), 1, Integer::sum);
		}
		assertEquals(2, bySeries.values().stream().filter(n -> n == 3).count(), bySeries.toString());
		final Map<String, AnatomicalPlane> planes = planes(
			DicomVolumes.openAll(data("pydicom/dicomdirtests/98892003/MR2")));
		assertEquals(AnatomicalPlane.AXIAL, planes.get("4981"));
		assertEquals(AnatomicalPlane.SAGITTAL, planes.get("5011"));
		assertEquals(AnatomicalPlane.CORONAL, planes.get("4950"));
	}

	@Test
	void rotatingProjectionsAreSingleImages() throws IOException {
		final List<DicomVolume> volumes = DicomVolumes.openAll(data("pydicom/dicomdirtests/98892003/MR700"));
		assertEquals(List.of(1L, 1L, 1L, 1L, 1L, 1L, 1L), slices(volumes));
	}

	@RuleCases({ "localizer_in_series", "localizer_diff_size" })
	void localizerAcrossIsAnImageOfItsOwn(final RuleCase files) throws IOException {
		assertLocalizerApart(files);
	}

	// -- R13: positions on a line --

	@RuleCases("localizer_same_iop_offset")
	void localizerBesideIsAnImageOfItsOwn(final RuleCase files) throws IOException {
		assertLocalizerApart(files);
	}

	@RuleCases("not_on_line")
	void zigzagIsTwoStacks(final RuleCase files) throws IOException {
		final List<DicomVolume> volumes = assertDivided(files, "in-plane position", 3, 3);
		assertEquals(List.of("IM000", "IM002", "IM004"), files(volumes.get(0)));
		assertEquals(List.of("IM001", "IM003", "IM005"), files(volumes.get(1)));
		assertOrigin(volumes.get(0), -10, -20, 30);
		assertOrigin(volumes.get(1), -5, -20, 33);
		for (final DicomVolume volume : volumes)
			assertSpacing(volume, 0.5, 2, 6);
	}

	/** 0.1 pixel of 0.5 mm is the tolerance in x. */
	@Test
	void smallSidestepsAreAllowed(@TempDir final Path folder) throws IOException {
		new SyntheticSeries().positions(k -> new double[] { k == 2 ? -9.96 : -10, -20, 30 + 3 * k }).write(folder);
		assertBaseGrid(DicomVolumes.open(folder));
	}

	/** Two volumes with that reason, in the order of their first slices. */
	private static List<DicomVolume> assertDivided(final RuleCase files, final String reason, final long first,
		final long second) throws IOException
	{
		final List<DicomVolume> volumes = files.volumes();
		assertEquals(List.of(first, second), slices(volumes));
		for (final DicomVolume volume : volumes)
			assertEquals("divided by " + reason, finding(volume, Code.SPLIT).text());
		return volumes;
	}

	private static void assertLocalizerApart(final RuleCase files) throws IOException {
		final List<DicomVolume> volumes = files.volumes();
		assertEquals(2, volumes.size());
		final boolean first = volumes.get(0).dimensions()[2] == 1;
		assertBase(volumes.get(first ? 1 : 0));
		assertEquals(List.of("LOC"), files(volumes.get(first ? 0 : 1)));
		assertEquals(false, volumes.get(first ? 1 : 0).geometry().isTilted());
	}

	private static void assertSingles(final List<DicomVolume> volumes, final Map<String, AnatomicalPlane> planes) {
		assertEquals(planes, planes(volumes));
		for (final DicomVolume volume : volumes)
			assertEquals(1, volume.dimensions()[2]);
	}

	private static Map<String, AnatomicalPlane> planes(final List<DicomVolume> volumes) {
		final Map<String, AnatomicalPlane> planes = new TreeMap<>();
		for (final DicomVolume volume : volumes)
			planes.put(files(volume).get(0), volume.geometry().plane());
		return planes;
	}
}
