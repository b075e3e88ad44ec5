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

import io.github.dicomvolumes.view.plane.OrthoImage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import ij.IJ;
import ij.ImagePlus;

import java.awt.EventQueue;
import java.awt.GraphicsEnvironment;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FirstLookTest {

	/** A PET, its single slice, and what is large enough. */
	@ParameterizedTest
	@CsvSource({ "49, 46, 47, 24", "49, 46, 1, 1", "46, 49, 2, 2", "400, 20, 3, 2", "192, 192, 72, 37" })
	void smallImagesAreZoomedAndStacksShownAtTheirMiddle(final int width, final int height, final int slices,
		final int middle) throws Exception
	{
		assumeFalse(GraphicsEnvironment.isHeadless(), "needs a display");
		final ImagePlus image = IJ.createImage("PET", width, height, slices, 16);
		image.show();
		try {
			EventQueue.invokeAndWait(() -> FirstLook.at(image));
			final double zoom = image.getWindow().getCanvas().getMagnification();
			assertTrue(zoom * Math.max(width, height) >= 384, "zoom " + zoom);
			assertTrue(zoom == 1 || zoom * Math.max(width, height) < 2 * 384, "zoom " + zoom);
			assertEquals(middle, image.getSlice());
			assertEquals(middle - 1, OrthoImage.of(image).middle().z(), "what the orthogonal views begin with");
		}
		finally {
			image.close();
		}
	}
}
