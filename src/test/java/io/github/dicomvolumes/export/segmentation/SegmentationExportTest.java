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

package io.github.dicomvolumes.export.segmentation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.concurrent.CancellationException;

import io.github.dicomvolumes.DicomVolumes;
import io.github.dicomvolumes.data.Attributes;
import io.github.dicomvolumes.data.Dictionary;
import io.github.dicomvolumes.data.InputException;
import io.github.dicomvolumes.data.Tag;
import io.github.dicomvolumes.export.VolumeExport;
import io.github.dicomvolumes.export.image.ExportGrid;
import io.github.dicomvolumes.export.image.ExportImage;
import io.github.dicomvolumes.export.image.Exported;
import io.github.dicomvolumes.export.object.Code;
import io.github.dicomvolumes.geometry.Affine;
import io.github.dicomvolumes.geometry.Vector3;
import io.github.dicomvolumes.work.Progress;
import io.github.dicomvolumes.pixels.PlaneType;
import io.github.dicomvolumes.pixels.Rescale;
import io.github.dicomvolumes.series.Segment;
import io.github.dicomvolumes.series.StackShape;
import io.github.dicomvolumes.volume.DicomVolume;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SegmentationExportTest {

	private static final Affine PLACE = Affine.of(1, 0, 0, 5, 0, 1, 0, 6, 0, 0, 2, 7);

	@TempDir
	private Path folder;

	/** Of 2 x 1 pixels; by channel and slice. */
	private static ExportImage image(final int[][][] labels, final PlaneType type) {
		final ExportGrid grid = new ExportGrid(2, 1, new StackShape(labels[0].length, labels.length, 1),
			Optional.of(PLACE), "1.2.3", new Vector3(1, 1, 2), true, OptionalDouble.empty());
		return new ExportImage(grid, type, Rescale.IDENTITY, (slice, channel, time) -> {
			final int[] plane = labels[channel][slice];
			return type == PlaneType.UINT8 ? new byte[] { (byte) plane[0], (byte) plane[1] }
				: new short[] { (short) plane[0], (short) plane[1] };
		}, Optional.empty(), true, Optional.empty(), Optional.empty(), List.of());
	}

	private String written(final ExportImage image, final SegmentationOptions options) throws IOException {
		final Path file = folder.resolve("a.dcm");
		final Exported exported = VolumeExport.segmentation(image, file, options.withOverwrite(true));
		final DicomVolume read = DicomVolumes.open(file);
		final StringBuilder text = new StringBuilder();
		for (int channel = 0; channel < read.stack().channels(); channel++)
			for (int slice = 0; slice < read.stack().slices(); slice++)
				for (int x = 0; x < 2; x++)
					text.append((int) read.plan().type().value(read.plane(slice, channel, 0), x)).append(' ');
		text.append(read.stack().segments().stream().map(Segment::label).toList());
		exported.notes().stream().filter(note -> note.contains("number")).forEach(text::append);
		return text.toString();
	}

	@Test
	void numbersAreWithoutGapsInBinaryOnes() throws IOException {
		final ExportImage image = image(new int[][][] { { { 3, 7 }, { 7, 0 } } }, PlaneType.UINT16);
		assertEquals("1 2 2 0 [Segment 3, Segment 7]segments are numbered without gaps: label 3 is 1, 7 is 2",
			written(image, SegmentationOptions.DEFAULT));
		assertEquals("3 7 7 0 [Segment 3, Segment 7]",
			written(image, SegmentationOptions.DEFAULT.withKind(SegmentationKind.LABELMAP)));
	}

	@Test
	void describedSegmentsWithoutVoxelsKeepNumbers() throws IOException {
		assertEquals("1 3 [Segment 1, nothing, Segment 3]",
			written(image(new int[][][] { { { 1, 3 } } }, PlaneType.UINT8),
				SegmentationOptions.DEFAULT.withSegments(List.of(SegmentDescription.of(2).withName("nothing")))));
	}

	@Test
	void masksAreOneSegment() throws IOException {
		final ExportImage mask = image(new int[][][] { { { 255, 0 }, { 255, 255 } } }, PlaneType.UINT8);
		for (final SegmentationKind kind : SegmentationKind.values())
			assertEquals("1 0 1 1 [Segment 1]", written(mask, SegmentationOptions.DEFAULT.withKind(kind)));
		assertEquals("1 0 1 1 [bone]", written(mask,
			SegmentationOptions.DEFAULT.withSegments(List.of(SegmentDescription.of(1).withName("bone")))));
	}

	@Test
	void sameLabelOfTwoChannelsIsTwoSegments() throws IOException {
		assertEquals(
			"1 1 0 2 [Segment 1, channel 1, Segment 1, channel 2]segments are numbered without gaps: " +
				"label 1 of channel 2 is 2",
			written(image(new int[][][] { { { 1, 1 } }, { { 0, 1 } } }, PlaneType.UINT8), SegmentationOptions.DEFAULT));
	}

	@Test
	void largestLabelIsWritten() throws IOException {
		assertEquals("1 65535 [Segment 1, Segment 65535]",
			written(image(new int[][][] { { { 1, 65535 } } }, PlaneType.UINT16),
				SegmentationOptions.DEFAULT.withKind(SegmentationKind.LABELMAP)));
	}

	@Test
	void longAndForeignNamesAreWritten() throws IOException {
		assertEquals("1 0 [Größe 大]", written(image(new int[][][] { { { 1, 0 } } }, PlaneType.UINT8),
			SegmentationOptions.DEFAULT.withSegments(List.of(SegmentDescription.of(1).withName("Größe 大")))));
		assertEquals("1 0 [" + "x".repeat(64) + "]", written(image(new int[][][] { { { 1, 0 } } }, PlaneType.UINT8),
			SegmentationOptions.DEFAULT.withSegments(List.of(SegmentDescription.of(1).withName("x".repeat(99))))));
		assertEquals("1 0 [a/b c]", written(image(new int[][][] { { { 1, 0 } } }, PlaneType.UINT8),
			SegmentationOptions.DEFAULT.withSegments(List.of(SegmentDescription.of(1).withName("a\\b\nc")))));
	}

	/** What a file says of a segment beyond our options is kept. */
	@Test
	void itemsKeepWhatWeDoNotKnow() throws IOException {
		final Code liver = new Code("10200004", "SCT", "Liver");
		final Attributes item = Attributes.builder()
			.put(Tag.SEGMENT_NUMBER, 1)
			.put(Tag.SEGMENT_LABEL, "Liver")
			.put(Dictionary.tag("SegmentAlgorithmType"), "MANUAL")
			.put(Dictionary.tag("TrackingID"), "lesion 7")
			.put(Dictionary.tag("SegmentedPropertyTypeCodeSequence"), List.of(liver.item()))
			.put(Tag.RECOMMENDED_DISPLAY_CIELAB_VALUE, 40000, 50000, 41000)
			.build();
		final SegmentDescription described = SegmentDescription
			.of(Attributes.builder().put(Tag.SEGMENT_SEQUENCE, List.of(item)).build())
			.get(1);
		assertEquals(liver, described.type());
		assertEquals(SegmentDescription.TISSUE, described.category());
		final Attributes written = described.item(3, Attributes.EMPTY.charset());
		assertEquals("3 Liver MANUAL lesion 7",
			written.orElse(Tag.SEGMENT_NUMBER, 0) + " " + written.orElse(Tag.SEGMENT_LABEL, "") + " " +
				written.orElse(Dictionary.tag("SegmentAlgorithmType"), "") + " " +
				written.orElse(Dictionary.tag("TrackingID"), ""));
		assertEquals(false, written.contains(Dictionary.tag("SegmentAlgorithmName")));
		assertEquals("[40000.0, 50000.0, 41000.0]",
			Arrays.toString(written.doubles(Tag.RECOMMENDED_DISPLAY_CIELAB_VALUE)));
		final Attributes blue = described.withRgb(0xFF).withName("L").item(1, Attributes.EMPTY.charset());
		assertEquals(0xFF, Segment.rgb(blue));
		assertEquals(-1, Segment.rgb(described.withRgb(-1).item(1, Attributes.EMPTY.charset())));
	}

	@Test
	void coloursComeBack() {
		final Random random = new Random(16);
		for (int n = 0; n < 100_000; n++) {
			final int rgb = n < 4096 ? (n >> 8) * 0x110000 | (n >> 4 & 15) * 0x1100 | (n & 15) * 0x11
				: random.nextInt(1 << 24);
			final int read = Segment
				.rgb(Attributes.builder().put(Tag.RECOMMENDED_DISPLAY_CIELAB_VALUE, CieLab.of(rgb)).build());
			assertEquals(Integer.toHexString(rgb), Integer.toHexString(read));
		}
	}

	@Test
	void nothingIsLeftOfACancelOrAFailure() throws IOException {
		final Path file = folder.resolve("a.dcm");
		final ExportImage image = image(new int[][][] { { { 1, 0 }, { 1, 1 }, { 0, 1 } } }, PlaneType.UINT8);
		for (final String phase : List.of("Looking for labels", "Writing a segmentation")) {
			final Progress cancels = new Progress() {

				private boolean isReached;

				@Override
				public void update(final String now, final long done, final long total) {
					isReached |= now.equals(phase) && done == 2;
				}

				@Override
				public boolean isCanceled() {
					return isReached;
				}
			};
			assertThrows(CancellationException.class,
				() -> VolumeExport.segmentation(image, file, SegmentationOptions.DEFAULT.withProgress(cancels)));
			assertEquals(List.of(), files());
		}
		final int[] calls = new int[1];
		final ExportImage broken = image.with(image.type(), image.line(), (slice, channel, time) -> {
			if (++calls[0] == 5) throw new UncheckedIOException(new IOException("gone"));
			return image.planes().plane(slice, channel, time);
		}, Optional.empty());
		Files.writeString(file, "before");
		assertThrows(FileAlreadyExistsException.class,
			() -> VolumeExport.segmentation(image, file, SegmentationOptions.DEFAULT));
		assertThrows(UncheckedIOException.class,
			() -> VolumeExport.segmentation(broken, file, SegmentationOptions.DEFAULT.withOverwrite(true)));
		assertEquals("before", Files.readString(file));
		assertEquals(List.of(file), files());
	}

	@Test
	void badImagesAreRefused() {
		final ExportImage good = image(new int[][][] { { { 1, 0 } } }, PlaneType.UINT8);
		final ExportImage skew = new ExportImage(
			new ExportGrid(2, 1, new StackShape(1, 1, 1), Optional.of(Affine.of(1, 0.3, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0)),
				"", new Vector3(1, 1, 1), true, OptionalDouble.empty()),
			PlaneType.UINT8, Rescale.IDENTITY, good.planes(), Optional.empty(), true, Optional.empty(),
			Optional.empty(), List.of());
		assertTrue(message(skew).contains("not at right angles"));
		assertTrue(message(good.with(PlaneType.UINT8, new Rescale(1, -1024, "HU"), good.planes(), Optional.empty()))
			.contains("values of the image are in HU"));
		assertTrue(message(image(new int[][][] { { { 1, 0 } } }, PlaneType.INT16)).contains("voxel of -32767"));
	}

	private String message(final ExportImage image) {
		return assertThrows(InputException.class,
			() -> VolumeExport.segmentation(image, folder.resolve("a.dcm"), SegmentationOptions.DEFAULT)).getMessage();
	}

	private List<Path> files() throws IOException {
		try (var files = Files.list(folder)) {
			return files.toList();
		}
	}
}
