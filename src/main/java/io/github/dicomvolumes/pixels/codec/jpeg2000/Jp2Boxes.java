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

/**
 * Finds the codestream in the boxes of a JP2 file, which DICOM does not allow (PS3.5 A.4.4) but meets (T.800 I.4):
 *
 * <pre>
 * | length, 4 bytes, 0: to the end, 1: extended | type, 4 bytes | extended length, 8 bytes, if length is 1 | contents |
 * </pre>
 */
final class Jp2Boxes {

	private static final int SIGNATURE = 0x6A502020; // "jP  "
	private static final int CODESTREAM = 0x6A703263; // "jp2c"

	/** The offset of the codestream's SOC: 0 where there are no boxes. */
	static int codestream(final byte[] data) throws DicomException {
		if (MarkerSegment.u16(data, 0) == Marker.SOC) return 0;
		if (u32(data, 4) != SIGNATURE) throw new DicomException(String.format(
			"JPEG 2000: byte 0 of %d begins with %04X; it must be SOC (FF4F) or the signature box of a JP2 file",
			data.length, MarkerSegment.u16(data, 0)));
		long at = 0;
		while (at + 8 <= data.length) {
			final long length = u32(data, (int) at);
			final boolean extended = length == 1;
			final long bytes = extended ? u32(data, (int) at + 8) << 32 | u32(data, (int) at + 12) : length;
			if (u32(data, (int) at + 4) == CODESTREAM) return start(data, at + (extended ? 16 : 8));
			if (bytes < 8 || bytes > data.length) break;
			at += bytes;
		}
		throw new DicomException("JPEG 2000: no codestream box (jp2c) up to byte " + at + " of " + data.length +
			" of the JP2 file: it is cut or damaged");
	}

	private static int start(final byte[] data, final long at) throws DicomException {
		if (at < data.length && MarkerSegment.u16(data, (int) at) == Marker.SOC) return (int) at;
		throw new DicomException("JPEG 2000: the codestream box (jp2c) before byte " + at + " of " + data.length +
			" does not begin with SOC");
	}

	private static long u32(final byte[] data, final int at) {
		return (long) MarkerSegment.u16(data, at) << 16 | MarkerSegment.u16(data, at + 2);
	}

	private Jp2Boxes() {}
}
