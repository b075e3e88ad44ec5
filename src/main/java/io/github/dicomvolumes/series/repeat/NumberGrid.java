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

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;

import io.github.dicomvolumes.data.Tag;
import io.github.dicomvolumes.series.object.Frame;

/**
 * The grid that Instance Numbers form where they count the frames of a series: volume after volume, n = first + t Z +
 * k, or slice after slice, n = first + t + k T, with a step other than 1 where frames of another kind lie between.
 * Where files are missing the numbers show the gap, so that no frame slips into another's place.
 */
final class NumberGrid {

	private static final int NONE = -1;

	private final FrameTable table;
	/** Instance Number of each frame, less the least, in steps. */
	private final int[] number;
	/** The place of each position in the grid of slices, 0-based. */
	private final int[] place;
	private final int places;
	/** How many numbers there are before the least if they begin with 1, in steps; -1 if that is none of these. */
	private final int before;

	private NumberGrid(final FrameTable table, final int[] number, final int before) {
		this.table = table;
		this.number = number;
		this.before = before;
		place = table.positions().gaps().gridIndex();
		places = place[place.length - 1] + 1;
	}

	/** Empty if not every frame has a number of its own. */
	static Optional<NumberGrid> of(final FrameTable table) {
		final long[] numbers = new long[table.size()];
		for (int i = 0; i < numbers.length; i++) {
			final var number = table.frame(i).attributes().integer(Tag.INSTANCE_NUMBER);
			if (number.isEmpty()) return Optional.empty();
			numbers[i] = number.getAsInt();
		}
		final long[] sorted = numbers.clone();
		Arrays.sort(sorted);
		long step = 0;
		for (int i = 1; i < sorted.length; i++) {
			if (sorted[i] == sorted[i - 1]) return Optional.empty();
			step = gcd(sorted[i] - sorted[i - 1], step);
		}
		final long least = sorted[0], unit = Math.max(1, step);
		if ((sorted[sorted.length - 1] - least) / unit > 4L * numbers.length + 64) return Optional.empty();
		final int[] steps = Arrays.stream(numbers).mapToInt(n -> (int) ((n - least) / unit)).toArray();
		final long first = least == 0 ? 0 : 1;
		final boolean fits = least >= first && (least - first) % unit == 0 && (least - first) / unit < 1 << 24;
		return Optional.of(new NumberGrid(table, steps, fits ? (int) ((least - first) / unit) : NONE));
	}

	private static long gcd(final long a, final long b) {
		return b == 0 ? a : gcd(b, a % b);
	}

	/** Whether numbers between the least and the greatest are missing. */
	boolean hasGaps() {
		return Arrays.stream(number).max().orElse(0) + 1 > number.length;
	}

	/** The time of each frame, 0-based; empty if the numbers form no such grid. */
	Optional<int[]> times() {
		final int[] byVolume = byVolume();
		final int[] bySlice = bySlice();
		if (byVolume == null || bySlice == null) return Optional.ofNullable(byVolume == null ? bySlice : byVolume);
		if (span(byVolume) == span(bySlice) && !Arrays.equals(byVolume, bySlice)) return Optional.empty();
		return Optional.of(span(byVolume) <= span(bySlice) ? byVolume : bySlice);
	}

	private static int span(final int[] times) {
		return Arrays.stream(times).max().orElse(0) + 1;
	}

	// -- Volume after volume --

	private int[] byVolume() {
		for (int slices = places; slices <= 2 * places; slices++) {
			final int[] placeOfRest = placesOfRests(slices);
			if (placeOfRest == null) continue;
			final int phase = phase(placeOfRest);
			if (phase == NONE) continue;
			final int modulus = slices;
			final int[] times = Arrays.stream(number).map(n -> (n + phase) / modulus).toArray();
			return isPlausible(times) ? times : null;
		}
		return null;
	}

	/** The place of the slices whose numbers have each rest; -1 where there is none; null if one rest has several. */
	private int[] placesOfRests(final int slices) {
		final int[] placeOfRest = new int[slices];
		final int[] restOfPlace = new int[places];
		Arrays.fill(placeOfRest, NONE);
		Arrays.fill(restOfPlace, NONE);
		for (int i = 0; i < number.length; i++) {
			final int rest = number[i] % slices, here = place[table.position(i)];
			if (placeOfRest[rest] == NONE && restOfPlace[here] == NONE) {
				placeOfRest[rest] = here;
				restOfPlace[here] = rest;
			}
			else if (placeOfRest[rest] != here) return null;
		}
		return placeOfRest;
	}

	/**
	 * How many numbers the first volume lacks before the least one: where the numbers begin with 1 if that leaves
	 * slices in order, or if they are in no order at all; else where the slices are in order.
	 */
	private int phase(final int[] placeOfRest) {
		final int slices = placeOfRest.length;
		final int usual = before == NONE ? NONE : before % slices;
		if (usual != NONE && isInOrder(placeOfRest, usual)) return usual;
		final int[] inOrder = IntStream.range(0, slices).filter(phase -> isInOrder(placeOfRest, phase)).toArray();
		if (inOrder.length == 1) return inOrder[0];
		if (usual != NONE) return usual;
		return hasGaps() ? NONE : 0;
	}

	/** Whether the places ascend or descend with the numbers of a volume. */
	private static boolean isInOrder(final int[] placeOfRest, final int phase) {
		final int slices = placeOfRest.length;
		final int[] sequence = IntStream.range(0, slices)
			.map(s -> placeOfRest[Math.floorMod(s - phase, slices)])
			.filter(p -> p != NONE)
			.toArray();
		final int direction = Integer.signum(sequence[sequence.length - 1] - sequence[0]);
		for (int s = 1; s < sequence.length; s++)
			if (Integer.signum(sequence[s] - sequence[s - 1]) != direction) return false;
		return true;
	}

	// -- Slice after slice --

	private int[] bySlice() {
		final int positions = table.positions().size();
		final int[] least = new int[positions], greatest = new int[positions];
		Arrays.fill(least, Integer.MAX_VALUE);
		for (int i = 0; i < number.length; i++) {
			final int p = table.position(i);
			least[p] = Math.min(least[p], number[i]);
			greatest[p] = Math.max(greatest[p], number[i]);
		}
		for (int repeats = table.max(); repeats <= 2 * table.max(); repeats++) {
			final int modulus = repeats;
			final int usual = before == NONE ? NONE : before % repeats;
			if (usual != NONE && isBlocks(least, greatest, repeats, usual)) return bySlice(modulus, usual);
			final int[] phases = IntStream.range(0, repeats)
				.filter(phase -> isBlocks(least, greatest, modulus, phase))
				.toArray();
			if (phases.length == 1) return bySlice(repeats, phases[0]);
		}
		return null;
	}

	private int[] bySlice(final int repeats, final int phase) {
		final int[] times = Arrays.stream(number).map(n -> (n + phase) % repeats).toArray();
		final int first = Arrays.stream(times).min().orElse(0);
		Arrays.setAll(times, i -> times[i] - first);
		return isPlausible(times) ? times : null;
	}

	/**
	 * Whether each position has a block of numbers of its own, and the blocks no gap that the positions do not have.
	 */
	private boolean isBlocks(final int[] least, final int[] greatest, final int repeats, final int phase) {
		final int[] blocks = new int[least.length];
		for (int p = 0; p < least.length; p++) {
			blocks[p] = (least[p] + phase) / repeats;
			if ((greatest[p] + phase) / repeats != blocks[p]) return false;
		}
		final int[] sorted = IntStream.of(blocks).sorted().distinct().toArray();
		return sorted.length == blocks.length && sorted[sorted.length - 1] - sorted[0] + 1 == places;
	}

	/** Whether more than half of the places that the times span are taken, each by one frame. */
	private boolean isPlausible(final int[] times) {
		final int first = Arrays.stream(times).min().orElse(0);
		Arrays.setAll(times, i -> times[i] - first);
		final long span = span(times);
		return span * table.positions().size() < 2L * number.length;
	}

	/**
	 * Whether the last time was cut: it lacks but frames whose numbers would come after all others, so that nothing
	 * tells whether they ever existed.
	 *
	 * @param times of the frames
	 */
	boolean isLastCut(final int[] times) {
		final int last = span(times) - 1;
		final int greatest = Arrays.stream(number).max().orElse(0);
		final long inLast = Arrays.stream(times).filter(t -> t == last).count();
		if (last == 0 || inLast == table.positions().size()) return false;
		final int before = IntStream.range(0, number.length)
			.filter(i -> times[i] == last)
			.map(i -> number[i])
			.min()
			.orElse(0);
		return greatest - before + 1 == inLast;
	}

	/** The frames of each time at each position. */
	Frame[][] cells(final int[] times) {
		final Frame[][] cells = new Frame[span(times)][table.positions().size()];
		for (int i = 0; i < times.length; i++)
			cells[times[i]][table.position(i)] = table.frame(i);
		return cells;
	}
}
