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
import java.util.ArrayList;
import java.util.List;

/** What the stream has of one tile: the parameters of its headers, and the ranges of its packets, part by part. */
final class TileParts {

	/** Packets of a tile-part: bytes of the stream. */
	private record Range(int from, int to) {}

	private final CodingParameters parameters;
	/** Of the current part (PPT). */
	private PackedHeaders packed = new PackedHeaders();
	/** Of all parts (PPM, PPT). */
	private final ByteArrayOutputStream headers = new ByteArrayOutputStream();
	private final List<Range> ranges = new ArrayList<>();

	TileParts(final CodingParameters main) {
		parameters = main.forTile();
	}

	/** The tile's own parameters. */
	CodingParameters parameters() {
		return parameters;
	}

	/** Takes in a marker segment of the header of a part. */
	void take(final MarkerSegment segment) throws DicomException {
		if (segment.marker() == Marker.PPT) packed.take(segment);
		else parameters.take(segment);
	}

	/**
	 * Ends the header of a part.
	 *
	 * @param main headers of packets in PPM
	 * @param from the first byte of packets
	 */
	void end(final PackedHeaders main, final int from, final int to) {
		main.nextTilePart(headers);
		headers.writeBytes(packed.joined());
		packed = new PackedHeaders();
		ranges.add(new Range(from, to));
	}

	/** The offset of the first packet in the stream. */
	int offset() {
		return ranges.get(0).from;
	}

	/** The packets of all parts, and where their headers are. */
	Packets packets(final byte[] data) {
		final Packets body;
		if (ranges.size() == 1) body = new Packets(data, ranges.get(0).from, ranges.get(0).to);
		else {
			final ByteArrayOutputStream out = new ByteArrayOutputStream();
			for (final Range range : ranges)
				out.write(data, range.from, range.to - range.from);
			body = new Packets(out.toByteArray(), 0, out.size());
		}
		return headers.size() == 0 ? body : body.withHeaders(headers.toByteArray());
	}
}
