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

package io.github.dicomvolumes.export.file;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

import io.github.dicomvolumes.data.Element;
import io.github.dicomvolumes.data.Tag;
import io.github.dicomvolumes.data.VR;

/** Makes the element of the pixel data of one frame (PS3.5 8, A.4). */
public final class PixelElement {

	/** The transfer syntax of {@link #ofRle}. */
	public static final String RLE = "1.2.840.10008.1.2.5";

	private PixelElement() {}

	/**
	 * Pixels that are not compressed.
	 *
	 * @param samples little endian; not copied
	 * @param bits of a sample, 8 or 16
	 */
	public static StreamedElement of(final byte[] samples, final int bits) {
		final boolean isOdd = samples.length % 2 != 0;
		return new StreamedElement(Tag.PIXEL_DATA, bits > Byte.SIZE ? VR.OW : VR.OB, samples.length + (isOdd ? 1 : 0),
			out -> {
				out.write(samples);
				if (isOdd) out.write(0);
			});
	}

	/** One frame as one fragment, compressed as {@link RleEncoder} does; the table of offsets is empty. */
	public static StreamedElement ofRle(final byte[] samples, final int columns, final int samplesPerPixel,
		final int bytesPerSample)
	{
		return new StreamedElement(Tag.PIXEL_DATA, VR.OB, Element.UNDEFINED_LENGTH, out -> {
			final byte[] fragment = RleEncoder.encode(samples, columns, samplesPerPixel, bytesPerSample);
			item(Tag.ITEM, 0, out);
			item(Tag.ITEM, fragment.length, out);
			out.write(fragment);
			item(Tag.SEQUENCE_DELIMITATION_ITEM, 0, out);
		});
	}

	private static void item(final int tag, final int length, final OutputStream out) throws IOException {
		final ByteBuffer header = ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN);
		header.putShort((short) Tag.group(tag)).putShort((short) Tag.element(tag)).putInt(length);
		out.write(header.array());
	}
}
