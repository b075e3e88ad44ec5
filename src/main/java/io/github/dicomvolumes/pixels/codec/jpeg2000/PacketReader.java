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

/** Reads the packets of tiles in their order, as far as they go. */
final class PacketReader {

	/** Of a tile; more are refused. */
	private static final int MOST_PRECINCTS = 1 << 19;

	private final Damage damage;
	/** Precincts that may yet be looked at: a stream can name orders of packets without end in a few bytes. */
	private long looks;
	private int read;

	/** @param bytes of the stream */
	PacketReader(final Damage damage, final int bytes) {
		this.damage = damage;
		looks = 1_000_000 + 20L * bytes;
	}

	/** Packets read so far. */
	int read() {
		return read;
	}

	/**
	 * Reads all packets of a tile.
	 *
	 * @param where the tile is, for messages
	 */
	void read(final Tile tile, final String where, final CodingParameters parameters, final Packets packets) {
		final TileVisitor visitor = new TileVisitor(parameters, packets);
		try {
			for (final Progression run : parameters.progressions())
				if (!ProgressionOrder.walk(tile, run, visitor)) {
					damage.add(where + ", ends before its last packet");
					return;
				}
		}
		catch (final DicomException exc) {
			damage.add(where + ": " + exc.getMessage());
		}
	}

	private final class TileVisitor implements ProgressionOrder.Visitor {

		private final int layers;
		private final Packets packets;
		private final PacketHeader header;
		private int precincts;

		private TileVisitor(final CodingParameters parameters, final Packets packets) {
			layers = parameters.layers;
			this.packets = packets;
			header = new PacketHeader(packets);
		}

		@Override
		public void look(final long count) throws DicomException {
			looks -= count;
			if (looks < 0) throw new DicomException("more precincts to look at than a stream of its size can have");
		}

		@Override
		public boolean visit(final Resolution resolution, final int column, final int row, final int toLayer)
			throws DicomException
		{
			look(1);
			final Precinct precinct = resolution.precinct(column, row);
			if (precinct.layers == 0 && ++precincts > MOST_PRECINCTS)
				throw new DicomException("more than " + MOST_PRECINCTS + " precincts");
			while (precinct.layers < Math.min(toLayer, layers)) {
				if (packets.isEmpty()) return false;
				header.read(precinct, resolution.style);
				read++;
			}
			return true;
		}
	}
}
