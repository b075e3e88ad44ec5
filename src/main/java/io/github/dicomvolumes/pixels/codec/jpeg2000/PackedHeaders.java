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

import java.io.ByteArrayOutputStream;
import java.util.Map;
import java.util.TreeMap;

/**
 * Headers of packets that stand together in the main header (PPM) or in that of a tile-part (PPT): marker segments with
 * an index, by which they are put into order (T.800 A.7.4, A.7.5).
 */
final class PackedHeaders {

	private final Map<Integer, byte[]> segments = new TreeMap<>();
	private byte[] joined;
	/** Of the next tile-part's headers in the joined ones. */
	private int at;

	void take(final MarkerSegment segment) throws DicomException {
		final int index = segment.u8();
		if (segments.put(index, segment.rest()) != null) throw segment.wrong("index " + index + " again", "another");
		joined = null;
	}

	/** All headers. */
	byte[] joined() {
		if (joined == null) {
			final ByteArrayOutputStream out = new ByteArrayOutputStream();
			segments.values().forEach(out::writeBytes);
			joined = out.toByteArray();
		}
		return joined;
	}

	/** Appends the headers of the next tile-part of PPM, each of which begins with its length in four bytes. */
	void nextTilePart(final ByteArrayOutputStream headers) {
		final byte[] all = joined();
		if (at + 4 > all.length) return;
		final long length = (long) MarkerSegment.u16(all, at) << 16 | MarkerSegment.u16(all, at + 2);
		at += 4;
		final int there = (int) Math.min(length, all.length - at);
		headers.write(all, at, there);
		at += there;
	}
}
