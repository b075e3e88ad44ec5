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

package io.github.dicomvolumes.volume.structures;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** From where to where the planes of contours count. */
class ContourSpacingTest {

	/** Planes, what is regular, from where to where each counts, and what stays open. */
	@ParameterizedTest(name = "{0}")
	@CsvSource(delimiter = '|', value = { //
		"5                    | 2 | 4~6                                             | ''", // as thick as a voxel
		"0 3                  | 3 | -1.5~1.5 1.5~4.5                                | ''", //
		"0 3 6 12 15          | 3 | -1.5~1.5 1.5~4.5 4.5~7.5 10.5~13.5 13.5~16.5    | 6", // one is missing
		"0 6 9 12             | 3 | -1.5~1.5 4.5~7.5 7.5~10.5 10.5~13.5             | 6", // beside the first
		"0 3 6 10             | 3 | -1.5~1.5 1.5~4.5 4.5~7.5 8.5~11.5               | 4", //
		"0 3 6 9.6 12.6       | 3 | -1.5~1.5 1.5~4.5 4.5~7.8 7.8~11.1 11.1~14.1     | ''", // gaps vary a little
		"0 6 12 18            | 6 | -3~3 3~9 9~15 15~21                             | ''", // drawn on each second slice
		"0 2 4 6 8 13 18 23   | 2 | -1~1 1~3 3~5 5~7 7~10.5 10.5~15.5 15.5~20.5 20.5~25.5 | ''", // the spacing changes
		"0 2 4 6 8 13 18      | 2 | -1~1 1~3 3~5 5~7 7~9 12~14 17~19                | 5 5", // two gaps are no spacing
		"0 2 4 6 8 10 15 20 25 29 | 2 | -1~1 1~3 3~5 5~7 7~9 9~12.5 12.5~17.5 17.5~22.5 22.5~27 28~30 | 4", // no overlap
		"0 2 4 6 7 9 11       | 2 | -1~1 1~3 3~5 5~6.5 6.5~8 8~10 10~12             | ''", // one closer
		"0 3 9                | 3 | -1.5~1.5 1.5~4.5 7.5~10.5                       | 6" }) // as often: the smaller
	void slabs(final String planes, final double regular, final String slabs, final String open) {
		final ContourSpacing spacing = ContourSpacing.of(numbers(planes, " "), 2);
		assertEquals(regular, spacing.regular(), 1e-12);
		final double[][] expected = Arrays.stream(slabs.split(" ")).map(s -> numbers(s, "~")).toArray(double[][]::new);
		assertArrayEquals(Arrays.stream(expected).mapToDouble(s -> s[0]).toArray(), spacing.low(), 1e-12);
		assertArrayEquals(Arrays.stream(expected).mapToDouble(s -> s[1]).toArray(), spacing.high(), 1e-12);
		assertArrayEquals(numbers(open, " "), spacing.open(), 1e-12);
	}

	private static double[] numbers(final String text, final String separator) {
		return Arrays.stream(text.split(separator))
			.filter(s -> !s.isEmpty())
			.mapToDouble(Double::parseDouble)
			.toArray();
	}
}
