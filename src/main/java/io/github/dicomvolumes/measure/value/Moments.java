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

/** Sums of powers of what values differ from their mean. */
final class Moments {

	private final double sum, mean;
	private double second, third, fourth, absolute, squares;

	/** @param sum of all values */
	Moments(final double sum, final double count) {
		this.sum = sum;
		mean = sum / count;
	}

	void add(final double value, final double count) {
		final double difference = value - mean, square = difference * difference;
		second += count * square;
		third += count * square * difference;
		fourth += count * square * square;
		absolute += count * Math.abs(difference);
		squares += count * value * value;
	}

	void addAll(final Moments others) {
		second += others.second;
		third += others.third;
		fourth += others.fourth;
		absolute += others.absolute;
		squares += others.squares;
	}

	/**
	 * The statistics.
	 *
	 * @param count of all values
	 * @param ranked 10th, 25th, 50th, 75th and 90th percentile, then minimum and maximum
	 * @param whole parts that a voxel counts
	 */
	Intensity statistics(final double count, final double noNumbers, final double[] ranked, final double entropy,
		final int bins, final double whole)
	{
		final double variance = second / count;
		final boolean isFlat = ranked[5] == ranked[6] || variance == 0;
		return new Intensity(count / whole, noNumbers / whole, sum / whole, mean, isFlat ? 0 : variance,
			isFlat ? 0 : third / count / Math.pow(variance, 1.5),
			isFlat ? 0 : fourth / count / (variance * variance) - 3, ranked[2], ranked[5], ranked[0], ranked[4],
			ranked[6], ranked[3] - ranked[1],
			ranked[3] + ranked[1] == 0 ? Double.NaN : (ranked[3] - ranked[1]) / (ranked[3] + ranked[1]),
			isFlat ? 0 : absolute / count, squares / whole, entropy, bins);
	}
}
