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

import java.awt.Point;
import java.awt.event.MouseEvent;
import java.util.Optional;

import javax.swing.SwingUtilities;

import ij.IJ;

import io.github.dicomvolumes.data.NumberText;
import io.github.dicomvolumes.pixels.DisplayRange;
import io.github.dicomvolumes.view.ortho.OrthoModel;
import io.github.dicomvolumes.view.over.Fusion;

/**
 * Alt and the right button change the window of the second image: wider to the right, towards higher values upwards.
 * Without a second image of values they are ImageJ's. Some window managers take them for themselves; with Ctrl they are
 * ours there, too.
 */
final class FusionDrag {

	/** Pixels of the screen for the width that the window had at first. */
	private static final double PIXELS = 200;

	private final OrthoModel model;
	private Point pressed;
	/** As it was when the button went down; null while nothing is dragged. */
	private Fusion first;

	FusionDrag(final OrthoModel model) {
		this.model = model;
	}

	/** Returns whether a drag begins, so that ImageJ must not see it. */
	boolean pressed(final MouseEvent e) {
		final boolean isOurs = SwingUtilities.isRightMouseButton(e) && e.isAltDown() && !e.isShiftDown();
		first = isOurs ? model.fusion().filter(fusion -> fusion.style() == Fusion.Style.VALUES).orElse(null) : null;
		pressed = e.getPoint();
		return first != null;
	}

	/** Returns whether it was for the window. */
	boolean dragged(final MouseEvent e) {
		if (first == null) return false;
		final DisplayRange range = first.window();
		final double width = range.high() - range.low(), step = (width > 0 ? width : 1) / PIXELS;
		final double newWidth = Math.max(step, width + (e.getX() - pressed.x) * step);
		final double centre = (range.low() + range.high()) / 2 - (e.getY() - pressed.y) * step;
		model.fusion()
			.filter(now -> now.over() == first.over())
			.ifPresent(now -> show(now.withWindow(new DisplayRange(centre - newWidth / 2, centre + newWidth / 2))));
		return true;
	}

	private void show(final Fusion fusion) {
		model.setFusion(Optional.of(fusion));
		final DisplayRange range = fusion.window();
		IJ.showStatus((FusedValues.title(fusion.over()) + ": width " + NumberText.of(range.high() - range.low()) +
			", centre " + NumberText.of((range.low() + range.high()) / 2) + " " + fusion.over().valueUnit()).strip());
	}

	/** Returns whether a drag ends. */
	boolean released() {
		final boolean wasDragging = first != null;
		first = null;
		return wasDragging;
	}
}
