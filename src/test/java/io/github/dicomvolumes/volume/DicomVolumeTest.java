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

package io.github.dicomvolumes.volume;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.github.dicomvolumes.DicomVolumes;
import io.github.dicomvolumes.SyntheticCases;
import io.github.dicomvolumes.SyntheticSeries;
import io.github.dicomvolumes.data.Tag;
import io.github.dicomvolumes.data.VR;

import net.imglib2.Cursor;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.RealType;
import net.imglib2.type.numeric.integer.ShortType;
import net.imglib2.type.numeric.integer.UnsignedByteType;
import net.imglib2.type.numeric.integer.UnsignedShortType;
import net.imglib2.type.numeric.real.DoubleType;
import net.imglib2.type.numeric.real.FloatType;

class DicomVolumeTest {

	private static final SyntheticSeries.Values BASE = (k, r, c) -> 1000 * k + 10 * r + c;

	@TempDir
	Path folder;

	// -- Stored and real values --

	@Test
	void unsigned16() throws IOException {
		final DicomVolume volume = open(new SyntheticSeries().rescale(2, -1024));
		assertInstanceOf(UnsignedShortType.class, assertStored(volume, BASE));
		assertValues(volume, (k, r, c) -> 2 * BASE.at(k, r, c) - 1024);
		assertEquals("HU", volume.unit());
	}

	@Test
	void unsigned16UpToTheGreatest() throws IOException {
		final SyntheticSeries.Values high = (k, r, c) -> 65_535 - 10 * r - c;
		final DicomVolume volume = open(new SyntheticSeries().values(high));
		assertInstanceOf(UnsignedShortType.class, assertStored(volume, high));
		assertValues(volume, high);
		assertEquals("", volume.unit());
	}

	@Test
	void signed16FromTheLeastToTheGreatest() throws IOException {
		final SyntheticSeries.Values wide = (k, r, c) -> c == 0 ? -32_768 : c == 1 ? 32_767 : 10 * r + c - 60;
		final DicomVolume volume = open(new SyntheticSeries().signed().values(wide));
		assertInstanceOf(ShortType.class, assertStored(volume, wide));
		assertValues(volume, wide);
	}

	@Test
	void unsigned8() throws IOException {
		final SyntheticSeries.Values bytes = (k, r, c) -> 255 - 16 * r - c;
		final DicomVolume volume = open(new SyntheticSeries().bits(8).values(bytes));
		assertInstanceOf(UnsignedByteType.class, assertStored(volume, bytes));
		assertValues(volume, bytes);
	}

	@Test
	void signed8() throws IOException {
		final SyntheticSeries.Values bytes = (k, r, c) -> 10 * r + c - 128;
		final DicomVolume volume = open(new SyntheticSeries().bits(8).signed().values(bytes));
		assertInstanceOf(ShortType.class, assertStored(volume, bytes));
		assertValues(volume, bytes);
	}

	/** Stored values come back from the real ones, each on the line of its slice. */
	@Test
	void slopesThatDiffer() throws IOException {
		final DicomVolume volume = open(new SyntheticSeries().modality("PT")
			.with(Tag.UNITS, "BQML")
			.rescale(k -> 1.02609e-8 * (k + 1), 0)
			.values((k, r, c) -> 65_535 - BASE.at(k, r, c)));
		assertInstanceOf(DoubleType.class, assertStored(volume, (k, r, c) -> 65_535 - BASE.at(k, r, c)));
		assertEquals("Bq/ml", volume.unit());
		assertEquals((float) (1.02609e-8 * 3 * (65_535 - 2023)), volume.values().getAt(3, 2, 2).get());
	}

	@Test
	void unsigned32() throws IOException {
		final DicomVolume volume = open(
			new SyntheticSeries().bits(32).values((k, r, c) -> 100_000 * BASE.at(k, r, c) % (1 << 24)));
		assertInstanceOf(DoubleType.class, assertStored(volume, (k, r, c) -> 100_000 * BASE.at(k, r, c) % (1 << 24)));
		assertTrue(volume.report().note().contains("some may be rounded"), volume.report().note());
	}

	@Test
	void floatPixels() throws IOException {
		final DicomVolume volume = open(new SyntheticSeries().bits(32).without(Tag.PIXEL_DATA).each((k, a) -> {
			final ByteBuffer floats = ByteBuffer.allocate(4 * 16 * 12).order(ByteOrder.LITTLE_ENDIAN);
			for (int i = 0; i < 16 * 12; i++)
				floats.putFloat(k + i / 8f);
			a.put(Tag.FLOAT_PIXEL_DATA, VR.OF, floats.array());
		}));
		assertInstanceOf(FloatType.class, volume.stored().getType());
		assertEquals(2 + 35 / 8.0, volume.stored().getAt(3, 2, 2).getRealDouble());
		assertEquals(2 + 35 / 8f, volume.values().getAt(3, 2, 2).get());
	}

	@Test
	void colourHasOneMoreAxis() throws IOException {
		final DicomVolume volume = open(new SyntheticSeries().rgb(0));
		assertTrue(volume.isColour());
		assertInstanceOf(UnsignedByteType.class, volume.stored().getType());
		assertArrayEquals(new long[] { 16, 12, 5, 3 }, volume.stored().dimensionsAsLongArray());
		assertArrayEquals(new long[] { 16, 12, 5, 3 }, volume.values().dimensionsAsLongArray());
		assertArrayEquals(new long[] { 16, 12, 5 }, volume.colours().dimensionsAsLongArray());
		for (int i = 0; i < 3; i++)
			assertEquals(23 * (i + 1), volume.stored().getAt(3, 2, 2, i).getRealDouble());
		assertEquals(0xFF000000 | 23 << 16 | 46 << 8 | 69, volume.colours().getAt(3, 2, 2).get());
	}

	@Test
	void greyHasNoColours() throws IOException {
		final DicomVolume volume = open(new SyntheticSeries("grey one"));
		assertEquals("grey one is grey", assertThrows(IllegalStateException.class, volume::colours).getMessage());
	}

	@Test
	void oneChannelAndTimeHaveNoAxes() throws IOException {
		final DicomVolume volume = open(new SyntheticSeries());
		assertArrayEquals(new long[] { 16, 12, 5, 1, 1 }, volume.dimensions());
		assertArrayEquals(new long[] { 16, 12, 5 }, volume.stored().dimensionsAsLongArray());
		assertArrayEquals(new long[] { 16, 12, 5 }, volume.values().dimensionsAsLongArray());
	}

	@Test
	void placesOutsideAreRefused() throws IOException {
		final DicomVolume volume = open(new SyntheticSeries());
		assertThrows(IndexOutOfBoundsException.class, () -> volume.attributes(0, 0, 1));
		assertThrows(IndexOutOfBoundsException.class, () -> volume.plane(5, 0, 0));
		assertThrows(IndexOutOfBoundsException.class, () -> volume.plane(0, 1, 0));
	}

	@Test
	void missingSliceHasPixelsButNoAttributes() throws IOException {
		final DicomVolume volume = open(new SyntheticSeries().slices(6).omit(3).with(Tag.PIXEL_PADDING_VALUE, 7));
		assertTrue(volume.attributes(3, 0, 0).isEmpty());
		assertTrue(volume.attributes(4, 0, 0).isPresent());
		assertEquals(7, volume.values().getAt(0, 0, 3).get());
	}

	@Test
	void noSliceIsMissingInStoredValuesEither() throws IOException {
		final DicomVolume volume = open(
			new SyntheticSeries().slices(6).omit(3).modality("PT").rescale(k -> 0.5 * (k + 1), 0));
		assertEquals(0, volume.stored().getAt(0, 0, 3).getRealDouble());
		assertEquals(5023, volume.stored().getAt(3, 2, 5).getRealDouble());
	}

	// -- Display --

	@Test
	void firstWindowOfTheMiddleSlice() throws IOException {
		SyntheticCases.write("window_presets", folder);
		final DicomVolume volume = DicomVolumes.open(folder);
		assertEquals("[WIDE, NARROW]", volume.windows().stream().map(w -> w.explanation()).toList().toString());
		assertEquals(452 - 0.5 - 789 / 2.0, volume.displayRange().low());
		assertEquals(452 - 0.5 + 789 / 2.0, volume.displayRange().high());
	}

	@Test
	void windowOfTheSliceBeforeAMissingMiddle() throws IOException {
		final DicomVolume volume = open(new SyntheticSeries().slices(6)
			.omit(3)
			.each((k, a) -> a.put(Tag.WINDOW_CENTER, 100 * k).put(Tag.WINDOW_WIDTH, 50)));
		assertEquals(200, volume.windows().get(0).center());
	}

	@Test
	void rangeOfNearlyAllValues() throws IOException {
		final DicomVolume volume = open(new SyntheticSeries().rescale(-2, 10));
		assertEquals(10 - 2 * 4125, volume.rangeOfValues().orElseThrow().low());
		assertEquals(10, volume.rangeOfValues().orElseThrow().high());
	}

	// -- Text --

	@Test
	void headline() throws IOException {
		assertEquals("chest (series 1): 5 files, 16 x 12 x 5 voxels of 0.5 x 2 x 3 mm, " +
			"slice spacing from positions; axial LPH; " + "stored values as 16-bit, real value = 1 * stored - 1024 HU",
			headline(new SyntheticSeries("chest").rescale(1, -1024)));
	}

	@Test
	void oneFileIsNotOneFiles() throws IOException {
		final String headline = headline(new SyntheticSeries("one").slices(1));
		assertTrue(headline.startsWith(
			"one (series 1): 1 file, 16 x 12 x 1 voxels of 0.5 x 2 x 3 mm, " + "slice spacing from SliceThickness; "),
			headline);
	}

	@Test
	void unknownPixelSizeHasItsOwnUnit() throws IOException {
		final String headline = headline(new SyntheticSeries("raw").without(Tag.PIXEL_SPACING));
		assertTrue(headline.contains("voxels of 1 x 1 pixel x 3 mm, slice spacing from positions"), headline);
	}

	@Test
	void unknownSliceSpacingHasItsOwnUnit() throws IOException {
		final String headline = headline(new SyntheticSeries().slices(1).without(Tag.SLICE_THICKNESS));
		assertTrue(headline.contains("voxels of 0.5 x 2 mm x 1 pixel, slice spacing unknown"), headline);
	}

	@Test
	void nothingKnownIsOneUnit() throws IOException {
		final String headline = headline(
			new SyntheticSeries().slices(1).without(Tag.SLICE_THICKNESS).without(Tag.PIXEL_SPACING));
		assertTrue(headline.contains("voxels of 1 x 1 x 1 pixel, "), headline);
	}

	@Test
	void oddNumbersAreReadable() throws IOException {
		final String headline = headline(new SyntheticSeries().gap(0.51234567).pixelSpacing(0.564453125, 1000));
		assertTrue(headline.contains("voxels of 1000 x 0.5644531 x 0.5123457 mm"), headline);
	}

	@Test
	void unitOfValuesIsSaidOnce() throws IOException {
		assertTrue(headline(new SyntheticSeries().modality("PT").with(Tag.UNITS, "BQML").rescale(k -> k + 1, 0))
			.endsWith("; real values as 32-bit: slopes differ between slices, in Bq/ml"));
	}

	@Test
	void percentAndUnicodeInTheNameAreText() throws IOException {
		// the last call is applied first, and text is encoded in the set that is there
		final String headline = headline(new SyntheticSeries().with(Tag.SERIES_DESCRIPTION, "100%s \u00e4\u80ba")
			.with(Tag.SPECIFIC_CHARACTER_SET, "ISO_IR 192"));
		assertTrue(headline.startsWith("100%s "), headline);
	}

	private String headline(final SyntheticSeries series) throws IOException {
		final DicomVolume volume = open(series);
		assertEquals(volume.report().headline(), volume.toString());
		return volume.toString();
	}

	// -- Helpers --

	private DicomVolume open(final SyntheticSeries series) throws IOException {
		series.write(folder);
		return DicomVolumes.open(folder);
	}

	/** @return one of the pixels */
	private static RealType<?> assertStored(final DicomVolume volume, final SyntheticSeries.Values expected) {
		return assertImage(volume.stored(), expected);
	}

	private static void assertValues(final DicomVolume volume, final SyntheticSeries.Values expected) {
		assertImage(volume.values(), expected);
	}

	private static RealType<?> assertImage(final RandomAccessibleInterval<? extends RealType<?>> image,
		final SyntheticSeries.Values expected)
	{
		final Cursor<? extends RealType<?>> cursor = image.localizingCursor();
		while (cursor.hasNext()) {
			final double value = cursor.next().getRealDouble();
			assertEquals(expected.at(cursor.getIntPosition(2), cursor.getIntPosition(1), cursor.getIntPosition(0)),
				value);
		}
		return cursor.get();
	}
}
