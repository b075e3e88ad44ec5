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

package io.github.dicomvolumes.volume;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import io.github.dicomvolumes.series.Finding;
import io.github.dicomvolumes.series.Finding.Code;

class ReportTest {

	private static final Finding SPLIT = new Finding(Code.SPLIT, "split by size");
	private static final Finding TILT = new Finding(Code.GANTRY_TILT, "tilted by 12 degrees");
	private static final Finding MISSING = new Finding(Code.MISSING_SLICES, "slice 4 is missing");

	@Test
	void warningsComeBeforeNotesAndKeepTheirOrder() {
		assertEquals("tilted by 12 degrees; slice 4 is missing; split by size",
			new Report("", List.of(SPLIT, TILT, MISSING)).note());
		assertEquals(List.of(TILT, MISSING), new Report("", List.of(SPLIT, TILT, MISSING)).warnings());
	}

	@Test
	void nothingToSay() {
		final Report report = new Report("headline", List.of());
		assertEquals("", report.note());
		assertEquals("headline", report.toString());
		assertFalse(report.has(Code.SPLIT));
	}

	@Test
	void blockForTheLog() {
		final List<String> files = IntStream.rangeClosed(1, 10).mapToObj(i -> "file " + i).toList();
		final Report report = new Report("headline",
			List.of(SPLIT, new Finding(Code.DUPLICATES, "10 duplicates ignored", files), TILT));
		assertEquals("""
						headline
						  note: split by size
						  note: 10 duplicates ignored
						    file 1
						    file 2
						    file 3
						    file 4
						    file 5
						    file 6
						    file 7
						    file 8
						    and 2 more
						  warning: tilted by 12 degrees""", report.toString());
		assertTrue(report.has(Code.DUPLICATES));
	}
}
