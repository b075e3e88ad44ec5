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

import java.awt.Component;
import java.awt.Container;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import javax.swing.JComboBox;

import ij.ImagePlus;
import ij.gui.Roi;

import org.junit.jupiter.api.Test;

import io.github.dicomvolumes.SyntheticSeries;
import io.github.dicomvolumes.SyntheticStructures;
import io.github.dicomvolumes.data.Disclosure;
import io.github.dicomvolumes.geometry.AnatomicalPlane;
import io.github.dicomvolumes.geometry.Vector3;
import io.github.dicomvolumes.view.imagej.ImageStructures;
import io.github.dicomvolumes.view.imagej.VolumeImagePlus;
import io.github.dicomvolumes.view.over.PlaneShape;
import io.github.dicomvolumes.view.over.StructureLines.Style;
import io.github.dicomvolumes.view.plane.Pixels;
import io.github.dicomvolumes.volume.DicomVolume;
import io.github.dicomvolumes.volume.structures.StructureSet;
import io.github.dicomvolumes.volume.structures.StructureShape;

/** Structures and isodoses in front of a person; needs a display. */
class LinesAtViewsTest extends PersonAtViews {

	/** A box of columns 4 to 11, rows 3 to 8 and slices 1 to 3. */
	private static void draw(final ImagePlus image, final DicomVolume volume) throws IOException {
		final SyntheticStructures set = new SyntheticStructures(new SyntheticSeries("CT").series(1));
		set.add("PTV", new int[] { 255, 128, 0 }, SyntheticStructures.rectangle(-8.25, -15, -4.25, -3, 33),
			SyntheticStructures.rectangle(-8.25, -15, -4.25, -3, 36),
			SyntheticStructures.rectangle(-8.25, -15, -4.25, -3, 39));
		final StructureSet structures = StructureSet.of(set.toAttributes(), Disclosure.SHOW);
		ImageStructures.put(image, "1", StructureShape.of(structures.structures(), volume.geometry()));
		OrthogonalViews.showStructures(image);
	}

	private static List<String> names(final OrthogonalViews views, final AnatomicalPlane plane) {
		return EventThread.get(() -> canvas(views, plane).lines().stream().map(PlaneShape::name).toList());
	}

	@Test
	void structuresReachOpenViewsAndFollowThem() throws IOException {
		final DicomVolume volume = volume(1, "CT");
		final ImagePlus image = VolumeImagePlus.of(volume);
		final OrthogonalViews views = open(image);
		for (final AnatomicalPlane plane : AnatomicalPlane.values())
			assertEquals(List.of(), names(views, plane));
		draw(image, volume);
		settle(views);
		for (final AnatomicalPlane plane : AnatomicalPlane.values())
			assertEquals(List.of("PTV"), names(views, plane), plane + "");
		views.moveTo(5, 5, 0);
		settle(views);
		assertEquals(List.of(), names(views, AnatomicalPlane.AXIAL), "it begins above");
		assertEquals(List.of("PTV"), names(views, AnatomicalPlane.SAGITTAL));
		assertEquals("[PTV]",
			Arrays.stream(views.snapshot().get(1).getOverlay().toArray()).map(Roi::getName).toList().toString());
		views.change(model -> model.setPixels(Pixels.RAW));
		settle(views);
		final PlaneCanvas coronal = canvas(views, AnatomicalPlane.CORONAL);
		assertEquals(3, EventThread.get(() -> coronal.lines().get(0).path().getBounds2D().getHeight()), "slices");
	}

	/** However large pixels are on the screen, the line is where the structure ends, and as thick. */
	@Test
	void linesAreSharpAtEveryZoom() throws IOException {
		final DicomVolume volume = volume(1, "CT");
		final ImagePlus image = VolumeImagePlus.of(volume);
		draw(image, volume);
		final OrthogonalViews views = open(image);
		for (final double zoom : new double[] { 8, 16, 60 }) {
			views.change(model -> {
				model.setCrosshairVisible(false);
				model.setLettersVisible(false);
				model.setZoom(zoom);
				model.moveTo(5, 5, 2);
				model.setPan(new Vector3(5, 8, 2));
			});
			settle(views);
			final PlaneCanvas canvas = canvas(views, AnatomicalPlane.AXIAL);
			final BufferedImage screen = EventThread.get(() -> {
				final BufferedImage painted = new BufferedImage(canvas.getWidth(), canvas.getHeight(),
					BufferedImage.TYPE_INT_RGB);
				canvas.paint(painted.createGraphics());
				return painted;
			});
			final double magnification = canvas.getMagnification();
			// the left edge is that of pixel 4, the lower one that of pixel 35
			final int left = (int) Math.round((4 - canvas.getSrcRect().x) * magnification);
			final int lower = (int) Math.round((36 - canvas.getSrcRect().y) * magnification);
			int across = 0, down = 0;
			for (int d = -4; d <= 4; d++) {
				if (isOrange(screen.getRGB(left + d, lower - 9))) across++;
				if (isOrange(screen.getRGB(left + 9, lower + d))) down++;
			}
			assertTrue(across >= 1 && across <= 3 && down >= 1 && down <= 3, zoom + ": " + across + ", " + down);
			assertTrue(isOrange(screen.getRGB(left, lower - 9)) || isOrange(screen.getRGB(left - 1, lower - 9)));
			assertTrue(isOrange(screen.getRGB(left + 9, lower)) || isOrange(screen.getRGB(left + 9, lower - 1)));
			assertTrue(zoom < 60 || canvas.getSrcRect().y > 0, "a part is seen only");
		}
	}

	private static boolean isOrange(final int rgb) {
		final int red = rgb >> 16 & 0xFF, blue = rgb & 0xFF;
		return red > blue + 60;
	}

	@Test
	void panelChoosesTheStyle() throws IOException {
		final DicomVolume volume = volume(1, "CT");
		final ImagePlus image = VolumeImagePlus.of(volume);
		final OrthogonalViews views = open(image);
		final JComboBox<?> style = combo(views.set().panel(), "How the structures");
		assertFalse(style.isShowing());
		draw(image, volume);
		settle(views);
		assertTrue(style.isShowing());
		assertEquals(Style.OUTLINE, style.getSelectedItem());
		EventThread.run(() -> style.setSelectedItem(Style.FILL));
		settle(views);
		assertTrue(EventThread.get(() -> canvas(views, AnatomicalPlane.AXIAL).lines().get(0).isFilled()));
		EventThread.run(() -> style.setSelectedItem(Style.NONE));
		settle(views);
		assertEquals(List.of(), names(views, AnatomicalPlane.AXIAL));
		assertTrue(style.isShowing());
		draw(image, volume);
		settle(views);
		assertEquals(Style.OUTLINE, style.getSelectedItem(), "who draws them wants to see them");
	}

	@Test
	void panelDrawsIsodosesOfADoseThatIsOpenedLater() throws IOException {
		final OrthogonalViews views = open();
		final String tip = "Lines at values of the dose";
		assertFalse(field(views, tip).isShowing());
		final ImagePlus dose = VolumeImagePlus.of(volume(1, "dose"));
		dose.getCalibration().setValueUnit("Gy");
		dose.show();
		awaitThat(() -> EventThread.get(() -> field(views, tip).isShowing()));
		type(views, tip, "1000% 50");
		settle(views);
		assertEquals(List.of(), names(views, AnatomicalPlane.CORONAL), "which is neither");
		assertEquals("", field(views, tip).getText());
		type(views, tip, "1000 2000");
		settle(views);
		assertEquals(List.of("1000 Gy", "2000 Gy"), names(views, AnatomicalPlane.CORONAL));
		assertEquals("1000 2000", field(views, tip).getText());
		dose.changes = false;
		dose.close();
		views.moveTo(3, 3, 1);
		settle(views);
		assertEquals(List.of("1000 Gy", "2000 Gy"), names(views, AnatomicalPlane.SAGITTAL));
		type(views, tip, "");
		settle(views);
		assertEquals(List.of(), names(views, AnatomicalPlane.SAGITTAL));
	}

	@Test
	void imageBehindAPlane() throws IOException {
		final ImagePlus image = VolumeImagePlus.of(volume(1, "CT"));
		final OrthogonalViews views = open(image);
		assertEquals(Optional.of(image), OrthogonalViews.imageBehind(views.image(AnatomicalPlane.SAGITTAL)));
		assertEquals(Optional.of(image), OrthogonalViews.imageBehind(image));
		assertEquals(Optional.empty(), OrthogonalViews.imageBehind(new ImagePlus()));
	}

	private static JComboBox<?> combo(final Container container, final String tip) {
		for (final Component component : container.getComponents()) {
			if (component instanceof JComboBox<?> combo && String.valueOf(combo.getToolTipText()).startsWith(tip))
				return combo;
			if (component instanceof Container inner && combo(inner, tip) != null) return combo(inner, tip);
		}
		return null;
	}
}
