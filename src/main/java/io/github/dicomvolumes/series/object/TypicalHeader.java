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

package io.github.dicomvolumes.series.object;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import io.github.dicomvolumes.data.Attributes;
import io.github.dicomvolumes.data.Element;
import io.github.dicomvolumes.data.Tag;
import io.github.dicomvolumes.data.VR;

/**
 * What the headers of most files of a series say: a file that says something else is less likely to be as it was
 * written. What differs from file to file, such as the position, is not part of it. Immutable.
 */
public final class TypicalHeader {

	/** More files say no more than these, and cost time. */
	private static final int SAMPLE = 64;

	/** The value of an attribute that a file does not have. */
	private static final Object ABSENT = List.of();

	/** Pixels, which are no part of the header. */
	private static final Set<Integer> PIXELS = Set.of(Tag.PIXEL_DATA, Tag.FLOAT_PIXEL_DATA,
		Tag.DOUBLE_FLOAT_PIXEL_DATA);

	/** The values that more than half of the files have. */
	private final Map<Integer, Object> values = new HashMap<>();
	/** The attributes that some files have. */
	private final Set<Integer> seen = new HashSet<>();

	private TypicalHeader() {}

	/** Of files of one series; if there are many, of some of them. */
	public static TypicalHeader of(final List<Attributes> files) {
		final int n = Math.min(SAMPLE, files.size());
		final List<Map<Integer, Object>> sample = new ArrayList<>(n);
		for (int i = 0; i < n; i++)
			sample.add(values(files.get((int) ((long) i * files.size() / n))));
		final TypicalHeader typical = new TypicalHeader();
		sample.forEach(header -> typical.seen.addAll(header.keySet()));
		for (final int tag : typical.seen) {
			final Map<Object, Integer> counts = new HashMap<>();
			for (final var header : sample)
				counts.merge(header.getOrDefault(tag, ABSENT), 1, Integer::sum);
			counts.forEach((value, count) -> { if (2 * count > n) typical.values.put(tag, value); });
		}
		return typical;
	}

	/** How many attributes of a file are not as in most files. */
	public int contradictions(final Attributes file) {
		final Map<Integer, Object> own = values(file);
		final long other = values.entrySet()
			.stream()
			.filter(typical -> !typical.getValue().equals(own.getOrDefault(typical.getKey(), ABSENT)))
			.count();
		final long more = seen.isEmpty() ? 0 : own.keySet().stream().filter(tag -> !seen.contains(tag)).count();
		return (int) (other + more);
	}

	/** The attributes in which two headers differ, ascending; without the pixel data. */
	public static Set<Integer> differences(final Attributes a, final Attributes b) {
		final Map<Integer, Object> left = values(a), right = values(b);
		final Set<Integer> tags = new TreeSet<>(Integer::compareUnsigned);
		tags.addAll(left.keySet());
		tags.addAll(right.keySet());
		tags.removeIf(tag -> left.getOrDefault(tag, ABSENT).equals(right.getOrDefault(tag, ABSENT)));
		return tags;
	}

	private static Map<Integer, Object> values(final Attributes attributes) {
		final Map<Integer, Object> values = new HashMap<>();
		for (final Element element : attributes.elements())
			if (!PIXELS.contains(element.tag()) && !element.isEmpty())
				values.put(element.tag(), value(element, attributes));
		return values;
	}

	/** What equals the value of another file, though that may be written in other words or another byte order. */
	private static Object value(final Element element, final Attributes holder) {
		final VR vr = element.vr();
		if (element.isLeftInFile()) return element.length();
		if (vr == VR.SQ) return holder.items(element.tag());
		if (vr.isText() && vr != VR.DS && vr != VR.IS) return element.strings();
		if (vr.isText() || vr.wordSize() > 1) {
			final double[] numbers = element.doubles();
			if (numbers.length > 0 && Arrays.stream(numbers).allMatch(Double::isFinite))
				return Arrays.stream(numbers).boxed().toList();
		}
		return vr.isText() ? element.strings() : List.of(Arrays.hashCode(element.bytes()));
	}
}
