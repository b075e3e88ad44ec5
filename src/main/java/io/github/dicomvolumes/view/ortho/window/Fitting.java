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

import java.awt.Rectangle;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import ij.gui.GUI;

import io.github.dicomvolumes.geometry.AnatomicalPlane;
import io.github.dicomvolumes.view.ortho.OrthoModel;

/**
 * Keeps the planes as large as their windows allow, until somebody zooms. One window may fill the screen; then the zoom
 * is for that.
 */
final class Fitting {

	private final OrthoModel model;
	private final Map<AnatomicalPlane, PlaneWindow> windows;
	/** The zoom that was set last; another one is somebody's wish. */
	private double fitted = Double.NaN;
	private AnatomicalPlane maximized;
	private Rectangle restored;

	Fitting(final OrthoModel model, final Map<AnatomicalPlane, PlaneWindow> windows) {
		this.model = model;
		this.windows = windows;
	}

	/** Zooms so that all of the planes is seen, in the middle. */
	void fit() {
		fitted = maximized != null ? windows.get(maximized).fittingZoom()
			: windows.values().stream().mapToDouble(PlaneWindow::fittingZoom).min().orElseThrow();
		model.setZoom(fitted);
		model.setPan(model.image().centre());
	}

	/** Fits again, unless somebody has zoomed. */
	void resized() {
		if (model.zoom() == fitted) fit();
	}

	/** Fills the screen with a window, or gives the one that does its size back. */
	void toggleMaximized(final AnatomicalPlane plane) {
		if (maximized != null) {
			final PlaneWindow window = windows.get(maximized);
			maximized = null;
			window.setBounds(restored);
		}
		else {
			final PlaneWindow window = windows.get(plane);
			restored = window.getBounds();
			maximized = plane;
			window.setBounds(GUI.getMaxWindowBounds(window));
			window.toFront();
		}
		windows.values().forEach(PlaneWindow::validate);
		fit();
	}

	/** Where the windows are when none is maximised, in the order of planes, and then the panel. */
	List<Rectangle> places(final Rectangle panel) {
		final List<Rectangle> places = new ArrayList<>();
		windows.forEach((plane, window) -> places.add(plane == maximized ? restored : window.getBounds()));
		places.add(panel);
		return places;
	}
}
