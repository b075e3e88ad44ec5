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

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import java.util.stream.Stream;

import io.github.dicomvolumes.data.Attributes;
import io.github.dicomvolumes.geometry.Vector3;
import io.github.dicomvolumes.rules.Packaging.Files;
import io.github.dicomvolumes.rules.Packaging.Scope;
import io.github.dicomvolumes.rules.Packaging.Stacks;

import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a series shows does not depend on the files it is in: R9, R15, R51 to R53, R55, R66, R67. */
class PackagingLawsTest {

	/** A series in one packaging. */
	record Case(DescribedSeries series, Packaging packaging, String text) {

		@Override
		public String toString() {
			return text;
		}
	}

	static List<DescribedSeries> everySort() {
		final SliceGrid grid = SliceGrid.axial(4);
		final List<DescribedSeries> sorts = new ArrayList<>();
		for (final ToldBy way : ToldBy.values()) {
			if (way == ToldBy.NUMBER) continue;
			sorts.add(way.areChannels() ? DescribedSeries.ofChannels(way.toString(), grid, 4, way)
				: DescribedSeries.ofTimes(way.toString(), grid, 5, way));
		}
		final DescribedSeries numbered = DescribedSeries.ofTimes("numbered", grid, 5, ToldBy.NUMBER);
		sorts.add(numbered);
		sorts.add(numbered.withNumbers(true, false));
		sorts.add(numbered.withNumbers(false, true).withRepetitionTime(2500));
		sorts.add(DescribedSeries.ofChannels("echoes of times", grid, 2, ToldBy.ECHO_TIME)
			.withTimes(3, ToldBy.TEMPORAL_POSITION));
		sorts.add(DescribedSeries.ofChannels("weightings of times", grid, 3, ToldBy.B_VALUES)
			.withTimes(2, ToldBy.ACQUISITION_NUMBER));
		return sorts;
	}

	/** Every sort of series in every sort of file. */
	static Stream<Case> everyPackaging() {
		return everySort().stream().flatMap(series -> {
			final boolean isSingle = series.ways().stream().anyMatch(ToldBy::isOnlyInSingleFiles);
			return Stream.of(Files.values())
				.filter(files -> !isSingle || files == Files.SINGLE)
				.map(files -> new Case(series, Packaging.of(files), series + ", " + files));
		});
	}

	/** One sort of series with one thing said otherwise at a time. */
	static Stream<Case> everyIdentifier() {
		final DescribedSeries series = DescribedSeries.ofTimes("identified", SliceGrid.axial(6), 4,
			ToldBy.TEMPORAL_POSITION);
		final List<Case> cases = new ArrayList<>();
		for (final Files files : Files.values()) {
			final Packaging plain = Packaging.of(files);
			for (final Stacks stacks : Stacks.values())
				if (stacks != Stacks.ABSENT && files != Files.SINGLE)
					cases.add(new Case(series, plain.withStacks(stacks), files + ", stacks " + stacks));
			for (final Scope scope : List.of(Scope.ABSENT, Scope.FILE)) {
				cases.add(new Case(series, new Packaging(files, Stacks.ABSENT, scope, Scope.SERIES, false, false, 0),
					files + ", study " + scope));
				if (scope == Scope.ABSENT || files == Files.SINGLE) cases
					.add(new Case(series, new Packaging(files, Stacks.ABSENT, Scope.SERIES, scope, false, false, 0),
						files + ", frame of reference " + scope));
			}
			if (files != Files.CONCATENATION && files != Files.ONE) cases
				.add(new Case(series, new Packaging(files, Stacks.ABSENT, Scope.SERIES, Scope.SERIES, true, false, 0),
					files + ", one instance UID"));
		}
		return cases.stream();
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("everyPackaging")
	void filesChangeNothing(final Case of, @TempDir final Path folder) throws Throwable {
		NamedCase.run(of.text, () -> check(of, folder));
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("everyIdentifier")
	void identifiersChangeNothing(final Case of, @TempDir final Path folder) throws Throwable {
		NamedCase.run(of.text, () -> check(of, folder));
	}

	static LongStream seeds() {
		return LongStream.range(0, 60);
	}

	@ParameterizedTest
	@MethodSource("seeds")
	void anyPackagingChangesNothing(final long seed, @TempDir final Path folder) throws Throwable {
		final DescribedSeries series = DescribedSeries.random(seed);
		final Packaging packaging = Packaging.random(series, seed);
		NamedCase.run(seed + " (" + series + ", " + packaging + ")",
			() -> check(new Case(series, packaging, series + ", " + packaging), folder));
	}

	// -- Split and joined files --

	static Stream<Case> splittable() {
		return everyPackaging().filter(c -> List.of(Files.ONE, Files.PER_TIME).contains(c.packaging.files()));
	}

	/** Every frame of a multi-frame file in a file of its own, with its functional groups. */
	@ParameterizedTest(name = "{0}")
	@MethodSource("splittable")
	void splittingFilesChangesNothing(final Case of, @TempDir final Path folder) throws Throwable {
		NamedCase.run(of.text, () -> {
			final List<Attributes> split = split(of.series, of.packaging);
			SeriesFiles.write(split, folder.resolve("split"), 1);
			assertShows(of.series, Opened.all(folder.resolve("split")).one(), labels(of.series, folder));
		});
	}

	/** All single files in one legacy converted file. */
	@ParameterizedTest(name = "{0}")
	@MethodSource("everySort")
	void joiningFilesChangesNothing(final DescribedSeries series, @TempDir final Path folder) throws Throwable {
		NamedCase.run(series.toString(), () -> {
			final List<Attributes> singles = new SeriesFiles(series, Packaging.of(Files.SINGLE)).dataSets();
			SeriesFiles.write(List.of(FileForms.join(singles)), folder.resolve("joined"), 0);
			assertShows(series, Opened.all(folder.resolve("joined")).one(), labels(series, folder));
		});
	}

	/**
	 * Any multi-frame files split, or any single files joined, in files of any number of frames if that leaves no
	 * doubt.
	 */
	@ParameterizedTest
	@MethodSource("seeds")
	void splittingAndJoiningChangeNothing(final long seed, @TempDir final Path folder) throws Throwable {
		NamedCase.run(Long.toString(seed), () -> {
			final DescribedSeries series = DescribedSeries.random(1000 + seed);
			final Random random = Seeds.random(seed);
			final List<Attributes> singles = new ArrayList<>(
				new SeriesFiles(series, Packaging.of(Files.SINGLE)).dataSets());
			if (!series.needsNumbers()) Collections.shuffle(singles, random);
			SeriesFiles.write(List.of(FileForms.join(singles)), folder.resolve("joined"), 0);
			final List<String> labels = labels(series, folder);
			assertShows(series, Opened.all(folder.resolve("joined")).one(), labels);
			final Packaging packaging = Packaging.random(series, seed);
			if (packaging.files() == Files.SINGLE) return;
			SeriesFiles.write(split(series, packaging), folder.resolve("split"), seed);
			assertShows(series, Opened.all(folder.resolve("split")).one(), labels);
		});
	}

	/** The frames of all files, numbered through in the order of the files. */
	private static List<Attributes> split(final DescribedSeries series, final Packaging packaging) {
		final List<Attributes> split = new ArrayList<>();
		for (final Attributes file : new SeriesFiles(series, packaging).dataSets())
			split.addAll(FileForms.split(file, split.size() + 1));
		return split;
	}

	// -- What is shown --

	private static void check(final Case of, final Path folder) throws IOException {
		new SeriesFiles(of.series, of.packaging).write(folder.resolve("files"));
		final Opened volume = Opened.all(folder.resolve("files")).one();
		assertShows(of.series, volume, labels(of.series, folder));
	}

	/** The labels that plain files give. */
	private static List<String> labels(final DescribedSeries series, final Path folder) throws IOException {
		if (series.channels() == 1) return List.of("");
		final Path plain = folder.resolve("plain");
		new SeriesFiles(series, Packaging.of(Files.SINGLE)).write(plain);
		return Opened.all(plain).one().labels();
	}

	/** The volume is what the series describes: grid, every voxel, axes. */
	static void assertShows(final DescribedSeries series, final Opened volume, final List<String> labels) {
		final SliceGrid grid = series.grid();
		assertArrayEquals(new long[] { grid.columns(), grid.rows(), grid.slices(), series.channels(), series.times() },
			volume.sizes(), () -> "sizes of " + volume);
		assertArrayEquals(grid.spacing(), volume.spacing(), 1e-6, () -> "spacing of " + volume);
		for (int k = 0; k < grid.slices(); k += grid.slices() - 1)
			for (final int[] corner : new int[][] { { 0, 0 }, { grid.columns() - 1, 0 }, { 0, grid.rows() - 1 } }) {
				final Vector3 expected = grid.voxel(corner[0], corner[1], k);
				final Vector3 actual = volume.toPatient(corner[0], corner[1], k);
				assertEquals(0, actual.minus(expected).norm(), 1e-5,
					() -> "distance of " + actual + " from " + expected);
			}
		for (final Place place : series.places())
			for (int r = 0; r < grid.rows(); r++)
				for (int c = 0; c < grid.columns(); c++) {
					final double value = volume.stored(c, r, place.slice(), place.channel(), place.time());
					if (value != series.value(place, r, c))
						assertEquals(series.place(value), place, () -> "frame in the place of the other, of " + volume);
				}
		assertEquals(labels, volume.labels(), () -> "channels of " + volume);
		if (series.times() > 1) {
			final double expected = series.interval().orElse(-1);
			assertEquals(expected, volume.interval().orElse(-1), 1e-3, () -> "seconds between times of " + volume);
		}
	}
}
