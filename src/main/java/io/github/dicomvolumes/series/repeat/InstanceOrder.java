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
import java.util.Comparator;
import java.util.List;

import io.github.dicomvolumes.data.Tag;
import io.github.dicomvolumes.series.object.Frame;

/**
 * The order of frames where positions do not tell: by the part of a concatenation, Instance Number, Acquisition Time,
 * the name of the file with its numbers, Dimension Index Values, and the number in the file.
 */
public final class InstanceOrder {

	private record Key(int part, int number, String time, String name, double[] indices, Frame frame) {

		private static final Comparator<Key> ORDER = Comparator.comparingInt(Key::part)
			.thenComparingInt(Key::number)
			.thenComparing(Key::time)
			.thenComparing(Key::name, NaturalOrder.INSTANCE)
			.thenComparing(Key::indices, Arrays::compare)
			.thenComparingInt(key -> key.frame.index());

		static Key of(final Frame frame) {
			return new Key(frame.object().concatenationPart(), frame.instanceNumber(),
				frame.attributes().orElse(Tag.ACQUISITION_TIME, ""), frame.name(),
				frame.attributes().doubles(Tag.DIMENSION_INDEX_VALUES), frame);
		}
	}

	private InstanceOrder() {}

	/** The frames in that order. */
	public static List<Frame> sort(final List<Frame> frames) {
		if (frames.size() == 1) return frames;
		return frames.stream().map(Key::of).sorted(Key.ORDER).map(Key::frame).toList();
	}
}
