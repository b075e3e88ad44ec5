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

package io.github.dicomvolumes.pixels.codec.jpegls;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Numbers worked out by hand from T.87 A.2 and C.2.4.1.1. */
class CodingParametersTest {

	@ParameterizedTest
	@CsvSource({ //
		"3, 0, 2, 3, 3", // T3 of 4 is beyond MAXVAL: T2 instead
		"127, 0, 2, 3, 10", // FACTOR 2
		"255, 0, 3, 7, 21", // Table C.3
		"255, 3, 12, 22, 42", //
		"1023, 0, 6, 19, 72", // FACTOR 4
		"4095, 0, 18, 67, 276", // FACTOR 16
		"65535, 0, 18, 67, 276", // as for 4095
		"65535, 255, 783, 1342, 2061" })
	void defaultThresholds(final int maxval, final int near, final int t1, final int t2, final int t3) {
		assertEquals(new CodingParameters(near, maxval, t1, t2, t3, 64), CodingParameters.ofDefaults(maxval, near));
	}

	/** MAXVAL below 128, as dcmcjpls has them. */
	@ParameterizedTest
	@CsvSource({ "63, 2, 8, 13, 18", "127, 1, 5, 8, 11", "3, 1, 2, 2, 2" })
	void thresholdsOfDcmtk(final int maxval, final int near, final int t1, final int t2, final int t3) {
		assertEquals(new CodingParameters(near, maxval, t1, t2, t3, 64), CodingParameters.ofDcmtk(maxval, near));
	}

	@ParameterizedTest
	@CsvSource({ //
		"3, 0, 4, 2, 20", //
		"255, 0, 256, 8, 32", //
		"255, 3, 38, 6, 32", // (255 + 6) / 7 + 1
		"256, 0, 257, 9, 36", // one more value, one more bit
		"4095, 0, 4096, 12, 48", //
		"65535, 0, 65536, 16, 64" })
	void whatFollows(final int maxval, final int near, final int range, final int qbpp, final int limit) {
		final CodingParameters parameters = CodingParameters.ofDefaults(maxval, near);
		assertEquals(range, parameters.range());
		assertEquals(qbpp, parameters.qbpp());
		assertEquals(limit, parameters.limit());
	}

	/** A.3.3 for 8 bits and NEAR 1: thresholds 6, 12 and 28. */
	@Test
	void gradientRegions() {
		final CodingParameters parameters = CodingParameters.ofDefaults(255, 1);
		final byte[] regions = parameters.gradientRegions();
		final int[][] expected = { { -255, -4 }, { -28, -4 }, { -27, -3 }, { -12, -3 }, { -11, -2 }, { -6, -2 },
			{ -5, -1 }, { -2, -1 }, { -1, 0 }, { 0, 0 }, { 1, 0 }, { 2, 1 }, { 5, 1 }, { 6, 2 }, { 11, 2 }, { 12, 3 },
			{ 27, 3 }, { 28, 4 }, { 255, 4 } };
		for (final int[] pair : expected)
			assertEquals(pair[1], regions[pair[0] + 255], "gradient " + pair[0]);
	}

	/** T2 below T1: code segment A.4 asks for -T2 before -T1, and for T1 before T2. */
	@Test
	void gradientRegionsOfThresholdsInAnotherOrder() {
		final byte[] regions = new CodingParameters(0, 255, 13, 7, 21, 64).gradientRegions();
		final int[][] expected = { { -21, -4 }, { -20, -3 }, { -7, -3 }, { -6, -1 }, { -1, -1 }, { 0, 0 }, { 1, 1 },
			{ 12, 1 }, { 13, 3 }, { 20, 3 }, { 21, 4 } };
		for (final int[] pair : expected)
			assertEquals(pair[1], regions[pair[0] + 255], "gradient " + pair[0]);
	}
}
