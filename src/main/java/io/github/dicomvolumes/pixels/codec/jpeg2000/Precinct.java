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

/** The code-blocks of one precinct of a resolution, and how many layers of them were read (T.800 B.6, B.10). */
final class Precinct {

	/** More are refused: 64 by 64 blocks of a tile of 131072 by 131072. */
	private static final int MOST_BLOCKS = 1 << 22;

	/** The blocks of one subband, row by row, and their trees. */
	static final class Blocks {

		final Subband band;
		final int across;
		final int down;
		/** Null until first included. */
		final CodeBlock[] blocks;
		final TagTree inclusion;
		/** Null until a block is included. */
		private TagTree zeroPlanes;
		private final Rect area;
		private final int widthExponent;
		private final int heightExponent;

		/** @param area of the precinct on the grid of the subband */
		private Blocks(final Subband band, final Rect area, final int widthExponent, final int heightExponent)
			throws DicomException
		{
			this.band = band;
			this.area = area;
			this.widthExponent = widthExponent;
			this.heightExponent = heightExponent;
			final boolean empty = area.isEmpty();
			across = empty ? 0 : (int) (Rect.ceilShift(area.x1(), widthExponent) - (area.x0() >> widthExponent));
			down = empty ? 0 : (int) (Rect.ceilShift(area.y1(), heightExponent) - (area.y0() >> heightExponent));
			if ((long) across * down > MOST_BLOCKS) throw new DicomException(
				"a precinct of " + across + " x " + down + " code-blocks; " + MOST_BLOCKS + " at most are supported");
			blocks = new CodeBlock[across * down];
			inclusion = empty ? null : new TagTree(across, down);
		}

		/** Makes the block of a column and row, which is included for the first time. */
		CodeBlock include(final int column, final int row, final PacketBits bits) throws DicomException {
			if (zeroPlanes == null) zeroPlanes = new TagTree(across, down);
			final long x = (area.x0() >> widthExponent) + column << widthExponent;
			final long y = (area.y0() >> heightExponent) + row << heightExponent;
			final Rect block = area.intersection(new Rect(x, y, x + (1L << widthExponent), y + (1L << heightExponent)));
			return blocks[row * across + column] = new CodeBlock(band, (int) (block.x0() - band.area().x0()),
				(int) (block.y0() - band.area().y0()), block.width(), block.height(),
				zeroPlanes.value(column, row, bits));
		}
	}

	private final Resolution resolution;
	private final long x;
	private final long y;
	private Blocks[] bands = {};
	/** Layers read so far. */
	int layers;

	/**
	 * The precinct of a cell of a resolution's grid.
	 *
	 * @param x column of the cell, counted from 0 on the grid, not in the resolution
	 */
	Precinct(final Resolution resolution, final long x, final long y) {
		this.resolution = resolution;
		this.x = x;
		this.y = y;
	}

	/** The blocks of each subband, none before {@link #open}. */
	Blocks[] bands() {
		return bands;
	}

	/** The blocks of each subband, made for the first packet that is not empty. */
	Blocks[] open() throws DicomException {
		if (bands.length > 0) return bands;
		final int shift = resolution.index == 0 ? 0 : 1; // the subbands have half the resolution
		final int width = resolution.widthExponent - shift;
		final int height = resolution.heightExponent - shift;
		final Blocks[] made = new Blocks[resolution.bands.length];
		for (int b = 0; b < made.length; b++) {
			final Subband band = resolution.bands[b];
			final Rect area = band.area()
				.intersection(new Rect(x << width, y << height, x + 1 << width, y + 1 << height));
			made[b] = new Blocks(band, area, Math.min(resolution.style.widthExponent(), width),
				Math.min(resolution.style.heightExponent(), height));
		}
		bands = made;
		return bands;
	}
}
