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

package io.github.dicomvolumes.rules;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What Instance Numbers can mean where nothing else tells the frames at one position apart (R55 g): they run over the
 * slices of a time first, n = t Z + k, or over the times of a slice, n = t + T k, upwards or downwards along the
 * normal, from any first number.
 */
final class NumberReadings {

	/**
	 * One meaning of the numbers.
	 *
	 * @param times the time of each frame, ascending without gaps from 0
	 * @param holes how many numbers within the series have no file
	 */
	private record Reading(int[] times, int holes) {

		boolean isSameAs(final Reading other) {
			return Arrays.equals(times, other.times);
		}
	}

	private final int[] numbers, slices;
	private final List<Reading> readings = new ArrayList<>();

	/**
	 * @param numbers Instance Number of each frame
	 * @param slices its place along the normal, from 0 at the first that is there
	 */
	NumberReadings(final int[] numbers, final int[] slices) {
		this.numbers = numbers.clone();
		this.slices = slices.clone();
		final int span = max(numbers) - min(numbers) + 1, depth = max(slices) + 1;
		for (final int direction : new int[] { 1, -1 }) {
			for (int stride = depth; stride <= span + depth; stride++)
				slicesFirst(stride, direction, depth);
			for (int times = 1; times <= span; times++)
				timesFirst(times, direction, depth);
		}
	}

	/**
	 * Whether the files tell the times.
	 *
	 * @param truth the time of each frame
	 */
	boolean tell(final int[] truth) {
		final Reading right = new Reading(ranks(truth), 0);
		return !readings.isEmpty() && readings.stream().allMatch(r -> r.isSameAs(right));
	}

	/** Whether another meaning than the truth needs no more missing files: nobody can tell that it is wrong. */
	boolean deceive(final int[] truth) {
		final Reading right = new Reading(ranks(truth), 0);
		final int holes = readings.stream()
			.filter(r -> r.isSameAs(right))
			.mapToInt(Reading::holes)
			.min()
			.orElse(Integer.MAX_VALUE);
		return readings.stream().anyMatch(r -> !r.isSameAs(right) && r.holes <= holes);
	}

	private void slicesFirst(final int stride, final int direction, final int depth) {
		final int[] starts = new int[numbers.length];
		Arrays.setAll(starts, i -> numbers[i] - direction * slices[i]);
		final int first = min(starts);
		if (Arrays.stream(starts).anyMatch(start -> (start - first) % stride != 0)) return;
		final int[] times = Arrays.stream(starts).map(start -> (start - first) / stride).toArray();
		add(times, stride * (max(times) + 1) - numbers.length);
	}

	private void timesFirst(final int count, final int direction, final int depth) {
		final int[] times = new int[numbers.length];
		Arrays.setAll(times, i -> numbers[i] - direction * count * slices[i]);
		final int first = min(times);
		if (max(times) - first >= count) return;
		add(Arrays.stream(times).map(t -> t - first).toArray(), count * depth - numbers.length);
	}

	/** Adds a meaning that puts no two frames in one place. */
	private void add(final int[] times, final int holes) {
		final long places = IntStream.range(0, times.length)
			.mapToObj(i -> List.of(times[i], slices[i]))
			.distinct()
			.count();
		if (places == times.length) readings.add(new Reading(ranks(times), holes));
	}

	private static int[] ranks(final int[] values) {
		final int[] distinct = Arrays.stream(values).distinct().sorted().toArray();
		return Arrays.stream(values).map(value -> Arrays.binarySearch(distinct, value)).toArray();
	}

	private static int min(final int[] values) {
		return Arrays.stream(values).min().orElseThrow();
	}

	private static int max(final int[] values) {
		return Arrays.stream(values).max().orElseThrow();
	}
}
