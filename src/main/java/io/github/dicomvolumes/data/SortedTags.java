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

import java.util.stream.IntStream;

/** Lists of tags, each tag once, in ascending order as unsigned numbers: the order of data sets (PS3.5 7.1). */
final class SortedTags {

	private SortedTags() {}

	/** The index of a tag; -1 if it is not there. */
	static int find(final int[] tags, final int tag) {
		final int at = place(tags, tag);
		return at < tags.length && tags[at] == tag ? at : -1;
	}

	/** The index of the first tag that is not below another, by a binary search. */
	static int place(final int[] tags, final int tag) {
		int low = 0, high = tags.length;
		while (low < high) {
			final int mid = low + high >>> 1;
			if (Integer.compareUnsigned(tags[mid], tag) < 0) low = mid + 1;
			else high = mid;
		}
		return low;
	}

	/** Whether there is a tag at an index, and it is not above another. */
	static boolean hasUpTo(final int[] tags, final int at, final int last) {
		return at < tags.length && Integer.compareUnsigned(tags[at], last) <= 0;
	}

	/** The tags that are in one of two lists or in both. */
	static int[] union(final int[] a, final int[] b) {
		return IntStream.concat(IntStream.of(a), IntStream.of(b))
			.map(tag -> tag ^ Integer.MIN_VALUE)
			.sorted()
			.distinct()
			.map(tag -> tag ^ Integer.MIN_VALUE)
			.toArray();
	}
}
