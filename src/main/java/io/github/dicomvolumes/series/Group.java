package io.github.dicomvolumes.series;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import java.util.function.Function;

/**
 * Frames that may belong together, and what they were divided by so far.
 *
 * @param reasons such as "orientation"; empty if the series is whole
 */
record Group(List<Frame> frames, List<String> reasons) {

	Group(final List<Frame> frames) {
		this(frames, List.of());
	}

	Frame first() {
		return frames.get(0);
	}

	/** Divides by a key; the reason is noted only if there are several parts. */
	List<Group> splitBy(final String reason, final Function<Frame, ?> key) {
		final Map<Object, List<Frame>> parts = new LinkedHashMap<>();
		for (final Frame frame : frames)
			parts.computeIfAbsent(key.apply(frame), k -> new ArrayList<>()).add(frame);
		return splitInto(reason, parts.values());
	}

	/** Divides into frames that are each like the first of their part. */
	List<Group> splitUnless(final String reason, final BiPredicate<Frame, Frame> alike) {
		final List<List<Frame>> parts = new ArrayList<>();
		for (final Frame frame : frames) {
			List<Frame> home = null;
			for (final List<Frame> part : parts)
				if (alike.test(part.get(0), frame)) {
					home = part;
					break;
				}
			if (home == null) parts.add(home = new ArrayList<>());
			home.add(frame);
		}
		return splitInto(reason, parts);
	}

	/** Divides by the indices of the frames of each part. */
	List<Group> splitAt(final String reason, final List<int[]> parts) {
		final List<List<Frame>> lists = new ArrayList<>();
		for (final int[] part : parts) {
			final List<Frame> list = new ArrayList<>(part.length);
			for (final int i : part)
				list.add(frames.get(i));
			lists.add(list);
		}
		return splitInto(reason, lists);
	}

	/** These parts as groups; the reason is noted only if there are several. */
	List<Group> splitInto(final String reason, final Collection<List<Frame>> parts) {
		if (parts.size() == 1) return List.of(this);
		final List<String> why = new ArrayList<>(reasons);
		if (!why.contains(reason)) why.add(reason);
		return parts.stream().map(part -> new Group(part, List.copyOf(why))).toList();
	}
}
