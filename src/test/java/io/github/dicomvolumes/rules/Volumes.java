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
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;

import io.github.dicomvolumes.SyntheticSeries.Values;
import io.github.dicomvolumes.geometry.Vector3;
import io.github.dicomvolumes.series.Finding;
import io.github.dicomvolumes.series.catalog.Stack;
import io.github.dicomvolumes.volume.DicomVolume;

import net.imglib2.RandomAccess;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.RealType;

/** What tests of the rules state about volumes. */
final class Volumes {

	/** Stored values of the base case. */
	static final Values BASE = (k, r, c) -> 1000L * k + 10 * r + c;

	/** Stored values of the base case's slice 0. */
	static final Values FLAT = (k, r, c) -> 10L * r + c;

	/** Distances in mm that are the same but for the rounding of doubles. */
	static final double EXACT = 1e-9;

	private Volumes() {}

	/** A file or folder of the data beside the checkout; the test is skipped where there are none. */
	static Path data(final String path) {
		final Path data = Path.of("../shared/data");
		assumeTrue(Files.isDirectory(data), () -> data + " is not there");
		return data.resolve(path);
	}

	/** 5 slices of 16 x 12, 0.5 x 2 x 3 mm, at (-10, -20, 30). */
	static void assertBaseGrid(final DicomVolume volume) {
		assertSize(volume, 16, 12, 5);
		assertSpacing(volume, 0.5, 2, 3);
		assertOrigin(volume, -10, -20, 30);
		assertEquals("mm", volume.geometry().unit());
		assertEquals(true, volume.geometry().patientBased());
	}

	/** The base case in grid and values. */
	static void assertBase(final DicomVolume volume) {
		assertBaseGrid(volume);
		assertStored(volume, BASE);
	}

	static void assertSize(final DicomVolume volume, final long columns, final long rows, final long slices) {
		assertArrayEquals(new long[] { columns, rows, slices, 1, 1 }, volume.dimensions(),
			() -> "dimensions of " + volume);
	}

	/** Columns, rows, slices, channels and times. */
	static void assertSizes(final DicomVolume volume, final long... sizes) {
		assertArrayEquals(sizes, volume.dimensions(), () -> "dimensions of " + volume.report());
	}

	static void assertSpacing(final DicomVolume volume, final double x, final double y, final double z) {
		assertArrayEquals(new double[] { x, y, z }, volume.geometry().spacing(), 1e-7 * z,
			() -> "spacing of " + volume);
	}

	static void assertOrigin(final DicomVolume volume, final double x, final double y, final double z) {
		assertPoint(new Vector3(x, y, z), volume.geometry().origin(), EXACT);
	}

	static void assertPoint(final Vector3 expected, final Vector3 actual, final double mm) {
		assertEquals(0, actual.minus(expected).norm(), mm, () -> "distance of " + actual + " from " + expected);
	}

	/** Every stored value is that of its slice, row and column. */
	static void assertStored(final DicomVolume volume, final Values expected) {
		assertStored(volume, k -> true, expected);
	}

	/** The same for some of the slices. */
	static void assertStored(final DicomVolume volume, final IntPredicate slices, final Values expected) {
		assertAll(volume.stored(), slices, expected);
	}

	/** Every real value is that of its slice, row and column, exactly. */
	static void assertReal(final DicomVolume volume, final Values expected) {
		assertAll(volume.values(), k -> true, expected);
	}

	/** A stored value at (column, row, slice). */
	static double stored(final DicomVolume volume, final long x, final long y, final long z) {
		return volume.stored().getAt(x, y, z).getRealDouble();
	}

	/** A stored value at (column, row, slice) and, where there are several, (channel, time). */
	static double storedAt(final DicomVolume volume, final long... at) {
		return volume.stored().getAt(at).getRealDouble();
	}

	/** A real value at (column, row, slice). */
	static double real(final DicomVolume volume, final long x, final long y, final long z) {
		return volume.values().getAt(x, y, z).getRealDouble();
	}

	/** Slices of some volumes, in their order. */
	static List<Long> slices(final List<DicomVolume> volumes) {
		return volumes.stream().map(v -> v.dimensions()[2]).toList();
	}

	/** The codes of all findings, in their order. */
	static List<Finding.Code> codes(final DicomVolume volume) {
		return volume.report().findings().stream().map(Finding::code).toList();
	}

	/** The one finding of a code. */
	static Finding finding(final DicomVolume volume, final Finding.Code code) {
		return one(volume.report().findings(), code);
	}

	/** The one finding of a code. */
	static Finding finding(final Stack stack, final Finding.Code code) {
		return one(stack.findings(), code);
	}

	/** File names of the slices in their order, null where one is missing. */
	static List<String> files(final Stack stack) {
		final String[] names = new String[stack.slices()];
		Arrays.setAll(names,
			k -> stack.frame(k, 0, 0)
				.map(f -> Path.of(f.file().source().container()).getFileName().toString())
				.orElse(null));
		return Arrays.asList(names);
	}

	/** File names of the slices in their order, null where one is missing. */
	static List<String> files(final DicomVolume volume) {
		return files(volume.stack());
	}

	private static Finding one(final List<Finding> findings, final Finding.Code code) {
		final List<Finding> found = findings.stream().filter(f -> f.code() == code).toList();
		assertEquals(1, found.size(), () -> code + " in " + findings);
		return found.get(0);
	}

	private static void assertAll(final RandomAccessibleInterval<? extends RealType<?>> image,
		final IntPredicate slices, final Values expected)
	{
		final RandomAccess<? extends RealType<?>> access = image.randomAccess();
		for (int k = 0; k < image.dimension(2); k++) {
			if (!slices.test(k)) continue;
			for (int r = 0; r < image.dimension(1); r++)
				for (int c = 0; c < image.dimension(0); c++) {
					final double value = access.setPositionAndGet(c, r, k).getRealDouble();
					if (value != expected.at(k, r, c))
						assertEquals(expected.at(k, r, c), value, "slice " + k + " row " + r + " column " + c);
				}
		}
	}
}
