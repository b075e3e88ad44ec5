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
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Component;
import java.awt.Container;
import java.awt.Dimension;
import java.awt.Point;
import java.awt.Rectangle;
import java.awt.Robot;
import java.awt.event.ActionEvent;
import java.awt.event.InputEvent;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.ref.WeakReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;

import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JSlider;
import javax.swing.KeyStroke;

import ij.IJ;
import ij.ImagePlus;
import ij.Prefs;
import ij.gui.ImageWindow;
import ij.gui.Roi;
import ij.process.LUT;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.github.dicomvolumes.DicomVolumes;
import io.github.dicomvolumes.SyntheticSeries;
import io.github.dicomvolumes.command.Dialogs;
import io.github.dicomvolumes.data.Disclosure;
import io.github.dicomvolumes.geometry.AnatomicalPlane;
import io.github.dicomvolumes.view.imagej.VolumeImagePlus;
import io.github.dicomvolumes.view.ortho.OrthoModel;
import io.github.dicomvolumes.view.ortho.PlanesFigure;
import io.github.dicomvolumes.view.plane.CountingStack;
import io.github.dicomvolumes.view.plane.OrthoImage;
import io.github.dicomvolumes.view.plane.Pixels;
import io.github.dicomvolumes.volume.ImportOptions;

/** The sliders below a figure; needs a display. */
class FigureSlidersTest extends PersonAtViews {

	private final List<ImagePlus> shown = new ArrayList<>();

	@AfterEach
	void closeFigures() {
		for (final ImagePlus image : shown) {
			image.changes = false;
			EventThread.run(image::close);
		}
	}

	/** Or else the next figure that a person draws is one of the figure, which is active after the first. */
	@Test
	void aFigureLeadsToTheImageOfWhichItWasDrawnAsLongAsThatIsOpen() throws IOException {
		final ImagePlus source = VolumeImagePlus.of(volume(1, "CT"));
		shown.add(source);
		EventThread.run(source::show);
		final ImagePlus figure = figure(source);
		assertEquals(Optional.of(source), OrthogonalViews.imageBehind(figure));
		EventThread.run(source::close);
		assertEquals(Optional.empty(), OrthogonalViews.imageBehind(figure));
	}

	// -- What is drawn --

	@Test
	void theFigureIsThatOfItsSlidersAtAnyPosition() throws IOException {
		final ImagePlus source = VolumeImagePlus.of(volume(1, "CT"));
		final ImagePlus figure = figure(source);
		final ImageWindow window = figure.getWindow();
		final int id = figure.getID(), width = figure.getWidth(), height = figure.getHeight();
		final String title = figure.getTitle(), calibration = figure.getCalibration().toString();
		final Random random = new Random(6);
		for (int n = 0; n < 12; n++) {
			final int x = random.nextInt(16), y = random.nextInt(12), z = random.nextInt(5);
			move(figure, x, y, z);
			final int[] expected = pixels(source, x, y, z);
			awaitThat(() -> shows(figure, expected));
		}
		assertSame(window, figure.getWindow());
		assertEquals(id + " " + title + " " + width + "x" + height + " 24 " + calibration,
			figure.getID() + " " + figure.getTitle() + " " + figure.getWidth() + "x" + figure.getHeight() + " " +
				figure.getBitDepth() + " " + figure.getCalibration());
		assertFalse(figure.changes);
	}

	@Test
	void slidersBeginWhereTheFigureIsAndCountFromZero() throws IOException {
		final ImagePlus figure = figure(VolumeImagePlus.of(volume(1, "CT")));
		assertEquals("Axial 0 2 4, Coronal 0 6 11, Sagittal 0 8 15", EventThread.get(() -> {
			final List<JLabel> labels = all(figure.getWindow(), JLabel.class);
			final List<String> said = new ArrayList<>();
			for (final JLabel label : labels)
				if (label.getLabelFor() instanceof JSlider slider) said.add(
					label.getText() + " " + slider.getMinimum() + " " + slider.getValue() + " " + slider.getMaximum());
			return String.join(", ", said);
		}));
		EventThread.run(() -> slider(figure, AnatomicalPlane.CORONAL).setValue(11));
		assertEquals("z = 2 (0 to 4), y = 11 (0 to 11), x = 8 (0 to 15)", EventThread.get(() -> {
			final List<JLabel> labels = all(figure.getWindow(), JLabel.class);
			return String.join(", ", labels.stream().map(JLabel::getText).filter(text -> text.contains("=")).toList());
		}));
	}

	/** Also where ImageJ's windows are twice as large: a width that was noted before would cut it off. */
	@ParameterizedTest
	@ValueSource(doubles = { 1, 2 })
	void numbersAreWholeAtEachScale(final double scale) throws IOException {
		Prefs.setGuiScale(scale);
		try {
			final ImagePlus figure = figure(VolumeImagePlus.of(volume(1, "CT")));
			for (final JLabel label : EventThread.get(() -> all(figure.getWindow(), JLabel.class)))
				assertTrue(
					label.getFontMetrics(label.getFont()).stringWidth(label.getText()) <= label.getWidth() &&
						label.getFontMetrics(label.getFont()).getHeight() <= label.getHeight(),
					label.getText() + " in " + label.getSize());
		}
		finally {
			Prefs.setGuiScale(1);
		}
	}

	/** Its columns are as wide as their titles, of which "z = 9" is shorter than "z = 199". */
	@Test
	void thePictureKeepsItsSizeWhenTitlesGrow() {
		final ImagePlus source = IJ.createImage("thin", "8-bit ramp", 20, 20, 200);
		final OrthoModel model = new OrthoModel(OrthoImage.of(source), Pixels.ISOTROPIC);
		model.moveTo(1, 1, 1);
		final ImagePlus figure = figure(model);
		final Dimension size = new Dimension(figure.getWidth(), figure.getHeight());
		final int[] before = (int[]) figure.getProcessor().getPixels();
		move(figure, 1, 1, 199);
		awaitThat(() -> !shows(figure, before));
		assertEquals(size, new Dimension(figure.getWidth(), figure.getHeight()));
	}

	@Test
	void selectionAndOverlayStay() throws IOException {
		final ImagePlus source = VolumeImagePlus.of(volume(1, "CT"));
		final ImagePlus figure = figure(source);
		final Roi roi = new Roi(10, 10, 50, 40);
		figure.setRoi(roi);
		figure.setOverlay(new Roi(5, 5, 9, 9), null, 1, null);
		move(figure, 3, 4, 1);
		awaitThat(() -> shows(figure, pixels(source, 3, 4, 1)));
		assertEquals(new Rectangle(10, 10, 50, 40), figure.getRoi().getBounds());
		assertEquals(1, figure.getOverlay().size());
	}

	@Test
	void aFigureThatAFilterWorksOnWaits() throws Exception {
		final ImagePlus source = VolumeImagePlus.of(volume(1, "CT"));
		final ImagePlus figure = figure(source);
		assertTrue(figure.lock());
		move(figure, 1, 2, 3);
		Thread.sleep(500);
		assertTrue(shows(figure, pixels(source, 8, 6, 2)), "locked");
		figure.unlock();
		awaitThat(() -> shows(figure, pixels(source, 1, 2, 3)));
	}

	// -- Mouse and keys --

	@Test
	void aThumbIsDragged() throws Exception {
		final ImagePlus source = VolumeImagePlus.of(volume(1, "CT"));
		final ImagePlus figure = figure(source);
		final JSlider slider = slider(figure, AnatomicalPlane.SAGITTAL);
		final Robot robot = new Robot();
		robot.setAutoDelay(20);
		awaitThat(() -> { // windows that others have left may lie over it
			EventThread.run(figure.getWindow()::toFront);
			Dialogs.awaitScreen();
			final Point middle = EventThread.get(slider::getLocationOnScreen);
			robot.mouseMove(middle.x + slider.getWidth() * 8 / 15, middle.y + slider.getHeight() / 2);
			return EventThread.get(slider::getMousePosition) != null;
		});
		final Point corner = EventThread.get(slider::getLocationOnScreen);
		final int width = slider.getWidth(), y = corner.y + slider.getHeight() / 2;
		robot.mousePress(InputEvent.BUTTON1_DOWN_MASK);
		for (int n = 8; n <= 16; n++)
			robot.mouseMove(corner.x + width * n / 15, y);
		robot.mouseRelease(InputEvent.BUTTON1_DOWN_MASK);
		awaitThat(() -> EventThread.get(slider::getValue) == 15);
		awaitThat(() -> shows(figure, pixels(source, 15, 6, 2)));
	}

	/** The focus belongs to the window manager, so these are the actions that the keys are bound to. */
	@Test
	void arrowsGoToTheNextSlice() throws IOException {
		final ImagePlus source = VolumeImagePlus.of(volume(1, "CT"));
		final ImagePlus figure = figure(source);
		for (final String key : List.of("RIGHT", "UP", "UP", "LEFT"))
			press(slider(figure, AnatomicalPlane.CORONAL), key);
		press(slider(figure, AnatomicalPlane.AXIAL), "DOWN");
		press(slider(figure, AnatomicalPlane.SAGITTAL), "HOME");
		awaitThat(() -> shows(figure, pixels(source, 0, 8, 1)));
	}

	private static void press(final JSlider slider, final String key) {
		EventThread.run(() -> {
			final Object name = slider.getInputMap(JComponent.WHEN_FOCUSED).get(KeyStroke.getKeyStroke(key));
			slider.getActionMap().get(name).actionPerformed(new ActionEvent(slider, ActionEvent.ACTION_PERFORMED, key));
		});
	}

	/** As it is, further up, or smaller: the figures have 1,046, 1,076 and 1,143 lines, the screen 1,200. */
	@ParameterizedTest
	@ValueSource(ints = { 920, 950, 1010 })
	void theWindowLiesOnTheScreenWithItsSliders(final int slices) {
		final var drawing = new PlanesFigure(
			new OrthoModel(OrthoImage.of(IJ.createImage("tall", "8-bit ramp", 300, 300, slices)), Pixels.ISOTROPIC),
			true, true);
		final ImagePlus figure = drawing.draw();
		figure.show();
		shown.add(figure);
		final ImageWindow window = figure.getWindow();
		final Rectangle screen = window.getGraphicsConfiguration().getBounds();
		Dialogs.awaitScreen();
		EventThread.run(() -> { // wherever ImageJ has put it
			figure.getCanvas().setMagnification(1);
			figure.getCanvas().setSize(figure.getWidth(), figure.getHeight());
			window.pack();
			window.setLocation(0, screen.height - window.getHeight());
		});
		Dialogs.awaitScreen();
		FigureSliders.add(figure, drawing);
		awaitThat(() -> screen.contains(window.getBounds()));
		assertEquals(new Rectangle(figure.getWidth(), figure.getHeight()), figure.getCanvas().getSrcRect());
		for (final JSlider slider : all(window, JSlider.class))
			awaitThat(() -> screen.contains(new Rectangle(slider.getLocationOnScreen(), slider.getSize())));
	}

	// -- Slow sources --

	@Test
	void virtualSlicesAreReadInAnotherThreadAndOnlyThoseOfTheNewestWish() {
		final CountingStack stack = new CountingStack(80, 60, 50);
		final ImagePlus source = new ImagePlus("slow", stack);
		final ImagePlus figure = figure(source);
		move(figure, 41, 30, 25);
		awaitThat(() -> shows(figure, pixels(source, 41, 30, 25))); // blocks around are read
		stack.isReadByEvents();
		stack.reads();
		stack.hold();
		try {
			for (int z = 0; z < 50; z += 7) {
				move(figure, 41, 30, z);
				assertEquals(z, EventThread.get(slider(figure, AnatomicalPlane.AXIAL)::getValue),
					"it is not waited for");
			}
		}
		finally {
			stack.goOn();
		}
		final OrthoModel model = new OrthoModel(OrthoImage.of(new ImagePlus("slow", new CountingStack(80, 60, 50))),
			Pixels.ISOTROPIC);
		model.window(source.getDisplayRangeMin() / 2 + source.getDisplayRangeMax() / 2,
			source.getDisplayRangeMax() - source.getDisplayRangeMin());
		awaitThat(() -> shows(figure, pixels(model, 41, 30, 49)));
		assertFalse(stack.isReadByEvents());
		assertFalse(stack.isDisturbed());
		final int reads = stack.reads();
		assertTrue(reads <= 2, reads + " slices read: the first and the last of 8 are needed");
	}

	@Test
	void aFileThatIsGoneIsSaidAndTheFigureGoesOn() {
		final CountingStack stack = new CountingStack(80, 60, 50);
		final ImagePlus source = new ImagePlus("virtual", stack);
		final int[] later = pixels(source, 70, 10, 5);
		final ImagePlus figure = figure(source);
		final int[] before = (int[]) figure.getProcessor().getPixels();
		stack.setGone(true);
		try (Said said = new Said()) {
			move(figure, 70, 30, 25);
			awaitThat(() -> said.text().contains("the file is gone"));
			final int failures = stack.failures();
			move(figure, 71, 30, 25);
			awaitThat(() -> stack.failures() > failures);
			pause();
			assertEquals(1, said.text().split("the file is gone", -1).length - 1, said.text());
		}
		assertTrue(shows(figure, before));
		stack.setGone(false);
		move(figure, 70, 10, 5);
		awaitThat(() -> shows(figure, later));
	}

	// -- Closing --

	@Test
	void theFigureGoesOnWhenItsSourceIsClosed() throws IOException {
		final ImagePlus source = VolumeImagePlus.of(volume(1, "CT"));
		final byte[] ramp = new byte[256], none = new byte[256];
		for (int n = 0; n < 256; n++)
			ramp[n] = (byte) n;
		source.getProcessor().setColorModel(new LUT(ramp, none, none));
		source.show();
		final int[] expected = pixels(source, 2, 3, 4);
		final ImagePlus figure = figure(source);
		source.changes = false;
		EventThread.run(source::close);
		settle();
		move(figure, 2, 3, 4);
		awaitThat(() -> shows(figure, expected));
	}

	@Test
	void aVirtualSourceThatWasClosedStaysHidden() throws IOException {
		final List<Path> files = new SyntheticSeries("jane").write(folder);
		final ImagePlus source = VolumeImagePlus
			.of(DicomVolumes.open(folder, ImportOptions.DEFAULT.withVirtual(true).withCacheBytes(1)), Disclosure.HIDE);
		source.show();
		final ImagePlus figure = figure(source);
		EventThread.run(source::close);
		settle();
		for (final Path file : files)
			Files.delete(file);
		final int[] before = (int[]) figure.getProcessor().getPixels();
		try (Said said = new Said()) {
			move(figure, 0, 0, 0);
			awaitThat(() -> said.text().contains("A slice could not be read."));
			assertFalse(said.text().contains("IM0"), said.text());
		}
		assertTrue(shows(figure, before));
	}

	@Test
	void closedFiguresAreCollected() {
		final List<WeakReference<?>> left = new ArrayList<>();
		for (int n = 0; n < 10; n++)
			openAndClose(left);
		awaitThat(
			() -> Thread.getAllStackTraces().keySet().stream().noneMatch(t -> t.getName().equals("Planes Figure")));
		awaitThat(() -> {
			System.gc();
			EventThread.run(() -> {});
			return left.stream().allMatch(thing -> thing.get() == null);
		});
	}

	private void openAndClose(final List<WeakReference<?>> left) {
		final OrthoModel model = new OrthoModel(OrthoImage.of(IJ.createImage("big", "8-bit ramp", 60, 50, 40)),
			Pixels.ISOTROPIC);
		final ImagePlus figure = figure(model);
		EventThread.run(slider(figure, AnatomicalPlane.AXIAL)::requestFocus);
		move(figure, 3, 4, 5);
		left.add(new WeakReference<>(model));
		left.add(new WeakReference<>(model.image()));
		left.add(new WeakReference<>(model.image().image().getStack()));
		EventThread.run(figure::close);
		settle();
	}

	/** ImageJ gives it another window then. */
	@Test
	void aFigureThatBecomesAStackLosesItsSliders() {
		final ImagePlus figure = figure(IJ.createImage("volume", "8-bit ramp", 60, 50, 40));
		final ImageWindow window = figure.getWindow();
		final ImagePlus two = IJ.createImage("two", "RGB", figure.getWidth(), figure.getHeight(), 2);
		EventThread.run(() -> {
			final JSlider slider = slider(figure, AnatomicalPlane.AXIAL);
			figure.setStack(two.getStack());
			slider.setValue(3);
		});
		settle();
		assertEquals(0, all(window, JSlider.class).size());
		assertEquals(0, all(figure.getWindow(), JSlider.class).size());
		assertEquals(2, figure.getStackSize());
	}

	@Test
	void withoutAWindowThereAreNoSliders() {
		final OrthoModel model = new OrthoModel(OrthoImage.of(IJ.createImage("volume", "8-bit ramp", 6, 5, 4)),
			Pixels.ISOTROPIC);
		final PlanesFigure drawing = new PlanesFigure(model, true, true);
		final ImagePlus figure = drawing.draw();
		FigureSliders.add(figure, drawing);
		assertNull(figure.getWindow());
	}

	// -- Helpers --

	private ImagePlus figure(final ImagePlus source) {
		return figure(new OrthoModel(OrthoImage.of(source), Pixels.ISOTROPIC));
	}

	private ImagePlus figure(final OrthoModel model) {
		final PlanesFigure drawing = new PlanesFigure(model, true, true);
		final ImagePlus figure = drawing.draw();
		figure.show();
		FigureSliders.add(figure, drawing);
		shown.add(figure);
		return figure;
	}

	/** What a figure of that position is. */
	private static int[] pixels(final ImagePlus source, final int x, final int y, final int z) {
		return pixels(new OrthoModel(OrthoImage.of(source), Pixels.ISOTROPIC), x, y, z);
	}

	private static int[] pixels(final OrthoModel model, final int x, final int y, final int z) {
		model.moveTo(x, y, z);
		return (int[]) new PlanesFigure(model, true, true).draw().getProcessor().getPixels();
	}

	private static boolean shows(final ImagePlus figure, final int[] pixels) {
		return EventThread.get(() -> Arrays.equals(pixels, (int[]) figure.getProcessor().getPixels()));
	}

	private static void move(final ImagePlus figure, final int x, final int y, final int z) {
		EventThread.run(() -> {
			slider(figure, AnatomicalPlane.AXIAL).setValue(z);
			slider(figure, AnatomicalPlane.CORONAL).setValue(y);
			slider(figure, AnatomicalPlane.SAGITTAL).setValue(x);
		});
	}

	private static JSlider slider(final ImagePlus figure, final AnatomicalPlane plane) {
		return all(figure.getWindow(), JSlider.class).get(plane.ordinal());
	}

	private static <C extends Component> List<C> all(final Container container, final Class<C> type) {
		final List<C> found = new ArrayList<>();
		for (final Component component : container.getComponents()) {
			if (type.isInstance(component)) found.add(type.cast(component));
			else if (component instanceof Container inner) found.addAll(all(inner, type));
		}
		return found;
	}

	/** Waits for what ImageJ does later in the event thread. */
	private static void settle() {
		for (int n = 0; n < 5; n++)
			EventThread.run(() -> {});
	}

	/** Waits for what comes to nothing. */
	private static void pause() {
		try {
			Thread.sleep(500);
		}
		catch (final InterruptedException exc) {
			throw new AssertionError(exc);
		}
		settle();
	}

	/** What is logged meanwhile, where ImageJ has no window. */
	private static final class Said implements AutoCloseable {

		private final ByteArrayOutputStream said = new ByteArrayOutputStream();
		private final PrintStream out = System.out;

		Said() {
			System.setOut(new PrintStream(said, true));
		}

		String text() {
			return IJ.getLog() == null ? said.toString() : IJ.getLog();
		}

		@Override
		public void close() {
			System.setOut(out);
		}
	}
}
