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

import static io.github.dicomvolumes.rules.Volumes.assertPoint;
import static io.github.dicomvolumes.rules.Volumes.assertSize;
import static io.github.dicomvolumes.rules.Volumes.assertStored;
import static io.github.dicomvolumes.rules.Volumes.codes;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import io.github.dicomvolumes.DicomVolumes;
import io.github.dicomvolumes.SyntheticSeries;
import io.github.dicomvolumes.SyntheticSeries.Values;
import io.github.dicomvolumes.data.Tag;
import io.github.dicomvolumes.geometry.Vector3;
import io.github.dicomvolumes.geometry.VolumeGeometry;
import io.github.dicomvolumes.series.Finding.Code;
import io.github.dicomvolumes.volume.DicomVolume;

/** What holds for any series: of random size, spacing, place, orientation, tilt and values. */
class RandomSeriesLawsTest {

	static LongStream seeds() {
		return LongStream.range(0, 30);
	}

	/** A random series, its truth, and random numbers for what happens to it. */
	private static final class Any {

		final Random random;
		final int columns, rows, slices, first;
		final double[] spacing;
		final Vector3 x, y, step;
		final SyntheticSeries series;

		Any(final long seed) {
			random = new Random(seed);
			columns = 1 + random.nextInt(20);
			rows = 1 + random.nextInt(20);
			slices = 3 + random.nextInt(12);
			final double scale = Math.pow(10, 2 * random.nextDouble() - 1);
			spacing = new double[] { scale * (0.2 + random.nextDouble()), scale * (0.2 + random.nextDouble()),
				scale * (0.5 + 2 * random.nextDouble()) };
			final double a = angle(), b = angle(), c = angle();
			x = new Vector3(Math.cos(a) * Math.cos(b), Math.sin(a) * Math.cos(b), -Math.sin(b));
			y = new Vector3(Math.cos(a) * Math.sin(b) * Math.sin(c) - Math.sin(a) * Math.cos(c),
				Math.sin(a) * Math.sin(b) * Math.sin(c) + Math.cos(a) * Math.cos(c), Math.cos(b) * Math.sin(c));
			final Vector3 normal = x.cross(y).times(spacing[2]);
			step = random.nextInt(3) > 0 ? normal
				: normal.plus(y.times(spacing[2] * 0.5 * (random.nextDouble() - 0.5)));
			first = random.nextInt(1000);
			final Vector3 origin = new Vector3(500 * random.nextDouble() - 250, 500 * random.nextDouble() - 250,
				2000 * random.nextDouble() - 1000);
			series = new SyntheticSeries("any" + seed).size(columns, rows)
				.slices(slices)
				.pixelSpacing(spacing[1], spacing[0])
				.orientation(x.x(), x.y(), x.z(), y.x(), y.y(), y.z())
				.with(Tag.SLICE_THICKNESS, spacing[2])
				.origin(origin.x(), origin.y(), origin.z())
				.step(step.x(), step.y(), step.z())
				.values(values())
				.rescale(random.nextInt(2) + 1, -1024);
		}

		Values values() {
			return (k, r, c) -> first + 2000L * k + 40 * r + c;
		}

		/** File names and instance numbers in random order. */
		Any shuffle() {
			final List<Integer> numbers = new ArrayList<>(IntStream.range(0, slices).boxed().toList());
			Collections.shuffle(numbers, random);
			final List<Integer> names = new ArrayList<>(numbers);
			Collections.shuffle(names, random);
			series.instanceNumbers(numbers::get).fileNames(k -> (names.get(k) % 2 == 0 ? "a/" : "b/") + names.get(k));
			return this;
		}

		private double angle() {
			return 2 * Math.PI * random.nextDouble();
		}
	}

	@ParameterizedTest
	@MethodSource("seeds")
	void anySeriesIsOneVolume(final long seed, @TempDir final Path folder) throws IOException {
		final Any any = new Any(seed).shuffle();
		any.series.write(folder);
		final List<DicomVolume> volumes = DicomVolumes.openAll(folder);
		assertEquals(1, volumes.size(), volumes::toString);
		final DicomVolume volume = volumes.get(0);
		assertSize(volume, any.columns, any.rows, any.slices);
		assertStored(volume, any.values());
		final VolumeGeometry geometry = volume.geometry();
		assertArrayEquals(any.spacing, geometry.spacing(), 1e-5 * any.spacing[2]);
		assertTrue(geometry.indexToPatient().determinant() > 0);
		final double pixel = Math.min(any.spacing[0], any.spacing[1]);
		for (int k = 0; k < any.slices; k++) { // R34: the corner of every slice is its position
			final double[] position = volume.attributes(k, 0, 0).orElseThrow().doubles(Tag.IMAGE_POSITION_PATIENT);
			assertPoint(Vector3.of(position), geometry.indexToPatient().apply(0, 0, k), 1e-3 * pixel);
		}
		final Vector3 far = geometry.indexToPatient().apply(any.columns - 1, any.rows - 1, any.slices - 1);
		assertPoint(new Vector3(any.columns - 1, any.rows - 1, any.slices - 1), geometry.patientToIndex().apply(far),
			1e-6);
		assertPoint(geometry.origin()
			.plus(any.x.times(any.spacing[0] * (any.columns - 1)))
			.plus(any.y.times(any.spacing[1] * (any.rows - 1)))
			.plus(any.step.times(any.slices - 1)), far, 1e-3 * pixel);
	}

	@ParameterizedTest
	@MethodSource("seeds")
	void orderOfFilesAndNumbersChangesNothing(final long seed, @TempDir final Path folder) throws IOException {
		final Any plain = new Any(seed), shuffled = new Any(seed).shuffle(), reversed = new Any(seed);
		reversed.series.descendingInstanceNumbers();
		plain.series.write(folder.resolve("plain"));
		shuffled.series.write(folder.resolve("shuffled"));
		reversed.series.write(folder.resolve("reversed"));
		final DicomVolume expected = DicomVolumes.open(folder.resolve("plain"));
		for (final String name : List.of("shuffled", "reversed")) {
			final DicomVolume volume = DicomVolumes.open(folder.resolve(name));
			assertEquals(expected.geometry(), volume.geometry(), name);
			assertStored(volume, plain.values());
			assertEquals(codes(expected), codes(volume));
			assertEquals(expected.displayRange(), volume.displayRange());
		}
	}

	/** What else lies in the folder: junk, and another series of the same study. */
	@ParameterizedTest
	@MethodSource("seeds")
	void otherFilesChangeNothing(final long seed, @TempDir final Path folder) throws IOException {
		final Any any = new Any(seed).shuffle();
		any.series.write(folder);
		final VolumeGeometry alone = DicomVolumes.open(folder).geometry();
		new SyntheticSeries("any" + seed).series(2).slices(2).fileNames("c/%d").write(folder);
		Files.writeString(folder.resolve("a/readme.txt".replace("a/", any.random.nextBoolean() ? "" : "c/")), "text");
		final List<DicomVolume> volumes = DicomVolumes.openAll(folder);
		assertEquals(2, volumes.size());
		assertEquals(alone, volumes.get(0).geometry());
		assertStored(volumes.get(0), any.values());
		assertEquals(2, volumes.get(1).dimensions()[2]);
	}

	/** A slice within that is gone is a gap of the same grid. */
	@ParameterizedTest
	@MethodSource("seeds")
	void missingSliceLeavesTheGrid(final long seed, @TempDir final Path folder) throws IOException {
		final Any any = new Any(seed).shuffle();
		if (any.slices < 4) return; // of 3 only 2 would be left, which tell no gap
		final int gone = 1 + any.random.nextInt(any.slices - 2);
		any.series.write(folder.resolve("all"));
		any.series.omit(gone).write(folder.resolve("some"));
		final DicomVolume all = DicomVolumes.open(folder.resolve("all")),
			some = DicomVolumes.open(folder.resolve("some"));
		assertArrayEquals(all.dimensions(), some.dimensions());
		assertPoint(all.geometry().origin(), some.geometry().origin(), 0);
		assertPoint(all.geometry().step(), some.geometry().step(), 1e-9 * any.spacing[2]);
		assertStored(some, k -> k != gone, any.values());
		assertStored(some, k -> k == gone, (k, r, c) -> any.first);
		assertTrue(codes(some).contains(Code.MISSING_SLICES));
		assertArrayEquals(new int[] { gone }, some.stack().gaps().orElseThrow().missing());
	}
}
