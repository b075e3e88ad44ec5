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

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * Real values of grey planes, without padding, infinities and NaN. Of large volumes a fixed sample is looked at, so
 * that the cost is bounded and the result is repeatable.
 */
public final class ValueSample {

	/** Values looked at, whatever the size of the volume: about 10 ms. */
	private static final int SAMPLES = 1 << 16;

	/** One value of this many at either end is taken for an outlier; fewer than so many values have none. */
	private static final int OUTLIERS = 1000;

	/** As the planes hold them, ascending. */
	private final double[] held;
	private final Rescale line;

	private ValueSample(final double[] held, final Rescale line) {
		this.held = held;
		this.line = line;
	}

	/**
	 * A sample of some planes.
	 *
	 * @param planes one or more planes of the same length, made by the plan; asked for one after the other
	 * @param codings of these planes
	 */
	public static ValueSample of(final PlanePlan plan, final List<?> planes, final List<FrameCoding> codings) {
		final int pixels = codings.get(0).format().pixels();
		final long all = (long) pixels * planes.size();
		final List<Excluded> excluded = codings.stream().map(coding -> Excluded.of(coding, plan)).toList();
		final int count = (int) Math.min(all, SAMPLES);
		final double[] values = new double[count];
		final SplittableRandom random = new SplittableRandom(0);
		int n = 0;
		for (int i = 0; i < count; i++) {
			// One of each run of all/count pixels, at random, as a fixed step might hit one column only.
			final long start = all * i / count, end = all * (i + 1) / count;
			final long at = random.nextLong(start, end);
			final int plane = (int) (at / pixels);
			final double held = plan.type().value(planes.get(plane), (int) (at % pixels));
			if (Double.isFinite(held) && !excluded.get(plane).contains(held)) values[n++] = held;
		}
		Arrays.sort(values, 0, n);
		return new ValueSample(Arrays.copyOf(values, n), plan.line());
	}

	/** The range of the values without the outermost thousandth at either end; empty if there are none. */
	public Optional<DisplayRange> range() {
		final int n = held.length;
		if (n == 0) return Optional.empty();
		final double a = line.real(held[n / OUTLIERS]), b = line.real(held[n - 1 - n / OUTLIERS]);
		return Optional.of(new DisplayRange(Math.min(a, b), Math.max(a, b)));
	}

	/** The value below which so many percent of all are, nearest rank; empty if there are none. */
	public Optional<Double> percentile(final double percent) {
		final int n = held.length;
		if (n == 0) return Optional.empty();
		final int rank = Math.max(1, (int) Math.ceil(percent / 100 * n));
		return Optional.of(line.real(held[line.slope() < 0 ? n - rank : rank - 1]));
	}
}
