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

import java.util.ArrayList;
import java.util.List;

/** Decodes a tile: packets to blocks to coefficients to samples. */
final class TileDecoder {

	private final ImageSize size;
	private final SampleWriter[] writers;
	private final PacketReader reader;
	private final Damage damage;
	private final BlockCoder blocks = new BlockDecoder();
	private final BlockCoder htBlocks = new HtBlockDecoder();

	TileDecoder(final ImageSize size, final SampleWriter[] writers, final PacketReader reader, final Damage damage) {
		this.size = size;
		this.writers = writers;
		this.reader = reader;
		this.damage = damage;
	}

	/**
	 * Writes a tile's samples.
	 *
	 * @param data the stream
	 * @return whether its components were transformed into red, green and blue
	 */
	boolean decode(final int index, final TileParts parts, final byte[] data) throws DicomException {
		final CodingParameters parameters = parts.parameters();
		final Tile tile = new Tile(size, index, parameters);
		final Packets packets = parts.packets(data);
		final boolean colours = parameters.componentTransform && tile.components.length > 2;
		final String where = "tile " + index + ", whose packets begin at byte " + parts.offset();
		if (colours) checkColours(tile, where);
		reader.read(tile, where, parameters, packets);
		final List<TilePlane> planes = new ArrayList<>();
		for (final TileComponent component : tile.components)
			planes.add(plane(component, packets.data, where));
		if (colours) toColours(planes.get(0), planes.get(1), planes.get(2));
		for (int c = 0; c < planes.size(); c++)
			planes.get(c).write(writers[c], size.area(c));
		return colours;
	}

	private TilePlane plane(final TileComponent component, final byte[] data, final String where) {
		final TilePlane plane = new TilePlane(component);
		final BlockCoder coder = component.style.has(CodingStyle.HIGH_THROUGHPUT) ? htBlocks : blocks;
		for (final Resolution resolution : component.resolutions)
			for (final Precinct precinct : resolution.precincts())
				for (final Precinct.Blocks band : precinct.bands())
					for (final CodeBlock block : band.blocks)
						if (block != null) {
							if (!coder.decode(block, component.style, data))
								damage.add(where + ": a code-block is damaged or has more than 30 bit-planes");
							plane.put(resolution.index, block, coder.samples());
						}
		plane.transform();
		return plane;
	}

	private static void checkColours(final Tile tile, final String where) throws DicomException {
		for (int c = 1; c < 3; c++)
			if (!tile.components[c].area.equals(tile.components[0].area) ||
				tile.components[c].style.reversible() != tile.components[0].style.reversible())
				throw new DicomException("JPEG 2000: " + where +
					", transforms components of different sizes or wavelets into colours; they must be alike");
	}

	private static void toColours(final TilePlane first, final TilePlane second, final TilePlane third) {
		for (int y = 0; y < first.component.area.height(); y++)
			if (first.ints == null) ComponentTransform.irreversible(first.floats[y], second.floats[y], third.floats[y]);
			else ComponentTransform.reversible(first.ints[y], second.ints[y], third.ints[y]);
	}
}
