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

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

import io.github.dicomvolumes.DicomVolumes;
import io.github.dicomvolumes.SyntheticCases;
import io.github.dicomvolumes.data.InputException;
import io.github.dicomvolumes.geometry.Affine;
import io.github.dicomvolumes.geometry.AnatomicalPlane;
import io.github.dicomvolumes.geometry.Vector3;
import io.github.dicomvolumes.view.imagej.PatientSpace;
import io.github.dicomvolumes.view.plane.ObliquePlane;
import io.github.dicomvolumes.view.plane.OrthoImage;
import io.github.dicomvolumes.view.plane.Pixels;
import io.github.dicomvolumes.view.plane.PlaneRenderer;
import io.github.dicomvolumes.view.plane.PlaneRequest;
import io.github.dicomvolumes.view.plane.Scenes;
import io.github.dicomvolumes.view.plane.Section;
import io.github.dicomvolumes.view.plane.Slab;
import io.github.dicomvolumes.volume.DicomVolume;
import io.github.dicomvolumes.volume.ImportOptions;

import ij.ImagePlus;
import ij.measure.Calibration;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.converter.Converters;
import net.imglib2.interpolation.randomaccess.NLinearInterpolatorFactory;
import net.imglib2.type.numeric.RealType;
import net.imglib2.type.numeric.real.DoubleType;
import net.imglib2.view.Views;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Planes that were turned: where they lie, what they show, and how one moves through them. */
class TurnTest {

	private static final AnatomicalPlane AXIAL = AnatomicalPlane.AXIAL, CORONAL = AnatomicalPlane.CORONAL,
		SAGITTAL = AnatomicalPlane.SAGITTAL;

	@TempDir
	Path folder;

	private OrthoModel model(final String name) throws Exception {
		return new OrthoModel(OrthoImage.of(Scenes.volume(name, Files.createDirectory(folder.resolve(name)))),
			Pixels.ISOTROPIC);
	}

	/** 16-bit, x + 7 y + 31 z; 0.5 x 2 x 3 mm unless told otherwise. */
	private static OrthoModel plain(final int width, final int height, final int slices, final double... mm) {
		final ImagePlus image = Scenes.image("16-bit", width, height, 1, slices, 1);
		final Calibration calibration = image.getCalibration();
		calibration.setUnit("mm");
		calibration.pixelWidth = mm[0];
		calibration.pixelHeight = mm[1];
		calibration.pixelDepth = mm[2];
		return new OrthoModel(OrthoImage.of(image), Pixels.ISOTROPIC);
	}

	private static void turnAtRandom(final OrthoModel model, final Random random) {
		for (int n = 1 + random.nextInt(4); n > 0; n--)
			model.turn(AnatomicalPlane.values()[random.nextInt(3)], random.nextInt(360) - 180 + random.nextDouble());
	}

	private static void moveAtRandom(final OrthoModel model, final Random random) {
		model.moveTo(random.nextInt(model.image().size(0)), random.nextInt(model.image().size(1)),
			random.nextInt(model.image().size(2)));
	}

	private static Vector3 normal(final OrthoModel model, final AnatomicalPlane plane) {
		final Affine map = model.image().indexToSpace().after(model.section(plane).pixelToVoxel());
		return map.i().cross(map.j()).unit();
	}

	// -- Where they lie --

	@ParameterizedTest
	@ValueSource(
		strings = { "axial_asc", "axial_desc_instance", "coronal", "sagittal", "double_oblique", "gantry_tilt_pos" })
	void planesStayPerpendicularAndGoThroughThePosition(final String name) throws Exception {
		final Random random = new Random(5);
		final OrthoModel model = model(name);
		for (int n = 0; n < 50; n++) {
			model.turnBack();
			moveAtRandom(model, random);
			final int first = random.nextInt(3);
			model.turn(AnatomicalPlane.values()[first], 1 + random.nextInt(88));
			model.turn(AnatomicalPlane.values()[(first + 1) % 3], 1 + random.nextInt(88));
			turnAtRandom(model, random);
			for (final AnatomicalPlane plane : AnatomicalPlane.values()) {
				final Section section = model.section(plane);
				if (!(section instanceof ObliquePlane)) continue; // turned within itself only
				for (final AnatomicalPlane other : AnatomicalPlane.values())
					if (other != plane && model.section(other) instanceof ObliquePlane)
						assertEquals(0, normal(model, plane).dot(normal(model, other)), 1e-9);
				final Vector3 at = section.toPixel(model.cursor());
				assertEquals(model.slice(plane), at.z(), 0.5 + 1e-9);
				assertEquals(0, section.toVoxel(at.x(), at.y(), at.z()).minus(model.cursor()).norm(), 1e-9);
				for (final Vector3 corner : model.image().corners()) {
					final Vector3 pixel = section.toPixel(corner);
					for (final double c : pixel.toArray())
						assertTrue(c > -1 && c < section.slices(), () -> corner + " lies outside: " + pixel);
					assertTrue(Math.abs(pixel.x() - section.width() / 2) <= section.seenWidth() / 2 + 1);
					assertTrue(Math.abs(pixel.y() - section.height() / 2) <= section.seenHeight() / 2 + 1);
				}
			}
		}
	}

	@Test
	void planeInWhichOthersAreTurnedStaysAsItIs() throws Exception {
		final OrthoModel model = model("axial_asc");
		final PlaneRequest before = model.request(AXIAL);
		model.turn(AXIAL, 30);
		assertEquals(before, model.request(AXIAL));
		assertTrue(model.section(CORONAL) instanceof ObliquePlane);
		assertTrue(model.section(SAGITTAL) instanceof ObliquePlane);
	}

	/** x runs to the left of the patient and the right of the screen, y to the back and down. */
	@Test
	void turnsClockwise() throws Exception {
		final OrthoModel model = model("axial_asc");
		assertEquals(0, model.angle(AXIAL, CORONAL) % 180, 1e-9);
		assertEquals(90, Math.abs(model.angle(AXIAL, SAGITTAL)), 1e-9);
		model.turn(AXIAL, 30);
		assertEquals(30, (model.angle(AXIAL, CORONAL) + 180) % 180, 1e-9);
		final Vector3 normal = ((ObliquePlane) model.section(CORONAL)).normal();
		// towards the back, (0, 1, 0), before
		assertArrayEquals(new double[] { -0.5, Math.sqrt(0.75), 0 }, normal.toArray(), 1e-9);
		assertEquals(new Section.Sides("RA", "LP", "H", "F"), model.section(CORONAL).sides());
		assertEquals("Oblique coronal", model.section(CORONAL).label());
	}

	@Test
	void turnsThatAddUpToNothingEndAtTheFastPlanes() {
		final OrthoModel model = plain(6, 5, 4, 0.5, 2, 3);
		for (int n = 0; n < 24; n++)
			model.turn(CORONAL, 15);
		assertFalse(model.isTurned());
		assertEquals(model.plane(AXIAL), model.section(AXIAL));
		model.turn(SAGITTAL, 10);
		model.turn(SAGITTAL, -10);
		assertFalse(model.isTurned());
		model.turn(SAGITTAL, 10);
		model.turnBack();
		assertEquals(model.plane(CORONAL), model.section(CORONAL));
		assertEquals(0, model.angle(AXIAL, CORONAL) % 180, 1e-9);
	}

	@Test
	void axesInSeveralUnitsCannotBeTurned() {
		final ImagePlus image = Scenes.image("8-bit", 6, 5, 1, 4, 1);
		image.getCalibration().setXUnit("mm");
		image.getCalibration().setYUnit("mm");
		image.getCalibration().setZUnit("s");
		final OrthoModel model = new OrthoModel(OrthoImage.of(image), Pixels.RAW);
		assertFalse(model.canTurn());
		assertEquals("\"stack\" has axes in mm, mm and s: planes can be turned if they have one unit",
			assertThrows(InputException.class, () -> model.turn(AXIAL, 5)).getMessage());
		assertFalse(model.isTurned());
		final OrthoModel other = plain(6, 5, 4, 0.5, 2, 3);
		assertThrows(InputException.class, () -> other.turn(AXIAL, Double.NaN));
		assertFalse(other.isTurned());
	}

	// -- What they show --

	@ParameterizedTest
	@ValueSource(strings = { "axial_asc", "coronal", "double_oblique", "gantry_tilt_pos" })
	void pixelsAreThoseOfImgLib2AtTheirPlaces(final String name) throws Exception {
		final Random random = new Random(9);
		final OrthoModel model = model(name);
		final OrthoImage image = model.image();
		for (int n = 0; n < 20; n++) {
			moveAtRandom(model, random);
			turnAtRandom(model, random);
			model.setSmooth(n % 2 == 0);
			for (final AnatomicalPlane plane : AnatomicalPlane.values())
				if (model.section(plane) instanceof ObliquePlane) assertLikeImgLib2(model, plane, random);
		}
		assertTrue(image.size(0) > 1);
	}

	private static void assertLikeImgLib2(final OrthoModel model, final AnatomicalPlane plane, final Random random) {
		final OrthoImage image = model.image();
		final Section section = model.section(plane);
		final Object pixels = new PlaneRenderer(image).render(model.request(plane));
		for (int n = 0; n < 40; n++) {
			final int x = random.nextInt(section.width()), y = random.nextInt(section.height());
			final Vector3 voxel = section.toVoxel(x, y, model.slice(plane));
			final double[] c = voxel.toArray();
			boolean isInside = true, isOnBorder = false;
			for (int axis = 0; axis < 3; axis++) {
				isOnBorder |= Math.abs(Math.abs(c[axis] + 0.5) % 1 - 0) < 1e-5 ||
					Math.abs((c[axis] + 0.5) % 1) > 1 - 1e-5;
				isInside &= c[axis] > -0.5 && c[axis] < image.size(axis) - 0.5;
			}
			if (isOnBorder) continue; // either voxel is right
			final double expected = !isInside ? image.outside()
				: model.isSmooth() ? linear(image.interval(), c)
					: image.held((int) Math.rint(c[0]), (int) Math.rint(c[1]), (int) Math.rint(c[2]), 0, 0);
			assertEquals(expected, Scenes.at(pixels, x + y * section.width()), 0.51, () -> plane + " at " + voxel);
		}
	}

	@SuppressWarnings("unchecked")
	private static double linear(final RandomAccessibleInterval<?> interval, final double... at) {
		final var first = Views.hyperSlice(Views.hyperSlice((RandomAccessibleInterval<RealType<?>>) interval, 4, 0), 3,
			0);
		final var exact = Converters.convert(first, (from, to) -> to.set(from.getRealDouble()), new DoubleType());
		final var access = Views.interpolate(Views.extendBorder(exact), new NLinearInterpolatorFactory<>())
			.realRandomAccess();
		access.setPosition(at);
		return access.get().get();
	}

	@Test
	void virtualImageShowsTheSame() throws Exception {
		final Path files = SyntheticCases.write("axial_asc", folder);
		final OrthoModel held = new OrthoModel(OrthoImage.of(DicomVolumes.open(files)), Pixels.ISOTROPIC);
		try (DicomVolume volume = DicomVolumes.open(files, ImportOptions.DEFAULT.withVirtual(true))) {
			final OrthoModel read = new OrthoModel(OrthoImage.of(volume), Pixels.ISOTROPIC);
			for (final OrthoModel model : new OrthoModel[] { held, read }) {
				model.turn(AXIAL, 20);
				model.turn(SAGITTAL, 70);
				model.setSmooth(true);
			}
			for (final AnatomicalPlane plane : AnatomicalPlane.values())
				assertArrayEquals((short[]) new PlaneRenderer(held.image()).render(held.request(plane)),
					(short[]) new PlaneRenderer(read.image(), read.image().blocks()).render(read.request(plane)));
		}
	}

	/** Within cubes, turned by a right angle, the coronal plane shows what the sagittal one has shown. */
	@Test
	void rightAngleShowsTheOtherPlane() {
		final OrthoModel model = plain(9, 9, 9, 1, 1, 1);
		model.moveTo(3, 4, 5);
		final Object sagittal = new PlaneRenderer(model.image()).render(model.request(SAGITTAL));
		model.turn(AXIAL, 90);
		final Section section = model.section(CORONAL);
		final Object turned = new PlaneRenderer(model.image()).render(model.request(CORONAL));
		for (int y = 0; y < 9; y++)
			for (int z = 0; z < 9; z++) {
				final Vector3 before = model.plane(SAGITTAL).toPixel(new Vector3(3, y, z));
				final Vector3 now = section.toPixel(new Vector3(3, y, z));
				assertEquals(model.slice(CORONAL), now.z(), 1e-6);
				assertEquals(Scenes.at(sagittal, (int) Math.rint(before.x()) + 9 * (int) Math.rint(before.y())),
					Scenes.at(turned, (int) Math.rint(now.x()) + section.width() * (int) Math.rint(now.y())));
			}
	}

	@Test
	void slabRunsAlongTheNormal() {
		final OrthoModel model = plain(9, 9, 9, 1, 1, 1);
		model.moveTo(4, 4, 4);
		model.turn(AXIAL, 45);
		model.setSlab(new Slab(Slab.Mode.MAX, 4));
		final Section section = model.section(CORONAL);
		final Vector3 at = section.toPixel(model.cursor());
		final double shown = Scenes.at(new PlaneRenderer(model.image()).render(model.request(CORONAL)),
			(int) Math.rint(at.x()) + section.width() * (int) Math.rint(at.y()));
		double most = 0;
		for (int step = -2; step <= 2; step++) {
			final Vector3 voxel = section.toVoxel(at.x(), at.y(), at.z() + step);
			most = Math.max(most, Math.rint(voxel.x()) + 7 * Math.rint(voxel.y()) + 31 * Math.rint(voxel.z()));
		}
		assertEquals(most, shown);
	}

	@Test
	void slabThickerThanTheImageIsAllOfIt() {
		final OrthoModel model = plain(9, 8, 7, 1, 2, 1);
		model.moveTo(0, 0, 0);
		model.turn(AXIAL, 45);
		model.setSlab(new Slab(Slab.Mode.MEAN, 100));
		final Object all = new PlaneRenderer(model.image()).render(model.request(CORONAL));
		model.setSlab(new Slab(Slab.Mode.MEAN, 1e300)); // memory for so many slices there is not
		assertArrayEquals((short[]) all, (short[]) new PlaneRenderer(model.image()).render(model.request(CORONAL)));
	}

	@ParameterizedTest
	@ValueSource(strings = { "8-bit", "16-bit", "32-bit", "RGB" })
	void everyTypeChannelAndTimeIsShown(final String type) {
		final OrthoModel model = new OrthoModel(OrthoImage.of(Scenes.image(type, 6, 5, 2, 4, 3)), Pixels.RAW);
		model.moveTo(3, 2, 1);
		model.turn(SAGITTAL, 20);
		model.turn(AXIAL, 35);
		model.setTime(2);
		model.setChannel(1);
		for (final AnatomicalPlane plane : AnatomicalPlane.values()) {
			final Section section = model.section(plane);
			final Vector3 at = section.toPixel(model.cursor());
			final Object pixels = new PlaneRenderer(model.image()).render(model.request(plane));
			assertEquals(model.image().held(3, 2, 1, 1, 2) % (type.equals("RGB") ? 1 << 24 : Double.MAX_VALUE),
				Scenes.at(pixels, (int) Math.rint(at.x()) + section.width() * (int) Math.rint(at.y())),
				plane::toString);
		}
	}

	// -- Moving --

	@Test
	void slicesStepAlongTheNormalByTheSmallestVoxel() {
		final OrthoModel model = plain(40, 30, 20, 0.5, 2, 3);
		model.turn(AXIAL, 30);
		model.turn(SAGITTAL, -50);
		for (final AnatomicalPlane plane : AnatomicalPlane.values()) {
			model.moveTo(20, 15, 10);
			final Affine space = model.image().indexToSpace();
			final Vector3 before = space.apply(model.cursor());
			model.moveToSlice(plane, model.slice(plane) + 1);
			final Vector3 step = space.apply(model.cursor()).minus(before);
			if (model.section(plane) instanceof ObliquePlane)
				assertEquals(0, step.cross(normal(model, plane)).norm(), 0.25, plane::toString);
			model.moveToSlice(plane, model.slice(plane) + 3);
			assertEquals(
				model.section(plane) instanceof ObliquePlane ? 1.5 : model.plane(plane).through().spacing() * 3,
				Math.abs(space.apply(model.cursor()).minus(before.plus(step)).dot(normal(model, plane))), 1e-9);
		}
	}

	@Test
	void everySliceThatCutsTheImageIsReachedAndNoOther() {
		final OrthoModel model = plain(12, 10, 8, 0.5, 1, 2);
		model.turn(AXIAL, 33);
		model.turn(SAGITTAL, 21);
		final Section section = model.section(CORONAL);
		final double[] slices = model.image().corners().stream().mapToDouble(c -> section.toPixel(c).z()).toArray();
		double least = Double.MAX_VALUE, most = 0;
		for (final double slice : slices) {
			least = Math.min(least, slice);
			most = Math.max(most, slice);
		}
		for (int slice = 0; slice < section.slices(); slice++) {
			model.moveToSlice(CORONAL, slice);
			assertEquals(Math.max(Math.ceil(least), Math.min(Math.floor(most), slice)), model.slice(CORONAL));
			assertEquals(model.image().within(model.cursor()), model.cursor());
		}
		model.moveToSlice(CORONAL, (int) Math.ceil(least));
		while (model.slice(CORONAL) < Math.floor(most)) { // as the wheel does it
			final int before = model.slice(CORONAL);
			model.moveToSlice(CORONAL, before + 1);
			assertEquals(before + 1, model.slice(CORONAL));
		}
	}

	/** At its corners a turned image is thin, and the way from slice to slice leads along its border. */
	@Test
	void wheelReachesTheCornersOfAnyImage() {
		final Random random = new Random(7);
		for (final OrthoModel model : new OrthoModel[] { plain(60, 50, 40, 1, 1, 1), plain(20, 20, 100, 2, 1, 0.5) })
			for (int n = 0; n < 20; n++) {
				model.turnBack();
				moveAtRandom(model, random);
				turnAtRandom(model, random);
				for (final AnatomicalPlane plane : AnatomicalPlane.values())
					for (final int step : new int[] { -1, 1 }) {
						final Section section = model.section(plane);
						final double last = model.image()
							.corners()
							.stream()
							.mapToDouble(corner -> step * section.toPixel(corner).z())
							.max()
							.getAsDouble();
						final int end = Math.min(section.slices() - 1, step * (int) Math.floor(last + 1e-9));
						for (int slice = model.slice(plane); slice != end; slice += step) {
							assertEquals(slice, model.slice(plane));
							model.moveToSlice(plane, slice + step);
						}
						assertEquals(end, model.slice(plane));
					}
			}
	}

	/** Beyond the image there is room in a turned window, and people click there. */
	@Test
	void clicksAndDragsBesideTheImageLeaveTheOtherPlanesWhereTheyAre() {
		final OrthoModel model = plain(40, 30, 20, 0.5, 2, 3);
		final Random random = new Random(11);
		for (int n = 0; n < 200; n++) {
			model.turnBack();
			moveAtRandom(model, random);
			turnAtRandom(model, random);
			if (!model.isTurned()) continue;
			final AnatomicalPlane window = AnatomicalPlane.values()[random.nextInt(3)];
			final Set<AnatomicalPlane> lines = EnumSet.complementOf(EnumSet.of(window));
			if (random.nextBoolean()) lines.remove(AnatomicalPlane.values()[(window.ordinal() + 1) % 3]);
			final double[] before = positions(model);
			final Section section = model.section(window);
			for (int drag = 0; drag < 3; drag++)
				model.moveLines(lines, section.toVoxel(random.nextInt(section.width()),
					random.nextInt(section.height()), model.slice(window)));
			final double[] after = positions(model);
			for (final AnatomicalPlane plane : EnumSet.complementOf(EnumSet.copyOf(lines)))
				assertEquals(before[plane.ordinal()], after[plane.ordinal()], 1e-6, lines + " moved " + plane);
			assertEquals(model.image().within(model.cursor()), model.cursor());
		}
	}

	@Test
	void lineThatIsDraggedMovesItsPlaneOnly() {
		final OrthoModel model = plain(40, 30, 20, 0.5, 2, 3);
		final Random random = new Random(3);
		for (int n = 0; n < 50; n++) {
			model.turnBack();
			moveAtRandom(model, random);
			model.turn(AXIAL, 10 + random.nextInt(60));
			model.turn(CORONAL, 10 + random.nextInt(60));
			final AnatomicalPlane moved = AnatomicalPlane.values()[random.nextInt(3)];
			final double[] before = positions(model);
			final Vector3 to = model.cursor().plus(new Vector3(0.01, 0.02, -0.03));
			model.moveLines(EnumSet.of(moved), to);
			final double[] after = positions(model);
			if (!model.cursor().equals(model.image().within(model.cursor()))) continue;
			for (final AnatomicalPlane plane : AnatomicalPlane.values())
				assertEquals(plane == moved ? model.section(plane).toPixel(to).z() : before[plane.ordinal()],
					after[plane.ordinal()], 0.2);
		}
		model.turnBack();
		model.moveTo(1, 2, 3);
		model.moveLines(Set.of(SAGITTAL), new Vector3(7.3, 9, 9));
		assertEquals(new Vector3(7, 2, 3), model.cursor());
	}

	private static double[] positions(final OrthoModel model) {
		return Arrays.stream(AnatomicalPlane.values())
			.mapToDouble(plane -> model.section(plane).toPixel(model.cursor()).z())
			.toArray();
	}

	// -- As images of ImageJ's --

	@Test
	void snapshotKnowsItsPlaceInThePatient() throws Exception {
		final OrthoModel model = model("double_oblique");
		model.moveTo(3, 4, 2);
		model.turn(AXIAL, 25);
		final ImagePlus snapshot = Snapshots.of(model, CORONAL);
		final Section section = model.section(CORONAL);
		final PatientSpace space = PatientSpace.of(snapshot).orElseThrow();
		final Vector3 pixel = section.toPixel(model.cursor());
		assertEquals(0, space.indexToPatient().apply(pixel.x(), pixel.y(), 0).minus(model.patient().get()).norm(),
			1e-9);
		assertEquals(section.pixelWidth(), snapshot.getCalibration().pixelWidth);
		assertEquals("mm", snapshot.getCalibration().getUnit());
		assertTrue(snapshot.getTitle().endsWith(" [Coronal]"), "a macro finds it by the name of the window");
		assertEquals("Oblique coronal " + model.slice(CORONAL), snapshot.getStack().getSliceLabel(1));
		final OrthoImage again = OrthoImage.of(snapshot);
		assertEquals(Optional.of(model.image().frameOfReference()), Optional.of(again.frameOfReference()));
	}
}
