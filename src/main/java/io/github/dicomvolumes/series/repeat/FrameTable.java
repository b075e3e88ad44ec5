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
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

import io.github.dicomvolumes.series.object.Frame;
import io.github.dicomvolumes.series.repeat.DistinguishingAttribute.Value;

/**
 * The frames of some positions as numbers, which the ways to tell them apart work on: the position of each, and the
 * value that each has of an attribute. Reads an attribute once. Not thread-safe.
 */
final class FrameTable {

	private static final Comparator<Value> ORDER = Comparator.comparingDouble(Value::number);

	/**
	 * The values of an attribute.
	 *
	 * @param codes of each frame, the index of its value
	 * @param values each once, by number, equal ones in the order of the frames, text alone by text
	 */
	record Coded(int[] codes, List<Value> values) {

		int size() {
			return values.size();
		}
	}

	private final Positions positions;
	private final Frame[] frames;
	private final int[] position;
	private final int max;
	private final Map<DistinguishingAttribute, Coded> coded = new IdentityHashMap<>();
	private final List<DistinguishingAttribute> attributes;

	FrameTable(final Positions positions) {
		this.positions = positions;
		frames = positions.frames().stream().flatMap(List::stream).toArray(Frame[]::new);
		position = new int[frames.length];
		int i = 0;
		for (int p = 0; p < positions.size(); p++)
			for (int k = 0; k < positions.frames().get(p).size(); k++)
				position[i++] = p;
		max = positions.frames().stream().mapToInt(List::size).max().orElse(0);
		attributes = DistinguishingAttributes.of(frames[0]);
	}

	Positions positions() {
		return positions;
	}

	/** The number of frames. */
	int size() {
		return frames.length;
	}

	Frame frame(final int i) {
		return frames[i];
	}

	/** The position of a frame, 0-based. */
	int position(final int i) {
		return position[i];
	}

	/** Frames at the position that has most. */
	int max() {
		return max;
	}

	/** Whether all positions have equally many frames. */
	boolean isEven() {
		return frames.length == max * positions.size();
	}

	/** The attributes that vary at the position with most frames: only these can tell frames apart. */
	List<DistinguishingAttribute> varying() {
		final List<Frame> fullest = positions.frames().stream().max(Comparator.comparingInt(List::size)).orElseThrow();
		return attributes.stream().filter(a -> fullest.stream().map(a.reader()).distinct().count() > 1).toList();
	}

	Coded coded(final DistinguishingAttribute attribute) {
		return coded.computeIfAbsent(attribute, this::code);
	}

	private Coded code(final DistinguishingAttribute attribute) {
		final Map<Value, Integer> found = new HashMap<>();
		final int[] codes = new int[frames.length];
		for (int i = 0; i < frames.length; i++) {
			final Integer next = found.size();
			final Integer known = found.putIfAbsent(attribute.reader().apply(frames[i]), next);
			codes[i] = known == null ? next : known;
		}
		final Value[] values = new Value[found.size()];
		found.forEach((value, code) -> values[code] = value);
		final Integer[] order = new Integer[values.length];
		Arrays.setAll(order, k -> k);
		final boolean isText = Arrays.stream(values).anyMatch(v -> Double.isNaN(v.number()));
		final Comparator<Value> comparator = isText ? ORDER.thenComparing(Value::detail) : ORDER;
		Arrays.sort(order, (a, c) -> comparator.compare(values[a], values[c]));
		final int[] rank = new int[values.length];
		for (int k = 0; k < order.length; k++)
			rank[order[k]] = k;
		Arrays.setAll(codes, i -> rank[codes[i]]);
		return new Coded(codes, Arrays.stream(order).map(k -> values[k]).toList());
	}
}
