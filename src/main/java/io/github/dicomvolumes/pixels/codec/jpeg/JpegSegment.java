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

package io.github.dicomvolumes.pixels.codec.jpeg;

import io.github.dicomvolumes.data.DicomException;

/**
 * The parameters of a marker segment, read one after another:
 *
 * <pre>
 * FF code   marker
 * 2 bytes   length: these two and the parameters, big endian
 * ...       parameters
 * </pre>
 */
final class JpegSegment {

	private final byte[] data;
	private final int code, offset, end;
	private int position;

	/** @param offset of the marker's first byte */
	JpegSegment(final byte[] data, final int offset) throws DicomException {
		this.data = data;
		this.offset = offset;
		code = data[offset + 1] & 0xFF;
		position = offset + 2;
		if (data.length - position < 2) throw error("ends with the data, which are cut");
		final int length = (data[position] & 0xFF) << 8 | data[position + 1] & 0xFF;
		end = position + length;
		if (length < 2 || end > data.length) throw error("is " + length + " bytes long; " +
			(length < 2 ? "it must be at least 2" : "the data are cut after " + (data.length - position)));
		position += 2;
	}

	/** The second byte of the marker. */
	int code() {
		return code;
	}

	/** The byte after the segment. */
	int end() {
		return end;
	}

	int remaining() {
		return end - position;
	}

	int u8() throws DicomException {
		if (position >= end) throw error("ends within its parameters, at byte " + end);
		return data[position++] & 0xFF;
	}

	int u16() throws DicomException {
		return u8() << 8 | u8();
	}

	/** Whether the next bytes are these letters; they are passed over if so. */
	boolean startsWith(final String letters) {
		if (remaining() < letters.length()) return false;
		for (int i = 0; i < letters.length(); i++)
			if (data[position + i] != letters.charAt(i)) return false;
		position += letters.length();
		return true;
	}

	/** A failure whose message begins with the marker and its offset. */
	DicomException error(final String what) {
		return new DicomException("JPEG " + Marker.name(code) + " at byte " + offset + " " + what + ".");
	}
}
