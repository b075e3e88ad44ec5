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

package io.github.dicomvolumes.pixels.codec.jpeg2000;

import io.github.dicomvolumes.data.DicomException;

/** The bits of a packet's header, from the highest of each byte; a byte after FF has seven (T.800 B.10.1). */
final class PacketBits {

	private final byte[] data;
	private final int end;
	private int at;
	private int current;
	/** Bits of the current byte that are not read. */
	private int left;

	PacketBits(final byte[] data, final int from, final int to) {
		this.data = data;
		at = from;
		end = to;
	}

	int bit() throws DicomException {
		if (left == 0) next();
		return current >> --left & 1;
	}

	int bits(final int count) throws DicomException {
		int value = 0;
		for (int i = 0; i < count; i++)
			value = value << 1 | bit();
		return value;
	}

	private void next() throws DicomException {
		if (at >= end) throw new DicomException("the header of a packet is cut");
		left = current == 0xFF ? 7 : 8;
		current = data[at++] & 0xFF;
	}

	/** The offset of what follows the header: a last byte FF is followed by a stuffed one. */
	int end() throws DicomException {
		if (current == 0xFF) next();
		return at;
	}
}
