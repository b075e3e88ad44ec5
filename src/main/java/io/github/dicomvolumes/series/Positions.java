package io.github.dicomvolumes.series;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

import io.github.dicomvolumes.geometry.Orientation;
import io.github.dicomvolumes.geometry.Tolerances;
import io.github.dicomvolumes.geometry.Vector3;

/**
 * Frames by their distance along a direction.
 *
 * @param distances of the positions, mm, strictly ascending
 * @param frames those at each position, at least one
 */
record Positions(double[] distances, List<List<Frame>> frames) {

	/** Along the normal of frames that all have position and orientation. */
	static Positions of(final List<Frame> frames) {
		return of(frames, orientation(frames).normal());
	}

	/** Along any direction, of frames that all have a position. */
	static Positions of(final List<Frame> frames, final Vector3 direction) {
		record At(Frame frame, double distance) {}
		final List<At> sorted = frames.stream().map(f -> new At(f, f.position().get().dot(
			direction))).sorted(Comparator.comparingDouble(At::distance)).toList();
		final InPlaneSpacing spacing = frames.get(0).spacing();
		final double tolerance = Tolerances.samePosition(spacing.rowMillimetres(), spacing
			.columnMillimetres());
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
		return new Positions(Arrays.copyOf(distances, groups.size()), groups);
	}

	/** The common orientation of frames that all have one. */
	static Orientation orientation(final List<Frame> frames) {
		return Orientation.mostCommon(frames.stream().map(f -> f.orientation().get())
			.toList()).orthonormal();
	}

	int size() {
		return frames.size();
	}

	/** The first frame at a position. */
	Frame frame(final int position) {
		return frames.get(position).get(0);
	}

	boolean hasRepeats() {
		return frames.stream().anyMatch(same -> same.size() > 1);
	}

	boolean areMostSingle() {
		return 2 * frames.stream().filter(same -> same.size() == 1).count() > size();
	}

	/** The largest component of all positions, mm: their rounding depends on it. */
	double largestCoordinate() {
		return frames.stream().flatMap(List::stream).mapToDouble(f -> Tolerances
			.largestCoordinate(f.position().get())).max().orElse(0);
	}
}
