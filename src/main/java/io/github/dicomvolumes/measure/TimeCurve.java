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

package io.github.dicomvolumes.measure;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import io.github.dicomvolumes.data.Dictionary;
import io.github.dicomvolumes.data.Tag;
import io.github.dicomvolumes.measure.segment.MeasuredImage;
import io.github.dicomvolumes.series.Segment;

/**
 * The values of a segment over time.
 *
 * @param channel 0-based
 * @param unit of the values; empty if unknown
 * @param seconds of each time since the beginning of the first; of PET the middle of the frame. The numbers 0, 1, 2 ...
 *        if times are not known
 * @param isTimed whether these are seconds
 */
public record TimeCurve(Segment segment, int channel, String unit, List<Double> seconds, boolean isTimed,
	List<Double> means, List<Double> deviations, List<Double> maxima)
{

	private static final int DURATION = Dictionary.tag("ActualFrameDuration");
	private static final double MILLIS = 1000, ROUNDING = 2e-3;

	public TimeCurve {
		seconds = List.copyOf(seconds);
		means = List.copyOf(means);
		deviations = List.copyOf(deviations);
		maxima = List.copyOf(maxima);
	}

	/** The curves of what was measured of an image: one for each segment and channel. */
	public static List<TimeCurve> of(final MeasuredImage image, final List<SegmentStatistics> all) {
		final Map<Integer, List<SegmentStatistics>> groups = new TreeMap<>();
		final Map<List<Object>, Integer> places = new HashMap<>();
		for (final SegmentStatistics each : all) {
			final int place = places.computeIfAbsent(List.of(each.segment(), each.channel()), key -> places.size());
			groups.computeIfAbsent(place, key -> new ArrayList<>()).add(each);
		}
		final boolean isTimed = !image.seconds().isEmpty();
		final List<Double> seconds = seconds(image);
		return groups.values()
			.stream()
			.map(own -> new TimeCurve(own.get(0).segment(), own.get(0).channel(), own.get(0).unit(),
				own.stream().map(s -> seconds.get(s.time())).toList(), isTimed,
				own.stream().map(s -> s.intensity().mean()).toList(),
				own.stream().map(s -> s.intensity().sd()).toList(),
				own.stream().map(s -> s.intensity().maximum()).toList()))
			.toList();
	}

	/** When each time of an image is: of PET the middle of its frames. */
	static List<Double> seconds(final MeasuredImage image) {
		final List<Double> seconds = new ArrayList<>();
		final boolean areMiddles = areReferenceTimes(image);
		for (int time = 0; time < image.shape().times(); time++)
			seconds.add(image.seconds().isEmpty() ? (double) time
				: image.seconds().get(time) + number(image, areMiddles ? 0 : time, DURATION) / 2 / MILLIS);
		return seconds;
	}

	/**
	 * Whether the times of PET are those of Frame Reference Time, which lies within the frame, not at its beginning.
	 */
	private static boolean areReferenceTimes(final MeasuredImage image) {
		for (int time = 1; time < image.seconds().size(); time++) {
			final double since = number(image, time, Tag.FRAME_REFERENCE_TIME) -
				number(image, 0, Tag.FRAME_REFERENCE_TIME);
			if (Math.abs(since / MILLIS - image.seconds().get(time)) > ROUNDING) return false;
		}
		return true;
	}

	/** A number of a time of PET; 0 of anything else. */
	private static double number(final MeasuredImage image, final int time, final int tag) {
		return image.volume()
			.filter(volume -> volume.attributes().orElse(Tag.MODALITY, "").equals("PT"))
			.flatMap(volume -> volume.attributes(0, 0, time))
			.map(attributes -> attributes.number(tag).orElse(0))
			.orElse(0.0);
	}

	/** The area under the curve of means, by trapezoids, in the unit of the values times s. */
	public double area() {
		double area = 0;
		for (int time = 1; time < means.size(); time++)
			area += (means.get(time) + means.get(time - 1)) / 2 * (seconds.get(time) - seconds.get(time - 1));
		return area;
	}

	/** When the mean is greatest, s; the first time if there are several; NaN if there is no mean. */
	public double timeToPeak() {
		double at = Double.NaN, most = Double.NEGATIVE_INFINITY;
		for (int time = 0; time < means.size(); time++)
			if (means.get(time) > most) {
				most = means.get(time);
				at = seconds.get(time);
			}
		return at;
	}
}
