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
import static io.github.dicomvolumes.rules.Volumes.assertSizes;
import static io.github.dicomvolumes.rules.Volumes.assertSpacing;
import static io.github.dicomvolumes.rules.Volumes.codes;
import static io.github.dicomvolumes.rules.Volumes.finding;
import static io.github.dicomvolumes.rules.Volumes.slices;
import static io.github.dicomvolumes.rules.Volumes.storedAt;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.List;

import io.github.dicomvolumes.DicomVolumes;
import io.github.dicomvolumes.SyntheticSeries;
import io.github.dicomvolumes.data.Attributes;
import io.github.dicomvolumes.data.Tag;
import io.github.dicomvolumes.data.VR;
import io.github.dicomvolumes.series.Finding.Code;
import io.github.dicomvolumes.volume.DicomVolume;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** R9, R51 to R53, R55, R65 and R67 by their examples; the laws are in other tests. */
class IdentifiersAndRepeatsTest {

	@TempDir
	Path folder;

	// -- R9, R51, R55 c: identifiers --

	@ParameterizedTest
	@ValueSource(ints = { Tag.STUDY_INSTANCE_UID, Tag.FRAME_OF_REFERENCE_UID })
	void identifierThatDiffersInEveryFileDividesNothing(final int tag) throws IOException {
		new SyntheticSeries().each((k, a) -> a.put(tag, "1.2." + k)).write(folder);
		final DicomVolume volume = DicomVolumes.open(folder);
		assertSizes(volume, 16, 12, 5, 1, 1);
		assertSpacing(volume, 0.5, 2, 3);
		assertEquals(List.of(Code.IDENTIFIER_IGNORED), codes(volume));
	}

	@ParameterizedTest
	@CsvSource({ "FrameOfReferenceUID, divided by frame of reference", "SeriesNumber, divided by series number" })
	void identifierOfWholeStacksDivides(final String keyword, final String reason) throws IOException {
		new SyntheticSeries().slices(8)
			.positions(k -> new double[] { -10, -20, 30 + 3 * (k % 4) })
			.each((k, a) -> a.put(tag(keyword), Integer.toString(1 + k / 4)))
			.write(folder);
		final List<DicomVolume> volumes = DicomVolumes.openAll(folder);
		assertEquals(List.of(4L, 4L), slices(volumes));
		assertEquals(reason, finding(volumes.get(0), Code.SPLIT).text());
	}

	// -- R52, R53: files and stacks --

	@Test
	void filesThatContinueTheGridAreOneVolume() throws IOException {
		for (int file = 0; file < 2; file++) {
			final int first = 3 * file;
			enhanced("e", 3, sharedAxial(), k -> frameAt(-10, -20, 30 + 3 * (first + k), Attributes.EMPTY))
				.with(Tag.INSTANCE_NUMBER, 1 + file)
				.with(Tag.SOP_INSTANCE_UID, "1.2.3." + file)
				.fileNames("F" + file + "%d")
				.write(folder);
		}
		assertSizes(DicomVolumes.open(folder), 16, 12, 6, 1, 1);
	}

	@Test
	void filesOfOtherOrientationAreVolumesOfTheirOwn() throws IOException {
		for (int file = 0; file < 2; file++) {
			final Attributes shared = groups(tag("PlaneOrientationSequence"),
				item(Tag.IMAGE_ORIENTATION_PATIENT, 1, 0, 0, 0, 1 - file, file), tag("PixelMeasuresSequence"),
				item(Tag.PIXEL_SPACING, 2, 0.5));
			final int axis = file;
			enhanced("e", 3, shared, k -> frameAt(-10, -20 - 3 * k * axis, 30 + 3 * k * (1 - axis), Attributes.EMPTY))
				.with(Tag.SOP_INSTANCE_UID, "1.2.3." + file)
				.fileNames("F" + file + "%d")
				.write(folder);
		}
		assertEquals(List.of(3L, 3L), slices(DicomVolumes.openAll(folder)));
	}

	@Test
	void interleavedStacksAreOneVolume() throws IOException {
		enhanced("e", 12, sharedAxial(), k -> frameAt(-10, -20, 2 * (k / 4 + 3 * (k % 4)),
			Attributes.builder().put(Tag.STACK_ID, "S" + k / 4).build())).write(folder);
		final DicomVolume volume = DicomVolumes.open(folder);
		assertSizes(volume, 16, 12, 12, 1, 1);
		assertSpacing(volume, 0.5, 2, 2);
		for (int z = 0; z < 12; z++)
			assertEquals(1000 * (z % 3 * 4 + z / 3), storedAt(volume, 0, 0, z));
	}

	// -- R55 --

	/** Frames without the attribute are one more value. */
	@Test
	void absentWeightingIsAChannel() throws IOException {
		repeats(9, 3).each((k, a) -> {
			if (k / 3 == 0) return;
			a.put(Tag.DIFFUSION_B_VALUE, 1500)
				.put(Tag.DIFFUSION_GRADIENT_ORIENTATION, k / 3 == 1 ? 1 : 0, k / 3 == 2 ? 1 : 0, 0);
		}).write(folder);
		final DicomVolume volume = DicomVolumes.open(folder);
		assertSizes(volume, 16, 12, 3, 3, 1);
		assertEquals(List.of("no b-value and gradient direction", "b = 1500 s/mm2, direction 1 0 0",
			"b = 1500 s/mm2, direction 0 1 0"), volume.stack().channelAxis().labels());
	}

	@Test
	void productOfThreeAttributes() throws IOException {
		repeats(36, 3).each((k, a) -> a.put(Tag.TEMPORAL_POSITION_IDENTIFIER, 1 + k / 12)
			.put(Tag.NOMINAL_CARDIAC_TRIGGER_DELAY_TIME, 100 * (k / 6 % 2))
			.put(tag("ASLContext"), k / 3 % 2 == 0 ? "CONTROL" : "LABEL")).write(folder);
		final DicomVolume volume = DicomVolumes.open(folder);
		assertSizes(volume, 16, 12, 3, 2, 6);
		assertEquals(List.of("CONTROL", "LABEL"), volume.stack().channelAxis().labels());
		for (int k = 0; k < 36; k++)
			assertEquals(1000 * k, storedAt(volume, 0, 0, k % 3, k / 3 % 2, k / 6));
	}

	/** The phase of the slices is no difference of times. */
	@Test
	void triggerTimesThatRunOverTheSlices() throws IOException {
		repeats(12, 4).with(Tag.TEMPORAL_POSITION_IDENTIFIER, 1)
			.each((k, a) -> a.put(Tag.TRIGGER_TIME, 100 * (k / 4) + 7 * (k % 4)))
			.write(folder);
		final DicomVolume volume = DicomVolumes.open(folder);
		assertSizes(volume, 16, 12, 4, 1, 3);
		assertEquals(0.1, volume.stack().timeAxis().interval().getAsDouble());
	}

	@Test
	void repetitionTimeIsAssumedWhereNothingSaysWhen() throws IOException {
		repeats(12, 4).with(Tag.REPETITION_TIME, 2000).write(folder);
		final DicomVolume volume = DicomVolumes.open(folder);
		assertSizes(volume, 16, 12, 4, 1, 3);
		assertEquals(2, volume.stack().timeAxis().interval().getAsDouble());
		assertTrue(finding(volume, Code.TIMES_ASSUMED).text().contains("(0018,0080) Repetition Time"));
		assertTrue(finding(volume, Code.REPEATS_BY_NUMBER).text().contains("no attribute tells them apart"));
	}

	@Test
	void otherRepetitionTimeIsMentioned() throws IOException {
		repeats(12, 4).with(Tag.REPETITION_TIME, 3000)
			.each((k, a) -> a.put(Tag.ACQUISITION_TIME, "12000" + 2 * (k / 4)))
			.write(folder);
		final DicomVolume volume = DicomVolumes.open(folder);
		assertEquals(2, volume.stack().timeAxis().interval().getAsDouble());
		assertEquals("Repetition Time says 3 s", finding(volume, Code.INTERVAL_DISAGREES).text());
	}

	/** GE's timer counts seconds, before about 2010 1e-4 seconds; 0 throughout it tells nothing. */
	@ParameterizedTest
	@CsvSource({ "5, 5", "50000, 5", "0, 2" })
	void timerOfGe(final double step, final double seconds) throws IOException {
		repeats(12, 4).with(Tag.REPETITION_TIME, 2000)
			.each((k, a) -> a.put(0x00210010, VR.LO, "GEMS_RELA_01".getBytes())
				.put(0x0021105E, VR.DS, Double.toString(step * (k / 4) + step / 10 * (k % 4)).getBytes()))
			.write(folder);
		final DicomVolume volume = DicomVolumes.open(folder);
		assertSizes(volume, 16, 12, 4, 1, 3);
		assertEquals(seconds, volume.stack().timeAxis().interval().getAsDouble());
	}

	// -- R55 c, h, i: what manufacturers say --

	@Test
	void directionsOfGeAreInItsOwnFrame() throws IOException {
		repeats(9, 3).each((k, a) -> {
			a.put(0x00430010, VR.LO, "GEMS_PARM_01".getBytes())
				.put(0x00431039, VR.IS, (k < 3 ? "0" : "1000001000\\8").getBytes());
			if (k >= 3) a.put(0x00190010, VR.LO, "GEMS_ACQU_01".getBytes())
				.put(0x001910BB, VR.DS, (k < 6 ? "1" : "0").getBytes())
				.put(0x001910BC, VR.DS, (k < 6 ? "0" : "1").getBytes())
				.put(0x001910BD, VR.DS, "0".getBytes());
		}).write(folder);
		assertChannels("b = 0 s/mm2", "b = 1000 s/mm2, direction 1 0 0 (GE frame)",
			"b = 1000 s/mm2, direction 0 1 0 (GE frame)");
	}

	@Test
	void directionsOfCanonAreInComments() throws IOException {
		final String[] comments = { "b=0", "b=1000(1,0,0)", "b=1000(0,0.6,0.8)" };
		repeats(9, 3).each((k, a) -> a.put(Tag.IMAGE_COMMENTS, comments[k / 3])).write(folder);
		assertChannels("b = 0 s/mm2", "b = 1000 s/mm2, direction 1 0 0", "b = 1000 s/mm2, direction 0 0.6 0.8");
	}

	@Test
	void directionsOfUnitedImaging() throws IOException {
		repeats(9, 3).each((k, a) -> {
			a.put(0x00650010, VR.LO, "Image Private Header".getBytes())
				.put(0x00651009, VR.FD, doubles(k < 3 ? 0 : 800));
			if (k >= 3) a.put(0x00651037, VR.FD, doubles(k < 6 ? 1 : 0, k < 6 ? 0 : 1, 0));
		}).write(folder);
		assertChannels("b = 0 s/mm2", "b = 800 s/mm2, direction 1 0 0", "b = 800 s/mm2, direction 0 1 0");
	}

	@Test
	void traceOfPhilipsIsNoDirection() throws IOException {
		repeats(12, 3).each((k, a) -> {
			a.put(0x20010010, VR.LO, "Philips Imaging DD 001".getBytes())
				.put(0x20011003, VR.FL, floats(k < 3 ? 0 : 1000))
				.put(0x20011004, VR.CS, (k < 3 || k >= 9 ? "I" : "O").getBytes())
				.put(0x20050010, VR.LO, "Philips MR Imaging DD 001".getBytes());
			for (int i = 0; i < 3; i++)
				a.put(0x200510B0 + i, VR.FL, floats(i == k / 3 - 1 && k < 9 ? 1 : 0));
		}).write(folder);
		assertChannels("b = 0 s/mm2", "b = 1000 s/mm2, direction 1 0 0", "b = 1000 s/mm2, direction 0 1 0",
			"b = 1000 s/mm2, trace");
	}

	@ParameterizedTest
	@CsvSource({ "0043102F, 0, 1, magnitude, phase", "00431030, 2, 0, map type 2, field map in Hz" })
	void kindsOfGeAreVolumes(final String tag, final String first, final String second, final String one,
		final String other) throws IOException
	{
		repeats(6, 3).each((k, a) -> a.put(0x00430010, VR.LO, "GEMS_PARM_01".getBytes())
			.put(Integer.parseUnsignedInt(tag, 16), VR.IS, (k < 3 ? first : second).getBytes())).write(folder);
		final List<DicomVolume> volumes = DicomVolumes.openAll(folder);
		assertEquals(List.of(3L, 3L), slices(volumes));
		assertEquals(List.of("divided by image type (" + one + ")", "divided by image type (" + other + ")"),
			volumes.stream().map(v -> finding(v, Code.SPLIT).text()).toList());
	}

	private void assertChannels(final String... labels) throws IOException {
		assertEquals(List.of(labels), DicomVolumes.open(folder).stack().channelAxis().labels());
	}

	private static byte[] doubles(final double... values) {
		final ByteBuffer bytes = ByteBuffer.allocate(8 * values.length).order(ByteOrder.LITTLE_ENDIAN);
		bytes.asDoubleBuffer().put(values);
		return bytes.array();
	}

	private static byte[] floats(final float value) {
		return ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putFloat(value).array();
	}

	@Test
	void numbersShowTheMissingFile() throws IOException {
		repeats(20, 5).omit(7).write(folder);
		final DicomVolume volume = DicomVolumes.open(folder);
		assertSizes(volume, 16, 12, 5, 1, 4);
		assertTrue(volume.stack().frame(2, 0, 1).isEmpty());
		assertTrue(finding(volume, Code.MISSING_SLICES).text().startsWith("slice 3 of time 2 is missing"));
		for (int k = 0; k < 20; k++)
			if (k != 7) assertEquals(1000 * k, storedAt(volume, 0, 0, k % 5, 0, k / 5));
	}

	// -- R65: volumes a little apart --

	@ParameterizedTest
	@ValueSource(ints = { Tag.TEMPORAL_POSITION_IDENTIFIER, Tag.ECHO_TIME, Tag.ACQUISITION_TIME })
	void littleApartIsOneVolumeWithAWarning(final int tag) throws IOException {
		shifted(tag, 0.02);
		final DicomVolume volume = DicomVolumes.open(folder);
		assertEquals(4, volume.stack().slices());
		assertEquals(3, volume.stack().channels() * volume.stack().times());
		assertSpacing(volume, 0.5, 2, 3);
		assertTrue(finding(volume, Code.POSITIONS_DIFFER).text().contains("0.04 mm"));
	}

	@ParameterizedTest
	@ValueSource(ints = { Tag.TEMPORAL_POSITION_IDENTIFIER, Tag.ECHO_TIME, Tag.ACQUISITION_TIME })
	void fartherApartIsAVolumeForEachValue(final int tag) throws IOException {
		shifted(tag, 0.35);
		final List<DicomVolume> volumes = DicomVolumes.openAll(folder);
		assertEquals(List.of(4L, 4L, 4L), slices(volumes));
		for (int t = 0; t < 3; t++) {
			assertSpacing(volumes.get(t), 0.5, 2, 3);
			for (int z = 0; z < 4; z++)
				assertEquals(1000 * (4 * t + z), storedAt(volumes.get(t), 0, 0, z));
		}
	}

	private void shifted(final int tag, final double mm) throws IOException {
		new SyntheticSeries().modality("MR")
			.slices(12)
			.positions(k -> new double[] { -10, -20, 30 + 3 * (k % 4) + mm * (k / 4) })
			.each((k, a) -> a.put(tag, "" + (tag == Tag.ACQUISITION_TIME ? 12000 : 1) + k / 4))
			.write(folder);
	}

	// -- R67 --

	@Test
	void inversionTimesAreSortedChannels() throws IOException {
		final int[] times = { 1200, 100, 350, 2800 };
		repeats(12, 3).each((k, a) -> a.put(tag("InversionTime"), times[k / 3])).write(folder);
		assertEquals(
			List.of("InversionTime 100 ms", "InversionTime 350 ms", "InversionTime 1200 ms", "InversionTime 2800 ms"),
			DicomVolumes.open(folder).stack().channelAxis().labels());
	}

	@Test
	void phasesInPercentAreSorted() throws IOException {
		final int[] percent = { 70, 0, 30 };
		repeats(12, 4).each((k, a) -> a.put(tag("NominalPercentageOfCardiacPhase"), percent[k / 4])).write(folder);
		final DicomVolume volume = DicomVolumes.open(folder);
		assertSizes(volume, 16, 12, 4, 3, 1);
		assertEquals("0 % of the cardiac cycle", volume.stack().channelAxis().labels().get(0));
		assertEquals(4000, storedAt(volume, 0, 0, 0, 0, 0));
	}

	@Test
	void energiesNumberedAlternately() throws IOException {
		new SyntheticSeries().slices(8)
			.positions(k -> new double[] { -10, -20, 30 + 3 * (k / 2) })
			.each((k, a) -> a.put(tag("KVP"), k % 2 == 0 ? 140 : 80))
			.write(folder);
		final DicomVolume volume = DicomVolumes.open(folder);
		assertSizes(volume, 16, 12, 4, 2, 1);
		assertEquals(List.of("80 kV", "140 kV"), volume.stack().channelAxis().labels());
		for (int k = 0; k < 8; k++)
			assertEquals(1000 * k, storedAt(volume, 0, 0, k / 2, 1 - k % 2, 0));
	}

	@Test
	void sequencesWithTimesAreVolumes() throws IOException {
		repeats(36, 3)
			.each((k, a) -> a.put(Tag.SEQUENCE_NAME, "fl3d1_v" + k / 12).put(Tag.TRIGGER_TIME, 40 * (k / 3 % 4)))
			.write(folder);
		final List<DicomVolume> volumes = DicomVolumes.openAll(folder);
		assertEquals(3, volumes.size());
		for (final DicomVolume volume : volumes)
			assertSizes(volume, 16, 12, 3, 1, 4);
	}

	@Test
	void eachSliceItsOwnTimeAndDescendingNumbers() throws IOException {
		repeats(12, 4).descendingInstanceNumbers()
			.each((k, a) -> a.put(Tag.ACQUISITION_TIME, "1200%02d.5".formatted(4 * (k / 4) + k % 4)))
			.write(folder);
		final DicomVolume volume = DicomVolumes.open(folder);
		assertSizes(volume, 16, 12, 4, 1, 3);
		assertEquals(4, volume.stack().timeAxis().interval().getAsDouble());
		for (int k = 0; k < 12; k++)
			assertEquals(1000 * k, storedAt(volume, 0, 0, k % 4, 0, k / 4));
	}

	/** Positions count, but a location that runs is mentioned. */
	@Test
	void equalPositionsWithRunningSliceLocations() throws IOException {
		repeats(5, 1).each((k, a) -> a.put(tag("SliceLocation"), 3 * k)).write(folder);
		final DicomVolume volume = DicomVolumes.open(folder);
		assertSizes(volume, 16, 12, 1, 1, 5);
		assertTrue(finding(volume, Code.POSITIONS_ASSUMED).text()
			.startsWith("(0020,1041) Slice Location runs from 0 to 12 mm"));
	}

	/** An MR series that measures all positions again and again. */
	private static SyntheticSeries repeats(final int frames, final int positions) {
		return new SyntheticSeries().modality("MR")
			.slices(frames)
			.positions(k -> new double[] { -10, -20, 30 + 3 * (k % positions) });
	}
}
