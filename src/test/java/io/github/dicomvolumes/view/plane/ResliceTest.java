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

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CancellationException;

import ij.CompositeImage;
import ij.ImagePlus;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.github.dicomvolumes.DicomVolumes;
import io.github.dicomvolumes.SyntheticSeries;
import io.github.dicomvolumes.data.Tag;
import io.github.dicomvolumes.geometry.Affine;
import io.github.dicomvolumes.geometry.AnatomicalPlane;
import io.github.dicomvolumes.geometry.Vector3;
import io.github.dicomvolumes.work.Progress;
import io.github.dicomvolumes.view.imagej.PatientSpace;
import io.github.dicomvolumes.view.imagej.VolumeImagePlus;
import io.github.dicomvolumes.volume.DicomVolume;
import io.github.dicomvolumes.volume.ImportOptions;

/** Volumes cut another way, and again. */
class ResliceTest {

	@TempDir
	Path folder;

	/** However often it is cut, a voxel has the value that the volume has at its place in the patient. */
	@ParameterizedTest
	@ValueSource(strings = { "axial_asc", "sagittal", "coronal", "oblique30", "double_oblique", "prone_axial",
		"feetward_axial", "gantry_tilt_pos", "shear_x" })
	void resliceOfAResliceKnowsWhereItIs(final String name) throws IOException {
		final Random random = new Random(name.hashCode());
		final DicomVolume volume = Scenes.volume(name, folder);
		final PatientSpace space = PatientSpace.of(volume).orElseThrow();
		ImagePlus image = VolumeImagePlus.of(volume);
		for (int cut = 0; cut < 6; cut++) {
			final AnatomicalPlane which = AnatomicalPlane.values()[random.nextInt(3)];
			image = reslice(OrthoImage.of(image), which, Pixels.RAW);
			final OrthoImage now = OrthoImage.of(image);
			assertEquals(space.frameOfReference(), now.space().orElseThrow().frameOfReference());
			assertEquals(name + " [" + which.label() + "]", image.getTitle());
			for (int i = 0; i < 50; i++) {
				final int x = random.nextInt(now.size(0)), y = random.nextInt(now.size(1)),
					z = random.nextInt(now.size(2));
				final Vector3 patient = now.toPatient(new Vector3(x, y, z)).orElseThrow();
				final Vector3 voxel = space.indexToPatient().inverse().apply(patient);
				assertEquals(0,
					voxel.minus(new Vector3(Math.rint(voxel.x()), Math.rint(voxel.y()), Math.rint(voxel.z()))).norm(),
					1e-6);
				assertEquals(1000 * Math.rint(voxel.z()) + 10 * Math.rint(voxel.y()) + Math.rint(voxel.x()),
					now.value(x, y, z, 0, 0));
			}
		}
	}

	/** Whatever it was cut into before, the planes of it are those of the volume, letters and all. */
	@ParameterizedTest
	@ValueSource(strings = { "sagittal", "double_oblique", "feetward_axial", "gantry_tilt_neg" })
	void planesOfAResliceAreThoseOfTheVolume(final String name) throws IOException {
		final OrthoImage direct = OrthoImage.of(Scenes.volume(name, folder));
		final OrthoImage again = OrthoImage.of(reslice(direct, AnatomicalPlane.SAGITTAL, Pixels.RAW));
		for (final AnatomicalPlane which : AnatomicalPlane.values()) {
			final Plane a = direct.plane(which, Pixels.ISOTROPIC), b = again.plane(which, Pixels.ISOTROPIC);
			assertEquals(a.sides(), b.sides());
			assertEquals(a.width() + "x" + a.height() + "x" + a.slices(),
				b.width() + "x" + b.height() + "x" + b.slices());
			// the same point of the screen is the same point in the patient, but slices may be counted the other way
			final Vector3 first = direct.toPatient(a.toVoxel(3, 2, 0)).orElseThrow();
			final Vector3 same = again.toPatient(b.toVoxel(3, 2, 0)).orElseThrow();
			final Vector3 last = again.toPatient(b.toVoxel(3, 2, b.slices() - 1)).orElseThrow();
			assertEquals(0, Math.min(first.minus(same).norm(), first.minus(last).norm()), 1e-9);
		}
	}

	@Test
	void squarePixelsHaveTheirPlaceToo() throws IOException {
		final OrthoImage image = OrthoImage.of(Scenes.volume("axial_asc", folder));
		final OrthoImage coronal = OrthoImage.of(reslice(image, AnatomicalPlane.CORONAL, Pixels.ISOTROPIC));
		assertEquals("16 30 12", coronal.size(0) + " " + coronal.size(1) + " " + coronal.size(2));
		// 3 mm slices from z = 30 - 1.5 to 42 + 1.5; the middle of the uppermost 0.5 mm is 43.25
		assertEquals(new Vector3(-10, -20, 43.25), coronal.toPatient(new Vector3(0, 0, 0)).orElseThrow());
		assertEquals("LFP", coronal.space().orElseThrow().letters());
		// and back: 30 slices of 0.5 mm, the uppermost first, six of each acquired one
		final OrthoImage axial = OrthoImage.of(reslice(coronal, AnatomicalPlane.AXIAL, Pixels.RAW));
		assertEquals("16 12 30", axial.size(0) + " " + axial.size(1) + " " + axial.size(2));
		assertEquals(4000, axial.value(0, 0, 5, 0, 0));
		assertEquals(3000, axial.value(0, 0, 6, 0, 0));
	}

	@Test
	void valuesKeepTheirUnitAndTheHeaderItsFacts() throws IOException {
		final var series = new SyntheticSeries("CT").signed()
			.rescale(2, -1000)
			.with(Tag.WINDOW_CENTER, 40)
			.with(Tag.WINDOW_WIDTH, 400);
		final ImagePlus coronal = reslice(OrthoImage.of(Scenes.volume(series, folder)), AnatomicalPlane.CORONAL,
			Pixels.RAW);
		assertEquals("HU", coronal.getCalibration().getValueUnit());
		// slice 4, row 3, column 7: 4037 stored
		coronal.setSlice(3 + 1);
		assertEquals(2 * 4037 - 1000, coronal.getCalibration().getCValue(coronal.getPixel(7, 0)[0]));
		assertEquals(-159.5, coronal.getCalibration().getCValue(coronal.getDisplayRangeMin()), 2);
		final String info = coronal.getInfoProperty();
		assertTrue(info.contains("0008,0060  Modality: CT"), info);
		assertTrue(!info.contains("Image Position"), info);
	}

	@Test
	void unknownPlaceGivesNoLetters() throws IOException {
		final OrthoImage image = OrthoImage.of(Scenes.volume("no_iop", folder));
		assertTrue(image.space().isEmpty());
		assertEquals("XZ", image.plane(AnatomicalPlane.CORONAL, Pixels.RAW).label());
	}

	@Test
	void unknownPixelSizeGivesLettersWithoutCoordinates() throws IOException {
		final OrthoImage image = OrthoImage.of(Scenes.volume("no_pixel_spacing", folder));
		assertEquals("L", image.plane(AnatomicalPlane.AXIAL, Pixels.RAW).sides().right());
		assertTrue(image.toPatient(new Vector3(0, 0, 0)).isEmpty());
		assertTrue(image.frameOfReference().isEmpty());
	}

	@Test
	void croppedCopyHasLostItsPlace() throws IOException {
		final ImagePlus image = VolumeImagePlus.of(Scenes.volume("axial_asc", folder));
		assertTrue(PatientSpace.of(image.duplicate()).isPresent());
		image.setRoi(2, 2, 5, 5);
		assertTrue(PatientSpace.of(image.crop("stack")).isEmpty());
	}

	@Test
	void channelsShownTogetherKeepTheirPlace() throws IOException {
		final CompositeImage together = new CompositeImage(Scenes.image("16-bit", 6, 5, 2, 4, 1), CompositeImage.COLOR);
		together.getCalibration().setUnit("mm");
		new PatientSpace(Affine.scaling(1, 1, 1), "LPH", true, "1.2.3").attachTo(together);
		final ImagePlus resliced = reslice(OrthoImage.of(together), AnatomicalPlane.CORONAL, Pixels.RAW);
		assertEquals(2, resliced.getNChannels());
		assertEquals("LFP", PatientSpace.of(resliced).orElseThrow().letters());
		assertEquals("mm", resliced.getCalibration().getUnit());
	}

	@ParameterizedTest
	@EnumSource(AnatomicalPlane.class)
	void filesOfAVirtualStackAreReadOnceForAllPlanes(final AnatomicalPlane which) throws IOException {
		final CountingStack stack = new CountingStack(70, 50, 9);
		final OrthoImage image = OrthoImage.of(new ImagePlus("virtual", stack));
		stack.reads();
		final ImagePlus resliced = reslice(image, which, Pixels.RAW);
		assertEquals(9, stack.reads());
		final Plane plane = image.plane(which, Pixels.RAW);
		for (int slice = 0; slice < plane.slices(); slice++) {
			final Vector3 voxel = plane.toVoxel(3, 4, slice);
			assertEquals(CountingStack.value((int) voxel.x(), (int) voxel.y(), (int) voxel.z()),
				resliced.getStack().getVoxel(3, 4, slice));
		}
	}

	/** Of an image in memory and of a virtual one, with channels and times. */
	@ParameterizedTest
	@EnumSource(AnatomicalPlane.class)
	void virtualResliceIsTheSame(final AnatomicalPlane which) throws IOException {
		new SyntheticSeries("CT").signed().rescale(2, -1000).write(folder);
		final ImagePlus files = VolumeImagePlus.of(DicomVolumes.open(folder, ImportOptions.DEFAULT.withVirtual(true)));
		final ImagePlus channels = Scenes.image("16-bit", 6, 5, 2, 4, 3);
		for (final ImagePlus source : List.of(files, channels))
			for (final Pixels pixels : Pixels.values()) {
				final OrthoImage image = OrthoImage.of(source);
				final ImagePlus memory = reslice(image, which, pixels),
					virtual = Reslice.virtual(image, which, pixels, false);
				assertTrue(virtual.getStack().isVirtual());
				assertArrayEquals(memory.getDimensions(), virtual.getDimensions());
				assertEquals(memory.getCalibration().toString(), virtual.getCalibration().toString());
				assertEquals(PatientSpace.of(memory), PatientSpace.of(virtual));
				for (int n = 1; n <= memory.getStackSize(); n++) {
					assertArrayEquals((short[]) memory.getStack().getPixels(n),
						(short[]) virtual.getStack().getPixels(n));
					assertEquals(memory.getStack().getSliceLabel(n), virtual.getStack().getSliceLabel(n));
				}
			}
	}

	@Test
	void progressGoesUpToTheEndOnce() throws IOException {
		final OrthoImage image = OrthoImage.of(Scenes.image("16-bit", 70, 30, 2, 9, 2));
		final double[] last = new double[1];
		Reslice.of(image, AnatomicalPlane.SAGITTAL, Pixels.RAW, false, (phase, done, total) -> {
			assertTrue((double) done / total >= last[0], done + " of " + total);
			last[0] = (double) done / total;
		});
		assertEquals(1, last[0]);
	}

	@Test
	void canBeCancelled() throws IOException {
		final OrthoImage image = OrthoImage.of(Scenes.volume("axial_asc", folder));
		final Progress cancelled = new Progress() {

			@Override
			public void update(final String phase, final long done, final long total) {
				assertEquals("Reslicing", phase);
			}

			@Override
			public boolean isCanceled() {
				return true;
			}
		};
		assertThrows(CancellationException.class,
			() -> Reslice.of(image, AnatomicalPlane.SAGITTAL, Pixels.RAW, false, cancelled));
	}

	private static ImagePlus reslice(final OrthoImage image, final AnatomicalPlane which, final Pixels pixels)
		throws IOException
	{
		return Reslice.of(image, which, pixels, false, Progress.NONE);
	}
}
