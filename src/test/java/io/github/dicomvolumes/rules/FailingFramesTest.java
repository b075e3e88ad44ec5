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

import static io.github.dicomvolumes.SyntheticObjects.isSet;
import static io.github.dicomvolumes.SyntheticObjects.segmentation;
import static io.github.dicomvolumes.rules.Volumes.assertStored;
import static io.github.dicomvolumes.rules.Volumes.data;
import static io.github.dicomvolumes.rules.Volumes.finding;
import static io.github.dicomvolumes.rules.Volumes.storedAt;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;

import io.github.dicomvolumes.DicomVolumes;
import io.github.dicomvolumes.Encapsulated;
import io.github.dicomvolumes.SourceInstead;
import io.github.dicomvolumes.SyntheticObjects;
import io.github.dicomvolumes.SyntheticObjects.SegmentFrame;
import io.github.dicomvolumes.SyntheticSeries;
import io.github.dicomvolumes.data.Attributes;
import io.github.dicomvolumes.data.AttributesBuilder;
import io.github.dicomvolumes.data.DicomException;
import io.github.dicomvolumes.data.Tag;
import io.github.dicomvolumes.data.TransferSyntax;
import io.github.dicomvolumes.data.VR;
import io.github.dicomvolumes.io.header.DicomFile;
import io.github.dicomvolumes.io.header.HeaderReaders;
import io.github.dicomvolumes.io.source.OpenSources;
import io.github.dicomvolumes.io.source.Source;
import io.github.dicomvolumes.pixels.OverlayPlane;
import io.github.dicomvolumes.pixels.codec.CodecFixture;
import io.github.dicomvolumes.pixels.codec.FrameShape;
import io.github.dicomvolumes.series.Finding.Code;
import io.github.dicomvolumes.series.catalog.SeriesCatalog;
import io.github.dicomvolumes.series.object.Frame;
import io.github.dicomvolumes.volume.DicomVolume;
import io.github.dicomvolumes.volume.ImportOptions;
import io.github.dicomvolumes.volume.ImportResult;
import io.github.dicomvolumes.volume.read.OverlayReader;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** R61: a frame that fails costs only itself, whatever it is made of and whatever its reader throws. */
class FailingFramesTest {

	@TempDir
	private Path folder;

	// -- Files that were found to fail --

	/** Frames of 70 bits: the second is cut after 58 of them, the third begins after the end. */
	@ParameterizedTest
	@ValueSource(booleans = { false, true })
	void bitsThatEndBeforeAFrameCostItsLabels(final boolean virtual) throws IOException {
		final SyntheticSeries series = segmentation("s", "BINARY", "NO", List.of("Liver"), new SegmentFrame(1, 30),
			new SegmentFrame(1, 33), new SegmentFrame(1, 36));
		series.each((k, b) -> b.put(Tag.PIXEL_DATA, VR.OB, bits(16, 1, 1, 1))).write(folder);
		final DicomVolume volume = read(virtual);
		for (int z = 0; z < 3; z++)
			for (int i = 0; i < 70; i++)
				assertEquals(70 * z + i < 128 && isSet(1, z, i / 10, i % 10) ? 1 : 0,
					storedAt(volume, i % 10, i / 10, z), "pixel " + i + " of slice " + z);
		final List<String> cut = finding(volume, Code.TRUNCATED).files();
		assertEquals(2, cut.size());
		assertTrue(cut.get(0).endsWith("frame 2: 58 of 70 pixels"), cut.get(0));
		assertTrue(cut.get(1).endsWith("frame 3: 0 of 70 pixels"), cut.get(1));
	}

	/** Two segments share two planes; the bits of the second one's second frame are missing. */
	@ParameterizedTest
	@ValueSource(booleans = { false, true })
	void labelsOfOtherSegmentsStay(final boolean virtual) throws IOException {
		final SyntheticSeries series = segmentation("s", "BINARY", "NO", List.of("Liver", "Spleen"),
			new SegmentFrame(1, 30), new SegmentFrame(1, 33), new SegmentFrame(2, 30), new SegmentFrame(2, 33));
		series.each((k, b) -> b.put(Tag.PIXEL_DATA, VR.OB, bits(26, 1, 1, 2, 2))).write(folder);
		final DicomVolume volume = read(virtual);
		for (int i = 0; i < 70; i++) {
			final int r = i / 10, c = i % 10;
			assertEquals(isSet(1, 1, r, c) ? 1 : 0, storedAt(volume, c, r, 1), "pixel " + i);
			final int other = isSet(2, 2, r, c) && 140 + i < 208 ? 2 : 0;
			assertEquals(other == 2 ? 2 : isSet(1, 0, r, c) ? 1 : 0, storedAt(volume, c, r, 0), "pixel " + i);
		}
		assertTrue(volume.report().has(Code.TRUNCATED));
	}

	/** The stream knows better than the header which colours it has: YBR of 16 bits is not read. */
	@ParameterizedTest
	@ValueSource(booleans = { false, true })
	void deepColoursThatAreNotRedGreenAndBlueAreNamed(final boolean virtual) throws IOException {
		final CodecFixture fixture = CodecFixture.of("jpeg")
			.stream()
			.filter(f -> f.name().startsWith("lossless-rgb16"))
			.findFirst()
			.orElseThrow();
		final FrameShape shape = fixture.shape();
		final Attributes header = new SyntheticSeries("ybr").size(shape.columns(), shape.rows())
			.rgb(0)
			.each((k, b) -> b.put(Tag.BITS_ALLOCATED, VR.US, 16)
				.put(Tag.BITS_STORED, VR.US, 16)
				.put(Tag.HIGH_BIT, VR.US, 15)
				.put(Tag.PIXEL_DATA, VR.OW, new byte[0]))
			.attributes(0);
		final byte[] file = Encapsulated.file(header, "1.2.840.10008.1.2.4.70", Encapsulated.NO_TABLE,
			List.of(withAdobeTransform(fixture.data())));
		Files.write(folder.resolve("ybr.dcm"), file);
		assertNamedBesideTheOther(virtual, "ybr.dcm: The JPEG stream, 16 bits of RGB by the header, holds YBR_FULL: " +
			"(0028,0004) Photometric Interpretation is YBR_FULL; colours of more than 8 bits are read as RGB only.");
	}

	@ParameterizedTest
	@ValueSource(booleans = { false, true })
	void packedSamplesInFragmentsOfAnUncompressedSyntaxAreNamed(final boolean virtual) throws IOException {
		final Attributes header = new SyntheticSeries("packed").each((k, b) -> b.put(Tag.BITS_ALLOCATED, VR.US, 12)
			.put(Tag.BITS_STORED, VR.US, 12)
			.put(Tag.HIGH_BIT, VR.US, 11)
			.put(Tag.PIXEL_DATA, VR.OW, new byte[0])).attributes(0);
		final byte[] stream = CodecFixture.of("jpeg").get(0).data();
		Files.write(folder.resolve("packed.dcm"), Encapsulated.file(header, TransferSyntax.EXPLICIT_LITTLE_ENDIAN.uid(),
			Encapsulated.NO_TABLE, List.of(stream)));
		assertNamedBesideTheOther(virtual,
			"(0028,0100) Bits Allocated is 12; compressed samples have 1 bit or whole bytes.");
	}

	@Test
	void coloursOfOneSampleAreNamed() throws IOException {
		new SyntheticSeries("rgb").slices(1)
			.with(Tag.PHOTOMETRIC_INTERPRETATION, "RGB")
			.fileNames("rgb.dcm")
			.write(folder);
		assertNamedBesideTheOther(false,
			"(0028,0002) Samples per Pixel is 1; 3 belongs to " + "(0028,0004) Photometric Interpretation RGB.");
	}

	@ParameterizedTest
	@ValueSource(strings = { "scanners/segmentation_bits_end", "scanners/colour_16bit_ybr", "hostile/min" })
	void foundFilesAreReadOrNamed(final String place) throws IOException {
		for (final boolean virtual : new boolean[] { false, true }) {
			final ImportOptions options = ImportOptions.DEFAULT.withVirtual(virtual).withSeries("all");
			try {
				final ImportResult result = DicomVolumes.load(DicomVolumes.scan(data(place), options), options);
				for (final DicomVolume volume : result.volumes())
					readAll(volume);
			}
			catch (final DicomException exc) {
				assertFalse(exc.getMessage().contains("please report"), exc.getMessage());
			}
		}
	}

	// -- Whatever is thrown --

	/** A series whose file IM003 throws. */
	private record Kind(String name, SyntheticSeries series) {

		@Override
		public String toString() {
			return name;
		}
	}

	static Stream<Kind> kinds() {
		return Stream.of(new Kind("plain", new SyntheticSeries()), new Kind("colour", new SyntheticSeries().rgb(1)),
			new Kind("palette", new SyntheticSeries().each((k, b) -> palette(b)).bits(16).values((k, r, c) -> r + c)),
			new Kind("deep colour",
				new SyntheticSeries().rgb(0)
					.each((k, b) -> b.put(Tag.BITS_ALLOCATED, VR.US, 16)
						.put(Tag.BITS_STORED, VR.US, 16)
						.put(Tag.HIGH_BIT, VR.US, 15)
						.put(Tag.PIXEL_DATA, VR.OW, new byte[16 * 12 * 6]))),
			new Kind("packed",
				new SyntheticSeries().each((k, b) -> b.put(Tag.BITS_ALLOCATED, VR.US, 12)
					.put(Tag.BITS_STORED, VR.US, 12)
					.put(Tag.HIGH_BIT, VR.US, 11)
					.put(Tag.PIXEL_DATA, VR.OW, new byte[16 * 12 * 3 / 2]))),
			new Kind("deflated", new SyntheticSeries().syntax(TransferSyntax.DEFLATED_LITTLE_ENDIAN)));
	}

	@ParameterizedTest
	@MethodSource("kinds")
	void whateverIsThrownCostsOneSlice(final Kind kind) throws IOException {
		kind.series.write(folder);
		for (final Throwable thrown : List.of(new IllegalArgumentException("why"), new StackOverflowError(),
			new OutOfMemoryError("why"), new DicomException("why")))
			for (final boolean virtual : new boolean[] { false, true }) {
				final ImportOptions options = ImportOptions.DEFAULT.withVirtual(virtual)
					.withReader((s, open) -> failing(s, "IM003", thrown));
				final DicomVolume volume = DicomVolumes.open(folder, options);
				volume.displayRange();
				readAll(volume);
				final List<String> files = finding(volume, Code.UNREADABLE_SLICE).files();
				assertEquals(volume.stack().channels(), files.size(), files.toString());
				assertTrue(files.get(0).contains("IM003: "), files.get(0));
				assertTrue(files.get(0).contains("why") || files.get(0).contains("StackOverflowError"), files.get(0));
				if (kind.name.equals("plain")) assertStored(volume, k -> k != 2, Volumes.BASE);
			}
	}

	/** Several frames in one file. */
	@Test
	void tilesAndLabelsOfAFileThatFailsAreFailuresWithAName() throws IOException {
		final List<SyntheticSeries> kinds = List.of(
			SyntheticObjects.mosaic("m", 6, SyntheticObjects.mosaicCsa(2, 6, 0, 0, 1)),
			segmentation("s", "BINARY", "NO", List.of("Liver"), new SegmentFrame(1, 30), new SegmentFrame(1, 33)));
		for (final SyntheticSeries kind : kinds) {
			final Path place = Files.createTempDirectory(folder, "kind");
			kind.write(place);
			final ImportOptions options = ImportOptions.DEFAULT
				.withReader((s, open) -> failing(s, "", new IllegalStateException("why")));
			final String message = assertThrows(DicomException.class, () -> DicomVolumes.open(place, options))
				.getMessage();
			assertTrue(message.contains("no slice can be read") && message.contains(place.toString()) &&
				message.contains("IllegalStateException: why"), message);
			final DicomVolume volume = DicomVolumes.open(place, options.withVirtual(true));
			volume.displayRange();
			readAll(volume);
			assertTrue(volume.report().has(Code.UNREADABLE_SLICE));
		}
	}

	@ParameterizedTest
	@ValueSource(booleans = { false, true })
	void cancellingAndInterruptingAreNoFailures(final boolean virtual) throws IOException {
		new SyntheticSeries().write(folder);
		for (final Throwable thrown : List.of(new CancellationException("stop"), new ClosedByInterruptException())) {
			final ImportOptions options = ImportOptions.DEFAULT.withVirtual(virtual)
				.withReader((s, open) -> failing(s, "IM003", thrown));
			assertThrows(CancellationException.class, () -> readAll(DicomVolumes.open(folder, options)));
		}
	}

	@Test
	void overlayThatFailsIsANote() throws IOException {
		new SyntheticSeries().bits(16, 12, 11)
			.values((k, r, c) -> r + c)
			.each((k, b) -> b.put(0x60000010, VR.US, 12)
				.put(0x60000011, VR.US, 16)
				.put(0x60000100, VR.US, 16)
				.put(0x60000102, VR.US, 15))
			.write(folder);
		final ImportOptions options = ImportOptions.DEFAULT
			.withReader((s, open) -> failing(s, "", new IllegalStateException("why")));
		final Frame frame = DicomVolumes.scan(folder, options).stacks().get(0).frame(2, 0, 0).orElseThrow();
		final List<String> notes = new ArrayList<>();
		final List<OverlayPlane> overlays = new OverlayReader(notes::add, OpenSources.NONE).read(frame);
		assertEquals(List.of(), overlays);
		assertTrue(notes.get(0).contains("is not shown") && notes.get(0).contains("why"), notes.toString());
	}

	// -- What they share --

	private DicomVolume read(final boolean virtual) throws IOException {
		final DicomVolume volume = DicomVolumes.open(folder, ImportOptions.DEFAULT.withVirtual(virtual));
		readAll(volume);
		return volume;
	}

	private static void readAll(final DicomVolume volume) {
		for (int t = 0; t < volume.stack().times(); t++)
			for (int c = 0; c < volume.stack().channels(); c++)
				for (int z = 0; z < volume.stack().slices(); z++) {
					final Object row = volume.plan().type().newPlane((int) volume.geometry().columns());
					volume.rows(z, c, t, 0, 1, row, 0);
					volume.plane(z, c, t);
				}
	}

	/** Another series is opened, and the message for this one stands in the failures, or in the report if virtual. */
	private void assertNamedBesideTheOther(final boolean virtual, final String message) throws IOException {
		new SyntheticSeries("other").write(Files.createDirectory(folder.resolve("other")));
		final ImportOptions options = ImportOptions.DEFAULT.withVirtual(virtual).withSeries("all");
		final SeriesCatalog catalog = DicomVolumes.scan(folder, options);
		final ImportResult result = DicomVolumes.load(catalog, options);
		final StringBuilder said = new StringBuilder(result.failures().toString());
		for (final DicomVolume volume : result.volumes()) {
			readAll(volume);
			said.append(volume.report());
		}
		assertTrue(said.toString().contains(message), said.toString());
		final DicomVolume other = result.volumes()
			.stream()
			.filter(v -> v.name().equals("other"))
			.findAny()
			.orElseThrow();
		assertStored(other, Volumes.BASE);
	}

	/** The first bytes of the bits of frames of 70 pixels, each of a segment. */
	private static byte[] bits(final int bytes, final int... segments) {
		final byte[] packed = new byte[(70 * segments.length + 7) / 8 + 1];
		for (int k = 0; k < segments.length; k++)
			for (int i = 0; i < 70; i++)
				if (isSet(segments[k], k, i / 10, i % 10)) packed[(70 * k + i) / 8] |= (byte) (1 << (70 * k + i) % 8);
		return Arrays.copyOf(packed, bytes);
	}

	private static void palette(final AttributesBuilder slice) {
		slice.put(Tag.PHOTOMETRIC_INTERPRETATION, "PALETTE COLOR");
		for (int colour = 0; colour < 3; colour++)
			slice.put(Tag.RED_PALETTE_COLOR_LOOKUP_TABLE_DESCRIPTOR + colour, VR.US, 64, 0, 16)
				.put(Tag.RED_PALETTE_COLOR_LOOKUP_TABLE_DATA + colour, VR.OW, new byte[128]);
	}

	/** The stream with a segment that says that its colours are YBR. */
	private static byte[] withAdobeTransform(final byte[] stream) {
		final var out = new ByteArrayOutputStream();
		out.write(stream, 0, 2);
		out.writeBytes(new byte[] { (byte) 0xFF, (byte) 0xEE, 0, 14, 'A', 'd', 'o', 'b', 'e', 0, 100, 0, 0, 0, 0, 1 });
		out.write(stream, 2, stream.length - 2);
		return out.toByteArray();
	}

	/** A file that throws when its pixels are read, if its name begins so. */
	private static DicomFile failing(final Source source, final String name, final Throwable thrown)
		throws IOException
	{
		final DicomFile file = HeaderReaders.BUILT_IN.read(source);
		if (!Path.of(source.container()).getFileName().toString().startsWith(name)) return file;
		return new DicomFile(SourceInstead.like(source, position -> {
			if (thrown instanceof IOException io) throw io;
			if (thrown instanceof RuntimeException runtime) throw runtime;
			throw (Error) thrown;
		}), file.metaInformation(), file.attributes(), file.transferSyntax(), file.pixelData(), file.reader(),
			file.notes());
	}
}
