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

package io.github.dicomvolumes.series;

import java.util.List;
import java.util.OptionalDouble;

/**
 * When the times of a volume are.
 *
 * @param size how many, at least 1
 * @param seconds since the first time, ascending from 0; empty if unknown
 */
public record TimeAxis(int size, List<Double> seconds) {

	/** One time. */
	public static final TimeAxis SINGLE = new TimeAxis(1, List.of());

	/** How much the steps may differ from their mean: as a part of it, and the rounding of written times, s. */
	private static final double UNIFORM = 0.01, ROUNDING = 1e-3;

	public TimeAxis {
		seconds = List.copyOf(seconds);
		if (size < 1 || !seconds.isEmpty() && seconds.size() != size)
			throw new IllegalArgumentException(size + " times, but seconds for " + seconds.size());
	}

	/** The seconds from a time to the next, if they are known and equal to 1 % or 1 ms. */
	public OptionalDouble interval() {
		if (seconds.size() < 2) return OptionalDouble.empty();
		final double mean = seconds.get(size - 1) / (size - 1);
		for (int t = 1; t < size; t++)
			if (Math.abs(seconds.get(t) - seconds.get(t - 1) - mean) > Math.max(UNIFORM * mean,
				Math.min(ROUNDING, mean / 2))) return OptionalDouble.empty();
		return OptionalDouble.of(mean);
	}
}
