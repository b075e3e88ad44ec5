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
import static io.github.dicomvolumes.rules.Volumes.assertSizes;
import static io.github.dicomvolumes.rules.Volumes.finding;
import static io.github.dicomvolumes.rules.Volumes.storedAt;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

import io.github.dicomvolumes.DicomVolumes;
import io.github.dicomvolumes.Encapsulated;
import io.github.dicomvolumes.SyntheticSeries;
import io.github.dicomvolumes.data.Attributes;
import io.github.dicomvolumes.data.AttributesBuilder;
import io.github.dicomvolumes.data.Dictionary;
import io.github.dicomvolumes.data.Tag;
import io.github.dicomvolumes.data.VR;
import io.github.dicomvolumes.geometry.Vector3;
import io.github.dicomvolumes.series.Finding.Code;
import io.github.dicomvolumes.series.object.Frame;
import io.github.dicomvolumes.volume.DicomVolume;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** R54: slices side by side in one image, of United Imaging, and of Siemens where private elements are gone. */
class TiledSlicesTest {

	static LongStream seeds() {
		return LongStream.range(0, 20);
	}

	// -- United Imaging --

	private static final Vector3 X = new Vector3(0.8, 0.6, 0), Y = new Vector3(-0.36, 0.48, 0.8);

	/** An image of tiles of 8 x 8 whose slice s, row r, column c holds 1000 s + 10 r + c + time. */
	private static SyntheticSeries united(final int across, final int n, final int time) {
		final int down = (n + across - 1) / across;
		return new SyntheticSeries("uih").modality("MR")
			.slices(1)
			.size(8 * across, 8 * down)
			.orientation(X.x(), X.y(), X.z(), Y.x(), Y.y(), Y.z())
			.with(Tag.IMAGE_TYPE, "ORIGINAL", "PRIMARY", "VFRAME")
			.with(Tag.SOP_INSTANCE_UID, "1.2.3." + time)
			.instanceNumbers(k -> time + 1)
			.fileNames("T" + time)
			.values((k, r, c) -> {
				final int s = r / 8 * across + c / 8;
				return s < n ? 1000L * s + 10 * (r % 8) + c % 8 + time : 0;
			});
	}

	private static Vector3 position(final int slice) {
		return new Vector3(-10, -20, 30).plus(X.cross(Y).times(4.2 * slice));
	}

	private static AttributesBuilder header(final AttributesBuilder a, final int n, final String size) {
		a.put(0x00650010, VR.LO, text("Image Private Header"));
		if (!size.isEmpty()) a.put(0x00651004, VR.LO, text(size));
		return a.put(0x00651050, VR.DS, text(Integer.toString(n)));
	}

	private static List<Attributes> items(final int n, final int time) {
		return IntStream.range(0, n)
			.mapToObj(s -> Attributes.builder()
				.put(Tag.ACQUISITION_TIME, String.format("1200%02d.%02d", 3 * time, s))
				.put(Tag.IMAGE_POSITION_PATIENT, position(s).toArray())
				.build())
			.toList();
	}

	@ParameterizedTest
	@CsvSource({ "8*8", "''" })
	void unitedImagingTilesAreSlicesAndTimes(final String size, @TempDir final Path folder) throws IOException {
		final int across = size.isEmpty() ? 5 : 4; // without a size it is square
		for (int t = 0; t < 2; t++) {
			final int time = t;
			united(across, size.isEmpty() ? 25 : 20, t).each((k, a) -> header(a, size.isEmpty() ? 25 : 20, size)
				.put(0x00651051, items(size.isEmpty() ? 25 : 20, time))).write(folder);
		}
		final int n = size.isEmpty() ? 25 : 20;
		final DicomVolume volume = DicomVolumes.open(folder);
		assertSizes(volume, 8, 8, n, 1, 2);
		assertEquals(4.2, volume.geometry().spacing()[2], 1e-6);
		assertEquals(3, volume.stack().timeAxis().interval().getAsDouble(), 1e-6);
		for (int s = 0; s < n; s++) {
			assertEquals(1000 * s + 73 + 1, storedAt(volume, 3, 7, s, 0, 1));
			assertPoint(position(s), volume.geometry().indexToPatient().apply(new Vector3(0, 0, s)), 1e-6);
			final Frame frame = volume.stack().frame(s, 0, 1).get();
			assertEquals(String.format("120003.%02d", s), frame.attributes().orElse(Tag.ACQUISITION_TIME, ""));
		}
	}

	/**
	 * Whatever the order of slices, each is where its item says; private elements of the file are those of each tile.
	 */
	@ParameterizedTest
	@MethodSource("seeds")
	void itemsPlaceTiles(final long seed, @TempDir final Path folder) throws IOException {
		final Random random = new Random(seed);
		final int across = 2 + random.nextInt(4), n = across * (1 + random.nextInt(4));
		final List<Attributes> items = new ArrayList<>(items(n, 0));
		Collections.shuffle(items, random);
		united(across, n, 0).each((k, a) -> header(a, n, "8*8").put(0x00651009, VR.FD, 700).put(0x00651051, items))
			.write(folder);
		final DicomVolume volume = DicomVolumes.open(folder);
		assertSizes(volume, 8, 8, n, 1, 1);
		for (int s = 0; s < n; s++) {
			final double[] position = items.get(s).doubles(Tag.IMAGE_POSITION_PATIENT);
			final int place = (int) Math.rint(Vector3.of(position).minus(position(0)).dot(X.cross(Y)) / 4.2);
			assertEquals(1000 * s, storedAt(volume, 0, 0, place));
			assertEquals(700,
				volume.stack()
					.frame(place, 0, 0)
					.get()
					.attributes()
					.optional("Image Private Header", 0x0065, 0x09)
					.get()
					.number()
					.getAsDouble());
		}
	}

	@Test
	void tilesWithoutItemsAreInTheirOrder(@TempDir final Path folder) throws IOException {
		united(4, 8, 0).each((k, a) -> header(a, 8, "8*8")).write(folder);
		final DicomVolume volume = DicomVolumes.open(folder);
		assertSizes(volume, 8, 8, 8, 1, 1);
		assertEquals(5000, storedAt(volume, 0, 0, 5));
		assertTrue(finding(volume, Code.POSITIONS_ASSUMED).text().contains("(0065,1050) says 8 slices"));
	}

	@Test
	void countThatCannotBeLeavesTheImage(@TempDir final Path folder) throws IOException {
		united(4, 8, 0).each((k, a) -> header(a, 999999, "8*8")).write(folder);
		final DicomVolume volume = DicomVolumes.open(folder);
		assertSizes(volume, 32, 16, 1, 1, 1);
		assertTrue(finding(volume, Code.MOSAIC_UNCUT).text().startsWith("United Imaging tiles of 999999 slices"));
	}

	// -- Siemens mosaics of which an anonymiser has left little --

	/** A mosaic of tiles of 8 x 8, whose slice s, row r, column c holds 1000 (s + 1) + 10 r + c. */
	private static SyntheticSeries thinned(final int across, final int down, final int n) {
		return new SyntheticSeries("thin").modality("MR")
			.slices(1)
			.size(8 * across, 8 * down)
			.with(Tag.IMAGE_TYPE, "ORIGINAL", "PRIMARY", "M", "ND", "MOSAIC")
			.with(Tag.SPACING_BETWEEN_SLICES, 3)
			.values((k, r, c) -> {
				final int s = r / 8 * across + c / 8;
				return s < n ? 1000L * (s + 1) + 10 * (r % 8) + c % 8 : 0;
			});
	}

	private static void assertSlices(final DicomVolume volume, final int n) {
		assertSizes(volume, 8, 8, n, 1, 1);
		for (int s = 0; s < n; s++)
			assertEquals(1000 * (s + 1) + 73, storedAt(volume, 3, 7, s));
	}

	@ParameterizedTest
	@CsvSource({ "true", "false" })
	void slicesAreCountedInThePixels(final boolean inPrivateElement, @TempDir final Path folder) throws IOException {
		thinned(4, 4, 13).each((k, a) -> {
			if (inPrivateElement)
				a.put(0x00510010, VR.LO, text("SIEMENS MR HEADER")).put(0x0051100B, VR.LO, text("8*8"));
			else a.put(Dictionary.tag("AcquisitionMatrix"), 8, 0, 0, 8);
		}).write(folder);
		final DicomVolume volume = DicomVolumes.open(folder);
		assertSlices(volume, 13);
		assertEquals(2, volume.report().warnings().size(), "the count, and the direction");
		assertTrue(volume.report().warnings().get(0).text().contains("13 are taken, up to the last of its 16 tiles"));
		assertTrue(volume.report().warnings().get(1).text().contains("no slice normal"));
	}

	/** Any number of slices in a grid that need not be square; an empty slice in between counts. */
	@ParameterizedTest
	@MethodSource("seeds")
	void anyGridIsCut(final long seed, @TempDir final Path folder) throws IOException {
		final Random random = new Random(seed);
		final int across = 2 + random.nextInt(5), down = 2 + random.nextInt(5),
			n = 2 + random.nextInt(across * down - 1);
		thinned(across, down, n).each((k, a) -> a.put(0x00510010, VR.LO, text("SIEMENS MR HEADER"))
			.put(0x0051100B, VR.LO, text(random.nextBoolean() ? "8*8" : "8p*8"))).write(folder);
		assertSlices(DicomVolumes.open(folder), n);
	}

	@ParameterizedTest
	@CsvSource({ "1, along", "-1, against" })
	void protocolTellsCountAndDirection(final int sign, final String word, @TempDir final Path folder)
		throws IOException
	{
		final String protocol = "### ASCCONV BEGIN ###\nsSliceArray.asSlice[0].sPosition.dTra\t = \t" + -6 * sign +
			"\nsSliceArray.asSlice[4].sPosition.dTra\t = \t" + 6.5e0 * sign + "\nsSliceArray.lSize\t = \t5\n";
		thinned(3, 3, 5)
			.each((k, a) -> a.put(0x00290010, VR.LO, text("SIEMENS CSA HEADER")).put(0x00291020, VR.OB, text(protocol)))
			.write(folder);
		final DicomVolume volume = DicomVolumes.open(folder);
		assertSizes(volume, 8, 8, 5, 1, 1);
		assertEquals(sign > 0 ? 1000 : 5000, storedAt(volume, 0, 0, 0));
		assertTrue(finding(volume, Code.POSITIONS_ASSUMED).text()
			.contains(word + " rows x columns, as the positions in the protocol are"));
	}

	@Test
	void otherImagesWithAProtocolAreNoMosaics(@TempDir final Path folder) throws IOException {
		new SyntheticSeries().modality("MR")
			.each((k, a) -> a.put(0x00290010, VR.LO, text("SIEMENS CSA HEADER"))
				.put(0x00291020, VR.OB, text("sSliceArray.lSize = 5 ")))
			.write(folder);
		assertSizes(DicomVolumes.open(folder), 16, 12, 5, 1, 1);
	}

	@Test
	void compressedMosaicWithoutCountStaysAnImage(@TempDir final Path folder) throws IOException {
		final Attributes attributes = thinned(4, 4, 13)
			.each((k, a) -> a.put(Dictionary.tag("AcquisitionMatrix"), 8, 0, 0, 8))
			.attributes(0);
		Files.write(folder.resolve("m.dcm"),
			Encapsulated.file(attributes, Encapsulated.RLE, Encapsulated.NO_TABLE, List.of(new byte[200])));
		final var stack = DicomVolumes.scan(folder).stacks().get(0);
		assertEquals(1, stack.slices());
		assertTrue(stack.findings().stream().anyMatch(f -> f.text().contains("compressed to count them")));
	}

	private static byte[] text(final String text) {
		final byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
		return Arrays.copyOf(bytes, bytes.length + bytes.length % 2);
	}
}
