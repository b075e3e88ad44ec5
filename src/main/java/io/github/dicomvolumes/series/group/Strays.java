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
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;

import io.github.dicomvolumes.geometry.Vector3;
import io.github.dicomvolumes.series.object.Frame;
import io.github.dicomvolumes.series.repeat.Positions;

/**
 * Single frames that lie off the grid of all others, as those of damaged files do: they must not divide what is regular
 * without them.
 */
final class Strays {

	/** Of the step between slices, that a frame may lie off its place. */
	private static final double OFF_GRID = 0.05;
	/** At least this many frames make a grid. */
	private static final int FEWEST = 4;
	/** One stray in so many frames, at least one. */
	private static final int PART = 20;
	/** Frames that are tried as a place of the grid. */
	private static final int ANCHORS = 3;

	private Strays() {}

	/** The frames of the grid first, then each stray; the group alone if it has none, or too many. */
	static List<Group> apart(final Group group) {
		final List<Frame> frames = group.frames();
		final int most = Math.max(1, frames.size() / PART);
		if (frames.size() - most < FEWEST) return List.of(group);
		final Vector3 normal = Positions.orientation(frames).normal();
		final List<Vector3> sorted = frames.stream()
			.map(f -> f.position().get())
			.sorted(Comparator.comparingDouble(p -> p.dot(normal)))
			.toList();
		final Vector3 step = new Vector3(median(sorted, Vector3::x), median(sorted, Vector3::y),
			median(sorted, Vector3::z));
		if (!(step.norm() > 0)) return List.of(group);
		for (int anchor = 0; anchor < ANCHORS; anchor++) {
			final List<List<Frame>> parts = parts(frames, sorted.get(anchor), step);
			if (parts.size() > 1 && parts.size() <= most + 1) return group.splitInto("position off the grid", parts);
		}
		return List.of(group);
	}

	private static List<List<Frame>> parts(final List<Frame> frames, final Vector3 anchor, final Vector3 step) {
		final List<List<Frame>> parts = new ArrayList<>();
		parts.add(new ArrayList<>());
		for (final Frame frame : frames) {
			final Vector3 way = frame.position().get().minus(anchor);
			final double place = Math.rint(way.dot(step) / step.dot(step));
			if (way.minus(step.times(place)).norm() <= OFF_GRID * step.norm()) parts.get(0).add(frame);
			else parts.add(List.of(frame));
		}
		return parts;
	}

	/** Of the differences of neighbours. */
	private static double median(final List<Vector3> sorted, final ToDoubleFunction<Vector3> component) {
		final double[] steps = new double[sorted.size() - 1];
		Arrays.setAll(steps, i -> component.applyAsDouble(sorted.get(i + 1)) - component.applyAsDouble(sorted.get(i)));
		Arrays.sort(steps);
		return steps[steps.length / 2];
	}
}
