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

import static io.github.dicomvolumes.rules.Volumes.assertSizes;
import static io.github.dicomvolumes.rules.Volumes.data;
import static io.github.dicomvolumes.rules.Volumes.finding;
import static io.github.dicomvolumes.rules.Volumes.real;
import static io.github.dicomvolumes.rules.Volumes.stored;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;

import io.github.dicomvolumes.DicomVolumes;
import io.github.dicomvolumes.SyntheticObjects;
import io.github.dicomvolumes.SyntheticObjects.SegmentFrame;
import io.github.dicomvolumes.SyntheticSeries;
import io.github.dicomvolumes.data.Attributes;
import io.github.dicomvolumes.data.Dictionary;
import io.github.dicomvolumes.data.Tag;
import io.github.dicomvolumes.data.VR;
import io.github.dicomvolumes.pixels.PlaneType;
import io.github.dicomvolumes.series.Finding.Code;
import io.github.dicomvolumes.volume.DicomVolume;
import io.github.dicomvolumes.volume.ImportOptions;

/** R68 (c), (e) and (g): which stored values a mapping, a padding or a dose is said of. */
class ValueRangesTest {

	@TempDir
	private Path folder;

	// -- (c) Real World Value Mapping --

	@Test
	void theSharedCaseOfTwoMappings() throws IOException {
		final DicomVolume volume = DicomVolumes.open(data("scanners/two_mappings"));
		assertEquals("ms", volume.unit());
		assertEquals(1, stored(volume, 1, 0, 0));
		assertEquals(1, real(volume, 1, 0, 0));
		assertEquals(1001, stored(volume, 1, 0, 1));
		assertEquals(1010, real(volume, 1, 0, 1));
	}

	@ParameterizedTest
	@ValueSource(booleans = { false, true })
	void itemsForRangesAreJoined(final boolean virtual) throws IOException {
		mapped(range(0, 999, 1, 0, "ms"), range(1000, 65535, 10, -9000, "ms")).write(folder);
		final DicomVolume volume = DicomVolumes.open(folder, ImportOptions.DEFAULT.withVirtual(virtual));
		assertEquals("ms", volume.unit());
		assertEquals(23, real(volume, 3, 2, 0));
		assertEquals(10 * 1023 - 9000, real(volume, 3, 2, 1));
		assertEquals(10 * 4023 - 9000, real(volume, 3, 2, 4));
		assertEquals(1023, stored(volume, 3, 2, 1));
		assertFalse(volume.report().has(Code.PIXEL_FORMAT), volume.report().note());
	}

	/** Whatever their order, and with the bounds as doubles. */
	@Test
	void rangesInAnyOrderAndAsDoubles() throws IOException {
		mapped(doubles(1000, 70000, 10, -9000), doubles(0, 999, 2, 0)).write(folder);
		final DicomVolume volume = DicomVolumes.open(folder);
		assertEquals(46, real(volume, 3, 2, 0));
		assertEquals(1230, real(volume, 3, 2, 1));
	}

	@Test
	void valuesOutsideAreStoredOnesAndSaid() throws IOException {
		mapped(range(0, 999, 2, 5, "ms"), range(2000, 2999, 3, 0, "ms")).write(folder);
		final DicomVolume volume = DicomVolumes.open(folder);
		assertEquals(2 * 23 + 5, real(volume, 3, 2, 0));
		assertEquals(1023, real(volume, 3, 2, 1));
		assertEquals(3 * 2023, real(volume, 3, 2, 2));
		assertEquals(4023, real(volume, 3, 2, 4));
		assertEquals(4023, stored(volume, 3, 2, 4));
		assertEquals(
			"(0040,9096) Real World Value Mapping Sequence maps the stored values 0 to 999, 2000 to 2999 only; " +
				"others stay as they are stored, without unit.",
			finding(volume, Code.PIXEL_FORMAT).text());
		assertTrue(Code.PIXEL_FORMAT.isWarning());
	}

	/** An item of another unit, or for the same values, is another way to see them: the first counts (R40). */
	@Test
	void othersAreNotJoined() throws IOException {
		mapped(range(0, 65535, 2, 5, "ms"), range(0, 65535, 3, 0, "s")).write(folder);
		final DicomVolume volume = DicomVolumes.open(folder);
		assertEquals(2 * 4023 + 5, real(volume, 3, 2, 4));
		assertEquals(PlaneType.UINT16, volume.plan().type());
		mapped(range(0, 999, 2, 5, "ms"), range(1000, 65535, 3, 0, "s")).write(folder.resolve("units"));
		assertEquals(4023, real(DicomVolumes.open(folder.resolve("units")), 3, 2, 4));
	}

	/** Padding is no value, so the line of all others is enough. */
	@Test
	void paddingMayBeOutside() throws IOException {
		mapped(range(0, 65534, 2, 5, "ms")).with(Tag.PIXEL_PADDING_VALUE, 65535).write(folder);
		final DicomVolume volume = DicomVolumes.open(folder);
		assertEquals(PlaneType.UINT16, volume.plan().type());
		assertFalse(volume.report().has(Code.PIXEL_FORMAT), volume.report().note());
	}

	@Test
	void aTableHoldsInItsRange() throws IOException {
		final Attributes table = Attributes.builder()
			.put(Tag.MEASUREMENT_UNITS_CODE_SEQUENCE, List.of(Attributes.builder().put(Tag.CODE_VALUE, "ms").build()))
			.put(Tag.REAL_WORLD_VALUE_FIRST_VALUE_MAPPED, VR.US, 22)
			.put(Tag.REAL_WORLD_VALUE_LAST_VALUE_MAPPED, VR.US, 24)
			.put(Tag.REAL_WORLD_VALUE_LUT_DATA, VR.FD, 0.5, 7, 9)
			.build();
		mapped(table).slices(1).write(folder);
		final DicomVolume volume = DicomVolumes.open(folder);
		assertEquals(7, real(volume, 3, 2, 0));
		assertEquals(25, real(volume, 5, 2, 0));
		assertEquals(23, stored(volume, 3, 2, 0));
	}

	private static SyntheticSeries mapped(final Attributes... items) {
		return new SyntheticSeries().modality("MR")
			.values((k, r, c) -> 1000 * k + 10 * r + c)
			.with(Tag.REAL_WORLD_VALUE_MAPPING_SEQUENCE, items);
	}

	private static Attributes range(final int first, final int last, final double slope, final double intercept,
		final String unit)
	{
		return Attributes.builder()
			.put(Tag.MEASUREMENT_UNITS_CODE_SEQUENCE, List.of(Attributes.builder().put(Tag.CODE_VALUE, unit).build()))
			.put(Tag.REAL_WORLD_VALUE_FIRST_VALUE_MAPPED, VR.US, first)
			.put(Tag.REAL_WORLD_VALUE_LAST_VALUE_MAPPED, VR.US, last)
			.put(Tag.REAL_WORLD_VALUE_INTERCEPT, VR.FD, intercept)
			.put(Tag.REAL_WORLD_VALUE_SLOPE, VR.FD, slope)
			.build();
	}

	private static Attributes doubles(final double first, final double last, final double slope,
		final double intercept)
	{
		return Attributes.builder()
			.put(Tag.DOUBLE_FLOAT_REAL_WORLD_VALUE_FIRST_VALUE_MAPPED, VR.FD, first)
			.put(Tag.DOUBLE_FLOAT_REAL_WORLD_VALUE_LAST_VALUE_MAPPED, VR.FD, last)
			.put(Tag.REAL_WORLD_VALUE_INTERCEPT, VR.FD, intercept)
			.put(Tag.REAL_WORLD_VALUE_SLOPE, VR.FD, slope)
			.build();
	}

	// -- (e) Padding --

	/** 16 x 12 pixels of -1000, but for 1, 2, 3, ... in the first row; slice 2 of 5 is missing. */
	@ParameterizedTest
	@CsvSource({ "32, FloatPixelPaddingValue", "64, DoubleFloatPixelPaddingValue" })
	void floatingPointPixelsHavePadding(final int bits, final String keyword) throws IOException {
		new SyntheticSeries().bits(bits)
			.without(Tag.PIXEL_DATA)
			.omit(2)
			.with(Dictionary.tag(keyword), -1000)
			.each((k, a) -> {
				final ByteBuffer pixels = ByteBuffer.allocate(bits / 8 * 16 * 12).order(ByteOrder.LITTLE_ENDIAN);
				for (int i = 0; i < 16 * 12; i++)
					if (bits == 32) pixels.putFloat(i < 16 ? i + 1 : -1000);
					else pixels.putDouble(i < 16 ? i + 1 : -1000);
				if (bits == 32) a.put(Tag.FLOAT_PIXEL_DATA, VR.OF, pixels.array());
				else a.put(Tag.DOUBLE_FLOAT_PIXEL_DATA, VR.OD, pixels.array());
			})
			.write(folder);
		final DicomVolume volume = DicomVolumes.open(folder);
		assertSizes(volume, 16, 12, 5, 1, 1);
		assertEquals(-1000, real(volume, 3, 0, 2), "the missing slice");
		assertEquals(4, real(volume, 3, 0, 1));
		assertTrue(volume.displayRange().low() > 0, volume.displayRange().toString());
	}

	@ParameterizedTest
	@ValueSource(booleans = { false, true })
	void paddingIsTheBackgroundOfALabelMap(final boolean virtual) throws IOException {
		final SegmentFrame[] frames = { new SegmentFrame(1, 30), new SegmentFrame(1, 33), new SegmentFrame(1, 39) };
		SyntheticObjects.segmentation("s", "LABELMAP", "", List.of("Liver", "Spleen"), frames)
			.values((k, r, c) -> r == 0 ? 1 : 200)
			.with(Tag.PIXEL_PADDING_VALUE, 200)
			.write(folder);
		final DicomVolume volume = DicomVolumes.open(folder, ImportOptions.DEFAULT.withVirtual(virtual));
		assertSizes(volume, 10, 7, 4, 1, 1);
		assertEquals(1, stored(volume, 3, 0, 1));
		assertEquals(200, stored(volume, 3, 0, 2), "the missing plane");
		assertEquals(200, stored(volume, 3, 1, 3));
	}

	// -- (g) Dose --

	@ParameterizedTest
	@CsvSource({ "'', missing", "0, 0" })
	void doseWithoutScalingIsSaid(final String scaling, final String said) throws IOException {
		final SyntheticSeries dose = SyntheticObjects.dose("d", 0, 5, 10);
		(scaling.isEmpty() ? dose.without(Tag.DOSE_GRID_SCALING) : dose.with(Tag.DOSE_GRID_SCALING, scaling))
			.write(folder);
		final DicomVolume volume = DicomVolumes.open(folder);
		assertEquals("", volume.unit());
		assertEquals(2023, real(volume, 3, 2, 2));
		assertEquals(
			"(3004,000E) Dose Grid Scaling is " + said +
				"; it must be a number other than 0, without it the values are no dose.",
			finding(volume, Code.PIXEL_FORMAT).text());
	}
}
