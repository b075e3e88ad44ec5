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

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** A resolution of a tile-component: its subbands and precincts (T.800 B.5, B.6). */
final class Resolution {

	/** 0 is the lowest. */
	final int index;
	final Rect area;
	final Subband[] bands;
	/** Of the size of a precinct. */
	final int widthExponent;
	final int heightExponent;
	/** Where precincts begin on the reference grid, in columns and rows; the order by position follows these. */
	final long[] columns;
	final long[] rows;

	final CodingStyle style;
	/** Those of which a packet was read: there can be as many precincts as samples. */
	private final Map<Long, Precinct> precincts = new HashMap<>();

	/**
	 * @param tile area of the tile on the reference grid
	 * @param dx columns of the reference grid for one sample of the resolution
	 */
	Resolution(final int index, final Rect area, final Subband[] bands, final CodingStyle style, final Rect tile,
		final long dx, final long dy)
	{
		this.index = index;
		this.area = area;
		this.bands = bands;
		this.style = style;
		widthExponent = style.precincts()[index] & 0xF;
		heightExponent = style.precincts()[index] >> 4 & 0xF;
		columns = area.isEmpty() ? new long[0] : starts(area.x0(), area.x1(), widthExponent, tile.x0(), dx);
		rows = area.isEmpty() ? new long[0] : starts(area.y0(), area.y1(), heightExponent, tile.y0(), dy);
	}

	private static long[] starts(final long from, final long to, final int exponent, final long tile, final long step) {
		final long first = from >> exponent;
		final long[] starts = new long[(int) (Rect.ceilShift(to, exponent) - first)];
		for (int i = 0; i < starts.length; i++) {
			final long start = first + i << exponent;
			starts[i] = start < from ? tile : start * step;
		}
		return starts;
	}

	/** The precinct of a column and row, 0-based. */
	Precinct precinct(final int column, final int row) {
		final long key = (long) row * columns.length + column;
		Precinct precinct = precincts.get(key);
		if (precinct == null) {
			precinct = new Precinct(this, (area.x0() >> widthExponent) + column, (area.y0() >> heightExponent) + row);
			precincts.put(key, precinct);
		}
		return precinct;
	}

	/** The precincts of which packets were read. */
	Collection<Precinct> precincts() {
		return precincts.values();
	}
}
