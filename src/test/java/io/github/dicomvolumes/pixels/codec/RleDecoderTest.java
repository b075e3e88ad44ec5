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

package io.github.dicomvolumes.pixels.codec;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.dicomvolumes.data.DicomException;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

import org.junit.jupiter.api.Test;

/** RLE frames (PS3.5 Annex G), whole and broken. */
class RleDecoderTest extends FrameDecoderContract {

	private static final FrameShape GREY8 = new FrameShape(4, 2, 1, 8, 8), GREY16 = new FrameShape(4, 2, 1, 16, 16);

	@Override
	protected FrameDecoder decoder() {
		return new RleDecoder();
	}

	@Override
	protected String family() {
		return "rle";
	}

	@Test
	void mostSignificantByteComesFirst() throws DicomException {
		final byte[] samples = new byte[16];
		final DecodedFrame decoded = decoder().decode(frame(segment(-3, 1, -3, 2), segment(3, 10, 11, 12, 13, -3, 14)),
			GREY16, samples);
		assertArrayEquals(bytes(10, 1, 11, 1, 12, 1, 13, 1, 14, 2, 14, 2, 14, 2, 14, 2), samples);
		assertEquals(new DecodedFrame(8, 16, false, DecodedFrame.Colours.UNSTATED, ""), decoded);
	}

	@Test
	void controlByteOf128IsPassedOver() throws DicomException {
		final byte[] samples = new byte[8];
		decoder().decode(frame(segment(-128, -3, 7, -128, -3, 8, -128)), GREY8, samples);
		assertArrayEquals(bytes(7, 7, 7, 7, 8, 8, 8, 8), samples);
	}

	@Test
	void pixelsOfOneBitArePacked() throws DicomException {
		final byte[] samples = new byte[9];
		decoder().decode(frame(segment(1, 0x95, 1)), new FrameShape(3, 3, 1, 1, 1), samples);
		assertArrayEquals(bytes(1, 0, 1, 0, 1, 0, 0, 1, 1), samples);
	}

	@Test
	void runBeyondTheFrameIsCut() throws DicomException {
		final byte[] samples = new byte[9];
		assertEquals("", decoder().decode(frame(segment(-100, 7)), GREY8, samples).damage());
		assertArrayEquals(bytes(7, 7, 7, 7, 7, 7, 7, 7, 0), samples);
	}

	@Test
	void cutSegmentLeavesTheLeadingPixels() throws DicomException {
		final byte[] samples = new byte[16];
		final DecodedFrame decoded = decoder().decode(frame(segment(-3, 1, -3, 2), segment(-3, 9, 3, 10, 11)), GREY16,
			samples);
		assertEquals(6, decoded.pixels());
		assertEquals("RLE segment 2 of 2, bytes 68 to 73, holds 6 bytes of 8; the data are cut or damaged.",
			decoded.damage());
		assertArrayEquals(bytes(9, 1, 9, 1, 9, 1, 9, 1, 10, 2, 11, 2), Arrays.copyOf(samples, 12));
	}

	/**
	 * A run of four bytes, 32 pixels of 54: rows of 3 bits do not end with bytes, so that runs cannot end with rows.
	 */
	@Test
	void cutPackedBitsKeepTheLeadingPixels() throws DicomException {
		final byte[] samples = new byte[54];
		final DecodedFrame decoded = decoder().decode(frame(segment(3, 0x95, 1, 0, 0x80)),
			new FrameShape(3, 18, 1, 1, 1), samples);
		assertEquals(32, decoded.pixels());
		assertArrayEquals(bytes(1, 0, 1, 0, 1, 0, 0, 1, 1, 0, 0), Arrays.copyOf(samples, 11));
		assertEquals(1, samples[31]);
	}

	@Test
	void frameOfAnotherWidthIsRefused() {
		assertMessage("its runs do not end with the rows", frame(segment(-4, 1)), GREY8);
	}

	@Test
	void wrongNumberOfSegmentsIsRefused() {
		assertMessage("says 1 segments; it must be 2", frame(segment(-7, 1)), GREY16);
		assertMessage("at most 15", frame(new byte[0][]), new FrameShape(1, 1, 4, 32, 32));
	}

	@Test
	void offsetsOutOfOrderAreRefused() {
		final byte[] frame = frame(segment(-7, 1), segment(-7, 2));
		ByteBuffer.wrap(frame).order(ByteOrder.LITTLE_ENDIAN).putInt(4, 66).putInt(8, 64);
		assertMessage("at byte 8 that segment 2 begins at byte 64; it must be at least 66", frame, GREY16);
		ByteBuffer.wrap(frame).order(ByteOrder.LITTLE_ENDIAN).putInt(4, -1);
		assertMessage("begins at byte 4294967295", frame, GREY16);
		ByteBuffer.wrap(frame).order(ByteOrder.LITTLE_ENDIAN).putInt(4, 12);
		assertMessage("must be at least 64", frame, GREY16);
	}

	private void assertMessage(final String part, final byte[] data, final FrameShape shape) {
		final String message = assertThrows(DicomException.class,
			() -> decoder().decode(data, shape, new byte[(int) shape.bytes()])).getMessage();
		assertTrue(message.contains(part), message);
	}

	/** The header and its segments. */
	private static byte[] frame(final byte[]... segments) {
		final int length = Arrays.stream(segments).mapToInt(segment -> segment.length).sum();
		final var frame = ByteBuffer.allocate(64 + length).order(ByteOrder.LITTLE_ENDIAN).putInt(segments.length);
		for (int i = 0, offset = 64; i < segments.length; offset += segments[i++].length)
			frame.putInt(offset);
		frame.position(64);
		for (final byte[] segment : segments)
			frame.put(segment);
		return frame.array();
	}

	private static byte[] segment(final int... bytes) {
		return bytes(bytes);
	}

	private static byte[] bytes(final int... values) {
		final byte[] bytes = new byte[values.length];
		for (int i = 0; i < bytes.length; i++)
			bytes[i] = (byte) values[i];
		return bytes;
	}
}
