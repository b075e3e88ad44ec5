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

package io.github.dicomvolumes.series.repeat;

import java.util.ArrayList;
import java.util.List;

import io.github.dicomvolumes.series.ChannelAxis;
import io.github.dicomvolumes.series.TimeAxis;
import io.github.dicomvolumes.series.object.Frame;

/**
 * Where the frames at each position go along channels and times.
 *
 * @param cells the frames at each position, in the order of the positions: channel fastest, then time; null where there
 *        is none
 */
public record Placement(ChannelAxis channels, TimeAxis times, List<Frame[]> cells) {

	/** Many more than any series has: a few frames that name far more are an attack on the memory. */
	private static final long MOST_PLACES = 1 << 24;

	/** @throws IllegalArgumentException if so many places are more than fit */
	public static void check(final long slices, final long channels, final long times) {
		if (slices * channels * times > MOST_PLACES) throw new IllegalArgumentException(slices + " slices, " +
			channels + " channels and " + times + " times are more than " + MOST_PLACES + " images");
	}

	/** One frame at each position. */
	static Placement single(final List<List<Frame>> positions) {
		final List<Frame[]> cells = new ArrayList<>(positions.size());
		for (final List<Frame> same : positions)
			cells.add(new Frame[] { same.get(0) });
		return new Placement(ChannelAxis.SINGLE, TimeAxis.SINGLE, cells);
	}

	/**
	 * The frames in the order of a stack, at places of a grid.
	 *
	 * @throws IllegalArgumentException if the grid has more places than fit
	 */
	public Frame[] frames(final int[] places) {
		final int slices = places[places.length - 1] + 1;
		check(slices, channels.size(), times.size());
		final Frame[] frames = new Frame[slices * channels.size() * times.size()];
		for (int i = 0; i < places.length; i++)
			for (int cell = 0; cell < cells.get(i).length; cell++)
				frames[places[i] + slices * cell] = cells.get(i)[cell];
		return frames;
	}
}
