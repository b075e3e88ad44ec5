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

import static io.github.dicomvolumes.rules.Volumes.data;
import static io.github.dicomvolumes.rules.Volumes.finding;
import static io.github.dicomvolumes.rules.Volumes.stored;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.function.IntUnaryOperator;

import io.github.dicomvolumes.DicomVolumes;
import io.github.dicomvolumes.Encapsulated;
import io.github.dicomvolumes.SyntheticSeries;
import io.github.dicomvolumes.data.Attributes;
import io.github.dicomvolumes.data.AttributesBuilder;
import io.github.dicomvolumes.data.DicomException;
import io.github.dicomvolumes.data.Tag;
import io.github.dicomvolumes.data.VR;
import io.github.dicomvolumes.series.Finding.Code;
import io.github.dicomvolumes.view.imagej.VolumeImagePlus;
import io.github.dicomvolumes.volume.DicomVolume;

import ij.ImagePlus;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** R43 palettes and R44 colour spaces, uncompressed. */
class ColourTest {

	@TempDir
	private Path folder;

	// -- YBR (PS3.3 C.7.6.3.1.2) --

	/** Hand-computed: red, green, blue, grey and black as luminance and differences, and back. */
	@ParameterizedTest
	@CsvSource({ "76, 85, 255, FE0000", "150, 44, 21, 00FF01", "29, 255, 107, 0000FE", "128, 128, 128, 808080",
		"0, 128, 128, 000000", "255, 128, 128, FFFFFF" })
	void luminanceAndDifferencesBecomeColours(final int y, final int cb, final int cr, final String rgb)
		throws IOException
	{
		for (final int planar : new int[] { 0, 1 }) {
			new SyntheticSeries().slices(1)
				.rgb(planar)
				.values((k, r, c) -> y << 16 | cb << 8 | cr)
				.with(Tag.PHOTOMETRIC_INTERPRETATION, "YBR_FULL")
				.write(folder);
			assertColour(Integer.parseInt(rgb, 16), 1, colour(DicomVolumes.open(folder), 3, 2));
		}
	}

	@Test
	void twoPixelsShareTheirDifferences() throws IOException {
		final byte[] pairs = new byte[16 * 12 * 2];
		for (int i = 0; i < pairs.length; i += 4) { // a dark and a bright red, by their luminance alone
			pairs[i] = 50;
			pairs[i + 1] = 100;
			pairs[i + 2] = 85;
			pairs[i + 3] = (byte) 255;
		}
		new SyntheticSeries().slices(1)
			.rgb(0)
			.with(Tag.PHOTOMETRIC_INTERPRETATION, "YBR_FULL_422")
			.slice(0, b -> b.put(Tag.PIXEL_DATA, VR.OW, pairs))
			.write(folder);
		final DicomVolume volume = DicomVolumes.open(folder);
		assertColour(0xE40000, 1, colour(volume, 0, 0)); // 50 + 1.402 * 127 = 228
		assertColour(0xFF1818, 1, colour(volume, 15, 11)); // 100 - 0.714 * 127 + 0.344 * 43 = 24
	}

	@Test
	void realColourFilesAgreeWithPydicom() throws IOException {
		final DicomVolume subsampled = DicomVolumes.open(data("pydicom/SC_ybr_full_422_uncompressed.dcm"));
		assertColour(0xFE0000, 1, colour(subsampled, 5, 5));
		assertColour(0x7D82FF, 1, colour(subsampled, 50, 50));
		final DicomVolume pixel = DicomVolumes.open(data("pydicom-data/color-px.dcm"));
		final DicomVolume plane = DicomVolumes.open(data("pydicom-data/color-pl.dcm"));
		assertTrue(Arrays.equals((int[]) pixel.plane(0, 0, 0), (int[]) plane.plane(0, 0, 0)));
		assertColour(0x282828, 0, colour(pixel, 5, 5));
	}

	@Test
	void subsampledPixelsNeedEvenColumns() throws IOException {
		new SyntheticSeries().slices(1)
			.size(3, 4)
			.rgb(0)
			.with(Tag.PHOTOMETRIC_INTERPRETATION, "YBR_FULL_422")
			.write(folder);
		final String message = assertThrows(DicomException.class, () -> DicomVolumes.open(folder)).getMessage();
		assertTrue(message.contains("(0028,0011) Columns is 3; YBR_FULL_422 needs an even number"), message);
	}

	/** Compressed pixels may have any number; that these are not compressed is seen when they are read. */
	@ParameterizedTest
	@ValueSource(strings = { Encapsulated.RLE, Encapsulated.JPEG_BASELINE })
	void subsampledPixelsNeedEvenColumnsWhateverTheSyntax(final String syntax) throws IOException {
		final Attributes header = new SyntheticSeries().size(3, 4)
			.rgb(0)
			.with(Tag.PHOTOMETRIC_INTERPRETATION, "YBR_FULL_422")
			.attributes(0);
		Files.write(folder.resolve("a"), Encapsulated.file(header, syntax, 24, new byte[24]));
		final String message = assertThrows(DicomException.class, () -> DicomVolumes.open(folder)).getMessage();
		assertTrue(message.contains("(0028,0011) Columns is 3; YBR_FULL_422 needs an even number"), message);
		assertFalse(message.contains("software fail"), message);
	}

	/**
	 * Decoders give all three samples of each pixel, whatever was subsampled. Hand-computed: 1.164 * (81 - 16) + 1.596
	 * * 112 = 254 is the red of pure red in the partial range, and 81 + 1.402 * 112 = 238 in the full one.
	 */
	@ParameterizedTest
	@CsvSource({ "YBR_PARTIAL_422, FE0000", "YBR_PARTIAL_420, FE0000", "YBR_FULL_422, EE0E0E", "YBR_FULL, EE0E0E" })
	void compressedColoursAreNotSubsampled(final String photometric, final String rgb) throws IOException {
		Files.write(folder.resolve("rle"),
			Encapsulated.rleFile(new SyntheticSeries().size(3, 4)
				.rgb(0)
				.values((k, r, c) -> 81 << 16 | 90 << 8 | 240)
				.with(Tag.PHOTOMETRIC_INTERPRETATION, photometric)
				.attributes(0)));
		final DicomVolume volume = DicomVolumes.open(folder);
		for (int x = 0; x < 3; x++)
			assertColour(Integer.parseInt(rgb, 16), 1, colour(volume, x, 3));
	}

	@Test
	void uncompressedPartial420IsNamed() throws IOException {
		new SyntheticSeries().slices(1).rgb(0).with(Tag.PHOTOMETRIC_INTERPRETATION, "YBR_PARTIAL_420").write(folder);
		final String message = assertThrows(DicomException.class, () -> DicomVolumes.open(folder)).getMessage();
		assertTrue(message.contains("(0028,0004) Photometric Interpretation is YBR_PARTIAL_420"), message);
	}

	@Test
	void codecsColoursOfUncompressedPixelsAreNoted() throws IOException {
		new SyntheticSeries().slices(1).rgb(0).with(Tag.PHOTOMETRIC_INTERPRETATION, "YBR_RCT").write(folder);
		final DicomVolume volume = DicomVolumes.open(folder);
		assertColour(23 << 16 | 46 << 8 | 69, 0, colour(volume, 3, 2)); // as stored
		assertTrue(
			finding(volume, Code.PIXEL_FORMAT).text().startsWith("(0028,0004) Photometric Interpretation is YBR_RCT"),
			volume.report().note());
	}

	@Test
	void colourProfileIsNoted() throws IOException {
		new SyntheticSeries().slices(1)
			.rgb(0)
			.slice(0, b -> b.put(Tag.ICC_PROFILE, VR.OB, new byte[128]))
			.write(folder);
		assertTrue(finding(DicomVolumes.open(folder), Code.PIXEL_FORMAT).text().startsWith("(0028,2000) ICC Profile"));
	}

	// -- More than 8 bits --

	/** Red 1000 r + c, green twice, blue three times as much. */
	@ParameterizedTest
	@ValueSource(strings = { "interleaved", "planar", "RLE" })
	void deepColoursAreChannels(final String layout) throws IOException {
		final boolean planar = layout.equals("planar");
		final byte[] words = new byte[16 * 12 * 3 * 2];
		for (int i = 0; i < 16 * 12; i++)
			for (int s = 0; s < 3; s++) {
				final int value = (s + 1) * (1000 * (i / 16) + i % 16), at = 2 * (planar ? s * 16 * 12 + i : 3 * i + s);
				words[at] = (byte) value;
				words[at + 1] = (byte) (value >> 8);
			}
		final SyntheticSeries series = new SyntheticSeries().slices(2)
			.rgb(planar ? 1 : 0)
			.rescale(2, 5)
			.each((k, b) -> b.put(Tag.BITS_ALLOCATED, VR.US, 16)
				.put(Tag.BITS_STORED, VR.US, 16)
				.put(Tag.HIGH_BIT, VR.US, 15)
				.put(Tag.PIXEL_DATA, VR.OW, words));
		if (layout.equals("RLE")) for (int k = 0; k < 2; k++)
			Files.write(folder.resolve("IM" + k), Encapsulated.rleFile(series.attributes(k)));
		else series.write(folder);
		final DicomVolume volume = DicomVolumes.open(folder);
		assertEquals("[16, 12, 2, 3, 1]", Arrays.toString(volume.dimensions()));
		assertEquals("[Red, Green, Blue]", volume.stack().channelAxis().labels().toString());
		for (int s = 0; s < 3; s++)
			assertEquals((s + 1) * 11003 & 0xFFFF, volume.values().getAt(3, 11, 1, s, 0).get());
		final ImagePlus image = VolumeImagePlus.of(volume);
		assertTrue(image.isComposite());
		assertEquals(3, image.getNChannels());
		assertEquals(2006, image.getStack().getVoxel(3, 1, image.getStackIndex(2, 1, 1) - 1));
	}

	@Test
	void realDeepColoursAreRead() throws IOException {
		final DicomVolume volume = DicomVolumes.open(data("pydicom/SC_rgb_rle_16bit.dcm"));
		final int[] firsts = { 65535, 0, 0 }; // the first stripe is red
		for (int s = 0; s < 3; s++)
			assertEquals(firsts[s], volume.values().getAt(50, 5, 0, s, 0).get());
	}

	// -- Palettes (PS3.3 C.7.6.3.1.5, C.7.9.2) --

	@ParameterizedTest
	@ValueSource(ints = { 8, 16 })
	void byteIndicesKeepTheirNumbersAndAreShownInColour(final int bits) throws IOException {
		palette(bits, 0, 256).slices(2).bits(8).values((k, r, c) -> 10 * r + c).write(folder);
		final DicomVolume volume = DicomVolumes.open(folder);
		assertEquals("", volume.report().note());
		assertFalse(volume.isColour());
		assertEquals(23, stored(volume, 3, 2, 0));
		final ImagePlus image = VolumeImagePlus.of(volume);
		assertEquals(8, image.getBitDepth());
		assertColour(colourOf(23), 0, image.getProcessor().getColorModel().getRGB(23));
		image.setSlice(2);
		assertColour(colourOf(127), 0, image.getProcessor().getColorModel().getRGB(127));
	}

	@Test
	void indicesAreNeverRescaled() throws IOException {
		palette(8, 0, 256).bits(8).rescale(2, -1024).values((k, r, c) -> 10 * r + c).write(folder);
		final DicomVolume volume = DicomVolumes.open(folder);
		assertEquals(23, volume.values().getAt(3, 2, 0).get());
		assertEquals("", volume.unit());
	}

	/** Values before the first mapped one have the first colour, those beyond the last the last. */
	@Test
	void wordIndicesBecomeColours() throws IOException {
		palette(16, 1000, 100).bits(16).values((k, r, c) -> 990 + 10 * r + c).write(folder);
		final DicomVolume volume = DicomVolumes.open(folder);
		assertTrue(volume.isColour());
		assertColour(colourOf(0), 0, colour(volume, 4, 0));
		assertColour(colourOf(13), 0, colour(volume, 3, 2));
		assertColour(colourOf(99), 0, colour(volume, 15, 11));
	}

	@Test
	void firstMappedValueCanBeNegative() throws IOException {
		palette(16, -5 & 0xFFFF, 100).bits(16).signed().values((k, r, c) -> 10 * r + c - 5).write(folder);
		assertColour(colourOf(23), 0, colour(DicomVolumes.open(folder), 3, 2));
	}

	@Test
	void palettesThatDifferBetweenSlicesBecomeColours() throws IOException {
		palette(8, 0, 256).bits(8)
			.values((k, r, c) -> 7)
			.slice(1, b -> b.put(Tag.RED_PALETTE_COLOR_LOOKUP_TABLE_DATA, VR.OW, words(256, i -> 1)))
			.write(folder);
		final DicomVolume volume = DicomVolumes.open(folder);
		assertTrue(volume.isColour());
		assertColour(colourOf(7), 0, colour(volume, 0, 0));
		assertColour(colourOf(7) & 0xFFFF | 1 << 16, 0, ((int[]) volume.plane(1, 0, 0))[0]);
	}

	/** Discrete, linear and indirect segments: 0 0 0, then up to 200 in 100 steps, then both again. */
	@Test
	void segmentedPalettesAreExpanded() throws IOException {
		final int[] red = { 0, 3, 0, 0, 0, 1, 100, 200, 2, 2, 0, 0 };
		final int[] flat = { 0, 1, 40, 1, 205, 40 };
		final SyntheticSeries series = new SyntheticSeries().slices(1)
			.bits(16)
			.values((k, r, c) -> 10 * r + c)
			.with(Tag.PHOTOMETRIC_INTERPRETATION, "PALETTE COLOR");
		series.slice(0, b -> {
			for (int colour = 0; colour < 3; colour++) {
				b.put(Tag.RED_PALETTE_COLOR_LOOKUP_TABLE_DESCRIPTOR + colour, VR.US, 206, 0, 16);
				final int[] data = colour == 0 ? red : flat;
				b.put(Tag.SEGMENTED_RED_PALETTE_COLOR_LOOKUP_TABLE_DATA + colour, VR.OW,
					words(data.length, i -> data[i]));
			}
		});
		series.write(folder);
		final DicomVolume volume = DicomVolumes.open(folder);
		assertColour(0x002828, 0, colour(volume, 2, 0));
		assertColour(0x022828, 0, colour(volume, 3, 0)); // 1 of 100 steps
		assertColour(0xC82828, 0, colour(volume, 12, 9)); // 102: the end of the line
		assertColour(0x002828, 0, colour(volume, 13, 9)); // 103: the copy of the first segment
		assertColour(0x042828, 0, colour(volume, 7, 10)); // 107: the second step again
	}

	@ParameterizedTest
	@CsvSource({ "'0, 5, 1, 2', a segment that ends beyond the table", "'1, 5, 1', a linear segment before any value",
		"'2, 1, 0, 0', an indirect segment that points to 0", "'7, 1, 0', a segment of type 7" })
	void brokenSegmentsAreRefused(final String table, final String what) throws IOException {
		final int[] data = Arrays.stream(table.split(", ")).mapToInt(Integer::parseInt).toArray();
		new SyntheticSeries().slices(1).with(Tag.PHOTOMETRIC_INTERPRETATION, "PALETTE COLOR").slice(0, b -> {
			for (int colour = 0; colour < 3; colour++) {
				b.put(Tag.RED_PALETTE_COLOR_LOOKUP_TABLE_DESCRIPTOR + colour, VR.US, 256, 0, 16);
				b.put(Tag.SEGMENTED_RED_PALETTE_COLOR_LOOKUP_TABLE_DATA + colour, VR.OW,
					words(data.length, i -> data[i]));
			}
		}).write(folder);
		final String message = assertThrows(DicomException.class, () -> DicomVolumes.open(folder)).getMessage();
		assertTrue(message.contains("A segmented palette table has " + what), message);
	}

	@Test
	void randomPalettesAreReadOrRefused() throws IOException {
		final Random random = new Random(43);
		for (int i = 0; i < 60; i++) {
			final byte[] table = new byte[2 * random.nextInt(300)];
			random.nextBytes(table);
			final boolean segmented = random.nextBoolean();
			final int entries = random.nextInt(300), bits = random.nextBoolean() ? 8 : 16;
			new SyntheticSeries().slices(1).with(Tag.PHOTOMETRIC_INTERPRETATION, "PALETTE COLOR").slice(0, b -> {
				for (int colour = 0; colour < 3; colour++) {
					b.put(Tag.RED_PALETTE_COLOR_LOOKUP_TABLE_DESCRIPTOR + colour, VR.US, entries, 0, bits);
					b.put((segmented ? Tag.SEGMENTED_RED_PALETTE_COLOR_LOOKUP_TABLE_DATA
						: Tag.RED_PALETTE_COLOR_LOOKUP_TABLE_DATA) + colour, VR.OW, table);
				}
			}).write(folder);
			try {
				assertTrue(DicomVolumes.open(folder).isColour());
			}
			catch (final DicomException exc) {
				assertTrue(exc.getMessage().contains("alette"), exc.getMessage());
			}
		}
	}

	@Test
	void missingTableIsNamed() throws IOException {
		new SyntheticSeries().slices(1).with(Tag.PHOTOMETRIC_INTERPRETATION, "PALETTE COLOR").write(folder);
		final String message = assertThrows(DicomException.class, () -> DicomVolumes.open(folder)).getMessage();
		assertTrue(message.contains("(0028,1101) Red Palette Color Lookup Table Descriptor"), message);
	}

	@Test
	void realPaletteAgreesWithPydicom() throws IOException {
		final DicomVolume volume = DicomVolumes.open(data("pydicom/examples_palette.dcm"));
		final int index = (int) stored(volume, 5, 5, 0);
		assertColour(9472 / 256 << 16 | 15872 / 256 << 8 | 24064 / 256, 0,
			volume.plan().palette().orElseThrow().argb(index));
	}

	// -- Helpers --

	/** A series with a palette whose entry i is {@link #colourOf}. */
	private static SyntheticSeries palette(final int bits, final int first, final int entries) {
		final AttributesBuilder tables = Attributes.builder();
		for (int colour = 0; colour < 3; colour++) {
			final int shift = 16 - 8 * colour;
			tables.put(Tag.RED_PALETTE_COLOR_LOOKUP_TABLE_DESCRIPTOR + colour, VR.US, entries, first, bits);
			final byte[] bytes = new byte[entries];
			for (int i = 0; i < entries; i++)
				bytes[i] = (byte) (colourOf(i) >> shift);
			tables.put(Tag.RED_PALETTE_COLOR_LOOKUP_TABLE_DATA + colour, VR.OW,
				bits == 8 ? bytes : words(entries, i -> (colourOf(i) >> shift & 0xFF) << 8 | 0x34));
		}
		final Attributes palette = tables.build();
		return new SyntheticSeries().with(Tag.PHOTOMETRIC_INTERPRETATION, "PALETTE COLOR")
			.each((k, b) -> b.putAll(palette));
	}

	private static int colourOf(final int entry) {
		return (entry & 0xFF) << 16 | (255 - entry & 0xFF) << 8 | 3 * entry & 0xFF;
	}

	private static byte[] words(final int count, final IntUnaryOperator value) {
		final byte[] bytes = new byte[2 * count];
		for (int i = 0; i < count; i++) {
			bytes[2 * i] = (byte) value.applyAsInt(i);
			bytes[2 * i + 1] = (byte) (value.applyAsInt(i) >> 8);
		}
		return bytes;
	}

	private static int colour(final DicomVolume volume, final long x, final long y) {
		return volume.colours().getAt(x, y, 0).get();
	}

	private static void assertColour(final int expected, final int tolerance, final int actual) {
		for (int shift = 0; shift < 24; shift += 8)
			assertEquals(expected >> shift & 0xFF, actual >> shift & 0xFF, tolerance,
				() -> String.format("colour %06X for %06X", actual & 0xFFFFFF, expected));
	}
}
