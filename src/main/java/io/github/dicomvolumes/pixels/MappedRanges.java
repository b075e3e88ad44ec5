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

package io.github.dicomvolumes.pixels;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

import io.github.dicomvolumes.data.NumberText;

/**
 * Real World Value Mappings that hold for a range of stored values each (PS3.3 C.7.6.16.2.11), joined. Stored values in
 * none of the ranges stay what they are.
 *
 * @param parts in ascending order, no two for the same value, all of one unit
 * @param isWhole whether stored values are whole numbers
 */
record MappedRanges(List<RealWorldValueMapping> parts, boolean isWhole) implements ValueTable {

	MappedRanges {
		parts = List.copyOf(parts);
	}

	/**
	 * The first of the mappings of a frame, which counts (R40), with those that continue it: in the same unit, for
	 * other stored values.
	 */
	static MappedRanges of(final List<RealWorldValueMapping> mappings, final PixelFormat format) {
		final List<RealWorldValueMapping> joined = new ArrayList<>();
		for (final RealWorldValueMapping mapping : mappings)
			if (joined.isEmpty() || mapping.rescale().unit().equals(joined.get(0).rescale().unit()) &&
				joined.stream().noneMatch(other -> other.first() <= mapping.last() && mapping.first() <= other.last()))
				joined.add(mapping);
		joined.sort(Comparator.comparingDouble(RealWorldValueMapping::first));
		return new MappedRanges(joined, format.kind() == PixelFormat.Kind.INTEGER);
	}

	/** Whether every stored value from one to another has a mapping. */
	boolean covers(final double low, final double high) {
		double next = low;
		for (final RealWorldValueMapping part : parts)
			if (part.first() <= next && part.last() >= next) next = isWhole ? part.last() + 1 : part.last();
		return isWhole ? next > high : next >= high;
	}

	/** Whether it is one line for all values that the format can store, but maybe padding. */
	boolean isLineFor(final PixelFormat format, final Padding padding) {
		return parts.size() == 1 &&
			(coversAll(format, padding) || parts.get(0).table().isEmpty() && parts.get(0).rescale().isIdentity());
	}

	/** Whether every value that the format can store has a mapping, or is padding. */
	boolean coversAll(final PixelFormat format, final Padding padding) {
		final double low = format.minStored(), high = format.maxStored();
		if (padding == null || covers(low, high)) return covers(low, high);
		final boolean isBelow = padding.low() <= low || covers(low, padding.low() - 1);
		return isBelow && (padding.high() >= high || covers(padding.high() + 1, high));
	}

	/** For people: "0 to 999, 1000 to 65535". */
	String ranges() {
		return parts.stream()
			.map(part -> NumberText.exact(part.first()) + " to " + NumberText.exact(part.last()))
			.collect(Collectors.joining(", "));
	}

	@Override
	public double real(final double stored) {
		for (final RealWorldValueMapping part : parts)
			if (holds(part, stored)) return part.real(stored);
		return stored;
	}

	@Override
	public double stored(final double real) {
		double nearest = Double.NaN;
		for (final RealWorldValueMapping part : parts)
			nearest = nearer(Math.max(part.first(), Math.min(part.last(), whole(part.stored(real)))), nearest, real);
		return nearer(whole(real), nearest, real);
	}

	private double whole(final double stored) {
		return isWhole ? Math.rint(stored) : stored;
	}

	private double nearer(final double a, final double b, final double real) {
		return Double.isNaN(b) || Math.abs(real(a) - real) < Math.abs(real(b) - real) ? a : b;
	}

	/** Numbers that are not whole were rounded to 32 bits, so the ends of their ranges have to be. */
	private boolean holds(final RealWorldValueMapping part, final double stored) {
		return isWhole ? stored >= part.first() && stored <= part.last()
			: stored >= (float) part.first() && stored <= (float) part.last();
	}
}
