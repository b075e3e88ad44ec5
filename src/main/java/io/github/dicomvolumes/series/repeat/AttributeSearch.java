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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import io.github.dicomvolumes.data.Tag;
import io.github.dicomvolumes.series.object.Frame;
import io.github.dicomvolumes.series.repeat.DistinguishingAttribute.Value;
import io.github.dicomvolumes.series.repeat.FrameTable.Coded;

/**
 * Finds the attribute, or the few together, whose values tell the frames at each position apart. The values span a grid
 * of positions and combinations; each place takes one frame at most, and more than half of the places are taken. Where
 * files are missing places stay empty: the fewer, the better the attributes.
 */
final class AttributeSearch {

	/** More attributes than any series has dimensions. */
	private static final int MAX_TOGETHER = 5;

	/** Bounds the combinations that are compared frame by frame. */
	private static final int MAX_TRIES = 2000;

	private final FrameTable table;
	private final List<DistinguishingAttribute> candidates;
	private int tries;
	private List<DistinguishingAttribute> best = List.of();
	private long bestPlaces = Long.MAX_VALUE;

	private AttributeSearch(final FrameTable table) {
		this.table = table;
		candidates = distinct(table);
	}

	/**
	 * The columns that attributes tell apart.
	 *
	 * @param isComplete whether every place must be taken
	 */
	static Optional<Columns> columns(final FrameTable table, final boolean isComplete) {
		if (isComplete && !table.isEven()) return Optional.empty();
		final AttributeSearch search = new AttributeSearch(table);
		final long limit = isComplete ? table.size() : 2L * table.size() - 1;
		search.singles(limit);
		for (int together = 2; search.best.isEmpty() && together <= MAX_TOGETHER; together++)
			search.several(List.of(), 0, together, 1, limit / table.positions().size());
		return search.best.isEmpty() ? Optional.empty() : Optional.of(search.columns());
	}

	/** Those that vary, of several that divide the frames in the same way the first. */
	private static List<DistinguishingAttribute> distinct(final FrameTable table) {
		final List<DistinguishingAttribute> kept = new ArrayList<>();
		final List<int[]> known = new ArrayList<>();
		for (final DistinguishingAttribute attribute : table.varying()) {
			final Coded coded = table.coded(attribute);
			if ((long) coded.size() * table.positions().size() >= 2L * table.size()) continue;
			final int[] parts = inOrderOfAppearance(coded);
			if (known.stream().anyMatch(other -> Arrays.equals(other, parts))) continue;
			known.add(parts);
			kept.add(attribute);
		}
		return kept;
	}

	private static int[] inOrderOfAppearance(final Coded coded) {
		final int[] number = new int[coded.size()];
		int next = 0;
		final int[] parts = new int[coded.codes().length];
		for (int i = 0; i < parts.length; i++) {
			final int code = coded.codes()[i];
			if (number[code] == 0) number[code] = ++next;
			parts[i] = number[code];
		}
		return parts;
	}

	private void singles(final long limit) {
		for (final DistinguishingAttribute attribute : candidates) {
			final long places = (long) table.coded(attribute).size() * table.positions().size();
			if (places <= limit && places < bestPlaces && tell(List.of(attribute)) && isTelling(attribute)) {
				best = List.of(attribute);
				bestPlaces = places;
			}
		}
	}

	private void several(final List<DistinguishingAttribute> chosen, final int from, final int more, final long product,
		final long limit)
	{
		if (more == 0) {
			final long places = product * table.positions().size();
			if (product < table.max() || places >= bestPlaces || tries++ > MAX_TRIES || !tell(chosen)) return;
			best = chosen;
			bestPlaces = places;
			return;
		}
		for (int i = from; i < candidates.size(); i++) {
			final long grown = product * table.coded(candidates.get(i)).size();
			if (grown > limit) continue;
			final List<DistinguishingAttribute> next = new ArrayList<>(chosen);
			next.add(candidates.get(i));
			several(next, i + 1, more - 1, grown, limit);
		}
	}

	/** Whether no two frames at one position have the same values. */
	private boolean tell(final List<DistinguishingAttribute> attributes) {
		final int[] keys = keys(attributes);
		final int size = attributes.stream().mapToInt(a -> table.coded(a).size()).reduce(1, (a, b) -> a * b);
		final int[] seenAt = new int[size];
		for (int i = 0; i < keys.length; i++) {
			final int here = table.position(i) + 1;
			if (seenAt[keys[i]] == here) return false;
			seenAt[keys[i]] = here;
		}
		return true;
	}

	/** The place of each frame's values in the grid that all values span, the last attribute fastest. */
	private int[] keys(final List<DistinguishingAttribute> attributes) {
		final int[] keys = new int[table.size()];
		for (final DistinguishingAttribute attribute : attributes) {
			final Coded coded = table.coded(attribute);
			for (int i = 0; i < keys.length; i++)
				keys[i] = keys[i] * coded.size() + coded.codes()[i];
		}
		return keys;
	}

	/**
	 * Numbers of acquisitions count times in MR; elsewhere only if something says when: else they are acquisitions of
	 * their own, which are volumes apart.
	 */
	private boolean isTelling(final DistinguishingAttribute attribute) {
		if (attribute != DistinguishingAttributes.ACQUISITION) return true;
		if (table.frame(0).attributes().orElse(Tag.MODALITY, "").equals("MR")) return true;
		return !Times.of(cells(List.of(attribute))).axis().seconds().isEmpty();
	}

	private Frame[][] cells(final List<DistinguishingAttribute> attributes) {
		final int[] keys = keys(attributes);
		final Map<Integer, Integer> columns = new HashMap<>();
		Arrays.stream(keys).sorted().distinct().forEach(key -> columns.put(key, columns.size()));
		final Frame[][] cells = new Frame[columns.size()][table.positions().size()];
		for (int i = 0; i < keys.length; i++)
			cells[columns.get(keys[i])][table.position(i)] = table.frame(i);
		return cells;
	}

	private Columns columns() {
		// times first, so that columns are in the order of times as far as these tell
		final List<DistinguishingAttribute> ordered = new ArrayList<>(best);
		ordered.sort((a, b) -> Boolean.compare(b.role().isTime(), a.role().isTime()));
		final int[] keys = Arrays.stream(keys(ordered)).sorted().distinct().toArray();
		final List<String> names = Arrays.stream(keys).mapToObj(key -> name(ordered, key)).toList();
		final String by = best.stream().map(DistinguishingAttribute::name).collect(Collectors.joining(" and "));
		return new Columns(cells(ordered), by, names, best);
	}

	/** The values of a key, for people. */
	private String name(final List<DistinguishingAttribute> attributes, final int key) {
		final String[] texts = new String[attributes.size()];
		int rest = key;
		for (int k = texts.length - 1; k >= 0; k--) {
			final List<Value> values = table.coded(attributes.get(k)).values();
			final int code = rest % values.size();
			rest /= values.size();
			texts[k] = attributes.get(k).text(values.get(code), code + 1);
		}
		return String.join(", ", texts);
	}
}
