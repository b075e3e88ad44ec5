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

package io.github.dicomvolumes.guide;

import java.awt.AWTException;
import java.awt.Button;
import java.awt.Component;
import java.awt.Container;
import java.awt.Dialog;
import java.awt.EventQueue;
import java.awt.Frame;
import java.awt.Rectangle;
import java.awt.Robot;
import java.awt.TextField;
import java.awt.Window;
import java.awt.event.ActionEvent;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

import javax.imageio.ImageIO;

import ij.ImagePlus;
import ij.process.ImageConverter;

import io.github.dicomvolumes.command.TestImageJ;

/**
 * Makes the pictures of the guide, in {@code docs/pictures}: those of planes by macros, those of windows from the
 * screen. Run it by {@code docs/make-pictures.sh}, which gives it a screen of its own.
 */
final class GuidePictures {

	private static final Path PICTURES = GuidePage.DOCS.resolve("pictures");
	private static final long PATIENCE = 20_000;

	private final TestImageJ ij = TestImageJ.plain();
	private final GuideFiles files;
	private final Robot robot;

	private GuidePictures(final Path folder) throws IOException, AWTException {
		files = GuideFiles.write(folder);
		robot = new Robot();
	}

	public static void main(final String... args) throws Exception {
		Files.createDirectories(PICTURES);
		final Path folder = Files.createTempDirectory("guide");
		final var pictures = new GuidePictures(folder);
		pictures.planes();
		pictures.sliders();
		pictures.first();
		pictures.views();
		pictures.dialog();
		pictures.picker();
		System.exit(0); // ImageJ has windows
	}

	// -- Pictures --

	private void planes() throws IOException {
		run("run('DICOM Phantom (3D)');");
		figure("planes", "axial=40 coronal=96 sagittal=96");
		figure("planes-wrong", "axial=40 coronal=96 sagittal=96 aspect=false");
		run("run('DICOM Folder...', 'folder=[/data/pet]'); run('DICOM SUV...');");
		figure("fused", "axial=27 fuse='PET [SUVbw]' opacity=60 lut=Fire threshold=1");
		run("run('DICOM Folder...', 'folder=[/data/dose]'); selectImage('Chest Phantom');" +
			"run('DICOM Structure Set...', 'file=[/data/rs.dcm]');");
		figure("dose", "isodoses=[20 45] dose=Dose structures=Fill");
		run("selectWindow('Log'); run('Close'); close('*'); if (isOpen('ROI Manager')) { selectWindow('ROI Manager'); run('Close'); }");
	}

	private void sliders() throws Exception {
		run("run('DICOM Phantom (3D)'); run('DICOM Planes Figure...', 'axial=40'); setLocation(0, 300);");
		picture("sliders", "[Planes]");
		run("close('*');");
	}

	private void figure(final String name, final String options) throws IOException {
		final Path png = PICTURES.resolve(name + ".png").toAbsolutePath();
		run("selectImage('Chest Phantom'); run('DICOM Planes Figure...', \"" + options + "\");" + "saveAs('PNG', '" +
			png.toString().replace('\\', '/') + "'); close();");
		save(name, ImageIO.read(png.toFile()));
	}

	private void first() throws Exception {
		place("ImageJ", 0, 0);
		run("run('DICOM Phantom (3D)'); setSlice(37); run('Set... ', 'zoom=200'); setLocation(0, 110);");
		run("run('DICOM Geometry Table'); if (isOpen('Log')) { selectWindow('Log'); run('Close'); }");
		final Window table = window("DICOM Geometry");
		place(table, 420, 110, 840, 190);
		for (final Window shown : windows("Chest Phantom").toList())
			EventQueue.invokeLater(shown::repaint);
		picture("first", "ImageJ", "Chest Phantom", "DICOM Geometry");
		run("close('*'); close('DICOM Geometry'); ");
	}

	private void views() throws Exception {
		run("run('DICOM Phantom (3D)'); setLocation(1500, 900);");
		run("run('DICOM Orthogonal Views', 'x=110 y=88 z=34');");
		final int zoomed = 420;
		place(window("[Axial]"), 0, 0, zoomed, zoomed + 60);
		place(window("[Coronal]"), 425, 0, zoomed, zoomed);
		place(window("[Sagittal]"), 850, 0, zoomed, zoomed);
		final Window panel = window("[Views]");
		place(panel, 425, 425, panel.getWidth(), panel.getHeight());
		press(panel, "Fit");
		run("if (isOpen('Log')) { selectWindow('Log'); run('Close'); }");
		picture("views", "[Axial]", "[Coronal]", "[Sagittal]", "[Views]");
		run("close('*');");
	}

	/** The dialog that a person sees. */
	private void dialog() throws Exception {
		run("run('DICOM Phantom (3D)'); to = '/data/patient/'; File.makeDirectory(to);" +
			"run('DICOM Series...', 'folder=' + to + 'a description=[Chest 4 mm] number=2');" +
			"run('DICOM Reslice...', 'plane=Coronal pixels=Isotropic');" +
			"run('DICOM Series...', 'folder=' + to + 'b description=[Chest coronal] number=3');" +
			"close(); run('DICOM Resample...', 'spacing=5'); setSlice(20); run('Duplicate...', 'title=one');" +
			"run('DICOM Series...', 'folder=' + to + 'c description=Localizer number=1'); close('*');");
		ij.call("ij.IJ", "doCommand", "DICOM Folder...");
		final Dialog dialog = (Dialog) window("DICOM Folder...");
		find(dialog, TextField.class).setText("/data/patient");
		picture("dialog", "DICOM Folder...");
		find(dialog, TextField.class).setText(files.placed("/data/patient"));
		press(dialog, "  OK  ");
	}

	private void picker() throws Exception {
		picture("picker", "Series");
		robot.keyPress(java.awt.event.KeyEvent.VK_ESCAPE);
		robot.keyRelease(java.awt.event.KeyEvent.VK_ESCAPE);
	}

	// -- Windows --

	private void run(final String macro) {
		final String message = ij.value(files.placed(macro));
		if (message != null) throw new IllegalStateException(macro + ": " + message);
	}

	private static Stream<Window> windows(final String title) {
		return Arrays.stream(Window.getWindows()).filter(Window::isVisible).filter(w -> title(w).contains(title));
	}

	private static String title(final Window window) {
		if (window instanceof Frame frame) return frame.getTitle();
		return window instanceof Dialog dialog ? String.valueOf(dialog.getTitle()) : "";
	}

	private static Window window(final String title) throws InterruptedException {
		await(title, () -> windows(title).findFirst().isPresent());
		return windows(title).findFirst().orElseThrow();
	}

	private static void await(final String what, final BooleanSupplier isSo) throws InterruptedException {
		final long end = System.currentTimeMillis() + PATIENCE;
		while (!isSo.getAsBoolean()) {
			if (System.currentTimeMillis() > end) throw new IllegalStateException("no " + what + " among " +
				Arrays.stream(Window.getWindows()).filter(Window::isVisible).map(GuidePictures::title).toList());
			Thread.sleep(50);
		}
	}

	private static void place(final String title, final int x, final int y) throws InterruptedException {
		final Window window = window(title);
		place(window, x, y, window.getWidth(), window.getHeight());
	}

	private static void place(final Window window, final int x, final int y, final int width, final int height) {
		EventQueue.invokeLater(() -> {
			window.setBounds(x, y, width, height);
			window.validate();
			window.toFront();
		});
	}

	private static void press(final Window window, final String label) throws Exception {
		for (final Button button : all(window, Button.class))
			if (button.getLabel().strip().equals(label.strip())) {
				final var event = new ActionEvent(button, ActionEvent.ACTION_PERFORMED, label);
				EventQueue.invokeLater(
					() -> Arrays.stream(button.getActionListeners()).forEach(l -> l.actionPerformed(event)));
				return;
			}
		for (final javax.swing.JButton button : all(window, javax.swing.JButton.class))
			if (button.getText().equals(label)) EventQueue.invokeLater(button::doClick);
	}

	private static <C extends Component> C find(final Container container, final Class<C> type) {
		return all(container, type).get(0);
	}

	private static <C extends Component> List<C> all(final Container container, final Class<C> type) {
		return Arrays.stream(container.getComponents())
			.flatMap(c -> type.isInstance(c) ? Stream.of(type.cast(c))
				: c instanceof Container inner ? all(inner, type).stream() : Stream.empty())
			.toList();
	}

	// -- Files --

	/** The part of the screen with these windows. */
	private void picture(final String name, final String... titles) throws Exception {
		Rectangle all = new Rectangle();
		for (final String title : titles)
			window(title);
		robot.waitForIdle();
		Thread.sleep(1500); // until all is drawn
		for (final String title : titles)
			for (final Window window : windows(title).toList())
				all = all.isEmpty() ? window.getBounds() : all.union(window.getBounds());
		save(name, robot.createScreenCapture(all));
	}

	/** In at most 256 colours, which take less space. */
	private static void save(final String name, final BufferedImage picture) throws IOException {
		final ImagePlus image = new ImagePlus(name, picture);
		if (image.getBitDepth() == 24) new ImageConverter(image).convertRGBtoIndexedColor(256);
		ImageIO.write(image.getBufferedImage(), "png", PICTURES.resolve(name + ".png").toFile());
		System.out.println(name + ": " + Files.size(PICTURES.resolve(name + ".png")) / 1000 + " kB");
	}
}
