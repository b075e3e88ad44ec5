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

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * How slices lie side by side in one image, row by row from the upper left.
 *
 * @param across tiles in a row
 * @param down rows of tiles
 * @param columns of a tile, pixels
 * @param rows of a tile, pixels
 */
record TileLayout(int across, int down, int columns, int rows) {

	/** A grid of 64 x 64, more slices than any scanner lays side by side. */
	static final int MAX_TILES = 64 * 64;

	/** Such as "80*80", or "64p*128" with the phase encoding direction marked. */
	private static final Pattern SIZE = Pattern.compile("\\s*(\\d{1,5})[ps]?\\s*\\*\\s*(\\d{1,5})[ps]?\\s*");

	/**
	 * The layout of tiles of a size that a text declares, in an image that they fill; of two that do the squarer one,
	 * as texts have no agreed order. Empty if there is none.
	 */
	static Optional<TileLayout> ofText(final String size, final int imageColumns, final int imageRows) {
		final Matcher matcher = SIZE.matcher(size);
		return matcher.matches()
			? ofSize(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)), imageColumns, imageRows)
			: Optional.empty();
	}

	/** The same of two numbers. */
	static Optional<TileLayout> ofSize(final int one, final int other, final int imageColumns, final int imageRows) {
		return Stream.of(List.of(one, other), List.of(other, one))
			.filter(size -> size.get(0) > 0 && size.get(1) > 0)
			.filter(size -> imageColumns % size.get(0) == 0 && imageRows % size.get(1) == 0)
			.map(size -> new TileLayout(imageColumns / size.get(0), imageRows / size.get(1), size.get(0), size.get(1)))
			.filter(layout -> layout.count() > 1 && layout.count() <= MAX_TILES)
			.min(Comparator.comparingInt(layout -> Math.abs(layout.across - layout.down)));
	}

	/** A square grid, as small as n tiles allow; it may leave some pixels at the edges. */
	static TileLayout square(final int n, final int imageColumns, final int imageRows) {
		final int grid = (int) Math.ceil(Math.sqrt(n));
		return new TileLayout(grid, grid, imageColumns / grid, imageRows / grid);
	}

	/** Places for tiles. */
	int count() {
		return across * down;
	}

	/** Whether n tiles fit, and reach the last row. */
	boolean isFilledBy(final int n) {
		return n <= count() && n > count() - across;
	}

	/** @param k from 0 */
	Tile tile(final int k) {
		return new Tile(k % across * columns, k / across * rows, columns, rows);
	}
}
