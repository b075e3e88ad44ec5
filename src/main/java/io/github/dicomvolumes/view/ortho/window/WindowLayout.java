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

import java.awt.Component;
import java.awt.Dimension;
import java.awt.Rectangle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import ij.IJ;
import ij.Prefs;
import ij.gui.GUI;

import io.github.dicomvolumes.data.NumberText;
import io.github.dicomvolumes.geometry.AnatomicalPlane;

/**
 * Where the windows of a set lie: axial above coronal, sagittal on the right of coronal, the panel above that; or where
 * a person has put them the last time.
 */
final class WindowLayout {

	/** Names of ImageJ's preferences, with "1.axial" or "2.panel" added; values are "x y width height". */
	private static final String PREFERENCE = "dicomvolumes.views.";

	/** How much of a window must be on a screen, in pixels. */
	private static final int GRIP = 50;

	/** How large on the screen the pixels of small images are. */
	private static final double MOST = 8;

	private static final int MIN_CELL = 200;

	/** From one set to the next, in pixels to the right and down, if there is no room beside it. */
	private static final int STEP = 24;

	private WindowLayout() {}

	/**
	 * Places for the planes in their order and for the panel.
	 *
	 * @param isRemembered whether the last place of a set of this number counts
	 * @param number of the set among those that are open, from 0
	 * @param others windows of other sets, beside which this one lies if there is room
	 */
	static List<Rectangle> places(final Map<AnatomicalPlane, PlaneWindow> windows, final Dimension panel,
		final Component owner, final boolean isRemembered, final int number, final List<Rectangle> others)
	{
		final Optional<List<Rectangle>> last = isRemembered ? remembered(number) : Optional.empty();
		if (last.isPresent()) return last.get();
		final Rectangle screen = free(owner), beside = beside(screen, others);
		if (beside.width >= MIN_CELL + Math.max(MIN_CELL, panel.width)) return arranged(windows, panel, beside);
		final List<Rectangle> places = arranged(windows, panel, screen);
		places.forEach(place -> place.translate(STEP * number, STEP * number));
		return places;
	}

	// -- Remembered --

	/**
	 * Remembers the places of a set of this number, in the order of {@link #places}.
	 */
	static void remember(final List<Rectangle> places, final int number) {
		final List<String> names = names(number);
		for (int i = 0; i < names.size(); i++) {
			final Rectangle place = places.get(i);
			Prefs.set(names.get(i), place.x + " " + place.y + " " + place.width + " " + place.height);
		}
	}

	private static List<String> names(final int number) {
		final String set = PREFERENCE + (number + 1) + ".";
		final List<String> names = new ArrayList<>();
		for (final AnatomicalPlane plane : AnatomicalPlane.values())
			names.add(set + plane.label().toLowerCase(Locale.ROOT));
		names.add(set + "panel");
		return names;
	}

	/** Empty unless all of them are on a screen that exists. */
	private static Optional<List<Rectangle>> remembered(final int number) {
		final List<Rectangle> places = new ArrayList<>();
		for (final String name : names(number)) {
			final Optional<double[]> numbers = NumberText.parse(Prefs.get(name, ""), 4);
			if (numbers.isEmpty()) return Optional.empty();
			final double[] n = numbers.get();
			final Rectangle place = new Rectangle((int) n[0], (int) n[1], (int) n[2], (int) n[3]);
			final Rectangle screen = GUI.getMaxWindowBounds(place.getLocation());
			if (screen == null) return Optional.empty();
			final Rectangle seen = screen.intersection(place);
			if (seen.width < GRIP || seen.height < GRIP) return Optional.empty();
			places.add(place);
		}
		return Optional.of(places);
	}

	// -- Arranged --

	private static List<Rectangle> arranged(final Map<AnatomicalPlane, PlaneWindow> windows, final Dimension panel,
		final Rectangle screen)
	{
		final Dimension cell = cell(windows,
			new Dimension(Math.min(screen.width / 2, screen.width - panel.width), screen.height / 2));
		cell.height = Math.max(cell.height, Math.min(panel.height, screen.height / 2));
		final int right = screen.x + cell.width, below = screen.y + cell.height;
		final boolean isBeside = panel.height > cell.height &&
			right + cell.width + panel.width <= screen.x + screen.width;
		final List<Rectangle> places = new ArrayList<>();
		places.add(new Rectangle(screen.x, screen.y, cell.width, cell.height));
		places.add(new Rectangle(screen.x, below, cell.width, cell.height));
		places.add(new Rectangle(right, below, cell.width, cell.height));
		places.add(new Rectangle(isBeside ? right + cell.width : right, screen.y, panel.width, panel.height));
		return places;
	}

	/** The screen of a window, below ImageJ's own window if that lies at the top. */
	private static Rectangle free(final Component owner) {
		final Rectangle screen = GUI.getMaxWindowBounds(owner);
		if (IJ.getInstance() == null || !IJ.getInstance().isShowing()) return screen;
		final Rectangle imagej = IJ.getInstance().getBounds();
		final int bottom = imagej.y + imagej.height - screen.y;
		if (!screen.intersects(imagej) || bottom > screen.height / 4) return screen;
		return new Rectangle(screen.x, screen.y + bottom, screen.width, screen.height - bottom);
	}

	/** What others leave free at their left or right, whichever is wider. */
	private static Rectangle beside(final Rectangle screen, final List<Rectangle> others) {
		int left = screen.width, right = screen.width;
		for (final Rectangle other : others) {
			if (!screen.intersects(other)) continue;
			left = Math.min(left, other.x - screen.x);
			right = Math.min(right, screen.x + screen.width - other.x - other.width);
		}
		return right >= left ? new Rectangle(screen.x + screen.width - right, screen.y, right, screen.height)
			: new Rectangle(screen.x, screen.y, left, screen.height);
	}

	/** The size of windows in which all planes fit with the same zoom, not larger than needed. */
	private static Dimension cell(final Map<AnatomicalPlane, PlaneWindow> windows, final Dimension most) {
		double zoom = windows.values().stream().mapToDouble(window -> window.canvas().zoom(MOST)).max().orElseThrow();
		for (final PlaneWindow window : windows.values())
			zoom = Math.min(zoom,
				window.canvas()
					.fittingZoom(new Dimension(Math.max(1, most.width - window.frame().width),
						Math.max(1, most.height - window.frame().height))));
		final Dimension cell = new Dimension(MIN_CELL, MIN_CELL);
		for (final PlaneWindow window : windows.values()) {
			final Dimension size = window.canvas().size(zoom);
			cell.width = Math.max(cell.width, size.width + window.frame().width);
			cell.height = Math.max(cell.height, size.height + window.frame().height);
		}
		return new Dimension(Math.min(cell.width, most.width), Math.min(cell.height, most.height));
	}
}
