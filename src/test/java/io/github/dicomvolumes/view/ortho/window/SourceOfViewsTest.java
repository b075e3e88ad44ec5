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
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.awt.GraphicsEnvironment;
import java.awt.event.KeyEvent;
import java.awt.event.MouseEvent;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import javax.swing.Timer;

import ij.IJ;
import ij.ImagePlus;
import ij.gui.ScrollbarWithLabel;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.github.dicomvolumes.DicomVolumes;
import io.github.dicomvolumes.SyntheticSeries;
import io.github.dicomvolumes.geometry.AnatomicalPlane;
import io.github.dicomvolumes.geometry.Vector3;
import io.github.dicomvolumes.view.imagej.VolumeImagePlus;
import io.github.dicomvolumes.view.ortho.OrthoModel;
import io.github.dicomvolumes.view.plane.CountingStack;
import io.github.dicomvolumes.view.plane.Pixels;
import io.github.dicomvolumes.volume.ImportOptions;

/** Views of images whose slices are read from files, and of those in memory that are edited; needs a display. */
class SourceOfViewsTest {

	@TempDir
	private Path folder;
	private OrthogonalViews views;

	@BeforeEach
	void display() {
		assumeFalse(GraphicsEnvironment.isHeadless(), "needs a display");
	}

	@AfterEach
	void close() {
		if (views != null) views.close();
	}

	// -- Virtual --

	@Test
	void filesAreNeverReadInTheEventThread() {
		final CountingStack stack = new CountingStack(80, 60, 50);
		views = OrthogonalViews.show(new ImagePlus("virtual", stack));
		assertFalse(stack.isReadByEvents(), "while the windows opened");
		assertEquals("(40, 30, 25)  25340", readout(new Vector3(40, 30, 25)));
		for (int n = 0; n < 40; n++) {
			final int to = n;
			EventThread.run(() -> model().moveTo(to, 10 + to, 49 - to));
			mouse(AnatomicalPlane.values()[n % 3], n, n);
		}
		EventThread.run(() -> canvas(AnatomicalPlane.AXIAL)
			.handled(new KeyEvent(canvas(AnatomicalPlane.AXIAL), KeyEvent.KEY_PRESSED, 0, 0, KeyEvent.VK_0, '0')));
		EventThread.run(() -> model().setPixels(Pixels.RAW));
		EventThread.run(() -> model().setSmooth(true));
		// what was not at hand at first is shown when it has been read
		awaitThat(() -> readout(new Vector3(39, 49, 10)).equals("(39, 49, 10)  10529"));
		awaitThat(() -> shown(AnatomicalPlane.SAGITTAL, 49, 10) == CountingStack.value(39, 49, 10));
		views.moveTo(5, 6, 7);
		assertEquals(CountingStack.value(1, 6, 2), shown(AnatomicalPlane.CORONAL, 1, 2));
		views.snapshot();
		assertFalse(stack.isReadByEvents());
		assertFalse(stack.isDisturbed());
	}

	@Test
	void theMouseOverAPlaneReadsNothing() {
		final CountingStack stack = new CountingStack(80, 60, 50);
		views = OrthogonalViews.show(new ImagePlus("virtual", stack));
		stack.reads();
		for (final AnatomicalPlane plane : AnatomicalPlane.values())
			for (int n = 0; n < 30; n++)
				mouse(plane, n, n);
		assertEquals(0, stack.reads());
		assertEquals("(3, 30, 4)  4303",
			EventThread.get(() -> canvas(AnatomicalPlane.CORONAL).readout(3, 4).toString()));
		assertEquals("(40, 3, 4)  4070",
			EventThread.get(() -> canvas(AnatomicalPlane.SAGITTAL).readout(3, 4).toString()));
		assertEquals(0, stack.reads());
	}

	@Test
	void positionsPassedWhileAFileIsReadAreNeverRead() {
		final CountingStack stack = new CountingStack(80, 60, 50);
		views = OrthogonalViews.show(new ImagePlus("slow", stack));
		stack.reads();
		stack.hold();
		try {
			for (int z = 10; z < 48; z += 3) { // as a person drags, in axial jumps that nobody reads ahead
				final int to = z;
				EventThread.run(() -> model().moveToSlice(AnatomicalPlane.AXIAL, to));
				assertEquals(to + 1, slider(AnatomicalPlane.AXIAL), "it is not waited for");
			}
		}
		finally {
			stack.goOn();
		}
		awaitThat(() -> shown(AnatomicalPlane.AXIAL, 3, 4) == CountingStack.value(3, 4, 46));
		final int reads = stack.reads();
		assertTrue(reads <= 2, reads + " slices read: the first and the last of 13 are needed");
	}

	/**
	 * Blocks of 32 sections, each of which takes all 50 slices, are kept: the coronal one at y = 10 from the beginning.
	 */
	@Test
	void aPlaneThatHasGoneOnBeforeItsTurnIsNotRead() {
		final CountingStack stack = new CountingStack(80, 60, 50);
		views = OrthogonalViews.show(new ImagePlus("slow", stack));
		stack.reads();
		stack.hold();
		try {
			EventThread.run(() -> model().moveTo(10, 50, 25));
			awaitThat(stack::isBeingRead); // the coronal plane; the sagittal one waits
			EventThread.run(() -> model().moveTo(70, 10, 25));
		}
		finally {
			stack.goOn();
		}
		awaitThat(() -> shown(AnatomicalPlane.SAGITTAL, 3, 4) == CountingStack.value(70, 3, 4));
		assertEquals(CountingStack.value(3, 10, 4), shown(AnatomicalPlane.CORONAL, 3, 4));
		assertEquals(2 * 50, stack.reads(), "slices for the first coronal and the last sagittal plane");
	}

	@Test
	void aFileThatIsGoneIsSaidAndTheViewsGoOn() {
		final CountingStack stack = new CountingStack(80, 60, 50);
		views = OrthogonalViews.show(new ImagePlus("virtual", stack));
		stack.setGone(true);
		EventThread.run(() -> model().moveTo(70, 30, 25));
		awaitThat(() -> stack.failures() > 0);
		final ImagePlus coronal = views.image(AnatomicalPlane.CORONAL);
		coronal.setSlice(58); // as ImageJ does: not read before
		assertEquals(0, coronal.getProcessor().get(3, 4), "blank");
		stack.setGone(false);
		EventThread.run(() -> model().moveTo(71, 30, 25));
		awaitThat(() -> shown(AnatomicalPlane.SAGITTAL, 3, 4) == CountingStack.value(71, 3, 4));
	}

	@Test
	void aPlaneThatCannotBeReadDoesNotStopTheOthers() throws IOException {
		final List<Path> files = new SyntheticSeries().write(folder);
		views = OrthogonalViews.show(
			VolumeImagePlus.of(DicomVolumes.open(folder, ImportOptions.DEFAULT.withVirtual(true).withCacheBytes(1))));
		Files.delete(files.get(3));
		final var said = new ByteArrayOutputStream();
		final PrintStream out = System.out;
		System.setOut(new PrintStream(said)); // where ImageJ logs without its own window
		try {
			EventThread.run(() -> model().moveTo(2, 3, 3));
			awaitThat(() -> views.image(AnatomicalPlane.CORONAL).getCurrentSlice() == 4); // which was read with its neighbours
			awaitThat(() -> views.image(AnatomicalPlane.SAGITTAL).getCurrentSlice() == 3);
		}
		finally {
			System.setOut(out);
		}
		assertEquals(3, views.image(AnatomicalPlane.AXIAL).getCurrentSlice(), "as before");
		final String log = IJ.getLog() == null ? said.toString() : IJ.getLog();
		assertEquals(1, log.split("IM004: no such file any more", -1).length - 1, log);
	}

	// -- In memory --

	@Test
	void scriptsAndMacrosSeeEditsOfWhichNobodyWasTold() {
		final ImagePlus image = IJ.createImage("edited", "16-bit black", 60, 40, 10);
		views = OrthogonalViews.show(image);
		scroll(20, 21, 22);
		image.getStack().setVoxel(23, 3, 4, 777);
		views.moveTo(23, 20, 5);
		assertEquals(777, shown(AnatomicalPlane.SAGITTAL, 3, 4));
		image.getStack().setVoxel(24, 3, 4, 888);
		views.image(AnatomicalPlane.SAGITTAL).setSlice(25);
		assertEquals(888, views.image(AnatomicalPlane.SAGITTAL).getProcessor().get(3, 4));
	}

	@Test
	void editsAreSeenWhenTheScrollingHasComeToRest() throws InterruptedException {
		final ImagePlus image = IJ.createImage("edited", "16-bit black", 60, 40, 10);
		views = OrthogonalViews.show(image);
		scroll(17, 18, 19);
		rest();
		image.getStack().setVoxel(20, 3, 4, 777);
		scroll(20);
		assertEquals(777, shown(AnatomicalPlane.SAGITTAL, 3, 4));
	}

	@Test
	void editsThatImageJTellsAreSeenWhileScrolling() {
		final ImagePlus image = IJ.createImage("edited", "16-bit black", 60, 40, 10);
		image.show();
		views = OrthogonalViews.show(image);
		scroll(17, 18, 19);
		EventThread.run(() -> {
			image.getStack().setVoxel(20, 3, 4, 777);
			image.updateAndDraw();
		});
		scroll(20);
		assertEquals(777, shown(AnatomicalPlane.SAGITTAL, 3, 4));
		image.changes = false;
		image.close();
	}

	@Test
	void planesThinnerThanAPixelOfTheScreenArePainted() {
		views = OrthogonalViews.show(IJ.createImage("thin", "8-bit black", 2, 2, 5000));
		for (final AnatomicalPlane plane : AnatomicalPlane.values())
			EventThread
				.run(() -> canvas(plane).paint(new BufferedImage(9, 9, BufferedImage.TYPE_INT_RGB).createGraphics()));
		assertTrue(canvas(AnatomicalPlane.CORONAL).getMagnification() < 0.25, "less than half a pixel wide");
	}

	// -- Helpers --

	/** As a person does, slice after slice. */
	private void scroll(final int... slices) {
		for (final int x : slices) {
			EventThread.run(() -> model().moveToSlice(AnatomicalPlane.SAGITTAL, x));
			awaitThat(() -> views.image(AnatomicalPlane.SAGITTAL).getCurrentSlice() == x + 1);
		}
	}

	/** Waits longer than the views do, by a clock that goes as theirs, however busy the machine is. */
	private static void rest() throws InterruptedException {
		final CountDownLatch over = new CountDownLatch(1);
		final Timer timer = new Timer(1500, e -> over.countDown());
		timer.start();
		over.await();
		timer.stop();
	}

	private OrthoModel model() {
		return views.set().model();
	}

	private PlaneCanvas canvas(final AnatomicalPlane plane) {
		return views.set().window(plane).canvas();
	}

	private int shown(final AnatomicalPlane plane, final int x, final int y) {
		return EventThread.get(() -> views.image(plane).getProcessor().get(x, y));
	}

	private int slider(final AnatomicalPlane plane) {
		EventThread.run(() -> {}); // the slider follows
		return EventThread.get(() -> Arrays.stream(views.set().window(plane).getComponents())
			.filter(ScrollbarWithLabel.class::isInstance)
			.map(ScrollbarWithLabel.class::cast)
			.findFirst()
			.orElseThrow()
			.getValue());
	}

	private String readout(final Vector3 voxel) {
		return EventThread.get(() -> views.set().readout(voxel).toString());
	}

	private void mouse(final AnatomicalPlane plane, final int x, final int y) {
		EventThread.run(() -> {
			final PlaneCanvas canvas = canvas(plane);
			canvas.dispatchEvent(
				new MouseEvent(canvas, MouseEvent.MOUSE_MOVED, System.currentTimeMillis(), 0, x, y, 0, false));
		});
	}
}
