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

import java.util.List;

/** Reads the packets of tiles in their order, as far as they go. */
final class PacketReader {

	private final Damage damage;
	/** Precincts that may yet be looked at: a stream names orders of packets without end in a few bytes. */
	private long looks;
	private int read;

	/** @param bytes of the stream */
	PacketReader(final Damage damage, final int bytes) {
		this.damage = damage;
		looks = 1_000_000 + 50L * bytes;
	}

	/** Packets read so far. */
	int read() {
		return read;
	}

	/** Reads all packets of a tile. */
	void read(final Tile tile, final int index, final CodingParameters parameters, final Packets packets,
		final int offset)
	{
		final PacketHeader header = new PacketHeader(parameters, packets);
		final List<Progression> runs = parameters.progressions();
		try {
			for (final Progression run : runs)
				if (!ProgressionOrder.walk(tile, run, (resolution, column, row, toLayer) -> {
					if (--looks < 0) throw new DicomException("more precincts than a stream of its size can have");
					final Precinct precinct = resolution.precinct(column, row);
					while (precinct.layers < Math.min(toLayer, parameters.layers)) {
						if (packets.isEmpty()) return false;
						header.read(precinct, resolution.style);
						read++;
					}
					return true;
				})) {
					damage.add("tile " + index + ", whose packets begin at byte " + offset + ", ends before its last packet");
					return;
				}
		}
		catch (final DicomException exc) {
			damage.add("tile " + index + ", whose packets begin at byte " + offset + ": " + exc.getMessage());
		}
	}
}
