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

import static io.github.dicomvolumes.SyntheticObjects.csa;
import static io.github.dicomvolumes.SyntheticObjects.mosaic;
import static io.github.dicomvolumes.SyntheticObjects.mosaicCsa;
import static io.github.dicomvolumes.rules.Volumes.EXACT;
import static io.github.dicomvolumes.rules.Volumes.assertOrigin;
import static io.github.dicomvolumes.rules.Volumes.assertPoint;
import static io.github.dicomvolumes.rules.Volumes.assertSizes;
import static io.github.dicomvolumes.rules.Volumes.assertSpacing;
import static io.github.dicomvolumes.rules.Volumes.data;
import static io.github.dicomvolumes.rules.Volumes.finding;
import static io.github.dicomvolumes.rules.Volumes.storedAt;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;

import io.github.dicomvolumes.DicomVolumes;
import io.github.dicomvolumes.SyntheticSeries;
import io.github.dicomvolumes.data.Tag;
import io.github.dicomvolumes.data.VR;
import io.github.dicomvolumes.geometry.Vector3;
import io.github.dicomvolumes.series.Finding;
import io.github.dicomvolumes.series.Finding.Code;
import io.github.dicomvolumes.series.catalog.SeriesCatalog;
import io.github.dicomvolumes.series.catalog.Stack;
import io.github.dicomvolumes.volume.DicomVolume;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** R16: the slices that Siemens scanners lay side by side. */
class MosaicTest {

	@ParameterizedTest
	@ValueSource(ints = { 1, 2 })
	void tilesAreSlices(final int csaType, @TempDir final Path folder) throws IOException {
		mosaic("m", 5, mosaicCsa(csaType, 5, 0, 0, 1)).write(folder);
		final DicomVolume volume = DicomVolumes.open(folder);
		assertSizes(volume, 16, 12, 5, 1, 1);
		assertSpacing(volume, 0.5, 2, 3);
		assertOrigin(volume, -10, -20, 30);
		for (int z = 0; z < 5; z++) {
			assertEquals(1000 * z, storedAt(volume, 0, 0, z));
			assertEquals(1000 * z + 10 * 11 + 15, storedAt(volume, 15, 11, z));
		}
		assertEquals(List.of(), volume.report().warnings());
	}

	/** The scanner counts sagittal slices from left to right, against rows x columns. */
	@Test
	void slicesAgainstTheNormalAreReversed(@TempDir final Path folder) throws IOException {
		mosaic("m", 5, mosaicCsa(2, 5, 1, 0, 0)).orientation(0, 1, 0, 0, 0, -1).write(folder);
		final DicomVolume volume = DicomVolumes.open(folder);
		assertSizes(volume, 16, 12, 5, 1, 1);
		assertEquals("PFR", volume.geometry().letters());
		assertEquals(4000, storedAt(volume, 0, 0, 0), "the last tile comes first: it is the leftmost");
		final Vector3 first = volume.geometry().indexToPatient().apply(new Vector3(0, 0, 4));
		final Vector3 last = volume.geometry().indexToPatient().apply(new Vector3(0, 0, 0));
		assertPoint(new Vector3(12, 0, 0), last.minus(first), EXACT);
	}

	@Test
	void mosaicsOfOneSeriesAreTimes(@TempDir final Path folder) throws IOException {
		for (int t = 0; t < 3; t++) {
			final int time = t;
			mosaic("m", 4, mosaicCsa(2, 4, 0, 0, 1)).with(Tag.SOP_INSTANCE_UID, "1.2.3." + t)
				.instanceNumbers(k -> time + 1)
				.with(Tag.ACQUISITION_TIME, "12000" + 2 * t)
				.rescale(1, t)
				.write(folder);
		}
		final DicomVolume volume = DicomVolumes.open(folder);
		assertSizes(volume, 16, 12, 4, 1, 3);
		assertEquals(2, volume.stack().timeAxis().interval().getAsDouble());
		for (int t = 0; t < 3; t++)
			assertEquals(3000 + t, volume.values().getAt(0, 0, 3, 0, t).get());
	}

	/** Older scanners have the weighting in the CSA header alone, newer ones in private elements too. */
	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void diffusionWeightsAreChannels(final boolean inElements, @TempDir final Path folder) throws IOException {
		final double[] weights = { 0, 1000, 1000, 0 };
		final String[][] directions = { {}, { "1.0", "0.0", "0.0" }, { "0.0", "0.6", "0.8" }, {} };
		for (int i = 0; i < 4; i++) {
			final int n = i;
			final var tags = new LinkedHashMap<String, List<String>>();
			tags.put("B_value", inElements ? List.of() : List.of(Integer.toString((int) weights[n])));
			tags.put("DiffusionGradientDirection", inElements ? List.of() : List.of(directions[n]));
			tags.put("NumberOfImagesInMosaic", List.of("4"));
			tags.put("SliceNormalVector", List.of("0.0", "0.0", "1.0"));
			final SyntheticSeries mosaic = mosaic("dwi", 4, csa(2, tags)).with(Tag.SOP_INSTANCE_UID, "1.2.3." + n)
				.instanceNumbers(k -> n + 1)
				.with(Tag.ACQUISITION_NUMBER, n + 1)
				.with(Tag.ACQUISITION_TIME, "12000" + n)
				.rescale(1, n)
				.fileNames("M" + n);
			if (inElements) mosaic.each((k, a) -> {
				a.put(0x00190010, VR.LO, "SIEMENS MR HEADER".getBytes()).put(0x0019100C, VR.IS, weights[n]);
				if (directions[n].length > 0)
					a.put(0x0019100E, VR.FD, Arrays.stream(directions[n]).mapToDouble(Double::parseDouble).toArray());
			});
			mosaic.write(folder);
		}
		final DicomVolume volume = DicomVolumes.open(folder);
		assertSizes(volume, 16, 12, 4, 4, 1);
		assertEquals(List.of("b = 0 s/mm2", "b = 0 s/mm2 (2)", "b = 1000 s/mm2, direction 1 0 0",
			"b = 1000 s/mm2, direction 0 0.6 0.8"), volume.stack().channelAxis().labels());
		final int[] files = { 0, 3, 1, 2 };
		for (int c = 0; c < 4; c++)
			assertEquals(3000 + files[c], volume.values().getAt(0, 0, 3, c, 0).get());
	}

	@Test
	void privateSliceCountIsEnough(@TempDir final Path folder) throws IOException {
		mosaic("m", 6, new byte[0]).each((k, a) -> a.put(0x00190010, VR.LO, "SIEMENS MR HEADER".getBytes())
			.put(0x0019100A, VR.US, (byte) 6, (byte) 0)).write(folder);
		final DicomVolume volume = DicomVolumes.open(folder);
		assertSizes(volume, 16, 12, 6, 1, 1);
		assertTrue(finding(volume, Code.POSITIONS_ASSUMED).text().contains("no slice normal"));
	}

	@Test
	void tilesWithoutPositionAreInTheirOrder(@TempDir final Path folder) throws IOException {
		mosaic("m", 3, mosaicCsa(2, 3, 0, 0, 1)).without(Tag.IMAGE_POSITION_PATIENT).write(folder);
		final DicomVolume volume = DicomVolumes.open(folder);
		assertSizes(volume, 16, 12, 3, 1, 1);
		assertEquals(2000, storedAt(volume, 0, 0, 2));
		assertEquals(false, volume.geometry().patientBased());
		assertEquals(3, volume.geometry().spacing()[2]);
	}

	@Test
	void withoutSliceCountTheMosaicStaysAnImage(@TempDir final Path folder) throws IOException {
		mosaic("m", 4, new byte[] { 'S', 'V', '1', '0' }).write(folder);
		final DicomVolume volume = DicomVolumes.open(folder);
		assertSizes(volume, 32, 24, 1, 1, 1);
		assertTrue(finding(volume, Code.MOSAIC_UNCUT).text().startsWith("Siemens mosaic without slice count"));
	}

	/**
	 * Whatever the private count says, no more slices are made than a grid of 64 x 64 has, or the pixel data can hold.
	 */
	@ParameterizedTest
	@CsvSource({ "2147483647, 65535, 384", "4097, 65535, 1000000", "400, 400, 384" })
	void countThatCannotBeLeavesTheMosaicAnImage(final int n, final int size, final int bytes,
		@TempDir final Path folder) throws IOException
	{
		mosaic("m", 4, mosaicCsa(2, 4, 0, 0, 1)).with(Tag.COLUMNS, size)
			.with(Tag.ROWS, size)
			.pixelBytes(bytes)
			.each((k, a) -> a.put(0x00190010, VR.LO, "SIEMENS MR HEADER".getBytes()).put(0x0019100A, VR.UL, little(n)))
			.write(folder);
		new SyntheticSeries("good").fileNames("GOOD%d").write(folder);
		final SeriesCatalog catalog = DicomVolumes.scan(folder);
		assertEquals(List.of(1, 5), catalog.stacks().stream().map(Stack::slices).sorted().toList());
		final Finding uncut = catalog.stacks()
			.stream()
			.flatMap(s -> s.findings().stream())
			.filter(f -> f.code() == Code.MOSAIC_UNCUT)
			.findFirst()
			.orElseThrow();
		assertTrue(uncut.text().startsWith("Siemens mosaic of " + n + " slices, which "), uncut.text());
	}

	private static byte[] little(final int n) {
		return ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt(n).array();
	}

	@Test
	void slicesThatTheFileLostAreFilled(@TempDir final Path folder) throws IOException {
		mosaic("m", 4, mosaicCsa(2, 4, 0, 0, 1)).pixelBytes(2 * 32 * 15).write(folder); // 15 rows of 24
		final DicomVolume volume = DicomVolumes.open(folder);
		assertEquals(1000 + 110, storedAt(volume, 0, 11, 1));
		assertEquals(2020, storedAt(volume, 0, 2, 2));
		assertEquals(0, storedAt(volume, 0, 3, 2));
		assertEquals(2, finding(volume, Code.TRUNCATED).files().size());
	}

	@ParameterizedTest
	@ValueSource(strings = { "mr_0003", "mr_0004", "mr_0005", "mr_0006" })
	void realMosaicsAreFiveSlicesAndTwoTimes(final String name) throws IOException {
		final DicomVolume volume = DicomVolumes.open(data("nih/20180918Si").resolve(name));
		assertSizes(volume, 72, 72, 5, 1, 2);
		assertSpacing(volume, 3, 3, 12);
		assertOrigin(volume, -108, -108, 16);
		assertEquals(true, volume.stack().timeAxis().interval().isPresent());
	}
}
