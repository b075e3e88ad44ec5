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

package io.github.dicomvolumes.view.imagej;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.util.Optional;

import ij.IJ;
import ij.ImagePlus;
import ij.io.FileSaver;
import ij.io.Opener;
import ij.ImageStack;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.github.dicomvolumes.geometry.Affine;

/** The place in the patient as a property of an image. */
class PatientSpaceTest {

	private static final PatientSpace SPACE = new PatientSpace(
		Affine.of(0.1, 0, 0, -1e-17, 0, 0, 1 / 3.0, 2, 0, -7, 0, 3), "LFP", true, "1.2.3");

	private final ImagePlus image = IJ.createHyperStack("", 4, 3, 1, 5, 1, 16);

	@Test
	void isReadAsItWasWritten() {
		SPACE.attachTo(image);
		assertEquals(Optional.of(SPACE), PatientSpace.of(image));
		final PatientSpace directions = new PatientSpace(SPACE.indexToPatient(), "LFP", false, "");
		directions.attachTo(image);
		assertEquals(Optional.of(directions), PatientSpace.of(image));
	}

	@Test
	void axisLiesAlongBothDirections() {
		assertEquals(1, SPACE.axisAlong('H'));
		assertEquals(1, SPACE.axisAlong('F'));
		assertEquals(2, SPACE.axisAlong('A'));
	}

	@Test
	void isWrittenIntoTiffFiles(@TempDir final Path folder) {
		SPACE.attachTo(image);
		final String tiff = folder.resolve("image.tif").toString();
		new FileSaver(image).saveAsTiffStack(tiff);
		assertEquals(Optional.of(SPACE), PatientSpace.of(new Opener().openImage(tiff)));
	}

	@Test
	void isLostWithSlices() {
		SPACE.attachTo(image);
		image.getStack().setSliceLabel("another", 3);
		assertEquals(Optional.empty(), PatientSpace.of(image));
		image.getStack().setSliceLabel(null, 3);
		assertEquals(Optional.of(SPACE), PatientSpace.of(image));
		image.getStack().deleteLastSlice();
		image.setStack(image.getStack());
		assertEquals(Optional.empty(), PatientSpace.of(image));
	}

	private static ImagePlus labelled() {
		final ImagePlus whole = IJ.createImage("whole", "16-bit", 9, 8, 6);
		for (int slice = 1; slice <= 6; slice++)
			whole.getStack().setSliceLabel("slice " + slice, slice);
		whole.getCalibration().pixelWidth = SPACE.indexToPatient().i().norm();
		whole.getCalibration().pixelHeight = SPACE.indexToPatient().j().norm();
		SPACE.attachTo(whole);
		return whole;
	}

	@Test
	void backwardsAndEveryOther() {
		final ImagePlus whole = labelled();
		final ImageStack odd = new ImageStack(9, 8), back = new ImageStack(9, 8);
		for (int n = 6; n >= 1; n--)
			back.addSlice("slice " + n, whole.getStack().getPixels(n));
		for (int n = 2; n <= 6; n += 2)
			odd.addSlice("slice " + n, whole.getStack().getPixels(n));
		whole.setStack(back);
		assertEquals("LFA", PatientSpace.of(whole).orElseThrow().letters());
		assertEquals(SPACE.indexToPatient().apply(0, 0, 5),
			PatientSpace.of(whole).orElseThrow().indexToPatient().origin());
		whole.setStack(odd);
		assertEquals(0,
			SPACE.indexToPatient().k().times(2).minus(PatientSpace.of(whole).orElseThrow().indexToPatient().k()).norm(),
			1e-12);
		odd.setSliceLabel("slice 5", 2);
		assertEquals(Optional.empty(), PatientSpace.of(whole));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", ";;;;", "1 2 3;LPH;mm;;4 3 1 5 1 0", "x;LPH;mm;1;4 3 1 5 1 3c3",
		"1 0 0 0 0 1 0 0 0 0 1 0;LLL;mm;1;" })
	void foreignTextIsNoPlace(final String text) {
		SPACE.attachTo(image);
		final String shape = image.getProp("DICOM Patient Space").split(";")[4];
		image.setProp("DICOM Patient Space", text);
		assertEquals(Optional.empty(), PatientSpace.of(image));
		// the same with the right shape
		image.setProp("DICOM Patient Space", text.substring(0, text.lastIndexOf(';') + 1) + shape);
		assertEquals(Optional.empty(), PatientSpace.of(image));
	}

	@Test
	void lettersAreOneForEachAxis() {
		for (final String letters : new String[] { "", "LP", "LRH", "LPHF", "LPS" })
			assertThrows(IllegalArgumentException.class,
				() -> new PatientSpace(SPACE.indexToPatient(), letters, true, ""));
	}
}
