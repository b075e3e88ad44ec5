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

import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.awt.Component;
import java.awt.Container;
import java.awt.Frame;
import java.awt.GraphicsEnvironment;
import java.awt.Rectangle;
import java.awt.event.InputEvent;
import java.awt.event.KeyEvent;
import java.awt.event.MouseEvent;
import java.awt.event.MouseWheelEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import javax.swing.JTextField;

import ij.ImagePlus;
import ij.Prefs;
import ij.gui.Toolbar;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

import io.github.dicomvolumes.DicomVolumes;
import io.github.dicomvolumes.SyntheticSeries;
import io.github.dicomvolumes.command.Dialogs;
import io.github.dicomvolumes.data.Tag;
import io.github.dicomvolumes.geometry.AnatomicalPlane;
import io.github.dicomvolumes.view.imagej.VolumeImagePlus;
import io.github.dicomvolumes.view.ortho.OrthoModel;
import io.github.dicomvolumes.volume.DicomVolume;

/**
 * What a person does in front of the three windows, for tests; needs a display. The volume is 16 x 12 x 5 voxels of 0.5
 * x 2 x 3 mm, and voxel (x, y, z) is 1000 z + 10 y + x - 1024 HU: the axial plane has 16 x 48 square pixels, the
 * coronal one 16 x 30, the sagittal one 12 x 8 of 2 mm.
 */
abstract class PersonAtViews {

	@TempDir
	Path folder;

	private final List<OrthogonalViews> opened = new ArrayList<>();

	@BeforeEach
	void handTool() {
		assumeFalse(GraphicsEnvironment.isHeadless(), "needs a display");
		EventThread.run(() -> {
			if (Toolbar.getInstance() == null) new Toolbar();
			Toolbar.getInstance().setTool(Toolbar.HAND);
		});
		// so that no place is remembered
		for (int number = 1; number <= 4; number++)
			Prefs.set("dicomvolumes.views." + number + ".axial", "");
	}

	@AfterEach
	void close() {
		opened.forEach(OrthogonalViews::close);
	}

	// -- What is open --

	DicomVolume volume(final int number, final String name) throws IOException {
		final Path files = Files.createDirectories(folder.resolve(name));
		new SyntheticSeries("CT").series(number).with(Tag.SERIES_DESCRIPTION, name).rescale(1, -1024).write(files);
		return DicomVolumes.open(files);
	}

	OrthogonalViews open() throws IOException {
		return open(VolumeImagePlus.of(volume(1, "CT")));
	}

	OrthogonalViews open(final ImagePlus image) {
		final OrthogonalViews views = OrthogonalViews.show(image);
		opened.add(views);
		Dialogs.awaitScreen();
		return views;
	}

	static OrthoModel model(final OrthogonalViews views) {
		return views.set().model();
	}

	static PlaneCanvas canvas(final OrthogonalViews views, final AnatomicalPlane plane) {
		return views.set().window(plane).canvas();
	}

	/** For each mm. */
	static double screenPixels(final OrthogonalViews views, final AnatomicalPlane plane) {
		return canvas(views, plane).getMagnification() / views.image(plane).getCalibration().pixelWidth;
	}

	static Rectangle bounds(final OrthogonalViews views, final AnatomicalPlane plane) {
		Dialogs.awaitScreen();
		return EventThread.get(() -> views.set().window(plane).getBounds());
	}

	static void place(final OrthogonalViews views, final AnatomicalPlane plane, final Rectangle bounds) {
		Dialogs.awaitScreen();
		EventThread.run(() -> views.set().window(plane).setBounds(bounds));
		Dialogs.awaitScreen();
	}

	/** The calibrated value that a window shows at a pixel. */
	static double value(final OrthogonalViews views, final AnatomicalPlane plane, final int x, final int y) {
		final ImagePlus image = views.image(plane);
		return image.getCalibration().getCValue(image.getProcessor().getf(x, y));
	}

	/** Waits for what ImageJ does later in the event thread, and for the pixels. */
	static void settle(final OrthogonalViews views) {
		for (int i = 0; i < 5; i++)
			EventThread.run(() -> {});
		views.change(model -> {});
		for (int i = 0; i < 5; i++)
			EventThread.run(() -> {});
	}

	// -- What a person does --

	/** At the middle of a pixel of the image. */
	static void mouse(final OrthogonalViews views, final AnatomicalPlane plane, final int id, final int modifiers,
		final int x, final int y)
	{
		EventThread.run(() -> {
			final PlaneCanvas canvas = canvas(views, plane);
			final double magnification = canvas.getMagnification();
			final int screenX = (int) ((x + 0.5 - canvas.getSrcRect().x) * magnification);
			final int screenY = (int) ((y + 0.5 - canvas.getSrcRect().y) * magnification);
			final boolean hasButton = id != MouseEvent.MOUSE_MOVED;
			canvas.dispatchEvent(new MouseEvent(canvas, id, System.currentTimeMillis(),
				modifiers | (hasButton && id != MouseEvent.MOUSE_RELEASED ? InputEvent.BUTTON1_DOWN_MASK : 0), screenX,
				screenY, 1, false, hasButton ? MouseEvent.BUTTON1 : MouseEvent.NOBUTTON));
		});
	}

	static void click(final OrthogonalViews views, final AnatomicalPlane plane, final int x, final int y) {
		drag(views, plane, x, y, x, y);
	}

	static void drag(final OrthogonalViews views, final AnatomicalPlane plane, final int x, final int y, final int toX,
		final int toY)
	{
		mouse(views, plane, MouseEvent.MOUSE_PRESSED, 0, x, y);
		if (x != toX || y != toY) mouse(views, plane, MouseEvent.MOUSE_DRAGGED, 0, (x + toX) / 2, (y + toY) / 2);
		if (x != toX || y != toY) mouse(views, plane, MouseEvent.MOUSE_DRAGGED, 0, toX, toY);
		mouse(views, plane, MouseEvent.MOUSE_RELEASED, 0, toX, toY);
	}

	static void doubleClick(final OrthogonalViews views, final AnatomicalPlane plane) {
		EventThread.run(() -> {
			final PlaneCanvas canvas = canvas(views, plane);
			canvas.dispatchEvent(new MouseEvent(canvas, MouseEvent.MOUSE_CLICKED, System.currentTimeMillis(), 0, 5, 5,
				2, false, MouseEvent.BUTTON1));
		});
		for (int i = 0; i < 5; i++)
			EventThread.run(() -> {});
	}

	static void wheel(final OrthogonalViews views, final AnatomicalPlane plane, final int turn, final int modifiers) {
		EventThread.run(() -> {
			final PlaneWindow window = views.set().window(plane);
			window.dispatchEvent(new MouseWheelEvent(window, MouseEvent.MOUSE_WHEEL, System.currentTimeMillis(),
				modifiers, 60, 60, 0, false, MouseWheelEvent.WHEEL_UNIT_SCROLL, 1, turn));
		});
	}

	static void key(final OrthogonalViews views, final AnatomicalPlane plane, final int code, final char character) {
		EventThread.run(() -> {
			final PlaneCanvas canvas = canvas(views, plane);
			// the focus belongs to the window manager, so not by dispatchEvent
			canvas.processKeyEvent(
				new KeyEvent(canvas, KeyEvent.KEY_PRESSED, System.currentTimeMillis(), 0, code, character));
		});
	}

	static void type(final OrthogonalViews views, final String tip, final String text) {
		EventThread.run(() -> {
			field(views, tip).setText(text);
			field(views, tip).postActionEvent();
		});
	}

	static JTextField field(final OrthogonalViews views, final String tip) {
		return field(views.set().panel(), tip);
	}

	static JTextField field(final Container container, final String tip) {
		for (final Component component : container.getComponents()) {
			if (component instanceof JTextField field && field.getToolTipText().startsWith(tip)) return field;
			if (component instanceof Container inner && field(inner, tip) != null) return field(inner, tip);
		}
		return null;
	}

	static int frames() {
		return (int) Arrays.stream(Frame.getFrames()).filter(Frame::isShowing).count();
	}
}
