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

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.dicomvolumes.data.DicomException;

import java.util.Arrays;
import java.util.zip.Deflater;

import org.junit.jupiter.api.Test;

/** Deflated frames, whole and broken. */
class DeflatedFrameDecoderTest extends FrameDecoderContract {

	private static final FrameShape SHAPE = new FrameShape(5, 3, 1, 16, 12);

	@Override
	protected FrameDecoder decoder() {
		return new DeflatedFrameDecoder();
	}

	@Override
	protected String family() {
		return "deflated";
	}

	@Test
	void longerFrameIsRefusedWithoutInflatingIt() {
		final String message = assertThrows(DicomException.class, () -> decode(deflate(new byte[1 << 20])))
			.getMessage();
		assertTrue(message.contains("holds more than 30 bytes; it must be 30"), message);
	}

	@Test
	void paddingToAnEvenLengthIsAllowed() throws DicomException {
		final var shape = new FrameShape(5, 3, 1, 8, 8);
		assertEquals(15, decoder().decode(deflate(new byte[16]), shape, new byte[15]).pixels());
	}

	@Test
	void cutStreamLeavesTheLeadingPixels() throws DicomException {
		final byte[] frame = new byte[30];
		for (int i = 0; i < 30; i++)
			frame[i] = (byte) (i * 37);
		final byte[] stored = deflate(frame);
		final DecodedFrame decoded = decode(Arrays.copyOf(stored, stored.length - 7));
		assertTrue(decoded.pixels() > 5 && decoded.pixels() < 15, decoded.toString());
		assertTrue(decoded.damage().contains("bytes of 30; the data are cut or damaged"), decoded.damage());
	}

	private DecodedFrame decode(final byte[] data) throws DicomException {
		return decoder().decode(data, SHAPE, new byte[(int) SHAPE.bytes()]);
	}

	private static byte[] deflate(final byte[] data) {
		final var deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true);
		deflater.setInput(data);
		deflater.finish();
		final byte[] out = new byte[data.length + 64];
		final int length = deflater.deflate(out);
		deflater.end();
		return Arrays.copyOf(out, length);
	}
}
