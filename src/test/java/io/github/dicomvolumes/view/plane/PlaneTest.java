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
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Random;

import io.github.dicomvolumes.SyntheticSeries;
import io.github.dicomvolumes.geometry.AnatomicalPlane;
import io.github.dicomvolumes.geometry.Vector3;
import io.github.dicomvolumes.view.ortho.OrthoModel;
import io.github.dicomvolumes.view.ortho.Snapshots;
import io.github.dicomvolumes.volume.DicomVolume;
import io.github.dicomvolumes.volume.sample.PlaneAxis;

import ij.ImagePlus;
import ij.gui.Line;
import ij.gui.Roi;
import ij.process.ImageStatistics;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sizes, lengths and coordinates of planes. */
class PlaneTest {

	private static final double PIXEL = 0.564453125;

	@TempDir
	Path folder;

	/** The tutorial's chest CT. */
	@Test
	void chestIsAsHighAsItIs() {
		final ImagePlus chest = Scenes.image("8-bit", 512, 512, 1, 99, 1);
		chest.getCalibration().setUnit("mm");
		chest.getCalibration().pixelWidth = chest.getCalibration().pixelHeight = PIXEL;
		chest.getCalibration().pixelDepth = 3;
		final OrthoImage image = OrthoImage.of(chest);
		assertSize(512, 512, image.plane(AnatomicalPlane.AXIAL, Pixels.ISOTROPIC));
		assertSize(512, 526, image.plane(AnatomicalPlane.CORONAL, Pixels.ISOTROPIC));
		assertSize(512, 526, image.plane(AnatomicalPlane.SAGITTAL, Pixels.ISOTROPIC));
		assertSize(512, 99, image.plane(AnatomicalPlane.CORONAL, Pixels.RAW));
		assertSize(512, 99, image.plane(AnatomicalPlane.SAGITTAL, Pixels.RAW));
		final ImagePlus coronal = Snapshots.of(new OrthoModel(image, Pixels.ISOTROPIC), AnatomicalPlane.CORONAL);
		assertEquals(PIXEL, coronal.getCalibration().pixelWidth);
		assertEquals(PIXEL, coronal.getCalibration().pixelHeight);
		assertEquals(PIXEL, coronal.getCalibration().pixelDepth);
		assertEquals("mm", coronal.getCalibration().getUnit());
	}

	private static void assertSize(final int width, final int height, final Plane plane) {
		assertEquals(width + " x " + height, plane.width() + " x " + plane.height());
	}

	@Test
	void pixelsAndVoxelsLeadToEachOther() {
		final Random random = new Random(4);
		for (int i = 0; i < 1000; i++) {
			final PlaneAxis axis = new PlaneAxis(0, random.nextBoolean(), 1 + random.nextInt(500),
				0.1 + random.nextDouble(), 0.1 + random.nextDouble(), "mm");
			final double voxel = random.nextDouble() * axis.voxels();
			assertEquals(voxel, axis.toVoxel(axis.toPixel(voxel)), 1e-9);
			final int pixel = random.nextInt(axis.size());
			// the nearest voxel, and within the image though its edge may be cut
			final int at = axis.voxelAt(pixel);
			assertTrue(at >= 0 && at < axis.voxels());
			assertEquals(axis.toVoxel(pixel), at, 0.5 + 1e-9, axis::toString);
		}
	}

	@Test
	void rawPixelsAreExactlyTheVoxels() {
		for (final boolean reversed : new boolean[] { false, true }) {
			final PlaneAxis axis = new PlaneAxis(1, reversed, 512, PIXEL, PIXEL, "mm");
			for (int pixel = 0; pixel < 512; pixel++) {
				final int voxel = reversed ? 511 - pixel : pixel;
				assertEquals(voxel, axis.toVoxel(pixel));
				assertEquals(voxel, axis.voxelAt(pixel));
				assertEquals(pixel, axis.toPixel(voxel));
			}
		}
	}

	/** Three slices of 4 x 4 at 1 x 1 x 3 mm: a rectangle over two whole voxels in z, a line over the diagonal. */
	@Test
	void measurementsInACoronalPlaneAreThoseOfTheVolume() throws Exception {
		final DicomVolume volume = Scenes.volume(new SyntheticSeries().rescale(2, -1000), folder);
		final OrthoModel model = new OrthoModel(OrthoImage.of(volume), Pixels.ISOTROPIC);
		model.moveTo(8, 5, 2);
		final ImagePlus coronal = Snapshots.of(model, AnatomicalPlane.CORONAL);
		// columns 3 to 8, slices 1 and 2 of 5 (feet at the bottom): 6 rows of 0.5 mm each
		coronal.setRoi(new Roi(3, 2 * 6, 6, 2 * 6));
		double sum = 0;
		for (int x = 3; x <= 8; x++)
			for (int z = 1; z <= 2; z++)
				sum += volume.values().getAt(x, 5, z).getRealDouble();
		final ImageStatistics statistics = coronal.getStatistics();
		assertEquals(sum / 12, statistics.mean, 1e-6);
		assertEquals(6 * 0.5 * 2 * 3, statistics.area, 1e-9);
		// between the centres of voxels (2, 5, 4) and (12, 5, 1)
		final Plane plane = model.plane(AnatomicalPlane.CORONAL);
		final Vector3 a = new Vector3(2, 5, 4), b = new Vector3(12, 5, 1);
		final Line line = new Line(plane.toPixel(a).x() + 0.5, plane.toPixel(a).y() + 0.5, plane.toPixel(b).x() + 0.5,
			plane.toPixel(b).y() + 0.5);
		coronal.setRoi(line);
		final Vector3 between = model.image()
			.toPatient(b)
			.orElseThrow()
			.minus(model.image().toPatient(a).orElseThrow());
		assertEquals(between.norm(), line.getLength(), 1e-9);
	}

	@Test
	void liveImageShowsWhatTheModelSays() throws Exception {
		final OrthoModel model = new OrthoModel(OrthoImage.of(Scenes.volume("axial_asc", folder)), Pixels.RAW);
		final ImagePlus live = Snapshots.live(model, Snapshots.stack(model, model.plane(AnatomicalPlane.CORONAL)));
		assertEquals(12, live.getStackSize());
		assertEquals(7, live.getCurrentSlice());
		assertEquals("Coronal 6", live.getStack().getSliceLabel(7));
		assertEquals(4060, live.getProcessor().get(0, 0));
		model.setSlab(new Slab(Slab.Mode.MAX, 4));
		assertEquals(4070, live.getStack().getProcessor(7).get(0, 0));
		assertEquals(16, live.getBitDepth());
		assertEquals("axial_asc [Coronal]", live.getTitle());
	}

	@Test
	void unitsThatDifferMakeNoSquare() {
		final ImagePlus source = Scenes.image("8-bit", 6, 5, 1, 4, 1);
		source.getCalibration().pixelWidth = source.getCalibration().pixelHeight = 0.5;
		source.getCalibration().setUnit("mm");
		source.getCalibration().setZUnit("pixel");
		final Plane coronal = OrthoImage.of(source).plane(AnatomicalPlane.CORONAL, Pixels.ISOTROPIC);
		assertSize(6, 4, coronal);
		assertTrue(coronal.isRaw());
		assertEquals("mm", coronal.right().unit());
		assertEquals("pixel", coronal.down().unit());
	}

	@Test
	void extremeVoxelsAreRefusedAsSquares() {
		final ImagePlus source = Scenes.image("8-bit", 500, 5, 1, 4, 1);
		source.getCalibration().pixelDepth = 1e9;
		final OrthoImage image = OrthoImage.of(source);
		assertFalse(image.plane(AnatomicalPlane.CORONAL, Pixels.RAW).width() != 500);
		final var failure = assertThrows(IllegalArgumentException.class,
			() -> image.plane(AnatomicalPlane.CORONAL, Pixels.ISOTROPIC));
		assertTrue(failure.getMessage().startsWith("The XZ plane would have 500 x 2147483647 pixels, of at most "),
			failure.getMessage());
		assertTrue(failure.getMessage().contains("use pixels=Raw"), failure.getMessage());
	}
}
