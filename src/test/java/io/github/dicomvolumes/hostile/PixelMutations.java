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

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Changes pixel data, their fragments, and how the file says that it is written. */
final class PixelMutations {

	private static final List<String> SYNTAXES = List.of(Tree.IMPLICIT, Tree.EXPLICIT, Tree.DEFLATED, Tree.BIG_ENDIAN,
		"1.2.840.10008.1.2.5", "1.2.840.10008.1.2.4.50", "1.2.840.10008.1.2.4.51", "1.2.840.10008.1.2.4.57",
		"1.2.840.10008.1.2.4.70", "1.2.840.10008.1.2.4.80", "1.2.840.10008.1.2.4.81", "1.2.840.10008.1.2.4.90",
		"1.2.840.10008.1.2.4.91", "1.2.840.10008.1.2.4.201", "1.2.840.10008.1.2.4.203", "1.2.840.10008.1.2.8.1",
		"1.2.840.10008.1.2.4.102", "1.2.840.10008.1.2.4.999", "1.2.3", "");

	private PixelMutations() {}

	/** Other bytes, more or fewer of them. */
	static String length(final Tree tree, final Seeds seeds, final Random random) {
		final Node pixels = tree.find(Tags.PIXEL_DATA).orElse(null);
		if (pixels == null || pixels.value == null) return fragments(tree, seeds, random);
		final int n = pixels.value.length;
		switch (random.nextInt(5)) {
			case 0 -> pixels.value = Arrays.copyOf(pixels.value, random.nextInt(n + 1));
			case 1 -> pixels.value = Arrays.copyOf(pixels.value, n + 1 + random.nextInt(Math.min(n, 20000) + 4));
			case 2 -> pixels.value = new byte[random.nextInt(3)];
			case 3 -> {
				tree.put(Node.encapsulated(new ArrayList<>(List.of(new byte[0], pixels.value))));
				return "pixel data as fragments";
			}
			default -> pixels.tag = random.nextBoolean() ? 0x7FE00008 : 0x7FE00009;
		}
		return "pixel data of " + n + " bytes: " + pixels;
	}

	static String fragments(final Tree tree, final Seeds seeds, final Random random) {
		final Node pixels = tree.find(Tags.PIXEL_DATA).orElse(null);
		if (pixels == null || pixels.fragments == null || pixels.fragments.size() < 2) return "";
		final List<byte[]> all = pixels.fragments;
		final int at = 1 + random.nextInt(all.size() - 1);
		final byte[] one = all.get(at);
		switch (random.nextInt(9)) {
			case 0 -> all.set(0, table(all, random));
			case 1 -> {
				final int cut = random.nextInt(one.length + 1);
				all.set(at, Arrays.copyOf(one, cut));
				all.add(at + 1, Arrays.copyOfRange(one, cut, one.length));
			}
			case 2 -> all.set(at, Arrays.copyOf(one, random.nextInt(one.length + 1)));
			case 3 -> all.remove(at);
			case 4 -> all.add(at, one);
			case 5 -> all.add(at, new byte[2 * random.nextInt(3)]);
			case 6 -> Collections.shuffle(all.subList(1, all.size()), random);
			case 7 -> {
				final List<byte[]> other = seeds.drawEncapsulated(random).tree().find(Tags.PIXEL_DATA).get().fragments;
				all.set(at, joined(one, other.get(other.size() - 1), random));
			}
			default -> all.set(at, garbled(one, random));
		}
		return pixels + " changed at " + at;
	}

	/** An offset table that is right, nearly right, or wrong. */
	private static byte[] table(final List<byte[]> fragments, final Random random) {
		final double[] offsets = new double[fragments.size() - 1];
		for (int i = 1; i < offsets.length; i++)
			offsets[i] = offsets[i - 1] + 8 + fragments.get(i).length;
		if (offsets.length > 0 && random.nextInt(3) > 0)
			offsets[random.nextInt(offsets.length)] = Values.number(random, 8);
		return Values.numbers("UL", Arrays.copyOf(offsets, random.nextInt(4) > 0 ? offsets.length : random.nextInt(9)));
	}

	/** The beginning of one stream and the end of another. */
	private static byte[] joined(final byte[] head, final byte[] end, final Random random) {
		final int a = random.nextInt(head.length + 1), b = random.nextInt(end.length + 1);
		final byte[] joined = Arrays.copyOf(head, a + end.length - b);
		System.arraycopy(end, b, joined, a, end.length - b);
		return joined;
	}

	private static byte[] garbled(final byte[] bytes, final Random random) {
		final byte[] garbled = bytes.clone();
		if (garbled.length == 0) return garbled;
		final int n = 1 + random.nextInt(5), within = random.nextBoolean() ? Math.min(200, bytes.length) : bytes.length;
		for (int i = 0; i < n; i++)
			garbled[random.nextInt(within)] = (byte) random.nextInt(256);
		return garbled;
	}

	/** Written in another way, and says so; or only says so. */
	static String syntax(final Tree tree, final Seeds seeds, final Random random) {
		if (random.nextInt(3) == 0) {
			final String uid = SYNTAXES.get(random.nextInt(SYNTAXES.size()));
			tree.setSyntax(uid);
			return "says that it is written as " + uid;
		}
		tree.encoding = Tree.Encoding.values()[random.nextInt(4)];
		final boolean isTold = random.nextInt(4) > 0;
		if (isTold) tree.setSyntax(tree.encoding.syntax());
		if (random.nextInt(6) == 0) tree.hasPreamble = !tree.hasPreamble;
		if (random.nextInt(6) == 0) tree.meta.clear();
		return "written as " + tree.encoding + (isTold ? "" : " without saying so");
	}

	/** Marks where the finished file is to end; {@link Mutant} cuts it. */
	static String truncate(final Tree tree, final Seeds seeds, final Random random) {
		final List<Node> list = tree.dataSet;
		if (list.isEmpty()) return "";
		final int from = random.nextInt(list.size());
		final Node last = list.get(from);
		list.subList(from + 1, list.size()).clear();
		tree.tail = new byte[0];
		if (last.value != null) {
			last.length = last.value.length;
			last.value = Arrays.copyOf(last.value, random.nextInt(last.value.length + 1));
		}
		return "cut within " + last;
	}
}
