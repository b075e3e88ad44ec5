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

package io.github.dicomvolumes.series.group;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import io.github.dicomvolumes.data.NumberText;
import io.github.dicomvolumes.geometry.Orientation;
import io.github.dicomvolumes.geometry.SliceSpacing;
import io.github.dicomvolumes.geometry.StraightLines;
import io.github.dicomvolumes.geometry.Tolerances;
import io.github.dicomvolumes.geometry.Vector3;
import io.github.dicomvolumes.series.object.Frame;
import io.github.dicomvolumes.series.object.InPlaneSpacing;
import io.github.dicomvolumes.series.repeat.Positions;

/** Whether frames of one orientation form grids, by their positions alone. */
final class Grids {

	/** What rounding of text may move a plane without being looked at, mm. */
	private static final double NO_MATTER = 1e-3;
	/** How far spacings differ that are not the same, as a part of one. */
	private static final double OTHER_SPACING = 0.1;

	private Grids() {}

	/** The straight lines that the positions lie on. */
	static List<Group> lines(final Group group) {
		final InPlaneSpacing spacing = group.first().spacing();
		final List<Vector3> positions = new ArrayList<>(group.frames().size());
		for (final Frame frame : group.frames())
			positions.add(frame.position().get());
		final Orientation orientation = Positions.orientation(group.frames());
		final List<int[]> exact = StraightLines.split(positions, orientation, spacing.rowMillimetres(),
			spacing.columnMillimetres());
		final double halfUnit = exact.size() == 1 ? 0 : Positions.halfUnit(group.frames());
		final boolean isMoved = Tolerances.rounding(halfUnit, orientation.row(), orientation.normal()) > NO_MATTER ||
			Tolerances.rounding(halfUnit, orientation.column(), orientation.normal()) > NO_MATTER;
		if (!isMoved) return group.splitAt("in-plane position", exact);
		final List<int[]> rounded = StraightLines.split(positions, orientation, spacing.rowMillimetres(),
			spacing.columnMillimetres(), halfUnit);
		return group.splitAt("in-plane position", rounded.size() == 1 ? rounded : exact);
	}

	/** Whether there is one frame at each place of one grid, in which few are missing. */
	static boolean isRegular(final Group group) {
		if (lines(group).size() > 1) return false;
		final Positions positions = group.positions();
		return !positions.hasRepeats() && positions.parts().size() == 1;
	}

	/** Whether all positions, repeated or not, are one grid. */
	static boolean isOneGrid(final Group group) {
		if (lines(group).size() > 1) return false;
		final Positions positions = group.positions();
		return positions.parts().size() == 1;
	}

	/** The parts that gaps divide. */
	static List<Group> runs(final Group group) {
		final Positions positions = group.positions();
		final List<List<Frame>> parts = new ArrayList<>();
		for (final int[] run : positions.parts())
			parts.add(Arrays.stream(run).boxed().flatMap(i -> positions.frames().get(i).stream()).toList());
		if (parts.size() == 1) return List.of(group);
		return group.splitInto(whyRuns(positions), parts);
	}

	/** Several spacings are so even if they are multiples of one; one spacing with a gap is that of missing slices. */
	private static String whyRuns(final Positions positions) {
		final double[] distances = positions.distances();
		final SliceSpacing whole = positions.gaps();
		if (whole.verdict() != SliceSpacing.Verdict.MISSING) return "slice spacing";
		final List<String> spacings = new ArrayList<>();
		double last = 0;
		for (final int[] run : positions.parts()) {
			if (run.length == 1) continue;
			final double spacing = (distances[run[run.length - 1]] - distances[run[0]]) / (run.length - 1);
			if (Math.abs(spacing - last) > OTHER_SPACING * spacing) spacings.add(NumberText.of(spacing) + " mm");
			last = spacing;
		}
		return spacings.size() > 1 ? "slice spacing (" + String.join(", then ", spacings) + ")"
			: whole.missingCount() + " missing slices";
	}
}
