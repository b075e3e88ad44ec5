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

package io.github.dicomvolumes.measure.segment;

import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;

import io.github.dicomvolumes.data.Tag;
import io.github.dicomvolumes.series.Segment;

/** What the files of an image of labels say about its numbers. */
public final class LabelNames {

	private LabelNames() {}

	/** The padding value of a label map is its background (PS3.3 C.8.20.2). */
	static OptionalInt background(final MeasuredImage labels) {
		final int value = labels.volume()
			.filter(volume -> !volume.stack().segments().isEmpty())
			.map(volume -> volume.attributes().orElse(Tag.PIXEL_PADDING_VALUE, 0))
			.orElse(0);
		return value > 0 ? OptionalInt.of(value) : OptionalInt.empty();
	}

	/** What to know about the labels of an image, of which the first time counts. */
	static List<String> notes(final MeasuredImage labels) {
		return labels.shape().times() == 1 ? List.of() : List.of("labels of the first time, for all times");
	}

	/** The segments that the files of an image of labels name. */
	static List<Segment> of(final MeasuredImage labels) {
		return labels.volume().map(volume -> volume.stack().segments()).orElse(List.of());
	}

	/**
	 * The segments of a channel: those that files name, in the first channel, and labels that they do not.
	 *
	 * @param found labels that have voxels
	 */
	public static List<Segment> of(final MeasuredImage labels, final Iterable<Integer> found, final int channel) {
		final Map<Integer, Segment> named = new TreeMap<>(), segments = new TreeMap<>();
		of(labels).forEach(segment -> named.put(segment.number(), segment));
		if (labels.shape().channels() == 1) segments.putAll(named);
		found.forEach(label -> segments.put(label, named.getOrDefault(label, new Segment(label, "", -1))));
		return List.copyOf(segments.values());
	}
}
