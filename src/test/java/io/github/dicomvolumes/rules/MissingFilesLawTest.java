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

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.LongStream;

import io.github.dicomvolumes.geometry.Vector3;
import io.github.dicomvolumes.rules.ToldBy.Kind;

import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * R55 (g): files that are missing never mix times and channels. From any series with one file for each frame any files
 * are taken away, at most a third.
 * <p>
 * Whatever is missing: no channel and time holds frames of two, and no frame is lost. If the files that are left tell
 * of each frame where it belongs, all frames of a channel and time are together, each where it lies in the patient, in
 * the order of channels and times; and every place of a frame that was taken away is empty and listed as missing.
 * </p>
 * <p>
 * The files tell: if an attribute does that has the same values at every position, always. If only the Instance Numbers
 * tell, or values that are others at each position, then if the numbers have but one meaning (see
 * {@link NumberReadings}); where another meaning needs no more missing files than the truth, nothing can be asked. In
 * both cases two neighbouring slices must be left, without which nothing tells the distance of slices. Slices, channels
 * and times of which no file is left may be there or not. Channels and times that lack slices may be volumes of their
 * own (R14), but each of them only one.
 * </p>
 */
class MissingFilesLawTest {

	private static final List<ToldBy> CHANNELS = List.of(ToldBy.B_VALUES, ToldBy.DIRECTIONS, ToldBy.ECHO_TIME,
		ToldBy.INVERSION_TIME);
	private static final List<ToldBy> TIMES = List.of(ToldBy.TEMPORAL_POSITION, ToldBy.TRIGGER_TIME,
		ToldBy.ACQUISITION_TIME, ToldBy.ACQUISITION_NUMBER);
	private static final List<ToldBy> RANKS = List.of(ToldBy.TRIGGER_TIME_OVER_SLICES, ToldBy.ACQUISITION_TIME_OF_SLICE,
		ToldBy.GE_TIMER);

	/** A channel and time. */
	private record Column(int channel, int time) {

		static Column of(final Place place) {
			return new Column(place.channel(), place.time());
		}
	}

	static LongStream seeds() {
		return LongStream.range(0, 100);
	}

	static LongStream fewerSeeds() {
		return LongStream.range(0, 40);
	}

	@ParameterizedTest
	@MethodSource("seeds")
	void attributesTell(final long seed, @TempDir final Path folder) throws Throwable {
		final Random random = Seeds.random(seed);
		final SliceGrid grid = SliceGrid.random(3 + random.nextInt(4), random);
		final ToldBy channels = CHANNELS.get(random.nextInt(CHANNELS.size()));
		final ToldBy times = TIMES.get(random.nextInt(TIMES.size()));
		final int many = 2 + random.nextInt(5), few = 2 + random.nextInt(2);
		final String name = "missing " + seed;
		final DescribedSeries series = switch (random.nextInt(3)) {
			case 0 -> DescribedSeries.ofTimes(name, grid, many, times);
			case 1 -> DescribedSeries.ofChannels(name, grid, many, channels);
			default -> DescribedSeries.ofChannels(name, grid, few, channels).withTimes(few, times);
		};
		NamedCase.run(seed + " (" + series + ")", () -> check(series, random, folder));
	}

	@ParameterizedTest
	@MethodSource("seeds")
	void numbersTell(final long seed, @TempDir final Path folder) throws Throwable {
		final Random random = Seeds.random(seed);
		final SliceGrid grid = SliceGrid.random(3 + random.nextInt(4), random);
		final String name = "numbered " + seed;
		final int many = 2 + random.nextInt(5);
		final DescribedSeries plain = random.nextInt(4) > 0 ? DescribedSeries.ofTimes(name, grid, many, ToldBy.NUMBER)
			: DescribedSeries.ofChannels(name, grid, many + 1, ToldBy.WEIGHTINGS_BY_NUMBER);
		final DescribedSeries series = plain.withNumbers(random.nextBoolean(), random.nextBoolean());
		NamedCase.run(seed + " (" + series + ")", () -> check(series, random, folder));
	}

	/**
	 * Attributes whose values are others at each position enumerate by rank, and ranks shift where files are missing.
	 */
	@ParameterizedTest
	@MethodSource("fewerSeeds")
	void ranksNeverMix(final long seed, @TempDir final Path folder) throws Throwable {
		final Random random = Seeds.random(seed);
		final SliceGrid grid = SliceGrid.random(3 + random.nextInt(4), random);
		final DescribedSeries series = DescribedSeries
			.ofTimes("ranked " + seed, grid, 2 + random.nextInt(5), RANKS.get(random.nextInt(RANKS.size())))
			.withNumbers(random.nextBoolean(), random.nextBoolean());
		NamedCase.run(seed + " (" + series + ")", () -> check(series, random, folder));
	}

	// -- The law --

	private static void check(final DescribedSeries series, final Random random, final Path folder) throws IOException {
		final List<Place> places = new ArrayList<>(series.places());
		Collections.shuffle(places, random);
		final int gone = 1 + random.nextInt(places.size() / 3);
		final List<Place> removed = places.subList(0, gone), left = places.subList(gone, places.size());
		final SeriesFiles files = new SeriesFiles(series, Packaging.of(Packaging.Files.SINGLE));
		SeriesFiles.write(left.stream().map(files::single).toList(), folder, 0);
		final Opened.Result result = Opened.all(folder);
		assertEquals(List.of(), result.messages(), () -> "left out, of " + result);
		final boolean areRanked = series.ways().stream().anyMatch(way -> way.kind() != Kind.VALUE);
		final int first = left.stream().mapToInt(Place::slice).min().orElseThrow();
		final var readings = new NumberReadings(left.stream().mapToInt(series::number).toArray(),
			left.stream().mapToInt(place -> place.slice() - first).toArray());
		final int[] truth = left.stream().mapToInt(p -> p.time() * series.channels() + p.channel()).toArray();
		if (areRanked && readings.deceive(truth)) return;
		final Map<Column, List<Opened>> found = columns(series, left, result);
		if (!tellDistance(left) || areRanked && !readings.tell(truth)) return;
		found.forEach((column, volumes) -> assertEquals(1, volumes.size(),
			() -> "volumes that hold frames of " + column + ": " + result));
		result.volumes().forEach(volume -> assertOrdered(series, volume));
		for (final Place place : removed)
			for (final Opened volume : found.getOrDefault(Column.of(place), List.of()))
				assertMissing(series, place, left, volume);
	}

	/** Whether neighbouring slices are left. */
	private static boolean tellDistance(final List<Place> left) {
		final Set<Integer> slices = new HashSet<>();
		left.forEach(place -> slices.add(place.slice()));
		return slices.stream().anyMatch(k -> slices.contains(k + 1));
	}

	/** The volumes that hold frames of each channel and time; every frame is in one of them, and none is mixed. */
	private static Map<Column, List<Opened>> columns(final DescribedSeries series, final List<Place> left,
		final Opened.Result result)
	{
		final Map<Column, List<Opened>> columns = new HashMap<>();
		final List<Place> seen = new ArrayList<>();
		for (final Opened volume : result.volumes())
			for (int t = 0; t < volume.times(); t++)
				for (int c = 0; c < volume.channels(); c++) {
					final Set<Column> held = new HashSet<>();
					for (int k = 0; k < volume.slices(); k++)
						if (volume.has(k, c, t)) {
							final Place place = at(series, volume, k, c, t);
							seen.add(place);
							held.add(Column.of(place));
						}
					assertTrue(held.size() < 2, () -> "mixed: " + held + " in " + volume);
					held.forEach(column -> columns.computeIfAbsent(column, h -> new ArrayList<>()).add(volume));
				}
		assertEquals(left.size(), seen.size(), () -> "frames in " + result);
		assertEquals(Set.copyOf(left), Set.copyOf(seen), () -> "frames in " + result);
		return columns;
	}

	/** Which frame a place holds: all its pixels say it, and it lies where the slice does. */
	private static Place at(final DescribedSeries series, final Opened volume, final int k, final int c, final int t) {
		final SliceGrid grid = series.grid();
		final Place place = series.place(volume.stored(0, 0, k, c, t));
		for (int row = 0; row < grid.rows(); row++)
			for (int column = 0; column < grid.columns(); column++)
				assertEquals(series.value(place, row, column), volume.stored(column, row, k, c, t));
		final Vector3 expected = grid.position(place.slice()), actual = volume.toPatient(0, 0, k);
		assertEquals(0, actual.minus(expected).norm(), 1e-4,
			() -> place + " is at slice " + k + " of " + volume + ": distance from where it was");
		return place;
	}

	/** Channels and times of a volume are those of the series, in their order; directions have none. */
	private static void assertOrdered(final DescribedSeries series, final Opened volume) {
		final List<Set<Integer>> channels = sets(volume.channels()), times = sets(volume.times());
		for (int t = 0; t < volume.times(); t++)
			for (int c = 0; c < volume.channels(); c++)
				for (int k = 0; k < volume.slices(); k++)
					if (volume.has(k, c, t)) {
						final Place place = at(series, volume, k, c, t);
						channels.get(c).add(place.channel());
						times.get(t).add(place.time());
					}
		if (!series.by(ToldBy.DIRECTIONS)) assertAscend(channels, "channels of " + volume);
		assertAscend(times, "times of " + volume);
	}

	private static List<Set<Integer>> sets(final int count) {
		final List<Set<Integer>> sets = new ArrayList<>();
		for (int i = 0; i < count; i++)
			sets.add(new HashSet<>());
		return sets;
	}

	private static void assertAscend(final List<Set<Integer>> values, final String what) {
		int last = -1;
		for (final Set<Integer> value : values) {
			assertTrue(value.size() < 2, () -> what + ": one place holds " + value);
			for (final int v : value) {
				final int before = last;
				assertTrue(v > before, () -> what + ": " + v + " comes after " + before);
				last = v;
			}
		}
	}

	/** The place of a frame that was taken away is empty and listed in the volume that holds the others. */
	private static void assertMissing(final DescribedSeries series, final Place place, final List<Place> left,
		final Opened volume)
	{
		final int k = (int) Math.rint(volume.toIndex(series.grid().position(place.slice())).z());
		final Vector3 off = volume.toPatient(0, 0, k).minus(series.grid().position(place.slice()));
		final boolean isInGrid = k >= 0 && k < volume.slices() && off.norm() < 1e-4;
		if (isInGrid) assertTrue(volume.isListedAsMissing(k), () -> place + " is not listed in " + volume);
		else if (left.stream().anyMatch(other -> other.slice() == place.slice()))
			assertTrue(volume.isIncomplete(), () -> place + " is missing and nothing says so in " + volume);
	}
}
