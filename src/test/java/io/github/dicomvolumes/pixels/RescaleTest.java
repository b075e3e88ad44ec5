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

import static io.github.dicomvolumes.pixels.Slices.slice;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.dicomvolumes.data.Dictionary;
import io.github.dicomvolumes.data.Tag;

import java.util.List;

import org.junit.jupiter.api.Test;

class RescaleTest {

	@Test
	void hounsfield() {
		final Rescale rescale = of(slice().rescale(1, -1024));
		assertEquals(new Rescale(1, -1024, "HU"), rescale);
		assertEquals(-1000, rescale.real(24));
		assertEquals(24, rescale.stored(-1000));
		assertEquals("1 * stored - 1024 HU", rescale.toString());
	}

	@Test
	void noRescaleIsIdentityWithoutUnitAndWithoutNote() {
		final Slices slice = slice();
		assertEquals(Rescale.IDENTITY, of(slice));
		assertEquals(List.of(), slice.notes);
	}

	@Test
	void slopeZero() {
		final Slices slice = slice().rescale(0, 0);
		assertTrue(of(slice).isIdentity());
		assertEquals(List.of("(0028,1053) Rescale Slope is 0; it must be a number other than 0, 1 assumed."),
			slice.notes);
	}

	@Test
	void interceptOnlyMissingSlope() {
		final Slices slice = slice().with(Tag.RESCALE_INTERCEPT, -1024);
		assertEquals(new Rescale(1, -1024, "HU"), of(slice));
		assertEquals(List.of("(0028,1053) Rescale Slope is missing; it must be a number other than 0, 1 assumed."),
			slice.notes);
		assertEquals(new Rescale(2, 0, "HU"), of(slice().with(Tag.RESCALE_SLOPE, 2)));
	}

	@Test
	void noNumber() {
		final Slices slice = slice().with(Tag.RESCALE_SLOPE, "one").with(Tag.RESCALE_INTERCEPT, "NaN");
		assertTrue(of(slice).isIdentity());
		assertEquals(2, slice.notes.size());
	}

	@Test
	void unit() {
		assertEquals("", of(slice().rescale(1, 0).with(Tag.RESCALE_TYPE, "US")).unit());
		assertEquals("mg/ml", of(slice().rescale(1, 0).with(Tag.RESCALE_TYPE, "MGML")).unit());
		assertEquals("", of(slice().rescale(1, 0).with(Tag.MODALITY, "MR")).unit());
		assertEquals("Bq/ml",
			of(slice().rescale(1, 0).with(Tag.MODALITY, "PT").with(Tag.UNITS, "BQML").with(Tag.RESCALE_TYPE, "US"))
				.unit());
	}

	@Test
	void ctIsNotInHounsfieldUnitsIfLocalizerOrMultiEnergy() {
		assertEquals("", of(slice().rescale(1, 0).with(Tag.IMAGE_TYPE, "ORIGINAL\\PRIMARY\\LOCALIZER")).unit());
		assertEquals("", of(slice().rescale(1, 0).with(Dictionary.tag("MultienergyCTAcquisition"), "YES")).unit());
	}

	@Test
	void sameLineIsRelative() {
		final Rescale pet = new Rescale(1.02609e-8, 0, "BQML");
		assertTrue(pet.sameLineAs(new Rescale(1.02609000001e-8, 0, "BQML")));
		assertFalse(pet.sameLineAs(new Rescale(2.05218e-8, 0, "BQML")));
		assertTrue(new Rescale(1, -1024, "").sameLineAs(new Rescale(1, -1024.0001, "HU")));
		assertFalse(new Rescale(1, -1024, "").sameLineAs(new Rescale(1, -1025, "")));
		assertFalse(new Rescale(1, 0, "").sameLineAs(new Rescale(-1, 0, "")));
	}

	@Test
	void refusesWhatIsNoLine() {
		assertThrows(IllegalArgumentException.class, () -> new Rescale(0, 0, ""));
		assertThrows(IllegalArgumentException.class, () -> new Rescale(1, Double.NaN, ""));
	}

	private static Rescale of(final Slices slice) {
		return Rescale.of(slice.attributes(), slice.notes::add);
	}
}
