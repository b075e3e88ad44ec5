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
import io.github.dicomvolumes.pixels.codec.FrameShape;

import java.util.Map;
import java.util.TreeMap;

/**
 * The headers of a codestream and where the packets of each tile are (T.800 A.3):
 *
 * <pre>
 * | SOC | SIZ | other segments of the main header | SOT | segments of the tile-part | SOD | packets | SOT | ... | EOC |
 * </pre>
 */
final class Codestream {

	private final byte[] data;
	private final Damage damage;
	private final ImageSize size;
	private final CodingParameters main;
	private final PackedHeaders packed = new PackedHeaders();
	private final Map<Integer, TileParts> tiles = new TreeMap<>();

	private Codestream(final byte[] data, final Damage damage, final ImageSize size) {
		this.data = data;
		this.damage = damage;
		this.size = size;
		main = new CodingParameters(size.components().length);
	}

	/**
	 * Reads all headers.
	 *
	 * @param start of SOC
	 * @throws DicomException if the main header cannot be read or contradicts the shape, or no tile-part follows. What
	 *         is wrong after that is damage
	 */
	static Codestream read(final byte[] data, final int start, final FrameShape shape, final Damage damage)
		throws DicomException
	{
		final MarkerSegment siz = MarkerSegment.at(data, start + 2);
		if (siz.marker() != Marker.SIZ) throw siz.wrong("that it follows SOC", "SIZ that does");
		final Codestream stream = new Codestream(data, damage, ImageSize.read(siz, shape));
		stream.tileParts(stream.mainHeader(siz.end()));
		if (stream.tiles.isEmpty()) throw new DicomException("JPEG 2000: no packets of any tile before byte " +
			data.length + ", the end" + (damage.text().isEmpty() ? "" : "; " + damage.text()));
		return stream;
	}

	ImageSize size() {
		return size;
	}

	/** The tiles of which the stream has something, by their number. */
	Map<Integer, TileParts> tiles() {
		return tiles;
	}

	/** The offset of the first SOT. */
	private int mainHeader(final int start) throws DicomException {
		int at = start;
		while (MarkerSegment.u16(data, at) != Marker.SOT) {
			final MarkerSegment segment = segment(at);
			switch (segment.marker()) {
				case Marker.PPM -> packed.take(segment);
				case Marker.CAP -> HtCapabilities.check(segment);
				default -> main.take(segment);
			}
			at = segment.end();
		}
		main.check(at);
		return at;
	}

	/** The segment at an offset within a header. */
	private MarkerSegment segment(final int at) throws DicomException {
		final MarkerSegment segment = MarkerSegment.at(data, at);
		if (segment.marker() < 0xFF30 || segment.marker() == Marker.SOC || segment.marker() == Marker.EOC)
			throw segment.wrong("itself in a header", "the marker of a segment");
		return segment;
	}

	private void tileParts(final int start) {
		int at = start;
		try {
			while (MarkerSegment.u16(data, at) == Marker.SOT)
				at = tilePart(at);
			if (MarkerSegment.u16(data, at) != Marker.EOC && at < data.length - 1)
				damage.add(String.format("%04X at byte %d, where a tile-part or the end (EOC) must be",
					MarkerSegment.u16(data, at), at));
		}
		catch (final DicomException exc) {
			damage.add(exc.getMessage());
		}
	}

	/** The offset of what follows the tile-part at an offset. */
	private int tilePart(final int start) throws DicomException {
		final MarkerSegment sot = MarkerSegment.at(data, start);
		final int tile = sot.u16();
		final long length = sot.u32();
		if (tile >= size.tiles()) throw sot.wrong("tile " + tile, "less than " + size.tiles());
		final TileParts parts = tiles.containsKey(tile) ? tiles.get(tile) : new TileParts(main);
		int at = sot.end();
		while (MarkerSegment.u16(data, at) != Marker.SOD) {
			final MarkerSegment segment = segment(at);
			parts.take(segment);
			at = segment.end();
		}
		parts.parameters().check(at);
		at += 2;
		final long end = length == 0 ? data.length : start + length;
		if (end < at) throw sot.wrong("length " + length, "0 or more than " + (at - start) + ", that of the header");
		if (end > data.length) damage.add(
			"the tile-part at byte " + start + " has " + length + " bytes, the stream only " + (data.length - start));
		parts.end(packed, at, (int) Math.min(end, data.length));
		tiles.put(tile, parts);
		return (int) Math.min(end, data.length);
	}
}
