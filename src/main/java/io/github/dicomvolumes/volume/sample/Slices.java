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

package io.github.dicomvolumes.volume.sample;

import java.util.function.IntFunction;

/**
 * The arrays of some slices, each asked for when it is needed first, by one thread at a time.
 *
 * @param <A> such as {@code short[]}
 */
final class Slices<A> {

	private final IntFunction<Object> arrays;
	private final int first;
	private final A[] held;

	/**
	 * @param arrays from the number of a slice to its array
	 * @param first of the slices, 0-based
	 * @param held takes them
	 */
	Slices(final IntFunction<Object> arrays, final int first, final A[] held) {
		this.arrays = arrays;
		this.first = first;
		this.held = held;
	}

	int first() {
		return first;
	}

	/**
	 * The arrays, {@link #first} at 0: those between which pixels of a straight line lie are there, of the others some.
	 */
	synchronized A[] need(final Cells cells) {
		final int last = cells.length() - 1;
		final long from = Math.min(cells.z[0], cells.z[last]), to = Math.max(cells.z[0], cells.z[last]);
		for (int z = Cells.voxel(from); z <= Cells.upper(to); z++)
			if (held[z - first] == null) held[z - first] = array(z);
		return held;
	}

	@SuppressWarnings("unchecked") // an array store of another type would fail
	private A array(final int slice) {
		return (A) arrays.apply(slice);
	}
}
