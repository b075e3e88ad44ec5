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

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import io.github.dicomvolumes.series.object.Frame;

/**
 * Times of which each slice has its own, as slices are taken one after another: the first time at every position is the
 * first volume, and so on. Only the rank within the position tells.
 */
final class TimeRanks {

	private TimeRanks() {}

	/** The columns by the first moment that differs for all frames at each position; all have equally many. */
	static Optional<Columns> columns(final FrameTable table) {
		for (final Moment moment : Moment.ALL) {
			final Frame[][] cells = ranked(table, moment);
			if (cells != null) return Optional.of(
				new Columns(cells, "the order of " + moment.name() + " within each position", List.of(), List.of()));
		}
		return Optional.empty();
	}

	private static Frame[][] ranked(final FrameTable table, final Moment moment) {
		final int repeats = table.max();
		final Frame[][] cells = new Frame[repeats][table.positions().size()];
		for (int p = 0; p < table.positions().size(); p++) {
			record At(Frame frame, double seconds) {}
			final List<At> sorted = table.positions()
				.frames()
				.get(p)
				.stream()
				.map(f -> new At(f, moment.seconds(f).orElse(Double.NaN)))
				.sorted(Comparator.comparingDouble(At::seconds))
				.toList();
			for (int r = 0; r < repeats; r++) {
				if (Double.isNaN(sorted.get(r).seconds)) return null;
				if (r > 0 && !(sorted.get(r).seconds > sorted.get(r - 1).seconds)) return null;
				cells[r][p] = sorted.get(r).frame;
			}
		}
		return cells;
	}
}
