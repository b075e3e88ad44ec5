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

import java.util.Arrays;
import java.util.Random;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** R35. */
class AnatomyTest {

	@Test
	void lettersOfADoubleObliqueVolume() {
		Orientation orientation = Orientation.of(0.8, 0.6, 0, -0.36, 0.48, 0.8);
		assertEquals("LP", Anatomy.letters(orientation.row()));
		assertEquals("HPR", Anatomy.letters(orientation.column()));
		assertEquals("AHL", Anatomy.letters(orientation.normal()));
	}

	@Test
	void negligibleComponentsHaveNoLetter() {
		assertEquals("L", Anatomy.letters(new Vector3(1, 0.9e-4, 0)));
		assertEquals("LA", Anatomy.letters(new Vector3(1, -1.1e-4, 0)));
		assertEquals("F", Anatomy.letters(new Vector3(0, 0, -3)));
		assertEquals("L", Anatomy.letters(new Vector3(1000, 0.05, 0)));
		assertEquals("RPF", Anatomy.letters(new Vector3(-1, 1, -1)));
		assertThrows(ArithmeticException.class, () -> Anatomy.letters(new Vector3(0, 0, 0)));
	}

	@ParameterizedTest
	@CsvSource({ "axial, 1 0 0 0 1 0, LPH", "prone, -1 0 0 0 -1 0, RAH", "feetward, -1 0 0 0 1 0, RPF",
		"sagittal, 0 1 0 0 0 -1, PFR", "coronal, 1 0 0 0 0 -1, LFP", "oblique 30, 1 0 0 0 0.8660254038 0.5, LPH",
		"double oblique, 0.8 0.6 0 -0.36 0.48 0.8, LHA" })
	void axisLettersOf(String name, String cosines, String letters) {
		String[] c = cosines.split(" ");
		Orientation o = Orientation.of(Arrays.stream(c).mapToDouble(Double::parseDouble).toArray());
		assertEquals(letters, Anatomy.axisLetters(o.row(), o.column(), o.normal()));
	}

	@Test
	void axisLettersAreUniqueAt45DegreesWhateverTheRounding() {
		for (double h : new double[] { 0.7071067, 0.70710678118, Math.sqrt(0.5), 0.707106782 }) {
			Vector3 i = new Vector3(h, Math.sqrt(1 - h * h), 0);
			Vector3 j = new Vector3(-Math.sqrt(1 - h * h), h, 0);
			assertEquals("LPH", Anatomy.axisLetters(i, j, new Vector3(0, 0, 1)));
		}
	}

	@Test
	void axisLettersUseEveryPatientAxisOnce() {
		Random random = new Random(35);
		for (int n = 0; n < 1000; n++) {
			Orientation o = Geometries.randomOrientation(random);
			String axes = Anatomy.axisLetters(o.row(), o.column(), o.normal())
				.chars()
				.mapToObj(c -> String.valueOf("LRPAHF".indexOf(c) / 2))
				.sorted()
				.collect(Collectors.joining());
			assertEquals("012", axes);
		}
	}

	@Test
	void oppositeGoesBothWays() {
		for (String pair : new String[] { "LR", "PA", "HF" }) {
			assertEquals(pair.charAt(1), Anatomy.opposite(pair.charAt(0)));
			assertEquals(pair.charAt(0), Anatomy.opposite(pair.charAt(1)));
		}
		assertThrows(IllegalArgumentException.class, () -> Anatomy.opposite('S'));
	}

	@Test
	void bothDirectionsHaveOneAxis() {
		for (int n = 0; n < 6; n++)
			assertEquals(n / 2, Anatomy.axisOf("LRPAHF".charAt(n)));
		assertThrows(IllegalArgumentException.class, () -> Anatomy.axisOf('I'));
	}
}
