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

package io.github.dicomvolumes.measure.value;

import java.util.Arrays;
import java.util.BitSet;

/**
 * How often each of the numbers 0 to 65535 occurs. A few are kept one by one, so that thousands of small segments take
 * little memory; many are counted in pages of 256 numbers.
 * <p>
 * One thread at a time may use it, even only to look: the few are put in order then.
 */
final class NumberCounts {

	private static final int PAGE = 256, FIRST = 8, FEW = 2048, MOST = 1 << 16, PARTS_BITS = 8,
		PARTS = (1 << PARTS_BITS) - 1;

	/** Each number, shifted, and its parts, in the order in which they came; null if there are pages. */
	private int[] few = new int[FIRST];
	private int size;
	private long[][] pages;

	/** Sees the numbers in ascending order. */
	@FunctionalInterface
	interface Look {

		void at(int number, long count);
	}

	/** @param parts 0 to 255 that it counts */
	void add(final int number, final int parts) {
		if (few != null && hasRoom(1)) few[size++] = number << PARTS_BITS | parts;
		else page(number >> 8)[number & 0xFF] += parts;
	}

	/** Adds whole numbers of 8 bits. */
	void add(final byte[] bytes, final int from, final int to) {
		if (few != null && hasRoom(to - from)) for (int i = from; i < to; i++)
			few[size++] = (bytes[i] & 0xFF) << PARTS_BITS | 1;
		else {
			final long[] page = page(0);
			for (int i = from; i < to; i++)
				page[bytes[i] & 0xFF]++;
		}
	}

	/** Adds whole numbers of 16 bits. */
	void add(final short[] shorts, final int from, final int to) {
		if (few != null && hasRoom(to - from)) for (int i = from; i < to; i++)
			few[size++] = (shorts[i] & 0xFFFF) << PARTS_BITS | 1;
		else for (int i = from; i < to; i++) {
			final int number = shorts[i] & 0xFFFF;
			final long[] page = pages[number >> 8];
			if (page == null) page(number >> 8)[number & 0xFF]++;
			else page[number & 0xFF]++;
		}
	}

	/** Adds all numbers of another one. */
	void addAll(final NumberCounts other) {
		if (other.few != null) for (int i = 0; i < other.size; i++)
			add(other.few[i] >>> PARTS_BITS, other.few[i] & PARTS);
		else {
			if (few != null) turn();
			for (int number = 0; number < PAGE; number++) {
				if (other.pages[number] == null) continue;
				final long[] page = page(number);
				for (int i = 0; i < PAGE; i++)
					page[i] += other.pages[number][i];
			}
		}
	}

	/** Shows every number that occurs, with its count. */
	void forEach(final Look look) {
		if (few != null) forEachOfFew(look);
		else for (int number = 0; number < PAGE; number++)
			for (int i = 0; pages[number] != null && i < PAGE; i++)
				if (pages[number][i] > 0) look.at(PAGE * number + i, pages[number][i]);
	}

	private void forEachOfFew(final Look look) {
		Arrays.sort(few, 0, size);
		for (int from = 0, to; from < size; from = to) {
			final int number = few[from] >>> PARTS_BITS;
			long count = 0;
			for (to = from; to < size && few[to] >>> PARTS_BITS == number; to++)
				count += few[to] & PARTS;
			if (count > 0) look.at(number, count);
		}
	}

	/** The number at a rank, 0-based, and how many are less. */
	long[] atRank(final long rank) {
		final long[] found = { -1, 0 };
		final long[] before = { 0 };
		forEach((number, count) -> {
			if (found[0] < 0 && before[0] + count > rank) {
				found[0] = number;
				found[1] = before[0];
			}
			before[0] += count;
		});
		if (found[0] < 0) throw new AssertionError(rank);
		return found;
	}

	private boolean hasRoom(final int more) {
		if (size + more <= few.length) return true;
		if (size + more > MOST || size + more > FEW && arePagesSmaller()) {
			turn();
			return false;
		}
		few = Arrays.copyOf(few, Math.max(size + more, 2 * few.length));
		return true;
	}

	/** Whether pages of 64 bits would take less than twice as many numbers of 32 bits. */
	private boolean arePagesSmaller() {
		final BitSet needed = new BitSet(PAGE);
		for (int i = 0; i < size; i++)
			needed.set(few[i] >>> PARTS_BITS + 8);
		return needed.cardinality() * PAGE <= few.length;
	}

	/** From numbers to pages. */
	private void turn() {
		final int[] numbers = few;
		few = null;
		pages = new long[PAGE][];
		for (int i = 0; i < size; i++)
			page(numbers[i] >>> PARTS_BITS + 8)[numbers[i] >>> PARTS_BITS & 0xFF] += numbers[i] & PARTS;
	}

	private long[] page(final int number) {
		if (pages[number] == null) pages[number] = new long[PAGE];
		return pages[number];
	}
}
