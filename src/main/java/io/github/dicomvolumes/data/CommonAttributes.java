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

package io.github.dicomvolumes.data;

import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Lets the data sets of a scan share what they have in common. The slices of a series differ in a few attributes of a
 * hundred; only these are held for each, over the first slice. Thread-safe.
 */
public final class CommonAttributes {

	/** What data sets must agree in to share values: which attributes they have, and how these are written. */
	private record Form(Attributes of) {

		@Override
		public boolean equals(final Object o) {
			return o instanceof Form form && Variants.haveSameForm(of, form.of);
		}

		@Override
		public int hashCode() {
			return Arrays.hashCode(of.tags);
		}
	}

	/** What items must agree in besides: their large values. */
	private record LargeForm(Attributes of) {

		@Override
		public boolean equals(final Object o) {
			return o instanceof LargeForm form && Variants.haveSameForm(of, form.of) && hasLargeValuesOf(form.of);
		}

		@Override
		public int hashCode() {
			return 31 * Arrays.hashCode(of.tags) + hashOfLargeValues();
		}

		private boolean hasLargeValuesOf(final Attributes other) {
			for (int i = 0; i < of.tags.length; i++) {
				final int start = of.start(i), end = of.ends[i];
				final int otherStart = other.start(i), otherEnd = other.ends[i];
				final boolean isLarge = end - start >= LARGE_VALUE_BYTES || otherEnd - otherStart >= LARGE_VALUE_BYTES;
				if (isLarge && !Arrays.equals(of.values, start, end, other.values, otherStart, otherEnd)) return false;
			}
			return true;
		}

		/** Of a few bytes of each large value. */
		private int hashOfLargeValues() {
			int hash = 1;
			for (int i = 0; i < of.tags.length; i++) {
				final int start = of.start(i), count = of.ends[i] - start;
				if (count < LARGE_VALUE_BYTES) continue;
				hash = 31 * hash + count;
				for (int k = 0; k < HASHED_BYTES; k++)
					hash = 31 * hash + of.values[start + (int) ((long) count * k / HASHED_BYTES)];
			}
			return hash;
		}
	}

	private static final int LARGE_VALUE_BYTES = 1 << 10;
	/** Bytes of a large value that its hash depends on. */
	private static final int HASHED_BYTES = 64;

	/** The first item with some large values. */
	private final Map<LargeForm, Attributes> items = new ConcurrentHashMap<>();
	/** The whole data set that was last of its form. */
	private final Map<Form, Attributes> whole = new ConcurrentHashMap<>();

	/** A data set that equals the given one and takes less memory where one like it was here before. */
	public Attributes share(final Attributes attributes) {
		final Form form = new Form(attributes);
		final Attributes first = whole.get(form);
		final Attributes shared = first == null ? attributes : shared(attributes, first);
		if (shared == attributes) whole.put(form, attributes);
		return shared;
	}

	/**
	 * An item that equals the given one and takes less memory where one with the same large values was here before;
	 * small items are not worth while.
	 */
	public Attributes shareItem(final Attributes item) {
		if (item.heldBytes() < 2 * LARGE_VALUE_BYTES) return item;
		final Attributes first = items.putIfAbsent(new LargeForm(item), item);
		return first == null ? item : shared(item, first);
	}

	/** The same attributes with the values of others where they are equal; themselves if that gains little. */
	private static Attributes shared(final Attributes attributes, final Attributes first) {
		final Attributes variant = Variants.of(attributes, first).orElse(attributes);
		return variant.sharesMost() ? variant : attributes;
	}
}
