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

package io.github.dicomvolumes.export.nifti;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

import io.github.dicomvolumes.data.Attributes;
import io.github.dicomvolumes.data.Element;
import io.github.dicomvolumes.data.Tag;
import io.github.dicomvolumes.series.catalog.Stack;
import io.github.dicomvolumes.series.object.Frame;
import io.github.dicomvolumes.series.object.Mosaic;
import io.github.dicomvolumes.series.object.Tile;

/** When each slice of the first time of an MR volume was acquired. */
final class SliceTiming {

	private static final int MOSAIC_TIMES = 0x29, TIMER = 0x5E;
	private static final double MS = 1000; // in a second

	private SliceTiming() {}

	/** Seconds after the first one, in the order of the slices; empty if the files do not tell. */
	static List<Double> of(final Stack stack) {
		if (!stack.attributes().orElse(Tag.MODALITY, "").equals("MR") || stack.slices() < 2) return List.of();
		final List<Frame> frames = new ArrayList<>();
		for (int slice = 0; slice < stack.slices(); slice++)
			stack.frame(slice, 0, 0).ifPresent(frames::add);
		if (frames.size() < stack.slices()) return List.of();
		return relative(stack.first().pixels() instanceof Tile ? ofMosaic(frames) : ofFrames(stack, frames));
	}

	/** The scanner has a list, in ms or as times of the day in ms, in the order in which it counts slices. */
	private static double[] ofMosaic(final List<Frame> frames) {
		final Attributes attributes = frames.get(0).attributes();
		final double[] own = attributes.optional(Mosaic.MR_HEADER, 0x0019, MOSAIC_TIMES)
			.map(Element::doubles)
			.orElse(new double[0]);
		final double[] times = own.length > 0 ? own : Mosaic.csa(attributes).numbers("MosaicRefAcqTimes");
		final double[] ofSlices = new double[frames.size()];
		for (int slice = 0; slice < ofSlices.length; slice++) {
			final int tile = number((Tile) frames.get(slice).pixels(), attributes.orElse(Tag.COLUMNS, 0));
			if (tile >= times.length) return new double[0];
			ofSlices[slice] = times[tile] / MS;
		}
		return ofSlices;
	}

	/** Which tile it is, row by row, of an image of so many columns; 0-based. */
	private static int number(final Tile tile, final int columns) {
		return tile.y() / tile.rows() * (columns / tile.columns()) + tile.x() / tile.columns();
	}

	/**
	 * By GE's timer, triggers or times of the day; only within the time of a volume, or else it is no order of slices.
	 */
	private static double[] ofFrames(final Stack stack, final List<Frame> frames) {
		final OptionalDouble interval = stack.timeAxis().interval();
		if (interval.isEmpty()) return new double[0];
		return Stream
			.<ToDoubleFunction<Attributes>> of(SliceTiming::timer, SliceTiming::trigger, SliceTiming::timeOfDay)
			.map(time -> frames.stream().map(Frame::attributes).mapToDouble(time).toArray())
			.filter(times -> isWithin(times, interval.getAsDouble()))
			.findFirst()
			.orElse(new double[0]);
	}

	private static double timer(final Attributes attributes) {
		return attributes.optional("GEMS_RELA_01", 0x0021, TIMER)
			.map(element -> element.number().orElse(Double.NaN))
			.orElse(Double.NaN);
	}

	private static double trigger(final Attributes attributes) {
		return attributes.number(Tag.TRIGGER_TIME).orElse(Double.NaN) / MS;
	}

	private static double timeOfDay(final Attributes attributes) {
		return attributes.optional(Tag.ACQUISITION_TIME)
			.flatMap(Element::time)
			.map(time -> time.toNanoOfDay() / 1e9)
			.orElse(Double.NaN);
	}

	private static boolean isWithin(final double[] times, final double seconds) {
		final double range = range(times);
		return range > 0 && range < seconds;
	}

	private static double range(final double[] times) {
		return Arrays.stream(times).max().orElse(0) - Arrays.stream(times).min().orElse(0);
	}

	/** Rounded to 10 us: more are noise of the subtraction. */
	private static List<Double> relative(final double[] times) {
		if (!(range(times) > 0)) return List.of();
		final double first = Arrays.stream(times).min().orElseThrow();
		return Arrays.stream(times).map(time -> Math.rint((time - first) * 1e5) / 1e5).boxed().toList();
	}
}
