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

import io.github.dicomvolumes.data.DicomException;
import io.github.dicomvolumes.pixels.codec.DecodedFrame.Colours;

import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Decodes Deflated Image Frame Compression (PS3.5 A.4.13): the bytes of an uncompressed little endian frame, deflated
 * (RFC 1951, without header or checksum). Pixels of one bit are packed in it.
 */
public final class DeflatedFrameDecoder implements FrameDecoder {

	@Override
	public DecodedFrame decode(final byte[] data, final FrameShape shape, final byte[] samples) throws DicomException {
		final int pixels = shape.columns() * shape.rows();
		final boolean bits = shape.bitsAllocated() == 1;
		if (bits && shape.samplesPerPixel() > 1)
			throw new DicomException("Deflated frames of 1 bit and more than one sample are not defined (PS3.5 8.2).");
		final int bytes = bits ? PackedBits.bytes(pixels) : (int) shape.bytes();
		final var inflater = new Inflater(true);
		try {
			inflater.setInput(data);
			final int done = inflate(inflater, samples, bytes);
			final int complete = bits ? (int) Math.min(pixels, done * 8L)
				: done / (shape.bytesPerSample() * shape.samplesPerPixel());
			if (inflater.finished() && done < bytes || done == bytes && holdsMore(inflater, bytes))
				throw new DicomException("The deflated frame, ended at byte " + inflater.getBytesRead() + ", holds " +
					(done < bytes ? "" : "more than ") + done + " bytes; it must be " + bytes + " (PS3.5 A.4.13).");
			if (complete == 0) throw new DicomException("No pixel is complete: " + cut(inflater, done, bytes));
			if (bits) PackedBits.unpack(samples, pixels);
			return new DecodedFrame(complete, shape.bitsStored(), false, Colours.UNSTATED,
				done < bytes ? cut(inflater, done, bytes) : "");
		}
		finally {
			inflater.end();
		}
	}

	/** Inflates until the frame is full, the stream ends, or its bytes make no sense. */
	private static int inflate(final Inflater inflater, final byte[] samples, final int bytes) {
		final long before = inflater.getBytesWritten();
		int done = 0;
		try {
			while (done < bytes) {
				final int n = inflater.inflate(samples, done, bytes - done);
				if (n == 0) break;
				done += n;
			}
		}
		catch (final DataFormatException exc) {
			return (int) (inflater.getBytesWritten() - before);
		}
		return done;
	}

	/** Whether the stream goes on after the frame, by more than the byte that makes its length even. */
	private static boolean holdsMore(final Inflater inflater, final int bytes) {
		final int padding = bytes % 2;
		return inflate(inflater, new byte[padding + 1], padding + 1) > padding;
	}

	private static String cut(final Inflater inflater, final int done, final int bytes) {
		return "The deflated frame makes no sense or ends at byte " + inflater.getBytesRead() + ", after " + done +
			" bytes of " + bytes + "; the data are cut or damaged.";
	}
}
