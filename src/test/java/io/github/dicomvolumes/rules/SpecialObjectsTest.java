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

import static io.github.dicomvolumes.SyntheticObjects.dose;
import static io.github.dicomvolumes.SyntheticObjects.enhanced;
import static io.github.dicomvolumes.SyntheticObjects.frameAt;
import static io.github.dicomvolumes.SyntheticObjects.groups;
import static io.github.dicomvolumes.SyntheticObjects.isSet;
import static io.github.dicomvolumes.SyntheticObjects.item;
import static io.github.dicomvolumes.SyntheticObjects.segmentation;
import static io.github.dicomvolumes.SyntheticObjects.sharedAxial;
import static io.github.dicomvolumes.SyntheticObjects.tomogram;
import static io.github.dicomvolumes.data.Dictionary.tag;
import static io.github.dicomvolumes.rules.Volumes.assertOrigin;
import static io.github.dicomvolumes.rules.Volumes.assertSizes;
import static io.github.dicomvolumes.rules.Volumes.assertSpacing;
import static io.github.dicomvolumes.rules.Volumes.data;
import static io.github.dicomvolumes.rules.Volumes.finding;
import static io.github.dicomvolumes.rules.Volumes.storedAt;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

import io.github.dicomvolumes.DicomVolumes;
import io.github.dicomvolumes.Encapsulated;
import io.github.dicomvolumes.SyntheticObjects;
import io.github.dicomvolumes.SyntheticObjects.SegmentFrame;
import io.github.dicomvolumes.SyntheticSeries;
import io.github.dicomvolumes.data.Attributes;
import io.github.dicomvolumes.data.Tag;
import io.github.dicomvolumes.data.VR;
import io.github.dicomvolumes.geometry.VolumeGeometry;
import io.github.dicomvolumes.series.Finding.Code;
import io.github.dicomvolumes.series.catalog.SeriesCatalog;
import io.github.dicomvolumes.volume.DicomVolume;
import io.github.dicomvolumes.volume.ImportOptions;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** R17, R19, R20 and R21: nuclear medicine, dose, segmentations and parametric maps. */
class SpecialObjectsTest {

	// -- R17: nuclear medicine --

	@Test
	void tomogramGoesAgainstTheNormalIfTheSpacingIsNegative(@TempDir final Path folder) throws IOException {
		tomogram("nm", "RECON TOMO", 6, -4).with(Tag.SLICE_VECTOR, 1, 2, 3, 4, 5, 6).write(folder);
		final DicomVolume volume = DicomVolumes.open(folder);
		assertSizes(volume, 8, 8, 6, 1, 1);
		assertSpacing(volume, 4, 4, 4);
		assertOrigin(volume, 0, 0, 80);
		assertEquals(5000, storedAt(volume, 0, 0, 0), "slice 0 is frame 6");
		assertEquals(100, volume.stack().frame(5, 0, 0).get().position().get().z());
	}

	@Test
	void gatedTomogramHasTimes(@TempDir final Path folder) throws IOException {
		tomogram("nm", "RECON GATED TOMO", 12, 4)
			.with(Tag.SLICE_VECTOR, IntStream.range(0, 12).mapToDouble(k -> 1 + k % 6).toArray())
			.with(tag("TimeSlotVector"), IntStream.range(0, 12).mapToDouble(k -> 1 + k / 6).toArray())
			.write(folder);
		final DicomVolume volume = DicomVolumes.open(folder);
		assertSizes(volume, 8, 8, 6, 1, 2);
		assertEquals(8000, storedAt(volume, 0, 0, 2, 0, 1));
		assertEquals("2 times, told apart by Time Slot Vector", finding(volume, Code.REPEATED_POSITIONS).text());
	}

	@Test
	void vectorOfTheWrongLengthIsIgnored(@TempDir final Path folder) throws IOException {
		tomogram("nm", "RECON GATED TOMO", 12, 4)
			.with(Tag.SLICE_VECTOR, IntStream.range(0, 12).mapToDouble(k -> 1 + k % 6).toArray())
			.with(tag("TimeSlotVector"), IntStream.range(0, 11).mapToDouble(k -> 1 + k / 6).toArray())
			.write(folder);
		final DicomVolume volume = DicomVolumes.open(folder);
		assertSizes(volume, 8, 8, 6, 1, 2);
		assertTrue(finding(volume, Code.POSITIONS_ASSUMED).text().contains("has 11 values for 12 frames"));
		assertEquals(1, volume.report().findings().stream().filter(f -> f.code() == Code.REPEATS_BY_NUMBER).count());
	}

	@Test
	void projectionsAreNoVolume(@TempDir final Path folder) throws IOException {
		tomogram("nm", "STATIC", 6, 4).with(tag("EnergyWindowVector"), 1, 1, 1, 2, 2, 2)
			.with(tag("DetectorVector"), 1, 2, 3, 1, 2, 3)
			.write(folder);
		final DicomVolume volume = DicomVolumes.open(folder);
		assertSizes(volume, 8, 8, 1, 6, 1);
		assertEquals("Energy Window 2, Detector 1", volume.stack().channelAxis().labels().get(3));
		assertEquals(false, volume.geometry().patientBased());
	}

	// -- R19: dose --

	@Test
	void doseIsPlacedByOffsetsAndScaled(@TempDir final Path folder) throws IOException {
		dose("d", 0, 5, 10, 15).write(folder);
		final DicomVolume volume = DicomVolumes.open(folder);
		assertSizes(volume, 16, 12, 4, 1, 1);
		assertSpacing(volume, 0.5, 2, 5);
		assertOrigin(volume, -10, -20, 30);
		assertEquals("Gy", volume.unit());
		assertEquals(3.015f, volume.values().getAt(5, 1, 3).get(), "3015 * 0.001 Gy");
		assertEquals(3015, storedAt(volume, 5, 1, 3));
	}

	@Test
	void offsetsMayBePatientCoordinates(@TempDir final Path folder) throws IOException {
		dose("d", 30, 35, 40).write(folder);
		final DicomVolume volume = DicomVolumes.open(folder);
		assertOrigin(volume, -10, -20, 30);
		assertSpacing(volume, 0.5, 2, 5);
		assertEquals(List.of(), volume.report().warnings());
	}

	@Test
	void descendingOffsetsAreReversed(@TempDir final Path folder) throws IOException {
		dose("d", 0, -5, -10).write(folder);
		final DicomVolume volume = DicomVolumes.open(folder);
		assertOrigin(volume, -10, -20, 20);
		assertEquals(2000, storedAt(volume, 0, 0, 0));
	}

	@Test
	void otherFirstOffsetIsSaid(@TempDir final Path folder) throws IOException {
		dose("d", 7, 12, 17).write(folder);
		final DicomVolume volume = DicomVolumes.open(folder);
		assertOrigin(volume, -10, -20, 30);
		assertTrue(finding(volume, Code.POSITIONS_ASSUMED).text().contains("begins with 7.0"));
	}

	@Test
	void tooFewOffsetsGiveNoPlace(@TempDir final Path folder) throws IOException {
		dose("d", 0, 5, 10).with(Tag.GRID_FRAME_OFFSET_VECTOR, 0, 5).write(folder);
		final DicomVolume volume = DicomVolumes.open(folder);
		assertSizes(volume, 16, 12, 3, 1, 1);
		assertEquals(false, volume.geometry().patientBased());
		assertTrue(finding(volume, Code.NO_POSITION).text().contains("has 2 values for 3 frames"));
	}

	/** R19: never Slice Thickness. */
	@Test
	void thicknessIsNotTheDistanceOfDosePlanes(@TempDir final Path folder) throws IOException {
		dose("d", 0, 5, 10).with(Tag.GRID_FRAME_OFFSET_VECTOR, 0, 5).write(folder);
		final DicomVolume volume = DicomVolumes.open(folder);
		assertSpacing(volume, 0.5, 2, 1);
		assertEquals(VolumeGeometry.PIXEL, volume.sliceUnit());
	}

	@Test
	void offsetsBeyondTheFramesAreSaid(@TempDir final Path folder) throws IOException {
		dose("d", 0, 5, 10).with(Tag.GRID_FRAME_OFFSET_VECTOR, 0, 5, 10, 15, 20).write(folder);
		final DicomVolume volume = DicomVolumes.open(folder);
		assertSpacing(volume, 0.5, 2, 5);
		assertEquals("(3004,000C) Grid Frame Offset Vector has 5 values for 3 frames; the first 3 are taken",
			finding(volume, Code.POSITIONS_ASSUMED).text());
	}

	@Test
	void realDose() throws IOException {
		final DicomVolume volume = DicomVolumes.open(data("pydicom/rtdose.dcm"));
		assertSizes(volume, 10, 10, 15, 1, 1);
		assertSpacing(volume, 10, 10, 5);
		assertOrigin(volume, 189.43125, 199.43125, -761.87);
		double sum = 0;
		for (int z = 0; z < 15; z++)
			for (int y = 0; y < 10; y++)
				for (int x = 0; x < 10; x++)
					sum += volume.values().getAt(x, y, z).get();
		assertEquals(1.013273, sum / 1500, 1e-6);
		assertEquals("RELATIVE", volume.unit());
	}

	// -- R20: segmentations --

	@Test
	void bitsAreLabelsAndMissingPlanesEmpty(@TempDir final Path folder) throws IOException {
		segmentation("s", "BINARY", "NO", List.of("Liver", "Spleen"), new SegmentFrame(1, 30), new SegmentFrame(2, 30),
			new SegmentFrame(2, 33), new SegmentFrame(1, 48)).write(folder);
		final DicomVolume volume = DicomVolumes.open(folder);
		assertSizes(volume, 10, 7, 7, 1, 1);
		assertOrigin(volume, -10, -20, 30);
		assertSpacing(volume, 0.5, 2, 3);
		for (int r = 0; r < 7; r++)
			for (int c = 0; c < 10; c++) {
				assertEquals(isSet(2, 1, r, c) ? 2 : isSet(1, 0, r, c) ? 1 : 0, storedAt(volume, c, r, 0));
				assertEquals(isSet(2, 2, r, c) ? 2 : 0, storedAt(volume, c, r, 1));
				assertEquals(isSet(1, 3, r, c) ? 1 : 0, storedAt(volume, c, r, 6));
				assertEquals(0, storedAt(volume, c, r, 3));
			}
		assertEquals(List.of(), volume.report().warnings(), "planes without segment are not missing");
		assertEquals("segments: 1 Liver, 2 Spleen", finding(volume, Code.SEGMENTS).text());
	}

	@Test
	void segmentsThatMayOverlapAreChannels(@TempDir final Path folder) throws IOException {
		segmentation("s", "BINARY", "YES", List.of("Liver", "Lesion"), new SegmentFrame(1, 30), new SegmentFrame(1, 33),
			new SegmentFrame(2, 33)).write(folder);
		final DicomVolume volume = DicomVolumes.open(folder);
		assertSizes(volume, 10, 7, 2, 2, 1);
		assertEquals(List.of("Liver", "Lesion"), volume.stack().channelAxis().labels());
		for (int r = 0; r < 7; r++)
			for (int c = 0; c < 10; c++) {
				assertEquals(isSet(1, 1, r, c) ? 1 : 0, storedAt(volume, c, r, 1, 0, 0));
				assertEquals(isSet(2, 2, r, c) ? 2 : 0, storedAt(volume, c, r, 1, 1, 0));
				assertEquals(0, storedAt(volume, c, r, 0, 1, 0), "no frame of segment 2");
			}
	}

	@Test
	void fractionsAreReal(@TempDir final Path folder) throws IOException {
		segmentation("s", "FRACTIONAL", "", List.of("Liver"), new SegmentFrame(1, 30), new SegmentFrame(1, 33))
			.with(Tag.MAXIMUM_FRACTIONAL_VALUE, 200)
			.write(folder);
		final DicomVolume volume = DicomVolumes.open(folder);
		assertSizes(volume, 10, 7, 2, 1, 1);
		assertEquals(0.5f, volume.values().getAt(3, 0, 0).get());
		assertEquals(0, volume.values().getAt(4, 0, 0).get());
	}

	@Test
	void fractionsOfSegmentsAreChannelsWhereverTheyAre(@TempDir final Path folder) throws IOException {
		segmentation("s", "FRACTIONAL", "", List.of("Liver", "Spleen"), new SegmentFrame(1, 30),
			new SegmentFrame(2, 33)).with(Tag.MAXIMUM_FRACTIONAL_VALUE, 100).write(folder);
		final DicomVolume volume = DicomVolumes.open(folder);
		assertSizes(volume, 10, 7, 2, 2, 1);
		assertEquals(1f, volume.values().getAt(3, 0, 1, 1, 0).get());
		assertEquals(0f, volume.values().getAt(3, 0, 1, 0, 0).get());
	}

	/** Two far planes of each of many segments: the grid would have a hundred million places. */
	@Test
	void gridsBeyondMeasureAreNotMade(@TempDir final Path folder) throws IOException {
		final int n = 4000;
		final SegmentFrame[] frames = IntStream.range(0, 2 * n)
			.mapToObj(k -> new SegmentFrame(1 + k % n, k < n ? k % 2 * 3 : 24000))
			.toArray(SegmentFrame[]::new);
		segmentation("s", "BINARY", "YES", List.of("A", "B"), frames).size(1, 1).write(folder);
		final SeriesCatalog catalog = DicomVolumes.scan(folder);
		assertEquals(List.of(), catalog.stacks());
		assertTrue(catalog.report().contains("more than 16777216 images"), catalog.report());
	}

	@Test
	void labelMapIsALabelImage(@TempDir final Path folder) throws IOException {
		segmentation("s", "LABELMAP", "", List.of("Liver", "Spleen"), new SegmentFrame(1, 33), new SegmentFrame(1, 30))
			.values((k, r, c) -> (r + c + k) % 3)
			.with(Tag.PER_FRAME_FUNCTIONAL_GROUPS_SEQUENCE, frameAt(-10, -20, 33, Attributes.EMPTY),
				frameAt(-10, -20, 30, Attributes.EMPTY))
			.write(folder);
		final DicomVolume volume = DicomVolumes.open(folder);
		assertSizes(volume, 10, 7, 2, 1, 1);
		assertEquals(2, storedAt(volume, 0, 1, 0), "frame 2, the lower one");
		assertEquals(List.of("Liver", "Spleen"), volume.stack().segments().stream().map(s -> s.label()).toList());
	}

	@Test
	void cutSegmentationIsFilledWithNothing(@TempDir final Path folder) throws IOException {
		segmentation("s", "BINARY", "NO", List.of("Liver"), new SegmentFrame(1, 30), new SegmentFrame(1, 33))
			.pixelBytes(12)
			.write(folder); // 96 of 140 bits
		final DicomVolume volume = DicomVolumes.open(folder);
		assertEquals(isSet(1, 1, 2, 5) ? 1 : 0, storedAt(volume, 5, 2, 1), "bit 95");
		for (int c = 6; c < 10; c++)
			assertEquals(0, storedAt(volume, c, 2, 1));
		assertEquals(1, finding(volume, Code.TRUNCATED).files().size());
	}

	/** The frames of a binary segmentation that Deflated Image Frame Compression was made for (PS3.5 A.4.13). */
	@Test
	void deflatedBitsAreLabels(@TempDir final Path folder) throws IOException {
		final SegmentFrame[] frames = { new SegmentFrame(1, 30), new SegmentFrame(2, 30), new SegmentFrame(300, 33) };
		final var series = segmentation("s", "BINARY", "NO", List.of("Liver", "Spleen"), frames);
		final List<byte[]> deflated = new ArrayList<>();
		for (int k = 0; k < frames.length; k++) {
			final BitSet bits = new BitSet();
			for (int i = 0; i < 70; i++)
				bits.set(i, isSet(frames[k].segment(), k, i / 10, i % 10));
			final var out = new ByteArrayOutputStream();
			try (var deflater = new DeflaterOutputStream(out, new Deflater(9, true))) {
				deflater.write(Arrays.copyOf(bits.toByteArray(), 9));
			}
			deflated.add(out.toByteArray());
		}
		final Path plain = folder.resolve("plain"), compressed = Files.createDirectory(folder.resolve("compressed"));
		series.write(plain);
		Files.write(compressed.resolve("s.dcm"),
			Encapsulated.file(series.attributes(0), "1.2.840.10008.1.2.8.1", Encapsulated.NO_TABLE, deflated));
		final DicomVolume expected = DicomVolumes.open(plain);
		assertSizes(expected, 10, 7, 2, 1, 1);
		for (final boolean virtual : new boolean[] { false, true }) {
			final DicomVolume volume = DicomVolumes.open(compressed, ImportOptions.DEFAULT.withVirtual(virtual));
			for (int z = 0; z < 2; z++)
				assertArrayEquals((short[]) expected.plane(z, 0, 0), (short[]) volume.plane(z, 0, 0));
			assertEquals(Set.of(Code.SEGMENTS, Code.UNKNOWN_SEGMENTS),
				volume.report().findings().stream().map(f -> f.code()).collect(Collectors.toSet()));
		}
	}

	@Test
	void segmentationLiesApartFromItsSource(@TempDir final Path folder) throws IOException {
		new SyntheticSeries().size(10, 7).write(folder);
		segmentation("synthetic", "BINARY", "NO", List.of("Liver"), new SegmentFrame(1, 33)).series(2)
			.fileNames("SEG")
			.write(folder);
		final List<DicomVolume> volumes = DicomVolumes.openAll(folder);
		assertEquals(List.of(5L, 1L), Volumes.slices(volumes));
		assertOrigin(volumes.get(1), -10, -20, 33);
	}

	@Test
	void segmentsThatAreNotDescribedAreSaid(@TempDir final Path folder) throws IOException {
		segmentation("s", "BINARY", "NO", List.of("Liver", "Spleen"), new SegmentFrame(1, 30), new SegmentFrame(7, 30),
			new SegmentFrame(2, 33), new SegmentFrame(0, 33), new SegmentFrame(0, 36), new SegmentFrame(0, 36))
			.write(folder);
		final DicomVolume volume = DicomVolumes.open(folder);
		assertSizes(volume, 10, 7, 3, 1, 1);
		assertEquals(
			"segments that are not in (0062,0002) Segment Sequence: 7; label 1 is taken for 3 frames without a number " +
				"from 1 to 65535 in (0062,000B) Referenced Segment Number",
			finding(volume, Code.UNKNOWN_SEGMENTS).text());
	}

	/** One frame without a place leaves the others where they are, segments of a plane in one image. */
	@Test
	void segmentFrameWithoutPositionCostsOnlyItself(@TempDir final Path folder) throws IOException {
		final SegmentFrame[] frames = { new SegmentFrame(1, 27), new SegmentFrame(1, 30), new SegmentFrame(2, 30),
			new SegmentFrame(2, 33) };
		final Attributes[] items = Arrays.stream(frames)
			.map(f -> groups(tag("SegmentIdentificationSequence"), item(Tag.REFERENCED_SEGMENT_NUMBER, f.segment()),
				tag("PlanePositionSequence"),
				f.z() == 27 ? Attributes.EMPTY : item(Tag.IMAGE_POSITION_PATIENT, -10, -20, f.z())))
			.toArray(Attributes[]::new);
		segmentation("s", "BINARY", "NO", List.of("Liver", "Spleen"), frames)
			.with(Tag.PER_FRAME_FUNCTIONAL_GROUPS_SEQUENCE, items)
			.write(folder);
		final DicomVolume volume = DicomVolumes.open(folder);
		assertSizes(volume, 10, 7, 2, 1, 1);
		assertOrigin(volume, -10, -20, 30);
	}

	/** Every other plane is without segment: the planes of the grid are no thicker for that. */
	@Test
	void planesWithoutSegmentAreLeftOutOfTheFile(@TempDir final Path folder) throws IOException {
		final Attributes shared = groups(tag("PlaneOrientationSequence"),
			item(Tag.IMAGE_ORIENTATION_PATIENT, 1, 0, 0, 0, 1, 0), tag("PixelMeasuresSequence"),
			Attributes.builder().put(Tag.PIXEL_SPACING, 2, 0.5).put(Tag.SPACING_BETWEEN_SLICES, 3).build());
		segmentation("s", "BINARY", "NO", List.of("Liver"), new SegmentFrame(1, 30), new SegmentFrame(1, 36),
			new SegmentFrame(1, 48)).with(Tag.SHARED_FUNCTIONAL_GROUPS_SEQUENCE, shared).write(folder);
		final DicomVolume volume = DicomVolumes.open(folder);
		assertSizes(volume, 10, 7, 7, 1, 1);
		assertSpacing(volume, 0.5, 2, 3);
		assertOrigin(volume, -10, -20, 30);
		assertEquals(List.of(0, 2, 6),
			IntStream.range(0, 7).filter(z -> volume.stack().frame(z, 0, 0).isPresent()).boxed().toList());
		assertEquals("slice spacing 3 mm is assumed from SpacingBetweenSlices",
			finding(volume, Code.SPACING_ASSUMED).text());
	}

	@Test
	void realSegmentation() throws IOException {
		final DicomVolume volume = DicomVolumes.open(data("pydicom-data/liver.dcm"));
		assertSizes(volume, 512, 512, 3, 1, 1);
		assertSpacing(volume, 0.810547, 0.810547, 1);
		assertOrigin(volume, -235.2, -226.8, -128.69);
		final int[] ones = new int[3];
		for (int z = 0; z < 3; z++)
			for (final byte pixel : (byte[]) volume.plane(z, 0, 0))
				ones[z] += pixel;
		assertEquals(List.of(36233, 35645, 35220), IntStream.of(ones).boxed().toList());
		assertEquals("Liver", volume.stack().segments().get(0).label());
	}

	@Test
	void realSegmentationInBigEndianWords() throws IOException {
		final DicomVolume volume = DicomVolumes.open(data("pydicom/liver_expb_1frame.dcm"));
		int ones = 0;
		for (final byte pixel : (byte[]) volume.plane(0, 0, 0))
			ones += pixel;
		assertEquals(36233, ones);
	}

	// -- R21: parametric maps --

	@Test
	void doublesOfSeveralFramesAreRead(@TempDir final Path folder) throws IOException {
		final ByteBuffer pixels = ByteBuffer.allocate(2 * 192 * 8).order(ByteOrder.LITTLE_ENDIAN);
		for (int i = 0; i < 2 * 192; i++)
			pixels.putDouble(i / 3.0);
		enhanced("pm", 2, sharedAxial(), k -> frameAt(-10, -20, 33 - 3 * k, Attributes.EMPTY)).without(Tag.PIXEL_DATA)
			.with(Tag.MODALITY, "OT")
			.each((k, a) -> a.put(Tag.DOUBLE_FLOAT_PIXEL_DATA, VR.OD, pixels.array()))
			.write(folder);
		final DicomVolume volume = DicomVolumes.open(folder);
		assertSizes(volume, 16, 12, 2, 1, 1);
		assertOrigin(volume, -10, -20, 30);
		assertEquals((float) (192 / 3.0), volume.values().getAt(0, 0, 0).get(), "frame 2 is the lower one");
		assertEquals((float) (17 / 3.0), volume.values().getAt(1, 1, 1).get());
	}

	// -- R8: nothing spoils the rest of the folder --

	@Test
	void brokenObjectsCostOnlyThemselves(@TempDir final Path folder) throws IOException {
		final List<SyntheticSeries> broken = List.of(dose("a", 0, 1e300, 2), dose("b", 1e14, 2e14),
			dose("c", 0, 5).with(Tag.GRID_FRAME_OFFSET_VECTOR, "x\\y"), dose("d", 0, 5).with(Tag.NUMBER_OF_FRAMES, -3),
			dose("e", 0, 0, 0), tomogram("f", "RECON TOMO", 3, 1e300),
			tomogram("g", "RECON TOMO", 3, 4).with(Tag.SLICE_VECTOR, 0, 65535, 1),
			tomogram("h", "RECON TOMO", 3, 4).with(Tag.DETECTOR_INFORMATION_SEQUENCE, Attributes.EMPTY),
			enhanced("i", 3, sharedAxial(), k -> Attributes.EMPTY).with(Tag.DIMENSION_INDEX_SEQUENCE, Attributes.EMPTY),
			enhanced("j", 3, Attributes.EMPTY, k -> frameAt(1e300, 0, k, Attributes.EMPTY)),
			segmentation("k", "BINARY", "NO", List.of("A"), new SegmentFrame(65535, 1e11), new SegmentFrame(0, -1e11)),
			segmentation("l", "FRACTIONAL", "", List.of("A"), new SegmentFrame(1, 1)).with(Tag.MAXIMUM_FRACTIONAL_VALUE,
				0),
			SyntheticObjects.cine("m", 3).with(Tag.FRAME_TIME_VECTOR, "0\\-5\\z").with(Tag.CINE_RATE, "NaN"),
			SyntheticObjects.mosaic("n", 4, SyntheticObjects.mosaicCsa(2, 65535, 0, 0, 1)),
			SyntheticObjects.mosaic("o", 4, SyntheticObjects.mosaicCsa(2, 4, Double.NaN, 0, 1)));
		for (int i = 0; i < broken.size(); i++) {
			final String file = "BROKEN" + i;
			broken.get(i).fileNames(k -> file).write(folder);
		}
		new SyntheticSeries().slices(40).write(folder);
		final SeriesCatalog catalog = DicomVolumes.scan(folder);
		final var all = DicomVolumes.load(catalog, ImportOptions.DEFAULT.withSeries("all"));
		assertEquals(catalog.stacks().size(), all.volumes().size() + all.failures().size());
		Volumes.assertStored(DicomVolumes.open(folder), Volumes.BASE);
		for (final String file : all.volumes().stream().map(v -> v.stack().first().name()).toList())
			assertTrue(catalog.skipped().stream().noneMatch(s -> s.file().equals(file)),
				file + " is in one place only");
	}

	@Test
	void realParametricMap() throws IOException {
		final DicomVolume volume = DicomVolumes.open(data("pydicom-data/parametric_map_float.dcm"));
		assertSizes(volume, 128, 128, 1, 1, 1);
		assertSpacing(volume, 0.661468, 0.661468, 5);
		assertOrigin(volume, -158.135803, -179.035797, -75.699997);
		float greatest = 0;
		for (final float value : (float[]) volume.plane(0, 0, 0))
			greatest = Math.max(greatest, value);
		assertEquals(0.94157916f, greatest);
	}
}
