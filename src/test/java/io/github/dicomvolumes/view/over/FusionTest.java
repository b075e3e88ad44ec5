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

package io.github.dicomvolumes.view.over;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;

import io.github.dicomvolumes.data.InputException;
import io.github.dicomvolumes.data.Uids;
import io.github.dicomvolumes.geometry.Affine;
import io.github.dicomvolumes.geometry.AnatomicalPlane;
import io.github.dicomvolumes.geometry.Vector3;
import io.github.dicomvolumes.pixels.DisplayRange;
import io.github.dicomvolumes.view.imagej.PatientSpace;
import io.github.dicomvolumes.view.ortho.OrthoModel;
import io.github.dicomvolumes.view.ortho.PlanesFigure;
import io.github.dicomvolumes.view.ortho.Snapshots;
import io.github.dicomvolumes.view.plane.OrthoImage;
import io.github.dicomvolumes.view.plane.Pixels;
import io.github.dicomvolumes.view.plane.Plane;
import io.github.dicomvolumes.view.plane.PlaneRequest;
import io.github.dicomvolumes.view.plane.Slab;

import ij.CompositeImage;
import ij.IJ;
import ij.ImagePlus;
import ij.ImageStack;
import ij.gui.ImageRoi;
import ij.process.ByteProcessor;
import ij.process.FloatProcessor;
import ij.process.LUT;

import org.junit.jupiter.api.Test;

/** A second image lies over the planes of a first one where its patient coordinates say. */
class FusionTest {

	private static final Vector3 SLOPE = new Vector3(1, 2, -1.5);
	/** Of the first image: 1 x 1 x 3 mm, not straight. */
	private static final Affine BASE = new Affine(new Vector3(1, 0, 0), new Vector3(0, 1, 0), new Vector3(0, 0.5, 3),
		new Vector3(-20, -15, -10));

	/** What the second image holds at a point in the patient. */
	private static double value(final Vector3 patient) {
		return 128 + patient.dot(SLOPE);
	}

	private static ImagePlus image(final String title, final Affine map, final int width, final int height,
		final int slices, final String frameOfReference)
	{
		final ImageStack stack = new ImageStack(width, height);
		for (int z = 0; z < slices; z++) {
			final FloatProcessor slice = new FloatProcessor(width, height);
			for (int y = 0; y < height; y++)
				for (int x = 0; x < width; x++)
					slice.setf(x, y, (float) value(map.apply(new Vector3(x, y, z))));
			stack.addSlice("slice " + z, slice);
		}
		final ImagePlus image = new ImagePlus(title, stack);
		new PatientSpace(map, "LPH", true, frameOfReference).attachTo(image);
		return image;
	}

	/** Turned about two axes, 2 x 2 x 2.5 mm, around the middle of the first. */
	private static Affine oblique(final Random random) {
		final double a = random.nextDouble() - 0.5, b = random.nextDouble() - 0.5;
		final Vector3 i = new Vector3(Math.cos(a), Math.sin(a), 0),
			j = new Vector3(-Math.sin(a) * Math.cos(b), Math.cos(a) * Math.cos(b), Math.sin(b));
		final Vector3 x = i.times(2), y = j.times(2), z = i.cross(j).times(2.5);
		final Vector3 middle = BASE.apply(new Vector3(20, 15, 5));
		return new Affine(x, y, z, middle.minus(x.times(5)).minus(y.times(4)).minus(z.times(3)));
	}

	/** Linear interpolation gives a linear function exactly: the colour of each pixel tells where it was taken. */
	@Test
	void coloursAreThoseOfTheVoxelsAtThePlace() {
		for (int seed = 0; seed < 20; seed++) {
			final Affine map = oblique(new Random(seed));
			final OrthoImage base = OrthoImage.of(image("base", BASE, 41, 31, 11, "1.2.3"));
			final OrthoImage over = OrthoImage.of(image("over", map, 11, 9, 7, "1.2.3"));
			final Fusion fusion = Fusion.of(base, over)
				.withLut("grays")
				.withWindow(new DisplayRange(0, 255))
				.withOpacity(0.4);
			int inside = 0, outside = 0;
			for (final AnatomicalPlane which : AnatomicalPlane.values())
				for (final Pixels pixels : Pixels.values()) {
					final Plane plane = base.plane(which, pixels);
					final int slice = plane.slices() / 2;
					final BufferedImage drawn = fusion.over(base,
						new PlaneRequest(plane, slice, 0, 0, Slab.NONE, false));
					assertEquals(plane.width(), drawn.getWidth());
					for (int y = 0; y < plane.height(); y++)
						for (int x = 0; x < plane.width(); x++) {
							final Vector3 patient = BASE.apply(plane.toVoxel(x, y, slice));
							final double beyond = beyond(map.inverse().apply(patient));
							final int argb = drawn.getRGB(x, y);
							if (beyond > 0.501) outside++;
							if (beyond > 0.501) assertEquals(0, argb, which + " " + x + " " + y);
							if (beyond > -0.001) continue; // the border is extended by half a voxel
							inside++;
							assertEquals(102, argb >>> 24);
							assertEquals(value(patient), argb & 0xFF, 0.51, which + " " + x + " " + y);
							assertEquals(value(patient), fusion.value(patient, 0), 1e-3);
						}
				}
			assertTrue(inside > 300 && outside > 300, inside + " and " + outside);
		}
	}

	/** How far a coordinate is beyond the centres of the border voxels, in voxels; negative within. */
	private static double beyond(final Vector3 voxel) {
		return Math.max(Math.max(Math.max(-voxel.x(), voxel.x() - 10), Math.max(-voxel.y(), voxel.y() - 8)),
			Math.max(-voxel.z(), voxel.z() - 6));
	}

	@Test
	void nothingIsDrawnBelowTheThreshold() {
		final OrthoImage base = OrthoImage.of(image("base", BASE, 41, 31, 11, "1.2.3"));
		final Fusion fusion = Fusion.of(base, base).withWindow(new DisplayRange(130, 180));
		final Plane plane = base.plane(AnatomicalPlane.AXIAL, Pixels.RAW);
		final BufferedImage drawn = fusion.over(base, new PlaneRequest(plane, 5, 0, 0, Slab.NONE, false));
		int seen = 0;
		for (int y = 0; y < plane.height(); y++)
			for (int x = 0; x < plane.width(); x++) {
				final double value = value(BASE.apply(plane.toVoxel(x, y, 5)));
				if (Math.abs(value - 130) < 1e-3) continue;
				assertEquals(value > 130, drawn.getRGB(x, y) != 0, "" + value);
				if (value > 130) seen++;
			}
		assertTrue(seen > 100 && seen < 41 * 31 - 100);
	}

	@Test
	void theThresholdFollowsTheWindowUntilItIsAnother() {
		final OrthoImage base = OrthoImage.of(image("base", BASE, 9, 9, 3, "1.2.3"));
		final Fusion fusion = Fusion.of(base, base).withWindow(new DisplayRange(130, 180));
		assertEquals(130, fusion.threshold());
		assertEquals(140, fusion.withThreshold(140).withWindow(new DisplayRange(10, 20)).threshold());
		assertThrows(InputException.class, () -> fusion.withThreshold(Double.NaN));
	}

	@Test
	void aChannelHasItsOwnColoursWindowAndValues() {
		final ImagePlus plain = image("two", BASE, 9, 9, 6, "1.2.3");
		for (int n = 1; n <= 6; n++)
			plain.getStack().getProcessor(n).set(n % 2 == 1 ? 7 : 70);
		plain.setDimensions(2, 3, 1);
		final CompositeImage two = new CompositeImage(plain, CompositeImage.COMPOSITE);
		two.setLuts(new LUT[] { LUT.createLutFromColor(Color.RED), LUT.createLutFromColor(Color.BLUE) });
		two.setC(2);
		two.setDisplayRange(0, 70);
		new PatientSpace(BASE, "LPH", true, "1.2.3").attachTo(two);
		final OrthoImage base = OrthoImage.of(image("base", BASE, 9, 9, 3, "1.2.3"));
		final Fusion first = Fusion.of(base, OrthoImage.of(two)).withOpacity(1);
		final Fusion second = first.withChannel(1);
		final Vector3 middle = BASE.apply(new Vector3(4, 4, 1));
		assertEquals(7, first.value(middle, 0));
		assertEquals(70, second.value(middle, 0));
		final PlaneRequest request = new PlaneRequest(base.plane(AnatomicalPlane.AXIAL, Pixels.RAW), 1, 0, 0, Slab.NONE,
			false);
		assertEquals(0xFF0000FF, second.over(base, request).getRGB(4, 4));
		assertThrows(IndexOutOfBoundsException.class, () -> first.withChannel(2));
	}

	/** A box of label 3, 3 x 4 pixels, beside one of label 4. */
	@Test
	void labelsAreFilledOrOutlinedInTheirColours() {
		final ImagePlus image = labels(BASE);
		final OrthoImage base = OrthoImage.of(image("base", BASE, 12, 9, 3, "1.2.3"));
		final Fusion fill = Fusion.of(base, OrthoImage.of(image)).withOpacity(1);
		final PlaneRequest request = new PlaneRequest(base.plane(AnatomicalPlane.AXIAL, Pixels.RAW), 1, 0, 0, Slab.NONE,
			false);
		final int three = colour(3), four = colour(4);
		final BufferedImage filled = fill.over(base, request);
		final BufferedImage outlined = fill.withStyle(Fusion.Style.OUTLINE).over(base, request);
		for (int y = 0; y < 9; y++)
			for (int x = 0; x < 12; x++) {
				final boolean isThree = x >= 2 && x < 5 && y >= 2 && y < 6, isFour = x >= 5 && x < 9 && y >= 2 && y < 6;
				final boolean isInside = (x == 3 || x == 6 || x == 7) && (y == 3 || y == 4);
				final int colour = isThree ? three : isFour ? four : 0;
				assertEquals(colour, filled.getRGB(x, y), x + " " + y);
				assertEquals(isInside ? 0 : colour, outlined.getRGB(x, y), x + " " + y);
			}
	}

	private static int colour(final int label) {
		return Color.HSBtoRGB(label * 0.618034f, 0.8f, 1);
	}

	/** 12 x 9 x 3 voxels, in the colours that segments have if the file names none. */
	private static ImagePlus labels(final Affine map) {
		final ImageStack stack = new ImageStack(12, 9);
		final int[] colours = IntStream.range(0, 256).map(label -> label == 0 ? 0 : colour(label)).toArray();
		for (int z = 0; z < 3; z++) {
			final ByteProcessor slice = new ByteProcessor(12, 9);
			for (int y = 2; y < 6; y++)
				for (int x = 2; x < 9; x++)
					slice.set(x, y, x < 5 ? 3 : 4);
			stack.addSlice("slice " + z, slice);
		}
		final ImagePlus image = new ImagePlus("labels", stack);
		image.setLut(new LUT(new IndexColorModel(8, 256, colours, 0, false, -1, DataBuffer.TYPE_BYTE), 0, 255));
		new PatientSpace(map, "LPH", true, "1.2.3").attachTo(image);
		return image;
	}

	@Test
	void aTableMayBeInverted() {
		final IndexColorModel grays = Luts.named("inverted Grays"), fire = Luts.named("Inverted Fire");
		assertEquals(0xFFFFFFFF, grays.getRGB(0));
		assertEquals(0xFF000000, grays.getRGB(255));
		assertEquals(Luts.named("fire").getRGB(200), fire.getRGB(55));
		assertTrue(Luts.usual().keySet().containsAll(List.of("Fire", "Inverted Grays", "Ice")));
	}

	@Test
	void imagesThatMayLieOverAnother() {
		final ImagePlus base = image("base", BASE, 9, 9, 3, "1.2.3");
		final OrthoImage of = OrthoImage.of(base);
		assertTrue(Fusion.isPossible(of, image("other", BASE, 9, 9, 3, "1.2.3")));
		assertTrue(Fusion.isPossible(of, image("hidden", BASE, 9, 9, 3, Uids.ofName("1.2.3"))));
		assertTrue(Fusion.isPossible(of, image("unnamed", BASE, 9, 9, 3, "")));
		assertFalse(Fusion.isPossible(of, image("another patient's", BASE, 9, 9, 3, "1.2.4")));
		assertFalse(Fusion.isPossible(of, IJ.createImage("nowhere", "16-bit", 9, 9, 3)));
		assertFalse(Fusion.isPossible(of, base));
		final ImagePlus colour = IJ.createImage("colour", "RGB", 9, 9, 3);
		new PatientSpace(BASE, "LPH", true, "1.2.3").attachTo(colour);
		assertFalse(Fusion.isPossible(of, colour));
		assertTrue(Fusion.mayFit(of, colour));
		assertFalse(Fusion.isPossible(OrthoImage.of(IJ.createImage("nowhere", "16-bit", 9, 9, 3)), base));
	}

	@Test
	void imagesOfOtherCoordinatesAndColoursAreRefused() {
		final OrthoImage base = OrthoImage.of(image("base", BASE, 9, 9, 3, "1.2.3"));
		final OrthoImage other = OrthoImage.of(image("other", BASE, 9, 9, 3, "1.2.4"));
		final OrthoImage unnamed = OrthoImage.of(image("unnamed", BASE, 9, 9, 3, ""));
		final OrthoImage nowhere = OrthoImage.of(IJ.createImage("nowhere", "16-bit", 9, 9, 3));
		assertTrue(message(base, other).contains("different patient coordinates"));
		assertTrue(message(base, nowhere).contains("\"nowhere\" has no place in the patient"));
		assertTrue(message(nowhere, base).contains("\"nowhere\" has no place in the patient"));
		assertTrue(Fusion.warning(base, unnamed).orElseThrow().contains("is assumed"));
		assertTrue(Fusion.warning(base, base).isEmpty());
		assertEquals(0.5, Fusion.of(base, unnamed).opacity());
		assertThrows(InputException.class, () -> Fusion.of(base, base).withLut("no such table"));
		assertThrows(InputException.class, () -> Fusion.of(base, base).withOpacity(1.5));
	}

	/** An image that hides patient data has another UID in place of that of its coordinates. */
	@Test
	void aHiddenUidIsThatOfTheSameCoordinates() {
		final OrthoImage base = OrthoImage.of(image("base", BASE, 9, 9, 3, "1.2.3"));
		final OrthoImage hidden = OrthoImage.of(image("hidden", BASE, 9, 9, 3, Uids.ofName("1.2.3")));
		assertEquals(0.5, Fusion.of(base, hidden).opacity());
		assertEquals(0.5, Fusion.of(hidden, base).opacity());
	}

	private static String message(final OrthoImage base, final OrthoImage over) {
		return assertThrows(InputException.class, () -> Fusion.of(base, over)).getMessage();
	}

	/** In pictures of planes it is an overlay, so that what is measured is the first image. */
	@Test
	void pixelsOfThePlaneStay() {
		final OrthoImage base = OrthoImage.of(image("base", BASE, 41, 31, 11, "1.2.3"));
		final OrthoImage over = OrthoImage.of(image("over", oblique(new Random(3)), 11, 9, 7, "1.2.3"));
		final OrthoModel model = new OrthoModel(base, Pixels.ISOTROPIC);
		final ImagePlus alone = Snapshots.of(model, AnatomicalPlane.CORONAL);
		final int[] figureAlone = (int[]) new PlanesFigure(model, false, false).draw().getProcessor().getPixels();
		model.setFusion(Optional.of(Fusion.of(base, over)));
		final ImagePlus fused = Snapshots.of(model, AnatomicalPlane.CORONAL);
		assertEquals(0, alone.getProcessor().getf(3, 4) - fused.getProcessor().getf(3, 4));
		assertTrue(fused.getOverlay().get(0) instanceof ImageRoi);
		final int[] figure = (int[]) new PlanesFigure(model, false, false).draw().getProcessor().getPixels();
		assertFalse(Arrays.equals(figureAlone, figure), "the figure shows it");
	}

	@Test
	void aClosedImageIsStillSeen() {
		final OrthoImage base = OrthoImage.of(image("base", BASE, 41, 31, 11, "1.2.3"));
		final ImagePlus closed = image("over", oblique(new Random(4)), 11, 9, 7, "1.2.3");
		final Fusion fusion = Fusion.of(base, OrthoImage.of(closed));
		final PlaneRequest request = new PlaneRequest(base.plane(AnatomicalPlane.SAGITTAL, Pixels.RAW), 20, 0, 0,
			Slab.NONE, false);
		final int[] before = colours(fusion.over(base, request));
		closed.changes = false;
		closed.close();
		assertArrayEquals(before, colours(fusion.over(base, request)));
	}

	private static int[] colours(final BufferedImage drawn) {
		return drawn.getRGB(0, 0, drawn.getWidth(), drawn.getHeight(), null, 0, drawn.getWidth());
	}
}
