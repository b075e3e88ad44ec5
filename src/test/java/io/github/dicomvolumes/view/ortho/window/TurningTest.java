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
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.event.InputEvent;
import java.awt.event.KeyEvent;
import java.awt.event.MouseEvent;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

import io.github.dicomvolumes.geometry.AnatomicalPlane;
import io.github.dicomvolumes.geometry.Vector3;
import io.github.dicomvolumes.view.imagej.VolumeImagePlus;
import io.github.dicomvolumes.view.over.Fusion;
import io.github.dicomvolumes.view.plane.OrthoImage;
import io.github.dicomvolumes.view.ortho.OrthoModel;
import io.github.dicomvolumes.view.plane.Section;
import io.github.dicomvolumes.view.plane.Slab;

import ij.IJ;
import ij.ImagePlus;
import ij.gui.Line;

import org.junit.jupiter.api.Test;

/** Planes that a person turns by the ends of the crosshair lines; needs a display. */
class TurningTest extends PersonAtViews {

	private static final AnatomicalPlane AXIAL = AnatomicalPlane.AXIAL, CORONAL = AnatomicalPlane.CORONAL,
		SAGITTAL = AnatomicalPlane.SAGITTAL;

	/** Cubes of 1 mm: voxel (x, y, z) holds x + 7 y + 31 z. */
	private OrthogonalViews cubes() {
		final ImagePlus image = IJ.createImage("cubes", "16-bit black", 60, 50, 40);
		for (int z = 0; z < 40; z++)
			for (int y = 0; y < 50; y++)
				for (int x = 0; x < 60; x++)
					image.getStack().getProcessor(z + 1).set(x, y, x + 7 * y + 31 * z);
		image.getCalibration().setUnit("mm");
		final OrthogonalViews views = open(image);
		views.moveTo(30, 25, 20);
		settle(views);
		return views;
	}

	private static TurnHandle handle(final OrthogonalViews views, final AnatomicalPlane within,
		final AnatomicalPlane line)
	{
		return EventThread.get(() -> TurnHandle.of(canvas(views, within))
			.stream()
			.filter(handle -> handle.line() == line)
			.findFirst()
			.orElseThrow());
	}

	/** Drags a handle about the crosshair to where it is seen at an angle. */
	private static void turn(final OrthogonalViews views, final AnatomicalPlane within, final AnatomicalPlane line,
		final double degrees, final int modifiers)
	{
		final TurnHandle from = handle(views, within, line);
		final double x = canvas(views, within).cursor().getX(), y = canvas(views, within).cursor().getY();
		final double before = Math.atan2(from.y() - y, from.x() - x), radius = Math.hypot(from.x() - x, from.y() - y);
		event(views, within, MouseEvent.MOUSE_PRESSED, 0, from.x(), from.y());
		for (int step = 1; step <= 5; step++) {
			final double angle = before + Math.toRadians(degrees) * step / 5;
			event(views, within, MouseEvent.MOUSE_DRAGGED, modifiers, x + radius * Math.cos(angle),
				y + radius * Math.sin(angle));
		}
		final double angle = before + Math.toRadians(degrees);
		event(views, within, MouseEvent.MOUSE_RELEASED, modifiers, x + radius * Math.cos(angle),
			y + radius * Math.sin(angle));
		settle(views);
	}

	private static void event(final OrthogonalViews views, final AnatomicalPlane plane, final int id,
		final int modifiers, final double x, final double y)
	{
		EventThread.run(() -> canvas(views, plane)
			.dispatchEvent(new MouseEvent(canvas(views, plane), id, System.currentTimeMillis(),
				modifiers | (id == MouseEvent.MOUSE_RELEASED ? 0 : InputEvent.BUTTON1_DOWN_MASK), (int) Math.rint(x),
				(int) Math.rint(y), 1, false, MouseEvent.BUTTON1)));
	}

	private static double angle(final OrthogonalViews views, final AnatomicalPlane within, final AnatomicalPlane line) {
		return EventThread.get(() -> (model(views).angle(within, line) + 360) % 180);
	}

	@Test
	void endOfALineTurnsTheOtherPlanes() {
		final OrthogonalViews views = cubes();
		final Vector3 position = model(views).cursor();
		final ImagePlus coronal = views.image(CORONAL);
		final int sizeBefore = coronal.getWidth();
		turn(views, AXIAL, CORONAL, 20, 0);
		assertEquals(20, angle(views, AXIAL, CORONAL), 2);
		assertEquals(angle(views, AXIAL, CORONAL) + 90, angle(views, AXIAL, SAGITTAL), 1e-6);
		assertEquals(position, model(views).cursor());
		assertTrue(coronal.getWidth() > sizeBefore);
		assertEquals(60, views.image(AXIAL).getWidth());
		// what is drawn at the crosshair is the voxel there, in all windows
		for (final AnatomicalPlane plane : AnatomicalPlane.values()) {
			final Vector3 at = model(views).cursorIn(plane);
			assertEquals(30 + 7 * 25 + 31 * 20, value(views, plane, (int) Math.rint(at.x()), (int) Math.rint(at.y())),
				plane::toString);
		}
		// on from there, without another size
		final int width = coronal.getWidth();
		turn(views, SAGITTAL, CORONAL, -25, 0);
		assertEquals(width, coronal.getWidth());
		assertTrue(views.image(AXIAL).getWidth() > 60, "now the axial plane is turned, too");
	}

	@Test
	void shiftSnapsToFifteenDegreesAndRGoesBack() {
		final OrthogonalViews views = cubes();
		turn(views, AXIAL, SAGITTAL, 37, InputEvent.SHIFT_DOWN_MASK);
		assertEquals(90 + 30, angle(views, AXIAL, SAGITTAL), 1e-9);
		turn(views, AXIAL, SAGITTAL, 11, InputEvent.SHIFT_DOWN_MASK);
		assertEquals(90 + 45, angle(views, AXIAL, SAGITTAL), 1e-9);
		assertTrue(model(views).isTurned());
		key(views, CORONAL, KeyEvent.VK_R, 'r');
		settle(views);
		assertFalse(model(views).isTurned());
		assertEquals(60, views.image(CORONAL).getWidth());
		assertEquals(40, views.image(CORONAL).getHeight());
		turn(views, CORONAL, AXIAL, 20, 0);
		EventThread.run(() -> model(views).turnBack()); // as the button does
		settle(views);
		assertEquals(50, views.image(CORONAL).getStackSize());
		assertEquals(40, views.image(SAGITTAL).getHeight());
	}

	@Test
	void nothingJumpsOnTheScreen() {
		final OrthogonalViews views = cubes();
		final double magnification = canvas(views, CORONAL).getMagnification();
		final double x = canvas(views, CORONAL).getX() + canvas(views, CORONAL).cursor().getX();
		final var bounds = bounds(views, CORONAL);
		turn(views, AXIAL, CORONAL, 20, 0);
		assertEquals(bounds, bounds(views, CORONAL));
		assertEquals(magnification, canvas(views, CORONAL).getMagnification());
		assertEquals(x, canvas(views, CORONAL).getX() + canvas(views, CORONAL).cursor().getX(), magnification * 1.5);
	}

	@Test
	void slicesWheelAndKeysGoAlongTheNormal() {
		final OrthogonalViews views = cubes();
		turn(views, AXIAL, CORONAL, 30, InputEvent.SHIFT_DOWN_MASK);
		final Vector3 before = model(views).cursor();
		wheel(views, CORONAL, 1, 0);
		settle(views);
		final Vector3 step = model(views).cursor().minus(before);
		assertEquals(1, step.norm(), 1e-9);
		assertEquals(Math.sin(Math.toRadians(30)), Math.abs(step.x()), 1e-9);
		key(views, CORONAL, KeyEvent.VK_HOME, KeyEvent.CHAR_UNDEFINED);
		settle(views);
		final int first = model(views).slice(CORONAL);
		assertTrue(first > 0, "before, there is nothing of the image");
		assertEquals(first + 1, views.image(CORONAL).getCurrentSlice());
		EventThread.run(() -> views.image(CORONAL).setSlice(1)); // ImageJ's slider
		settle(views);
		assertEquals(first + 1, views.image(CORONAL).getCurrentSlice());
		EventThread.run(() -> views.image(CORONAL).setSlice(first + 6));
		settle(views);
		assertEquals(first + 5, model(views).slice(CORONAL));
	}

	@Test
	void lengthsOnATurnedPlaneAreThoseInThePatient() throws IOException {
		final OrthogonalViews views = open();
		turn(views, AXIAL, CORONAL, 45, InputEvent.SHIFT_DOWN_MASK);
		final ImagePlus image = views.image(CORONAL);
		final Section section = model(views).section(CORONAL);
		final Vector3 a = section.toPixel(new Vector3(5, 4, 1)), b = section.toPixel(new Vector3(9, 3, 4));
		image.setRoi(new Line(a.x(), a.y(), b.x(), b.y()));
		// 4 x 0.5 mm to the right and 1 x 2 mm to the front, 3 x 3 mm up; in a plane at 45 degrees the first two
		final double within = (4 * 0.5 * Math.sqrt(0.5) - 1 * 2 * Math.sqrt(0.5));
		assertEquals(Math.hypot(within, 9), image.getRoi().getLength(), 1e-6);
		assertEquals("mm", image.getCalibration().getUnit());
		turn(views, AXIAL, CORONAL, 15, InputEvent.SHIFT_DOWN_MASK);
		assertNotEquals(null, image.getRoi(), "a plane of the same size keeps its selection");
		EventThread.run(() -> model(views).turnBack());
		settle(views);
		assertNull(image.getRoi());
	}

	@Test
	void statusAndCopyTellTheNormal() throws IOException {
		final OrthogonalViews views = open();
		assertFalse(EventThread.get(() -> views.set().readout(model(views).cursor()).toString()).contains("Normal"));
		turn(views, AXIAL, CORONAL, 30, InputEvent.SHIFT_DOWN_MASK);
		final String all = EventThread.get(() -> views.set().readout(model(views).cursor()).toString());
		assertTrue(all.contains("Normal: coronal (-0.5, 0.866, 0), sagittal ("), all);
		final String coronal = EventThread.get(() -> canvas(views, CORONAL).readout(3, 3).toString());
		assertTrue(coronal.endsWith("Normal: coronal (-0.5, 0.866, 0)"), coronal);
		assertFalse(EventThread.get(() -> canvas(views, AXIAL).readout(3, 3).toString()).contains("Normal"));
	}

	@Test
	void closedImageIsTurnedAllTheSame() {
		final OrthogonalViews views = cubes();
		final ImagePlus image = model(views).image().image();
		image.show();
		image.changes = false;
		image.close();
		views.turn(AXIAL, 45);
		assertEquals(30 + 7 * 25 + 31 * 20, atCrosshair(views, CORONAL));
		views.change(model -> model.setSmooth(true));
		assertEquals(30 + 7 * 25 + 31 * 20, atCrosshair(views, CORONAL));
	}

	@Test
	void planeOfOneSliceIsTurnedThereAndBackAtOnce() throws Exception {
		final OrthogonalViews views = open(IJ.createImage("one", "8-bit black", 30, 20, 1));
		final AtomicReference<Throwable> failure = new AtomicReference<>();
		final Thread.UncaughtExceptionHandler before = Thread.getDefaultUncaughtExceptionHandler();
		Thread.setDefaultUncaughtExceptionHandler((thread, exc) -> failure.set(exc));
		try {
			EventThread.run(() -> {
				model(views).turn(CORONAL, 30);
				model(views).turnBack();
			});
			settle(views);
		}
		finally {
			Thread.setDefaultUncaughtExceptionHandler(before);
		}
		assertNull(failure.get());
		views.turn(CORONAL, 30);
		settle(views);
		final int slice = EventThread.get(() -> model(views).slice(AXIAL));
		wheel(views, AXIAL, 1, 0);
		settle(views);
		assertEquals(slice + 2, views.image(AXIAL).getCurrentSlice());
	}

	@Test
	void secondImageIsNeverOverPixelsOfAnotherSize() throws IOException {
		final OrthogonalViews views = open();
		final OrthoImage second = OrthoImage.of(volume(2, "PT"));
		views.change(model -> model.setFusion(Optional.of(Fusion.of(model.image(), second))));
		settle(views);
		assertTrue(EventThread.get(() -> canvas(views, CORONAL).over()).isPresent());
		EventThread.run(() -> {
			model(views).turn(AXIAL, 30);
			assertTrue(canvas(views, CORONAL).over().isEmpty(), "not drawn yet");
		});
		settle(views);
		assertEquals(views.image(CORONAL).getWidth(),
			EventThread.get(() -> canvas(views, CORONAL).over()).orElseThrow().getWidth());
	}

	private static double atCrosshair(final OrthogonalViews views, final AnatomicalPlane plane) {
		final Vector3 at = model(views).cursorIn(plane);
		return value(views, plane, (int) Math.rint(at.x()), (int) Math.rint(at.y()));
	}

	@Test
	void windowSlabSmoothZoomAndLinksGoOnWorking() throws IOException {
		final OrthogonalViews views = open(), other = open(VolumeImagePlus.of(volume(2, "PT")));
		views.turn(SAGITTAL, 20);
		views.turn(AXIAL, 35);
		views.change(model -> {
			model.setSmooth(true);
			model.setSlab(new Slab(Slab.Mode.MEAN, 6));
			model.window(2000, 100);
			model.setZoom(model.zoom() * 2);
			model.moveTo(8, 6, 3);
		});
		settle(views);
		assertEquals(1950 + 1024, views.image(CORONAL).getDisplayRangeMin());
		assertEquals(new Vector3(8, 6, 3), model(other).cursor());
		assertEquals(screenPixels(views, AXIAL), screenPixels(views, CORONAL), 1e-9);
		final OrthoModel model = model(views);
		EventThread.run(() -> canvas(views, CORONAL).zoomOut(20, 20));
		EventThread.run(() -> views.set().fit());
		settle(views);
		for (final AnatomicalPlane plane : AnatomicalPlane.values())
			for (final Vector3 corner : new Vector3[] { new Vector3(0, 0, 0), new Vector3(15, 11, 4) }) {
				final Vector3 at = model.section(plane).toPixel(corner);
				assertTrue(canvas(views, plane).getSrcRect().contains(at.x(), at.y()), plane + " shows all of it");
			}
	}
}
