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

/**
 * Values at a few places of a long list, such as the items of those attributes that are sequences: smaller and faster
 * than a map, because places are only added in ascending order.
 *
 * @param <T> of the values
 */
final class Sparse<T> {

	private static final int[] NO_PLACES = {};
	private static final Object[] NO_VALUES = {};
	private static final Sparse<?> EMPTY = new Sparse<>();

	private int[] places = NO_PLACES;
	private Object[] values = NO_VALUES;
	private int size;

	/** @param place larger than all before */
	void add(final int place, final T value) {
		if (size == places.length) {
			places = Arrays.copyOf(places, 2 * size + 4);
			values = Arrays.copyOf(values, 2 * size + 4);
		}
		places[size] = place;
		values[size++] = value;
	}

	/** The value at a place; null if there is none. */
	@SuppressWarnings("unchecked")
	T get(final int place) {
		final int at = Arrays.binarySearch(places, 0, size, place);
		return at < 0 ? null : (T) values[at];
	}

	/** The value at the n-th of the places, from 0 to {@link #size} - 1. */
	@SuppressWarnings("unchecked")
	T value(final int n) {
		return (T) values[n];
	}

	/** The n-th of the places. */
	int place(final int n) {
		return places[n];
	}

	int size() {
		return size;
	}

	/** A copy without room for more. */
	@SuppressWarnings("unchecked")
	Sparse<T> copy() {
		if (size == 0) return (Sparse<T>) EMPTY;
		final Sparse<T> copy = new Sparse<>();
		copy.places = Arrays.copyOf(places, size);
		copy.values = Arrays.copyOf(values, size);
		copy.size = size;
		return copy;
	}
}
