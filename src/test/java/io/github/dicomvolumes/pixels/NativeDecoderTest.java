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
import static io.github.dicomvolumes.pixels.Slices.slice;
import static io.github.dicomvolumes.pixels.Slices.words;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.dicomvolumes.data.DicomException;
import io.github.dicomvolumes.data.Tag;
import io.github.dicomvolumes.data.TransferSyntax;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;

/**
 * Law: whatever the format, byte order, kind of buffer and size of chunks, decoding gives what the
 * {@link ReferenceDecoder} reads bit by bit.
 */
class NativeDecoderTest {

	private static final TransferSyntax[] ORDERS = { TransferSyntax.EXPLICIT_LITTLE_ENDIAN,
		TransferSyntax.EXPLICIT_BIG_ENDIAN };

	private final Random random = new Random(42);

	// -- The cases of the specification --

	@Test
	void overlayHighBits() throws DicomException {
		final Slices slice = slice().bits(16, 12, 11, false);
		assertStored(slice, (row, column) -> 0x8000 | 10 * row + column, (row, column) -> 10 * row + column);
	}

	@Test
	void signed12In16() throws DicomException {
		final Slices slice = slice().bits(16, 12, 11, true);
		assertStored(slice, (row, column) -> -200 + 10 * row + column & 0x0FFF,
			(row, column) -> -200 + 10 * row + column);
		assertStored(slice, (row, column) -> -200 + 10 * row + column, (row, column) -> -200 + 10 * row + column);
	}

	@Test
	void highBit15Stored12() throws DicomException {
		assertStored(slice().bits(16, 12, 15, false), (row, column) -> 10 * row + column << 4 | 0xF,
			(row, column) -> 10 * row + column);
	}

	@Test
	void signed16IsHeldWithAnOffset() throws DicomException {
		final FrameCoding coding = slice().bits(16, 16, 15, true).coding();
		final PlanePlan plan = PlanePlan.of(List.of(coding), false);
		final short[] plane = (short[]) decode(plan, coding, words(coding.format(), (row, column) -> -1024));
		assertEquals(31744, plane[0]);
	}

	@Test
	void unsigned32() throws DicomException {
		final FrameCoding coding = slice().bits(32, 32, 31, false).with(Tag.ROWS, 1).with(Tag.COLUMNS, 2).coding();
		final PlanePlan plan = PlanePlan.of(List.of(coding), false);
		final ByteBuffer bytes = ByteBuffer.allocate(8)
			.order(ByteOrder.LITTLE_ENDIAN)
			.putInt(4125)
			.putInt(0xFFFFFF00)
			.flip();
		assertArrayEquals(new float[] { 4125, 4294967040f }, (float[]) decode(plan, coding, bytes));
	}

	@Test
	void rgbInterleavedAndPlanarAreTheSame() throws DicomException {
		final byte[] interleaved = { 1, 2, 3, (byte) 255, 128 - 256, 0 },
			planar = { 1, (byte) 255, 2, 128 - 256, 3, 0 };
		final int[] expected = { 0xFF010203, 0xFFFF8000 };
		for (final boolean isPlanar : new boolean[] { false, true }) {
			final FrameCoding coding = slice().rgb(isPlanar).with(Tag.ROWS, 1).with(Tag.COLUMNS, 2).coding();
			final PlanePlan plan = PlanePlan.of(List.of(coding), false);
			assertArrayEquals(expected, (int[]) decode(plan, coding, ByteBuffer.wrap(isPlanar ? planar : interleaved)));
		}
	}

	/** As in pydicom's SC_rgb_small_odd_big_endian.dcm: OW, 3 x 3 pixels of RGB in 14 words. */
	@Test
	void oddRgbInBigEndianWords() throws DicomException {
		final FrameCoding coding = slice().rgb(false)
			.with(Tag.ROWS, 3)
			.with(Tag.COLUMNS, 3)
			.coding(TransferSyntax.EXPLICIT_BIG_ENDIAN);
		final PlanePlan plan = PlanePlan.of(List.of(coding), false);
		final ByteBuffer bytes = ByteBuffer.allocate(28);
		for (final int word : new int[] { 0x8da6, 0xa634, 0x348d, 0x8da6, 0x3f34, 0xb057, 0x573f, 0x3fb0, 0xb057,
			0x9e9e, 0x9e9e, 0x9e9e, 0x9e9e, 0x009e })
			bytes.putShort((short) word);
		final int[] plane = (int[]) decode(plan, coding, bytes.flip());
		assertArrayEquals(new int[] { 0xFFA68D34, 0xFFA68D34, 0xFFA68D34, 0xFF3F57B0, 0xFF3F57B0, 0xFF3F57B0,
			0xFF9E9E9E, 0xFF9E9E9E, 0xFF9E9E9E }, plane);
	}

	// -- Laws --

	@Test
	void everyIntegerFormatIsAsTheReference() throws DicomException {
		for (final int allocated : new int[] { 8, 16, 32 })
			for (int stored = 1; stored <= allocated; stored++)
				for (final boolean signed : new boolean[] { false, true })
					for (final TransferSyntax order : ORDERS) {
						final int high = stored - 1 + random.nextInt(allocated - stored + 1);
						final Slices slice = slice().bits(allocated, stored, high, signed)
							.rescale(0.1 + random.nextDouble(), 100 * random.nextGaussian());
						assertAsReference(slice.coding(order), false);
						assertAsReference(slice.coding(order), true);
					}
	}

	@Test
	void floatingPointIsAsTheReference() throws DicomException {
		for (final int tag : new int[] { Tag.FLOAT_PIXEL_DATA, Tag.DOUBLE_FLOAT_PIXEL_DATA })
			for (final TransferSyntax order : ORDERS)
				for (final double slope : new double[] { 1, 1.5 })
					assertAsReference(FrameCoding.of(slice().rescale(slope, 0).attributes(), order, tag, note -> {}),
						false);
	}

	@Test
	void colourIsAsTheReference() throws DicomException {
		for (final boolean planar : new boolean[] { false, true })
			for (final TransferSyntax order : ORDERS)
				for (int columns = 1; columns < 20; columns++)
					assertAsReference(slice().rgb(planar).with(Tag.COLUMNS, columns).with(Tag.ROWS, 3).coding(order),
						false);
	}

	@Test
	void mixedFormatsInOnePlan() throws DicomException {
		final List<FrameCoding> codings = new ArrayList<>();
		for (final int allocated : new int[] { 8, 16, 32 })
			for (final TransferSyntax order : ORDERS) {
				codings.add(slice().bits(allocated, 8, 7, true).coding(order));
				codings.add(slice().bits(allocated, 8, 7, false).coding(order));
			}
		final PlanePlan plan = PlanePlan.of(codings, false);
		assertEquals(PlaneType.INT16, plan.type());
		for (final FrameCoding coding : codings)
			assertAsReference(plan, coding);
	}

	@Test
	void largeFramesAreMoreThanOneBlock() throws DicomException {
		final List<Slices> slices = List.of(slice().bits(8, 7, 7, true), slice().bits(16, 12, 13, true),
			slice().bits(32, 16, 20, true), slice().rgb(false), slice().rgb(true));
		for (final Slices slice : slices)
			for (final boolean real : new boolean[] { false, true })
				assertAsReference(slice.with(Tag.ROWS, 101).with(Tag.COLUMNS, 103).coding(), real);
	}

	// -- Truncated frames --

	@Test
	void truncatedLeavesTheRestUntouched() throws DicomException {
		final FrameCoding coding = slice().coding();
		final PlanePlan plan = PlanePlan.of(List.of(coding), false);
		final NativeDecoder decoder = NativeDecoder.of(plan, coding);
		final short[] plane = new short[192];
		plan.type().fill(plane, 0, 192, 7);
		final ByteBuffer bytes = words(coding.format(), (row, column) -> 1).limit(285);
		assertEquals(284, decoder.decode(bytes, plane, 0));
		assertEquals(1, bytes.remaining());
		assertEquals(142, decoder.completePixels(284));
		assertEquals(1, plane[141]);
		assertEquals(7, plane[142]);
	}

	@Test
	void truncatedPlanarIsCompleteWhereAllComponentsAre() throws DicomException {
		final FrameCoding coding = slice().rgb(true).coding();
		final NativeDecoder decoder = NativeDecoder.of(PlanePlan.of(List.of(coding), false), coding);
		assertEquals(0, decoder.completePixels(384));
		assertEquals(10, decoder.completePixels(394));
		assertEquals(192, decoder.completePixels(576));
	}

	@Test
	void tooLongIsReadToTheEndOfTheFrame() throws DicomException {
		final FrameCoding coding = slice().coding();
		final NativeDecoder decoder = NativeDecoder.of(PlanePlan.of(List.of(coding), false), coding);
		final ByteBuffer bytes = ByteBuffer.allocate(384 + 64);
		assertEquals(384, decoder.decode(bytes, new short[192], 0));
		assertEquals(64, bytes.remaining());
		assertEquals(0, decoder.decode(bytes, new short[192], 384));
	}

	@Test
	void refusesWrongOffsetsAndFormats() throws DicomException {
		final FrameCoding coding = slice().coding();
		final PlanePlan plan = PlanePlan.of(List.of(coding), false);
		final NativeDecoder decoder = NativeDecoder.of(plan, coding);
		final ByteBuffer bytes = ByteBuffer.allocate(8);
		for (final long offset : new long[] { -2, 1, 386 })
			assertThrows(IllegalArgumentException.class, () -> decoder.decode(bytes, new short[192], offset));
		final FrameCoding packed = slice().bits(1, 1, 0, false).coding();
		assertThrows(IllegalArgumentException.class, () -> NativeDecoder.of(plan, packed));
	}

	// -- Helpers --

	private static void assertStored(final Slices slice, final Slices.Pixel words, final Slices.Pixel stored)
		throws DicomException
	{
		final FrameCoding coding = slice.coding();
		final PlanePlan plan = PlanePlan.of(List.of(coding), false);
		final Object plane = decode(plan, coding, words(coding.format(), words));
		for (int i = 0; i < 192; i++)
			assertEquals(stored.word(i / 16, i % 16), plan.type().value(plane, i));
	}

	private void assertAsReference(final FrameCoding coding, final boolean real) throws DicomException {
		assertAsReference(PlanePlan.of(List.of(coding), real), coding);
	}

	/** Of random bytes: at once, and in chunks of random size from a direct buffer at a random position. */
	private void assertAsReference(final PlanePlan plan, final FrameCoding coding) throws DicomException {
		final NativeDecoder decoder = NativeDecoder.of(plan, coding);
		final int pixels = coding.format().pixels();
		final byte[] bytes = new byte[(int) decoder.frameBytes()];
		random.nextBytes(bytes);

		final Object whole = plan.type().newPlane(pixels);
		assertEquals(bytes.length, decoder.decode(ByteBuffer.wrap(bytes), whole, 0));
		for (int i = 0; i < pixels; i++)
			assertEquals(ReferenceDecoder.held(plan, coding, bytes, i), plan.type().value(whole, i), 0,
				coding + ", pixel " + i);

		final Object chunked = plan.type().newPlane(pixels);
		int offset = 0;
		while (offset < bytes.length) {
			final int size = decoder.unitBytes() + random.nextInt(bytes.length), start = random.nextInt(5);
			final ByteBuffer chunk = ByteBuffer.allocateDirect(start + size)
				.position(start)
				.put(bytes, offset, Math.min(size, bytes.length - offset))
				.flip()
				.position(start);
			final int remaining = chunk.remaining(), decoded = decoder.decode(chunk, chunked, offset);
			assertEquals(remaining - decoded, chunk.remaining());
			offset += decoded;
		}
		assertEquals(pixels, decoder.completePixels(offset));
		for (int i = 0; i < pixels; i++)
			assertEquals(plan.type().value(whole, i), plan.type().value(chunked, i));
	}
}
