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

/** Bins of equal width between two values; the greatest value belongs to the last (IBSI: fixed bin number). */
final class Bins {

	private final double low, scale;
	private final long[] counts;

	Bins(final double low, final double high, final int bins) {
		this.low = low;
		scale = high > low ? bins / (high - low) : 0;
		counts = new long[bins];
	}

	void add(final double value, final long count) {
		counts[(int) Math.min(counts.length - 1.0, (value - low) * scale)] += count;
	}

	void addAll(final Bins others) {
		for (int bin = 0; bin < counts.length; bin++)
			counts[bin] += others.counts[bin];
	}

	/** In bits. */
	double entropy() {
		long all = 0;
		for (final long count : counts)
			all += count;
		double entropy = 0;
		for (final long count : counts)
			if (count > 0) entropy -= (double) count / all * Math.log((double) count / all);
		return entropy / Math.log(2) + 0.0;
	}
}
