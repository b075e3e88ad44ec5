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

import static io.github.dicomvolumes.SyntheticObjects.enhanced;
import static io.github.dicomvolumes.SyntheticObjects.frameAt;
import static io.github.dicomvolumes.SyntheticObjects.groups;
import static io.github.dicomvolumes.SyntheticObjects.item;
import static io.github.dicomvolumes.SyntheticObjects.sharedAxial;
import static io.github.dicomvolumes.data.Dictionary.tag;
import static io.github.dicomvolumes.rules.Volumes.assertOrigin;
import static io.github.dicomvolumes.rules.Volumes.assertSizes;
import static io.github.dicomvolumes.rules.Volumes.assertSpacing;
import static io.github.dicomvolumes.rules.Volumes.data;
import static io.github.dicomvolumes.rules.Volumes.finding;
import static io.github.dicomvolumes.rules.Volumes.storedAt;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

import io.github.dicomvolumes.DicomVolumes;
import io.github.dicomvolumes.SyntheticObjects;
import io.github.dicomvolumes.SyntheticSeries;
import io.github.dicomvolumes.data.Attributes;
import io.github.dicomvolumes.data.Tag;
import io.github.dicomvolumes.data.TransferSyntax;
import io.github.dicomvolumes.series.Finding.Code;
import io.github.dicomvolumes.series.catalog.SeriesCatalog;
import io.github.dicomvolumes.volume.DicomVolume;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** R15 and R18: frames of one file, with functional groups and without. */
class MultiFrameTest {

	private static final Attributes NOTHING = Attributes.EMPTY;

	@Test
	void framesAreOrderedByPosition(@TempDir final Path folder) throws IOException {
		final int[] places = { 3, 0, 4, 1, 2 };
		enhanced("e", 5, sharedAxial(), k -> frameAt(-10, -20, 30 + 3 * places[k], NOTHING)).write(folder);
		final DicomVolume volume = DicomVolumes.open(folder);
		assertSizes(volume, 16, 12, 5, 1, 1);
		assertSpacing(volume, 0.5, 2, 3);
		assertOrigin(volume, -10, -20, 30);
		for (int k = 0; k < 5; k++) {
			assertEquals(1000 * k + 47, storedAt(volume, 7, 4, places[k]));
			assertEquals(k, volume.stack().frame(places[k], 0, 0).get().index());
		}
		assertEquals(List.of(), volume.report().findings());
	}

	@Test
	void ownGroupsCountMoreThanSharedOnesAndThoseMoreThanTheDataSet(@TempDir final Path folder) throws IOException {
		final Attributes shared = groups(tag("PlaneOrientationSequence"),
			item(Tag.IMAGE_ORIENTATION_PATIENT, 1, 0, 0, 0, 1, 0), tag("PixelMeasuresSequence"),
			item(Tag.PIXEL_SPACING, 2, 0.5), tag("PixelValueTransformationSequence"),
			Attributes.builder().put(Tag.RESCALE_SLOPE, 2).put(Tag.RESCALE_INTERCEPT, 0).build());
		enhanced("e", 2, shared, k -> {
			final Attributes place = frameAt(0, 0, 5 * k, NOTHING);
			return k == 0 ? place
				: Attributes.builder()
					.putAll(place)
					.putAll(groups(tag("PixelValueTransformationSequence"),
						Attributes.builder().put(Tag.RESCALE_SLOPE, 0.5).put(Tag.RESCALE_INTERCEPT, 7).build()))
					.build();
		}).with(Tag.RESCALE_SLOPE, 99).with(Tag.PIXEL_SPACING, 9, 9).write(folder);
		final DicomVolume volume = DicomVolumes.open(folder);
		assertSpacing(volume, 0.5, 2, 5);
		assertEquals(2 * 15, volume.values().getAt(5, 1, 0).get());
		assertEquals(0.5 * 1015 + 7, volume.values().getAt(5, 1, 1).get());
		final Attributes second = volume.attributes(1, 0, 0).get();
		assertEquals("0.5", second.orElse(Tag.RESCALE_SLOPE, ""));
		assertEquals(1, second.items(Tag.PER_FRAME_FUNCTIONAL_GROUPS_SEQUENCE).size(), "its own only");
	}

	@Test
	void stacksOfOneFileAreApart(@TempDir final Path folder) throws IOException {
		enhanced("e", 6, sharedAxial(),
			k -> frameAt(-10, -20, 30 + 3 * (k % 3), Attributes.builder().put(Tag.STACK_ID, "S" + k / 3).build()))
			.write(folder);
		final List<DicomVolume> volumes = DicomVolumes.openAll(folder);
		assertEquals(2, volumes.size());
		assertSizes(volumes.get(1), 16, 12, 3, 1, 1);
		assertEquals("divided by stack (S1)", finding(volumes.get(1), Code.SPLIT).text());
	}

	@Test
	void dimensionIndicesTellTimesAndChannels(@TempDir final Path folder) throws IOException {
		// columns: stack, contrast agent, place in the stack; the file is in no order of places
		final int agent = tag("ContrastBolusAgentNumber");
		enhanced("e", 6, sharedAxial(),
			k -> frameAt(-10, -20, 30 + 3 * (k / 2), item(Tag.DIMENSION_INDEX_VALUES, 1, 2 - k % 2, 9 - k)))
			.with(Tag.DIMENSION_INDEX_SEQUENCE, pointer(Tag.STACK_ID), pointer(agent),
				pointer(Tag.IN_STACK_POSITION_NUMBER))
			.write(folder);
		final DicomVolume volume = DicomVolumes.open(folder);
		assertSizes(volume, 16, 12, 3, 2, 1);
		assertEquals(List.of("Contrast/Bolus Agent Number 1", "Contrast/Bolus Agent Number 2"),
			volume.stack().channelAxis().labels());
		assertEquals(3000, storedAt(volume, 0, 0, 1, 0, 0));
		assertEquals(2000, storedAt(volume, 0, 0, 1, 1, 0));
	}

	@Test
	void framesWithoutPositionsAreInTheOrderOfTheirIndices(@TempDir final Path folder) throws IOException {
		enhanced("e", 4, sharedAxial(),
			k -> groups(tag("FrameContentSequence"), item(Tag.DIMENSION_INDEX_VALUES, 1, 4 - k))).write(folder);
		final DicomVolume volume = DicomVolumes.open(folder);
		assertSizes(volume, 16, 12, 4, 1, 1);
		assertEquals(3000, storedAt(volume, 0, 0, 0));
		assertEquals(false, volume.geometry().patientBased());
		assertEquals(1, volume.report().findings().stream().filter(f -> f.code() == Code.NO_POSITION).count());
	}

	@Test
	void filesOfAConcatenationAreOneObject(@TempDir final Path folder) throws IOException {
		for (int part = 0; part < 2; part++) {
			final int first = 3 * part;
			enhanced("e", 3, sharedAxial(), k -> frameAt(-10, -20, 30 + 3 * (first + k), NOTHING))
				.with(Tag.CONCATENATION_UID, "1.2.3")
				.with(Tag.IN_CONCATENATION_NUMBER, part + 1)
				.with(Tag.SOP_INSTANCE_UID, "1.2.3." + part)
				.values((k, r, c) -> 1000 * (first + k))
				.fileNames("PART" + part)
				.write(folder);
		}
		final DicomVolume volume = DicomVolumes.open(folder);
		assertSizes(volume, 16, 12, 6, 1, 1);
		for (int z = 0; z < 6; z++)
			assertEquals(1000 * z, storedAt(volume, 0, 0, z));
	}

	/** Names of files do not tell which part is first. */
	@Test
	void partsOfAConcatenationAreInTheirOrder(@TempDir final Path folder) throws IOException {
		for (final boolean placed : new boolean[] { true, false }) {
			final Path parts = folder.resolve(placed ? "placed" : "unplaced");
			for (int part = 0; part < 3; part++)
				concatenated(part, k -> placed ? frameAt(0, 0, 0, NOTHING) : groups()).fileNames("PART" + (9 - part))
					.write(parts);
			final DicomVolume volume = DicomVolumes.open(parts);
			assertSizes(volume, 16, 12, placed ? 1 : 6, 1, placed ? 6 : 1);
			for (int i = 0; i < 6; i++)
				assertEquals(1000 * i, placed ? storedAt(volume, 0, 0, 0, 0, i) : storedAt(volume, 0, 0, i),
					"frame " + i);
		}
	}

	@Test
	void missingPartsOfAConcatenationAreSaid(@TempDir final Path folder) throws IOException {
		for (int part = 0; part < 2; part++) {
			final int first = 2 * part;
			concatenated(part, k -> frameAt(-10, -20, 30 + 3 * (first + k), NOTHING)).fileNames("PART" + part)
				.write(folder);
		}
		final DicomVolume volume = DicomVolumes.open(folder);
		assertSizes(volume, 16, 12, 4, 1, 1);
		assertEquals("part 3 of the 3 of a concatenation is missing", finding(volume, Code.FEWER_IMAGES).text());
	}

	/** Two frames of six, which hold 1000 times their number. */
	private static SyntheticSeries concatenated(final int part, final IntFunction<Attributes> perFrame) {
		return enhanced("e", 2, sharedAxial(), perFrame).with(Tag.CONCATENATION_UID, "1.2.3")
			.with(Tag.IN_CONCATENATION_NUMBER, part + 1)
			.with(Tag.IN_CONCATENATION_TOTAL_NUMBER, 3)
			.with(Tag.SOP_INSTANCE_UID, "1.2.3." + part)
			.values((k, r, c) -> 1000 * (2 * part + k));
	}

	/** Also of a modality whose frames are times if they have no place. */
	@Test
	void firstFrameWithoutPositionCostsOnlyItself(@TempDir final Path folder) throws IOException {
		enhanced("e", 4, sharedAxial(), k -> k == 0 ? groups() : frameAt(-10, -20, 30 + 3 * k, NOTHING))
			.with(Tag.MODALITY, "OT")
			.write(folder);
		final DicomVolume volume = DicomVolumes.open(folder);
		assertSizes(volume, 16, 12, 3, 1, 1);
		assertOrigin(volume, -10, -20, 33);
		assertEquals(2, DicomVolumes.scan(folder).stacks().size());
	}

	@ParameterizedTest
	@CsvSource({ "4, 4, items for 6 frames; the frames after them have no groups of their own",
		"9, 6, items for 6 frames; the last are ignored" })
	void groupsForAnotherNumberOfFramesAreSaid(final int items, final int placed, final String text,
		@TempDir final Path folder) throws IOException
	{
		enhanced("e", 6, sharedAxial(), k -> NOTHING).with(Tag.PER_FRAME_FUNCTIONAL_GROUPS_SEQUENCE,
			IntStream.range(0, items).mapToObj(k -> frameAt(-10, -20, 30 + 3 * k, NOTHING)).toArray(Attributes[]::new))
			.write(folder);
		final DicomVolume volume = DicomVolumes.open(folder);
		assertSizes(volume, 16, 12, placed, 1, 1);
		assertEquals("(5200,9230) Per-frame Functional Groups Sequence has " + items + " " + text,
			finding(volume, Code.POSITIONS_ASSUMED).text());
	}

	/** Frames that have neither pixels nor groups are nowhere; a number that no int holds is not 1. */
	@ParameterizedTest
	@ValueSource(strings = { "2147483647", "99999999999" })
	void framesThatNothingSpeaksOfAreNotTried(final String number, @TempDir final Path folder) throws IOException {
		enhanced("e", 3, sharedAxial(), k -> frameAt(-10, -20, 30 + 3 * k, NOTHING)).with(Tag.NUMBER_OF_FRAMES, number)
			.write(folder);
		final SeriesCatalog catalog = DicomVolumes.scan(folder);
		assertEquals(1, catalog.stacks().size());
		assertEquals(3, catalog.stacks().get(0).slices());
		assertTrue(finding(catalog.stacks().get(0), Code.FEWER_IMAGES).text()
			.startsWith("(0028,0008) Number of Frames is " + number + ", but the pixel data are 1152 bytes"));
	}

	@Test
	void enhancedFilesOfOneSeriesAreApart(@TempDir final Path folder) throws IOException {
		for (int file = 0; file < 2; file++)
			enhanced("e", 3, sharedAxial(), k -> frameAt(-10, -20, 30 + 3 * k, NOTHING))
				.with(Tag.SOP_INSTANCE_UID, "1.2.3." + file)
				.fileNames("FILE" + file)
				.write(folder);
		assertEquals(2, DicomVolumes.scan(folder).stacks().size());
	}

	@Test
	void echoTimesOfFrameGroupsAreChannels(@TempDir final Path folder) throws IOException {
		enhanced("e", 4, sharedAxial(),
			k -> groups(tag("PlanePositionSequence"), item(Tag.IMAGE_POSITION_PATIENT, 0, 0, 4 * (k / 2)),
				tag("MREchoSequence"), item(tag("EffectiveEchoTime"), 5 + 5 * (k % 2))))
			.write(folder);
		final DicomVolume volume = DicomVolumes.open(folder);
		assertSizes(volume, 16, 12, 2, 2, 1);
		assertEquals(List.of("EchoTime 5 ms", "EchoTime 10 ms"), volume.stack().channelAxis().labels());
	}

	@Test
	void slidesAreNotTakenForTimes(@TempDir final Path folder) throws IOException {
		enhanced("e", 4, sharedAxial(), k -> groups()).with(Tag.DIMENSION_ORGANIZATION_TYPE, "TILED_FULL")
			.with(Tag.MODALITY, "SM")
			.write(folder);
		assertTrue(DicomVolumes.scan(folder).stacks().get(0).unsupported().get().contains("tiles of a slide"));
	}

	@Test
	void numberOfFramesIsNotBelieved(@TempDir final Path folder) throws IOException {
		enhanced("e", 3, sharedAxial(), k -> frameAt(-10, -20, 30 + 3 * k, NOTHING)).with(Tag.NUMBER_OF_FRAMES, 2e9)
			.write(folder);
		final SeriesCatalog catalog = DicomVolumes.scan(folder);
		assertTrue(catalog.stacks().stream().mapToLong(s -> s.frames().size()).sum() <= 8);
		assertTrue(finding(catalog.stacks().get(0), Code.FEWER_IMAGES).text()
			.startsWith("(0028,0008) Number of Frames is 2000000000, but the pixel data are 1152 bytes"));
	}

	@Test
	void cutFileKeepsItsFrames(@TempDir final Path folder) throws IOException {
		enhanced("e", 4, sharedAxial(), k -> frameAt(-10, -20, 30 + 3 * k, NOTHING)).pixelBytes(3 * 384 + 100)
			.write(folder);
		final DicomVolume volume = DicomVolumes.open(folder);
		assertSizes(volume, 16, 12, 4, 1, 1);
		assertEquals(3000 + 31, storedAt(volume, 1, 3, 3), "byte 98 of frame 3");
		assertEquals(0, storedAt(volume, 4, 3, 3), "filled with the least value");
		assertTrue(finding(volume, Code.TRUNCATED).files().get(0).endsWith("IM001 frame 4: 100 of 384 bytes"));
	}

	@Test
	void thousandsOfFramesAreOneVolume(@TempDir final Path folder) throws IOException {
		final int n = 5000;
		enhanced("big", n, sharedAxial(),
			k -> frameAt(-10, -20, 30 + 3 * (k * 7 % 1000), item(tag("TemporalPositionIndex"), 1 + k / 1000)))
			.size(1, 1)
			.values((k, r, c) -> k)
			.write(folder);
		final SeriesCatalog catalog = DicomVolumes.scan(folder);
		assertEquals(5, catalog.stacks().get(0).times());
		assertEquals(1000, catalog.stacks().get(0).slices());
		final DicomVolume volume = DicomVolumes.open(folder);
		for (int k = 0; k < n; k += 37)
			assertEquals(k, storedAt(volume, 0, 0, k * 7 % 1000, 0, k / 1000));
	}

	@Test
	void realPerfusionIsSortedAlongItsNormal() throws IOException {
		final DicomVolume volume = DicomVolumes.open(data("pydicom-data/eCT_Supplemental.dcm"));
		assertSizes(volume, 512, 512, 2, 1, 1);
		assertSpacing(volume, 0.388672, 0.388672, 10);
		assertOrigin(volume, 99.5, -301.5, -149);
		assertEquals("RPF", volume.geometry().letters());
		assertEquals(1, volume.stack().frame(0, 0, 0).get().index());
		assertEquals(-1024, volume.plan().line().intercept());
	}

	@Test
	void realFramesWithoutGroupsAreInTheOrderOfTheFile() throws IOException {
		final DicomVolume volume = DicomVolumes.open(data("pydicom-data/emri_small.dcm"));
		assertSizes(volume, 64, 64, 10, 1, 1);
		assertEquals(1.2, volume.geometry().spacing()[2]);
		assertTrue(finding(volume, Code.NO_POSITION).text().contains("their order and positions are uncalibrated"));
		for (int z = 0; z < 10; z++)
			assertEquals(z, volume.stack().frame(z, 0, 0).get().index());
	}

	@Test
	void ultrasoundVolumesHaveTheirOwnCoordinates(@TempDir final Path folder) throws IOException {
		enhanced("us", 4,
			groups(tag("PlaneOrientationVolumeSequence"), item(Tag.IMAGE_ORIENTATION_VOLUME, 1, 0, 0, 0, 1, 0),
				tag("PixelMeasuresSequence"), item(Tag.PIXEL_SPACING, 2, 0.5)),
			k -> groups(tag("PlanePositionVolumeSequence"), item(Tag.IMAGE_POSITION_VOLUME, 0, 0, 9 - 3 * k)))
			.with(Tag.MODALITY, "US")
			.write(folder);
		final DicomVolume volume = DicomVolumes.open(folder);
		assertSizes(volume, 16, 12, 4, 1, 1);
		assertSpacing(volume, 0.5, 2, 3);
		assertEquals(3000, storedAt(volume, 0, 0, 0));
		assertEquals(false, volume.geometry().patientBased());
		assertTrue(finding(volume, Code.NO_POSITION).text().contains("Image Position (Volume)"));
	}

	@Test
	void videoIsNamed(@TempDir final Path folder) throws IOException {
		SyntheticObjects.cine("film", 3).syntax(TransferSyntax.of("1.2.840.10008.1.2.4.103")).write(folder);
		assertTrue(DicomVolumes.scan(folder)
			.stacks()
			.get(0)
			.unsupported()
			.orElseThrow()
			.startsWith("not read yet: video (MPEG-4"));
	}

	// -- R18: cine --

	@Test
	void framesOfACineLoopAreTimes(@TempDir final Path folder) throws IOException {
		SyntheticObjects.cine("us", 4)
			.with(Tag.FRAME_INCREMENT_POINTER, 0x18, 0x1063)
			.with(Tag.FRAME_TIME, 33.333)
			.write(folder);
		final DicomVolume volume = DicomVolumes.open(folder);
		assertSizes(volume, 16, 12, 1, 1, 4);
		assertEquals(0.033333, volume.stack().timeAxis().interval().getAsDouble(), 1e-9);
		for (int t = 0; t < 4; t++)
			assertEquals(1000 * t + 12, storedAt(volume, 2, 1, 0, 0, t));
		assertEquals("4 frames of one file are times, 0.033333 s apart",
			finding(volume, Code.REPEATED_POSITIONS).text());
	}

	@Test
	void frameTimesMayDiffer(@TempDir final Path folder) throws IOException {
		SyntheticObjects.cine("us", 3).with(Tag.FRAME_TIME_VECTOR, 0, 40, 60).write(folder);
		assertEquals(List.of(0.0, 0.04, 0.1), DicomVolumes.open(folder).stack().timeAxis().seconds());
	}

	@ParameterizedTest
	@CsvSource({ "2, it is ignored", "6, the first 4 are taken" })
	void frameTimesForAnotherNumberOfFramesAreSaid(final int times, final String what, @TempDir final Path folder)
		throws IOException
	{
		SyntheticObjects.cine("us", 4)
			.with(Tag.FRAME_TIME_VECTOR, IntStream.range(0, times).mapToDouble(k -> 40 * Math.min(k, 1)).toArray())
			.write(folder);
		final DicomVolume volume = DicomVolumes.open(folder);
		assertEquals(times < 4 ? List.of() : List.of(0.0, 0.04, 0.08, 0.12), volume.stack().timeAxis().seconds());
		assertEquals("(0018,1065) Frame Time Vector has " + times + " values for 4 frames; " + what,
			finding(volume, Code.TIMES_ASSUMED).text());
	}

	/** Frame Time counts, so nothing is assumed. */
	@Test
	void frameTimesThatNobodyUsesAreNotSaid(@TempDir final Path folder) throws IOException {
		SyntheticObjects.cine("us", 4).with(Tag.FRAME_TIME, 25).with(Tag.FRAME_TIME_VECTOR, 0, 40).write(folder);
		final DicomVolume volume = DicomVolumes.open(folder);
		assertEquals(0.025, volume.stack().timeAxis().interval().getAsDouble(), 1e-12);
		assertFalse(volume.report().has(Code.TIMES_ASSUMED));
	}

	@Test
	void frameRateSaysTheInterval(@TempDir final Path folder) throws IOException {
		SyntheticObjects.cine("us", 3).with(Tag.CINE_RATE, 25).write(folder);
		assertEquals(0.04, DicomVolumes.open(folder).stack().timeAxis().interval().getAsDouble());
	}

	@Test
	void biplaneLoopsStayApart(@TempDir final Path folder) throws IOException {
		for (int plane = 0; plane < 2; plane++)
			SyntheticObjects.cine("xa", 3)
				.modality("XA")
				.with(Tag.SOP_INSTANCE_UID, "1.2.3." + plane)
				.fileNames("PLANE" + plane)
				.write(folder);
		final List<DicomVolume> volumes = DicomVolumes.openAll(folder);
		assertEquals(2, volumes.size());
		for (final DicomVolume volume : volumes)
			assertSizes(volume, 16, 12, 1, 1, 3);
	}

	@Test
	void loopOfOneSliceKeepsItsPlace(@TempDir final Path folder) throws IOException {
		new SyntheticSeries().modality("MR").slices(1).frames(5).with(Tag.FRAME_TIME, 20).write(folder);
		final DicomVolume volume = DicomVolumes.open(folder);
		assertSizes(volume, 16, 12, 1, 1, 5);
		assertOrigin(volume, -10, -20, 30);
		assertEquals(true, volume.geometry().patientBased());
	}

	@Test
	void realUltrasoundLoop() throws IOException {
		final DicomVolume volume = DicomVolumes.open(data("pydicom/examples_ybr_color.dcm"));
		assertSizes(volume, 320, 240, 1, 1, 30);
		assertEquals(0.033333, volume.stack().timeAxis().interval().getAsDouble(), 1e-9);
		assertEquals("pixel", volume.geometry().unit());
	}

	@Test
	void realCompressedFramesAreThoseOfTheUncompressedFile() throws IOException {
		final DicomVolume plain = DicomVolumes.open(data("pydicom-data/emri_small.dcm"));
		for (final String name : List.of("emri_small_RLE.dcm", "emri_small_jpeg_2k_lossless.dcm")) {
			final DicomVolume volume = DicomVolumes.open(data("pydicom-data/" + name));
			for (int z = 0; z < 10; z++)
				assertArrayEquals((short[]) plain.plane(z, 0, 0), (short[]) volume.plane(z, 0, 0),
					name + " slice " + z);
		}
	}

	private static Attributes pointer(final int tag) {
		return item(Tag.DIMENSION_INDEX_POINTER, Tag.group(tag), Tag.element(tag));
	}
}
