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

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Numbers are counted alike, few or many, added one by one, in rows or as those of other threads. */
class NumberCountsTest {

	private static final int THREADS = 3;

	@ParameterizedTest
	@ValueSource(ints = { 0, 1, 7, 2000, 2049, 3000, 9999, 100_000, 199_999 })
	void countsAreThoseOfAMap(final int size) {
		final Random random = new Random(size);
		final Map<Integer, Long> expected = new TreeMap<>();
		final NumberCounts[] counts = { new NumberCounts(), new NumberCounts(), new NumberCounts() };
		for (int n = 0; n < size;) {
			final NumberCounts own = counts[random.nextInt(THREADS)];
			final byte[] bytes = new byte[Math.min(size - n, 1 + random.nextInt(20))];
			final short[] shorts = new short[bytes.length];
			random.nextBytes(bytes);
			final int kind = random.nextInt(3);
			for (int i = 0; i < bytes.length; i++) {
				shorts[i] = (short) (size % 2 == 0 && random.nextInt(4) > 0 ? 40_000 + random.nextInt(9)
					: random.nextInt(1 << 16));
				final int parts = kind < 2 ? 1 : random.nextInt(65);
				final int number = kind == 0 ? bytes[i] & 0xFF : shorts[i] & 0xFFFF;
				if (kind == 2) own.add(number, parts);
				if (parts > 0) expected.merge(number, (long) parts, Long::sum);
			}
			if (kind == 0) own.add(bytes, 0, bytes.length);
			if (kind == 1) own.add(shorts, 0, shorts.length);
			n += bytes.length;
		}
		for (int thread = 1; thread < THREADS; thread++)
			counts[0].addAll(counts[thread]);
		final Map<Integer, Long> found = new TreeMap<>();
		counts[0].forEach((number, count) -> assertEquals(null, found.put(number, count)));
		assertEquals(expected, found);
		long before = 0;
		for (final Map.Entry<Integer, Long> each : expected.entrySet()) {
			assertArrayEquals(new long[] { each.getKey(), before }, counts[0].atRank(before));
			before += each.getValue();
			assertArrayEquals(new long[] { each.getKey(), before - each.getValue() }, counts[0].atRank(before - 1));
			if (found.size() > 100 && before > size / 50) break;
		}
		final long all = expected.values().stream().mapToLong(Long::longValue).sum();
		assertThrows(AssertionError.class, () -> counts[0].atRank(all));
	}

	/** A grey image of 33 M voxels in 64 parts has more of one number than an int counts. */
	@Test
	void moreThanAnIntCounts() {
		NumberCounts counts = new NumberCounts();
		counts.add(5, 64);
		long expected = 64;
		for (int n = 0; n < 30; n++, expected *= 2) {
			final NumberCounts same = new NumberCounts();
			same.addAll(counts);
			same.addAll(counts);
			counts = same;
		}
		final long last = expected;
		counts.forEach((number, count) -> assertEquals(last, count));
	}
}
