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

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.junit.jupiter.api.Test;

class TimeAxisTest {

	@Test
	void equalStepsAreAnInterval() {
		assertEquals(2.5, new TimeAxis(3, List.of(0.0, 2.5, 5.0)).interval().getAsDouble());
	}

	@Test
	void onePercentIsTolerated() {
		assertEquals(1, new TimeAxis(3, List.of(0.0, 1.009, 2.0)).interval().getAsDouble());
		assertTrue(new TimeAxis(3, List.of(0.0, 1.011, 2.0)).interval().isEmpty());
	}

	@Test
	void roundedMillisecondsAreTolerated() {
		assertEquals(0.0333, new TimeAxis(4, List.of(0.0, 0.033, 0.067, 0.0999)).interval().getAsDouble(), 1e-9);
	}

	@Test
	void unknownTimesHaveNoInterval() {
		assertTrue(TimeAxis.SINGLE.interval().isEmpty());
		assertTrue(new TimeAxis(3, List.of()).interval().isEmpty());
	}

	@Test
	void secondsAreForAllTimesOrNone() {
		assertThrows(IllegalArgumentException.class, () -> new TimeAxis(3, List.of(0.0, 1.0)));
	}
}
