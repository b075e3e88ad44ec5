package io.github.dicomvolumes.geometry;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** The rule of {@link SliceSpacing#runs}: stretches of equal gaps, and who gets the slices between two of them. */
final class UniformRuns {

	/** Slices from first to last, both included, one or more equal gaps apart; the last one starts the next stretch. */
	private record Stretch(int first, int last, double smallestGap) {

		boolean isPair() {
			return last - first == 1;
		}
	}

	/** Three slices and more before pairs, then small gaps before large ones, then in order. */
	private static final Comparator<Stretch> BEST_CLAIM = Comparator.comparing(Stretch::isPair)
		.thenComparingDouble(Stretch::smallestGap).thenComparingInt(Stretch::first);

	private UniformRuns() {}

	static List<int[]> of(double[] distances) {
		if (distances.length == 1)
			return List.of(new int[] { 0 });
		List<Stretch> stretches = stretches(SliceSpacing.gaps(distances));
		stretches.sort(BEST_CLAIM);
		boolean[] taken = new boolean[distances.length];
		List<int[]> runs = new ArrayList<>();
		for (Stretch stretch : stretches) {
			int first = taken[stretch.first] ? stretch.first + 1 : stretch.first;
			int last = taken[stretch.last] ? stretch.last - 1 : stretch.last;
			if (first >= last)
				continue;
			Arrays.fill(taken, first, last + 1, true);
			runs.add(SliceSpacing.range(first, last - first + 1));
		}
		IntStream.range(0, taken.length).filter(slice -> !taken[slice]).forEach(slice -> runs.add(new int[] { slice }));
		runs.sort(Comparator.comparingInt(run -> run[0]));
		return runs;
	}

	private static List<Stretch> stretches(double[] gaps) {
		List<Stretch> stretches = new ArrayList<>();
		int first = 0;
		double smallest = gaps[0];
		double largest = gaps[0];
		for (int i = 1; i < gaps.length; i++) {
			double newSmallest = Math.min(smallest, gaps[i]);
			double newLargest = Math.max(largest, gaps[i]);
			if (newLargest - newSmallest <= SliceSpacing.NEARLY_UNIFORM * newSmallest) {
				smallest = newSmallest;
				largest = newLargest;
				continue;
			}
			stretches.add(new Stretch(first, i, smallest));
			first = i;
			smallest = gaps[i];
			largest = gaps[i];
		}
		stretches.add(new Stretch(first, gaps.length, smallest));
		return stretches;
	}
}
