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
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.github.dicomvolumes.data.Tag;
import io.github.dicomvolumes.series.TimeAxis;
import io.github.dicomvolumes.series.object.Frame;

/** When the times of a volume are, as the frames of one slice say it. */
public final class Times {

	/** In this order: the first that all frames have, ascending, tells. */
	private static final List<Integer> TAGS = Stream
		.concat(Stream.of(Tag.TEMPORAL_POSITION_TIME_OFFSET, Tag.TRIGGER_TIME, Tag.NOMINAL_CARDIAC_TRIGGER_DELAY_TIME,
			Tag.FRAME_REFERENCE_TIME), MomentTags.ALL.stream().skip(1))
		.toList();

	private Times() {}

	/** @param frames one of each time, in the order of the times */
	static TimeAxis of(final List<Frame> frames) {
		final int n = frames.size();
		if (n == 1) return TimeAxis.SINGLE;
		final Frame first = frames.get(0);
		if (first.framesInFile() > 1 && frames.stream().allMatch(f -> f.object() == first.object())) {
			final TimeAxis axis = first.object()
				.times()
				.map(times -> since(frames.stream().map(f -> times[f.index()]).toList()))
				.orElse(null);
			if (axis != null) return axis;
		}
		final double resolution = first.attributes().number(Tag.TEMPORAL_RESOLUTION).orElse(0);
		if (resolution > 0) return new TimeAxis(n, IntStream.range(0, n).mapToObj(t -> t * resolution / 1000).toList());
		for (final int tag : TAGS) {
			final List<Double> seconds = new ArrayList<>();
			for (final Frame frame : frames)
				MomentTags.seconds(frame.attributes(), tag).ifPresent(seconds::add);
			final TimeAxis axis = seconds.size() < n ? null : since(seconds);
			if (axis != null) return axis;
		}
		return new TimeAxis(n, List.of());
	}

	/** Seconds since the first; null if they do not ascend. */
	private static TimeAxis since(final List<Double> seconds) {
		for (int t = 1; t < seconds.size(); t++)
			if (!(seconds.get(t) > seconds.get(t - 1))) return null;
		final double start = seconds.get(0);
		// to the microsecond: a difference of large numbers has no more digits
		return new TimeAxis(seconds.size(), seconds.stream().map(s -> Math.rint((s - start) * 1e6) / 1e6).toList());
	}
}
