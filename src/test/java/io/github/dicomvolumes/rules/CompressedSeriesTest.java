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

import static io.github.dicomvolumes.rules.Volumes.BASE;
import static io.github.dicomvolumes.rules.Volumes.assertBase;
import static io.github.dicomvolumes.rules.Volumes.assertBaseGrid;
import static io.github.dicomvolumes.rules.Volumes.assertStored;
import static io.github.dicomvolumes.rules.Volumes.codes;
import static io.github.dicomvolumes.rules.Volumes.data;
import static io.github.dicomvolumes.rules.Volumes.finding;
import static io.github.dicomvolumes.rules.Volumes.stored;
import static io.github.dicomvolumes.rules.Volumes.storedAt;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

import io.github.dicomvolumes.DicomVolumes;
import io.github.dicomvolumes.Encapsulated;
import io.github.dicomvolumes.SyntheticObjects;
import io.github.dicomvolumes.SyntheticSeries;
import io.github.dicomvolumes.data.Attributes;
import io.github.dicomvolumes.data.DicomException;
import io.github.dicomvolumes.data.Disclosure;
import io.github.dicomvolumes.data.Tag;
import io.github.dicomvolumes.data.TransferSyntax;
import io.github.dicomvolumes.data.VR;
import io.github.dicomvolumes.series.Finding.Code;
import io.github.dicomvolumes.view.table.SeriesTable;
import io.github.dicomvolumes.volume.DicomVolume;
import io.github.dicomvolumes.volume.ImportOptions;
import io.github.dicomvolumes.volume.ImportResult;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Compressed files import like any other (R44, R48); the decoders themselves have their own tests. */
class CompressedSeriesTest {

	@TempDir
	private Path folder;

	@Test
	void compressedSeriesIsTheSameVolume() throws IOException {
		writeRle(new SyntheticSeries(), 0, 1, 2, 3, 4);
		final DicomVolume volume = DicomVolumes.open(folder);
		assertBase(volume);
		assertEquals("", volume.report().note());
	}

	@Test
	void signedValuesAndSparseBitsSurvive() throws IOException {
		writeRle(new SyntheticSeries().signed().bits(16, 12, 11).values((k, r, c) -> 10 * r + c - 300), 0, 1, 2, 3, 4);
		assertStored(DicomVolumes.open(folder), (k, r, c) -> 10 * r + c - 300);
	}

	@Test
	void colourIsTheSameInEveryPlanarConfiguration() throws IOException {
		final SyntheticSeries series = new SyntheticSeries().rgb(0);
		writeRle(series.with(Tag.PLANAR_CONFIGURATION, 1), 0, 1, 2, 3, 4); // what RLE says of the past is ignored
		final Path plain = Files.createDirectory(folder.resolve("plain"));
		new SyntheticSeries("plain").rgb(0).write(plain);
		assertArrayEquals((int[]) DicomVolumes.open(plain).plane(2, 0, 0),
			(int[]) DicomVolumes.openAll(folder).get(0).plane(2, 0, 0));
	}

	@Test
	void syntaxesMayDifferWithinASeries() throws IOException {
		new SyntheticSeries().only(0).write(folder);
		new SyntheticSeries().only(1).syntax(TransferSyntax.EXPLICIT_BIG_ENDIAN).write(folder);
		new SyntheticSeries().only(2).syntax(TransferSyntax.DEFLATED_LITTLE_ENDIAN).write(folder);
		writeRle(new SyntheticSeries(), 3, 4);
		assertBase(DicomVolumes.open(folder));
	}

	@Test
	void seriesTableNamesTheSyntax() throws IOException {
		writeRle(new SyntheticSeries(), 0, 1);
		assertEquals("RLE Lossless",
			SeriesTable.of(DicomVolumes.scan(folder), Disclosure.SHOW).get("TransferSyntax", 0));
	}

	@Test
	void damagedFrameKeepsWhatWasDecoded() throws IOException {
		writeRle(new SyntheticSeries(), 0, 1, 3, 4);
		final Attributes attributes = new SyntheticSeries().attributes(2);
		final byte[] rle = Encapsulated.rle(attributes.optional(Tag.PIXEL_DATA).orElseThrow().bytes(), 1, 2);
		Files.write(folder.resolve("IM003"), Encapsulated.file(attributes, Encapsulated.RLE, Encapsulated.NO_TABLE,
			List.of(Arrays.copyOf(rle, rle.length - 64))));
		final DicomVolume volume = DicomVolumes.open(folder);
		assertBaseGrid(volume);
		assertStored(volume, k -> k != 2, BASE);
		assertEquals(2000, stored(volume, 0, 0, 2));
		assertEquals(0, stored(volume, 15, 11, 2)); // the minimum
		assertTrue(finding(volume, Code.TRUNCATED).files().get(0).contains("IM003"));
	}

	@Test
	void frameThatContradictsItsHeaderIsBlank() throws IOException {
		writeRle(new SyntheticSeries(), 0, 1, 3, 4);
		Files.write(folder.resolve("IM003"), Encapsulated.file(new SyntheticSeries().attributes(2), Encapsulated.RLE,
			Encapsulated.NO_TABLE, List.of(new byte[200])));
		final DicomVolume volume = DicomVolumes.open(folder);
		assertStored(volume, k -> k != 2, BASE);
		assertStored(volume, k -> k == 2, (k, r, c) -> 0);
		final String file = finding(volume, Code.UNREADABLE_SLICE).files().get(0);
		assertTrue(file.contains("IM003"), file);
	}

	@Test
	void uncompressedPixelsInACompressedSyntaxAreRead() throws IOException {
		for (int k = 0; k < 5; k++) {
			final Attributes attributes = new SyntheticSeries().attributes(k);
			final byte[] pixels = attributes.optional(Tag.PIXEL_DATA).orElseThrow().bytes();
			Files.write(folder.resolve("IM00" + k),
				k < 3 ? Encapsulated.file(attributes, Encapsulated.JPEG_BASELINE, pixels.length, pixels)
					: Encapsulated.file(attributes, TransferSyntax.EXPLICIT_LITTLE_ENDIAN.uid(), Encapsulated.NO_TABLE,
						List.of(pixels)));
		}
		assertBase(DicomVolumes.open(folder));
	}

	/** Frames that lie one after another without items: the one that is cut is blank, the others are as they are. */
	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void cutFrameOfUncompressedOnesInACompressedSyntaxIsBlank(final boolean virtual) throws IOException {
		final Attributes attributes = SyntheticObjects.cine("c", 3).attributes(0);
		final byte[] pixels = attributes.optional(Tag.PIXEL_DATA).orElseThrow().bytes();
		Files.write(folder.resolve("cut.dcm"), Encapsulated.file(attributes, Encapsulated.JPEG_BASELINE, pixels.length,
			Arrays.copyOf(pixels, pixels.length - 100)));
		final DicomVolume volume = DicomVolumes.open(folder, ImportOptions.DEFAULT.withVirtual(virtual));
		final double blank = virtual ? 1000 : 0; // the least value of the middle frame, or of all
		for (final int[] xy : new int[][] { { 1, 0 }, { 15, 11 } })
			for (int t = 0; t < 3; t++)
				assertEquals(t == 2 ? blank : 1000 * t + 10 * xy[1] + xy[0], storedAt(volume, xy[0], xy[1], 0, 0, t),
					"time " + t);
		final String file = finding(volume, Code.UNREADABLE_SLICE).files().get(0);
		assertTrue(file.contains("cut.dcm frame 3"), file);
	}

	@Test
	void videoIsNamed() throws IOException {
		Files.write(folder.resolve("video.dcm"), Encapsulated.file(new SyntheticSeries().attributes(0),
			"1.2.840.10008.1.2.4.100", Encapsulated.NO_TABLE, List.of(new byte[200])));
		final String note = SeriesTable.of(DicomVolumes.scan(folder), Disclosure.SHOW).get("Note", 0);
		assertTrue(note.contains("MPEG2"), note);
	}

	/** Whatever the fragments hold, a volume or one reason; and no decoder fails in a way of its own. */
	@Test
	void mutatedFilesAreReadOrRefused() throws IOException {
		final byte[] good = Encapsulated.rleFile(new SyntheticSeries().attributes(0));
		final Random random = new Random(48);
		for (int i = 0; i < 300; i++) {
			final byte[] bytes = good.clone();
			for (int n = random.nextInt(3); n >= 0; n--)
				bytes[bytes.length - 1 - random.nextInt(600)] = (byte) random.nextInt(256);
			Files.write(folder.resolve("IM001"), bytes);
			try {
				DicomVolumes.open(folder);
			}
			catch (final DicomException exc) {
				assertFalse(exc.getMessage().contains("please report"), exc.getMessage());
			}
		}
	}

	/** A few bytes that claim to be more pixels than there is room for stop no other volume. */
	@Test
	void frameTooLargeForTheMemoryIsOneFailure() throws IOException {
		final int side = (int) Math.min(0xFFF0, Math.sqrt(Runtime.getRuntime().maxMemory() / 2 * 0.98)); // 16 bits
		Files.write(folder.resolve("large"),
			Encapsulated.rleFile(
				new SyntheticSeries("large").each((k, b) -> b.put(Tag.COLUMNS, VR.US, side).put(Tag.ROWS, VR.US, side))
					.attributes(0)));
		writeRle(new SyntheticSeries(), 0, 1, 2, 3, 4);
		final ImportOptions all = ImportOptions.DEFAULT.withSeries("all");
		final ImportResult result = DicomVolumes.load(DicomVolumes.scan(folder), all);
		assertBase(result.volumes().get(0));
		assertEquals(1, result.failures().size());
		final String claimed = "Columns " + side + " x (0028,0010) Rows " + side + " need ";
		assertTrue(result.failures().get(0).contains(claimed), result.failures().get(0));
		assertTrue(result.failures().get(0).contains(" MB for one plane"), result.failures().get(0));
	}

	// -- Real files --

	/** Lossless twins of one image. */
	@ParameterizedTest
	@ValueSource(strings = { "MR_small_RLE.dcm", "MR_small_jp2klossless.dcm", "MR_small_jpeg_ls_lossless.dcm" })
	void losslessTwinsAreTheSame(final String file) throws IOException {
		final DicomVolume twin = DicomVolumes.open(data("pydicom/MR_small.dcm"));
		assertArrayEquals((short[]) twin.plane(0, 0, 0),
			(short[]) DicomVolumes.open(data("pydicom/" + file)).plane(0, 0, 0));
	}

	/** The stream says unsigned 13 bits, the data set signed 13 bits: pydicom and GDCM say -2000 to 1896. */
	@Test
	void unsignedStreamOfSignedValuesIsSignExtended() throws IOException {
		final short[] plane = (short[]) DicomVolumes.open(data("pydicom/J2K_pixelrep_mismatch.dcm")).plane(0, 0, 0);
		int min = Integer.MAX_VALUE, max = Integer.MIN_VALUE;
		for (final short held : plane) {
			min = Math.min(min, (held & 0xFFFF) - 32768);
			max = Math.max(max, (held & 0xFFFF) - 32768);
		}
		assertEquals(List.of(-2000, 1896), List.of(min, max));
	}

	/** pydicom's documented pixels of its colour samples: stripes of red, green, blue and greys. */
	@ParameterizedTest
	@CsvSource({ "SC_rgb_rle.dcm, 0", "SC_rgb_jpeg_dcmtk.dcm, 5", "SC_rgb_dcmtk_+eb+cr.dcm, 2",
		"SC_rgb_dcmtk_+eb+cy+n1.dcm, 5", "SC_rgb_dcmtk_+eb+cy+np.dcm, 5", "SC_rgb_dcmtk_+eb+cy+s2.dcm, 5",
		"SC_rgb_dcmtk_+eb+cy+s4.dcm, 5", "SC_rgb_jpeg_lossy_gdcm.dcm, 5", "SC_rgb_jpeg_gdcm.dcm, 0",
		"SC_rgb_gdcm_KY.dcm, 5", "SC_rgb_jls_lossy_line.dcm, 5", "SC_rgb_jls_lossy_sample.dcm, 5" })
	void coloursOfEverySyntaxAreRight(final String file, final int tolerance) throws IOException {
		final int[] plane = (int[]) DicomVolumes.open(data("pydicom/" + file)).plane(0, 0, 0);
		final int[] stripes = { 0xFF0000, 0xFF8080, 0x00FF00, 0x80FF80, 0x0000FF, 0x8080FF, 0x000000, 0x404040,
			0xC0C0C0, 0xFFFFFF };
		for (int i = 0; i < stripes.length; i++) {
			final int colour = plane[(5 + 10 * i) * 100 + 50];
			for (int shift = 0; shift < 24; shift += 8)
				assertEquals(stripes[i] >> shift & 0xFF, colour >> shift & 0xFF, tolerance,
					String.format("%06X for stripe %d, %06X", colour & 0xFFFFFF, i, stripes[i]));
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "pydicom", "pydicom-data" })
	void noRealFileIsLeftForItsSyntax(final String collection) throws IOException {
		for (final var stack : DicomVolumes.scan(data(collection)).stacks())
			assertFalse(stack.unsupported().orElse("").contains("(0002,0010)"),
				() -> stack.first() + ": " + stack.unsupported());
	}

	private void writeRle(final SyntheticSeries series, final int... ks) throws IOException {
		for (final int k : ks)
			Files.write(folder.resolve(series.fileName(k)), Encapsulated.rleFile(series.attributes(k)));
	}
}
