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

import java.util.Arrays;

/**
 * Reads the parameters of one marker segment, big endian (T.800 A.1.2):
 *
 * <pre>
 * | marker, 2 bytes | length, 2 bytes, counts itself | parameters |
 * </pre>
 */
final class MarkerSegment {

	private final byte[] data;
	private final int marker;
	/** Of the marker in the data. */
	private final int offset;
	private final int end;
	private int at;

	private MarkerSegment(final byte[] data, final int offset, final int end) {
		this.data = data;
		this.offset = offset;
		this.end = end;
		marker = u16(data, offset);
		at = offset + 4;
	}

	/** The segment of the marker at an offset. */
	static MarkerSegment at(final byte[] data, final int offset) throws DicomException {
		final int length = offset + 4 <= data.length ? u16(data, offset + 2) : 0;
		if (length < 2 || offset + 2 + length > data.length)
			throw new DicomException("JPEG 2000: " + Marker.name(u16(data, offset)) + " at byte " + offset +
				" has length " + length + "; the stream has " + data.length + " bytes: it is cut or damaged");
		return new MarkerSegment(data, offset, offset + 2 + length);
	}

	/** Two bytes, or 0 beyond the end. */
	static int u16(final byte[] data, final int at) {
		return at + 2 <= data.length ? (data[at] & 0xFF) << 8 | data[at + 1] & 0xFF : 0;
	}

	int marker() {
		return marker;
	}

	/** The offset of what follows. */
	int end() {
		return end;
	}

	int left() {
		return end - at;
	}

	int u8() throws DicomException {
		if (at >= end) throw wrong("length " + (end - offset - 2), "more bytes");
		return data[at++] & 0xFF;
	}

	int u16() throws DicomException {
		return u8() << 8 | u8();
	}

	long u32() throws DicomException {
		return (long) u16() << 16 | u16();
	}

	/** A component's number, which takes two bytes where there are more than 256 (Table A.16). */
	int component(final int components) throws DicomException {
		final int component = components < 257 ? u8() : u16();
		if (component >= components) throw wrong("component " + component, "less than " + components);
		return component;
	}

	/** The bytes that are left. */
	byte[] rest() {
		return Arrays.copyOfRange(data, at, end);
	}

	/** A failure that names marker and offset, what was found, and what it must be. */
	DicomException wrong(final String found, final String rule) {
		return new DicomException(
			"JPEG 2000: " + Marker.name(marker) + " at byte " + offset + " says " + found + "; it must be " + rule);
	}
}
