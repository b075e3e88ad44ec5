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

package io.github.dicomvolumes.view.ortho.window;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Dimension;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.util.Random;

import ij.IJ;
import ij.ImagePlus;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.github.dicomvolumes.geometry.AnatomicalPlane;
import io.github.dicomvolumes.view.ortho.OrthoModel;
import io.github.dicomvolumes.view.plane.OrthoImage;
import io.github.dicomvolumes.view.plane.Pixels;

/** ImageJ's blue rectangle, which says that only a part of the plane is seen; needs a display. */
class ZoomIndicatorTest extends PersonAtViews {

	private static final int BLUE = 0x8080FF;

	/** Smaller than on the screen, a fraction of its last pixel is several pixels of the plane. */
	@ParameterizedTest
	@CsvSource({ "1501, 1203, 60, 0.7, 4", "1203, 701, 31, 0.31, 1.7", "513, 2049, 7, 1, 11", "97, 61, 1501, 1, 1" })
	void noneStandsInTheWindowsWhenAllIsSeen(final int width, final int height, final int slices, final double pixel,
		final double depth)
	{
		final ImagePlus image = IJ.createImage("odd", "8-bit black", width, height, slices);
		image.getCalibration().setUnit("mm");
		image.getCalibration().pixelWidth = image.getCalibration().pixelHeight = pixel;
		image.getCalibration().pixelDepth = depth;
		final OrthogonalViews views = open(image);
		settle(views);
		for (final AnatomicalPlane plane : AnatomicalPlane.values())
			assertEquals(0, blue(views, plane), "blue pixels, " + plane.label());
		EventThread.run(() -> {
			for (int n = 0; n < 8; n++)
				canvas(views, AnatomicalPlane.AXIAL).zoomIn(9, 9);
		});
		settle(views);
		assertTrue(blue(views, AnatomicalPlane.AXIAL) > 0, "a part is seen");
	}

	/** A turned plane is larger than what there is of the image. */
	@Test
	void noneStandsInATurnedPlaneOfWhichAllIsSeen() {
		final ImagePlus image = IJ.createImage("cube", "8-bit black", 120, 90, 60);
		final OrthogonalViews views = open(image);
		views.turn(AnatomicalPlane.AXIAL, 40);
		EventThread.run(() -> views.set().fit());
		settle(views);
		for (final AnatomicalPlane plane : AnatomicalPlane.values())
			assertEquals(0, blue(views, plane), "blue pixels, " + plane.label());
		EventThread.run(() -> {
			for (int n = 0; n < 8; n++)
				canvas(views, AnatomicalPlane.CORONAL).zoomIn(9, 9);
		});
		settle(views);
		assertTrue(blue(views, AnatomicalPlane.CORONAL) > 0, "a part is seen");
	}

	private static long blue(final OrthogonalViews views, final AnatomicalPlane plane) {
		return EventThread.get(() -> {
			final PlaneCanvas canvas = canvas(views, plane);
			final BufferedImage screen = new BufferedImage(canvas.getWidth(), canvas.getHeight(),
				BufferedImage.TYPE_INT_RGB);
			canvas.paint(screen.createGraphics());
			long blue = 0;
			for (int y = 0; y < screen.getHeight(); y++)
				for (int x = 0; x < screen.getWidth(); x++)
					if ((screen.getRGB(x, y) & 0xFFFFFF) == BLUE) blue++;
			return blue;
		});
	}

	@Test
	void allOfAPlaneIsTakenWhereAllOfItFits() {
		final Random random = new Random(15);
		for (int n = 0; n < 200; n++) {
			final int width = 1 + random.nextInt(1500), height = 1 + random.nextInt(1500);
			final Dimension space = new Dimension(20 + random.nextInt(900), 20 + random.nextInt(900));
			final PlaneCanvas canvas = canvas(width, height, 0.1 + 3 * random.nextDouble());
			final double fitting = canvas.fittingZoom(space);
			final String what = width + "x" + height + " in " + space;
			// for another window the zoom may have been smaller
			for (final double part : new double[] { 1, 0.3 + 0.7 * random.nextDouble() }) {
				place(canvas, fitting * part, space);
				assertEquals(new Rectangle(width, height), canvas.getSrcRect(), what);
				assertTrue(new Rectangle(space).contains(canvas.getBounds()), what);
				assertEquals(width * canvas.getMagnification(), Math.max(1, canvas.getWidth()), 1, what);
				assertEquals(height * canvas.getMagnification(), Math.max(1, canvas.getHeight()), 1, what);
			}
			if (width < 8 || height < 8) continue;
			place(canvas, fitting * 2, space);
			final Rectangle part = canvas.getSrcRect();
			assertTrue(part.width < width || part.height < height || canvas.getMagnification() == 32,
				what + " shows " + part);
		}
	}

	private static PlaneCanvas canvas(final int width, final int height, final double pixel) {
		final ImagePlus image = IJ.createImage("plane", "8-bit black", width, height, 1);
		image.getCalibration().setUnit("mm");
		image.getCalibration().pixelWidth = image.getCalibration().pixelHeight = pixel;
		final OrthoModel model = new OrthoModel(OrthoImage.of(image), Pixels.ISOTROPIC);
		return EventThread.get(() -> new PlaneCanvas(image, model, AnatomicalPlane.AXIAL, null));
	}

	private static void place(final PlaneCanvas canvas, final double zoom, final Dimension space) {
		EventThread.run(() -> {
			canvas.model().setZoom(zoom);
			canvas.place(new Rectangle(space));
		});
	}
}
