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
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Frame;
import java.awt.GraphicsEnvironment;
import java.awt.Point;
import java.awt.Rectangle;
import java.awt.event.WindowEvent;
import java.io.IOException;
import java.lang.ref.WeakReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import ij.ImagePlus;
import ij.WindowManager;

import org.junit.jupiter.api.Test;

import io.github.dicomvolumes.DicomVolumes;
import io.github.dicomvolumes.SyntheticSeries;
import io.github.dicomvolumes.geometry.AnatomicalPlane;
import io.github.dicomvolumes.geometry.Vector3;
import io.github.dicomvolumes.view.imagej.VolumeImagePlus;
import io.github.dicomvolumes.volume.DicomVolume;

/** Where sets of windows lie, how they go together, and how they end; needs a display. */
class SetsOfViewsTest extends PersonAtViews {

	// -- Places --

	@Test
	void windowsLieBesideEachOtherOnTheScreen() throws IOException {
		final OrthogonalViews views = open();
		final Rectangle screen = screen();
		final Rectangle axial = bounds(views, AnatomicalPlane.AXIAL), coronal = bounds(views, AnatomicalPlane.CORONAL);
		final Rectangle sagittal = bounds(views, AnatomicalPlane.SAGITTAL);
		for (final Rectangle window : new Rectangle[] { axial, coronal, sagittal })
			assertTrue(screen.contains(window), window + " in " + screen);
		assertFalse(axial.intersects(coronal) || coronal.intersects(sagittal) || sagittal.intersects(axial));
		assertEquals(axial.x, coronal.x, 1);
		assertEquals(coronal.y, sagittal.y, 1);
	}

	@Test
	void placesAreRemembered() throws IOException {
		final OrthogonalViews first = open();
		place(first, AnatomicalPlane.SAGITTAL, new Rectangle(700, 300, 333, 444));
		first.close();
		final OrthogonalViews second = open();
		assertEquals(new Rectangle(700, 300, 333, 444), bounds(second, AnatomicalPlane.SAGITTAL));
		place(second, AnatomicalPlane.SAGITTAL, new Rectangle(9000, 300, 333, 444));
		second.close();
		assertNotEquals(9000, bounds(open(), AnatomicalPlane.SAGITTAL).x, "that screen is gone");
	}

	@Test
	void aSecondSetLiesBesideTheFirstWhereThereIsRoom() throws IOException {
		final OrthogonalViews first = open(), second = open();
		for (final Rectangle window : planes(second)) {
			assertTrue(screen().contains(window), window + " on the screen");
			for (final Rectangle other : planes(first))
				assertFalse(window.intersects(other), window + " lies on " + other);
		}
	}

	@Test
	void setsThatHaveNoRoomDoNotHideEachOther() throws IOException {
		final OrthogonalViews first = open();
		// little is left on both sides
		place(first, AnatomicalPlane.SAGITTAL, new Rectangle(screen().width / 3, 400, screen().width / 3, 500));
		final OrthogonalViews second = open(), third = open();
		second.close();
		final OrthogonalViews fourth = open();
		final Set<Point> corners = new HashSet<>();
		for (final OrthogonalViews views : List.of(first, third, fourth))
			corners.add(bounds(views, AnatomicalPlane.AXIAL).getLocation());
		assertEquals(3, corners.size(), corners.toString());
	}

	@Test
	void eachOfSeveralSetsHasAPlaceThatIsRemembered() throws IOException {
		final OrthogonalViews first = open(), second = open();
		place(second, AnatomicalPlane.AXIAL, new Rectangle(900, 500, 300, 400));
		final Rectangle place = bounds(first, AnatomicalPlane.AXIAL);
		second.close();
		first.close();
		assertEquals(place, bounds(open(), AnatomicalPlane.AXIAL));
		assertEquals(new Rectangle(900, 500, 300, 400), bounds(open(), AnatomicalPlane.AXIAL));
	}

	private static Rectangle screen() {
		return GraphicsEnvironment.getLocalGraphicsEnvironment().getMaximumWindowBounds();
	}

	/** Without the panel: X without a window manager may say that it is at (0, 0). */
	private static List<Rectangle> planes(final OrthogonalViews views) {
		return Arrays.stream(AnatomicalPlane.values()).map(plane -> bounds(views, plane)).toList();
	}

	// -- Several sets --

	@Test
	void setsOfOnePatientMoveTogether() throws IOException {
		final OrthogonalViews ct = open(VolumeImagePlus.of(volume(1, "CT")));
		final Path files = Files.createDirectory(folder.resolve("PT"));
		new SyntheticSeries("CT").series(2).modality("PT").pixelSpacing(4, 4).size(4, 6).gap(6).slices(3).write(files);
		ct.moveTo(8, 10, 4);
		final OrthogonalViews pt = open(VolumeImagePlus.of(DicomVolumes.open(files)));
		assertEquals(new Vector3(1, 5, 2), model(pt).cursor(), "opens where the other is");
		pt.moveTo(0, 2, 1);
		assertEquals(new Vector3(0, 4, 2), model(ct).cursor());
		ct.moveTo(4, 6, 4);
		assertEquals(new Vector3(0.5, 3, 2), model(pt).cursor());
		assertEquals(new Vector3(4, 6, 4), model(ct).cursor(), "no echo");
		EventThread.run(() -> pt.set().setLinked(false));
		ct.moveTo(0, 0, 0);
		assertEquals(new Vector3(0.5, 3, 2), model(pt).cursor());
		assertEquals(ct.set(), OrthogonalViews.show(ct.image(AnatomicalPlane.CORONAL)).set(),
			"a plane leads to its set");
	}

	// -- Closing --

	@Test
	void closingOneWindowClosesTheSet() throws IOException {
		final int frames = frames();
		final OrthogonalViews views = open();
		assertEquals(frames + 4, frames());
		final ImagePlus sagittal = views.image(AnatomicalPlane.SAGITTAL);
		views.image(AnatomicalPlane.CORONAL).close();
		assertTrue(views.isClosed());
		assertEquals(frames, frames());
		assertNull(WindowManager.getImage(sagittal.getID()));
		assertThrows(IllegalStateException.class, () -> views.moveTo(0, 0, 0));
		views.close(); // again
	}

	@Test
	void closedPanelComesBackWhenTheViewsAreAskedForAgain() throws IOException {
		final OrthogonalViews views = open();
		final Frame panel = views.set().panel();
		EventThread.run(() -> panel.dispatchEvent(new WindowEvent(panel, WindowEvent.WINDOW_CLOSING)));
		assertFalse(panel.isShowing());
		assertFalse(views.isClosed(), "only the planes are the set");
		OrthogonalViews.show(views.image(AnatomicalPlane.CORONAL));
		assertTrue(panel.isShowing());
	}

	@Test
	void closedSetsAreCollected() throws Exception {
		final List<WeakReference<?>> left = new ArrayList<>();
		final DicomVolume volume = volume(1, "CT");
		for (int n = 0; n < 50; n++)
			openAndClose(volume, left);
		awaitThat(() -> {
			System.gc();
			EventThread.run(() -> {});
			// AWT and ImageJ remember the last window, which had the focus
			return left.stream().filter(set -> set.get() != null).count() <= 2;
		});
		final long threads = Thread.getAllStackTraces()
			.keySet()
			.stream()
			.filter(thread -> thread.getName().startsWith("Orthogonal Views"))
			.count();
		assertEquals(0, threads);
	}

	private static void openAndClose(final DicomVolume volume, final List<WeakReference<?>> left) {
		final OrthogonalViews views = OrthogonalViews.show(volume);
		views.moveTo(1, 2, 3);
		left.add(new WeakReference<>(model(views)));
		views.close();
	}
}
