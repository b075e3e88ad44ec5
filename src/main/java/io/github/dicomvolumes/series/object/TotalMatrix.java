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

package io.github.dicomvolumes.series.object;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import io.github.dicomvolumes.data.Attributes;
import io.github.dicomvolumes.data.Dictionary;
import io.github.dicomvolumes.data.Tag;

/**
 * Where the tiles of a slide lie in its total pixel matrix (PS3.3 C.7.6.17.3, C.8.12.14).
 *
 * @param columns of the matrix; 0 if unknown
 * @param rows of the matrix; 0 if unknown
 * @param places a place for each frame of the file, null where it has none
 */
record TotalMatrix(int columns, int rows, List<Place> places) {

	private static final int COLUMNS = Dictionary.tag("TotalPixelMatrixColumns");
	private static final int ROWS = Dictionary.tag("TotalPixelMatrixRows");
	private static final int FOCAL_PLANES = Dictionary.tag("TotalPixelMatrixFocalPlanes");
	private static final int COLUMN_POSITION = Dictionary.tag("ColumnPositionInTotalImagePixelMatrix");
	private static final int ROW_POSITION = Dictionary.tag("RowPositionInTotalImagePixelMatrix");
	private static final int Z_OFFSET = Dictionary.tag("ZOffsetInSlideCoordinateSystem");
	private static final int OPTICAL_PATHS = Dictionary.tag("OpticalPathSequence");
	private static final int OPTICAL_PATH = Dictionary.tag("OpticalPathIdentifier");

	/**
	 * Of a tile.
	 *
	 * @param x column of its first pixel, 0-based
	 * @param y row of it
	 * @param layer its focal plane and optical path, for people; equal for tiles of one image
	 */
	record Place(int x, int y, String layer) {}

	/** @param each the attributes of each frame */
	static TotalMatrix of(final Attributes dataSet, final List<Attributes> each) {
		final int columns = dataSet.orElse(COLUMNS, 0), rows = dataSet.orElse(ROWS, 0);
		final boolean isFull = dataSet.orElse(Tag.DIMENSION_ORGANIZATION_TYPE, "").equals("TILED_FULL");
		if (!isFull) return sparse(columns, rows, each);
		return columns < 1 || rows < 1 ? new TotalMatrix(columns, rows, List.of())
			: full(columns, rows, dataSet, each.size());
	}

	/** What lacks, so that tiles cannot be placed; empty if they can. */
	Optional<String> problem() {
		if (places.stream().anyMatch(place -> place != null) && columns > 0 && rows > 0) return Optional.empty();
		return Optional.of(columns < 1 || rows < 1 ? Tag.describe(columns < 1 ? COLUMNS : ROWS) + " is missing"
			: Tag.describe(COLUMN_POSITION) + " is missing");
	}

	/** Tiles row by row, then focal planes, then optical paths. */
	private static TotalMatrix full(final int columns, final int rows, final Attributes dataSet, final int n) {
		final int width = Math.max(1, dataSet.orElse(Tag.COLUMNS, 1)),
			height = Math.max(1, dataSet.orElse(Tag.ROWS, 1));
		final long across = (columns + width - 1L) / width, down = (rows + height - 1L) / height;
		final int focalPlanes = Math.max(1, dataSet.orElse(FOCAL_PLANES, 1));
		final List<Attributes> paths = dataSet.items(OPTICAL_PATHS);
		final List<Place> places = new ArrayList<>();
		for (int k = 0; k < n; k++) {
			final long layer = k / (across * down), tile = k % (across * down);
			final long path = layer / focalPlanes;
			final String name = path < paths.size() ? paths.get((int) path).orElse(OPTICAL_PATH, "" + (path + 1))
				: "" + (path + 1);
			final boolean isKnown = path < Math.max(1, paths.size());
			places.add(
				isKnown
					? new Place((int) (tile % across * width), (int) (tile / across * height),
						layer("focal plane " + (layer % focalPlanes + 1), name))
					: null);
		}
		return new TotalMatrix(columns, rows, places);
	}

	/** Each frame has its place; the matrix is as large as they need if its size is not declared. */
	private static TotalMatrix sparse(final int columns, final int rows, final List<Attributes> each) {
		final List<Place> places = new ArrayList<>();
		long right = 0, bottom = 0;
		for (final Attributes frame : each) {
			final int x = frame.orElse(COLUMN_POSITION, 0), y = frame.orElse(ROW_POSITION, 0);
			final boolean isPlaced = frame.contains(COLUMN_POSITION) && frame.contains(ROW_POSITION);
			final String z = frame.orElse(Z_OFFSET, "");
			places
				.add(isPlaced
					? new Place(x - 1, y - 1,
						layer("focal plane at " + (z.isEmpty() ? "0" : z) + " um", frame.orElse(OPTICAL_PATH, "")))
					: null);
			right = Math.max(right, x - 1L + frame.orElse(Tag.COLUMNS, 0));
			bottom = Math.max(bottom, y - 1L + frame.orElse(Tag.ROWS, 0));
		}
		return new TotalMatrix(columns > 0 ? columns : (int) Math.min(right, Integer.MAX_VALUE),
			rows > 0 ? rows : (int) Math.min(bottom, Integer.MAX_VALUE), places);
	}

	private static String layer(final String focalPlane, final String path) {
		return focalPlane + (path.isEmpty() ? "" : ", optical path " + path);
	}
}
