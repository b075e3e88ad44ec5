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

package io.github.dicomvolumes.export.segmentation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.github.dicomvolumes.data.InputException;

/**
 * The segments that are written, and which of them a label is. Numbers of segments are those of labels where the kind
 * of segmentation can have them: in binary ones they are 1, 2, 3 ... without a gap (PS3.3 C.8.20.4).
 */
final class SegmentTable {

	private static final int MOST = 0xFFFF;

	/** By their numbers. */
	private final Map<Integer, SegmentDescription> segments = new TreeMap<>();
	/** Of each channel, the number of each label; 0 is none. */
	private final int[][] numbers;
	private final List<String> notes = new ArrayList<>();

	/**
	 * @param described by their labels
	 * @throws InputException if there are too many
	 */
	SegmentTable(final LabelPlanes planes, final Map<Integer, SegmentDescription> described,
		final SegmentationOptions options)
	{
		final List<int[]> labels = IntStream.range(0, planes.channels()).mapToObj(planes::labels).toList();
		numbers = labels.stream().map(l -> new int[1 + Arrays.stream(l).max().orElse(0)]).toArray(int[][]::new);
		final boolean isMask = planes.isMask() && !described.containsKey(0xFF);
		final int[] sorted = labels.stream().flatMapToInt(Arrays::stream).sorted().toArray();
		final boolean areApart = sorted.length == Arrays.stream(sorted).distinct().count();
		final Map<Integer, SegmentDescription> all = new TreeMap<>(described);
		for (final int label : sorted)
			all.computeIfAbsent(label, SegmentDescription::of);
		final Set<Integer> coloured = options.segments()
			.stream()
			.filter(segment -> segment.rgb() >= 0)
			.map(SegmentDescription::label)
			.collect(Collectors.toSet());
		all.replaceAll((label, segment) -> coloured.contains(label) ? segment
			: coloured(segment, options.colours().applyAsInt(label)));
		final boolean isGapless = all.size() == all.keySet().stream().mapToInt(Integer::intValue).max().orElse(0);
		if (!isMask && areApart && (isGapless || options.kind() == SegmentationKind.LABELMAP)) keep(labels, all);
		else number(labels, all, isMask, areApart);
		if (segments.size() > MOST) throw new InputException(
			"The image has " + segments.size() + " segments; a segmentation has at most " + MOST + ".");
	}

	private static SegmentDescription coloured(final SegmentDescription segment, final int rgb) {
		return rgb < 0 ? segment : segment.withRgb(rgb);
	}

	private void keep(final List<int[]> labels, final Map<Integer, SegmentDescription> all) {
		segments.putAll(all);
		for (int channel = 0; channel < numbers.length; channel++)
			for (final int label : labels.get(channel))
				numbers[channel][label] = label;
	}

	/** Gives each label of each channel the next number. */
	private void number(final List<int[]> labels, final Map<Integer, SegmentDescription> all, final boolean isMask,
		final boolean areApart)
	{
		final List<int[]> order = new ArrayList<>(); // channel, label
		for (int channel = 0; channel < numbers.length; channel++)
			for (final int label : labels.get(channel))
				order.add(new int[] { channel, label });
		if (areApart) order.sort((a, b) -> Integer.compare(a[1], b[1]));
		final List<String> changed = new ArrayList<>();
		for (final int[] entry : order) {
			final int channel = entry[0], label = entry[1], number = segments.size() + 1;
			numbers[channel][label] = number;
			if (isMask) segments.put(number, all.getOrDefault(number, SegmentDescription.of(number)));
			else segments.put(number, areApart ? all.get(label)
				: all.get(label).withName(all.get(label).name() + ", channel " + (channel + 1)));
			if (label != number && !isMask)
				changed.add(label + (areApart ? "" : " of channel " + (channel + 1)) + " is " + number);
		}
		if (!changed.isEmpty()) notes.add("segments are numbered without gaps: label " + shown(changed));
	}

	private static String shown(final List<String> changes) {
		final int most = 8;
		return String.join(", ", changes.subList(0, Math.min(most, changes.size()))) +
			(changes.size() > most ? " ..." : "");
	}

	/** By their numbers, ascending. */
	Map<Integer, SegmentDescription> segments() {
		return segments;
	}

	/** The number of a label of a channel; 0 is none. */
	int number(final int channel, final int label) {
		return numbers[channel][label];
	}

	/** What to know about the numbers. */
	List<String> notes() {
		return notes;
	}
}
