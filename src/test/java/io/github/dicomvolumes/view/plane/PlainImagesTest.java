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

package io.github.dicomvolumes.view.plane;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Collectors;

import ij.CompositeImage;
import ij.ImagePlus;
import ij.VirtualStack;
import ij.process.ByteProcessor;
import ij.process.ImageProcessor;
import ij.process.LUT;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.github.dicomvolumes.geometry.AnatomicalPlane;
import io.github.dicomvolumes.work.Progress;
import io.github.dicomvolumes.view.imagej.PatientSpace;
import io.github.dicomvolumes.view.ortho.OrthoModel;
import io.github.dicomvolumes.view.ortho.PlanesFigure;
import io.github.dicomvolumes.view.ortho.Snapshots;

/** Images that never were DICOM: of any type, one slice, five dimensions, without a unit. */
class PlainImagesTest {

	@ParameterizedTest
	@ValueSource(strings = { "8-bit", "16-bit", "32-bit", "RGB" })
	void everyTypeHasThreePlanesWithoutLetters(final String type) {
		final ImagePlus source = Scenes.image(type, 6, 5, 1, 4, 1);
		final List<ImagePlus> planes = Snapshots.of(new OrthoModel(OrthoImage.of(source), Pixels.ISOTROPIC));
		assertEquals("stack [XY] 6x5, stack [XZ] 6x4, stack [YZ] 5x4",
			planes.stream()
				.map(plane -> plane.getTitle() + " " + plane.getWidth() + "x" + plane.getHeight())
				.collect(Collectors.joining(", ")));
		for (final ImagePlus plane : planes) {
			assertEquals(source.getBitDepth(), plane.getBitDepth());
			assertEquals("pixel", plane.getCalibration().getUnit());
			assertTrue(PatientSpace.of(plane).isEmpty());
		}
		assertEquals(Plane.Sides.NONE, OrthoImage.of(source).plane(AnatomicalPlane.AXIAL, Pixels.RAW).sides());
		// z is not turned: the first slice is at the top
		assertEquals((int) source.getStack().getVoxel(1, 2, 3) & 0xFFFFFF,
			planes.get(1).getProcessor().get(1, 3) & 0xFFFFFF, type.equals("32-bit") ? 0xFFFFFF : 0);
	}

	@Test
	void valuesOfFloatPlanesAreThoseOfTheStack() {
		final ImagePlus source = Scenes.image("32-bit", 6, 5, 1, 4, 1);
		final ImagePlus plane = Snapshots.of(new OrthoModel(OrthoImage.of(source), Pixels.RAW),
			AnatomicalPlane.SAGITTAL);
		assertEquals(3 + 7 * 4 + 31 * 2, plane.getProcessor().getf(4, 2));
	}

	@Test
	void oneSliceHasPlanesOfOneRow() {
		final ImagePlus source = new ImagePlus("photo", new ByteProcessor(6, 5));
		final OrthoModel model = new OrthoModel(OrthoImage.of(source), Pixels.ISOTROPIC);
		assertEquals(1, model.plane(AnatomicalPlane.CORONAL).height());
		assertEquals(1, model.plane(AnatomicalPlane.AXIAL).slices());
		assertEquals(3, Snapshots.of(model).size());
		assertTrue(new PlanesFigure(model, true, true).draw().getWidth() > 320);
	}

	@Test
	void hyperstackKeepsChannelsAndTimesInAReslice() throws Exception {
		final ImagePlus source = Scenes.image("16-bit", 6, 5, 2, 4, 3);
		source.getCalibration().pixelDepth = 2;
		source.getCalibration().frameInterval = 1.5;
		final ImagePlus resliced = Reslice.of(OrthoImage.of(source), AnatomicalPlane.SAGITTAL, Pixels.ISOTROPIC, false,
			Progress.NONE);
		assertEquals("5 8 2 6 3", resliced.getWidth() + " " + resliced.getHeight() + " " + resliced.getNChannels() +
			" " + resliced.getNSlices() + " " + resliced.getNFrames());
		assertEquals(1.5, resliced.getCalibration().frameInterval);
		assertTrue(resliced.isHyperStack());
		for (int t = 0; t < 3; t++)
			for (int c = 0; c < 2; c++) {
				final ImageProcessor ip = resliced.getStack().getProcessor(resliced.getStackIndex(c + 1, 5 + 1, t + 1));
				assertEquals(5 + 7 * 3 + 31 * 2 + 101 * c + 203 * t, ip.get(3, 5));
			}
	}

	@Test
	void compositeKeepsItsColours() throws Exception {
		final CompositeImage source = new CompositeImage(Scenes.image("8-bit", 6, 5, 2, 4, 1),
			CompositeImage.COMPOSITE);
		final LUT cyan = LUT.createLutFromColor(java.awt.Color.CYAN);
		source.setChannelLut(cyan, 2);
		final ImagePlus resliced = Reslice.of(OrthoImage.of(source), AnatomicalPlane.CORONAL, Pixels.RAW, false,
			Progress.NONE);
		assertEquals(0x00FFFF, ((CompositeImage) resliced).getChannelLut(2).getRGB(255) & 0xFFFFFF);
		final OrthoModel model = new OrthoModel(OrthoImage.of(source), Pixels.RAW);
		model.setChannel(1);
		assertEquals(0x00FFFF,
			Snapshots.of(model, AnatomicalPlane.CORONAL).getProcessor().getColorModel().getRGB(255) & 0xFFFFFF);
	}

	@Test
	void originOfTheImageStaysTheOrigin() {
		final ImagePlus source = Scenes.image("8-bit", 6, 5, 1, 4, 1);
		source.getCalibration().pixelDepth = 2;
		source.getCalibration().xOrigin = 1;
		source.getCalibration().yOrigin = 2;
		source.getCalibration().zOrigin = 3;
		final OrthoModel model = new OrthoModel(OrthoImage.of(source), Pixels.ISOTROPIC);
		final ImagePlus plane = Snapshots.live(model, Snapshots.stack(model, model.plane(AnatomicalPlane.CORONAL)));
		assertEquals(1, plane.getCalibration().xOrigin);
		assertEquals(6, plane.getCalibration().yOrigin);
		assertEquals(2, plane.getCalibration().zOrigin);
		// z = 1 slice above the origin, in the unit, however it is cut
		assertEquals(source.getCalibration().getZ(2), plane.getCalibration().getY(4));
	}

	@Test
	void virtualStackIsReadByOneThreadAtATime() throws Exception {
		final var reader = new VirtualStack(40, 30, 20) {

			private volatile boolean busy;
			private volatile boolean disturbed;
			private int reads;

			@Override
			public ImageProcessor getProcessor(final int n) {
				disturbed |= busy;
				busy = true;
				reads++;
				Thread.yield();
				final ByteProcessor slice = new ByteProcessor(40, 30);
				slice.set(7, 11, n);
				busy = false;
				return slice;
			}

			@Override
			public Object getPixels(final int n) {
				return getProcessor(n).getPixels();
			}
		};
		final OrthoImage image = OrthoImage.of(new ImagePlus("virtual", reader));
		final ImagePlus resliced = Reslice.of(image, AnatomicalPlane.SAGITTAL, Pixels.RAW, false, Progress.NONE);
		assertEquals(19, resliced.getStack().getProcessor(7 + 1).get(11, 18));
		final Plane plane = image.plane(AnatomicalPlane.SAGITTAL, Pixels.RAW);
		new PlaneRenderer(image).render(new PlaneRequest(plane, 7, 0, 0, new Slab(Slab.Mode.MAX, 5), true));
		assertFalse(reader.disturbed);
		// and not more often than needed
		final Plane slices = image.plane(AnatomicalPlane.AXIAL, Pixels.RAW);
		reader.reads = 0;
		new PlaneRenderer(image).render(new PlaneRequest(slices, 7, 0, 0, Slab.NONE, false));
		assertEquals(1, reader.reads);
		new PlaneRenderer(image).render(new PlaneRequest(slices, 7, 0, 0, new Slab(Slab.Mode.MAX, 4), false));
		assertEquals(1 + 5, reader.reads);
	}

	@Test
	void headerWithoutTheGeometryOfTheSlices() {
		assertNull(HeaderLines.withoutGeometry(null).orElse(null));
		assertEquals("0008,0060  Modality: CT\nnotes\n", HeaderLines.withoutGeometry(
			"0008,0060  Modality: CT\n0020,0032  Image Position (Patient): 1\\2\\3\n0028,0030  Pixel Spacing: 1\\1\nnotes")
			.orElseThrow());
	}
}
