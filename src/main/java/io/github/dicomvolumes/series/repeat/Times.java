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
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

import io.github.dicomvolumes.data.Attributes;
import io.github.dicomvolumes.data.NumberText;
import io.github.dicomvolumes.data.Tag;
import io.github.dicomvolumes.series.Finding;
import io.github.dicomvolumes.series.Finding.Code;
import io.github.dicomvolumes.series.TimeAxis;
import io.github.dicomvolumes.series.object.Frame;

/**
 * When the times of a volume are: as the frames say it, else in MR the time of repetition, which is assumed.
 *
 * @param axis the times
 * @param findings what was assumed, or contradicts the times
 */
record Times(TimeAxis axis, List<Finding> findings) {

	/** How much the interval may differ from Repetition Time before that is mentioned. */
	private static final double DISAGREES = 0.02;

	/** GE's timer counted 1e-4 s if its steps are so many times longer than Repetition Time, or than a second. */
	private static final double TICKS_PER_SECOND = 1e4, MANY = 300;

	/** @param cells of each time the frames at each position, null where one is missing; in the order of the times */
	static Times of(final Frame[][] cells) {
		final int n = cells.length;
		if (n == 1) return new Times(TimeAxis.SINGLE, List.of());
		final Frame[] one = onePerTime(cells);
		final Optional<TimeAxis> cine = cine(one);
		if (cine.isPresent()) return new Times(cine.get(), List.of());
		final Frame first = one[0];
		final double resolution = first.attributes().number(Tag.TEMPORAL_RESOLUTION).orElse(0);
		if (resolution > 0)
			return new Times(new TimeAxis(n, IntStream.range(0, n).mapToObj(t -> t * resolution / 1000).toList()),
				List.of());
		for (final Moment moment : Moment.ALL) {
			final double[] seconds = seconds(cells, moment);
			if (seconds == null) continue;
			final boolean ticks = moment == Moment.GE_TIMER && seconds[1] > MANY * Math.max(1, repetition(first));
			if (ticks) Arrays.setAll(seconds, t -> seconds[t] / TICKS_PER_SECOND);
			final TimeAxis axis = new TimeAxis(n, Arrays.stream(seconds).mapToObj(Times::toMicroseconds).toList());
			return new Times(axis, disagreement(axis, moment, first));
		}
		return assumed(n, first);
	}

	/** Whether the times go backwards. */
	static boolean descend(final Frame[][] cells) {
		final Frame[][] reversed = cells.clone();
		Collections.reverse(Arrays.asList(reversed));
		return Moment.ALL.stream().noneMatch(moment -> seconds(cells, moment) != null) &&
			Moment.ALL.stream().anyMatch(moment -> seconds(reversed, moment) != null);
	}

	/** To the microsecond: a difference of large numbers has no more digits. */
	private static Double toMicroseconds(final double seconds) {
		return Math.rint(seconds * 1e6) / 1e6;
	}

	/** A frame of each time, at the same position if one has all. */
	private static Frame[] onePerTime(final Frame[][] cells) {
		for (int p = 0; p < cells[0].length; p++) {
			final int position = p;
			final Frame[] here = Arrays.stream(cells).map(time -> time[position]).toArray(Frame[]::new);
			if (Arrays.stream(here).allMatch(f -> f != null)) return here;
		}
		return Arrays.stream(cells)
			.map(time -> Arrays.stream(time).filter(f -> f != null).findFirst().orElse(firstOf(cells)))
			.toArray(Frame[]::new);
	}

	private static Frame firstOf(final Frame[][] cells) {
		return Arrays.stream(cells).flatMap(Arrays::stream).filter(f -> f != null).findFirst().orElseThrow();
	}

	private static Optional<TimeAxis> cine(final Frame[] frames) {
		final Frame first = frames[0];
		if (first.framesInFile() == 1 || Arrays.stream(frames).anyMatch(f -> f.object() != first.object()))
			return Optional.empty();
		final double[] cine = first.object().times().orElse(null);
		if (cine == null) return Optional.empty();
		final double[] seconds = Arrays.stream(frames)
			.mapToDouble(f -> cine[f.index()] - cine[first.index()])
			.toArray();
		if (!ascends(seconds)) return Optional.empty();
		return Optional
			.of(new TimeAxis(seconds.length, Arrays.stream(seconds).mapToObj(Times::toMicroseconds).toList()));
	}

	/** Of each time the median over the positions since the first; null if a time has none, or they do not ascend. */
	private static double[] seconds(final Frame[][] cells, final Moment moment) {
		final double[] median = new double[cells.length];
		final double[][] at = new double[cells.length][];
		for (int t = 0; t < cells.length; t++) {
			at[t] = Arrays.stream(cells[t])
				.mapToDouble(f -> f == null ? Double.NaN : moment.seconds(f).orElse(Double.NaN))
				.toArray();
			final double[] start = at[0], now = at[t];
			final double[] known = IntStream.range(0, now.length)
				.mapToDouble(p -> now[p] - start[p])
				.filter(s -> !Double.isNaN(s))
				.sorted()
				.toArray();
			if (known.length == 0) return null;
			median[t] = known[known.length / 2];
		}
		return ascends(median) ? median : null;
	}

	private static boolean ascends(final double[] seconds) {
		for (int t = 1; t < seconds.length; t++)
			if (!(seconds[t] > seconds[t - 1])) return false;
		return true;
	}

	// -- Repetition Time --

	/** Repetition Time of images that are taken slice by slice, s; 0 if it is unknown or means something else. */
	private static double repetition(final Frame frame) {
		final Attributes attributes = frame.attributes();
		final boolean isBySlice = attributes.orElse(Tag.MODALITY, "").equals("MR") &&
			!attributes.orElse(Tag.MR_ACQUISITION_TYPE, "").equals("3D");
		return isBySlice ? attributes.number(Tag.REPETITION_TIME).orElse(0) / 1000 : 0;
	}

	private static Times assumed(final int n, final Frame first) {
		final double interval = repetition(first);
		if (!(interval > 0)) return new Times(new TimeAxis(n, List.of()), List.of());
		final TimeAxis axis = new TimeAxis(n,
			IntStream.range(0, n).mapToObj(t -> toMicroseconds(t * interval)).toList());
		return new Times(axis, List.of(new Finding(Code.TIMES_ASSUMED, "nothing says when the times are; " +
			NumberText.of(interval) + " s are assumed from " + Tag.describe(Tag.REPETITION_TIME))));
	}

	private static List<Finding> disagreement(final TimeAxis axis, final Moment moment, final Frame first) {
		final double declared = repetition(first);
		final OptionalDouble interval = axis.interval();
		if (declared == 0 || interval.isEmpty() || moment == Moment.TRIGGER) return List.of();
		final boolean isSame = Math.abs(interval.getAsDouble() - declared) <= DISAGREES * declared;
		return isSame ? List.of()
			: List.of(new Finding(Code.INTERVAL_DISAGREES, "Repetition Time says " + NumberText.of(declared) + " s"));
	}
}
