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
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.github.dicomvolumes.data.Tag;
import io.github.dicomvolumes.series.ChannelAxis;
import io.github.dicomvolumes.series.Finding;
import io.github.dicomvolumes.series.Finding.Code;
import io.github.dicomvolumes.series.Numbers;
import io.github.dicomvolumes.series.TimeAxis;
import io.github.dicomvolumes.series.object.Frame;
import io.github.dicomvolumes.series.object.FrameOrder;
import io.github.dicomvolumes.series.repeat.Trait.Kind;
import io.github.dicomvolumes.series.repeat.Trait.Value;

/**
 * What tells the frames at the same position apart: an attribute, or two or three together, with the same values at
 * every position, one frame for each. Times become the time axis, all else channels. Where nothing tells, the order of
 * the numbers does, and it is said.
 */
public final class Repeats {

	private static final int MOST_TOGETHER = 3;
	private static final int LISTED = 8;
	private static final Comparator<List<Value>> BY_NUMBERS = (a, b) -> Arrays.compare(numbers(a), numbers(b));

	private Repeats() {}

	/**
	 * The traits that tell frames apart, all positions having equally many.
	 *
	 * @return empty if none do
	 */
	public static List<Trait> traits(final List<List<Frame>> positions) {
		final List<Frame> first = positions.get(0);
		final List<Trait> varying = Trait.of(first.get(0)).stream().filter(t -> distinct(t, first) > 1).toList();
		final List<Trait> diffusion = diffusion(varying, positions);
		for (final Trait trait : varying) {
			if (trait.kind() == Kind.COUNT && !diffusion.isEmpty()) return diffusion;
			if (tell(List.of(trait), positions) && isTelling(trait, first)) return List.of(trait);
		}
		if (!diffusion.isEmpty()) return diffusion;
		for (int together = 2; together <= MOST_TOGETHER; together++)
			for (final List<Trait> several : combinations(varying, together))
				if (tell(several, positions)) return several;
		return List.of();
	}

	/**
	 * What to take if weightings vary, but do not tell frames apart alone, as each may be measured several times: one
	 * with another trait that counts how often, else with the number of the image among those of the same weighting.
	 *
	 * @return empty if no weighting varies
	 */
	private static List<Trait> diffusion(final List<Trait> varying, final List<List<Frame>> positions) {
		final List<Trait> weightings = varying.stream().filter(t -> t.kind() == Kind.DIFFUSION).toList();
		for (final Trait weighting : weightings)
			for (final Trait other : varying)
				if (other.kind() != Kind.DIFFUSION && tell(List.of(weighting, other), positions))
					return List.of(weighting, other);
		final Optional<Trait> numbered = weightings.stream()
			.max(Comparator.comparingLong(t -> distinct(t, positions.get(0))))
			.map(t -> numbered(t, positions));
		return numbered.filter(t -> tell(List.of(t), positions)).map(List::of).orElse(List.of());
	}

	private static Trait numbered(final Trait trait, final List<List<Frame>> positions) {
		final Map<Frame, Value> values = new IdentityHashMap<>();
		for (final List<Frame> same : positions) {
			final Map<Value, Integer> count = new HashMap<>();
			for (final Frame frame : InstanceOrder.sort(same)) {
				final Value value = trait.value().apply(frame);
				if (value == null) continue;
				final int n = count.merge(value, 1, Integer::sum);
				values.put(frame, n == 1 ? value : new Value(value.number(), value.detail() + " (" + n + ")"));
			}
		}
		return new Trait(trait.name() + " and the order of the numbers", trait.kind(), values::get, trait.before(),
			trait.after());
	}

	/** How many values there are, 0 if a frame has none. */
	private static long distinct(final Trait trait, final List<Frame> frames) {
		final Set<Value> values = values(trait, frames);
		return values == null ? 0 : values.size();
	}

	/**
	 * Numbers of acquisitions count times in MR; elsewhere only if something says when: else they are acquisitions of
	 * their own, which are volumes apart.
	 */
	private static boolean isTelling(final Trait trait, final List<Frame> frames) {
		return trait != Trait.ACQUISITION || frames.get(0).attributes().orElse(Tag.MODALITY, "").equals("MR") ||
			!Times.of(frames.stream().sorted(Comparator.comparingDouble(f -> trait.value().apply(f).number())).toList())
				.seconds()
				.isEmpty();
	}

	/** The places of frames, all positions having equally many; a finding says what tells them apart. */
	public static Placement placement(final List<List<Frame>> positions, final List<Finding> findings) {
		final int repeats = positions.get(0).size();
		if (repeats == 1) return Placement.single(positions);
		final List<Trait> traits = traits(positions);
		final Placement placement = traits.isEmpty() ? byNumber(positions) : byTraits(positions, traits);
		findings.add(traits.isEmpty() ? ranked(positions) : told(placement, traits));
		return placement;
	}

	// -- By attributes --

	private static boolean tell(final List<Trait> traits, final List<List<Frame>> positions) {
		final int repeats = positions.get(0).size();
		int product = 1;
		for (final Trait trait : traits) {
			final Set<Value> values = values(trait, positions.get(0));
			if (values == null || repeats % values.size() != 0) return false;
			product *= values.size();
		}
		if (product != repeats) return false;
		Set<List<Value>> expected = null;
		for (final List<Frame> same : positions) {
			final Set<List<Value>> keys = new HashSet<>();
			for (final Frame frame : same) {
				final List<Value> key = key(frame, traits);
				if (key == null || !keys.add(key)) return false;
			}
			if (expected == null) expected = keys;
			else if (!expected.equals(keys)) return false;
		}
		return true;
	}

	private static Placement byTraits(final List<List<Frame>> positions, final List<Trait> traits) {
		final List<Trait> times = traits.stream().filter(Trait::isTime).toList();
		final List<Trait> channels = traits.stream().filter(t -> !t.isTime()).toList();
		final List<Frame> first = InstanceOrder.sort(positions.get(0));
		final Map<List<Value>, Integer> time = ranks(times, first), channel = ranks(channels, first);
		final List<Frame[]> cells = new ArrayList<>();
		for (final List<Frame> same : positions) {
			final Frame[] cell = new Frame[same.size()];
			for (final Frame frame : same)
				cell[channel.get(key(frame, channels)) + channel.size() * time.get(key(frame, times))] = frame;
			cells.add(cell);
		}
		final List<String> labels = channel.keySet()
			.stream()
			.map(values -> IntStream.range(0, values.size())
				.mapToObj(i -> channels.get(i).label(values.get(i)))
				.collect(Collectors.joining(", ")))
			.toList();
		return new Placement(new ChannelAxis(labels),
			Times.of(IntStream.range(0, time.size()).mapToObj(t -> cells.get(0)[channel.size() * t]).toList()), cells);
	}

	/** The place of each combination of values: by numbers, equal ones in the order of the frames. */
	private static Map<List<Value>, Integer> ranks(final List<Trait> traits, final List<Frame> frames) {
		final List<List<Value>> keys = frames.stream().map(f -> key(f, traits)).distinct().sorted(BY_NUMBERS).toList();
		final Map<List<Value>, Integer> ranks = new LinkedHashMap<>();
		for (final List<Value> key : keys)
			ranks.put(key, ranks.size());
		return ranks;
	}

	private static double[] numbers(final List<Value> values) {
		return values.stream().mapToDouble(Value::number).toArray();
	}

	/** Null if one is missing. */
	private static List<Value> key(final Frame frame, final List<Trait> traits) {
		final List<Value> key = new ArrayList<>(traits.size());
		for (final Trait trait : traits) {
			final Value value = trait.value().apply(frame);
			if (value == null) return null;
			key.add(value);
		}
		return key;
	}

	/** Null if a frame has none. */
	private static Set<Value> values(final Trait trait, final List<Frame> frames) {
		final Set<Value> values = new HashSet<>();
		for (final Frame frame : frames) {
			final Value value = trait.value().apply(frame);
			if (value == null) return null;
			values.add(value);
		}
		return values;
	}

	private static List<List<Trait>> combinations(final List<Trait> traits, final int size) {
		if (size == 0) return List.of(List.of());
		final List<List<Trait>> all = new ArrayList<>();
		for (int i = 0; i <= traits.size() - size; i++)
			for (final List<Trait> rest : combinations(traits.subList(i + 1, traits.size()), size - 1)) {
				final List<Trait> several = new ArrayList<>(List.of(traits.get(i)));
				several.addAll(rest);
				all.add(several);
			}
		return all;
	}

	private static Finding told(final Placement placement, final List<Trait> traits) {
		final String by = traits.stream().map(Trait::name).collect(Collectors.joining(" and "));
		final List<String> labels = placement.channels().labels();
		final String channels = labels.size() == 1 ? ""
			: labels.size() + " channels (" + labels.stream().limit(LISTED).collect(Collectors.joining("; ")) +
				(labels.size() > LISTED ? "; ..." : "") + ")";
		final String times = placement.times().size() == 1 ? ""
			: placement.times().size() + " times" + interval(placement.times());
		return new Finding(Code.REPEATED_POSITIONS,
			channels + (channels.isEmpty() || times.isEmpty() ? "" : " and ") + times + ", told apart by " + by);
	}

	// -- By number --

	private static Placement byNumber(final List<List<Frame>> positions) {
		final List<Frame[]> cells = positions.stream()
			.map(same -> InstanceOrder.sort(same).toArray(Frame[]::new))
			.toList();
		return new Placement(ChannelAxis.SINGLE, Times.of(List.of(cells.get(0))), cells);
	}

	private static Finding ranked(final List<List<Frame>> positions) {
		final Frame first = positions.get(0).get(0);
		final int n = positions.get(0).size();
		if (first.object().order() == FrameOrder.ONE_PLACE) return new Finding(Code.REPEATED_POSITIONS,
			n + " frames of one file are times" + interval(Times.of(InstanceOrder.sort(positions.get(0)))));
		return new Finding(Code.REPEATS_BY_NUMBER, n + " frames at each position, and no attribute tells them apart: " +
			"they are times in the order of (0020,0013) Instance Number");
	}

	private static String interval(final TimeAxis times) {
		return times.interval().isPresent() ? ", " + Numbers.text(times.interval().getAsDouble()) + " s apart"
			: times.seconds().isEmpty() ? "" : " at unequal distances";
	}

	// -- Unequally many --

	/**
	 * The frames of a value.
	 *
	 * @param name of the value, for people
	 */
	public record Part(String name, List<Frame> frames) {}

	/**
	 * The first trait, or two together, of which every value is at most once at a position and which has as many values
	 * as the fullest position has frames.
	 *
	 * @return the frames of each value; empty if nothing tells, or if no value is at every position
	 */
	public static List<Part> byValue(final List<List<Frame>> positions) {
		final int most = positions.stream().mapToInt(List::size).max().orElse(0);
		final List<Trait> all = new ArrayList<>(Trait.of(positions.get(0).get(0)));
		for (int together = 1; together <= 2; together++)
			for (final List<Trait> traits : combinations(all, together)) {
				final Map<List<Value>, List<Frame>> frames = byValue(positions, traits, most);
				if (frames.values().stream().anyMatch(f -> f.size() == positions.size())) return parts(traits, frames);
			}
		return List.of();
	}

	/** In the order of their numbers. */
	private static List<Part> parts(final List<Trait> traits, final Map<List<Value>, List<Frame>> frames) {
		final List<List<Value>> keys = frames.keySet().stream().sorted(BY_NUMBERS).toList();
		final double[][] numbers = new double[traits.size()][];
		Arrays.setAll(numbers,
			i -> keys.stream().mapToDouble(key -> key.get(i).number()).distinct().sorted().toArray());
		return keys.stream()
			.map(key -> new Part(IntStream.range(0, numbers.length)
				.mapToObj(i -> traits.get(i).text(key.get(i), 1 + Arrays.binarySearch(numbers[i], key.get(i).number())))
				.collect(Collectors.joining(", ")), frames.get(key)))
			.toList();
	}

	private static Map<List<Value>, List<Frame>> byValue(final List<List<Frame>> positions, final List<Trait> traits,
		final int most)
	{
		final Map<List<Value>, List<Frame>> frames = new HashMap<>();
		for (final List<Frame> same : positions) {
			final Set<List<Value>> here = new HashSet<>();
			for (final Frame frame : same) {
				final List<Value> key = key(frame, traits);
				if (key == null || !here.add(key)) return Map.of();
				frames.computeIfAbsent(key, k -> new ArrayList<>()).add(frame);
				if (frames.size() > most) return Map.of();
			}
		}
		return frames.size() == most ? frames : Map.of();
	}
}
