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

package io.github.dicomvolumes.hostile;

import static io.github.dicomvolumes.data.Dictionary.tag;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Changes which elements there are, in which order and in which items. */
final class StructureMutations {

	/** More would make mutants slow for no other reason than their size. */
	private static final int MOST_ITEMS = 40, MOST_LEVELS = 300;

	private static final List<Integer> SEQUENCES = List.of(Tags.SHARED, Tags.PER_FRAME, tag("PlanePositionSequence"),
		tag("PlaneOrientationSequence"), tag("PixelMeasuresSequence"), tag("FrameContentSequence"),
		tag("PixelValueTransformationSequence"), tag("FrameVOILUTSequence"), tag("RealWorldValueMappingSequence"),
		tag("SegmentSequence"), tag("SegmentIdentificationSequence"), tag("DimensionIndexSequence"),
		tag("DetectorInformationSequence"), tag("ModalityLUTSequence"), tag("VOILUTSequence"),
		tag("RadiopharmaceuticalInformationSequence"), tag("ReferencedImageSequence"), tag("ROIContourSequence"),
		tag("StructureSetROISequence"), tag("IconImageSequence"), tag("PlanePositionSlideSequence"),
		tag("SequenceOfUltrasoundRegions"));

	private StructureMutations() {}

	private static List<Node> list(final Tree tree, final Random random) {
		final List<List<Node>> lists = tree.lists();
		lists.removeIf(List::isEmpty);
		if (lists.isEmpty()) return tree.dataSet;
		return random.nextBoolean() ? lists.get(0) : lists.get(random.nextInt(lists.size()));
	}

	static String delete(final Tree tree, final Seeds seeds, final Random random) {
		final Node node = ValueMutations.pick(tree, random, n -> true);
		if (node == null) return "";
		for (final List<Node> list : tree.lists())
			list.removeIf(n -> n == node);
		return "without " + node;
	}

	static String duplicate(final Tree tree, final Seeds seeds, final Random random) {
		final List<Node> list = list(tree, random);
		if (list.isEmpty()) return "";
		final Node copy = list.get(random.nextInt(list.size())).copy();
		if (random.nextInt(3) == 0 && copy.value != null && copy.value.length < 1000)
			copy.value = Values.numbers(copy.vr, Values.number(random, 1));
		list.add(random.nextInt(list.size() + 1), copy);
		return "twice " + copy;
	}

	static String order(final Tree tree, final Seeds seeds, final Random random) {
		final List<Node> list = list(tree, random);
		if (random.nextInt(3) == 0) Collections.shuffle(list, random);
		else if (list.size() > 1) list.add(random.nextInt(list.size()), list.remove(random.nextInt(list.size())));
		return "other order of " + list.size();
	}

	/** Puts some elements of another seed in. */
	static String splice(final Tree tree, final Seeds seeds, final Random random) {
		final Seeds.Seed other = seeds.draw(random);
		final Tree from = other.tree();
		final StringBuilder told = new StringBuilder("with " + other.name() + "'s");
		final int n = 1 + random.nextInt(6);
		final List<Node> target = random.nextInt(4) > 0 ? tree.dataSet : list(tree, random);
		final boolean isAll = random.nextInt(8) == 0;
		for (final Node node : from.dataSet) {
			final boolean isTaken = isAll ? Tags.IMAGE.contains(node.tag) || node.tag == Tags.PIXEL_DATA
				: random.nextInt(from.dataSet.size() + 1) < n;
			if (!isTaken) continue;
			target.removeIf(old -> old.tag == node.tag);
			int at = 0;
			while (at < target.size() && Integer.compareUnsigned(target.get(at).tag, node.tag) < 0)
				at++;
			target.add(at, node.copy());
			told.append(' ').append(node);
		}
		return told.toString();
	}

	/** Moves elements into items, or out of them, or nests deeply. */
	static String nest(final Tree tree, final Seeds seeds, final Random random) {
		final int sequence = SEQUENCES.get(random.nextInt(SEQUENCES.size()));
		final List<Node> list = list(tree, random);
		if (list.isEmpty()) return "";
		final Node node = list.get(random.nextInt(list.size()));
		switch (random.nextInt(4)) {
			case 0 -> {
				list.set(list.indexOf(node), wrapped(sequence, node, random));
				return node + " moved into " + Integer.toHexString(sequence);
			}
			case 1 -> {
				if (node.items == null || node.items.isEmpty()) return "";
				list.addAll(list.indexOf(node), Node.copy(node.items.get(0)));
				return "items of " + node + " also outside";
			}
			case 2 -> {
				Node deep = node.copy();
				final int levels = 1 + random.nextInt(random.nextInt(4) == 0 ? MOST_LEVELS : 12);
				for (int i = 0; i < levels; i++)
					deep = wrapped(sequence, deep, random);
				tree.put(deep);
				return node + " " + levels + " levels deep in " + Integer.toHexString(sequence);
			}
			default -> {
				node.isUndefined = !node.isUndefined;
				return node + (node.isUndefined ? " ends with a delimiter" : " has a length");
			}
		}
	}

	private static Node wrapped(final int sequence, final Node node, final Random random) {
		final List<Node> item = new ArrayList<>(List.of(node.copy()));
		final Node wrapped = Node.sequence(sequence, new ArrayList<>(List.of(item)));
		wrapped.isUndefined = random.nextBoolean();
		return wrapped;
	}

	/** Changes the items of a sequence. */
	static String items(final Tree tree, final Seeds seeds, final Random random) {
		final Node node = ValueMutations.pick(tree, random, n -> n.items != null);
		return node == null ? "" : items(node, random);
	}

	private static String items(final Node node, final Random random) {
		final List<List<Node>> items = node.items;
		final int n = items.size();
		final int way = random.nextInt(6);
		if (way == 0 || n == 0) items.add(random.nextInt(n + 1), new ArrayList<>());
		else if (way == 1) items.remove(random.nextInt(n));
		else if (way == 2) Collections.shuffle(items, random);
		else if (way == 3) items.clear();
		else {
			final int times = way == 4 ? 1 : 1 + random.nextInt(MOST_ITEMS);
			final List<Node> copied = items.get(random.nextInt(n));
			for (int i = 0; i < times; i++)
				items.add(Node.copy(copied));
		}
		return node + " had " + n + " items";
	}

	/** Changes functional groups: between shared and per frame, in number, or of another seed. */
	static String groups(final Tree tree, final Seeds seeds, final Random random) {
		final Node shared = tree.find(Tags.SHARED).orElse(null), frames = tree.find(Tags.PER_FRAME).orElse(null);
		final boolean hasBoth = isFilled(shared) && isFilled(frames);
		switch (hasBoth ? random.nextInt(7) : 6) {
			case 0 -> {
				frames.items.forEach(item -> item.addAll(Node.copy(shared.items.get(0))));
				return "shared groups in all frames";
			}
			case 1 -> {
				shared.items.get(0).addAll(Node.copy(frames.items.get(random.nextInt(frames.items.size()))));
				return "groups of a frame are shared, too";
			}
			case 2 -> {
				final List<Node> frame = frames.items.get(random.nextInt(frames.items.size()));
				if (!frame.isEmpty()) return "a frame without " + frame.remove(random.nextInt(frame.size()));
				return "";
			}
			case 3 -> {
				shared.tag = Tags.PER_FRAME;
				frames.tag = Tags.SHARED;
				return "shared and per-frame groups changed places";
			}
			case 4 -> { return items(frames, random); }
			case 5 -> {
				final List<Node> frame = frames.items.get(random.nextInt(frames.items.size()));
				frame.addAll(Node.copy(frames.items.get(random.nextInt(frames.items.size()))));
				return "a frame has the groups of another, too";
			}
			default -> {
				final Seeds.Seed other = seeds.drawMultiFrame(random);
				for (final int tag : new int[] { Tags.SHARED, Tags.PER_FRAME, Tags.FRAMES })
					if (random.nextInt(4) > 0) other.tree().find(tag).ifPresent(node -> tree.put(node.copy()));
				return "with the functional groups of " + other.name();
			}
		}
	}

	private static boolean isFilled(final Node node) {
		return node != null && node.items != null && !node.items.isEmpty();
	}
}
