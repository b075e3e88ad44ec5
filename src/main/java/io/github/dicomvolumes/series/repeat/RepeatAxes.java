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
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.github.dicomvolumes.series.ChannelAxis;
import io.github.dicomvolumes.series.Finding;
import io.github.dicomvolumes.series.TimeAxis;
import io.github.dicomvolumes.series.object.Frame;
import io.github.dicomvolumes.series.repeat.DistinguishingAttribute.Role;
import io.github.dicomvolumes.series.repeat.DistinguishingAttribute.Value;

/**
 * Gives columns of frames to channels and times. What an image means beats when it was taken: where sorts of image tell
 * columns apart these are the channels, also where times were what told the frames apart. What sorts leave together are
 * times.
 */
final class RepeatAxes {

	/** In place of a column that is missing as a whole. */
	private static final int NONE = -1;

	private final Columns columns;
	private final List<DistinguishingAttribute> sorts = new ArrayList<>();
	private final List<Value[]> values = new ArrayList<>();
	/** The number of the class of each column, by the sorts chosen so far. */
	private int[] classOf;
	private int classes = 1;

	private RepeatAxes(final Columns columns) {
		this.columns = columns;
		classOf = new int[columns.size()];
	}

	/** @param candidates attributes that vary among the frames */
	static RepeatAxes of(final Columns columns, final List<DistinguishingAttribute> candidates) {
		final RepeatAxes axes = new RepeatAxes(columns);
		axes.chooseSorts(candidates);
		return axes;
	}

	/** What tells channels and times apart, for people: the sorts of image, if others told the columns apart too. */
	String by() {
		final boolean areKnown = columns.attributes().containsAll(sorts);
		final String names = sorts.stream().map(DistinguishingAttribute::name).collect(Collectors.joining(" and "));
		return areKnown ? columns.by() : names + ", as by " + columns.by();
	}

	private void chooseSorts(final List<DistinguishingAttribute> candidates) {
		final Map<DistinguishingAttribute, Value[]> usable = new LinkedHashMap<>();
		for (final DistinguishingAttribute attribute : candidates) {
			final boolean isChosen = columns.attributes().contains(attribute);
			if (attribute.role().isTime() || attribute.role() == Role.SETTING && !isChosen) continue;
			final Value[] ofColumns = values(attribute);
			if (ofColumns != null) usable.put(attribute, ofColumns);
		}
		for (final var one : usable.entrySet()) // one that tells all apart, if there is one
			if (Arrays.stream(one.getValue()).distinct().count() == columns.size()) {
				add(one.getKey(), one.getValue());
				return;
			}
		usable
			.forEach((attribute, ofColumns) -> { if (refine(ofColumns).length > classes) add(attribute, ofColumns); });
		withoutNeedless();
	}

	/** The value that all frames of each column have; null if those of one differ. */
	private Value[] values(final DistinguishingAttribute attribute) {
		final Value[] found = new Value[columns.size()];
		for (int c = 0; c < found.length; c++)
			for (final Frame frame : columns.cells()[c]) {
				if (frame == null) continue;
				final Value value = attribute.reader().apply(frame);
				if (found[c] == null) found[c] = value;
				else if (!found[c].equals(value)) return null;
			}
		for (int c = 0; c < found.length; c++)
			if (found[c] == null) found[c] = Value.ABSENT;
		return found;
	}

	/** The first column of each class if the classes were divided by these values too. */
	private int[] refine(final Value[] ofColumns) {
		final Map<List<Object>, Integer> first = new LinkedHashMap<>();
		for (int c = 0; c < ofColumns.length; c++)
			first.putIfAbsent(List.of(classOf[c], ofColumns[c]), c);
		return first.values().stream().mapToInt(Integer::intValue).toArray();
	}

	private void add(final DistinguishingAttribute attribute, final Value[] ofColumns) {
		final Map<List<Object>, Integer> number = new HashMap<>();
		final int[] refined = new int[ofColumns.length];
		for (int c = 0; c < ofColumns.length; c++) {
			final Integer next = number.size();
			final Integer known = number.putIfAbsent(List.of(classOf[c], ofColumns[c]), next);
			refined[c] = known == null ? next : known;
		}
		classOf = refined;
		classes = number.size();
		sorts.add(attribute);
		values.add(ofColumns);
	}

	/** Drops sorts that later ones made needless, as a b-value with direction does the b-value alone. */
	private void withoutNeedless() {
		for (int i = 0; i < sorts.size() && sorts.size() > 1; i++) {
			final int without = i;
			final long rest = IntStream.range(0, columns.size()).mapToObj(c -> key(c, without)).distinct().count();
			if (rest < classes) continue;
			sorts.remove(i);
			values.remove(i);
			i--;
		}
	}

	private List<Value> key(final int column, final int without) {
		return IntStream.range(0, sorts.size()).filter(i -> i != without).mapToObj(i -> values.get(i)[column]).toList();
	}

	// -- Placing --

	/**
	 * Where the frames go.
	 *
	 * @param findings takes what is found about times
	 */
	Placement place(final List<Finding> findings) {
		final List<List<Integer>> channels = onTimes(channels());
		final int times = channels.stream().mapToInt(List::size).max().orElse(1);
		final boolean isEven = channels.stream().allMatch(c -> c.size() == times);
		final boolean isDiffusion = sorts.stream().anyMatch(a -> a.role() == Role.DIFFUSION);
		if (!isEven && isDiffusion) return allChannels(channels);
		final int positions = columns.cells()[0].length;
		Placement.check(positions, channels.size(), times);
		final List<Frame[]> cells = new ArrayList<>();
		for (int p = 0; p < positions; p++) {
			final Frame[] cell = new Frame[channels.size() * times];
			for (int c = 0; c < channels.size(); c++)
				for (int t = 0; t < channels.get(c).size(); t++)
					cell[c + channels.size() * t] = frame(channels.get(c).get(t), p);
			cells.add(cell);
		}
		final Times when = Times.of(fullest(channels, times));
		findings.addAll(when.findings());
		final List<String> labels = channels.stream().map(c -> label(firstOf(c))).toList();
		return new Placement(new ChannelAxis(labels), when.axis(), cells);
	}

	private static int firstOf(final List<Integer> channel) {
		return channel.stream().filter(c -> c != NONE).findFirst().orElseThrow();
	}

	private Frame frame(final int column, final int position) {
		return column == NONE ? null : columns.cells()[column][position];
	}

	/** The frames of each time, of a channel that has it. */
	private Frame[][] fullest(final List<List<Integer>> channels, final int times) {
		return IntStream.range(0, times)
			.map(t -> channels.stream()
				.filter(c -> c.size() > t && c.get(t) != NONE)
				.findFirst()
				.map(c -> c.get(t))
				.orElseThrow())
			.mapToObj(c -> columns.cells()[c])
			.toArray(Frame[][]::new);
	}

	/**
	 * The columns of each channel at their times, where an attribute told these apart for all channels alike: a channel
	 * that lacks a time lacks that, not the last.
	 */
	private List<List<Integer>> onTimes(final List<List<Integer>> channels) {
		final int most = channels.stream().mapToInt(List::size).max().orElse(1);
		final List<Value[]> times = columns.attributes()
			.stream()
			.filter(a -> a.role().isTime())
			.map(this::values)
			.toList();
		final boolean timesAlone = times.size() == columns.attributes().size();
		if (times.isEmpty() || timesAlone || channels.stream().allMatch(c -> c.size() == most)) return channels;
		final List<List<Value>> keys = IntStream.range(0, columns.size())
			.mapToObj(c -> times.stream().map(v -> v[c]).toList())
			.distinct()
			.sorted((a, b) -> Arrays.compare(numbers(a), numbers(b)))
			.toList();
		return channels.stream().map(channel -> {
			final Integer[] at = new Integer[keys.size()];
			Arrays.fill(at, NONE);
			for (final int column : channel)
				at[keys.indexOf(times.stream().map(v -> v[column]).toList())] = column;
			return List.of(at);
		}).toList();
	}

	private static double[] numbers(final List<Value> values) {
		return values.stream().mapToDouble(Value::number).toArray();
	}

	/** Weightings that were measured unequally often are channels, the second "b = 0 s/mm2 (2)". */
	private Placement allChannels(final List<List<Integer>> channels) {
		final List<String> labels = new ArrayList<>();
		final List<Integer> order = new ArrayList<>();
		for (final List<Integer> channel : channels)
			for (int k = 0; k < channel.size(); k++) {
				order.add(channel.get(k));
				labels.add(label(channel.get(0)) + (k == 0 ? "" : " (" + (k + 1) + ")"));
			}
		final List<Frame[]> cells = IntStream.range(0, columns.cells()[0].length)
			.mapToObj(p -> order.stream().map(c -> columns.cells()[c][p]).toArray(Frame[]::new))
			.toList();
		return new Placement(new ChannelAxis(labels), TimeAxis.SINGLE, cells);
	}

	/** The columns of each channel: channels by value, equal ones and the columns of each in their order. */
	private List<List<Integer>> channels() {
		final Map<Integer, List<Integer>> ofClass = new LinkedHashMap<>();
		for (int c = 0; c < classOf.length; c++)
			ofClass.computeIfAbsent(classOf[c], k -> new ArrayList<>()).add(c);
		final List<List<Integer>> channels = new ArrayList<>(ofClass.values());
		final Comparator<List<Integer>> byNumber = (a, b) -> Arrays.compare(numbers(a.get(0)), numbers(b.get(0)));
		channels.sort(byNumber.thenComparing(c -> details(c.get(0))));
		return channels;
	}

	private double[] numbers(final int column) {
		return values.stream().mapToDouble(v -> v[column].number()).toArray();
	}

	/** What orders values that are text alone. */
	private String details(final int column) {
		return values.stream()
			.map(v -> v[column])
			.map(v -> Double.isNaN(v.number()) ? v.detail() : "")
			.collect(Collectors.joining());
	}

	private String label(final int column) {
		return IntStream.range(0, sorts.size())
			.mapToObj(i -> sorts.get(i).label(values.get(i)[column]))
			.collect(Collectors.joining(", "));
	}
}
