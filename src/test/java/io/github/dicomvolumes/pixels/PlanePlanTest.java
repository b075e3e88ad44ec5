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

package io.github.dicomvolumes.pixels;

import static io.github.dicomvolumes.pixels.Slices.decode;
import static io.github.dicomvolumes.pixels.Slices.real;
import static io.github.dicomvolumes.pixels.Slices.slice;
import static io.github.dicomvolumes.pixels.Slices.words;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.dicomvolumes.data.DicomException;
import io.github.dicomvolumes.data.Tag;
import io.github.dicomvolumes.data.TransferSyntax;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;

import org.junit.jupiter.api.Test;

class PlanePlanTest {

	// -- The type --

	@Test
	void storedTypeThatHoldsWhatTheBitsCanHold() throws DicomException {
		assertEquals(PlaneType.UINT8, plan(slice().bits(8, 8, 7, false)).type());
		assertEquals(PlaneType.INT16, plan(slice().bits(8, 8, 7, true)).type());
		assertEquals(PlaneType.UINT16, plan(slice().bits(16, 8, 7, false)).type());
		assertEquals(PlaneType.UINT16, plan(slice()).type());
		assertEquals(PlaneType.INT16, plan(slice().bits(16, 12, 11, true)).type());
		assertEquals(PlaneType.UINT16, plan(slice().bits(32, 16, 15, false)).type());
		assertEquals(PlaneType.FLOAT32, plan(slice().bits(32, 17, 16, false)).type());
		assertEquals(PlaneType.RGB, plan(slice().rgb(true)).type());
	}

	@Test
	void mixedBits() throws DicomException {
		assertEquals(PlaneType.UINT16, plan(slice().bits(16, 12, 11, false), slice()).type());
		assertEquals(PlaneType.UINT16, plan(slice().bits(8, 8, 7, false), slice()).type());
	}

	@Test
	void mixedSignFitsIfFewerBits() throws DicomException {
		assertEquals(PlaneType.INT16, plan(slice().bits(16, 12, 11, false), slice().bits(16, 16, 15, true)).type());
		final PlanePlan plan = plan(slice(), slice().bits(16, 16, 15, true));
		assertEquals(PlaneType.FLOAT32, plan.type());
		assertTrue(plan.holdsStored());
		assertEquals("real values as 32-bit: stored values can be -32768 to 65535, more than 16 bits hold",
			plan.reason());
	}

	@Test
	void oneLineStaysWithTheStoredValues() throws DicomException {
		final PlanePlan plan = plan(slice().rescale(1, -1024), slice().rescale(1, -1024));
		assertEquals(PlaneType.UINT16, plan.type());
		assertEquals(new Rescale(1, -1024, "HU"), plan.line());
		assertEquals("stored values as 16-bit, real value = 1 * stored - 1024 HU", plan.reason());
	}

	@Test
	void realOnRequestKeepsTheUnit() throws DicomException {
		final PlanePlan plan = PlanePlan.of(List.of(slice().rescale(1, -1024).coding()), true);
		assertEquals(
			new PlanePlan(PlaneType.FLOAT32, new Rescale(1, 0, "HU"), true, "real values as 32-bit: as requested"),
			plan);
	}

	@Test
	void differingUnitsAreNoUnit() throws DicomException {
		assertEquals("", plan(slice().with(Tag.UNITS, "BQML"), slice().with(Tag.UNITS, "CNTS")).line().unit());
	}

	@Test
	void greyAndColourDoNotMix() {
		assertThrows(IllegalArgumentException.class, () -> plan(slice(), slice().rgb(false)));
		assertThrows(IllegalArgumentException.class, () -> PlanePlan.of(List.of(), false));
	}

	// -- The rescale cases of the specification --

	@Test
	void rescalePerSlice() throws DicomException {
		final Slices[] slices = new Slices[5];
		for (int k = 0; k < 5; k++)
			slices[k] = slice().rescale(0.5 * (k + 1), 0);
		final PlanePlan plan = plan(slices);
		assertEquals("real values as 32-bit: slopes differ between slices", plan.reason());
		final double[] expected = { 0, 1000, 3000, 6000, 10000 };
		for (int k = 0; k < 5; k++)
			assertEquals(expected[k], first(plan, slices[k], 1000 * k));
	}

	@Test
	void rescaleInterceptPerSlice() throws DicomException {
		assertEquals("real values as 32-bit: intercepts differ between slices",
			plan(slice().rescale(1, 0), slice().rescale(1, 5)).reason());
	}

	@Test
	void petTinySlopes() throws DicomException {
		final Slices[] slices = new Slices[5];
		for (int k = 0; k < 5; k++)
			slices[k] = slice().rescale(1.02609e-8 * (k + 1), 0);
		final PlanePlan plan = plan(slices);
		assertEquals(PlaneType.FLOAT32, plan.type());
		assertTrue(plan.holdsStored());
		assertEquals(2.05218e-4, first(plan, slices[4], 4000), 1e-10);
	}

	@Test
	void rescaleInt8Trap() throws DicomException {
		final Slices slice = slice().bits(8, 8, 7, true).rescale(2, 0);
		final PlanePlan plan = plan(slice);
		assertEquals(PlaneType.INT16, plan.type());
		assertEquals(200, real(plan, decode(plan, slice.coding(), ByteBuffer.wrap(new byte[] { 100, 0 })), 0));
	}

	@Test
	void rescaleFirstSliceSmall() throws DicomException {
		final Slices small = slice().rescale(1, 5), plain = slice().rescale(1, 0);
		final PlanePlan plan = plan(small, plain);
		assertEquals(5, first(plan, small, 0));
		assertEquals(4000, first(plan, plain, 4000));
	}

	@Test
	void interceptOnlyMissingSlope() throws DicomException {
		final Slices slice = slice().with(Tag.RESCALE_INTERCEPT, -1024);
		assertEquals(-1024, first(plan(slice), slice, 0));
		assertEquals(3101, first(plan(slice), slice, 4125));
	}

	@Test
	void slopeZero() throws DicomException {
		final Slices slice = slice().rescale(0, 0);
		assertEquals(4125, first(plan(slice), slice, 4125));
	}

	@Test
	void monochrome1KeepsItsNumbers() throws DicomException {
		final Slices slice = slice().with(Tag.PHOTOMETRIC_INTERPRETATION, "MONOCHROME1");
		assertEquals(125, first(plan(slice), slice, 125));
	}

	// -- Stored values back from real ones --

	@Test
	void storedIsExactWhereStated() throws DicomException {
		final Random random = new Random(7);
		int exact = 0;
		for (int i = 0; i < 2000; i++) {
			final int bits = 1 + random.nextInt(32);
			final FrameCoding coding = slice().bits(32, bits, bits - 1, random.nextBoolean())
				.rescale(Math.pow(10, 8 * random.nextGaussian()), random.nextInt(3) * 1000 * random.nextGaussian())
				.coding();
			if (!coding.floatHoldsStored()) continue;
			exact++;
			final double min = coding.format().minStored(), max = coding.format().maxStored();
			for (int j = 0; j < 50; j++) {
				final double stored = j == 0 ? min : j == 1 ? max : Math.rint(min + random.nextDouble() * (max - min));
				assertEquals(stored, coding.stored((float) coding.rescale().real(stored)), 0, coding.toString());
			}
		}
		assertTrue(exact > 400, "only " + exact + " of 2000 codings are exact");
	}

	@Test
	void floatHoldsStoredUpTo24Bits() throws DicomException {
		assertTrue(slice().bits(32, 24, 23, false).coding().floatHoldsStored());
		assertFalse(slice().bits(32, 25, 24, false).coding().floatHoldsStored());
		assertFalse(slice().rescale(1e-6, 1000).coding().floatHoldsStored());
		assertTrue(slice().rescale(0.1, -1000).coding().floatHoldsStored());
		assertFalse(slice().rescale(1e-50, 0).coding().floatHoldsStored());
		assertFalse(slice().rescale(1e50, 0).coding().floatHoldsStored());
		assertEquals(
			"real values as 32-bit: stored values can be 0 to 4294967295, more than 16 bits hold; some may be rounded",
			plan(slice().bits(32, 32, 31, false)).reason());
	}

	@Test
	void floatingPointIsRealAndNotRounded() throws DicomException {
		final FrameCoding coding = FrameCoding.of(slice().attributes(), TransferSyntax.EXPLICIT_LITTLE_ENDIAN,
			Tag.FLOAT_PIXEL_DATA, note -> {});
		final PlanePlan plan = PlanePlan.of(List.of(coding), false);
		assertEquals("real values as 32-bit: the pixels are floating point", plan.reason());
		assertTrue(plan.holdsStored());
	}

	// -- Minimum --

	@Test
	void minimumLeavesOutPadding() throws DicomException {
		for (final boolean real : new boolean[] { false, true }) {
			final FrameCoding coding = slice().bits(16, 16, 15, true)
				.rescale(2, -100)
				.with(Tag.PIXEL_PADDING_VALUE, 63536)
				.coding();
			final PlanePlan plan = PlanePlan.of(List.of(coding), real);
			final Object plane = decode(plan, coding,
				words(coding.format(), (row, column) -> row == 0 ? -2000 : -90 + column));
			final double min = plan.minimum(plane, coding).orElseThrow();
			assertEquals(real ? -280 : -90, min);
			plan.type().fill(plane, 0, 192, plan.held(-2000, coding));
			assertEquals(OptionalDouble.empty(), plan.minimum(plane, coding));
		}
	}

	@Test
	void minimumOfBytesAndOfNumbersThatAreNone() throws DicomException {
		final FrameCoding coding = slice().bits(8, 8, 7, false).coding();
		final PlanePlan bytes = PlanePlan.of(List.of(coding), false), floats = PlanePlan.of(List.of(coding), true);
		assertEquals(OptionalDouble.of(200), bytes.minimum(new byte[] { (byte) 255, (byte) 200 }, coding));
		assertEquals(OptionalDouble.of(255), bytes.minimum(new byte[] { (byte) 255 }, coding));
		assertEquals(OptionalDouble.of(-3), floats.minimum(new float[] { Float.NaN, 2, -3 }, coding));
	}

	@Test
	void fillAndValueAgree() {
		assertFill(PlaneType.UINT8, 200);
		assertFill(PlaneType.UINT16, 60000);
		assertFill(PlaneType.INT16, -32768);
		assertFill(PlaneType.FLOAT32, -0.5);
		assertFill(PlaneType.RGB, 0xFF102030L);
	}

	private static void assertFill(final PlaneType type, final double value) {
		final Object plane = type.newPlane(3);
		final double before = type.value(plane, 0);
		type.fill(plane, 1, 3, value);
		assertEquals(before, type.value(plane, 0));
		assertEquals(value, type.value(plane, 1));
		assertEquals(value, type.value(plane, 2));
	}

	private static PlanePlan plan(final Slices... slices) throws DicomException {
		final List<FrameCoding> codings = new ArrayList<>();
		for (final Slices slice : slices)
			codings.add(slice.coding());
		return PlanePlan.of(codings, false);
	}

	/** The real value of a slice of one word. */
	private static double first(final PlanePlan plan, final Slices slice, final int word) throws DicomException {
		final FrameCoding coding = slice.coding();
		return real(plan, decode(plan, coding, words(coding.format(), (row, column) -> word)), 0);
	}
}
