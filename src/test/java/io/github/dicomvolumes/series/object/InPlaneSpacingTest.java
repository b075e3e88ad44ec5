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

package io.github.dicomvolumes.series.object;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;

import io.github.dicomvolumes.data.Attributes;
import io.github.dicomvolumes.data.AttributesBuilder;
import io.github.dicomvolumes.data.Tag;

import org.junit.jupiter.api.Test;

/** R33: what is said of ultrasound regions. */
class InPlaneSpacingTest {

	private static AttributesBuilder image(final Attributes... regions) {
		return Attributes.builder()
			.put(Tag.MODALITY, "US")
			.put(Tag.ROWS, 100)
			.put(Tag.COLUMNS, 200)
			.put(Tag.SEQUENCE_OF_ULTRASOUND_REGIONS, List.of(regions));
	}

	private static Attributes region(final int minX, final int maxX, final double cm) {
		return Attributes.builder()
			.put(Tag.REGION_SPATIAL_FORMAT, 1)
			.put(Tag.REGION_DATA_TYPE, 1)
			.put(Tag.REGION_LOCATION_MIN_X0, minX)
			.put(Tag.REGION_LOCATION_MIN_Y0, 0)
			.put(Tag.REGION_LOCATION_MAX_X1, maxX)
			.put(Tag.REGION_LOCATION_MAX_Y1, 99)
			.put(Tag.PHYSICAL_UNITS_X_DIRECTION, 3)
			.put(Tag.PHYSICAL_UNITS_Y_DIRECTION, 3)
			.put(Tag.PHYSICAL_DELTA_X, cm)
			.put(Tag.PHYSICAL_DELTA_Y, cm)
			.build();
	}

	@Test
	void regionsOfDifferentScalesAreNamed() {
		final InPlaneSpacing spacing = InPlaneSpacing.of(image(region(0, 99, 0.01), region(100, 199, 0.02)).build());
		assertFalse(spacing.millimetres());
		assertEquals(
			"pixel size unknown: the ultrasound regions have different scales, none is used: " +
				"0.1 x 0.1 mm in columns 0 to 99, rows 0 to 99; 0.2 x 0.2 mm in columns 100 to 199, rows 0 to 99",
			spacing.note());
	}

	@Test
	void pixelSpacingThatContradictsARegionIsTakenAndNamed() {
		final InPlaneSpacing spacing = InPlaneSpacing
			.of(image(region(0, 199, 0.01)).put(Tag.PIXEL_SPACING, 0.3, 0.2).build());
		assertEquals(0.2, spacing.column());
		assertEquals("Pixel Spacing is taken, 0.2 x 0.3 mm; the ultrasound region says 0.1 x 0.1 mm", spacing.note());
	}

	@Test
	void pixelSpacingThatAgreesWithARegionNeedsNoWord() {
		assertEquals("",
			InPlaneSpacing.of(image(region(0, 199, 0.02)).put(Tag.PIXEL_SPACING, 0.2, 0.2).build()).note());
		assertEquals("",
			InPlaneSpacing.of(image(region(0, 300, 0.01)).put(Tag.PIXEL_SPACING, 0.2, 0.2).build()).note());
	}
}
