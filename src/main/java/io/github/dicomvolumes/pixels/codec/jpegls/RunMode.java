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

package io.github.dicomvolumes.pixels.codec.jpegls;

import java.util.Arrays;

/** Run mode (T.87 A.7): the length of a run of equal samples, then the sample that ends it. */
final class RunMode {

	/** Binary order of run lengths, J (A.2.1). */
	private static final int[] ORDER = { 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7, 8, 9,
		10, 11, 12, 13, 14, 15 };

	private final BitReader bits;

	private final CodingParameters parameters;

	private final Reconstruction reconstruction;

	private final int qbpp;

	private final int escape;

	/** A, N and Nn of the two contexts: 0 where the sample above differs from the run, 1 where it is the same. */
	private final int[] a = new int[2];

	private final int[] n = new int[2];

	private final int[] negative = new int[2];

	/** RUNindex of each component. */
	private final int[] indexes;

	private int component;

	RunMode(final BitReader bits, final CodingParameters parameters, final int components) {
		this.bits = bits;
		this.parameters = parameters;
		reconstruction = new Reconstruction(parameters);
		qbpp = parameters.qbpp();
		escape = parameters.escape();
		indexes = new int[components];
		restart();
	}

	void restart() {
		Arrays.fill(a, ContextModel.startOfA(parameters));
		Arrays.fill(n, 1);
		Arrays.fill(negative, 0);
		Arrays.fill(indexes, 0);
	}

	/** Chooses the component whose RUNindex counts. */
	void select(final int index) {
		component = index;
	}

	/**
	 * Decodes a run in a line of one component and the sample that ends it.
	 *
	 * @param x where it begins
	 * @return where it ends, or the last sample of the line
	 */
	int decode(final int x, final int[] above, final int[] line) {
		final int left = line[x - 1];
		final int width = line.length - 2;
		final int end = x + length(width + 1 - x);
		for (int i = x; i < end; i++)
			line[i] = left;
		if (end > width) return width;
		line[end] = interruption(left, above[end]);
		end();
		return end;
	}

	/** The length of a run that has at most {@code most} samples to the end of the line (A.7.1.2). */
	int length(final int most) {
		int length = 0;
		while (bits.bit() == 1) {
			final int block = 1 << ORDER[indexes[component]];
			length += block;
			if (length > most) return most;
			if (indexes[component] < ORDER.length - 1) indexes[component]++;
			if (length == most) return most;
		}
		length += bits.bits(ORDER[indexes[component]]);
		if (length < most) return length;
		bits.damage();
		return most;
	}

	/** The sample that ends a run of {@code left}, below {@code above} (A.7.2). */
	private int interruption(final int left, final int above) {
		final boolean same = Math.abs(left - above) <= parameters.near();
		final int error = error(same ? 1 : 0);
		return same ? reconstruction.sample(left, error) : differing(left, above, error);
	}

	/** The sample that ends a run, as in pixels of interleaved samples: always in the context of differing samples. */
	int interruptionOfPixel(final int left, final int above) {
		return differing(left, above, error(0));
	}

	private int differing(final int left, final int above, final int error) {
		return reconstruction.sample(above, left > above ? -error : error);
	}

	/** To be called after the samples that end a run. */
	void end() {
		if (indexes[component] > 0) indexes[component]--;
	}

	/** The error in context {@code type} (A.7.2.1, A.7.2.2), which learns it. */
	private int error(final int type) {
		final int k = ContextModel.golombParameter(a[type] + type * (n[type] >> 1), n[type]);
		final int mapped = bits.golomb(k, escape - ORDER[indexes[component]] - 1, qbpp);
		final int magnitude = mapped + type + 1 >> 1;
		final boolean odd = (mapped + type & 1) == 1;
		final int error = odd == (k != 0 || 2 * negative[type] >= n[type]) ? -magnitude : magnitude;
		a[type] += mapped + 1 - type >> 1;
		if (error < 0) negative[type]++;
		if (n[type] == parameters.reset()) {
			a[type] >>= 1;
			n[type] >>= 1;
			negative[type] >>= 1;
		}
		n[type]++;
		return error;
	}
}
