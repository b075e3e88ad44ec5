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

package io.github.dicomvolumes.export.segmentation;

import java.io.IOException;
import java.io.OutputStream;

/** Writes bits, the first of a byte in its lowest place; frames follow each other without padding (PS3.5 8.1.1). */
final class BitPacker {

	private final OutputStream out;
	private final byte[] buffer = new byte[1 << 13];
	/** Whole bytes in the buffer. */
	private int length;
	private int bits, count;

	BitPacker(final OutputStream out) {
		this.out = out;
	}

	/** Writes a bit for each pixel: whether it has this label. */
	void write(final int[] labels, final int label) throws IOException {
		for (final int other : labels) {
			if (other == label) bits |= 1 << count;
			if (++count == Byte.SIZE) flushByte();
		}
	}

	/** Writes the last bits, and a byte more if their number is odd. */
	void finish(final long written) throws IOException {
		if (count > 0) flushByte();
		out.write(buffer, 0, length);
		length = 0;
		if (written % 2 != 0) out.write(0);
	}

	private void flushByte() throws IOException {
		if (length == buffer.length) {
			out.write(buffer, 0, length);
			length = 0;
		}
		buffer[length++] = (byte) bits;
		bits = count = 0;
	}
}
