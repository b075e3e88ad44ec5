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

package io.github.dicomvolumes.pixels.codec.jpegls;

import io.github.dicomvolumes.data.DicomException;

/**
 * A marker and the bytes that belong to it (T.81 B.1.1).
 *
 * <pre>
 * FF code  length (2 bytes, with themselves)  contents
 *          only if {@link #hasLength}
 * </pre>
 *
 * @param code second byte of the marker
 * @param offset of the marker's 0xFF in {@code data}
 * @param start offset of the contents
 * @param end offset behind the contents
 */
record MarkerSegment(byte[] data, int code, int offset, int start, int end) {

	static final int SOI = 0xD8;
	static final int EOI = 0xD9;
	static final int SOS = 0xDA;
	static final int DNL = 0xDC;
	static final int DRI = 0xDD;
	static final int APP0 = 0xE0;
	static final int APP8 = 0xE8;
	static final int APP15 = 0xEF;
	/** Start of a JPEG-LS frame, SOF55. */
	static final int SOF = 0xF7;
	/** JPEG-LS parameters. */
	static final int LSE = 0xF8;
	static final int COM = 0xFE;

	/** The segment whose marker, after any number of fill bytes 0xFF, is at {@code offset}. */
	static MarkerSegment at(final byte[] data, final int offset) throws DicomException {
		int at = offset;
		while (at + 1 < data.length && data[at] == (byte) 0xFF && data[at + 1] == (byte) 0xFF)
			at++;
		if (at + 1 >= data.length)
			throw new DicomException("The JPEG-LS stream ends at byte " + data.length + " where a marker must be");
		final int code = data[at + 1] & 0xFF;
		if (data[at] != (byte) 0xFF || code == 0) throw new DicomException(
			String.format("JPEG-LS: byte %d is %02X%02X where a marker (FFxx) must be", at, data[at], code));
		if (!hasLength(code)) return new MarkerSegment(data, code, at, at + 2, at + 2);
		final int length = at + 4 > data.length ? 0 : (data[at + 2] & 0xFF) << 8 | data[at + 3] & 0xFF;
		final MarkerSegment segment = new MarkerSegment(data, code, at, at + 4, at + 2 + length);
		if (length < 2 || segment.end > data.length)
			throw segment.wrong("a length of " + length + " bytes, but " + (data.length - at - 2) + " bytes follow");
		return segment;
	}

	private static boolean hasLength(final int code) {
		return code > 0x01 && (code < 0xD0 || code > EOI);
	}

	/** Number of bytes of the contents. */
	int length() {
		return end - start;
	}

	/** The number in a byte of the contents. */
	int byteAt(final int index) throws DicomException {
		return (int) numberAt(index, 1);
	}

	/** The number in two bytes of the contents. */
	int shortAt(final int index) throws DicomException {
		return (int) numberAt(index, 2);
	}

	/** The number in up to four bytes of the contents, high byte first. */
	long numberAt(final int index, final int bytes) throws DicomException {
		if (start + index + bytes > end) throw wrong("too short: " + length() + " bytes");
		long number = 0;
		for (int i = 0; i < bytes; i++)
			number = number << 8 | data[start + index + i] & 0xFF;
		return number;
	}

	/** Whether the contents begin with these characters. */
	boolean beginsWith(final String ascii) {
		if (length() < ascii.length()) return false;
		for (int i = 0; i < ascii.length(); i++)
			if (data[start + i] != ascii.charAt(i)) return false;
		return true;
	}

	/** The failure that {@code what} is at this marker. */
	DicomException wrong(final String what) {
		return new DicomException(String.format("JPEG-LS marker FF%02X at byte %d: %s", code, offset, what));
	}
}
