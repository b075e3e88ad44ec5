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

package io.github.dicomvolumes.geometry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class PlaneGeometryTest {

	/** R23: the position projected on the normal, not one of its components. */
	@Test
	void distanceIsAlongTheNormal() {
		Orientation oblique30 = Orientation.of(1, 0, 0, 0, 0.8660254038, 0.5);
		double first = new PlaneGeometry(new Vector3(-10, -20, 30), oblique30).distanceAlong(oblique30.normal());
		double second = new PlaneGeometry(new Vector3(-10, -21.5, 32.59807621), oblique30)
			.distanceAlong(oblique30.normal());
		assertEquals(3, second - first, 1e-8);
		Orientation sagittal = Orientation.of(0, 1, 0, 0, 0, -1);
		assertEquals(10, new PlaneGeometry(new Vector3(-10, -20, 30), sagittal).distanceAlong(sagittal.normal()));
	}

	@Test
	void refusesPositionsBeyondReason() {
		assertThrows(IllegalArgumentException.class,
			() -> new PlaneGeometry(new Vector3(0, -1e300, 0), Orientation.of(1, 0, 0, 0, 1, 0)));
	}
}
