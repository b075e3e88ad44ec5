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
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Compares data sets in order to hold one as a {@linkplain Attributes#variant variant} of another. */
final class Variants {

	private Variants() {}

	/** Whether two data sets have the same tags, VRs, byte order and character set; both are whole. */
	static boolean haveSameForm(final Attributes a, final Attributes b) {
		return a.order == b.order && a.charset().terms().equals(b.charset().terms()) && Arrays.equals(a.tags, b.tags) &&
			Arrays.equals(a.vrs, b.vrs);
	}

	/**
	 * A data set as a variant of another of the same form, with the values in which it differs; both are whole. Empty
	 * if it cannot be one.
	 */
	static Optional<Attributes> of(final Attributes dataSet, final Attributes base) {
		final AttributesBuilder differing = base.variant();
		final byte[] a = dataSet.values, b = base.values;
		final int[] ends = dataSet.ends, baseEnds = base.ends;
		int i = 0;
		while (i < ends.length) {
			final int start = dataSet.start(i), baseStart = base.start(i);
			final int differs = Arrays.mismatch(a, start, a.length, b, baseStart, b.length);
			final int equal = differs < 0 ? a.length - start : differs;
			while (i < ends.length && ends[i] - start <= equal && ends[i] - start == baseEnds[i] - baseStart &&
				isSameBesidesBytes(dataSet, base, i))
				i++;
			if (i < ends.length) differing.putFrom(dataSet, i++);
		}
		return differing.buildVariant();
	}

	/** Whether the i-th of two data sets of the same form has the same items, or as many bytes left in the file. */
	private static boolean isSameBesidesBytes(final Attributes a, final Attributes b, final int i) {
		if (a.start(i) < a.ends[i]) return true; // what has bytes has nothing besides
		final List<Attributes> items = a.itemsAt(i), others = b.itemsAt(i);
		boolean same = items.size() == others.size() && Objects.equals(a.leftInFile.get(i), b.leftInFile.get(i));
		for (int n = 0; same && n < items.size(); n++)
			same = isSame(items.get(n), others.get(n));
		return same;
	}

	/** As {@link Attributes#equals}, but without making elements, and unequal where another form says the same. */
	private static boolean isSame(final Attributes a, final Attributes b) {
		if (a == b) return true;
		boolean same = a.below == b.below && a.isVariant == b.isVariant && haveSameForm(a, b) &&
			Arrays.equals(a.ends, b.ends) && Arrays.equals(a.values, b.values);
		for (int i = 0; same && i < a.tags.length; i++)
			same = isSameBesidesBytes(a, b, i);
		return same;
	}
}
