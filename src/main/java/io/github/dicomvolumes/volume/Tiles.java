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

package io.github.dicomvolumes.volume;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

import io.github.dicomvolumes.data.Tag;
import io.github.dicomvolumes.io.DicomFile;
import io.github.dicomvolumes.pixels.FrameCoding;
import io.github.dicomvolumes.series.object.Frame;
import io.github.dicomvolumes.series.object.Tile;

/** Frames that are tiles of a plane of their file: read together, so that the plane is decoded once. */
final class Tiles {

	private Tiles() {}

	/** The coding of a tile, from that of the plane. */
	static FrameCoding ofTile(final Tile tile, final FrameCoding coding) {
		return coding.withSize(tile.columns(), tile.rows());
	}

	/** The coding of the plane, from that of a tile. */
	static FrameCoding ofPlane(final Frame frame, final FrameCoding coding) {
		return frame.tile().isEmpty() ? coding
			: coding.withSize(frame.attributes().orElse(Tag.COLUMNS, 0), frame.attributes().orElse(Tag.ROWS, 0));
	}

	/** The places of frames that are read together: the tiles of a plane, any other alone; null frames in none. */
	static List<List<Integer>> together(final Frame[] frames) {
		final List<List<Integer>> groups = new ArrayList<>();
		final Map<DicomFile, Map<Integer, List<Integer>>> planes = new IdentityHashMap<>();
		for (int i = 0; i < frames.length; i++) {
			if (frames[i] == null) continue;
			final Map<Integer, List<Integer>> ofFile = frames[i].tile().isEmpty() ? Map.of()
				: planes.computeIfAbsent(frames[i].file(), file -> new HashMap<>());
			List<Integer> group = ofFile.get(frames[i].index());
			if (group == null) {
				groups.add(group = new ArrayList<>(1));
				if (frames[i].tile().isPresent()) ofFile.put(frames[i].index(), group);
			}
			group.add(i);
		}
		return groups;
	}

	/**
	 * Copies a tile out of its plane.
	 *
	 * @param columns of the plane
	 * @param complete pixels of the plane that the file held, from its start
	 * @param tilePlane array of the same type as the plane
	 * @return pixels of the tile that are complete, from its start
	 */
	static int cut(final Object plane, final int columns, final int complete, final Tile tile, final Object tilePlane) {
		int rows = 0;
		for (int r = 0; r < tile.rows(); r++) {
			final int start = (tile.y() + r) * columns + tile.x();
			System.arraycopy(plane, start, tilePlane, r * tile.columns(), tile.columns());
			if (start + tile.columns() <= complete) rows = r + 1;
		}
		return rows * tile.columns();
	}
}
