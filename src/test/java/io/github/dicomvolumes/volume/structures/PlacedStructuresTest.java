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

package io.github.dicomvolumes.volume.structures;

import static io.github.dicomvolumes.SyntheticStructures.contour;
import static io.github.dicomvolumes.SyntheticStructures.rectangle;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.github.dicomvolumes.DicomVolumes;
import io.github.dicomvolumes.SyntheticSeries;
import io.github.dicomvolumes.SyntheticStructures;
import io.github.dicomvolumes.data.Attributes;
import io.github.dicomvolumes.data.DicomException;
import io.github.dicomvolumes.data.Tag;
import io.github.dicomvolumes.geometry.Affine;
import io.github.dicomvolumes.volume.DicomVolume;

/**
 * Where contours lie in a volume. The base case: first voxel at (-10, -20, 30) mm, voxels of 0.5 x 2 x 3 mm, 16 x 12 x
 * 5.
 */
class PlacedStructuresTest {

	private final SyntheticSeries series = new SyntheticSeries("structures");

	@TempDir
	Path folder;

	@Test
	void millimetresBecomeVoxelsOfTheirSlice() throws IOException {
		final PlacedContour placed = only(rectangle(-9, -16, -7, -10, 36));
		assertEquals(2, placed.slice());
		assertArrayEquals(new double[] { 2, 6, 6, 2 }, placed.columns(), 1e-12);
		assertArrayEquals(new double[] { 2, 2, 5, 5 }, placed.rows(), 1e-12);
	}

	@Test
	void everyOrientation() throws IOException {
		for (final double[] o : new double[][] { { 0, 1, 0, 0, 0, -1 }, { 1, 0, 0, 0, 0, -1 }, { -1, 0, 0, 0, 1, 0 },
			{ 0.8, 0.6, 0, -0.36, 0.48, 0.8 } })
		{
			assertVoxelsComeBack(new SyntheticSeries("structures").orientation(o[0], o[1], o[2], o[3], o[4], o[5]));
		}
	}

	@Test
	void tiltedSlices() throws IOException {
		assertVoxelsComeBack(new SyntheticSeries("structures").step(0, 0.64, 3));
	}

	/** Points of slice 3 by the affine of the volume, there and back. */
	private void assertVoxelsComeBack(final SyntheticSeries other) throws IOException {
		other.write(folder);
		final DicomVolume volume = DicomVolumes.open(folder);
		final Affine toPatient = volume.geometry().indexToPatient();
		final double[] columns = { 1, 8.25, -3 }, rows = { 0.5, 4, 20 };
		final double[] xyz = IntStream.range(0, 3)
			.boxed()
			.flatMapToDouble(i -> DoubleStream.of(toPatient.apply(columns[i], rows[i], 3).toArray()))
			.toArray();
		final PlacedStructures placed = PlacedStructures.of(StructureSet
			.of(new SyntheticStructures(other).add("PTV", null, contour("CLOSED_PLANAR", xyz)).toAttributes()), volume);
		assertEquals(List.of(), placed.problems());
		final PlacedContour contour = placed.placed().get(0).contours().get(0);
		assertEquals(3, contour.slice());
		assertArrayEquals(columns, contour.columns(), 1e-9);
		assertArrayEquals(rows, contour.rows(), 1e-9);
	}

	@Test
	void betweenSlicesIsReportedWithItsDistance() throws IOException {
		final PlacedStructures placed = place(rectangle(-9, -16, -7, -10, 37.5), rectangle(-9, -16, -7, -10, 33.7),
			rectangle(-9, -16, -7, -10, 33.29));
		assertEquals(List.of("PTV: 2 contours between slices left out, 0.700 to 1.50 mm from the nearest slice"),
			placed.problems());
		assertEquals(1, placed.placed().get(0).contours().get(0).slice());
	}

	@Test
	void beyondTheSlices() throws IOException {
		final PlacedStructures placed = place(rectangle(-9, -16, -7, -10, 27), rectangle(-9, -16, -7, -10, 42.5));
		assertEquals(List.of("PTV: 2 contours beyond the first or last slice left out"), placed.problems());
	}

	@Test
	void acrossSlices() throws IOException {
		final PlacedStructures placed = place(contour("CLOSED_PLANAR", -9, -16, 33, -7, -16, 33, -7, -10, 36));
		assertEquals(List.of("PTV: 1 contour not parallel to the slices left out"), placed.problems());
	}

	@Test
	void partlyOutsideTheImageStaysButNotFarOutside() throws IOException {
		final PlacedStructures placed = place(rectangle(-30, -60, 20, 40, 30), rectangle(-9, -16, 1e9, -10, 30));
		assertEquals(List.of("PTV: 1 contour far outside the image left out"), placed.problems());
		assertArrayEquals(new double[] { -40, 60, 60, -40 }, placed.placed().get(0).contours().get(0).columns(), 1e-12);
	}

	@Test
	void positionsOfTheFilesCountWhereGapsVary() throws IOException {
		final SyntheticSeries jitter = new SyntheticSeries("structures").distances(0, 2.8, 6, 9.2, 12);
		jitter.write(folder);
		final PlacedStructures placed = PlacedStructures.of(
			StructureSet
				.of(new SyntheticStructures(jitter).add("PTV", null, rectangle(-9, -16, -7, -10, 39.4)).toAttributes()),
			DicomVolumes.open(folder));
		assertEquals(List.of(), placed.problems());
		assertEquals(3, placed.placed().get(0).contours().get(0).slice());
	}

	@Test
	void missingSliceHasItsPlaceInTheGrid() throws IOException {
		final SyntheticSeries gap = new SyntheticSeries("structures").slices(6).omit(3);
		gap.write(folder);
		final PlacedStructures placed = PlacedStructures.of(StructureSet.of(new SyntheticStructures(gap)
			.add("PTV", null, rectangle(-9, -16, -7, -10, 39), rectangle(-9, -16, -7, -10, 42))
			.toAttributes()), DicomVolumes.open(folder));
		assertEquals(List.of(3, 4), placed.placed().get(0).contours().stream().map(PlacedContour::slice).toList());
	}

	@Test
	void otherFrameOfReferenceIsRefused() throws IOException {
		series.write(folder);
		final DicomVolume volume = DicomVolumes.open(folder);
		final StructureSet set = StructureSet.of(new SyntheticStructures("1.2.3").add("PTV", null).toAttributes());
		assertEquals(
			"(0020,0052) Frame of Reference UID of the structures is 1.2.3, that of the volume is " + series.uid(0) +
				"; the structures were drawn in another space, open the series they belong to.",
			assertThrows(DicomException.class, () -> PlacedStructures.of(set, volume)).getMessage());
	}

	@Test
	void structureOfAnotherSpaceIsLeftOut() throws IOException {
		series.write(folder);
		final StructureSet here = StructureSet.of(new SyntheticStructures(series).add("here", null).toAttributes());
		final StructureSet there = StructureSet.of(new SyntheticStructures("1.2.3").add("there", null).toAttributes());
		final PlacedStructures placed = PlacedStructures.of(
			new StructureSet("", "both", List.of(here.structures().get(0), there.structures().get(0)), List.of()),
			DicomVolumes.open(folder));
		assertEquals(1, placed.placed().size());
		assertEquals(List.of("there: left out, its Frame of Reference is not that of the volume"), placed.problems());
	}

	/** R63. */
	@Test
	void theNamedSeriesCountsMoreThanTheFrameOfReference() throws IOException {
		series.write(folder);
		final DicomVolume volume = DicomVolumes.open(folder);
		final PlacedStructures placed = PlacedStructures.of(StructureSet.of(new SyntheticStructures("1.2.3")
			.naming(series.uid(0), volume.attributes().orElse(Tag.SERIES_INSTANCE_UID, ""))
			.add("PTV", null, rectangle(-9, -16, -7, -10, 36))
			.toAttributes()), volume);
		assertEquals(2, placed.placed().get(0).contours().get(0).slice());
		assertEquals(
			List.of(
				"PTV: drawn although its Frame of Reference is not that of the volume, as the set names the series"),
			placed.problems());
	}

	@Test
	void volumeWithoutPlaceIsRefused() throws IOException {
		assertRefused(new SyntheticSeries("structures").without(Tag.IMAGE_POSITION_PATIENT), "place of the volume");
		assertRefused(new SyntheticSeries("structures").without(Tag.PIXEL_SPACING), "size of its pixels");
		assertRefused(new SyntheticSeries("structures").without(Tag.FRAME_OF_REFERENCE_UID), "(0020,0052)");
	}

	private void assertRefused(final SyntheticSeries other, final String reason) throws IOException {
		other.write(folder);
		final DicomVolume volume = DicomVolumes.open(folder);
		final StructureSet set = StructureSet.of(new SyntheticStructures(other).add("PTV", null).toAttributes());
		final String message = assertThrows(DicomException.class, () -> PlacedStructures.of(set, volume)).getMessage();
		assertTrue(message.contains(reason), message);
	}

	private PlacedContour only(final Attributes contour) throws IOException {
		final PlacedStructures placed = place(contour);
		assertEquals(List.of(), placed.problems());
		return placed.placed().get(0).contours().get(0);
	}

	private PlacedStructures place(final Attributes... contours) throws IOException {
		series.write(folder);
		return PlacedStructures.of(
			StructureSet.of(new SyntheticStructures(series).add("PTV", null, contours).toAttributes()),
			DicomVolumes.open(folder));
	}
}
