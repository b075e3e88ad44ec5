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
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.github.dicomvolumes.data.Attributes;
import io.github.dicomvolumes.data.Tag;
import io.github.dicomvolumes.geometry.Orientation;
import io.github.dicomvolumes.geometry.RoundedSpacing;
import io.github.dicomvolumes.geometry.SliceSpacing;
import io.github.dicomvolumes.geometry.SliceSpacing.Verdict;
import io.github.dicomvolumes.geometry.Tolerances;
import io.github.dicomvolumes.geometry.Vector3;
import io.github.dicomvolumes.series.object.Frame;
import io.github.dicomvolumes.series.object.InPlaneSpacing;

/**
 * Frames by their distance along a direction.
 *
 * @param distances of the positions, mm, strictly ascending
 * @param frames those at each position, at least one
 * @param tolerance how far frames at one position may be apart, mm
 * @param spacing of a grid that these are places of, mm; NaN if only the distances tell
 */
public record Positions(double[] distances, List<List<Frame>> frames, double tolerance, double spacing) {

	/** Along the normal of frames that all have position and orientation. */
	public static Positions of(final List<Frame> frames) {
		return of(frames, orientation(frames).normal());
	}

	/** Along any direction, of frames that all have a position. */
	public static Positions of(final List<Frame> frames, final Vector3 direction) {
		final InPlaneSpacing spacing = frames.get(0).spacing();
		return of(frames, direction, Tolerances.samePosition(spacing.rowMillimetres(), spacing.columnMillimetres()));
	}

	/** Along any direction, of frames that all have a position, those within a tolerance in mm at the same one. */
	public static Positions of(final List<Frame> frames, final Vector3 direction, final double tolerance) {
		record At(Frame frame, double distance) implements Comparable<At> {

			@Override
			public int compareTo(final At other) {
				return Double.compare(distance, other.distance);
			}
		}
		final List<At> sorted = new ArrayList<>(frames.size());
		for (final Frame frame : frames)
			sorted.add(new At(frame, frame.position().get().dot(direction)));
		Collections.sort(sorted);
		final List<List<Frame>> groups = new ArrayList<>();
		final double[] distances = new double[sorted.size()];
		for (final At at : sorted) {
			final int n = groups.size();
			if (n == 0 || at.distance - distances[n - 1] > tolerance) {
				distances[n] = at.distance;
				groups.add(new ArrayList<>(1));
			}
			groups.get(groups.size() - 1).add(at.frame);
		}
		return new Positions(Arrays.copyOf(distances, groups.size()), groups, tolerance, Double.NaN);
	}

	/** All frames at one place, whether they have a position or not. */
	public static Positions atOnePlace(final List<Frame> frames) {
		return new Positions(new double[1], List.of(frames), Double.POSITIVE_INFINITY, Double.NaN);
	}

	/** The positions of some of the frames, with the same tolerance and on the same grid. */
	Positions withFrames(final List<Frame> some) {
		if (tolerance == Double.POSITIVE_INFINITY) return atOnePlace(some);
		final Positions own = of(some, orientation(some).normal(), tolerance);
		return new Positions(own.distances, own.frames, tolerance, gaps().spacing());
	}

	/** The common orientation of frames that all have one. */
	public static Orientation orientation(final List<Frame> frames) {
		final List<Orientation> all = new ArrayList<>(frames.size());
		for (final Frame frame : frames)
			all.add(frame.orientation().get());
		return Orientation.mostCommon(all).orthonormal();
	}

	public int size() {
		return frames.size();
	}

	/** The gaps between the positions. */
	public SliceSpacing gaps() {
		final double largest = largestCoordinate();
		if (!Double.isNaN(spacing)) return SliceSpacing.of(distances, largest, spacing);
		final SliceSpacing gaps = frame(0).object().gaps(distances, largest);
		final boolean isEven = gaps.verdict() == Verdict.SINGLE || gaps.verdict() == Verdict.UNIFORM;
		if (isEven || !frame(0).object().gapsDivide()) return gaps;
		final List<Frame> all = allFrames();
		final Vector3 normal = orientation(all).normal();
		final double rounding = Tolerances.rounding(halfUnit(all), normal, normal);
		return RoundedSpacing.of(distances, gaps, rounding, declaredSpacing());
	}

	/** The parts that each make one volume, see {@link SliceSpacing#split}: indices of positions. */
	public List<int[]> parts() {
		final List<int[]> parts = SliceSpacing.split(distances, largestCoordinate());
		if (parts.size() == 1) return parts;
		final SliceSpacing gaps = gaps();
		return gaps.isRounded() && gaps.isFillable() ? List.of(IntStream.range(0, size()).toArray()) : parts;
	}

	/**
	 * From a place of the grid to the next, mm, LPS. Where positions are rounded so much that it matters it is along
	 * the normal, as far as they allow.
	 *
	 * @param gaps of at least two positions that all have an orientation
	 */
	public Vector3 step(final SliceSpacing gaps) {
		final Vector3 span = frame(size() - 1).position().get().minus(frame(0).position().get());
		if (!gaps.isRounded()) return span.dividedBy(gaps.gridSize() - 1);
		final List<Frame> all = allFrames();
		final Orientation orientation = orientation(all);
		final Vector3 normal = orientation.normal();
		final double halfUnit = halfUnit(all);
		final boolean isStraight = Stream.of(orientation.row(), orientation.column())
			.allMatch(axis -> Math.abs(span.dot(axis)) <= 2 * Tolerances.rounding(halfUnit, axis, normal));
		return isStraight ? normal.times(gaps.spacing()) : span.times(gaps.spacing() / span.dot(normal));
	}

	/** Half a unit of the last decimal that any of the frames has, mm: writers may leave out zeros. */
	public static double halfUnit(final List<Frame> frames) {
		final int decimals = frames.stream().mapToInt(Frame::positionDecimals).max().orElse(0);
		return 0.5 * Math.pow(10, -decimals);
	}

	/** Spacing Between Slices, else Slice Thickness, mm; 0 if the files declare none. */
	private double declaredSpacing() {
		final Attributes attributes = frame(0).attributes();
		final double between = Math.abs(attributes.number(Tag.SPACING_BETWEEN_SLICES).orElse(0));
		return between > 0 ? between : attributes.number(Tag.SLICE_THICKNESS).orElse(0);
	}

	private List<Frame> allFrames() {
		return frames.stream().flatMap(List::stream).toList();
	}

	/** The first frame at a position. */
	public Frame frame(final int position) {
		return frames.get(position).get(0);
	}

	public boolean hasRepeats() {
		for (final List<Frame> same : frames)
			if (same.size() > 1) return true;
		return false;
	}

	public boolean haveEqualCounts() {
		return frames.stream().mapToInt(List::size).distinct().count() == 1;
	}

	public boolean areMostSingle() {
		return 2 * frames.stream().filter(same -> same.size() == 1).count() > size();
	}

	/** The largest component of all positions, mm: their rounding depends on it. */
	public double largestCoordinate() {
		if (tolerance == Double.POSITIVE_INFINITY) return 0;
		double largest = 0;
		for (final List<Frame> same : frames)
			for (final Frame frame : same)
				largest = Math.max(largest, Tolerances.largestCoordinate(frame.position().get()));
		return largest;
	}
}
