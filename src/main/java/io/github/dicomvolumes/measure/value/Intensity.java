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

/**
 * Statistics of the values of a segment, by the definitions of the Image Biomarker Standardisation Initiative. They are
 * those of a population: divided by the number of values, not by one less. Values that are no numbers are left out; all
 * are NaN if none is left. Percentiles lie on straight lines between the values at ranks (n - 1) p, as in numpy.
 *
 * @param count of values; with parts of voxels not whole
 * @param noNumbers how many values were NaN or infinite
 * @param sum of the values
 * @param mean IBSI Q4LE
 * @param variance IBSI ECT3
 * @param skewness IBSI KE2A; 0 if all values are the same
 * @param kurtosis IBSI IPH6: excess kurtosis, 0 for a normal distribution and if all values are the same
 * @param median IBSI Y12H
 * @param minimum IBSI 1GSF
 * @param p10 10th percentile, IBSI QG58
 * @param p90 90th percentile, IBSI 8DWT
 * @param maximum IBSI 84IY
 * @param interquartileRange IBSI SALO
 * @param quartileDispersion quartile coefficient of dispersion: the interquartile range divided by the sum of the
 *        quartiles, IBSI 9S40; NaN if that is 0
 * @param meanAbsoluteDeviation from the mean, IBSI 4FUA
 * @param energy sum of the squares, IBSI N8CA
 * @param entropy in bits, of bins of equal width from minimum to maximum, IBSI TLU2
 * @param bins how many bins these are
 */
public record Intensity(double count, double noNumbers, double sum, double mean, double variance, double skewness,
	double kurtosis, double median, double minimum, double p10, double p90, double maximum, double interquartileRange,
	double quartileDispersion, double meanAbsoluteDeviation, double energy, double entropy, int bins)
{

	/** Of no values. */
	public static Intensity none(final double noNumbers, final int bins) {
		return new Intensity(0, noNumbers, Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN,
			Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN,
			bins);
	}

	/** Standard deviation: the root of the variance. */
	public double sd() {
		return Math.sqrt(variance);
	}

	/** Greatest minus least value, IBSI 2OJQ. */
	public double range() {
		return maximum - minimum;
	}

	/** Root of the mean square, IBSI 5ZWQ. */
	public double rootMeanSquare() {
		return Math.sqrt(energy / count);
	}

	/** Standard deviation divided by the mean, IBSI 7TET. */
	public double coefficientOfVariation() {
		return sd() / mean;
	}
}
