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

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;

/** Changes what an element holds, or says that it holds. */
final class ValueMutations {

	private static final long[] LENGTHS = { 0, 1, 2, 3, 7, 9, 0xFFFF, 0xFFFE, 0x7FFFFFFF, 0x80000000L, 0xFFFFFFFEL,
		0xFFFFFFFFL, 1 << 20, 1 << 28 };

	private ValueMutations() {}

	/** An element, often one that tells much; null if none is fit. */
	static Node pick(final Tree tree, final Random random, final Predicate<Node> isFit) {
		final List<Node> fit = new ArrayList<>(), told = new ArrayList<>();
		for (final List<Node> list : tree.lists())
			for (final Node node : list)
				if (isFit.test(node)) {
					fit.add(node);
					if (Tags.IMAGE.contains(node.tag) || Tags.MEANING.contains(node.tag)) told.add(node);
				}
		final List<Node> from = told.isEmpty() || random.nextInt(3) == 0 ? fit : told;
		return from.isEmpty() ? null : from.get(random.nextInt(from.size()));
	}

	static String number(final Tree tree, final Seeds seeds, final Random random) {
		final Node node = pick(tree, random, n -> n.value != null && n.value.length < 4096 && isNumber(n));
		if (node == null) return "";
		final double[] numbers = Values.numbers(node);
		if (numbers.length == 0) return "";
		final int at = random.nextInt(numbers.length);
		numbers[at] = Values.number(random, numbers[at]);
		double[] all = numbers;
		if (random.nextInt(6) == 0) all = Arrays.copyOf(numbers, random.nextInt(numbers.length + 3));
		node.value = Values.numbers(node.vr, all);
		return node + " = " + Arrays.toString(Arrays.copyOf(all, Math.min(all.length, 8)));
	}

	private static boolean isNumber(final Node node) {
		return node.vr.equals("DS") || node.vr.equals("IS") || !node.isText() && Tags.wordSize(node.vr) > 1;
	}

	static String text(final Tree tree, final Seeds seeds, final Random random) {
		final Node node = pick(tree, random, n -> n.value != null && n.isText());
		if (node == null) return "";
		final String text = Values.randomText(random);
		node.value = switch (random.nextInt(4)) {
			case 0 -> Values.text(new String(node.value, StandardCharsets.ISO_8859_1).trim() + "\\" + text);
			case 1 -> (text + text).substring(0, text.length()).getBytes(StandardCharsets.ISO_8859_1); // maybe odd
			default -> Values.text(text);
		};
		return node + " = " + text.substring(0, Math.min(40, text.length()));
	}

	static String length(final Tree tree, final Seeds seeds, final Random random) {
		final Node node = pick(tree, random, n -> true);
		if (node == null) return "";
		final long size = node.value == null ? 8 : node.value.length;
		node.length = random.nextBoolean() ? LENGTHS[random.nextInt(LENGTHS.length)]
			: Math.max(0, size + random.nextInt(17) - 8);
		return node + " says length " + node.length;
	}

	static String vr(final Tree tree, final Seeds seeds, final Random random) {
		final Node node = pick(tree, random, n -> true);
		if (node == null) return "";
		final String before = node.toString();
		node.vr = Tags.VRS.get(random.nextInt(Tags.VRS.size()));
		return before + " has VR " + node.vr.replace('\0', '0');
	}

	static String bytes(final Tree tree, final Seeds seeds, final Random random) {
		final Node node = pick(tree, random, n -> n.value != null && n.value.length > 0);
		if (node == null) return "";
		final byte[] changed = node.value.clone();
		final int n = 1 + random.nextInt(4);
		for (int i = 0; i < n; i++)
			changed[random.nextInt(changed.length)] = (byte) random.nextInt(256);
		node.value = random.nextInt(5) > 0 ? changed
			: Arrays.copyOf(changed, random.nextInt(2 * Math.min(changed.length, 10000) + 1));
		return node + " has other bytes";
	}

	/** One of what tells the shape of pixels, whether or not it was there. */
	static String shape(final Tree tree, final Seeds seeds, final Random random) {
		final int tag = Tags.IMAGE.get(random.nextInt(Tags.IMAGE.size()));
		final Node old = tree.find(tag).orElse(null);
		final String vr = old == null ? Tags.vr(tag) : old.vr;
		if (vr.equals("CS")) {
			tree.put(Node.of(tag, vr, Values.text(Values.randomText(random))));
			return tree.find(tag).get() + " is another";
		}
		final double[] before = old == null ? new double[0] : Values.numbers(old);
		final double number = Values.number(random, before.length == 0 ? 1 : before[0]);
		tree.put(Node.of(tag, vr.length() == 2 ? vr : "US", Values.numbers(vr, number)));
		return tree.find(tag).get() + " = " + number;
	}
}
