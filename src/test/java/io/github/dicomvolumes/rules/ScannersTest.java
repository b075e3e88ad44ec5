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

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import io.github.dicomvolumes.SyntheticSeries;
import io.github.dicomvolumes.data.Dictionary;

import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Small cases of scanners, in the folder data/scanners beside the checkout: R7, R9, R51 to R56, R61, R65 to R68. */
class ScannersTest {

	/** What the folder of a case must give. */
	private interface Check {

		void accept(Path folder, Path temporary) throws IOException;
	}

	/** What must stand at the first voxel of a plane. */
	private interface First {

		double at(int slice, int channel, int time);
	}

	/** A folder with its rule. */
	private record Case(String name, String rule, Check check) {

		@Override
		public String toString() {
			return name + " (" + rule + ")";
		}
	}

	static Stream<Case> cases() {
		return Stream.of(new Case("three_stacks_one_volume", "R53", ScannersTest::threeStacksOneVolume),
			new Case("study_uid_differs", "R9", ScannersTest::fiveSlices),
			new Case("for_differs", "R51", ScannersTest::fiveSlices),
			new Case("enhanced_file_per_time", "R52", ScannersTest::enhancedFilePerTime),
			new Case("trigger_time", "R55 d", ScannersTest::triggerTime),
			new Case("ge_private_ts", "R56", ScannersTest::gePrivateTs),
			new Case("segmentation_bits_end", "R61", ScannersTest::message),
			new Case("colour_16bit_ybr", "R61", ScannersTest::message),
			new Case("duplicate_cut_first", "R7", ScannersTest::duplicateCutFirst),
			new Case("echoes_each_lacks_a_slice", "R55 g", ScannersTest::echoesEachLacksASlice),
			new Case("times_by_number_one_missing", "R55 g", ScannersTest::timesByNumberOneMissing),
			new Case("dwi_by_number_one_missing", "R55 g", ScannersTest::dwiByNumberOneMissing),
			new Case("ge_b0map", "R55 h", ScannersTest::geB0map), new Case("ge_rtia", "R55 h", ScannersTest::geRtia),
			new Case("philips_trace", "R55 i", ScannersTest::philipsTrace),
			new Case("enhanced_dwi_tpi", "R55 f", ScannersTest::enhancedDwiTpi),
			new Case("enhanced_private_dimension", "R55 i", ScannersTest::enhancedPrivateDimension),
			new Case("inversion_times", "R67", ScannersTest::inversionTimes),
			new Case("cbct_spacing", "R68 a", ScannersTest::cbctSpacing),
			new Case("shifted_by_b_value", "R65", ScannersTest::shiftedByBValue),
			new Case("two_mappings", "R68 c", ScannersTest::twoMappings),
			new Case("two_kv", "R67", ScannersTest::twoKv),
			new Case("one_instance_uid", "R66", ScannersTest::oneInstanceUid),
			new Case("rounded_positions", "R68 d", ScannersTest::roundedPositions),
			new Case("odd_vr", "R68 h", ScannersTest::oddVr));
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("cases")
	void givesWhatItShould(final Case of, @TempDir final Path temporary) throws Throwable {
		final Path folder = Volumes.data("scanners").resolve(of.name);
		assumeTrue(Files.isDirectory(folder), () -> folder + " is not there");
		NamedCase.run(of.toString(), () -> of.check.accept(folder, temporary));
	}

	// -- What each case must be --

	private static void threeStacksOneVolume(final Path in, final Path temporary) throws IOException {
		final Opened volume = Opened.all(in).one();
		assertSizes(volume, 16, 16, 12, 1, 1);
		assertEquals(2, volume.spacing()[2], 1e-6);
		assertFirst(volume, (k, c, time) -> 2 * k);
	}

	private static void enhancedFilePerTime(final Path in, final Path temporary) throws IOException {
		final Opened volume = Opened.all(in).one();
		assertSizes(volume, 16, 16, 3, 1, 4);
		assertInterval(volume, 2);
		assertFirst(volume, (k, c, time) -> 10 * time + k);
	}

	private static void triggerTime(final Path in, final Path temporary) throws IOException {
		final Opened volume = Opened.all(in).one();
		assertSizes(volume, 16, 16, 4, 1, 3);
		assertInterval(volume, 0.1);
		assertFalse(volume.hasFinding("REPEATS_BY_NUMBER"), volume::toString);
		assertFirst(volume, (k, c, time) -> 10 * time + k);
	}

	private static void gePrivateTs(final Path in, final Path temporary) throws IOException {
		final Opened volume = Opened.all(in).one();
		assertSizes(volume, 16, 16, 3, 1, 1);
		assertFirst(volume, (k, c, time) -> 300 + k);
	}

	private static void duplicateCutFirst(final Path in, final Path temporary) throws IOException {
		final List<Opened> volumes = Opened.all(in).volumes();
		assertEquals(1, volumes.size(), volumes::toString);
		final Opened volume = volumes.get(0);
		assertSizes(volume, 8, 6, 5, 1, 1);
		assertGap(volume, 3);
		assertFirst(volume, (k, c, time) -> 100 + k);
		assertEquals(102, volume.stored(7, 5, 2, 0, 0), "the whole file wins over the one that is cut");
	}

	private static void echoesEachLacksASlice(final Path in, final Path temporary) throws IOException {
		final Opened volume = Opened.all(in).one();
		assertSizes(volume, 8, 6, 6, 2, 1);
		assertGap(volume, 3);
		assertFirst(volume, (k, c, time) -> 100 * (c + 1) + k);
		assertMissing(volume, List.of(new Place(1, 0, 0), new Place(4, 1, 0)));
	}

	private static void timesByNumberOneMissing(final Path in, final Path temporary) throws IOException {
		final Opened volume = Opened.all(in).one();
		assertSizes(volume, 8, 6, 5, 1, 4);
		assertGap(volume, 3);
		assertFirst(volume, (k, c, time) -> 100 * (time + 1) + k);
		assertMissing(volume, List.of(new Place(2, 0, 1)));
		assertInterval(volume, 2);
		assertNoted(volume, "Repetition Time");
	}

	private static void dwiByNumberOneMissing(final Path in, final Path temporary) throws IOException {
		final Opened volume = Opened.all(in).one();
		assertSizes(volume, 8, 6, 5, 4, 1);
		assertGap(volume, 3);
		assertFirst(volume, (k, c, time) -> 100 * (c + 1) + k);
		assertMissing(volume, List.of(new Place(2, 1, 0)));
	}

	private static void geB0map(final Path in, final Path temporary) throws IOException {
		final List<Opened> volumes = Opened.all(in).volumes();
		assertEquals(2, volumes.size(), volumes::toString);
		for (int i = 0; i < 2; i++) {
			final int first = 10 * (i + 1);
			assertSizes(volumes.get(i), 8, 6, 5, 1, 1);
			assertGap(volumes.get(i), 3);
			assertFirst(volumes.get(i), (k, c, time) -> first + k);
		}
	}

	private static void geRtia(final Path in, final Path temporary) throws IOException {
		final Opened volume = Opened.all(in).one();
		assertSizes(volume, 8, 6, 4, 1, 3);
		assertGap(volume, 3);
		assertInterval(volume, 5);
		assertFirst(volume, (k, c, time) -> 100 * (time + 1) + k);
	}

	private static void philipsTrace(final Path in, final Path temporary) throws IOException {
		final Opened volume = Opened.all(in).one();
		assertSizes(volume, 8, 6, 4, 4, 1);
		assertGap(volume, 3);
		assertFirst(volume, (k, c, time) -> 100 * (c + 1) + k);
		assertLabels(volume, "b = 0\\D.*", "b = 1000.*direction.*", "b = 1000.*direction.*", ".*trace.*");
	}

	private static void enhancedDwiTpi(final Path in, final Path temporary) throws IOException {
		final Opened volume = Opened.all(in).one();
		assertSizes(volume, 8, 6, 4, 3, 1);
		assertGap(volume, 3);
		assertFirst(volume, (k, c, time) -> 100 * (c + 1) + k);
		assertLabels(volume, "b = 0\\D.*", "b = 1500.*direction 1 0 0.*", "b = 1500.*direction 0 1 0.*");
	}

	private static void enhancedPrivateDimension(final Path in, final Path temporary) throws IOException {
		final Opened volume = Opened.all(in).one();
		assertSizes(volume, 8, 6, 4, 2, 3);
		assertGap(volume, 3);
		assertFirst(volume, (k, c, time) -> 1000 * c + 100 * (time + 1) + k);
		assertLabels(volume, ".*CONTROL.*", ".*LABEL.*");
	}

	private static void inversionTimes(final Path in, final Path temporary) throws IOException {
		final int[] ms = { 100, 350, 1200, 2800 };
		final Opened volume = Opened.all(in).one();
		assertSizes(volume, 16, 12, 3, 4, 1);
		assertFirst(volume, (k, c, time) -> ms[c] + 1000 * k);
		assertLabels(volume, ".*\\b100\\b.*", ".*\\b350\\b.*", ".*\\b1200\\b.*", ".*\\b2800\\b.*");
	}

	private static void cbctSpacing(final Path in, final Path temporary) throws IOException {
		final Opened volume = Opened.all(in).one();
		assertSizes(volume, 16, 12, 6, 1, 1);
		assertGap(volume, 0.3);
		assertFirst(volume, (k, c, time) -> 1000 * k);
	}

	private static void shiftedByBValue(final Path in, final Path temporary) throws IOException {
		final List<Opened> volumes = Opened.all(in).volumes();
		assertEquals(2, volumes.size(), volumes::toString);
		for (int i = 0; i < 2; i++) {
			final int first = 100 * i;
			assertSizes(volumes.get(i), 16, 12, 4, 1, 1);
			assertGap(volumes.get(i), 3);
			assertFirst(volumes.get(i), (k, c, time) -> first + 1000 * k);
			assertEquals(30 + 0.35 * i, volumes.get(i).toPatient(0, 0, 0).z(), 1e-6);
		}
	}

	private static void twoMappings(final Path in, final Path temporary) throws IOException {
		final Opened volume = Opened.all(in).one();
		assertSizes(volume, 16, 12, 3, 1, 1);
		assertEquals(1001, volume.stored(1, 0, 1, 0, 0));
		assertEquals(1010, volume.real(1, 0, 1, 0, 0), 1e-3);
		assertEquals(11, volume.real(1, 1, 0, 0, 0), 1e-3);
	}

	private static void twoKv(final Path in, final Path temporary) throws IOException {
		final Opened volume = Opened.all(in).one();
		assertSizes(volume, 16, 12, 4, 2, 1);
		assertFirst(volume, (k, c, time) -> (c == 0 ? 8000 : 14000) + 1000 * k);
		for (int k = 0; k < 4; k++)
			for (int c = 0; c < 2; c++)
				assertEquals(c == 0 ? 80 : 140, volume.attributes(k, c, 0).orElse(Dictionary.tag("KVP"), 0));
		assertLabels(volume, ".*\\b80\\b.*", ".*\\b140\\b.*");
	}

	private static void oneInstanceUid(final Path in, final Path temporary) throws IOException {
		final Opened volume = Opened.all(in).one();
		assertSizes(volume, 16, 12, 6, 1, 1);
		assertGap(volume, 3);
		assertFirst(volume, (k, c, time) -> 1000 * k);
		assertTrue(volume.warnings().stream().anyMatch(w -> w.contains("Instance UID")), volume::toString);
	}

	private static void roundedPositions(final Path in, final Path temporary) throws IOException {
		final Opened volume = Opened.all(in).one();
		assertSizes(volume, 16, 12, 24, 1, 1);
		assertEquals(0.625, volume.spacing()[2], 2e-3, "positions are rounded to 0.1 mm");
		assertFalse(volume.isIncomplete(), volume::toString);
		assertFirst(volume, (k, c, time) -> 1000 * k);
	}

	private static void oddVr(final Path in, final Path temporary) throws IOException {
		final Opened volume = Opened.all(in).one();
		assertSizes(volume, 16, 12, 3, 1, 1);
		assertGap(volume, 3);
		assertFirst(volume, (k, c, time) -> 1000 * k);
		assertNoted(volume, "(0018,1030)");
	}

	private static void fiveSlices(final Path in, final Path temporary) throws IOException {
		final Opened volume = Opened.all(in).one();
		assertSizes(volume, 16, 16, 5, 1, 1);
		assertGap(volume, 3);
		assertFirst(volume, (k, c, time) -> k);
	}

	/** A file that fails is named, and what lies beside it is opened. */
	private static void message(final Path in, final Path temporary) throws IOException {
		Files.copy(in.resolve("a.dcm"), temporary.resolve("a.dcm"));
		new SyntheticSeries("beside").write(temporary.resolve("beside"));
		final Opened.Result result = Opened.all(temporary);
		assertTrue(result.toString().contains("a.dcm"), () -> "nothing names the file: " + result);
		assertEquals(1, result.volumes().stream().filter(volume -> {
			final boolean isBeside = volume.toString().startsWith("beside");
			if (isBeside) assertFirst(volume, (k, c, time) -> 1000 * k);
			return isBeside && volume.slices() == 5;
		}).count(), result::toString);
	}

	// -- What is asserted --

	private static void assertSizes(final Opened volume, final long... sizes) {
		assertArrayEquals(sizes, volume.sizes(), () -> "sizes of " + volume);
	}

	private static void assertGap(final Opened volume, final double mm) {
		assertEquals(mm, volume.spacing()[2], 1e-6, () -> "spacing of " + volume);
	}

	private static void assertInterval(final Opened volume, final double seconds) {
		assertEquals(seconds, volume.interval().orElse(0), 1e-6, () -> "seconds between times of " + volume);
	}

	private static void assertNoted(final Opened volume, final String text) {
		assertTrue(volume.notes().stream().anyMatch(note -> note.contains(text)), () -> text + " in " + volume);
	}

	/** The first voxel of each plane that a file gave. */
	private static void assertFirst(final Opened volume, final First expected) {
		for (int t = 0; t < volume.times(); t++)
			for (int c = 0; c < volume.channels(); c++)
				for (int k = 0; k < volume.slices(); k++)
					if (volume.has(k, c, t)) {
						final String where = "slice " + k + " channel " + c + " time " + t + " of " + volume;
						assertEquals(expected.at(k, c, t), volume.stored(0, 0, k, c, t), where);
					}
	}

	/** These places, and no others, are empty and listed. */
	private static void assertMissing(final Opened volume, final List<Place> places) {
		for (int t = 0; t < volume.times(); t++)
			for (int c = 0; c < volume.channels(); c++)
				for (int k = 0; k < volume.slices(); k++) {
					final Place place = new Place(k, c, t);
					assertEquals(!places.contains(place), volume.has(k, c, t), () -> place + " of " + volume);
				}
		for (final Place place : places)
			assertTrue(volume.isListedAsMissing(place.slice()), () -> place + " in " + volume);
	}

	/** @param patterns that the labels of the channels must match */
	private static void assertLabels(final Opened volume, final String... patterns) {
		assertEquals(patterns.length, volume.labels().size());
		for (int c = 0; c < patterns.length; c++) {
			final String label = volume.labels().get(c), pattern = patterns[c];
			assertTrue(label.matches(pattern), () -> "label " + label + " matches " + pattern);
		}
	}
}
