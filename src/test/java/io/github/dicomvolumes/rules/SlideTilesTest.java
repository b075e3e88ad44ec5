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
import static io.github.dicomvolumes.SyntheticObjects.groups;
import static io.github.dicomvolumes.SyntheticObjects.item;
import static io.github.dicomvolumes.SyntheticObjects.segmentation;
import static io.github.dicomvolumes.data.Dictionary.tag;
import static io.github.dicomvolumes.rules.Volumes.assertSizes;
import static io.github.dicomvolumes.rules.Volumes.finding;
import static io.github.dicomvolumes.rules.Volumes.storedAt;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

import io.github.dicomvolumes.DicomVolumes;
import io.github.dicomvolumes.SyntheticObjects.SegmentFrame;
import io.github.dicomvolumes.SyntheticSeries;
import io.github.dicomvolumes.data.Attributes;
import io.github.dicomvolumes.data.Tag;
import io.github.dicomvolumes.series.Finding.Code;
import io.github.dicomvolumes.series.catalog.Stack;
import io.github.dicomvolumes.volume.DicomVolume;
import io.github.dicomvolumes.volume.ImportOptions;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** R59: tiles of a slide. */
class SlideTilesTest {

	private static final int WIDTH = 8, HEIGHT = 6;

	static LongStream seeds() {
		return LongStream.range(0, 20);
	}

	private static Attributes measures() {
		return groups(tag("PixelMeasuresSequence"), item(Tag.PIXEL_SPACING, 0.001, 0.0005));
	}

	private static Attributes at(final int x, final int y, final double z, final String path) {
		return groups(tag("PlanePositionSlideSequence"),
			Attributes.builder()
				.put(tag("ColumnPositionInTotalImagePixelMatrix"), x + 1)
				.put(tag("RowPositionInTotalImagePixelMatrix"), y + 1)
				.put(tag("ZOffsetInSlideCoordinateSystem"), z)
				.build(),
			tag("OpticalPathIdentificationSequence"),
			Attributes.builder().put(tag("OpticalPathIdentifier"), path).build());
	}

	private static SyntheticSeries slide(final int n, final int columns, final int rows, final List<Attributes> each) {
		final SyntheticSeries series = enhanced("slide", n, measures(), k -> each.isEmpty() ? groups() : each.get(k))
			.size(WIDTH, HEIGHT)
			.with(Tag.MODALITY, "SM")
			.with(Tag.SOP_CLASS_UID, "1.2.840.10008.5.1.4.1.1.77.1.6")
			.with(tag("TotalPixelMatrixColumns"), columns)
			.with(tag("TotalPixelMatrixRows"), rows);
		if (each.isEmpty()) series.without(Tag.PER_FRAME_FUNCTIONAL_GROUPS_SEQUENCE)
			.with(Tag.DIMENSION_ORGANIZATION_TYPE, "TILED_FULL");
		return series;
	}

	private static List<DicomVolume> all(final Path folder) throws IOException {
		return DicomVolumes.load(DicomVolumes.scan(folder), ImportOptions.DEFAULT.withSeries("all")).volumes();
	}

	/** Tiles in rows; those at the edges reach beyond the matrix. */
	@ParameterizedTest
	@CsvSource({ "16, 12", "13, 9", "9, 7" })
	void fullTilesAreOneImage(final int columns, final int rows, @TempDir final Path folder) throws IOException {
		slide(4, columns, rows, List.of()).write(folder);
		final DicomVolume volume = DicomVolumes.open(folder);
		assertSizes(volume, columns, rows, 1, 1, 1);
		assertEquals(0.0005, volume.geometry().spacing()[0], 1e-12);
		for (int r = 0; r < rows; r++)
			for (int c = 0; c < columns; c++)
				assertEquals(1000 * (r / HEIGHT * 2 + c / WIDTH) + 10 * (r % HEIGHT) + c % WIDTH,
					storedAt(volume, c, r, 0));
	}

	@Test
	void focalPlanesAndPathsAreImagesOfTheirOwn(@TempDir final Path folder) throws IOException {
		slide(16, 16, 12, List.of()).with(tag("TotalPixelMatrixFocalPlanes"), 2)
			.with(tag("OpticalPathSequence"), Attributes.builder().put(tag("OpticalPathIdentifier"), "A").build(),
				Attributes.builder().put(tag("OpticalPathIdentifier"), "B").build())
			.write(folder);
		final List<DicomVolume> volumes = all(folder);
		assertEquals(4, volumes.size());
		for (int i = 0; i < 4; i++) {
			assertSizes(volumes.get(i), 16, 12, 1, 1, 1);
			assertEquals(4000 * i + 3000, storedAt(volumes.get(i), WIDTH, HEIGHT, 0));
		}
		assertTrue(volumes.get(3)
			.report()
			.findings()
			.stream()
			.anyMatch(f -> f.text().equals("tiles are divided by focal plane 2, optical path B")));
	}

	/** In any order, overlapping the edges, with gaps: each pixel is that of its tile, or 0. */
	@ParameterizedTest
	@MethodSource("seeds")
	void sparseTilesGoToTheirPlaces(final long seed, @TempDir final Path folder) throws IOException {
		final Random random = new Random(seed);
		final int across = 1 + random.nextInt(4), down = 1 + random.nextInt(4), layers = 1 + random.nextInt(2);
		final int columns = WIDTH * across - random.nextInt(WIDTH), rows = HEIGHT * down - random.nextInt(HEIGHT);
		final List<int[]> places = new ArrayList<>();
		for (int layer = 0; layer < layers; layer++)
			for (int t = 0; t < across * down; t++)
				if (t == 0 || random.nextInt(4) > 0) places.add(new int[] { t % across, t / across, layer });
		Collections.shuffle(places, random);
		slide(places.size(), columns, rows,
			places.stream().map(p -> at(p[0] * WIDTH, p[1] * HEIGHT, 2.5 * p[2], "1")).toList()).write(folder);
		final List<DicomVolume> volumes = all(folder);
		assertEquals(layers, volumes.size());
		for (final DicomVolume volume : volumes) {
			assertSizes(volume, columns, rows, 1, 1, 1);
			final int layer = places.get(volume.stack().first().index())[2];
			for (int r = 0; r < rows; r++)
				for (int c = 0; c < columns; c++)
					assertEquals(expected(places, layer, c, r), storedAt(volume, c, r, 0));
		}
	}

	private static double expected(final List<int[]> places, final int layer, final int c, final int r) {
		final int tile = IntStream.range(0, places.size())
			.filter(k -> places.get(k)[0] == c / WIDTH && places.get(k)[1] == r / HEIGHT && places.get(k)[2] == layer)
			.findFirst()
			.orElse(-1);
		return tile < 0 ? 0 : 1000 * tile + 10 * (r % HEIGHT) + c % WIDTH;
	}

	/** The rule's case, of one bit: frames of 10 x 10 begin within bytes. */
	@ParameterizedTest
	@CsvSource({ "BINARY", "LABELMAP" })
	void tilesOfASegmentationAreOneLabelImage(final String type, @TempDir final Path folder) throws IOException {
		final int[][] places = { { 0, 0 }, { 10, 0 }, { 0, 10 } };
		final SegmentFrame[] frames = { new SegmentFrame(1, 0), new SegmentFrame(1, 0), new SegmentFrame(1, 0) };
		final boolean isBinary = type.equals("BINARY");
		segmentation("seg", type, "NO", List.of("Cells"), frames).size(10, 10)
			.with(tag("TotalPixelMatrixColumns"), 20)
			.with(tag("TotalPixelMatrixRows"), 20)
			.with(Tag.SHARED_FUNCTIONAL_GROUPS_SEQUENCE, measures())
			.with(Tag.PER_FRAME_FUNCTIONAL_GROUPS_SEQUENCE,
				IntStream.range(0, 3).mapToObj(k -> at(places[k][0], places[k][1], 0, "1")).toArray(Attributes[]::new))
			.values((k, r, c) -> (r + 2 * c + k) % 3 == 0 ? 1 : 0)
			.write(folder);
		final DicomVolume volume = DicomVolumes.open(folder);
		assertSizes(volume, 20, 20, 1, 1, 1);
		assertEquals("Cells", volume.stack().segments().get(0).label());
		for (int r = 0; r < 20; r++)
			for (int c = 0; c < 20; c++) {
				final int k = r / 10 * 2 + c / 10;
				final boolean isSet = k < 3 && (r % 10 + 2 * (c % 10) + k) % 3 == 0;
				assertEquals(isSet ? 1 : 0, storedAt(volume, c, r, 0), isBinary + " " + c + " " + r);
			}
	}

	@Test
	void matrixThatDoesNotFitIsNamed(@TempDir final Path folder) throws IOException {
		slide(4, 100000, 80000, List.of(at(0, 0, 0, "1"), at(8, 0, 0, "1"), at(0, 6, 0, "1"), at(8, 6, 0, "1")))
			.write(folder);
		final List<Stack> stacks = DicomVolumes.scan(folder).stacks();
		assertEquals(1, stacks.size());
		assertTrue(stacks.get(0).unsupported().get().contains("100000 x 80000 pixels"),
			stacks.get(0).unsupported().get());
	}

	@Test
	void cutFileCostsItsTiles(@TempDir final Path folder) throws IOException {
		slide(4, 16, 12, List.of()).pixelBytes(2 * WIDTH * HEIGHT * 3).write(folder);
		final DicomVolume volume = DicomVolumes.open(folder);
		assertSizes(volume, 16, 12, 1, 1, 1);
		assertEquals(2000, storedAt(volume, 0, HEIGHT, 0));
		assertEquals(0, storedAt(volume, WIDTH, HEIGHT, 0));
		assertEquals(1, finding(volume, Code.TRUNCATED).files().size());
	}
}
