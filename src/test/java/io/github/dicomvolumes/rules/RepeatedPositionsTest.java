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

import static io.github.dicomvolumes.rules.Volumes.assertSizes;
import static io.github.dicomvolumes.rules.Volumes.codes;
import static io.github.dicomvolumes.rules.Volumes.data;
import static io.github.dicomvolumes.rules.Volumes.finding;
import static io.github.dicomvolumes.rules.Volumes.storedAt;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

import io.github.dicomvolumes.DicomVolumes;
import io.github.dicomvolumes.SyntheticSeries;
import io.github.dicomvolumes.data.Tag;
import io.github.dicomvolumes.data.VR;
import io.github.dicomvolumes.series.Finding.Code;
import io.github.dicomvolumes.series.catalog.SeriesCatalog;
import io.github.dicomvolumes.series.catalog.Stack;
import io.github.dicomvolumes.volume.DicomVolume;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** R14: several frames at each position are times, channels, or volumes of their own. */
class RepeatedPositionsTest {

	private static final int TRIGGER_DELAY = Tag.NOMINAL_CARDIAC_TRIGGER_DELAY_TIME;

	/**
	 * Of some positions there are three frames, of some two, of most one: the extra ones were lost, or stopped the
	 * series.
	 */
	@ParameterizedTest
	@ValueSource(
		strings = { "11111112223", "32221111111", "1111111111123", "1111111111132", "111111111111111111111444321" })
	void unequallyManyFramesAreAllInAVolume(final String counts, @TempDir final Path folder) throws IOException {
		final int[] positions = IntStream.range(0, counts.length())
			.flatMap(p -> IntStream.generate(() -> p).limit(counts.charAt(p) - '0'))
			.toArray();
		new SyntheticSeries().slices(positions.length)
			.positions(k -> new double[] { 0, 0, 3 * positions[k] })
			.write(folder);
		final SeriesCatalog catalog = DicomVolumes.scan(folder);
		assertEquals(List.of(), catalog.skipped());
		assertEquals(positions.length, catalog.stacks().stream().flatMap(s -> s.frames().stream()).distinct().count());
		assertEquals(counts.length(), catalog.select("largest").get(0).slices());
	}

	@RuleCases("temporal_tpi")
	void temporalPositionsAreTimes(final RuleCase files) throws IOException {
		final DicomVolume volume = files.volume();
		assertSizes(volume, 16, 12, 4, 1, 3);
		assertEquals(6000, storedAt(volume, 0, 0, 2, 0, 1));
		assertEquals("3 times, told apart by Temporal Position Identifier",
			finding(volume, Code.REPEATED_POSITIONS).text());
		assertEquals(List.of(), volume.stack().timeAxis().seconds(), "nothing says when");
		assertEquals(List.of(), volume.report().warnings());
	}

	@RuleCases("temporal_txyz_no_tag")
	void acquisitionTimesAreTimes(final RuleCase files) throws IOException {
		final DicomVolume volume = files.volume();
		assertSizes(volume, 16, 12, 4, 1, 3);
		assertEquals(7000, storedAt(volume, 0, 0, 2, 0, 1));
		assertEquals(List.of(0.0, 1.0, 2.0), volume.stack().timeAxis().seconds());
		assertEquals(1, volume.stack().timeAxis().interval().getAsDouble());
	}

	@RuleCases("multi_echo")
	void echoesAreChannels(final RuleCase files) throws IOException {
		final DicomVolume volume = files.volume();
		assertSizes(volume, 16, 12, 4, 2, 1);
		assertEquals(List.of("EchoTime 10 ms", "EchoTime 20 ms"), volume.stack().channelAxis().labels());
		for (int z = 0; z < 4; z++)
			for (int c = 0; c < 2; c++)
				assertEquals(4000 * c + 1000 * z + 45, storedAt(volume, 5, 4, z, c, 0));
	}

	@RuleCases("dwi")
	void diffusionWeightsAreChannels(final RuleCase files) throws IOException {
		final DicomVolume volume = files.volume();
		assertSizes(volume, 16, 12, 4, 2, 1);
		assertEquals(List.of("b = 0 s/mm2", "b = 1000 s/mm2"), volume.stack().channelAxis().labels());
		assertEquals(6000, storedAt(volume, 0, 0, 2, 1, 0));
	}

	@RuleCases("temporal_incomplete")
	void incompleteTimeIsApart(final RuleCase files) throws IOException {
		final List<DicomVolume> volumes = files.volumes();
		assertEquals(2, volumes.size());
		final DicomVolume complete = volumes.get(0), incomplete = volumes.get(1);
		assertSizes(complete, 16, 12, 4, 1, 2);
		assertEquals(10000, storedAt(complete, 0, 0, 2, 0, 1), "times 1 and 3");
		assertTrue(finding(complete, Code.INCOMPLETE).text().startsWith("1 of 3 times"));
		assertEquals("1 of 4 slices missing of Temporal Position Identifier 2",
			finding(incomplete, Code.INCOMPLETE).text());
		assertEquals("slice 3 of 4 is missing; filled to keep the grid of 3 mm",
			finding(incomplete, Code.MISSING_SLICES).text());
		assertEquals(3, incomplete.stack().frames().size());
	}

	/** The time itself may tell who the patient is. */
	@Test
	void incompleteTimesHaveTheirRank(@TempDir final Path folder) throws IOException {
		new SyntheticSeries().modality("MR")
			.slices(16)
			.omit(6, 9)
			.positions(k -> new double[] { -10, -20, 30 + 3 * (k % 4) })
			.each((k, a) -> a.put(Tag.ACQUISITION_TIME, "12000" + (k / 4)))
			.write(folder);
		final List<DicomVolume> volumes = DicomVolumes.openAll(folder);
		assertEquals(3, volumes.size());
		assertEquals("1 of 4 slices missing of time 2 by Acquisition Time",
			finding(volumes.get(1), Code.INCOMPLETE).text());
		assertEquals("1 of 4 slices missing of time 3 by Acquisition Time",
			finding(volumes.get(2), Code.INCOMPLETE).text());
	}

	@RuleCases("all_same_position")
	void framesAtOnePositionAreTimes(final RuleCase files) throws IOException {
		final DicomVolume volume = files.volume();
		assertSizes(volume, 16, 12, 1, 1, 5);
		for (int t = 0; t < 5; t++)
			assertEquals(1000 * t, storedAt(volume, 0, 0, 0, 0, t));
		assertTrue(
			finding(volume, Code.REPEATS_BY_NUMBER).text().contains("in the order of (0020,0013) Instance Number"));
	}

	@Test
	void echoesOfTimesAreBothAxes(@TempDir final Path folder) throws IOException {
		// slice fastest, then echo, then time; the numbers descend
		new SyntheticSeries().modality("MR")
			.slices(24)
			.descendingInstanceNumbers()
			.positions(k -> new double[] { -10, -20, 30 + 3 * (k % 4) })
			.each((k, a) -> a.put(Tag.ECHO_TIME, 4.6 * (1 + k / 4 % 2)).put(Tag.TRIGGER_TIME, 500 * (k / 8)))
			.write(folder);
		final DicomVolume volume = DicomVolumes.open(folder);
		assertSizes(volume, 16, 12, 4, 2, 3);
		assertEquals(List.of("EchoTime 4.6 ms", "EchoTime 9.2 ms"), volume.stack().channelAxis().labels());
		assertEquals(0.5, volume.stack().timeAxis().interval().getAsDouble());
		for (int k = 0; k < 24; k++)
			assertEquals(1000 * k, storedAt(volume, 0, 0, k % 4, k / 4 % 2, k / 8));
		assertEquals(
			"2 channels (EchoTime 4.6 ms; EchoTime 9.2 ms) and 3 times, 0.5 s apart, told apart by Trigger Time" +
				" and Echo Time",
			finding(volume, Code.REPEATED_POSITIONS).text());
	}

	@Test
	void gradientDirectionsAreChannels(@TempDir final Path folder) throws IOException {
		final double[][] directions = { {}, { 0, 1, 0 }, { 1, 0, 0 } };
		new SyntheticSeries().modality("MR")
			.slices(6)
			.positions(k -> new double[] { -10, -20, 30 + 3 * (k % 2) })
			.each((k, a) -> {
				a.put(Tag.DIFFUSION_B_VALUE, k < 2 ? 0 : 1000);
				if (k >= 2) a.put(Tag.DIFFUSION_GRADIENT_ORIENTATION, directions[k / 2]);
			})
			.write(folder);
		assertEquals(List.of("b = 0 s/mm2", "b = 1000 s/mm2, direction 0 1 0", "b = 1000 s/mm2, direction 1 0 0"),
			DicomVolumes.open(folder).stack().channelAxis().labels(), "equal b-values in the order of the numbers");
	}

	@Test
	void manufacturersOwnBValuesCount(@TempDir final Path folder) throws IOException {
		new SyntheticSeries().modality("MR")
			.slices(4)
			.positions(k -> new double[] { -10, -20, 30 + 3 * (k % 2) })
			.each((k, a) -> a.put(0x00430010, VR.LO, "GEMS_PARM_01".getBytes())
				.put(0x00431039, VR.IS, (k < 2 ? "1000000050\\8" : "1000001000\\8").getBytes()))
			.write(folder);
		assertEquals(List.of("b = 50 s/mm2", "b = 1000 s/mm2"),
			DicomVolumes.open(folder).stack().channelAxis().labels(), "without GE's flags");
	}

	/** Images without weighting are measured several times, and acquisitions are counted. */
	@Test
	void repeatedWeightingsAreChannelsToo(@TempDir final Path folder) throws IOException {
		final double[] b = { 0, 1000, 0, 1000, 1000 };
		final double[][] directions = { {}, { 0, 1, 0 }, {}, { 1, 0, 0 }, { 1, 0, 0 } };
		new SyntheticSeries().modality("MR")
			.slices(10)
			.positions(k -> new double[] { -10, -20, 30 + 3 * (k % 2) })
			.each((k, a) -> {
				a.put(Tag.DIFFUSION_B_VALUE, b[k / 2]).put(Tag.ACQUISITION_NUMBER, k / 2 + 1);
				if (k / 2 % 2 == 1 || k / 2 == 4) a.put(Tag.DIFFUSION_GRADIENT_ORIENTATION, directions[k / 2]);
			})
			.write(folder);
		final DicomVolume volume = DicomVolumes.open(folder);
		assertSizes(volume, 16, 12, 2, 5, 1);
		assertEquals(
			List.of("b = 0 s/mm2", "b = 0 s/mm2 (2)", "b = 1000 s/mm2, direction 0 1 0",
				"b = 1000 s/mm2, direction 1 0 0", "b = 1000 s/mm2, direction 1 0 0 (2)"),
			volume.stack().channelAxis().labels());
		final int[] acquisitions = { 0, 2, 1, 3, 4 };
		for (int c = 0; c < 5; c++)
			assertEquals(1000 * (2 * acquisitions[c] + 1), storedAt(volume, 0, 0, 1, c, 0));
	}

	@Test
	void weightingsOfSeveralTimesAreBothAxes(@TempDir final Path folder) throws IOException {
		new SyntheticSeries().modality("MR")
			.slices(12)
			.positions(k -> new double[] { -10, -20, 30 + 3 * (k % 2) })
			.each((k, a) -> a.put(Tag.DIFFUSION_B_VALUE, k / 2 % 2 * 800).put(Tag.ACQUISITION_NUMBER, k / 4 + 1))
			.write(folder);
		final DicomVolume volume = DicomVolumes.open(folder);
		assertSizes(volume, 16, 12, 2, 2, 3);
		assertEquals(List.of("b = 0 s/mm2", "b = 800 s/mm2"), volume.stack().channelAxis().labels());
		assertEquals(7000, storedAt(volume, 0, 0, 1, 1, 1));
	}

	@Test
	void temporalResolutionSaysTheInterval(@TempDir final Path folder) throws IOException {
		new SyntheticSeries().modality("MR")
			.slices(6)
			.positions(k -> new double[] { -10, -20, 30 + 3 * (k % 2) })
			.with(Tag.TEMPORAL_RESOLUTION, 2500)
			.each((k, a) -> a.put(Tag.TEMPORAL_POSITION_IDENTIFIER, 1 + k / 2))
			.write(folder);
		assertEquals(List.of(0.0, 2.5, 5.0), DicomVolumes.open(folder).stack().timeAxis().seconds());
	}

	@Test
	void unequalTimesAreAList(@TempDir final Path folder) throws IOException {
		new SyntheticSeries().modality("MR")
			.slices(6)
			.positions(k -> new double[] { -10, -20, 30 + 3 * (k % 2) })
			.each((k, a) -> a.put(TRIGGER_DELAY, new double[] { 0, 100, 400 }[k / 2]))
			.write(folder);
		final DicomVolume volume = DicomVolumes.open(folder);
		assertEquals(List.of(0.0, 0.1, 0.4), volume.stack().timeAxis().seconds());
		assertTrue(volume.stack().timeAxis().interval().isEmpty());
	}

	@Test
	void acquisitionNumbersAreTimesInMr(@TempDir final Path folder) throws IOException {
		new SyntheticSeries().modality("MR")
			.slices(6)
			.positions(k -> new double[] { -10, -20, 30 + 3 * (k % 2) })
			.each((k, a) -> a.put(Tag.ACQUISITION_NUMBER, 3 - k / 2))
			.write(folder);
		final DicomVolume volume = DicomVolumes.open(folder);
		assertSizes(volume, 16, 12, 2, 1, 3);
		assertEquals(4000, storedAt(volume, 0, 0, 0, 0, 0), "number 1 comes first");
	}

	/** A CT of several phases: the numbers say which, the times that they are times. */
	@Test
	void acquisitionNumbersWithTimesAreTimes(@TempDir final Path folder) throws IOException {
		new SyntheticSeries().slices(6)
			.positions(k -> new double[] { -10, -20, 30 + 3 * (k % 2) })
			.each((k, a) -> a.put(Tag.ACQUISITION_NUMBER, 1 + k / 2)
				.put(Tag.ACQUISITION_TIME, "1200" + (10 + 20 * (k / 2) + k % 2)))
			.write(folder);
		assertEquals(List.of(0.0, 20.0, 40.0), DicomVolumes.open(folder).stack().timeAxis().seconds());
	}

	@Test
	void timesAcrossMidnightAscend(@TempDir final Path folder) throws IOException {
		new SyntheticSeries().modality("MR")
			.slices(4)
			.positions(k -> new double[] { -10, -20, 30 + 3 * (k % 2) })
			.each((k, a) -> a.put(Tag.ACQUISITION_DATE, k < 2 ? "20200101" : "20200102")
				.put(Tag.ACQUISITION_TIME, k < 2 ? "235959.5" : "000001"))
			.write(folder);
		assertEquals(List.of(0.0, 1.5), DicomVolumes.open(folder).stack().timeAxis().seconds());
	}

	@Test
	void kindsOfImageAreApartEvenIfTheyAreTimesToo(@TempDir final Path folder) throws IOException {
		new SyntheticSeries().modality("MR")
			.slices(8)
			.positions(k -> new double[] { -10, -20, 30 + 3 * (k % 2) })
			.each((k, a) -> a.put(Tag.IMAGE_TYPE, "ORIGINAL", "PRIMARY", k / 2 % 2 == 0 ? "M" : "P")
				.put(Tag.TEMPORAL_POSITION_IDENTIFIER, k / 4))
			.write(folder);
		final List<DicomVolume> volumes = DicomVolumes.openAll(folder);
		assertEquals(2, volumes.size());
		for (final DicomVolume volume : volumes)
			assertSizes(volume, 16, 12, 2, 1, 2);
		assertEquals(2000, storedAt(volumes.get(1), 0, 0, 0, 0, 0));
		assertEquals(6000, storedAt(volumes.get(1), 0, 0, 0, 0, 1));
	}

	@Test
	void missingSlicesOfAllTimesAreFilled(@TempDir final Path folder) throws IOException {
		new SyntheticSeries().modality("MR")
			.slices(10)
			.omit(2, 7)
			.positions(k -> new double[] { -10, -20, 30 + 3 * (k % 5) })
			.each((k, a) -> a.put(Tag.TEMPORAL_POSITION_IDENTIFIER, k / 5))
			.write(folder);
		final DicomVolume volume = DicomVolumes.open(folder);
		assertSizes(volume, 16, 12, 5, 1, 2);
		assertEquals(8000, storedAt(volume, 0, 0, 3, 0, 1));
		assertTrue(volume.stack().frame(2, 0, 1).isEmpty());
		assertEquals(List.of(Code.REPEATED_POSITIONS, Code.MISSING_SLICES), codes(volume));
	}

	@Test
	void cutLastTimeWithoutTagsIsApart(@TempDir final Path folder) throws IOException {
		new SyntheticSeries().modality("MR")
			.slices(12)
			.omit(10, 11)
			.positions(k -> new double[] { -10, -20, 30 + 3 * (k % 4) })
			.write(folder);
		final List<DicomVolume> volumes = DicomVolumes.openAll(folder);
		assertEquals(2, volumes.size());
		assertSizes(volumes.get(0), 16, 12, 4, 1, 2);
		assertSizes(volumes.get(1), 16, 12, 2, 1, 1);
		assertEquals(7000, storedAt(volumes.get(0), 0, 0, 3, 0, 1));
		assertTrue(finding(volumes.get(0), Code.INCOMPLETE).text().contains("Instance Number"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "mr_0004", "mr_0005", "mr_0006", "mr_0007" })
	void realTimesWithoutTagsAreInTheOrderOfTheirNumbers(final String name) throws IOException {
		final DicomVolume volume = DicomVolumes.open(data("nih/20180918GE").resolve(name));
		assertSizes(volume, 64, 64, 15, 1, 10);
		assertArrayEquals(new double[] { 3.75, 3.75, 5 }, volume.geometry().spacing(), 1e-4);
		for (int z = 0; z < 15; z++) {
			int last = 0;
			for (int t = 0; t < 10; t++) {
				final int number = volume.attributes(z, 0, t).get().orElse(Tag.INSTANCE_NUMBER, 0);
				assertTrue(number > last, "slice " + z + " time " + t);
				last = number;
			}
		}
		assertEquals(1, volume.report().findings().stream().filter(f -> f.code() == Code.REPEATS_BY_NUMBER).count());
	}
}
