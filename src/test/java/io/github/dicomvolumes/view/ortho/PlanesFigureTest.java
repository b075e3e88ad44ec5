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

package io.github.dicomvolumes.view.ortho;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.util.Arrays;

import ij.ImagePlus;
import ij.process.ImageProcessor;

import org.junit.jupiter.api.Test;

import io.github.dicomvolumes.geometry.AnatomicalPlane;
import io.github.dicomvolumes.view.plane.OrthoImage;
import io.github.dicomvolumes.view.plane.Pixels;
import io.github.dicomvolumes.view.plane.Scenes;

/** The three planes in one picture, of 40 x 40 x 10 voxels of 1 x 1 x 3 mm that are all white. */
class PlanesFigureTest {

	private static final int WHITE = 0xFFFFFF;

	private final ImagePlus source = white();

	private static ImagePlus white() {
		final ImagePlus image = Scenes.image("8-bit", 40, 40, 1, 10, 1);
		for (int z = 1; z <= 10; z++)
			Arrays.fill((byte[]) image.getStack().getPixels(z), (byte) 255);
		image.setDisplayRange(0, 255);
		image.getCalibration().setUnit("mm");
		image.getCalibration().pixelDepth = 3;
		return image;
	}

	/** Eight pixels of the figure for each mm. */
	@Test
	void rightAspectShowsThePlanesAsLongAsTheyAre() {
		final ImagePlus figure = figure(Pixels.ISOTROPIC, false);
		assertEquals("320x320 320x240 320x240", panels(figure.getProcessor()));
		assertEquals(24, figure.getBitDepth());
		assertEquals("stack [Planes]", figure.getTitle());
		assertEquals(1.0 / 8, figure.getCalibration().pixelWidth);
		assertEquals("mm", figure.getCalibration().getUnit());
	}

	/** Eight pixels of the figure for each voxel: the squashed planes of a viewer that ignores the spacing. */
	@Test
	void wrongAspectShowsEachVoxelAsASquare() {
		final ImagePlus figure = figure(Pixels.RAW, false);
		assertEquals("320x320 320x80 320x80", panels(figure.getProcessor()));
		assertEquals("pixel", figure.getCalibration().getUnit());
	}

	@Test
	void crosshairLinesHaveTheColoursOfTheirPlanes() {
		final OrthoModel model = new OrthoModel(OrthoImage.of(source), Pixels.ISOTROPIC);
		model.moveTo(5, 30, 2);
		final ImageProcessor figure = new PlanesFigure(model, false, false).draw().getProcessor();
		final int[] first = panel(figure, 0), second = panel(figure, 1), third = panel(figure, 2);
		// through the middle of the voxel: x = 5 is at 8 * 5.5, y = 30 at 8 * 30.5; z is drawn downwards
		assertColor(AnatomicalPlane.SAGITTAL, figure, first[0] + 44, first[1] + 2);
		assertColor(AnatomicalPlane.CORONAL, figure, first[0] + 310, first[1] + 244);
		assertColor(AnatomicalPlane.SAGITTAL, figure, second[0] + 44, second[1] + 230);
		assertColor(AnatomicalPlane.AXIAL, figure, second[0] + 310, second[1] + 60);
		assertColor(AnatomicalPlane.CORONAL, figure, third[0] + 244, third[1] + 2);
		assertColor(AnatomicalPlane.AXIAL, figure, third[0] + 2, third[1] + 60);
		// a gap where they cross
		assertEquals(WHITE, figure.get(first[0] + 44, first[1] + 244) & WHITE);
	}

	private static void assertColor(final AnatomicalPlane plane, final ImageProcessor figure, final int x,
		final int y)
	{
		assertEquals(PlaneColors.of(plane), new Color(figure.get(x, y)));
	}

	@Test
	void windowIsThatOfTheModel() {
		final OrthoModel model = new OrthoModel(OrthoImage.of(source), Pixels.ISOTROPIC);
		model.window(300, 180); // 210 to 390
		model.setCrosshairVisible(false);
		final ImageProcessor figure = new PlanesFigure(model, false, false).draw().getProcessor();
		assertEquals(new Color(64, 64, 64), new Color(figure.get(figure.getWidth() / 6, figure.getHeight() / 2)));
	}

	@Test
	void titlesAndBarAreWritten() {
		final ImageProcessor figure = figure(Pixels.ISOTROPIC, true).getProcessor();
		int coloured = 0;
		final int top = panel(figure(Pixels.ISOTROPIC, false).getProcessor(), 0)[1];
		for (int x = 0; x < figure.getWidth() / 3; x++)
			for (int y = 0; y < top; y++)
				if ((figure.get(x, y) & WHITE) == (PlaneColors.of(AnatomicalPlane.AXIAL).getRGB() & WHITE)) coloured++;
		assertTrue(coloured > 20, "red pixels of the title: " + coloured);
		assertEquals(10, PlaneDecoration.round(40 / 3.0));
		assertEquals(0.5, PlaneDecoration.round(0.9));
		assertEquals(100, PlaneDecoration.round(199));
	}

	private ImagePlus figure(final Pixels pixels, final boolean hasBar) {
		final OrthoModel model = new OrthoModel(OrthoImage.of(source), pixels);
		model.setCrosshairVisible(false);
		return new PlanesFigure(model, hasBar, hasBar).draw();
	}

	/** Sizes of the white rectangles from left to right. */
	private static String panels(final ImageProcessor figure) {
		final StringBuilder sizes = new StringBuilder();
		for (int n = 0; n < 3; n++) {
			final int[] corner = panel(figure, n);
			int width = 0, height = 0;
			while ((figure.get(corner[0] + width, corner[1]) & WHITE) == WHITE)
				width++;
			while ((figure.get(corner[0], corner[1] + height) & WHITE) == WHITE)
				height++;
			sizes.append(n == 0 ? "" : " ").append(width).append('x').append(height);
		}
		return sizes.toString();
	}

	/** The left top corner of a white rectangle, found along the middle row. */
	private static int[] panel(final ImageProcessor figure, final int number) {
		final int middle = figure.getHeight() / 2 + 20;
		int x = 0;
		for (int n = 0; n <= number; n++) {
			while (n > 0 && figure.get(x, middle) << 8 != 0)
				x++;
			while (figure.get(x, middle) << 8 == 0)
				x++;
		}
		int y = middle;
		while (figure.get(x, y - 1) << 8 != 0)
			y--;
		return new int[] { x, y };
	}
}
