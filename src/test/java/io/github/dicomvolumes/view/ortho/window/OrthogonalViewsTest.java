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

import static io.github.dicomvolumes.command.Dialogs.awaitThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Rectangle;
import java.awt.event.AdjustmentEvent;
import java.awt.event.InputEvent;
import java.awt.event.KeyEvent;
import java.awt.event.MouseEvent;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import ij.ImageListener;
import ij.ImagePlus;
import ij.Prefs;
import ij.gui.Line;
import ij.gui.Roi;
import ij.gui.ScrollbarWithLabel;
import ij.gui.Toolbar;
import ij.measure.Measurements;
import ij.process.ImageStatistics;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.github.dicomvolumes.DicomVolumes;
import io.github.dicomvolumes.SyntheticSeries;
import io.github.dicomvolumes.data.Tag;
import io.github.dicomvolumes.geometry.AnatomicalPlane;
import io.github.dicomvolumes.geometry.Vector3;
import io.github.dicomvolumes.pixels.DisplayRange;
import io.github.dicomvolumes.view.imagej.VolumeImagePlus;
import io.github.dicomvolumes.view.plane.Pixels;
import io.github.dicomvolumes.view.plane.Slab;

/** One set of windows that is worked with; needs a display. */
class OrthogonalViewsTest extends PersonAtViews {

	// -- Position --

	@Test
	void clickInOnePlaneMovesTheOtherTwo() throws IOException {
		final OrthogonalViews views = open();
		click(views, AnatomicalPlane.AXIAL, 3, 4 * 4 + 2);
		settle(views);
		assertEquals("(3, 4, 2)  LPS (-8.50, -12.00, 36.00) mm  1019 HU",
			views.set().readout(model(views).cursor()).toString());
		assertEquals(4 + 1, views.image(AnatomicalPlane.CORONAL).getCurrentSlice());
		assertEquals(3 + 1, views.image(AnatomicalPlane.SAGITTAL).getCurrentSlice());
		assertEquals(2 + 1, views.image(AnatomicalPlane.AXIAL).getCurrentSlice());
		// the slice at the head, z = 4, is at the top
		assertEquals(4047 - 1024, value(views, AnatomicalPlane.CORONAL, 7, 0));
		assertEquals(1047 - 1024, value(views, AnatomicalPlane.CORONAL, 7, 6 * 3));
		assertEquals(2053 - 1024, value(views, AnatomicalPlane.SAGITTAL, 5, 3), "y = 5, z = 2");
	}

	@Test
	void dragMovesOnAndADraggedLineMovesAlone() throws IOException {
		final OrthogonalViews views = open();
		views.moveTo(8, 6, 2);
		drag(views, AnatomicalPlane.AXIAL, 2, 6, 12, 40);
		assertEquals(new Vector3(12, 10, 2), model(views).cursor());
		drag(views, AnatomicalPlane.AXIAL, 12, 6, 4, 30); // the line at x = 12, away from where the lines cross
		assertEquals(new Vector3(4, 10, 2), model(views).cursor());
		drag(views, AnatomicalPlane.AXIAL, 12, 42, 6, 2); // the line at y = 10
		assertEquals(new Vector3(4, 0, 2), model(views).cursor());
	}

	@Test
	void withASelectionToolAClickMovesAndADragDraws() throws IOException {
		final OrthogonalViews views = open();
		final ImagePlus axial = views.image(AnatomicalPlane.AXIAL);
		EventThread.run(() -> Toolbar.getInstance().setTool(Toolbar.RECTANGLE));
		click(views, AnatomicalPlane.AXIAL, 5, 4 * 7);
		assertEquals(new Vector3(5, 7, 2), model(views).cursor());
		assertNull(axial.getRoi());
		drag(views, AnatomicalPlane.AXIAL, 2, 4, 10, 20);
		assertEquals(new Vector3(5, 7, 2), model(views).cursor());
		final Rectangle drawn = axial.getRoi().getBounds();
		assertEquals(8, drawn.width, 1);
		assertEquals(16, drawn.height, 1);
		click(views, AnatomicalPlane.AXIAL, 6, 12);
		assertEquals(new Vector3(5, 7, 2), model(views).cursor(), "a click on the selection is for the selection");
	}

	@Test
	void withShiftThePlanesFollowTheMouse() throws IOException {
		final OrthogonalViews views = open();
		EventThread.run(() -> Toolbar.getInstance().setTool(Toolbar.RECTANGLE));
		mouse(views, AnatomicalPlane.CORONAL, MouseEvent.MOUSE_MOVED, 0, 9, 3);
		assertEquals(new Vector3(8, 6, 2), model(views).cursor());
		mouse(views, AnatomicalPlane.CORONAL, MouseEvent.MOUSE_MOVED, InputEvent.SHIFT_DOWN_MASK, 9, 3);
		assertEquals(new Vector3(9, 6, 4), model(views).cursor());
	}

	@Test
	void wheelScrollsAndWithControlZoomsAllPlanes() throws IOException {
		final OrthogonalViews views = open();
		wheel(views, AnatomicalPlane.SAGITTAL, 3, 0);
		assertEquals(new Vector3(11, 6, 2), model(views).cursor());
		final double before = screenPixels(views, AnatomicalPlane.AXIAL);
		wheel(views, AnatomicalPlane.SAGITTAL, 1, InputEvent.CTRL_DOWN_MASK);
		assertEquals(new Vector3(11, 6, 2), model(views).cursor());
		final double after = screenPixels(views, AnatomicalPlane.CORONAL);
		assertTrue(after < before);
		assertEquals(after, screenPixels(views, AnatomicalPlane.AXIAL), 1e-9);
		assertEquals(after, screenPixels(views, AnatomicalPlane.SAGITTAL), 1e-9);
	}

	@Test
	void keysChooseSlicesAndWindows() throws IOException {
		final OrthogonalViews views = open();
		key(views, AnatomicalPlane.CORONAL, KeyEvent.VK_UP, KeyEvent.CHAR_UNDEFINED);
		assertEquals(7, model(views).slice(AnatomicalPlane.CORONAL));
		key(views, AnatomicalPlane.CORONAL, KeyEvent.VK_LEFT, KeyEvent.CHAR_UNDEFINED);
		assertEquals(6, model(views).slice(AnatomicalPlane.CORONAL));
		key(views, AnatomicalPlane.CORONAL, KeyEvent.VK_PAGE_UP, KeyEvent.CHAR_UNDEFINED);
		assertEquals(11, model(views).slice(AnatomicalPlane.CORONAL));
		key(views, AnatomicalPlane.CORONAL, KeyEvent.VK_HOME, KeyEvent.CHAR_UNDEFINED);
		assertEquals(0, model(views).slice(AnatomicalPlane.CORONAL));
		key(views, AnatomicalPlane.CORONAL, KeyEvent.VK_END, KeyEvent.CHAR_UNDEFINED);
		assertEquals(11, model(views).slice(AnatomicalPlane.CORONAL));
		key(views, AnatomicalPlane.CORONAL, KeyEvent.VK_5, '5');
		assertEquals(new DisplayRange(-500 - 750, -500 + 750), model(views).window());
		key(views, AnatomicalPlane.CORONAL, KeyEvent.VK_1, '1');
		assertEquals(new DisplayRange(35 - 55, 35 + 55), model(views).window());
		key(views, AnatomicalPlane.CORONAL, KeyEvent.VK_0, '0');
		assertEquals(new DisplayRange(-1024, 4125 - 1024), model(views).window());
	}

	@Test
	void sliderOfAWindowMovesTheOthers() throws IOException {
		final OrthogonalViews views = open();
		final PlaneWindow window = views.set().window(AnatomicalPlane.SAGITTAL);
		final ScrollbarWithLabel slider = (ScrollbarWithLabel) Arrays.stream(window.getComponents())
			.filter(ScrollbarWithLabel.class::isInstance)
			.findFirst()
			.orElseThrow();
		assertEquals(8 + 1, EventThread.get(slider::getValue));
		EventThread.run(() -> {
			slider.setValue(2);
			window.adjustmentValueChanged(
				new AdjustmentEvent(slider, AdjustmentEvent.ADJUSTMENT_VALUE_CHANGED, AdjustmentEvent.TRACK, 2));
		});
		settle(views);
		assertEquals(new Vector3(1, 6, 2), model(views).cursor());
		assertEquals(2, views.image(AnatomicalPlane.SAGITTAL).getCurrentSlice());
		assertEquals(2061 - 1024, value(views, AnatomicalPlane.SAGITTAL, 6, 3));
	}

	@Test
	void sliceThatAMacroSetsMovesTheOthers() throws IOException {
		final OrthogonalViews views = open();
		views.image(AnatomicalPlane.CORONAL).setSlice(3);
		settle(views);
		assertEquals(new Vector3(8, 2, 2), model(views).cursor());
		assertEquals(2028 - 1024, value(views, AnatomicalPlane.CORONAL, 8, 6 * 2));
	}

	@Test
	void goingToAPatientCoordinateReturnsToTheVoxel() throws IOException {
		final OrthogonalViews views = open();
		views.moveToPatient(-10 + 0.5 * 13, -20 + 2 * 9, 30 + 3 * 4);
		assertEquals(new Vector3(13, 9, 4), model(views).cursor());
		type(views, "Voxel x, y, z", "2 3 1");
		assertEquals(new Vector3(2, 3, 1), model(views).cursor());
		type(views, "Patient coordinates", "-3.5, -2, 42");
		assertEquals(new Vector3(13, 9, 4), model(views).cursor());
		type(views, "Voxel x, y, z", "nowhere");
		assertEquals(new Vector3(13, 9, 4), model(views).cursor());
		assertEquals("13, 9, 4", field(views, "Voxel x, y, z").getText());
		assertEquals("-3.50, -2.00, 42.00", field(views, "Patient coordinates").getText());
	}

	@Test
	void positionsPassedInBetweenAreNotDrawn() throws IOException {
		final OrthogonalViews views = open();
		settle(views);
		final AtomicInteger drawn = new AtomicInteger();
		final ImagePlus coronal = views.image(AnatomicalPlane.CORONAL);
		final ImageListener count = new ImageListener() {

			@Override
			public void imageUpdated(final ImagePlus image) {
				if (image == coronal) drawn.incrementAndGet();
			}

			@Override
			public void imageOpened(final ImagePlus image) {}

			@Override
			public void imageClosed(final ImagePlus image) {}
		};
		ImagePlus.addImageListener(count);
		EventThread.run(() -> {
			for (int n = 0; n < 1000; n++)
				model(views).moveTo(8, n % 12, 2);
			model(views).moveTo(8, 1, 2);
		});
		settle(views);
		ImagePlus.removeImageListener(count);
		assertEquals(1 + 1, coronal.getCurrentSlice());
		assertEquals(2018 - 1024, value(views, AnatomicalPlane.CORONAL, 8, 6 * 2));
		assertTrue(drawn.get() <= 4, drawn + " of 1001 positions were drawn");
	}

	// -- Window, zoom --

	@Test
	void contrastChangedInImageJReachesAllPlanes() throws IOException {
		final OrthogonalViews views = open();
		views.window(40, 400);
		for (final AnatomicalPlane plane : AnatomicalPlane.values()) {
			assertEquals(1024 - 160, views.image(plane).getDisplayRangeMin());
			assertEquals(1024 + 240, views.image(plane).getDisplayRangeMax());
		}
		final ImagePlus coronal = views.image(AnatomicalPlane.CORONAL);
		coronal.setDisplayRange(1000, 3001);
		coronal.updateAndDraw();
		settle(views);
		assertEquals(new DisplayRange(1000 - 1024, 3001 - 1024), model(views).window());
		for (final AnatomicalPlane plane : AnatomicalPlane.values()) {
			assertEquals(1000, views.image(plane).getDisplayRangeMin());
			assertEquals(3001, views.image(plane).getDisplayRangeMax());
		}
	}

	@Test
	void presetOfTheFileIsRecognisedByItsNumbersToo() throws IOException {
		final Path files = Files.createDirectory(folder.resolve("preset"));
		new SyntheticSeries("CT").with(Tag.WINDOW_CENTER, 40)
			.with(Tag.WINDOW_WIDTH, 400)
			.rescale(1, -1024)
			.write(files);
		final OrthogonalViews views = open(VolumeImagePlus.of(DicomVolumes.open(files)));
		final Preset preset = views.set().presets().get(0);
		assertEquals("File  400 / 40", preset.toString());
		assertEquals(new DisplayRange(-160, 239), model(views).window(), "PS3.3 C.11.2.1.2.1");
		assertTrue(preset.isShown(model(views)));
		views.window(40, 400);
		assertEquals(new DisplayRange(-160, 240), model(views).window());
		assertTrue(preset.isShown(model(views)));
		views.window(40, 401);
		assertFalse(preset.isShown(model(views)));
	}

	@Test
	void zoomByImageJReachesAllPlanesAndMovingLeavesIt() throws IOException {
		final OrthogonalViews views = open();
		canvas(views, AnatomicalPlane.CORONAL).zoomIn(50, 50); // as Image > Zoom > In does
		canvas(views, AnatomicalPlane.CORONAL).zoomIn(50, 50);
		settle(views);
		final PlaneCanvas axial = canvas(views, AnatomicalPlane.AXIAL);
		final double magnification = canvas(views, AnatomicalPlane.CORONAL).getMagnification();
		assertEquals(magnification, axial.getMagnification(), 1e-9);
		assertTrue(axial.getSrcRect().height < 48, "zoomed in");
		final Rectangle source = new Rectangle(axial.getSrcRect());
		views.moveTo(1, 1, 1);
		click(views, AnatomicalPlane.CORONAL, 8, 15);
		settle(views);
		assertEquals(source, axial.getSrcRect());
		assertEquals(magnification, axial.getMagnification(), 1e-9);
	}

	@Test
	void panByImageJReachesTheOtherPlanes() throws IOException {
		final OrthogonalViews views = open();
		final PlaneCanvas axial = canvas(views, AnatomicalPlane.AXIAL),
			coronal = canvas(views, AnatomicalPlane.CORONAL);
		for (int i = 0; i < 4; i++)
			axial.zoomIn(40, 150);
		settle(views);
		final int before = coronal.getSrcRect().x;
		EventThread.run(() -> {
			final Rectangle moved = new Rectangle(axial.getSrcRect());
			moved.x += 2;
			axial.setSourceRect(moved); // as the hand tool with the space bar does
			axial.getImage().draw();
		});
		awaitThat(() -> EventThread.get(() -> coronal.getSrcRect().x) == before + 2);
	}

	/** With voxels as large as here they are blocks on the screen, or their values run into each other. */
	@Test
	void smoothIsSmoothOnTheScreenToo() throws IOException {
		final OrthogonalViews views = open();
		views.change(model -> model.setCrosshairVisible(false));
		views.window(2040 + 8 - 1024, 16); // those of the row at y = 4
		final int blocks = greys(views, AnatomicalPlane.AXIAL);
		views.change(model -> model.setSmooth(true));
		final int smooth = greys(views, AnatomicalPlane.AXIAL);
		assertTrue(blocks > 4 && smooth > 2 * blocks, blocks + " grey levels of blocks, " + smooth + " when smooth");
		assertFalse(EventThread.get(() -> Prefs.interpolateScaledImages), "the choice for other images");
		views.change(model -> model.setSmooth(false));
		assertEquals(blocks, greys(views, AnatomicalPlane.AXIAL));
	}

	/** How many levels of grey there are on the screen in the middle of a row. */
	private static int greys(final OrthogonalViews views, final AnatomicalPlane plane) {
		settle(views);
		return EventThread.get(() -> {
			final PlaneCanvas canvas = canvas(views, plane);
			final BufferedImage screen = canvas.getGraphicsConfiguration()
				.createCompatibleImage(canvas.getWidth(), canvas.getHeight());
			canvas.paint(screen.createGraphics());
			return (int) IntStream.range(canvas.getWidth() / 4, canvas.getWidth() * 3 / 4)
				.map(x -> screen.getRGB(x, (int) (canvas.getHeight() * 4.5 / 12)))
				.distinct()
				.count();
		});
	}

	@Test
	void doubleClickFillsTheScreenAndGoesBack() throws IOException {
		final OrthogonalViews views = open();
		final Rectangle before = bounds(views, AnatomicalPlane.CORONAL);
		final double zoom = model(views).zoom();
		doubleClick(views, AnatomicalPlane.CORONAL);
		assertTrue(bounds(views, AnatomicalPlane.CORONAL).width > 1.5 * before.width);
		assertTrue(model(views).zoom() > zoom);
		doubleClick(views, AnatomicalPlane.CORONAL);
		assertEquals(before, bounds(views, AnatomicalPlane.CORONAL));
		assertEquals(zoom, model(views).zoom(), 1e-9);
	}

	// -- Images --

	@Test
	void measurementsInThePlanesAreThoseOfTheVolume() throws IOException {
		final OrthogonalViews views = open();
		views.moveTo(8, 5, 2);
		final ImagePlus coronal = views.image(AnatomicalPlane.CORONAL);
		coronal.setRoi(new Roi(2, 6, 3, 12)); // x 2 to 4, z 3 and 2
		final ImageStatistics mean = coronal.getStatistics(Measurements.MEAN);
		assertEquals((2000 + 3000) / 2.0 + 50 + 3 - 1024, mean.mean, 1e-6);
		assertEquals(3 * 0.5 * 2 * 3, mean.area, 1e-9, "mm2");
		coronal.setRoi(new Line(2, 0, 2, 30));
		assertEquals(5 * 3, coronal.getRoi().getLength(), 1e-9, "mm");
		assertEquals("mm", coronal.getCalibration().getUnit());
	}

	@Test
	void slabIsDrawnAndSnapshotsStay() throws IOException {
		final OrthogonalViews views = open();
		views.moveTo(8, 5, 2);
		views.slab(Slab.Mode.MAX, 6);
		assertEquals(3058 - 1024, value(views, AnatomicalPlane.AXIAL, 8, 4 * 5));
		final List<ImagePlus> snapshot = views.snapshot();
		views.slab(Slab.Mode.MIN, 6);
		assertEquals(1058 - 1024, value(views, AnatomicalPlane.AXIAL, 8, 4 * 5));
		assertEquals(List.of("CT [Axial]", "CT [Coronal]", "CT [Sagittal]"),
			snapshot.stream().map(ImagePlus::getTitle).toList());
		assertEquals(3058, snapshot.get(0).getProcessor().get(8, 4 * 5));
		assertNull(views.image(AnatomicalPlane.AXIAL).getOverlay(), "the overlay is the user's own");
	}

	@Test
	void rawPixelsAndBack() throws IOException {
		final OrthogonalViews views = open();
		views.moveTo(8, 5, 1);
		final Rectangle place = bounds(views, AnatomicalPlane.CORONAL);
		views.change(model -> model.setPixels(Pixels.RAW));
		final ImagePlus coronal = views.image(AnatomicalPlane.CORONAL);
		assertEquals("16 x 5, 3.0 mm",
			coronal.getWidth() + " x " + coronal.getHeight() + ", " + coronal.getCalibration().pixelHeight + " mm");
		assertEquals(1058 - 1024, value(views, AnatomicalPlane.CORONAL, 8, 3));
		assertEquals(place, bounds(views, AnatomicalPlane.CORONAL));
		views.change(model -> model.setPixels(Pixels.ISOTROPIC));
		assertEquals(30, coronal.getHeight());
		assertEquals(1058 - 1024, value(views, AnatomicalPlane.CORONAL, 8, 3 * 6));
	}

	@Test
	void changesOfTheImageAreSeen() throws IOException {
		final ImagePlus image = VolumeImagePlus.of(volume(1, "CT"));
		final OrthogonalViews views = open(image);
		image.getStack().getProcessor(3).set(8, 6, 77);
		image.show();
		image.updateAndDraw();
		settle(views);
		assertEquals(77 - 1024, value(views, AnatomicalPlane.AXIAL, 8, 4 * 6));
		image.changes = false;
		EventThread.run(image::close);
		views.moveTo(3, 4, 1);
		assertEquals(1043 - 1024, value(views, AnatomicalPlane.AXIAL, 3, 4 * 4), "closing the image leaves the views");
	}

	@ParameterizedTest
	@CsvSource({ "8-bit, 20, 10, 7, 1, 1", "RGB, 20, 10, 7, 1, 1", "32-bit, 20, 10, 7, 1, 1", "16-bit, 20, 10, 1, 1, 1",
		"8-bit, 20, 10, 7, 2, 3", "32-bit, 1, 1, 1, 1, 1" })
	void worksForAnyImage(final String type, final int width, final int height, final int slices, final int channels,
		final int times)
	{
		final ImagePlus image = ij.IJ.createImage("any", type, width, height, channels * slices * times);
		image.setDimensions(channels, slices, times);
		for (int n = 1; n <= image.getStackSize(); n++)
			image.getStack().getProcessor(n).set(width - 1, height - 1, n);
		final OrthogonalViews views = open(image);
		views.moveTo(width - 1, height - 1, slices - 1);
		views.change(model -> model.setTime(times - 1));
		views.change(model -> model.setChannel(channels - 1));
		assertEquals("any [YZ]", views.image(AnatomicalPlane.SAGITTAL).getTitle());
		assertEquals(width, views.image(AnatomicalPlane.SAGITTAL).getStackSize());
		for (final AnatomicalPlane plane : AnatomicalPlane.values()) {
			final var pixels = views.image(plane).getProcessor();
			assertEquals(image.getStackSize(), pixels.get(pixels.getWidth() - 1, pixels.getHeight() - 1) & 0xFFFFFF,
				plane.label());
		}
		assertThrows(IllegalStateException.class, () -> views.moveToPatient(0, 0, 0));
	}
}
