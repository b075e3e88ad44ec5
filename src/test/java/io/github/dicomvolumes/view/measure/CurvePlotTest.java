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

package io.github.dicomvolumes.view.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;

import io.github.dicomvolumes.data.Disclosure;
import io.github.dicomvolumes.measure.TimeCurve;
import io.github.dicomvolumes.series.Segment;

import org.junit.jupiter.api.Test;

/** The table of curves. */
class CurvePlotTest {

	private static List<List<String>> rows(final boolean isTimed) {
		final TimeCurve curve = new TimeCurve(new Segment(3, "liver", -1), 0, "HU", List.of(0.0, 2.5), isTimed,
			List.of(10.0, 30.0), List.of(1.0, 2.0), List.of(12.0, 34.0));
		return CurvePlot.table(List.of(curve), Disclosure.SHOW).rows();
	}

	@Test
	void timesAreSeconds() {
		assertEquals(List.of("3", "liver", "1", "2", "2.5", "30", "2", "34", "50", "2.5"), rows(true).get(1));
	}

	/** Numbers of times are no seconds. */
	@Test
	void unknownTimesHaveNone() {
		assertEquals(List.of("3", "liver", "1", "2", "", "30", "2", "34", "", ""), rows(false).get(1));
	}
}
