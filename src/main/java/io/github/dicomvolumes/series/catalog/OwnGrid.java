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

package io.github.dicomvolumes.series.catalog;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;

import io.github.dicomvolumes.data.Element;
import io.github.dicomvolumes.data.OwnAttributes;
import io.github.dicomvolumes.series.ChannelAxis;
import io.github.dicomvolumes.series.TimeAxis;
import io.github.dicomvolumes.series.object.Frame;

/**
 * Frames without positions whose slices, channels and times this program has written down.
 *
 * @param frames slice fastest, then channel, then time; all are there
 */
record OwnGrid(Frame[] frames, ChannelAxis channels, TimeAxis times) {

	/** @return empty if a frame does not say where it belongs, or if there is not just one for each place */
	static Optional<OwnGrid> of(final List<Frame> all) {
		final int channels = most(all, OwnAttributes.CHANNEL), times = most(all, OwnAttributes.TIME);
		final long cells = (long) channels * times;
		if (cells <= 1 || all.size() % cells != 0) return Optional.empty();
		final int slices = (int) (all.size() / cells);
		final Frame[] frames = new Frame[all.size()];
		for (final Frame frame : all) {
			final int slice = number(frame, OwnAttributes.SLICE, 0), channel = number(frame, OwnAttributes.CHANNEL, 1),
				time = number(frame, OwnAttributes.TIME, 1);
			if (slice < 1 || slice > slices || channel < 1 || time < 1) return Optional.empty(); // of none, or of too many
			frames[slice - 1 + slices * (channel - 1 + channels * (time - 1))] = frame;
		}
		if (Arrays.stream(frames).anyMatch(Objects::isNull)) return Optional.empty();
		final List<String> labels = IntStream.range(0, channels).mapToObj(c -> label(frames[c * slices], c)).toList();
		return Optional.of(new OwnGrid(frames, channels == 1 ? ChannelAxis.SINGLE : new ChannelAxis(labels),
			new TimeAxis(times, seconds(frames, slices * channels, times))));
	}

	private static int most(final List<Frame> frames, final int element) {
		return frames.stream().mapToInt(frame -> number(frame, element, 1)).max().orElse(1);
	}

	private static int number(final Frame frame, final int element, final int ifMissing) {
		return own(frame, element).map(value -> value.integer().orElse(0)).orElse(ifMissing);
	}

	private static Optional<Element> own(final Frame frame, final int element) {
		return frame.attributes().optional(OwnAttributes.CREATOR, OwnAttributes.GROUP, element);
	}

	private static String label(final Frame frame, final int channel) {
		return own(frame, OwnAttributes.CHANNEL_LABEL).map(Element::text).orElse("channel " + (channel + 1));
	}

	/** Of each time; none if one does not say it, or if they do not ascend. */
	private static List<Double> seconds(final Frame[] frames, final int step, final int times) {
		final List<Double> seconds = new ArrayList<>();
		for (int time = 0; time < times; time++) {
			final double at = own(frames[time * step], OwnAttributes.SECONDS)
				.map(value -> value.number().orElse(Double.NaN))
				.orElse(Double.NaN);
			if (!(time == 0 ? at == 0 : at > seconds.get(time - 1))) return List.of();
			seconds.add(at);
		}
		return times == 1 ? List.of() : seconds;
	}
}
