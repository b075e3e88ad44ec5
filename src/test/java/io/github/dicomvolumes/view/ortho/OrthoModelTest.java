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

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import ij.CompositeImage;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.github.dicomvolumes.geometry.AnatomicalPlane;
import io.github.dicomvolumes.geometry.Vector3;
import io.github.dicomvolumes.pixels.DisplayRange;
import io.github.dicomvolumes.view.ortho.OrthoModel.Change;
import io.github.dicomvolumes.view.plane.OrthoImage;
import io.github.dicomvolumes.view.plane.Pixels;
import io.github.dicomvolumes.view.plane.PlaneRequest;
import io.github.dicomvolumes.view.plane.Scenes;
import io.github.dicomvolumes.view.plane.Slab;

/** The state that windows share. */
class OrthoModelTest {

	@TempDir
	Path folder;

	private final List<Change> heard = new ArrayList<>();

	private OrthoModel listened(final OrthoModel model) {
		model.addListener((source, change) -> {
			assertEquals(model, source);
			heard.add(change);
		});
		return model;
	}

	@Test
	void eachChangeIsHeardOnceAndOnlyIfItChangesSomething() {
		final OrthoModel model = listened(
			new OrthoModel(OrthoImage.of(Scenes.image("16-bit", 6, 5, 2, 4, 3)), Pixels.ISOTROPIC));
		for (int twice = 0; twice < 2; twice++) {
			model.moveTo(1, 2, 3);
			model.setWindow(new DisplayRange(3, 7));
			model.window(5, 4);
			model.setZoom(2.5);
			model.setPan(new Vector3(1, 1, 1));
			model.setSmooth(true);
			model.setSlab(new Slab(Slab.Mode.MAX, 10));
			model.setTime(2);
			model.setCrosshairVisible(false);
			model.setPixels(Pixels.RAW);
		}
		model.setChannel(1);
		model.setChannel(1);
		assertEquals(List.of(Change.CURSOR, Change.WINDOW, Change.ZOOM, Change.PAN, Change.INTERPOLATION, Change.SLAB,
			Change.TIME, Change.CROSSHAIR, Change.PIXELS, Change.CHANNEL), heard);
	}

	@Test
	void listenerThatWasRemovedHearsNothing() {
		final OrthoModel model = new OrthoModel(OrthoImage.of(Scenes.image("8-bit", 6, 5, 1, 4, 1)), Pixels.RAW);
		final OrthoModel.Listener listener = (source, change) -> heard.add(change);
		model.addListener(listener);
		model.setSmooth(true);
		model.removeListener(listener);
		model.setSmooth(false);
		assertEquals(List.of(Change.INTERPOLATION), heard);
		assertEquals(0, model.listeners());
	}

	@Test
	void listenerMayChangeTheModel() {
		final OrthoModel model = listened(
			new OrthoModel(OrthoImage.of(Scenes.image("8-bit", 6, 5, 1, 4, 1)), Pixels.RAW));
		model.addListener((source, change) -> source.setSmooth(true));
		model.moveTo(0, 0, 0);
		assertEquals(List.of(Change.CURSOR, Change.INTERPOLATION), heard);
	}

	@Test
	void beginsInTheMiddleAsTheImageIsShown() {
		final var image = Scenes.image("16-bit", 512, 6, 1, 99, 1);
		image.setDisplayRange(10, 250);
		final OrthoModel model = new OrthoModel(OrthoImage.of(image), Pixels.RAW);
		assertEquals(new Vector3(256, 3, 49), model.cursor());
		assertEquals(new Vector3(255.5, 2.5, 49), model.pan());
		assertEquals(new DisplayRange(10, 250), model.window());
		assertEquals(1, model.zoom());
	}

	@Test
	void cursorStaysWithinTheImage() {
		final OrthoModel model = new OrthoModel(OrthoImage.of(Scenes.image("8-bit", 6, 5, 1, 4, 1)), Pixels.RAW);
		model.moveTo(-7, 99, 1.25);
		assertEquals(new Vector3(-0.5, 4.5, 1.25), model.cursor());
		assertEquals(0, model.voxel(0));
		assertEquals(4, model.voxel(1));
		assertEquals(1, model.voxel(2));
		model.moveToSlice(AnatomicalPlane.AXIAL, 17);
		assertEquals(3, model.slice(AnatomicalPlane.AXIAL));
		model.moveToSlice(AnatomicalPlane.CORONAL, -3);
		assertEquals(new Vector3(-0.5, 0, 3), model.cursor());
	}

	@Test
	void clickInOnePlaneMovesTheOthers() throws Exception {
		// a sagittal series: x runs to P, y to F, slices to R; 0.5 x 2 x 3 mm
		final OrthoModel model = listened(new OrthoModel(OrthoImage.of(Scenes.volume("sagittal", folder)), Pixels.RAW));
		model.moveTo(AnatomicalPlane.AXIAL, 1, 4);
		assertEquals(new Vector3(4, 6, 3), model.cursor());
		assertEquals(4, model.slice(AnatomicalPlane.CORONAL));
		assertEquals(3, model.slice(AnatomicalPlane.SAGITTAL));
		assertEquals(new Vector3(1, 4, 6), model.cursorIn(AnatomicalPlane.AXIAL));
		assertEquals(List.of(Change.CURSOR), heard);
	}

	@Test
	void patientCoordinatesAreThoseOfTheVolume() throws Exception {
		final OrthoModel model = new OrthoModel(OrthoImage.of(Scenes.volume("axial_asc", folder)), Pixels.ISOTROPIC);
		model.moveTo(4, 3, 2);
		assertEquals(Optional.of(new Vector3(-8, -14, 36)), model.patient());
		model.moveToPatient(new Vector3(-9.75, -16, 39));
		assertEquals(new Vector3(0.5, 2, 3), model.cursor());
		assertTrue(model.image().frameOfReference().isPresent());
	}

	@Test
	void imageWithoutPatientSaysSo() {
		final OrthoModel model = new OrthoModel(OrthoImage.of(Scenes.image("RGB", 6, 5, 1, 4, 1)), Pixels.RAW);
		assertEquals(Optional.empty(), model.patient());
		final var failure = assertThrows(IllegalStateException.class, () -> model.moveToPatient(new Vector3(0, 0, 0)));
		assertEquals("\"stack\" has no patient coordinates.", failure.getMessage());
	}

	@Test
	void channelsHaveWindowsOfTheirOwn() {
		final var image = Scenes.image("16-bit", 6, 5, 2, 4, 1);
		final var composite = new CompositeImage(image, CompositeImage.COMPOSITE);
		composite.setC(2);
		composite.setDisplayRange(100, 300);
		composite.setC(1);
		composite.setDisplayRange(0, 50);
		final OrthoModel model = new OrthoModel(OrthoImage.of(composite), Pixels.RAW);
		assertEquals(new DisplayRange(0, 50), model.window());
		model.setChannel(1);
		assertEquals(new DisplayRange(100, 300), model.window());
		model.window(10, 4);
		model.setChannel(0);
		assertEquals(new DisplayRange(0, 50), model.window());
		assertThrows(IndexOutOfBoundsException.class, () -> model.setChannel(2));
	}

	@Test
	void requestsAreEqualUntilSomethingOfThemChanges() {
		final OrthoModel model = new OrthoModel(OrthoImage.of(Scenes.image("8-bit", 6, 5, 1, 4, 1)), Pixels.RAW);
		final PlaneRequest before = model.request(AnatomicalPlane.AXIAL);
		model.moveTo(1, 1, 2);
		assertEquals(before, model.request(AnatomicalPlane.AXIAL));
		model.moveTo(1, 1, 1);
		assertEquals(1, model.request(AnatomicalPlane.AXIAL).slice());
		assertThrows(IndexOutOfBoundsException.class, () -> model.request(AnatomicalPlane.AXIAL, 4));
	}

	@Test
	void nonsenseIsRefused() {
		final OrthoModel model = listened(
			new OrthoModel(OrthoImage.of(Scenes.image("8-bit", 6, 5, 1, 4, 1)), Pixels.RAW));
		assertThrows(IllegalArgumentException.class, () -> model.setZoom(0));
		assertThrows(IllegalArgumentException.class, () -> model.window(5, -1));
		assertThrows(IllegalArgumentException.class, () -> new Slab(Slab.Mode.MEAN, Double.NaN));
		assertThrows(IndexOutOfBoundsException.class, () -> model.setTime(1));
		assertEquals(List.of(), heard);
	}
}
