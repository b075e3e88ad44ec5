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

package io.github.dicomvolumes.io.header;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;

import io.github.dicomvolumes.data.PixelStorage;

/**
 * Finds where compressed streams begin, which tells frames apart that no table tells: JPEG and JPEG-LS streams begin
 * with FF D8 FF, JPEG 2000 codestreams with FF 4F FF 51, and all end with FF D9, which cannot occur within them but in
 * thumbnails.
 */
public final class StreamMarkers {

	/** Bytes of the markers that a stream begins with. */
	public static final int START_BYTES = 4;
	/** Bytes of a fragment that tell whether it begins a stream: RLE has no markers, but a header (PS3.5 G.5). */
	public static final int HEAD_BYTES = 8;
	/** Segments of an RLE frame at most, and the offset of the first, behind the header. */
	private static final int MAX_SEGMENTS = 15, FIRST_SEGMENT = 64;

	private static final int SOF55 = 0xFFF7, SOS = 0xFFDA;

	private final boolean behindEnds;
	/** The last eight bytes, enough for an end, a byte of padding and a start. */
	private long last;
	private long seen;

	/** @param behindEnds whether streams begin behind the end of another only */
	public StreamMarkers(final boolean behindEnds) {
		this.behindEnds = behindEnds;
	}

	public static boolean isStart(final byte[] head) {
		if (head.length >= START_BYTES && isStart(ByteBuffer.wrap(head).getInt())) return true;
		if (head.length < HEAD_BYTES) return false;
		final ByteBuffer header = ByteBuffer.wrap(head).order(ByteOrder.LITTLE_ENDIAN);
		final int segments = header.getInt(0);
		return segments > 0 && segments <= MAX_SEGMENTS && header.getInt(4) == FIRST_SEGMENT;
	}

	/** The standard of a stream that begins with some bytes; empty if no markers begin it. */
	static Optional<PixelStorage> storage(final byte[] head) {
		if (head.length < START_BYTES) return Optional.empty();
		final int start = ByteBuffer.wrap(head).getInt();
		if (start >>> 8 == 0xFFD8FF) return Optional.of(isJpegLs(head) ? PixelStorage.JPEG_LS : PixelStorage.JPEG);
		return start == 0xFF4FFF51 ? Optional.of(PixelStorage.JPEG_2000) : Optional.empty();
	}

	/** Whether the frame header is that of JPEG-LS; segments are skipped by their lengths. */
	private static boolean isJpegLs(final byte[] head) {
		final ByteBuffer in = ByteBuffer.wrap(head);
		int at = 2;
		while (at + 4 <= head.length) {
			final int marker = in.getShort(at) & 0xFFFF;
			if (marker == SOF55) return true;
			if (marker == SOS || marker < 0xFF00) return false;
			at += marker == 0xFFFF ? 1 : 2 + (in.getShort(at + 2) & 0xFFFF);
		}
		return false;
	}

	private static boolean isStart(final int bytes) {
		return bytes >>> 8 == 0xFFD8FF || bytes == 0xFF4FFF51;
	}

	/**
	 * Whether, with this byte, a stream has begun that is not the first: directly after the end of one, padding aside.
	 */
	public boolean isNextStart(final byte next) {
		last = last << 8 | next & 0xFF;
		seen++;
		if (!isStart((int) last)) return false;
		if (!behindEnds) return seen > START_BYTES;
		final long before = last >>> 32;
		return (before & 0xFFFF) == 0xFFD9 || (before & 0xFFFFFF) == 0xFFD900;
	}
}
