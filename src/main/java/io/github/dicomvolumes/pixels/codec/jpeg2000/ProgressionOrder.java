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
import java.util.Arrays;
import java.util.List;

/** The orders in which the packets of a tile follow each other: layer, resolution, component, position (T.800 B.12). */
enum ProgressionOrder {
	LRCP, RLCP, RPCL, PCRL, CPRL;

	/** Reads packets. */
	interface Visitor {

		/**
		 * Hears how many precincts or resolutions will be looked at, many of which may have no packet.
		 *
		 * @throws DicomException if these are more than a stream of its size can need
		 */
		void look(long count) throws DicomException;

		/**
		 * Reads the packets of a precinct up to a layer, those that are not read yet.
		 *
		 * @param column of the precinct, 0-based
		 * @param toLayer after the last
		 * @return false if there are no more packets
		 */
		boolean visit(Resolution resolution, int column, int row, int toLayer) throws DicomException;
	}

	static ProgressionOrder of(final MarkerSegment segment, final int code) throws DicomException {
		if (code >= values().length) throw segment.wrong("progression order " + code, "0 to 4");
		return values()[code];
	}

	/**
	 * Visits the precincts of a run of packets in order.
	 *
	 * @return false if there are no more packets
	 */
	static boolean walk(final Tile tile, final Progression run, final Visitor visitor) throws DicomException {
		final int components = run.toComponent();
		int most = 0;
		for (int c = run.fromComponent(); c < components; c++)
			most = Math.max(most, tile.components[c].resolutions.length);
		final int resolutions = Math.min(run.toResolution(), most);
		visitor.look(1);
		if (run.fromResolution() >= resolutions) return true;
		switch (run.order()) {
			case LRCP -> {
				for (int layer = 1; layer <= run.toLayer(); layer++)
					for (int r = run.fromResolution(); r < resolutions; r++)
						if (!rows(range(tile, run.fromComponent(), components, r, r + 1), layer, visitor)) return false;
			}
			case RLCP -> {
				for (int r = run.fromResolution(); r < resolutions; r++)
					for (int layer = 1; layer <= run.toLayer(); layer++)
						if (!rows(range(tile, run.fromComponent(), components, r, r + 1), layer, visitor)) return false;
			}
			case RPCL -> {
				for (int r = run.fromResolution(); r < resolutions; r++)
					if (!positions(range(tile, run.fromComponent(), components, r, r + 1), run.toLayer(), visitor))
						return false;
			}
			case PCRL -> {
				return positions(range(tile, run.fromComponent(), components, run.fromResolution(), resolutions),
					run.toLayer(), visitor);
			}
			case CPRL -> {
				for (int c = run.fromComponent(); c < components; c++)
					if (!positions(range(tile, c, c + 1, run.fromResolution(), resolutions), run.toLayer(), visitor))
						return false;
			}
		}
		return true;
	}

	/** The resolutions of components, those of a component one after the other. */
	private static List<Resolution> range(final Tile tile, final int fromComponent, final int toComponent,
		final int fromResolution, final int toResolution)
	{
		final List<Resolution> range = new ArrayList<>();
		for (int c = fromComponent; c < toComponent; c++) {
			final Resolution[] all = tile.components[c].resolutions;
			for (int r = fromResolution; r < Math.min(toResolution, all.length); r++)
				range.add(all[r]);
		}
		return range;
	}

	/** Visits all precincts of each resolution, row by row. */
	private static boolean rows(final List<Resolution> resolutions, final int toLayer, final Visitor visitor)
		throws DicomException
	{
		visitor.look(1 + resolutions.size());
		for (final Resolution resolution : resolutions)
			for (int row = 0; row < resolution.rows.length; row++)
				for (int column = 0; column < resolution.columns.length; column++)
					if (!visitor.visit(resolution, column, row, toLayer)) return false;
		return true;
	}

	/** Visits the precincts of all resolutions by their position on the reference grid, row by row. */
	private static boolean positions(final List<Resolution> resolutions, final int toLayer, final Visitor visitor)
		throws DicomException
	{
		final long[] ys = resolutions.stream().flatMapToLong(r -> Arrays.stream(r.rows)).sorted().distinct().toArray();
		final long[] xs = resolutions.stream()
			.flatMapToLong(r -> Arrays.stream(r.columns))
			.sorted()
			.distinct()
			.toArray();
		visitor.look(1 + resolutions.size() + xs.length + ys.length);
		for (final long y : ys) {
			final List<Resolution> here = resolutions.stream()
				.filter(r -> Arrays.binarySearch(r.rows, y) >= 0)
				.toList();
			visitor.look((long) xs.length * here.size());
			for (final long x : xs)
				for (final Resolution resolution : here) {
					final int column = Arrays.binarySearch(resolution.columns, x);
					if (column >= 0 &&
						!visitor.visit(resolution, column, Arrays.binarySearch(resolution.rows, y), toLayer))
						return false;
				}
		}
		return true;
	}
}
