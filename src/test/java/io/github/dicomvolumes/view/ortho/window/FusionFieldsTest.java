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
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.awt.Component;
import java.awt.Container;
import java.awt.event.InputEvent;
import java.awt.event.MouseEvent;
import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.IOException;
import java.lang.ref.WeakReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import javax.swing.JComboBox;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JSlider;

import ij.ImagePlus;
import ij.process.LUT;
import ij.process.StackConverter;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import io.github.dicomvolumes.DicomVolumes;
import io.github.dicomvolumes.SyntheticSeries;
import io.github.dicomvolumes.command.Dialogs;
import io.github.dicomvolumes.data.Tag;
import io.github.dicomvolumes.geometry.AnatomicalPlane;
import io.github.dicomvolumes.geometry.Vector3;
import io.github.dicomvolumes.pixels.DisplayRange;
import io.github.dicomvolumes.view.imagej.PatientSpace;
import io.github.dicomvolumes.view.imagej.VolumeImagePlus;
import io.github.dicomvolumes.view.over.Fusion;
import io.github.dicomvolumes.view.over.Luts;
import io.github.dicomvolumes.view.plane.CountingStack;
import io.github.dicomvolumes.view.plane.OrthoImage;

/** A person lays an image over the planes, by the panel and the mouse; needs a display. */
class FusionFieldsTest extends PersonAtViews {

	private static final int OVER = InputEvent.ALT_DOWN_MASK;

	private final List<ImagePlus> shown = new ArrayList<>();

	@AfterEach
	void closeImages() {
		shown.forEach(FusionFieldsTest::close);
	}

	private static void close(final ImagePlus image) {
		image.changes = false;
		image.close();
	}

	/** In a window of its own. */
	private ImagePlus show(final ImagePlus image) {
		image.show();
		shown.add(image);
		return image;
	}

	private ImagePlus showVolume(final int number, final String title) throws IOException {
		return show(VolumeImagePlus.of(volume(number, title)));
	}

	/** A PET of voxels of 4 x 4 x 6 mm: (x, y, z) is 1000 z + 10 y + x g/ml. */
	private ImagePlus pet() throws IOException {
		final Path files = Files.createDirectories(folder.resolve("PT"));
		new SyntheticSeries("CT").series(2)
			.modality("PT")
			.with(Tag.SERIES_DESCRIPTION, "PET")
			.pixelSpacing(4, 4)
			.size(4, 6)
			.gap(6)
			.slices(3)
			.write(files);
		final ImagePlus pet = VolumeImagePlus.of(DicomVolumes.open(files));
		pet.getCalibration().setValueUnit("g/ml");
		return show(pet);
	}

	// -- The list --

	@Test
	void theListHasTheOpenImagesOfTheSameCoordinates() throws Exception {
		final OrthogonalViews views = open(showVolume(1, "CT"));
		assertEquals("None", choices(views));
		final ImagePlus pet = showVolume(2, "PET");
		final Path files = Files.createDirectory(folder.resolve("other"));
		new SyntheticSeries("another patient").write(files);
		show(VolumeImagePlus.of(DicomVolumes.open(files)));
		show(new ImagePlus("nowhere", VolumeImagePlus.of(volume(3, "third")).getProcessor()));
		settle(views);
		assertEquals("None, PET", choices(views));
		pet.setTitle("renamed");
		EventThread.run(() -> {
			box(views, "An open image").setPopupVisible(true);
			box(views, "An open image").setPopupVisible(false);
		});
		assertEquals("None, renamed", choices(views));
		close(pet);
		settle(views);
		assertEquals("None", choices(views));
	}

	@Test
	void rowsAreThereWhileAnImageIsOver() throws Exception {
		final ImagePlus pet = pet();
		final OrthogonalViews views = open();
		final int height = height(views);
		assertFalse(box(views, "Colours").isShowing());
		choose(views, "An open image", "PET");
		assertTrue(box(views, "Colours").isShowing());
		assertFalse(box(views, "All of a label").isShowing());
		assertFalse(box(views, "Channel of").isShowing());
		assertTrue(height(views) > height);
		choose(views, "PET", "None");
		assertEquals(Optional.empty(), model(views).fusion());
		assertFalse(box(views, "Colours").isShowing());
		assertEquals(height, height(views));
		settle(views);
		assertEquals(Optional.empty(), canvas(views, AnatomicalPlane.AXIAL).over());
		assertTrue(pet.isVisible());
	}

	private static int height(final OrthogonalViews views) {
		Dialogs.awaitScreen();
		return views.set().panel().getHeight();
	}

	@Test
	void imagesWithoutANameOfTheirCoordinatesAreFusedWithAWarning() throws Exception {
		final ImagePlus unnamed = VolumeImagePlus.of(volume(2, "PET"));
		final PatientSpace space = PatientSpace.of(unnamed).orElseThrow();
		new PatientSpace(space.indexToPatient(), space.letters(), true, "").attachTo(unnamed);
		show(unnamed);
		final OrthogonalViews views = open();
		choose(views, "An open image", "PET");
		assertTrue(find(views.set().panel(), JLabel.class, "\"CT\" and \"PET\" do not both name").isShowing());
	}

	// -- How it is drawn --

	@Test
	void fieldsChangeHowItIsDrawn() throws Exception {
		pet();
		final OrthogonalViews views = open();
		choose(views, "An open image", "PET");
		assertEquals(new DisplayRange(0, 5), fusion(views).window());
		EventThread.run(() -> find(views.set().panel(), JSlider.class, "0 % shows").setValue(30));
		assertEquals(0.3, fusion(views).opacity());
		choose(views, "Colours", "Inverted Grays");
		assertEquals(Luts.named("inverted grays"), fusion(views).colours());
		type(views, "Values of the second", "1000");
		type(views, "The value of the second", "2000");
		assertEquals(new DisplayRange(1500, 2500), fusion(views).window());
		assertEquals(1500, fusion(views).threshold());
		type(views, "Below this value", "1700");
		type(views, "Values of the second", "600");
		assertEquals(1700, fusion(views).threshold());
		assertEquals(new DisplayRange(1700, 2300), fusion(views).window());
		type(views, "Values of the second", "-3");
		assertEquals("600", field(views, "Values of the second").getText());
		type(views, "Below this value", "none");
		assertEquals("1700", field(views, "Below this value").getText());
		settle(views);
		final BufferedImage over = canvas(views, AnatomicalPlane.AXIAL).over().orElseThrow();
		final int pixel = over.getRGB(8, 20); // PET at z = 1 is 1000 to 1053, of which nothing is drawn
		assertEquals(0, pixel);
		views.moveTo(8, 6, 4);
		// 2000 + 10 * 3 + 1 at the first voxel of the PET in x, half white and half black turned round
		assertEquals(0x4D, canvas(views, AnatomicalPlane.AXIAL).over().orElseThrow().getRGB(8, 24) >>> 24);
	}

	@Test
	void labelsAreDrawnInTheirColoursAsOutlineOrFilled() throws Exception {
		final ImagePlus labels = VolumeImagePlus.of(volume(2, "labels"));
		labels.setProperty("DICOM Volume", null);
		final ImagePlus eight = labels.duplicate();
		eight.setDisplayRange(0, 255);
		new StackConverter(eight).convertToGray8();
		final int[] colours = IntStream.range(0, 256)
			.map(label -> label == 0 ? 0 : Color.HSBtoRGB(label * 0.618034f, 0.8f, 1))
			.toArray();
		eight.setLut(new LUT(new IndexColorModel(8, 256, colours, 0, false, -1, 0), 0, 255));
		eight.setTitle("labels");
		show(eight);
		final OrthogonalViews views = open();
		choose(views, "An open image", "labels");
		assertEquals(Fusion.Style.FILL, fusion(views).style());
		assertFalse(box(views, "Colours").isShowing());
		choose(views, "All of a label", "Outline");
		assertEquals(Fusion.Style.OUTLINE, fusion(views).style());
		final Fusion before = fusion(views);
		rightDrag(views, OVER, 0, 0, 10, 10);
		assertEquals(before, fusion(views), "labels have no window");
	}

	@Test
	void altAndTheRightButtonChangeTheWindow() throws Exception {
		pet();
		final OrthogonalViews views = open();
		final DisplayRange window = model(views).window();
		final Vector3 cursor = model(views).cursor();
		final FusionDrag nothing = new FusionDrag(model(views));
		final PlaneCanvas canvas = canvas(views, AnatomicalPlane.AXIAL);
		assertFalse(nothing.pressed(rightButton(canvas, MouseEvent.MOUSE_PRESSED, OVER, 20, 20)), "nothing is over");
		choose(views, "An open image", "PET");
		assertFalse(nothing.pressed(rightButton(canvas, MouseEvent.MOUSE_PRESSED, 0, 20, 20)), "it is ImageJ's popup");
		rightDrag(views, OVER, 20, 60, 60, 40); // 40 of 200 wider, 20 of 200 higher
		assertEquals(2.5 + 0.5 - 3, fusion(views).window().low(), 1e-9);
		assertEquals(2.5 + 0.5 + 3, fusion(views).window().high(), 1e-9);
		assertEquals(fusion(views).window().low(), fusion(views).threshold());
		assertEquals("6", field(views, "Values of the second").getText());
		rightDrag(views, OVER, 90, 60, -900, 60);
		assertTrue(fusion(views).window().high() > fusion(views).window().low());
		assertEquals(window, model(views).window(), "that of the first image stays");
		assertEquals(cursor, model(views).cursor());
	}

	private static void rightDrag(final OrthogonalViews views, final int modifiers, final int x, final int y,
		final int toX, final int toY)
	{
		EventThread.run(() -> {
			final PlaneCanvas canvas = canvas(views, AnatomicalPlane.AXIAL);
			canvas.dispatchEvent(rightButton(canvas, MouseEvent.MOUSE_PRESSED, modifiers, x, y));
			canvas
				.dispatchEvent(rightButton(canvas, MouseEvent.MOUSE_DRAGGED, modifiers, (x + toX) / 2, (y + toY) / 2));
			canvas.dispatchEvent(rightButton(canvas, MouseEvent.MOUSE_DRAGGED, modifiers, toX, toY));
			canvas.dispatchEvent(rightButton(canvas, MouseEvent.MOUSE_RELEASED, modifiers, toX, toY));
		});
	}

	private static MouseEvent rightButton(final PlaneCanvas canvas, final int id, final int modifiers, final int x,
		final int y)
	{
		final boolean isDown = id != MouseEvent.MOUSE_RELEASED;
		return new MouseEvent(canvas, id, System.currentTimeMillis(),
			modifiers | (isDown ? InputEvent.BUTTON3_DOWN_MASK : 0), x, y, 1, id == MouseEvent.MOUSE_PRESSED,
			MouseEvent.BUTTON3);
	}

	// -- Values --

	@Test
	void bothValuesAreSaid() throws Exception {
		pet();
		final OrthogonalViews views = open();
		views.moveTo(8, 6, 2);
		choose(views, "An open image", "PET");
		// patient (-6, -8, 36): x = 1, y = 3, z = 1 of the PET
		assertEquals("(8, 6, 2)  LPS (-6.00, -8.00, 36.00) mm  1044 HU | PET 1031 g/ml",
			views.set().readout(model(views).cursor()).toString());
		assertEquals("1044 HU | PET 1031 g/ml", field(views, "The value of the voxel").getText());
		choose(views, "PET", "None");
		assertEquals("1044 HU", field(views, "The value of the voxel").getText());
	}

	@Test
	void valuesOfFilesAreNotReadInTheEventThread() throws Exception {
		final CountingStack stack = new CountingStack(16, 12, 5);
		final ImagePlus virtual = new ImagePlus("virtual", stack);
		final ImagePlus ct = VolumeImagePlus.of(volume(1, "CT"));
		PatientSpace.of(ct).orElseThrow().attachTo(virtual);
		final OrthogonalViews views = open(ct);
		final Fusion fusion = EventThread.get(() -> Fusion.of(OrthoImage.of(ct), OrthoImage.of(virtual)));
		stack.reads();
		EventThread.run(() -> model(views).setFusion(Optional.of(fusion)));
		for (int n = 0; n < 5; n++) {
			final int to = n;
			EventThread.run(() -> model(views).moveTo(to, to, to));
			mouse(views, AnatomicalPlane.AXIAL, MouseEvent.MOUSE_MOVED, 0, 5, 20);
		}
		awaitThat(() -> EventThread.get(() -> views.set().readout(new Vector3(4, 4, 4)).toString())
			.endsWith("| virtual " + CountingStack.value(4, 4, 4)));
		awaitThat(() -> field(views, "The value of the voxel").getText()
			.endsWith("| virtual " + CountingStack.value(4, 4, 4)));
		assertFalse(stack.isReadByEvents());
	}

	// -- Closing --

	@Test
	void anImageThatIsClosedIsStillSeen() throws Exception {
		final ImagePlus pet = pet();
		final OrthogonalViews views = open();
		choose(views, "An open image", "PET");
		type(views, "Values of the second", "5000");
		settle(views);
		final int[] before = colours(views);
		close(pet);
		settle(views);
		assertEquals("None, PET (closed)", choices(views));
		assertEquals("PET (closed)", String.valueOf(box(views, "PET (closed)").getSelectedItem()));
		views.moveTo(3, 3, 3);
		choose(views, "Colours", "Ice");
		choose(views, "Colours", "Fire");
		views.moveTo(8, 6, 2);
		assertArrayEquals(before, colours(views));
		assertTrue(views.set().readout(new Vector3(8, 6, 2)).toString().endsWith("| PET 1031 g/ml"));
		choose(views, "PET (closed)", "None");
		assertEquals("None", choices(views));
	}

	@Test
	void aClosedVirtualImageLeavesTheFirstAsItIs() throws Exception {
		final CountingStack stack = new CountingStack(16, 12, 5);
		final ImagePlus virtual = new ImagePlus("virtual", stack);
		final ImagePlus ct = VolumeImagePlus.of(volume(1, "CT"));
		PatientSpace.of(ct).orElseThrow().attachTo(virtual);
		final OrthogonalViews views = open(ct);
		views.change(model -> model.setFusion(Optional.of(Fusion.of(model.image(), OrthoImage.of(virtual)))));
		stack.setGone(true);
		views.moveTo(1, 2, 3);
		assertEquals(3000 + 20 + 5 - 1024, value(views, AnatomicalPlane.AXIAL, 5, 2 * 4));
		assertEquals(Optional.empty(), canvas(views, AnatomicalPlane.AXIAL).over());
		stack.setGone(false);
	}

	private static int[] colours(final OrthogonalViews views) {
		final BufferedImage over = canvas(views, AnatomicalPlane.CORONAL).over().orElseThrow();
		return over.getRGB(0, 0, over.getWidth(), over.getHeight(), null, 0, over.getWidth());
	}

	@Test
	void closedSetsWithASecondImageAreCollected() throws Exception {
		final List<WeakReference<?>> left = new ArrayList<>();
		final ImagePlus ct = showVolume(1, "CT");
		final ImagePlus pet = pet();
		for (int n = 0; n < 50; n++)
			openFuseAndClose(ct, left);
		awaitThat(() -> {
			System.gc();
			EventThread.run(() -> {});
			// AWT and ImageJ remember the last window, which had the focus
			return left.stream().filter(set -> set.get() != null).count() <= 2;
		});
		assertNotEquals(null, pet.getProcessor());
	}

	private static void openFuseAndClose(final ImagePlus image, final List<WeakReference<?>> left) {
		final OrthogonalViews views = OrthogonalViews.show(image);
		choose(views, "An open image", "PET");
		left.add(new WeakReference<>(model(views)));
		views.close();
	}

	// -- The panel --

	private static Fusion fusion(final OrthogonalViews views) {
		return EventThread.get(() -> model(views).fusion().orElseThrow());
	}

	/** Of the images, "None" first. */
	private static String choices(final OrthogonalViews views) {
		return EventThread.get(() -> {
			final List<JComboBox<?>> boxes = new ArrayList<>();
			collect(views.set().panel(), boxes);
			final JComboBox<?> images = boxes.stream()
				.filter(box -> "None".equals(String.valueOf(box.getItemAt(0))) && box.getToolTipText() != null)
				.filter(box -> !"Outline".equals(String.valueOf(box.getItemAt(1)))) // those of structures
				.findFirst()
				.orElseThrow();
			return IntStream.range(0, images.getItemCount())
				.mapToObj(images::getItemAt)
				.map(String::valueOf)
				.collect(Collectors.joining(", "));
		});
	}

	private static void collect(final Container container, final List<JComboBox<?>> boxes) {
		for (final Component component : container.getComponents()) {
			if (component instanceof JComboBox<?> box) boxes.add(box);
			if (component instanceof Container inner) collect(inner, boxes);
		}
	}

	private static void choose(final OrthogonalViews views, final String tip, final String name) {
		EventThread.run(() -> {
			final JComboBox<?> box = box(views, tip);
			for (int i = 0; i < box.getItemCount(); i++)
				if (String.valueOf(box.getItemAt(i)).equals(name)) {
					box.setSelectedIndex(i);
					return;
				}
			throw new AssertionError(name + " is not offered");
		});
	}

	private static JComboBox<?> box(final OrthogonalViews views, final String tip) {
		return find(views.set().panel(), JComboBox.class, tip);
	}

	private static <T extends JComponent> T find(final Container container, final Class<T> type, final String tip) {
		for (final Component component : container.getComponents()) {
			if (type.isInstance(component) && ((JComponent) component).getToolTipText() != null &&
				((JComponent) component).getToolTipText().startsWith(tip)) return type.cast(component);
			if (component instanceof Container inner) {
				final T found = find(inner, type, tip);
				if (found != null) return found;
			}
		}
		return null;
	}
}
