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

package io.github.dicomvolumes.view.resample;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;

import io.github.dicomvolumes.DicomVolumes;
import io.github.dicomvolumes.SyntheticSeries;
import io.github.dicomvolumes.data.DicomException;
import io.github.dicomvolumes.data.InputException;
import io.github.dicomvolumes.data.Tag;
import io.github.dicomvolumes.geometry.Affine;
import io.github.dicomvolumes.geometry.AnatomicalPlane;
import io.github.dicomvolumes.geometry.Anatomy;
import io.github.dicomvolumes.geometry.Vector3;
import io.github.dicomvolumes.work.Progress;
import io.github.dicomvolumes.view.imagej.PatientSpace;
import io.github.dicomvolumes.view.imagej.VolumeImagePlus;
import io.github.dicomvolumes.view.plane.OrthoImage;
import io.github.dicomvolumes.view.plane.Pixels;
import io.github.dicomvolumes.view.plane.Plane;
import io.github.dicomvolumes.view.plane.Reslice;
import io.github.dicomvolumes.view.plane.Scenes;
import io.github.dicomvolumes.volume.ImportOptions;
import io.github.dicomvolumes.volume.sample.Interpolation;

import ij.CompositeImage;
import ij.IJ;
import ij.ImagePlus;
import ij.process.ImageProcessor;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Images on other grids. */
class ResampleTest {

	@TempDir
	Path folder;

	// -- Laws --

	/** Of volumes in any direction, and of planes of them, some of which are left-handed. */
	@ParameterizedTest
	@ValueSource(
		strings = { "axial_asc", "sagittal", "coronal", "double_oblique", "feetward_axial", "gantry_tilt_pos" })
	void ontoItsOwnGridIsTheImage(final String name) throws IOException {
		final OrthoImage volume = OrthoImage.of(Scenes.volume(name, folder));
		assertSame(volume, Resample.of(volume, SampledGrid.of(volume, volume), Interpolation.LINEAR, Progress.NONE));
		assertSame(volume, spaced(volume, volume.spacing(0), volume.spacing(1), volume.spacing(2)));
		for (final AnatomicalPlane plane : AnatomicalPlane.values()) {
			final OrthoImage cut = OrthoImage.of(Reslice.of(volume, plane, Pixels.RAW, false, Progress.NONE));
			if (name.equals("gantry_tilt_pos") && plane == AnatomicalPlane.SAGITTAL)
				assertThrows(InputException.class, () -> SampledGrid.of(cut, cut));
			else assertSame(cut, Resample.of(cut, SampledGrid.of(cut, cut), Interpolation.LINEAR, Progress.NONE));
		}
	}

	private static void assertSame(final OrthoImage expected, final ImagePlus actual) {
		assertArrayEquals(expected.image().getDimensions(), actual.getDimensions());
		for (int n = 1; n <= actual.getStackSize(); n++)
			assertArrayEquals((short[]) expected.image().getStack().getPixels(n),
				(short[]) actual.getStack().getPixels(n));
		final PatientSpace before = expected.space().orElseThrow(), after = PatientSpace.of(actual).orElseThrow();
		assertArrayEquals(before.indexToPatient().toArray(), after.indexToPatient().toArray(), 1e-9);
		assertEquals(before.letters() + before.isMetric() + before.frameOfReference(),
			after.letters() + after.isMetric() + after.frameOfReference());
		// a plane of slices that lean says how far apart they are, and not how long its pixels are
		if (isStraight(before.indexToPatient()))
			assertEquals(expected.calibration().toString(), actual.getCalibration().toString());
	}

	private static boolean isStraight(final Affine map) {
		return Math.abs(map.i().dot(map.k())) + Math.abs(map.j().dot(map.k())) < 1e-9;
	}

	/** What is linear stays so, but for the border, where there are voxels on one side only. */
	@Test
	void toHalfTheSpacingAndBack() throws IOException {
		final OrthoImage image = OrthoImage.of(Scenes.image("32-bit", 9, 8, 1, 7, 1));
		final OrthoImage fine = OrthoImage.of(spaced(image, 0.5));
		assertEquals("18 16 14", fine.size(0) + " " + fine.size(1) + " " + fine.size(2));
		final OrthoImage back = OrthoImage.of(spaced(fine, 1));
		for (int z = 1; z < 6; z++)
			for (int y = 1; y < 7; y++)
				for (int x = 1; x < 8; x++)
					assertEquals(image.value(x, y, z, 0, 0), back.value(x, y, z, 0, 0), 1e-4);
		assertEquals(image.value(0, 0, 0, 0, 0) + 0.125 * (1 + 7 + 31), back.value(0, 0, 0, 0, 0), 1e-4);
	}

	/**
	 * Turned by 36.87 degrees about the axis of the body: a column is a step of (4, 3, 0) mm, a row one of (-3, 4, 0),
	 * a slice 1.5. In voxels of 0.5 x 2 x 3 mm, whose value is 1000 z + 10 y + x, these are 8 + 15, -6 + 20 and 500;
	 * and the first voxel is 3 mm to the left of the other first voxel, so 6.
	 */
	@Test
	void onTheGridOfAnObliqueSeries() throws IOException {
		final OrthoImage image = OrthoImage.of(Scenes.volume(series("a").size(64, 32), sub("a")));
		final OrthoImage to = OrthoImage.of(Scenes.volume(series("b").size(8, 8)
			.pixelSpacing(5, 5)
			.orientation(0.8, 0.6, 0, -0.6, 0.8, 0)
			.origin(-7, -20, 30)
			.slices(9)
			.step(0, 0, 1.5), sub("b")));
		final ImagePlus made = Resample.of(image, SampledGrid.of(image, to), Interpolation.LINEAR, Progress.NONE);
		assertArrayEquals(to.image().getDimensions(), made.getDimensions());
		final int[][] points = { { 0, 0, 0, 6 }, { 1, 0, 0, 29 }, { 0, 1, 0, 20 }, { 1, 1, 0, 43 }, { 2, 2, 1, 580 },
			{ 3, 2, 2, 1103 }, { 4, 4, 3, 1654 }, { 5, 3, 8, 4163 }, { 6, 6, 4, 2228 }, { 0, 2, 0, 0 } };
		for (final int[] point : points)
			assertEquals(point[3], made.getStack().getVoxel(point[0], point[1], point[2]));
		assertEquals(to.space(), PatientSpace.of(made));
		assertEquals("CT",
			made.getInfoProperty()
				.lines()
				.filter(l -> l.contains("Modality:"))
				.findFirst()
				.orElseThrow()
				.split(": ")[1]);
	}

	/** Cubes, pixel for pixel, interpolated or not. */
	@ParameterizedTest
	@EnumSource(AnatomicalPlane.class)
	void obliqueAlongAnAxisIsTheOrthogonalReslice(final AnatomicalPlane which) throws IOException {
		final OrthoImage image = OrthoImage.of(Scenes.volume(series("a").pixelSpacing(2, 2).gap(2), folder));
		final ImagePlus plane = Reslice.of(image, which, Pixels.RAW, false, Progress.NONE);
		final Vector3 normal = switch (which) {
			case AXIAL -> new Vector3(0, 0, 2);
			case CORONAL -> new Vector3(0, 0.1, 0);
			case SAGITTAL -> new Vector3(-1, 0, 0); // so that the back is on the right
		};
		for (final Interpolation interpolation : Interpolation.values()) {
			final ImagePlus oblique = oblique(image, normal, interpolation);
			assertArrayEquals(plane.getDimensions(), oblique.getDimensions());
			for (int n = 1; n <= plane.getNSlices(); n++)
				assertArrayEquals(
					(short[]) plane.getStack()
						.getPixels(which == AnatomicalPlane.SAGITTAL ? plane.getNSlices() + 1 - n : n),
					(short[]) oblique.getStack().getPixels(n));
			assertEquals("Oblique 2", oblique.getStack().getSliceLabel(3));
			assertEquals(image.image().getTitle() + " [Oblique]", oblique.getTitle());
			if (which != AnatomicalPlane.SAGITTAL)
				assertEquals(PatientSpace.of(plane).orElseThrow(), PatientSpace.of(oblique).orElseThrow());
		}
	}

	/** Square pixels of the smallest voxel: six slices of 0.5 mm for each of 3 mm, four for a row of 2 mm. */
	@ParameterizedTest
	@EnumSource(value = AnatomicalPlane.class, names = { "AXIAL", "CORONAL" })
	void obliqueSlicesAreAsCloseAsTheSmallestVoxel(final AnatomicalPlane which) throws IOException {
		final OrthoImage image = OrthoImage.of(Scenes.volume("axial_asc", folder));
		final ImagePlus plane = Reslice.of(image, which, Pixels.ISOTROPIC, false, Progress.NONE);
		final boolean isAxial = which == AnatomicalPlane.AXIAL;
		final ImagePlus oblique = oblique(image, new Vector3(0, isAxial ? 0 : 3, isAxial ? 3 : 0),
			Interpolation.NEAREST);
		final int each = isAxial ? 6 : 4;
		assertEquals(plane.getNSlices() * each, oblique.getNSlices());
		for (int n = 0; n < oblique.getNSlices(); n++)
			assertArrayEquals((short[]) plane.getStack().getPixels(n / each + 1),
				(short[]) oblique.getStack().getPixels(n + 1));
	}

	/** Waves of 12 mm and more, sampled twice at 1 mm: linear interpolation loses up to (2 pi / 12)^2 / 8 each time. */
	@ParameterizedTest
	@ValueSource(booleans = { false, true })
	void obliqueAndBackToAxial(final boolean isVirtual) throws IOException {
		final ImagePlus waves = IJ.createImage("waves", "32-bit", 24, 22, 20);
		for (int z = 0; z < 20; z++)
			for (int y = 0; y < 22; y++)
				for (int x = 0; x < 24; x++)
					waves.getStack().setVoxel(x, y, z, wave(x, y, z));
		new PatientSpace(Affine.scaling(1, 1, 1), "LPH", true, "1.2.3").attachTo(waves);
		final OrthoImage image = OrthoImage.of(waves);
		final SampledGrid there = SampledGrid.oblique(image, new Vector3(1, 2, 3), Optional.empty());
		final OrthoImage oblique = OrthoImage.of(isVirtual ? Resample.virtual(image, there, Interpolation.LINEAR)
			: Resample.of(image, there, Interpolation.LINEAR, Progress.NONE));
		final OrthoImage back = OrthoImage
			.of(Resample.of(oblique, SampledGrid.of(oblique, image), Interpolation.LINEAR, Progress.NONE));
		double worst = 0;
		for (int z = 1; z < 19; z++)
			for (int y = 1; y < 21; y++)
				for (int x = 1; x < 23; x++)
					worst = Math.max(worst, Math.abs(back.value(x, y, z, 0, 0) - wave(x, y, z)));
		assertTrue(worst > 1e-3 && worst < 3 * 2 * Math.pow(2 * Math.PI / 12, 2) / 8, worst + " of 3");
		assertEquals("1.2.3", back.frameOfReference().orElseThrow());
		// of the oblique image the axial slices that cover it lie along the patient's axes
		final ImagePlus axial = Resample.of(oblique, SampledGrid.anatomical(oblique, AnatomicalPlane.AXIAL),
			Interpolation.LINEAR, Progress.NONE);
		final OrthoImage straight = OrthoImage.of(axial);
		assertEquals("LPH", straight.space().orElseThrow().letters());
		final Vector3 first = straight.toPatient(new Vector3(0, 0, 0)).orElseThrow();
		for (final Vector3 at : List.of(new Vector3(5, 6, 7), new Vector3(12, 11, 10), new Vector3(20, 3, 15))) {
			final Vector3 voxel = at.minus(first); // maybe between voxels, so look nearby
			final int x = (int) Math.rint(voxel.x()), y = (int) Math.rint(voxel.y()), z = (int) Math.rint(voxel.z());
			final Vector3 place = straight.toPatient(new Vector3(x, y, z)).orElseThrow();
			assertEquals(wave(place.x(), place.y(), place.z()), straight.value(x, y, z, 0, 0), 0.25);
		}
	}

	private static double wave(final double x, final double y, final double z) {
		final double w = 2 * Math.PI / 12;
		return Math.sin(w * x) + Math.cos(w * y) + Math.sin(w * z + 1);
	}

	/** Slices run towards head, back and left, the display is that of the plane, whatever the image's directions. */
	@ParameterizedTest
	@ValueSource(strings = { "axial_asc", "sagittal", "coronal", "double_oblique", "feetward_axial", "gantry_tilt_pos",
		"shear_x" })
	void anatomicalSlicesOfAnyImage(final String name) throws IOException {
		final OrthoImage volume = OrthoImage.of(Scenes.volume(name, folder));
		final OrthoImage image = OrthoImage
			.of(Reslice.of(volume, AnatomicalPlane.CORONAL, Pixels.RAW, false, Progress.NONE)); // maybe sheared
		final String[] letters = { "LPH", "LFP", "PFL" };
		for (final AnatomicalPlane which : AnatomicalPlane.values()) {
			final OrthoImage made = OrthoImage.of(
				Resample.of(image, SampledGrid.anatomical(image, which, 0.5), Interpolation.NEAREST, Progress.NONE));
			final PatientSpace space = made.space().orElseThrow();
			assertEquals(letters[which.ordinal()], space.letters());
			final Affine map = space.indexToPatient();
			assertEquals(letters[which.ordinal()], Anatomy.axisLetters(map.i(), map.j(), map.k()));
			assertEquals(0.5, made.spacing(2));
			int inside = 0;
			for (int z = 0; z < made.size(2); z += 3)
				for (int y = 0; y < made.size(1); y += 3)
					for (int x = 0; x < made.size(0); x += 3) {
						final Vector3 voxel = volume.toVoxel(made.toPatient(new Vector3(x, y, z)).orElseThrow())
							.orElseThrow();
						if (!isWithin(voxel, volume)) continue;
						inside++;
						assertEquals(
							1000 * Math.rint(voxel.z()) + 10 * Math.rint(voxel.y()) + Math.rint(voxel.x()) + 0.0,
							made.value(x, y, z, 0, 0), name + " " + which + " " + voxel);
					}
			assertTrue(inside > 20, inside + " compared");
			final Plane plane = made.plane(which, Pixels.RAW);
			assertEquals("0 1 2", plane.right().axis() + " " + plane.down().axis() + " " + plane.through().axis());
		}
	}

	/** And not where the nearest voxel is a matter of rounding. */
	private static boolean isWithin(final Vector3 voxel, final OrthoImage image) {
		final double[] at = voxel.toArray();
		for (int axis = 0; axis < 3; axis++) {
			if (at[axis] < -0.49 || at[axis] > image.size(axis) - 0.51) return false;
			if (Math.abs(at[axis] - Math.floor(at[axis]) - 0.5) < 1e-3) return false;
		}
		return true;
	}

	// -- What is kept --

	@ParameterizedTest
	@ValueSource(strings = { "8-bit", "16-bit", "32-bit", "RGB" })
	void everyChannelAndTimeInMemoryAndVirtual(final String type) throws IOException {
		final ImagePlus source = Scenes.image(type, 6, 5, 2, 4, 3);
		source.getCalibration().frameInterval = 2.5;
		source.getCalibration().setValueUnit("cd");
		source.setProperty("Info", "0008,0060  Modality: CT\n0018,0050  Slice Thickness: 3\n");
		final OrthoImage image = OrthoImage.of(source);
		final SampledGrid grid = SampledGrid.spaced(image, 0.75, 1, 0.5);
		final ImagePlus memory = Resample.of(image, grid, Interpolation.LINEAR, Progress.NONE);
		final ImagePlus virtual = Resample.virtual(image, grid, Interpolation.LINEAR);
		assertEquals("[8, 5, 2, 8, 3]", Arrays.toString(memory.getDimensions()));
		assertArrayEquals(memory.getDimensions(), virtual.getDimensions());
		assertTrue(virtual.getStack().isVirtual());
		assertEquals(source.getBitDepth(), memory.getBitDepth());
		assertEquals(source.getBitDepth(), virtual.getBitDepth());
		assertEquals(2.5, memory.getCalibration().frameInterval);
		if (!type.equals("RGB")) assertEquals("cd", virtual.getCalibration().getValueUnit());
		assertEquals("0008,0060  Modality: CT\n", memory.getInfoProperty());
		for (int n = 1; n <= memory.getStackSize(); n++) {
			final Object a = memory.getStack().getPixels(n), b = virtual.getStack().getPixels(n);
			assertEquals(memory.getStack().getSliceLabel(n), virtual.getStack().getSliceLabel(n));
			for (int i = 0; i < 40; i++)
				assertEquals(Scenes.at(a, i), Scenes.at(b, i));
		}
		// column 3 lies at (3 + 0.5) * 0.75 - 0.5, slice 3 at 1.25; x + 7 y + 31 z + 101 c + 203 t
		final double exact = 2.125 + 7 * 2 + 31 * 1.25 + 101 + 203 * 2;
		if (type.equals("32-bit"))
			assertEquals(exact, Scenes.at(memory.getStack().getPixels(memory.getStackIndex(2, 4, 3)), 2 * 8 + 3), 1e-4);
		if (type.equals("16-bit")) assertEquals(Math.round(exact),
			Scenes.at(memory.getStack().getPixels(memory.getStackIndex(2, 4, 3)), 2 * 8 + 3));
		// of the first channel and time, whose numbers 8 bits can hold
		assertEquals(2.125 + 7 * 2 + 31 * 1.25,
			Scenes.at(memory.getStack().getPixels(memory.getStackIndex(1, 4, 1)), 2 * 8 + 3), 0.5);
	}

	@Test
	void channelsShownTogetherStaySo() throws IOException {
		final CompositeImage together = new CompositeImage(Scenes.image("16-bit", 6, 5, 2, 4, 1), CompositeImage.COLOR);
		together.setC(2);
		together.setDisplayRange(3, 77);
		final ImagePlus made = spaced(OrthoImage.of(together), 0.5);
		assertEquals(CompositeImage.COLOR, ((CompositeImage) made).getMode());
		assertEquals(77, ((CompositeImage) made).getChannelLut(2).max);
	}

	@Test
	void valuesKeepTheirUnitAndRange() throws IOException {
		final var ct = series("a").signed().rescale(2, -1000).with(Tag.WINDOW_CENTER, 40).with(Tag.WINDOW_WIDTH, 400);
		final OrthoImage image = OrthoImage.of(Scenes.volume(ct, folder));
		final ImagePlus made = spaced(image, 1);
		assertEquals("HU", made.getCalibration().getValueUnit());
		assertEquals(-159.5, made.getCalibration().getCValue(made.getDisplayRangeMin()), 2);
		final OrthoImage again = OrthoImage.of(made);
		// z of 3 mm: slice 4 at (4 + 0.5) / 3 - 0.5 = 1; y of 2 mm: row 5 at 2.25; x of 0.5 mm: column 2 at 4.5
		assertEquals(2 * (1000 + 22.5 + 4.5) - 1000, again.value(2, 5, 4, 0, 0), 1);
	}

	// -- Outside --

	@Test
	void outsideIsPaddingOrElseTheLeastValue() throws IOException {
		final Vector3 normal = new Vector3(0, 1, 1);
		final OrthoImage padded = OrthoImage
			.of(Scenes.volume(series("a").signed().with(Tag.PIXEL_PADDING_VALUE, 2000), sub("a")));
		assertEquals(2000 + 32768, oblique(padded, normal, Interpolation.LINEAR).getStack().getVoxel(0, 0, 0));
		final OrthoImage plain = OrthoImage.of(Scenes.volume(series("b").values((k, r, c) -> 100 + k), sub("b")));
		assertEquals(100, oblique(plain, normal, Interpolation.LINEAR).getStack().getVoxel(0, 0, 0));
		final OrthoImage real = OrthoImage
			.of(Scenes.volume(series("c").values((k, r, c) -> 100 + k).rescale(k -> 1 + k / 8.0, -200), sub("c")));
		assertEquals(32, real.image().getBitDepth());
		assertEquals(-100, oblique(real, normal, Interpolation.LINEAR).getStack().getVoxel(0, 0, 0));
		final OrthoImage descending = OrthoImage
			.of(Scenes.volume(series("d").values((k, r, c) -> 100 + k).rescale(-1, 0), sub("d")));
		assertEquals(104, oblique(descending, normal, Interpolation.LINEAR).getStack().getVoxel(0, 0, 0));
		final OrthoImage colour = OrthoImage.of(Scenes.volume(series("e").rgb(0), sub("e")));
		assertEquals(0xFF000000, ((int[]) oblique(colour, normal, Interpolation.LINEAR).getStack().getPixels(1))[0]);
	}

	// -- Files, memory, cancel --

	@Test
	void aVirtualVolumeGivesTheSame() throws IOException {
		series("a").write(folder);
		final OrthoImage memory = OrthoImage.of(VolumeImagePlus.of(DicomVolumes.open(folder)));
		final OrthoImage files = OrthoImage
			.of(VolumeImagePlus.of(DicomVolumes.open(folder, ImportOptions.DEFAULT.withVirtual(true))));
		final SampledGrid grid = SampledGrid.oblique(memory, new Vector3(1, 1, 1), Optional.of(new Vector3(0, 0, 1)));
		final ImagePlus expected = Resample.of(memory, grid, Interpolation.LINEAR, Progress.NONE);
		for (final ImagePlus made : List.of(Resample.of(files, grid, Interpolation.LINEAR, Progress.NONE),
			Resample.virtual(files, grid, Interpolation.LINEAR)))
			for (int n = 1; n <= expected.getStackSize(); n++)
				assertArrayEquals((short[]) expected.getStack().getPixels(n), (short[]) made.getStack().getPixels(n));
	}

	@Test
	void moreThanMemoryIsRefusedAndVirtualWorks() throws IOException {
		final OrthoImage image = OrthoImage.of(Scenes.image("16-bit", 40, 40, 1, 40, 1));
		final double spacing = 40 / Math.cbrt(Runtime.getRuntime().maxMemory()) / 1.1;
		final SampledGrid grid = SampledGrid.spaced(image, 1, spacing, spacing * spacing / 1.1);
		final DicomException refused = assertThrows(DicomException.class,
			() -> Resample.of(image, grid, Interpolation.LINEAR, Progress.NONE));
		assertTrue(refused.getMessage().contains("use load=Virtual or a larger spacing"), refused.getMessage());
		final ImagePlus virtual = Resample.virtual(image, grid, Interpolation.LINEAR);
		final ImageProcessor middle = virtual.getStack().getProcessor(virtual.getStackSize() / 2);
		assertEquals(20 + 7 * 19.5 + 31 * 19.5, middle.getf(20, middle.getHeight() / 2), 2);
	}

	@Test
	void absurdSpacingIsRefused() throws IOException {
		final OrthoImage image = OrthoImage.of(Scenes.image("16-bit", 40, 40, 1, 40, 1));
		assertThrows(InputException.class, () -> SampledGrid.spaced(image, 1e-9));
		assertThrows(InputException.class, () -> SampledGrid.spaced(image, 1, 1, 1e-5));
		assertThrows(InputException.class, () -> SampledGrid.spaced(image, 1e-3, 1e-3, 1));
	}

	@Test
	void canBeCancelledAndProgressGoesUp() throws IOException {
		final OrthoImage image = OrthoImage.of(Scenes.image("16-bit", 20, 30, 2, 9, 2));
		final SampledGrid grid = SampledGrid.spaced(image, 0.5);
		final double[] last = new double[1];
		Resample.of(image, grid, Interpolation.LINEAR, (phase, done, total) -> {
			assertEquals("Resampling", phase);
			assertTrue((double) done / total >= last[0], done + " of " + total);
			last[0] = (double) done / total;
		});
		assertEquals(1, last[0]);
		assertThrows(CancellationException.class, () -> Resample.of(image, grid, Interpolation.LINEAR, new Progress() {

			@Override
			public void update(final String phase, final long done, final long total) {}

			@Override
			public boolean isCanceled() {
				return true;
			}
		}));
	}

	// -- Helpers --

	private static SyntheticSeries series(final String name) {
		return new SyntheticSeries(name).with(Tag.FRAME_OF_REFERENCE_UID, "1.2.3");
	}

	private Path sub(final String name) throws IOException {
		return Files.createDirectory(folder.resolve(name));
	}

	private static ImagePlus spaced(final OrthoImage image, final double... spacing) throws IOException {
		return Resample.of(image, SampledGrid.spaced(image, spacing), Interpolation.LINEAR, Progress.NONE);
	}

	private static ImagePlus oblique(final OrthoImage image, final Vector3 normal, final Interpolation interpolation)
		throws IOException
	{
		return Resample.of(image, SampledGrid.oblique(image, normal, Optional.empty()), interpolation, Progress.NONE);
	}
}
